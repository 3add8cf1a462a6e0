#include "page/dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>

#include "base/utf8.h"

enum {
    MAX_HTML = 1 << 30,
    LONG_TAG = 4096, /* bytes from which a tag may have too many attributes */
    MANY = 500       /* attributes */
};

/* In the order of enum page_tag, from PAGE_A. */
static const struct tag_name {
    const char *name;
    bool block;
} tag_names[] = {
    {"a", false},       {"address", true},    {"article", true}, {"aside", true},    {"audio", true},
    {"b", false},       {"blockquote", true}, {"body", true},    {"br", false},      {"button", false},
    {"caption", true},  {"center", true},     {"cite", false},   {"dd", true},       {"details", true},
    {"dialog", true},   {"div", true},        {"dl", true},      {"dt", true},       {"em", false},
    {"fieldset", true}, {"figcaption", true}, {"figure", true},  {"footer", true},   {"form", true},
    {"h1", true},       {"h2", true},         {"h3", true},      {"h4", true},       {"h5", true},
    {"h6", true},       {"head", true},       {"header", true},  {"hr", true},       {"html", true},
    {"i", false},       {"iframe", true},     {"img", false},    {"input", false},   {"label", false},
    {"li", true},       {"link", false},      {"main", true},    {"menu", true},     {"meta", false},
    {"nav", true},      {"noscript", true},   {"object", true},  {"ol", true},       {"option", true},
    {"p", true},        {"pre", true},        {"script", false}, {"section", true},  {"select", true},
    {"strong", false},  {"style", false},     {"summary", true}, {"sup", false},     {"svg", false},
    {"table", true},    {"tbody", true},      {"td", true},      {"template", true}, {"textarea", true},
    {"th", true},       {"thead", true},      {"time", false},   {"title", true},    {"tr", true},
    {"ul", true},       {"video", true},
};

static const struct {
    const char *name;
    enum page_attribute attribute;
} attribute_names[] = {
    {"aria-hidden", PAGE_ARIA_HIDDEN},
    {"class", PAGE_CLASS},
    {"content", PAGE_CONTENT},
    {"datetime", PAGE_DATETIME},
    {"hidden", PAGE_HIDDEN},
    {"href", PAGE_HREF},
    {"id", PAGE_ID},
    {"itemprop", PAGE_ITEMPROP},
    {"itemtype", PAGE_ITEMTYPE},
    {"lang", PAGE_LANG},
    {"name", PAGE_NAME},
    {"property", PAGE_PROPERTY},
    {"rel", PAGE_REL},
    {"role", PAGE_ROLE},
    {"style", PAGE_STYLE_ATTRIBUTE},
    {"type", PAGE_TYPE},
};

/* What the SAX callbacks write into. Everything is allotted before the parser runs: a callback must not leave through
 * the arena, for that would lose what libxml2 holds. */
struct builder {
    struct page_dom dom;
    size_t capacity, used, size;
    uint32_t open[PAGE_DOM_DEPTH];
    uint32_t depth;
    htmlParserCtxtPtr parser;
};

static int compare_tag(const void *name, const void *tag) {
    return strcmp(name, ((const struct tag_name *)tag)->name);
}

static enum page_tag tag_of(const char *name) {
    const struct tag_name *found =
        bsearch(name, tag_names, sizeof tag_names / sizeof *tag_names, sizeof *tag_names, compare_tag);
    return found ? (enum page_tag)(PAGE_A + (found - tag_names)) : PAGE_OTHER;
}

bool page_dom_is_block(enum page_tag tag) {
    return tag >= PAGE_A && tag_names[tag - PAGE_A].block;
}

static struct page_node *add_node(struct builder *builder, enum page_tag tag) {
    struct page_dom *dom = &builder->dom;
    if (dom->count == builder->capacity) {
        return NULL;
    }
    struct page_node *node = &dom->nodes[dom->count];
    *node = (struct page_node){.parent = builder->open[builder->depth - 1],
                               .end = dom->count + 1,
                               .start = (uint32_t)builder->used,
                               .tag = tag};
    dom->count++;
    return node;
}

static void add_bytes(struct builder *builder, const void *bytes, size_t size) {
    if (size > 0 && size <= builder->size - builder->used) {
        memcpy(builder->dom.bytes + builder->used, bytes, size);
        builder->used += size;
    }
}

