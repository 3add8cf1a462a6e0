/* What words do to how sure something is.
 *
 * Takes: trees and cues. Adds: nothing; answers for one step of a tree at a time. claims_judge() composes the answers
 * on its way from the root of a sentence down to a predicate, as TruthTeller does (Lotan et al. 2013), in the values of
 * FactBank (Saurí and Pustejovsky 2009), and keeps apart what the author and each source commit to, as De Facto does
 * (Saurí 2008).
 */
#ifndef CLAIMS_FACTUALITY_H
#define CLAIMS_FACTUALITY_H

#include "claims/work.h"

/* ---- the values as an algebra */

/* The weaker degree wins, polarities multiply. */
enum document_factuality claims_compose(enum document_factuality outer, enum document_factuality inner);
bool claims_is_negative(enum document_factuality value);

/* ---- what a word says of itself: "may not have left" */

struct claims_effect {
    enum document_factuality value;
    unsigned aux; /* DOCUMENT_NEGATION | ...: negation counts by its parity */
};

/* By auxiliaries, negation, adverbs, conjunctions and conditions. `below`: the child whose own words count for itself
 * ("no attack took place"), or DOCUMENT_NONE. */
struct claims_effect claims_weigh_own(const struct claims_work *work, uint32_t token, uint32_t below);

static inline bool claims_is_tagged(const struct claims_work *work, uint32_t token, const char *xpos) {
    return base_slice_is(claims_token(work, token)->xpos, xpos);
}

static inline bool claims_says_past(const struct claims_work *work, uint32_t token) {
    return claims_is_tagged(work, token, "VBD") || claims_is_tagged(work, token, "VBN");
}

/* The entry of a modifier that makes no claim: with one of the frames, or, where there are none, without any. */
const struct claims_cue *claims_modifier(const struct claims_work *work, uint32_t token, enum claims_kind kind,
                                         unsigned frames);
/* "if", "without", "instead of": the conjunction or preposition of a clause, whatever the parser takes it for. */
const struct claims_cue *claims_mark(const struct claims_work *work, uint32_t clause);

/* ---- what a word does to what hangs from it */

enum claims_way {
    CLAIMS_GOVERNED,   /* by an implication signature (Karttunen 1971): "failed to leave" */
    CLAIMS_SHARED,     /* conjuncts stand alike */
    CLAIMS_ALONG,      /* as sure as the head, but its negation is not meant: "may attack, killing civilians" */
    CLAIMS_BACKGROUND, /* told beside it: "may leave because he was hurt" */
    CLAIMS_GIVEN       /* taken as known: "denied any part in the attacks" */
};

struct claims_passage {
    enum claims_way way;
    enum document_factuality positive, negative; /* CLAIMS_GOVERNED: where the head holds, and where it does not */
    unsigned aux;
};

struct claims_passage claims_weigh_passage(const struct claims_work *work, uint32_t token, uint32_t head);
/* "the attack", "this attack", "his attack", "an attack that killed ten": who says so takes it as known. */
bool claims_is_given(const struct claims_work *work, uint32_t noun);

#endif
