#include "documents.h"

#include <stdlib.h>

/* Says what is wrong where it returns false. */
static bool open_model(struct documents *documents, int argc, char **argv) {
    struct sayso_error error = {0};
    *documents = (struct documents){.arena = base_arena_new()};
    if (argc != 2 || !documents->arena) {
        fprintf(stderr, "usage: %s MODEL <DOCUMENTS\n", argv[0]);
        return false;
    }
    if (sayso_language_open(argv[1], NULL, 0, &documents->language, &error) != SAYSO_OK) {
        fprintf(stderr, "%s: %s\n", error.input, error.reason);
        return false;
    }
    return true;
}

/* False where the text is shorter than its line says. */
static bool read_document(struct documents *documents, FILE *file) {
    struct base_slice rest = base_slice_trim(base_slice_of(documents->line));
    size_t size = strtoul(base_slice_cut(&rest, ' ').data, NULL, 10);
    documents->cells = rest;
    free(documents->bytes);
    documents->bytes = malloc(size + 1);
    documents->text = (struct base_slice){documents->bytes, size};
    return documents->bytes && fread(documents->bytes, 1, size, file) == size;
}

int documents_run(int argc, char **argv, void (*body)(void *documents)) {
    struct documents documents;
    if (!open_model(&documents, argc, argv)) {
        return 2;
    }
    bool good = true;
    while (good && getline(&documents.line, &documents.room, stdin) >= 0) {
        good = read_document(&documents, stdin) && base_arena_run(documents.arena, body, &documents);
        base_arena_clear(documents.arena);
    }
    free(documents.line);
    free(documents.bytes);
    base_arena_free(documents.arena);
    sayso_language_close(documents.language);
    return good ? 0 : 1;
}
