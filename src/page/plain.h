/* plain: a page saved as text, with the furniture that stood around its article.
 *
 * Takes: text in UTF-8 and the bytes it was decoded from. Adds: everything that the document gets from a page.
 * Promises: furniture is told by structure (short lines without the end of a sentence), repetition, position and
 * script; words of one language help and are not needed.
 */
#ifndef PAGE_PLAIN_H
#define PAGE_PLAIN_H

#include "document/document.h"
#include "page/tables.h"

void page_plain_read(const struct page *page, struct base_slice text, struct base_slice input,
                     struct document *document);

#endif
