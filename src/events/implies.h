/* What follows from the conditions of rules, whatever the sentence: what check says of rules that can never count.
 *
 * Takes: filters and slots of compiled rules. Promises: true only where it always holds, but for the letter case of
 * lemmas; false may also mean that it cannot be told.
 */
#ifndef EVENTS_IMPLIES_H
#define EVENTS_IMPLIES_H

#include "events/rules.h"

/* One of the alternatives of a filter: "actor" and "@class&plural" of "actor|@class&plural". */
struct events_alternative {
    const struct events_atom *atoms;
    size_t count;
};

/* The alternative that begins at *atom, which goes on to the next one; false: there are no more. */
bool events_next_alternative(const struct events_slot *slot, size_t *atom, struct events_alternative *out);

/* Does no word pass both? */
bool events_excludes(const struct events_alternative *left, const struct events_alternative *right);
/* Does no word pass the filter? */
bool events_is_impossible(const struct events_slot *slot);
/* Does each word that fills `narrow` fill `wide`, too: are its roles among those of `wide`, and its filter narrower? */
bool events_implies(const struct events_slot *narrow, const struct events_slot *wide);
/* Does whatever passes the filter stand for somebody, or belong to somebody? */
bool events_implies_party(const struct events_slot *slot);
/* Do both look at the same words in the same way? */
bool events_is_same_slot(const struct events_slot *left, const struct events_slot *right);
/* May one word stand in both slots? */
bool events_may_share(const struct events_slot *left, const struct events_slot *right);

#endif
