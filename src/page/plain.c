#include "page/plain.h"

#include "base/utf8.h"
#include "page/blocks.h"
#include "page/compose.h"
#include "page/facts.h"

enum {
    FURNITURE_WORDS = 16, /* a line of more words is read as prose whatever it begins with */
    DATE_WORDS = 14,
    TITLE_WORDS = 25,
    RUNNING = 40,         /* bytes of a line that ends a sentence and counts as running text */
    PARAGRAPH = 400,      /* bytes of one paragraph that count, at most */
    SHORT_COST = 60,      /* bytes of running text that a line of furniture weighs up */
    KNOWN_COST = 100,     /* the same where its words say that it is one */
    INSIDE_COST = 15,
    STEM = 6,             /* bytes by which words are compared */
    HITS = 6,             /* words in common beyond which a longer title is no better */
    WRAP = 100            /* no line of a hard-wrapped text is longer */
};

static const double TOP = 0.03;    /* share of the running text above a title, at most */
static const double FAR = 80;       /* lines between a title and the body that halve its chances */

struct line {
    int script;
    bool repeated;      /* the same line stands elsewhere, too */
    bool is_repeat;     /* and this one is not the first */
    uint32_t kinds;
    size_t phrase_end;
};

struct plain {
    const struct page *page;
    struct document *document;
    struct page_blocks blocks;
    struct line *lines;  /* one a block */
    int script;          /* of the article */
    size_t first, end;   /* blocks from the first to behind the last of its body */
};

static bool is_running(const struct plain *plain, size_t i) {
    const struct page_block *block = &plain->blocks.items[i];
    const struct line *line = &plain->lines[i];
    return block->stops > 0 && block->text.size >= RUNNING && block->words > 5 && !line->is_repeat &&
           (plain->script == PAGE_NO_SCRIPT || line->script == plain->script) && line->kinds == 0;
}

/* ---- lines */

static void push(struct plain *plain, struct base_slice text, struct base_slice input) {
    struct page_block block = {.text = text, .tag = PAGE_P};
    if (text.data >= input.data && text.data + text.size <= input.data + input.size) {
        block.has_source = true;
        block.source[0] = (size_t)(text.data - input.data);
        block.source[1] = block.source[0] + text.size;
    }
    page_block_measure(&block);
    BASE_PUSH(plain->document->arena, &plain->blocks, block);
}

/* Text wrapped at a fixed width has paragraphs of lines that are all about as long, but for the last. */
static bool is_wrapped(struct base_slice text) {
    size_t longest = 0, inner = 0, full = 0, lines = 0;
    for (struct base_slice rest = text; rest.size > 0 && lines < 2000; lines++) {
        struct base_slice line = base_slice_trim(base_slice_line(&rest));
        struct base_slice next = rest;
        bool last = base_slice_trim(base_slice_line(&next)).size == 0;
        longest = line.size > longest ? line.size : longest;
        inner += line.size > 0 && !last;
        full += line.size > WRAP / 2 && !last;
    }
    return longest <= WRAP && inner > 4 && full * 3 > inner * 2;
}

static bool is_mark(uint32_t c) { /* of writing direction, and the soft hyphen */
    return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xAD;
}

static struct base_slice trim(struct base_slice line) {
    size_t start = 0, end = line.size;
    for (size_t at = 0; at < line.size; start = at) {
        uint32_t c = base_utf8_next(line, &at);
        if (!base_is_space(c) && !is_mark(c)) {
            break;
        }
    }
    for (size_t at = line.size; at > start; end = at) {
        uint32_t c = base_utf8_previous(line, &at);
        if (!base_is_space(c) && !is_mark(c)) {
            break;
        }
    }
    return base_slice_part(line, start, end);
}

static void read_lines(struct plain *plain, struct base_slice text, struct base_slice input) {
    bool wrapped = is_wrapped(text);
    while (text.size > 0) {
        const char *start = text.data;
        struct base_slice line = trim(base_slice_line(&text));
        if (line.size == 0) {
            continue;
        }
        start = line.data;
        for (struct base_slice rest = text; wrapped && rest.size > 0;) {
            struct base_slice next = trim(base_slice_line(&rest));
            if (next.size == 0) {
                break;
            }
            line = (struct base_slice){start, (size_t)(next.data + next.size - start)};
            text = rest;
        }
        push(plain, line, input);
    }
}

