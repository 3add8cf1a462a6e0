/* The bytes of one input, whatever they are wrapped in: a file, standard input or memory; plain, gzip (RFC 1952, any number
 * of members) or zstd (RFC 8878, any number of frames). Memory is that of what is looked at ahead, not of the input. */
#ifndef LIBRARY_STREAM_H
#define LIBRARY_STREAM_H

#include "base/error.h"
#include "base/slice.h"

struct library_stream;

/* "-" is standard input. NULL and the error filled in where it cannot be opened. Closed by library_stream_close(). */
struct library_stream *library_stream_open(const char *path, struct sayso_error *error);
struct library_stream *library_stream_of(struct base_slice bytes, struct sayso_error *error);
void library_stream_close(struct library_stream *stream);

/* Looks at least `size` bytes ahead; fewer are there only at the end. They stay until the next call. */
struct base_slice library_stream_ahead(struct library_stream *stream, size_t size);
void library_stream_skip(struct library_stream *stream, size_t size);
/* Where the next byte stands in the unwrapped input, and how much of the wrapped one was read so far. */
uint64_t library_stream_offset(const struct library_stream *stream);
uint64_t library_stream_consumed(const struct library_stream *stream);
/* Why the end came early: the system, damaged or cut off compression, a bomb, no memory. SAYSO_OK: it did not. */
enum sayso_status library_stream_status(const struct library_stream *stream, struct sayso_error *error);

#endif
