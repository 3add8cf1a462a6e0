#include "places/table.h"

#include <math.h>

#include "base/hash.h"
#include "base/utf8.h"

enum { LETTERS, REWRITES, ARTICLES, COUNTRIES, DIVISIONS, HASHES, RECORDS, NAMES };
enum { VERSION = 1, HEADER = 16 };

static const size_t item_sizes[PLACES_SECTIONS] = {8, 16, 8, 8, 8, 4, 16, 1};

static uint32_t read_u16(const unsigned char *p) {
    return p[0] | (uint32_t)p[1] << 8;
}

static uint32_t read_u24(const unsigned char *p) {
    return read_u16(p) | (uint32_t)p[2] << 16;
}

static uint32_t read_u32(const unsigned char *p) {
    return read_u24(p) | (uint32_t)p[3] << 24;
}

static struct base_slice padded(const unsigned char *p, size_t size) {
    const unsigned char *end = memchr(p, 0, size);
    return (struct base_slice){(const char *)p, end ? (size_t)(end - p) : size};
}

enum sayso_status places_table_open(struct places_table *table, struct base_slice bytes, struct sayso_error *error) {
    const unsigned char *data = (const unsigned char *)bytes.data;
    if (bytes.size < HEADER + 8 * PLACES_SECTIONS || memcmp(data, "SAYSOPLC", 8) != 0 ||
        read_u32(data + 8) != VERSION || read_u32(data + 12) != PLACES_SECTIONS) {
        return base_error_set(error, SAYSO_BAD_MODEL, 0, 0,
                              "model part places/cities.bin: not a table of places of version %d", VERSION);
    }
    for (size_t i = 0; i < PLACES_SECTIONS; i++) {
        size_t at = read_u32(data + HEADER + 8 * i), size = read_u32(data + HEADER + 8 * i + 4);
        if (at > bytes.size || size > bytes.size - at || size % item_sizes[i]) {
            return base_error_set(error, SAYSO_BAD_MODEL, HEADER + 8 * i, 0,
                                  "model part places/cities.bin: section %zu is damaged", i);
        }
        table->sections[i] = (struct places_section){data + at, size, size / item_sizes[i]};
    }
    if (table->sections[HASHES].count != table->sections[RECORDS].count) {
        return base_error_set(error, SAYSO_BAD_MODEL, HEADER, 0,
                              "model part places/cities.bin: not one hash for each record");
    }
    return SAYSO_OK;
}

static const unsigned char *item(const struct places_table *table, int section, size_t index) {
    return table->sections[section].bytes + index * item_sizes[section];
}

/* What the character counts as; false: itself. */
static bool fold_letter(const struct places_table *table, uint32_t c, struct base_slice *out) {
    size_t low = 0, high = table->sections[LETTERS].count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t at = read_u32(item(table, LETTERS, middle));
        if (at == c) {
            *out = padded(item(table, LETTERS, middle) + 4, 4);
            return true;
        }
        *(at < c ? &low : &high) = at < c ? middle + 1 : middle;
    }
    return false;
}

/* Lower case, letters folded; hyphens and punctuation that parts words as spaces. */
static struct base_slice fold(const struct places_table *table, struct base_slice name, char *out) {
    size_t used = 0;
    for (size_t at = 0; at < name.size;) {
        uint32_t c = base_utf8_next(name, &at);
        struct base_slice as;
        if (used + 4 > PLACES_LONGEST_KEY) {
            return (struct base_slice){out, 0};
        }
        if (c == '-' || c == 0x2013 || c == ',' || base_is_space(c)) {
            out[used++] = ' ';
        } else if (fold_letter(table, c, &as)) {
            memcpy(out + used, as.data, as.size);
            used += as.size;
        } else {
            used += base_utf8_put(out + used, c >= 'A' && c <= 'Z' ? c + 32 : c < 0x80 ? c : base_lower(c));
        }
    }
    return (struct base_slice){out, used};
}

static struct base_slice rewrite_word(const struct places_table *table, struct base_slice word) {
    for (size_t i = 0; i < table->sections[REWRITES].count; i++) {
        if (base_slice_equal(word, padded(item(table, REWRITES, i), 8))) {
            return padded(item(table, REWRITES, i) + 8, 8);
        }
    }
    return word;
}

struct base_slice places_key(const struct places_table *table, struct base_slice name, char *out) {
    char room[PLACES_LONGEST_KEY];
    struct base_slice rest = fold(table, name, room);
    size_t used = 0;
    while ((rest = base_slice_trim(rest)).size) {
        struct base_slice word = rewrite_word(table, base_slice_cut(&rest, ' '));
        if (word.size == 0) {
            continue;
        }
        if (used + word.size + 1 > PLACES_LONGEST_KEY) {
            return (struct base_slice){out, 0};
        }
        if (used) {
            out[used++] = ' ';
        }
        memcpy(out + used, word.data, word.size);
        used += word.size;
    }
    return (struct base_slice){out, used};
}

