/* What belongs to another predicate and is no event of its own: "agreed to withdraw" is no withdrawal, the suit of "filed a
 * suit" no second one. */
#ifndef EVENTS_TAKEN_H
#define EVENTS_TAKEN_H

#include "events/code.h"

/* Notes in `taken` what the candidate takes: of each token the number of the predicate that has it, from 1; 0: none has. */
void events_take(const struct document *document, const struct events_candidate *candidate, uint32_t *taken);
/* The predicate that the candidate belongs to, or DOCUMENT_NONE. */
uint32_t events_taker(const struct document *document, const struct events_vocabulary *vocabulary,
                      const struct events_candidate *candidate, const uint32_t *taken);

#endif
