#include "lexicon/words.h"

#include "base/utf8.h"

enum character { PARTS, ALONE, IN_WORD };
enum { LONGEST_WORD = 128 }; /* bytes; longer words are taken as they are */

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static enum character class_of(uint32_t c) {
    if (c < 0x80) {
        bool alphanumeric = (c | 32) - 'a' < 26 || c - '0' < 10;
        return alphanumeric ? IN_WORD : c <= ' ' || c == '-' || c == '\'' || c == '.' || c == '`' ? PARTS : ALONE;
    }
    switch (c) {
    case 0x2018: case 0x2019: case 0x2010: case 0x2011: case 0x02BB: case 0x02BC: case 0x02BE: case 0x02BF:
        return PARTS; /* apostrophes, hyphens, and the letters that stand for ain and hamza */
    default:
        return base_is_space(c) ? PARTS : c >= 0x2000 && c <= 0x206F ? ALONE : IN_WORD;
    }
}

static uint32_t next_character(struct base_slice text, size_t *at) {
    unsigned char byte = (unsigned char)text.data[*at];
    if (byte < 0x80) {
        ++*at;
        return byte;
    }
    return base_utf8_next(text, at);
}

/* Eight bytes at a time: the hashes live in memory only, so that the order of bytes in a number does not matter. */
static uint64_t hash_bytes(const char *bytes, size_t size) {
    uint64_t hash = size * 0x9E3779B97F4A7C15u, chunk;
    for (; size >= sizeof chunk; size -= sizeof chunk, bytes += sizeof chunk) {
        memcpy(&chunk, bytes, sizeof chunk);
        hash = (hash ^ chunk) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
    }
    chunk = 0;
    memcpy(&chunk, bytes, size);
    hash = (hash ^ chunk) * 0xD6E8FEB86659FD93u;
    return hash ^ (hash >> 32);
}

/* No letter in lower case, and two letters at least. */
static bool shouts(struct base_slice word) {
    size_t letters = 0;
    for (size_t at = 0; at < word.size;) {
        if (is_lower(word.data[at])) {
            return false;
        }
        uint32_t c = next_character(word, &at);
        bool upper = c < 0x80 ? is_upper((char)c) : base_is_upper(c);
        if (!upper && c >= 0x80 && base_is_letter(c)) {
            return false;
        }
        letters += upper;
    }
    return letters > 1;
}

static size_t lower_into(struct base_slice word, size_t at, char out[], size_t size) {
    while (at < word.size) {
        char c = word.data[at];
        if ((unsigned char)c < 0x80) {
            out[size++] = is_upper(c) ? (char)(c + 32) : c;
            at++;
        } else {
            size += base_utf8_put(out + size, base_lower(next_character(word, &at)));
        }
    }
    return size;
}

static uint64_t hash_word(struct base_slice word, enum lexicon_case form) {
    char bytes[4 * LONGEST_WORD]; /* a letter may grow when its case changes */
    bytes[0] = '\0';
    if (form == LEXICON_AS_IS || word.size > LONGEST_WORD) {
        return hash_bytes(word.data, word.size);
    }
    if (form == LEXICON_LOWER) {
        return hash_bytes(bytes, lower_into(word, 0, bytes, 0));
    }
    if (shouts(word)) {
        size_t first = 0;
        next_character(word, &first);
        memcpy(bytes, word.data, first);
        return hash_bytes(bytes, lower_into(word, first, bytes, first));
    }
    if (form == LEXICON_TITLED && is_lower(word.data[0])) {
        memcpy(bytes, word.data, word.size);
        bytes[0] = (char)(bytes[0] - 32);
        return hash_bytes(bytes, word.size);
    }
    return hash_bytes(word.data, word.size);
}

bool lexicon_next_word(struct base_slice text, size_t *at, enum lexicon_case form, uint64_t *word) {
    while (*at < text.size) {
        size_t start = *at;
        enum character class = class_of(next_character(text, at));
        if (class == PARTS) {
            continue;
        }
        while (class == IN_WORD && *at < text.size) {
            size_t next = *at;
            if (class_of(next_character(text, &next)) != IN_WORD) {
                break;
            }
            *at = next;
        }
        *word = hash_word(base_slice_part(text, start, *at), form);
        return true;
    }
    return false;
}

bool lexicon_looks_titled(struct base_slice text) {
    for (size_t i = 0; i < text.size; i++) {
        bool starts = i == 0 || class_of((unsigned char)text.data[i - 1]) != IN_WORD;
        if ((unsigned char)text.data[i] >= 0x80 || (starts && is_lower(text.data[i])) ||
            (!starts && is_upper(text.data[i]))) {
            return false;
        }
    }
    return true;
}
