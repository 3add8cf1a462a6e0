/* What the first bytes of an input say it is. Names of files say nothing here. */
#ifndef LIBRARY_DETECT_H
#define LIBRARY_DETECT_H

#include "library/stream.h"

/* How many bytes library_is_text() wants to see. */
enum { LIBRARY_HEAD = 4096 };

/* False for images, archives, programs and the like. */
bool library_is_text(struct base_slice head);
/* SAYSO_INPUT_WARC, _JSONL or _PAGE. A first line of more than `most` bytes is no JSON. */
enum sayso_input library_detect(struct library_stream *stream, size_t most);
/* The next line with its end, without moving; *whole: it is no longer than `most`. */
struct base_slice library_line_ahead(struct library_stream *stream, size_t most, bool *whole);

#endif