static struct base_slice without_article(const struct places_table *table, struct base_slice key) {
    struct base_slice rest = key;
    struct base_slice first = base_slice_cut(&rest, ' ');
    for (size_t i = 0; rest.size && i < table->sections[ARTICLES].count; i++) {
        if (base_slice_equal(first, padded(item(table, ARTICLES, i), 8))) {
            return rest;
        }
    }
    return key;
}

/* ---- records */

static struct base_slice name_at(const struct places_table *table, size_t at) {
    const struct places_section *names = &table->sections[NAMES];
    if (at >= names->size || names->bytes[at] > names->size - at - 1) {
        return (struct base_slice){"", 0};
    }
    return (struct base_slice){(const char *)names->bytes + at + 1, names->bytes[at]};
}

/* The country of a division; NULL: the table is damaged there. */
static const unsigned char *country_of(const struct places_table *table, size_t division) {
    if (division >= table->sections[DIVISIONS].count) {
        return NULL;
    }
    size_t country = read_u16(item(table, DIVISIONS, division));
    return country < table->sections[COUNTRIES].count ? item(table, COUNTRIES, country) : NULL;
}

static bool read_record(const struct places_table *table, size_t index, struct places_record *out) {
    const unsigned char *p = item(table, RECORDS, index);
    const unsigned char *country = country_of(table, read_u16(p + 10));
    if (!country || p[15] < PLACES_CITY || p[15] > PLACES_COUNTY) {
        return false;
    }
    memcpy(out->country, country + 2, 3);
    out->country[3] = 0;
    out->name = name_at(table, read_u24(p));
    out->latitude = read_u24(p + 3) * (180.0 / 0x1000000) - 90;
    out->longitude = read_u24(p + 6) * (360.0 / 0x1000000) - 180;
    out->population = p[9] ? pow(1.08, p[9] - 1) : 0;
    out->division = (uint16_t)read_u16(p + 10);
    out->geonames = read_u24(p + 12);
    out->kind = p[15];
    return true;
}

/* The first record whose hash is not below. Hashes are spread evenly, so a guess by proportion lands close by. */
static size_t first_of_hash(const struct places_table *table, uint32_t hash) {
    size_t low = 0, high = table->sections[HASHES].count;
    size_t guess = (size_t)((uint64_t)high * hash >> 32), step = 32;
    if (guess < high && read_u32(item(table, HASHES, guess)) < hash) {
        low = guess;
        for (; low + step < high && read_u32(item(table, HASHES, low + step)) < hash; step *= 2) {
            low += step;
        }
        high = low + step < high ? low + step : high;
    } else if (guess < high) {
        high = guess;
        for (; high > step && read_u32(item(table, HASHES, high - step)) >= hash; step *= 2) {
            high -= step;
        }
        low = high > step ? high - step : 0;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool below = read_u32(item(table, HASHES, middle)) < hash;
        *(below ? &low : &high) = below ? middle + 1 : middle;
    }
    return low;
}

static size_t find_key(const struct places_table *table, struct base_slice key, struct places_record *out,
                       size_t limit) {
    uint32_t hash = base_hash32(key);
    size_t count = 0;
    for (size_t i = first_of_hash(table, hash); i < table->sections[HASHES].count && count < limit; i++) {
        if (read_u32(item(table, HASHES, i)) != hash) {
            break;
        }
        char room[PLACES_LONGEST_KEY];
        if (!read_record(table, i, &out[count])) {
            continue;
        }
        struct base_slice own = places_key(table, out[count].name, room);
        count += base_slice_equal(own, key) || base_slice_equal(without_article(table, own), key);
    }
    return count;
}

size_t places_table_find(const struct places_table *table, struct base_slice name, struct places_record *out,
                         size_t limit) {
    char room[PLACES_LONGEST_KEY];
    struct base_slice key = places_key(table, name, room);
    if (key.size == 0) {
        return 0;
    }
    size_t count = find_key(table, key, out, limit);
    struct base_slice bare = without_article(table, key);
    if (bare.size == key.size) {
        return count;
    }
    size_t more = find_key(table, bare, out + count, limit - count), kept = count;
    for (size_t i = count; i < count + more; i++) { /* "El Kef" may be Le Kef's, "Al Green" is no Green */
        const unsigned char *country = country_of(table, out[i].division);
        if (country && country[5]) {
            out[kept++] = out[i];
        }
    }
    return kept;
}

bool places_country_code(const struct places_table *table, struct base_slice alpha2, char out[4]) {
    for (size_t i = 0; alpha2.size == 2 && i < table->sections[COUNTRIES].count; i++) {
        const unsigned char *country = item(table, COUNTRIES, i);
        if (memcmp(country, alpha2.data, 2) == 0) {
            memcpy(out, country + 2, 3);
            out[3] = 0;
            return true;
        }
    }
    return false;
}
