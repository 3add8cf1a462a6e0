/* Walking the dependency trees of a document. Tokens are indices into document->tokens. */
#ifndef DOCUMENT_TREE_H
#define DOCUMENT_TREE_H

#include "document/document.h"

/* Fills in first_child and next_sibling from the heads. Called once, by whoever sets the heads. */
void document_link_children(struct document *document);

static inline const struct document_token *document_token(const struct document *document, uint32_t token) {
    return &document->tokens.items[token];
}

/* for (DOCUMENT_CHILDREN(document, child, token)) ... children in text order */
#define DOCUMENT_CHILDREN(document, child, token)                                                                      \
    uint32_t child = (document)->tokens.items[token].first_child;                                                      \
    child != DOCUMENT_NONE;                                                                                            \
    child = (document)->tokens.items[child].next_sibling

/* The first child with the relation, or DOCUMENT_NONE. */
uint32_t document_child(const struct document *document, uint32_t token, enum document_relation relation);
/* The root token of a sentence. */
uint32_t document_root(const struct document *document, uint32_t sentence);
/* Is `token` in the subtree of `top` (which is in its own)? */
bool document_is_below(const struct document *document, uint32_t token, uint32_t top);
/* Leftmost and rightmost token of the subtree; a tree that is not projective may have others in between. */
void document_subtree(const struct document *document, uint32_t top, uint32_t *first, uint32_t *last);
/* The bytes of a run of tokens, both ends included. */
struct document_span document_tokens_span(const struct document *document, uint32_t first, uint32_t last);
/* Does the token stand below `top` by conjunction (conj) only, or is it the same? */
uint32_t document_conjunction_head(const struct document *document, uint32_t token);
/* Does the word have the feature ("Number=Plur")? */
bool document_has_feature(const struct document_token *token, const char *feature);
/* Has it a determiner with the feature ("Definite=Ind")? */
bool document_determiner_has(const struct document *document, uint32_t token, const char *feature);
/* Does a conjunction or a semicolon of its own stand before it, as before an item of a list? */
bool document_begins_item(const struct document *document, uint32_t token);
/* Is the word itself tagged (Penn Treebank) as a finite verb or a modal? A clause may be finite by its auxiliary. */
bool document_is_tagged_finite(const struct document *document, uint32_t token);

#endif
