#include "document/tree.h"

void document_link_children(struct document *document) {
    size_t count = document->tokens.count;
    struct document_token *tokens = document->tokens.items;
    for (size_t i = 0; i < count; i++) {
        tokens[i].first_child = tokens[i].next_sibling = DOCUMENT_NONE;
    }
    for (size_t i = count; i-- > 0;) { /* backwards, so that each list comes out in text order */
        uint32_t head = tokens[i].head;
        if (head != DOCUMENT_NONE) {
            tokens[i].next_sibling = tokens[head].first_child;
            tokens[head].first_child = (uint32_t)i;
        }
    }
}

uint32_t document_child(const struct document *document, uint32_t token, enum document_relation relation) {
    for (DOCUMENT_CHILDREN(document, child, token)) {
        if (document->tokens.items[child].relation == relation) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

uint32_t document_root(const struct document *document, uint32_t sentence) {
    const struct document_sentence *s = &document->sentences.items[sentence];
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        if (document->tokens.items[i].head == DOCUMENT_NONE) {
            return i;
        }
    }
    return s->first;
}

bool document_is_below(const struct document *document, uint32_t token, uint32_t top) {
    while (token != DOCUMENT_NONE && token != top) {
        token = document->tokens.items[token].head;
    }
    return token == top;
}

/* Without recursion: trees of broken text can be as deep as the sentence is long. */
void document_subtree(const struct document *document, uint32_t top, uint32_t *first, uint32_t *last) {
    const struct document_token *tokens = document->tokens.items;
    *first = *last = top;
    uint32_t at = tokens[top].first_child;
    while (at != DOCUMENT_NONE) {
        *first = at < *first ? at : *first;
        *last = at > *last ? at : *last;
        if (tokens[at].first_child != DOCUMENT_NONE) {
            at = tokens[at].first_child;
            continue;
        }
        while (at != top && tokens[at].next_sibling == DOCUMENT_NONE) {
            at = tokens[at].head;
        }
        if (at == top) {
            break;
        }
        at = tokens[at].next_sibling;
    }
}

struct document_span document_tokens_span(const struct document *document, uint32_t first, uint32_t last) {
    return (struct document_span){document->tokens.items[first].span.start, document->tokens.items[last].span.end};
}

uint32_t document_conjunction_head(const struct document *document, uint32_t token) {
    while (document->tokens.items[token].relation == REL_CONJ && document->tokens.items[token].head != DOCUMENT_NONE) {
        token = document->tokens.items[token].head;
    }
    return token;
}

bool document_is_tagged_finite(const struct document *document, uint32_t token) {
    struct base_slice xpos = document->tokens.items[token].xpos;
    return base_slice_is(xpos, "VBD") || base_slice_is(xpos, "VBP") || base_slice_is(xpos, "VBZ") ||
           base_slice_is(xpos, "MD");
}

bool document_has_feature(const struct document_token *token, const char *feature) {
    return base_slice_joined_has(token->feats, '|', base_slice_of(feature));
}

bool document_determiner_has(const struct document *document, uint32_t token, const char *feature) {
    uint32_t determiner = document_child(document, token, REL_DET);
    return determiner != DOCUMENT_NONE && document_has_feature(document_token(document, determiner), feature);
}

bool document_begins_item(const struct document *document, uint32_t token) {
    for (DOCUMENT_CHILDREN(document, child, token)) {
        const struct document_token *t = document_token(document, child);
        if (child < token && (t->relation == REL_CC || base_slice_is(t->form, ";"))) {
            return true;
        }
    }
    return false;
}
