#include "page/article.h"

static const float EXPLICIT = 0.35f; /* share of the running text that an element called "article body" must have */
static const float ARTICLE = 0.5f;   /* the same for <article> and <main> */
static const float DESCEND = 0.75f;  /* share of its parent's running text that makes a child the container */

struct choice {
    const struct page_dom *dom;
    const struct page_furniture *furniture;
    struct page_blocks *blocks;
    const float *sums;
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

static uint32_t article_element(const struct choice *choice) {
    uint32_t best = 0;
    float best_mass = ARTICLE * choice->sums[choice->blocks->count];
    for (uint32_t i = 1; i < choice->dom->count; i++) {
        enum page_tag tag = choice->dom->nodes[i].tag;
        if (tag == PAGE_ARTICLE || tag == PAGE_MAIN) {
            float mass = mass_of(choice, i);
            if (mass > 0 && mass >= best_mass) {
                best = i;
                best_mass = mass * 0.95f;
            }
        }
    }
    return best;
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

static enum document_block_role role_of(const struct page_block *block) {
    switch (block->tag) {
    case PAGE_LI:
    case PAGE_DD:
    case PAGE_DT:
        return DOCUMENT_LIST;
    case PAGE_BLOCKQUOTE:
        return DOCUMENT_QUOTE;
    default:
        return DOCUMENT_BODY;
    }
}

static void judge(struct page_block *block) {
    uint32_t size = (uint32_t)block->text.size;
    if (block->why) {
        return;
    }
    if (block->linked * 10 > size * 7 && block->words < 30 && !(block->stops > 0 && block->tag == PAGE_P)) {
        block->why = PAGE_WHY(DOCUMENT_DROP_RELATED);
        return;
    }
    block->keep = true;
    block->role = role_of(block);
}

static bool is_running(const struct page_block *block) {
    return block->keep && !page_is_heading(block->tag) && (block->stops > 0 || block->text.size > 60);
}

/* Headings with nothing behind them, and short lines before the first and behind the last running text. */
static void trim(struct page_blocks *blocks, size_t first, size_t end) {
    while (first < end && !is_running(&blocks->items[first]) && !page_is_heading(blocks->items[first].tag)) {
        blocks->items[first++].keep = false;
    }
    while (end > first && !is_running(&blocks->items[end - 1])) {
        blocks->items[--end].keep = false;
    }
    bool text_follows = false;
    for (size_t i = end; i-- > first;) {
        struct page_block *block = &blocks->items[i];
        if (block->keep && page_is_heading(block->tag)) {
            block->keep = text_follows;
            text_follows = block->tag >= PAGE_H4 && text_follows;
        } else {
            text_follows = text_follows || block->keep;
        }
    }
}

void page_article_choose(struct base_arena *arena, const struct page_dom *dom, const struct page_furniture *furniture,
                         struct page_blocks *blocks, struct base_slice title) {
    struct choice choice = {dom, furniture, blocks, page_furniture_sums(arena, blocks)};
    uint32_t top = declared_body(&choice, 0);
    if (top == 0) {
        top = article_element(&choice);
        top = descend(&choice, top);
    }
    size_t first = page_blocks_at(blocks, top), end = page_blocks_at(blocks, dom->nodes[top].end);
    for (size_t i = first; i < end; i++) {
        judge(&blocks->items[i]);
        if (blocks->items[i].keep && base_slice_equal(blocks->items[i].text, title)) {
            blocks->items[i].keep = false;
            blocks->items[i].why = PAGE_WHY(DOCUMENT_DROP_DUPLICATE);
        }
    }
    trim(blocks, first, end);
}
