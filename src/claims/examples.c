/* The examples that stand below cues. */
#include "claims/claims.h"
#include "claims/cues.h"
#include "document/tree.h"

/* Pieces of a content are written with " ... " between them. */
static bool is_content(const struct document *document, const struct document_claim *claim, struct base_slice wanted) {
    struct base_slice between = BASE_SLICE(" ... ");
    for (size_t i = 0; i < claim->content_count; i++) {
        struct base_slice piece = document_slice(document, claim->content[i]);
        if (i && base_slice_starts(wanted, between)) {
            wanted = base_slice_part(wanted, between.size, wanted.size);
        }
        if (!base_slice_starts(wanted, piece)) {
            return false;
        }
        wanted = base_slice_part(wanted, piece.size, wanted.size);
    }
    return wanted.size == 0;
}

static bool is_relation(const struct document *document, const struct document_claim *claim,
                        const struct claims_example *example) {
    return base_slice_equal(document_slice(document, claim->cue), example->cue_text) &&
           base_slice_equal(document_slice(document, claim->source_span), example->source) &&
           is_content(document, claim, example->content);
}

/* The last token of that form: a word to be judged stands behind what it is judged by more often than not. */
static uint32_t find_predicate(const struct document *document, struct base_slice form) {
    for (uint32_t i = (uint32_t)document->tokens.count; i-- > 0;) {
        if (base_slice_equal(document_token(document, i)->form, form)) {
            return i;
        }
    }
    return DOCUMENT_NONE;
}

static bool is_judged(const struct claims *claims, const struct document *document,
                      const struct claims_example *example) {
    uint32_t predicate = find_predicate(document, example->predicate);
    if (predicate == DOCUMENT_NONE) {
        return false;
    }
    struct claims_judgement judgement;
    claims_judge(claims, document, predicate, &judgement);
    bool linked = judgement.link_count > 0;
    return judgement.author == example->author && linked == example->has_innermost &&
           (!linked || judgement.links[0].factuality == example->innermost);
}

bool claims_meets(const struct claims *claims, const struct document *document, const struct claims_example *example) {
    if (example->predicate.size > 0) {
        return is_judged(claims, document, example);
    }
    bool met = example->cue_text.size == 0 && document->claims.count == 0;
    for (size_t i = 0; i < document->claims.count && !met; i++) {
        met = is_relation(document, &document->claims.items[i], example);
    }
    return met;
}
