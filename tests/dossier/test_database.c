/* The database layer, the same tests for SQLite and for PostgreSQL. */
#include "place.h"

#include <math.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct database *database_of(void **state) {
    struct place *place = *state;
    return place->database;
}

static void make_table(struct database *database) {
    if (database_kind(database) == DATABASE_POSTGRESQL) {
        database_run(database, "CREATE DOMAIN blob AS bytea");
    }
    database_run(database, "CREATE TABLE thing (key BIGINT PRIMARY KEY, whole BIGINT, part DOUBLE PRECISION, words TEXT,"
                           " bytes BLOB); CREATE TABLE other (thing BIGINT NOT NULL REFERENCES thing)");
    place_expect_ok(database);
}

static struct base_slice big_text(void) {
    enum { SIZE = 1024 * 1024 };
    static char text[SIZE];
    for (size_t i = 0; i < SIZE; i++) {
        text[i] = "The cabinet met.\n\t\\"[i % 19];
    }
    return (struct base_slice){text, SIZE};
}

static struct base_slice all_bytes(void) {
    static char bytes[256];
    for (unsigned i = 0; i < 256; i++) {
        bytes[i] = (char)i;
    }
    return (struct base_slice){bytes, 256};
}

/* ---- values */

struct thing {
    struct database_value values[5];
};

static struct thing thing(int64_t key, int64_t whole, double part, struct base_slice words, struct base_slice bytes) {
    return (struct thing){{database_integer(key), database_integer(whole), database_real(part), database_text(words),
                           database_blob(bytes)}};
}

static size_t make_things(struct thing out[10]) {
    const struct base_slice none = {0};
    size_t count = 0;
    out[count++] = (struct thing){{database_integer(1)}};
    out[count++] = thing(2, 0, 0.0, BASE_SLICE(""), BASE_SLICE(""));
    out[count++] = thing(3, INT64_MAX, 0.1, BASE_SLICE("plain"), BASE_SLICE("\\x00"));
    out[count++] = thing(4, INT64_MIN, -1e300, BASE_SLICE("a\tb\nc\rd\\e\\."), BASE_SLICE("\0\0"));
    out[count++] = thing(5, -1, 2.2250738585072014e-308, BASE_SLICE("\\N"), none);
    out[count++] = thing(6, 1, 35.6892, BASE_SLICE("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xF0\x9F\x97\x9E '\"$1"), all_bytes());
    out[count++] = thing(7, 1, INFINITY, none, BASE_SLICE("x"));
    out[count++] = thing(8, 1, 1.0 / 3, big_text(), big_text());
    return count;
}

static void expect_bytes(struct base_slice actual, const struct database_value *wanted) {
    assert_int_equal(actual.data == NULL, wanted->type == DATABASE_NULL);
    assert_true(base_slice_equal(actual, wanted->bytes));
}

static void expect_thing(struct database_statement *statement, const struct thing *wanted) {
    for (unsigned i = 0; i < 5; i++) {
        assert_int_equal(database_is_null(statement, i), wanted->values[i].type == DATABASE_NULL);
    }
    assert_int_equal(database_column_integer(statement, 0), wanted->values[0].integer);
    assert_int_equal(database_column_integer(statement, 1), wanted->values[1].integer);
    assert_true(database_column_real(statement, 2) <= wanted->values[2].real);
    assert_true(database_column_real(statement, 2) >= wanted->values[2].real);
    for (unsigned twice = 0; twice < 2; twice++) {
        expect_bytes(database_column_text(statement, 3), &wanted->values[3]);
        expect_bytes(database_column_blob(statement, 4), &wanted->values[4]);
    }
}

static void expect_things(struct database *database, enum database_rows rows, const struct thing *things, size_t count) {
    struct database_statement *read = database_prepare(database, rows, "SELECT key, whole, part, words, bytes FROM thing "
                                                                       "WHERE key <= $1 ORDER BY key");
    struct database_value most = database_integer(100);
    database_begin_read(database);
    database_query(read, &most, 1);
    for (size_t i = 0; i < count; i++) {
        assert_true(database_next(read));
        expect_thing(read, &things[i]);
    }
    assert_false(database_next(read));
    assert_int_equal(database_commit(database, NULL), SAYSO_OK);
    database_finalize(read);
}

static void values_come_back(void **state) {
    struct database *database = database_of(state);
    struct thing things[10];
    size_t count = make_things(things);
    make_table(database);
    struct database_statement *add = database_prepare(database, DATABASE_FEW_ROWS,
                                                      "INSERT INTO thing VALUES ($1, $2, $3, $4, $5)");
    for (size_t i = 0; i < count; i++) {
        database_execute(add, things[i].values, 5);
    }
    place_expect_ok(database);
    expect_things(database, DATABASE_FEW_ROWS, things, count);
    expect_things(database, DATABASE_MANY_ROWS, things, count);
}

