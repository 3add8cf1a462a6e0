#include "page/plain.h"

#include "page/compose.h"
#include "page/plain_state.h"

enum {
    PARAGRAPH = 400,  /* bytes of one paragraph that count, at most */
    SHORT_COST = 60,  /* bytes of running text that a line of furniture weighs up */
    KNOWN_COST = 100, /* the same where its words say that it is one */
    INSIDE_COST = 15
};

/* What a line that is no running text weighs against the body going on over it. Captions that stand twice and lines of
 * other scripts come in the middle of articles; lists of links and comments do not. */
static double cost_of(const struct page_plain *plain, size_t i) {
    const struct page_line *line = &plain->lines[i];
    bool foreign = line->script != plain->script && line->script != PAGE_NO_SCRIPT;
    bool caption = line->repeated && plain->blocks.items[i].words > 2;
    if (foreign || caption || (line->kinds & (1u << DOCUMENT_DROP_CREDIT))) {
        return INSIDE_COST;
    }
    return line->kinds ? KNOWN_COST : SHORT_COST;
}

/* The run of lines with the highest sum, running text counting for and furniture against it (Bentley 1984). */
static void find_body(struct page_plain *plain) {
    double sum = 0, best = 0;
    size_t start = 0;
    for (size_t i = 0; i < plain->blocks.count; i++) {
        size_t size = plain->blocks.items[i].text.size;
        if (page_plain_is_running(plain, i)) {
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
    while (plain->first < plain->end && !page_plain_is_running(plain, plain->first)) {
        plain->first++;
    }
}

void page_plain_read(const struct page *page, struct base_slice text, struct base_slice input,
                     struct document *document) {
    struct page_plain *plain = base_arena_take(document->arena, sizeof *plain);
    plain->page = page;
    plain->document = document;
    page_plain_read_lines(plain, text, input);
    find_body(plain);
    page_plain_find_title(plain);
    page_plain_judge(plain);
    page_plain_find_byline(plain);
    struct base_slice sample =
        plain->end > plain->first ? plain->blocks.items[plain->first].text : (struct base_slice){0};
    page_language_guess(page->language, sample, (struct base_slice){0}, document->language);
    page_plain_find_date(plain);
    page_compose(document, &plain->blocks, (struct base_slice){0}, page->language);
}