static void describe_lines(struct plain *plain) {
    struct base_arena *arena = plain->document->arena;
    struct base_map seen = {0};
    plain->lines = base_arena_array(arena, plain->blocks.count, sizeof *plain->lines);
    for (size_t i = 0; i < plain->blocks.count; i++) {
        struct page_block *block = &plain->blocks.items[i];
        struct line *line = &plain->lines[i];
        size_t letters;
        line->script = page_script_of(block->text, &letters);
        uint32_t before = base_map_get(&seen, block->text);
        if (before == BASE_MAP_NONE) {
            base_map_set(&seen, arena, block->text, (uint32_t)i);
        } else {
            line->repeated = line->is_repeat = plain->lines[before].repeated = true;
        }
        if (block->words <= FURNITURE_WORDS) {
            line->kinds = page_phrases_kinds(&plain->page->phrases, block->text, &line->phrase_end);
            /* "Photo" may begin a sentence, "Photo:" does not. */
            bool whole = line->phrase_end == block->text.size;
            char after = whole ? '\0' : block->text.data[line->phrase_end];
            if (block->ends_sentence && !whole && after != ':') {
                line->kinds = 0;
            }
        }
    }
    size_t masses[PAGE_OTHER_SCRIPT + 32] = {0};
    int best = PAGE_NO_SCRIPT;
    for (size_t i = 0; i < plain->blocks.count; i++) {
        int script = plain->lines[i].script;
        masses[script] += is_running(plain, i) ? plain->blocks.items[i].text.size : 0;
        best = masses[script] > masses[best] ? script : best;
    }
    plain->script = best;
}

/* ---- where the article is */

/* What a line that is no running text weighs against the body going on over it. Captions that stand twice and lines of other
 * scripts come in the middle of articles; lists of links and comments do not. */
static double cost_of(const struct plain *plain, size_t i) {
    const struct line *line = &plain->lines[i];
    bool foreign = line->script != plain->script && line->script != PAGE_NO_SCRIPT;
    bool caption = line->repeated && plain->blocks.items[i].words > 2;
    if (foreign || caption || (line->kinds & (1u << DOCUMENT_DROP_CREDIT))) {
        return INSIDE_COST;
    }
    return line->kinds ? KNOWN_COST : SHORT_COST;
}

/* The run of lines with the highest sum, running text counting for and furniture against it (Bentley 1984). */
static void find_body(struct plain *plain) {
    double sum = 0, best = 0;
    size_t start = 0;
    for (size_t i = 0; i < plain->blocks.count; i++) {
        size_t size = plain->blocks.items[i].text.size;
        if (is_running(plain, i)) {
            sum += (double)(size < PARAGRAPH ? size : PARAGRAPH);
        } else {
            sum -= cost_of(plain, i);
        }
        if (sum <= 0) {
            sum = 0;
            start = i + 1;
        } else if (sum > best) {
            best = sum;
            plain->first = start;
            plain->end = i + 1;
        }
    }
    while (plain->first < plain->end && !is_running(plain, plain->first)) {
        plain->first++;
    }
}

/* Counts the words of four bytes and more that the set has, or adds them to it. Words are compared by how they begin. */
static size_t match_words(struct base_arena *arena, struct base_map *words, struct base_slice text, bool add) {
    size_t hits = 0;
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        for (size_t next = at; next < text.size && base_is_letter(base_utf8_next(text, &next));) {
            at = next;
        }
        if (at == start) {
            base_utf8_next(text, &at);
            continue;
        }
        size_t end = at - start > STEM ? start + STEM : at;
        while (!base_utf8_is_boundary(text, end)) {
            end++;
        }
        struct base_slice word = base_lower_copy(arena, base_slice_part(text, start, end));
        if (word.size > 3) {
            hits += base_map_get(words, word) != BASE_MAP_NONE;
            if (add) {
                base_map_set(words, arena, word, 1);
            }
        }
    }
    return hits;
}

/* Up to where a title may stand: a caption or a teaser above it may look like the beginning of the body. */
static size_t end_of_top(const struct plain *plain) {
    double all = 0, before = 0;
    for (size_t i = plain->first; i < plain->end; i++) {
        all += is_running(plain, i) ? (double)plain->blocks.items[i].text.size : 0;
    }
    size_t i = plain->first;
    for (; i < plain->end && before < TOP * all; i++) {
        before += is_running(plain, i) ? (double)plain->blocks.items[i].text.size : 0;
    }
    return i;
}

