/* How sure, and for whom: from a predicate up through its tree, one step of embedding after the other.
 *
 * The values are FactBank's (Saurí and Pustejovsky 2009), and so is the idea of composing them from the inside out; what
 * each word does to what it governs is in *.cues. */
#include "claims/claims.h"
#include "claims/work.h"
#include "dates/dates.h"

/* ---- the values as an algebra: the weaker degree wins, polarities multiply */

struct value {
    int degree;   /* 3 certain, 2 probable, 1 possible, 0 no commitment */
    int polarity; /* 1, -1, or 0: unsaid which */
};

static const struct value values[] = {
    [DOCUMENT_CT_PLUS] = {3, 1},   [DOCUMENT_PR_PLUS] = {2, 1},   [DOCUMENT_PS_PLUS] = {1, 1},
    [DOCUMENT_CT_MINUS] = {3, -1}, [DOCUMENT_PR_MINUS] = {2, -1}, [DOCUMENT_PS_MINUS] = {1, -1},
    [DOCUMENT_CT_U] = {3, 0},      [DOCUMENT_UU] = {0, 0}};

static enum document_factuality compose(enum document_factuality outer, enum document_factuality inner) {
    struct value a = values[outer], b = values[inner];
    int degree = a.degree < b.degree ? a.degree : b.degree, polarity = a.polarity * b.polarity;
    if (degree == 0 || (polarity == 0 && degree < 3)) {
        return DOCUMENT_UU;
    }
    for (enum document_factuality f = DOCUMENT_CT_PLUS; f < DOCUMENT_UU; f++) {
        if (values[f].degree == degree && values[f].polarity == polarity) {
            return f;
        }
    }
    return DOCUMENT_UU;
}

/* ---- the walk */

struct walk {
    struct claims_work work;
    enum document_factuality value;  /* so far */
    enum document_factuality inside; /* before the last claim was left */
    unsigned aux;
    uint32_t spent;    /* token whose negation has been counted with its entry */
    uint32_t last_cue; /* cue of the claim that was left last */
    bool presupposed;  /* what stands above takes it for granted: "after he left" */
};

static void weigh(struct walk *walk, const struct claims_cue *cue, bool negated) {
    enum document_factuality effect = negated ? cue->negated : cue->factuality;
    walk->value = compose(effect, walk->value);
    walk->aux |= cue->aux & ~(unsigned)DOCUMENT_NEGATION;
    if (values[effect].polarity < 0) {
        walk->aux ^= DOCUMENT_NEGATION;
    }
}

static bool says_past(const struct document_token *token) {
    return base_slice_is(token->xpos, "VBD") || base_slice_is(token->xpos, "VBN");
}

/* Is the token in what somebody said in the past? There, "would" is the future of then. */
static bool is_backshifted(const struct walk *walk, uint32_t token) {
    const struct document *document = walk->work.document;
    uint32_t claim = document->claim_at[token];
    return claim != DOCUMENT_NONE && document->claims.items[claim].cue_token != DOCUMENT_NONE &&
           says_past(document_token(document, document->claims.items[claim].cue_token));
}

static const struct claims_cue *modal_of(const struct walk *walk, uint32_t auxiliary) {
    const struct claims_cue *found = NULL;
    for (const struct claims_cue *cue = claims_first(walk->work.claims, claims_token(&walk->work, auxiliary)->lemma);
         cue != NULL; cue = claims_next(walk->work.claims, cue)) {
        bool backshift = (cue->frames & CLAIMS_CLAUSE) != 0;
        if (cue->kind == CLAIMS_MODAL && (!backshift || is_backshifted(walk, auxiliary)) &&
            (found == NULL || backshift)) {
            found = cue;
        }
    }
    return found;
}

static const struct claims_cue *modifier_of(const struct walk *walk, uint32_t token, enum claims_kind kind) {
    for (const struct claims_cue *cue = claims_first(walk->work.claims, claims_token(&walk->work, token)->lemma);
         cue != NULL; cue = claims_next(walk->work.claims, cue)) {
        uint32_t last;
        if (cue->kind == kind && !cue->is_claim && claims_matches_words(&walk->work, token, cue, &last)) {
            return cue;
        }
    }
    return NULL;
}

