/* How sure, and for whom: from the root of a sentence down to a predicate, with the author and, where the content of a
 * claim begins, its source on the way. What words do to themselves is in modality.c, to what they govern in
 * signatures.c. */
#include "claims/claims.h"
#include "claims/factuality.h"
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

enum document_factuality claims_compose(enum document_factuality outer, enum document_factuality inner) {
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

bool claims_is_negative(enum document_factuality value) {
    return values[value].polarity < 0;
}

/* What is denied, as if it were not: nobody denies what is told beside it. */
static enum document_factuality affirmed(enum document_factuality value) {
    return claims_is_negative(value) ? claims_compose(DOCUMENT_CT_MINUS, value) : value;
}

/* What is left for a word whose governor has the value. */
static enum document_factuality imply(const struct claims_passage *passage, enum document_factuality governor) {
    enum document_factuality positive = passage->positive, negative = passage->negative;
    if (governor == DOCUMENT_CT_U) { /* whether somebody managed to: what it would have led to is as open */
        return claims_compose(positive, negative) == DOCUMENT_CT_MINUS ? DOCUMENT_CT_U : DOCUMENT_UU;
    }
    return claims_compose(claims_is_negative(governor) ? negative : positive, affirmed(governor));
}

/* ---- who looks on */

struct view {
    uint32_t claim;                     /* DOCUMENT_NONE: the author */
    enum document_factuality inherited; /* by the token from what governs it */
    enum document_factuality value;     /* with its own words */
    enum document_factuality floor;     /* where what it looks at began: what is told beside the rest stands there */
    enum document_factuality known; /* the floor outside all that is wished for */
    bool opaque; /* something wished for or quoted lies between: what is given there need not be so for this one */
};

struct walk {
    struct claims_work work;
    uint32_t predicate;
    BASE_VECTOR(struct view) views; /* the author, then the sources from the outermost inwards */
    unsigned inherited_aux, aux, floor_aux, known_aux;
    bool given; /* by the author */
};

/* Factives hold whatever becomes of their verb, for who uses it. */
static bool is_factive(const struct claims_passage *passage) {
    return passage->way == CLAIMS_GOVERNED && passage->positive == passage->negative &&
           passage->positive == DOCUMENT_CT_PLUS;
}

static enum document_factuality pass(const struct claims_passage *passage, const struct view *view) {
    switch (passage->way) {
    case CLAIMS_GOVERNED: return is_factive(passage) ? view->floor : imply(passage, view->value);
    case CLAIMS_SHARED: return view->inherited;
    case CLAIMS_ALONG: return claims_is_negative(view->value) ? view->floor : view->value;
    case CLAIMS_BACKGROUND: return view->floor;
    case CLAIMS_GIVEN: return view->opaque ? view->floor : DOCUMENT_CT_PLUS;
    }
    return view->floor;
}

static unsigned pass_aux(const struct claims_passage *passage, const struct walk *walk) {
    const unsigned negation = DOCUMENT_NEGATION;
    switch (passage->way) {
    case CLAIMS_GOVERNED: {
        bool negative = claims_is_negative((walk->aux & negation) ? passage->negative : passage->positive);
        return is_factive(passage)
                   ? walk->floor_aux
                   : ((walk->aux | passage->aux) & ~negation) | (negative ? negation : 0);
    }
    case CLAIMS_SHARED: return walk->inherited_aux;
    case CLAIMS_ALONG: return walk->floor_aux | (walk->aux & DOCUMENT_HYPOTHETICAL);
    case CLAIMS_BACKGROUND:
    case CLAIMS_GIVEN: return walk->floor_aux;
    }
    return walk->floor_aux;
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

static const struct claims_cue *cue_of(const struct claims_work *work, const struct document_claim *claim) {
    if (claim->cue_token == DOCUMENT_NONE) {
        return NULL;
    }
    struct claims_lookup lookup = {0};
    const struct claims_cue *cue;
    while ((cue = claims_lookup(work, claim->cue_token, &lookup)) != NULL) {
        if (base_slice_equal(cue->origin, claim->rule)) {
            return cue;
        }
    }
    return NULL;
}

/* Who denies or confirms an allegation does so to what it says. */
static bool looks_through(const struct walk *walk, const struct view *view, const struct document_claim *inner) {
    if (view->claim == DOCUMENT_NONE) {
        return false;
    }
    const struct document_claim *outer = &walk->work.document->claims.items[view->claim];
    return (outer->stance == DOCUMENT_DENIES || outer->stance == DOCUMENT_CONFIRMS) &&
           outer->content_head != DOCUMENT_NONE && outer->content_head == inner->cue_token;
}

/* Is what is given in the claim so for its source alone? "Plans to join them at the protest" */
static bool is_opaque(const struct document_claim *claim, const struct claims_cue *cue) {
    if (cue == NULL || cue->author != DOCUMENT_UU) {
        return cue == NULL;
    }
    bool willed = (cue->aux & DOCUMENT_FUTURE) || cue->factuality == DOCUMENT_UU;
    return claim->stance == DOCUMENT_PROMISES || claim->stance == DOCUMENT_DEMANDS ||
           (claim->stance == DOCUMENT_OTHER_STANCE && willed);
}

/* Does the token stand between quotation marks? What is quoted is not the author's. */
static bool is_quoted(const struct document *document, const struct document_claim *claim, uint32_t token) {
    if (claim->form != DOCUMENT_MIXED) {
        return claim->form == DOCUMENT_DIRECT;
    }
    uint32_t sentence = document_token(document, token)->sentence;
    for (uint32_t i = token; i-- > document->sentences.items[sentence].first;) {
        struct base_slice xpos = document_token(document, i)->xpos;
        if (base_slice_is(xpos, "``") || base_slice_is(xpos, "''")) {
            return base_slice_is(xpos, "``");
        }
    }
    return claim->content_head == DOCUMENT_NONE || document_token(document, claim->content_head)->sentence != sentence;
}

/* Comes into the content of a claim: its source commits to it, and who looks on from outside to what the cue leaves. */
static void enter_claim(struct walk *walk, uint32_t index, bool governed) {
    const struct document_claim *claim = &walk->work.document->claims.items[index];
    const struct claims_cue *cue = cue_of(&walk->work, claim);
    bool negated = cue != NULL && claims_is_negated(&walk->work, claim->cue_token);
    bool quoted = is_quoted(walk->work.document, claim, walk->predicate);
    enum document_factuality left = cue == NULL ? DOCUMENT_UU : cue->author;
    if (left == DOCUMENT_CT_PLUS ? quoted : negated) { /* "did not show that": only factives outlast a negation */
        left = DOCUMENT_UU;
    }
    enum document_factuality own = cue == NULL ? claim->factuality : negated ? cue->negated : cue->factuality;
    bool opaque = is_opaque(claim, cue);
    for (size_t i = 0; i < walk->views.count; i++) {
        struct view *view = &walk->views.items[i];
        if (!looks_through(walk, view, claim)) {
            view->inherited = left == DOCUMENT_CT_PLUS ? view->floor : claims_compose(left, view->inherited);
        }
        view->floor = affirmed(view->inherited);
        view->opaque |= opaque || quoted;
        view->known = opaque && !quoted ? view->known : view->floor;
    }
    struct view source = {.claim = index, .inherited = own, .floor = affirmed(own), .opaque = opaque};
    source.known = opaque ? DOCUMENT_CT_PLUS : source.floor;
    BASE_PUSH(walk->work.document->arena, &walk->views, source);
    unsigned negation = claims_is_negative(walk->views.items[0].inherited) ? DOCUMENT_NEGATION : 0;
    walk->inherited_aux = ((governed ? 0 : walk->inherited_aux) | (cue == NULL ? 0 : cue->aux)) | negation;
    walk->floor_aux = walk->inherited_aux;
    walk->known_aux = opaque ? walk->known_aux : walk->floor_aux;
}

/* ---- the way down */

struct step {
    uint32_t token;
    uint32_t claim; /* the innermost claim whose content holds the token, but not the head of the token */
    uint32_t claim_count; /* how many such claims there are: that one, the one that it is within, ... */
    bool may_be_given;    /* all from the predicate up to here are nouns: "the victims of the attack" */
};

struct path {
    BASE_VECTOR(struct step) steps; /* from the predicate up to the root */
};

static struct path find_path(const struct document *document, uint32_t predicate) {
    struct path path = {0};
    uint32_t claim = document->claim_at[predicate];
    bool nouns = true;
    for (uint32_t token = predicate; token != DOCUMENT_NONE;) {
        uint32_t head = document_token(document, token)->head;
        enum document_upos upos = document_token(document, token)->upos;
        nouns = nouns && (upos == UPOS_NOUN || upos == UPOS_PROPN);
        struct step step = {.token = token, .claim = claim, .may_be_given = nouns};
        while (claim != DOCUMENT_NONE &&
               (head == DOCUMENT_NONE || !content_holds(document, &document->claims.items[claim], head))) {
            step.claim_count++;
            claim = document->claims.items[claim].within;
        }
        BASE_PUSH(document->arena, &path.steps, step);
        token = head;
    }
    return path;
}

/* Does the cue say something about its object? */
static bool is_about(const struct claims_cue *cue) {
    return cue != NULL && ((cue->frames & CLAIMS_COMPLEMENT) || cue->object_cases[0].size > 0);
}

/* The claim of a step that has `within` others of the step inside. */
static uint32_t claim_of(const struct document *document, const struct step *step, uint32_t within) {
    uint32_t claim = step->claim;
    while (within-- > 0) {
        claim = document->claims.items[claim].within;
    }
    return claim;
}

/* Does somebody say the head, but not the token? Then that is told beside: "asked them to leave, citing the law". */
static bool is_beside(const struct document *document, const struct step *step, const struct step *above) {
    return document->claim_at[above->token] != above->claim && step->claim_count == 0;
}

/* Has one of the step's claims its cue right above? Its entry says all that there is to say of the step. */
static bool is_governed(const struct document *document, const struct step *step, uint32_t head) {
    for (uint32_t i = 0, claim = step->claim; i < step->claim_count; i++) {
        if (document->claims.items[claim].cue_token == head) {
            return head != DOCUMENT_NONE;
        }
        claim = document->claims.items[claim].within;
    }
    return false;
}

/* "called the killing of the guard a mistake": given as what the cue is about, or as what stands beside that. */
static bool is_topic(const struct claims_work *work, const struct step *step, uint32_t head) {
    if (!step->may_be_given || !claims_is_given(work, step->token)) {
        return false;
    }
    for (uint32_t i = 0, claim = step->claim; i < step->claim_count; i++) {
        const struct document_claim *c = &work->document->claims.items[claim];
        if (c->cue_token == head && (c->content_head != step->token || is_about(cue_of(work, c)))) {
            return true;
        }
        claim = c->within;
    }
    return false;
}

/* "without approval": of what is not done anyhow, that is no more than a condition ("may not leave without approval"). */
static bool lacks(const struct walk *walk, uint32_t token) {
    const struct claims_cue *mark = claims_mark(&walk->work, token);
    return mark != NULL && mark->factuality == DOCUMENT_CT_MINUS;
}

/* "Warned them to act after hackers broke in", "wanted the release of his soldiers taken by the rebels": what is told in the
 * past beside what is wished for was so. */
static bool is_past_beside_wish(const struct walk *walk, const struct claims_passage *passage, uint32_t token) {
    const struct document_token *t = document_token(walk->work.document, token);
    enum document_relation relation = t->relation;
    if (passage->way == CLAIMS_BACKGROUND && relation == REL_ACL && claims_is_tagged(&walk->work, token, "VBN")) {
        return claims_is_given(&walk->work, t->head);
    }
    return passage->way == CLAIMS_BACKGROUND && relation == REL_ADVCL && claims_is_tagged(&walk->work, token, "VBD") &&
           claims_mark(&walk->work, token) == NULL;
}

static void inherit(struct walk *walk, const struct step *step, const struct step *above) {
    struct claims_passage passage = claims_weigh_passage(&walk->work, step->token, above->token);
    if (passage.way == CLAIMS_GIVEN ? !step->may_be_given : is_beside(walk->work.document, step, above)) {
        passage.way = CLAIMS_BACKGROUND;
    }
    walk->given |= passage.way == CLAIMS_GIVEN && !walk->views.items[0].opaque;
    bool absent = lacks(walk, step->token), was_so = is_past_beside_wish(walk, &passage, step->token);
    for (size_t i = 0; i < walk->views.count; i++) {
        struct view *view = &walk->views.items[i];
        view->inherited = absent && view->value != DOCUMENT_CT_PLUS ? DOCUMENT_UU
                          : was_so                                  ? view->known
                                                                    : pass(&passage, view);
    }
    walk->inherited_aux = was_so ? walk->known_aux : pass_aux(&passage, walk);
}

/* From the token of `above` (NULL: from nowhere, to the root) to that of `step`, with the claims that begin there. */
static void go_down(struct walk *walk, const struct step *step, const struct step *above) {
    const struct document *document = walk->work.document;
    uint32_t head = above == NULL ? DOCUMENT_NONE : above->token;
    bool governed = is_governed(document, step, head);
    if (governed) {
        for (size_t i = 0; i < walk->views.count; i++) {
            walk->views.items[i].inherited = walk->views.items[i].value;
        }
    } else if (above != NULL) {
        inherit(walk, step, above);
    }
    for (uint32_t i = step->claim_count; i-- > 0;) {
        enter_claim(walk, claim_of(document, step, i), governed);
    }
    bool topic = governed && is_topic(&walk->work, step, head);
    walk->given |= topic && !walk->views.items[0].opaque;
    for (size_t i = 0; topic && i < walk->views.count; i++) {
        struct view *view = &walk->views.items[i];
        view->inherited = view->opaque ? view->inherited : DOCUMENT_CT_PLUS;
    }
}

static void add_own(struct walk *walk, uint32_t token, uint32_t below) {
    struct claims_effect own = claims_weigh_own(&walk->work, token, below);
    for (size_t i = 0; i < walk->views.count; i++) {
        struct view *view = &walk->views.items[i];
        view->value = claims_compose(own.value, view->inherited);
    }
    walk->aux = (walk->inherited_aux | (own.aux & ~(unsigned)DOCUMENT_NEGATION)) ^ (own.aux & DOCUMENT_NEGATION);
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
    struct walk walk = {.work = {.claims = claims, .document = document}, .predicate = predicate};
    struct path path = find_path(document, predicate);
    struct view author = {.claim = DOCUMENT_NONE, .known = DOCUMENT_CT_PLUS};
    BASE_PUSH(document->arena, &walk.views, author);
    for (size_t i = path.steps.count; i-- > 0;) {
        const struct step *step = &path.steps.items[i];
        go_down(&walk, step, i + 1 < path.steps.count ? step + 1 : NULL);
        add_own(&walk, step->token, i > 0 ? path.steps.items[i - 1].token : DOCUMENT_NONE);
    }
    BASE_VECTOR(struct document_link) links = {0};
    for (size_t i = walk.views.count; i-- > 1;) {
        struct document_link link = {walk.views.items[i].claim, walk.views.items[i].value};
        BASE_PUSH(document->arena, &links, link);
    }
    note_past(document, predicate, &walk.aux);
    enum document_factuality own = walk.views.items[0].value;
    *out = (struct claims_judgement){own, walk.given && own == DOCUMENT_CT_PLUS, walk.aux, links.items, links.count};
}
