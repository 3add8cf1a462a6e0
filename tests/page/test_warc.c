/* WARC: pages come out, all else is passed over, and damage costs no more than the record it is in. */
#include "../fixture.h"

#include <stdio.h>
#include <zlib.h>

#include "base/buffer.h"
#include "library/stream.h"
#include "page/warc.h"

enum { MOST = 1 << 20 };

struct window {
    struct base_slice rest;
};

static struct base_slice window_ahead(void *context, size_t size) {
    struct window *window = context;
    return base_slice_part(window->rest, 0, size < window->rest.size ? size : window->rest.size);
}

static void window_skip(void *context, size_t size) {
    struct window *window = context;
    window->rest = base_slice_part(window->rest, size, window->rest.size);
}

static struct page_warc *open_window(struct window *window) {
    return page_warc_open((struct page_warc_source){window_ahead, window_skip, window}, MOST);
}

static void add_record(struct base_buffer *out, const char *type, const char *content_type, struct base_slice block) {
    base_buffer_format(
        out,
        "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <http://a.example/%zu>\r\nWARC-Date: 2019-05-04T08:00:00Z\r\n"
        "Content-Type: %s\r\nContent-Length: %zu\r\n\r\n",
        type, out->size, content_type, block.size);
    base_buffer_add(out, block);
    base_buffer_string(out, "\r\n\r\n");
}

static void add_response(struct base_buffer *out, const char *header, struct base_slice body) {
    struct base_buffer block = {0};
    base_buffer_string(&block, header);
    base_buffer_string(&block, "\r\n\r\n");
    base_buffer_add(&block, body);
    add_record(out, "response", "application/http; msgtype=response", (struct base_slice){block.data, block.size});
    base_buffer_free(&block);
}

/* Window bits 31: with gzip's header. */
static struct base_slice compress_with(struct base_slice text, int bits, char *out, size_t size) {
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)text.data,
                       .avail_in = (uInt)text.size,
                       .next_out = (Bytef *)out,
                       .avail_out = (uInt)size};
    assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, bits, 9, Z_DEFAULT_STRATEGY), Z_OK);
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    deflateEnd(&stream);
    return (struct base_slice){out, stream.total_out};
}

#define HTML "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"koi8-r\""

