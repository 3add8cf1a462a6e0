/* One connection to a database, SQLite or PostgreSQL, so that the rest of the room is written once. The SQL is what both
 * understand; parameters are $1, $2 ... and first named in that order. Texts are ordered by their bytes; nulls come first in
 * SQLite and last in PostgreSQL, so ORDER BY says NULLS FIRST where there are any. A NUL inside a text is kept as a space.
 *
 * Errors are kept: after the first one nothing more is done until database_rollback(), rows run dry, and
 * database_commit() or database_status() says what it was. A connection belongs to one thread at a time.
 */
#ifndef DOSSIER_DATABASE_H
#define DOSSIER_DATABASE_H

#include "base/error.h"
#include "base/slice.h"

enum database_kind { DATABASE_SQLITE, DATABASE_POSTGRESQL };
enum database_access { DATABASE_READ, DATABASE_WRITE, DATABASE_CREATE };

enum database_type { DATABASE_NULL, DATABASE_INTEGER, DATABASE_REAL, DATABASE_TEXT, DATABASE_BLOB };

/* Bytes of a text or blob that is bound must live until the statement has run; those of a column live until its next row. */
struct database_value {
    enum database_type type;
    int64_t integer;
    double real;
    struct base_slice bytes;
};

static inline struct database_value database_integer(int64_t value) {
    return (struct database_value){.type = DATABASE_INTEGER, .integer = value};
}

static inline struct database_value database_real(double value) {
    return (struct database_value){.type = DATABASE_REAL, .real = value};
}

/* Without data: null. */
static inline struct database_value database_text(struct base_slice value) {
    return (struct database_value){.type = value.data ? DATABASE_TEXT : DATABASE_NULL, .bytes = value};
}

static inline struct database_value database_blob(struct base_slice value) {
    return (struct database_value){.type = value.data ? DATABASE_BLOB : DATABASE_NULL, .bytes = value};
}

struct database;
struct database_statement;
struct database_copy;

/* `where`: a file's path or a postgresql:// address. DATABASE_CREATE makes the file where there is none. */
enum sayso_status database_open(const char *where, enum database_access access, struct database **out,
                                struct sayso_error *error);
/* Another connection to the same database. */
enum sayso_status database_open_again(const struct database *database, enum database_access access, struct database **out,
                                      struct sayso_error *error);
void database_close(struct database *database);
enum database_kind database_kind(const struct database *database);
/* Its path or address, as it may be shown: without a password. */
const char *database_where(const struct database *database);

/* The first thing that went wrong since the last rollback. */
enum sayso_status database_status(const struct database *database, struct sayso_error *error);
/* Sets an error of our own, as if the database had found it. */
void database_fail(struct database *database, enum sayso_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Only one writer of a dossier is inside a transaction at a time: others wait. */
void database_begin_write(struct database *database);
/* All reads up to the commit see the same state. */
void database_begin_read(struct database *database);
enum sayso_status database_commit(struct database *database, struct sayso_error *error);
void database_rollback(struct database *database);

/* Runs statements that have no parameters and give no rows. */
void database_run(struct database *database, const char *script);

/* How many rows a statement may give: a few are fetched at once; many, which only a SELECT gives, piece by piece and only
 * inside a transaction. In between other statements may run. */
enum database_rows { DATABASE_FEW_ROWS, DATABASE_MANY_ROWS };

/* Prepares a statement, to be run any number of times. Belongs to the connection; database_finalize() frees it sooner. */
struct database_statement *database_prepare(struct database *database, enum database_rows rows, const char *sql);
void database_finalize(struct database_statement *statement);
/* Runs the statement from the start with these values. */
void database_query(struct database_statement *statement, const struct database_value *values, size_t count);
/* Goes to the next row; false at the end, and then the statement may be run again. */
bool database_next(struct database_statement *statement);
/* Ends a query of which not all rows were taken. */
void database_reset(struct database_statement *statement);
/* Of the current row. Columns count from 0; null is 0, 0.0 or a slice without data. */
bool database_is_null(struct database_statement *statement, unsigned column);
int64_t database_column_integer(struct database_statement *statement, unsigned column);
double database_column_real(struct database_statement *statement, unsigned column);
struct base_slice database_column_text(struct database_statement *statement, unsigned column);
struct base_slice database_column_blob(struct database_statement *statement, unsigned column);
/* Runs a statement for its effect. */
void database_execute(struct database_statement *statement, const struct database_value *values, size_t count);
/* The first column of the only row of a query without parameters; 0 where there is none. */
int64_t database_number(struct database *database, const char *sql);

/* Many rows into one table: PostgreSQL's COPY. They are in the table at the latest after database_copy_flush() or the commit;
 * so the copy of a table that others refer to is opened before theirs. */
struct database_copy *database_copy_open(struct database *database, const char *table, const char *columns, unsigned count);
void database_copy_row(struct database_copy *copy, const struct database_value *values);
void database_copy_flush(struct database_copy *copy);
void database_copy_close(struct database_copy *copy);

#endif
