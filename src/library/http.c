#include "library/http.h"

#include "library/stream.h"

static bool is_name(struct base_slice a, const char *name) {
    return base_slice_equal_nocase(a, base_slice_of(name));
}

void library_http_content_type(struct base_slice value, struct base_slice *type, struct base_slice *charset) {
    *type = base_slice_trim(base_slice_cut(&value, ';'));
    *charset = (struct base_slice){0};
    while (value.size) {
        struct base_slice parameter = base_slice_cut(&value, ';');
        struct base_slice name = base_slice_trim(base_slice_cut(&parameter, '='));
        parameter = base_slice_trim(parameter);
        if (parameter.size > 1 && parameter.data[0] == '"') {
            parameter = base_slice_part(parameter, 1, parameter.size - 1);
        }
        if (is_name(name, "charset")) {
            *charset = parameter;
        }
    }
}

bool library_http_is_page(struct base_slice type) {
    return !type.size || is_name(type, "text/html") || is_name(type, "application/xhtml+xml") ||
           is_name(type, "text/plain");
}

static void read_field(struct library_http *http, struct base_slice line) {
    struct base_slice name = base_slice_trim(base_slice_cut(&line, ':')), value = base_slice_trim(line);
    if (is_name(name, "content-type")) {
        library_http_content_type(value, &http->type, &http->charset);
    } else if (is_name(name, "transfer-encoding")) {
        http->chunked = is_name(value, "chunked");
    } else if (is_name(name, "content-encoding") && !is_name(value, "identity")) {
        http->encoding = value;
    }
}

struct library_http library_http_parse(struct base_slice block) {
    struct library_http http = {.status = 200, .body = block};
    if (!base_slice_starts(block, BASE_SLICE("HTTP/"))) {
        return http;
    }
    struct base_slice line = base_slice_line(&block);
    base_slice_cut(&line, ' ');
    http.status = 0;
    for (size_t i = 0; i < line.size && i < 3 && line.data[i] >= '0' && line.data[i] <= '9'; i++) {
        http.status = http.status * 10 + (unsigned)(line.data[i] - '0');
    }
    while (block.size && (line = base_slice_line(&block)).size) {
        read_field(&http, line);
    }
    http.body = block;
    return http;
}

/* The length of a chunk; SIZE_MAX: this is none. */
static size_t chunk_size(struct base_slice line) {
    size_t size = 0, digits = 0;
    for (; digits < line.size && digits < 8; digits++) {
        char c = line.data[digits];
        unsigned value = c >= '0' && c <= '9' ? (unsigned)(c - '0') : ((unsigned char)c | 32u) - 'a' + 10u;
        if (value > 15) {
            break;
        }
        size = size * 16 + value;
    }
    struct base_slice rest = base_slice_trim(base_slice_part(line, digits, line.size));
    return digits && (!rest.size || rest.data[0] == ';') ? size : SIZE_MAX;
}

/* Many crawlers keep the header and store the body already put together: then it is taken as it is. */
static struct base_slice without_chunks(struct base_slice body, struct base_buffer *room) {
    struct base_slice rest = body;
    while (rest.size) {
        size_t size = chunk_size(base_slice_line(&rest));
        if (size == SIZE_MAX) {
            return room->size ? (struct base_slice){room->data, room->size} : body;
        }
        if (size == 0) {
            break;
        }
        size = size < rest.size ? size : rest.size;
        base_buffer_add(room, base_slice_part(rest, 0, size));
        rest = base_slice_part(rest, size, rest.size);
        base_slice_line(&rest);
    }
    return (struct base_slice){room->data ? room->data : "", room->size};
}

static enum sayso_status unpack(struct base_slice packed, size_t most, struct base_buffer *room, struct base_slice *body,
                                struct sayso_error *error) {
    struct library_stream *stream = library_stream_of(packed, error);
    if (!stream) {
        return SAYSO_NO_MEMORY;
    }
    struct base_slice plain = library_stream_ahead(stream, most + 1);
    enum sayso_status status = library_stream_status(stream, error);
    struct base_buffer unpacked = {0};
    base_buffer_add(&unpacked, plain);
    library_stream_close(stream);
    base_buffer_free(room);
    *room = unpacked;
    *body = (struct base_slice){room->data ? room->data : "", room->size};
    return status;
}

enum sayso_status library_http_body(const struct library_http *http, size_t most, struct base_buffer *room,
                                    struct base_slice *body, struct sayso_error *error) {
    enum sayso_status status = SAYSO_OK;
    *body = http->chunked ? without_chunks(http->body, room) : http->body;
    if (is_name(http->encoding, "gzip") || is_name(http->encoding, "x-gzip") || is_name(http->encoding, "zstd")) {
        status = unpack(*body, most, room, body, error);
    } else if (http->encoding.size) {
        return base_error_set(error, SAYSO_BAD_INPUT, SAYSO_NOWHERE, 0, "content encoding \"%.*s\" is not known",
                              (int)(http->encoding.size < 40 ? http->encoding.size : 40), http->encoding.data);
    }
    if (room->failed) {
        return base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory for this document");
    }
    return status;
}
