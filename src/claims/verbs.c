/* Verbs as cues. */
#include "claims/frames.h"

struct claims_draft claims_new_draft(const struct claims_work *work, const struct claims_cue *cue, uint32_t token) {
    struct claims_draft draft = {.cue = cue,
                                 .cue_token = token,
                                 .source = DOCUMENT_NONE,
                                 .source_entity = DOCUMENT_NONE,
                                 .addressee = DOCUMENT_NONE,
                                 .content_head = DOCUMENT_NONE};
    uint32_t last;
    claims_matches_words(work, token, cue, &last);
    draft.cue_run = (struct claims_run){token, last};
    return draft;
}

/* Auxiliaries, negation and adverbs right before the verb. */
static void widen_cue(const struct claims_work *work, struct claims_draft *draft) {
    uint32_t verb = draft->cue_token;
    while (draft->cue_run.first > 0) {
        const struct document_token *token = claims_token(work, draft->cue_run.first - 1);
        enum document_relation r = token->relation;
        bool belongs = token->head == verb && (r == REL_AUX || r == REL_AUX_PASS || r == REL_COP || r == REL_MARK ||
                                               (r == REL_ADVMOD && token->upos != UPOS_SCONJ));
        if (!belongs || base_slice_is(token->xpos, "IN") || base_slice_is(token->xpos, "WRB")) {
            break;
        }
        draft->cue_run.first--;
    }
}

/* "said in a statement": settings right behind the cue belong to it. */
static void take_setting(const struct claims_work *work, struct claims_draft *draft) {
    for (DOCUMENT_CHILDREN(work->document, child, draft->cue_token)) {
        if (claims_token(work, child)->relation == REL_OBL && work->first[child] == draft->cue_run.last + 1 &&
            claims_entry(work, child, CLAIMS_SETTING) != NULL && !claims_content_holds(draft, child)) {
            draft->cue_run.last = child;
        }
    }
}

/* "show up" is no "show". */
static bool has_other_particle(const struct claims_work *work, const struct claims_draft *draft) {
    uint32_t particle = document_child(work->document, draft->cue_token, REL_COMPOUND_PRT);
    return particle != DOCUMENT_NONE && (particle < draft->cue_run.first || particle > draft->cue_run.last);
}

/* "so-called" */
static bool is_inside_word(const struct claims_work *work, uint32_t token) {
    return token > 0 && !claims_token(work, token - 1)->space_after &&
           base_slice_is(claims_token(work, token - 1)->xpos, "HYPH");
}

static bool is_auxiliary_use(const struct claims_work *work, uint32_t verb) {
    enum document_relation relation = claims_token(work, verb)->relation;
    return relation == REL_AUX || relation == REL_AUX_PASS || relation == REL_COP || relation == REL_CASE ||
           relation == REL_AMOD || relation == REL_COMPOUND || relation == REL_FIXED || relation == REL_MARK;
}

/* A particle read as a preposition: "shrugged off the criticism", "called on the government to act". */
static void take_particle_object(const struct claims_work *work, const struct claims_draft *draft,
                                 struct claims_arguments *a, uint32_t last_word) {
    if (draft->cue->word_count < 2 || a->object != DOCUMENT_NONE || a->passive) {
        return;
    }
    uint32_t object = claims_token(work, last_word)->head;
    if (object != DOCUMENT_NONE && object > last_word && claims_token(work, object)->head == draft->cue_token &&
        claims_token(work, object)->relation == REL_OBL) {
        a->object = object;
    }
}

/* "came to defend the plan": nobody defends it yet. */
static bool is_purpose(const struct claims_work *work, uint32_t verb) {
    const struct document_token *token = claims_token(work, verb);
    bool of_other_verb = token->relation == REL_XCOMP && claims_entry(work, token->head, CLAIMS_VERB) == NULL;
    return (token->relation == REL_ADVCL || token->relation == REL_ACL || of_other_verb) &&
           claims_is_infinitive(work, verb);
}

/* "Don't blame the weather", "a way to defend the plan": active verbs without a subject are nobody's. */
static bool is_nobodys(const struct claims_work *work, const struct claims_draft *draft) {
    return draft->source == DOCUMENT_NONE && !draft->no_source && !draft->has_speech &&
           !claims_is_passive(work, draft->cue_token) &&
           document_child(work->document, draft->cue_token, REL_EXPL) == DOCUMENT_NONE &&
           (draft->cue->stance != DOCUMENT_REPORTS || base_slice_is(claims_token(work, draft->cue_token)->xpos, "VB"));
}

static bool try_cue(struct claims_work *work, const struct claims_cue *cue, uint32_t verb, struct claims_arguments a,
                    bool by_surface) {
    uint32_t last;
    if (cue->kind != CLAIMS_VERB || !cue->is_claim || !claims_matches_words(work, verb, cue, &last)) {
        return false;
    }
    struct claims_draft draft = claims_new_draft(work, cue, verb);
    if (has_other_particle(work, &draft)) {
        return false;
    }
    widen_cue(work, &draft);
    take_particle_object(work, &draft, &a, last);
    if (by_surface ? !claims_read_surface(work, &draft) : !claims_fill_frames(work, &draft, verb, &a)) {
        return false;
    }
    if (is_purpose(work, verb) && !draft.has_speech && cue->stance != DOCUMENT_REPORTS) {
        return false;
    }
    take_setting(work, &draft);
    draft.negated = claims_is_negated(work, verb);
    bool agent = document_child(work->document, verb, REL_OBL_AGENT) != DOCUMENT_NONE;
    if (draft.source == DOCUMENT_NONE && (agent || !draft.no_source)) {
        claims_attach_source(work, &draft, verb);
    }
    if (is_nobodys(work, &draft) || !claims_source_fits(work, &draft)) {
        return false;
    }
    BASE_PUSH(work->document->arena, &work->drafts, draft);
    return true;
}

/* Words that are entered with no frame and no stance are no cue: "respond to a request". */
static bool rules_out(const struct claims_work *work, const struct claims_cue *cue, uint32_t verb) {
    uint32_t last;
    return cue->kind == CLAIMS_VERB && !cue->is_claim && cue->frames == 0 && cue->cases[0].size == 0 &&
           claims_matches_words(work, verb, cue, &last);
}

void claims_find_verb(struct claims_work *work, uint32_t verb) {
    struct claims_lookup lookup = {0};
    const struct claims_cue *first = claims_lookup(work, verb, &lookup);
    if (first == NULL || is_auxiliary_use(work, verb) || is_inside_word(work, verb)) {
        return;
    }
    const struct claims_arguments a = claims_find_arguments(work, verb);
    for (int by_surface = 0; by_surface < 2; by_surface++) {
        struct claims_lookup again = {0};
        const struct claims_cue *cue;
        while ((cue = claims_lookup(work, verb, &again)) != NULL) {
            if (try_cue(work, cue, verb, a, by_surface) || rules_out(work, cue, verb)) {
                return;
            }
        }
    }
}
