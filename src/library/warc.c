/* WARC files (ISO 28500) as a stream of pages: the bodies of its responses, resources and conversions. */
#include "library/detect.h"
#include "library/http.h"
#include "library/run.h"

#include <stdio.h>

enum { MOST_HEADER_LINE = 64 * 1024, MOST_HTTP_HEADER = 256 * 1024 };

enum record_type { OTHER, RESPONSE, PLAIN };

struct warc {
    struct library_run *run;
    struct library_stream *stream;
    const char *name;
};

struct record {
    uint64_t offset, length;
    bool has_length;
    enum record_type type;
    char uri[4096], content_type[256]; /* empty: none, or longer */
};

static void report(const struct warc *warc, uint64_t offset, const char *reason) {
    struct sayso_error error;
    base_error_input(&error, warc->name);
    base_error_set(&error, SAYSO_BAD_INPUT, (size_t)offset, 0, "%s", reason);
    library_report(warc->run, &error);
}

/* The next line without its end; moves past it. False at the end of the stream. */
static bool next_line(const struct warc *warc, char *line, size_t size) {
    bool whole;
    struct base_slice ahead = library_line_ahead(warc->stream, MOST_HEADER_LINE, &whole);
    size_t skip = ahead.size;
    ahead = base_slice_trim(ahead);
    snprintf(line, size, "%.*s", (int)(ahead.size < size ? ahead.size : 0), ahead.data);
    library_stream_skip(warc->stream, skip);
    return skip > 0;
}

static void copy(char *out, size_t size, struct base_slice value) {
    if (value.size > 1 && value.data[0] == '<') { /* WARC 1.0 files have URIs in angle brackets */
        value = base_slice_part(value, 1, value.size - 1);
    }
    snprintf(out, size, "%.*s", (int)(value.size < size ? value.size : 0), value.data);
}

static void read_field(struct record *record, struct base_slice line) {
    struct base_slice name = base_slice_trim(base_slice_cut(&line, ':')), value = base_slice_trim(line);
    if (base_slice_equal_nocase(name, BASE_SLICE("WARC-Type"))) {
        record->type = base_slice_is(value, "response")                                          ? RESPONSE
                       : base_slice_is(value, "resource") || base_slice_is(value, "conversion") ? PLAIN
                                                                                                 : OTHER;
    } else if (base_slice_equal_nocase(name, BASE_SLICE("WARC-Target-URI"))) {
        copy(record->uri, sizeof record->uri, value);
    } else if (base_slice_equal_nocase(name, BASE_SLICE("Content-Type"))) {
        copy(record->content_type, sizeof record->content_type, value);
    } else if (base_slice_equal_nocase(name, BASE_SLICE("Content-Length"))) {
        record->has_length = value.size > 0 && value.size < 19;
        for (size_t i = 0; i < value.size && record->has_length; i++) {
            record->has_length = value.data[i] >= '0' && value.data[i] <= '9';
            record->length = record->length * 10 + (uint64_t)(value.data[i] - '0');
        }
    }
}

/* Reads up to the block of the next record. Where something else stands there, says so and goes on behind it. */
static bool next_record(const struct warc *warc, struct record *record) {
    char line[8192];
    bool lost = false;
    *record = (struct record){.offset = library_stream_offset(warc->stream)};
    while (next_line(warc, line, sizeof line)) {
        if (base_slice_starts(base_slice_of(line), BASE_SLICE("WARC/"))) {
            while (next_line(warc, line, sizeof line) && line[0]) {
                read_field(record, base_slice_of(line));
            }
            return true;
        }
        if (line[0] && !lost) {
            lost = true;
            report(warc, record->offset, "no WARC record where one should begin");
        }
        record->offset = library_stream_offset(warc->stream);
    }
    return false;
}

static void submit(const struct warc *warc, const struct record *record, struct base_slice block) {
    struct library_http http = {.status = 200, .body = block};
    if (record->type == RESPONSE) {
        http = library_http_parse(block);
    } else {
        library_http_content_type(base_slice_of(record->content_type), &http.type, &http.charset);
    }
    if (http.status != 200) {
        return; /* a redirection or an error of the server is no page */
    }
    if (!library_http_is_page(http.type)) {
        warc->run->counts.passed_over++;
        return;
    }
    struct base_buffer room = {0};
    struct base_slice body;
    struct sayso_error error;
    size_t most = warc->run->options.max_document;
    if (library_http_body(&http, most, &room, &body, &error) != SAYSO_OK) {
        report(warc, record->offset, error.reason);
    } else if (body.size > most) {
        report(warc, record->offset, "a document of more bytes than are allowed");
    } else {
        struct library_origin origin = {.path = warc->name, .offset = (size_t)record->offset, .charset = http.charset,
                                        .url = base_slice_of(record->uri)};
        library_submit(warc->run, LIBRARY_PAGE, body, &origin);
    }
    base_buffer_free(&room);
}

/* Moves past the block, which need not fit into memory. */
static void skip_block(const struct warc *warc, uint64_t length) {
    while (length) {
        struct base_slice ahead = library_stream_ahead(warc->stream, LIBRARY_HEAD);
        size_t some = ahead.size < length ? ahead.size : (size_t)length;
        library_stream_skip(warc->stream, some);
        length -= some;
        if (!some) {
            return;
        }
    }
}

static void read_block(const struct warc *warc, const struct record *record) {
    uint64_t most = (uint64_t)warc->run->options.max_document + MOST_HTTP_HEADER;
    if (record->type != OTHER && record->length <= most) {
        struct base_slice ahead = library_stream_ahead(warc->stream, (size_t)record->length);
        if (ahead.size >= record->length) {
            submit(warc, record, base_slice_part(ahead, 0, (size_t)record->length));
        } else if (library_stream_status(warc->stream, NULL) == SAYSO_OK) {
            report(warc, record->offset, "the record is cut off");
        }
    } else if (record->type != OTHER) {
        report(warc, record->offset, "a document of more bytes than are allowed");
    }
    skip_block(warc, record->length);
}

void library_read_warc(struct library_run *run, struct library_stream *stream, const char *name) {
    struct warc warc = {run, stream, name};
    struct record record;
    while (!run->stopped && next_record(&warc, &record)) {
        if (record.has_length) {
            read_block(&warc, &record);
        } else {
            report(&warc, record.offset, "a WARC record without a length");
        }
    }
}
