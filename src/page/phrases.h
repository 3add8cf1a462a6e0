/* phrases: what people read around an article, as words: "Photo:", "Read more", "All rights reserved".
 *
 * Takes: lists of phrases (data/en/page/phrases.txt). Adds: which kinds of furniture a line may be. The lists are of
 * one language; pages in others must do with structure, and lose little.
 */
#ifndef PAGE_PHRASES_H
#define PAGE_PHRASES_H

#include "page/names.h"

struct page_phrases {
    struct base_map starts; /* what a line begins with, words in lower case joined by one space, to kinds */
    struct base_map inside; /* what may stand anywhere in it */
};

enum sayso_status page_phrases_read(struct base_arena *arena, struct base_slice name, struct base_slice bytes,
                                    struct page_phrases *phrases, struct sayso_error *error);
/* Kinds of the phrases that the line begins with or has in it. `*end`: where a phrase at its start ends. */
uint32_t page_phrases_kinds(const struct page_phrases *phrases, struct base_slice line, size_t *end);
/* Of those that may stand anywhere only. */
uint32_t page_phrases_inside(const struct page_phrases *phrases, struct base_slice line);

#endif
