/* syntax: tags, lemmas, trees and names.
 *
 * Takes: sentences and tokens. Adds: UPOS, XPOS, features, lemma, head and relation of each token (a tree a sentence, UD
 * v2), child links, and the names (PER, ORG, LOC). Promises: the same bytes on every CPU; no allocation per token beyond
 * the document's arena; time linear in the sentence but for the arc scores, whose length is bounded by SYNTAX_LONGEST.
 */
#ifndef SYNTAX_SYNTAX_H
#define SYNTAX_SYNTAX_H

#include "document/document.h"
#include "model/model.h"

/* Sentences of more tokens are parsed in pieces of this many; the roots of later pieces, and of a dateline, hang from the first root. */
enum { SYNTAX_LONGEST = 400 };

struct syntax;

enum sayso_status syntax_open(const struct model *model, struct base_arena *arena, const struct syntax **out,
                              struct sayso_error *error);
void syntax_parse(const struct syntax *syntax, struct document *document);

struct syntax_lemmas;
const struct syntax_lemmas *syntax_lemmas_of(const struct syntax *syntax);

#endif
