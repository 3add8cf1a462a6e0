/* From sequences of words (see words.h) to numbers: open addressing, in an arena, read-only once filled. */
#ifndef LEXICON_TABLE_H
#define LEXICON_TABLE_H

#include "base/arena.h"

#define LEXICON_NOTHING UINT32_MAX

struct lexicon_slot {
    uint64_t hash;    /* 0: free */
    uint32_t value;   /* LEXICON_NOTHING: only the first word of longer sequences */
    uint32_t longest; /* of a slot that is a first word: words of the longest sequence that it begins */
};

struct lexicon_table {
    struct lexicon_slot *slots;
    size_t capacity, count;
};

/* The slot of the hash, made where there is none; valid until the next call. */
struct lexicon_slot *lexicon_table_slot(struct lexicon_table *table, struct base_arena *arena, uint64_t hash);
/* NULL: not there. */
const struct lexicon_slot *lexicon_table_find(const struct lexicon_table *table, uint64_t hash);

#endif
