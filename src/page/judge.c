/* What is furniture inside the element that holds the body of an article. */
#include "base/map.h"
#include "base/utf8.h"
#include "page/article.h"

enum {
    DATE_WORDS = 8,
    LINE_WORDS = 16, /* a block of more words is no line of furniture by its first words */
    NOTE_WORDS = 60, /* nor by what stands anywhere in it */
    ACCOUNT_WORDS = 25,
    NAME_WORDS = 4, /* a link alone on a line that names a source */
    TEMPLATE_WORDS = 6,
    TEMPLATE_TIMES = 3,
    CARDS = 4, /* equal elements in a row, of a link and a line each, that make a list of other articles */
    CARD_WORDS = 45,
    LINKS = 3 /* items of a list of links under the last heading */
};

struct judge {
    const struct page_facts *facts;
    struct page_block *blocks;
    struct page_article article;
};

static void drop(struct page_block *block, enum document_drop why) {
    block->keep = false;
    block->why = block->why ? block->why : PAGE_WHY(why);
}

static bool is_linked(const struct page_block *block, uint32_t tenths) {
    return block->linked * 10ULL > block->text.size * (unsigned long long)tenths;
}

static enum document_block_role role_of(const struct page_block *block) {
    switch (block->tag) {
    case PAGE_LI:
    case PAGE_DD:
    case PAGE_DT: return DOCUMENT_LIST;
    case PAGE_BLOCKQUOTE: return DOCUMENT_QUOTE;
    default: return DOCUMENT_BODY;
    }
}

static bool is_running(const struct page_block *block) {
    return block->keep && !page_is_heading(block->tag) && (block->stops > 0 || block->text.size > 60);
}

/* ---- one block */

static bool is_address(struct base_slice text) {
    return (base_slice_starts(text, BASE_SLICE("http://")) || base_slice_starts(text, BASE_SLICE("https://"))) &&
           memchr(text.data, ' ', text.size) == NULL;
}

static bool has_copyright_sign(struct base_slice text) {
    return base_slice_find(text, BASE_SLICE("©")) != SIZE_MAX || base_slice_find(text, BASE_SLICE("ⓒ")) != SIZE_MAX;
}

static bool has_digit_in(struct base_slice text) {
    for (size_t i = 0; i < text.size; i++) {
        if (base_is_digit((unsigned char)text.data[i])) {
            return true;
        }
    }
    return false;
}

/* A line that is a date and little else. */
static bool is_date_line(const struct judge *judge, const struct page_block *block, uint32_t kinds) {
    struct page_date date;
    if ((kinds & (1u << DOCUMENT_DROP_DATE)) && block->words <= DATE_WORDS && has_digit_in(block->text)) {
        return true; /* "Updated at 1:23" */
    }
    if (block->words > LINE_WORDS || !page_date_find(&judge->facts->page->dates, block->text, 0,
                                                     page_facts_language(judge->facts), PAGE_DAY_FIRST, &date)) {
        return false;
    }
    return (kinds & (1u << DOCUMENT_DROP_DATE)) || (date.end - date.start) * 2 > block->text.size;
}

static bool drop_by_phrase(const struct judge *judge, struct page_block *block) {
    static const enum document_drop order[] = {DOCUMENT_DROP_PROMOTION, DOCUMENT_DROP_RELATED,    DOCUMENT_DROP_SHARE,
                                               DOCUMENT_DROP_COMMENT,   DOCUMENT_DROP_CREDIT,     DOCUMENT_DROP_FORM,
                                               DOCUMENT_DROP_EMBED,     DOCUMENT_DROP_BOILERPLATE};
    size_t end;
    uint32_t kinds =
        block->words <= NOTE_WORDS ? page_phrases_kinds(&judge->facts->page->phrases, block->text, &end) : 0;
    if (is_date_line(judge, block, kinds)) {
        drop(block, DOCUMENT_DROP_DATE);
        return true;
    }
    bool sentence = block->ends_sentence && !is_linked(block, 5);
    if (kinds && end > 0 && (block->words > LINE_WORDS || (sentence && end < block->text.size / 2))) {
        kinds = page_phrases_inside(&judge->facts->page->phrases, block->text);
    }
    if (block->words > LINE_WORDS) { /* prose may be about photographs or comments */
        kinds &= 1u << DOCUMENT_DROP_PROMOTION;
    }
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (kinds & (1u << order[i])) {
            drop(block, order[i]);
            return true;
        }
    }
    return false;
}

static bool is_plain(const struct page_block *block) {
    return !block->why && !is_linked(block, 7) && block->words > NAME_WORDS;
}

/* "[Source]" between a quotation and the next paragraph is a link, but belongs there. */
static bool names_source(const struct judge *judge, size_t i) {
    const struct page_block *block = &judge->blocks[i];
    return block->words <= NAME_WORDS && block->tag == PAGE_P && i > judge->article.first &&
           i + 1 < judge->article.end && is_plain(&judge->blocks[i - 1]) && is_plain(&judge->blocks[i + 1]);
}

