/* A future or refused act is another type: PLOVER on AGREE, CONCEDE, THREATEN and REJECT. */
#ifndef EVENTS_TURN_H
#define EVENTS_TURN_H

#include "events/match.h"

/* Takes an event with its telling, whose verb is `clause`. Changes type, mode and auxiliaries where somebody promises,
 * threatens or refuses what the rule calls done. */
void events_turn(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t clause,
                 struct document_event *event);
/* Is it a yielding that somebody only calls for? "Demands for the mayor's resignation". */
bool events_is_only_asked(const struct document *document, const struct document_event *event);
/* Of a promise that yields. */
void events_turn_to_concession(struct document_event *event);

#endif
