#include "claims/faults.h"

static bool have_all(const struct base_slice *all, const struct base_slice *some) {
    for (size_t i = 0; i < CLAIMS_CASES && some[i].size > 0; i++) {
        bool found = false;
        for (size_t j = 0; j < CLAIMS_CASES && all[j].size > 0; j++) {
            found |= base_slice_equal_nocase(some[i], all[j]);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

/* Flags that make an entry count less often: an object only with a part of it, past forms only. */
static bool is_limited(const struct claims_cue *cue, const struct claims_cue *other, unsigned flag) {
    return (cue->frames & flag) != 0 && (other->frames & flag) == 0;
}

static bool allows(unsigned classes, unsigned other) {
    return classes == 0 || (other != 0 && (other & ~classes) == 0);
}

static bool allows_classes(const struct claims_cue *cue, const struct claims_cue *other) {
    return allows(cue->object_class, other->object_class) && allows(cue->case_class, other->case_class) &&
           allows(cue->complement_class, other->complement_class) && allows(cue->source_class, other->source_class);
}

/* Of verbs, nouns and adjectives the first entry counts whose frame is there. */
static bool has_frames(const struct claims_cue *cue, const struct claims_cue *other) {
    unsigned limits = CLAIMS_PART | CLAIMS_PAST;
    return (other->frames & ~cue->frames & ~limits) == 0 && !is_limited(cue, other, CLAIMS_PAST) &&
           !((other->frames & CLAIMS_OBJECT) != 0 && is_limited(cue, other, CLAIMS_PART)) &&
           allows_classes(cue, other) && have_all(cue->cases, other->cases) && have_all(cue->object_cases, other->object_cases);
}

/* Does `cue`, which comes first, count wherever `other` would? Plain reports are let through where nobody says who holds
 * them, and other stances are not (verbs.c). */
static bool covers(const struct claims_cue *cue, const struct claims_cue *other) {
    if (cue->kind == CLAIMS_VERB || cue->kind == CLAIMS_NOUN || cue->kind == CLAIMS_ADJECTIVE) {
        bool lets_through = !other->is_claim || other->stance != DOCUMENT_REPORTS || cue->stance == DOCUMENT_REPORTS;
        return (cue->is_claim || !other->is_claim) && lets_through && has_frames(cue, other);
    }
    return cue->is_claim == other->is_claim && has_frames(cue, other) && has_frames(other, cue);
}

static bool are_in_one_file(const struct claims_cue *a, const struct claims_cue *b) {
    struct base_slice left = a->origin, right = b->origin;
    return base_slice_equal(base_slice_cut(&left, ':'), base_slice_cut(&right, ':'));
}

/* The first entry before this one that covers it; `reached` says whether the entry is still there. */
static const struct claims_cue *find_cover(const struct claims *claims, const struct claims_cue *cue, bool *reached) {
    const struct claims_cue *cover = NULL, *before = claims_first(claims, cue->words[0]);
    for (; before != NULL && before != cue; before = claims_next(claims, before)) {
        if (cover == NULL && claims_is_same_key(before, cue) && covers(before, cue)) {
            cover = before;
        }
    }
    *reached = before != NULL;
    return cover;
}

void claims_find_faults(const struct claims *claims, void (*report)(void *context, const struct claims_fault *fault),
                        void *context) {
    for (size_t i = 0; i < claims->cues.count; i++) {
        struct claims_fault fault = {.cue = &claims->cues.items[i]};
        bool reached;
        fault.other = find_cover(claims, fault.cue, &reached);
        if (reached && fault.other != NULL) {
            fault.repeats = are_in_one_file(fault.cue, fault.other) && covers(fault.cue, fault.other);
            report(context, &fault);
        }
    }
}

bool claims_is_whole(const struct claims *claims, uint32_t cue) {
    struct base_slice origin = claims->cues.items[cue].origin;
    bool reached = true;
    for (; reached && cue < claims->cues.count && base_slice_equal(claims->cues.items[cue].origin, origin); cue++) {
        find_cover(claims, &claims->cues.items[cue], &reached);
    }
    return reached;
}
