#include "page/furniture.h"

static const float LEFT = 300.0f; /* bytes of running text of a short article */

static page_why by_tag(enum page_tag tag) {
    switch (tag) {
    case PAGE_NAV:
    case PAGE_MENU: return PAGE_WHY(DOCUMENT_DROP_NAVIGATION);
    case PAGE_FOOTER: return PAGE_WHY(DOCUMENT_DROP_BOILERPLATE);
    case PAGE_ASIDE: return PAGE_WHY(DOCUMENT_DROP_RELATED);
    case PAGE_FORM:
    case PAGE_FIELDSET:
    case PAGE_BUTTON:
    case PAGE_SELECT:
    case PAGE_OPTION:
    case PAGE_TEXTAREA:
    case PAGE_LABEL: return PAGE_WHY(DOCUMENT_DROP_FORM);
    case PAGE_NOSCRIPT: return PAGE_WHY(DOCUMENT_DROP_HIDDEN);
    case PAGE_IFRAME:
    case PAGE_OBJECT:
    case PAGE_VIDEO:
    case PAGE_AUDIO: return PAGE_WHY(DOCUMENT_DROP_EMBED);
    case PAGE_FIGCAPTION:
    case PAGE_CAPTION:
    case PAGE_FIGURE: return PAGE_WHY(DOCUMENT_DROP_CAPTION);
    case PAGE_DIALOG: return PAGE_WHY(DOCUMENT_DROP_PROMOTION);
    default: return 0;
    }
}

static const struct {
    const char *role;
    enum document_drop drop;
} roles[] = {
    {"navigation", DOCUMENT_DROP_NAVIGATION},   {"complementary", DOCUMENT_DROP_RELATED},
    {"contentinfo", DOCUMENT_DROP_BOILERPLATE}, {"search", DOCUMENT_DROP_FORM},
    {"dialog", DOCUMENT_DROP_PROMOTION},        {"menu", DOCUMENT_DROP_NAVIGATION},
    {"tooltip", DOCUMENT_DROP_HIDDEN},          {"alert", DOCUMENT_DROP_PROMOTION},
};

static page_why by_role(struct base_slice role) {
    for (size_t i = 0; role.size && i < sizeof roles / sizeof *roles; i++) {
        if (base_slice_equal_nocase(role, base_slice_of(roles[i].role))) {
            return PAGE_WHY(roles[i].drop);
        }
    }
    return 0;
}

static bool is_hidden(const struct page_dom *dom, uint32_t node) {
    struct base_slice style = page_dom_attribute(dom, node, PAGE_STYLE_ATTRIBUTE);
    for (size_t at; style.size > 0 && (at = base_slice_find(style, BASE_SLICE("display"))) != SIZE_MAX;) {
        style = base_slice_trim(base_slice_part(style, at + 7, style.size));
        if (style.size > 0 && style.data[0] == ':' &&
            base_slice_starts(base_slice_trim(base_slice_part(style, 1, style.size)), BASE_SLICE("none"))) {
            return true;
        }
    }
    return page_dom_attribute(dom, node, PAGE_HIDDEN).data != NULL ||
           base_slice_is(page_dom_attribute(dom, node, PAGE_ARIA_HIDDEN), "true");
}

/* Of several names the one that says most. */
static page_why by_kinds(uint32_t kinds) {
    static const enum document_drop order[] = {
        DOCUMENT_DROP_HIDDEN,     DOCUMENT_DROP_COMMENT, DOCUMENT_DROP_SHARE,   DOCUMENT_DROP_PROMOTION,
        DOCUMENT_DROP_RELATED,    DOCUMENT_DROP_CREDIT,  DOCUMENT_DROP_CAPTION, DOCUMENT_DROP_FORM,
        DOCUMENT_DROP_NAVIGATION, DOCUMENT_DROP_EMBED,   DOCUMENT_DROP_DATE,    DOCUMENT_DROP_BOILERPLATE,
    };
    for (size_t i = 0; (kinds & PAGE_NAMES_DROPS) && i < sizeof order / sizeof *order; i++) {
        if (kinds & (1u << order[i])) {
            return PAGE_WHY(order[i]);
        }
    }
    return kinds & PAGE_NAMES_BYLINE ? PAGE_WHY(DOCUMENT_DROP_BOILERPLATE) : 0;
}

static bool is_inline_kind(page_why why) {
    return why == PAGE_WHY(DOCUMENT_DROP_HIDDEN) || why == PAGE_WHY(DOCUMENT_DROP_SHARE) ||
           why == PAGE_WHY(DOCUMENT_DROP_CREDIT) || why == PAGE_WHY(DOCUMENT_DROP_CAPTION) ||
           why == PAGE_WHY(DOCUMENT_DROP_FORM);
}

/* A card that opens over a name in running text: an inline element with a picture and several links. */
static void mark_cards(struct base_arena *arena, const struct page_dom *dom, page_why *why) {
    uint32_t *pictures = base_arena_array(arena, (size_t)dom->count + 1, sizeof *pictures);
    uint32_t *links = base_arena_array(arena, (size_t)dom->count + 1, sizeof *links);
    for (uint32_t i = 0; i < dom->count; i++) {
        pictures[i + 1] = pictures[i] + (dom->nodes[i].tag == PAGE_IMG);
        links[i + 1] = links[i] + (dom->nodes[i].tag == PAGE_A);
    }
    uint32_t last = 0, paragraph_end = 0;
    for (uint32_t i = 1; i < dom->count; i++) {
        uint32_t end = dom->nodes[i].end;
        if (dom->nodes[i].tag == PAGE_P) {
            paragraph_end = end;
        }
        if (dom->nodes[i].tag != PAGE_OTHER || i >= paragraph_end || pictures[end] == pictures[i] ||
            links[end] - links[i] < 2) {
            continue;
        }
        if (last && dom->nodes[last].end >= end) {
            why[last] = 0; /* only the innermost one is the card */
        }
        why[i] = PAGE_WHY(DOCUMENT_DROP_HIDDEN);
        last = i;
    }
}

