/* Prepared statements. Values travel as text, so that a column may be of any type; only blobs go as they are. */
#include "dossier/database/postgresql.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_PARAMETERS = 64 };
/* A cursor's rows are fetched by the thousand, or fewer where they are long: so many bytes are kept in memory. */
enum { FIRST_ROWS = 100, MOST_ROWS = 1000, MOST_BYTES = 4 * 1024 * 1024 };
/* Oid of BOOLOID in the server's pg_type.dat. */
enum { TYPE_BOOLEAN = 16 };

struct statement {
    struct database_statement statement;
    enum database_rows rows;
    char name[24];            /* of the prepared statement, and of its cursor */
    PGresult *result;         /* the rows that are here */
    int row;                  /* the current one of them */
    unsigned transaction;     /* that the cursor was opened in */
    bool open;                /* the cursor may have more rows */
    int asked;                /* rows, at the last fetch */
    struct base_buffer *blobs; /* decoded, of the current row, by column */
    unsigned blob_count;
};

static struct statement *statement_of(struct database_statement *statement) {
    return (struct statement *)statement;
}

static PGconn *handle_of(const struct database_statement *statement) {
    return postgresql_of(statement->database)->handle;
}

/* ---- preparing */

static bool prepare_named(struct database *database, const struct statement *statement, const char *sql) {
    struct base_buffer text = {0};
    if (statement->rows == DATABASE_MANY_ROWS) {
        base_buffer_format(&text, "DECLARE %s NO SCROLL CURSOR FOR ", statement->name);
    }
    base_buffer_string(&text, sql);
    base_buffer_char(&text, '\0');
    PGresult *result = NULL;
    if (text.failed) {
        database_fail(database, SAYSO_NO_MEMORY, "no memory for a statement");
    } else {
        result = postgresql_check(database,
                                  PQprepare(postgresql_of(database)->handle, statement->name, text.data, 0, NULL));
    }
    base_buffer_free(&text);
    PQclear(result);
    return result;
}

struct database_statement *postgresql_prepare(struct database *database, enum database_rows rows, const char *sql) {
    struct statement *statement = calloc(1, sizeof *statement);
    if (!statement) {
        database_fail(database, SAYSO_NO_MEMORY, "no memory for a statement");
        return NULL;
    }
    statement->rows = rows;
    snprintf(statement->name, sizeof statement->name, "sayso_%u", ++postgresql_of(database)->names);
    if (!prepare_named(database, statement, sql)) {
        free(statement);
        return NULL;
    }
    return &statement->statement;
}

/* Runs a command about the statement, where the server would listen: not after an error. */
static void tell(struct statement *statement, const char *command) {
    char text[64];
    PGconn *handle = handle_of(&statement->statement);
    PGTransactionStatusType status = PQtransactionStatus(handle);
    if (status == PQTRANS_IDLE || status == PQTRANS_INTRANS) {
        snprintf(text, sizeof text, "%s %s", command, statement->name);
        PQclear(PQexec(handle, text));
    }
}

void postgresql_finalize(struct database_statement *base) {
    struct statement *statement = statement_of(base);
    postgresql_reset(base);
    tell(statement, "DEALLOCATE");
    for (unsigned i = 0; i < statement->blob_count; i++) {
        base_buffer_free(&statement->blobs[i]);
    }
    free(statement->blobs);
    free(statement);
}

/* ---- values */

struct parameters {
    const char *values[MOST_PARAMETERS];
    int lengths[MOST_PARAMETERS], formats[MOST_PARAMETERS];
    size_t starts[MOST_PARAMETERS]; /* of texts, in the buffer that holds them */
};

static void write_value(struct base_buffer *out, const struct database_value *value) {
    switch (value->type) {
    case DATABASE_INTEGER: base_buffer_format(out, "%lld", (long long)value->integer); break;
    case DATABASE_REAL: base_buffer_format(out, "%.17g", value->real); break;
    case DATABASE_TEXT: postgresql_add_text(out, value->bytes); break;
    default: break;
    }
    base_buffer_char(out, '\0');
}

static bool make_parameters(struct database *database, const struct database_value *values, size_t count,
                            struct parameters *out) {
    struct base_buffer *texts = &postgresql_of(database)->parameters;
    texts->size = 0;
    for (size_t i = 0; i < count && i < MOST_PARAMETERS; i++) {
        out->starts[i] = texts->size;
        write_value(texts, &values[i]);
    }
    if (texts->failed || count > MOST_PARAMETERS) {
        base_buffer_free(texts);
        database_fail(database, SAYSO_NO_MEMORY, "no memory for the values of a statement");
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        bool blob = values[i].type == DATABASE_BLOB;
        out->formats[i] = blob;
        out->lengths[i] = blob ? (int)values[i].bytes.size : 0;
        out->values[i] = blob ? values[i].bytes.data
                         : values[i].type == DATABASE_NULL ? NULL : texts->data + out->starts[i];
    }
    return true;
}

/* ---- running */

