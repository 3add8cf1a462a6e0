/* Memory that lives and dies together: one arena a document, one a loaded model.
 *
 * base_arena_take() never returns NULL. When memory runs out, it leaves the function that base_arena_run() called, and
 * base_arena_run() returns false: out of memory is handled in one place, as an error of that one document. Code that
 * runs inside may therefore be left at any call that takes memory; what it holds besides the arena (a parser, a file) it
 * hands to base_arena_defer(), which closes it at the next clear. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/slice.h"

struct base_arena;

/* NULL when there is no memory even for the arena. */
struct base_arena *base_arena_new(void);
void base_arena_free(struct base_arena *arena);
/* Runs what was deferred, latest first, and forgets all that was taken. Keeps one block for the next document. */
void base_arena_clear(struct base_arena *arena);

/* Calls body(context); false when memory ran out in it. Not to be nested on one arena. */
bool base_arena_run(struct base_arena *arena, void (*body)(void *context), void *context);
void base_arena_defer(struct base_arena *arena, void (*close)(void *), void *what);

/* `size` bytes, zeroed, aligned for any type. Only inside base_arena_run(). */
void *base_arena_take(struct base_arena *arena, size_t size);
/* Room for `count` things; an overflow of the product counts as no memory. */
void *base_arena_array(struct base_arena *arena, size_t count, size_t size);
struct base_slice base_arena_copy(struct base_arena *arena, struct base_slice slice);
/* A copy ended by a NUL. */
char *base_arena_string(struct base_arena *arena, struct base_slice slice);
struct base_slice base_arena_format(struct base_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Leaves base_arena_run() as if memory had run out: for libraries that report it by a return value. */
_Noreturn void base_arena_fail(struct base_arena *arena);
/* Bytes held from the system, for limits and benchmarks. */
size_t base_arena_held(const struct base_arena *arena);

/* Tests only: the n-th allocation from now fails (1: the next); 0 turns it off. Counts over all arenas of the process. */
void base_arena_fail_after(size_t n);

#endif
