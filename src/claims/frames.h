/* frames: from a verb's cue to its content.
 *
 * Takes: a verb, its dependents, the quotations around it. Adds: runs, content_head and addressee of the draft. Promises:
 * a function that returns false has added no runs.
 */
#ifndef CLAIMS_FRAMES_H
#define CLAIMS_FRAMES_H

#include "claims/work.h"

/* The dependents that frames look at; DOCUMENT_NONE where there is none. */
struct claims_arguments {
    uint32_t object, indirect, complement;
    uint32_t clause, subject_clause, infinitive, gerund, parataxis;
    uint32_t further_clause; /* beside the clause, on the same side of the verb */
    uint32_t adverbial_infinitive, adverbial_clause; /* complements that the parser took for adverbials */
    uint32_t expletive, passive_subject;
    bool passive;
};

struct claims_arguments claims_find_arguments(const struct claims_work *work, uint32_t verb);
/* A clause of content that the parser hung from the noun, or from one of the verb's adjuncts; or DOCUMENT_NONE. */
uint32_t claims_clause_below(const struct claims_work *work, uint32_t noun);
uint32_t claims_clause_below_adjunct(const struct claims_work *work, uint32_t verb);

/* ---- direct speech (direct.c) */

bool claims_try_quote(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                      const struct claims_arguments *a);
bool claims_try_quote_before(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                             const struct claims_arguments *a);
bool claims_try_quote_right_after(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                                  const struct claims_arguments *a);

/* ---- frames (frames.c) */

/* The content by the first frame of the draft's cue that is there. */
bool claims_fill_frames(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                        const struct claims_arguments *a);

#endif
