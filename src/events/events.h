/* events: who did what to whom.
 *
 * Takes: trees, entities, places, dates, claims; the rules of the model's *.rules and of PETRARCH's verb dictionaries.
 * Adds: document->events, PLOVER-coded,
 * with CAMEO code, actor, recipient, place, date, counts, factuality and attribution chain. Promises: events come in the
 * order of their first trigger; each says the rule (file and line) that made it; an event told again is one event.
 */
#ifndef EVENTS_EVENTS_H
#define EVENTS_EVENTS_H

#include "claims/claims.h"
#include "lexicon/lexicon.h"

struct events;

enum sayso_status events_open(const struct model *model, struct base_arena *arena, const struct events **out,
                              struct sayso_error *error);
/* What was refused of verb dictionaries in PETRARCH's format (folders `petrarch` of overlays); returns how many lines. */
size_t events_refused(const struct events *events, const struct lexicon_refusal **out);
void events_find(const struct events *events, const struct claims *claims, struct document *document);

#endif
