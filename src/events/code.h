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

/* Does a rule match the predicate? The candidate is then the frame and the first such rule. */
bool events_match_predicate(const struct document *document, const struct events_rules *rules, uint32_t token,
                            struct events_candidate *candidate);

enum events_coding {
    EVENTS_CODED,
    EVENTS_NO_PARTY,     /* PLOVER asks for a party that is not there */
    EVENTS_NOT_POLITICAL, /* words between people of whom none is in politics */
    EVENTS_ONLY_ASKED,    /* a yielding that somebody only calls for */
    EVENTS_CRITERION      /* says of what kind somebody is of whom something is only asked or planned */
};

/* Fills in the event with its first telling; where it is none, its parties only. */
enum events_coding events_code(const struct document *document, const struct events_rules *rules, const struct claims *claims,
                               const struct events_candidate *candidate, struct document_event *event);

#endif
