/* Everybody who shares a place in a frame: "Ghana, Mali and Niger", "Smith as well as Jones", "Smith, along with Jones".
 *
 * Takes: a token that fills a slot. Promises: the heads of the mentions of all that are coordinated with it, by whatever
 * words; of a thing its owner; names instead of the plural title before them; each once.
 */
#ifndef EVENTS_PARTIES_H
#define EVENTS_PARTIES_H

#include "events/match.h"

/* What may be a party besides actors. */
enum events_others { EVENTS_COUNTRIES, EVENTS_PLACES, EVENTS_VICTIMS };

/* `used`: tokens that other slots have. */
void events_add_parties(const struct document *document, const struct events_vocabulary *vocabulary,
                        const struct events_frame *frame, uint32_t token, enum events_others others,
                        const uint32_t *used, size_t used_count, struct events_party *party);

#endif