/* "If it rains, they will leave": a conditional clause weakens the one that it hangs from. */
static const struct claims_cue *mark_of(const struct walk *walk, uint32_t clause) {
    for (DOCUMENT_CHILDREN(walk->work.document, child, clause)) {
        if (claims_token(&walk->work, child)->relation == REL_MARK ||
            claims_token(&walk->work, child)->relation == REL_CASE) {
            const struct claims_cue *cue = modifier_of(walk, child, CLAIMS_MARK);
            if (cue != NULL) {
                return cue;
            }
        }
    }
    return NULL;
}

/* Auxiliaries, negation, adverbs, marks and conditions that hang from the token itself. */
static void weigh_own(struct walk *walk, uint32_t token) {
    const struct claims_work *work = &walk->work;
    bool negated = token != walk->spent && claims_is_negated(work, token), negation_used = false;
    for (DOCUMENT_CHILDREN(work->document, child, token)) {
        enum document_relation relation = claims_token(work, child)->relation;
        const struct claims_cue *cue = NULL;
        if (relation == REL_AUX && (cue = modal_of(walk, child)) != NULL) {
            weigh(walk, cue, negated);
            negation_used |= negated;
        } else if (relation == REL_ADVMOD && (cue = modifier_of(walk, child, CLAIMS_ADVERB)) != NULL) {
            weigh(walk, cue, false);
        } else if (relation == REL_AMOD && (cue = modifier_of(walk, child, CLAIMS_ATTRIBUTE)) != NULL) {
            weigh(walk, cue, false);
        } else if (relation == REL_ADVCL && (cue = mark_of(walk, child)) != NULL && cue->author != DOCUMENT_CT_PLUS) {
            walk->value = compose(cue->author, walk->value);
            walk->aux |= cue->aux;
        }
    }
    if (negated && !negation_used) {
        walk->value = compose(DOCUMENT_CT_MINUS, walk->value);
        walk->aux ^= DOCUMENT_NEGATION;
    }
    const struct claims_cue *mark = mark_of(walk, token);
    if (mark != NULL) {
        weigh(walk, mark, false);
    }
}

static unsigned frame_of(const struct walk *walk, uint32_t token) {
    const struct document_token *t = claims_token(&walk->work, token);
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
        if (claims_is_infinitive(&walk->work, token)) {
            return infinitives;
        }
        if (base_slice_is(t->xpos, "VBG")) {
            return CLAIMS_GERUND;
        }
        return t->relation == REL_ADVCL ? 0 : t->relation == REL_XCOMP ? infinitives : CLAIMS_CLAUSE;
    case REL_OBJ:
    case REL_NSUBJ_PASS: return CLAIMS_OBJECT;
    default: return 0;
    }
}

/* What the head does to a dependent that it embeds; false: it does not embed it. */
static bool weigh_embedding(struct walk *walk, uint32_t token, uint32_t head) {
    const struct claims_work *work = &walk->work;
    unsigned frame = frame_of(walk, token);
    uint32_t marker = claims_case_of(work, token);
    marker = marker == DOCUMENT_NONE ? document_child(work->document, token, REL_MARK) : marker;
    for (const struct claims_cue *cue = claims_first(work->claims, claims_token(work, head)->lemma); cue != NULL;
         cue = claims_next(work->claims, cue)) {
        uint32_t last;
        bool fits = (cue->frames & frame) != 0 ||
                    (marker != DOCUMENT_NONE && claims_has_case(cue->cases, claims_token(work, marker)->lemma));
        if (!fits || !claims_matches_words(work, head, cue, &last) ||
            (cue->kind != CLAIMS_VERB && cue->kind != CLAIMS_NOUN && cue->kind != CLAIMS_ADJECTIVE)) {
            continue;
        }
        if (cue->is_claim) { /* of a claim that nobody holds: what its author leaves */
            walk->value = compose(cue->author, walk->value);
            walk->aux |= cue->aux;
        } else {
            weigh(walk, cue, claims_is_negated(work, head));
        }
        walk->spent = head;
        return true;
    }
    return false;
}

