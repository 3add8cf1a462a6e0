/* What is promised and yields is a concession: "promised to withdraw its troops". */
#ifndef EVENTS_YIELDS_H
#define EVENTS_YIELDS_H

#include "events/code.h"

/* Is the content of the candidate, a promise, a yielding one? Then `content` is how it matched. */
bool events_yields(const struct document *document, const struct events_rules *rules,
                   const struct events_candidate *candidate, struct events_candidate *content);

#endif
