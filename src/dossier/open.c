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
    bool add = access == SAYSO_DOSSIER_ADD;
    enum sayso_status status = database_open(where, add ? DATABASE_CREATE : DATABASE_READ, &dossier->database, error);
    if (status == SAYSO_OK) {
        status = add ? schema_migrate(dossier->database, error) : schema_check(dossier->database, error);
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
