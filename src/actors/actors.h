/* actors: who is who.
 *
 * Takes: names, trees, dates, places; the lexicon. Adds: a mention for each noun phrase (by name, noun or pronoun), an
 * entity for each thing that mentions share, and document->mention_at. Promises: every noun, proper noun and pronoun that
 * heads a phrase has a mention, and so has an actor that stands before a noun that is none ("Russian air strikes");
 * entities that are actors have a type other than DOCUMENT_THING; country, sector and role
 * are those of the day of publication; two mentions share an entity only where number, gender, country and kind allow.
 */
#ifndef ACTORS_ACTORS_H
#define ACTORS_ACTORS_H

#include "lexicon/lexicon.h"

struct actors;

enum sayso_status actors_open(const struct model *model, const struct lexicon *lexicon, struct base_arena *arena,
                              const struct actors **out, struct sayso_error *error);
void actors_resolve(const struct actors *actors, struct document *document);

/* Sees what each pronoun is chosen from, and what: for training (salience.h). */
struct actors_choice;
struct actors_watcher {
    void (*choose)(void *context, const struct document *document, const struct actors_choice *choice);
    void *context;
};
void actors_resolve_watched(const struct actors *actors, struct document *document, const struct actors_watcher *watcher);

#endif
