#include "page/warc.h"

#include <stdlib.h>

#include "page/http.h"

enum {
    HEADER = 1 << 16, /* bytes of the header of a record, at most */
    STEP = 1 << 20,   /* bytes skipped or searched at once */
    MARGIN = 16       /* a mark may lie across two steps */
};

struct page_warc {
    struct page_warc_source source;
    size_t most;
    uint64_t offset, passed_over;
    struct base_buffer header, buffers[2];
    size_t pending; /* bytes of the last record, still to be skipped */
};

/* What the header of a record says; slices into `warc->header`. */
struct header {
    struct base_slice type, url, date, content_type;
    uint64_t length;
    bool has_length;
};

struct page_warc *page_warc_open(struct page_warc_source source, size_t most) {
    struct page_warc *warc = calloc(1, sizeof *warc);
    if (warc) {
        warc->source = source;
        warc->most = most;
    }
    return warc;
}

void page_warc_close(struct page_warc *warc) {
    if (warc) {
        base_buffer_free(&warc->header);
        base_buffer_free(&warc->buffers[0]);
        base_buffer_free(&warc->buffers[1]);
        free(warc);
    }
}

uint64_t page_warc_passed_over(const struct page_warc *warc) {
    return warc->passed_over;
}

static struct base_slice ahead(struct page_warc *warc, size_t size) {
    return warc->source.ahead(warc->source.context, size);
}

static void skip(struct page_warc *warc, size_t size) {
    warc->source.skip(warc->source.context, size);
    warc->offset += size;
}

/* In steps, for a record may be larger than memory. False: the input ends before. */
static bool skip_all(struct page_warc *warc, uint64_t size) {
    while (size > 0) {
        size_t want = size < STEP ? (size_t)size : STEP, have = ahead(warc, want).size;
        skip(warc, have < want ? have : want);
        if (have < want) {
            return false;
        }
        size -= want;
    }
    return true;
}

static void skip_line_ends(struct page_warc *warc) {
    for (struct base_slice next = ahead(warc, 1); next.size > 0 && (next.data[0] == '\r' || next.data[0] == '\n');
         next = ahead(warc, 1)) {
        skip(warc, 1);
    }
}

/* To the next line that begins a record. */
static void find_record(struct page_warc *warc) {
    for (;;) {
        struct base_slice window = ahead(warc, STEP);
        size_t at = base_slice_find(window, BASE_SLICE("\nWARC/"));
        if (at != SIZE_MAX) {
            skip(warc, at + 1);
            return;
        }
        if (window.size < STEP) {
            skip(warc, window.size);
            return;
        }
        skip(warc, window.size - MARGIN);
    }
}

/* Bytes of the header with the blank line behind it; 0: there is no such line. */
static size_t header_size(struct base_slice window) {
    size_t crlf = base_slice_find(window, BASE_SLICE("\r\n\r\n")), lf = base_slice_find(window, BASE_SLICE("\n\n"));
    crlf = crlf == SIZE_MAX ? SIZE_MAX : crlf + 4;
    lf = lf == SIZE_MAX ? SIZE_MAX : lf + 2;
    size_t size = crlf < lf ? crlf : lf;
    return size == SIZE_MAX ? 0 : size;
}

static bool read_length(struct base_slice value, uint64_t *length) {
    *length = 0;
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] < '0' || value.data[i] > '9' || *length > UINT64_MAX / 100) {
            return false;
        }
        *length = *length * 10 + (uint64_t)(value.data[i] - '0');
    }
    return value.size > 0;
}

static struct header read_header(struct base_slice bytes) {
    struct header header = {0};
    struct base_slice name, value;
    base_slice_line(&bytes);
    while (page_http_field(&bytes, &name, &value)) {
        if (base_slice_equal_nocase(name, BASE_SLICE("WARC-Type"))) {
            header.type = value;
        } else if (base_slice_equal_nocase(name, BASE_SLICE("WARC-Target-URI"))) {
            bool angled = value.size > 1 && value.data[0] == '<' && value.data[value.size - 1] == '>'; /* wget's */
            header.url = angled ? base_slice_part(value, 1, value.size - 1) : value;
        } else if (base_slice_equal_nocase(name, BASE_SLICE("WARC-Date"))) {
            header.date = value;
        } else if (base_slice_equal_nocase(name, BASE_SLICE("Content-Type"))) {
            header.content_type = value;
        } else if (base_slice_equal_nocase(name, BASE_SLICE("Content-Length"))) {
            header.has_length = read_length(value, &header.length);
        }
    }
    return header;
}

