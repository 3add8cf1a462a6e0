/* How many were killed, injured and arrested, where the event's own clause says it in figures or number words. */
#ifndef EVENTS_COUNTS_H
#define EVENTS_COUNTS_H

#include "events/match.h"

/* Sets killed, injured and arrested; -1 where the text does not say. */
void events_count(const struct document *document, const struct events_vocabulary *vocabulary,
                  const struct events_frame *frame, struct document_event *event);

#endif
