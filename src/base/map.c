#include "base/map.h"

#include "base/hash.h"

static struct base_map_slot *slot_of(const struct base_map *map, struct base_slice key, uint64_t hash) {
    for (size_t at = (size_t)hash & (map->capacity - 1);; at = (at + 1) & (map->capacity - 1)) {
        struct base_map_slot *slot = &map->slots[at];
        if (!slot->key.data || (slot->hash == hash && base_slice_equal(slot->key, key))) {
            return slot;
        }
    }
}

uint32_t base_map_get(const struct base_map *map, struct base_slice key) {
    if (!map->count) {
        return BASE_MAP_NONE;
    }
    const struct base_map_slot *slot = slot_of(map, key, base_hash64(key));
    return slot->key.data ? slot->value : BASE_MAP_NONE;
}

static void enlarge(struct base_map *map, struct base_arena *arena) {
    struct base_map old = *map;
    map->capacity = old.capacity ? old.capacity * 2 : 16;
    map->slots = base_arena_array(arena, map->capacity, sizeof *map->slots);
    for (size_t i = 0; i < old.capacity; i++) {
        if (old.slots[i].key.data) {
            *slot_of(map, old.slots[i].key, old.slots[i].hash) = old.slots[i];
        }
    }
}

void base_map_set(struct base_map *map, struct base_arena *arena, struct base_slice key, uint32_t value) {
    if ((map->count + 1) * 2 > map->capacity) {
        enlarge(map, arena);
    }
    if (!key.data) {
        key.data = "";
    }
    uint64_t hash = base_hash64(key);
    struct base_map_slot *slot = slot_of(map, key, hash);
    map->count += slot->key.data ? 0 : 1;
    *slot = (struct base_map_slot){key, hash, value};
}
