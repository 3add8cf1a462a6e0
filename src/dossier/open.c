#include "dossier/dossier.h"

#include "dossier/schema.h"

#include <stdlib.h>

enum sayso_status sayso_dossier_open(const char *where, enum sayso_dossier_access access, sayso_dossier **out,
                                     struct sayso_error *error) {
    struct sayso_dossier *dossier = calloc(1, sizeof *dossier);
    *out = NULL;
    if (!dossier) {
        return base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to open it");
    }
    static const enum database_access accesses[] = {DATABASE_READ, DATABASE_WRITE, DATABASE_CREATE};
    enum sayso_status status = database_open(where, accesses[access], &dossier->database, error);
    if (status == SAYSO_OK) {
        status = access == SAYSO_DOSSIER_ADD ? schema_migrate(dossier->database, error)
                                             : schema_check(dossier->database, error);
    }
    if (status != SAYSO_OK) {
        sayso_dossier_close(dossier);
        return status;
    }
    *out = dossier;
    return SAYSO_OK;
}

void sayso_dossier_close(sayso_dossier *dossier) {
    if (dossier) {
        database_close(dossier->database);
        free(dossier);
    }
}
