/* text: from running text to sentences of tokens.
 *
 * Takes: document->text and, for pages, its blocks. Adds: sentences and tokens (span, form, multiword tokens, spaces), as
 * UD English has them. Promises: sentences and tokens come in text order, do not overlap, leave out white space only, and
 * never run over a block or an empty line. Learned weights decide where sentences end; the contractions are a list.
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "document/document.h"
#include "model/model.h"

struct text;

enum sayso_status text_open(const struct model *model, struct base_arena *arena, const struct text **out,
                            struct sayso_error *error);
void text_segment(const struct text *text, struct document *document);

/* Fills the document from one CoNLL-U document ("# newdoc" to the next): the sentences, tokens and spaces as given. Where
 * `with_trees`, also tags, lemmas, heads and names (for tests); else they are left to syntax. */
enum sayso_status text_read_conllu(struct document *document, struct base_slice conllu, bool with_trees,
                                   struct sayso_error *error);

#endif
