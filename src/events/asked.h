/* What is asked for, or refused: PLOVER's modes of REQUEST and REJECT, by what the predicate is about ("urged them to free the
 * crew" asks to yield). */
#ifndef EVENTS_ASKED_H
#define EVENTS_ASKED_H

#include "events/match.h"
#include "events/plover.h"

/* The mode of an event of the type whose rule gives none; 0: its content tells none, or the type has no such modes. */
uint8_t events_asked_mode(const struct document *document, const struct events_vocabulary *vocabulary, uint8_t type,
                          const struct events_match *match);

#endif
