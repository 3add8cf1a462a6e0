/* What several test programs need: the built model, and bodies that run inside an arena. */
#ifndef TESTS_FIXTURE_H
#define TESTS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <stddef.h>

#include <cmocka.h>

#include "document/document.h"
#include "document/tree.h"
#include "model/model.h"

/* Runs body(arena) in a fresh arena and fails the test when memory runs out. */
static inline void fixture_in_arena(void (*body)(void *arena)) {
    struct base_arena *arena = base_arena_new();
    assert_non_null(arena);
    assert_true(base_arena_run(arena, body, arena));
    base_arena_free(arena);
}

/* The model of this build, named by the environment that meson sets. Call inside an arena. */
static inline const struct model *fixture_model(struct base_arena *arena) {
    const struct model *model = NULL;
    struct sayso_error error = {0};
    const char *path = getenv("SAYSO_MODEL");
    if (!path || model_open(arena, path, NULL, 0, &model, &error) != SAYSO_OK) {
        fail_msg("SAYSO_MODEL: %s", error.reason);
    }
    return model;
}

/* Makes a cmocka test test_NAME of a body NAME(arena). */
#define IN_ARENA(name)                                                                                                 \
    static void test_##name(void **state) {                                                                            \
        (void)state;                                                                                                   \
        fixture_in_arena(name);                                                                                        \
    }

#endif
