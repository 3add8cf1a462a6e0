/* What stands at a word itself: auxiliaries, negation, adverbs, conjunctions, questions. The words are in *.cues. */
#include "claims/factuality.h"

/* Is the token in what somebody said in the past? There, "would" is the future of then. */
static bool is_backshifted(const struct claims_work *work, uint32_t token) {
    uint32_t claim = work->document->claim_at[token];
    uint32_t cue = claim == DOCUMENT_NONE ? DOCUMENT_NONE : work->document->claims.items[claim].cue_token;
    return cue != DOCUMENT_NONE && claims_says_past(work, cue);
}

/* "would have left": an auxiliary in the base form, and a past participle behind it. */
static bool is_perfect(const struct claims_work *work, uint32_t verb) {
    bool base = false, participle = claims_is_tagged(work, verb, "VBN");
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        enum document_relation relation = claims_token(work, child)->relation;
        base |= relation == REL_AUX && claims_is_tagged(work, child, "VB");
        participle |= (relation == REL_AUX || relation == REL_AUX_PASS || relation == REL_COP) &&
                      claims_is_tagged(work, child, "VBN");
    }
    return base && participle;
}

/* "Who'd endorsed": no modal stands right before a past participle, so that the auxiliary is another one. */
static bool is_before_participle(const struct claims_work *work, uint32_t auxiliary, uint32_t verb) {
    const struct document_token *t = claims_token(work, verb);
    if (!claims_is_tagged(work, verb, "VBN") || base_slice_equal_nocase(t->form, t->lemma)) {
        return false;
    }
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (child != auxiliary && (relation == REL_AUX || relation == REL_AUX_PASS)) {
            return false;
        }
    }
    return true;
}

/* The entry of an auxiliary that fits best: for the perfect before that for reports before that for the rest. */
static const struct claims_cue *modal_of(const struct claims_work *work, uint32_t auxiliary) {
    uint32_t verb = claims_token(work, auxiliary)->head;
    const struct claims_cue *found = NULL;
    unsigned best = 0;
    if (is_before_participle(work, auxiliary, verb)) {
        return NULL;
    }
    for (const struct claims_cue *cue = claims_first(work->claims, claims_token(work, auxiliary)->lemma); cue != NULL;
         cue = claims_next(work->claims, cue)) {
        bool fits = cue->kind == CLAIMS_MODAL && (!(cue->frames & CLAIMS_CLAUSE) || is_backshifted(work, auxiliary)) &&
                    (!(cue->frames & CLAIMS_PERFECT) || is_perfect(work, verb));
        if (fits && (found == NULL || cue->frames > best)) {
            found = cue;
            best = cue->frames;
        }
    }
    return found;
}

const struct claims_cue *claims_modifier(const struct claims_work *work, uint32_t token, enum claims_kind kind,
                                         unsigned frames) {
    struct claims_lookup lookup = {0};
    const struct claims_cue *cue;
    while ((cue = claims_lookup(work, token, &lookup)) != NULL) {
        uint32_t last;
        if (cue->kind == kind && !cue->is_claim && (frames ? (cue->frames & frames) != 0 : cue->frames == 0) &&
            claims_matches_words(work, token, cue, &last)) {
            return cue;
        }
    }
    return NULL;
}

const struct claims_cue *claims_mark(const struct claims_work *work, uint32_t clause) {
    for (DOCUMENT_CHILDREN(work->document, child, clause)) {
        enum document_relation relation = claims_token(work, child)->relation;
        bool opens = relation == REL_MARK || relation == REL_CASE || relation == REL_CC || relation == REL_ADVMOD;
        const struct claims_cue *cue = opens ? claims_modifier(work, child, CLAIMS_MARK, 0) : NULL;
        if (cue != NULL) {
            return cue;
        }
    }
    return NULL;
}

static void add(struct claims_effect *effect, const struct claims_cue *cue, bool negated) {
    enum document_factuality value = negated ? cue->negated : cue->factuality;
    effect->value = claims_compose(value, effect->value);
    effect->aux |= cue->aux & ~(unsigned)DOCUMENT_NEGATION;
    effect->aux ^= claims_is_negative(value) ? (unsigned)DOCUMENT_NEGATION : 0;
}

static void doubt(struct claims_effect *effect) {
    effect->value = DOCUMENT_UU;
    effect->aux |= DOCUMENT_HYPOTHETICAL;
}

/* Auxiliaries and negation, of the token or of a conjunct before it that it shares them with. */
static void add_modality(const struct claims_work *work, struct claims_effect *effect, uint32_t token, uint32_t below,
                         bool may_negate) {
    bool negated = false, used = false;
    for (DOCUMENT_CHILDREN(work->document, child, token)) {
        negated |= may_negate && child != below && claims_negates(work, child);
    }
    for (DOCUMENT_CHILDREN(work->document, child, token)) {
        const struct claims_cue *cue = claims_token(work, child)->relation == REL_AUX ? modal_of(work, child) : NULL;
        if (cue != NULL) {
            add(effect, cue, negated);
            used |= negated;
        }
    }
    if (negated && !used) {
        effect->value = claims_compose(DOCUMENT_CT_MINUS, effect->value);
        effect->aux ^= DOCUMENT_NEGATION;
    }
}

/* "the attempt was unsuccessful" says what "the unsuccessful attempt" does. */
static const struct claims_cue *predicate_of(const struct claims_work *work, uint32_t token) {
    const struct document_token *t = claims_token(work, token);
    return t->relation == REL_NSUBJ && claims_is_of_class(work, token, CLAIMS_IS_MATTER) &&
           claims_token(work, t->head)->upos == UPOS_ADJ &&
                   document_child(work->document, t->head, REL_COP) != DOCUMENT_NONE &&
                   !claims_is_negated(work, t->head)
               ? claims_modifier(work, t->head, CLAIMS_ATTRIBUTE, 0)
               : NULL;
}

