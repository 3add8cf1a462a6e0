/* explain: why a sentence was coded as it was, or not.
 *
 * Takes: a document with its events, and the claims and rules that made them. Adds: nothing to it; writes for each sentence
 * its tree, names, entities, places, dates and claims, and for each predicate the rules that matched or nearly did, with
 * file and line. Promises: UTF-8 without control characters of the document's; time and output are linear in the document.
 * Takes memory from the document's arena, so only inside base_arena_run().
 */
#ifndef EXPLAIN_EXPLAIN_H
#define EXPLAIN_EXPLAIN_H

#include "base/buffer.h"
#include "events/events.h"

/* Only the sentence that holds the byte `at` of the text; SAYSO_NOWHERE: all. False where no sentence of
 * a document that has some holds it. */
bool explain_document(const struct document *document, const struct events *events, const struct claims *claims,
                      size_t at, struct base_buffer *out);

/* The words of the sentence, one a line, each below its head. */
void explain_tree(const struct document *document, uint32_t sentence, struct base_buffer *out);

#endif
