/* Colons and dashes as cues: "Minister: taxes will rise", "Taxes will rise – minister", "SMITH: I never said so." */
#include "base/utf8.h"
#include "claims/work.h"

enum { LONGEST_LABEL = 9 };

static bool is_title(const struct claims_work *work, const struct document_sentence *sentence) {
    if (sentence->block != DOCUMENT_NONE && work->document->blocks.count > sentence->block) {
        return work->document->blocks.items[sentence->block].role == DOCUMENT_TITLE;
    }
    const struct document_token *last = claims_token(work, sentence->first + sentence->count - 1);
    return sentence->first == 0 && !base_slice_is(last->form, ".");
}

/* A name or noun phrase: no verb, no clause. Whether a common noun will do is up to the place. */
static bool is_label(const struct claims_work *work, uint32_t first, uint32_t last, bool names_only, uint32_t *head) {
    bool has_name = false;
    *head = DOCUMENT_NONE;
    for (uint32_t i = first; i <= last; i++) {
        enum document_upos upos = claims_token(work, i)->upos;
        if (upos == UPOS_VERB || upos == UPOS_AUX || upos == UPOS_SCONJ || upos == UPOS_PRON || upos == UPOS_ADV ||
            upos == UPOS_NUM || (names_only && upos != UPOS_PROPN)) {
            return false;
        }
        if (upos == UPOS_PUNCT && (names_only || work->quote_at[i] != DOCUMENT_NONE)) {
            return false;
        }
        uint32_t above = claims_token(work, i)->head;
        if (upos == UPOS_PROPN || upos == UPOS_NOUN) {
            has_name |= upos == UPOS_PROPN;
            if (*head == DOCUMENT_NONE || above == DOCUMENT_NONE || above < first || above > last) {
                *head = i;
            }
        }
    }
    return *head != DOCUMENT_NONE && (has_name || !names_only);
}

static bool has_verb(const struct claims_work *work, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i <= last; i++) {
        if (claims_token(work, i)->upos == UPOS_VERB || claims_token(work, i)->upos == UPOS_AUX) {
            return true;
        }
    }
    return false;
}

static void add_label(struct claims_work *work, const struct claims_cue *cue, uint32_t mark, uint32_t source,
                      struct claims_run source_run, struct claims_run content) {
    struct claims_draft draft = {.cue = cue,
                                 .cue_token = mark,
                                 .cue_run = {mark, mark},
                                 .source = source,
                                 .source_entity = source,
                                 .source_run = source_run,
                                 .addressee = DOCUMENT_NONE,
                                 .content_head = DOCUMENT_NONE,
                                 .has_speech = true};
    for (uint32_t i = content.first; i <= content.last && draft.content_head == DOCUMENT_NONE; i++) {
        uint32_t above = claims_token(work, i)->head;
        bool top = above == DOCUMENT_NONE || above < content.first || above > content.last;
        draft.content_head = top && claims_token(work, i)->upos != UPOS_PUNCT ? i : DOCUMENT_NONE;
    }
    claims_add_run(work, &draft, content);
    BASE_PUSH(work->document->arena, &work->drafts, draft);
}

/* The last token before the next paragraph. */
static uint32_t paragraph_end(const struct claims_work *work, size_t sentence) {
    const struct document_sentence *sentences = work->document->sentences.items;
    size_t last = sentence;
    while (last + 1 < work->document->sentences.count && !sentences[last + 1].starts_paragraph) {
        last++;
    }
    return sentences[last].first + sentences[last].count - 1;
}

static const struct claims_cue *label_cue(const struct claims_work *work, struct base_slice name) {
    const struct claims_cue *cue = claims_first(work->claims, name);
    return cue != NULL && cue->kind == CLAIMS_LABEL ? cue : NULL;
}

static bool find_before_colon(struct claims_work *work, const struct claims_cue *cue, size_t index) {
    const struct document_sentence *sentence = &work->document->sentences.items[index];
    uint32_t end = sentence->first + sentence->count - 1, head;
    bool title = is_title(work, sentence);
    for (uint32_t i = sentence->first + 1; i < end && i <= sentence->first + LONGEST_LABEL; i++) {
        if (base_slice_is(claims_token(work, i)->form, ":")) {
            uint32_t last = title ? end : paragraph_end(work, index);
            if (!is_label(work, sentence->first, i - 1, !title, &head) || !has_verb(work, i + 1, last)) {
                return false;
            }
            add_label(work, cue, i, head, (struct claims_run){sentence->first, i - 1},
                      (struct claims_run){i + 1, last});
            return true;
        }
    }
    return false;
}

static bool is_dash(const struct document_token *token) {
    size_t at = 0;
    uint32_t character = base_utf8_next(token->form, &at);
    return (character == '-' || character == 0x2013 || character == 0x2014 || character == 0x2015) &&
           at == token->form.size;
}

/* Only common nouns: a name behind a dash is the outlet's. */
static void find_after_dash(struct claims_work *work, const struct claims_cue *cue, size_t index) {
    const struct document_sentence *sentence = &work->document->sentences.items[index];
    uint32_t end = sentence->first + sentence->count - 1, head;
    for (uint32_t i = end; i-- > sentence->first + 2 && i + LONGEST_LABEL > end;) {
        const struct document_token *token = claims_token(work, i);
        if (is_dash(token) && token->space_after) {
            if (is_label(work, i + 1, end, false, &head) && claims_token(work, end)->upos == UPOS_NOUN &&
                has_verb(work, sentence->first, i - 1)) {
                add_label(work, cue, i, head, (struct claims_run){i + 1, end},
                          (struct claims_run){sentence->first, i - 1});
            }
            return;
        }
    }
}

/* "I never liked it." – Jane Doe */
static void find_after_quote(struct claims_work *work, const struct claims_cue *cue, const struct claims_quote *quote) {
    uint32_t mark = quote->close + 1, last = mark, count = (uint32_t)work->document->tokens.count;
    if (mark + 1 >= count || !quote->is_speech || quote->attributed || !is_dash(claims_token(work, mark))) {
        return;
    }
    while (last + 1 < count && last - mark < LONGEST_LABEL && claims_token(work, last + 1)->upos == UPOS_PROPN &&
           !(claims_token(work, last + 1)->sentence != claims_token(work, last)->sentence && last > mark)) {
        last++;
    }
    if (last > mark) {
        struct claims_run speech = {quote->open, quote->close};
        add_label(work, cue, mark, mark + 1, (struct claims_run){mark + 1, last}, speech);
    }
}

void claims_find_labels(struct claims_work *work) {
    const struct claims_cue *colon = label_cue(work, BASE_SLICE("colon")), *dash = label_cue(work, BASE_SLICE("dash"));
    for (size_t i = 0; i < work->document->sentences.count; i++) {
        const struct document_sentence *sentence = &work->document->sentences.items[i];
        if (!sentence->starts_paragraph || sentence->count < 4) {
            continue;
        }
        bool found = colon != NULL && find_before_colon(work, colon, i);
        if (!found && dash != NULL && is_title(work, sentence)) {
            find_after_dash(work, dash, i);
        }
    }
    for (size_t i = 0; dash != NULL && i < work->quotes.count; i++) {
        find_after_quote(work, dash, &work->quotes.items[i]);
    }
}
