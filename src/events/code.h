/* From a matched rule to an event of the document. */
#ifndef EVENTS_CODE_H
#define EVENTS_CODE_H

#include "claims/claims.h"
#include "events/match.h"

/* A predicate whose frame a rule matched. */
struct events_candidate {
    struct events_frame frame;
    struct events_match match;
};

/* Fills in the event with its first telling; false where PLOVER asks for a party that is not there. */
bool events_code(const struct document *document, const struct events_rules *rules, const struct claims *claims,
                 const struct events_candidate *candidate, struct document_event *event);

#endif