static double title_score(struct plain *plain, struct base_map *words, size_t i) {
    const struct page_block *block = &plain->blocks.items[i];
    if (block->words > TITLE_WORDS || block->words < 2 || plain->lines[i].kinds || plain->lines[i].is_repeat ||
        plain->lines[i].script != plain->script || base_slice_ends(block->text, BASE_SLICE(".")) ||
        base_slice_ends(block->text, BASE_SLICE(":"))) {
        return 0;
    }
    size_t hits = match_words(plain->document->arena, words, block->text, false);
    return (double)((hits < HITS ? hits : HITS) * hits) / (double)block->words;
}

/* Of the lines at the top, the one with most words in common with the body; nearer ones count for more. */
static void find_title(struct plain *plain) {
    struct base_arena *arena = plain->document->arena;
    struct base_map words = {0};
    size_t top = end_of_top(plain), title = SIZE_MAX;
    for (size_t i = plain->first; i < plain->end; i++) {
        if (is_running(plain, i)) {
            match_words(arena, &words, plain->blocks.items[i].text, true);
        }
    }
    double best = 0;
    size_t distance = 0;
    for (size_t i = top; i-- > 0;) {
        distance += i < plain->first && plain->lines[i].kinds == 0 && plain->lines[i].script == plain->script;
        double score = title_score(plain, &words, i) / (1 + (double)distance / FAR);
        if (score > best) {
            best = score;
            title = i;
        }
    }
    if (title != SIZE_MAX) {
        plain->blocks.items[title].keep = true;
        plain->blocks.items[title].role = DOCUMENT_TITLE;
        plain->document->title = plain->blocks.items[title].text;
        plain->first = title >= plain->first ? title + 1 : plain->first;
    }
}

/* ---- what the other lines are */

static page_why why_of_kinds(uint32_t kinds) {
    for (int drop = 0; drop <= DOCUMENT_DROP_BOILERPLATE; drop++) {
        if (kinds & (1u << drop)) {
            return PAGE_WHY(drop);
        }
    }
    return PAGE_WHY(DOCUMENT_DROP_BOILERPLATE);
}

/* Captions and credits go to `media`. */
static bool is_media(struct plain *plain, size_t i) {
    struct page_block *block = &plain->blocks.items[i];
    struct line *line = &plain->lines[i];
    struct base_slice caption = block->text, credit = {0};
    bool inside = i > plain->first && i < plain->end;
    if (page_split_credit(plain->page, block->text, &caption, &credit)) {
        block->why = PAGE_WHY(line->is_repeat ? DOCUMENT_DROP_DUPLICATE : DOCUMENT_DROP_CAPTION);
    } else if ((line->kinds & (1u << DOCUMENT_DROP_CREDIT)) && line->phrase_end > 0) {
        caption = (struct base_slice){0};
        size_t end = line->phrase_end;
        while (end < block->text.size && (block->text.data[end] == ':' || block->text.data[end] == ' ')) {
            end++;
        }
        credit = base_slice_part(block->text, end, block->text.size);
        block->why = PAGE_WHY(line->is_repeat ? DOCUMENT_DROP_DUPLICATE : DOCUMENT_DROP_CREDIT);
        if (credit.size == 0) {
            return true;
        }
    } else if (line->repeated && inside && !block->ends_sentence && line->script == plain->script && block->words > 2 &&
               line->kinds == 0) {
        block->why = PAGE_WHY(line->is_repeat ? DOCUMENT_DROP_DUPLICATE : DOCUMENT_DROP_CAPTION);
    } else {
        return false;
    }
    page_add_media(plain->document, caption, credit);
    return true;
}

static bool is_subheading(const struct plain *plain, size_t i) {
    const struct page_block *block = &plain->blocks.items[i];
    const struct line *line = &plain->lines[i];
    return i > plain->first && i + 1 < plain->end && plain->blocks.items[i - 1].keep && is_running(plain, i + 1) &&
           !line->repeated && line->kinds == 0 && line->script == plain->script && block->words <= FURNITURE_WORDS;
}

