/* page: from the bytes of one saved page to its article.
 *
 * Takes: the unwrapped bytes of a page (HTML, or a page saved as text), or a text to be taken to the letter. Adds:
 * text, blocks, title, byline, outlet, dates, language, media, dropped. Promises: text is valid UTF-8 and its blocks
 * lie in it in order; what was left out of a page is in `dropped` with its reason; cost is linear in the size of the
 * page; no recursion over the tree of the page.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "base/error.h"
#include "document/document.h"
#include "model/model.h"

struct page;

/* Loads the names of months and the like (data/en/page, data/locale); libexttextcat is loaded when first needed. */
enum sayso_status page_open(const struct model *model, struct base_arena *arena, const struct page **out,
                            struct sayso_error *error);

struct page_input {
    struct base_slice bytes;
    struct base_slice charset; /* of the HTTP header; empty: none */
    bool is_unicode;           /* HTML from JSON: UTF-8 already, whatever its <meta> says */
};

/* HTML where it has markup, else a page saved as text. */
enum sayso_status page_read(const struct page *page, const struct page_input *input, struct document *document,
                            struct sayso_error *error);
/* Prose, to the letter: a BOM is dropped, invalid UTF-8 becomes U+FFFD, all else stays. `document->language` is the
 * language to expect: it stays where the text does not speak against it. */
enum sayso_status page_read_text(const struct page *page, struct base_slice bytes, struct document *document,
                                 struct sayso_error *error);
bool page_is_html(struct base_slice bytes);
/* The first date in a text as ISO 8601 has it; data NULL: there is none. */
struct base_slice page_iso_date(const struct page *page, struct base_arena *arena, struct base_slice text);

#endif
