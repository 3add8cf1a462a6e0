/* Date and byline of a page saved as text. */
#include "base/utf8.h"
#include "page/facts.h"
#include "page/plain_state.h"

enum {
    DATE_WORDS = 14, /* a line with more is prose */
    LINE_OF_DATE = 8 /* a line with a date and so few words is nothing else */
};

/* The line of a date has little else on it; one with a time, or one that says so, is likelier the page's own. Of two as
 * good the earlier one is that of publication, and the later one that of a change. */
void page_plain_find_date(struct page_plain *plain) {
    struct document *document = plain->document;
    int best = 0;
    int32_t day;
    struct base_slice language = base_slice_of(document->language);
    enum page_date_order order = page_order_of_dates(plain->page, &plain->blocks, language);
    for (size_t i = 0; i < plain->blocks.count; i++) {
        struct page_block *block = &plain->blocks.items[i];
        struct page_date date;
        if (block->words > DATE_WORDS || block->keep ||
            !page_date_find(&plain->page->dates, block->text, 0, language, order, &date)) {
            continue;
        }
        bool says = plain->lines[i].kinds & (1u << DOCUMENT_DROP_DATE);
        int score = 1 + 2 * (date.hour >= 0) + 2 * says + (i < plain->first);
        struct base_slice written = page_date_write(document->arena, &date);
        bool known = document_parse_day(written, &day);
        if (known && says && score == best && base_slice_compare(written, document->published) != 0) {
            bool earlier = base_slice_compare(written, document->published) < 0;
            document->modified = earlier ? document->published : written;
            document->published = earlier ? written : document->published;
        } else if (known && score > best) {
            best = score;
            document->published = written;
            document->modified = (struct base_slice){0};
        }
        if (block->words <= LINE_OF_DATE) {
            block->why = PAGE_WHY(DOCUMENT_DROP_DATE);
        }
    }
}

void page_plain_find_byline(struct page_plain *plain) {
    for (size_t i = 0; i < plain->blocks.count && i < plain->first + 2; i++) {
        const struct page_block *block = &plain->blocks.items[i];
        const struct page_line *line = &plain->lines[i];
        if ((line->kinds & PAGE_NAMES_BYLINE) && line->phrase_end > 0 && block->words <= 8 && !block->keep) {
            size_t at = line->phrase_end;
            while (at < block->text.size && (block->text.data[at] == ' ' || block->text.data[at] == ':')) {
                at++;
            }
            if (at < block->text.size) {
                BASE_PUSH(plain->document->arena, &plain->document->byline,
                          base_slice_part(block->text, at, block->text.size));
            }
        }
    }
}
