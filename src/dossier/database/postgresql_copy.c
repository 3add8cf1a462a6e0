/* COPY ... FROM STDIN. Only one can be under way on a connection, so each table's rows wait in memory until they are flushed
 * (https://www.postgresql.org/docs/15/sql-copy.html, "Text Format"). */
#include "dossier/database/postgresql.h"

#include <stdlib.h>

/* More bytes than these are sent at once; and no more than so many in one message. */
enum { MOST_WAITING = 16 * 1024 * 1024, MESSAGE = 1024 * 1024 };

struct postgresql_copy {
    struct database_copy copy;
    struct postgresql_copy *next;
    char *command;
    struct base_buffer rows;
};

static struct postgresql_copy *copy_of(struct database_copy *copy) {
    return (struct postgresql_copy *)copy;
}

struct database_copy *postgresql_copy_open(struct database *database, const char *table, const char *columns,
                                           unsigned count) {
    struct postgresql_copy *copy = calloc(1, sizeof *copy);
    struct base_buffer command = {0};
    (void)count;
    base_buffer_format(&command, "COPY %s (%s) FROM STDIN", table, columns);
    base_buffer_char(&command, '\0');
    if (!copy || command.failed) {
        base_buffer_free(&command);
        free(copy);
        database_fail(database, SAYSO_NO_MEMORY, "no memory for a statement");
        return NULL;
    }
    copy->command = command.data;
    struct postgresql_copy **link = &postgresql_of(database)->copies;
    while (*link) {
        link = &(*link)->next;
    }
    *link = copy;
    return &copy->copy;
}

void postgresql_copy_close(struct database_copy *base) {
    struct postgresql_copy *copy = copy_of(base);
    struct postgresql_copy **link = &postgresql_of(base->database)->copies;
    while (*link != copy) {
        link = &(*link)->next;
    }
    *link = copy->next;
    base_buffer_free(&copy->rows);
    free(copy->command);
    free(copy);
}

/* ---- rows */

/* What ends a column or a row, and what marks that, goes behind a backslash. */
static void add_text(struct base_buffer *out, struct base_slice text) {
    size_t start = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i], escape = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\\' ? '\\' : '\0';
        if (escape) {
            postgresql_add_text(out, base_slice_part(text, start, i));
            base_buffer_char(out, '\\');
            base_buffer_char(out, escape);
            start = i + 1;
        }
    }
    postgresql_add_text(out, base_slice_part(text, start, text.size));
}

static void add_blob(struct base_buffer *out, struct base_slice blob) {
    static const char DIGITS[] = "0123456789abcdef";
    base_buffer_string(out, "\\\\x");
    for (size_t i = 0; i < blob.size; i++) {
        unsigned char byte = (unsigned char)blob.data[i];
        base_buffer_char(out, DIGITS[byte >> 4]);
        base_buffer_char(out, DIGITS[byte & 15]);
    }
}

static void add_value(struct base_buffer *out, const struct database_value *value) {
    switch (value->type) {
    case DATABASE_INTEGER: base_buffer_format(out, "%lld", (long long)value->integer); break;
    case DATABASE_REAL: base_buffer_format(out, "%.17g", value->real); break;
    case DATABASE_TEXT: add_text(out, value->bytes); break;
    case DATABASE_BLOB: add_blob(out, value->bytes); break;
    default: base_buffer_string(out, "\\N"); break;
    }
}

/* ---- sending */

static bool send_rows(PGconn *handle, const struct base_buffer *rows) {
    for (size_t at = 0; at < rows->size; at += MESSAGE) {
        size_t left = rows->size - at;
        if (PQputCopyData(handle, rows->data + at, (int)(left < MESSAGE ? left : MESSAGE)) != 1) {
            return false;
        }
    }
    return PQputCopyEnd(handle, NULL) == 1;
}

bool postgresql_copy_flush(struct database_copy *base) {
    struct postgresql_copy *copy = copy_of(base);
    PGconn *handle = postgresql_of(base->database)->handle;
    if (copy->rows.size == 0) {
        return true;
    }
    PGresult *started = postgresql_check(base->database, PQexec(handle, copy->command));
    PQclear(started);
    if (!started) {
        return false;
    }
    bool sent = send_rows(handle, &copy->rows);
    copy->rows.size = 0;
    PGresult *done = postgresql_check(base->database, PQgetResult(handle)); /* says why it was not sent, too */
    PQclear(done);
    if (!sent) {
        database_fail(base->database, SAYSO_IO, "the server takes no more rows");
    } else if (done) {
        PQclear(PQgetResult(handle)); /* NULL: the command has ended */
    }
    return sent && done;
}

/* Up to and including `last`, or all: parents were opened before the tables whose rows refer to theirs. */
static bool flush_until(struct postgresql *connection, const struct postgresql_copy *last) {
    for (struct postgresql_copy *copy = connection->copies; copy; copy = copy->next) {
        if (!postgresql_copy_flush(&copy->copy)) {
            return false;
        }
        if (copy == last) {
            break;
        }
    }
    return true;
}

bool postgresql_copy_flush_all(struct postgresql *connection) {
    return flush_until(connection, NULL);
}

void postgresql_copy_forget_all(struct postgresql *connection) {
    for (struct postgresql_copy *copy = connection->copies; copy; copy = copy->next) {
        base_buffer_free(&copy->rows);
    }
}

bool postgresql_copy_row(struct database_copy *base, const struct database_value *values) {
    struct postgresql_copy *copy = copy_of(base);
    for (unsigned i = 0; i < base->count; i++) {
        if (i > 0) {
            base_buffer_char(&copy->rows, '\t');
        }
        add_value(&copy->rows, &values[i]);
    }
    base_buffer_char(&copy->rows, '\n');
    if (copy->rows.failed) {
        database_fail(base->database, SAYSO_NO_MEMORY, "no memory for a row");
        return false;
    }
    return copy->rows.size < MOST_WAITING || flush_until(postgresql_of(base->database), copy);
}
