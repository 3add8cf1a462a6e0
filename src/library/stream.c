#include "library/stream.h"

#include "library/unwrap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RAW_SIZE = 128 * 1024, STEP = 256 * 1024 };

/* What unwraps to more than so many times its size is a bomb; not asked before so many bytes came out. News pages shrink to
 * a fifth, the most repetitive logs to a hundredth. */
enum { MOST_RATIO = 500, RATIO_FREE = 64 * 1024 * 1024 };

struct library_stream {
    int file;               /* -1: none, the bytes are all in `raw` */
    char *raw_buffer;
    struct base_slice raw;  /* read and not yet unwrapped */
    uint64_t consumed, produced;
    struct library_unwrap *unwrap;
    bool looked, ended;     /* looked: is it known what it is wrapped in? */
    char *data;             /* unwrapped: [start, end) is ahead */
    size_t start, end, capacity;
    uint64_t offset;        /* of `start` */
    enum sayso_status status;
    uint64_t failed_at;
    const char *reason;
};

static struct library_stream *new_stream(struct sayso_error *error) {
    struct library_stream *stream = calloc(1, sizeof *stream);
    if (!stream) {
        base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to read it");
        return NULL;
    }
    stream->file = -1;
    return stream;
}

struct library_stream *library_stream_of(struct base_slice bytes, struct sayso_error *error) {
    struct library_stream *stream = new_stream(error);
    if (stream) {
        stream->raw = bytes;
        stream->consumed = bytes.size;
    }
    return stream;
}

struct library_stream *library_stream_open(const char *path, struct sayso_error *error) {
    struct library_stream *stream = new_stream(error);
    if (!stream) {
        return NULL;
    }
    stream->raw_buffer = malloc(RAW_SIZE);
    stream->file = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (!stream->raw_buffer || stream->file < 0) {
        base_error_set(error, SAYSO_IO, SAYSO_NOWHERE, 0, "cannot be opened: %s", strerror(errno));
        library_stream_close(stream);
        return NULL;
    }
    return stream;
}

void library_stream_close(struct library_stream *stream) {
    if (stream) {
        if (stream->file > STDIN_FILENO) {
            close(stream->file);
        }
        library_unwrap_free(stream->unwrap);
        free(stream->raw_buffer);
        free(stream->data);
        free(stream);
    }
}

static void fail(struct library_stream *stream, enum sayso_status status, const char *reason) {
    stream->status = status;
    stream->failed_at = stream->consumed - stream->raw.size;
    stream->reason = reason;
    stream->ended = true;
}

/* More raw bytes behind those that are left; false at the end. */
static bool read_raw(struct library_stream *stream) {
    if (stream->file < 0 || stream->status != SAYSO_OK) {
        return false;
    }
    if (stream->raw.size) {
        memmove(stream->raw_buffer, stream->raw.data, stream->raw.size);
    }
    stream->raw.data = stream->raw_buffer;
    ssize_t got;
    do {
        got = read(stream->file, stream->raw_buffer + stream->raw.size, RAW_SIZE - stream->raw.size);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        fail(stream, SAYSO_IO, strerror(errno));
        return false;
    }
    stream->raw.size += (size_t)got;
    stream->consumed += (size_t)got;
    return got > 0;
}

static void look(struct library_stream *stream) {
    stream->looked = true;
    while (stream->raw.size < 4 && read_raw(stream)) {
    }
    enum library_wrapping wrapping = library_wrapping_of(stream->raw);
    if (wrapping != LIBRARY_PLAIN && !(stream->unwrap = library_unwrap_new(wrapping))) {
        fail(stream, SAYSO_NO_MEMORY, "no memory to unwrap it");
    }
}

/* Room for one step behind what is ahead. */
static bool make_room(struct library_stream *stream) {
    if (stream->start) {
        memmove(stream->data, stream->data + stream->start, stream->end - stream->start);
        stream->end -= stream->start;
        stream->start = 0;
    }
    if (stream->capacity - stream->end >= STEP) {
        return true;
    }
    size_t capacity = stream->capacity ? stream->capacity * 2 : 2 * STEP;
    char *data = realloc(stream->data, capacity);
    if (!data) {
        fail(stream, SAYSO_NO_MEMORY, "no memory to look so far ahead in it");
        return false;
    }
    stream->data = data;
    stream->capacity = capacity;
    return true;
}

static size_t produce_plain(struct library_stream *stream, char *out, size_t size) {
    if (!stream->raw.size && !read_raw(stream)) {
        stream->ended = true;
        return 0;
    }
    size_t count = stream->raw.size < size ? stream->raw.size : size;
    memcpy(out, stream->raw.data, count);
    stream->raw.data += count;
    stream->raw.size -= count;
    return count;
}

static size_t produce_unwrapped(struct library_stream *stream, char *out, size_t size) {
    const char *reason = NULL;
    size_t count = library_unwrap(stream->unwrap, &stream->raw, out, size, &reason);
    stream->produced += count;
    if (reason) {
        fail(stream, SAYSO_BAD_INPUT, reason);
    } else if (stream->produced > RATIO_FREE && stream->produced / MOST_RATIO > stream->consumed) {
        fail(stream, SAYSO_BAD_INPUT, "unwraps to more than 500 times its size");
    } else if (count == 0 && !stream->raw.size && !read_raw(stream) && stream->status == SAYSO_OK) {
        stream->ended = true;
        if (!library_unwrap_is_whole(stream->unwrap)) {
            fail(stream, SAYSO_BAD_INPUT, "compressed data is cut off");
        }
    }
    return count;
}

struct base_slice library_stream_ahead(struct library_stream *stream, size_t size) {
    if (!stream->looked) {
        look(stream);
    }
    while (stream->end - stream->start < size && !stream->ended && make_room(stream)) {
        char *out = stream->data + stream->end;
        size_t room = stream->capacity - stream->end;
        stream->end += stream->unwrap ? produce_unwrapped(stream, out, room) : produce_plain(stream, out, room);
    }
    return (struct base_slice){stream->data ? stream->data + stream->start : "", stream->end - stream->start};
}

void library_stream_skip(struct library_stream *stream, size_t size) {
    stream->start += size;
    stream->offset += size;
}

uint64_t library_stream_offset(const struct library_stream *stream) {
    return stream->offset;
}

uint64_t library_stream_consumed(const struct library_stream *stream) {
    return stream->consumed;
}

enum sayso_status library_stream_status(const struct library_stream *stream, struct sayso_error *error) {
    if (stream->status == SAYSO_OK) {
        return SAYSO_OK;
    }
    return base_error_set(error, stream->status, (size_t)stream->failed_at, 0, "%s", stream->reason);
}
