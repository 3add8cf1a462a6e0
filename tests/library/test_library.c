/* Streams, detection, walks, ids and the pool. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "base/hash.h"
#include "base/pool.h"
#include "library/detect.h"
#include "library/ids.h"
#include "library/stream.h"
#include "library/walk.h"

/* ---- streams */

static size_t pack_gzip(struct base_slice bytes, char *out, size_t size) {
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (unsigned char *)(size_t)bytes.data;
    z.avail_in = (uInt)bytes.size;
    z.next_out = (unsigned char *)out;
    z.avail_out = (uInt)size;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    deflateEnd(&z);
    return size - z.avail_out;
}

static void expect_stream(struct base_slice bytes, struct base_slice wanted, enum sayso_status status) {
    struct sayso_error error = {.reason = ""};
    struct library_stream *stream = library_stream_of(bytes, &error);
    struct base_slice got = library_stream_ahead(stream, SIZE_MAX / 8);
    assert_int_equal(library_stream_status(stream, &error), status);
    if (status == SAYSO_OK) {
        assert_int_equal(got.size, wanted.size);
        assert_memory_equal(got.data, wanted.data, wanted.size);
    }
    library_stream_close(stream);
}

static void streams_unwrap_members_and_frames(void **state) {
    (void)state;
    char packed[400];
    struct base_slice one = BASE_SLICE("one "), two = BASE_SLICE("two");
    expect_stream(BASE_SLICE("plain"), BASE_SLICE("plain"), SAYSO_OK);
    expect_stream(BASE_SLICE(""), BASE_SLICE(""), SAYSO_OK);
    size_t size = pack_gzip(one, packed, sizeof packed);
    size += pack_gzip(two, packed + size, sizeof packed - size);
    expect_stream((struct base_slice){packed, size}, BASE_SLICE("one two"), SAYSO_OK);
    expect_stream((struct base_slice){packed, size - 1}, two, SAYSO_BAD_INPUT);
    size = ZSTD_compress(packed, sizeof packed, one.data, one.size, 3);
    size += ZSTD_compress(packed + size, sizeof packed - size, two.data, two.size, 3);
    expect_stream((struct base_slice){packed, size}, BASE_SLICE("one two"), SAYSO_OK);
    expect_stream((struct base_slice){packed, size - 1}, two, SAYSO_BAD_INPUT);
}

static void streams_keep_count(void **state) {
    (void)state;
    struct sayso_error error;
    struct library_stream *stream = library_stream_of(BASE_SLICE("abcdef"), &error);
    assert_memory_equal(library_stream_ahead(stream, 2).data, "abcdef", 6);
    library_stream_skip(stream, 4);
    assert_int_equal(library_stream_offset(stream), 4);
    assert_memory_equal(library_stream_ahead(stream, 2).data, "ef", 2);
    library_stream_close(stream);
}

/* ---- detection */

static enum sayso_input detect(const char *text) {
    struct sayso_error error;
    struct library_stream *stream = library_stream_of(base_slice_of(text), &error);
    enum sayso_input input = library_detect(stream, 1000);
    library_stream_close(stream);
    return input;
}

static void bytes_say_what_they_are(void **state) {
    (void)state;
    assert_int_equal(detect("WARC/1.0\r\n"), SAYSO_INPUT_WARC);
    assert_int_equal(detect("{\"text\": \"a\"}\n{\"text\": \"b\"}\n"), SAYSO_INPUT_JSONL);
    assert_int_equal(detect("\xEF\xBB\xBF{\"text\": \"a\"}"), SAYSO_INPUT_JSONL);
    assert_int_equal(detect("{\n  \"text\": \"a\"\n}"), SAYSO_INPUT_PAGE);
    assert_int_equal(detect("[1]\n"), SAYSO_INPUT_PAGE);
    assert_int_equal(detect("{braces} in prose\n"), SAYSO_INPUT_PAGE);
    assert_int_equal(detect("<html>"), SAYSO_INPUT_PAGE);
    assert_int_equal(detect(""), SAYSO_INPUT_PAGE);
}

