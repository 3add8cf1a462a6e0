/* The words of a name, as hashes, so that a look-up needs no copy of the text.
 *
 * A word is a run of letters and digits. White space, hyphens, apostrophes and full stops only part words, so that names
 * are found however a tokeniser cuts them and in all their spellings of that kind ("Al-Safir", "Al Safir"; "U.S.", "U.S");
 * any other punctuation is a word of its own. A sequence is known by 64 bits of hash; among 100,000 names a false match is
 * less likely than a fault of the machine.
 */
#ifndef LEXICON_WORDS_H
#define LEXICON_WORDS_H

#include "base/slice.h"

enum lexicon_case {
    LEXICON_AS_IS,
    LEXICON_TAMED,  /* words in upper case as if capitalised: "RUSSIA" as "Russia" */
    LEXICON_TITLED, /* the same, and words in lower case capitalised: how a name looks in a tamed headline */
    LEXICON_LOWER
};

enum { LEXICON_LONGEST = 16 }; /* words of a name */

/* The hash of the next word of the text; false: no more. */
bool lexicon_next_word(struct base_slice text, size_t *at, enum lexicon_case form, uint64_t *word);

/* Are all words capitalised and no more, so that LEXICON_TITLED changes nothing? May say no for characters beyond ASCII. */
bool lexicon_looks_titled(struct base_slice text);

static inline uint64_t lexicon_hash_word(uint64_t sequence, uint64_t word) {
    sequence = (sequence ^ word) * 0x9E3779B97F4A7C15u;
    return sequence ^ (sequence >> 29);
}

#define LEXICON_NO_WORDS UINT64_C(0x6C657869636F6E21) /* the hash of an empty sequence */

#endif
