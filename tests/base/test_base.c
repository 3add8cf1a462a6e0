/* The small things that all rooms stand on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vector.h"
#include "document/document.h"

static void fill(void *context) {
    struct base_arena *arena = context;
    BASE_VECTOR(int) numbers = {0};
    struct base_map map = {0};
    for (int i = 0; i < 1000; i++) {
        BASE_PUSH(arena, &numbers, i);
        base_map_set(&map, arena, base_arena_format(arena, "key%d", i), (uint32_t)i);
    }
    assert_int_equal(numbers.items[999], 999);
    assert_int_equal(base_map_get(&map, BASE_SLICE("key777")), 777);
    assert_int_equal(base_map_get(&map, BASE_SLICE("key1000")), BASE_MAP_NONE);
}

static void arena_outlives_no_memory(void **state) {
    (void)state;
    struct base_arena *arena = base_arena_new();
    assert_true(base_arena_run(arena, fill, arena));
    base_arena_clear(arena);
    base_arena_free(arena);
    for (size_t n = 1; n < 3; n++) {
        arena = base_arena_new();
        base_arena_fail_after(n);
        bool ran = base_arena_run(arena, fill, arena);
        base_arena_fail_after(0);
        assert_int_equal(ran, n > 1);
        base_arena_free(arena);
    }
}

static void count_close(void *what) {
    ++*(int *)what;
}

static void defer_twice(void *context) {
    void **both = context;
    base_arena_defer(both[0], count_close, both[1]);
    base_arena_defer(both[0], count_close, both[1]);
}

static void clearing_runs_what_was_deferred(void **state) {
    (void)state;
    int closed = 0;
    struct base_arena *arena = base_arena_new();
    void *both[] = {arena, &closed};
    assert_true(base_arena_run(arena, defer_twice, both));
    base_arena_clear(arena);
    assert_int_equal(closed, 2);
    base_arena_free(arena);
    assert_int_equal(closed, 2);
}

static void mend(void *context) {
    size_t mended = 0;
    struct base_slice out = base_utf8_mend(context, BASE_SLICE("a\xFFz\xE2\x82|\xEF\xBF\xBD"), &mended);
    assert_int_equal(mended, 2);
    assert_true(base_slice_is(out, "a\xEF\xBF\xBDz\xEF\xBF\xBD|\xEF\xBF\xBD"));
}

static void utf8_is_mended_as_browsers_do(void **state) {
    (void)state;
    assert_true(base_utf8_valid(BASE_SLICE("\xD7\xA9 \xF0\x9F\x98\x80")));
    assert_false(base_utf8_valid(BASE_SLICE("\xC0\x80")));      /* overlong */
    assert_false(base_utf8_valid(BASE_SLICE("\xED\xA0\x80")));  /* surrogate */
    assert_int_equal(base_lower(0x416), 0x436);
    struct base_arena *arena = base_arena_new();
    assert_true(base_arena_run(arena, mend, arena));
    base_arena_free(arena);
}

static void sha256_of_fips_examples(void **state) {
    (void)state;
    char hex[65];
    base_sha256_hex(BASE_SLICE("abc"), hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    base_sha256_hex(BASE_SLICE("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), hex);
    assert_string_equal(hex, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void joined_items_are_found_whole(void **state) {
    (void)state;
    struct base_slice joined = BASE_SLICE("GOV;MIL;REB");
    assert_true(base_slice_joined_has(joined, ';', BASE_SLICE("GOV")));
    assert_true(base_slice_joined_has(joined, ';', BASE_SLICE("REB")));
    assert_false(base_slice_joined_has(joined, ';', BASE_SLICE("MI")));
    assert_false(base_slice_joined_has(joined, ';', BASE_SLICE("")));
    assert_false(base_slice_joined_has(BASE_SLICE(""), ';', BASE_SLICE("GOV")));
}

static void days_go_there_and_back(void **state) {
    (void)state;
    assert_int_equal(document_day_of(1970, 1, 1), 0);
    for (int32_t day = -200000; day < 200000; day += 13) {
        int y, m, d;
        document_day_split(day, &y, &m, &d);
        assert_int_equal(document_day_of(y, m, d), day);
    }
    int32_t day;
    assert_true(document_parse_day(BASE_SLICE("2015-09-15T13:32"), &day));
    assert_int_equal(day, 16693);
    assert_false(document_parse_day(BASE_SLICE("2015-02-30"), &day));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_outlives_no_memory),     cmocka_unit_test(clearing_runs_what_was_deferred),
        cmocka_unit_test(utf8_is_mended_as_browsers_do), cmocka_unit_test(sha256_of_fips_examples),
        cmocka_unit_test(joined_items_are_found_whole),
        cmocka_unit_test(days_go_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
