/* From the forms of some sentences to one vector a word. */
#ifndef SYNTAX_ENCODER_H
#define SYNTAX_ENCODER_H

#include "syntax/weights.h"

/* Words of whole sentences go through the matrix products together, up to this many rows. */
enum { SYNTAX_BATCH_ROWS = 512 };

/* Sentences (or pieces of long ones) laid out one after the other, with an empty row before, between and behind, so that
 * a window of three rows never joins two sentences. */
struct syntax_piece {
    uint32_t first, count; /* tokens of the document */
    size_t row;            /* of its first token */
};

struct syntax_batch {
    struct syntax_piece *pieces;
    size_t piece_count, rows;
    float *x;              /* rows * width, with one row of zeros before it */
    int16_t *whole;        /* x in whole units for the integer products, with a row of zeros before it */
    uint8_t *lists;        /* rows of the gazetteer's table, of one piece */
    float *wide;           /* rows * 3 width, for the blocks */
};

/* Takes memory for the largest batch. */
void syntax_batch_prepare(struct syntax_batch *batch, const struct syntax_network *network, struct base_arena *arena,
                          size_t most_rows);
void syntax_encode(const struct syntax_network *network, const struct document *document, struct syntax_batch *batch);

#endif
