/* The dossier on a server, through libpq: what the files of this backend share. */
#ifndef DOSSIER_POSTGRESQL_H
#define DOSSIER_POSTGRESQL_H

#include "base/buffer.h"
#include "dossier/database/backend.h"

#include <libpq-fe.h>

struct postgresql_copy;

struct postgresql {
    struct database database;
    PGconn *handle;
    unsigned names;       /* that statements have been given */
    unsigned transaction; /* counts them: a cursor ends with its own */
    struct postgresql_copy *copies; /* in the order in which they were opened */
    struct base_buffer parameters;  /* texts of the query that is being sent */
};

static inline struct postgresql *postgresql_of(struct database *database) {
    return (struct postgresql *)database;
}

/* Takes the result over; where it is no success, sets the connection's error and returns NULL. */
PGresult *postgresql_check(struct database *database, PGresult *result);
/* Runs SQL without parameters for its effect. */
bool postgresql_run(struct database *database, const char *script);
/* Adds a text as the server takes it: a space in place of a NUL leaves all offsets as they are. */
void postgresql_add_text(struct base_buffer *out, struct base_slice text);

/* ---- statements (postgresql_statement.c) */

struct database_statement *postgresql_prepare(struct database *database, enum database_rows rows, const char *sql);
void postgresql_finalize(struct database_statement *statement);
bool postgresql_query(struct database_statement *statement, const struct database_value *values, size_t count);
bool postgresql_next(struct database_statement *statement);
void postgresql_reset(struct database_statement *statement);
bool postgresql_is_null(struct database_statement *statement, unsigned column);
int64_t postgresql_integer(struct database_statement *statement, unsigned column);
double postgresql_real(struct database_statement *statement, unsigned column);
struct base_slice postgresql_text(struct database_statement *statement, unsigned column);
struct base_slice postgresql_blob(struct database_statement *statement, unsigned column);

/* ---- many rows (postgresql_copy.c) */

struct database_copy *postgresql_copy_open(struct database *database, const char *table, const char *columns,
                                           unsigned count);
bool postgresql_copy_row(struct database_copy *copy, const struct database_value *values);
bool postgresql_copy_flush(struct database_copy *copy);
void postgresql_copy_close(struct database_copy *copy);
/* Sends what waits in all copies, or forgets it. */
bool postgresql_copy_flush_all(struct postgresql *connection);
void postgresql_copy_forget_all(struct postgresql *connection);

#endif
