/* The trained weights, ready for the kernels. */
#ifndef SYNTAX_WEIGHTS_H
#define SYNTAX_WEIGHTS_H

#include "document/document.h"
#include "model/model.h"
#include "syntax/features.h"
#include "syntax/gazetteer.h"
#include "syntax/kernel.h"

enum { SYNTAX_BLOCKS = 5, SYNTAX_BUCKETS = 21, SYNTAX_MOST_TAGS = 128 };

/* A block of the encoder: a convolution over three words, or a scan (even or odd, as in train_syntax.py). */
struct syntax_block {
    struct syntax_integer_weights mix;
    const float *gain, *bias; /* of its layer normalisation */
};

/* Names of the outputs of a head. */
struct syntax_tags {
    struct base_slice names[SYNTAX_MOST_TAGS];
    size_t count;
};

struct syntax_network {
    const struct syntax_kernel *kernel;
    size_t width, arc, label, name; /* of the encoder and of the layers under the heads */
    /* input: one row a known word and a hashed affix, already multiplied into the width of the encoder */
    const uint64_t *word_keys;     /* sorted; row i + 1 of `words` is the word with key i, row 0 that of unknown ones */
    size_t word_count;
    uint32_t word_index[65537];    /* see syntax_index_keys() */
    struct model_matrix words, tables[SYNTAX_TABLES], names_table;
    struct syntax_gazetteer gazetteer;
    const float *input_bias, *input_gain, *input_normal_bias;
    struct syntax_block blocks[SYNTAX_BLOCKS];
    const float *root;             /* what stands for the root in the arc scores */
    struct syntax_integer_weights tag_heads; /* UPOS and XPOS in one matrix, in this order */
    struct syntax_integer_weights names_mix; /* three words */
    struct syntax_integer_weights arc_dependent, arc_head, label_dependent, label_head;
    struct syntax_weights names_out, label_out;
    struct syntax_weights dependent_distance, head_distance; /* 21 distance buckets; head_distance has the arc bias last */
    const float *label_distance;   /* SYNTAX_BUCKETS rows of `label` */
    struct syntax_tags upos, xpos, labels, names;
};

enum sayso_status syntax_load_network(const struct model *model, struct base_arena *arena,
                                      struct syntax_network *network, struct sayso_error *error);
/* The row of a word in `words`. */
uint32_t syntax_word_row(const struct syntax_network *network, uint64_t key);

#endif
