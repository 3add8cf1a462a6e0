#include "syntax/weights.h"

#include "base/error.h"

#include <stdio.h>

struct loader {
    const struct model *model;
    struct base_arena *arena;
    struct syntax_network *network;
    struct sayso_error *error;
    enum sayso_status status; /* the first failure; later steps then do nothing */
};

static float cell(const struct model_matrix *m, size_t row, size_t column) {
    size_t at = row * m->columns + column;
    return m->floats ? m->floats[at] : (float)m->bytes[at] * m->scales[row];
}

static void get(struct loader *l, const char *name, size_t rows, size_t columns, struct model_matrix *out) {
    char full[80];
    snprintf(full, sizeof full, "syntax/%s", name);
    *out = (struct model_matrix){0};
    if (l->status == SAYSO_OK) {
        l->status = model_get_matrix(l->model, full, (uint32_t)rows, (uint32_t)columns, out, l->error);
    }
}

/* A vector as floats, padded with zeros to a whole panel. */
static const float *get_vector(struct loader *l, const char *name, size_t size) {
    struct model_matrix m;
    get(l, name, 1, size, &m);
    float *out = base_arena_array(l->arena, syntax_padded(size), sizeof *out);
    for (size_t i = 0; l->status == SAYSO_OK && i < size; i++) {
        out[i] = cell(&m, 0, i);
    }
    return out;
}

/* Lays a matrix into the panels of `to`, from output `start` on. */
static void fill_panels(struct loader *l, const char *name, size_t start, size_t outputs, struct syntax_weights *to,
                        float *panels, float *bias) {
    char full[64];
    struct model_matrix m;
    snprintf(full, sizeof full, "%s.weight", name);
    get(l, full, outputs, to->inputs, &m);
    if (l->status != SAYSO_OK) {
        return;
    }
    for (size_t o = 0; o < outputs; o++) {
        size_t panel = (start + o) / SYNTAX_PANEL, within = (start + o) % SYNTAX_PANEL;
        for (size_t i = 0; i < to->inputs; i++) {
            panels[(panel * to->inputs + i) * SYNTAX_PANEL + within] = cell(&m, o, i);
        }
    }
    snprintf(full, sizeof full, "%s.bias", name);
    const float *values = get_vector(l, full, outputs);
    memcpy(bias + start, values, outputs * sizeof *bias);
}

/* Several linear layers of one input as one matrix, their outputs one after the other. */
static void get_layers(struct loader *l, size_t inputs, struct syntax_weights *out, size_t count,
                       const char *const *names, const size_t *outputs) {
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        total += outputs[i];
    }
    float *panels = base_arena_array(l->arena, syntax_padded(total) * inputs, sizeof *panels);
    float *bias = base_arena_array(l->arena, syntax_padded(total), sizeof *bias);
    *out = (struct syntax_weights){panels, bias, inputs, total};
    size_t start = 0;
    for (size_t i = 0; i < count; i++) {
        fill_panels(l, names[i], start, outputs[i], out, panels, bias);
        start += outputs[i];
    }
}

static void get_layer(struct loader *l, const char *name, size_t inputs, size_t outputs, struct syntax_weights *out) {
    get_layers(l, inputs, out, 1, &name, &outputs);
}

/* Where the integer layers are written while they are filled. */
struct integer_target {
    int16_t *panels;
    float *scales, *bias;
    size_t inputs;
};

