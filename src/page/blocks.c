#include "page/blocks.h"

#include "base/utf8.h"

enum {
    SHORT = 25,   /* bytes of text outside links below which a block says nothing about where the article is */
    SENTENCE = 80 /* bytes from which a block without the end of a sentence may still be running text */
};

/* Where the walk is: open elements, and the block that is being filled. */
struct walk {
    struct base_arena *arena;
    const struct page_dom *dom;
    struct page_blocks *blocks;
    uint32_t open[PAGE_DOM_DEPTH + 1];
    size_t depth;
    char *text; /* of all blocks, one after the other */
    size_t used, start;
    bool space;
    unsigned breaks; /* <br> since the last text */
    struct page_block block;
    uint32_t link_end, skip_end;
};

bool page_is_heading(enum page_tag tag) {
    return tag >= PAGE_H1 && tag <= PAGE_H6;
}

/* . ! ? and their like in other scripts */
static bool is_stop(uint32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x2026 /* … */ || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
           c == 0x0964 /* danda */ || c == 0x061F || c == 0x06D4 /* Arabic */ || c == 0x1362 /* Ethiopic */;
}

static bool closes_quote(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x300D;
}

void page_block_measure(struct page_block *block) {
    struct base_slice text = block->text;
    bool in_word = false, stopped = false;
    block->words = block->stops = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t c = base_utf8_next(text, &at);
        bool word = base_is_letter(c) || base_is_digit(c);
        bool wide = c >= 0x3040 && c < 0xA000; /* Kana and Han have no spaces */
        block->words += word && (!in_word || wide);
        bool at_end = at >= text.size || base_is_space((unsigned char)text.data[at]);
        if (is_stop(c)) {
            stopped = true;
        } else if (!closes_quote(c)) {
            stopped = false;
        }
        block->stops += stopped && (at_end || c > 0x7F);
        block->ends_sentence = stopped;
        in_word = word;
    }
}

static void weigh(struct page_block *block) {
    uint32_t size = (uint32_t)block->text.size, plain = size - (block->linked < size ? block->linked : size);
    if (plain < SHORT || page_is_heading(block->tag) || block->words < 3) {
        return;
    }
    float share = (float)plain / (float)size;
    block->mass = (float)plain * share * share;
    if (block->stops == 0) {
        block->mass *= size < SENTENCE ? 0.1f : 0.3f;
    }
}

static void flush(struct walk *walk) {
    struct page_block *block = &walk->block;
    block->text = (struct base_slice){walk->text + walk->start, walk->used - walk->start};
    if (block->text.size > 0) {
        page_block_measure(block);
        weigh(block);
        BASE_PUSH(walk->arena, walk->blocks, *block);
    }
    walk->block = (struct page_block){0};
    walk->start = walk->used;
    walk->space = false;
    walk->breaks = 0;
}

/* The tag that tells what the block is: <div> inside <li> is a list item, but <p> inside <blockquote> is a quote. */
static enum page_tag telling_tag(const struct walk *walk) {
    for (size_t i = walk->depth; i-- > 0;) {
        enum page_tag tag = walk->dom->nodes[walk->open[i]].tag;
        if (page_is_heading(tag) || tag == PAGE_LI || tag == PAGE_BLOCKQUOTE || tag == PAGE_FIGCAPTION ||
            tag == PAGE_TD || tag == PAGE_TH || tag == PAGE_DT || tag == PAGE_DD || tag == PAGE_PRE ||
            tag == PAGE_CAPTION) {
            return tag;
        }
        if (tag == PAGE_P && i > 0) {
            enum page_tag above = walk->dom->nodes[walk->open[i - 1]].tag;
            return above == PAGE_BLOCKQUOTE || above == PAGE_LI || above == PAGE_TD ? above : PAGE_P;
        }
        if (tag != PAGE_DIV && tag != PAGE_CENTER) {
            break;
        }
    }
    return PAGE_DIV;
}

static void begin(struct walk *walk, uint32_t node) {
    walk->block.node = walk->depth ? walk->open[walk->depth - 1] : 0;
    walk->block.first = node;
    walk->block.tag = telling_tag(walk);
}

static void add_text(struct walk *walk, uint32_t node) {
    struct base_slice text = page_dom_text(walk->dom, node);
    struct page_block *block = &walk->block;
    size_t before = walk->used;
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        if (base_is_space(base_utf8_next(text, &at))) {
            walk->space = true;
            continue;
        }
        if (walk->breaks > 1) {
            flush(walk);
            before = walk->used;
        }
        if (walk->used == walk->start) {
            begin(walk, node);
        } else if (walk->breaks > 0 || walk->space) {
            walk->text[walk->used++] = walk->breaks > 0 ? '\n' : ' ';
        }
        walk->space = false;
        walk->breaks = 0;
        memcpy(walk->text + walk->used, text.data + start, at - start);
        walk->used += at - start;
        block->last = node;
    }
    uint32_t size = (uint32_t)(walk->used - before);
    block->linked += node < walk->link_end ? size : 0;
}

static bool is_never_text(enum page_tag tag) {
    return tag == PAGE_SCRIPT || tag == PAGE_STYLE || tag == PAGE_HEAD || tag == PAGE_TITLE || tag == PAGE_SVG ||
           tag == PAGE_TEMPLATE || tag == PAGE_META || tag == PAGE_LINK;
}

static void enter(struct walk *walk, uint32_t node, page_why why) {
    const struct page_node *element = &walk->dom->nodes[node];
    enum page_tag tag = element->tag;
    if (is_never_text(tag)) {
        walk->skip_end = element->end;
    } else if (page_dom_is_block(tag) || why) {
        flush(walk);
        walk->open[walk->depth++] = node;
    } else if (tag == PAGE_BR) {
        walk->breaks++;
    } else if (tag == PAGE_A && node >= walk->link_end) {
        walk->link_end = element->end;
    }
    if (why && tag == PAGE_A) {
        walk->link_end = element->end;
    }
}

void page_blocks_read(struct base_arena *arena, const struct page_dom *dom, const page_why *why,
                      struct page_blocks *blocks) {
    struct walk *walk = base_arena_take(arena, sizeof *walk);
    walk->arena = arena;
    walk->dom = dom;
    walk->blocks = blocks;
    size_t size = 0;
    for (uint32_t i = 0; i < dom->count; i++) {
        size += dom->nodes[i].tag == PAGE_TEXT ? dom->nodes[i].size + 1 : 1;
    }
    walk->text = base_arena_take(arena, size);
    for (uint32_t i = 1; i < dom->count; i++) {
        while (walk->depth > 0 && dom->nodes[walk->open[walk->depth - 1]].end <= i) {
            flush(walk);
            walk->depth--;
        }
        if (i < walk->skip_end) {
            continue;
        }
        if (dom->nodes[i].tag == PAGE_TEXT) {
            add_text(walk, i);
        } else {
            enter(walk, i, why[i]);
        }
    }
    flush(walk);
}

size_t page_blocks_at(const struct page_blocks *blocks, uint32_t node) {
    size_t low = 0, high = blocks->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (blocks->items[middle].first < node) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
