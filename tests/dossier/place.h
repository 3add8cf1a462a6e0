/* An empty place for a dossier for each test: a schema of the PostgreSQL database that SAYSO_POSTGRESQL names, where it is set
 * (postgresql.py), else a SQLite file. */
#ifndef TESTS_DOSSIER_PLACE_H
#define TESTS_DOSSIER_PLACE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "dossier/database/database.h"

struct place {
    char folder[64]; /* of the file */
    char address[512];
    struct database *database; /* a connection to it */
};

static inline struct database *place_connect(const struct place *place, enum database_access access) {
    struct database *database = NULL;
    struct sayso_error error = {.reason = ""};
    if (database_open(place->address, access, &database, &error) != SAYSO_OK) {
        fail_msg("%s: %s", error.input, error.reason);
    }
    return database;
}

static inline void place_make_schema(const char *address) {
    struct database *database = NULL;
    struct sayso_error error = {.reason = ""};
    if (database_open(address, DATABASE_CREATE, &database, &error) != SAYSO_OK) {
        fail_msg("%s: %s", error.input, error.reason);
    }
    database_run(database, "DROP SCHEMA IF EXISTS trial CASCADE; CREATE SCHEMA trial");
    assert_int_equal(database_status(database, NULL), SAYSO_OK);
    database_close(database);
}

static inline int place_make(void **state) {
    struct place *place = calloc(1, sizeof *place);
    const char *server = getenv("SAYSO_POSTGRESQL");
    assert_non_null(place);
    if (server) {
        place_make_schema(server);
        snprintf(place->address, sizeof place->address, "%s&options=-csearch_path%%3Dtrial", server);
    } else {
        strcpy(place->folder, "/tmp/sayso-test-XXXXXX");
        assert_non_null(mkdtemp(place->folder));
        snprintf(place->address, sizeof place->address, "%s/dossier", place->folder);
    }
    place->database = place_connect(place, DATABASE_CREATE);
    *state = place;
    return 0;
}

static inline int place_remove(void **state) {
    static const char *const ends[] = {"", "-wal", "-shm"};
    struct place *place = *state;
    database_close(place->database);
    for (size_t i = 0; i < 3 && place->folder[0]; i++) {
        char path[560];
        snprintf(path, sizeof path, "%s%s", place->address, ends[i]);
        unlink(path);
    }
    if (place->folder[0]) {
        rmdir(place->folder);
    }
    free(place);
    return 0;
}

static inline void place_expect_ok(const struct database *database) {
    struct sayso_error error = {.reason = ""};
    if (database_status(database, &error) != SAYSO_OK) {
        fail_msg("%s: %s", error.input, error.reason);
    }
}

#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, place_make, place_remove)

#endif
