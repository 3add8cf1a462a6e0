#include "claims/work.h"

/* Comes in at `token` and goes on to its first child, or out as far as there is nothing left to visit. */
void claims_walk_trees(struct claims_work *work) {
    const struct document *document = work->document;
    size_t count = document->tokens.count;
    uint32_t time = 0;
    for (size_t s = 0; s < document->sentences.count; s++) {
        const struct document_sentence *sentence = &document->sentences.items[s];
        for (uint32_t root = sentence->first; root < sentence->first + sentence->count; root++) {
            if (claims_token(work, root)->head != DOCUMENT_NONE) {
                continue;
            }
            uint32_t at = root;
            work->first[at] = work->last[at] = at;
            work->enter[at] = time++;
            while (at != DOCUMENT_NONE) {
                uint32_t next = claims_token(work, at)->first_child;
                while (next == DOCUMENT_NONE) {
                    work->leave[at] = time;
                    uint32_t head = at == root ? DOCUMENT_NONE : claims_token(work, at)->head;
                    if (head == DOCUMENT_NONE) {
                        break;
                    }
                    work->first[head] = work->first[at] < work->first[head] ? work->first[at] : work->first[head];
                    work->last[head] = work->last[at] > work->last[head] ? work->last[at] : work->last[head];
                    next = claims_token(work, at)->next_sibling;
                    at = head;
                }
                if (next != DOCUMENT_NONE && next < count) {
                    work->first[next] = work->last[next] = next;
                    work->enter[next] = time++;
                }
                at = next;
            }
        }
    }
}

uint32_t claims_case_of(const struct claims_work *work, uint32_t token) {
    return document_child(work->document, token, REL_CASE);
}

bool claims_is_infinitive(const struct claims_work *work, uint32_t token) {
    for (DOCUMENT_CHILDREN(work->document, child, token)) {
        const struct document_token *t = claims_token(work, child);
        if ((t->relation == REL_MARK || t->relation == REL_AUX) && base_slice_is(t->xpos, "TO")) {
            return true;
        }
    }
    return false;
}

bool claims_has_case(const struct base_slice *cases, struct base_slice lemma) {
    for (size_t i = 0; i < CLAIMS_CASES && cases[i].size > 0; i++) {
        if (base_slice_equal_nocase(cases[i], lemma)) {
            return true;
        }
    }
    return false;
}

/* Kinds whose words stand side by side. */
static bool is_run(enum claims_kind kind) {
    return kind == CLAIMS_PREPOSITION || kind == CLAIMS_ADVERB || kind == CLAIMS_MARK || kind == CLAIMS_CONCESSION ||
           kind == CLAIMS_NEGATION;
}

/* The words after the first follow it within a short stretch and hang below it; those of a preposition follow at once. */
bool claims_matches_words(const struct claims_work *work, uint32_t token, const struct claims_cue *cue,
                          uint32_t *last_word) {
    enum { REACH = 5 };
    uint32_t at = token;
    *last_word = token;
    for (unsigned i = 1; i < cue->word_count; i++) {
        uint32_t limit = is_run(cue->kind) ? at + 2 : token + REACH + 1;
        for (at++;; at++) {
            if (at >= limit || at >= work->document->tokens.count ||
                claims_token(work, at)->sentence != claims_token(work, token)->sentence) {
                return false;
            }
            const struct document_token *t = claims_token(work, at);
            bool same =
                base_slice_equal_nocase(t->lemma, cue->words[i]) || base_slice_equal_nocase(t->form, cue->words[i]);
            if (same && (is_run(cue->kind) || claims_is_below(work, at, token))) {
                break;
            }
        }
        *last_word = at;
    }
    return true;
}

static const struct claims_cue *first_by_form(const struct claims_work *work, const struct document_token *token) {
    char lower[32];
    if (token->form.size > sizeof lower) {
        return NULL;
    }
    for (size_t i = 0; i < token->form.size; i++) {
        char c = token->form.data[i];
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
    }
    struct base_slice form = {lower, token->form.size};
    return base_slice_equal(form, token->lemma) ? NULL : claims_first(work->claims, form);
}

const struct claims_cue *claims_lookup(const struct claims_work *work, uint32_t token, struct claims_lookup *state) {
    enum { BY_LEMMA, BY_FORM, DONE };
    while (state->next == NULL && state->stage != DONE) {
        const struct document_token *t = claims_token(work, token);
        state->next = state->stage == BY_LEMMA ? claims_first(work->claims, t->lemma) : first_by_form(work, t);
        state->stage++;
    }
    const struct claims_cue *found = state->next;
    state->next = found == NULL ? NULL : claims_next(work->claims, found);
    return found;
}

const struct claims_cue *claims_entry(const struct claims_work *work, uint32_t token, enum claims_kind kind) {
    struct claims_lookup lookup = {0};
    const struct claims_cue *cue;
    while ((cue = claims_lookup(work, token, &lookup)) != NULL) {
        uint32_t last;
        if (cue->kind == kind && claims_matches_words(work, token, cue, &last)) {
            return cue;
        }
    }
    return NULL;
}

static bool is_negation(const struct claims_work *work, uint32_t token) {
    const struct claims_cue *cue = claims_entry(work, token, CLAIMS_NEGATION);
    return cue != NULL && cue->factuality == DOCUMENT_CT_MINUS;
}

static bool has_negation(const struct claims_work *work, uint32_t token, enum document_relation relation) {
    for (DOCUMENT_CHILDREN(work->document, below, token)) {
        if (claims_token(work, below)->relation == relation && is_negation(work, below)) {
            return true;
        }
    }
    return false;
}

bool claims_negates(const struct claims_work *work, uint32_t child) {
    switch (claims_token(work, child)->relation) {
    case REL_ADVMOD: return is_negation(work, child) || has_negation(work, child, REL_ADVMOD); /* "no longer" */
    case REL_DET:
    case REL_CC: /* "nor did they leave" */
    case REL_CC_PRECONJ:
    case REL_MARK:
    case REL_CASE: return is_negation(work, child);
    case REL_NSUBJ:
    case REL_NSUBJ_PASS:
    case REL_OBJ:
        return is_negation(work, child) || has_negation(work, child, REL_DET) ||
               has_negation(work, child, REL_CC_PRECONJ);
    default: return false;
    }
}

bool claims_is_negated(const struct claims_work *work, uint32_t token) {
    for (DOCUMENT_CHILDREN(work->document, child, token)) {
        if (claims_negates(work, child)) {
            return true;
        }
    }
    return false;
}
