#include "events/check.h"

/* Of `actor "minister" recipient "Moscow"`: takes one pair off the front. */
static bool next_expectation(struct base_slice *rest, struct base_slice *field, struct base_slice *value) {
    *rest = base_slice_trim(*rest);
    if (!rest->size) {
        return false;
    }
    *field = base_slice_trim(base_slice_cut(rest, '"'));
    *value = base_slice_cut(rest, '"');
    return true;
}

static bool has_party(const struct document *document, const uint32_t *mentions, size_t count,
                      struct base_slice value) {
    for (size_t i = 0; i < count; i++) {
        const struct document_mention *mention = &document->mentions.items[mentions[i]];
        if (base_slice_find(document_slice(document, mention->span), value) != SIZE_MAX ||
            base_slice_find(document->entities.items[mention->entity].name, value) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

/* NULL where the event is as expected; else the field that is not. */
static const char *difference(const struct document *document, const struct document_event *event,
                              struct base_slice expected) {
    struct base_slice field, value;
    while (next_expectation(&expected, &field, &value)) {
        bool is_place = base_slice_is(field, "place"), is_actor = base_slice_is(field, "actor");
        if (is_place ? event->place == DOCUMENT_NONE ||
                           base_slice_find(document_slice(document, document->places.items[event->place].span),
                                           value) == SIZE_MAX
                     : !has_party(document, is_actor ? event->actors : event->recipients,
                                  is_actor ? event->actor_count : event->recipient_count, value)) {
            return is_place ? "another place" : is_actor ? "another actor" : "another recipient";
        }
    }
    return NULL;
}

/* NULL where the example holds; else why not. */
static const char *fault(const struct document *document, const struct events_rule *rule,
                         const struct events_example *example) {
    const char *reason = "no event of this type";
    for (size_t i = 0; i < document->events.count; i++) {
        const struct document_event *event = &document->events.items[i];
        if (event->type != rule->type) {
            continue;
        }
        if (!example->wanted) {
            return "an event where there is none";
        }
        reason = difference(document, event, example->expected);
        if (!reason) {
            return NULL;
        }
    }
    bool keeps_away = rule->type == EVENTS_NO_EVENT;
    if (example->wanted && keeps_away) {
        return document->events.count ? "an event where there is none" : NULL;
    }
    return example->wanted ? reason : NULL;
}

void events_check(const struct events *events, const struct events_checker *checker,
                  struct events_check_counts *counts) {
    const struct events_rules *rules = events_rules_of(events);
    *counts = (struct events_check_counts){0};
    for (size_t i = 0; i < rules->rules.count; i++) {
        const struct events_rule *rule = &rules->rules.items[i];
        counts->rules++;
        counts->without_example += rule->example_count == 0 && !rule->petrarch;
        for (size_t j = 0; j < rule->example_count; j++) {
            const struct document *document = checker->read(checker->context, rule->examples[j].sentence);
            const char *reason = document ? fault(document, rule, &rule->examples[j]) : "cannot be read";
            counts->examples++;
            if (reason) {
                counts->failed++;
                checker->report(checker->context, rule, &rule->examples[j], reason);
            }
        }
    }
}
