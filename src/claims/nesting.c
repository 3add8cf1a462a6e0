/* From drafts to claims: in the order of their cues, each within the smallest one that holds it. */
#include <stdlib.h>

#include "claims/work.h"
#include "dates/dates.h"

static bool holds_all(const struct claims_draft *outer, const struct claims_draft *inner) {
    for (size_t i = 0; i < inner->content.count; i++) {
        bool held = false;
        for (size_t j = 0; j < outer->content.count && !held; j++) {
            held = outer->content.items[j].first <= inner->content.items[i].first &&
                   inner->content.items[i].last <= outer->content.items[j].last;
        }
        if (!held) {
            return false;
        }
    }
    return true;
}

/* Cuts the content of a claim that is made inside another's content down to what is said there; false: nothing is. */
static bool clip(const struct claims_work *work, const struct claims_draft *outer, struct claims_draft *inner) {
    BASE_VECTOR(struct claims_run) runs = {0};
    for (size_t i = 0; i < inner->content.count; i++) {
        for (size_t j = 0; j < outer->content.count; j++) {
            struct claims_run a = inner->content.items[i], b = outer->content.items[j];
            struct claims_run both = {a.first > b.first ? a.first : b.first, a.last < b.last ? a.last : b.last};
            if (both.first <= both.last) {
                BASE_PUSH(work->document->arena, &runs, both);
            }
        }
    }
    if (runs.count > 0) {
        memcpy(&inner->content, &runs, sizeof inner->content);
    }
    return runs.count > 0;
}

static uint32_t content_start(const struct claims_draft *draft) {
    return draft->content.items[0].first;
}

static uint32_t content_end(const struct claims_draft *draft) {
    return draft->content.items[draft->content.count - 1].last;
}

static int by_cue(const void *a, const void *b) {
    const struct claims_draft *x = a, *y = b;
    return (x->cue_run.first > y->cue_run.first) - (x->cue_run.first < y->cue_run.first);
}

/* Made inside the other's content, about something inside it? */
static bool is_made_in(const struct claims_draft *outer, const struct claims_draft *inner) {
    return claims_content_holds(outer, inner->cue_token) &&
           claims_content_holds(outer,
                                inner->content_head == DOCUMENT_NONE ? content_start(inner) : inner->content_head);
}

struct order {
    uint32_t start, end, draft;
};

static int by_content(const void *a, const void *b) {
    const struct order *x = a, *y = b;
    if (x->start != y->start) {
        return x->start < y->start ? -1 : 1;
    }
    return x->end != y->end ? (x->end > y->end ? -1 : 1) : (x->draft > y->draft) - (x->draft < y->draft);
}

static void note_holder(struct document *document, const struct claims_draft *draft, uint32_t index) {
    for (size_t i = 0; i < draft->content.count; i++) {
        for (uint32_t t = draft->content.items[i].first; t <= draft->content.items[i].last; t++) {
            document->claim_at[t] = index;
        }
    }
}

/* Sweeps over the contents from left to right, with a list of those that are still open. */
static void nest(struct claims_work *work, struct document *document, uint32_t *within) {
    struct claims_draft *drafts = work->drafts.items;
    uint32_t count = (uint32_t)work->drafts.count;
    struct order *order = base_arena_array(work->document->arena, count, sizeof *order);
    uint32_t *open = base_arena_array(work->document->arena, count, sizeof *open);
    size_t open_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        within[i] = DOCUMENT_NONE;
        order[i] = (struct order){content_start(&drafts[i]), content_end(&drafts[i]), i};
    }
    qsort(order, count, sizeof *order, by_content);
    for (uint32_t k = 0; k < count; k++) {
        struct claims_draft *inner = &drafts[order[k].draft];
        size_t kept = 0;
        for (size_t i = 0; i < open_count; i++) {
            if (content_end(&drafts[open[i]]) >= order[k].start) {
                open[kept++] = open[i];
            }
        }
        open_count = kept;
        for (size_t i = open_count; i-- > 0;) { /* the latest opened is the smallest */
            if (is_made_in(&drafts[open[i]], inner) &&
                (holds_all(&drafts[open[i]], inner) || clip(work, &drafts[open[i]], inner))) {
                within[order[k].draft] = open[i];
                break;
            }
        }
        open[open_count++] = order[k].draft;
        note_holder(document, inner, order[k].draft);
    }
}

static enum document_form form_of(const struct claims_work *work, const struct claims_draft *draft) {
    size_t inside = 0, outside = 0;
    for (size_t i = 0; i < draft->content.count; i++) {
        for (uint32_t t = draft->content.items[i].first; t <= draft->content.items[i].last; t++) {
            uint32_t at = work->quote_at[t];
            bool quoted = at != DOCUMENT_NONE && !(work->quotes.items[at].open <= draft->cue_token &&
                                                   draft->cue_token <= work->quotes.items[at].close);
            if (claims_token(work, t)->upos != UPOS_PUNCT) {
                *(quoted ? &inside : &outside) += 1;
            }
        }
    }
    return inside == 0 ? DOCUMENT_INDIRECT : outside == 0 ? DOCUMENT_DIRECT : DOCUMENT_MIXED;
}

