#include "syntax/encoder.h"

void syntax_batch_prepare(struct syntax_batch *batch, const struct syntax_network *network, struct base_arena *arena,
                          size_t most_rows) {
    size_t width = network->width;
    float *x = base_arena_array(arena, (most_rows + 2) * width, sizeof *x);
    batch->x = x + width;
    batch->whole = (int16_t *)base_arena_array(arena, (most_rows + 2) * width, sizeof *batch->whole) + width;
    batch->wide = base_arena_array(arena, most_rows * 3 * width, sizeof *batch->wide);
    batch->lists = base_arena_array(arena, most_rows, sizeof *batch->lists);
    batch->pieces = base_arena_array(arena, most_rows, sizeof *batch->pieces);
}

/* Empties the rows between the sentences, and makes whole numbers of it all for the next products. */
static void finish_layer(const struct syntax_network *network, struct syntax_batch *batch) {
    for (size_t i = 0; i < batch->piece_count; i++) {
        size_t behind = batch->pieces[i].row + batch->pieces[i].count;
        memset(batch->x + behind * network->width, 0, network->width * sizeof *batch->x);
    }
    network->kernel->to_integers(batch->x, batch->whole, batch->rows * network->width);
}

static void add_table_row(const struct syntax_network *n, const struct model_matrix *table, uint32_t row, float *out) {
    n->kernel->add_row(out, table->bytes + (size_t)row * n->width, table->scales[row], n->width);
}

static void embed(const struct syntax_network *n, struct base_slice form, uint8_t list, float *out) {
    struct syntax_features features;
    syntax_features_of(form, &features);
    memcpy(out, n->input_bias, n->width * sizeof *out);
    add_table_row(n, &n->words, syntax_word_row(n, features.word), out);
    for (size_t i = 0; i < SYNTAX_TABLES; i++) {
        add_table_row(n, &n->tables[i], features.rows[i], out);
    }
    add_table_row(n, &n->names_table, list, out);
    n->kernel->quick_gelu(out, n->width);
    n->kernel->add_normal(out, out, n->input_gain, n->input_normal_bias, n->width, 1);
}

static void convolve(const struct syntax_network *n, const struct syntax_block *block, struct syntax_batch *batch) {
    size_t width = n->width;
    /* rows r - 1, r and r + 1 lie side by side, so that the window needs no copy */
    n->kernel->multiply_integers(&block->mix, batch->whole - width, width, batch->rows, batch->wide, width);
    n->kernel->quick_gelu(batch->wide, batch->rows * width);
    for (size_t r = 0; r < batch->rows; r++) {
        n->kernel->add_normal(batch->x + r * width, batch->wide + r * width, block->gain, block->bias, width, 0);
    }
}

/* h_t = f_t h_(t-1) + (1 - f_t) z_t over one half of the channels, in place of z; `step` is 3 widths, ahead or back. */
static void scan_half(float *at, size_t count, ptrdiff_t step, size_t width) {
    for (size_t t = 0; t < count; t++) {
        const float *before = t ? at - step : NULL;
        for (size_t c = 0; c < width / 2; c++) {
            float f = at[width + c], h = before ? before[c] : 0.0f;
            at[c] = f * h + (1.0f - f) * at[c];
        }
        at += step;
    }
}

static void scan(const struct syntax_network *n, const struct syntax_block *block, struct syntax_batch *batch) {
    size_t width = n->width, step = 3 * width;
    n->kernel->multiply_integers(&block->mix, batch->whole, width, batch->rows, batch->wide, step);
    for (size_t r = 0; r < batch->rows; r++) {
        n->kernel->tanh(batch->wide + r * step, width);
        n->kernel->sigmoid(batch->wide + r * step + width, 2 * width);
    }
    for (size_t i = 0; i < batch->piece_count; i++) {
        const struct syntax_piece *piece = &batch->pieces[i];
        float *first = batch->wide + piece->row * step;
        scan_half(first, piece->count, (ptrdiff_t)step, width);
        scan_half(first + (piece->count - 1) * step + width / 2, piece->count, -(ptrdiff_t)step, width);
    }
    for (size_t r = 0; r < batch->rows; r++) {
        float *h = batch->wide + r * step;
        for (size_t c = 0; c < width; c++) {
            h[c] *= h[2 * width + c];
        }
        n->kernel->add_normal(batch->x + r * width, h, block->gain, block->bias, width, 0);
    }
}

void syntax_encode(const struct syntax_network *network, const struct document *document, struct syntax_batch *batch) {
    for (size_t i = 0; i < batch->piece_count; i++) {
        const struct syntax_piece *piece = &batch->pieces[i];
        syntax_gazetteer_rows(&network->gazetteer, document, piece->first, piece->count, batch->lists);
        for (uint32_t k = 0; k < piece->count; k++) {
            embed(network, document->tokens.items[piece->first + k].form, batch->lists[k],
                  batch->x + (piece->row + k) * network->width);
        }
    }
    finish_layer(network, batch);
    for (size_t i = 0; i < SYNTAX_BLOCKS; i++) {
        if (i % 2) {
            scan(network, &network->blocks[i], batch);
        } else {
            convolve(network, &network->blocks[i], batch);
        }
        finish_layer(network, batch);
    }
}
