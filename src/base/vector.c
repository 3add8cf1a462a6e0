#include "base/vector.h"

void *base_vector_grow(struct base_arena *arena, void *items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) {
        return items;
    }
    size_t wanted = *capacity ? *capacity * 2 : 8;
    void *out = base_arena_array(arena, wanted, size);
    if (count) {
        memcpy(out, items, count * size);
    }
    *capacity = wanted;
    return out;
}
