/* Sources: from a predicate to the noun phrase of who holds it. */
#include "claims/work.h"

bool claims_is_passive(const struct claims_work *work, uint32_t predicate) {
    for (DOCUMENT_CHILDREN(work->document, child, predicate)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (relation == REL_AUX_PASS || relation == REL_NSUBJ_PASS || relation == REL_CSUBJ_PASS ||
            relation == REL_OBL_AGENT) {
            return true;
        }
    }
    const struct document_token *token = claims_token(work, predicate);
    if (document_child(work->document, predicate, REL_NSUBJ) != DOCUMENT_NONE &&
        document_child(work->document, predicate, REL_MARK) == DOCUMENT_NONE) {
        return false; /* a past tense misread: "..., state media reported" */
    }
    return (token->relation == REL_ACL || token->relation == REL_ADVCL) && base_slice_is(token->xpos, "VBN") &&
           document_child(work->document, predicate, REL_AUX) == DOCUMENT_NONE;
}

/* "OSLO (AP) - The minister said": parsers take the place for the subject, and the minister for its apposition. */
static uint32_t behind_dateline(const struct claims_work *work, uint32_t subject) {
    uint32_t start = claims_start(work, subject);
    if (subject >= start) {
        return subject;
    }
    for (DOCUMENT_CHILDREN(work->document, child, subject)) {
        if (child >= start && claims_token(work, child)->upos != UPOS_PUNCT) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

static uint32_t own_subject(const struct claims_work *work, uint32_t predicate) {
    uint32_t found = DOCUMENT_NONE;
    for (DOCUMENT_CHILDREN(work->document, child, predicate)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (relation == REL_NSUBJ || relation == REL_NSUBJ_PASS || relation == REL_NSUBJ_OUTER) {
            found = found == DOCUMENT_NONE ? behind_dateline(work, child) : found;
        }
    }
    return found;
}

static bool can_hold(const struct claims_work *work, uint32_t noun) {
    return claims_is_of_class(work, noun, CLAIMS_IS_PERSON | CLAIMS_IS_DOCUMENT);
}

/* Conjuncts share the first one's subject, infinitives and participles take that of the clause above; that of an
 * infinitive after an object is the object ("asked him to say"). */
uint32_t claims_subject(const struct claims_work *work, uint32_t predicate) {
    enum { FAR = 6 };
    for (int step = 0; step < FAR; step++) {
        uint32_t subject = own_subject(work, predicate);
        if (subject != DOCUMENT_NONE) {
            return subject;
        }
        const struct document_token *token = claims_token(work, predicate);
        uint32_t object;
        switch (token->relation) {
        case REL_XCOMP:
            object = document_child(work->document, token->head, REL_OBJ);
            if (object != DOCUMENT_NONE && object < predicate && can_hold(work, object)) {
                return object;
            }
            break;
        case REL_ACL:
            object = token->head;
            if (object == DOCUMENT_NONE || claims_is_infinitive(work, predicate)) {
                return DOCUMENT_NONE;
            }
            if (can_hold(work, object) || claims_token(work, object)->relation != REL_OBJ) {
                return object;
            }
            token = claims_token(work, object); /* "spent her time urging him" */
            break;
        case REL_ADVCL:
        case REL_CONJ:
        case REL_PARATAXIS:
        case REL_DEP:
        case REL_CCOMP: break;
        default: return DOCUMENT_NONE;
        }
        if (token->head == DOCUMENT_NONE) {
            return DOCUMENT_NONE;
        }
        predicate = token->head;
    }
    return DOCUMENT_NONE;
}

bool claims_is_relative(const struct document_token *token) {
    return token->upos == UPOS_PRON && (base_slice_is(token->xpos, "WDT") || base_slice_is(token->xpos, "WP") ||
                                        document_has_feature(token, "PronType=Rel"));
}

static uint32_t antecedent(const struct claims_work *work, uint32_t pronoun) {
    for (uint32_t at = claims_token(work, pronoun)->head; at != DOCUMENT_NONE; at = claims_token(work, at)->head) {
        if (claims_token(work, at)->relation == REL_ACL_RELCL || claims_token(work, at)->relation == REL_ACL) {
            return claims_token(work, at)->head;
        }
    }
    return pronoun;
}

static bool is_mark(const struct document_token *token) {
    return token->upos == UPOS_PUNCT && !base_slice_is(token->form, ")");
}

static bool is_name_part(const struct claims_work *work, uint32_t token) {
    return claims_token(work, token)->upos == UPOS_PROPN;
}

/* Names that the parser left beside their title: "DNC Chair | Debbie Smith announced", "wrote expert | Rick Jones". */
static void take_names(const struct claims_work *work, struct claims_draft *draft) {
    struct claims_run *run = &draft->source_run;
    const struct document_sentence *sentence =
        &work->document->sentences.items[claims_token(work, draft->cue_token)->sentence];
    uint32_t end = sentence->first + sentence->count, last = run->last, first = run->first;
    uint32_t start = claims_start(work, draft->source);
    if (claims_token(work, draft->source)->upos == UPOS_PRON) {
        return;
    }
    while (last + 1 < end && is_name_part(work, last + 1)) {
        last++;
    }
    bool ends = last + 1 == draft->cue_run.first || last + 1 == end || is_mark(claims_token(work, last + 1));
    run->last = ends ? last : run->last;
    while (first > start && is_name_part(work, first - 1)) {
        first--;
    }
    bool begins = first == start || is_mark(claims_token(work, first - 1));
    run->first = begins ? first : run->first;
}

/* Does the word belong to the phrase, and not to what hangs in it by mistake, such as the cue? */
static bool is_in_phrase(const struct claims_work *work, const struct claims_draft *draft, uint32_t word,
                         uint32_t head) {
    uint32_t branch = word; /* the child of the head that the word is in */
    if (word == head) {
        return true;
    }
    while (claims_token(work, branch)->head != DOCUMENT_NONE && claims_token(work, branch)->head != head) {
        branch = claims_token(work, branch)->head;
    }
    switch (claims_token(work, branch)->relation) {
    case REL_PARATAXIS:
    case REL_CASE:
    case REL_MARK:
    case REL_ADVMOD:
    case REL_CC:
    case REL_COP: return false;
    default: return claims_is_below(work, word, head) && !claims_is_below(work, draft->cue_token, branch);
    }
}

/* The whole phrase with apposition and relative clause, up to the cue. */
static struct claims_run phrase_of(const struct claims_work *work, const struct claims_draft *draft, uint32_t head) {
    struct claims_run run = {head, head};
    for (uint32_t i = work->first[head]; i <= work->last[head]; i++) {
        if (is_in_phrase(work, draft, i, head)) {
            run.first = i < run.first ? i : run.first;
            run.last = i > run.last ? i : run.last;
        }
    }
    if (head < draft->cue_run.first && run.last >= draft->cue_run.first) {
        run.last = draft->cue_run.first - 1;
    }
    if (head > draft->cue_run.last && run.first <= draft->cue_run.last) {
        run.first = draft->cue_run.last + 1;
    }
    uint32_t start = claims_start(work, head);
    run.first = run.first < start && head >= start ? start : run.first;
    while (run.first < head && is_mark(claims_token(work, run.first))) {
        run.first++;
    }
    while (run.last > head && is_mark(claims_token(work, run.last))) {
        run.last--;
    }
    return run;
}

void claims_set_source(const struct claims_work *work, struct claims_draft *draft, uint32_t token) {
    draft->source = draft->source_entity = token;
    if (claims_is_relative(claims_token(work, token))) {
        draft->source_entity = antecedent(work, token);
        draft->source_run = (struct claims_run){token, token};
        return;
    }
    draft->source_run = phrase_of(work, draft, token);
    take_names(work, draft);
}

void claims_attach_source(const struct claims_work *work, struct claims_draft *draft, uint32_t predicate) {
    uint32_t source = DOCUMENT_NONE;
    if (claims_is_passive(work, predicate)) {
        source = document_child(work->document, predicate, REL_OBL_AGENT);
    } else {
        source = claims_subject(work, predicate);
    }
    bool quoted = source != DOCUMENT_NONE && work->quote_at[source] != DOCUMENT_NONE &&
                  work->quote_at[source] != work->quote_at[predicate] && claims_content_holds(draft, source);
    if (source != DOCUMENT_NONE && claims_token(work, source)->upos != UPOS_PUNCT && !quoted) {
        claims_set_source(work, draft, source);
    }
}