static void fill_integers(struct loader *l, const char *name, size_t start, size_t outputs, struct integer_target *to) {
    char full[64];
    struct model_matrix m;
    snprintf(full, sizeof full, "%s.weight", name);
    get(l, full, outputs, to->inputs, &m);
    if (l->status == SAYSO_OK && !m.bytes) {
        l->status = base_error_set(l->error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part syntax/%s: not bytes", full);
    }
    if (l->status != SAYSO_OK) {
        return;
    }
    for (size_t o = 0; o < outputs; o++) {
        size_t panel = (start + o) / SYNTAX_PANEL, within = (start + o) % SYNTAX_PANEL;
        for (size_t i = 0; i < to->inputs; i++) {
            size_t pair = panel * SYNTAX_PANEL * to->inputs + i / 2 * 2 * SYNTAX_PANEL;
            to->panels[pair + within * 2 + i % 2] = m.bytes[o * to->inputs + i];
        }
        to->scales[start + o] = m.scales[o] / (float)SYNTAX_UNITS;
    }
    snprintf(full, sizeof full, "%s.bias", name);
    const float *values = get_vector(l, full, outputs);
    memcpy(to->bias + start, values, outputs * sizeof *values);
}

static void get_integer_layers(struct loader *l, size_t inputs, struct syntax_integer_weights *out, size_t count,
                               const char *const *names, const size_t *outputs) {
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        total += outputs[i];
    }
    if (inputs > SYNTAX_MOST_INPUTS || inputs % 2) {
        l->status = base_error_set(l->error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0,
                                   "model part syntax/%s.weight: %zu inputs; this program takes even numbers up to %d",
                                   names[0], inputs, SYNTAX_MOST_INPUTS);
        return;
    }
    struct integer_target to = {.inputs = inputs};
    to.panels = base_arena_array(l->arena, syntax_padded(total) * inputs, sizeof *to.panels);
    to.scales = base_arena_array(l->arena, syntax_padded(total), sizeof *to.scales);
    to.bias = base_arena_array(l->arena, syntax_padded(total), sizeof *to.bias);
    *out = (struct syntax_integer_weights){to.panels, to.scales, to.bias, inputs, total};
    size_t start = 0;
    for (size_t i = 0; i < count; i++) {
        fill_integers(l, names[i], start, outputs[i], &to);
        start += outputs[i];
    }
}

static void get_integer_layer(struct loader *l, const char *name, size_t inputs, size_t outputs,
                              struct syntax_integer_weights *out) {
    get_integer_layers(l, inputs, out, 1, &name, &outputs);
}

