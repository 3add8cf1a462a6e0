/* Matching one rule against one frame. */
#ifndef EVENTS_MATCH_H
#define EVENTS_MATCH_H

#include "events/kinds.h"

enum { EVENTS_PARTIES = 16 };

struct events_party {
    uint32_t tokens[EVENTS_PARTIES]; /* heads of mentions of actors; further ones are left out */
    size_t count;
};

struct events_match {
    const struct events_rule *rule;
    struct events_party actors, recipients;
    uint32_t place;                        /* token that a slot sends to the place; DOCUMENT_NONE: none */
    uint32_t words[EVENTS_ARGUMENTS];      /* tokens that slots asked for by word: part of the predicate */
    size_t word_count;
    uint32_t contents[EVENTS_ARGUMENTS];   /* clauses and things that the predicate is about */
    size_t content_count;
    uint32_t fillers[EVENTS_ARGUMENTS];    /* tokens of the first slots, for explaining; DOCUMENT_NONE: none */
    size_t failed; /* slot that did not match, for explaining; slot_count: PLOVER asks for a recipient */
};

/* A country can always be concerned, also where it stands as a place: does the slot let it in whatever its filter? */
bool events_takes_countries(const struct events_slot *slot);
bool events_match(const struct document *document, const struct events_rules *rules, const struct events_rule *rule,
                  const struct events_frame *frame, struct events_match *out);
/* Do several cooperate, none of them with somebody else? `first` is the token of the first of them. */
bool events_among_themselves(const struct document *document, const struct events_rule *rule, size_t actors,
                             uint32_t first);

#endif
