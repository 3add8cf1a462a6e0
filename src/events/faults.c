#include "events/faults.h"

#include "events/implies.h"
#include "events/kinds.h"

struct search {
    const struct events_rules *rules;
    void (*report)(void *context, const struct events_fault *fault);
    void *context;
};

static bool is_self(const struct events_slot *slot) {
    return slot->role_count == 1 && slot->roles[0].role == EVENTS_SELF;
}

/* ---- rules that contradict themselves */

static bool can_stand(const struct events_slot *slot, char part) {
    for (size_t i = 0; i < slot->role_count; i++) {
        if (events_part_has(part, slot->roles[i].role)) {
            return true;
        }
    }
    return false;
}

/* Both ask something of the predicate itself, and nothing passes both. */
static bool are_opposed(const struct events_slot *left, const struct events_slot *right) {
    struct events_alternative a, b;
    for (size_t i = 0; events_next_alternative(left, &i, &a);) {
        for (size_t j = 0; events_next_alternative(right, &j, &b);) {
            if (!events_excludes(&a, &b)) {
                return false;
            }
        }
    }
    return true;
}

static const char *contradiction(const struct events_slot *slot, const struct events_slot *other) {
    if (other->presence == EVENTS_FORBIDDEN && events_implies(slot, other)) {
        return "what this slot asks for, another one forbids";
    }
    return other != slot && other->presence == EVENTS_REQUIRED && is_self(slot) && is_self(other) &&
                   are_opposed(slot, other)
               ? "no word passes this slot and another one of the predicate itself"
               : NULL;
}

/* Why nothing fills the slot, which the rule requires; NULL: something may. */
static const char *why_empty(const struct events_rule *rule, const struct events_slot *slot, char part) {
    const char *reason = !can_stand(slot, part)       ? "predicates of this part of speech have no such argument"
                         : events_is_impossible(slot) ? "no word passes this slot"
                                                      : NULL;
    for (size_t i = 0; i < rule->slot_count && !reason; i++) {
        reason = contradiction(slot, &rule->slots[i]);
    }
    return reason;
}

static bool contradicts_itself(const struct search *search, const struct events_rule *rule) {
    struct events_keys keys = events_keys_of(rule);
    struct events_fault fault = {.kind = EVENTS_NEVER_MATCHES, .rule = rule};
    if (!events_next_key(search->rules, &keys)) {
        fault.reason = "its classes hold no predicate";
    }
    for (size_t i = 0; i < rule->slot_count && !fault.reason; i++) {
        if (rule->slots[i].presence == EVENTS_REQUIRED) {
            fault.slot = rule->slots[i].text;
            fault.reason = why_empty(rule, &rule->slots[i], keys.part);
        }
    }
    if (fault.reason) {
        search->report(search->context, &fault);
    }
    return fault.reason != NULL;
}

/* ---- rules that others come before */

static const struct events_slot *find_same(const struct events_rule *rule, const struct events_slot *slot) {
    for (size_t i = 0; i < rule->slot_count; i++) {
        if (events_is_same_slot(&rule->slots[i], slot)) {
            return &rule->slots[i];
        }
    }
    return NULL;
}

/* Could a slot of `rule` before this one take the word that this one needs, though none does so in `other`? */
static bool may_lose_word(const struct events_rule *rule, const struct events_slot *slot,
                          const struct events_rule *other, const struct events_slot *witness) {
    for (const struct events_slot *before = rule->slots; before < slot; before++) {
        if (before->target != EVENTS_TO_NOTHING && before->presence != EVENTS_FORBIDDEN &&
            events_may_share(before, slot)) {
            const struct events_slot *same = find_same(other, before);
            if (!same || same > witness) {
                return true;
            }
        }
    }
    return false;
}

/* Is the slot of `rule` met wherever `other` matches? Each slot of `other` may vouch for one only. */
static bool is_met(const struct events_rule *rule, const struct events_slot *slot, const struct events_rule *other,
                   uint64_t *vouching) {
    for (size_t i = 0; i < other->slot_count && i < 64; i++) {
        const struct events_slot *witness = &other->slots[i];
        if (witness->presence != slot->presence) {
            continue;
        }
        if (slot->presence == EVENTS_FORBIDDEN ? events_implies(slot, witness)
                                               : !(*vouching >> i & 1) && events_implies(witness, slot) &&
                                                     !may_lose_word(rule, slot, other, witness)) {
            *vouching |= slot->presence == EVENTS_FORBIDDEN ? 0 : UINT64_C(1) << i;
            return true;
        }
    }
    return false;
}

