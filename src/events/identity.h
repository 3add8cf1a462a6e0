/* Identity: an event told again in the same document is the same event (Saurí's and TimeML's event coreference, by type,
 * parties, place and date). */
#ifndef EVENTS_IDENTITY_H
#define EVENTS_IDENTITY_H

#include "document/tree.h"
#include "events/plover.h"

/* Could `later` be a new telling of `earlier`? */
bool events_are_one(const struct document *document, const struct document_event *earlier,
                    const struct document_event *later);
/* Adds the tellings of `later` to `earlier`, and what only `later` knows. */
void events_unite(const struct document *document, struct document_event *earlier, const struct document_event *later);

#endif
