/* Classes of nouns: who can say or want something, and what can be said, meant or wanted. */
#include "claims/work.h"

static bool is_message(const struct claims_work *work, uint32_t noun) {
    struct claims_lookup lookup = {0};
    const struct claims_cue *cue;
    while ((cue = claims_lookup(work, noun, &lookup)) != NULL) {
        if (cue->kind == CLAIMS_NOUN && cue->is_claim) {
            return true;
        }
    }
    return false;
}

static bool is_document(const struct claims_work *work, uint32_t noun) {
    return is_message(work, noun) || claims_entry(work, noun, CLAIMS_SETTING) != NULL ||
           claims_entry(work, noun, CLAIMS_DOCUMENT) != NULL;
}

/* Names of which nothing is known count as somebody, pronouns as what they stand for. */
static bool is_person(const struct claims_work *work, uint32_t head) {
    const struct document_token *token = claims_token(work, head);
    const struct document_entity *entity = document_entity_at(work->document, head);
    if (document_has_feature(token, "PronType=Dem") && document_has_feature(token, "Number=Sing")) {
        return false;
    }
    return token->upos != UPOS_NOUN || entity == NULL || entity->type != DOCUMENT_THING ||
           claims_entry(work, head, CLAIMS_PEOPLE) != NULL;
}

/* A date is never told anything, nor is "that", unless it stands for somebody ("the man that he told"). */
bool claims_can_be_told(const struct claims_work *work, uint32_t head) {
    const struct document_token *token = claims_token(work, head);
    const struct document_entity *entity = document_entity_at(work->document, head);
    bool dated = work->document->date_at != NULL && work->document->date_at[head] != DOCUMENT_NONE;
    bool stands_for_thing = entity == NULL || entity->type == DOCUMENT_THING;
    return !dated && is_person(work, head) && token->upos != UPOS_SCONJ &&
           !(base_slice_is(token->xpos, "WDT") && stands_for_thing);
}

bool claims_is_of_class(const struct claims_work *work, uint32_t head, unsigned classes) {
    enum document_upos upos = claims_token(work, head)->upos;
    return classes == 0 || ((classes & CLAIMS_IS_PERSON) && is_person(work, head)) ||
           ((classes & CLAIMS_IS_MATTER) && !is_person(work, head)) ||
           ((classes & CLAIMS_IS_MESSAGE) && is_message(work, head)) ||
           ((classes & CLAIMS_IS_ISSUE) && claims_entry(work, head, CLAIMS_ISSUE) != NULL) ||
           ((classes & CLAIMS_IS_DOCUMENT) && is_document(work, head)) ||
           ((classes & CLAIMS_IS_COMMON) && upos != UPOS_PROPN);
}

/* What no fact or event says itself it may show, in a clause; of verbs of mere speech the subject speaks. */
static bool may_be_anything(const struct claims_draft *draft) {
    enum document_stance stance = draft->cue->stance;
    return stance == DOCUMENT_ALLEGES || stance == DOCUMENT_ASKS ||
           (!draft->nominal &&
            (stance == DOCUMENT_REPORTS || stance == DOCUMENT_CONFIRMS || stance == DOCUMENT_SPECULATES));
}

/* "You know, ..." and "if you want": only what the hearer has said or thought before is told. */
static bool is_told_of_hearer(const struct claims_work *work, const struct claims_draft *draft) {
    struct base_slice xpos = claims_token(work, draft->cue_token)->xpos;
    return draft->has_speech || base_slice_is(xpos, "VBD") || base_slice_is(xpos, "VBN");
}

bool claims_source_fits(const struct claims_work *work, const struct claims_draft *draft) {
    uint32_t source = draft->source_entity;
    if (source != DOCUMENT_NONE && base_slice_is(claims_token(work, draft->source)->xpos, "WP")) {
        source = draft->source; /* "who" is somebody */
    }
    if (source == DOCUMENT_NONE || draft->has_speech) {
        return draft->has_speech || draft->cue->source_class == 0;
    }
    if (claims_entry(work, source, CLAIMS_HEARER) != NULL) {
        return is_told_of_hearer(work, draft);
    }
    return claims_is_of_class(work, source, draft->cue->source_class) &&
           (is_person(work, source) || is_document(work, source) || may_be_anything(draft));
}
