#include "page/page.h"

#include "page/dom.h"

#include <time.h>

#include "base/utf8.h"
#include "page/article.h"
#include "page/compose.h"
#include "page/encoding.h"
#include "page/facts.h"
#include "page/plain.h"

enum { DECLARED = 300 }; /* bytes of a body in structured data that is worth taking */

enum sayso_status page_open(const struct model *model, struct base_arena *arena, const struct page **out,
                            struct sayso_error *error) {
    struct page *page = base_arena_take(arena, sizeof *page);
    enum sayso_status status = SAYSO_OK;
    page_dom_prepare();
    const struct model_part *part = model_part(model, "page/classes.txt");
    if (part) {
        status = page_names_read(arena, part->name, part->bytes, &page->names, error);
    }
    if (status == SAYSO_OK && (part = model_part(model, "page/phrases.txt"))) {
        status = page_phrases_read(arena, part->name, part->bytes, &page->phrases, error);
    }
    if (status == SAYSO_OK && (part = model_part(model, "locale/dates.txt"))) {
        status = page_dates_read(arena, part->name, part->bytes, &page->dates, error);
    }
    if (status == SAYSO_OK && (part = model_part(model, "locale/countries.txt"))) {
        status = page_countries_read(arena, part->name, part->bytes, &page->countries, error);
    }
    page->dates.today = (int32_t)(time(NULL) / 86400);
    page->language = page_language_new(arena);
    *out = page;
    return status;
}

enum sayso_status page_read_text(const struct page *page, struct base_slice bytes, struct document *document,
                                 struct sayso_error *error) {
    (void)error;
    char expected[sizeof document->language];
    memcpy(expected, document->language, sizeof expected);
    document->text = page_mend(document->arena, bytes, &document->mended);
    page_language_guess(page->language, document->text, base_slice_of(expected), document->language);
    return SAYSO_OK;
}

/* Markup: a doctype or a root element in front, or tags of which one is closed. */
bool page_is_html(struct base_slice bytes) {
    static const char *const roots[] = {"<!doctype", "<html", "<head", "<body"};
    static const char *const tags[] = {"p",  "div", "a",     "br",   "span", "table", "td",
                                       "h1", "h2",  "li",    "ul",   "b",    "i",     "strong",
                                       "em", "img", "title", "meta", "body", "html",  "script"};
    enum { LOOK = 1 << 16 };
    char text[LOOK];
    size_t size = 0, opened = 0, closed = 0;
    for (size_t i = 0; i < bytes.size && size < LOOK; i++) { /* NUL and BOM out of the way of UTF-16 */
        unsigned char c = (unsigned char)bytes.data[i];
        if (c != 0 && !(i < 3 && c > 0x7F)) {
            text[size++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : (char)c;
        }
    }
    struct base_slice rest = base_slice_trim((struct base_slice){text, size});
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        if (base_slice_starts(rest, base_slice_of(roots[i]))) {
            return true;
        }
    }
    for (size_t at; (at = base_slice_find(rest, BASE_SLICE("<"))) != SIZE_MAX;) {
        rest = base_slice_part(rest, at + 1, rest.size);
        bool closing = base_slice_starts(rest, BASE_SLICE("/"));
        struct base_slice name = base_slice_part(rest, closing, rest.size);
        for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
            size_t length = strlen(tags[i]);
            if (base_slice_starts(name, base_slice_of(tags[i])) && length < name.size &&
                memchr(" >/\n\t\r", name.data[length], 6)) {
                *(closing ? &closed : &opened) += 1;
            }
        }
    }
    return opened > 1 && closed > 0;
}

/* A page whose text is put there by a script has it in its structured data only: taken where the page shows much less.
 */
static enum sayso_status take_declared_body(struct document *document, struct base_slice body,
                                            struct page_blocks *blocks, struct sayso_error *error) {
    struct base_arena *arena = document->arena;
    size_t kept = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        kept += blocks->items[i].keep ? blocks->items[i].text.size : 0;
    }
    if (body.size < DECLARED || kept * 3 > body.size) {
        return SAYSO_OK;
    }
    for (size_t i = 0; i < blocks->count; i++) {
        blocks->items[i].keep = false;
    }
    size_t first = blocks->count;
    if (page_is_html(body)) {
        struct page_dom dom;
        enum sayso_status status = page_dom_parse(arena, body, &dom, error);
        if (status != SAYSO_OK) {
            return status;
        }
        page_blocks_read(arena, &dom, base_arena_take(arena, dom.count), blocks);
    } else {
        while (body.size > 0) {
            struct base_slice line = base_slice_trim(base_slice_line(&body));
            if (line.size > 0) {
                BASE_PUSH(arena, blocks, (struct page_block){.text = line, .tag = PAGE_P});
            }
        }
    }
    for (size_t i = first; i < blocks->count; i++) {
        blocks->items[i].keep = true;
        blocks->items[i].role = DOCUMENT_BODY;
    }
    return SAYSO_OK;
}

static enum sayso_status page_read_html(const struct page *page, struct base_slice html, struct document *document,
                                        struct sayso_error *error) {
    struct base_arena *arena = document->arena;
    struct page_dom dom;
    enum sayso_status status = page_dom_parse(arena, html, &dom, error);
    if (status != SAYSO_OK) {
        return status;
    }
    struct page_metadata metadata = page_metadata_read(arena, &dom);
    struct page_furniture furniture = page_furniture_find(arena, &dom, &page->names);
    struct page_blocks blocks = {0};
    page_blocks_read(arena, &dom, furniture.why, &blocks);
    page_furniture_apply(arena, &dom, &furniture, &blocks);
    struct page_facts facts = {page, document, &dom, &metadata, &furniture, &blocks, SIZE_MAX};
    page_facts_name(&facts);
    page_judge_blocks(&facts, page_article_find(&facts));
    if (facts.title != SIZE_MAX) {
        blocks.items[facts.title].why = PAGE_WHY(DOCUMENT_DROP_DUPLICATE); /* it is the title, and comes first */
        blocks.items[facts.title].keep = false;
    }
    page_facts_around(&facts);
    status = take_declared_body(document, metadata.body, &blocks, error);
    page_compose(document, &blocks, page_facts_language(&facts), page->language);
    return status;
}

enum sayso_status page_read(const struct page *page, const struct page_input *input, struct document *document,
                            struct sayso_error *error) {
    struct base_arena *arena = document->arena;
    document->is_page = true;
    bool is_html = input->is_unicode || page_is_html(input->bytes);
    struct base_slice text = input->is_unicode
                                 ? page_decode_unicode(arena, input->bytes, &document->mended)
                                 : page_decode(arena, input->bytes, input->charset, is_html, &document->mended);
    enum sayso_status status = SAYSO_OK;
    if (is_html) {
        status = page_read_html(page, text, document, error);
    } else {
        page_plain_read(page, text, input->bytes, document);
    }
    if (document->published.size > 0) {
        document_parse_day(document->published, &document->day);
    }
    return status;
}

struct base_slice page_iso_date(const struct page *page, struct base_arena *arena, struct base_slice text) {
    struct page_date date;
    struct base_slice none = {0};
    bool found = page_date_find(&page->dates, text, 0, none, PAGE_ORDER_UNKNOWN, &date);
    return found ? page_date_write(arena, &date) : none;
}
