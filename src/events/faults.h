/* Rules that can never give their event, as far as their conditions tell.
 *
 * Takes: the rules. Promises: of a rule that shares a predicate with k others, k comparisons. An overlay's rules are not
 * compared with those below it: they are there to come first. Nothing is said of PETRARCH's patterns.
 */
#ifndef EVENTS_FAULTS_H
#define EVENTS_FAULTS_H

#include "events/rules.h"

enum events_fault_kind {
    EVENTS_NEVER_MATCHES, /* its conditions contradict each other */
    EVENTS_SHADOWED,      /* `other` comes first and matches wherever this one does */
    EVENTS_REPEATED       /* `other`, in the same file, has the same conditions */
};

struct events_fault {
    enum events_fault_kind kind;
    const struct events_rule *rule, *other;
    struct base_slice lemma; /* of the rule's predicates the one that it is said of; empty: all */
    const char *reason;      /* of EVENTS_NEVER_MATCHES */
    struct base_slice slot;  /* ... with the slot that it is said of; empty: none */
};

void events_find_faults(const struct events_rules *rules, void (*report)(void *context, const struct events_fault *fault),
                        void *context);

#endif
