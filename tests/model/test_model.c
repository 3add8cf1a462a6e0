/* A model file is used only when all of it is as it should be. */
#include "fixture.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_file(const char *path, const void *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

/* A file of one chunk "a" with the bytes "hello", its XXH3 9555e8555c62dcfd. */
static size_t small_file(unsigned char out[256]) {
    memset(out, 0, 256);
    memcpy(out, "SAYSOMDL\1\0\0\0\1\0\0\0", 16);
    out[16] = 'a';
    out[16 + 40] = 128;
    out[16 + 48] = 5;
    memcpy(out + 16 + 56, "\xfd\xdc\x62\x5c\x55\xe8\x55\x95", 8);
    memcpy(out + 128, "hello", 5);
    return 133;
}

static enum sayso_status open_bytes(struct base_arena *arena, const void *bytes, size_t size,
                                    const struct model **model, struct sayso_error *error) {
    char path[] = "/tmp/sayso-test-XXXXXX";
    close(mkstemp(path));
    write_file(path, bytes, size);
    enum sayso_status status = model_open(arena, path, NULL, 0, model, error);
    unlink(path);
    return status;
}

static void a_whole_file(void *arena) {
    unsigned char bytes[256];
    const struct model *model;
    struct sayso_error error;
    assert_int_equal(open_bytes(arena, bytes, small_file(bytes), &model, &error), SAYSO_OK);
    assert_int_equal(model_count(model), 1);
    assert_true(base_slice_is(model_part(model, "a")->bytes, "hello"));
    assert_null(model_part(model, "b"));
}

static void every_cut(void *arena) {
    unsigned char bytes[256];
    const struct model *model;
    struct sayso_error error;
    size_t size = small_file(bytes);
    for (size_t cut = 0; cut < size; cut++) {
        assert_int_equal(open_bytes(arena, bytes, cut, &model, &error), SAYSO_BAD_MODEL);
        assert_true(strlen(error.reason) > 0);
    }
}

static void every_changed_byte_that_counts(void *arena) {
    unsigned char bytes[256];
    const struct model *model;
    struct sayso_error error;
    size_t size = small_file(bytes);
    for (size_t at = 0; at < size; at++) {
        bool counts = at < 16 || (at >= 56 && at < 80) || at >= 128; /* header, offset, size, checksum, contents */
        bytes[at] ^= 0x41;
        enum sayso_status status = open_bytes(arena, bytes, size, &model, &error);
        if (counts) {
            assert_int_equal(status, SAYSO_BAD_MODEL);
        }
        bytes[at] ^= 0x41;
    }
}

static void other_files(void *arena) {
    const struct model *model;
    struct sayso_error error = {0};
    assert_int_equal(model_open(arena, "/nonexistent/model", NULL, 0, &model, &error), SAYSO_IO);
    assert_string_equal(error.input, "/nonexistent/model");
    assert_int_equal(model_open(arena, "/tmp", NULL, 0, &model, &error), SAYSO_IO);
    unsigned char bytes[256];
    size_t size = small_file(bytes);
    bytes[8] = 9;
    assert_int_equal(open_bytes(arena, bytes, size, &model, &error), SAYSO_BAD_MODEL);
    assert_non_null(strstr(error.reason, "version 9"));
}

static void dictionaries_lie_over_it(void *arena) {
    unsigned char bytes[256];
    const struct model *model;
    struct sayso_error error;
    char folder[] = "/tmp/sayso-test-XXXXXX", file[64], path[] = "/tmp/sayso-test-XXXXXX";
    char petrarch[64], theirs[96], verbs[96];
    assert_non_null(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/mine.actors", folder);
    snprintf(petrarch, sizeof petrarch, "%s/petrarch", folder);
    snprintf(theirs, sizeof theirs, "%s/Phoenix.some.actors", petrarch);
    snprintf(verbs, sizeof verbs, "%s/verbs.csv", petrarch);
    write_file(file, "x", 1);
    mkdir(petrarch, 0700);
    write_file(theirs, "y", 1);
    write_file(verbs, "z", 1);
    close(mkstemp(path));
    write_file(path, bytes, small_file(bytes));
    const char *folders[] = {folder};
    assert_int_equal(model_open(arena, path, folders, 1, &model, &error), SAYSO_OK);
    size_t index = 0;
    const struct model_part *part = model_next(model, ".actors", &index);
    assert_non_null(part);
    assert_true(part->layer && base_slice_is(part->bytes, "x"));
    assert_null(model_next(model, ".actors", &index));
    part = model_at(model, model_count(model) - 1); /* behind the overlay's own */
    assert_true(part->layer && part->petrarch && base_slice_is(part->bytes, "y"));
    assert_true(model_at(model, model_count(model) - 2)->layer && !model_at(model, model_count(model) - 2)->petrarch);
    unlink(theirs);
    unlink(verbs);
    rmdir(petrarch);
    unlink(file);
    rmdir(folder);
    assert_int_equal(model_open(arena, path, folders, 1, &model, &error), SAYSO_IO);
    unlink(path);
}

static void a_matrix(void *arena) {
    struct model_matrix matrix;
    struct sayso_error error = {0};
    const struct model *model = fixture_model(arena);
    assert_int_equal(model_get_matrix(model, "syntax/words", 0, 0, &matrix, &error), SAYSO_OK);
    assert_non_null(matrix.bytes);
    assert_int_equal(model_get_matrix(model, "syntax/words", 1, 0, &matrix, &error), SAYSO_BAD_MODEL);
    assert_int_equal(model_get_matrix(model, "syntax/tags.upos", 0, 0, &matrix, &error), SAYSO_BAD_MODEL);
    assert_int_equal(model_get_matrix(model, "no such part", 0, 0, &matrix, &error), SAYSO_BAD_MODEL);
}


IN_ARENA(a_whole_file)
IN_ARENA(every_cut)
IN_ARENA(every_changed_byte_that_counts)
IN_ARENA(other_files)
IN_ARENA(dictionaries_lie_over_it)
IN_ARENA(a_matrix)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_whole_file),      cmocka_unit_test(test_every_cut),
        cmocka_unit_test(test_every_changed_byte_that_counts), cmocka_unit_test(test_other_files),
        cmocka_unit_test(test_dictionaries_lie_over_it), cmocka_unit_test(test_a_matrix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
