/* Several connections at once, and what can go wrong between them; the same tests for SQLite and for PostgreSQL. */
#include "place.h"

#include <pthread.h>

#include "dossier/database/address.h"
#include "dossier/schema.h"

enum { WRITERS = 4, TURNS = 25 };

struct writer {
    const struct place *place;
    pthread_t thread;
    struct sayso_error error;
    enum sayso_status status;
};

static void run_writers(const struct place *place, void *(*body)(void *)) {
    struct writer writers[WRITERS] = {0};
    for (unsigned i = 0; i < WRITERS; i++) {
        writers[i].place = place;
        assert_int_equal(pthread_create(&writers[i].thread, NULL, body, &writers[i]), 0);
    }
    for (unsigned i = 0; i < WRITERS; i++) {
        pthread_join(writers[i].thread, NULL);
        if (writers[i].status != SAYSO_OK) {
            fail_msg("%s: %s", writers[i].error.input, writers[i].error.reason);
        }
    }
}

/* ---- writing at once */

static void *count_on(void *context) {
    struct writer *writer = context;
    struct database *database;
    writer->status = database_open(writer->place->address, DATABASE_CREATE, &database, &writer->error);
    if (writer->status != SAYSO_OK) {
        return NULL;
    }
    struct database_copy *copy = database_copy_open(database, "number", "key", 1);
    for (unsigned i = 0; i < TURNS && writer->status == SAYSO_OK; i++) {
        database_begin_write(database);
        struct database_value next = database_integer(database_number(database, "SELECT max(key) FROM number") + 1);
        database_copy_row(copy, &next);
        database_copy_flush(copy);
        writer->status = database_commit(database, &writer->error);
    }
    database_copy_close(copy);
    database_close(database);
    return NULL;
}

static void writers_wait_for_each_other(void **state) {
    struct place *place = *state;
    database_run(place->database, "CREATE TABLE number (key BIGINT PRIMARY KEY)");
    run_writers(place, count_on);
    assert_int_equal(database_number(place->database, "SELECT count(*) FROM number"), WRITERS * TURNS);
    assert_int_equal(database_number(place->database, "SELECT max(key) FROM number"), WRITERS * TURNS);
}

static void *make_dossier(void *context) {
    struct writer *writer = context;
    struct database *database;
    writer->status = database_open(writer->place->address, DATABASE_CREATE, &database, &writer->error);
    if (writer->status == SAYSO_OK) {
        writer->status = schema_migrate(database, &writer->error);
        database_close(database);
    }
    return NULL;
}

/* Not even the file is there. */
static void several_make_the_same_dossier(void **state) {
    struct place *place = *state;
    for (unsigned i = 0; i < 5; i++) {
        place_remove(state);
        place_make(state);
        place = *state;
        if (place->folder[0]) {
            database_close(place->database);
            place->database = NULL;
            unlink(place->address);
        }
        run_writers(place, make_dossier);
        place->database = place->database ? place->database : place_connect(place, DATABASE_WRITE);
        assert_int_equal(schema_check(place->database, NULL), SAYSO_OK);
        assert_int_equal(database_number(place->database, "SELECT count(*) FROM setting WHERE name = 'schema_version'"), 1);
    }
}

static void readers_see_one_state(void **state) {
    struct place *place = *state;
    struct database *reader = place_connect(place, DATABASE_READ);
    database_run(place->database, "CREATE TABLE number (key BIGINT PRIMARY KEY)");
    database_begin_read(reader);
    assert_int_equal(database_number(reader, "SELECT count(*) FROM number"), 0);
    database_begin_write(place->database);
    database_run(place->database, "INSERT INTO number VALUES (1)");
    assert_int_equal(database_number(reader, "SELECT count(*) FROM number"), 0);
    assert_int_equal(database_commit(place->database, NULL), SAYSO_OK);
    assert_int_equal(database_number(reader, "SELECT count(*) FROM number"), 0);
    assert_int_equal(database_commit(reader, NULL), SAYSO_OK);
    assert_int_equal(database_number(reader, "SELECT count(*) FROM number"), 1);
    database_close(reader);
}

static void readers_cannot_write(void **state) {
    struct place *place = *state;
    struct database *reader = NULL;
    database_run(place->database, "CREATE TABLE number (key BIGINT PRIMARY KEY)");
    assert_int_equal(database_open_again(place->database, DATABASE_READ, &reader, NULL), SAYSO_OK);
    database_run(reader, "INSERT INTO number VALUES (1)");
    assert_int_equal(database_status(reader, NULL), SAYSO_IO);
    database_close(reader);
    assert_int_equal(database_number(place->database, "SELECT count(*) FROM number"), 0);
}

/* ---- tables */

static void texts_are_ordered_by_bytes(void **state) {
    static const char *const order[] = {"B", "Z", "_", "a", "b", "\xC3\xA4"};
    struct place *place = *state;
    struct database *database = place->database;
    assert_int_equal(schema_migrate(database, NULL), SAYSO_OK);
    database_run(database, "DELETE FROM setting; INSERT INTO setting (name, value) VALUES"
                           " ('a', ''), ('\xC3\xA4', ''), ('B', ''), ('_', ''), ('b', ''), ('Z', '')");
    struct database_statement *read = database_prepare(database, DATABASE_FEW_ROWS,
                                                       "SELECT name FROM setting ORDER BY name");
    database_query(read, NULL, 0);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        assert_true(database_next(read));
        assert_true(base_slice_is(database_column_text(read, 0), order[i]));
    }
    place_expect_ok(database);
}

