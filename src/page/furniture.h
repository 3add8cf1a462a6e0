/* furniture: which elements of a page are not its article, by what they are and what they are called.
 *
 * Takes: the tree, the lists of names. Adds: for each node why it is left out (0: it is not). Promises: an element that
 * holds much of the running text of the page is not left out for its name.
 */
#ifndef PAGE_FURNITURE_H
#define PAGE_FURNITURE_H

#include "page/blocks.h"
#include "page/names.h"

struct page_furniture {
    page_why *why;   /* one a node; elements only, not passed down */
    uint32_t *kinds; /* what the names of the element say */
};

struct page_furniture page_furniture_find(struct base_arena *arena, const struct page_dom *dom,
                                          const struct page_names *names);
/* Takes back what would leave out most of the text, and marks the blocks below the rest. */
void page_furniture_apply(struct base_arena *arena, const struct page_dom *dom, struct page_furniture *furniture,
                          struct page_blocks *blocks);
/* Sums of the masses of blocks not left out: [i] is of all before block i. */
float *page_furniture_sums(struct base_arena *arena, const struct page_blocks *blocks);
float page_furniture_mass(const struct page_dom *dom, const struct page_blocks *blocks, const float *sums,
                          uint32_t node);

#endif