/* Attributes lie one after the other: a byte that says which, the value, a NUL. */
static void add_attributes(struct builder *builder, struct page_node *node, const xmlChar **attributes) {
    for (; attributes && attributes[0]; attributes += 2) {
        const char *name = (const char *)attributes[0], *value = (const char *)attributes[1];
        size_t value_size = value ? strlen(value) : 0;
        for (size_t i = 0; i < sizeof attribute_names / sizeof *attribute_names; i++) {
            if (strcmp(name, attribute_names[i].name) == 0 && builder->size - builder->used >= value_size + 2) {
                char which = (char)attribute_names[i].attribute;
                add_bytes(builder, &which, 1);
                add_bytes(builder, value, value_size);
                add_bytes(builder, "", 1);
                break;
            }
        }
    }
    node->size = (uint32_t)builder->used - node->start;
}

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    struct builder *builder = context;
    uint32_t index = builder->dom.count;
    struct page_node *node = add_node(builder, tag_of((const char *)name));
    if (node) {
        add_attributes(builder, node, attributes);
    }
    if (node && builder->depth < PAGE_DOM_DEPTH) {
        builder->open[builder->depth++] = index;
    } else if (builder->parser->nameNr > 1) {
        /* Taken off libxml2's own stack as well: it searches the whole of it for each end tag that fits nothing. */
        builder->parser->nameNr--;
        builder->parser->name = builder->parser->nameTab[builder->parser->nameNr - 1];
    }
}

static void end_element(void *context, const xmlChar *name) {
    (void)name;
    struct builder *builder = context;
    if (builder->depth > 1) {
        builder->dom.nodes[builder->open[--builder->depth]].end = builder->dom.count;
    }
}

static bool is_structured_data(const struct builder *builder, uint32_t node) {
    struct base_slice type = page_dom_attribute(&builder->dom, node, PAGE_TYPE);
    return builder->dom.nodes[node].tag == PAGE_SCRIPT && base_slice_find(type, BASE_SLICE("ld+json")) != SIZE_MAX;
}

static void add_text(void *context, const xmlChar *text, int size) {
    struct builder *builder = context;
    struct page_dom *dom = &builder->dom;
    uint32_t open = builder->open[builder->depth - 1];
    enum page_tag tag = dom->nodes[open].tag;
    if ((tag == PAGE_SCRIPT || tag == PAGE_STYLE) && !is_structured_data(builder, open)) {
        return;
    }
    struct page_node *last = &dom->nodes[dom->count - 1];
    if (last->tag != PAGE_TEXT || last->parent != open || last->end != dom->count) {
        last = add_node(builder, PAGE_TEXT);
    }
    if (last) {
        add_bytes(builder, text, (size_t)size);
        last->size = (uint32_t)builder->used - last->start;
    }
}

