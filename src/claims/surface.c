/* Reports read off the order of words, for sentences whose tree does not tie the cue to what is said. */
#include "claims/work.h"

static bool is_mark(const struct claims_work *work, uint32_t token) {
    return claims_token(work, token)->upos == UPOS_PUNCT;
}

/* The hyphen of "Al-Ahram". */
static bool is_inside_word(const struct claims_work *work, uint32_t token) {
    return token > 0 && !claims_token(work, token)->space_after && !claims_token(work, token - 1)->space_after &&
           base_slice_is(claims_token(work, token)->form, "-");
}

static bool has_finite_verb(const struct claims_work *work, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i <= last; i++) {
        if (document_is_tagged_finite(work->document, i)) {
            return true;
        }
    }
    return false;
}

uint32_t claims_group_start(const struct claims_work *work, const struct claims_draft *draft) {
    uint32_t subject = DOCUMENT_NONE;
    for (DOCUMENT_CHILDREN(work->document, child, draft->cue_token)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if ((relation == REL_NSUBJ || relation == REL_NSUBJ_PASS) && child < draft->cue_token) {
            subject = child;
        }
    }
    if (subject == DOCUMENT_NONE) {
        return draft->cue_run.first;
    }
    uint32_t start = work->first[subject];
    for (uint32_t i = draft->cue_run.first; i-- > start;) { /* a subject does not reach into a quotation */
        if (work->quote_at[i] != DOCUMENT_NONE && work->quotes.items[work->quote_at[i]].close == i) {
            return work->quotes.items[work->quote_at[i]].is_speech ? i + 1 : start;
        }
    }
    return start;
}

/* After "Why?" the splitter may have seen an end; "he asked" begins small all the same. */
static bool goes_on_small(const struct claims_work *work, uint32_t token) {
    struct base_slice form = claims_token(work, token)->form;
    return form.size > 0 && form.data[0] >= 'a' && form.data[0] <= 'z';
}

/* "Why not?" Smith asked on Monday: a sentence of its own to the splitter, but one that says nothing else. */
static bool tags_a_question(const struct claims_work *work, const struct claims_draft *draft,
                            const struct claims_quote *quote, uint32_t start) {
    enum { SHORT = 14 };
    const struct document_sentence *sentence = &work->document->sentences.items[claims_token(work, start)->sentence];
    uint32_t end = draft->cue_run.last, last = quote->close;
    while (end + 1 < sentence->first + sentence->count && !is_mark(work, end + 1)) {
        end++;
    }
    while (last > quote->open && !claims_token(work, last - 1)->space_after && is_mark(work, last) &&
           base_slice_is(claims_token(work, last)->lemma, "\"")) {
        last--;
    }
    while (last > quote->open && base_slice_is(claims_token(work, last)->lemma, "'")) {
        last--;
    }
    struct base_slice mark = claims_token(work, last)->form;
    return start == sentence->first && !sentence->starts_paragraph && end - draft->cue_run.last <= SHORT &&
           (base_slice_is(mark, "?") || base_slice_is(mark, "!") || base_slice_is(mark, ",")) &&
           !has_finite_verb(work, draft->cue_run.last + 1, end);
}

