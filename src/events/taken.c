#include "events/taken.h"

enum { CLIMB = 6 }; /* steps from a predicate up to the one whose content it is */

static bool takes_contents(uint8_t type) {
    return type == EVENTS_MOBILIZE || type == EVENTS_AGREE || type == EVENTS_THREATEN || type == EVENTS_REQUEST ||
           type == EVENTS_REJECT;
}

static bool is_content(const struct document *document, uint8_t type, uint32_t token) {
    const struct document_token *t = &document->tokens.items[token];
    switch (t->relation) {
    case REL_CCOMP:
        return type != EVENTS_REJECT;
    case REL_ADVCL:
        return base_slice_is(t->xpos, "VB");
    default:
        return true;
    }
}

void events_take(const struct document *document, const struct events_candidate *candidate, uint32_t *taken) {
    const struct events_match *match = &candidate->match;
    uint32_t number = candidate->frame.predicate + 1;
    for (size_t i = 0; i < match->word_count; i++) {
        if (match->words[i] != candidate->frame.predicate) {
            taken[match->words[i]] = number;
        }
    }
    for (size_t i = 0; takes_contents(match->rule->type) && i < match->content_count; i++) {
        if (match->contents[i] != candidate->frame.predicate &&
            is_content(document, match->rule->type, match->contents[i])) {
            taken[match->contents[i]] = number;
        }
    }
}

/* "To refrain from attacking". */
static bool is_kept_from(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token) {
    return base_slice_is(document->tokens.items[token].xpos, "VBG") &&
           events_class_has(vocabulary->kept, events_marker(document, token, REL_MARK));
}

static uint32_t climb(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token,
                      const uint32_t *taken) {
    for (int step = 0; step < CLIMB && token != DOCUMENT_NONE; step++) {
        if (taken[token]) {
            return taken[token] - 1;
        }
        switch (document->tokens.items[token].relation) {
        case REL_CONJ:
        case REL_XCOMP:
        case REL_OBJ:
        case REL_CCOMP:
        case REL_ADVCL:
            if (document->tokens.items[token].relation == REL_ADVCL && !is_kept_from(document, vocabulary, token)) {
                return DOCUMENT_NONE;
            }
            token = document->tokens.items[token].head;
            break;
        default:
            return DOCUMENT_NONE;
        }
    }
    return DOCUMENT_NONE;
}

uint32_t events_taker(const struct document *document, const struct events_vocabulary *vocabulary,
                      const struct events_candidate *candidate, const uint32_t *taken) {
    uint32_t taker = climb(document, vocabulary, candidate->frame.predicate, taken);
    return taker != DOCUMENT_NONE ? taker : climb(document, vocabulary, candidate->frame.clause, taken);
}