/* Items of a list with links under a line that announces other articles. */
static bool is_announced(const struct judge *judge, size_t i) {
    const struct page_block *block = &judge->blocks[i];
    if (block->tag != PAGE_LI || block->linked == 0 || i == judge->article.first) {
        return false;
    }
    const struct page_block *before = &judge->blocks[i - 1];
    return before->why == PAGE_WHY(DOCUMENT_DROP_RELATED) &&
           (before->tag == PAGE_LI || before->words <= NAME_WORDS * 2) && !before->ends_sentence;
}

static void judge_one(const struct judge *judge, size_t i) {
    struct page_block *block = &judge->blocks[i];
    if (block->why) {
        return;
    }
    bool prose = block->stops > 0 && block->tag == PAGE_P;
    bool linked = is_linked(block, 9) || (is_linked(block, 7) && block->words < 30 && !prose);
    if ((linked && block->tag != PAGE_BLOCKQUOTE && !names_source(judge, i)) || is_announced(judge, i)) {
        drop(block, DOCUMENT_DROP_RELATED);
    } else if (is_address(block->text) || (block->words < 30 && has_copyright_sign(block->text))) {
        drop(block, DOCUMENT_DROP_BOILERPLATE);
    } else if (!drop_by_phrase(judge, block)) {
        block->keep = true;
        block->role = role_of(block);
    }
}

/* ---- repetition */

/* The text with every digit as '#'. */
static struct base_slice template_of(struct base_arena *arena, struct base_slice text, bool *has_digit) {
    char *out = base_arena_take(arena, text.size);
    *has_digit = false;
    for (size_t i = 0; i < text.size; i++) {
        bool digit = base_is_digit((unsigned char)text.data[i]);
        out[i] = digit ? '#' : text.data[i];
        *has_digit = *has_digit || digit;
    }
    return (struct base_slice){out, text.size};
}

static void drop_repeated(const struct judge *judge) {
    struct base_arena *arena = judge->facts->document->arena;
    struct base_map seen = {0}, templates = {0};
    for (int turn = 0; turn < 2; turn++) {
        for (size_t i = judge->article.first; i < judge->article.end; i++) {
            struct page_block *block = &judge->blocks[i];
            if (!block->keep) {
                continue;
            }
            if (turn == 0 && block->words > NAME_WORDS) {
                if (base_map_get(&seen, block->text) != BASE_MAP_NONE) {
                    drop(block, DOCUMENT_DROP_DUPLICATE);
                } else {
                    base_map_set(&seen, arena, block->text, 1);
                }
            }
            if (block->words > TEMPLATE_WORDS || block->words < 2 || block->stops > 0) {
                continue;
            }
            bool has_digit;
            struct base_slice key = template_of(arena, block->text, &has_digit);
            uint32_t times = base_map_get(&templates, key);
            times = times == BASE_MAP_NONE ? 0 : times;
            if (has_digit && turn == 0) {
                base_map_set(&templates, arena, key, times + 1);
            } else if (has_digit && times >= TEMPLATE_TIMES) {
                drop(block, DOCUMENT_DROP_NAVIGATION);
            }
        }
    }
}

/* ---- cards of other articles */

static bool is_card(const struct judge *judge, uint32_t node) {
    const struct page_facts *facts = judge->facts;
    size_t first = page_blocks_at(facts->blocks, node),
           end = page_blocks_at(facts->blocks, facts->dom->nodes[node].end);
    uint32_t words = 0;
    bool linked = false;
    for (size_t i = first; i < end && end - first < 6; i++) {
        linked = linked || is_linked(&judge->blocks[i], 9);
        words += is_linked(&judge->blocks[i], 5) ? 0 : judge->blocks[i].words;
    }
    return linked && end - first >= 2 && end - first < 6 && words <= CARD_WORDS;
}

/* Siblings of the same tag and class from `node` on, and how many are cards. Marks them, so that each run is read once.
 */
static uint32_t read_run(const struct judge *judge, uint32_t node, bool *seen, uint32_t *count, uint32_t *cards) {
    const struct page_dom *dom = judge->facts->dom;
    struct base_slice name = page_dom_attribute(dom, node, PAGE_CLASS);
    uint32_t end = node;
    *count = *cards = 0;
    for (uint32_t next = node; next < dom->count && dom->nodes[next].parent == dom->nodes[node].parent;
         next = dom->nodes[next].end) {
        if (dom->nodes[next].tag == dom->nodes[node].tag &&
            base_slice_equal(page_dom_attribute(dom, next, PAGE_CLASS), name)) {
            ++*count;
            *cards += is_card(judge, next);
            seen[next] = true;
            end = dom->nodes[next].end;
        } else if (dom->nodes[next].tag != PAGE_TEXT) {
            break;
        }
    }
    return end;
}

