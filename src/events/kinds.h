/* What an argument is: whether it stands for an actor, of which kind, and whose it is. */
#ifndef EVENTS_KINDS_H
#define EVENTS_KINDS_H

#include "actors/actors.h"
#include "events/rules.h"

/* The entity of the mention that the token heads, where it is somebody; else NULL. */
const struct document_entity *events_actor_at(const struct document *document, uint32_t token);
/* Of a thing, the token of the actor that it belongs to ("Iran's policy", "Syrian government missiles", "hundreds of
 * soldiers"); DOCUMENT_NONE: nobody's. */
uint32_t events_owner(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token);
/* Does the token stand for a place on the map? */
bool events_is_place(const struct document *document, uint32_t token);
/* Is the verb's form a surname in truth? */
bool events_is_surname(const struct document *document, uint32_t token);
/* Can the token stand for somebody to whom something is done, known or not? */
bool events_is_victim(const struct document *document, uint32_t token);
/* An actor of politics: of a state, a party, an international or armed body, or anybody
 * known to be of a country. */
bool events_is_public(const struct document_entity *entity);
bool events_is_country(const struct document *document, uint32_t token);
/* "Pakistan, China start drills": the country that the parser takes for an apposition of another; else DOCUMENT_NONE. */
uint32_t events_next_country(const struct document *document, uint32_t token);
/* Are more sides than one meant? "Iran and Iraq", "both countries", "Peruvian and Chilean soldiers". */
bool events_is_several(const struct document *document, uint32_t token);
/* Is each actor of that sector, or with that code for a country, of the kind: `test` one of EVENTS_IS_SECURITY to
 * EVENTS_IS_POLITICAL? */
bool events_sector_is(struct base_slice code, enum events_test test);
bool events_has_sector(const struct document_entity *entity, const char *const *sectors);
bool events_passes(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token,
                   const struct events_atom *atoms, size_t count);

#endif