static bool happens_by(const struct walk *walk, uint32_t token, uint32_t head) {
    enum document_relation relation = claims_token(&walk->work, token)->relation;
    bool is_object = relation == REL_OBJ || (relation == REL_NSUBJ_PASS);
    if (!is_object && relation != REL_NSUBJ) {
        return false;
    }
    for (const struct claims_cue *cue = claims_first(walk->work.claims, claims_token(&walk->work, head)->lemma);
         cue != NULL; cue = claims_next(walk->work.claims, cue)) {
        uint32_t last;
        if (cue->kind == CLAIMS_OCCURRENCE && ((cue->frames & CLAIMS_OBJECT) != 0) == is_object &&
            claims_matches_words(&walk->work, head, cue, &last)) {
            return true;
        }
    }
    return false;
}

/* ---- claims on the way */

static bool content_holds(const struct document *document, const struct document_claim *claim, uint32_t token) {
    uint32_t at = document->tokens.items[token].span.start;
    for (size_t i = 0; i < claim->content_count; i++) {
        if (claim->content[i].start <= at && at < claim->content[i].end) {
            return true;
        }
    }
    return false;
}

static const struct claims_cue *cue_of(const struct walk *walk, const struct document_claim *claim) {
    if (claim->cue_token == DOCUMENT_NONE) {
        return NULL;
    }
    for (const struct claims_cue *cue =
             claims_first(walk->work.claims, claims_token(&walk->work, claim->cue_token)->lemma);
         cue != NULL; cue = claims_next(walk->work.claims, cue)) {
        if (base_slice_equal(cue->origin, claim->rule)) {
            return cue;
        }
    }
    return NULL;
}

/* Leaves the content of a claim: the source commits to what has been gathered so far, the author to what the cue leaves.
 * Who denies or confirms an allegation does so to what it says. */
static enum document_factuality leave_claim(struct walk *walk, const struct document_claim *claim) {
    const struct claims_cue *cue = cue_of(walk, claim);
    bool through = (claim->stance == DOCUMENT_DENIES || claim->stance == DOCUMENT_CONFIRMS) &&
                   claim->content_head != DOCUMENT_NONE && claim->content_head == walk->last_cue;
    /* what passes through a claim within has been weakened by that claim already: of this one its own cue counts */
    enum document_factuality own = cue && claim->factuality == DOCUMENT_UU ? cue->factuality : claim->factuality;
    enum document_factuality said = compose(own, through ? walk->inside : walk->value);
    enum document_factuality left = cue == NULL ? DOCUMENT_UU : cue->author;
    if (cue != NULL && claim->factuality != cue->factuality && left != DOCUMENT_CT_PLUS) {
        left = DOCUMENT_UU; /* "did not show that" */
    }
    walk->inside = walk->value;
    walk->value = compose(left, walk->value);
    walk->aux |= cue == NULL ? 0 : cue->aux;
    walk->last_cue = claim->cue_token;
    walk->presupposed = false;
    return said;
}

static bool is_nominal_step(enum document_relation relation) {
    return relation != REL_CCOMP && relation != REL_XCOMP && relation != REL_CSUBJ && relation != REL_CSUBJ_PASS &&
           relation != REL_CSUBJ_OUTER && relation != REL_CONJ && relation != REL_ACL && relation != REL_ROOT &&
           relation != REL_FIXED && relation != REL_FLAT;
}

/* From a token to its head: does the head's own modality reach down to it? */
static void step_up(struct walk *walk, uint32_t token, uint32_t head) {
    enum document_relation relation = claims_token(&walk->work, token)->relation;
    if (walk->presupposed || relation == REL_CONJ || head == walk->last_cue) {
        return;
    }
    bool embeds = weigh_embedding(walk, token, head);
    if (relation == REL_ADVCL && !embeds && claims_is_infinitive(&walk->work, token)) { /* a purpose */
        walk->value = compose(DOCUMENT_PS_PLUS, walk->value);
        walk->aux |= DOCUMENT_FUTURE;
    }
    walk->presupposed = !embeds && is_nominal_step(relation) && !happens_by(walk, token, head);
}

