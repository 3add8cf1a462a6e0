#include "events/slots.h"

enum { MACRO_DEPTH = 8 };

static const struct {
    const char *name;
    enum events_role role;
} roles[] = {
    {"subject", EVENTS_SUBJECT},         {"object", EVENTS_OBJECT},
    {"indirect", EVENTS_INDIRECT},       {"possessive", EVENTS_POSSESSIVE},
    {"modifier", EVENTS_MODIFIER},       {"particle", EVENTS_PARTICLE},
    {"clause", EVENTS_CLAUSE},           {"clause-subject", EVENTS_CLAUSE_SUBJECT},
    {"clause-object", EVENTS_CLAUSE_OBJECT}, {"self", EVENTS_SELF},
    {"oblique", EVENTS_OBLIQUE},
};

const char *events_role_name(enum events_role role) {
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (roles[i].role == role) {
            return roles[i].name;
        }
    }
    return NULL;
}

static const struct {
    const char *name;
    enum events_test test;
} tests[] = {
    {"any", EVENTS_IS_ANY},           {"actor", EVENTS_IS_ACTOR},         {"thing", EVENTS_IS_THING},
    {"person", EVENTS_IS_PERSON},     {"org", EVENTS_IS_ORG},             {"group", EVENTS_IS_GROUP},
    {"place", EVENTS_IS_PLACE},       {"country", EVENTS_IS_COUNTRY},     {"security", EVENTS_IS_SECURITY},
    {"armed", EVENTS_IS_ARMED},       {"state", EVENTS_IS_STATE},         {"political", EVENTS_IS_POLITICAL},
    {"money", EVENTS_IS_MONEY},       {"number", EVENTS_IS_NUMBER},       {"named", EVENTS_IS_NAMED},
    {"pronoun", EVENTS_IS_PRONOUN},   {"plural", EVENTS_IS_PLURAL},       {"several", EVENTS_IS_SEVERAL},
    {"infinitive", EVENTS_IS_INFINITIVE},
    {"owner", EVENTS_HAS_OWNER},      {"victim", EVENTS_IS_VICTIM},       {"passive", EVENTS_IS_PASSIVE},
    {"finite", EVENTS_IS_FINITE},     {"own", EVENTS_IS_OWN},             {"negated", EVENTS_IS_NEGATED},
    {"indefinite", EVENTS_IS_INDEFINITE},
};

struct reader {
    struct events_rules *rules;
    struct events_rule *rule;
    struct sayso_error *error;
    unsigned line;
    BASE_VECTOR(struct events_slot) slots;
};

static enum sayso_status wrong(const struct reader *reader, const char *what, struct base_slice where) {
    return base_error_set(reader->error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, reader->line, "%s \"%.*s\"", what,
                          (int)where.size, where.data);
}

static bool is_sector(struct base_slice word) {
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] < 'A' || word.data[i] > 'Z') {
            return false;
        }
    }
    return word.size == 3;
}

static enum sayso_status read_atom(const struct reader *reader, struct base_slice text, struct events_atom *atom) {
    *atom = (struct events_atom){.negated = text.size && text.data[0] == '~'};
    text = atom->negated ? base_slice_part(text, 1, text.size) : text;
    bool auxiliary = base_slice_starts(text, BASE_SLICE("aux@"));
    bool modifier = base_slice_starts(text, BASE_SLICE("mod@"));
    if (auxiliary || modifier || (text.size > 1 && text.data[0] == '@')) {
        atom->test = auxiliary ? EVENTS_HAS_AUXILIARY : modifier ? EVENTS_HAS_MODIFIER : EVENTS_IN_CLASS;
        atom->class = events_class_of(&reader->rules->vocabulary,
                                      base_slice_part(text, auxiliary || modifier ? 4 : 1, text.size));
        return atom->class ? SAYSO_OK : wrong(reader, "no file defines the class", text);
    }
    if (text.size > 2 && text.data[0] == '"' && text.data[text.size - 1] == '"') {
        atom->test = EVENTS_HAS_LEMMA;
        atom->word = base_slice_part(text, 1, text.size - 1);
        return SAYSO_OK;
    }
    if (is_sector(text)) {
        atom->test = EVENTS_HAS_SECTOR;
        atom->word = text;
        return SAYSO_OK;
    }
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        if (base_slice_is(text, tests[i].name)) {
            atom->test = tests[i].test;
            return SAYSO_OK;
        }
    }
    return wrong(reader, "unknown filter", text);
}

static enum sayso_status read_filter(const struct reader *reader, struct base_slice text, struct events_slot *slot) {
    BASE_VECTOR(struct events_atom) atoms = {0};
    while (text.size) {
        struct base_slice alternative = base_slice_cut(&text, '|');
        while (alternative.size) {
            struct base_slice part = base_slice_cut(&alternative, '&');
            struct events_atom atom;
            enum sayso_status status = read_atom(reader, part, &atom);
            if (status) {
                return status;
            }
            atom.ends_alternative = alternative.size == 0;
            BASE_PUSH(reader->rules->arena, &atoms, atom);
        }
    }
    slot->atoms = atoms.items;
    slot->atom_count = atoms.count;
    return atoms.count ? SAYSO_OK : wrong(reader, "a slot without a filter", text);
}

