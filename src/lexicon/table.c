#include "lexicon/table.h"

enum { FIRST_CAPACITY = 1 << 12 };

static struct lexicon_slot *probe(const struct lexicon_table *table, uint64_t hash) {
    size_t mask = table->capacity - 1;
    for (size_t at = (size_t)hash & mask;; at = (at + 1) & mask) {
        struct lexicon_slot *slot = &table->slots[at];
        if (slot->hash == hash || slot->hash == 0) {
            return slot;
        }
    }
}

static void enlarge(struct lexicon_table *table, struct base_arena *arena) {
    struct lexicon_table old = *table;
    table->capacity = old.capacity ? old.capacity * 4 : FIRST_CAPACITY;
    table->slots = base_arena_array(arena, table->capacity, sizeof *table->slots);
    for (size_t i = 0; i < old.capacity; i++) {
        if (old.slots[i].hash) {
            *probe(table, old.slots[i].hash) = old.slots[i];
        }
    }
}

struct lexicon_slot *lexicon_table_slot(struct lexicon_table *table, struct base_arena *arena, uint64_t hash) {
    if ((table->count + 1) * 2 > table->capacity) {
        enlarge(table, arena);
    }
    hash = hash ? hash : 1;
    struct lexicon_slot *slot = probe(table, hash);
    if (!slot->hash) {
        *slot = (struct lexicon_slot){.hash = hash, .value = LEXICON_NOTHING};
        table->count++;
    }
    return slot;
}

const struct lexicon_slot *lexicon_table_find(const struct lexicon_table *table, uint64_t hash) {
    if (!table->count) {
        return NULL;
    }
    const struct lexicon_slot *slot = probe(table, hash ? hash : 1);
    return slot->hash ? slot : NULL;
}
