#include "dossier/merge/merge.h"

#include "dossier/merge/cluster.h"

#include <stdio.h>
#include <stdlib.h>

struct merging {
    struct database *database;
    struct cluster_index *index;
    struct database_copy *merged, *members;
    int64_t next_key;
};

/* How much an event says: the one that says most stands for the merged event. */
static unsigned fullness(const struct merge_event *event) {
    return 4u * (event->party_counts[MERGE_ACTOR] > 0) + 4u * (event->party_counts[MERGE_RECIPIENT] > 0) +
           2u * (event->has_point && !event->is_country) + (event->country.size > 0) + 2u * event->dated +
           (event->mode.size > 0) + (event->status == MERGE_PAST);
}

static void write_cluster(void *context, const struct cluster *cluster) {
    struct merging *merging = context;
    const struct merge_event *example = cluster->exemplars[0];
    for (size_t i = 1; i < cluster->exemplar_count; i++) {
        example = fullness(cluster->exemplars[i]) > fullness(example) ? cluster->exemplars[i] : example;
    }
    struct database_value values[] = {database_integer(cluster->key), database_text(cluster->exemplars[0]->id),
                                      database_text(example->type), database_integer(example->key)};
    database_copy_row(merging->merged, values);
}

static void write_member(struct merging *merging, int64_t event, int64_t cluster, const struct merge_similarity *same) {
    char because[200];
    if (same) {
        snprintf(because, sizeof because,
                 "{\"actor\":%.2f,\"recipient\":%.2f,\"place\":%.2f,\"date\":%.2f,\"words\":%.2f}", same->actor,
                 same->recipient, same->place, same->date, same->words);
    }
    struct database_value values[] = {database_integer(event), database_integer(cluster),
                                      same ? database_real(same->all) : database_real(1),
                                      same ? database_text(base_slice_of(because)) : (struct database_value){0}};
    database_copy_row(merging->members, values);
}

static void place(struct merging *merging, struct merge_event *event) {
    struct merge_similarity same = {0};
    int64_t key = event->key;
    struct cluster *cluster = cluster_find(merging->index, event, &same);
    bool joined = cluster != NULL, done;
    if (joined) {
        done = cluster_join(merging->index, cluster, event);
    } else {
        cluster = cluster_start(merging->index, merging->next_key++, event);
        done = cluster != NULL;
    }
    if (!done) {
        database_fail(merging->database, SAYSO_NO_MEMORY, "no memory to merge events");
        return;
    }
    write_member(merging, key, cluster->key, joined ? &same : NULL);
}

static void sweep(struct merging *merging, struct merge_reader *reader) {
    char type[32] = "";
    for (struct merge_event *event; (event = merge_reader_next(reader)) != NULL;) {
        if (!base_slice_is(event->type, type)) {
            cluster_index_clear(merging->index);
            snprintf(type, sizeof type, "%.*s", (int)event->type.size, event->type.data);
        }
        place(merging, event);
    }
    cluster_index_clear(merging->index);
}

static void run(struct merging *merging) {
    struct merge_reader *reader = merge_reader_open(merging->database);
    if (reader) {
        sweep(merging, reader);
    }
    merge_reader_close(reader);
    database_copy_flush(merging->merged);
    database_copy_flush(merging->members);
}

/* SQLite sorts in as much memory as its cache may take, for each of the two sorts of the sweep. */
static void limit_memory(struct database *database, const char *cache_size) {
    if (database_kind(database) == DATABASE_SQLITE) {
        database_run(database, cache_size);
    }
}

void merge_all(struct database *database) {
    struct merging merging = {.database = database, .next_key = 1};
    merging.index = cluster_index_new(write_cluster, &merging);
    if (!merging.index) {
        database_fail(database, SAYSO_NO_MEMORY, "no memory to merge events");
        return;
    }
    database_run(database, "DELETE FROM merged_source; DELETE FROM merged_member; DELETE FROM merged_event;");
    merging.merged = database_copy_open(database, "merged_event", "key, id, type, example", 4);
    merging.members = database_copy_open(database, "merged_member", "event, merged, similarity, because", 4);
    limit_memory(database, "PRAGMA cache_size = -16384");
    run(&merging);
    limit_memory(database, "PRAGMA cache_size = -65536");
    cluster_index_free(merging.index);
    database_copy_close(merging.merged);
    database_copy_close(merging.members);
    merge_corroborate(database);
}
