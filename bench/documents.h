/* Documents as the programs of this folder read them: a line with the size of a text and other cells, parted by spaces; then
 * the text. */
#ifndef BENCH_DOCUMENTS_H
#define BENCH_DOCUMENTS_H

#include <stdio.h>

#include "base/arena.h"
#include "library/language.h"

struct documents {
    sayso_language *language;
    struct base_slice cells, text; /* of the document at hand: what stands behind the size; its text */
    struct base_arena *arena;      /* cleared before each document */
    char *line, *bytes;
    size_t room;
};

/* Opens the model that the only argument names; says what is wrong and returns false where that fails. */
bool documents_open(struct documents *documents, int argc, char **argv);
/* Runs body(context) in the arena for each document of the file; false: memory ran out, or a text is too short. */
bool documents_each(struct documents *documents, FILE *file, void (*body)(void *context), void *context);
void documents_close(struct documents *documents);

#endif
