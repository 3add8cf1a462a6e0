/* Steps of embedding: which words make what hangs from them more or less sure. The words are in *.cues. */
#include "claims/factuality.h"

static unsigned frame_of(const struct claims_work *work, uint32_t token) {
    const struct document_token *t = claims_token(work, token);
    unsigned infinitives =
        CLAIMS_INFINITIVE | CLAIMS_PERSON_INFINITIVE | CLAIMS_OBJECT_INFINITIVE | CLAIMS_PASSIVE_INFINITIVE;
    switch (t->relation) {
    case REL_CCOMP:
    case REL_CSUBJ:
    case REL_CSUBJ_PASS:
    case REL_CSUBJ_OUTER:
    case REL_XCOMP:
    case REL_ACL:
    case REL_ADVCL:
        if (claims_is_infinitive(work, token)) {
            return infinitives;
        }
        if (base_slice_is(t->xpos, "VBG")) { /* "was suspended after slamming them" */
            uint32_t mark = document_child(work->document, token, REL_MARK);
            bool aside = mark != DOCUMENT_NONE && claims_entry(work, mark, CLAIMS_ADJUNCT) != NULL;
            return aside ? 0 : CLAIMS_GERUND;
        }
        if (t->relation == REL_XCOMP) { /* "helped end it"; but not "stopped short" */
            return t->upos == UPOS_VERB ? infinitives : 0;
        }
        return t->relation == REL_ADVCL ? 0 : CLAIMS_CLAUSE;
    case REL_ACL_RELCL: return claims_is_infinitive(work, token) ? infinitives : CLAIMS_RELATIVE;
    case REL_OBJ:
    case REL_NSUBJ_PASS: return CLAIMS_OBJECT;
    default: return 0;
    }
}

static struct claims_passage governed_by(const struct claims_cue *cue) {
    if (cue->is_claim) { /* a claim that nobody holds: what its author leaves */
        enum document_factuality left = cue->author;
        return (struct claims_passage){.positive = left, .negative = left == DOCUMENT_CT_PLUS ? left : DOCUMENT_UU,
                                       .aux = cue->aux};
    }
    return (struct claims_passage){.positive = cue->factuality, .negative = cue->negated, .aux = cue->aux};
}

/* "too weak to fight", "the first to leave", "any man who knew": a modifier of the head embeds. */
static const struct claims_cue *embedding_modifier(const struct claims_work *work, uint32_t head, unsigned frame) {
    for (DOCUMENT_CHILDREN(work->document, child, head)) {
        enum document_relation relation = claims_token(work, child)->relation;
        bool modifies = relation == REL_ADVMOD || relation == REL_AMOD || relation == REL_DET;
        enum claims_kind kind = relation == REL_ADVMOD ? CLAIMS_ADVERB : CLAIMS_ATTRIBUTE;
        const struct claims_cue *cue = modifies ? claims_modifier(work, child, kind, frame) : NULL;
        if (cue != NULL) {
            return cue;
        }
    }
    return NULL;
}

static bool has_past(const struct claims_work *work, uint32_t clause) {
    bool past = claims_says_past(work, clause);
    for (DOCUMENT_CHILDREN(work->document, child, clause)) {
        enum document_relation relation = claims_token(work, child)->relation;
        past |= (relation == REL_AUX || relation == REL_AUX_PASS || relation == REL_COP) &&
                claims_is_tagged(work, child, "VBD");
    }
    return past;
}

/* Does the entry speak of what somebody wants to happen, or says not to have happened? */
static bool is_willed(const struct claims_cue *cue) {
    return (cue->aux & DOCUMENT_FUTURE) || cue->factuality != DOCUMENT_CT_PLUS;
}

static bool fits(const struct claims_work *work, const struct claims_cue *cue, uint32_t token, uint32_t head) {
    unsigned frame = frame_of(work, token);
    uint32_t marker = claims_case_of(work, token), last;
    marker = marker == DOCUMENT_NONE ? document_child(work->document, token, REL_MARK) : marker;
    if ((cue->frames & frame) == 0 &&
        (marker == DOCUMENT_NONE || !claims_has_case(cue->cases, claims_token(work, marker)->lemma))) {
        return false;
    }
    if (frame == CLAIMS_OBJECT && ((cue->frames & CLAIMS_PART) || (cue->is_claim && !is_willed(cue)))) {
        return false; /* "the attack was criticised": it is no less so */
    }
    return (!(cue->frames & CLAIMS_PAST) || has_past(work, head)) &&
           !(frame == CLAIMS_RELATIVE && has_past(work, token)) && claims_matches_words(work, head, cue, &last);
}

/* The entry of the head that embeds the dependent; NULL: none does. */
static const struct claims_cue *embedding(const struct claims_work *work, uint32_t token, uint32_t head) {
    unsigned frame = frame_of(work, token);
    const struct claims_cue *modifier = frame ? embedding_modifier(work, head, frame) : NULL;
    if (modifier != NULL) {
        return modifier;
    }
    struct claims_lookup lookup = {0};
    const struct claims_cue *cue;
    while ((cue = claims_lookup(work, head, &lookup)) != NULL) {
        bool embeds = cue->kind == CLAIMS_VERB || cue->kind == CLAIMS_NOUN || cue->kind == CLAIMS_ADJECTIVE;
        if (embeds && fits(work, cue, token, head)) {
            return cue;
        }
    }
    return NULL;
}

