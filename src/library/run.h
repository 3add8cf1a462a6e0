/* A run: inputs cut into documents, documents coded by a pool of threads, records handed out in order. */
#ifndef LIBRARY_RUN_H
#define LIBRARY_RUN_H

#include "base/pool.h"
#include "library/ids.h"
#include "library/item.h"
#include "library/stream.h"

struct library_run {
    const struct sayso_language *language;
    struct sayso_options options;   /* with the defaults filled in */
    const struct sayso_callbacks *callbacks;
    struct base_pool *pool;
    struct base_arena **arenas;     /* one a worker */
    struct sayso_counts counts;
    struct library_ids ids;
    const struct library_target *target; /* NULL: records are written */
    size_t known;                   /* documents that it has, and that were not coded */
    enum sayso_status status;       /* of adding to it; after an error the run has stopped */
    struct sayso_error *error;
    const struct library_stream *stream; /* being read; NULL: none */
    uint64_t consumed, total;       /* bytes of the inputs before it, and of all, for progress */
    bool stopped;                   /* a callback asked for it */
};

/* sayso_run() that adds to a dossier where there is a target. */
enum sayso_status library_run(struct library_run *run, const char *const *paths, size_t path_count,
                              struct sayso_counts *counts, struct sayso_error *error);

/* Cuts the stream into documents and submits them. What fails is reported; the run goes on. */
void library_read_stream(struct library_run *run, struct library_stream *stream, const char *name);
/* Where a document comes from. */
struct library_origin {
    const char *path;
    size_t offset;                 /* in the unwrapped input; SAYSO_NOWHERE: it is the input */
    unsigned line;                 /* 0: not told by lines */
    struct base_slice url, charset; /* empty: not said */
};

/* Hands a document to the pool, with a copy of its bytes. */
void library_submit(struct library_run *run, enum library_item_kind kind, struct base_slice payload,
                    const struct library_origin *origin);
/* Reports an input that failed before it was a document, after the documents before it. */
void library_report(struct library_run *run, const struct sayso_error *error);

#endif
