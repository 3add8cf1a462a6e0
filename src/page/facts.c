#include "page/facts.h"

#include "base/utf8.h"

enum {
    DATE_WORDS = 14, /* a line with more is prose */
    ABOVE = 25,      /* blocks above the article in which its date and byline may stand */
    BELOW = 12,
    NAME_WORDS = 8,
    REPEATS = 64, /* captions back in which the same one is looked for */
    SLACK = 8     /* days by which the date in an address may differ */
};

struct base_slice page_facts_language(const struct page_facts *facts) {
    const struct page_metadata *metadata = facts->metadata;
    return metadata->language.size ? metadata->language : metadata->locale;
}

/* ---- captions and credits */

static struct base_slice after_phrase(struct base_slice line, size_t end) {
    while (end < line.size && (line.data[end] == ':' || line.data[end] == ' ')) {
        end++;
    }
    return base_slice_part(line, end, line.size);
}

bool page_split_credit(const struct page *page, struct base_slice line, struct base_slice *caption,
                       struct base_slice *credit) {
    if (!base_slice_ends(line, BASE_SLICE(")")) && !base_slice_ends(line, BASE_SLICE("]"))) {
        return false;
    }
    size_t open = line.size;
    while (open > 0 && line.data[open - 1] != '(' && line.data[open - 1] != '[') {
        open--;
    }
    if (open == 0) {
        return false;
    }
    struct base_slice inside = base_slice_part(line, open, line.size - 1);
    size_t end;
    if (!(page_phrases_kinds(&page->phrases, inside, &end) & (1u << DOCUMENT_DROP_CREDIT)) || end == 0) {
        return false;
    }
    *caption = base_slice_trim(base_slice_part(line, 0, open - 1));
    *credit = base_slice_trim(after_phrase(inside, end));
    return caption->size > 0;
}

void page_add_media(struct document *document, enum document_media_kind kind, struct base_slice caption,
                    struct base_slice credit) {
    size_t count = document->media.count;
    for (size_t i = count > REPEATS ? count - REPEATS : 0; i < count; i++) {
        const struct document_media *media = &document->media.items[i];
        if (base_slice_equal(media->caption, caption) &&
            (credit.size == 0 || base_slice_equal(media->credit, credit))) {
            return;
        }
    }
    BASE_PUSH(document->arena, &document->media, (struct document_media){kind, caption, credit});
}

/* The figure that holds the node; 0: none. */
static uint32_t figure_of(const struct page_dom *dom, uint32_t node) {
    for (; node != 0; node = dom->nodes[node].parent) {
        if (dom->nodes[node].tag == PAGE_FIGURE) {
            return node;
        }
    }
    return 0;
}

static enum document_media_kind kind_of_figure(const struct page_dom *dom, uint32_t figure) {
    for (uint32_t i = figure; figure && i < dom->nodes[figure].end; i++) {
        enum page_tag tag = dom->nodes[i].tag;
        if (tag == PAGE_VIDEO || tag == PAGE_IFRAME || tag == PAGE_OBJECT) {
            return DOCUMENT_VIDEO;
        }
    }
    return DOCUMENT_PHOTO;
}

static void find_media(struct page_facts *facts, size_t first, size_t end) {
    struct document *document = facts->document;
    uint32_t figure = 0;
    enum document_media_kind kind = DOCUMENT_PHOTO;
    for (size_t i = first; i < end; i++) {
        const struct page_block *block = &facts->blocks->items[i];
        bool is_credit = block->why == PAGE_WHY(DOCUMENT_DROP_CREDIT) ||
                         (facts->furniture->kinds[block->node] & (1u << DOCUMENT_DROP_CREDIT));
        if (block->why != PAGE_WHY(DOCUMENT_DROP_CAPTION) && !is_credit) {
            continue;
        }
        uint32_t own = figure_of(facts->dom, block->node);
        kind = own == figure ? kind : kind_of_figure(facts->dom, own);
        struct document_media *last = document->media.count ? &document->media.items[document->media.count - 1] : NULL;
        struct base_slice caption = block->text, credit = {0};
        size_t after;
        uint32_t kinds = page_phrases_kinds(&facts->page->phrases, block->text, &after);
        if (is_credit || ((kinds & (1u << DOCUMENT_DROP_CREDIT)) && after > 0 && block->words <= NAME_WORDS)) {
            credit = after_phrase(block->text, kinds ? after : 0);
            if (last && own == figure && own && last->credit.size == 0) {
                last->credit = credit;
            } else if (credit.size > 0) {
                page_add_media(document, kind, (struct base_slice){0}, credit);
            }
        } else {
            page_split_credit(facts->page, block->text, &caption, &credit);
            page_add_media(document, kind, caption, credit);
        }
        figure = own;
    }
}

