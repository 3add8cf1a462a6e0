#include "claims/claims.h"

#include "claims/work.h"

enum sayso_status claims_open(const struct model *model, struct base_arena *arena, const struct claims **out,
                              struct sayso_error *error) {
    struct claims *claims = base_arena_take(arena, sizeof *claims);
    const struct model_part *part;
    size_t index = 0;
    while ((part = model_next(model, ".cues", &index)) != NULL) {
        enum sayso_status status = claims_load(claims, arena, part->name, part->bytes, part->layer > 0, error);
        if (status != SAYSO_OK) {
            return status;
        }
    }
    *out = claims;
    return SAYSO_OK;
}

static void number_paragraphs(struct claims_work *work) {
    uint32_t paragraph = 0;
    for (size_t s = 0; s < work->document->sentences.count; s++) {
        paragraph += work->document->sentences.items[s].starts_paragraph;
        work->paragraph_at[s] = paragraph;
    }
}

static void find_cues(struct claims_work *work) {
    for (uint32_t i = 0; i < work->document->tokens.count; i++) {
        size_t before = work->drafts.count;
        if (claims_token(work, i)->upos == UPOS_VERB ||
            base_slice_starts(claims_token(work, i)->xpos, BASE_SLICE("VB"))) {
            claims_find_verb(work, i);
        }
        if (work->drafts.count == before) {
            claims_find_nominal(work, i);
        }
        if (work->drafts.count == before && base_slice_starts(claims_token(work, i)->xpos, BASE_SLICE("N"))) {
            claims_find_misread(work, i);
        }
    }
}

static void tidy_all(struct claims_work *work) {
    for (size_t i = 0; i < work->drafts.count; i++) {
        struct claims_draft *draft = &work->drafts.items[i];
        claims_tidy_content(work, draft);
        for (size_t r = 0; r < draft->content.count; r++) {
            struct claims_run run = draft->content.items[r];
            for (uint32_t t = run.first; t <= run.last; t++) {
                uint32_t at = work->quote_at[t];
                if (at != DOCUMENT_NONE && work->quotes.items[at].open >= run.first &&
                    work->quotes.items[at].close <= run.last) {
                    work->quotes.items[at].attributed = true;
                    draft->has_speech |= work->quotes.items[at].is_speech;
                    t = work->quotes.items[at].close;
                }
            }
        }
    }
}

void claims_find(const struct claims *claims, struct document *document) {
    size_t count = document->tokens.count;
    struct claims_work work = {.claims = claims, .document = document};
    work.first = base_arena_array(document->arena, count, sizeof *work.first);
    work.last = base_arena_array(document->arena, count, sizeof *work.last);
    work.enter = base_arena_array(document->arena, count, sizeof *work.enter);
    work.leave = base_arena_array(document->arena, count, sizeof *work.leave);
    work.quote_at = base_arena_array(document->arena, count, sizeof *work.quote_at);
    work.paragraph_at = base_arena_array(document->arena, document->sentences.count, sizeof *work.paragraph_at);
    work.start_of = base_arena_array(document->arena, document->sentences.count, sizeof *work.start_of);
    document->claim_at = base_arena_array(document->arena, count, sizeof *document->claim_at);
    claims_walk_trees(&work);
    number_paragraphs(&work);
    claims_find_datelines(&work);
    claims_find_quotes(&work);
    find_cues(&work);
    claims_share_sources(&work);
    claims_find_labels(&work);
    tidy_all(&work);
    claims_attach_speech(&work);
    tidy_all(&work);
    claims_write(&work, document);
}
