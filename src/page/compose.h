/* compose: blocks that were judged become the document's text, its blocks, and what was dropped. */
#ifndef PAGE_COMPOSE_H
#define PAGE_COMPOSE_H

#include "page/blocks.h"
#include "page/language.h"

/* What has `keep` goes into the text, after the title, apart by a blank line; the rest into `dropped`. The document's
 * title and its language, or the tag that the page gives (`hint`), must be set before; the first paragraph becomes the
 * lede. */
void page_compose(struct document *document, const struct page_blocks *blocks, struct base_slice hint,
                  struct page_language *language);

#endif
