/* From verbs and patterns to rules. The parties of a pattern are written as slots of our own rules: the source is the
 * subject and the target what the verb is done to, unless the pattern says where they stand. */
#include "events/petrarch.h"

#include "events/slots.h"

enum { MOST_ENTRIES = 1 << 20 }; /* pairs of a verb and a rule in one file */

/* The slots of text of a rule; NULL: that is no such text. */
static const petrarch_slots *slots_of(struct petrarch_verbs *verbs, struct base_slice text, unsigned line) {
    uint32_t known = base_map_get(&verbs->party_texts, text);
    if (known == BASE_MAP_NONE) {
        struct sayso_error ignored = {.reason = ""};
        struct events_rule rule = {.type = EVENTS_NO_EVENT};
        if (events_slots_read(verbs->rules, text, line, &rule, &ignored) != SAYSO_OK) {
            return NULL;
        }
        known = (uint32_t)verbs->parties.count;
        BASE_PUSH(verbs->rules->arena, &verbs->parties,
                  ((petrarch_slots){(struct events_slot *)rule.slots, rule.slot_count, rule.slot_count}));
        base_map_set(&verbs->party_texts, verbs->rules->arena, text, known);
    }
    return &verbs->parties.items[known];
}

bool events_petrarch_add_rule(struct petrarch_verbs *verbs, struct events_rule *rule, const petrarch_slots *slots,
                              struct base_slice parties) {
    struct events_rules *rules = verbs->rules;
    const petrarch_slots *own = slots_of(verbs, parties, rule->line);
    if (!own) {
        return false;
    }
    rule->slot_count = slots->count + own->count;
    struct events_slot *all = base_arena_array(rules->arena, rule->slot_count + 1, sizeof *all);
    for (size_t i = 0; i < rule->slot_count; i++) {
        all[i] = i < slots->count ? slots->items[i] : own->items[i - slots->count];
    }
    rule->slots = all;
    rule->file = verbs->reader.name;
    rule->layer = verbs->layer;
    rule->petrarch = true;
    rule->order = (uint32_t)rules->rules.count;
    BASE_PUSH(rules->arena, &rules->rules, *rule);
    return true;
}

/* ---- parties */

/* Is it known by where it stands, and not as the subject? */
static bool is_placed(const struct petrarch_party *party) {
    return party->is_there && (!party->is_before || party->in_phrase);
}

/* A passive pattern names the source behind the verb, as the agent. */
static bool is_passive(const struct petrarch_verbs *verbs, const struct petrarch_pattern *pattern) {
    const struct events_class *agent = events_class_of(&verbs->rules->vocabulary, BASE_SLICE("agent"));
    return is_placed(&pattern->source) && events_class_has(agent, pattern->source.markers);
}

/* Behind the verb: first what the words in front of it are the prepositions of. */
static struct base_slice roles_behind(const struct petrarch_verbs *verbs, const struct petrarch_party *party) {
    struct base_slice markers = party->markers;
    return party->in_phrase ? markers
                            : base_arena_format(verbs->rules->arena, "%.*s%sobject|indirect|oblique", (int)markers.size,
                                                markers.size ? markers.data : "", markers.size ? "|" : "");
}

static struct base_slice roles_of_source(const struct petrarch_verbs *verbs, const struct petrarch_pattern *pattern) {
    bool subject = !is_placed(&pattern->source) || is_passive(verbs, pattern);
    return subject ? BASE_SLICE("subject") : roles_behind(verbs, &pattern->source);
}

static struct base_slice roles_of_target(const struct petrarch_verbs *verbs, const struct petrarch_pattern *pattern) {
    bool other_way = is_placed(&pattern->source) && !is_passive(verbs, pattern);
    if (is_placed(&pattern->target)) {
        return roles_behind(verbs, &pattern->target);
    }
    return other_way ? BASE_SLICE("subject")
                     : BASE_SLICE("object|indirect|clause-subject|clause-object|oblique");
}

/* Both parties in front of the verb share the subject. */
static bool is_one_phrase(const struct petrarch_pattern *pattern) {
    return pattern->is_compound || (pattern->source.is_there && pattern->target.is_there &&
                                    !is_placed(&pattern->source) && !is_placed(&pattern->target));
}

/* What is no event has no parties but those it asks for. */
static struct base_slice parties_of(const struct petrarch_verbs *verbs, const struct petrarch_pattern *pattern) {
    bool event = pattern->code.type != EVENTS_NO_EVENT, swapped = pattern->code.swapped;
    if (is_one_phrase(pattern)) {
        return event ? BASE_SLICE("subject:actor|owner->actor") : BASE_SLICE("subject:actor|owner");
    }
    struct base_slice source = roles_of_source(verbs, pattern), target = roles_of_target(verbs, pattern);
    bool asks = pattern->target.is_there;
    const char *to_source = !event ? "" : swapped ? "->recipient" : "->actor";
    const char *to_target = !event ? "" : swapped || pattern->code.mutual ? "->actor" : "->recipient";
    struct base_slice first = BASE_SLICE(""), second = BASE_SLICE("");
    if (event || pattern->source.is_there) {
        first = base_arena_format(verbs->rules->arena, "%.*s:actor|owner%s", (int)source.size, source.data, to_source);
    }
    if (event || asks) {
        second = base_arena_format(verbs->rules->arena, " %s%.*s:actor|owner|place%s", asks || swapped ? "" : "?",
                                   (int)target.size, target.data, to_target);
    }
    return base_arena_format(verbs->rules->arena, "%.*s%.*s", (int)first.size, first.data, (int)second.size,
                             second.data);
}

