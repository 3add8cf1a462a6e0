/* Entries of *.cues that never count, as far as their frames tell.
 *
 * Takes: the cues. Promises: entries of the same words and kind are compared with each other, no others are.
 */
#ifndef CLAIMS_FAULTS_H
#define CLAIMS_FAULTS_H

#include "claims/cues.h"

/* `other` comes first, and has all the frames of `cue`. */
struct claims_fault {
    const struct claims_cue *cue, *other;
    bool repeats; /* in the same file, with the same frames */
};

void claims_find_faults(const struct claims *claims, void (*report)(void *context, const struct claims_fault *fault),
                        void *context);

/* Are all entries of the cue's line, of which it is the first, still there: has no overlay replaced or removed any? */
bool claims_is_whole(const struct claims *claims, uint32_t cue);

#endif
