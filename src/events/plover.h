/* The ontology as tables: PLOVER (Open Event Data Alliance, draft 2.0) types, modes, contexts and scores. A type or mode is
 * a number in a document_event; mode 0 is none; a context is a bit. Names are those of PLOVER, as records print them. */
#ifndef EVENTS_PLOVER_H
#define EVENTS_PLOVER_H

#include "base/slice.h"

enum events_type {
    EVENTS_AGREE,
    EVENTS_CONSULT,
    EVENTS_SUPPORT,
    EVENTS_CONCEDE,
    EVENTS_COOPERATE,
    EVENTS_AID,
    EVENTS_RETREAT,
    EVENTS_REQUEST,
    EVENTS_ACCUSE,
    EVENTS_REJECT,
    EVENTS_THREATEN,
    EVENTS_PROTEST,
    EVENTS_SANCTION,
    EVENTS_MOBILIZE,
    EVENTS_COERCE,
    EVENTS_ASSAULT,
    EVENTS_TYPES
};

const char *events_type_name(uint8_t type);
/* NULL: none (mode 0). */
const char *events_mode_name(uint8_t type, uint8_t mode);
float events_score(uint8_t type, uint8_t mode);
/* 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
unsigned events_quad_class(uint8_t type);
/* Is an event of the type without a recipient no event? */
bool events_needs_recipient(uint8_t type);

unsigned events_context_count(void);
const char *events_context_name(unsigned bit);

/* By name; false: there is none of that name. */
bool events_type_of(struct base_slice name, uint8_t *type);
bool events_mode_of(uint8_t type, struct base_slice name, uint8_t *mode);
bool events_context_of(struct base_slice name, unsigned *bit);

#endif