/* Keeps these rows in place of those before them; false where there are none. */
static bool keep(struct statement *statement, PGresult *result) {
    PQclear(statement->result);
    statement->result = result;
    statement->row = -1;
    return result;
}

bool postgresql_query(struct database_statement *base, const struct database_value *values, size_t count) {
    struct statement *statement = statement_of(base);
    struct parameters parameters;
    postgresql_reset(base);
    if (!make_parameters(base->database, values, count, &parameters)) {
        return false;
    }
    PGresult *result = PQexecPrepared(handle_of(base), statement->name, (int)count, parameters.values, parameters.lengths,
                                      parameters.formats, 0);
    if (!keep(statement, postgresql_check(base->database, result))) {
        return false;
    }
    statement->open = statement->rows == DATABASE_MANY_ROWS;
    statement->transaction = postgresql_of(base->database)->transaction;
    statement->asked = 0;
    return true;
}

static int rows_to_ask_for(const struct statement *statement) {
    int rows = PQntuples(statement->result);
    if (statement->asked == 0) {
        return FIRST_ROWS;
    }
    size_t row_bytes = PQresultMemorySize(statement->result) / (size_t)(rows ? rows : 1) + 1;
    size_t fit = MOST_BYTES / row_bytes;
    return fit < 1 ? 1 : fit > MOST_ROWS ? MOST_ROWS : (int)fit;
}

static bool has_cursor(const struct statement *statement) {
    return statement->open && statement->transaction == postgresql_of(statement->statement.database)->transaction;
}

static bool fetch(struct statement *statement) {
    char command[64];
    bool last = statement->asked > 0 && PQntuples(statement->result) < statement->asked;
    if (!has_cursor(statement) || last) {
        return false;
    }
    statement->asked = rows_to_ask_for(statement);
    snprintf(command, sizeof command, "FETCH FORWARD %d FROM %s", statement->asked, statement->name);
    struct database *database = statement->statement.database;
    return keep(statement, postgresql_check(database, PQexec(handle_of(&statement->statement), command))) &&
           PQntuples(statement->result) > 0;
}

bool postgresql_next(struct database_statement *base) {
    struct statement *statement = statement_of(base);
    if (statement->row + 1 >= PQntuples(statement->result) && !fetch(statement)) {
        postgresql_reset(base);
        return false;
    }
    statement->row++;
    return true;
}

void postgresql_reset(struct database_statement *base) {
    struct statement *statement = statement_of(base);
    keep(statement, NULL);
    if (has_cursor(statement)) {
        tell(statement, "CLOSE");
    }
    statement->open = false;
}

/* ---- columns */

bool postgresql_is_null(struct database_statement *base, unsigned column) {
    const struct statement *statement = statement_of(base);
    return PQgetisnull(statement->result, statement->row, (int)column);
}

static const char *value_of(const struct statement *statement, unsigned column) {
    return PQgetvalue(statement->result, statement->row, (int)column);
}

int64_t postgresql_integer(struct database_statement *base, unsigned column) {
    const struct statement *statement = statement_of(base);
    const char *value = value_of(statement, column);
    return PQftype(statement->result, (int)column) == TYPE_BOOLEAN ? *value == 't' : strtoll(value, NULL, 10);
}

double postgresql_real(struct database_statement *base, unsigned column) {
    return strtod(value_of(statement_of(base), column), NULL);
}

struct base_slice postgresql_text(struct database_statement *base, unsigned column) {
    const struct statement *statement = statement_of(base);
    if (postgresql_is_null(base, column)) {
        return (struct base_slice){0};
    }
    return (struct base_slice){value_of(statement, column),
                               (size_t)PQgetlength(statement->result, statement->row, (int)column)};
}

static bool make_blobs(struct statement *statement) {
    if (statement->blob_count == 0) {
        unsigned count = (unsigned)PQnfields(statement->result);
        statement->blobs = calloc(count, sizeof *statement->blobs);
        statement->blob_count = statement->blobs ? count : 0;
    }
    if (statement->blob_count == 0) {
        database_fail(statement->statement.database, SAYSO_NO_MEMORY, "no memory for a blob");
    }
    return statement->blob_count > 0;
}

static unsigned digit(char c) {
    return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/* The server writes bytes as \x and two hexadecimal digits for each. */
struct base_slice postgresql_blob(struct database_statement *base, unsigned column) {
    struct statement *statement = statement_of(base);
    struct base_slice digits = postgresql_text(base, column);
    if (!digits.data || !make_blobs(statement)) {
        return (struct base_slice){0};
    }
    struct base_buffer *out = &statement->blobs[column];
    out->size = 0;
    for (size_t i = 2; i + 1 < digits.size; i += 2) {
        base_buffer_char(out, (char)(digit(digits.data[i]) << 4 | digit(digits.data[i + 1])));
    }
    if (out->failed) {
        database_fail(base->database, SAYSO_NO_MEMORY, "no memory for a blob");
    }
    return out->size ? (struct base_slice){out->data, out->size} : BASE_SLICE("");
}
