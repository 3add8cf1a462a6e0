#include "syntax/features.h"

#include "base/hash.h"
#include "base/utf8.h"

const char *const syntax_table_names[SYNTAX_TABLES] = {"prefix2", "prefix3", "suffix2", "suffix3",
                                                       "suffix4", "shape",   "end"};
const uint32_t syntax_table_sizes[SYNTAX_TABLES] = {2048, 4096, 1024, 4096, 8192, 1024, 512};

/* A form as characters: normalised (lower case, 0 for digits, plain quotes and dashes) and as a shape. */
struct characters {
    char normal[SYNTAX_LONGEST_FORM * 4], shape[SYNTAX_LONGEST_FORM * 4];
    uint16_t starts[SYNTAX_LONGEST_FORM + 1]; /* of each character in `normal` */
    uint16_t count, shape_size;
    struct base_slice last;                   /* the last character as written */
};

static uint32_t plain(uint32_t c) {
    switch (c) {
    case 0x2018: case 0x2019: return '\'';
    case 0x201C: case 0x201D: return '"';
    case 0x2010: case 0x2011: case 0x2013: case 0x2014: return '-';
    default: return c >= '0' && c <= '9' ? '0' : base_lower(c);
    }
}

static uint32_t kind(uint32_t c) {
    if (c >= '0' && c <= '9') {
        return 'd';
    }
    if (c >= 128 || ((c | 32) >= 'a' && (c | 32) <= 'z')) {
        return base_lower(c) != c ? 'X' : 'x';
    }
    return c;
}

static void read_characters(struct base_slice form, struct characters *out) {
    uint32_t before = 0, before_that = 0;
    size_t size = 0;
    out->count = out->shape_size = 0;
    out->last = (struct base_slice){0};
    for (size_t at = 0; at < form.size && out->count < SYNTAX_LONGEST_FORM;) {
        size_t start = at;
        uint32_t c = base_utf8_next(form, &at);
        out->last = base_slice_part(form, start, at);
        out->starts[out->count++] = (uint16_t)size;
        size += base_utf8_put(out->normal + size, plain(c));
        uint32_t k = kind(c);
        if (k != before || k != before_that) {
            out->shape_size = (uint16_t)(out->shape_size + base_utf8_put(out->shape + out->shape_size, k));
            before_that = before;
            before = k;
        }
    }
    out->starts[out->count] = (uint16_t)size;
}

static struct base_slice prefix(const struct characters *c, size_t length) {
    return (struct base_slice){c->normal, c->starts[length < c->count ? length : c->count]};
}

static struct base_slice suffix(const struct characters *c, size_t length) {
    size_t from = length < c->count ? c->starts[c->count - length] : 0;
    return (struct base_slice){c->normal + from, c->starts[c->count] - from};
}

void syntax_features_of(struct base_slice form, struct syntax_features *out) {
    struct characters c;
    char end[8];
    read_characters(form, &c);
    size_t shape_start = c.shape_size < 2 ? c.shape_size : 2;
    if (c.last.size) {
        memcpy(end, c.last.data, c.last.size);
    }
    memcpy(end + c.last.size, c.shape, shape_start);
    const struct base_slice texts[SYNTAX_TABLES] = {
        prefix(&c, 2), prefix(&c, 3), suffix(&c, 2), suffix(&c, 3), suffix(&c, 4),
        {c.shape, c.shape_size}, {end, c.last.size + shape_start}};
    for (size_t i = 0; i < SYNTAX_TABLES; i++) {
        out->rows[i] = base_hash32(texts[i]) % syntax_table_sizes[i];
    }
    out->word = base_hash64(prefix(&c, c.count));
}
