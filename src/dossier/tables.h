/* The SQL that makes a dossier of each version out of the one before. */
#ifndef DOSSIER_TABLES_H
#define DOSSIER_TABLES_H

/* What one version of the tables adds: what both databases understand first, then what only one of them does. Columns of TEXT
 * are ordered by their bytes; in PostgreSQL they are made so (schema.c) before its own part runs. */
struct tables_version {
    const char *both[2], *sqlite, *postgresql; /* NULL: nothing */
};

/* Version n is at n - 1. A version that was ever released is never changed: a new one is added. */
extern const struct tables_version tables_versions[];
extern const unsigned tables_version_count;

#endif