static void get_tags(struct loader *l, const char *name, struct syntax_tags *out) {
    const struct model_part *part = model_part(l->model, name);
    if (!part && l->status == SAYSO_OK) {
        l->status = base_error_set(l->error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part %s: is missing", name);
    }
    struct base_slice rest = part ? part->bytes : (struct base_slice){0};
    while (rest.size && out->count < SYNTAX_MOST_TAGS) {
        out->names[out->count++] = base_slice_line(&rest);
    }
}

static void get_words(struct loader *l) {
    struct syntax_network *n = l->network;
    get(l, "words", 0, 0, &n->words);
    const struct model_part *keys = model_part(l->model, "syntax/words.keys");
    if (l->status != SAYSO_OK) {
        return;
    }
    n->width = n->words.columns;
    if (!keys || n->words.rows == 0 || keys->bytes.size != (size_t)(n->words.rows - 1) * 8 || n->words.floats ||
        n->width % SYNTAX_PANEL || n->width == 0) {
        l->status = base_error_set(l->error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0,
                                   "model part syntax/words: does not fit syntax/words.keys");
        return;
    }
    n->word_keys = (const uint64_t *)(const void *)keys->bytes.data;
    n->word_count = n->words.rows - 1;
    syntax_index_keys(n->word_keys, n->word_count, n->word_index);
}

static void get_table(struct loader *l, const char *name, size_t rows, struct model_matrix *table) {
    get(l, name, rows, l->network->width, table);
    if (l->status == SAYSO_OK && table->floats) {
        l->status = base_error_set(l->error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part syntax/%s: not bytes", name);
    }
}

static void get_tables(struct loader *l) {
    for (size_t i = 0; i < SYNTAX_TABLES; i++) {
        get_table(l, syntax_table_names[i], syntax_table_sizes[i], &l->network->tables[i]);
    }
    get_table(l, "gazetteer", SYNTAX_GAZETTEER_ROWS, &l->network->names_table);
    if (l->status == SAYSO_OK) {
        l->status = syntax_load_gazetteer(l->model, &l->network->gazetteer, l->error);
    }
}

static void get_blocks(struct loader *l) {
    size_t width = l->network->width;
    for (size_t i = 0; i < SYNTAX_BLOCKS; i++) {
        char name[64];
        bool scan = i % 2;
        struct syntax_block *block = &l->network->blocks[i];
        snprintf(name, sizeof name, "blocks.%zu.mix", i);
        get_integer_layer(l, name, scan ? width : 3 * width, scan ? 3 * width : width, &block->mix);
        snprintf(name, sizeof name, "blocks.%zu.norm.weight", i);
        block->gain = get_vector(l, name, width);
        snprintf(name, sizeof name, "blocks.%zu.norm.bias", i);
        block->bias = get_vector(l, name, width);
    }
}

static void get_heads(struct loader *l) {
    struct syntax_network *n = l->network;
    struct model_matrix shape;
    get(l, "arc_dep.weight", 0, n->width, &shape);
    n->arc = shape.rows;
    get(l, "label_dep.weight", 0, n->width, &shape);
    n->label = shape.rows;
    get(l, "names_mix.weight", 0, 3 * n->width, &shape);
    n->name = shape.rows;
    if (n->arc % SYNTAX_PANEL || n->label % SYNTAX_PANEL || n->name % SYNTAX_PANEL) {
        l->status = base_error_set(l->error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0,
                                   "model part syntax/arc_dep.weight: a head whose width is no multiple of 16");
    }
    if (l->status != SAYSO_OK) {
        return;
    }
    get_integer_layers(l, n->width, &n->tag_heads, 2, (const char *const[]){"upos", "xpos"},
               (const size_t[]){n->upos.count, n->xpos.count});
    get_integer_layer(l, "names_mix", 3 * n->width, n->name, &n->names_mix);
    get_layer(l, "names", n->name, n->names.count, &n->names_out);
    get_integer_layer(l, "arc_dep", n->width, n->arc, &n->arc_dependent);
    get_integer_layer(l, "arc_head", n->width, n->arc, &n->arc_head);
    get_layer(l, "dep_distance", n->arc, SYNTAX_BUCKETS, &n->dependent_distance);
    get_layers(l, n->arc, &n->head_distance, 2, (const char *const[]){"head_distance", "arc_bias"},
               (const size_t[]){SYNTAX_BUCKETS, 1});
    get_integer_layer(l, "label_dep", n->width, n->label, &n->label_dependent);
    get_integer_layer(l, "label_head", n->width, n->label, &n->label_head);
    get_layer(l, "label_out", n->label, n->labels.count, &n->label_out);
    get(l, "label_distance.weight", SYNTAX_BUCKETS, n->label, &shape);
    float *distance = base_arena_array(l->arena, SYNTAX_BUCKETS * n->label, sizeof *distance);
    for (size_t i = 0; l->status == SAYSO_OK && i < SYNTAX_BUCKETS * n->label; i++) {
        distance[i] = cell(&shape, i / n->label, i % n->label);
    }
    n->label_distance = distance;
}

enum sayso_status syntax_load_network(const struct model *model, struct base_arena *arena,
                                      struct syntax_network *network, struct sayso_error *error) {
    struct loader l = {model, arena, network, error, SAYSO_OK};
    network->kernel = syntax_kernel_choose();
    get_tags(&l, "syntax/tags.upos", &network->upos);
    get_tags(&l, "syntax/tags.xpos", &network->xpos);
    get_tags(&l, "syntax/tags.labels", &network->labels);
    get_tags(&l, "syntax/tags.names", &network->names);
    get_words(&l);
    if (l.status != SAYSO_OK) {
        return l.status;
    }
    get_tables(&l);
    network->input_bias = get_vector(&l, "mix.bias", network->width);
    network->input_gain = get_vector(&l, "norm.weight", network->width);
    network->input_normal_bias = get_vector(&l, "norm.bias", network->width);
    network->root = get_vector(&l, "root", network->width);
    get_blocks(&l);
    get_heads(&l);
    return l.status;
}

uint32_t syntax_word_row(const struct syntax_network *network, uint64_t key) {
    size_t at = syntax_find_key(network->word_keys, network->word_index, key);
    return at == SIZE_MAX ? 0 : (uint32_t)at + 1;
}
