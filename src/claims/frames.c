/* Frames: which of a verb's dependents is the content. */
#include "claims/frames.h"

static bool add_top(struct claims_work *work, struct claims_draft *draft, uint32_t top, const uint32_t *except,
                    size_t except_count) {
    claims_add_subtree(work, draft, top, except, except_count);
    draft->content_head = top;
    return draft->content.count > 0;
}

/* "..., that he wants to go": with a conjunction or complement of its own it is no aside. */
static bool may_be_aside(const struct claims_work *work, uint32_t verb) {
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if ((relation == REL_MARK && claims_entry(work, child, CLAIMS_COMPLEMENTIZER) != NULL) ||
            (relation == REL_XCOMP && child > verb)) {
            return false;
        }
    }
    return true;
}

/* The clause that a parenthetic verb stands in: "The bridge, he said, is closed", "as he put it". */
static uint32_t host_clause(const struct claims_work *work, uint32_t verb) {
    const struct document_token *token = claims_token(work, verb);
    if (token->head == DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    if (token->relation == REL_PARATAXIS || token->relation == REL_DISCOURSE) {
        return may_be_aside(work, verb) ? token->head : DOCUMENT_NONE;
    }
    if (token->relation == REL_ADVCL || token->relation == REL_ADVCL_RELCL) {
        for (DOCUMENT_CHILDREN(work->document, child, verb)) {
            if ((claims_token(work, child)->relation == REL_MARK ||
                 claims_token(work, child)->relation == REL_ADVMOD) &&
                claims_entry(work, child, CLAIMS_PARENTHESIS) != NULL) {
                return token->head;
            }
        }
    }
    return DOCUMENT_NONE;
}

/* "He is hurt but she is well, they said": who speaks last speaks for all of it. */
static bool ends_sentence(const struct claims_work *work, uint32_t verb) {
    const struct document_sentence *sentence = &work->document->sentences.items[claims_token(work, verb)->sentence];
    uint32_t end = sentence->first + sentence->count - 1, start = work->first[verb];
    while (end > sentence->first && claims_token(work, end)->upos == UPOS_PUNCT) {
        end--;
    }
    return work->last[verb] >= end && start > sentence->first &&
           (claims_token(work, start - 1)->upos == UPOS_PUNCT || claims_token(work, start)->upos == UPOS_PUNCT);
}

/* A cue that takes quotations only ("he went on") has no use for a clause outside of them. */
static bool may_take(const struct claims_work *work, const struct claims_draft *draft, uint32_t clause) {
    return (draft->cue->frames & CLAIMS_CLAUSE) != 0 ||
           ((draft->cue->frames & CLAIMS_QUOTE) != 0 && clause != DOCUMENT_NONE &&
            work->quote_at[clause] != work->quote_at[draft->cue_token]);
}

static uint32_t complement_of(const struct claims_draft *draft, const struct claims_arguments *a) {
    uint32_t clause = a->clause;
    if (clause == DOCUMENT_NONE && (a->passive || a->expletive != DOCUMENT_NONE)) {
        clause = a->subject_clause;
    }
    return clause == DOCUMENT_NONE && (draft->cue->frames & CLAIMS_CLAUSE) ? a->adverbial_clause : clause;
}

/* "said the man who fled | was caught": a clause that lacks its subject, behind what the parser took for an object. */
static bool lacks_subject(const struct claims_work *work, uint32_t clause) {
    bool finite = document_is_tagged_finite(work->document, clause);
    for (DOCUMENT_CHILDREN(work->document, child, clause)) {
        switch (claims_token(work, child)->relation) {
        case REL_NSUBJ:
        case REL_NSUBJ_PASS:
        case REL_NSUBJ_OUTER:
        case REL_CSUBJ:
        case REL_CSUBJ_PASS:
        case REL_EXPL:
        case REL_MARK: return false;
        case REL_AUX:
        case REL_AUX_PASS:
        case REL_COP: finite |= document_is_tagged_finite(work->document, child); break;
        default: break;
        }
    }
    return finite;
}

static void add_stray_subject(struct claims_work *work, struct claims_draft *draft, uint32_t clause, uint32_t object) {
    if (object != DOCUMENT_NONE && draft->cue_token < object && work->last[object] < work->first[clause] &&
        work->quote_at[object] == work->quote_at[work->first[clause]] && lacks_subject(work, clause)) {
        claims_add_subtree(work, draft, object, NULL, 0);
        draft->addressee = DOCUMENT_NONE;
    }
}

static bool try_clause(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                       const struct claims_arguments *a) {
    uint32_t except[] = {verb}, clause = complement_of(draft, a), host = host_clause(work, verb);
    if (clause != DOCUMENT_NONE) {
        draft->addressee = a->indirect != DOCUMENT_NONE ? a->indirect : a->object;
        if (!may_take(work, draft, clause)) {
            return false;
        }
        add_stray_subject(work, draft, clause, a->object);
        if (clause == a->clause && a->further_clause != DOCUMENT_NONE && (clause > verb) == (a->further_clause > verb)) {
            claims_add_subtree(work, draft, a->further_clause, NULL, 0);
        }
        return add_top(work, draft, clause, NULL, 0);
    }
    if (host != DOCUMENT_NONE && claims_entry(work, host, CLAIMS_VERB) != NULL &&
        claims_token(work, host)->head == DOCUMENT_NONE && verb > host && !a->passive && a->object != DOCUMENT_NONE) {
        host = DOCUMENT_NONE; /* "He resigned, said goodbye" */
    }
    if (host != DOCUMENT_NONE && ends_sentence(work, verb)) {
        host = document_conjunction_head(work->document, host);
    }
    if (host != DOCUMENT_NONE && (claims_subject(work, verb) != DOCUMENT_NONE || a->passive)) {
        return may_take(work, draft, host) && add_top(work, draft, host, except, 1);
    }
    bool spoken_to = a->object == DOCUMENT_NONE || claims_is_of_class(work, a->object, CLAIMS_IS_PERSON);
    if (a->parataxis != DOCUMENT_NONE && spoken_to && a->infinitive == DOCUMENT_NONE && may_take(work, draft, a->parataxis) &&
        claims_entry(work, a->parataxis, CLAIMS_VERB) == NULL) {
        draft->addressee = a->indirect != DOCUMENT_NONE ? a->indirect : a->object;
        return add_top(work, draft, a->parataxis, NULL, 0);
    }
    return false;
}

/* The content, where the parser hung it from an object or adjunct of the verb. */
static bool try_clause_below(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                             const struct claims_arguments *a) {
    uint32_t clause = DOCUMENT_NONE;
    if ((draft->cue->frames & CLAIMS_CLAUSE) == 0 || a->passive) {
        return false;
    }
    if (a->object != DOCUMENT_NONE && (draft->cue->frames & CLAIMS_OBJECT) == 0) {
        clause = claims_clause_below(work, a->object);
        draft->addressee = a->object;
    }
    if (clause == DOCUMENT_NONE && a->object == DOCUMENT_NONE) {
        clause = claims_clause_below_adjunct(work, verb);
    }
    return clause != DOCUMENT_NONE && add_top(work, draft, clause, NULL, 0);
}

/* The subject of "is believed to lead" leads; nobody says who believes it. */
static void add_raised(const struct claims_work *work, struct claims_draft *draft, uint32_t complement) {
    uint32_t subject = claims_subject(work, draft->cue_token);
    draft->no_source = true;
    if (subject != DOCUMENT_NONE && !claims_is_below(work, draft->cue_token, subject) &&
        !claims_is_below(work, subject, complement)) {
        claims_add_subtree(work, draft, subject, NULL, 0);
    }
}

static bool try_infinitive(struct claims_work *work, struct claims_draft *draft, const struct claims_arguments *a) {
    unsigned frames = draft->cue->frames;
    uint32_t infinitive = a->infinitive;
    if (infinitive == DOCUMENT_NONE && (frames & (CLAIMS_PERSON_INFINITIVE | CLAIMS_OBJECT_INFINITIVE))) {
        infinitive = a->adverbial_infinitive;
    }
    if (infinitive == DOCUMENT_NONE) {
        return false;
    }
    if (a->passive) {
        if (frames & CLAIMS_PERSON_INFINITIVE) {
            draft->addressee = a->passive_subject;
        } else {
            add_raised(work, draft, infinitive);
        }
        return (frames & (CLAIMS_PASSIVE_INFINITIVE | CLAIMS_OBJECT_INFINITIVE | CLAIMS_PERSON_INFINITIVE)) != 0 &&
               add_top(work, draft, infinitive, NULL, 0);
    }
    if (a->object == DOCUMENT_NONE && (frames & CLAIMS_INFINITIVE)) {
        return add_top(work, draft, infinitive, NULL, 0);
    }
    if (a->object != DOCUMENT_NONE && (frames & CLAIMS_OBJECT_INFINITIVE)) {
        claims_add_subtree(work, draft, a->object, NULL, 0);
        return add_top(work, draft, infinitive, NULL, 0);
    }
    if (a->object != DOCUMENT_NONE && (frames & CLAIMS_PERSON_INFINITIVE) &&
        claims_is_of_class(work, a->object, CLAIMS_IS_PERSON)) {
        draft->addressee = a->object;
        return add_top(work, draft, infinitive, NULL, 0);
    }
    return false;
}

/* The case marker or mark of a dependent: "of" in "accused him of lying". */
static uint32_t marker_of(const struct claims_work *work, uint32_t token) {
    for (DOCUMENT_CHILDREN(work->document, child, token)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (relation == REL_CASE || relation == REL_MARK) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

static bool is_oblique(enum document_relation relation) {
    return relation == REL_OBL || relation == REL_ADVCL || relation == REL_XCOMP || relation == REL_CCOMP ||
           relation == REL_NMOD;
}

static bool is_listed(const struct claims_work *work, const struct claims_draft *draft, uint32_t token) {
    uint32_t marker = marker_of(work, token);
    return marker != DOCUMENT_NONE && claims_has_case(draft->cue->object_cases, claims_token(work, marker)->lemma);
}

static bool is_dated(const struct claims_work *work, uint32_t token) {
    return work->document->date_at != NULL && work->document->date_at[token] != DOCUMENT_NONE;
}

/* Says when or on what occasion, rather than more of the object. */
static bool is_adjunct(const struct claims_work *work, uint32_t token) {
    uint32_t marker = marker_of(work, token);
    return is_dated(work, token) ||
           (claims_token(work, token)->relation == REL_ADVCL && !claims_is_infinitive(work, token)) ||
           (marker != DOCUMENT_NONE && claims_entry(work, marker, CLAIMS_ADJUNCT) != NULL);
}

/* Adds what stands right behind the object, and what the cue lists; returns how many of the latter there are. */
static unsigned add_object_parts(struct claims_work *work, struct claims_draft *draft, uint32_t verb, uint32_t object) {
    uint32_t end = work->last[object];
    unsigned listed = 0;
    for (DOCUMENT_CHILDREN(work->document, child, object)) {
        listed += child > object && is_listed(work, draft, child);
    }
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (child <= object || !(is_oblique(relation) || relation == REL_ADVMOD)) {
            continue;
        }
        bool counts = is_listed(work, draft, child);
        listed += counts;
        if (counts || (work->first[child] == end + 1 && !is_adjunct(work, child))) {
            claims_add_subtree(work, draft, child, NULL, 0);
            end = work->last[child];
        }
    }
    return listed;
}

/* What hangs from `top` by one of the cue's prepositions. */
static bool take_case(struct claims_work *work, struct claims_draft *draft, uint32_t top) {
    for (DOCUMENT_CHILDREN(work->document, child, top)) {
        bool behind = is_oblique(claims_token(work, child)->relation) && child > top &&
                      !claims_is_infinitive(work, child); /* "was offered to find him": a purpose */
        uint32_t marker = behind ? marker_of(work, child) : DOCUMENT_NONE;
        if (marker == DOCUMENT_NONE || !claims_has_case(draft->cue->cases, claims_token(work, marker)->lemma) ||
            is_dated(work, child) || !claims_is_of_class(work, child, draft->cue->case_class)) {
            continue;
        }
        draft->nominal = true;
        if (marker == draft->cue_run.last + 1) {
            draft->cue_run.last = marker;
        }
        claims_add_subtree(work, draft, child, &marker, 1);
        draft->content_head = child;
        add_object_parts(work, draft, top, child); /* "called for him to go" */
        return true;
    }
    return false;
}

static bool try_case(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                     const struct claims_arguments *a) {
    bool taken = take_case(work, draft, verb);
    if (!taken && draft->cue->word_count > 1 && draft->cue_run.last != verb) { /* "made fun of him" */
        taken = take_case(work, draft, draft->cue_run.last);
    }
    if (taken && a->object != DOCUMENT_NONE && a->object > draft->cue_run.last) {
        draft->addressee = a->object;
    }
    return taken;
}

/* "are seen as heroes": by whom is not said. */
static bool add_passive_object(struct claims_work *work, struct claims_draft *draft, uint32_t verb, uint32_t object) {
    if (object == DOCUMENT_NONE) {
        return false;
    }
    if (add_object_parts(work, draft, verb, object) == 0) {
        draft->content.count = 0;
        return false;
    }
    return add_top(work, draft, object, NULL, 0);
}

static bool holds_quote(const struct claims_work *work, const struct claims_draft *draft) {
    for (size_t i = 0; i < draft->content.count; i++) {
        for (uint32_t t = draft->content.items[i].first; t <= draft->content.items[i].last; t++) {
            if (work->quote_at[t] != work->quote_at[draft->cue_token]) {
                return true;
            }
        }
    }
    return false;
}

static bool add_active_object(struct claims_work *work, struct claims_draft *draft, uint32_t verb, uint32_t object,
                              const struct claims_arguments *a) {
    bool added = add_top(work, draft, object, NULL, 0);
    if (add_object_parts(work, draft, verb, object) == 0 && (draft->cue->frames & CLAIMS_PART) &&
        !holds_quote(work, draft)) {
        draft->content.count = 0;
        return false;
    }
    uint32_t stray = claims_stray_clause(work, object);
    if (stray != DOCUMENT_NONE) {
        claims_add_subtree(work, draft, stray, NULL, 0);
    }
    if (a->gerund != DOCUMENT_NONE && a->gerund > object && claims_token(work, a->gerund)->relation == REL_XCOMP) {
        claims_add_subtree(work, draft, a->gerund, NULL, 0); /* "shows him leading" */
    }
    return added;
}

/* "called the ruling a victory", read as one phrase. */
static uint32_t complement_below(const struct claims_work *work, uint32_t object) {
    if (object == DOCUMENT_NONE || claims_token(work, object)->upos == UPOS_PUNCT) {
        return DOCUMENT_NONE;
    }
    for (DOCUMENT_CHILDREN(work->document, child, object)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (child > object && (relation == REL_OBJ || relation == REL_APPOS) && work->first[child] > object &&
            claims_token(work, work->first[child])->upos == UPOS_DET) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

static bool try_object(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                       const struct claims_arguments *a) {
    unsigned frames = draft->cue->frames;
    uint32_t object = a->passive ? a->passive_subject : a->object;
    uint32_t complement = a->complement == DOCUMENT_NONE ? complement_below(work, object) : a->complement;
    if (!a->passive && complement == DOCUMENT_NONE && a->indirect != DOCUMENT_NONE && a->indirect < object) {
        complement = object; /* "called the ruling a victory" */
        object = a->indirect;
    }
    bool no_agent = a->passive && document_child(work->document, verb, REL_OBL_AGENT) == DOCUMENT_NONE;
    if ((frames & CLAIMS_COMPLEMENT) && object != DOCUMENT_NONE && complement != DOCUMENT_NONE &&
        claims_is_of_class(work, complement, draft->cue->complement_class)) {
        claims_add_subtree(work, draft, object, NULL, 0);
        return add_top(work, draft, complement, NULL, 0);
    }
    object = a->passive ? a->passive_subject : a->object;
    if ((frames & CLAIMS_GERUND) && a->gerund != DOCUMENT_NONE) {
        return add_top(work, draft, a->gerund, NULL, 0);
    }
    bool fits = object == DOCUMENT_NONE || work->quote_at[object] != work->quote_at[verb] ||
                claims_is_of_class(work, object, draft->cue->object_class);
    if ((frames & CLAIMS_OBJECT) == 0 || !fits) {
        return false;
    }
    draft->nominal = object != DOCUMENT_NONE;
    if (no_agent) {
        return add_passive_object(work, draft, verb, object);
    }
    return object == DOCUMENT_NONE ? a->clause != DOCUMENT_NONE && add_top(work, draft, a->clause, NULL, 0)
                                   : add_active_object(work, draft, verb, object, a);
}

/* The tree put what is said behind who says it, which cannot be: better to read the words. */
static bool reread(struct claims_work *work, struct claims_draft *draft) {
    struct claims_draft other = *draft;
    memset(&other.content, 0, sizeof other.content);
    if (claims_read_surface(work, &other)) {
        *draft = other;
    }
    return true;
}

bool claims_fill_frames(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                        const struct claims_arguments *a) {
    if (claims_try_quote_before(work, draft, verb, a) || claims_try_quote_right_after(work, draft, verb, a) ||
        claims_read_parenthesis(work, draft) || claims_read_inverted(work, draft, a->object)) {
        return true;
    }
    if (try_clause(work, draft, verb, a)) {
        if (!claims_is_impossible(work, draft)) {
            claims_split_speaker(work, draft);
            return true;
        }
        return reread(work, draft);
    }
    if (try_clause_below(work, draft, verb, a) || try_infinitive(work, draft, a)) {
        return true;
    }
    bool wants_quote_first = a->object == DOCUMENT_NONE || (draft->cue->frames & CLAIMS_OBJECT) == 0;
    return (wants_quote_first && claims_try_quote(work, draft, verb, a)) || try_case(work, draft, verb, a) ||
           try_object(work, draft, verb, a) || claims_try_quote(work, draft, verb, a);
}