/* A rule of a type that needs a recipient matches only with one: does `rule` have one wherever `other` does? */
static bool has_recipient_too(const struct events_rule *rule, const struct events_rule *other) {
    if (rule->type == EVENTS_NO_EVENT || !events_needs_recipient(rule->type)) {
        return true;
    }
    for (size_t i = 0; i < rule->slot_count; i++) {
        const struct events_slot *slot = &rule->slots[i];
        if (slot->target == EVENTS_TO_RECIPIENT && slot->presence == EVENTS_REQUIRED && events_implies_party(slot)) {
            return true;
        }
    }
    bool same = other->type != EVENTS_NO_EVENT && events_needs_recipient(other->type) &&
                rule->slot_count == other->slot_count;
    for (size_t i = 0; i < rule->slot_count && same; i++) {
        same = events_is_same_slot(&rule->slots[i], &other->slots[i]);
    }
    return same;
}

/* Does `rule` match wherever `other` does? */
static bool covers(const struct events_rule *rule, const struct events_rule *other) {
    uint64_t vouching = 0;
    for (size_t i = 0; i < rule->slot_count; i++) {
        if (rule->slots[i].presence != EVENTS_OPTIONAL && !is_met(rule, &rule->slots[i], other, &vouching)) {
            return false;
        }
    }
    return has_recipient_too(rule, other);
}

/* The first rule that comes before this one at the lemma and covers it; NULL: none, or the lemma was taken from the rule. */
static const struct events_rule *find_cover(const struct search *search, const struct events_rule *rule,
                                            struct base_slice lemma, char part) {
    const struct events_rules *rules = search->rules;
    const struct events_rule *cover = NULL;
    for (uint32_t at = events_rules_for(rules, lemma, part); at != DOCUMENT_NONE; at = rules->lists.items[at].next) {
        const struct events_rule *first = &rules->rules.items[rules->lists.items[at].rule];
        if (first == rule) {
            return cover;
        }
        if (!cover && first->layer == rule->layer && covers(first, rule)) {
            cover = first;
        }
    }
    return NULL;
}

static void report_cover(const struct search *search, const struct events_rule *rule, const struct events_rule *other,
                         struct base_slice lemma) {
    bool repeats = base_slice_equal(rule->file, other->file) && covers(rule, other);
    struct events_fault fault = {.kind = repeats ? EVENTS_REPEATED : EVENTS_SHADOWED, .rule = rule, .other = other,
                                 .lemma = lemma};
    search->report(search->context, &fault);
}

/* A lemma that the rule has from a class may well have a rule of its own before: only those that it names count alone. */
static void look_for_covers(const struct search *search, const struct events_rule *rule) {
    const struct events_rule *cover = NULL, *first = NULL;
    size_t count = 0, covered = 0, alike = 0;
    struct events_keys keys = events_keys_of(rule);
    while (events_next_key(search->rules, &keys)) {
        cover = find_cover(search, rule, keys.lemma, keys.part);
        first = first ? first : cover;
        count++;
        covered += cover != NULL;
        alike += cover && cover == first;
    }
    if (covered && alike == count) {
        report_cover(search, rule, first, (struct base_slice){0});
        return;
    }
    keys = events_keys_of(rule);
    while (covered && events_next_key(search->rules, &keys)) {
        cover = find_cover(search, rule, keys.lemma, keys.part);
        if (cover && (covered == count || !keys.class)) {
            report_cover(search, rule, cover, keys.lemma);
        }
    }
}

void events_find_faults(const struct events_rules *rules, void (*report)(void *context, const struct events_fault *fault),
                        void *context) {
    struct search search = {rules, report, context};
    for (size_t i = 0; i < rules->rules.count; i++) {
        const struct events_rule *rule = &rules->rules.items[i];
        if (!rule->petrarch && !contradicts_itself(&search, rule)) {
            look_for_covers(&search, rule);
        }
    }
}
