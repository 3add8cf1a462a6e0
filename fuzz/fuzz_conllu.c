/* CoNLL-U: any bytes are a document or are refused. */
#include <stdlib.h>

#include "text/text.h"

struct job {
    struct base_arena *arena;
    struct base_slice bytes;
};

static void read_both_ways(void *context) {
    struct job *job = context;
    struct sayso_error error;
    for (int trees = 0; trees < 2; trees++) {
        struct document *document = document_new(job->arena);
        if (text_read_conllu(document, job->bytes, trees, &error) != SAYSO_OK) {
            continue;
        }
        for (size_t i = 0; i < document->tokens.count; i++) {
            struct document_span span = document->tokens.items[i].span;
            if (span.start >= span.end || span.end > document->text.size) {
                abort();
            }
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct job job = {base_arena_new(), {(const char *)data, size}};
    base_arena_run(job.arena, read_both_ways, &job);
    base_arena_free(job.arena);
    return 0;
}