/* "the attack took place", "carried out an attack": the noun happens as its verb does. */
static bool happens_by(const struct claims_work *work, uint32_t token, uint32_t head) {
    enum document_relation relation = claims_token(work, token)->relation;
    bool is_object = relation == REL_OBJ || relation == REL_NSUBJ_PASS;
    if (!is_object && relation != REL_NSUBJ) {
        return false;
    }
    for (const struct claims_cue *cue = claims_first(work->claims, claims_token(work, head)->lemma); cue != NULL;
         cue = claims_next(work->claims, cue)) {
        uint32_t last;
        if (cue->kind == CLAIMS_OCCURRENCE && ((cue->frames & CLAIMS_OBJECT) != 0) == is_object &&
            claims_matches_words(work, head, cue, &last)) {
            return true;
        }
    }
    return false;
}

static bool is_noun(const struct claims_work *work, uint32_t token) {
    enum document_upos upos = claims_token(work, token)->upos;
    return upos == UPOS_NOUN || upos == UPOS_PROPN;
}

/* "an attack that killed ten" */
static bool has_known_effect(const struct claims_work *work, uint32_t noun) {
    uint32_t clause = document_child(work->document, noun, REL_ACL_RELCL);
    return is_noun(work, noun) && clause != DOCUMENT_NONE && has_past(work, clause);
}

bool claims_is_given(const struct claims_work *work, uint32_t noun) {
    if (!is_noun(work, noun) || has_known_effect(work, noun)) {
        return is_noun(work, noun);
    }
    for (DOCUMENT_CHILDREN(work->document, child, noun)) {
        const struct document_token *t = claims_token(work, child);
        if (t->relation == REL_NMOD_POSS ||
            (t->relation == REL_DET &&
             (document_has_feature(t, "Definite=Def") || document_has_feature(t, "PronType=Dem")))) {
            return true;
        }
    }
    return false;
}

static struct claims_passage identity(void) {
    return (struct claims_passage){.positive = DOCUMENT_CT_PLUS, .negative = DOCUMENT_CT_MINUS};
}

static struct claims_passage way(enum claims_way way) {
    return (struct claims_passage){.way = way};
}

/* What nobody says to have happened: "scrambled to intercept it", "measures to stop it". */
static struct claims_passage purpose(unsigned aux) {
    return (struct claims_passage){.positive = DOCUMENT_UU, .negative = DOCUMENT_UU, .aux = aux};
}

/* "after an attack", "his attack": taken as known; else as sure as the head. */
static enum claims_way noun_way(const struct claims_work *work, uint32_t noun, enum claims_way other) {
    uint32_t marker = claims_case_of(work, noun);
    if (claims_is_given(work, noun)) {
        return CLAIMS_GIVEN;
    }
    const struct claims_cue *mark = marker == DOCUMENT_NONE ? NULL : claims_entry(work, marker, CLAIMS_MARK);
    bool known = marker != DOCUMENT_NONE && claims_entry(work, marker, CLAIMS_ADJUNCT) != NULL;
    return known || (mark != NULL && mark->factuality == DOCUMENT_CT_PLUS) ? CLAIMS_BACKGROUND : other;
}

static struct claims_passage clause_passage(const struct claims_work *work, uint32_t token) {
    enum document_relation relation = claims_token(work, token)->relation;
    if (claims_is_infinitive(work, token)) {
        return purpose(relation == REL_ADVCL ? DOCUMENT_HYPOTHETICAL : 0);
    }
    bool participle =
        claims_is_tagged(work, token, "VBG") && document_child(work->document, token, REL_AUX) == DOCUMENT_NONE;
    switch (relation) {
    case REL_ACL:
        if (!claims_is_tagged(work, token, "VBN") && !participle) {
            return identity();
        }
        return way(participle ? CLAIMS_ALONG : CLAIMS_BACKGROUND);
    case REL_ADVCL:
    case REL_ADVCL_RELCL: return way(participle && claims_mark(work, token) == NULL ? CLAIMS_ALONG : CLAIMS_BACKGROUND);
    case REL_ACL_RELCL:
        return way(has_past(work, token) || document_child(work->document, token, REL_AUX) != DOCUMENT_NONE
                       ? CLAIMS_BACKGROUND
                       : CLAIMS_ALONG);
    default: return identity();
    }
}

struct claims_passage claims_weigh_passage(const struct claims_work *work, uint32_t token, uint32_t head) {
    enum document_relation relation = claims_token(work, token)->relation;
    if (relation == REL_CONJ) {
        return way(CLAIMS_SHARED);
    }
    const struct claims_cue *cue = embedding(work, token, head);
    if (cue != NULL) { /* "any role in attacks": as given as "the attacks" */
        bool given = !cue->is_claim && cue->factuality == DOCUMENT_CT_PLUS && cue->negated == DOCUMENT_CT_PLUS;
        return given && is_noun(work, token) ? way(CLAIMS_GIVEN) : governed_by(cue);
    }
    if (happens_by(work, token, head)) {
        return has_known_effect(work, token) ? way(CLAIMS_GIVEN) : identity();
    }
    switch (relation) {
    case REL_XCOMP:
    case REL_CCOMP:
    case REL_CSUBJ:
    case REL_CSUBJ_PASS:
    case REL_CSUBJ_OUTER:
    case REL_ACL:
    case REL_ACL_RELCL:
    case REL_ADVCL:
    case REL_ADVCL_RELCL: return clause_passage(work, token);
    case REL_OBJ:
    case REL_NSUBJ_PASS: return claims_is_given(work, token) ? way(CLAIMS_GIVEN) : identity();
    case REL_NSUBJ:
    case REL_IOBJ:
    case REL_OBL:
    case REL_OBL_AGENT:
    case REL_OBL_UNMARKED:
    case REL_NMOD: return way(noun_way(work, token, CLAIMS_ALONG));
    case REL_ROOT:
    case REL_FIXED:
    case REL_FLAT: return identity();
    default: return way(noun_way(work, token, CLAIMS_BACKGROUND));
    }
}
