/* Which events of which documents are the same event, and who asserts, doubts and denies it.
 *
 * A sweep over the events in order of type and day (Hernández and Stolfo 1995 call it the merge/purge problem): each joins
 * the most similar of the merged events that are open on its days, or starts one. The order is that of the events' own
 * fields, never of their keys, so that the result follows from the documents and the user's decisions alone.
 */
#ifndef DOSSIER_MERGE_H
#define DOSSIER_MERGE_H

#include "base/slice.h"
#include "dossier/database/database.h"

enum merge_side { MERGE_ACTOR, MERGE_RECIPIENT, MERGE_SIDES };

struct merge_party {
    struct base_slice name, country, sector; /* sectors joined by ";" */
    bool is_person;
};

enum merge_status { MERGE_PAST, MERGE_FUTURE, MERGE_HYPOTHETICAL, MERGE_HISTORICAL };

/* A word by its hash, and how much it tells: the rarer among all events, the more (inverse document frequency). */
struct merge_word {
    uint32_t hash;
    float weight;
};

/* An event as far as its identity goes; one block of memory. */
struct merge_event {
    int64_t key, document;
    struct base_slice id, type, mode, label; /* label: what the user decided that it belongs to; without data: nothing */
    enum merge_status status;
    bool dated;                         /* the text says when; else it is guessed from the day of publication */
    bool has_days;
    int32_t first, last;                /* days since 1970-01-01, both included */
    struct base_slice country;          /* of the place */
    bool has_point, is_country;         /* coordinates; those of a whole country */
    double latitude, longitude;
    int64_t geonames;                   /* 0: none */
    int64_t killed;                     /* -1: not told */
    struct merge_party *parties[MERGE_SIDES];
    size_t party_counts[MERGE_SIDES];
    struct merge_word *words;           /* of its evidence and its document's title, by hash, none twice */
    size_t word_count;
    double length;                      /* of the vector of their weights */
};

/* How alike two events are, from 0 to 1, and each part of it. -1 of a part: they contradict each other there. */
struct merge_similarity {
    double actor, recipient, place, date, words, all;
};

/* What makes two events one, in MERGE_SAME and above of `all`. */
#define MERGE_SAME 0.62
struct merge_similarity merge_compare(const struct merge_event *a, const struct merge_event *b);

/* Merges all events of the dossier anew, in a transaction that the caller has begun. */
void merge_all(struct database *database);
/* Counts sources and what they commit to, for all merged events: the last part of merge_all(). */
void merge_corroborate(struct database *database);

/* ---- words */

struct merge_words;
/* Counts the words of all evidence. NULL: no memory, and the connection has the error. */
struct merge_words *merge_words_count(struct database *database);
void merge_words_free(struct merge_words *words);
/* The words of both texts with their weights, at most `most`, into `out`; returns how many. */
size_t merge_words_of(const struct merge_words *words, struct base_slice evidence, struct base_slice title,
                      struct merge_word *out, size_t most);

/* ---- reading events in the order of the sweep */

struct merge_reader;
/* Reads all evidence once before, to count its words. */
struct merge_reader *merge_reader_open(struct database *database);
/* The next event, to be freed by free(); NULL at the end, or after an error of the connection. */
struct merge_event *merge_reader_next(struct merge_reader *reader);
void merge_reader_close(struct merge_reader *reader);

#endif
