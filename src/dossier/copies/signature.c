#include "dossier/copies/signature.h"

#include "document/document.h"
#include "dossier/copies/shingles.h"

#include <xxhash.h>

/* ---- the sketch */

static uint64_t scatter(uint64_t x) { /* SplitMix64 (Steele, Lea and Flood 2014) */
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

/* Permutations of 32-bit numbers, ax + b with an odd a, as Broder and others (1998) allow where exact ones are too slow. */
struct permutations {
    uint32_t factors[SIGNATURE_VALUES], shifts[SIGNATURE_VALUES], least[SIGNATURE_VALUES];
};

static void start(struct permutations *p) {
    for (unsigned i = 0; i < SIGNATURE_VALUES; i++) {
        uint64_t random = scatter(i);
        p->factors[i] = (uint32_t)random | 1;
        p->shifts[i] = (uint32_t)(random >> 32);
        p->least[i] = UINT32_MAX;
    }
}

static void take(struct permutations *p, uint32_t x) {
    for (unsigned i = 0; i < SIGNATURE_VALUES; i++) {
        uint32_t value = x * p->factors[i] + p->shifts[i];
        p->least[i] = value < p->least[i] ? value : p->least[i];
    }
}

void signature_make(struct base_slice text, struct signature *out) {
    struct permutations permutations;
    struct shingles_word words[SHINGLES_WORDS] = {0}, word;
    size_t count = 0;
    start(&permutations);
    for (size_t at = 0; shingles_next_word(text, &at, &word); count++) {
        memmove(words, words + 1, sizeof words - sizeof *words);
        words[SHINGLES_WORDS - 1] = word;
        if (count + 1 >= SHINGLES_WORDS) {
            take(&permutations, (uint32_t)(shingles_hash(words) >> 32));
        }
    }
    out->empty = count < SHINGLES_WORDS;
    for (unsigned i = 0; i < SIGNATURE_VALUES; i++) {
        out->values[i] = (uint16_t)(scatter(permutations.least[i]) >> 48); /* the least of many have their high bits in common */
    }
}

int64_t signature_band(const struct signature *signature, unsigned band) {
    const uint16_t *rows = signature->values + (size_t)band * SIGNATURE_ROWS;
    uint64_t key = (uint64_t)rows[0] | (uint64_t)rows[1] << 16;
    return (int64_t)(key ^ scatter(band) >> 16);
}

unsigned signature_same(const struct signature *a, const struct signature *b) {
    unsigned same = 0;
    for (unsigned i = 0; i < SIGNATURE_VALUES; i++) {
        same += a->values[i] == b->values[i];
    }
    return a->empty || b->empty ? 0 : same;
}

struct base_slice signature_write(const struct signature *signature, char out[SIGNATURE_BYTES]) {
    for (unsigned i = 0; i < SIGNATURE_VALUES; i++) {
        out[2 * i] = (char)(signature->values[i] & 0xFF);
        out[2 * i + 1] = (char)(signature->values[i] >> 8);
    }
    return (struct base_slice){out, signature->empty ? 0 : SIGNATURE_BYTES};
}

void signature_read(struct base_slice bytes, struct signature *out) {
    const unsigned char *in = (const unsigned char *)bytes.data;
    out->empty = bytes.size != SIGNATURE_BYTES;
    for (unsigned i = 0; i < SIGNATURE_VALUES && !out->empty; i++) {
        out->values[i] = (uint16_t)(in[2 * i] | in[2 * i + 1] << 8);
    }
}

/* ---- the place among all documents */

static const int64_t A_DAY = 24 * 60 * 60, NEVER = (int64_t)1 << 40;

/* Two digits; -1: there are none. */
static int two_digits(struct base_slice text, size_t at) {
    if (at + 2 > text.size || text.data[at] < '0' || text.data[at] > '9' || text.data[at + 1] < '0' || text.data[at + 1] > '9') {
        return -1;
    }
    return (text.data[at] - '0') * 10 + text.data[at + 1] - '0';
}

/* Seconds by which the zone at `at` is east of Greenwich: "+03:00", "-0500", "Z" or nothing. */
static int64_t zone_of(struct base_slice text, size_t at) {
    while (at < text.size && text.data[at] != '+' && text.data[at] != '-') {
        at++;
    }
    int hours = two_digits(text, at + 1);
    int minutes = two_digits(text, at + 3 + (at + 3 < text.size && text.data[at + 3] == ':'));
    int64_t east = hours < 0 ? 0 : (int64_t)hours * 3600 + (minutes < 0 ? 0 : minutes * 60);
    return at < text.size && text.data[at] == '-' ? -east : east;
}

static int64_t moment_of(struct base_slice published) {
    enum { DAY_END = 10, MINUTES = 14, SECONDS = 17 };
    int32_t day;
    if (!document_parse_day(published, &day)) {
        return NEVER;
    }
    int hours = two_digits(published, DAY_END + 1), minutes = two_digits(published, MINUTES);
    if (hours < 0 || minutes < 0) {
        return (day + 1) * A_DAY - 1;
    }
    bool has_seconds = published.size > SECONDS && published.data[SECONDS - 1] == ':';
    int seconds = has_seconds ? two_digits(published, SECONDS) : 0;
    return day * A_DAY + hours * 3600 + minutes * 60 + (seconds < 0 ? 0 : seconds) - zone_of(published, MINUTES + 2);
}

void signature_place(struct base_slice published, struct base_slice id, struct base_slice origin, struct signature *out) {
    out->moment = moment_of(published);
    out->tie = (int64_t)(XXH3_64bits_withSeed(origin.data, origin.size, XXH3_64bits(id.data, id.size)) >> 16);
}
