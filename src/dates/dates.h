/* dates: expressions of time, as intervals of days.
 *
 * Takes: tokens with tags and trees, and the day of publication. Adds: document->dates and document->date_at. Promises:
 * dates come in text order and do not overlap; each has the tokens that it was read from. Words are in *.dates.
 */
#ifndef DATES_DATES_H
#define DATES_DATES_H

#include "document/document.h"
#include "model/model.h"

struct dates;

enum sayso_status dates_open(const struct model *model, struct base_arena *arena, const struct dates **out,
                             struct sayso_error *error);
void dates_find(const struct dates *dates, struct document *document);
/* The date that the predicate's own clause gives, or DOCUMENT_NONE: "visited Moscow last week". */
uint32_t dates_of_predicate(const struct document *document, uint32_t predicate);

#endif
