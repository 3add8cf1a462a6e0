/* Pages: any bytes become a document whose text is UTF-8 and whose blocks lie in it. The first byte chooses the way in.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "page/page.h"

static const struct page *page;

static void open_page(void *arena) {
    const char *path = getenv("SAYSO_MODEL");
    const struct model *model = NULL;
    struct sayso_error error = {0};
    if (!path || model_open(arena, path, NULL, 0, &model, &error) != SAYSO_OK ||
        page_open(model, arena, &page, &error) != SAYSO_OK) {
        abort(); /* SAYSO_MODEL must name a built model */
    }
}

struct job {
    struct base_arena *arena;
    struct base_slice bytes;
};

static void read_page(void *context) {
    struct job *job = context;
    struct document *document = document_new(job->arena);
    struct sayso_error error;
    unsigned way = job->bytes.size ? (unsigned char)job->bytes.data[0] % 4 : 0;
    struct base_slice bytes = job->bytes.size ? base_slice_part(job->bytes, 1, job->bytes.size) : job->bytes;
    struct page_input input = {.bytes = bytes, .is_unicode = way == 1};
    if (way == 2) {
        input.charset = BASE_SLICE("gb18030");
    }
    if ((way == 3 ? page_read_text(page, bytes, document, &error) : page_read(page, &input, document, &error)) !=
        SAYSO_OK) {
        return;
    }
    uint32_t at = 0;
    for (size_t i = 0; i < document->blocks.count; i++) {
        struct document_span span = document->blocks.items[i].span;
        if (span.start < at || span.start >= span.end || span.end > document->text.size ||
            !base_utf8_is_boundary(document->text, span.start) || !base_utf8_is_boundary(document->text, span.end)) {
            abort();
        }
        at = span.end;
    }
    if (!base_utf8_valid(document->text) || !base_utf8_valid(document->title)) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct base_arena *arena, *models;
    if (!arena) {
        models = base_arena_new();
        arena = base_arena_new();
        base_arena_run(models, open_page, models);
    }
    struct job job = {arena, {(const char *)data, size}};
    base_arena_run(arena, read_page, &job);
    base_arena_clear(arena);
    return 0;
}
