/* A piece of somebody else's bytes: pointer and length, never ended by a NUL. */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct base_slice {
    const char *data;
    size_t size;
};

#define BASE_SLICE(literal) ((struct base_slice){"" literal, sizeof(literal) - 1})

static inline struct base_slice base_slice_of(const char *string) {
    return (struct base_slice){string, string ? strlen(string) : 0};
}

static inline struct base_slice base_slice_part(struct base_slice slice, size_t start, size_t end) {
    return (struct base_slice){slice.data + start, end - start};
}

static inline bool base_slice_equal(struct base_slice a, struct base_slice b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static inline bool base_slice_is(struct base_slice a, const char *string) {
    return base_slice_equal(a, base_slice_of(string));
}

static inline bool base_slice_starts(struct base_slice a, struct base_slice start) {
    return a.size >= start.size && (start.size == 0 || memcmp(a.data, start.data, start.size) == 0);
}

static inline bool base_slice_ends(struct base_slice a, struct base_slice end) {
    return a.size >= end.size && (end.size == 0 || memcmp(a.data + a.size - end.size, end.data, end.size) == 0);
}

/* Order of bytes, as memcmp has it; a shorter slice comes before a longer one that it starts. */
int base_slice_compare(struct base_slice a, struct base_slice b);
/* The same letters, ASCII case aside. */
bool base_slice_equal_nocase(struct base_slice a, struct base_slice b);
/* Without white space (space, tab, CR, LF) on both sides. */
struct base_slice base_slice_trim(struct base_slice slice);
/* Offset of `part` in `whole`, or SIZE_MAX. An empty part is found at 0. */
size_t base_slice_find(struct base_slice whole, struct base_slice part);
/* Cuts the text before the first `separator` off the front of `*rest` and returns it; all of it where there is none. */
struct base_slice base_slice_cut(struct base_slice *rest, char separator);
/* Is it one of the items that the separator joins? "GOV;MIL" */
bool base_slice_joined_has(struct base_slice joined, char separator, struct base_slice item);
/* Cuts the first line, without its LF or CRLF. */
struct base_slice base_slice_line(struct base_slice *rest);

#endif
