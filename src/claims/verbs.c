/* Verbs as cues: which of their dependents is the content. */
#include "claims/work.h"

/* The dependents that frames look at. */
struct arguments {
    uint32_t object, indirect, clause, infinitive, complement, gerund, subject_clause, parataxis, expletive, passive_subject;
    uint32_t adverbial_infinitive, adverbial_clause;
    bool passive;
};

static bool is_gerund(const struct claims_work *work, uint32_t token) {
    return base_slice_is(claims_token(work, token)->xpos, "VBG");
}

static void note_xcomp(const struct claims_work *work, struct arguments *a, uint32_t child) {
    if (claims_is_infinitive(work, child)) {
        a->infinitive = child;
    } else if (is_gerund(work, child)) {
        a->gerund = child;
    } else {
        a->complement = child;
    }
}

/* Parsers take complements for adverbials: "made clear that ...", "called on him to ...". */
static void note_adverbial(const struct claims_work *work, struct arguments *a, uint32_t child, uint32_t verb) {
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

/* "told the family that he had died", "said last week that he had died", read as relative clauses. */
static uint32_t clause_below(const struct claims_work *work, uint32_t noun) {
    for (DOCUMENT_CHILDREN(work->document, child, noun)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if ((relation == REL_ACL_RELCL || relation == REL_ACL) && work->first[child] > noun &&
            claims_entry(work, work->first[child], CLAIMS_COMPLEMENTIZER) != NULL) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

static uint32_t clause_below_adjunct(const struct claims_work *work, uint32_t verb) {
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (child > verb && (relation == REL_OBL || relation == REL_OBL_UNMARKED)) {
            uint32_t clause = clause_below(work, child);
            if (clause != DOCUMENT_NONE) {
                return clause;
            }
        }
    }
    return DOCUMENT_NONE;
}

static struct arguments find_arguments(const struct claims_work *work, uint32_t verb) {
    struct arguments a;
    memset(&a, 0xFF, sizeof a); /* DOCUMENT_NONE */
    a.passive = claims_is_passive(work, verb);
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        switch (claims_token(work, child)->relation) {
        case REL_OBJ:
            if (a.object != DOCUMENT_NONE && a.complement == DOCUMENT_NONE && child > a.object) {
                a.complement = child; /* "called him a liar" */
            } else {
                a.object = child;
            }
            break;
        case REL_IOBJ: a.indirect = child; break;
        case REL_CCOMP:
            if (is_gerund(work, child) && document_child(work->document, child, REL_AUX) == DOCUMENT_NONE) {
                a.gerund = child;
            }
            a.clause = a.clause == DOCUMENT_NONE || child > verb ? child : a.clause;
            break;
        case REL_XCOMP: note_xcomp(work, &a, child); break;
        case REL_OBL: /* "declined to comment" */
            if (claims_token(work, child)->upos == UPOS_VERB && claims_is_infinitive(work, child)) {
                a.infinitive = child;
            }
            break;
        case REL_CSUBJ: case REL_CSUBJ_PASS: case REL_CSUBJ_OUTER: a.subject_clause = child; break;
        case REL_PARATAXIS:
            a.parataxis = child > verb && a.parataxis == DOCUMENT_NONE ? child : a.parataxis;
            break;
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
    return a;
}

struct claims_draft claims_new_draft(const struct claims_work *work, const struct claims_cue *cue, uint32_t token) {
    struct claims_draft draft = {.cue = cue, .cue_token = token, .source = DOCUMENT_NONE, .source_entity = DOCUMENT_NONE,
                                 .addressee = DOCUMENT_NONE, .content_head = DOCUMENT_NONE};
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

/* The clause that a parenthetic verb stands in: "The bridge, he said, is closed", "as he put it". */
static uint32_t host_clause(const struct claims_work *work, uint32_t verb) {
    const struct document_token *token = claims_token(work, verb);
    if (token->head == DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    if (token->relation == REL_PARATAXIS || token->relation == REL_DISCOURSE) {
        return token->head;
    }
    if (token->relation == REL_ADVCL || token->relation == REL_ADVCL_RELCL) {
        for (DOCUMENT_CHILDREN(work->document, child, verb)) {
            if ((claims_token(work, child)->relation == REL_MARK || claims_token(work, child)->relation == REL_ADVMOD) &&
                claims_entry(work, child, CLAIMS_PARENTHESIS) != NULL) {
                return token->head;
            }
        }
    }
    return DOCUMENT_NONE;
}

/* The quotation that begins soon after the token, with no other verb before it. */
static uint32_t quote_after(const struct claims_work *work, uint32_t token) {
    enum { REACH = 25 };
    const struct document_sentence *sentence =
        &work->document->sentences.items[claims_token(work, token)->sentence];
    for (uint32_t i = token + 1; i < sentence->first + sentence->count && i < token + REACH; i++) {
        uint32_t at = work->quote_at[i];
        if (at != DOCUMENT_NONE) {
            const struct claims_quote *quote = &work->quotes.items[at];
            return quote->open == i && (quote->is_speech || i == token + 1) ? at : DOCUMENT_NONE;
        }
        const struct claims_cue *other = claims_token(work, i)->upos == UPOS_VERB ? claims_entry(work, i, CLAIMS_VERB) : NULL;
        if (claims_token(work, i)->upos == UPOS_VERB && (!base_slice_is(claims_token(work, i)->xpos, "VBG") ||
                                                         (other != NULL && (other->frames & CLAIMS_QUOTE)))) {
            return DOCUMENT_NONE;
        }
    }
    uint32_t next = sentence->first + sentence->count; /* "He answered:" and the speech in the next paragraph */
    return next < work->document->tokens.count && base_slice_is(claims_token(work, next - 1)->form, ":") &&
                   work->quote_at[next] != DOCUMENT_NONE
               ? work->quote_at[next]
               : DOCUMENT_NONE;
}

/* A quotation that lies right beside the cue and its source, whatever the tree says. */
static uint32_t quote_beside(const struct claims_work *work, uint32_t verb) {
    enum { REACH = 25 };
    uint32_t after = quote_after(work, verb);
    if (after != DOCUMENT_NONE) {
        return after;
    }
    const struct document_sentence *sentence =
        &work->document->sentences.items[claims_token(work, verb)->sentence];
    for (uint32_t i = verb; i-- > sentence->first && i + REACH > verb;) {
        if (work->quote_at[i] != DOCUMENT_NONE) {
            const struct claims_quote *quote = &work->quotes.items[work->quote_at[i]];
            return quote->is_speech && quote->close == i ? work->quote_at[i] : DOCUMENT_NONE;
        }
    }
    return DOCUMENT_NONE;
}

static void add_quote(struct claims_work *work, struct claims_draft *draft, uint32_t at) {
    struct claims_quote *quote = &work->quotes.items[at];
    quote->attributed = draft->has_speech = true;
    claims_add_run(work, draft, (struct claims_run){quote->open, quote->close});
    if (draft->content_head == DOCUMENT_NONE) {
        for (uint32_t i = quote->open; i <= quote->close; i++) {
            uint32_t head = claims_token(work, i)->head;
            if (claims_token(work, i)->upos != UPOS_PUNCT && (head == DOCUMENT_NONE || head < quote->open || head > quote->close)) {
                draft->content_head = i;
                break;
            }
        }
    }
}

static bool add_top(struct claims_work *work, struct claims_draft *draft, uint32_t top, const uint32_t *except,
                    size_t except_count) {
    claims_add_subtree(work, draft, top, except, except_count);
    draft->content_head = top;
    return draft->content.count > 0;
}

static bool is_infinitive_verb(const struct claims_work *work, uint32_t verb) {
    return base_slice_is(claims_token(work, verb)->xpos, "VB");
}

static bool try_clause(struct claims_work *work, struct claims_draft *draft, uint32_t verb, const struct arguments *a) {
    unsigned frames = draft->cue->frames;
    uint32_t except[] = {verb, DOCUMENT_NONE};
    if ((frames & (CLAIMS_CLAUSE | CLAIMS_QUOTE)) == 0) {
        return false;
    }
    uint32_t clause = a->clause;
    if (clause == DOCUMENT_NONE && (a->passive || a->expletive != DOCUMENT_NONE)) {
        clause = a->subject_clause;
    }
    if (clause == DOCUMENT_NONE && (frames & CLAIMS_CLAUSE)) {
        clause = a->adverbial_clause;
    }
    if (clause != DOCUMENT_NONE) {
        draft->addressee = a->indirect != DOCUMENT_NONE ? a->indirect : a->object;
        return add_top(work, draft, clause, NULL, 0);
    }
    uint32_t host = host_clause(work, verb);
    if (host != DOCUMENT_NONE && claims_entry(work, host, CLAIMS_VERB) != NULL &&
        claims_token(work, host)->head == DOCUMENT_NONE && verb > host && !a->passive && a->object != DOCUMENT_NONE) {
        host = DOCUMENT_NONE; /* "He resigned, said goodbye" */
    }
    if (host != DOCUMENT_NONE && (claims_subject(work, verb) != DOCUMENT_NONE || a->passive)) {
        return add_top(work, draft, host, except, 1);
    }
    if (a->parataxis != DOCUMENT_NONE && a->infinitive == DOCUMENT_NONE &&
        claims_entry(work, a->parataxis, CLAIMS_VERB) == NULL) {
        draft->addressee = a->indirect != DOCUMENT_NONE ? a->indirect : a->object;
        return add_top(work, draft, a->parataxis, NULL, 0);
    }
    return false;
}

/* The quotation right before the cue and its subject is what is said, whatever else hangs from the cue. */
static bool try_quote_before(struct claims_work *work, struct claims_draft *draft, uint32_t verb, const struct arguments *a) {
    if ((draft->cue->frames & CLAIMS_QUOTE) == 0 || work->quote_at[verb] != DOCUMENT_NONE || is_infinitive_verb(work, verb)) {
        return false;
    }
    uint32_t quote = claims_quote_before(work, draft);
    if (quote == DOCUMENT_NONE || work->quotes.items[quote].attributed) {
        return false;
    }
    draft->addressee = a->indirect != DOCUMENT_NONE ? a->indirect : a->object;
    add_quote(work, draft, quote);
    uint32_t next = quote_after(work, draft->cue_run.last); /* "...," he said, "..." */
    if (next != DOCUMENT_NONE && !work->quotes.items[next].attributed) {
        add_quote(work, draft, next);
    }
    return true;
}

/* Where the sentence goes on behind a quotation that began it: "said ''family people'' are against it". */
static void add_rest(const struct claims_work *work, struct claims_draft *draft, const struct claims_quote *quote) {
    const struct document_sentence *sentence =
        &work->document->sentences.items[claims_token(work, quote->close)->sentence];
    uint32_t end = sentence->first + sentence->count - 1, next = quote->close + 1;
    if (quote->open > draft->cue_token && next < end && claims_token(work, next)->upos != UPOS_PUNCT &&
        claims_token(work, next)->upos != UPOS_CCONJ && claims_token(work, quote->close - 1)->upos != UPOS_PUNCT) {
        claims_add_run(work, draft, (struct claims_run){next, end});
    }
}

static bool try_quote(struct claims_work *work, struct claims_draft *draft, uint32_t verb, const struct arguments *a) {
    if ((draft->cue->frames & CLAIMS_QUOTE) == 0 || work->quote_at[verb] != DOCUMENT_NONE) {
        return false;
    }
    uint32_t quote = quote_beside(work, verb);
    if (quote == DOCUMENT_NONE || work->quotes.items[quote].attributed) {
        return false;
    }
    draft->addressee = a->indirect != DOCUMENT_NONE ? a->indirect : a->object;
    add_quote(work, draft, quote);
    add_rest(work, draft, &work->quotes.items[quote]);
    return true;
}

/* 'He said: "...' and 'He said, "...', too. */
static bool try_quote_right_after(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                                  const struct arguments *a) {
    uint32_t next = draft->cue_run.last + 1;
    if (next + 1 >= work->document->tokens.count || claims_token(work, next)->upos != UPOS_PUNCT) {
        return false;
    }
    uint32_t at = work->quote_at[next] == DOCUMENT_NONE ? work->quote_at[next + 1] : work->quote_at[next];
    if (at == DOCUMENT_NONE || work->quotes.items[at].open > next + 1 || work->quotes.items[at].open < next ||
        !work->quotes.items[at].is_speech) {
        return false;
    }
    return try_quote(work, draft, verb, a);
}

/* The subject of "is believed to lead" and "seems to lead" leads; nobody says who believes it. */
static void add_raised(const struct claims_work *work, struct claims_draft *draft, uint32_t complement) {
    uint32_t subject = claims_subject(work, draft->cue_token);
    draft->no_source = true;
    if (subject != DOCUMENT_NONE && !claims_is_below(work, draft->cue_token, subject) &&
        !claims_is_below(work, subject, complement)) {
        claims_add_subtree(work, draft, subject, NULL, 0);
    }
}

static bool try_infinitive(struct claims_work *work, struct claims_draft *draft, const struct arguments *a) {
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
    if (frames & CLAIMS_RAISING) {
        add_raised(work, draft, infinitive);
        return add_top(work, draft, infinitive, NULL, 0);
    }
    if (a->object == DOCUMENT_NONE && (frames & CLAIMS_INFINITIVE)) {
        return add_top(work, draft, infinitive, NULL, 0);
    }
    if (a->object != DOCUMENT_NONE && (frames & CLAIMS_OBJECT_INFINITIVE)) {
        claims_add_subtree(work, draft, a->object, NULL, 0);
        return add_top(work, draft, infinitive, NULL, 0);
    }
    if (a->object != DOCUMENT_NONE && (frames & CLAIMS_PERSON_INFINITIVE)) {
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

/* What stands behind an object and belongs to the content with it. */
static void add_object_parts(struct claims_work *work, struct claims_draft *draft, uint32_t verb, uint32_t object) {
    uint32_t end = work->last[object];
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (child <= object || !(is_oblique(relation) || relation == REL_ADVMOD)) {
            continue;
        }
        uint32_t marker = marker_of(work, child);
        bool listed = marker != DOCUMENT_NONE && claims_has_case(draft->cue->object_cases, claims_token(work, marker)->lemma);
        bool dated = work->document->date_at != NULL && work->document->date_at[child] != DOCUMENT_NONE;
        bool adverbial = relation == REL_ADVCL && !claims_is_infinitive(work, child);
        adverbial |= marker != DOCUMENT_NONE && claims_entry(work, marker, CLAIMS_ADJUNCT) != NULL;
        if (listed || (work->first[child] == end + 1 && !dated && !adverbial)) {
            claims_add_subtree(work, draft, child, NULL, 0);
            end = work->last[child];
        }
    }
}

static bool try_case(struct claims_work *work, struct claims_draft *draft, uint32_t verb, const struct arguments *a) {
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        uint32_t marker = is_oblique(claims_token(work, child)->relation) && child > verb ? marker_of(work, child) : DOCUMENT_NONE;
        if (marker == DOCUMENT_NONE || !claims_has_case(draft->cue->cases, claims_token(work, marker)->lemma)) {
            continue;
        }
        if (marker == draft->cue_run.last + 1) {
            draft->cue_run.last = marker;
        }
        draft->addressee = a->object;
        claims_add_subtree(work, draft, child, &marker, 1);
        draft->content_head = child;
        add_object_parts(work, draft, verb, child); /* "called for him to go" */
        break;
    }
    return draft->content.count > 0;
}

static bool try_object(struct claims_work *work, struct claims_draft *draft, uint32_t verb, const struct arguments *a) {
    unsigned frames = draft->cue->frames;
    uint32_t object = a->passive ? a->passive_subject : a->object;
    bool no_agent = a->passive && document_child(work->document, verb, REL_OBL_AGENT) == DOCUMENT_NONE;
    if ((frames & CLAIMS_RAISING) && a->complement != DOCUMENT_NONE) {
        add_raised(work, draft, a->complement);
        return add_top(work, draft, a->complement, NULL, 0);
    }
    if ((frames & CLAIMS_COMPLEMENT) && object != DOCUMENT_NONE && a->complement != DOCUMENT_NONE) {
        claims_add_subtree(work, draft, object, NULL, 0);
        return add_top(work, draft, a->complement, NULL, 0);
    }
    if ((frames & CLAIMS_GERUND) && a->gerund != DOCUMENT_NONE) {
        return add_top(work, draft, a->gerund, NULL, 0);
    }
    if ((frames & CLAIMS_OBJECT) == 0) {
        return false;
    }
    if (no_agent) {
        size_t before = draft->content.count;
        if (object != DOCUMENT_NONE) {
            add_object_parts(work, draft, verb, object); /* "are seen as" */
        }
        if (draft->content.count == before) {
            return false;
        }
        return add_top(work, draft, object, NULL, 0);
    }
    if (object == DOCUMENT_NONE) {
        return a->clause != DOCUMENT_NONE && add_top(work, draft, a->clause, NULL, 0);
    }
    bool added = add_top(work, draft, object, NULL, 0);
    add_object_parts(work, draft, verb, object);
    uint32_t stray = claims_stray_clause(work, object);
    if (stray != DOCUMENT_NONE) {
        claims_add_subtree(work, draft, stray, NULL, 0);
    }
    if (a->gerund != DOCUMENT_NONE && a->gerund > object && claims_token(work, a->gerund)->relation == REL_XCOMP) {
        claims_add_subtree(work, draft, a->gerund, NULL, 0); /* "shows him leading" */
    }
    return added;
}

/* "show up" is no "show". */
static bool has_other_particle(const struct claims_work *work, const struct claims_draft *draft) {
    uint32_t particle = document_child(work->document, draft->cue_token, REL_COMPOUND_PRT);
    return particle != DOCUMENT_NONE && (particle < draft->cue_run.first || particle > draft->cue_run.last);
}

static bool is_auxiliary_use(const struct claims_work *work, uint32_t verb) {
    enum document_relation relation = claims_token(work, verb)->relation;
    return relation == REL_AUX || relation == REL_AUX_PASS || relation == REL_COP || relation == REL_CASE ||
           relation == REL_AMOD || relation == REL_COMPOUND || relation == REL_FIXED || relation == REL_MARK;
}

/* The content, where the parser hung it from an object or adjunct of the verb. */
static bool try_clause_below(struct claims_work *work, struct claims_draft *draft, uint32_t verb, const struct arguments *a) {
    uint32_t clause = DOCUMENT_NONE;
    if ((draft->cue->frames & CLAIMS_CLAUSE) == 0 || a->passive) {
        return false;
    }
    if (a->object != DOCUMENT_NONE && (draft->cue->frames & CLAIMS_OBJECT) == 0) {
        clause = clause_below(work, a->object);
        draft->addressee = a->object;
    }
    if (clause == DOCUMENT_NONE && a->object == DOCUMENT_NONE) {
        clause = clause_below_adjunct(work, verb);
    }
    return clause != DOCUMENT_NONE && add_top(work, draft, clause, NULL, 0);
}

static bool fill(struct claims_work *work, struct claims_draft *draft, uint32_t verb, const struct arguments *a) {
    if (try_quote_before(work, draft, verb, a) || try_quote_right_after(work, draft, verb, a)) {
        return true;
    }
    if (try_clause(work, draft, verb, a)) {
        if (!claims_is_impossible(work, draft)) {
            claims_split_speaker(work, draft);
            return true;
        }
        struct claims_draft other = *draft;
        memset(&other.content, 0, sizeof other.content);
        if (claims_read_surface(work, &other)) {
            *draft = other;
        }
        return true;
    }
    if (try_clause_below(work, draft, verb, a) || try_infinitive(work, draft, a)) {
        return true;
    }
    bool wants_quote_first = a->object == DOCUMENT_NONE || (draft->cue->frames & CLAIMS_OBJECT) == 0;
    return (wants_quote_first && try_quote(work, draft, verb, a)) || try_case(work, draft, verb, a) ||
           try_object(work, draft, verb, a) || try_quote(work, draft, verb, a);
}

/* A particle read as a preposition: "shrugged off the criticism", "called on the government to act". */
static void take_particle_object(const struct claims_work *work, const struct claims_draft *draft, struct arguments *a,
                                 uint32_t last_word) {
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
    enum document_relation relation = claims_token(work, verb)->relation;
    return (relation == REL_ADVCL || relation == REL_ACL || (relation == REL_XCOMP && claims_entry(work, claims_token(work, verb)->head, CLAIMS_VERB) == NULL)) && claims_is_infinitive(work, verb);
}

static bool try_cue(struct claims_work *work, const struct claims_cue *cue, uint32_t verb, struct arguments a,
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
    if (by_surface ? !claims_read_surface(work, &draft) : !fill(work, &draft, verb, &a)) {
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
    BASE_PUSH(work->document->arena, &work->drafts, draft);
    return true;
}

void claims_find_verb(struct claims_work *work, uint32_t verb) {
    struct claims_lookup lookup = {0};
    const struct claims_cue *first = claims_lookup(work, verb, &lookup);
    if (first == NULL || is_auxiliary_use(work, verb)) {
        return;
    }
    const struct arguments a = find_arguments(work, verb);
    for (int by_surface = 0; by_surface < 2; by_surface++) {
        struct claims_lookup again = {0};
        const struct claims_cue *cue;
        while ((cue = claims_lookup(work, verb, &again)) != NULL) {
            if (try_cue(work, cue, verb, a, by_surface)) {
                return;
            }
        }
    }
}