/* Conjuncts share the auxiliary of the first one where they have none: "may meet and sign". */
static void weigh_shared(struct walk *walk, uint32_t token) {
    const struct claims_work *work = &walk->work;
    if (claims_token(work, token)->relation != REL_CONJ ||
        document_child(work->document, token, REL_AUX) != DOCUMENT_NONE ||
        document_child(work->document, token, REL_NSUBJ) != DOCUMENT_NONE) {
        return;
    }
    uint32_t first = document_conjunction_head(work->document, token);
    for (DOCUMENT_CHILDREN(work->document, child, first)) {
        const struct claims_cue *cue = claims_token(work, child)->relation == REL_AUX ? modal_of(walk, child) : NULL;
        if (cue != NULL) {
            weigh(walk, cue, false);
        }
    }
}

static bool is_question(const struct document *document, uint32_t token) {
    const struct document_sentence *sentence = &document->sentences.items[document_token(document, token)->sentence];
    for (uint32_t i = sentence->first + sentence->count; i-- > sentence->first;) {
        if (document_token(document, i)->upos != UPOS_PUNCT) {
            break;
        }
        if (base_slice_is(document_token(document, i)->form, "?")) {
            return true;
        }
    }
    return false;
}

static bool is_order(const struct walk *walk, uint32_t root) {
    return base_slice_is(claims_token(&walk->work, root)->xpos, "VB") &&
           claims_subject(&walk->work, root) == DOCUMENT_NONE &&
           document_child(walk->work.document, root, REL_AUX) == DOCUMENT_NONE &&
           !claims_is_infinitive(&walk->work, root);
}

static void weigh_sentence(struct walk *walk, uint32_t root) {
    if (is_question(walk->work.document, root) || is_order(walk, root)) {
        walk->value = DOCUMENT_UU;
        walk->aux |= DOCUMENT_HYPOTHETICAL;
    }
}

static void note_past(const struct document *document, uint32_t predicate, unsigned *aux) {
    enum { A_YEAR = 366 };
    uint32_t date = document->date_at == NULL ? DOCUMENT_NONE : dates_of_predicate(document, predicate);
    if (date != DOCUMENT_NONE && document->day != DOCUMENT_DAY_OPEN) {
        int32_t end = document->dates.items[date].end;
        *aux |= end != DOCUMENT_DAY_OPEN && end < document->day - A_YEAR ? (unsigned)DOCUMENT_HISTORICAL : 0;
    }
}

void claims_judge(const struct claims *claims, const struct document *document, uint32_t predicate,
                  struct claims_judgement *out) {
    struct walk walk = {.work = {.claims = claims, .document = document},
                        .value = DOCUMENT_CT_PLUS,
                        .inside = DOCUMENT_CT_PLUS,
                        .spent = DOCUMENT_NONE,
                        .last_cue = DOCUMENT_NONE};
    BASE_VECTOR(struct document_link) links = {0};
    uint32_t claim = document->claim_at[predicate];
    bool from_conjunct = false;
    for (uint32_t token = predicate; token != DOCUMENT_NONE;) {
        uint32_t head = document_token(document, token)->head;
        if (!walk.presupposed && !from_conjunct) {
            weigh_own(&walk, token);
            weigh_shared(&walk, token);
        }
        if (head == DOCUMENT_NONE && !walk.presupposed) {
            weigh_sentence(&walk, token);
        }
        while (claim != DOCUMENT_NONE &&
               (head == DOCUMENT_NONE || !content_holds(document, &document->claims.items[claim], head))) {
            enum document_factuality said = leave_claim(&walk, &document->claims.items[claim]);
            BASE_PUSH(document->arena, &links, ((struct document_link){claim, said}));
            claim = document->claims.items[claim].within;
        }
        if (head != DOCUMENT_NONE) {
            step_up(&walk, token, head);
        }
        from_conjunct = document_token(document, token)->relation == REL_CONJ || head == walk.last_cue;
        token = head;
    }
    note_past(document, predicate, &walk.aux);
    *out = (struct claims_judgement){walk.value, walk.aux, links.items, links.count};
}
