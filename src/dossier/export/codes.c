#include "dossier/export/codes.h"

/* The line that holds the byte. */
static struct base_slice line_at(struct base_slice table, size_t at) {
    size_t start = at, end = at;
    while (start > 0 && table.data[start - 1] != '\n') {
        start--;
    }
    while (end < table.size && table.data[end] != '\n') {
        end++;
    }
    return base_slice_part(table, start, end);
}

/* Comments come first, as their "#" sorts before all keys. */
struct base_slice codes_find(struct base_slice table, struct base_slice key, unsigned column) {
    size_t low = 0, high = table.size;
    while (low < high) {
        struct base_slice line = line_at(table, low + (high - low) / 2), rest = line;
        struct base_slice found = base_slice_cut(&rest, '\t');
        int order = base_slice_compare(found, key);
        if (order == 0) {
            for (unsigned i = 0; i < column; i++) {
                found = base_slice_cut(&rest, '\t');
            }
            return base_slice_is(found, "-") ? (struct base_slice){0} : found;
        }
        if (order < 0) {
            low = (size_t)(line.data - table.data) + line.size + 1;
        } else {
            high = (size_t)(line.data - table.data);
        }
    }
    return (struct base_slice){0};
}