static void judge(struct plain *plain) {
    for (size_t i = 0; i < plain->blocks.count; i++) {
        struct page_block *block = &plain->blocks.items[i];
        const struct line *line = &plain->lines[i];
        bool inside = i >= plain->first && i < plain->end;
        if (block->keep || is_media(plain, i)) {
            continue;
        }
        if (line->is_repeat || (block->words > 2 && base_slice_equal(block->text, plain->document->title))) {
            block->why = PAGE_WHY(DOCUMENT_DROP_DUPLICATE);
        } else if (line->script != plain->script && line->script != PAGE_NO_SCRIPT) {
            block->why = PAGE_WHY(DOCUMENT_DROP_LANGUAGE);
        } else if (line->kinds) {
            block->why = why_of_kinds(line->kinds);
        } else if (inside && (is_running(plain, i) || (block->ends_sentence && block->words > 1))) {
            block->keep = true;
            block->role = DOCUMENT_BODY;
        } else if (inside && is_subheading(plain, i)) {
            block->keep = true;
            block->role = DOCUMENT_BODY;
            block->tag = PAGE_H2;
        } else {
            block->why = PAGE_WHY(DOCUMENT_DROP_BOILERPLATE);
        }
    }
}

/* ---- date and byline */

static enum page_date_order order_on_page(const struct plain *plain, struct base_slice language) {
    const struct page_dates *dates = &plain->page->dates;
    for (size_t i = 0; i < plain->blocks.count; i++) {
        const struct page_block *block = &plain->blocks.items[i];
        struct page_date date;
        if (block->words > DATE_WORDS ||
            !page_date_find(dates, block->text, 0, language, PAGE_DAY_FIRST, &date) || date.ambiguous) {
            continue;
        }
        /* Does the date read the same whatever is first? Then numbers decided it: see which came first. */
        struct base_slice written = base_slice_part(block->text, date.start, date.end);
        int number = 0;
        for (size_t at = 0; at < written.size && base_is_digit((unsigned char)written.data[at]); at++) {
            number = number * 10 + (written.data[at] - '0');
        }
        if (number == date.month && number != date.day) {
            return PAGE_MONTH_FIRST;
        }
        if (number == date.day && number > 12) {
            return PAGE_DAY_FIRST;
        }
    }
    return page_date_order_of(dates, language);
}

/* The line of a date has little else on it; one with a time, or one that says so, is likelier the page's own. */
static void find_date(struct plain *plain) {
    struct document *document = plain->document;
    int best = 0;
    struct base_slice language = base_slice_of(document->language);
    enum page_date_order order = order_on_page(plain, language);
    for (size_t i = 0; i < plain->blocks.count; i++) {
        struct page_block *block = &plain->blocks.items[i];
        struct page_date date;
        if (block->words > DATE_WORDS || block->keep ||
            !page_date_find(&plain->page->dates, block->text, 0, language, order, &date)) {
            continue;
        }
        bool says = plain->lines[i].kinds & (1u << DOCUMENT_DROP_DATE);
        int score = 1 + 2 * (date.hour >= 0) + 2 * says + (i < plain->first);
        if (score > best) {
            best = score;
            document->published = page_date_write(document->arena, &date);
        }
        if (block->words <= 8) {
            block->why = PAGE_WHY(DOCUMENT_DROP_DATE);
        }
    }
}

static void find_byline(struct plain *plain) {
    for (size_t i = 0; i < plain->blocks.count && i < plain->first + 2; i++) {
        const struct page_block *block = &plain->blocks.items[i];
        const struct line *line = &plain->lines[i];
        if ((line->kinds & PAGE_NAMES_BYLINE) && line->phrase_end > 0 && block->words <= 8 && !block->keep) {
            size_t at = line->phrase_end;
            while (at < block->text.size && (block->text.data[at] == ' ' || block->text.data[at] == ':')) {
                at++;
            }
            if (at < block->text.size) {
                BASE_PUSH(plain->document->arena, &plain->document->byline,
                          base_slice_part(block->text, at, block->text.size));
            }
        }
    }
}

void page_plain_read(const struct page *page, struct base_slice text, struct base_slice input, struct document *document) {
    struct plain *plain = base_arena_take(document->arena, sizeof *plain);
    plain->page = page;
    plain->document = document;
    read_lines(plain, text, input);
    describe_lines(plain);
    find_body(plain);
    find_title(plain);
    judge(plain);
    find_byline(plain);
    struct base_slice sample = plain->end > plain->first ? plain->blocks.items[plain->first].text : (struct base_slice){0};
    page_language_guess(page->language, sample, (struct base_slice){0}, document->language);
    find_date(plain);
    page_compose(document, &plain->blocks, (struct base_slice){0}, page->language);
}