static bool is_page_type(struct base_slice type) {
    return type.size == 0 || base_slice_equal_nocase(type, BASE_SLICE("text/html")) ||
           base_slice_equal_nocase(type, BASE_SLICE("application/xhtml+xml")) ||
           base_slice_equal_nocase(type, BASE_SLICE("text/plain"));
}

static bool broken(struct page_warc_record *record, enum sayso_status status, const char *reason) {
    record->status = status;
    record->reason = reason;
    return true;
}

/* Sets the body of the record from its block. False: it is no page. */
static bool read_block(struct page_warc *warc, struct base_slice block, const struct header *header,
                       struct page_warc_record *record) {
    page_http_content_type(header->content_type, &record->media_type, &record->charset);
    record->body = block;
    if (base_slice_equal_nocase(record->media_type, BASE_SLICE("application/http"))) {
        struct page_http http;
        enum sayso_status status = page_http_read(block, warc->most, warc->buffers, &http, &record->reason);
        if (status != SAYSO_OK) {
            record->status = status;
            return true;
        }
        if (http.status < 200 || http.status > 299) {
            return false;
        }
        record->media_type = http.type;
        record->charset = http.charset;
        record->body = http.body;
    }
    return is_page_type(record->media_type);
}

/* Reads the header of the record that should begin here and goes behind it. NULL, or why there is none; then reading
 * stands at the next record that can be found. */
static const char *open_record(struct page_warc *warc, struct header *header) {
    struct base_slice window = ahead(warc, HEADER);
    if (!base_slice_starts(window, BASE_SLICE("WARC/"))) {
        find_record(warc);
        return "no WARC record begins here";
    }
    size_t size = header_size(window);
    bool cut_off = size == 0 && window.size < HEADER;
    warc->header.size = 0;
    warc->header.failed = false;
    base_buffer_add(&warc->header, base_slice_part(window, 0, size));
    if (size > 0 && !warc->header.failed) {
        *header = read_header((struct base_slice){warc->header.data, warc->header.size});
    }
    if (!header->has_length) {
        skip(warc, 1);
        find_record(warc);
        return warc->header.failed ? "no memory for the header of the record"
               : cut_off           ? "the record is cut off"
                                   : "the header of the record is damaged";
    }
    skip(warc, size);
    return NULL;
}

/* One record. False: it was passed over. */
static bool read_record(struct page_warc *warc, struct page_warc_record *record) {
    struct header header = {0};
    *record = (struct page_warc_record){.offset = warc->offset};
    const char *reason = open_record(warc, &header);
    if (reason) {
        return broken(record, warc->header.failed ? SAYSO_NO_MEMORY : SAYSO_BAD_INPUT, reason);
    }
    record->type = header.type;
    record->url = header.url;
    record->date = header.date;
    bool wanted = base_slice_is(header.type, "response") || base_slice_is(header.type, "resource") ||
                  base_slice_is(header.type, "conversion");
    if (!wanted || header.length > warc->most) {
        if (!skip_all(warc, header.length)) {
            return broken(record, SAYSO_BAD_INPUT, "the record is cut off");
        }
        return wanted ? broken(record, SAYSO_BAD_INPUT, "the record is larger than allowed") : false;
    }
    size_t length = (size_t)header.length;
    struct base_slice window = ahead(warc, length + 2);
    bool whole = window.size >= length;
    if (!whole || (window.size > length && window.data[length] != '\r' && window.data[length] != '\n')) {
        find_record(warc);
        return broken(record, SAYSO_BAD_INPUT,
                      whole ? "the record does not end where its length says" : "the record is cut off");
    }
    warc->pending = length;
    return read_block(warc, base_slice_part(window, 0, length), &header, record);
}

bool page_warc_next(struct page_warc *warc, struct page_warc_record *record) {
    for (;;) {
        skip(warc, warc->pending);
        warc->pending = 0;
        skip_line_ends(warc);
        if (ahead(warc, 1).size == 0) {
            return false;
        }
        if (read_record(warc, record)) {
            return true;
        }
        warc->passed_over++;
    }
}
