#include "dossier/copies/shingles.h"

#include "base/utf8.h"

/* ---- words */

/* Scripts without spaces between words: Thai to Myanmar, Khmer, Chinese and Japanese. */
static bool stands_alone(uint32_t c) {
    return (c >= 0x0E00 && c < 0x10A0 && !(c >= 0x0F00 && c < 0x1000)) || (c >= 0x1780 && c < 0x1800) ||
           (c >= 0x2E80 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x40000);
}

static bool is_part(uint32_t c) {
    return base_is_letter(c) || base_is_digit(c);
}

bool shingles_next_word(struct base_slice text, size_t *at, struct shingles_word *word) {
    uint64_t hash = 14695981039346656037u; /* FNV-1a, a character at a time */
    bool inside = false;
    while (*at < text.size) {
        size_t next = *at;
        uint32_t c = base_utf8_next(text, &next);
        bool part = is_part(c), alone = part && c >= 0x0E00 && stands_alone(c);
        if (inside && (!part || alone)) {
            break;
        }
        word->start = inside ? word->start : *at;
        *at = next;
        inside |= part;
        hash = part ? (hash ^ base_lower(c)) * 1099511628211u : hash;
        if (alone) {
            break;
        }
    }
    word->end = *at;
    word->hash = hash;
    return inside;
}

uint64_t shingles_hash(const struct shingles_word *words) {
    uint64_t hash = 0;
    for (unsigned i = 0; i < SHINGLES_WORDS; i++) {
        hash = hash * 0x9E3779B97F4A7C15u + words[i].hash;
    }
    hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
    return hash ? hash : 1;
}

/* ---- sets */

static size_t slot_of(const struct shingles *shingles, uint64_t hash) {
    size_t slot = hash & shingles->mask;
    while (shingles->set[slot] && shingles->set[slot] != hash) {
        slot = (slot + 1) & shingles->mask;
    }
    return slot;
}

static bool has(const struct shingles *shingles, uint64_t hash) {
    return shingles->set[slot_of(shingles, hash)] != 0;
}

static void make_set(struct base_arena *arena, struct shingles *shingles) {
    size_t slots = 16;
    while (slots < shingles->count * 2) {
        slots *= 2;
    }
    shingles->mask = slots - 1;
    shingles->set = base_arena_array(arena, slots, sizeof *shingles->set);
    for (size_t i = 0; i < shingles->count; i++) {
        size_t slot = slot_of(shingles, shingles->hashes[i]);
        shingles->distinct += shingles->set[slot] == 0;
        shingles->set[slot] = shingles->hashes[i];
    }
}

void shingles_read(struct base_arena *arena, struct base_slice text, struct shingles *out) {
    struct shingles_word word;
    *out = (struct shingles){.text = text};
    for (size_t at = 0; shingles_next_word(text, &at, &word);) {
        BASE_PUSH(arena, &out->words, word);
    }
    out->count = out->words.count >= SHINGLES_WORDS ? out->words.count - SHINGLES_WORDS + 1 : 0;
    out->hashes = base_arena_array(arena, out->count, sizeof *out->hashes);
    for (size_t i = 0; i < out->count; i++) {
        out->hashes[i] = shingles_hash(&out->words.items[i]);
    }
    make_set(arena, out);
}

size_t shingles_shared(const struct shingles *a, const struct shingles *b) {
    size_t shared = 0;
    for (size_t slot = 0; slot <= a->mask; slot++) {
        shared += a->set[slot] && has(b, a->set[slot]);
    }
    return shared;
}

/* ---- changes */

/* From the first to the last byte that is no white space around words [from, to), without the words beside them. */
static void write_passage(const struct shingles *text, size_t from, size_t to, struct base_buffer *out) {
    const struct shingles_word *words = text->words.items;
    size_t least = from ? words[from - 1].end : 0;
    size_t most = to < text->words.count ? words[to].start : text->text.size;
    size_t start = words[from].start, end = words[to - 1].end;
    while (start > least && !strchr(" \t\r\n", text->text.data[start - 1])) {
        start--;
    }
    while (end < most && !strchr(" \t\r\n", text->text.data[end])) {
        end++;
    }
    base_buffer_format(out, "%s[%zu,%zu]", out->data[out->size - 1] == '[' ? "" : ",", start, end);
}

void shingles_write_changes(struct base_arena *arena, const struct shingles *text, const struct shingles *other,
                            struct base_buffer *out) {
    size_t count = text->words.count;
    bool *kept = base_arena_array(arena, count, sizeof *kept);
    for (size_t i = 0; i < text->count; i++) {
        if (has(other, text->hashes[i])) {
            memset(kept + i, true, SHINGLES_WORDS * sizeof *kept);
        }
    }
    base_buffer_char(out, '[');
    for (size_t i = 0; i < count && !out->failed; i++) {
        size_t start = i;
        while (i < count && !kept[i]) {
            i++;
        }
        if (i > start) {
            write_passage(text, start, i, out);
        }
    }
    base_buffer_char(out, ']');
}