struct page_furniture page_furniture_find(struct base_arena *arena, const struct page_dom *dom,
                                          const struct page_names *names) {
    struct page_furniture found = {base_arena_take(arena, dom->count),
                                   base_arena_array(arena, dom->count, sizeof *found.kinds)};
    struct base_map known = {0}; /* classes repeat */
    for (uint32_t i = 1; i < dom->count; i++) {
        enum page_tag tag = dom->nodes[i].tag;
        if (tag == PAGE_TEXT || dom->nodes[i].size == 0) {
            found.why[i] = tag == PAGE_TEXT ? 0 : by_tag(tag);
            continue;
        }
        static const enum page_attribute attributes[] = {PAGE_CLASS, PAGE_ID, PAGE_ITEMPROP};
        for (size_t a = 0; a < 3; a++) {
            struct base_slice value = page_dom_attribute(dom, i, attributes[a]);
            if (value.size == 0) {
                continue;
            }
            uint32_t kinds = base_map_get(&known, value);
            if (kinds == BASE_MAP_NONE) {
                kinds = page_names_kinds(names, value);
                base_map_set(&known, arena, value, kinds);
            }
            found.kinds[i] |= kinds;
        }
        page_why why = is_hidden(dom, i) ? PAGE_WHY(DOCUMENT_DROP_HIDDEN) : by_tag(tag);
        why = why ? why : by_role(page_dom_attribute(dom, i, PAGE_ROLE));
        if (!why && !page_is_heading(tag) && tag != PAGE_BODY && tag != PAGE_HTML) {
            why = by_kinds(found.kinds[i]);
            why = page_dom_is_block(tag) || is_inline_kind(why) ? why : 0;
        }
        found.why[i] = why;
    }
    mark_cards(arena, dom, found.why);
    return found;
}

float *page_furniture_sums(struct base_arena *arena, const struct page_blocks *blocks) {
    float *sums = base_arena_array(arena, blocks->count + 1, sizeof *sums);
    for (size_t i = 0; i < blocks->count; i++) {
        sums[i + 1] = sums[i] + (blocks->items[i].why ? 0 : blocks->items[i].mass);
    }
    return sums;
}

float page_furniture_mass(const struct page_dom *dom, const struct page_blocks *blocks, const float *sums,
                          uint32_t node) {
    return sums[page_blocks_at(blocks, dom->nodes[node].end)] - sums[page_blocks_at(blocks, node)];
}

/* Can an element with so much of the page's running text be furniture? Names of lists of articles and of comments are
 * to be trusted where an article came before. */
static bool is_too_much(page_why why, float mass, float before, float all) {
    bool behind = (why == PAGE_WHY(DOCUMENT_DROP_COMMENT) || why == PAGE_WHY(DOCUMENT_DROP_RELATED)) && before > LEFT;
    return mass > (behind ? 0.9f : 0.4f) * all;
}

/* What is embedded as a quotation (a post of somebody) belongs to the text around it. */
static bool holds_quote(const struct page_dom *dom, uint32_t node, page_why why) {
    if (why != PAGE_WHY(DOCUMENT_DROP_SHARE) && why != PAGE_WHY(DOCUMENT_DROP_EMBED) &&
        why != PAGE_WHY(DOCUMENT_DROP_RELATED) && why != PAGE_WHY(DOCUMENT_DROP_BOILERPLATE)) {
        return false;
    }
    for (uint32_t i = node; i < dom->nodes[node].end; i++) {
        if (dom->nodes[i].tag == PAGE_BLOCKQUOTE) {
            return dom->nodes[node].tag != PAGE_ASIDE;
        }
    }
    return false;
}

void page_furniture_apply(struct base_arena *arena, const struct page_dom *dom, struct page_furniture *furniture,
                          struct page_blocks *blocks) {
    float *sums = page_furniture_sums(arena, blocks);
    float left_out = 0;
    uint32_t end = 0;
    size_t block = 0;
    for (uint32_t i = 1; i < dom->count; i++) {
        if (furniture->why[i] == 0 || i < end) {
            continue;
        }
        float mass = page_furniture_mass(dom, blocks, sums, i);
        float before = sums[page_blocks_at(blocks, i)] - left_out, all = sums[blocks->count];
        bool body = (furniture->kinds[i] & PAGE_NAMES_BODY) && mass > 0.2f * all;
        if (mass > 0 && (body || is_too_much(furniture->why[i], mass, before, all))) {
            furniture->why[i] = 0;
            continue;
        }
        if (holds_quote(dom, i, furniture->why[i])) {
            furniture->why[i] = 0;
            continue;
        }
        left_out += mass;
        end = dom->nodes[i].end;
        for (block = page_blocks_at(blocks, i); block < blocks->count && blocks->items[block].first < end; block++) {
            blocks->items[block].why = furniture->why[i];
        }
    }
}
