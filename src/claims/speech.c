/* Quotations that no cue in their own sentence took: they go on from one that was attributed, or follow a colon. */
#include "claims/work.h"

/* The draft whose content or cue lies last before the quotation, in the same paragraph. */
static struct claims_draft *speaker_before(struct claims_work *work, const struct claims_quote *quote) {
    struct claims_draft *best = NULL;
    uint32_t paragraph = work->paragraph_at[claims_token(work, quote->open)->sentence];
    uint32_t best_end = 0;
    uint32_t first_of_paragraph = work->document->sentences.items[claims_token(work, quote->open)->sentence].first;
    for (size_t i = 0; i < work->drafts.count; i++) {
        struct claims_draft *draft = &work->drafts.items[i];
        if (!draft->has_speech || draft->content.count == 0) {
            continue;
        }
        uint32_t end = draft->content.items[draft->content.count - 1].last;
        end = end < draft->cue_run.last ? draft->cue_run.last : end;
        uint32_t its_paragraph = work->paragraph_at[claims_token(work, end)->sentence];
        bool ends_paragraph = end + 2 >= first_of_paragraph; /* but for its full stop */
        bool near =
            its_paragraph == paragraph || (its_paragraph + 1 == paragraph && (quote->goes_on || ends_paragraph));
        if (near && end < quote->open && end >= best_end) {
            best = draft;
            best_end = end;
        }
    }
    return best;
}

static bool is_covered(const struct claims_work *work, const struct claims_quote *quote) {
    for (size_t i = 0; i < work->drafts.count; i++) {
        const struct claims_draft *draft = &work->drafts.items[i];
        bool made_inside = quote->open <= draft->cue_token && draft->cue_token <= quote->close;
        if (made_inside) {
            continue;
        }
        if (claims_content_holds(draft, quote->open + 1) || claims_content_holds(draft, quote->close - 1)) {
            return true;
        }
    }
    return false;
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
    for (size_t i = 0; i < work->quotes.count; i++) {
        struct claims_quote *quote = &work->quotes.items[i];
        if (quote->attributed || quote->is_single || !fills_sentences(work, quote) || is_covered(work, quote)) {
            continue;
        }
        struct claims_draft *draft = speaker_before(work, quote);
        if (draft != NULL) {
            claims_add_run(work, draft, (struct claims_run){quote->open, quote->close});
            quote->attributed = true;
        }
    }
}
