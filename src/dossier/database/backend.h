/* What the two databases do for database.c, each in files of its own (sqlite.c, postgresql*.c). Functions that return bool
 * have set the connection's error by database_fail() where they return false; none is called after an error. */
#ifndef DOSSIER_BACKEND_H
#define DOSSIER_BACKEND_H

#include "dossier/database/database.h"

struct database {
    const struct database_backend *backend;
    enum database_kind kind;
    char *address;     /* all that it takes to open it again */
    const char *where; /* the same as it may be shown */
    enum sayso_status status; /* of `error`; SAYSO_OK: none so far */
    struct sayso_error error;
    struct database_statement *statements; /* all that are prepared */
};

/* The start of each backend's own statement. */
struct database_statement {
    struct database *database;
    struct database_statement *next;
};

struct database_copy {
    struct database *database;
    unsigned count; /* of columns */
};

struct database_backend {
    void (*close)(struct database *database);
    bool (*begin)(struct database *database, bool write);
    bool (*commit)(struct database *database);
    void (*rollback)(struct database *database);
    bool (*run)(struct database *database, const char *script);
    struct database_statement *(*prepare)(struct database *database, enum database_rows rows, const char *sql);
    void (*finalize)(struct database_statement *statement);
    bool (*query)(struct database_statement *statement, const struct database_value *values, size_t count);
    bool (*next)(struct database_statement *statement); /* false: the end, or an error */
    void (*reset)(struct database_statement *statement);
    bool (*is_null)(struct database_statement *statement, unsigned column);
    int64_t (*integer)(struct database_statement *statement, unsigned column);
    double (*real)(struct database_statement *statement, unsigned column);
    struct base_slice (*text)(struct database_statement *statement, unsigned column);
    struct base_slice (*blob)(struct database_statement *statement, unsigned column);
    struct database_copy *(*copy_open)(struct database *database, const char *table, const char *columns, unsigned count);
    bool (*copy_row)(struct database_copy *copy, const struct database_value *values);
    bool (*copy_flush)(struct database_copy *copy);
    void (*copy_close)(struct database_copy *copy);
};

/* Open a connection, which `where` outlives. NULL and the error filled in where it cannot be. */
struct database *database_sqlite_open(const char *where, enum database_access access, struct sayso_error *error);
struct database *database_postgresql_open(const char *address, const char *where, enum database_access access,
                                          struct sayso_error *error);

#endif
