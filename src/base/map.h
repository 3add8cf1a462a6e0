/* A hash map from byte strings to numbers, in an arena. Keys are not copied: they must outlive the map. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

#define BASE_MAP_NONE UINT32_MAX

struct base_map_slot {
    struct base_slice key;
    uint64_t hash;
    uint32_t value;
};

struct base_map {
    struct base_map_slot *slots; /* a power of two of them, at most half in use; key.data NULL: free */
    size_t capacity, count;
};

/* The value of the key, or BASE_MAP_NONE. Works on a zeroed map. Any number of threads may look up at once. */
uint32_t base_map_get(const struct base_map *map, struct base_slice key);
/* Sets the key to the value, in place of an earlier one. */
void base_map_set(struct base_map *map, struct base_arena *arena, struct base_slice key, uint32_t value);

#endif
