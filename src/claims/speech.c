/* Quotations that no cue in their own sentence took: they go on from one that was attributed just before. */
#include "claims/work.h"

struct speaker {
    uint32_t draft, next; /* the next one of the same paragraph, or DOCUMENT_NONE */
};

/* Speech by the paragraphs that it ends in: lists, the latest added first. */
struct speakers {
    uint32_t *first; /* a paragraph: its first one in `all`, or DOCUMENT_NONE */
    BASE_VECTOR(struct speaker) all;
};

static uint32_t end_of(const struct claims_draft *draft) {
    uint32_t end = draft->content.items[draft->content.count - 1].last;
    return end < draft->cue_run.last ? draft->cue_run.last : end;
}

static uint32_t paragraph_of(const struct claims_work *work, uint32_t token) {
    return work->paragraph_at[claims_token(work, token)->sentence];
}

static void add_speaker(const struct claims_work *work, struct speakers *speakers, uint32_t draft) {
    uint32_t paragraph = paragraph_of(work, end_of(&work->drafts.items[draft]));
    uint32_t first = speakers->first[paragraph];
    if (first != DOCUMENT_NONE && speakers->all.items[first].draft == draft) {
        return;
    }
    BASE_PUSH(work->document->arena, &speakers->all, ((struct speaker){draft, first}));
    speakers->first[paragraph] = (uint32_t)speakers->all.count - 1;
}

static struct speakers list_speakers(const struct claims_work *work) {
    size_t paragraphs = work->document->sentences.count + 1;
    struct speakers speakers = {.first = base_arena_array(work->document->arena, paragraphs, sizeof *speakers.first)};
    for (size_t i = 0; i < paragraphs; i++) {
        speakers.first[i] = DOCUMENT_NONE;
    }
    for (uint32_t i = 0; i < work->drafts.count; i++) {
        const struct claims_draft *draft = &work->drafts.items[i];
        bool tells = draft->cue->kind == CLAIMS_VERB && (draft->cue->frames & CLAIMS_QUOTE) &&
                     draft->cue->stance == DOCUMENT_REPORTS && draft->source != DOCUMENT_NONE;
        if ((draft->has_speech || tells) && draft->content.count > 0) {
            add_speaker(work, &speakers, i);
        }
    }
    return speakers;
}

/* The latest speech of the paragraph that ends in [from, before); DOCUMENT_NONE: none. */
static uint32_t latest(const struct claims_work *work, const struct speakers *speakers, uint32_t paragraph,
                       uint32_t from, uint32_t before) {
    enum { MOST = 1000 }; /* no paragraph of sense has more */
    uint32_t best = DOCUMENT_NONE, best_end = 0, looked = 0;
    for (uint32_t i = speakers->first[paragraph]; i != DOCUMENT_NONE && looked++ < MOST;
         i = speakers->all.items[i].next) {
        uint32_t end = end_of(&work->drafts.items[speakers->all.items[i].draft]);
        if (end >= from && end < before && end >= best_end) {
            best = speakers->all.items[i].draft;
            best_end = end;
        }
    }
    return best;
}

/* In the same paragraph; else at the end of the one before, or where that one's quotation was left open. */
static uint32_t speaker_before(const struct claims_work *work, const struct speakers *speakers,
                               const struct claims_quote *quote) {
    uint32_t paragraph = paragraph_of(work, quote->open);
    uint32_t found = latest(work, speakers, paragraph, 0, quote->open);
    if (found == DOCUMENT_NONE && paragraph > 0) {
        uint32_t sentence = claims_token(work, quote->open)->sentence; /* the one before may end in who speaks */
        uint32_t from = quote->goes_on || sentence == 0 ? 0 : work->document->sentences.items[sentence - 1].first;
        found = latest(work, speakers, paragraph - 1, from, quote->open);
    }
    return found;
}

/* Quotations at whose ends somebody outside of them has content. */
static bool *find_covered(const struct claims_work *work) {
    bool *covered = base_arena_array(work->document->arena, work->quotes.count + 1, sizeof *covered);
    for (size_t i = 0; i < work->drafts.count; i++) {
        const struct claims_draft *draft = &work->drafts.items[i];
        for (size_t r = 0; r < draft->content.count; r++) {
            for (uint32_t t = draft->content.items[r].first; t <= draft->content.items[r].last; t++) {
                uint32_t at = work->quote_at[t];
                if (at != DOCUMENT_NONE && at != work->quote_at[draft->cue_token]) {
                    const struct claims_quote *quote = &work->quotes.items[at];
                    covered[at] |= t == quote->open + 1 || t + 1 == quote->close;
                }
            }
        }
    }
    return covered;
}

/* Does the quotation stand alone between the ends of sentences? */
static bool fills_sentences(const struct claims_work *work, const struct claims_quote *quote) {
    const struct document_sentence *sentences = work->document->sentences.items;
    const struct document_sentence *first = &sentences[claims_token(work, quote->open)->sentence];
    const struct document_sentence *last = &sentences[claims_token(work, quote->close)->sentence];
    uint32_t end = last->first + last->count - 1;
    while (end > quote->close && claims_token(work, end)->upos == UPOS_PUNCT) {
        end--;
    }
    return first->first == quote->open && end == quote->close;
}

void claims_attach_speech(struct claims_work *work) {
    struct speakers speakers = list_speakers(work);
    const bool *covered = find_covered(work);
    for (size_t i = 0; i < work->quotes.count; i++) {
        struct claims_quote *quote = &work->quotes.items[i];
        if (quote->attributed || quote->is_single || covered[i] || !fills_sentences(work, quote)) {
            continue;
        }
        uint32_t speaker = speaker_before(work, &speakers, quote);
        if (speaker != DOCUMENT_NONE) {
            claims_add_run(work, &work->drafts.items[speaker], (struct claims_run){quote->open, quote->close});
            add_speaker(work, &speakers, speaker);
            quote->attributed = true;
        }
    }
}
