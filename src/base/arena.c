#include "base/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { FIRST_BLOCK = 256 * 1024, LARGEST_STEP = 16 * 1024 * 1024 };

struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) char bytes[];
};

struct deferred {
    struct deferred *next;
    void (*close)(void *);
    void *what;
};

struct base_arena {
    struct block *blocks; /* the one in use first */
    struct deferred *deferred;
    size_t held;
    bool running;
    jmp_buf escape;
};

static size_t fail_after;

void base_arena_fail_after(size_t n) {
    fail_after = n;
}

/* Large blocks ask for large pages: the tables of a model are written all over, and a fault for each small page was a
 * third of the time that opening it takes. */
enum { LARGE_PAGE = 2 * 1024 * 1024 };

static void *allocate(size_t size) {
    if (fail_after && --fail_after == 0) {
        return NULL;
    }
    void *block = NULL;
    if (size < 2 * LARGE_PAGE || posix_memalign(&block, LARGE_PAGE, size) != 0) {
        return malloc(size);
    }
    madvise(block, size, MADV_HUGEPAGE); /* a wish: without it all works as well */
    return block;
}

struct base_arena *base_arena_new(void) {
    return calloc(1, sizeof(struct base_arena));
}

static void free_blocks(struct base_arena *arena, struct block *from) {
    while (from) {
        struct block *next = from->next;
        arena->held -= from->size;
        free(from);
        from = next;
    }
}

void base_arena_clear(struct base_arena *arena) {
    while (arena->deferred) {
        struct deferred *d = arena->deferred;
        arena->deferred = d->next;
        d->close(d->what);
    }
    struct block *keep = arena->blocks;
    if (!keep) {
        return;
    }
    free_blocks(arena, keep->next);
    keep->next = NULL;
    if (keep->size > LARGEST_STEP) {
        free_blocks(arena, keep);
        arena->blocks = NULL;
    } else {
        keep->used = 0;
    }
}

void base_arena_free(struct base_arena *arena) {
    if (arena) {
        base_arena_clear(arena);
        free_blocks(arena, arena->blocks);
        free(arena);
    }
}

bool base_arena_run(struct base_arena *arena, void (*body)(void *context), void *context) {
    if (setjmp(arena->escape)) {
        arena->running = false;
        return false;
    }
    arena->running = true;
    body(context);
    arena->running = false;
    return true;
}

_Noreturn void base_arena_fail(struct base_arena *arena) {
    if (!arena->running) {
        abort(); /* a mistake in our own code: memory taken outside base_arena_run() */
    }
    longjmp(arena->escape, 1);
}

static struct block *add_block(struct base_arena *arena, size_t size) {
    size_t step = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
    step = step > LARGEST_STEP ? LARGEST_STEP : step;
    step = step < size ? size : step;
    struct block *block = step > SIZE_MAX - sizeof *block ? NULL : allocate(sizeof *block + step);
    if (!block) {
        base_arena_fail(arena);
    }
    *block = (struct block){.next = arena->blocks, .size = step};
    arena->blocks = block;
    arena->held += step;
    return block;
}

void *base_arena_take(struct base_arena *arena, size_t size) {
    size_t align = alignof(max_align_t);
    if (size > SIZE_MAX - align) {
        base_arena_fail(arena);
    }
    size = (size + align - 1) / align * align;
    struct block *block = arena->blocks;
    if (!block || block->size - block->used < size) {
        block = add_block(arena, size);
    }
    void *out = block->bytes + block->used;
    block->used += size;
    return memset(out, 0, size);
}

void *base_arena_array(struct base_arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) {
        base_arena_fail(arena);
    }
    return base_arena_take(arena, count * size);
}

void base_arena_defer(struct base_arena *arena, void (*close)(void *), void *what) {
    struct deferred *d = base_arena_take(arena, sizeof *d);
    *d = (struct deferred){arena->deferred, close, what};
    arena->deferred = d;
}

struct base_slice base_arena_copy(struct base_arena *arena, struct base_slice slice) {
    return (struct base_slice){base_arena_string(arena, slice), slice.size};
}

char *base_arena_string(struct base_arena *arena, struct base_slice slice) {
    char *out = base_arena_take(arena, slice.size + 1);
    if (slice.size) {
        memcpy(out, slice.data, slice.size);
    }
    return out;
}

struct base_slice base_arena_format(struct base_arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0) {
        base_arena_fail(arena);
    }
    char *out = base_arena_take(arena, (size_t)size + 1);
    va_start(arguments, format);
    vsnprintf(out, (size_t)size + 1, format, arguments);
    va_end(arguments);
    return (struct base_slice){out, (size_t)size};
}

size_t base_arena_held(const struct base_arena *arena) {
    return arena->held;
}
