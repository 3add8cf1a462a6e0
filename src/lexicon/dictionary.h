/* The outer form of dictionary files, see docs/dictionaries.md: lines, comments, entries and what belongs to them.
 *
 * Takes: the name and bytes of a file, which outlive what is made of them. Promises: errors name the file and the line.
 */
#ifndef LEXICON_DICTIONARY_H
#define LEXICON_DICTIONARY_H

#include "base/arena.h"
#include "base/error.h"

struct lexicon_reader {
    struct base_slice name, rest;
    unsigned line;
    struct base_slice text; /* of the line, without comment and outer white space */
    bool indented;
    struct sayso_error *error;
};

/* The next line that says something; false: no more. */
bool lexicon_read_line(struct lexicon_reader *reader);
/* "people.actors:120", for the line that was read last. */
struct base_slice lexicon_line_origin(const struct lexicon_reader *reader, struct base_arena *arena);
/* SAYSO_BAD_DICTIONARY, and why; `what` is put behind the reason where it has bytes. */
enum sayso_status lexicon_line_error(const struct lexicon_reader *reader, const char *reason, struct base_slice what);

/* Three capital letters. */
bool lexicon_read_code(struct base_slice text, char out[4]);
bool lexicon_read_sector(struct base_slice text, char out[4]);
/* "YYYY", "YYYY-MM", "YYYY-MM-DD" or nothing; the first day of it, or the last. */
bool lexicon_read_day(struct base_slice text, bool last, int32_t *day);
bool lexicon_read_degrees(struct base_slice text, double limit, double *degrees);

#endif
