/* What the learned weights look at; tools/train/train_text.py computes the same, number for number. */
#ifndef TEXT_FEATURES_H
#define TEXT_FEATURES_H

#include "base/map.h"
#include "base/utf8.h"

enum { TEXT_TOKEN_FEATURES = 16, TEXT_SENTENCE_FEATURES = 18, TEXT_WEIGHT_BITS = 16 };
enum { TEXT_MARGIN = 4, TEXT_NO_CHARACTER = 1 };

/* A paragraph as characters, with TEXT_MARGIN spaces on both sides. */
struct text_characters {
    const uint32_t *plain; /* lower case, digits as 0, plain quotes and dashes, white space as a space */
    const uint32_t *kinds; /* x X d, a space, or the character itself */
    const uint32_t *bytes; /* offset of each character in the document; count + 1 of them */
    size_t count;
    struct base_slice text; /* of the document */
    const struct base_map *abbreviations; /* lower case, no final period -> 1 stands before a name, 2 may end a sentence */
};

struct text_range {
    uint32_t start, end; /* characters */
};

/* The run without white space that holds a character, and the kind of the first character behind it. */
struct text_chunk {
    struct text_range range;
    uint32_t following;
    bool has_at, has_slash;
};

void text_read_characters(struct base_arena *arena, struct base_slice text, size_t start, size_t end,
                          const struct base_map *abbreviations, struct text_characters *out);
struct text_chunk text_chunk_at(const struct text_characters *c, size_t at);
/* Can a token end between characters at - 1 and at, both in one chunk? */
bool text_is_candidate(const struct text_characters *c, size_t at);
void text_token_features(const struct text_characters *c, const struct text_chunk *chunk, size_t start, size_t at,
                         uint32_t out[TEXT_TOKEN_FEATURES]);

/* Where a sentence stands when a token of it has been read. */
struct text_state {
    size_t begin;          /* its first token */
    unsigned quotes, depth;
};

void text_count_marks(const struct text_characters *c, struct text_range token, struct text_state *state);
void text_sentence_features(const struct text_characters *c, const struct text_range *tokens, size_t count, size_t at,
                            const struct text_state *state, uint32_t out[TEXT_SENTENCE_FEATURES]);

#endif
