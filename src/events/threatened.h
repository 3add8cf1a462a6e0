/* Force that somebody only says he will or may use is a threat: PLOVER on THREATEN. */
#ifndef EVENTS_THREATENED_H
#define EVENTS_THREATENED_H

#include "events/kinds.h"

/* Takes an event with its telling, whose verb is `clause`. Is it what its actor, or who speaks for him, says that he will
 * or may do? Gives an event of which no actor is told ("the envoys will be expelled, the minister said") the speaker. */
bool events_is_threatened(const struct document *document, uint32_t clause, struct document_event *event);
/* Of an event of that kind, the mode of the threat. */
uint8_t events_threat_mode(const struct document_event *event);

#endif
