/* Entries of the dictionaries that never count: rules and cues whose words no text can have, whose conditions contradict
 * each other, that others come before, or that none of all the examples makes count though they have some; names, nouns and
 * frames of dates that the same file has again.
 *
 * Takes: the language, and each example as a document. Promises: where overlays have rules, nothing is said of the rules
 * below them, which they are there to come before.
 */
#ifndef LIBRARY_FAULTS_H
#define LIBRARY_FAULTS_H

#include "base/map.h"
#include "library/language.h"

enum library_fault { LIBRARY_NEVER_MATCHES, LIBRARY_SHADOWED, LIBRARY_REPEATED, LIBRARY_REPLACED };

/* What the examples have shown. */
struct library_usage {
    const struct sayso_language *language;
    struct base_arena *arena;
    bool *matched;          /* by the number of the rule */
    struct base_map lemmas; /* of all tokens, with the part of speech: "visit/v" */
    struct base_map cues;   /* origins of the cues that made a claim */
};

/* What is wrong with the entry at `origin`, and of what in it that is said: a word, a slot, or nothing. */
typedef void (*library_report)(void *context, enum library_fault kind, struct base_slice origin, struct base_slice what,
                               const char *reason);

/* All three inside base_arena_run() on the arena. */
void library_usage_open(struct library_usage *usage, const struct sayso_language *language, struct base_arena *arena);
void library_usage_note(struct library_usage *usage, const struct document *document);
void library_find_faults(struct library_usage *usage, library_report report, void *context);

#endif
