#include "base/slice.h"

int base_slice_compare(struct base_slice a, struct base_slice b) {
    size_t least = a.size < b.size ? a.size : b.size;
    int order = least ? memcmp(a.data, b.data, least) : 0;
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool base_slice_equal_nocase(struct base_slice a, struct base_slice b) {
    if (a.size != b.size) {
        return false;
    }
    for (size_t i = 0; i < a.size; i++) {
        if (lower(a.data[i]) != lower(b.data[i])) {
            return false;
        }
    }
    return true;
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct base_slice base_slice_trim(struct base_slice slice) {
    while (slice.size && is_space(slice.data[0])) {
        slice.data++;
        slice.size--;
    }
    while (slice.size && is_space(slice.data[slice.size - 1])) {
        slice.size--;
    }
    return slice;
}

size_t base_slice_find(struct base_slice whole, struct base_slice part) {
    if (part.size == 0) {
        return 0;
    }
    for (size_t at = 0; at + part.size <= whole.size; at++) {
        const char *hit = memchr(whole.data + at, part.data[0], whole.size - part.size - at + 1);
        if (!hit) {
            break;
        }
        at = (size_t)(hit - whole.data);
        if (memcmp(hit, part.data, part.size) == 0) {
            return at;
        }
    }
    return SIZE_MAX;
}

struct base_slice base_slice_cut(struct base_slice *rest, char separator) {
    const char *hit = rest->size ? memchr(rest->data, separator, rest->size) : NULL;
    struct base_slice out = {rest->data, hit ? (size_t)(hit - rest->data) : rest->size};
    size_t used = out.size + (hit ? 1 : 0);
    if (used > 0) { /* an empty slice may have no data to step over */
        rest->data += used;
        rest->size -= used;
    }
    return out;
}

bool base_slice_joined_has(struct base_slice joined, char separator, struct base_slice item) {
    while (joined.size) {
        if (base_slice_equal(base_slice_cut(&joined, separator), item)) {
            return true;
        }
    }
    return false;
}

struct base_slice base_slice_line(struct base_slice *rest) {
    struct base_slice line = base_slice_cut(rest, '\n');
    if (line.size && line.data[line.size - 1] == '\r') {
        line.size--;
    }
    return line;
}
