#include "library/language.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct opening {
    struct sayso_language *language;
    const char *path;
    const char *const *dictionaries;
    size_t dictionary_count;
    struct sayso_error *error;
    enum sayso_status status;
};

static enum sayso_status read_code(struct sayso_language *language, struct sayso_error *error) {
    const struct model_part *part = model_part(language->model, "language.txt");
    if (!part) {
        return base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part language.txt: is missing");
    }
    language->code = base_slice_trim(part->bytes);
    return SAYSO_OK;
}

static enum sayso_status open_rooms(struct sayso_language *l, struct sayso_error *error) {
    enum sayso_status status = read_code(l, error);
    if (status == SAYSO_OK) {
        status = page_open(l->model, l->arena, &l->page, error);
    }
    if (status == SAYSO_OK) {
        status = text_open(l->model, l->arena, &l->text, error);
    }
    if (status == SAYSO_OK) {
        status = syntax_open(l->model, l->arena, &l->syntax, error);
    }
    if (status == SAYSO_OK) {
        status = lexicon_open(l->model, l->arena, &l->lexicon, error);
    }
    if (status == SAYSO_OK) {
        status = dates_open(l->model, l->arena, &l->dates, error);
    }
    if (status == SAYSO_OK) {
        status = places_open(l->model, l->lexicon, l->arena, &l->places, error);
    }
    if (status == SAYSO_OK) {
        status = actors_open(l->model, l->lexicon, l->arena, &l->actors, error);
    }
    if (status == SAYSO_OK) {
        status = claims_open(l->model, l->arena, &l->claims, error);
    }
    if (status == SAYSO_OK) {
        status = events_open(l->model, l->arena, &l->events, error);
    }
    return status;
}

static void open_body(void *context) {
    struct opening *opening = context;
    struct sayso_language *language = opening->language;
    opening->status = model_open(language->arena, opening->path, opening->dictionaries, opening->dictionary_count,
                                 &language->model, opening->error);
    if (opening->status == SAYSO_OK) {
        base_error_input(opening->error, opening->path);
        opening->status = open_rooms(language, opening->error);
    }
}

enum sayso_status sayso_language_open(const char *model_path, const char *const *dictionaries, size_t dictionary_count,
                                      sayso_language **out, struct sayso_error *error) {
    struct opening opening = {.path = model_path ? model_path : SAYSO_MODEL,
                              .dictionaries = dictionaries,
                              .dictionary_count = dictionary_count,
                              .error = error};
    *out = NULL;
    base_error_input(error, opening.path);
    opening.language = calloc(1, sizeof *opening.language);
    struct base_arena *arena = base_arena_new();
    bool ran = false;
    if (opening.language && arena) {
        opening.language->arena = arena;
        ran = base_arena_run(arena, open_body, &opening);
    }
    if (ran && opening.status == SAYSO_OK) {
        *out = opening.language;
        return SAYSO_OK;
    }
    base_arena_free(arena);
    free(opening.language);
    return ran ? opening.status
               : base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to load the model");
}

void sayso_language_close(sayso_language *language) {
    if (language) {
        base_arena_free(language->arena);
        free(language);
    }
}

/* ---- sayso_language_describe() */

static bool describe_part(const struct model_part *part, sayso_write write, void *context) {
    char line[256];
    int size = snprintf(line, sizeof line, "%-44.*s %12zu  %016" PRIx64 "%s\n", (int)(part->name.size < 150 ? part->name.size : 150),
                        part->name.data, part->bytes.size, part->checksum, part->layer > 0 ? "  (laid over)" : "");
    return write(context, line, (size_t)size);
}

enum sayso_status sayso_language_describe(const sayso_language *language, sayso_write write, void *context) {
    static const char head[] = "part                                                bytes  XXH3\n";
    bool on = write(context, head, sizeof head - 1);
    for (size_t i = 0; i < model_count(language->model) && on; i++) {
        on = describe_part(model_at(language->model, i), write, context);
    }
    const struct model_part *sources = model_part(language->model, "sources.txt");
    if (on && sources) {
        on = write(context, "\n", 1) && write(context, sources->bytes.data, sources->bytes.size);
    }
    return on ? SAYSO_OK : SAYSO_STOPPED;
}

const char *sayso_version(void) {
    return SAYSO_VERSION;
}