static void images_are_no_text(void **state) {
    (void)state;
    assert_false(library_is_text((struct base_slice){"\x89PNG\r\n\x1A\n", 8}));
    assert_false(library_is_text((struct base_slice){"\0\1\2\3\0\1\2\3\0\0\0\0", 12}));
    assert_true(library_is_text(BASE_SLICE("plain text, with a \1 stray control in it")));
    assert_true(library_is_text((struct base_slice){"\xFF\xFEh\0i\0", 6}));
    assert_true(library_is_text((struct base_slice){"<\0h\0t\0m\0l\0>\0", 12}));
    assert_true(library_is_text(BASE_SLICE("")));
}

static void lines_have_a_limit(void **state) {
    (void)state;
    char text[20000];
    bool whole;
    struct sayso_error error;
    memset(text, 'a', sizeof text);
    text[9999] = '\n';
    struct library_stream *stream = library_stream_of((struct base_slice){text, sizeof text}, &error);
    assert_int_equal(library_line_ahead(stream, 10000, &whole).size, 10000);
    assert_true(whole);
    library_line_ahead(stream, 9999, &whole);
    assert_false(whole);
    library_stream_close(stream);
}

/* ---- walks */

static void touch(const char *folder, const char *name) {
    char path[400];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
}

static void folders_are_walked_in_byte_order(void **state) {
    (void)state;
    char folder[] = "/tmp/sayso-test-XXXXXX", inner[300];
    assert_non_null(mkdtemp(folder));
    snprintf(inner, sizeof inner, "%s/b", folder);
    assert_int_equal(mkdir(inner, 0700), 0);
    touch(folder, "c");
    touch(folder, "a");
    touch(folder, ".hidden");
    touch(inner, "z");
    static const char *const wanted[] = {"a", "b/z", "c"};
    const char *paths[] = {folder}, *path;
    struct library_walk *walk = library_walk_new(paths, 1);
    struct sayso_error error;
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(library_walk_next(walk, &path, &error), SAYSO_OK);
        assert_string_equal(path + sizeof folder, wanted[i]);
    }
    assert_int_equal(library_walk_next(walk, &path, &error), SAYSO_OK);
    assert_null(path);
    library_walk_free(walk);
    char command[300];
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

/* ---- ids */

static void ids_are_known_again(void **state) {
    (void)state;
    struct library_ids ids = {0};
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 3000; i++) {
            char name[20], hash[65];
            int size = snprintf(name, sizeof name, "document-%d", i);
            base_sha256_hex((struct base_slice){name, (size_t)size}, hash);
            assert_int_equal(library_ids_add(&ids, hash), round ? LIBRARY_ID_SEEN : LIBRARY_ID_NEW);
        }
    }
    library_ids_free(&ids);
}

/* ---- the pool */

struct squares {
    int done[1000], finished;
};

static void square(void *context, void *item, unsigned worker) {
    (void)context;
    (void)worker;
    int *number = item;
    for (volatile int i = 0; i < *number % 7 * 1000; i++) {
    }
    *number *= *number;
}

static void keep(void *context, void *item) {
    struct squares *squares = context;
    squares->done[squares->finished++] = *(int *)item;
}

static void pool_finishes_in_order(void **state) {
    (void)state;
    for (unsigned threads = 1; threads < 9; threads += 3) {
        struct squares squares = {{0}, 0};
        int numbers[1000];
        struct base_pool_calls calls = {square, keep, &squares};
        struct base_pool *pool = base_pool_new(threads, 50, &calls);
        for (int i = 0; i < 1000; i++) {
            numbers[i] = i;
            base_pool_submit(pool, &numbers[i], 10);
            if (i == 500) {
                base_pool_drain(pool);
                assert_int_equal(squares.finished, 501);
            }
        }
        base_pool_free(pool);
        assert_int_equal(squares.finished, 1000);
        for (int i = 0; i < 1000; i++) {
            assert_int_equal(squares.done[i], i * i);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(streams_unwrap_members_and_frames),
        cmocka_unit_test(streams_keep_count),
        cmocka_unit_test(bytes_say_what_they_are),
        cmocka_unit_test(images_are_no_text),
        cmocka_unit_test(lines_have_a_limit),
        cmocka_unit_test(folders_are_walked_in_byte_order),
        cmocka_unit_test(ids_are_known_again),
        cmocka_unit_test(pool_finishes_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
