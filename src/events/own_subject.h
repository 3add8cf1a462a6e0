/* The subject that a clause has itself.
 *
 * Takes: the tree. Promises: the one that the verb agrees with, whatever the parser hung next to it; none where the clause
 * leaves it out, which is for subject.c to fill in.
 */
#ifndef EVENTS_OWN_SUBJECT_H
#define EVENTS_OWN_SUBJECT_H

#include "events/frame.h"

uint32_t events_own_subject(const struct document *document, const struct events_vocabulary *vocabulary,
                            uint32_t predicate);
/* A bare verb behind a marker: "to go". */
bool events_is_infinitive(const struct document *document, uint32_t verb);
/* Can the token be the subject of another's infinitive: a name, a pronoun, somebody who acts? */
bool events_can_control(const struct document *document, uint32_t token);

#endif
