/* Which words of a sentence stand in lists of names; tools/train/gazetteer.py computes the same. */
#ifndef SYNTAX_GAZETTEER_H
#define SYNTAX_GAZETTEER_H

#include "document/document.h"
#include "model/model.h"

enum { SYNTAX_GAZETTEER_ROWS = 64 };

struct syntax_gazetteer {
    const uint64_t *keys;    /* sorted */
    const uint8_t *classes;  /* bits 0 to 2: what the name is; bits 3 and 4: is it a given name, a family name */
    size_t count;
    uint32_t index[65537];   /* first key whose top 16 bits are at least this */
};

enum sayso_status syntax_load_gazetteer(const struct model *model, struct syntax_gazetteer *gazetteer,
                                        struct sayso_error *error);
/* A row of the embedding table for each of `count` tokens from `first` on. */
void syntax_gazetteer_rows(const struct syntax_gazetteer *gazetteer, const struct document *document, uint32_t first,
                           uint32_t count, uint8_t *rows);

/* Shared with the table of words: the range of keys with the same top bits, and the place of one key, or SIZE_MAX. */
void syntax_index_keys(const uint64_t *keys, size_t count, uint32_t index[65537]);
size_t syntax_find_key(const uint64_t *keys, const uint32_t *index, uint64_t key);

#endif
