#include "page/metadata.h"

#include "base/utf8.h"

enum { AUTHORS = 50 };
enum field { TITLE, SITE, URL, LOCALE, PUBLISHED, MODIFIED, AUTHOR };

/* Names of <meta> (name, property, itemprop), in lower case: Open Graph, Twitter, Dublin Core, and what news sites use.
 */
static const struct {
    const char *name;
    enum field field;
} meta_names[] = {
    {"og:title", TITLE},
    {"twitter:title", TITLE},
    {"dc.title", TITLE},
    {"og:site_name", SITE},
    {"application-name", SITE},
    {"og:url", URL},
    {"og:locale", LOCALE},
    {"content-language", LOCALE},
    {"article:published_time", PUBLISHED},
    {"og:published_time", PUBLISHED},
    {"datepublished", PUBLISHED},
    {"article.published", PUBLISHED},
    {"pubdate", PUBLISHED},
    {"publishdate", PUBLISHED},
    {"publish-date", PUBLISHED},
    {"publish_date", PUBLISHED},
    {"published_date", PUBLISHED},
    {"date", PUBLISHED},
    {"dc.date", PUBLISHED},
    {"dc.date.issued", PUBLISHED},
    {"dcterms.created", PUBLISHED},
    {"dcterms.date", PUBLISHED},
    {"sailthru.date", PUBLISHED},
    {"parsely-pub-date", PUBLISHED},
    {"article:modified_time", MODIFIED},
    {"og:updated_time", MODIFIED},
    {"datemodified", MODIFIED},
    {"lastmod", MODIFIED},
    {"last-modified", MODIFIED},
    {"dcterms.modified", MODIFIED},
    {"author", AUTHOR},
    {"article:author", AUTHOR},
    {"dc.creator", AUTHOR},
    {"parsely-author", AUTHOR},
    {"sailthru.author", AUTHOR},
};

struct base_slice page_squeeze(struct base_arena *arena, struct base_slice text) {
    char *out = base_arena_take(arena, text.size);
    size_t used = 0;
    bool space = false;
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        if (base_is_space(base_utf8_next(text, &at))) {
            space = used > 0;
            continue;
        }
        if (space) {
            out[used++] = ' ';
        }
        space = false;
        memcpy(out + used, text.data + start, at - start);
        used += at - start;
    }
    return (struct base_slice){out, used};
}

void page_metadata_title(struct base_arena *arena, struct page_metadata *metadata, struct base_slice title) {
    title = page_squeeze(arena, title);
    if (title.size > 0 && metadata->title_count < PAGE_TITLES) {
        metadata->titles[metadata->title_count++] = title;
    }
}

void page_metadata_author(struct base_arena *arena, struct page_metadata *metadata, struct base_slice name) {
    name = page_squeeze(arena, name);
    if (name.size == 0 || name.size > 100 || metadata->authors.count >= AUTHORS ||
        base_slice_find(name, BASE_SLICE("://")) != SIZE_MAX || name.data[0] == '@') {
        return;
    }
    for (size_t i = 0; i < metadata->authors.count; i++) {
        if (base_slice_equal_nocase(metadata->authors.items[i], name)) {
            return;
        }
    }
    BASE_PUSH(arena, &metadata->authors, name);
}

void page_metadata_date(struct base_slice *date, uint32_t *rank, struct base_slice value, uint32_t value_rank) {
    value = base_slice_trim(value);
    if (value.size > 5 && (*rank == 0 || value_rank < *rank)) {
        *date = value;
        *rank = value_rank;
    }
}

static void set_once(struct base_slice *field, struct base_slice value) {
    value = base_slice_trim(value);
    if (field->size == 0 && value.size > 0) {
        *field = value;
    }
}

static void take(struct base_arena *arena, struct page_metadata *metadata, enum field field, struct base_slice value) {
    switch (field) {
    case TITLE: page_metadata_title(arena, metadata, value); break;
    case SITE: set_once(&metadata->site, value); break;
    case URL: set_once(&metadata->url, value); break;
    case LOCALE: set_once(&metadata->locale, value); break;
    case PUBLISHED: page_metadata_date(&metadata->published, &metadata->published_rank, value, PAGE_RANK_META); break;
    case MODIFIED: page_metadata_date(&metadata->modified, &metadata->modified_rank, value, PAGE_RANK_META); break;
    case AUTHOR: page_metadata_author(arena, metadata, value); break;
    }
}

static void read_meta(struct base_arena *arena, const struct page_dom *dom, uint32_t node,
                      struct page_metadata *metadata) {
    static const enum page_attribute names[] = {PAGE_PROPERTY, PAGE_NAME, PAGE_ITEMPROP};
    struct base_slice content = page_dom_attribute(dom, node, PAGE_CONTENT);
    for (size_t n = 0; content.size > 0 && n < 3; n++) {
        struct base_slice name = page_dom_attribute(dom, node, names[n]);
        for (size_t i = 0; name.size > 0 && i < sizeof meta_names / sizeof *meta_names; i++) {
            if (base_slice_equal_nocase(name, base_slice_of(meta_names[i].name))) {
                take(arena, metadata, meta_names[i].field, content);
                return;
            }
        }
    }
}

/* schema.org's names on elements of the page (microdata). */
static void read_microdata(struct base_arena *arena, const struct page_dom *dom, uint32_t node,
                           struct page_metadata *metadata) {
    struct base_slice property = page_dom_attribute(dom, node, PAGE_ITEMPROP);
    struct base_slice value = page_dom_attribute(dom, node, PAGE_DATETIME);
    value = value.size ? value : page_dom_attribute(dom, node, PAGE_CONTENT);
    if (base_slice_find(property, BASE_SLICE("datePublished")) != SIZE_MAX) {
        value = value.size ? value : page_dom_content(arena, dom, node);
        page_metadata_date(&metadata->published, &metadata->published_rank, value, PAGE_RANK_MICRODATA);
    } else if (base_slice_is(property, "dateModified")) {
        value = value.size ? value : page_dom_content(arena, dom, node);
        page_metadata_date(&metadata->modified, &metadata->modified_rank, value, PAGE_RANK_MICRODATA);
    }
}

static void read_link(const struct page_dom *dom, uint32_t node, struct page_metadata *metadata) {
    struct base_slice address = base_slice_trim(page_dom_attribute(dom, node, PAGE_HREF));
    if (base_slice_equal_nocase(page_dom_attribute(dom, node, PAGE_REL), BASE_SLICE("canonical")) &&
        base_slice_starts(address, BASE_SLICE("http"))) {
        metadata->url = address;
    }
}

struct page_metadata page_metadata_read(struct base_arena *arena, const struct page_dom *dom) {
    struct page_metadata metadata = {0};
    struct base_slice title = {0};
    for (uint32_t i = 1; i < dom->count; i++) {
        switch (dom->nodes[i].tag) {
        case PAGE_SCRIPT:
            if (dom->nodes[i].end > i + 1) {
                page_jsonld_read(arena, page_dom_text(dom, i + 1), &metadata);
            }
            break;
        case PAGE_META: read_meta(arena, dom, i, &metadata); break;
        case PAGE_LINK: read_link(dom, i, &metadata); break;
        case PAGE_HTML: set_once(&metadata.language, page_dom_attribute(dom, i, PAGE_LANG)); break;
        case PAGE_TITLE: title = title.size ? title : page_dom_content(arena, dom, i); break;
        case PAGE_TEXT: break;
        default:
            if (dom->nodes[i].size > 0) {
                read_microdata(arena, dom, i, &metadata);
            }
        }
    }
    page_metadata_title(arena, &metadata, title);
    return metadata;
}
