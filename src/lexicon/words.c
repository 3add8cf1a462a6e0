#include "lexicon/words.h"

#include "base/utf8.h"

enum character { PARTS, ALONE, IN_WORD };

static enum character class_of(uint32_t c) {
    if (c < 0x80) {
        bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
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

static uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++) {
        hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
    }
    return hash;
}

/* No letter in lower case, and two letters at least. */
static bool shouts(struct base_slice word) {
    size_t letters = 0;
    for (size_t at = 0; at < word.size;) {
        uint32_t c = next_character(word, &at);
        if (base_is_upper(c)) {
            letters++;
        } else if (base_is_letter(c)) {
            return false;
        }
    }
    return letters > 1;
}

static uint64_t hash_lower(uint64_t hash, struct base_slice word, size_t at) {
    while (at < word.size) {
        char bytes[4];
        size_t size = base_utf8_put(bytes, base_lower(next_character(word, &at)));
        hash = hash_bytes(hash, bytes, size);
    }
    return hash;
}

static uint64_t hash_word(struct base_slice word, enum lexicon_case form) {
    uint64_t start = 14695981039346656037u;
    if (form == LEXICON_LOWER) {
        return hash_lower(start, word, 0);
    }
    if (form != LEXICON_AS_IS && shouts(word)) {
        size_t first = 0;
        next_character(word, &first);
        return hash_lower(hash_bytes(start, word.data, first), word, first);
    }
    char c = word.data[0];
    if (form == LEXICON_TITLED && c >= 'a' && c <= 'z') {
        char upper = (char)(c - 'a' + 'A');
        return hash_bytes(hash_bytes(start, &upper, 1), word.data + 1, word.size - 1);
    }
    return hash_bytes(start, word.data, word.size);
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
