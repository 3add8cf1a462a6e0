/* Contents: runs of tokens, with their quotations whole and their edges clean. */
#include "base/utf8.h"
#include "claims/work.h"

void claims_add_run(const struct claims_work *work, struct claims_draft *draft, struct claims_run run) {
    BASE_PUSH(work->document->arena, &draft->content, run);
}

static bool is_left_out(const struct claims_work *work, uint32_t token, const uint32_t *except, size_t except_count) {
    for (size_t i = 0; i < except_count; i++) {
        if (except[i] != DOCUMENT_NONE && claims_is_below(work, token, except[i])) {
            return true;
        }
    }
    return false;
}

void claims_add_subtree(const struct claims_work *work, struct claims_draft *draft, uint32_t top,
                        const uint32_t *except, size_t except_count) {
    uint32_t last = work->last[top];
    for (uint32_t i = work->first[top]; i <= last; i++) {
        if (!claims_is_below(work, i, top) || is_left_out(work, i, except, except_count)) {
            continue;
        }
        uint32_t start = i;
        while (i < last && claims_is_below(work, i + 1, top) && !is_left_out(work, i + 1, except, except_count)) {
            i++;
        }
        claims_add_run(work, draft, (struct claims_run){start, i});
    }
}

bool claims_content_holds(const struct claims_draft *draft, uint32_t token) {
    for (size_t i = 0; i < draft->content.count; i++) {
        if (draft->content.items[i].first <= token && token <= draft->content.items[i].last) {
            return true;
        }
    }
    return false;
}

static uint32_t first_character(const struct document_token *token) {
    size_t at = 0;
    return base_utf8_next(token->form, &at);
}

static bool opens(uint32_t character) {
    return character == '(' || character == '[' || character == 0x201C || character == 0x2018 || character == 0xAB ||
           character == '$' || character == '#' || character == '@' || character == 0xA3 || character == 0x20AC;
}

static bool closes(uint32_t character) {
    return character == ')' || character == ']' || character == 0x201D || character == 0x2019 || character == 0xBB ||
           character == '?' || character == '!' || character == '%';
}

/* Is the mark one of a quotation whose other one is in the run, too? */
static bool quotes_here(const struct claims_work *work, uint32_t token, struct claims_run run) {
    uint32_t quote = work->quote_at[token];
    if (quote == DOCUMENT_NONE) {
        return false;
    }
    const struct claims_quote *q = &work->quotes.items[quote];
    return (q->open == token || q->close == token) && q->open >= run.first && q->close <= run.last;
}

static bool cut_edges(const struct claims_work *work, struct claims_run *run) {
    while (run->first <= run->last) {
        const struct document_token *token = claims_token(work, run->first);
        if (token->upos != UPOS_PUNCT || opens(first_character(token)) || quotes_here(work, run->first, *run)) {
            break;
        }
        run->first++;
    }
    while (run->first < run->last) {
        const struct document_token *token = claims_token(work, run->last);
        uint32_t quote = work->quote_at[run->last];
        bool in_quote = quote != DOCUMENT_NONE && work->quotes.items[quote].open >= run->first &&
                        work->quotes.items[quote].close == run->last;
        if (token->upos != UPOS_PUNCT || closes(first_character(token)) || in_quote) {
            break;
        }
        run->last--;
    }
    return run->first <= run->last && !(run->first == run->last && claims_token(work, run->first)->upos == UPOS_PUNCT);
}

/* A quotation that the run holds the words of comes with its marks; one that goes on beyond the sentence comes whole. */
static void take_quotes(struct claims_work *work, const struct claims_draft *draft, struct claims_run *run) {
    uint32_t ends[] = {run->first, run->last};
    if (run->first > 0 && work->quote_at[run->first] == DOCUMENT_NONE &&
        work->quote_at[run->first - 1] != DOCUMENT_NONE) {
        ends[0] = run->first - 1;
    }
    if (run->last + 1 < work->document->tokens.count && work->quote_at[run->last] == DOCUMENT_NONE) {
        ends[1] = run->last + 1;
    }
    for (int e = 0; e < 2; e++) {
        uint32_t at = work->quote_at[ends[e]];
        if (at == DOCUMENT_NONE) {
            continue;
        }
        const struct claims_quote *quote = &work->quotes.items[at];
        bool holds_cue = quote->open <= draft->cue_token && draft->cue_token <= quote->close;
        bool holds_source =
            draft->source != DOCUMENT_NONE && quote->open <= draft->source && draft->source <= quote->close;
        bool mark_only = ends[e] != (e == 0 ? run->first : run->last);
        if (holds_cue || (holds_source && !quote->is_speech) || (mark_only && quote->open < run->first)) {
            continue;
        }
        run->first = quote->open < run->first ? quote->open : run->first;
        run->last = quote->close > run->last ? quote->close : run->last;
    }
}

