/* Decompression, piece by piece. */
#ifndef LIBRARY_UNWRAP_H
#define LIBRARY_UNWRAP_H

#include "base/slice.h"

enum library_wrapping { LIBRARY_PLAIN, LIBRARY_GZIP, LIBRARY_ZSTD };

struct library_unwrap;

/* By the first bytes. */
enum library_wrapping library_wrapping_of(struct base_slice head);
/* NULL: no memory. */
struct library_unwrap *library_unwrap_new(enum library_wrapping wrapping);
void library_unwrap_free(struct library_unwrap *unwrap);

/* Takes from the front of `*in` and writes up to `size` bytes; returns how many. *reason is set where the data is damaged.
 * Writes nothing only where it needs more input or where the wrapping has ended. */
size_t library_unwrap(struct library_unwrap *unwrap, struct base_slice *in, char *out, size_t size, const char **reason);
/* Is it between two members or frames, so that the input may end here? */
bool library_unwrap_is_whole(const struct library_unwrap *unwrap);

#endif
