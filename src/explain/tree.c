/* The tree is walked along its links, without a stack, and what is very deep is drawn at one depth: a sentence of 50,000
 * words, each below the one before it, is 50,000 short lines. */
#include "explain/work.h"

#include "document/tree.h"

enum { DEEPEST = 24, STEP = 3, COLUMN_OF_TAGS = 34 };

struct drawing {
    const struct document *document;
    struct base_buffer *out;
    uint32_t first;              /* word of the sentence */
    bool goes_on[DEEPEST + 1];   /* does the word above, at this depth, have a sister below? */
};

static void draw_word(struct drawing *drawing, uint32_t word, unsigned depth) {
    const struct document_token *token = document_token(drawing->document, word);
    struct base_buffer *out = drawing->out;
    unsigned drawn = depth < DEEPEST ? depth : DEEPEST;
    base_buffer_format(out, "    %4u  ", word - drawing->first + 1);
    for (unsigned i = 1; i < drawn; i++) {
        base_buffer_string(out, drawing->goes_on[i] ? "│  " : "   ");
    }
    if (depth) {
        base_buffer_string(out, depth > DEEPEST ? "…─ " : drawing->goes_on[drawn] ? "├─ " : "└─ ");
    }
    unsigned columns = drawn * STEP + explain_text(out, token->form);
    explain_spaces(out, columns + 2 < COLUMN_OF_TAGS ? COLUMN_OF_TAGS - columns : 2);
    base_buffer_format(out, "%-5s %-5.*s %-14s ", document_upos_name(token->upos), (int)token->xpos.size,
                       token->xpos.data, document_relation_name(token->relation));
    explain_text(out, token->lemma);
    base_buffer_char(out, '\n');
}

/* The next word from the top downwards, or DOCUMENT_NONE behind the last one. */
static uint32_t next_word(const struct document *document, uint32_t word, unsigned *depth) {
    if (document_token(document, word)->first_child != DOCUMENT_NONE) {
        (*depth)++;
        return document_token(document, word)->first_child;
    }
    while (*depth && document_token(document, word)->next_sibling == DOCUMENT_NONE) {
        word = document_token(document, word)->head;
        (*depth)--;
    }
    return *depth ? document_token(document, word)->next_sibling : DOCUMENT_NONE;
}

void explain_tree(const struct document *document, uint32_t sentence, struct base_buffer *out) {
    const struct document_sentence *s = &document->sentences.items[sentence];
    struct drawing drawing = {.document = document, .out = out, .first = s->first};
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        unsigned depth = 0;
        if (document_token(document, i)->head != DOCUMENT_NONE) {
            continue;
        }
        for (uint32_t word = i; word != DOCUMENT_NONE; word = next_word(document, word, &depth)) {
            if (depth && depth <= DEEPEST) {
                drawing.goes_on[depth] = document_token(document, word)->next_sibling != DOCUMENT_NONE;
            }
            draw_word(&drawing, word, depth);
        }
    }
}
