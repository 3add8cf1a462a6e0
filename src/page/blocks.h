/* blocks: the runs of text of a parsed page, before anybody judges them.
 *
 * Takes: the flat tree, and for each node why it is furniture (0: it is not). Adds: blocks in document order, white
 * space collapsed, with what the judgement needs. Promises: the text of a script or style is in no block.
 */
#ifndef PAGE_BLOCKS_H
#define PAGE_BLOCKS_H

#include "base/vector.h"
#include "document/document.h"
#include "page/dom.h"

/* Why a node or block is left out: 0, or 1 + enum document_drop. */
typedef uint8_t page_why;
#define PAGE_WHY(drop) ((page_why)(1 + (drop)))

struct page_block {
    struct base_slice text;
    uint32_t node;                   /* the innermost element that begins lines and holds the text */
    uint32_t first, last;            /* text nodes */
    enum page_tag tag;               /* of the innermost one that says something: p, li, h2, blockquote ...; else div */
    uint32_t linked;         /* bytes inside links */
    uint32_t words;
    uint32_t stops; /* ends of sentences */
    bool ends_sentence;
    float mass; /* how much running text it is, in bytes */
    page_why why;
    bool keep;
    enum document_block_role role;
    bool has_source;
    size_t source[2]; /* bytes of the input */
};

struct page_blocks {
    struct page_block *items;
    size_t count, capacity;
};

void page_blocks_read(struct base_arena *arena, const struct page_dom *dom, const page_why *why,
                      struct page_blocks *blocks);
/* Counts words and sentences of a text that is not from a tree. */
void page_block_measure(struct page_block *block);
/* First block whose text begins at or behind the node. */
size_t page_blocks_at(const struct page_blocks *blocks, uint32_t node);
bool page_is_heading(enum page_tag tag);

#endif
