#include "dossier/dossier.h"

#include <pthread.h>
#include <stdlib.h>

struct dossier_index {
    pthread_mutex_t lock;
    struct database *database;
    struct database_statement *find;
};

struct base_slice dossier_origin(const struct dossier_identity *identity) {
    if (identity->url.size) {
        return identity->url;
    }
    bool given = !base_slice_equal(identity->id, identity->sha256);
    return given && identity->path.data ? identity->path : BASE_SLICE("");
}

struct dossier_index *dossier_index_open(const struct sayso_dossier *dossier, struct sayso_error *error) {
    struct dossier_index *index = calloc(1, sizeof *index);
    if (!index || pthread_mutex_init(&index->lock, NULL) != 0) {
        free(index);
        base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to open it");
        return NULL;
    }
    if (database_open_again(dossier->database, DATABASE_READ, &index->database, error) == SAYSO_OK) {
        index->find = database_prepare(index->database, DATABASE_FEW_ROWS,
                                       "SELECT coder FROM document WHERE id = $1 AND origin = $2 AND sha256 = $3");
        if (database_status(index->database, error) == SAYSO_OK) {
            return index;
        }
    }
    dossier_index_close(index);
    return NULL;
}

bool dossier_index_has(struct dossier_index *index, const struct dossier_identity *identity, const char *coder) {
    struct database_value values[] = {database_text(identity->id), database_text(dossier_origin(identity)),
                                      database_text(identity->sha256)};
    pthread_mutex_lock(&index->lock);
    database_query(index->find, values, 3);
    bool has = database_next(index->find) && (!coder || base_slice_is(database_column_text(index->find, 0), coder));
    database_reset(index->find);
    pthread_mutex_unlock(&index->lock);
    return has;
}

void dossier_index_close(struct dossier_index *index) {
    if (!index) {
        return;
    }
    database_close(index->database);
    pthread_mutex_destroy(&index->lock);
    free(index);
}
