/* Quotations: pairs of marks, over sentences and paragraphs. */
#include "base/utf8.h"
#include "claims/work.h"

enum mark { NO_MARK, STRAIGHT, OPENING, CLOSING, SINGLE_STRAIGHT, SINGLE_OPENING, SINGLE_CLOSING };

static enum mark mark_of(const struct document_token *token) {
    size_t at = 0;
    if (base_slice_is(token->form, "``")) {
        return OPENING;
    }
    if (base_slice_is(token->form, "''")) { /* as Penn has it, or for both ends */
        return STRAIGHT;
    }
    uint32_t character = base_utf8_next(token->form, &at);
    if (at != token->form.size) {
        return NO_MARK;
    }
    switch (character) {
    case '"': return STRAIGHT;
    case 0x201C:
    case 0x201E:
    case 0xAB: return OPENING;
    case 0x201D:
    case 0xBB: return CLOSING;
    case '\'': return token->upos == UPOS_PUNCT ? SINGLE_STRAIGHT : NO_MARK;
    case 0x2018: return SINGLE_OPENING;
    case 0x2019: return token->upos == UPOS_PUNCT ? SINGLE_CLOSING : NO_MARK;
    default: return NO_MARK;
    }
}

/* A straight mark opens where white space, a bracket or nothing stands before it and something right behind it. */
static bool looks_opening(const struct claims_work *work, uint32_t token) {
    struct base_slice text = work->document->text;
    struct document_span span = claims_token(work, token)->span;
    size_t before = span.start, after = span.end;
    bool free_before = before == 0, bound_after = false;
    if (before > 0) {
        uint32_t character = base_utf8_previous(text, &before);
        free_before = base_is_space(character) || character == '(' || character == '[' || character == 0x2014 ||
                      character == 0x2018 || character == '\'';
    }
    if (after < text.size) {
        bound_after = !base_is_space(base_utf8_next(text, &after));
    }
    return free_before && bound_after;
}

static bool starts_paragraph(const struct claims_work *work, uint32_t token) {
    const struct document_sentence *sentence = &work->document->sentences.items[claims_token(work, token)->sentence];
    return sentence->first == token && sentence->starts_paragraph;
}

/* Speech has a verb and some words, or ends as sentences do. */
static bool is_speech(const struct claims_work *work, uint32_t open, uint32_t close, bool closed) {
    uint32_t words = 0, last = closed && close > open ? close - 1 : close;
    bool has_verb = false;
    for (uint32_t i = open + 1; i <= last; i++) {
        enum document_upos upos = claims_token(work, i)->upos;
        words += upos != UPOS_PUNCT;
        has_verb |= upos == UPOS_VERB || upos == UPOS_AUX;
    }
    bool ends = last > open && claims_token(work, last)->upos == UPOS_PUNCT;
    bool begins = claims_token(work, open)->sentence < work->document->sentences.count &&
                  work->document->sentences.items[claims_token(work, open)->sentence].first == open;
    return (has_verb && words >= 3) || words >= 8 || (ends && begins && words > 0);
}

static void add_quote(struct claims_work *work, uint32_t open, uint32_t close, bool closed, bool single, bool goes_on) {
    if (close <= open + 1) {
        return;
    }
    struct claims_quote quote = {.open = open,
                                 .close = close,
                                 .is_single = single,
                                 .goes_on = goes_on,
                                 .is_speech = is_speech(work, open, close, closed)};
    for (uint32_t i = open; i <= close; i++) {
        work->quote_at[i] = (uint32_t)work->quotes.count;
    }
    BASE_PUSH(work->document->arena, &work->quotes, quote);
}

struct state {
    uint32_t open;  /* DOCUMENT_NONE: outside */
    unsigned depth; /* of curly marks within */
    bool goes_on;   /* the one that is open goes on from the paragraph before */
    bool left_open; /* the paragraph before left its quotation open */
};

/* At the end of a paragraph: a quotation that goes on is closed by the next one's opening mark. */
static void end_paragraph(struct claims_work *work, struct state *state, uint32_t next) {
    state->left_open = false;
    if (state->open == DOCUMENT_NONE) {
        return;
    }
    enum mark mark = next < work->document->tokens.count ? mark_of(claims_token(work, next)) : NO_MARK;
    bool goes_on = mark == OPENING || mark == STRAIGHT;
    uint32_t last = next - 1;
    if (!goes_on) { /* a mark was forgotten: believe in it for one sentence only */
        const struct document_sentence *sentence =
            &work->document->sentences.items[claims_token(work, state->open)->sentence];
        last = sentence->first + sentence->count - 1;
    }
    add_quote(work, state->open, last, false, false, state->goes_on);
    state->left_open = goes_on;
    state->open = DOCUMENT_NONE;
    state->depth = 0;
}

static void see_double(struct claims_work *work, struct state *state, uint32_t token, enum mark mark) {
    bool opening = mark == OPENING || (mark == STRAIGHT && looks_opening(work, token));
    if (state->open == DOCUMENT_NONE) {
        bool turned =
            mark == CLOSING && starts_paragraph(work, token); /* a closing mark where only an opening one can be */
        if (opening || mark == STRAIGHT || turned) {
            *state = (struct state){.open = token, .goes_on = state->left_open && starts_paragraph(work, token)};
        }
    } else if (mark == OPENING) {
        state->depth++;
    } else if (mark == STRAIGHT && opening) {
        state->open = token; /* the mark before had no partner */
    } else if (state->depth > 0) {
        state->depth--;
    } else {
        add_quote(work, state->open, token, true, false, state->goes_on);
        state->open = DOCUMENT_NONE;
    }
}

/* Single marks count where no double ones are open, in pairs within a sentence. */
static void see_single(struct claims_work *work, uint32_t token, enum mark mark) {
    if (mark == SINGLE_CLOSING || (mark == SINGLE_STRAIGHT && !looks_opening(work, token))) {
        return;
    }
    const struct document_sentence *sentence = &work->document->sentences.items[claims_token(work, token)->sentence];
    for (uint32_t i = token + 1; i < sentence->first + sentence->count; i++) {
        enum mark other = mark_of(claims_token(work, i));
        if (other == SINGLE_CLOSING || (other == SINGLE_STRAIGHT && !looks_opening(work, i))) {
            add_quote(work, token, i, true, true, false);
            return;
        }
        if (other != NO_MARK) {
            return;
        }
    }
}

void claims_find_quotes(struct claims_work *work) {
    struct state state = {.open = DOCUMENT_NONE};
    uint32_t count = (uint32_t)work->document->tokens.count;
    for (uint32_t i = 0; i < count; i++) {
        work->quote_at[i] = DOCUMENT_NONE;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0 && starts_paragraph(work, i)) {
            end_paragraph(work, &state, i);
        }
        enum mark mark = mark_of(claims_token(work, i));
        if (mark == STRAIGHT || mark == OPENING || mark == CLOSING) {
            see_double(work, &state, i, mark);
        } else if (mark != NO_MARK && state.open == DOCUMENT_NONE && work->quote_at[i] == DOCUMENT_NONE) {
            see_single(work, i, mark);
        }
    }
    if (count > 0) {
        end_paragraph(work, &state, count);
    }
}
