/* The features of a word form; tools/train/features.py computes the same. */
#ifndef SYNTAX_FEATURES_H
#define SYNTAX_FEATURES_H

#include "base/slice.h"

/* Hash tables of affixes and shapes, in the order of features.py. */
enum { SYNTAX_TABLES = 7 };
extern const char *const syntax_table_names[SYNTAX_TABLES];
extern const uint32_t syntax_table_sizes[SYNTAX_TABLES];

struct syntax_features {
    uint64_t word;                /* hash of the normalised form */
    uint32_t rows[SYNTAX_TABLES]; /* row in each table */
};

/* Characters of a form beyond this many are not looked at. */
enum { SYNTAX_LONGEST_FORM = 128 };

void syntax_features_of(struct base_slice form, struct syntax_features *out);

#endif
