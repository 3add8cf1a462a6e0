/* The title of a page saved as text. */
#include "page/plain_state.h"

enum {
    TITLE_WORDS = 25,
    STEM = 6, /* bytes by which words are compared */
    HITS = 6  /* words in common beyond which a longer title is no better */
};

static const double TOP = 0.03; /* share of the running text above a title, at most */
static const double FAR = 80;   /* lines between a title and the body that halve its chances */

/* Up to where a title may stand: a caption or a teaser above it may look like the beginning of the body. */
static size_t end_of_top(const struct page_plain *plain) {
    double all = 0, before = 0;
    for (size_t i = plain->first; i < plain->end; i++) {
        all += page_plain_is_running(plain, i) ? (double)plain->blocks.items[i].text.size : 0;
    }
    size_t i = plain->first;
    for (; i < plain->end && before < TOP * all; i++) {
        before += page_plain_is_running(plain, i) ? (double)plain->blocks.items[i].text.size : 0;
    }
    return i;
}

static double title_score(const struct page_plain *plain, size_t i) {
    const struct page_block *block = &plain->blocks.items[i];
    if (block->words > TITLE_WORDS || block->words < 2 || plain->lines[i].kinds || plain->lines[i].is_repeat ||
        plain->lines[i].script != plain->script || base_slice_ends(block->text, BASE_SLICE(".")) ||
        base_slice_ends(block->text, BASE_SLICE(":"))) {
        return 0;
    }
    size_t count, hits = page_words_known(&plain->words, block->text, 1, &count);
    return (double)((hits < HITS ? hits : HITS) * hits) / (double)block->words;
}

/* Of the lines at the top, the one with most words in common with the body; nearer ones count for more. */
void page_plain_find_title(struct page_plain *plain) {
    size_t top = end_of_top(plain), title = SIZE_MAX;
    plain->words = (struct page_words){.shortest = 4, .stem = STEM};
    for (size_t i = plain->first; i < plain->end; i++) {
        if (page_plain_is_running(plain, i)) {
            page_words_add(plain->document->arena, &plain->words, plain->blocks.items[i].text);
        }
    }
    double best = 0;
    size_t distance = 0;
    for (size_t i = top; i-- > 0;) {
        distance += i < plain->first && plain->lines[i].kinds == 0 && plain->lines[i].script == plain->script;
        double score = title_score(plain, i) / (1 + (double)distance / FAR);
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
