/* article: which blocks of a page are the body of its article. */
#ifndef PAGE_ARTICLE_H
#define PAGE_ARTICLE_H

#include "page/furniture.h"

/* Sets `keep` and `role` of the blocks that are body, and `why` of those that are not. */
void page_article_choose(struct base_arena *arena, const struct page_dom *dom, const struct page_furniture *furniture,
                         struct page_blocks *blocks, struct base_slice title);

#endif
