/* The tables of a dossier, and how an older dossier is brought up to them. docs/dossier.md explains them to its users. */
#ifndef DOSSIER_SCHEMA_H
#define DOSSIER_SCHEMA_H

#include "dossier/database/database.h"

/* Makes the tables of a new dossier, or brings an older one up to date, in one transaction. */
enum sayso_status schema_migrate(struct database *database, struct sayso_error *error);
/* SAYSO_BAD_INPUT where this is no dossier, or one of a version that this program cannot read. */
enum sayso_status schema_check(struct database *database, struct sayso_error *error);

#endif