/* ---- dates */

static bool read_date(const struct page_facts *facts, struct base_slice value, struct base_slice *out) {
    const struct page_dates *dates = &facts->page->dates;
    struct base_slice language = page_facts_language(facts);
    struct page_date date;
    if (!page_date_find(dates, value, 0, language, page_date_order_of(dates, language), &date)) {
        return false;
    }
    *out = page_date_write(facts->document->arena, &date);
    return true;
}

/* The number that a date begins with. */
static int first_number(struct base_slice written) {
    int number = 0;
    for (size_t at = 0; at < written.size && base_is_digit((unsigned char)written.data[at]) && number < 10000; at++) {
        number = number * 10 + (written.data[at] - '0');
    }
    return number;
}

/* Is the month of the date written in figures, behind the first of its separators? */
static bool has_number(struct base_slice text, const struct page_date *date, int month) {
    size_t at = date->start;
    while (at < date->end && base_is_digit((unsigned char)text.data[at])) {
        at++;
    }
    while (at < date->end && !base_is_digit((unsigned char)text.data[at]) &&
           !base_is_letter((unsigned char)text.data[at])) {
        at++;
    }
    return first_number(base_slice_part(text, at, date->end)) == month;
}

enum page_date_order page_order_of_dates(const struct page *page, const struct page_blocks *blocks,
                                         struct base_slice language) {
    for (size_t i = 0; i < blocks->count; i++) {
        const struct page_block *block = &blocks->items[i];
        struct page_date date;
        if (block->words > DATE_WORDS ||
            !page_date_find(&page->dates, block->text, 0, language, PAGE_DAY_FIRST, &date) || date.ambiguous) {
            continue;
        }
        /* Read with the day first, and it came out with the month in front: the second number can be no month. */
        int number = first_number(base_slice_part(block->text, date.start, date.end));
        if (number == date.month && date.day > 12) {
            return PAGE_MONTH_FIRST;
        }
        if (number == date.day && number > 12 && has_number(block->text, &date, date.month)) {
            return PAGE_DAY_FIRST;
        }
    }
    return page_date_order_of(&page->dates, language);
}

/* The date that stands by the article: of lines that are little more than a date, the likeliest. */
static void find_shown_date(struct page_facts *facts, size_t first, size_t end) {
    struct base_slice language = page_facts_language(facts);
    enum page_date_order order = page_order_of_dates(facts->page, facts->blocks, language);
    int best = 0;
    for (size_t i = first > ABOVE ? first - ABOVE : 0; i < facts->blocks->count && i < end + BELOW; i++) {
        const struct page_block *block = &facts->blocks->items[i];
        struct page_date date;
        size_t after;
        if (block->words > DATE_WORDS || block->keep ||
            !page_date_find(&facts->page->dates, block->text, 0, language, order, &date)) {
            continue;
        }
        uint32_t kinds =
            facts->furniture->kinds[block->node] | page_phrases_kinds(&facts->page->phrases, block->text, &after);
        bool above = i < first || (facts->title != SIZE_MAX && i > facts->title && i < first);
        int score = 1 + 2 * ((kinds & (1u << DOCUMENT_DROP_DATE)) != 0) + (date.hour >= 0) + 2 * above +
                    (facts->title != SIZE_MAX && i + 6 > facts->title);
        if (score > best) {
            best = score;
            facts->document->published = page_date_write(facts->document->arena, &date);
        }
    }
}

/* <time datetime>: the first that is not in the furniture after the title. */
static void find_time_element(struct page_facts *facts) {
    for (uint32_t i = 1; i < facts->dom->count && facts->document->published.size == 0; i++) {
        struct base_slice value = page_dom_attribute(facts->dom, i, PAGE_DATETIME);
        if (facts->dom->nodes[i].tag == PAGE_TIME && value.size > 0) {
            read_date(facts, value, &facts->document->published);
        }
    }
}

/* "/2015/09/15/" in the address. */
static struct base_slice date_in_address(const struct page_facts *facts) {
    struct base_slice url = facts->document->url, found = {0};
    for (size_t i = 0; i + 11 < url.size; i++) {
        static const char shape[] = "/####/##/##";
        bool fits = true;
        for (size_t k = 0; k < 11; k++) {
            char c = url.data[i + k];
            fits = fits && (shape[k] == '#' ? base_is_digit((unsigned char)c) : c == '/' || (k > 0 && c == '-'));
        }
        if (fits && read_date(facts, base_slice_part(url, i + 1, i + 11), &found)) {
            break;
        }
    }
    return found;
}

