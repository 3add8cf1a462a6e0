/* The loader of model files: any bytes are a model or are refused. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "model/model.h"

struct job {
    struct base_arena *arena;
    const char *path;
};

static void open_and_read(void *context) {
    struct job *job = context;
    const struct model *model;
    struct sayso_error error;
    struct model_matrix matrix;
    if (model_open(job->arena, job->path, NULL, 0, &model, &error) != SAYSO_OK) {
        return;
    }
    volatile char sum = 0;
    for (size_t i = 0; i < model_count(model); i++) {
        const struct model_part *part = model_at(model, i);
        char name[64];
        for (size_t k = 0; k < part->bytes.size; k++) {
            sum = (char)(sum ^ part->bytes.data[k]);
        }
        snprintf(name, sizeof name, "%.*s", (int)part->name.size, part->name.data);
        model_get_matrix(model, name, 0, 0, &matrix, &error);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static char path[] = "/tmp/sayso-fuzz-XXXXXX";
    static int file = -1;
    if (file < 0) {
        file = mkstemp(path);
    }
    if (file < 0 || ftruncate(file, 0) != 0 || pwrite(file, data, size, 0) != (ssize_t)size) {
        abort();
    }
    struct job job = {base_arena_new(), path};
    base_arena_run(job.arena, open_and_read, &job);
    base_arena_free(job.arena);
    return 0;
}
