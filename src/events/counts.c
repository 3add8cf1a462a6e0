#include "events/counts.h"

enum { UNKNOWN = -1, LARGEST = 100000000 };

/* "1,200" and "12"; UNKNOWN for "12.5" and words. */
static int32_t figures(struct base_slice form) {
    int64_t value = 0;
    for (size_t i = 0; i < form.size; i++) {
        if (form.data[i] >= '0' && form.data[i] <= '9') {
            value = value * 10 + (form.data[i] - '0');
        } else if (form.data[i] != ',') {
            return UNKNOWN;
        }
        if (value > LARGEST) {
            return UNKNOWN;
        }
    }
    return form.size ? (int32_t)value : UNKNOWN;
}

static int32_t word(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token) {
    struct base_slice lemma = document->tokens.items[token].lemma;
    uint32_t value = vocabulary->number ? base_map_get(&vocabulary->number->items, lemma) : BASE_MAP_NONE;
    return value == BASE_MAP_NONE ? figures(document->tokens.items[token].form) : (int32_t)value;
}

/* "two hundred": the parts of a number hang from its last word. */
static int32_t numeral(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token) {
    int32_t value = word(document, vocabulary, token);
    for (DOCUMENT_CHILDREN(document, child, token)) {
        const struct document_token *t = &document->tokens.items[child];
        if (t->upos == UPOS_NUM && (t->relation == REL_COMPOUND || t->relation == REL_NUMMOD)) {
            int32_t factor = word(document, vocabulary, child);
            value = factor > 0 && value > 0 && factor < LARGEST / value ? factor * value : UNKNOWN;
        }
    }
    return value;
}

static int32_t number_of(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t noun) {
    const struct document_token *tokens = document->tokens.items;
    if (tokens[noun].upos == UPOS_NUM) {
        return numeral(document, vocabulary, noun);
    }
    for (DOCUMENT_CHILDREN(document, child, noun)) {
        if (tokens[child].relation == REL_NUMMOD) {
            return numeral(document, vocabulary, child);
        }
    }
    return UNKNOWN;
}

static void set(const struct events_vocabulary *vocabulary, struct base_slice lemma, int32_t count,
                struct document_event *event) {
    if (count < 0) {
        return;
    }
    if (events_class_has(vocabulary->kill, lemma)) {
        event->killed = count;
    } else if (events_class_has(vocabulary->injure, lemma)) {
        event->injured = count;
    } else if (events_class_has(vocabulary->arrest, lemma)) {
        event->arrested = count;
    }
}

/* Clauses beside or below the event's: "hit the market, killing 12 and wounding 30". */
static void count_clauses(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t clause,
                          struct document_event *event) {
    for (DOCUMENT_CHILDREN(document, child, clause)) {
        const struct document_token *token = &document->tokens.items[child];
        if (token->relation == REL_ADVCL || token->relation == REL_CONJ) {
            uint32_t object = document_child(document, child, REL_OBJ);
            if (object != DOCUMENT_NONE) {
                set(vocabulary, token->lemma, number_of(document, vocabulary, object), event);
            }
        }
    }
}

void events_count(const struct document *document, const struct events_vocabulary *vocabulary,
                  const struct events_frame *frame, struct document_event *event) {
    event->killed = event->injured = event->arrested = UNKNOWN;
    count_clauses(document, vocabulary, frame->clause, event);
    for (DOCUMENT_CHILDREN(document, child, frame->clause)) {
        if (document->tokens.items[child].relation == REL_ADVCL) {
            count_clauses(document, vocabulary, child, event);
        }
    }
    for (size_t i = frame->count; i-- > 0;) {
        const struct events_argument *argument = &frame->arguments[i];
        bool counts = argument->role == EVENTS_OBJECT || (frame->part == 'n' && argument->role == EVENTS_CASE &&
                                                         events_class_has(vocabulary->whole, argument->marker));
        if (counts) {
            set(vocabulary, document->tokens.items[frame->predicate].lemma,
                number_of(document, vocabulary, argument->token), event);
        }
    }
}
