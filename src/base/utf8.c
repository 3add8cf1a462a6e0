#include "base/utf8.h"

#include <locale.h>
#include <pthread.h>
#include <wctype.h>

uint32_t base_utf8_next(struct base_slice text, size_t *at) {
    const unsigned char *p = (const unsigned char *)text.data + *at;
    size_t left = text.size - *at;
    *at += 1;
    if (p[0] < 0x80) {
        return p[0];
    }
    if (p[0] < 0xC2 || p[0] > 0xF4) {
        return BASE_UTF8_REPLACEMENT;
    }
    size_t more = p[0] < 0xE0 ? 1 : p[0] < 0xF0 ? 2 : 3;
    uint32_t value = p[0] & (0x3Fu >> more);
    unsigned char low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
    for (size_t i = 1; i <= more; i++) {
        if (i >= left || p[i] < low || p[i] > high) {
            return BASE_UTF8_REPLACEMENT;
        }
        value = value << 6 | (p[i] & 0x3F);
        *at += 1;
        low = 0x80;
        high = 0xBF;
    }
    return value;
}

uint32_t base_utf8_previous(struct base_slice text, size_t *at) {
    do {
        *at -= 1;
    } while (*at > 0 && (text.data[*at] & 0xC0) == 0x80);
    size_t copy = *at;
    return base_utf8_next(text, &copy);
}

size_t base_utf8_put(char out[4], uint32_t c) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* Was the U+FFFD that base_utf8_next() gave at `start` written in the text, or does it stand for broken bytes? */
static bool is_written(struct base_slice text, size_t start, size_t end) {
    return end - start == 3 && memcmp(text.data + start, "\xEF\xBF\xBD", 3) == 0;
}

bool base_utf8_valid(struct base_slice text) {
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        if (base_utf8_next(text, &at) == BASE_UTF8_REPLACEMENT && !is_written(text, start, at)) {
            return false;
        }
    }
    return true;
}

struct base_slice base_utf8_mend(struct base_arena *arena, struct base_slice text, size_t *mended) {
    *mended = 0;
    if (base_utf8_valid(text)) {
        return text;
    }
    char *out = base_arena_array(arena, text.size, 3);
    size_t size = 0;
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        uint32_t c = base_utf8_next(text, &at);
        *mended += c == BASE_UTF8_REPLACEMENT && !is_written(text, start, at);
        size += base_utf8_put(out + size, c);
    }
    return (struct base_slice){out, size};
}

bool base_utf8_is_boundary(struct base_slice text, size_t at) {
    return at == 0 || at >= text.size || (text.data[at] & 0xC0) != 0x80;
}

/* The C library's tables, always for UTF-8, whatever the user's locale is. */
static locale_t tables;
static pthread_once_t tables_once = PTHREAD_ONCE_INIT;

static void open_tables(void) {
    tables = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

static locale_t get_tables(void) {
    pthread_once(&tables_once, open_tables);
    return tables;
}

bool base_is_space(uint32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool base_is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

bool base_is_letter(uint32_t c) {
    if (c < 128) {
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    }
    return get_tables() && iswalpha_l((wint_t)c, tables);
}

bool base_is_upper(uint32_t c) {
    return base_lower(c) != c;
}

uint32_t base_lower(uint32_t c) {
    if (c < 128) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return get_tables() ? (uint32_t)towlower_l((wint_t)c, tables) : c;
}

struct base_slice base_lower_copy(struct base_arena *arena, struct base_slice text) {
    char *out = base_arena_array(arena, text.size + 1, 2); /* lower case may take a byte more than upper case */
    size_t size = 0;
    for (size_t at = 0; at < text.size;) {
        size += base_utf8_put(out + size, base_lower(base_utf8_next(text, &at)));
    }
    return (struct base_slice){out, size};
}
