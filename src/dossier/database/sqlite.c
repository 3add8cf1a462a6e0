/* The dossier in a file: SQLite in WAL mode, where readers do not wait for the writer (https://www.sqlite.org/wal.html). */
#include "dossier/database/backend.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

/* How long one writer waits for another before it gives up, in milliseconds. */
enum { PATIENCE = 10 * 60 * 1000 };

struct connection {
    struct database database;
    sqlite3 *handle;
};

struct statement {
    struct database_statement statement;
    sqlite3_stmt *handle;
};

struct copy {
    struct database_copy copy;
    sqlite3_stmt *handle;
};

static struct connection *connection_of(struct database *database) {
    return (struct connection *)database;
}

static sqlite3_stmt *handle_of(struct database_statement *statement) {
    return ((struct statement *)statement)->handle;
}

static bool fail(struct database *database) {
    sqlite3 *handle = connection_of(database)->handle;
    int code = sqlite3_errcode(handle);
    database_fail(database, code == SQLITE_NOMEM ? SAYSO_NO_MEMORY : SAYSO_IO, "%s", sqlite3_errmsg(handle));
    return false;
}

static bool run(struct database *database, const char *script) {
    return sqlite3_exec(connection_of(database)->handle, script, NULL, NULL, NULL) == SQLITE_OK || fail(database);
}

static void close_connection(struct database *database) {
    sqlite3_close_v2(connection_of(database)->handle);
    free(database);
}

/* ---- transactions */

static bool begin(struct database *database, bool write) {
    return run(database, write ? "BEGIN IMMEDIATE" : "BEGIN");
}

static bool commit(struct database *database) {
    return run(database, "COMMIT");
}

static void rollback(struct database *database) {
    if (!sqlite3_get_autocommit(connection_of(database)->handle)) {
        sqlite3_exec(connection_of(database)->handle, "ROLLBACK", NULL, NULL, NULL);
    }
}

/* ---- statements */

static struct database_statement *prepare(struct database *database, enum database_rows rows, const char *sql) {
    (void)rows; /* SQLite always goes row by row */
    struct statement *statement = calloc(1, sizeof *statement);
    if (!statement) {
        database_fail(database, SAYSO_NO_MEMORY, "no memory for a statement");
        return NULL;
    }
    if (sqlite3_prepare_v3(connection_of(database)->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->handle,
                           NULL) != SQLITE_OK) {
        fail(database);
        free(statement);
        return NULL;
    }
    return &statement->statement;
}

static void finalize(struct database_statement *statement) {
    sqlite3_finalize(handle_of(statement));
    free(statement);
}

/* SQLite would keep a NUL, but its own functions end a text there. */
static int bind_text(sqlite3_stmt *handle, int at, struct base_slice text) {
    if (text.size == 0 || !memchr(text.data, '\0', text.size)) {
        return sqlite3_bind_text64(handle, at, text.data, text.size, SQLITE_STATIC, SQLITE_UTF8);
    }
    char *copy = malloc(text.size);
    for (size_t i = 0; copy && i < text.size; i++) {
        copy[i] = text.data[i] ? text.data[i] : ' ';
    }
    return copy ? sqlite3_bind_text64(handle, at, copy, text.size, free, SQLITE_UTF8) : SQLITE_NOMEM;
}

static int bind_value(sqlite3_stmt *handle, int at, const struct database_value *value) {
    const char *bytes = value->bytes.data;
    switch (value->type) {
    case DATABASE_INTEGER: return sqlite3_bind_int64(handle, at, value->integer);
    case DATABASE_REAL: return sqlite3_bind_double(handle, at, value->real);
    case DATABASE_TEXT: return bind_text(handle, at, value->bytes);
    case DATABASE_BLOB: return sqlite3_bind_blob64(handle, at, bytes, value->bytes.size, SQLITE_STATIC);
    default: return sqlite3_bind_null(handle, at);
    }
}

static bool bind(struct database *database, sqlite3_stmt *handle, const struct database_value *values, size_t count) {
    for (size_t i = 0; i < count; i++) {
        int code = bind_value(handle, (int)i + 1, &values[i]);
        if (code == SQLITE_NOMEM) {
            database_fail(database, SAYSO_NO_MEMORY, "no memory for the values of a statement");
        }
        if (code != SQLITE_OK) {
            return fail(database);
        }
    }
    return true;
}

static bool query(struct database_statement *statement, const struct database_value *values, size_t count) {
    sqlite3_reset(handle_of(statement));
    return bind(statement->database, handle_of(statement), values, count);
}

static bool next(struct database_statement *statement) {
    int code = sqlite3_step(handle_of(statement));
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        fail(statement->database);
    }
    sqlite3_reset(handle_of(statement));
    return false;
}

static void reset(struct database_statement *statement) {
    sqlite3_reset(handle_of(statement));
}

static bool is_null(struct database_statement *statement, unsigned column) {
    return sqlite3_column_type(handle_of(statement), (int)column) == SQLITE_NULL;
}

static int64_t integer(struct database_statement *statement, unsigned column) {
    return sqlite3_column_int64(handle_of(statement), (int)column);
}

