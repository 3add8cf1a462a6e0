/* The right side of a rule: slots with their roles, filters and targets. */
#ifndef EVENTS_SLOTS_H
#define EVENTS_SLOTS_H

#include "events/rules.h"

/* Reads "subject:actor->actor ?on|against:actor|place->recipient {military}", macros included, into the rule. */
enum sayso_status events_slots_read(struct events_rules *rules, struct base_slice text, unsigned line,
                                    struct events_rule *rule, struct sayso_error *error);
/* As rules spell it; NULL for EVENTS_CASE, which has its marker for a name. */
const char *events_role_name(enum events_role role);

#endif
