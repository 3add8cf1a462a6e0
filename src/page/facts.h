/* facts: title, outlet, byline, dates, address, captions of an HTML page: what it says of itself, checked against what
 * it shows.
 *
 * Takes: metadata, blocks that furniture was marked in; for dates and captions also which blocks are the article. Adds:
 * the document's fields. Promises: a title that the page shows is preferred to one that it only declares; of dates the
 * declared ones are, if they are in the calendar and not in the future.
 */
#ifndef PAGE_FACTS_H
#define PAGE_FACTS_H

#include "page/furniture.h"
#include "page/metadata.h"
#include "page/page.h"
#include "page/tables.h"

struct page_facts {
    const struct page *page;
    struct document *document;
    const struct page_dom *dom;
    const struct page_metadata *metadata;
    const struct page_furniture *furniture;
    struct page_blocks *blocks;
    size_t title; /* block, or SIZE_MAX */
};

/* Title, outlet, address: before the article is chosen. Sets `title`. */
void page_facts_name(struct page_facts *facts);
/* Byline, dates, captions: after. */
void page_facts_around(struct page_facts *facts);
/* The tag of the page's language: as declared. */
struct base_slice page_facts_language(const struct page_facts *facts);

/* Splits "caption (Photo: credit)" where the line is one; true if it is. */
bool page_split_credit(const struct page *page, struct base_slice line, struct base_slice *caption,
                       struct base_slice *credit);
/* Adds a photo or video that is not there yet. */
void page_add_media(struct document *document, enum document_media_kind kind, struct base_slice caption,
                    struct base_slice credit);
/* Whether day or month comes first in dates of numbers: by a date on the page of which only one reading is in the
 * calendar, else by the language. */
enum page_date_order page_order_of_dates(const struct page *page, const struct page_blocks *blocks,
                                         struct base_slice language);

#endif