static double real(struct database_statement *statement, unsigned column) {
    return sqlite3_column_double(handle_of(statement), (int)column);
}

static struct base_slice text(struct database_statement *statement, unsigned column) {
    const char *bytes = (const char *)sqlite3_column_text(handle_of(statement), (int)column);
    return (struct base_slice){bytes, (size_t)sqlite3_column_bytes(handle_of(statement), (int)column)};
}

static struct base_slice blob(struct database_statement *statement, unsigned column) {
    const char *bytes = sqlite3_column_blob(handle_of(statement), (int)column); /* NULL for an empty one, too */
    size_t size = (size_t)sqlite3_column_bytes(handle_of(statement), (int)column);
    return bytes || is_null(statement, column) ? (struct base_slice){bytes, size} : BASE_SLICE("");
}

/* ---- many rows: a prepared INSERT, as SQLite has nothing faster */

static bool write_insert(char *sql, size_t size, const char *table, const char *columns, unsigned count) {
    int written = snprintf(sql, size, "INSERT INTO %s (%s) VALUES (", table, columns);
    for (unsigned i = 0; i < count && written > 0 && (size_t)written < size; i++) {
        written += snprintf(sql + written, size - (size_t)written, i + 1 < count ? "?," : "?)");
    }
    return written > 0 && (size_t)written < size;
}

static struct database_copy *copy_open(struct database *database, const char *table, const char *columns,
                                       unsigned count) {
    char sql[2048];
    struct copy *copy = calloc(1, sizeof *copy);
    if (!copy || !write_insert(sql, sizeof sql, table, columns, count)) {
        free(copy);
        database_fail(database, SAYSO_NO_MEMORY, "no memory for a statement");
        return NULL;
    }
    if (sqlite3_prepare_v3(connection_of(database)->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &copy->handle, NULL) !=
        SQLITE_OK) {
        fail(database);
        free(copy);
        return NULL;
    }
    return &copy->copy;
}

static bool copy_row(struct database_copy *copy, const struct database_value *values) {
    sqlite3_stmt *handle = ((struct copy *)copy)->handle;
    bool written = bind(copy->database, handle, values, copy->count) &&
                   (sqlite3_step(handle) == SQLITE_DONE || fail(copy->database));
    sqlite3_reset(handle);
    return written;
}

static bool copy_flush(struct database_copy *copy) {
    (void)copy; /* each row is in the table at once */
    return true;
}

static void copy_close(struct database_copy *copy) {
    sqlite3_finalize(((struct copy *)copy)->handle);
    free(copy);
}

/* ---- opening */

/* PostgreSQL's name for the order of bytes, so that both sort alike. */
static int compare_bytes(void *context, int a_size, const void *a, int b_size, const void *b) {
    (void)context;
    return base_slice_compare((struct base_slice){a, (size_t)a_size}, (struct base_slice){b, (size_t)b_size});
}

static const struct database_backend backend = {
    .close = close_connection, .begin = begin, .commit = commit, .rollback = rollback, .run = run, .prepare = prepare,
    .finalize = finalize, .query = query, .next = next, .reset = reset, .is_null = is_null, .integer = integer,
    .real = real, .text = text, .blob = blob, .copy_open = copy_open, .copy_row = copy_row, .copy_flush = copy_flush,
    .copy_close = copy_close};

/* SQLite does not wait by itself where two processes make the same new file at the same moment. */
static bool use_log(struct connection *connection) {
    enum { STEP = 10 };
    int code = SQLITE_BUSY;
    for (int waited = 0; code == SQLITE_BUSY && waited < PATIENCE; waited += STEP) {
        code = sqlite3_exec(connection->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
        if (code == SQLITE_BUSY) {
            sqlite3_sleep(STEP);
        }
    }
    return code == SQLITE_OK || fail(&connection->database);
}

/* Commits survive a loss of power (synchronous = FULL), not only the end of the process. Most records are longer than a page of
 * the usual 4 KB has room for; a file that exists keeps the size of its pages. */
static bool settle(struct connection *connection, enum database_access access) {
    sqlite3_busy_timeout(connection->handle, PATIENCE);
    return sqlite3_create_collation(connection->handle, "C", SQLITE_UTF8, NULL, compare_bytes) == SQLITE_OK &&
           run(&connection->database, "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA page_size = 8192;") &&
           (access == DATABASE_READ || (use_log(connection) && run(&connection->database, "PRAGMA synchronous = FULL")));
}

struct database *database_sqlite_open(const char *where, enum database_access access, struct sayso_error *error) {
    struct connection *connection = calloc(1, sizeof *connection);
    if (!connection) {
        base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to open it");
        return NULL;
    }
    connection->database = (struct database){.backend = &backend, .kind = DATABASE_SQLITE, .where = where};
    int flags = access == DATABASE_CREATE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                : access == DATABASE_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    if (sqlite3_open_v2(where, &connection->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK ||
        !settle(connection, access)) {
        base_error_set(error, SAYSO_IO, SAYSO_NOWHERE, 0, "%s",
                       connection->handle ? sqlite3_errmsg(connection->handle) : "no memory to open it");
        close_connection(&connection->database);
        return NULL;
    }
    return &connection->database;
}
