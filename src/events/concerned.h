/* Whom the words of an event are about where no slot of its rule says so: "agreed to lift a ban on British beef".
 *
 * Takes: a match whose actors and contents are known. Promises: the nearest party in what is agreed, refused, threatened
 * or granted, never one that only tells how, when or why, nor what is the actor's own; none where people are asked or
 * praised, as those stand beside the predicate.
 */
#ifndef EVENTS_CONCERNED_H
#define EVENTS_CONCERNED_H

#include "events/match.h"

/* The token, or DOCUMENT_NONE. */
uint32_t events_concerned(const struct document *document, const struct events_vocabulary *vocabulary,
                          const struct events_match *match);
/* Is the token what an actor only disposes of, as it is its own: "withdrew its troops"? */
bool events_is_own(const struct document *document, const struct events_match *match, uint32_t token);

#endif
