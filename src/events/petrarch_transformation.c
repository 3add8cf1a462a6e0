/* PETRARCH2's transformations: "~ a (b . ATTACK) HOLD = a b 138" codes "a held b responsible for attacking". Source,
 * target and verb of an event stand in this order, small letters name parties, "." is nobody. Of events within events one
 * level is applied: the inner verb is a clause or a noun that completes the outer one. */
#include "events/petrarch.h"

#include "base/utf8.h"

enum { MOST_SYMBOLS = 16 };

struct symbols {
    struct base_slice items[MOST_SYMBOLS];
    size_t count;
    bool too_many;
};

struct side {
    struct base_slice source, target, verb;
};

struct transformation {
    struct side outer, inner;
    bool is_nested;
    struct base_slice actor, recipient;
    struct petrarch_cameo code;
};

static void split(struct base_slice text, struct symbols *out) {
    while ((text = base_slice_trim(text)).size && !out->too_many) {
        bool bracket = text.data[0] == '(' || text.data[0] == ')';
        size_t size = 1;
        while (!bracket && size < text.size && !strchr(" \t()", text.data[size])) {
            size++;
        }
        out->too_many = out->count == MOST_SYMBOLS;
        if (!out->too_many) {
            out->items[out->count++] = base_slice_part(text, 0, size);
        }
        text = base_slice_part(text, size, text.size);
    }
}

static bool is_party(struct base_slice symbol) {
    return symbol.size == 1 && (symbol.data[0] == '.' || (symbol.data[0] >= 'a' && symbol.data[0] <= 'z'));
}

static bool is_side(const struct base_slice *symbols) {
    return is_party(symbols[0]) && is_party(symbols[1]) && symbols[2].size > 1;
}

/* "a b VERB" or "a (b c VERB) VERB"; NULL, or why not. */
static const char *read_left(const struct symbols *symbols, struct transformation *out) {
    const struct base_slice *s = symbols->items;
    if (symbols->count == 3 && is_side(s)) {
        out->outer = (struct side){s[0], s[1], s[2]};
        return NULL;
    }
    bool nested = symbols->count == 7 && is_party(s[0]) && base_slice_is(s[1], "(") && base_slice_is(s[5], ")") &&
                  is_side(s + 2);
    if (!nested) {
        return "a transformation of another form than a (b c VERB) VERB";
    }
    out->is_nested = true;
    out->outer = (struct side){s[0], BASE_SLICE("."), s[6]};
    out->inner = (struct side){s[2], s[3], s[4]};
    return NULL;
}

static const char *read_right(const struct symbols *symbols, struct transformation *out) {
    const struct base_slice *s = symbols->items;
    if (symbols->count != 3 || !is_party(s[0]) || !is_party(s[1])) {
        return "a transformation without its = a b CODE";
    }
    out->actor = s[0];
    out->recipient = s[1];
    return events_petrarch_code(s[2], &out->code) ? NULL : "CAMEO has no such code";
}

static bool is_named(struct base_slice party) {
    return party.data[0] != '.';
}

static bool binds(const struct transformation *t, struct base_slice party) {
    return base_slice_equal(t->outer.source, party) || base_slice_equal(t->outer.target, party) ||
           (t->is_nested && (base_slice_equal(t->inner.source, party) || base_slice_equal(t->inner.target, party)));
}

/* ---- as a rule */

static const struct petrarch_block *block_of(const struct petrarch_verbs *verbs, struct base_slice name) {
    uint32_t block = base_map_get(&verbs->block_names, base_lower_copy(verbs->rules->arena, name));
    const struct petrarch_block *found = block == BASE_MAP_NONE ? NULL : verbs->blocks.items[block];
    return found && found->heads.size ? found : NULL;
}

/* One slot of text for a party, where it is named and no other slot has it already. */
static struct base_slice add_party(const struct petrarch_verbs *verbs, struct base_slice text,
                                   const struct transformation *t, struct base_slice party, const char *roles) {
    bool event = t->code.type != EVENTS_NO_EVENT;
    if (!is_named(party)) {
        return text;
    }
    const char *target = event && base_slice_equal(party, t->actor)       ? "->actor"
                         : event && base_slice_equal(party, t->recipient) ? "->recipient"
                                                                          : "";
    return base_arena_format(verbs->rules->arena, "%.*s %s%s", (int)text.size, text.data, roles, target);
}