static void values_come_back_from_a_copy(void **state) {
    struct database *database = database_of(state);
    struct thing things[10];
    size_t count = make_things(things);
    make_table(database);
    struct database_copy *copy = database_copy_open(database, "thing", "key, whole, part, words, bytes", 5);
    database_begin_write(database);
    for (size_t i = 0; i < count; i++) {
        database_copy_row(copy, things[i].values);
    }
    database_copy_flush(copy);
    assert_int_equal(database_number(database, "SELECT count(*) FROM thing"), count);
    assert_int_equal(database_commit(database, NULL), SAYSO_OK);
    database_copy_close(copy);
    expect_things(database, DATABASE_MANY_ROWS, things, count);
}

static void a_nul_in_a_text_becomes_a_space(void **state) {
    struct database *database = database_of(state);
    struct database_value text = database_text((struct base_slice){"a\0b", 3});
    make_table(database);
    struct database_statement *add = database_prepare(database, DATABASE_FEW_ROWS,
                                                      "INSERT INTO thing (key, words) VALUES (1, $1)");
    struct database_statement *read = database_prepare(database, DATABASE_FEW_ROWS,
                                                       "SELECT words FROM thing WHERE words = $1");
    database_execute(add, &text, 1);
    database_query(read, &text, 1);
    assert_true(database_next(read));
    assert_true(base_slice_is(database_column_text(read, 0), "a b"));
    place_expect_ok(database);
}

static void numbers_of_any_type_are_read(void **state) {
    struct database *database = database_of(state);
    make_table(database);
    database_run(database, "INSERT INTO thing (key, whole) VALUES (1, 7), (2, 35)");
    assert_int_equal(database_number(database, "SELECT sum(whole) FROM thing"), 42);
    assert_int_equal(database_number(database, "SELECT 1 < 2"), 1);
    assert_int_equal(database_number(database, "SELECT 1 > 2"), 0);
    assert_int_equal(database_number(database, "SELECT max(key) FROM thing WHERE key > 5"), 0);
    assert_int_equal(database_number(database, "SELECT key FROM thing WHERE key > 5"), 0);
    place_expect_ok(database);
}

/* ---- rows */

enum { MANY = 2500 };

static void fill(struct database *database) {
    make_table(database);
    struct database_copy *things = database_copy_open(database, "thing", "key, words", 2);
    database_begin_write(database);
    for (int64_t i = 1; i <= MANY; i++) {
        struct base_slice words = i % 500 == 0 ? big_text() : BASE_SLICE("short");
        struct database_value values[] = {database_integer(i), database_text(words)};
        database_copy_row(things, values);
    }
    assert_int_equal(database_commit(database, NULL), SAYSO_OK); /* which flushes, too */
    database_copy_close(things);
}

static void other_statements_run_between_many_rows(void **state) {
    struct database *database = database_of(state);
    fill(database);
    struct database_statement *all = database_prepare(database, DATABASE_MANY_ROWS,
                                                      "SELECT key, words FROM thing ORDER BY key");
    struct database_statement *next = database_prepare(database, DATABASE_MANY_ROWS,
                                                       "SELECT key FROM thing WHERE key > $1 ORDER BY key");
    struct database_statement *add = database_prepare(database, DATABASE_FEW_ROWS, "INSERT INTO other VALUES ($1)");
    int64_t seen = 0;
    database_begin_write(database);
    for (database_query(all, NULL, 0); database_next(all); seen++) {
        struct database_value key = database_integer(database_column_integer(all, 0));
        assert_int_equal(key.integer, seen + 1);
        assert_int_equal(database_column_text(all, 1).size, key.integer % 500 == 0 ? big_text().size : 5);
        database_query(next, &key, 1); /* the one before has not come to its end */
        assert_int_equal(database_next(next), seen + 1 < MANY);
        database_execute(add, &key, 1);
    }
    assert_int_equal(seen, MANY);
    assert_int_equal(database_commit(database, NULL), SAYSO_OK);
    assert_int_equal(database_number(database, "SELECT count(*) FROM other"), MANY);
}

