/* Reads a page with the model of this build, and looks into what came out. */
#ifndef TESTS_PAGE_READ_H
#define TESTS_PAGE_READ_H

#include "../fixture.h"
#include "base/utf8.h"
#include "page/page.h"

static inline const struct page *open_page(struct base_arena *arena) {
    const struct page *page = NULL;
    struct sayso_error error = {0};
    if (page_open(fixture_model(arena), arena, &page, &error) != SAYSO_OK) {
        fail_msg("%s:%u: %s", error.input, error.line, error.reason);
    }
    return page;
}

/* Every block in the text, in order, at whole characters. */
static inline void check_blocks(const struct document *document) {
    uint32_t at = 0;
    assert_true(base_utf8_valid(document->text));
    for (size_t i = 0; i < document->blocks.count; i++) {
        struct document_span span = document->blocks.items[i].span;
        assert_true(at <= span.start && span.start < span.end && span.end <= document->text.size);
        assert_true(base_utf8_is_boundary(document->text, span.start) &&
                    base_utf8_is_boundary(document->text, span.end));
        at = span.end;
    }
}

static inline struct document *read_bytes(struct base_arena *arena, struct base_slice bytes, const char *charset) {
    struct document *document = document_new(arena);
    struct page_input input = {.bytes = bytes, .charset = base_slice_of(charset)};
    struct sayso_error error = {0};
    if (page_read(open_page(arena), &input, document, &error) != SAYSO_OK) {
        fail_msg("%s", error.reason);
    }
    check_blocks(document);
    return document;
}

static inline struct document *read_string(struct base_arena *arena, const char *string) {
    return read_bytes(arena, base_slice_of(string), NULL);
}

static inline bool has(struct base_slice text, const char *part) {
    return base_slice_find(text, base_slice_of(part)) != SIZE_MAX;
}

static inline bool was_dropped(const struct document *document, const char *part, enum document_drop why) {
    for (size_t i = 0; i < document->dropped.count; i++) {
        if (has(document->dropped.items[i].text, part) && document->dropped.items[i].why == why) {
            return true;
        }
    }
    return false;
}

static inline const struct document_block *block_of(const struct document *document, const char *part) {
    for (size_t i = 0; i < document->blocks.count; i++) {
        if (has(document_slice(document, document->blocks.items[i].span), part)) {
            return &document->blocks.items[i];
        }
    }
    return NULL;
}

#define assert_text(slice, string)                                                                                     \
    do {                                                                                                               \
        struct base_slice assert_text_slice = (slice);                                                                 \
        if (!base_slice_is(assert_text_slice, (string))) {                                                             \
            fail_msg("\"%.*s\" is not \"%s\"", (int)assert_text_slice.size, assert_text_slice.data, (string));         \
        }                                                                                                              \
    } while (0)

#endif