/* Is the declared date about the day that the address has? Templates leave dates such as 2001-01-01 behind. */
static bool is_near(struct base_slice date, struct base_slice other) {
    int32_t a, b;
    return !document_parse_day(date, &a) || !document_parse_day(other, &b) || (a - b < SLACK && b - a < SLACK);
}

static void find_dates(struct page_facts *facts, size_t first, size_t end) {
    const struct page_metadata *metadata = facts->metadata;
    struct document *document = facts->document;
    struct base_slice modified = {0}, address = date_in_address(facts);
    bool declared = read_date(facts, metadata->published, &document->published);
    if (declared && !is_near(document->published, address)) {
        document->published = (struct base_slice){0};
    }
    if (document->published.size == 0) {
        find_shown_date(facts, first, end);
    }
    if (document->published.size == 0) {
        find_time_element(facts);
    }
    if (address.size > 0 && (document->published.size == 0 || !is_near(document->published, address))) {
        document->published = address;
    }
    int32_t day, first_day;
    if (read_date(facts, metadata->modified, &modified) && document_parse_day(modified, &day) &&
        (!document_parse_day(document->published, &first_day) || day + 1 >= first_day)) {
        document->modified = modified;
        document->published = document->published.size ? document->published : modified;
    }
}

/* ---- byline */

/* "By A. Writer | Agency, 5 May 2019" is "A. Writer". */
static struct base_slice clean_name(const struct page_facts *facts, struct base_slice name) {
    size_t end;
    if ((page_phrases_kinds(&facts->page->phrases, name, &end) & PAGE_NAMES_BYLINE) && end > 0) {
        name = after_phrase(name, end);
    }
    name = base_slice_cut(&name, '|');
    struct page_date date;
    if (page_date_find(&facts->page->dates, name, 0, page_facts_language(facts), PAGE_DAY_FIRST, &date)) {
        name = base_slice_part(name, 0, date.start);
    }
    name = page_squeeze(facts->document->arena, name);
    while (name.size > 0 && (name.data[name.size - 1] == ',' || name.data[name.size - 1] == '-')) {
        name = base_slice_trim(base_slice_part(name, 0, name.size - 1));
    }
    return name;
}

static void add_name(struct page_facts *facts, struct base_slice name) {
    struct document *document = facts->document;
    name = clean_name(facts, name);
    if (name.size == 0 || base_is_digit((unsigned char)name.data[0])) {
        return;
    }
    for (size_t i = 0; i < document->byline.count; i++) {
        struct base_slice other = document->byline.items[i];
        size_t size = other.size < name.size ? other.size : name.size;
        if (base_slice_equal_nocase(base_slice_part(other, 0, size), base_slice_part(name, 0, size))) {
            return;
        }
    }
    BASE_PUSH(document->arena, &document->byline, name);
}

static void find_shown_byline(struct page_facts *facts, size_t first) {
    for (size_t i = first > ABOVE ? first - ABOVE : 0; i < first + 2 && i < facts->blocks->count; i++) {
        const struct page_block *block = &facts->blocks->items[i];
        size_t after;
        uint32_t kinds = page_phrases_kinds(&facts->page->phrases, block->text, &after);
        bool named = facts->furniture->kinds[block->node] & PAGE_NAMES_BYLINE;
        if (!block->keep && block->words <= NAME_WORDS && block->words > 0 && (named || (kinds & PAGE_NAMES_BYLINE))) {
            add_name(facts, block->text);
            if (facts->document->byline.count > 0) {
                return;
            }
        }
    }
}

static void find_byline(struct page_facts *facts, size_t first) {
    const struct page_metadata *metadata = facts->metadata;
    for (size_t i = 0; i < metadata->authors.count; i++) {
        struct base_slice name = metadata->authors.items[i];
        if (!base_slice_equal_nocase(name, facts->document->outlet) &&
            !base_slice_equal_nocase(name, metadata->publisher)) {
            add_name(facts, name);
        }
    }
    if (facts->document->byline.count == 0) {
        find_shown_byline(facts, first);
    }
}

void page_facts_around(struct page_facts *facts) {
    size_t first = facts->blocks->count, end = 0;
    for (size_t i = 0; i < facts->blocks->count; i++) {
        if (facts->blocks->items[i].keep) {
            first = first == facts->blocks->count ? i : first;
            end = i + 1;
        }
    }
    size_t top = facts->title != SIZE_MAX && facts->title < first ? facts->title : first > ABOVE ? first - ABOVE : 0;
    find_media(facts, top, end);
    find_dates(facts, first, end);
    find_byline(facts, first);
}
