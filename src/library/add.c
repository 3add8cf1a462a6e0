/* sayso_add(): a run whose records go into a dossier. */
#include "library/run.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <xxhash.h>

enum { CODER_SIZE = 64 };

/* The version and a hash over all that the language was loaded from: what else decides over the records. */
static void name_coder(const struct sayso_language *language, char out[CODER_SIZE]) {
    XXH64_hash_t hash = 0;
    for (size_t i = 0; i < model_count(language->model); i++) {
        const struct model_part *part = model_at(language->model, i);
        hash = XXH3_64bits_withSeed(part->name.data, part->name.size, hash);
        hash = XXH3_64bits_withSeed(part->bytes.data, part->layer ? part->bytes.size : 0, hash ^ part->checksum);
    }
    snprintf(out, CODER_SIZE, "%s-%016" PRIx64, sayso_version(), (uint64_t)hash);
}

static void free_paths(char **paths, size_t count) {
    for (size_t i = 0; paths && i < count; i++) {
        free(paths[i]);
    }
    free(paths);
}

/* The same input has the same name from wherever it is added. One that cannot be found is left for the run to report. */
static char **resolve_paths(const char *const *paths, size_t count) {
    char **out = calloc(count + 1, sizeof *out);
    for (size_t i = 0; out && i < count; i++) {
        out[i] = strcmp(paths[i], "-") == 0 ? NULL : realpath(paths[i], NULL);
        out[i] = out[i] ? out[i] : strdup(paths[i]);
        if (!out[i]) {
            free_paths(out, count);
            return NULL;
        }
    }
    return out;
}

static enum sayso_status open_target(struct library_target *target, struct sayso_dossier *dossier, const char *coder,
                                     bool recode, struct sayso_error *error) {
    target->coder = recode ? coder : NULL;
    target->batch = dossier_batch_open(dossier, coder, recode, error);
    target->index = target->batch ? dossier_index_open(dossier, error) : NULL;
    return target->index ? SAYSO_OK : SAYSO_IO;
}

static void close_target(struct library_target *target) {
    dossier_index_close(target->index);
    dossier_batch_close(target->batch);
}

static enum sayso_status add(struct library_run *run, struct sayso_dossier *dossier, const char *const *paths,
                             size_t path_count, struct sayso_counts *counts, struct sayso_added *added) {
    const struct library_target *target = run->target;
    char **resolved = resolve_paths(paths, path_count);
    if (!resolved) {
        return base_error_set(run->error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to start");
    }
    enum sayso_status status = library_run(run, (const char *const *)resolved, path_count, counts, run->error);
    free_paths(resolved, path_count);
    if (status == SAYSO_OK) {
        status = dossier_batch_commit(target->batch, run->error);
    }
    if (status == SAYSO_OK) {
        status = dossier_settle(dossier, run->error);
    }
    const struct dossier_counts *done = dossier_batch_counts(target->batch);
    *added = (struct sayso_added){done->added, done->replaced, done->known + run->known};
    return status;
}

enum sayso_status sayso_add(const sayso_language *language, const struct sayso_options *options, sayso_dossier *dossier,
                            bool recode, const char *const *paths, size_t path_count,
                            const struct sayso_callbacks *callbacks, struct sayso_counts *counts,
                            struct sayso_added *added, struct sayso_error *error) {
    char coder[CODER_SIZE];
    struct sayso_error unused;
    struct library_target target = {0};
    struct library_run run = {.language = language, .options = *options, .callbacks = callbacks, .target = &target,
                              .error = error ? error : &unused};
    run.options.task = SAYSO_CODE;
    run.options.format = SAYSO_JSONL;
    run.options.all = true;
    *added = (struct sayso_added){0};
    *counts = (struct sayso_counts){0};
    name_coder(language, coder);
    enum sayso_status status = open_target(&target, dossier, coder, recode, run.error);
    if (status == SAYSO_OK) {
        status = add(&run, dossier, paths, path_count, counts, added);
    }
    close_target(&target);
    return status;
}
