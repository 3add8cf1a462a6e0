#include "events/events.h"

#include "events/check.h"
#include "events/code.h"
#include "events/identity.h"
#include "events/petrarch.h"
#include "events/taken.h"

enum {
    EARLIER = 48   /* events of the same type that one is compared with */
};

struct events {
    const struct events_rules *rules;
};

typedef BASE_VECTOR(struct events_candidate) candidates;

static enum sayso_status read_part(struct events_rules *rules, const struct model_part *part,
                                   struct sayso_error *error) {
    base_error_input(error, base_arena_string(rules->arena, part->name));
    if (part->petrarch) {
        return lexicon_petrarch_kind(part->name, part->bytes) == LEXICON_PETRARCH_VERBS
                   ? events_petrarch_read(rules, part->name, part->bytes, part->layer, error)
                   : SAYSO_OK;
    }
    return base_slice_ends(part->name, BASE_SLICE(".rules"))
               ? events_rules_read(rules, part->name, part->bytes, part->layer, error)
               : SAYSO_OK;
}

enum sayso_status events_open(const struct model *model, struct base_arena *arena, const struct events **out,
                              struct sayso_error *error) {
    struct events_rules *rules = events_rules_new(arena);
    const struct model_part *part;
    enum sayso_status status = SAYSO_OK;
    for (size_t i = 0; !status && (part = model_next(model, ".rules", &i)) != NULL;) {
        base_error_input(error, base_arena_string(arena, part->name));
        status = events_rules_read_words(rules, part->name, part->bytes, part->layer, error);
    }
    for (size_t i = 0; !status && i < model_count(model); i++) {
        status = read_part(rules, model_at(model, i), error);
    }
    if (status) {
        return status;
    }
    struct events *events = base_arena_take(arena, sizeof *events);
    events->rules = rules;
    *out = events;
    return events_rules_close(rules, error);
}

size_t events_refused(const struct events *events, const struct lexicon_refusal **out) {
    *out = events->rules->refused.items;
    return events->rules->refused.count;
}

const struct events_rules *events_rules_of(const struct events *events) {
    return events->rules;
}

/* ---- candidates */

bool events_match_predicate(const struct document *document, const struct events_rules *rules, uint32_t token,
                            struct events_candidate *candidate) {
    char part = events_predicate_part(document, token);
    uint32_t entry = part ? events_rules_at(rules, &document->tokens.items[token], part) : DOCUMENT_NONE;
    if (entry == DOCUMENT_NONE) {
        return false;
    }
    events_frame_of(document, &rules->vocabulary, token, &candidate->frame);
    uint64_t found = candidate->frame.reach ? candidate->frame.reach->found : 0;
    for (; entry != DOCUMENT_NONE; entry = rules->lists.items[entry].next) {
        const struct events_rule *rule = &rules->rules.items[rules->lists.items[entry].rule];
        if (!(rule->seeks & ~found) && events_match(document, rules, rule, &candidate->frame, &candidate->match)) {
            return true;
        }
    }
    return false;
}

/* ---- events */

static uint64_t contexts_of(const struct document *document, const struct events_rules *rules, uint32_t sentence) {
    const struct document_sentence *s = &document->sentences.items[sentence];
    uint64_t bits = 0;
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        bits |= events_context_bits(&rules->vocabulary, document->tokens.items[i].lemma);
    }
    return bits;
}

static void keep(struct document *document, const struct document_event *event) {
    size_t compared = 0;
    for (size_t i = document->events.count; i-- > 0 && compared < EARLIER; compared++) {
        if (events_are_one(document, &document->events.items[i], event)) {
            events_unite(document, &document->events.items[i], event);
            return;
        }
    }
    BASE_PUSH(document->arena, &document->events, *event);
}

void events_find(const struct events *events, const struct claims *claims, struct document *document) {
    candidates found = {0};
    struct events_candidate candidate;
    if (!document->mention_at) {
        return;
    }
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        if (events_match_predicate(document, events->rules, i, &candidate)) {
            BASE_PUSH(document->arena, &found, candidate);
        }
    }
    uint32_t *taken = base_arena_array(document->arena, document->tokens.count + 1, sizeof *taken);
    for (size_t i = 0; i < found.count; i++) {
        events_take(document, &found.items[i], taken);
    }
    uint32_t sentence = DOCUMENT_NONE;
    uint64_t contexts = 0;
    for (size_t i = 0; i < found.count; i++) {
        struct document_event event;
        if (found.items[i].match.rule->type == EVENTS_NO_EVENT ||
            events_taker(document, &events->rules->vocabulary, &found.items[i], taken) != DOCUMENT_NONE ||
            events_code(document, events->rules, claims, &found.items[i], &event) != EVENTS_CODED) {
            continue;
        }
        if (event.tellings[0].sentence != sentence) { /* events of one sentence follow each other */
            sentence = event.tellings[0].sentence;
            contexts = contexts_of(document, events->rules, sentence);
        }
        event.contexts |= contexts;
        keep(document, &event);
    }
}