static void fill(struct base_buffer *out) {
    char zipped[4096];
    add_record(out, "warcinfo", "application/warc-fields", BASE_SLICE("software: test"));
    add_response(out, HTML, BASE_SLICE("<p>one</p>"));
    add_response(out, HTML "\r\nTransfer-Encoding: chunked", BASE_SLICE("4\r\n<p>t\r\n6;x=y\r\nwo</p>\r\n0\r\n\r\n"));
    add_response(out, HTML "\r\nContent-Encoding: gzip",
                 compress_with(BASE_SLICE("<p>three</p>"), 31, zipped, sizeof zipped));
    add_response(out, HTML "\r\nContent-Encoding: deflate",
                 compress_with(BASE_SLICE("<p>four</p>"), -15, zipped, sizeof zipped));
    add_response(out, HTML "\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked", BASE_SLICE("<p>five</p>"));
    add_response(out, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", BASE_SLICE("<p>none</p>"));
    add_response(out, "HTTP/1.1 200 OK\r\nContent-Type: image/png", BASE_SLICE("\x89PNG"));
    add_record(out, "revisit", "application/http", BASE_SLICE("HTTP/1.1 200 OK\r\n\r\n"));
    add_record(out, "resource", "text/html", BASE_SLICE("<p>six</p>"));
}

static const char *const bodies[] = {"<p>one</p>",  "<p>two</p>",  "<p>three</p>",
                                     "<p>four</p>", "<p>five</p>", "<p>six</p>"};
enum { BODIES = sizeof bodies / sizeof *bodies };

static void check_all(struct page_warc *warc) {
    struct page_warc_record record;
    for (size_t i = 0; i < BODIES; i++) {
        assert_true(page_warc_next(warc, &record));
        assert_int_equal(record.status, SAYSO_OK);
        assert_true(base_slice_is(record.body, bodies[i]));
        assert_true(base_slice_starts(record.url, BASE_SLICE("http://a.example/")));
        assert_true(base_slice_is(record.date, "2019-05-04T08:00:00Z"));
        assert_true(i == BODIES - 1 || base_slice_is(record.charset, "koi8-r"));
    }
    assert_false(page_warc_next(warc, &record));
    assert_int_equal(page_warc_passed_over(warc), 4);
}

static void pages_come_out(void **state) {
    (void)state;
    struct base_buffer file = {0};
    fill(&file);
    struct window window = {{file.data, file.size}};
    struct page_warc *warc = open_window(&window);
    check_all(warc);
    page_warc_close(warc);
    base_buffer_free(&file);
}

static struct base_slice stream_ahead(void *context, size_t size) {
    return library_stream_ahead(context, size);
}

static void stream_skip(void *context, size_t size) {
    library_stream_skip(context, size);
}

static void a_gzip_member_a_record(void **state) {
    (void)state;
    struct base_buffer file = {0}, packed = {0};
    fill(&file);
    struct base_slice rest = {file.data, file.size};
    while (rest.size > 0) {
        char zipped[8192];
        size_t next = base_slice_find(base_slice_part(rest, 1, rest.size), BASE_SLICE("WARC/1.0\r\n"));
        size_t size = next == SIZE_MAX ? rest.size : next + 1;
        base_buffer_add(&packed, compress_with(base_slice_part(rest, 0, size), 31, zipped, sizeof zipped));
        rest = base_slice_part(rest, size, rest.size);
    }
    struct sayso_error error;
    struct library_stream *stream = library_stream_of((struct base_slice){packed.data, packed.size}, &error);
    assert_non_null(stream);
    struct page_warc *warc = page_warc_open((struct page_warc_source){stream_ahead, stream_skip, stream}, MOST);
    check_all(warc);
    page_warc_close(warc);
    library_stream_close(stream);
    base_buffer_free(&packed);
    base_buffer_free(&file);
}

static void cut_off_anywhere(void **state) {
    (void)state;
    struct base_buffer file = {0};
    fill(&file);
    for (size_t size = 0; size < file.size; size++) {
        struct window window = {{file.data, size}};
        struct page_warc *warc = open_window(&window);
        struct page_warc_record record;
        size_t good = 0, bad = 0;
        while (page_warc_next(warc, &record)) {
            if (record.status == SAYSO_OK) {
                assert_true(good < BODIES && bad == 0 && base_slice_is(record.body, bodies[good]));
                good++;
            } else {
                assert_non_null(record.reason);
                assert_true(record.offset < size);
                bad++;
            }
        }
        assert_true(bad <= 1);
        page_warc_close(warc);
    }
    base_buffer_free(&file);
}

static void damage_is_reported_and_skipped(void **state) {
    (void)state;
    struct base_buffer file = {0};
    base_buffer_string(&file, "rubbish\nmore of it\n");
    size_t first = file.size;
    add_record(&file, "resource", "text/html", BASE_SLICE("<p>one</p>"));
    size_t second = file.size;
    base_buffer_string(&file, "WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 3\r\n\r\nlonger than three\r\n\r\n");
    add_record(&file, "resource", "text/html", BASE_SLICE("<p>two</p>"));
    base_buffer_string(&file, "WARC/1.1\r\nWARC-Type: resource\r\n\r\nno length\r\n\r\n");
    base_buffer_string(&file, "WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 99999999999\r\n\r\ntoo long\r\n\r\n");
    struct window window = {{file.data, file.size}};
    struct page_warc *warc = open_window(&window);
    struct page_warc_record record;
    assert_true(page_warc_next(warc, &record) && record.status == SAYSO_BAD_INPUT && record.offset == 0);
    assert_true(page_warc_next(warc, &record) && record.status == SAYSO_OK && record.offset == first);
    assert_true(page_warc_next(warc, &record) && record.status == SAYSO_BAD_INPUT && record.offset == second);
    assert_true(page_warc_next(warc, &record) && base_slice_is(record.body, "<p>two</p>"));
    assert_true(page_warc_next(warc, &record) && record.status == SAYSO_BAD_INPUT);
    assert_true(page_warc_next(warc, &record) && record.status == SAYSO_BAD_INPUT);
    assert_false(page_warc_next(warc, &record));
    page_warc_close(warc);
    base_buffer_free(&file);
}

static void bombs_are_refused(void **state) {
    (void)state;
    struct base_buffer file = {0};
    char *zeros = calloc(1, 4 * MOST), *zipped = malloc(MOST);
    add_response(&file, HTML "\r\nContent-Encoding: gzip",
                 compress_with((struct base_slice){zeros, 4 * MOST}, 31, zipped, MOST));
    add_record(&file, "resource", "text/html", (struct base_slice){zeros, MOST + 1});
    add_record(&file, "resource", "text/html", BASE_SLICE("<p>one</p>"));
    struct window window = {{file.data, file.size}};
    struct page_warc *warc = open_window(&window);
    struct page_warc_record record;
    assert_true(page_warc_next(warc, &record) && record.status == SAYSO_BAD_INPUT);
    assert_true(page_warc_next(warc, &record) && record.status == SAYSO_BAD_INPUT);
    assert_true(page_warc_next(warc, &record) && base_slice_is(record.body, "<p>one</p>"));
    page_warc_close(warc);
    free(zeros);
    free(zipped);
    base_buffer_free(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_come_out),    cmocka_unit_test(a_gzip_member_a_record),
        cmocka_unit_test(cut_off_anywhere),  cmocka_unit_test(damage_is_reported_and_skipped),
        cmocka_unit_test(bombs_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
