/* What the library writes, in memory, and files of dictionaries for it. */
#ifndef TESTS_LIBRARY_OUTPUT_H
#define TESTS_LIBRARY_OUTPUT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sayso.h"

struct output {
    char bytes[20000];
    size_t size;
    struct sayso_checks checks; /* for sayso_language_check() */
};

static inline bool output_collect(void *context, const char *bytes, size_t size) {
    struct output *output = context;
    assert_true(output->size + size < sizeof output->bytes);
    memcpy(output->bytes + output->size, bytes, size);
    output->size += size;
    output->bytes[output->size] = 0;
    return true;
}

static inline void output_write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

#endif
