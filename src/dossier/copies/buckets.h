/* Documents with a band of their signatures in common: table band. All in a transaction of the caller's. */
#ifndef DOSSIER_BUCKETS_H
#define DOSSIER_BUCKETS_H

#include "dossier/database/database.h"
#include "dossier/copies/signature.h"

/* How many documents of a bucket each one looks at, and so depends on. */
enum { BUCKETS_WINDOW = 8, BUCKETS_MOST_CANDIDATES = SIGNATURE_BANDS * BUCKETS_WINDOW };

struct buckets {
    struct database *database;
    struct database_statement *before, *after, *add, *remove;
};

/* The statements end with the connection, or with buckets_close(). */
void buckets_open(struct buckets *buckets, struct database *database);
void buckets_close(struct buckets *buckets);

/* Once or more often. */
void buckets_add(struct buckets *buckets, const struct signature *signature, int64_t document);
void buckets_remove(struct buckets *buckets, const struct signature *signature);
/* Runs a query for the originals of the last documents before this one in each of its buckets: document, moment, tie, sketch. */
struct database_statement *buckets_before(struct buckets *buckets, const struct signature *signature);
/* The first documents after this one in each of its buckets look at it: marks them as unlinked. */
void buckets_mark_after(struct buckets *buckets, const struct signature *signature);

#endif
