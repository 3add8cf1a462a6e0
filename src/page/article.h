/* article: which blocks of a page are the body of its article.
 *
 * Takes: blocks in which furniture is marked, the title. Adds: `keep` and `role` of those that are body, `why` of those
 * that are not. In two steps: the element that holds the body (page_article_find), then what in it is none after all:
 * cards of other articles, promotion, bylines, what stands before its begin and behind its end (page_judge_blocks).
 */
#ifndef PAGE_ARTICLE_H
#define PAGE_ARTICLE_H

#include "page/facts.h"

/* Blocks [first, end) below the element that holds the body. `declared`: it says that it does. */
struct page_article {
    size_t first, end;
    bool declared;
};

struct page_article page_article_find(const struct page_facts *facts);
void page_judge_blocks(const struct page_facts *facts, struct page_article article);

#endif
