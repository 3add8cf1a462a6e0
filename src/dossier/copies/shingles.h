/* Runs of five words, which tell how much of one text is in another (Broder 1997: "On the resemblance and containment of
 * documents"). Words are runs of letters and digits in lower case; of scripts that put no spaces between words, each
 * character is one. Five, because reports made of one template differ in a name or a number every few words, and then
 * share few runs, while copies differ in whole sentences. */
#ifndef DOSSIER_SHINGLES_H
#define DOSSIER_SHINGLES_H

#include "base/buffer.h"
#include "base/vector.h"

enum { SHINGLES_WORDS = 5 };

struct shingles_word {
    uint64_t hash;
    size_t start, end; /* bytes */
};

/* The next word at or after `*at`, which moves behind it; false: there is none. */
bool shingles_next_word(struct base_slice text, size_t *at, struct shingles_word *word);
/* Of SHINGLES_WORDS words; never 0. */
uint64_t shingles_hash(const struct shingles_word *words);

struct shingles {
    struct base_slice text;
    BASE_VECTOR(struct shingles_word) words;
    uint64_t *hashes; /* by their first words */
    size_t count;
    uint64_t *set; /* of hashes; 0: free */
    size_t mask;   /* slots of the set, less one */
    size_t distinct;
};

/* Only inside base_arena_run(). The text must outlive the shingles. */
void shingles_read(struct base_arena *arena, struct base_slice text, struct shingles *out);
/* How many different ones are in both. */
size_t shingles_shared(const struct shingles *a, const struct shingles *b);
/* Adds the passages of the text that are not in the other one, as [[start,end],...] of its bytes. What only moved is no
 * change. */
void shingles_write_changes(struct base_arena *arena, const struct shingles *text, const struct shingles *other,
                            struct base_buffer *out);

#endif