/* Does the author take over there? ", which ...", ", hoping to ...", "although ...". */
static bool is_afterthought(const struct claims_work *work, uint32_t top, uint32_t first, uint32_t content_head) {
    enum document_relation relation = claims_token(work, top)->relation;
    bool after_comma = first > 0 && base_slice_is(claims_token(work, first - 1)->form, ",");
    if (relation == REL_ACL_RELCL) {
        return after_comma && base_slice_starts(claims_token(work, first)->xpos, BASE_SLICE("W"));
    }
    if (relation != REL_ADVCL || first < content_head) {
        return false;
    }
    return (after_comma && first == top && base_slice_is(claims_token(work, top)->xpos, "VBG")) ||
           claims_entry(work, first, CLAIMS_CONCESSION) != NULL;
}

static void cut_afterthought(const struct claims_work *work, const struct claims_draft *draft, struct claims_run *run) {
    for (uint32_t i = run->first + 1; i <= run->last; i++) {
        uint32_t first = work->first[i]; /* its comma may hang from it */
        while (first < i && claims_token(work, first)->upos == UPOS_PUNCT) {
            first++;
        }
        if (work->quote_at[i] == DOCUMENT_NONE && first > run->first && work->last[i] + 1 >= run->last &&
            work->last[i] <= run->last && i != draft->content_head &&
            is_afterthought(work, i, first, draft->content_head)) {
            run->last = first - 1;
            return;
        }
    }
}

static void sort_runs(struct claims_draft *draft) {
    for (size_t i = 1; i < draft->content.count; i++) { /* a handful of runs */
        struct claims_run run = draft->content.items[i];
        size_t j = i;
        while (j > 0 && draft->content.items[j - 1].first > run.first) {
            draft->content.items[j] = draft->content.items[j - 1];
            j--;
        }
        draft->content.items[j] = run;
    }
}

/* Cuts the cue and the source out of a run that grew over them. */
static void keep_apart(struct claims_draft *draft, struct claims_run out) {
    size_t count = draft->content.count;
    for (size_t i = 0; i < count; i++) {
        struct claims_run *run = &draft->content.items[i];
        if (run->first < out.first && out.first <= run->last) {
            run->last = out.first - 1;
        } else if (out.first <= run->first && run->first <= out.last) {
            run->first = out.last + 1;
        }
    }
}

static bool only_marks(const struct claims_work *work, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++) {
        if (claims_token(work, i)->upos != UPOS_PUNCT) {
            return false;
        }
    }
    return true;
}

void claims_tidy_content(struct claims_work *work, struct claims_draft *draft) {
    keep_apart(draft, draft->cue_run);
    size_t kept = 0;
    for (size_t i = 0; i < draft->content.count; i++) {
        struct claims_run run = draft->content.items[i];
        uint32_t start = claims_start(work, run.last);
        run.first = run.first < start && claims_token(work, run.first)->sentence == claims_token(work, start)->sentence
                        ? start
                        : run.first;
        if (run.first > run.last || !cut_edges(work, &run)) {
            continue;
        }
        cut_afterthought(work, draft, &run);
        take_quotes(work, draft, &run);
        if (cut_edges(work, &run)) {
            draft->content.items[kept++] = run;
        }
    }
    draft->content.count = kept;
    sort_runs(draft);
    kept = 0;
    for (size_t i = 0; i < draft->content.count; i++) {
        struct claims_run run = draft->content.items[i];
        struct claims_run *previous = kept > 0 ? &draft->content.items[kept - 1] : NULL;
        if (previous != NULL && (run.first <= previous->last + 1 || only_marks(work, previous->last + 1, run.first))) {
            previous->last = run.last > previous->last ? run.last : previous->last;
        } else {
            draft->content.items[kept++] = run;
        }
    }
    draft->content.count = kept;
}
