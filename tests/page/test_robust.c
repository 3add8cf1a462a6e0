/* Anything may come in, and its cost is linear. */
#include "read.h"

#include <stdio.h>
#include <time.h>

static const char paragraph[] =
    "<p>The council met on Monday and decided that the bridge will be closed for a year, its speaker said.</p>";

/* `count` times `piece`, between a start and the paragraph with an end. */
static struct base_slice repeat(struct base_arena *arena, const char *piece, size_t count, const char *end) {
    size_t size = strlen(piece), used = 0;
    char *out = base_arena_take(arena, size * count + strlen(end) * count + sizeof paragraph + 16);
    used += (size_t)sprintf(out, "<html><body>");
    for (size_t i = 0; i < count; i++, used += size) {
        memcpy(out + used, piece, size);
    }
    memcpy(out + used, paragraph, sizeof paragraph - 1);
    used += sizeof paragraph - 1;
    for (size_t i = 0; i < count; i++, used += strlen(end)) {
        memcpy(out + used, end, strlen(end));
    }
    return (struct base_slice){out, used};
}

static void deep_nesting(void *arena) {
    static const char *const pieces[][2] = {
        {"<div>", "</div>"}, {"<b>", "</i>"}, {"<table><tr><td>", "</span>"}, {"<ul><li>", ""}};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        clock_t start = clock();
        struct document *d = read_bytes(arena, repeat(arena, pieces[i][0], 200000, pieces[i][1]), NULL);
        assert_true(has(d->text, "The council met"));
        assert_true(clock() - start < 20 * CLOCKS_PER_SEC); /* quadratic cost would take hours */
    }
}

static void many_attributes(void *arena) {
    char *out = base_arena_take(arena, 4000000);
    size_t used = (size_t)sprintf(out, "<html><body><div ");
    for (int i = 0; i < 200000; i++) {
        used += (size_t)sprintf(out + used, "a%d=1 ", i);
    }
    used += (size_t)sprintf(out + used, ">%s", paragraph);
    struct document *d = read_bytes(arena, (struct base_slice){out, used}, NULL);
    assert_true(has(d->text, "The council met"));
}

static void siblings_of_one_class(void *arena) {
    struct document *d = read_bytes(arena, repeat(arena, "<div class=k><p>Words.</p></div>", 100000, ""), NULL);
    assert_true(has(d->text, "The council met"));
}

static void nul_bytes(void *arena) {
    static const char bytes[] =
        "<html><body><p>The coun\0cil met on Monday and decided that the bridge will be closed.</p>\0<p>Nobody "
        "voted against the plan of the mayor.</p></body></html>";
    struct document *d = read_bytes(arena, (struct base_slice){bytes, sizeof bytes - 1}, NULL);
    assert_true(has(d->text, "The council met on Monday"));
    assert_true(has(d->text, "Nobody voted"));
    assert_int_equal(d->mended, 2);
}

static void all_bytes(void *arena) {
    char *bytes = base_arena_take(arena, 1 << 16);
    uint32_t seed = 7;
    for (size_t i = 0; i < 1 << 16; i++) {
        seed = seed * 1664525u + 1013904223u;
        bytes[i] = (char)(seed >> 24);
    }
    read_bytes(arena, (struct base_slice){bytes, 1 << 16}, NULL);
    read_bytes(arena, (struct base_slice){bytes, 1 << 16}, "utf-16");
    memcpy(bytes, "<html>", 6);
    read_bytes(arena, (struct base_slice){bytes, 1 << 16}, "koi8-r");
}

static void cut_anywhere(void *arena) {
    static const char html[] =
        "<!doctype html><html lang=en><head><title>A &amp; B</title><script type=application/ld+json>{\"@type\":"
        "\"NewsArticle\",\"headline\":\"A\"}</script></head><body><!-- c --><article><h1>A &amp; B</h1><p class='x "
        "y'>The council met on Monday, its sp\xC3\xB6kesman said.</p></article></body></html>";
    for (size_t size = 0; size < sizeof html; size++) {
        read_bytes(arena, (struct base_slice){html, size}, NULL);
    }
}

struct attempt {
    struct base_arena *arena;
    const struct page *page;
};

static void attempt(void *context) {
    struct attempt *a = context;
    struct document *d = document_new(a->arena);
    struct page_input input = {
        .bytes = BASE_SLICE("<html><head><title>A title</title></head><body><p>The council met on Monday and "
                            "decided that the bridge will be closed.</p></body></html>")};
    struct sayso_error error;
    page_read(a->page, &input, d, &error);
}

static void no_memory(void *arena) {
    struct attempt a = {base_arena_new(), open_page(arena)};
    bool ran = false;
    for (size_t n = 1; !ran; n++) {
        base_arena_clear(a.arena);
        base_arena_fail_after(n);
        ran = base_arena_run(a.arena, attempt, &a);
        base_arena_fail_after(0);
    }
    base_arena_free(a.arena);
}

IN_ARENA(deep_nesting)
IN_ARENA(many_attributes)
IN_ARENA(siblings_of_one_class)
IN_ARENA(nul_bytes)
IN_ARENA(all_bytes)
IN_ARENA(cut_anywhere)
IN_ARENA(no_memory)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_deep_nesting),
        cmocka_unit_test(test_many_attributes),
        cmocka_unit_test(test_siblings_of_one_class),
        cmocka_unit_test(test_nul_bytes),
        cmocka_unit_test(test_all_bytes),
        cmocka_unit_test(test_cut_anywhere),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
