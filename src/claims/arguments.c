/* The dependents of a verb that its frames look at. */
#include "claims/frames.h"

static bool is_gerund(const struct claims_work *work, uint32_t token) {
    return base_slice_is(claims_token(work, token)->xpos, "VBG");
}

static void note_object(struct claims_arguments *a, uint32_t child) {
    if (a->object != DOCUMENT_NONE && a->complement == DOCUMENT_NONE && child > a->object) {
        a->complement = child; /* "called him a liar" */
    } else {
        a->object = child;
    }
}

/* "..., the source added": a report at the end of a sentence, with nothing behind it that it could be about. */
static bool is_tag(const struct claims_work *work, uint32_t clause) {
    uint32_t first = work->first[clause], last = work->last[clause];
    while (last > clause && claims_token(work, last)->upos == UPOS_PUNCT) {
        last--;
    }
    const struct claims_cue *cue = claims_entry(work, clause, CLAIMS_VERB);
    return cue != NULL && (cue->frames & CLAIMS_QUOTE) && first > 0 && last == clause &&
           (base_slice_is(claims_token(work, first)->form, ",") ||
            base_slice_is(claims_token(work, first - 1)->form, ",")) &&
           document_child(work->document, clause, REL_NSUBJ) != DOCUMENT_NONE &&
           document_child(work->document, clause, REL_MARK) == DOCUMENT_NONE;
}

static void note_clause(const struct claims_work *work, struct claims_arguments *a, uint32_t child, uint32_t verb) {
    if (is_tag(work, child)) {
        return;
    }
    if (is_gerund(work, child) && document_child(work->document, child, REL_AUX) == DOCUMENT_NONE) {
        a->gerund = child;
    }
    if (a->clause != DOCUMENT_NONE && (a->clause > verb) == (child > verb)) {
        a->further_clause = child; /* "said that it was late, the town was dark" */
    } else if (a->clause == DOCUMENT_NONE || child > verb) {
        a->clause = child;
    }
}

static void note_xcomp(const struct claims_work *work, struct claims_arguments *a, uint32_t child) {
    if (claims_is_infinitive(work, child)) {
        a->infinitive = child;
    } else if (is_gerund(work, child)) {
        a->gerund = child;
    } else {
        a->complement = child;
    }
}

/* Parsers take complements for adverbials: "made clear that ...", "called on him to ...". */
static void note_adverbial(const struct claims_work *work, struct claims_arguments *a, uint32_t child, uint32_t verb) {
    uint32_t mark = document_child(work->document, child, REL_MARK);
    if (child < verb || mark == DOCUMENT_NONE) {
        return;
    }
    if (claims_is_infinitive(work, child)) {
        a->adverbial_infinitive = child;
    } else if (claims_entry(work, mark, CLAIMS_COMPLEMENTIZER) != NULL) {
        a->adverbial_clause = child;
    }
}

/* "urged the rebels to leave", read as a relative clause. */
static uint32_t infinitive_below(const struct claims_work *work, uint32_t object) {
    for (DOCUMENT_CHILDREN(work->document, child, object)) {
        if (claims_token(work, child)->relation == REL_ACL && claims_is_infinitive(work, child)) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

struct claims_arguments claims_find_arguments(const struct claims_work *work, uint32_t verb) {
    struct claims_arguments a;
    memset(&a, 0xFF, sizeof a); /* DOCUMENT_NONE */
    a.passive = claims_is_passive(work, verb);
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        switch (claims_token(work, child)->relation) {
        case REL_OBJ: note_object(&a, child); break;
        case REL_IOBJ: a.indirect = child; break;
        case REL_CCOMP: note_clause(work, &a, child, verb); break;
        case REL_XCOMP: note_xcomp(work, &a, child); break;
        case REL_OBL: /* "declined to comment" */
            if (claims_token(work, child)->upos == UPOS_VERB && claims_is_infinitive(work, child)) {
                a.infinitive = child;
            }
            break;
        case REL_CSUBJ:
        case REL_CSUBJ_PASS:
        case REL_CSUBJ_OUTER: a.subject_clause = child; break;
        case REL_PARATAXIS: a.parataxis = child > verb && a.parataxis == DOCUMENT_NONE ? child : a.parataxis; break;
        case REL_ADVCL: note_adverbial(work, &a, child, verb); break;
        case REL_EXPL: a.expletive = child; break;
        case REL_NSUBJ_PASS: a.passive_subject = child; break;
        default: break;
        }
    }
    if (a.object == DOCUMENT_NONE && a.clause == DOCUMENT_NONE) {
        a.object = a.indirect;
        a.indirect = DOCUMENT_NONE;
    }
    if (a.object != DOCUMENT_NONE && a.adverbial_infinitive == DOCUMENT_NONE) {
        a.adverbial_infinitive = infinitive_below(work, a.object);
    }
    return a;
}

/* "told the family that he had died", "said last week that he had died", read as relative clauses. */
uint32_t claims_clause_below(const struct claims_work *work, uint32_t noun) {
    for (DOCUMENT_CHILDREN(work->document, child, noun)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if ((relation == REL_ACL_RELCL || relation == REL_ACL) && work->first[child] > noun &&
            claims_entry(work, work->first[child], CLAIMS_COMPLEMENTIZER) != NULL) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

uint32_t claims_clause_below_adjunct(const struct claims_work *work, uint32_t verb) {
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (child > verb && (relation == REL_OBL || relation == REL_OBL_UNMARKED)) {
            uint32_t clause = claims_clause_below(work, child);
            if (clause != DOCUMENT_NONE) {
                return clause;
            }
        }
    }
    return DOCUMENT_NONE;
}
