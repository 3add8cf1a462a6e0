/* Work done on threads, its results handed out in the order in which it was given. The queue is bounded in items and in
 * bytes, so memory stays flat however much is put through: whoever submits too much finishes older items first. */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>

enum { BASE_POOL_MOST_THREADS = 256 };

struct base_pool;

struct base_pool_calls {
    /* On one of the threads; `worker` counts them from 0, and no two items run as the same worker at once. */
    void (*work)(void *context, void *item, unsigned worker);
    /* On the thread that submits, in the order of submission. */
    void (*finish)(void *context, void *item);
    void *context;
};

/* With one thread, or where no thread can be started, work is done by base_pool_submit() itself, as worker 0. NULL: no
 * memory. */
struct base_pool *base_pool_new(unsigned threads, size_t most_bytes, const struct base_pool_calls *calls);
/* Hands over an item that holds `bytes` of memory. Finishes what is ready, and waits where there is no room. */
void base_pool_submit(struct base_pool *pool, void *item, size_t bytes);
/* Waits for all items and finishes them. */
void base_pool_drain(struct base_pool *pool);
/* Drains, ends the threads and frees the pool. */
void base_pool_free(struct base_pool *pool);

#endif
