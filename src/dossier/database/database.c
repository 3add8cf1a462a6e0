#include "dossier/database/address.h"
#include "dossier/database/backend.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static struct database *open_as(const char *address, const char *where, enum database_access access,
                                struct sayso_error *error) {
    return address_is_postgresql(address) ? database_postgresql_open(address, where, access, error)
                                          : database_sqlite_open(where, access, error);
}

enum sayso_status database_open(const char *where, enum database_access access, struct database **out,
                                struct sayso_error *error) {
    char *address = strdup(where), *shown = address_without_password(where);
    if (error) {
        *error = (struct sayso_error){.offset = SAYSO_NOWHERE, .reason = "no memory to open it"};
        base_error_input(error, shown ? shown : "");
    }
    struct database *database = address && shown ? open_as(address, shown, access, error) : NULL;
    if (!database) {
        bool io = address && shown;
        free(address);
        free(shown);
        return io ? SAYSO_IO : SAYSO_NO_MEMORY;
    }
    database->address = address;
    *out = database;
    return SAYSO_OK;
}

enum sayso_status database_open_again(const struct database *database, enum database_access access, struct database **out,
                                      struct sayso_error *error) {
    return database_open(database->address, access, out, error);
}

void database_close(struct database *database) {
    if (!database) {
        return;
    }
    while (database->statements) {
        database_finalize(database->statements);
    }
    char *address = database->address, *where = (char *)(uintptr_t)database->where; /* our own copies */
    database->backend->close(database);
    free(address);
    free(where);
}

enum database_kind database_kind(const struct database *database) {
    return database->kind;
}

const char *database_where(const struct database *database) {
    return database->where;
}

/* ---- errors */

enum sayso_status database_status(const struct database *database, struct sayso_error *error) {
    if (database->status != SAYSO_OK && error) {
        *error = database->error;
    }
    return database->status;
}

void database_fail(struct database *database, enum sayso_status status, const char *format, ...) {
    if (database->status != SAYSO_OK) {
        return;
    }
    char reason[sizeof database->error.reason];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    base_error_input(&database->error, database->where);
    database->status = base_error_set(&database->error, status, SAYSO_NOWHERE, 0, "%s", reason);
}

static bool works(const struct database *database) {
    return database->status == SAYSO_OK;
}

/* ---- transactions */

void database_begin_write(struct database *database) {
    if (works(database)) {
        database->backend->begin(database, true);
    }
}

void database_begin_read(struct database *database) {
    if (works(database)) {
        database->backend->begin(database, false);
    }
}

enum sayso_status database_commit(struct database *database, struct sayso_error *error) {
    if (works(database)) {
        database->backend->commit(database);
    }
    return database_status(database, error);
}

void database_rollback(struct database *database) {
    database->backend->rollback(database);
    database->status = SAYSO_OK;
}

void database_run(struct database *database, const char *script) {
    if (works(database)) {
        database->backend->run(database, script);
    }
}

/* ---- statements */

struct database_statement *database_prepare(struct database *database, enum database_rows rows, const char *sql) {
    struct database_statement *statement = works(database) ? database->backend->prepare(database, rows, sql) : NULL;
    if (statement) {
        statement->database = database;
        statement->next = database->statements;
        database->statements = statement;
    }
    return statement;
}

void database_finalize(struct database_statement *statement) {
    if (!statement) {
        return;
    }
    struct database_statement **link = &statement->database->statements;
    while (*link != statement) {
        link = &(*link)->next;
    }
    *link = statement->next;
    statement->database->backend->finalize(statement);
}

/* A statement that could not be prepared is NULL, and its connection has the error. */
static bool can_run(const struct database_statement *statement) {
    return statement && works(statement->database);
}

void database_query(struct database_statement *statement, const struct database_value *values, size_t count) {
    if (can_run(statement)) {
        statement->database->backend->query(statement, values, count);
    }
}

bool database_next(struct database_statement *statement) {
    return can_run(statement) && statement->database->backend->next(statement);
}

void database_reset(struct database_statement *statement) {
    if (statement) {
        statement->database->backend->reset(statement);
    }
}

bool database_is_null(struct database_statement *statement, unsigned column) {
    return statement->database->backend->is_null(statement, column);
}

int64_t database_column_integer(struct database_statement *statement, unsigned column) {
    return statement->database->backend->integer(statement, column);
}

double database_column_real(struct database_statement *statement, unsigned column) {
    return statement->database->backend->real(statement, column);
}

struct base_slice database_column_text(struct database_statement *statement, unsigned column) {
    return statement->database->backend->text(statement, column);
}

struct base_slice database_column_blob(struct database_statement *statement, unsigned column) {
    return statement->database->backend->blob(statement, column);
}

void database_execute(struct database_statement *statement, const struct database_value *values, size_t count) {
    database_query(statement, values, count);
    while (database_next(statement)) {
    }
}

int64_t database_number(struct database *database, const char *sql) {
    struct database_statement *statement = database_prepare(database, DATABASE_FEW_ROWS, sql);
    database_query(statement, NULL, 0);
    int64_t number = database_next(statement) ? database_column_integer(statement, 0) : 0;
    database_finalize(statement);
    return number;
}

/* ---- many rows at once */

struct database_copy *database_copy_open(struct database *database, const char *table, const char *columns,
                                         unsigned count) {
    struct database_copy *copy = works(database) ? database->backend->copy_open(database, table, columns, count) : NULL;
    if (copy) {
        copy->database = database;
        copy->count = count;
    }
    return copy;
}

void database_copy_row(struct database_copy *copy, const struct database_value *values) {
    if (copy && works(copy->database)) {
        copy->database->backend->copy_row(copy, values);
    }
}

void database_copy_flush(struct database_copy *copy) {
    if (copy && works(copy->database)) {
        copy->database->backend->copy_flush(copy);
    }
}

void database_copy_close(struct database_copy *copy) {
    if (copy) {
        copy->database->backend->copy_close(copy);
    }
}
