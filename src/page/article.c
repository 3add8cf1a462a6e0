#include "page/article.h"

static const float EXPLICIT = 0.35f; /* share of the running text that an element called "article body" must have */
static const float ARTICLE = 0.5f;   /* the same for <article> and <main> */
static const float SHORT_ARTICLE = 200.0f; /* bytes of running text */
static const float DESCEND = 0.75f;        /* share of its parent's running text that makes a child the container */

struct choice {
    const struct page_dom *dom;
    const struct page_furniture *furniture;
    const struct page_blocks *blocks;
    const float *sums;
    size_t title;
};

static float mass_of(const struct choice *choice, uint32_t node) {
    return page_furniture_mass(choice->dom, choice->blocks, choice->sums, node);
}

/* The heaviest element below `top` that says it is the body; of equals the innermost. 0: none. */
static uint32_t declared_body(const struct choice *choice, uint32_t top) {
    uint32_t best = 0;
    float best_mass = EXPLICIT * mass_of(choice, top);
    for (uint32_t i = top; i < choice->dom->nodes[top].end; i++) {
        if ((choice->furniture->kinds[i] & PAGE_NAMES_BODY) && choice->furniture->why[i] == 0) {
            float mass = mass_of(choice, i);
            if (mass > 0 && mass >= best_mass) {
                best = i;
                best_mass = mass * 0.95f;
            }
        }
    }
    return best;
}

/* Running text from the title to the node. */
static float mass_between(const struct choice *choice, uint32_t node) {
    size_t at = page_blocks_at(choice->blocks, node);
    return at > choice->title ? choice->sums[at] - choice->sums[choice->title] : 0;
}

/* The <article> or <main> that holds most of the text; of a page with several articles, the one with the title, or the
 * first behind it. */
static uint32_t article_element(const struct choice *choice) {
    uint32_t best = 0, after_title = 0;
    float best_mass = ARTICLE * choice->sums[choice->blocks->count];
    uint32_t title = choice->title == SIZE_MAX ? UINT32_MAX : choice->blocks->items[choice->title].first;
    for (uint32_t i = 1; i < choice->dom->count; i++) {
        enum page_tag tag = choice->dom->nodes[i].tag;
        if (tag == PAGE_ARTICLE || tag == PAGE_MAIN) {
            float mass = mass_of(choice, i);
            if (mass > 0 && mass >= best_mass) {
                best = i;
                best_mass = mass * 0.95f;
            }
            if (tag == PAGE_ARTICLE && after_title == 0 && mass > SHORT_ARTICLE && title < choice->dom->nodes[i].end &&
                mass_between(choice, i) < mass) {
                after_title = i;
            }
        }
    }
    bool own = after_title && after_title < title && (best < after_title || title < best);
    return after_title && (own || best == 0 || choice->dom->nodes[best].tag == PAGE_MAIN) ? after_title : best;
}

/* Down to the innermost element that still holds most of the text. */
static uint32_t descend(const struct choice *choice, uint32_t node) {
    const struct page_node *nodes = choice->dom->nodes;
    for (;;) {
        float need = DESCEND * mass_of(choice, node);
        uint32_t next = 0;
        for (uint32_t i = node + 1; i < nodes[node].end && next == 0; i = nodes[i].end) {
            if (nodes[i].tag != PAGE_TEXT && page_dom_is_block(nodes[i].tag) && mass_of(choice, i) > need) {
                next = i;
            }
        }
        if (next == 0 || nodes[next].tag == PAGE_P) {
            return node;
        }
        node = next;
    }
}

struct page_article page_article_find(const struct page_facts *facts) {
    const struct page_dom *dom = facts->dom;
    struct choice choice = {dom, facts->furniture, facts->blocks,
                            page_furniture_sums(facts->document->arena, facts->blocks), facts->title};
    uint32_t top = declared_body(&choice, 0);
    bool declared = top != 0;
    if (!declared) {
        top = descend(&choice, article_element(&choice));
    }
    return (struct page_article){page_blocks_at(facts->blocks, top), page_blocks_at(facts->blocks, dom->nodes[top].end),
                                 declared};
}
