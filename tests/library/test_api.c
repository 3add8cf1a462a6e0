/* The library as other programs see it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include <string.h>

#include "base/arena.h"
#include "library/item.h"
#include "sayso.h"

static const char TEXT[] = "The minister denied on Tuesday that the army had attacked the village.";
static sayso_language *language;

struct seen {
    size_t bytes, calls, reports;
    char last[2000];
    char reason[512];
    bool stop;
};

static bool write_seen(void *context, const char *bytes, size_t size) {
    struct seen *seen = context;
    seen->bytes += size;
    seen->calls++;
    size = size < sizeof seen->last - 1 ? size : sizeof seen->last - 1;
    memcpy(seen->last, bytes, size);
    seen->last[size] = 0;
    return !seen->stop;
}

static void report_seen(void *context, const struct sayso_error *error) {
    struct seen *seen = context;
    seen->reports++;
    memcpy(seen->reason, error->reason, sizeof seen->reason);
}

static enum sayso_status run(struct sayso_options options, const char *text, struct seen *seen,
                             struct sayso_counts *counts) {
    struct sayso_callbacks callbacks = {.write = write_seen, .report = report_seen, .context = seen};
    struct sayso_error error = {.reason = ""};
    return sayso_run_bytes(language, &options, "memory", text, strlen(text), &callbacks, counts, &error);
}

static void bytes_in_memory_are_coded(void **state) {
    (void)state;
    struct seen seen = {0};
    struct sayso_counts counts;
    struct sayso_options options = {.task = SAYSO_CLAIMS, .input = SAYSO_INPUT_TEXT, .format = SAYSO_JSONL};
    assert_int_equal(run(options, TEXT, &seen, &counts), SAYSO_OK);
    assert_int_equal(counts.documents, 1);
    assert_non_null(strstr(seen.last, "\"stance\":\"denies\""));
}

static void callbacks_can_stop(void **state) {
    (void)state;
    struct seen seen = {.stop = true};
    struct sayso_counts counts;
    struct sayso_options options = {.task = SAYSO_READ, .input = SAYSO_INPUT_JSONL, .format = SAYSO_JSONL, .jobs = 3};
    const char *lines = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n{\"text\":\"d\"}\n";
    assert_int_equal(run(options, lines, &seen, &counts), SAYSO_STOPPED);
    assert_int_equal(seen.calls, 1);
}

static void failures_are_reported_and_the_rest_goes_on(void **state) {
    (void)state;
    struct seen seen = {0};
    struct sayso_counts counts;
    struct sayso_options options = {.task = SAYSO_READ, .input = SAYSO_INPUT_JSONL, .format = SAYSO_JSONL};
    assert_int_equal(run(options, "{\"text\":\"a\"}\n{\n{\"text\":\"c\"}\n", &seen, &counts), SAYSO_OK);
    assert_int_equal(counts.documents, 2);
    assert_int_equal(counts.failed, 1);
    assert_int_equal(seen.reports, 1);
}

static void options_are_checked(void **state) {
    (void)state;
    static const struct sayso_options wrong[] = {
        {.task = SAYSO_CODE, .format = SAYSO_CONLLU},
        {.task = SAYSO_READ, .format = SAYSO_JSONL, .input = SAYSO_INPUT_CONLLU},
        {.task = SAYSO_READ, .format = SAYSO_CSV, .all = true},
        {.task = SAYSO_READ, .format = SAYSO_JSONL, .date = "2020-02-30"},
        {.task = SAYSO_READ, .format = SAYSO_JSONL, .date = "2020-02-03T10:00"},
        {.task = SAYSO_READ, .format = SAYSO_JSONL, .max_document = SIZE_MAX},
        {.task = SAYSO_EXPLAIN, .format = SAYSO_JSONL},
        {.task = SAYSO_CODE, .format = SAYSO_JSONL, .has_at = true},
        {.task = (enum sayso_task)99, .format = SAYSO_JSONL}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct seen seen = {0};
        struct sayso_counts counts;
        assert_int_equal(run(wrong[i], TEXT, &seen, &counts), SAYSO_BAD_USAGE);
        assert_int_equal(seen.bytes, 0);
    }
}

static void models_that_are_none_are_refused(void **state) {
    (void)state;
    sayso_language *none;
    struct sayso_error error = {.reason = ""};
    assert_int_equal(sayso_language_open("/nowhere/en.sayso", NULL, 0, &none, &error), SAYSO_IO);
    assert_null(none);
    assert_string_equal(error.input, "/nowhere/en.sayso");
    assert_int_equal(sayso_language_open("/dev/null", NULL, 0, &none, &error), SAYSO_IO);
}

static struct library_item *new_item(void) {
    struct library_item *item = calloc(1, sizeof *item);
    item->kind = LIBRARY_TEXT;
    item->payload = strdup(TEXT);
    item->size = strlen(TEXT);
    item->path = strdup("memory");
    item->url = strdup("");
    item->charset = strdup("");
    return item;
}

/* Whichever allocation of a document fails, the document is an error, and the next one is coded as ever. */
static void no_memory_is_an_error_of_one_document(void **state) {
    (void)state;
    struct sayso_options options = {.task = SAYSO_CODE, .format = SAYSO_JSONL, .all = true};
    enum sayso_status status = SAYSO_NO_MEMORY;
    size_t failures = 0;
    for (size_t n = 1; status == SAYSO_NO_MEMORY && n < 1000; n++) {
        struct base_arena *arena = base_arena_new();
        struct library_item *item = new_item();
        base_arena_fail_after(n);
        library_code_item(language, &options, NULL, arena, item);
        base_arena_fail_after(0);
        status = item->status;
        failures += status == SAYSO_NO_MEMORY;
        if (status == SAYSO_NO_MEMORY) {
            assert_int_equal(item->out.size, 0);
            library_code_item(language, &options, NULL, arena, item);
            assert_int_equal(item->status, SAYSO_OK);
            assert_true(item->out.size > 0);
        }
        library_free_item(item);
        base_arena_free(arena);
    }
    assert_int_equal(status, SAYSO_OK);
    assert_true(failures > 0);
}

static void descriptions_name_the_parts(void **state) {
    (void)state;
    struct seen seen = {0};
    assert_int_equal(sayso_language_describe(language, write_seen, &seen), SAYSO_OK);
    assert_true(seen.calls > 5);
    assert_true(strlen(sayso_version()) > 0);
}

static int open_language(void **state) {
    (void)state;
    struct sayso_error error = {.reason = ""};
    return sayso_language_open(getenv("SAYSO_MODEL"), NULL, 0, &language, &error) == SAYSO_OK ? 0 : 1;
}

static int close_language(void **state) {
    (void)state;
    sayso_language_close(language);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_in_memory_are_coded),
        cmocka_unit_test(callbacks_can_stop),
        cmocka_unit_test(failures_are_reported_and_the_rest_goes_on),
        cmocka_unit_test(options_are_checked),
        cmocka_unit_test(models_that_are_none_are_refused),
        cmocka_unit_test(no_memory_is_an_error_of_one_document),
        cmocka_unit_test(descriptions_name_the_parts),
    };
    return cmocka_run_group_tests(tests, open_language, close_language);
}
