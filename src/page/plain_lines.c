/* The lines of a page saved as text, and what can be said of each by itself. */
#include "base/utf8.h"
#include "page/plain_state.h"

enum {
    RUNNING = 40,       /* bytes of a line that ends a sentence and counts as running text */
    WRAP = 100,         /* no line of a hard-wrapped text is longer */
    ENOUGH_WORDS = 150, /* of running text, to know the small words of its language */
    FEW_WORDS = 5       /* too few to tell a language by */
};

bool page_plain_is_running(const struct page_plain *plain, size_t i) {
    const struct page_block *block = &plain->blocks.items[i];
    const struct page_line *line = &plain->lines[i];
    return block->stops > 0 && block->text.size >= RUNNING && block->words > 5 && !line->is_repeat &&
           (plain->script == PAGE_NO_SCRIPT || line->script == plain->script) && line->kinds == 0 && !line->foreign;
}

static void push(struct page_plain *plain, struct base_slice text, struct base_slice input) {
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

static void split(struct page_plain *plain, struct base_slice text, struct base_slice input) {
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

static void describe_lines(struct page_plain *plain) {
    struct base_arena *arena = plain->document->arena;
    struct base_map seen = {0};
    plain->lines = base_arena_array(arena, plain->blocks.count, sizeof *plain->lines);
    for (size_t i = 0; i < plain->blocks.count; i++) {
        struct page_block *block = &plain->blocks.items[i];
        struct page_line *line = &plain->lines[i];
        size_t letters;
        line->script = page_script_of(block->text, &letters);
        uint32_t before = base_map_get(&seen, block->text);
        if (before == BASE_MAP_NONE) {
            base_map_set(&seen, arena, block->text, (uint32_t)i);
        } else {
            line->repeated = line->is_repeat = plain->lines[before].repeated = true;
        }
        if (block->words <= PAGE_LINE_WORDS) {
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
        masses[script] += page_plain_is_running(plain, i) ? plain->blocks.items[i].text.size : 0;
        best = masses[script] > masses[best] ? script : best;
    }
    plain->script = best;
}

/* Sentences of furniture in another language of the same script share hardly a word with the article. Long ones are
 * left to whoever tells languages of blocks. */
static void mark_foreign(struct page_plain *plain) {
    struct page_words all = {0};
    size_t total = 0, words;
    for (size_t i = 0; i < plain->blocks.count; i++) {
        if (page_plain_is_running(plain, i)) {
            page_words_add(plain->document->arena, &all, plain->blocks.items[i].text);
            total += plain->blocks.items[i].words;
        }
    }
    for (size_t i = 0; i < plain->blocks.count && total >= ENOUGH_WORDS && plain->script < PAGE_DEVANAGARI; i++) {
        const struct page_block *block = &plain->blocks.items[i];
        if (block->words >= FEW_WORDS && block->text.size < WRAP && page_plain_is_running(plain, i)) {
            plain->lines[i].foreign = page_words_known(&all, block->text, 3, &words) * 8 < block->words;
        }
    }
}

void page_plain_read_lines(struct page_plain *plain, struct base_slice text, struct base_slice input) {
    split(plain, text, input);
    describe_lines(plain);
    mark_foreign(plain);
}