static void free_parser(void *parser) {
    htmlFreeParserCtxt(parser);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* libxml2 compares each attribute of a tag with all before it. From one that is over MANY on, the attributes of a long
 * tag are blanked out. */
static struct base_slice tame_attributes(struct base_arena *arena, struct base_slice html, size_t tag) {
    size_t count = 0, from = 0, at = tag;
    char quote = '\0';
    for (; at < html.size && (quote || html.data[at] != '>'); at++) {
        char c = html.data[at];
        if (quote) {
            quote = c == quote ? '\0' : quote;
        } else if ((c == '"' || c == '\'') && html.data[at - 1] == '=') {
            quote = c;
        } else if (is_blank(c) && !is_blank(html.data[at - 1]) && ++count == MANY) {
            from = at;
        }
    }
    if (count < MANY) {
        return html;
    }
    char *copy = base_arena_take(arena, html.size);
    memcpy(copy, html.data, html.size);
    memset(copy + from, ' ', at - from);
    return (struct base_slice){copy, html.size};
}

/* Every element and every text needs a '<' before it, so that their number bounds the nodes. */
static struct base_slice scan_tags(struct base_arena *arena, struct base_slice html, size_t *tags) {
    *tags = 0;
    size_t tamed = 0;
    for (size_t at = 0; at < html.size; at++) {
        const char *next = memchr(html.data + at, '<', html.size - at);
        if (next == NULL) {
            break;
        }
        at = (size_t)(next - html.data);
        ++*tags;
        size_t look = html.size - at < LONG_TAG ? html.size - at : LONG_TAG;
        bool name = at + 1 < html.size && (html.data[at + 1] | 0x20) >= 'a' && (html.data[at + 1] | 0x20) <= 'z';
        if (name && look == LONG_TAG && at >= tamed && memchr(next, '>', look) == NULL) {
            html = tame_attributes(arena, html, at + 1);
            const char *end = memchr(html.data + at, '>', html.size - at);
            tamed = end ? (size_t)(end - html.data) : html.size;
        }
    }
    return html;
}

enum sayso_status page_dom_parse(struct base_arena *arena, struct base_slice html, struct page_dom *dom,
                                 struct sayso_error *error) {
    if (html.size > MAX_HTML) {
        return base_error_set(error, SAYSO_BAD_INPUT, SAYSO_NOWHERE, 0, "HTML of more than 1 GiB");
    }
    struct builder *builder = base_arena_take(arena, sizeof *builder);
    size_t tags;
    html = scan_tags(arena, html, &tags);
    builder->capacity = 2 * tags + 8;
    builder->size = html.size + 64;
    builder->dom.nodes = base_arena_array(arena, builder->capacity, sizeof *builder->dom.nodes);
    builder->dom.bytes = base_arena_take(arena, builder->size);
    builder->dom.nodes[0].tag = PAGE_OTHER;
    builder->dom.count = builder->depth = 1;
    if (html.size > 0) {
        xmlSAXHandler handler = {.startElement = start_element,
                                 .endElement = end_element,
                                 .characters = add_text,
                                 .ignorableWhitespace = add_text,
                                 .cdataBlock = add_text};
        htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(html.data, (int)html.size);
        if (parser == NULL) {
            base_arena_fail(arena);
        }
        builder->parser = parser;
        htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
        parser->options |= XML_PARSE_HUGE;
        *parser->sax = handler;
        parser->userData = builder;
        xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
        htmlParseDocument(parser);
        bool no_memory = parser->errNo == XML_ERR_NO_MEMORY;
        free_parser(parser);
        if (no_memory) {
            base_arena_fail(arena);
        }
    }
    for (uint32_t i = builder->depth; i-- > 0;) {
        builder->dom.nodes[builder->open[i]].end = builder->dom.count;
    }
    *dom = builder->dom;
    return SAYSO_OK;
}

struct base_slice page_dom_text(const struct page_dom *dom, uint32_t node) {
    return (struct base_slice){dom->bytes + dom->nodes[node].start, dom->nodes[node].size};
}

struct base_slice page_dom_attribute(const struct page_dom *dom, uint32_t node, enum page_attribute attribute) {
    if (dom->nodes[node].tag == PAGE_TEXT) {
        return (struct base_slice){0};
    }
    struct base_slice rest = page_dom_text(dom, node);
    while (rest.size > 1) {
        size_t size = strlen(rest.data + 1);
        if (rest.data[0] == (char)attribute) {
            return (struct base_slice){rest.data + 1, size};
        }
        rest = base_slice_part(rest, size + 2, rest.size);
    }
    return (struct base_slice){0};
}

struct base_slice page_dom_content(struct base_arena *arena, const struct page_dom *dom, uint32_t node) {
    size_t size = 0;
    for (uint32_t i = node; i < dom->nodes[node].end; i++) {
        size += dom->nodes[i].tag == PAGE_TEXT ? dom->nodes[i].size : 1;
    }
    char *out = base_arena_take(arena, size + 1);
    size_t used = 0;
    bool space = false;
    for (uint32_t i = node; i < dom->nodes[node].end; i++) {
        struct base_slice text = page_dom_text(dom, i);
        enum page_tag tag = dom->nodes[i].tag;
        space = space || tag == PAGE_BR || (tag != PAGE_TEXT && page_dom_is_block(tag));
        for (size_t at = 0; tag == PAGE_TEXT && at < text.size;) {
            size_t start = at;
            if (base_is_space(base_utf8_next(text, &at))) {
                space = true;
                continue;
            }
            if (space && used > 0) {
                out[used++] = ' ';
            }
            space = false;
            memcpy(out + used, text.data + start, at - start);
            used += at - start;
        }
    }
    return (struct base_slice){out, used};
}

/* The character that "#39", "#x27" or "amp" stands for; 0: none. */
static uint32_t entity(const char *name) {
    if (name[0] != '#') {
        const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)name);
        return known ? known->value : 0;
    }
    bool hex = name[1] == 'x' || name[1] == 'X';
    unsigned long value = strtoul(name + (hex ? 2 : 1), NULL, hex ? 16 : 10);
    return value < 0x110000 && (value < 0xD800 || value > 0xDFFF) ? (uint32_t)value : 0;
}

struct base_slice page_dom_unescape(struct base_arena *arena, struct base_slice text) {
    if (text.size == 0 || memchr(text.data, '&', text.size) == NULL) {
        return text;
    }
    enum { NAME = 12 };
    char *out = base_arena_take(arena, text.size + 4);
    size_t used = 0;
    for (size_t i = 0; i < text.size;) {
        char name[NAME + 1];
        size_t size = 0;
        while (text.data[i] == '&' && size < NAME && i + 1 + size < text.size && text.data[i + 1 + size] != ';') {
            name[size] = text.data[i + 1 + size];
            size++;
        }
        name[size] = '\0';
        uint32_t character = size > 0 && i + 1 + size < text.size && text.data[i + 1 + size] == ';' ? entity(name) : 0;
        if (character) {
            used += base_utf8_put(out + used, character);
            i += size + 2;
        } else {
            out[used++] = text.data[i++];
        }
    }
    return (struct base_slice){out, used};
}

static void prepare(void) {
    xmlInitParser();
}

void page_dom_prepare(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, prepare);
}
