#include "events/yields.h"

static bool is_yielding(const struct events_rule *rule) {
    return rule->type == EVENTS_RETREAT || rule->type == EVENTS_CONCEDE;
}

bool events_yields(const struct document *document, const struct events_rules *rules,
                   const struct events_candidate *candidate, struct events_candidate *content) {
    static const struct events_atom negated = {.test = EVENTS_IS_NEGATED, .ends_alternative = true};
    const struct events_match *match = &candidate->match;
    struct base_slice lemma = document->tokens.items[candidate->frame.predicate].lemma;
    bool conceding = match->rule->type == EVENTS_AGREE && events_class_has(rules->vocabulary.conceding, lemma);
    for (size_t i = 0; conceding && i < match->content_count; i++) {
        uint32_t token = match->contents[i];
        if (token != candidate->frame.predicate && !events_passes(document, &rules->vocabulary, token, &negated, 1) &&
            events_match_predicate(document, rules, token, content) && is_yielding(content->match.rule)) {
            return true;
        }
    }
    return false;
}
