#include "base/pool.h"

#include <pthread.h>
#include <stdlib.h>

/* Items a thread may be ahead of the oldest unfinished one: enough that one long document does not stop the others. */
enum { AHEAD = 16 };

struct slot {
    void *item;
    size_t bytes;
    bool done;
};

struct thread {
    struct base_pool *pool;
    unsigned worker;
    pthread_t id;
};

struct base_pool {
    struct base_pool_calls calls;
    pthread_mutex_t lock;
    pthread_cond_t work_came, work_done;
    /* Three counters run through the ring: finished <= started <= submitted <= finished + capacity. */
    struct slot *slots;
    size_t capacity, finished, started, submitted;
    size_t bytes, most_bytes;
    bool ending;
    unsigned thread_count;
    struct thread threads[];
};

static void *run_thread(void *argument) {
    struct thread *thread = argument;
    struct base_pool *pool = thread->pool;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (pool->started == pool->submitted && !pool->ending) {
            pthread_cond_wait(&pool->work_came, &pool->lock);
        }
        if (pool->started == pool->submitted) {
            break;
        }
        struct slot *slot = &pool->slots[pool->started++ % pool->capacity];
        pthread_mutex_unlock(&pool->lock);
        pool->calls.work(pool->calls.context, slot->item, thread->worker);
        pthread_mutex_lock(&pool->lock);
        slot->done = true;
        pthread_cond_signal(&pool->work_done);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

struct base_pool *base_pool_new(unsigned threads, size_t most_bytes, const struct base_pool_calls *calls) {
    threads = threads > BASE_POOL_MOST_THREADS ? BASE_POOL_MOST_THREADS : threads ? threads : 1;
    size_t capacity = (size_t)threads * AHEAD;
    struct base_pool *pool = calloc(1, sizeof *pool + threads * sizeof *pool->threads);
    struct slot *slots = calloc(capacity, sizeof *slots);
    if (!pool || !slots) {
        free(pool);
        free(slots);
        return NULL;
    }
    pool->calls = *calls;
    pool->slots = slots;
    pool->capacity = capacity;
    pool->most_bytes = most_bytes;
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->work_came, NULL);
    pthread_cond_init(&pool->work_done, NULL);
    for (unsigned i = 0; i < threads && threads > 1; i++) {
        struct thread *thread = &pool->threads[pool->thread_count];
        *thread = (struct thread){.pool = pool, .worker = pool->thread_count};
        if (pthread_create(&thread->id, NULL, run_thread, thread) != 0) {
            break;
        }
        pool->thread_count++;
    }
    return pool;
}

/* Called with the lock held; lets go of it while the oldest item is being finished. */
static void finish_oldest(struct base_pool *pool) {
    struct slot *slot = &pool->slots[pool->finished % pool->capacity];
    while (!slot->done) {
        pthread_cond_wait(&pool->work_done, &pool->lock);
    }
    pthread_mutex_unlock(&pool->lock);
    pool->calls.finish(pool->calls.context, slot->item);
    pthread_mutex_lock(&pool->lock);
    slot->done = false;
    pool->bytes -= slot->bytes;
    pool->finished++;
}

static bool must_finish(const struct base_pool *pool, size_t more) {
    size_t waiting = pool->submitted - pool->finished;
    return waiting == pool->capacity || (waiting && pool->bytes + more > pool->most_bytes) ||
           (waiting && pool->slots[pool->finished % pool->capacity].done);
}

void base_pool_submit(struct base_pool *pool, void *item, size_t bytes) {
    if (pool->thread_count == 0) {
        pool->calls.work(pool->calls.context, item, 0);
        pool->calls.finish(pool->calls.context, item);
        return;
    }
    pthread_mutex_lock(&pool->lock);
    while (must_finish(pool, bytes)) {
        finish_oldest(pool);
    }
    pool->slots[pool->submitted++ % pool->capacity] = (struct slot){.item = item, .bytes = bytes};
    pool->bytes += bytes;
    pthread_cond_signal(&pool->work_came);
    pthread_mutex_unlock(&pool->lock);
}

void base_pool_drain(struct base_pool *pool) {
    pthread_mutex_lock(&pool->lock);
    while (pool->finished < pool->submitted) {
        finish_oldest(pool);
    }
    pthread_mutex_unlock(&pool->lock);
}

void base_pool_free(struct base_pool *pool) {
    if (!pool) {
        return;
    }
    base_pool_drain(pool);
    pthread_mutex_lock(&pool->lock);
    pool->ending = true;
    pthread_cond_broadcast(&pool->work_came);
    pthread_mutex_unlock(&pool->lock);
    for (unsigned i = 0; i < pool->thread_count; i++) {
        pthread_join(pool->threads[i].id, NULL);
    }
    pthread_cond_destroy(&pool->work_done);
    pthread_cond_destroy(&pool->work_came);
    pthread_mutex_destroy(&pool->lock);
    free(pool->slots);
    free(pool);
}
