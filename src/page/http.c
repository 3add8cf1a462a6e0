#include "page/http.h"

#include <zlib.h>

enum { STEP = 1 << 16, EITHER_HEADER = 32 /* added to zlib's window bits: gzip or zlib header */ };

bool page_http_field(struct base_slice *header, struct base_slice *name, struct base_slice *value) {
    while (header->size > 0) {
        struct base_slice line = base_slice_line(header);
        if (line.size == 0) {
            return false;
        }
        if (memchr(line.data, ':', line.size) != NULL) {
            *name = base_slice_trim(base_slice_cut(&line, ':'));
            *value = base_slice_trim(line);
            return true;
        }
    }
    return false;
}

void page_http_content_type(struct base_slice value, struct base_slice *type, struct base_slice *charset) {
    *type = base_slice_trim(base_slice_cut(&value, ';'));
    *charset = (struct base_slice){0};
    while (value.size > 0) {
        struct base_slice parameter = base_slice_cut(&value, ';');
        struct base_slice name = base_slice_trim(base_slice_cut(&parameter, '='));
        parameter = base_slice_trim(parameter);
        if (base_slice_equal_nocase(name, BASE_SLICE("charset"))) {
            size_t quoted = parameter.size > 1 && parameter.data[0] == '"' && parameter.data[parameter.size - 1] == '"';
            *charset = base_slice_part(parameter, quoted, parameter.size - quoted);
        }
    }
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* RFC 9112, 7.1. False where the body is not chunked after all. */
static bool read_chunks(struct base_slice body, struct base_buffer *out) {
    bool any = false;
    while (body.size > 0) {
        struct base_slice line = base_slice_line(&body);
        size_t size = 0, digits = 0;
        while (digits < line.size && digits < 8 && hex_digit(line.data[digits]) >= 0) {
            size = size * 16 + (size_t)hex_digit(line.data[digits++]);
        }
        bool closed = digits == line.size || line.data[digits] == ';' || line.data[digits] == ' ';
        if (digits == 0 || !closed) {
            return any; /* cut off or damaged behind a good start */
        }
        any = true;
        if (size == 0) {
            return true;
        }
        size = size < body.size ? size : body.size;
        base_buffer_add(out, base_slice_part(body, 0, size));
        body = base_slice_part(body, size, body.size);
        base_slice_line(&body);
    }
    return any;
}

/* Inflates what it can. SAYSO_BAD_INPUT: more than `most` bytes come out; *any: something did. */
static enum sayso_status inflate_all(struct base_slice body, int window, size_t most, struct base_buffer *out,
                                     bool *any) {
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)body.data,
                       .avail_in = body.size < UINT32_MAX ? (uInt)body.size : UINT32_MAX};
    char step[STEP];
    *any = false;
    if (inflateInit2(&stream, window) != Z_OK) {
        return SAYSO_NO_MEMORY;
    }
    int result = Z_OK;
    enum sayso_status status = SAYSO_OK;
    while (result == Z_OK && status == SAYSO_OK) {
        stream.next_out = (Bytef *)step;
        stream.avail_out = STEP;
        result = inflate(&stream, Z_NO_FLUSH);
        size_t size = STEP - stream.avail_out;
        base_buffer_add(out, (struct base_slice){step, size});
        *any = *any || size > 0 || result == Z_STREAM_END;
        if (out->size > most) {
            status = SAYSO_BAD_INPUT;
        }
        if (result == Z_STREAM_END && stream.avail_in > 1 && stream.next_in[0] == 0x1F && stream.next_in[1] == 0x8B) {
            result = inflateReset(&stream); /* the next gzip member */
        }
    }
    inflateEnd(&stream);
    return result == Z_MEM_ERROR || out->failed ? SAYSO_NO_MEMORY : status;
}

static enum sayso_status decompress(struct base_slice *body, size_t most, struct base_buffer *out,
                                    const char **reason) {
    bool any;
    enum sayso_status status = inflate_all(*body, MAX_WBITS + EITHER_HEADER, most, out, &any);
    if (status == SAYSO_OK && !any) { /* "deflate" without zlib's header is common, too */
        out->size = 0;
        status = inflate_all(*body, -MAX_WBITS, most, out, &any);
    }
    if (status == SAYSO_BAD_INPUT) {
        *reason = "the body is larger than allowed when decompressed";
    } else if (status == SAYSO_OK && any) {
        *body = (struct base_slice){out->data, out->size};
    }
    return status;
}

enum sayso_status page_http_read(struct base_slice bytes, size_t most, struct base_buffer buffers[2],
                                 struct page_http *http, const char **reason) {
    *http = (struct page_http){0};
    buffers[0].size = buffers[1].size = 0;
    buffers[0].failed = buffers[1].failed = false;
    struct base_slice line = base_slice_line(&bytes), name, value;
    if (!base_slice_starts(line, BASE_SLICE("HTTP/"))) {
        *reason = "no HTTP response";
        return SAYSO_BAD_INPUT;
    }
    base_slice_cut(&line, ' ');
    for (size_t i = 0; i < line.size && i < 3 && line.data[i] >= '0' && line.data[i] <= '9'; i++) {
        http->status = http->status * 10 + (line.data[i] - '0');
    }
    bool chunked = false, compressed = false;
    while (page_http_field(&bytes, &name, &value)) {
        if (base_slice_equal_nocase(name, BASE_SLICE("Content-Type"))) {
            page_http_content_type(value, &http->type, &http->charset);
        } else if (base_slice_equal_nocase(name, BASE_SLICE("Transfer-Encoding"))) {
            chunked = base_slice_equal_nocase(value, BASE_SLICE("chunked"));
        } else if (base_slice_equal_nocase(name, BASE_SLICE("Content-Encoding"))) {
            compressed = base_slice_equal_nocase(value, BASE_SLICE("gzip")) ||
                         base_slice_equal_nocase(value, BASE_SLICE("x-gzip")) ||
                         base_slice_equal_nocase(value, BASE_SLICE("deflate"));
            if (!compressed && !base_slice_equal_nocase(value, BASE_SLICE("identity")) && value.size > 0) {
                *reason = "the body is compressed in a way that is not known";
                return SAYSO_BAD_INPUT;
            }
        }
    }
    http->body = bytes;
    if (chunked && read_chunks(bytes, &buffers[0])) {
        http->body = (struct base_slice){buffers[0].data, buffers[0].size};
    }
    if (buffers[0].failed) {
        return SAYSO_NO_MEMORY;
    }
    return compressed && http->body.size > 0 ? decompress(&http->body, most, &buffers[1], reason) : SAYSO_OK;
}
