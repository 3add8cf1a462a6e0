/* words: sets of words that say whether two texts belong together.
 *
 * Takes: texts. Adds: how many words of one are in another. Promises: letter case aside; cost is that of reading the
 * text.
 */
#ifndef PAGE_WORDS_H
#define PAGE_WORDS_H

#include "base/map.h"
#include "base/vector.h"

struct page_word {
    uint32_t texts, last; /* how many texts have it, and which one was the last */
};

struct page_words {
    struct base_map index;
    BASE_VECTOR(struct page_word) entries;
    uint32_t texts;  /* added so far */
    size_t shortest; /* bytes; shorter words are passed over; 0: none is */
    size_t stem;     /* bytes by which words are compared; 0: all of them */
};

void page_words_add(struct base_arena *arena, struct page_words *words, struct base_slice text);
/* Words of the text that are in at least so many of the texts added; `*count`: words it has. */
size_t page_words_known(const struct page_words *words, struct base_slice text, uint32_t least, size_t *count);

#endif
