#include "library/ids.h"

#include <stdlib.h>

static uint64_t read_hex(const char *digits) {
    uint64_t value = 0;
    for (int i = 0; i < 16; i++) {
        value = value << 4 | (uint64_t)(digits[i] <= '9' ? digits[i] - '0' : digits[i] - 'a' + 10);
    }
    return value;
}

static struct library_id *slot_of(const struct library_ids *ids, struct library_id id) {
    for (size_t at = (size_t)id.low & (ids->capacity - 1);; at = (at + 1) & (ids->capacity - 1)) {
        struct library_id *slot = &ids->slots[at];
        if ((slot->high == id.high && slot->low == id.low) || (!slot->high && !slot->low)) {
            return slot;
        }
    }
}

static bool enlarge(struct library_ids *ids) {
    struct library_ids larger = {.capacity = ids->capacity ? ids->capacity * 2 : 1024, .count = ids->count};
    larger.slots = calloc(larger.capacity, sizeof *larger.slots);
    if (!larger.slots) {
        return false;
    }
    for (size_t i = 0; i < ids->capacity; i++) {
        if (ids->slots[i].high || ids->slots[i].low) {
            *slot_of(&larger, ids->slots[i]) = ids->slots[i];
        }
    }
    free(ids->slots);
    *ids = larger;
    return true;
}

enum library_ids_answer library_ids_add(struct library_ids *ids, const char hash[65]) {
    struct library_id id = {read_hex(hash), read_hex(hash + 16)};
    if ((ids->count + 1) * 2 > ids->capacity && !enlarge(ids)) {
        return LIBRARY_ID_NO_MEMORY;
    }
    struct library_id *slot = slot_of(ids, id);
    if (slot->high || slot->low) {
        return LIBRARY_ID_SEEN;
    }
    *slot = id;
    ids->count++;
    return LIBRARY_ID_NEW;
}

void library_ids_free(struct library_ids *ids) {
    free(ids->slots);
    *ids = (struct library_ids){0};
}