static uint32_t mention_of(const struct claims_work *work, uint32_t token) {
    return token == DOCUMENT_NONE || work->document->mention_at == NULL ? DOCUMENT_NONE
                                                                        : work->document->mention_at[token];
}

static void write_claim(const struct claims_work *work, struct document *document, const struct claims_draft *draft,
                        uint32_t within) {
    const struct claims_cue *cue = draft->cue;
    struct document_claim *claim = BASE_GROW(document->arena, &document->claims);
    claim->source = mention_of(work, draft->source_entity);
    bool told = draft->addressee != DOCUMENT_NONE && claims_can_be_told(work, draft->addressee);
    claim->addressee = told ? mention_of(work, draft->addressee) : DOCUMENT_NONE;
    if (draft->source != DOCUMENT_NONE) {
        claim->source_span = document_tokens_span(document, draft->source_run.first, draft->source_run.last);
    }
    claim->cue = document_tokens_span(document, draft->cue_run.first, draft->cue_run.last);
    claim->cue_token = draft->cue_token;
    claim->content = base_arena_array(document->arena, draft->content.count, sizeof *claim->content);
    claim->content_count = draft->content.count;
    for (size_t i = 0; i < draft->content.count; i++) {
        claim->content[i] = document_tokens_span(document, draft->content.items[i].first, draft->content.items[i].last);
    }
    claim->content_head = draft->content_head;
    claim->form = form_of(work, draft);
    claim->stance = cue->stance;
    claim->factuality = draft->negated ? cue->negated : cue->factuality;
    claim->date = dates_of_predicate(document, draft->cue_token);
    claim->within = within;
    claim->retracts = DOCUMENT_NONE;
    claim->rule = cue->origin;
}

/* "it", "this", or a noun for what somebody said ("the report") with nothing of its own to say. */
static bool points_back(const struct claims_work *work, const struct claims_draft *draft) {
    if (draft->content_head == DOCUMENT_NONE || draft->cue->stance != DOCUMENT_DENIES) {
        return false;
    }
    const struct document_token *head = claims_token(work, draft->content_head);
    if (head->upos == UPOS_PRON) {
        return document_has_feature(head, "Gender=Neut") || document_has_feature(head, "PronType=Dem");
    }
    return head->upos == UPOS_NOUN && claims_entry(work, draft->content_head, CLAIMS_NOUN) != NULL;
}

/* A denial takes back the last thing that somebody else said before it. */
static void tie_denials(struct claims_work *work) {
    enum { SENTENCES_BACK = 4 };
    struct document_claim *claims = work->document->claims.items;
    for (uint32_t i = 0; i < work->drafts.count; i++) {
        const struct claims_draft *draft = &work->drafts.items[i];
        if (!points_back(work, draft)) {
            continue;
        }
        uint32_t sentence = claims_token(work, draft->cue_token)->sentence;
        for (uint32_t k = i; k-- > 0;) {
            uint32_t its_sentence = claims_token(work, work->drafts.items[k].cue_token)->sentence;
            if (its_sentence + SENTENCES_BACK < sentence) {
                break;
            }
            bool same_source = claims[k].source != DOCUMENT_NONE && claims[i].source != DOCUMENT_NONE &&
                               work->document->mentions.items[claims[k].source].entity ==
                                   work->document->mentions.items[claims[i].source].entity;
            if (its_sentence < sentence && !same_source && claims[k].stance != DOCUMENT_DENIES) {
                claims[i].retracts = k;
                break;
            }
        }
    }
}

/* Who passes on what another said commits to nothing of it (the newspaper that "reported that officials said"). */
static void weaken_messengers(struct document *document) {
    for (size_t i = 0; i < document->claims.count; i++) {
        const struct document_claim *inner = &document->claims.items[i];
        if (inner->within != DOCUMENT_NONE) {
            struct document_claim *outer = &document->claims.items[inner->within];
            if (outer->content_head == inner->cue_token && outer->stance == DOCUMENT_REPORTS) {
                outer->factuality = DOCUMENT_UU;
            }
        }
    }
}

void claims_write(struct claims_work *work, struct document *document) {
    struct claims_draft *drafts = work->drafts.items;
    size_t kept = 0;
    for (size_t i = 0; i < work->drafts.count; i++) {
        if (drafts[i].content.count > 0) {
            drafts[kept++] = drafts[i];
        }
    }
    work->drafts.count = kept;
    for (size_t i = 0; i < document->tokens.count; i++) {
        document->claim_at[i] = DOCUMENT_NONE;
    }
    if (kept == 0) {
        return;
    }
    qsort(drafts, kept, sizeof *drafts, by_cue);
    uint32_t *within = base_arena_array(work->document->arena, kept, sizeof *within);
    nest(work, document, within);
    for (size_t i = 0; i < kept; i++) {
        write_claim(work, document, &drafts[i], within[i]);
    }
    tie_denials(work);
    weaken_messengers(document);
}
