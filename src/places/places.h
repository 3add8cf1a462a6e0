/* places: toponyms and where they lie.
 *
 * Takes: tokens, names and trees; the lexicon (countries, regions, features, spellings of cities) and the table of cities.
 * Adds: document->places and document->place_at. Promises: places come in text order and do not overlap; every toponym
 * mention is one, also where it stands for a government or cannot be located; adjectives ("Turkish") are marked.
 */
#ifndef PLACES_PLACES_H
#define PLACES_PLACES_H

#include "lexicon/lexicon.h"

struct places;

enum sayso_status places_open(const struct model *model, const struct lexicon *lexicon, struct base_arena *arena,
                              const struct places **out, struct sayso_error *error);
void places_find(const struct places *places, struct document *document);
/* The place that the predicate's own clause or its arguments give, or DOCUMENT_NONE: "visited in Moscow". */
uint32_t places_of_predicate(const struct document *document, uint32_t predicate);

#endif