/* A marker of several words is written with "_": "because_of". */
static struct base_slice marker_of(const struct reader *reader, struct base_slice word) {
    char *copy = base_arena_string(reader->rules->arena, word);
    for (size_t i = 0; i < word.size; i++) {
        copy[i] = copy[i] == '_' ? ' ' : copy[i];
    }
    return (struct base_slice){copy, word.size};
}

static enum sayso_status read_roles(const struct reader *reader, struct base_slice text, struct events_slot *slot) {
    BASE_VECTOR(struct events_place_in_frame) found = {0};
    while (text.size) {
        struct base_slice word = base_slice_cut(&text, '|');
        struct events_place_in_frame place = {.role = EVENTS_CASE};
        for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
            place.role = base_slice_is(word, roles[i].name) ? roles[i].role : place.role;
        }
        if (place.role == EVENTS_CASE) {
            if (!word.size || !((word.data[0] >= 'a' && word.data[0] <= 'z') || (unsigned char)word.data[0] >= 128)) {
                return wrong(reader, "expected a role or a preposition, not", word);
            }
            place.marker = marker_of(reader, word);
        }
        BASE_PUSH(reader->rules->arena, &found, place);
    }
    slot->roles = found.items;
    slot->role_count = found.count;
    return found.count ? SAYSO_OK : wrong(reader, "a slot without a role", text);
}

static bool read_target(struct base_slice text, enum events_target *target) {
    *target = base_slice_is(text, "actor")       ? EVENTS_TO_ACTOR
              : base_slice_is(text, "recipient") ? EVENTS_TO_RECIPIENT
              : base_slice_is(text, "place")     ? EVENTS_TO_PLACE
                                                 : EVENTS_TO_NOTHING;
    return *target != EVENTS_TO_NOTHING;
}

enum { WEIGHT_OF_WORDS = 8, WEIGHT_OF_KIND = 2 };

/* How telling a slot is: one that asks for words weighs more than one that asks for a kind of actor. */
static unsigned weight(const struct events_slot *slot) {
    unsigned words = 0;
    for (size_t i = 0; i < slot->atom_count; i++) {
        words |= slot->atoms[i].test == EVENTS_HAS_LEMMA || slot->atoms[i].test == EVENTS_IN_CLASS ||
                 slot->atoms[i].test == EVENTS_HAS_AUXILIARY || slot->atoms[i].test == EVENTS_HAS_MODIFIER;
    }
    return slot->presence != EVENTS_REQUIRED ? 0 : words ? WEIGHT_OF_WORDS : WEIGHT_OF_KIND;
}

static enum sayso_status read_slot(struct reader *reader, struct base_slice text) {
    struct events_slot slot = {.text = text};
    slot.presence = text.data[0] == '?'   ? EVENTS_OPTIONAL
                    : text.data[0] == '!' ? EVENTS_FORBIDDEN
                                          : EVENTS_REQUIRED;
    text = slot.presence == EVENTS_REQUIRED ? text : base_slice_part(text, 1, text.size);
    size_t arrow = base_slice_find(text, BASE_SLICE("->"));
    if (arrow != SIZE_MAX) {
        if (!read_target(base_slice_part(text, arrow + 2, text.size), &slot.target)) {
            return wrong(reader, "expected ->actor, ->recipient or ->place in", slot.text);
        }
        text = base_slice_part(text, 0, arrow);
    }
    struct base_slice filter = text, names = base_slice_cut(&filter, ':');
    enum sayso_status status = read_roles(reader, names, &slot);
    status = status ? status : read_filter(reader, filter, &slot);
    reader->rule->weight += weight(&slot);
    BASE_PUSH(reader->rules->arena, &reader->slots, slot);
    return status;
}

static enum sayso_status read_contexts(const struct reader *reader, struct base_slice *text) {
    struct base_slice inside = base_slice_cut(text, '}');
    base_slice_cut(&inside, '{');
    while (inside.size) {
        struct base_slice name = base_slice_trim(base_slice_cut(&inside, ','));
        unsigned bit;
        if (!events_context_of(name, &bit)) {
            return wrong(reader, "PLOVER has no context", name);
        }
        reader->rule->contexts |= UINT64_C(1) << bit;
    }
    return SAYSO_OK;
}

static enum sayso_status read_slots(struct reader *reader, struct base_slice text, int depth) {
    while ((text = base_slice_trim(text)).size) {
        enum sayso_status status = SAYSO_OK;
        if (text.data[0] == '{') {
            status = read_contexts(reader, &text);
        } else {
            struct base_slice word = base_slice_cut(&text, ' ');
            if (word.data[0] == '$') {
                const struct events_macro *macro =
                    events_macro_of(&reader->rules->vocabulary, base_slice_part(word, 1, word.size));
                if (!macro || depth == MACRO_DEPTH) {
                    return wrong(reader, macro ? "macros too deep at" : "no file defines the macro", word);
                }
                status = read_slots(reader, macro->text, depth + 1); /* at most MACRO_DEPTH deep */
            } else {
                status = read_slot(reader, word);
            }
        }
        if (status) {
            return status;
        }
    }
    return SAYSO_OK;
}

enum sayso_status events_slots_read(struct events_rules *rules, struct base_slice text, unsigned line,
                                    struct events_rule *rule, struct sayso_error *error) {
    struct reader reader = {.rules = rules, .rule = rule, .error = error, .line = line};
    enum sayso_status status = read_slots(&reader, text, 0);
    rule->slots = reader.slots.items;
    rule->slot_count = reader.slots.count;
    return status;
}
