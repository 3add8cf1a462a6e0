/* Nouns, adjectives, adverbs and prepositions as cues. */
#include "claims/work.h"

/* ---- nouns: "the claim that", "allegations of" */

/* "allegations that Moscow sparked a crisis", read as a relative clause: but nothing is missing in it. */
static bool is_misread(const struct claims_work *work, uint32_t clause) {
    uint32_t opening = work->first[clause];
    if (claims_entry(work, opening, CLAIMS_COMPLEMENTIZER) == NULL) {
        return false;
    }
    bool has_subject = false, has_object = false;
    for (DOCUMENT_CHILDREN(work->document, child, clause)) {
        enum document_relation relation = claims_token(work, child)->relation;
        has_subject |= child != opening && (relation == REL_NSUBJ || relation == REL_NSUBJ_PASS);
        has_object |= child != opening && (relation == REL_OBJ || relation == REL_COP || relation == REL_NSUBJ_PASS);
    }
    return has_subject && (has_object || claims_token(work, opening)->relation == REL_MARK);
}

static bool is_finite_clause(const struct claims_work *work, uint32_t token) {
    enum document_relation relation = claims_token(work, token)->relation;
    if (relation == REL_CCOMP) {
        return true;
    }
    if (relation == REL_ACL_RELCL) {
        return is_misread(work, token);
    }
    if (relation != REL_ACL) {
        return false;
    }
    for (DOCUMENT_CHILDREN(work->document, child, token)) {
        enum document_relation below = claims_token(work, child)->relation;
        if (below == REL_NSUBJ || below == REL_NSUBJ_PASS || below == REL_EXPL || below == REL_CSUBJ) {
            return true;
        }
    }
    return false;
}

/* The possessor ("the minister's claim"), who it is by, or who makes it. */
static void attach_holder(const struct claims_work *work, struct claims_draft *draft, uint32_t noun) {
    for (DOCUMENT_CHILDREN(work->document, child, noun)) {
        enum document_relation relation = claims_token(work, child)->relation;
        uint32_t marker = relation == REL_NMOD ? claims_case_of(work, child) : DOCUMENT_NONE;
        if (relation == REL_NMOD_POSS ||
            (marker != DOCUMENT_NONE && claims_entry(work, marker, CLAIMS_AGENT) != NULL)) {
            claims_set_source(work, draft, child);
            return;
        }
    }
    if (document_child(work->document, noun, REL_COP) != DOCUMENT_NONE ||
        document_child(work->document, noun, REL_NSUBJ) != DOCUMENT_NONE) { /* "he is a critic of"; "he | plans to" */
        claims_attach_source(work, draft, noun);
        return;
    }
    const struct document_token *token = claims_token(work, noun);
    if (token->head == DOCUMENT_NONE) {
        return;
    }
    if (token->relation == REL_OBJ && claims_entry(work, token->head, CLAIMS_SUPPORT) != NULL) {
        draft->cue_run.first = token->head;
        claims_attach_source(work, draft, token->head);
    }
}

