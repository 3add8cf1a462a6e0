/* Made-up documents for tests of the dossier, and dossiers in a folder of their own. */
#ifndef TESTS_PRESS_H
#define TESTS_PRESS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "dossier/dossier.h"
#include "sayso.h"

struct press_document {
    char id[16], published[32];
    char text[6000];
};

/* The next of a row of numbers that look random (Numerical Recipes' generator); below `limit`. */
static inline unsigned press_random(unsigned *state, unsigned limit) {
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % limit;
}

static inline sayso_dossier *press_open_at(const char *address) {
    sayso_dossier *dossier = NULL;
    struct sayso_error error = {.reason = ""};
    if (sayso_dossier_open(address, SAYSO_DOSSIER_ADD, &dossier, &error) != SAYSO_OK) {
        fail_msg("%s: %s", address, error.reason);
    }
    return dossier;
}

/* An empty dossier: a schema of the PostgreSQL database that SAYSO_POSTGRESQL names, where it is set, else a file in the folder
 * that meson runs the test in. */
static inline sayso_dossier *press_open(const char *name) {
    static const char *const endings[] = {"", "-wal", "-shm"};
    const char *server = getenv("SAYSO_POSTGRESQL");
    char text[600];
    if (server) {
        struct database *database = NULL;
        struct sayso_error error = {.reason = ""};
        assert_int_equal(database_open(server, DATABASE_CREATE, &database, &error), SAYSO_OK);
        snprintf(text, sizeof text, "DROP SCHEMA IF EXISTS %s CASCADE; CREATE SCHEMA %s", name, name);
        database_run(database, text);
        database_close(database);
        snprintf(text, sizeof text, "%s&options=-csearch_path%%3D%s", server, name);
        return press_open_at(text);
    }
    for (unsigned i = 0; i < 3; i++) {
        snprintf(text, sizeof text, "%s.db%s", name, endings[i]);
        unlink(text);
    }
    snprintf(text, sizeof text, "%s.db", name);
    return press_open_at(text);
}

static inline struct records *press_records(const struct press_document *document, const char *sha256) {
    struct base_buffer lines = {0};
    struct sayso_error error = {.reason = ""};
    base_buffer_format(&lines, "{\"kind\":\"document\",\"id\":\"%s\",\"sha256\":\"%s\",\"url\":\"http://x.example/%s\",",
                       document->id, sha256, document->id);
    base_buffer_format(&lines, "\"published\":%s%s%s,\"text\":\"%s\"}\n", document->published[0] ? "\"" : "",
                       document->published[0] ? document->published : "null", document->published[0] ? "\"" : "",
                       document->text);
    struct records *records = records_parse(&lines, &error);
    if (!records) {
        fail_msg("%s", error.reason);
    }
    return records;
}

/* Adds documents in this order, without linking. */
static inline void press_add(sayso_dossier *dossier, const struct press_document *const *documents, size_t count,
                             const char *sha256) {
    struct sayso_error error = {.reason = ""};
    struct dossier_batch *batch = dossier_batch_open(dossier, "press", true, &error);
    assert_non_null(batch);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(dossier_batch_add(batch, press_records(documents[i], sha256), &error), SAYSO_OK);
    }
    assert_int_equal(dossier_batch_commit(batch, &error), SAYSO_OK);
    dossier_batch_close(batch);
}

static inline void press_link(sayso_dossier *dossier) {
    struct sayso_error error = {.reason = ""};
    if (dossier_link_copies(dossier, &error) != SAYSO_OK) {
        fail_msg("%s", error.reason);
    }
}

/* The rows of a query, columns separated by a space, each row on a line. The caller frees it. */
static inline char *press_rows(sayso_dossier *dossier, const char *sql, unsigned columns) {
    struct base_buffer out = {0};
    struct database_statement *rows = database_prepare(dossier->database, DATABASE_FEW_ROWS, sql);
    database_query(rows, NULL, 0);
    while (database_next(rows)) {
        for (unsigned i = 0; i < columns; i++) {
            base_buffer_add(&out, database_column_text(rows, i));
            base_buffer_char(&out, i + 1 < columns ? ' ' : '\n');
        }
    }
    database_finalize(rows);
    base_buffer_char(&out, 0);
    assert_int_equal(database_status(dossier->database, NULL), SAYSO_OK);
    return out.data;
}

#endif