static void a_query_may_be_left_and_run_again(void **state) {
    static const enum database_rows rows[] = {DATABASE_FEW_ROWS, DATABASE_MANY_ROWS};
    struct database *database = database_of(state);
    fill(database);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct database_statement *read = database_prepare(database, rows[i], "SELECT key FROM thing ORDER BY key");
        for (unsigned transaction = 0; transaction < 2; transaction++) {
            database_begin_read(database);
            for (unsigned again = 0; again < 2; again++) {
                database_query(read, NULL, 0);
                assert_true(database_next(read) && database_next(read));
                assert_int_equal(database_column_integer(read, 0), 2);
            }
            database_reset(read);
            database_reset(read);
            assert_int_equal(database_commit(database, NULL), SAYSO_OK);
        }
        database_finalize(read);
    }
}

/* ---- errors */

static void an_error_is_kept_until_the_rollback(void **state) {
    struct database *database = database_of(state);
    struct sayso_error error = {.reason = ""};
    make_table(database);
    struct database_statement *count = database_prepare(database, DATABASE_FEW_ROWS, "SELECT count(*) FROM thing");
    database_begin_write(database);
    database_run(database, "INSERT INTO thing (key) VALUES (1)");
    assert_null(database_prepare(database, DATABASE_FEW_ROWS, "SELECT key FROM nowhere"));
    database_run(database, "INSERT INTO thing (key) VALUES (2)");
    database_query(count, NULL, 0);
    assert_false(database_next(count));
    assert_int_equal(database_number(database, "SELECT 1"), 0);
    assert_int_equal(database_commit(database, &error), SAYSO_IO);
    assert_non_null(strstr(error.reason, "nowhere"));
    assert_string_equal(error.input, database_where(database));
    database_rollback(database);
    assert_int_equal(database_status(database, NULL), SAYSO_OK);
    assert_int_equal(database_number(database, "SELECT count(*) FROM thing"), 0);
    database_query(count, NULL, 0);
    assert_true(database_next(count));
}

static void an_error_of_ones_own_is_kept_too(void **state) {
    struct database *database = database_of(state);
    struct sayso_error error = {.reason = ""};
    database_fail(database, SAYSO_BAD_INPUT, "the %s of %d", "first", 2);
    database_run(database, "this is not SQL");
    assert_int_equal(database_status(database, &error), SAYSO_BAD_INPUT);
    assert_string_equal(error.reason, "the first of 2");
    database_rollback(database);
    place_expect_ok(database);
}

static void copy_keys(struct database_copy *copy, int64_t first, int64_t second) {
    struct database_value values[] = {database_integer(first)};
    database_copy_row(copy, values);
    values[0] = database_integer(second);
    database_copy_row(copy, values);
}

static void nothing_of_a_copy_that_failed_is_left(void **state) {
    struct database *database = database_of(state);
    make_table(database);
    struct database_copy *things = database_copy_open(database, "thing", "key", 1);
    struct database_copy *others = database_copy_open(database, "other", "thing", 1);
    database_begin_write(database);
    copy_keys(things, 1, 2);
    copy_keys(others, 1, 2);
    copy_keys(things, 3, 3);
    database_copy_flush(things);
    assert_int_equal(database_commit(database, NULL), SAYSO_IO);
    database_rollback(database);
    database_begin_write(database);
    copy_keys(things, 3, 4);
    assert_int_equal(database_commit(database, NULL), SAYSO_OK);
    assert_int_equal(database_number(database, "SELECT count(*) FROM thing"), 2);
    assert_int_equal(database_number(database, "SELECT count(*) FROM other"), 0);
    database_copy_close(others);
    database_copy_close(things);
}

static void a_cursor_ends_with_its_transaction(void **state) {
    struct database *database = database_of(state);
    fill(database);
    struct database_statement *read = database_prepare(database, DATABASE_MANY_ROWS, "SELECT key FROM thing ORDER BY key");
    database_begin_read(database);
    database_query(read, NULL, 0);
    assert_true(database_next(read));
    database_rollback(database);
    database_reset(read);
    database_begin_read(database);
    database_query(read, NULL, 0);
    assert_true(database_next(read));
    assert_int_equal(database_column_integer(read, 0), 1);
    database_reset(read);
    assert_int_equal(database_commit(database, NULL), SAYSO_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_PLACE(values_come_back),
        IN_PLACE(values_come_back_from_a_copy),
        IN_PLACE(a_nul_in_a_text_becomes_a_space),
        IN_PLACE(numbers_of_any_type_are_read),
        IN_PLACE(other_statements_run_between_many_rows),
        IN_PLACE(a_query_may_be_left_and_run_again),
        IN_PLACE(an_error_is_kept_until_the_rollback),
        IN_PLACE(an_error_of_ones_own_is_kept_too),
        IN_PLACE(nothing_of_a_copy_that_failed_is_left),
        IN_PLACE(a_cursor_ends_with_its_transaction),
    };
    return cmocka_run_group_tests_name("database", tests, NULL, NULL);
}