uint32_t claims_stray_clause(const struct claims_work *work, uint32_t noun) {
    uint32_t head = claims_token(work, noun)->head;
    if (head == DOCUMENT_NONE || claims_entry(work, noun, CLAIMS_NOUN) == NULL) {
        return DOCUMENT_NONE;
    }
    for (DOCUMENT_CHILDREN(work->document, child, head)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (child > noun &&
            (relation == REL_ADVCL || relation == REL_CCOMP || relation == REL_CSUBJ || relation == REL_PARATAXIS) &&
            work->first[child] == work->last[noun] + 1 &&
            claims_entry(work, work->first[child], CLAIMS_COMPLEMENTIZER) != NULL) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

static bool add_noun_content(struct claims_work *work, struct claims_draft *draft, uint32_t noun) {
    const struct claims_cue *cue = draft->cue;
    for (DOCUMENT_CHILDREN(work->document, child, noun)) {
        const struct document_token *token = claims_token(work, child);
        if (child < noun) {
            continue;
        }
        bool infinitive = token->relation == REL_ACL && claims_is_infinitive(work, child);
        if (((cue->frames & CLAIMS_CLAUSE) && !infinitive && is_finite_clause(work, child)) ||
            ((cue->frames & CLAIMS_INFINITIVE) && infinitive)) {
            claims_add_subtree(work, draft, child, NULL, 0);
            draft->content_head = child;
            return true;
        }
        uint32_t marker = DOCUMENT_NONE;
        if (token->relation == REL_NMOD || token->relation == REL_ACL) {
            for (DOCUMENT_CHILDREN(work->document, below, child)) {
                enum document_relation relation = claims_token(work, below)->relation;
                marker = relation == REL_CASE || relation == REL_MARK ? below : marker;
            }
        }
        bool dated = work->document->date_at != NULL && work->document->date_at[child] != DOCUMENT_NONE;
        if (marker != DOCUMENT_NONE && !dated && claims_has_case(cue->cases, claims_token(work, marker)->lemma)) {
            if (marker == draft->cue_run.last + 1) {
                draft->cue_run.last = marker;
            }
            claims_add_subtree(work, draft, child, &marker, 1);
            draft->content_head = child;
            return true;
        }
    }
    uint32_t stray = (cue->frames & CLAIMS_CLAUSE) ? claims_stray_clause(work, noun) : DOCUMENT_NONE;
    if (stray != DOCUMENT_NONE) {
        claims_add_subtree(work, draft, stray, NULL, 0);
        draft->content_head = stray;
        return true;
    }
    return false;
}

static bool find_noun(struct claims_work *work, const struct claims_cue *cue, uint32_t noun) {
    struct claims_draft draft = claims_new_draft(work, cue, noun);
    if (!add_noun_content(work, &draft, noun)) {
        return false;
    }
    attach_holder(work, &draft, noun);
    enum document_stance stance = cue->stance;
    if (!claims_source_fits(work, &draft)) {
        return false;
    }
    if (draft.source == DOCUMENT_NONE && (stance == DOCUMENT_OTHER_STANCE || stance == DOCUMENT_PROMISES)) {
        return false; /* a plan or hope that is nobody's here is no attribution */
    }
    BASE_PUSH(work->document->arena, &work->drafts, draft);
    return true;
}

/* ---- predicate adjectives: "is confident that" */

/* "at the ready"; "who impressed the judges". */
static bool is_no_predicate(const struct claims_work *work, uint32_t adjective) {
    return claims_case_of(work, adjective) != DOCUMENT_NONE ||
           (claims_token(work, adjective)->upos == UPOS_VERB &&
            document_child(work->document, adjective, REL_OBJ) != DOCUMENT_NONE);
}

static bool find_adjective(struct claims_work *work, const struct claims_cue *cue, uint32_t adjective) {
    if (is_no_predicate(work, adjective)) {
        return false;
    }
    struct claims_draft draft = claims_new_draft(work, cue, adjective);
    for (DOCUMENT_CHILDREN(work->document, child, adjective)) {
        enum document_relation relation = claims_token(work, child)->relation;
        uint32_t marker = relation == REL_OBL || relation == REL_ADVCL ? claims_case_of(work, child) : DOCUMENT_NONE;
        if (relation == REL_ADVCL && marker == DOCUMENT_NONE) {
            marker = document_child(work->document, child, REL_MARK);
        }
        bool infinitive = claims_is_infinitive(work, child);
        if (child > adjective &&
            (((relation == REL_CCOMP || relation == REL_CSUBJ) && !infinitive && (cue->frames & CLAIMS_CLAUSE)) ||
             ((relation == REL_XCOMP || relation == REL_CCOMP || relation == REL_ADVCL) && infinitive &&
              (cue->frames & CLAIMS_INFINITIVE)))) {
            claims_add_subtree(work, &draft, child, NULL, 0);
            draft.content_head = child;
        } else if (child > adjective && marker != DOCUMENT_NONE &&
                   claims_has_case(cue->cases, claims_token(work, marker)->lemma)) {
            draft.cue_run.last = marker == draft.cue_run.last + 1 ? marker : draft.cue_run.last;
            claims_add_subtree(work, &draft, child, &marker, 1);
            draft.content_head = child;
        }
    }
    uint32_t copula = document_child(work->document, adjective, REL_COP);
    if (draft.content.count == 0) {
        return false;
    }
    if (copula != DOCUMENT_NONE && copula < adjective) {
        draft.cue_run.first = copula;
    }
    draft.negated = claims_is_negated(work, adjective);
    claims_attach_source(work, &draft, adjective);
    if (!claims_source_fits(work, &draft)) {
        return false;
    }
    BASE_PUSH(work->document->arena, &work->drafts, draft);
    return true;
}

/* ---- adverbs and attributes, whose source nobody names: "reportedly", "the alleged meeting" */

static bool find_adverb(struct claims_work *work, const struct claims_cue *cue, uint32_t adverb) {
    const struct document_token *token = claims_token(work, adverb);
    bool attribute = cue->kind == CLAIMS_ATTRIBUTE;
    if (token->head == DOCUMENT_NONE || token->relation != (attribute ? REL_AMOD : REL_ADVMOD) ||
        (attribute && (token->head < adverb || claims_token(work, token->head)->upos != UPOS_NOUN))) {
        return false;
    }
    struct claims_draft draft = claims_new_draft(work, cue, adverb);
    uint32_t except[] = {adverb, DOCUMENT_NONE};
    if (attribute) {
        except[1] = document_child(work->document, token->head, REL_DET);
    }
    claims_add_subtree(work, &draft, token->head, except, 2);
    draft.content_head = token->head;
    BASE_PUSH(work->document->arena, &work->drafts, draft);
    return true;
}

/* ---- prepositions: "according to the minister" */

/* The clause that the phrase speaks about: the whole sentence where the phrase opens it or is set off at its end. */
static uint32_t clause_of(const struct claims_work *work, uint32_t phrase) {
    uint32_t index = claims_token(work, phrase)->sentence, end;
    const struct document_sentence *sentence = &work->document->sentences.items[index];
    end = sentence->first + sentence->count - 1;
    while (end > work->last[phrase] && claims_token(work, end)->upos == UPOS_PUNCT) {
        end--;
    }
    uint32_t first = work->first[phrase];
    bool at_end =
        end <= work->last[phrase] && first > sentence->first && claims_token(work, first - 1)->upos == UPOS_PUNCT;
    if (first == sentence->first || at_end) {
        uint32_t root = document_root(work->document, index);
        return claims_is_below(work, root, phrase) ? DOCUMENT_NONE : root;
    }
    uint32_t top = claims_token(work, phrase)->head;
    while (top != DOCUMENT_NONE) {
        enum document_relation relation = claims_token(work, top)->relation;
        if (claims_token(work, top)->head == DOCUMENT_NONE || relation == REL_CCOMP || relation == REL_PARATAXIS ||
            (relation == REL_CONJ && document_child(work->document, top, REL_NSUBJ) != DOCUMENT_NONE)) {
            return top;
        }
        top = claims_token(work, top)->head;
    }
    return DOCUMENT_NONE;
}

static bool find_preposition(struct claims_work *work, const struct claims_cue *cue, uint32_t first) {
    struct claims_draft draft = claims_new_draft(work, cue, first);
    uint32_t phrase = claims_token(work, first)->head; /* what hangs from the clause */
    uint32_t source = phrase;
    if (phrase == DOCUMENT_NONE || phrase <= draft.cue_run.last) {
        source = claims_token(work, draft.cue_run.last)->head; /* "in the view of the court" */
    }
    if (source == DOCUMENT_NONE || source <= draft.cue_run.last ||
        (cue->cases[0].size > 0 && !claims_has_case(cue->cases, claims_token(work, source)->lemma))) {
        return false;
    }
    if (phrase == DOCUMENT_NONE || phrase < first || !claims_is_below(work, source, phrase)) {
        phrase = source;
    }
    uint32_t clause = clause_of(work, phrase);
    bool opens = work->document->sentences.items[claims_token(work, first)->sentence].first == first;
    const struct claims_cue *verb = clause == DOCUMENT_NONE ? NULL : claims_entry(work, clause, CLAIMS_VERB);
    bool told = verb != NULL && (verb->frames & CLAIMS_QUOTE) != 0; /* "in the poll before, he said" is when he said it */
    if (clause == DOCUMENT_NONE || (cue->cases[0].size > 0 && (!opens || told))) { /* "in the polls" only in front */
        return false;
    }
    claims_set_source(work, &draft, source);
    claims_add_subtree(work, &draft, clause, &phrase, 1);
    draft.content_head = clause;
    BASE_PUSH(work->document->arena, &work->drafts, draft);
    return true;
}

/* Taggers may disagree with themselves on plurals such as "claims". */
static bool is_noun(const struct claims_work *work, uint32_t token) {
    return claims_token(work, token)->upos == UPOS_NOUN || base_slice_is(claims_token(work, token)->xpos, "NNS");
}

void claims_find_nominal(struct claims_work *work, uint32_t token) {
    struct claims_lookup lookup = {0};
    const struct claims_cue *cue;
    while ((cue = claims_lookup(work, token, &lookup)) != NULL) {
        uint32_t last;
        if (!claims_matches_words(work, token, cue, &last)) {
            continue;
        }
        if (!cue->is_claim && cue->kind == CLAIMS_NOUN && cue->word_count > 1) {
            return; /* "claim of responsibility": in these words it says nothing */
        }
        if (!cue->is_claim) {
            continue;
        }
        enum document_upos upos = claims_token(work, token)->upos;
        bool found = false;
        switch (cue->kind) {
        case CLAIMS_NOUN: found = is_noun(work, token) && find_noun(work, cue, token); break;
        case CLAIMS_ADJECTIVE:
            found = (upos == UPOS_ADJ || upos == UPOS_VERB) && find_adjective(work, cue, token);
            break;
        case CLAIMS_ATTRIBUTE:
        case CLAIMS_ADVERB: found = find_adverb(work, cue, token); break;
        case CLAIMS_PREPOSITION: found = find_preposition(work, cue, token); break;
        default: break;
        }
        if (found) {
            return;
        }
    }
}