static void what_is_no_dossier_is_left_alone(void **state) {
    struct place *place = *state;
    struct sayso_error error = {.reason = ""};
    database_run(place->database, "CREATE TABLE number (key BIGINT PRIMARY KEY)");
    assert_int_equal(schema_check(place->database, NULL), SAYSO_BAD_INPUT);
    database_rollback(place->database);
    assert_int_equal(schema_migrate(place->database, &error), SAYSO_BAD_INPUT);
    assert_string_equal(error.reason, "this is no dossier");
    place_expect_ok(place->database);
}

/* ---- servers */

static void passwords_are_not_shown(void **state) {
    static const char *const addresses[][2] = {
        {"postgresql://me:secret@host:5433/news?sslmode=require", "postgresql://me@host:5433/news?sslmode=require"},
        {"postgres://me:se/cr@et@host/news", "postgres://me@host/news"},
        {"postgresql://me@host/news?password=secret&port=1&sslpassword=x",
         "postgresql://me@host/news?password=&port=1&sslpassword="},
        {"postgresql://host:5433/news", "postgresql://host:5433/news"},
        {"folder/a:b@c?password=d", "folder/a:b@c?password=d"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        char *shown = address_without_password(addresses[i][0]);
        assert_string_equal(shown, addresses[i][1]);
        free(shown);
    }
    assert_true(address_is_postgresql(addresses[0][0]) && address_is_postgresql(addresses[1][0]));
    assert_false(address_is_postgresql(addresses[4][0]) || address_is_postgresql("postgresql.db"));
}

static void expect_refusal(const char *address, const char *reason) {
    struct database *database = NULL;
    struct sayso_error error = {.reason = ""};
    assert_int_equal(database_open(address, DATABASE_CREATE, &database, &error), SAYSO_IO);
    if (!strstr(error.reason, reason) || strstr(error.reason, "secret") || strstr(error.input, "secret")) {
        fail_msg("%s: %s", error.input, error.reason);
    }
}

static void what_cannot_be_opened_says_why(void **state) {
    struct place *place = *state;
    const char *folder = strstr(place->address, "host=");
    char address[640];
    expect_refusal("/nowhere/at/all", "unable to open");
    expect_refusal("/tmp", "unable to open");
    expect_refusal("postgresql://me:secret%zz@host/news", "not an address of a database: invalid percent-encoded token");
    expect_refusal("postgresql://me:secret@/news?host=/nowhere", "/nowhere/.s.PGSQL.5432");
    if (folder) {
        snprintf(address, sizeof address, "postgresql://guarded:secret@/sayso?%s", folder);
        expect_refusal(address, "password authentication failed for user \"guarded\"");
        snprintf(address, sizeof address, "postgresql://sayso@/no_such_database?%s", folder);
        expect_refusal(address, "database \"no_such_database\" does not exist");
        database_run(place->database, "CREATE DATABASE western TEMPLATE template0 ENCODING latin1 LOCALE 'C'"
                                      " LOCALE_PROVIDER libc");
        place_expect_ok(place->database);
        snprintf(address, sizeof address, "postgresql://sayso@/western?%s", folder);
        expect_refusal(address, "encoding is LATIN1");
        snprintf(address, sizeof address, "postgresql://guarded:pass%%3Aword@/sayso?%s", folder);
        struct database *database = NULL;
        assert_int_equal(database_open(address, DATABASE_CREATE, &database, NULL), SAYSO_OK);
        assert_null(strstr(database_where(database), "word"));
        database_close(database);
    }
}

static void end_connection(struct database *database, int64_t process) {
    struct database_value value = database_integer(process);
    struct database_statement *end = database_prepare(database, DATABASE_FEW_ROWS,
                                                      "SELECT pg_terminate_backend(CAST($1 AS INTEGER), 5000)");
    database_execute(end, &value, 1);
    place_expect_ok(database);
}

/* The server ends the connection in the middle of a transaction: it stays an error, and nothing is half added. */
static void a_lost_connection_is_an_error(void **state) {
    struct place *place = *state;
    struct database *lost = place_connect(place, DATABASE_WRITE);
    struct sayso_error error = {.reason = ""};
    if (database_kind(lost) == DATABASE_SQLITE) {
        database_close(lost);
        return;
    }
    database_run(place->database, "CREATE TABLE number (key BIGINT PRIMARY KEY)");
    struct database_copy *copy = database_copy_open(lost, "number", "key", 1);
    struct database_value one = database_integer(1);
    int64_t process = database_number(lost, "SELECT pg_backend_pid()");
    database_begin_write(lost);
    database_run(lost, "INSERT INTO number VALUES (2)");
    database_copy_row(copy, &one);
    end_connection(place->database, process);
    database_copy_flush(copy);
    assert_int_equal(database_commit(lost, &error), SAYSO_IO);
    assert_non_null(strstr(error.reason, "terminating connection"));
    database_rollback(lost);
    assert_int_equal(database_number(lost, "SELECT 1"), 0);
    assert_int_equal(database_status(lost, NULL), SAYSO_IO);
    database_copy_close(copy);
    database_close(lost);
    assert_int_equal(database_number(place->database, "SELECT count(*) FROM number"), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_PLACE(writers_wait_for_each_other),
        IN_PLACE(several_make_the_same_dossier),
        IN_PLACE(readers_see_one_state),
        IN_PLACE(readers_cannot_write),
        IN_PLACE(texts_are_ordered_by_bytes),
        IN_PLACE(what_is_no_dossier_is_left_alone),
        cmocka_unit_test(passwords_are_not_shown),
        IN_PLACE(what_cannot_be_opened_says_why),
        IN_PLACE(a_lost_connection_is_an_error),
    };
    return cmocka_run_group_tests_name("writers", tests, NULL, NULL);
}