static void add_modifiers(const struct claims_work *work, struct claims_effect *effect, uint32_t token) {
    for (DOCUMENT_CHILDREN(work->document, child, token)) {
        const struct claims_cue *cue = NULL;
        switch (claims_token(work, child)->relation) {
        case REL_ADVMOD: cue = claims_modifier(work, child, CLAIMS_ADVERB, 0); break;
        case REL_AMOD: cue = claims_modifier(work, child, CLAIMS_ATTRIBUTE, 0); break;
        case REL_ADVCL: { /* "If it rains, they will leave" */
            const struct claims_cue *mark = claims_mark(work, child);
            if (mark != NULL && mark->author != DOCUMENT_CT_PLUS) {
                effect->value = claims_compose(mark->author, effect->value);
                effect->aux |= mark->aux;
            }
            break;
        }
        default: break;
        }
        if (cue != NULL) {
            add(effect, cue, false);
        }
    }
    const struct claims_cue *mark = claims_mark(work, token), *predicate = predicate_of(work, token);
    if (mark != NULL) {
        add(effect, mark, false);
    }
    if (predicate != NULL) {
        add(effect, predicate, false);
    }
}

/* "may meet and sign", "did not eat or drink": a conjunct without auxiliary and subject of its own. */
static void add_shared(const struct claims_work *work, struct claims_effect *effect, uint32_t token) {
    if (claims_token(work, token)->relation != REL_CONJ ||
        document_child(work->document, token, REL_AUX) != DOCUMENT_NONE ||
        document_child(work->document, token, REL_NSUBJ) != DOCUMENT_NONE) {
        return;
    }
    uint32_t first = document_conjunction_head(work->document, token);
    const struct claims_cue *mark = claims_mark(work, token); /* "were not arrested but killed" */
    bool alike = base_slice_equal(claims_token(work, token)->xpos, claims_token(work, first)->xpos) &&
                 claims_token(work, token)->upos == UPOS_VERB && (mark == NULL || mark->factuality != DOCUMENT_CT_PLUS);
    add_modality(work, effect, first, DOCUMENT_NONE, alike && !claims_is_negated(work, token));
}

static bool ends_in_question(const struct claims_work *work, uint32_t token) {
    const struct document_sentence *sentence = &work->document->sentences.items[claims_token(work, token)->sentence];
    for (uint32_t i = sentence->first + sentence->count; i-- > sentence->first;) {
        if (claims_token(work, i)->upos != UPOS_PUNCT) {
            break;
        }
        if (base_slice_is(claims_token(work, i)->form, "?")) {
            return true;
        }
    }
    return false;
}

/* A question inside a longer sentence has its mark at its own end. */
static bool has_question_mark(const struct claims_work *work, uint32_t token) {
    for (DOCUMENT_CHILDREN(work->document, child, token)) {
        if (child > token && base_slice_is(claims_token(work, child)->form, "?")) {
            return true;
        }
    }
    return false;
}

static bool is_order(const struct claims_work *work, uint32_t root) {
    return claims_is_tagged(work, root, "VB") && claims_subject(work, root) == DOCUMENT_NONE &&
           document_child(work->document, root, REL_AUX) == DOCUMENT_NONE && !claims_is_infinitive(work, root);
}

static bool is_somebody(const struct claims_work *work, uint32_t token) {
    const struct document_entity *entity = document_entity_at(work->document, token);
    return claims_token(work, token)->upos != UPOS_NOUN || (entity != NULL && entity->type != DOCUMENT_THING);
}

/* "The aim is to leave", "the key is showing up": what the subject is, whether or not it is done. */
static bool is_identified(const struct claims_work *work, uint32_t verb) {
    uint32_t subject = document_child(work->document, verb, REL_NSUBJ_OUTER);
    return subject != DOCUMENT_NONE && !is_somebody(work, subject) &&
           (claims_is_infinitive(work, verb) || claims_is_tagged(work, verb, "VBG"));
}

/* "Kenya is to host talks", and in headlines "Kenya to host talks". */
static bool is_prospective(const struct claims_work *work, uint32_t verb) {
    const struct document_token *t = claims_token(work, verb);
    bool copula = document_child(work->document, verb, REL_COP) != DOCUMENT_NONE;
    uint32_t outer = document_child(work->document, verb, REL_NSUBJ_OUTER);
    bool own = t->head == DOCUMENT_NONE || t->relation == REL_PARATAXIS || (copula && t->relation == REL_CCOMP);
    return own && claims_is_infinitive(work, verb) &&
           ((outer != DOCUMENT_NONE && is_somebody(work, outer)) ||
            document_child(work->document, verb, REL_NSUBJ) != DOCUMENT_NONE ||
            document_child(work->document, verb, REL_NSUBJ_PASS) != DOCUMENT_NONE);
}

struct claims_effect claims_weigh_own(const struct claims_work *work, uint32_t token, uint32_t below) {
    struct claims_effect effect = {.value = DOCUMENT_CT_PLUS};
    add_modality(work, &effect, token, below, true);
    add_modifiers(work, &effect, token);
    add_shared(work, &effect, token);
    bool is_root = claims_token(work, token)->head == DOCUMENT_NONE;
    if (is_root ? ends_in_question(work, token) || is_order(work, token) : has_question_mark(work, token)) {
        doubt(&effect);
    } else if (is_identified(work, token)) {
        doubt(&effect);
    } else if (is_prospective(work, token)) {
        effect.aux |= DOCUMENT_FUTURE;
    }
    return effect;
}