static struct base_slice parties_of(const struct petrarch_verbs *verbs, const struct transformation *t) {
    struct base_slice text = add_party(verbs, BASE_SLICE(""), t, t->outer.source, "subject:actor|owner");
    if (!t->is_nested) {
        return add_party(verbs, text, t, t->outer.target, "object|indirect|oblique:actor|owner|place");
    }
    bool same = is_named(t->inner.source) && base_slice_equal(t->inner.source, t->outer.source);
    if (same) { /* "promised to attack": the clause has no subject of its own */
        text = base_arena_format(verbs->rules->arena, "%.*s !clause-subject:any", (int)text.size, text.data);
    } else {
        text = add_party(verbs, text, t, t->inner.source, "clause-subject|object|indirect|oblique:actor|owner");
    }
    bool twice =
        base_slice_equal(t->inner.target, t->outer.source) || base_slice_equal(t->inner.target, t->inner.source);
    return twice ? text
                 : add_party(verbs, text, t, t->inner.target, "clause-object|oblique|object:actor|owner|place");
}

/* The inner verb, as a clause or a noun. */
static struct events_slot inner_slot(struct petrarch_verbs *verbs, const struct petrarch_block *inner,
                                     struct base_slice name) {
    static const struct events_place_in_frame roles[] = {
        {.role = EVENTS_CLAUSE}, {.role = EVENTS_OBJECT}, {.role = EVENTS_OBLIQUE}};
    struct events_phrase_part *part = base_arena_take(verbs->rules->arena, sizeof *part);
    struct events_atom *atom = base_arena_take(verbs->rules->arena, sizeof *atom);
    part->set = &inner->words;
    *atom = (struct events_atom){.test = EVENTS_HAS_PHRASE, .ends_alternative = true, .phrase = {part, 1}};
    return (struct events_slot){
        .text = base_arena_format(verbs->rules->arena, "clause|object|oblique:%.*s", (int)name.size, name.data),
        .roles = roles, .role_count = sizeof roles / sizeof *roles, .atoms = atom, .atom_count = 1};
}

enum { WEIGHT = 20 }; /* above patterns of two words */

static const char *apply(struct petrarch_verbs *verbs, const struct petrarch_line *line,
                         const struct transformation *t) {
    const struct petrarch_block *outer = block_of(verbs, t->outer.verb);
    const struct petrarch_block *inner = t->is_nested ? block_of(verbs, t->inner.verb) : NULL;
    if (!outer || (t->is_nested && !inner)) {
        return "no verb of this name";
    }
    if ((is_named(t->actor) && !binds(t, t->actor)) || (is_named(t->recipient) && !binds(t, t->recipient))) {
        return "a party that stands on the right side only";
    }
    petrarch_slots slots = {0};
    if (inner) {
        BASE_PUSH(verbs->rules->arena, &slots, inner_slot(verbs, inner, t->inner.verb));
    }
    struct events_rule rule = {.type = t->code.type, .mode = t->code.mode, .heads = outer->heads,
                               .origin = line->origin, .line = line->number, .weight = WEIGHT};
    memcpy(rule.cameo, t->code.cameo, sizeof rule.cameo);
    verbs->entries += outer->head_count;
    verbs->taken++;
    return events_petrarch_add_rule(verbs, &rule, &slots, parties_of(verbs, t)) ? NULL : "no parties";
}

void events_petrarch_transform(struct petrarch_verbs *verbs, const struct petrarch_line *line) {
    struct transformation t = {.is_nested = false};
    struct symbols left = {.count = 0}, right = {.count = 0};
    struct base_slice rest = base_slice_part(line->text, 1, line->text.size);
    split(base_slice_cut(&rest, '='), &left);
    split(rest, &right);
    const char *fault = left.too_many || right.too_many ? "a transformation of too many words" : read_left(&left, &t);
    fault = fault ? fault : read_right(&right, &t);
    fault = fault ? fault : apply(verbs, line, &t);
    if (fault) {
        events_petrarch_refuse(verbs, line->origin, line->number, fault, line->text);
    }
}
