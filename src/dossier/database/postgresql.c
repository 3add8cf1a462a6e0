/* The connection, its errors and its transactions. */
#include "dossier/database/postgresql.h"

#include <ctype.h>
#include <stdlib.h>

/* A column that is made of others, which keeps the words of a text, came with this version. */
enum { OLDEST_SERVER = 120000 };

/* ---- errors */

/* A message of libpq as one line. */
static void fold(const char *message, char *out, size_t size) {
    size_t used = 0;
    for (const char *at = message; *at && used + 1 < size; at++) {
        bool space = isspace((unsigned char)*at);
        if (!space || (used > 0 && out[used - 1] != ' ')) {
            out[used++] = space ? ' ' : *at;
        }
    }
    used -= used > 0 && out[used - 1] == ' ';
    out[used] = '\0';
}

static void fail(struct database *database, const PGresult *result) {
    char reason[sizeof database->error.reason];
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    fold(message ? message : PQerrorMessage(postgresql_of(database)->handle), reason, sizeof reason);
    database_fail(database, SAYSO_IO, "%s", reason);
}

PGresult *postgresql_check(struct database *database, PGresult *result) {
    ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_COPY_IN) {
        return result;
    }
    fail(database, result);
    PQclear(result);
    return NULL;
}

bool postgresql_run(struct database *database, const char *script) {
    PGresult *result = postgresql_check(database, PQexec(postgresql_of(database)->handle, script));
    PQclear(result);
    return result;
}

void postgresql_add_text(struct base_buffer *out, struct base_slice text) {
    size_t start = out->size;
    base_buffer_add(out, text);
    if (text.size == 0 || out->failed) {
        return;
    }
    for (char *nul = out->data + start; (nul = memchr(nul, '\0', out->size - (size_t)(nul - out->data))) != NULL;) {
        *nul = ' ';
    }
}

/* ---- transactions */

/* A writer sees all that the writer before it committed: each statement looks anew (READ COMMITTED), and the first one waits
 * for the lock, which belongs to the schema and ends with the transaction. */
static bool begin(struct database *database, bool write) {
    postgresql_of(database)->transaction++;
    return postgresql_run(database, write ? "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;"
                                            "SELECT pg_advisory_xact_lock(hashtext('sayso'), hashtext(current_schema()))"
                                          : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

static bool commit(struct database *database) {
    struct postgresql *connection = postgresql_of(database);
    connection->transaction++;
    if (!postgresql_copy_flush_all(connection)) {
        return false;
    }
    PGresult *result = postgresql_check(database, PQexec(connection->handle, "COMMIT"));
    if (result && strcmp(PQcmdStatus(result), "COMMIT") != 0) {
        database_fail(database, SAYSO_IO, "the server has undone the transaction");
    }
    PQclear(result);
    return database_status(database, NULL) == SAYSO_OK;
}

static void rollback(struct database *database) {
    struct postgresql *connection = postgresql_of(database);
    connection->transaction++;
    postgresql_copy_forget_all(connection);
    if (PQtransactionStatus(connection->handle) != PQTRANS_IDLE) {
        PQclear(PQexec(connection->handle, "ROLLBACK"));
    }
}

/* ---- opening */

static void close_connection(struct database *database) {
    struct postgresql *connection = postgresql_of(database);
    PQfinish(connection->handle);
    base_buffer_free(&connection->parameters);
    free(connection);
}

static const struct database_backend backend = {
    .close = close_connection, .begin = begin, .commit = commit, .rollback = rollback, .run = postgresql_run,
    .prepare = postgresql_prepare, .finalize = postgresql_finalize, .query = postgresql_query, .next = postgresql_next,
    .reset = postgresql_reset, .is_null = postgresql_is_null, .integer = postgresql_integer, .real = postgresql_real,
    .text = postgresql_text, .blob = postgresql_blob, .copy_open = postgresql_copy_open,
    .copy_row = postgresql_copy_row, .copy_flush = postgresql_copy_flush, .copy_close = postgresql_copy_close};

/* What is wrong with an address, without the piece of it that libpq quotes: that may be the password. */
static bool check_address(struct database *database, const char *address) {
    char *message = NULL;
    PQconninfoOption *options = PQconninfoParse(address, &message);
    if (!options) {
        char *quote = message ? strstr(message, ": \"") : NULL;
        database_fail(database, SAYSO_IO, "not an address of a database: %.*s", quote ? (int)(quote - message) : 100,
                      message ? message : "no memory to read it");
    }
    PQfreemem(message);
    PQconninfoFree(options);
    return options;
}

static void ignore_notice(void *context, const PGresult *result) {
    (void)context;
    (void)result;
}

/* What the address says beats what stands before it, and is beaten by what stands behind it. */
static bool connect_to(struct postgresql *connection, const char *address) {
    static const char *const keywords[] = {"connect_timeout", "fallback_application_name", "dbname", "client_encoding", NULL};
    const char *values[] = {"30", "sayso", address, "UTF8", NULL};
    connection->handle = PQconnectdbParams(keywords, values, true);
    if (PQstatus(connection->handle) != CONNECTION_OK) {
        fail(&connection->database, NULL);
        return false;
    }
    PQsetNoticeReceiver(connection->handle, ignore_notice, NULL);
    return true;
}

static bool check_server(struct postgresql *connection) {
    const char *encoding = PQparameterStatus(connection->handle, "server_encoding");
    if (PQserverVersion(connection->handle) < OLDEST_SERVER) {
        database_fail(&connection->database, SAYSO_IO, "the server is older than PostgreSQL %d", OLDEST_SERVER / 10000);
    } else if (!encoding || strcmp(encoding, "UTF8") != 0) {
        database_fail(&connection->database, SAYSO_IO, "the database's encoding is %s; a dossier needs UTF8",
                      encoding ? encoding : "not known");
    }
    return database_status(&connection->database, NULL) == SAYSO_OK;
}

/* Writers wait for each other as long as those of SQLite do. Cursors are read to their end. What a writer asks while it adds is
 * found by an index, in the order of that index, where there is one: the planner, which knows nothing yet of tables that grow
 * under it, would read whole tables and buckets. */
static bool settle(struct database *database, enum database_access access) {
    return postgresql_run(database, "SET lock_timeout = '10min'; SET cursor_tuple_fraction = 1; SET bytea_output = 'hex';"
                                    "SET random_page_cost = 1.1; SET jit = off") &&
           postgresql_run(database, access == DATABASE_READ ? "SET default_transaction_read_only = on"
                                                            : "SET enable_seqscan = off; SET enable_bitmapscan = off");
}

struct database *database_postgresql_open(const char *address, const char *where, enum database_access access,
                                          struct sayso_error *error) {
    struct postgresql *connection = calloc(1, sizeof *connection);
    if (!connection) {
        base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to open it");
        return NULL;
    }
    struct database *database = &connection->database;
    *database = (struct database){.backend = &backend, .kind = DATABASE_POSTGRESQL, .where = where};
    if (check_address(database, address) && connect_to(connection, address) && check_server(connection) &&
        settle(database, access)) {
        return database;
    }
    database_status(database, error);
    close_connection(database);
    return NULL;
}
