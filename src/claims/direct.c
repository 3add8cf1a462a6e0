/* Direct speech: which quotation a verb speaks of, by where they stand. */
#include "claims/frames.h"

static void claims_add_quote(struct claims_work *work, struct claims_draft *draft, uint32_t at) {
    struct claims_quote *quote = &work->quotes.items[at];
    quote->attributed = draft->has_speech = true;
    claims_add_run(work, draft, (struct claims_run){quote->open, quote->close});
    if (draft->content_head == DOCUMENT_NONE) {
        for (uint32_t i = quote->open; i <= quote->close; i++) {
            uint32_t head = claims_token(work, i)->head;
            if (claims_token(work, i)->upos != UPOS_PUNCT &&
                (head == DOCUMENT_NONE || head < quote->open || head > quote->close)) {
                draft->content_head = i;
                break;
            }
        }
    }
}

/* A verb between a cue and a quotation takes the quotation, unless it is a mere participle ("said, pointing at him, ..."). */
static bool speaks_for_itself(const struct claims_work *work, uint32_t token) {
    if (claims_token(work, token)->upos != UPOS_VERB) {
        return false;
    }
    const struct claims_cue *cue = claims_entry(work, token, CLAIMS_VERB);
    return !base_slice_is(claims_token(work, token)->xpos, "VBG") || (cue != NULL && (cue->frames & CLAIMS_QUOTE) != 0);
}

/* The quotation that begins soon after the token, with no other verb before it. */
static uint32_t quote_after(const struct claims_work *work, uint32_t token) {
    enum { REACH = 25 };
    const struct document_sentence *sentence = &work->document->sentences.items[claims_token(work, token)->sentence];
    for (uint32_t i = token + 1; i < sentence->first + sentence->count && i < token + REACH; i++) {
        uint32_t at = work->quote_at[i];
        if (at != DOCUMENT_NONE) {
            const struct claims_quote *quote = &work->quotes.items[at];
            return quote->open == i && (quote->is_speech || i == token + 1) ? at : DOCUMENT_NONE;
        }
        if (speaks_for_itself(work, i)) {
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
    const struct document_sentence *sentence = &work->document->sentences.items[claims_token(work, verb)->sentence];
    for (uint32_t i = verb; i-- > sentence->first && i + REACH > verb;) {
        if (work->quote_at[i] != DOCUMENT_NONE) {
            const struct claims_quote *quote = &work->quotes.items[work->quote_at[i]];
            return quote->is_speech && quote->close == i ? work->quote_at[i] : DOCUMENT_NONE;
        }
    }
    return DOCUMENT_NONE;
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

bool claims_try_quote(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                      const struct claims_arguments *a) {
    if ((draft->cue->frames & CLAIMS_QUOTE) == 0 || work->quote_at[verb] != DOCUMENT_NONE) {
        return false;
    }
    uint32_t quote = quote_beside(work, verb);
    if (quote == DOCUMENT_NONE || work->quotes.items[quote].attributed) {
        return false;
    }
    draft->addressee = a->indirect != DOCUMENT_NONE ? a->indirect : a->object;
    claims_add_quote(work, draft, quote);
    add_rest(work, draft, &work->quotes.items[quote]);
    return true;
}

/* The quotation right before the cue and its subject is what is said, whatever else hangs from the cue. */
bool claims_try_quote_before(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                             const struct claims_arguments *a) {
    if ((draft->cue->frames & CLAIMS_QUOTE) == 0 || work->quote_at[verb] != DOCUMENT_NONE ||
        base_slice_is(claims_token(work, verb)->xpos, "VB")) {
        return false;
    }
    uint32_t quote = claims_quote_before(work, draft);
    if (quote == DOCUMENT_NONE || work->quotes.items[quote].attributed) {
        return false;
    }
    draft->addressee = a->indirect != DOCUMENT_NONE ? a->indirect : a->object;
    claims_add_quote(work, draft, quote);
    uint32_t next = quote_after(work, draft->cue_run.last); /* "...," he said, "..." */
    if (next != DOCUMENT_NONE && !work->quotes.items[next].attributed) {
        claims_add_quote(work, draft, next);
    }
    return true;
}

/* 'He said: "...' and 'He said, "...', too. */
bool claims_try_quote_right_after(struct claims_work *work, struct claims_draft *draft, uint32_t verb,
                                  const struct claims_arguments *a) {
    uint32_t next = draft->cue_run.last + 1;
    if (next + 1 >= work->document->tokens.count || claims_token(work, next)->upos != UPOS_PUNCT) {
        return false;
    }
    uint32_t at = work->quote_at[next] == DOCUMENT_NONE ? work->quote_at[next + 1] : work->quote_at[next];
    if (at == DOCUMENT_NONE || work->quotes.items[at].open > next + 1 || work->quotes.items[at].open < next ||
        !work->quotes.items[at].is_speech) {
        return false;
    }
    return claims_try_quote(work, draft, verb, a);
}
