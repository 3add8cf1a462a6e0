#include "dossier/database/address.h"

#include "base/buffer.h"

static const struct base_slice SCHEMES[] = {{"postgresql://", 13}, {"postgres://", 11}};

static size_t scheme_size(struct base_slice where) {
    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++) {
        if (base_slice_starts(where, SCHEMES[i])) {
            return SCHEMES[i].size;
        }
    }
    return 0;
}

bool address_is_postgresql(const char *where) {
    return scheme_size(base_slice_of(where)) > 0;
}

/* USER:PASSWORD@HOST: from the first colon to the last @, so that a password that should have been percent-encoded is left
 * out, too. */
static size_t add_authority(struct base_buffer *out, struct base_slice where) {
    size_t start = scheme_size(where);
    const char *colon = memchr(where.data + start, ':', where.size - start);
    const char *at = memrchr(where.data + start, '@', where.size - start);
    size_t shown = colon && at && colon < at ? (size_t)(colon - where.data) : start;
    base_buffer_add(out, base_slice_part(where, 0, shown));
    return shown == start ? start : (size_t)(at - where.data);
}

char *address_without_password(const char *where) {
    static const struct base_slice PARAMETER = {"password=", 9};
    struct base_buffer out = {0};
    struct base_slice rest = base_slice_of(where);
    if (address_is_postgresql(where)) {
        rest = base_slice_part(rest, add_authority(&out, rest), rest.size);
        for (size_t at; (at = base_slice_find(rest, PARAMETER)) != SIZE_MAX;) {
            base_buffer_add(&out, base_slice_part(rest, 0, at + PARAMETER.size));
            rest = base_slice_part(rest, at + PARAMETER.size, rest.size);
            const char *next = memchr(rest.data, '&', rest.size);
            rest = base_slice_part(rest, next ? (size_t)(next - rest.data) : rest.size, rest.size);
        }
    }
    base_buffer_add(&out, rest);
    base_buffer_char(&out, '\0');
    if (out.failed) {
        base_buffer_free(&out);
        return NULL;
    }
    return out.data;
}
