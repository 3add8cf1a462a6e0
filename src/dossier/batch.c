/* Documents wait in memory and are written together: the lock of the only writer is held for a moment, not while the next
 * documents are being coded, and one sync of the disk does for all of them. */
#include "dossier/dossier.h"

#include "base/clock.h"
#include "dossier/store.h"

#include <stdlib.h>

/* A batch is written when it has so many documents or bytes, or when its first one has waited for so long. */
enum { MOST_DOCUMENTS = 512, MOST_BYTES = 32 * 1024 * 1024 };
static const double MOST_SECONDS = 1.0;

struct dossier_batch {
    struct database *database;
    struct store *store;
    const char *coder;
    bool recode;
    struct records *waiting[MOST_DOCUMENTS];
    size_t count, bytes;
    double since;
    struct dossier_counts counts;
};

struct dossier_batch *dossier_batch_open(struct sayso_dossier *dossier, const char *coder, bool recode,
                                         struct sayso_error *error) {
    struct dossier_batch *batch = calloc(1, sizeof *batch);
    if (!batch) {
        base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to write to it");
        return NULL;
    }
    batch->database = dossier->database;
    batch->coder = coder;
    batch->recode = recode;
    batch->store = store_open(dossier->database);
    if (!batch->store) {
        database_status(dossier->database, error);
        free(batch);
        return NULL;
    }
    return batch;
}

static void drop_waiting(struct dossier_batch *batch) {
    for (size_t i = 0; i < batch->count; i++) {
        records_free(batch->waiting[i]);
    }
    batch->count = batch->bytes = 0;
}

static void write_document(struct dossier_batch *batch, const struct records *records, struct dossier_counts *counts) {
    int64_t key;
    enum store_known known = store_find(batch->store, records, batch->coder, &key);
    if (known == STORE_SAME || (known == STORE_OTHER_CODER && !batch->recode)) {
        counts->known++;
        return;
    }
    if (known != STORE_UNKNOWN) {
        store_remove(batch->store, key);
    }
    store_add(batch->store, records, batch->coder);
    *(known == STORE_UNKNOWN ? &counts->added : &counts->replaced) += 1;
}

enum sayso_status dossier_batch_commit(struct dossier_batch *batch, struct sayso_error *error) {
    struct dossier_counts counts = batch->counts;
    if (batch->count == 0) {
        return SAYSO_OK;
    }
    database_begin_write(batch->database);
    store_begin(batch->store);
    for (size_t i = 0; i < batch->count; i++) {
        write_document(batch, batch->waiting[i], &counts);
    }
    store_flush(batch->store);
    if (counts.added + counts.replaced > batch->counts.added + batch->counts.replaced) {
        dossier_unsettle(batch->database);
    }
    enum sayso_status status = database_commit(batch->database, error);
    if (status == SAYSO_OK) {
        batch->counts = counts;
    } else {
        database_rollback(batch->database);
    }
    drop_waiting(batch);
    return status;
}

enum sayso_status dossier_batch_add(struct dossier_batch *batch, struct records *records, struct sayso_error *error) {
    batch->since = batch->count ? batch->since : base_clock_seconds();
    batch->waiting[batch->count++] = records;
    batch->bytes += records->lines.size;
    bool full = batch->count == MOST_DOCUMENTS || batch->bytes >= MOST_BYTES || base_clock_seconds() - batch->since > MOST_SECONDS;
    return full ? dossier_batch_commit(batch, error) : SAYSO_OK;
}

const struct dossier_counts *dossier_batch_counts(const struct dossier_batch *batch) {
    return &batch->counts;
}

void dossier_batch_close(struct dossier_batch *batch) {
    if (batch) {
        drop_waiting(batch);
        store_close(batch->store);
        free(batch);
    }
}
