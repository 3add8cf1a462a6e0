/* The merged events that are open on the days where the sweep stands, and an index to find those that an event may join. */
#ifndef DOSSIER_CLUSTER_H
#define DOSSIER_CLUSTER_H

#include "dossier/merge/merge.h"

/* A merged event remembers this many of its first events, to compare others with. */
enum { CLUSTER_EXEMPLARS = 8 };

struct cluster {
    int64_t key;
    struct base_slice label;  /* of the user's decision; without data: none yet */
    int32_t last;             /* day of its events */
    bool closed;
    unsigned postings;        /* how often the index refers to it */
    struct merge_event *exemplars[CLUSTER_EXEMPLARS];
    size_t exemplar_count;
    int64_t *documents;       /* of all its events */
    size_t document_count, document_capacity;
};

struct cluster_index;

/* NULL: no memory. `close` is called once for each cluster, when nothing more can join it. */
struct cluster_index *cluster_index_new(void (*close)(void *context, const struct cluster *cluster), void *context);
/* Closes and frees all clusters. */
void cluster_index_clear(struct cluster_index *index);
void cluster_index_free(struct cluster_index *index);

/* The open cluster that the event belongs to by label or by likeness, or NULL. */
struct cluster *cluster_find(struct cluster_index *index, const struct merge_event *event, struct merge_similarity *same);
/* A new cluster of this event alone, which it takes over. NULL: no memory, and the event is freed. */
struct cluster *cluster_start(struct cluster_index *index, int64_t key, struct merge_event *event);
/* Adds the event, which it takes over, to a cluster that cluster_find() gave. False: no memory. */
bool cluster_join(struct cluster_index *index, struct cluster *cluster, struct merge_event *event);

#endif
