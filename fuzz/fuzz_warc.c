/* WARC: any bytes end, and every record lies behind the one before. */
#include <stdlib.h>

#include "page/warc.h"

struct window {
    struct base_slice rest;
};

static struct base_slice look(void *context, size_t size) {
    struct window *window = context;
    return base_slice_part(window->rest, 0, size < window->rest.size ? size : window->rest.size);
}

static void skip(void *context, size_t size) {
    struct window *window = context;
    if (size > window->rest.size) {
        abort();
    }
    window->rest = base_slice_part(window->rest, size, window->rest.size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct window window = {{(const char *)data, size}};
    struct page_warc *warc = page_warc_open((struct page_warc_source){look, skip, &window}, 1 << 16);
    struct page_warc_record record;
    uint64_t last = 0, sum = 0;
    for (bool first = true; page_warc_next(warc, &record); first = false) {
        if (!first && record.offset <= last) {
            abort();
        }
        last = record.offset;
        for (size_t i = 0; record.status == SAYSO_OK && i < record.body.size; i++) {
            sum += (unsigned char)record.body.data[i];
        }
    }
    page_warc_close(warc);
    return sum == UINT64_MAX;
}
