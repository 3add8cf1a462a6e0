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

/* The main function of such a program: opens the model that the only argument names, and runs body(documents) in the arena
 * for each document on standard input. Returns the exit status: 2 where there is no model (it says why), 1 where memory ran
 * out or a text is too short. */
int documents_run(int argc, char **argv, void (*body)(void *documents));

#endif
