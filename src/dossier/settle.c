/* What follows from all documents together is made anew once the last of them is in, not with each. */
#include "dossier/dossier.h"

#include "dossier/merge/merge.h"

static const char mark[] = "INSERT INTO setting (name, value) VALUES ('merged_events', 'stale') "
                           "ON CONFLICT (name) DO UPDATE SET value = excluded.value";

void dossier_unsettle(struct database *database) {
    database_run(database, mark);
}

enum sayso_status dossier_settle(struct sayso_dossier *dossier, struct sayso_error *error) {
    struct database *database = dossier->database;
    enum sayso_status status = dossier_link_copies(dossier, error);
    if (status != SAYSO_OK) {
        return status;
    }
    database_begin_write(database);
    if (database_number(database, "SELECT count(*) FROM setting WHERE name = 'merged_events' AND value = 'stale'")) {
        merge_all(database);
        database_run(database, "DELETE FROM setting WHERE name = 'merged_events'");
    }
    status = database_commit(database, error);
    if (status != SAYSO_OK) {
        database_rollback(database);
    }
    return status;
}