uint32_t claims_quote_before(const struct claims_work *work, const struct claims_draft *draft) {
    uint32_t start = claims_group_start(work, draft);
    while (start > 0 && is_mark(work, start - 1) && work->quote_at[start - 1] == DOCUMENT_NONE &&
           claims_token(work, start - 1)->sentence == claims_token(work, draft->cue_token)->sentence) {
        start--;
    }
    if (start == 0 || work->quote_at[start - 1] == DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    uint32_t at = work->quote_at[start - 1];
    const struct claims_quote *quote = &work->quotes.items[at];
    const struct document_sentence *sentence =
        &work->document->sentences.items[claims_token(work, quote->open)->sentence];
    bool begins = quote->open == sentence->first || is_mark(work, quote->open - 1);
    uint32_t sentence_of_cue = claims_token(work, draft->cue_token)->sentence;
    bool same_sentence = claims_token(work, quote->close)->sentence == sentence_of_cue;
    if (!same_sentence && !goes_on_small(work, start) && !tags_a_question(work, draft, quote, start)) {
        return DOCUMENT_NONE;
    }
    return quote->close == start - 1 && begins && quote->is_speech ? at : DOCUMENT_NONE;
}

/* Of a title and a name that the parser left apart, the one that says more about who it is. */
static bool is_known_actor(const struct claims_work *work, uint32_t token) {
    const struct document_entity *entity = document_entity_at(work->document, token);
    return entity != NULL && (entity->country[0] != 0 || entity->sector[0][0] != 0);
}

/* A noun phrase that stands alone between a comma and the cue: the speaker, whatever the tree makes of it. */
static bool find_speaker(const struct claims_work *work, struct claims_draft *draft, uint32_t first) {
    enum { LONGEST = 30 };
    uint32_t last = draft->cue_run.first, at = last, head = DOCUMENT_NONE;
    while (at > first && work->quote_at[at - 1] == DOCUMENT_NONE &&
           (!is_mark(work, at - 1) || is_inside_word(work, at - 1)) && last - at < LONGEST) {
        at--;
    }
    if (at == last || at == first) {
        return false;
    }
    for (uint32_t i = at; i < last; i++) {
        enum document_upos upos = claims_token(work, i)->upos;
        uint32_t above = claims_token(work, i)->head;
        if (upos == UPOS_VERB || upos == UPOS_AUX || claims_is_relative(claims_token(work, i)) ||
            (upos == UPOS_SCONJ && claims_token(work, i)->space_after)) {
            return false;
        }
        bool outside = above == DOCUMENT_NONE || above < at || above >= last;
        if (outside && (upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_PRON) &&
            (head == DOCUMENT_NONE || !is_known_actor(work, head))) {
            head = i;
        }
    }
    if (head == DOCUMENT_NONE) {
        return false;
    }
    if (claims_token(work, draft->cue_token)->relation == REL_ACL_RELCL && last - at > 1 &&
        base_slice_is(claims_token(work, last - 1)->xpos, "PRP")) {
        return false; /* "..., more than the tax he proposed" */
    }
    draft->source = draft->source_entity = head;
    draft->source_run = (struct claims_run){at, last - 1};
    return true;
}

/* "The bridge is closed, the minister said on Monday." and "..., said the minister." */
static bool try_before(const struct claims_work *work, struct claims_draft *draft,
                       const struct document_sentence *sentence) {
    enum { SHORT = 14 };
    uint32_t end = sentence->first + sentence->count - 1, cue_end = draft->cue_run.last;
    if (end - cue_end > SHORT || has_finite_verb(work, cue_end + 1, end) ||
        claims_token(work, sentence->first)->upos == UPOS_SCONJ || base_slice_is(claims_token(work, end)->form, ":")) {
        return false;
    }
    bool inverted = draft->cue_run.first > sentence->first && is_mark(work, draft->cue_run.first - 1);
    if (inverted ? cue_end == end || is_mark(work, cue_end + 1)
                 : !find_speaker(work, draft, claims_start(work, sentence->first))) {
        return false; /* nobody says it */
    }
    uint32_t start = inverted ? draft->cue_run.first : draft->source_run.first;
    if (start < sentence->first + 3 || !has_finite_verb(work, sentence->first, start - 1)) {
        draft->source = draft->source_entity = DOCUMENT_NONE;
        return false;
    }
    claims_add_run(work, draft, (struct claims_run){sentence->first, start - 1});
    draft->content_head = document_root(work->document, (uint32_t)(sentence - work->document->sentences.items));
    return true;
}

/* "A man was held, reported the county police.": nobody but the last words can say so, and nothing is left to be said. */
bool claims_read_inverted(const struct claims_work *work, struct claims_draft *draft, uint32_t object) {
    const struct document_token *token = claims_token(work, draft->cue_token);
    const struct document_sentence *sentence = &work->document->sentences.items[token->sentence];
    uint32_t end = sentence->first + sentence->count - 1;
    while (end > sentence->first && is_mark(work, end)) {
        end--;
    }
    if ((draft->cue->frames & (CLAIMS_QUOTE | CLAIMS_CLAUSE)) != (CLAIMS_QUOTE | CLAIMS_CLAUSE) ||
        (token->relation != REL_CONJ && token->relation != REL_PARATAXIS) || object == DOCUMENT_NONE ||
        work->first[object] != draft->cue_run.last + 1 || work->last[object] < end || !is_known_actor(work, object) ||
        draft->cue_run.first == sentence->first ||
        !base_slice_is(claims_token(work, draft->cue_run.first - 1)->form, ",") ||
        claims_token(work, object)->upos == UPOS_PRON || !try_before(work, draft, sentence)) {
        return false;
    }
    claims_set_source(work, draft, object);
    return true;
}

/* "In the long run, many say, this will help." */
static bool try_around(const struct claims_work *work, struct claims_draft *draft,
                       const struct document_sentence *sentence) {
    uint32_t end = sentence->first + sentence->count - 1, next = draft->cue_run.last + 1;
    if (next + 2 > end || !base_slice_is(claims_token(work, next)->form, ",") ||
        work->quote_at[next + 1] != DOCUMENT_NONE || !has_finite_verb(work, next + 1, end) ||
        !find_speaker(work, draft, claims_start(work, sentence->first)) ||
        !base_slice_is(claims_token(work, draft->source_run.first - 1)->form, ",")) {
        draft->source = draft->source_entity = DOCUMENT_NONE;
        return false;
    }
    claims_add_run(work, draft, (struct claims_run){sentence->first, draft->source_run.first - 1});
    claims_add_run(work, draft, (struct claims_run){next + 1, end});
    draft->content_head = document_root(work->document, (uint32_t)(sentence - work->document->sentences.items));
    return true;
}

/* The tree may leave a part of the speaker in what is said: "..., Egyptian newspaper | Al-Ahram reported". */
void claims_split_speaker(const struct claims_work *work, struct claims_draft *draft) {
    uint32_t subject = document_child(work->document, draft->cue_token, REL_NSUBJ);
    const struct document_sentence *sentence =
        &work->document->sentences.items[claims_token(work, draft->cue_token)->sentence];
    if (subject == DOCUMENT_NONE || subject > draft->cue_token || work->first[subject] == sentence->first ||
        (is_mark(work, work->first[subject] - 1) && !is_inside_word(work, work->first[subject] - 1)) ||
        !find_speaker(work, draft, claims_start(work, sentence->first))) {
        return;
    }
    uint32_t start = draft->source_run.first;
    for (size_t i = 0; i < draft->content.count; i++) {
        struct claims_run *run = &draft->content.items[i];
        if (run->last >= start && run->last < draft->cue_token) {
            run->last = start - 1;
        }
    }
}

/* No cue stands behind both its subject and its clause: "Two men, he said, fled" has the clause around it. */
bool claims_is_impossible(const struct claims_work *work, const struct claims_draft *draft) {
    uint32_t subject = document_child(work->document, draft->cue_token, REL_NSUBJ);
    uint32_t last = 0;
    for (size_t i = 0; i < draft->content.count; i++) {
        last = draft->content.items[i].last > last ? draft->content.items[i].last : last;
    }
    return subject != DOCUMENT_NONE && last < draft->cue_token && draft->content.count > 0 &&
           subject < draft->content.items[0].first;
}

/* "concluded the search": what stands right behind the cue is done, not said. */
static bool has_object_at(const struct claims_work *work, uint32_t verb, uint32_t start) {
    uint32_t object = document_child(work->document, verb, REL_OBJ);
    return object != DOCUMENT_NONE && work->first[object] == start && claims_token(work, object)->upos != UPOS_PROPN;
}

/* "The minister said the bridge is closed." */
static bool try_after(const struct claims_work *work, struct claims_draft *draft,
                      const struct document_sentence *sentence) {
    uint32_t end = sentence->first + sentence->count - 1, start = draft->cue_run.last + 1;
    if (start + 2 > end ||
        (is_mark(work, start) && work->quote_at[start] == DOCUMENT_NONE &&
         !base_slice_is(claims_token(work, start)->form, ":")) ||
        !has_finite_verb(work, start, end) || has_object_at(work, draft->cue_token, start) ||
        claims_subject(work, draft->cue_token) == DOCUMENT_NONE) {
        return false;
    }
    claims_add_run(work, draft, (struct claims_run){start, end});
    return true;
}

/* A report between two commas is about what stands on both sides of it, whatever the tree makes of the pieces. */
bool claims_read_parenthesis(const struct claims_work *work, struct claims_draft *draft) {
    const struct document_sentence *sentence =
        &work->document->sentences.items[claims_token(work, draft->cue_token)->sentence];
    uint32_t next = draft->cue_run.last + 2;
    struct base_slice xpos = claims_token(work, sentence->first)->xpos;
    bool participle = base_slice_is(xpos, "VBG") || base_slice_is(xpos, "VBN");
    return (draft->cue->frames & CLAIMS_QUOTE) && (draft->cue->frames & CLAIMS_CLAUSE) && !participle &&
           work->quote_at[draft->cue_token] == DOCUMENT_NONE && !claims_is_passive(work, draft->cue_token) &&
           next < sentence->first + sentence->count && claims_token(work, next)->upos != UPOS_CCONJ &&
           !base_slice_is(claims_token(work, next)->xpos, "VBG") &&
           !base_slice_starts(claims_token(work, next)->xpos, BASE_SLICE("W")) && try_around(work, draft, sentence);
}

bool claims_read_surface(const struct claims_work *work, struct claims_draft *draft) {
    const struct document_sentence *sentence =
        &work->document->sentences.items[claims_token(work, draft->cue_token)->sentence];
    const struct document_token *token = claims_token(work, draft->cue_token);
    if ((draft->cue->frames & (CLAIMS_QUOTE | CLAIMS_CLAUSE)) != (CLAIMS_QUOTE | CLAIMS_CLAUSE) ||
        base_slice_is(token->xpos, "VB") || claims_is_passive(work, draft->cue_token)) {
        return false;
    }
    if (base_slice_is(token->xpos, "VBG")) { /* "saying that ..." */
        uint32_t next = draft->cue_run.last + 1;
        return next < sentence->first + sentence->count && claims_entry(work, next, CLAIMS_COMPLEMENTIZER) != NULL &&
               try_after(work, draft, sentence);
    }
    return try_before(work, draft, sentence) || try_around(work, draft, sentence) || try_after(work, draft, sentence);
}

/* A verb that the tagger took for a noun: "...," Smith notes. */
void claims_find_misread(struct claims_work *work, uint32_t token) {
    const struct claims_cue *cue = claims_entry(work, token, CLAIMS_VERB);
    uint32_t sentence_index = claims_token(work, token)->sentence;
    const struct document_sentence *sentence = &work->document->sentences.items[sentence_index];
    if (cue == NULL || !(cue->frames & CLAIMS_QUOTE) || cue->word_count > 1 || token < sentence->first + 2 ||
        work->quote_at[token] != DOCUMENT_NONE || base_slice_is(claims_token(work, token)->xpos, "NN") ||
        (token + 1 < sentence->first + sentence->count && !is_mark(work, token + 1))) {
        return;
    }
    uint32_t start = token;
    while (start > sentence->first && work->quote_at[start - 1] == DOCUMENT_NONE && !is_mark(work, start - 1)) {
        start--;
    }
    uint32_t at = start > 0 ? work->quote_at[start - 1] : DOCUMENT_NONE;
    if (at == DOCUMENT_NONE || start == token || work->quotes.items[at].close != start - 1 ||
        !work->quotes.items[at].is_speech) {
        return;
    }
    struct claims_draft draft = claims_new_draft(work, cue, token);
    if (find_speaker(work, &draft, claims_start(work, sentence->first))) {
        claims_add_run(work, &draft, (struct claims_run){work->quotes.items[at].open, work->quotes.items[at].close});
        draft.has_speech = work->quotes.items[at].attributed = true;
        BASE_PUSH(work->document->arena, &work->drafts, draft);
    }
}

static bool is_past(const struct document_token *verb) {
    return base_slice_is(verb->xpos, "VBD") || base_slice_is(verb->xpos, "VBN");
}

/* "He said that ..., adding that ...", "She says ... and adds ...": where the parser hung the second cue below what the
 * first one reports, both have one source. */
static bool goes_on_from(const struct claims_work *work, const struct claims_draft *first,
                         const struct claims_draft *second) {
    uint32_t start = second->cue_run.first;
    const struct document_token *cue = claims_token(work, second->cue_token), *before = claims_token(work, start - 1);
    if (claims_token(work, first->cue_token)->sentence != cue->sentence || first->cue_token >= second->cue_token ||
        !claims_content_holds(first, second->cue_token) || !(first->cue->frames & CLAIMS_QUOTE)) {
        return false;
    }
    if (base_slice_is(cue->xpos, "VBG")) {
        return before->upos == UPOS_PUNCT &&
               (cue->relation == REL_ADVCL || cue->relation == REL_ACL || cue->relation == REL_XCOMP);
    }
    bool past = is_past(cue) && is_past(claims_token(work, first->cue_token)); /* "has confirmed ... and warned" */
    return before->upos == UPOS_CCONJ && cue->relation == REL_CONJ &&
           (past || base_slice_equal(cue->xpos, claims_token(work, first->cue_token)->xpos));
}

static bool has_own_subject(const struct claims_work *work, uint32_t verb) {
    for (DOCUMENT_CHILDREN(work->document, child, verb)) {
        enum document_relation relation = claims_token(work, child)->relation;
        if (relation == REL_NSUBJ || relation == REL_NSUBJ_PASS || relation == REL_EXPL) {
            return true;
        }
    }
    return false;
}

static void end_before(struct claims_draft *draft, uint32_t token) {
    size_t kept = 0;
    for (size_t i = 0; i < draft->content.count; i++) {
        struct claims_run run = draft->content.items[i];
        if (run.first >= token) {
            continue;
        }
        run.last = run.last >= token ? token - 1 : run.last;
        draft->content.items[kept++] = run;
    }
    draft->content.count = kept;
}

void claims_share_sources(struct claims_work *work) {
    enum { BACK = 8 };
    for (size_t i = 1; i < work->drafts.count; i++) {
        struct claims_draft *second = &work->drafts.items[i];
        if (second->cue->kind != CLAIMS_VERB || second->cue_run.first == 0 ||
            !(second->cue->frames & (CLAIMS_QUOTE | CLAIMS_PERSON_INFINITIVE)) ||
            work->quote_at[second->cue_token] != DOCUMENT_NONE || has_own_subject(work, second->cue_token)) {
            continue;
        }
        bool shared = false;
        for (size_t k = i > BACK ? i - BACK : 0; k < i; k++) {
            struct claims_draft *first = &work->drafts.items[k];
            if (!shared && goes_on_from(work, first, second)) {
                end_before(first, second->cue_run.first - 1);
                second->source = first->source;
                second->source_entity = first->source_entity;
                second->source_run = first->source_run;
                shared = true;
            } else if (shared && claims_content_holds(first, second->cue_token)) {
                end_before(first, second->cue_run.first - 1);
            }
        }
    }
}
