/* What a document's near-duplicates are found by, made of the document alone: its place among all documents, and a MinHash
 * sketch of its text (Broder 1997). Bands of a sketch tell what to compare with (Leskovec, Rajaraman and Ullman, "Mining of
 * Massive Datasets", chapter 3): of pairs of texts that share 50 of 100 shingles, 99 of 100 have a band in common; that share
 * 30, 78; that share 5, 4; and texts on different things hardly share one of 100. All values together tell how much two
 * texts may share before they are read.
 */
#ifndef DOSSIER_SIGNATURE_H
#define DOSSIER_SIGNATURE_H

#include "base/slice.h"

enum { SIGNATURE_BANDS = 16, SIGNATURE_ROWS = 2, SIGNATURE_VALUES = 96, SIGNATURE_BYTES = SIGNATURE_VALUES * 2 };

struct signature {
    int64_t moment; /* of publication, in seconds since 1970; of a day without a time: its last; not known: after all others */
    int64_t tie;    /* a hash of the id and the origin: sets documents of one moment in an order */
    bool empty;     /* too short for a shingle: `values` say nothing */
    uint16_t values[SIGNATURE_VALUES];
};

void signature_make(struct base_slice text, struct signature *out);
void signature_place(struct base_slice published, struct base_slice id, struct base_slice origin, struct signature *out);
/* What texts that may be near-duplicates have in common; 48 bits. */
int64_t signature_band(const struct signature *signature, unsigned band);
/* How many values are the same: 96 times the resemblance, give or take ten. */
unsigned signature_same(const struct signature *a, const struct signature *b);
/* The values as bytes, and back; as long as SIGNATURE_BYTES, or empty. */
struct base_slice signature_write(const struct signature *signature, char out[SIGNATURE_BYTES]);
void signature_read(struct base_slice bytes, struct signature *out);

#endif