static void drop_cards(const struct judge *judge) {
    const struct page_dom *dom = judge->facts->dom;
    if (judge->article.first >= judge->article.end) {
        return;
    }
    bool *seen = base_arena_array(judge->facts->document->arena, dom->count, sizeof *seen);
    uint32_t last = judge->blocks[judge->article.end - 1].last;
    for (uint32_t i = judge->blocks[judge->article.first].node; i <= last; i++) {
        uint32_t count, cards;
        if (seen[i] || !page_dom_is_block(dom->nodes[i].tag) || page_dom_attribute(dom, i, PAGE_CLASS).size == 0) {
            continue;
        }
        uint32_t end = read_run(judge, i, seen, &count, &cards);
        if (count < CARDS || cards * 5 < count * 4) {
            continue;
        }
        for (size_t b = page_blocks_at(judge->facts->blocks, i); b < judge->article.end && judge->blocks[b].first < end;
             b++) {
            drop(&judge->blocks[b], DOCUMENT_DROP_RELATED);
        }
        i = end - 1;
    }
}

/* ---- where it begins and ends */

/* An e-mail address, or in a short line the name of an account. */
static bool has_contact(const struct page_block *block) {
    struct base_slice text = block->text;
    for (size_t i = 0; i < text.size; i++) {
        bool before = i > 0 && text.data[i - 1] != ' ' && text.data[i - 1] != '(';
        if (text.data[i] == '@' && (before || block->words <= ACCOUNT_WORDS)) {
            return true;
        }
    }
    return false;
}

static void trim_begin(const struct judge *judge) {
    for (size_t i = judge->article.first; i < judge->article.end; i++) {
        struct page_block *block = &judge->blocks[i];
        bool standfirst = block->keep && ((judge->facts->furniture->kinds[block->node] & PAGE_NAMES_LEDE) ||
                                          (page_is_heading(block->tag) && block->ends_sentence));
        if (block->keep && !standfirst && (is_running(block) || page_is_heading(block->tag))) {
            return;
        }
        block->keep = false;
    }
}

/* The last heading, where nothing but links to elsewhere comes after it. */
static size_t trim_links(const struct judge *judge, size_t end) {
    size_t links = 0;
    for (size_t i = end; i-- > judge->article.first;) {
        struct page_block *block = &judge->blocks[i];
        if (!block->keep) {
            continue;
        }
        bool item = block->tag == PAGE_LI && block->linked > 0;
        if (item) {
            links++;
            continue;
        }
        if (links < LINKS || block->ends_sentence || block->words > LINE_WORDS) {
            return end;
        }
        for (size_t b = i; b < end; b++) {
            if (judge->blocks[b].keep) {
                drop(&judge->blocks[b], DOCUMENT_DROP_RELATED);
            }
        }
        return i;
    }
    return end;
}

static size_t trim_end(const struct judge *judge) {
    size_t end = judge->article.end;
    while (end > judge->article.first) {
        struct page_block *block = &judge->blocks[end - 1];
        bool contact = block->keep && block->words <= NOTE_WORDS && has_contact(block) && block->tag != PAGE_BLOCKQUOTE;
        bool last = judge->article.declared && block->keep && block->linked == 0 && !page_is_heading(block->tag);
        if (block->keep && !contact && (is_running(block) || last || block->tag == PAGE_BLOCKQUOTE)) {
            break;
        }
        if (contact) {
            drop(block, DOCUMENT_DROP_BOILERPLATE);
        }
        block->keep = false;
        end--;
    }
    return end;
}

/* Headings with nothing under them. */
static void drop_empty_headings(const struct judge *judge, size_t end) {
    enum page_tag under = PAGE_TEXT; /* what follows: text, or a heading that was kept */
    bool follows = false;
    for (size_t i = end; i-- > judge->article.first;) {
        struct page_block *block = &judge->blocks[i];
        if (!block->keep) {
            continue;
        }
        if (page_is_heading(block->tag)) {
            block->keep = follows && (under == PAGE_TEXT || under > block->tag);
            under = block->keep ? block->tag : under;
        } else {
            follows = true;
            under = PAGE_TEXT;
        }
    }
}

void page_judge_blocks(const struct page_facts *facts, struct page_article article) {
    struct judge judge = {facts, facts->blocks->items, article};
    for (size_t i = article.first; i < article.end; i++) {
        struct page_block *block = &judge.blocks[i];
        if (base_slice_equal(block->text, facts->document->title)) {
            drop(block, DOCUMENT_DROP_DUPLICATE);
        }
        judge_one(&judge, i);
    }
    drop_cards(&judge);
    drop_repeated(&judge);
    trim_begin(&judge);
    size_t end = trim_end(&judge);
    end = trim_links(&judge, end);
    drop_empty_headings(&judge, end);
}
