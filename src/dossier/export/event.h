/* An event as data sets of one actor and one recipient have it, in CAMEO: who with whom, its code, its day. */
#ifndef DOSSIER_EXPORT_EVENT_H
#define DOSSIER_EXPORT_EVENT_H

#include "dossier/export/export.h"

/* One of the pairs of an event; NULL: there is nobody on that side. */
struct export_dyad {
    const json_t *actor, *recipient;
};

/* How many there are, at least 1, and the one of that index. Everybody on one side is paired with everybody on the other; in
 * meetings and agreements without a recipient, which have all sides as actors, each actor with each other one. */
size_t export_dyad_count(const json_t *event);
struct export_dyad export_dyad_at(const json_t *event, size_t index);

/* The event's own code; where it has none, the one that data/codes/plover.txt has for its type. */
struct base_slice export_cameo(const json_t *event);
/* Its day, the first of several; else that of publication; data NULL: none. */
struct base_slice export_day(const json_t *event, const struct export_document *document);
/* The name of a country in English; nothing for bodies of no one country. */
struct base_slice export_country_name(struct base_slice country);
/* The party's name, else its words in the text. */
struct base_slice export_party_name(const json_t *party);
/* The place's own name where its precision is one of the two; else nothing. NULL: none. */
struct base_slice export_place_name(const json_t *place, const char *precision, const char *or_precision);

#endif
