/* Quotations, as their marks show them, and who speaks in them, as the tree shows it. */
#include "actors/resolver.h"
#include "base/utf8.h"

enum mark { NO_MARK, OPENS, CLOSES, EITHER };

static enum mark mark_of(struct base_slice form) {
    size_t at = 0;
    uint32_t c = form.size ? base_utf8_next(form, &at) : 0;
    if (at != form.size) {
        return base_slice_is(form, "``") ? OPENS : base_slice_is(form, "''") ? CLOSES : NO_MARK;
    }
    return c == '"' ? EITHER : c == 0x201C || c == 0x00AB ? OPENS : c == 0x201D || c == 0x00BB ? CLOSES : NO_MARK;
}

void actors_find_quotations(struct actors_resolver *r) {
    uint32_t count = (uint32_t)r->document->tokens.count, quote = 0;
    bool open = false;
    r->quote_at = base_arena_array(r->arena, count, sizeof *r->quote_at);
    for (uint32_t at = 0; at < count; at++) {
        const struct document_sentence *sentence = &r->document->sentences.items[actors_token(r, at)->sentence];
        bool paragraph = sentence->first == at && sentence->starts_paragraph;
        enum mark mark = mark_of(actors_token(r, at)->form);
        bool goes_on = paragraph && open && mark != NO_MARK; /* not closed before, as the next paragraph goes on with it */
        open = open && !paragraph;
        bool opens = mark == OPENS || (mark == EITHER && !open);
        quote += opens && !goes_on;
        open = opens || (open && mark != CLOSES && mark != EITHER);
        r->quote_at[at] = open ? quote : DOCUMENT_NONE;
    }
}

static uint32_t entity_of_subject(const struct actors_resolver *r, uint32_t verb) {
    uint32_t subject = document_child(r->document, verb, REL_NSUBJ);
    uint32_t number = subject == DOCUMENT_NONE ? DOCUMENT_NONE : r->phrase_at[subject];
    bool outside = number != DOCUMENT_NONE && r->quote_at[subject] == DOCUMENT_NONE;
    return outside ? r->phrases.items[number].entity : DOCUMENT_NONE;
}

/* Who speaks in a report that hangs from a word of the quotation. */
static uint32_t speaker_below(const struct actors_resolver *r, uint32_t top, uint32_t quote) {
    for (DOCUMENT_CHILDREN(r->document, child, top)) {
        if (actors_token(r, child)->relation == REL_PARATAXIS && r->quote_at[child] != quote) {
            uint32_t entity = entity_of_subject(r, child);
            if (entity != DOCUMENT_NONE) {
                return entity;
            }
        }
    }
    return DOCUMENT_NONE;
}

/* Up from a quoted word to the first word outside that has a subject outside; or a report below the top of the
 * quotation, or below a clause that is joined to it. */
static uint32_t speaker_in_sentence(const struct actors_resolver *r, uint32_t token) {
    uint32_t quote = r->quote_at[token], top = token;
    for (uint32_t at = token; at != DOCUMENT_NONE; at = actors_token(r, at)->head) {
        top = at;
        uint32_t entity = r->quote_at[at] == DOCUMENT_NONE ? entity_of_subject(r, at) : DOCUMENT_NONE;
        if (entity != DOCUMENT_NONE) {
            return entity;
        }
    }
    uint32_t entity = speaker_below(r, top, quote);
    for (DOCUMENT_CHILDREN(r->document, child, top)) {
        enum document_relation relation = actors_token(r, child)->relation;
        bool joined = (relation == REL_CONJ || relation == REL_PARATAXIS) && r->quote_at[child] == quote;
        entity = entity == DOCUMENT_NONE && joined ? speaker_below(r, child, quote) : entity;
    }
    return entity;
}

enum { SENTENCES_OFF = 6 };

/* The first token of the sentence that stands in a quotation, in the given one where that is not DOCUMENT_NONE. */
static uint32_t quoted_in(const struct actors_resolver *r, uint32_t number, uint32_t quote) {
    const struct document_sentence *sentence = &r->document->sentences.items[number];
    for (uint32_t at = sentence->first; at < sentence->first + sentence->count; at++) {
        if (r->quote_at[at] != DOCUMENT_NONE && (quote == DOCUMENT_NONE || r->quote_at[at] == quote)) {
            return at;
        }
    }
    return DOCUMENT_NONE;
}

/* "I went. I saw," said Smith: of several sentences in one pair of marks the last tells who speaks. */
static uint32_t speaker_behind(const struct actors_resolver *r, uint32_t token) {
    uint32_t number = actors_token(r, token)->sentence, quote = r->quote_at[token];
    for (uint32_t next = number + 1; next < r->document->sentences.count && next <= number + SENTENCES_OFF; next++) {
        uint32_t at = quoted_in(r, next, quote);
        uint32_t entity = at == DOCUMENT_NONE ? DOCUMENT_NONE : speaker_in_sentence(r, at);
        if (entity != DOCUMENT_NONE || at == DOCUMENT_NONE) {
            return entity;
        }
    }
    return DOCUMENT_NONE;
}

/* A sentence that is all quotation goes on with the speaker of the one before, in the same paragraph or the same marks. */
static uint32_t speaker_before(const struct actors_resolver *r, uint32_t token) {
    for (unsigned back = 0; back < SENTENCES_OFF; back++) {
        uint32_t number = actors_token(r, token)->sentence, quote = r->quote_at[token];
        const struct document_sentence *sentence = &r->document->sentences.items[number];
        if (number == 0) {
            return DOCUMENT_NONE;
        }
        token = quoted_in(r, number - 1, sentence->starts_paragraph ? quote : DOCUMENT_NONE);
        uint32_t entity = token == DOCUMENT_NONE ? DOCUMENT_NONE : speaker_in_sentence(r, token);
        if (entity != DOCUMENT_NONE || token == DOCUMENT_NONE) {
            return entity;
        }
    }
    return DOCUMENT_NONE;
}

uint32_t actors_speaker(const struct actors_resolver *r, uint32_t token) {
    if (r->quote_at[token] == DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    uint32_t entity = speaker_in_sentence(r, token);
    entity = entity == DOCUMENT_NONE ? speaker_behind(r, token) : entity;
    return entity == DOCUMENT_NONE ? speaker_before(r, token) : entity;
}