/* ---- blocks */

static struct events_rule rule_of(struct base_slice origin, unsigned line, const struct petrarch_cameo *code,
                                  struct base_slice heads, unsigned weight, uint64_t seeks) {
    struct events_rule rule = {.type = code->type, .mode = code->mode, .heads = heads, .origin = origin, .line = line,
                               .weight = weight, .seeks = seeks};
    memcpy(rule.cameo, code->cameo, sizeof rule.cameo);
    return rule;
}

static struct base_slice heads_of(const struct petrarch_verbs *verbs, const struct petrarch_verb *verb) {
    return base_arena_format(verbs->rules->arena, "%.*s/v", (int)verb->lemma.size, verb->lemma.data);
}

/* What a verb means where no pattern matches. */
static void add_default(struct petrarch_verbs *verbs, const struct petrarch_block *block,
                        const struct petrarch_verb *verb) {
    if (!verb->has_code && !block->has_code) {
        return;
    }
    struct petrarch_pattern plain = {.code = verb->has_code ? verb->code : block->code};
    struct events_rule rule =
        rule_of(verb->origin, verb->line, &plain.code, heads_of(verbs, verb), verb->weight, verb->seeks);
    verbs->entries++;
    events_petrarch_add_rule(verbs, &rule, &verb->slots, parties_of(verbs, &plain));
}

/* For verbs of several words what the verb asks for comes before what the pattern asks for. */
static bool add_for_verb(struct petrarch_verbs *verbs, const struct petrarch_verb *verb,
                         const struct petrarch_pattern *pattern, struct base_slice parties) {
    petrarch_slots slots = {0};
    for (size_t i = 0; i < verb->slots.count; i++) {
        BASE_PUSH(verbs->rules->arena, &slots, verb->slots.items[i]);
    }
    for (size_t i = 0; i < pattern->slots.count; i++) {
        BASE_PUSH(verbs->rules->arena, &slots, pattern->slots.items[i]);
    }
    struct events_rule rule = rule_of(pattern->origin, pattern->line, &pattern->code, heads_of(verbs, verb),
                                      verb->weight + pattern->weight, verb->seeks | pattern->seeks);
    verbs->entries++;
    return events_petrarch_add_rule(verbs, &rule, &slots, parties);
}

static void add_pattern(struct petrarch_verbs *verbs, const struct petrarch_block *block,
                        const struct petrarch_pattern *pattern) {
    struct base_slice parties = parties_of(verbs, pattern);
    bool right = verbs->entries + block->verbs.count <= MOST_ENTRIES;
    if (!right) {
        events_petrarch_refuse(verbs, pattern->origin, pattern->line, "too many verbs and patterns before it",
                               block->name);
        return;
    }
    if (block->heads.size) {
        struct events_rule rule = rule_of(pattern->origin, pattern->line, &pattern->code, block->heads, pattern->weight,
                                          pattern->seeks);
        verbs->entries += block->head_count;
        right = events_petrarch_add_rule(verbs, &rule, &pattern->slots, parties);
    }
    for (size_t i = 0; i < block->verbs.count && right; i++) {
        if (block->verbs.items[i].slots.count) {
            right = add_for_verb(verbs, &block->verbs.items[i], pattern, parties);
        }
    }
    if (!right) {
        events_petrarch_refuse(verbs, pattern->origin, pattern->line, "no preposition before a party", parties);
    }
    verbs->taken += right;
}

static void join_heads(struct petrarch_verbs *verbs, struct petrarch_block *block) {
    size_t size = 0;
    for (size_t i = 0; i < block->verbs.count; i++) {
        size += block->verbs.items[i].lemma.size + 1;
    }
    char *text = base_arena_take(verbs->rules->arena, size + 2);
    size = 0;
    for (size_t i = 0; i < block->verbs.count; i++) {
        const struct petrarch_verb *verb = &block->verbs.items[i];
        if (!verb->slots.count) {
            memcpy(text + size, verb->lemma.data, verb->lemma.size);
            size += verb->lemma.size;
            text[size++] = '|';
            block->head_count++;
        }
    }
    if (size) {
        memcpy(text + size - 1, "/v", 2);
        block->heads = (struct base_slice){text, size + 1};
    }
}

void events_petrarch_add_rules(struct petrarch_verbs *verbs, struct petrarch_block *block) {
    join_heads(verbs, block);
    for (size_t i = 0; i < block->verbs.count; i++) {
        add_default(verbs, block, &block->verbs.items[i]);
    }
    for (size_t i = 0; i < block->patterns.count; i++) {
        add_pattern(verbs, block, &block->patterns.items[i]);
    }
}
