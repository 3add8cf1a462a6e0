#include "events/implies.h"

#include "events/match.h"

#define BIT(test) (UINT32_C(1) << (test))
#define ACTORS                                                                                                         \
    (BIT(EVENTS_IS_ACTOR) | BIT(EVENTS_IS_PERSON) | BIT(EVENTS_IS_ORG) | BIT(EVENTS_IS_GROUP) |                        \
     BIT(EVENTS_IS_SECURITY) | BIT(EVENTS_IS_ARMED) | BIT(EVENTS_IS_NAMED) | BIT(EVENTS_HAS_SECTOR))
#define NOBODY (BIT(EVENTS_IS_THING) | BIT(EVENTS_HAS_OWNER))

/* The kinds that whatever is of a kind is of as well, as kinds.c tells them. */
static uint32_t kinds_above(enum events_test test) {
    static const uint32_t above[EVENTS_HAS_PHRASE + 1] = {
        [EVENTS_IS_GROUP] = BIT(EVENTS_IS_PERSON),
        [EVENTS_IS_SECURITY] = BIT(EVENTS_IS_ARMED) | BIT(EVENTS_IS_POLITICAL),
        [EVENTS_IS_ARMED] = BIT(EVENTS_IS_POLITICAL),
        [EVENTS_IS_COUNTRY] = BIT(EVENTS_IS_PLACE) | BIT(EVENTS_IS_STATE) | BIT(EVENTS_IS_POLITICAL),
        [EVENTS_IS_STATE] = BIT(EVENTS_IS_POLITICAL),
        [EVENTS_HAS_OWNER] = BIT(EVENTS_IS_THING),
    };
    uint32_t kinds = above[test] | BIT(EVENTS_IS_ANY);
    return ACTORS & BIT(test) ? kinds | BIT(EVENTS_IS_ACTOR) | BIT(EVENTS_IS_VICTIM) : kinds;
}

/* "law" of "martial_law": a lemma asks for its last word. */
static struct base_slice last_word(struct base_slice lemma) {
    while (base_slice_find(lemma, BASE_SLICE("_")) != SIZE_MAX) {
        base_slice_cut(&lemma, '_');
    }
    return lemma;
}

static bool is_part(const struct events_class *narrow, const struct events_class *wide) {
    for (size_t i = 0; i < narrow->items.capacity; i++) {
        if (narrow->items.slots[i].key.data && !events_class_has(wide, narrow->items.slots[i].key)) {
            return false;
        }
    }
    return true;
}

static bool have_common_word(const struct events_class *left, const struct events_class *right) {
    for (size_t i = 0; i < left->items.capacity; i++) {
        if (left->items.slots[i].key.data && events_class_has(right, left->items.slots[i].key)) {
            return true;
        }
    }
    return false;
}

/* Does the test of `narrow` imply that of `wide`, without their negations? */
static bool is_narrower(const struct events_atom *narrow, const struct events_atom *wide) {
    if (kinds_above(narrow->test) & BIT(wide->test)) {
        return true;
    }
    switch (narrow->test) {
    case EVENTS_HAS_SECTOR:
        return wide->test == EVENTS_HAS_SECTOR ? base_slice_equal(narrow->word, wide->word)
                                               : events_sector_is(narrow->word, wide->test);
    case EVENTS_HAS_LEMMA:
        return wide->test == EVENTS_HAS_LEMMA ? base_slice_equal_nocase(narrow->word, wide->word) ||
                                                    base_slice_equal_nocase(last_word(narrow->word), wide->word)
                                              : wide->test == EVENTS_IN_CLASS &&
                                                    events_class_has(wide->class, last_word(narrow->word));
    case EVENTS_IN_CLASS:
    case EVENTS_HAS_AUXILIARY:
    case EVENTS_HAS_MODIFIER:
        return wide->test == narrow->test && is_part(narrow->class, wide->class);
    case EVENTS_HAS_PHRASE: /* its words may be anywhere */
        return false;
    default:
        return narrow->test == wide->test;
    }
}

static bool are_apart(enum events_test left, enum events_test right, uint32_t lefts, uint32_t rights) {
    return (BIT(left) & lefts && BIT(right) & rights) || (BIT(left) & rights && BIT(right) & lefts);
}

/* Can no word pass both tests, without their negations? */
static bool are_opposed(const struct events_atom *left, const struct events_atom *right) {
    if (are_apart(left->test, right->test, ACTORS, NOBODY) ||
        are_apart(left->test, right->test, BIT(EVENTS_IS_ORG), BIT(EVENTS_IS_PERSON) | BIT(EVENTS_IS_GROUP)) ||
        are_apart(left->test, right->test, BIT(EVENTS_IS_NUMBER), BIT(EVENTS_IS_PRONOUN))) {
        return true;
    }
    if (left->test == EVENTS_HAS_LEMMA && right->test == EVENTS_HAS_LEMMA) {
        return !base_slice_equal_nocase(last_word(left->word), last_word(right->word));
    }
    if (left->test == EVENTS_IN_CLASS && right->test == EVENTS_IN_CLASS) {
        return !have_common_word(left->class, right->class);
    }
    const struct events_atom *lemma = left->test == EVENTS_HAS_LEMMA ? left : right;
    const struct events_atom *class = lemma == left ? right : left;
    return lemma->test == EVENTS_HAS_LEMMA && class->test == EVENTS_IN_CLASS &&
           !events_class_has(class->class, last_word(lemma->word));
}

static bool atom_implies(const struct events_atom *narrow, const struct events_atom *wide) {
    if (narrow->negated) {
        bool rest = narrow->test == EVENTS_IS_ACTOR ? wide->test == EVENTS_IS_THING
                                                    : narrow->test == EVENTS_IS_THING && wide->test == EVENTS_IS_ACTOR;
        return wide->negated ? is_narrower(wide, narrow) : rest || wide->test == EVENTS_IS_ANY;
    }
    return wide->negated ? are_opposed(narrow, wide) : is_narrower(narrow, wide);
}

static bool atoms_exclude(const struct events_atom *left, const struct events_atom *right) {
    struct events_atom opposite = *right;
    opposite.negated = !right->negated;
    return atom_implies(left, &opposite);
}

bool events_next_alternative(const struct events_slot *slot, size_t *atom, struct events_alternative *out) {
    size_t first = *atom;
    if (first == slot->atom_count) {
        return false;
    }
    while (!slot->atoms[*atom].ends_alternative) {
        ++*atom;
    }
    ++*atom;
    *out = (struct events_alternative){&slot->atoms[first], *atom - first};
    return true;
}

bool events_excludes(const struct events_alternative *left, const struct events_alternative *right) {
    for (size_t i = 0; i < left->count; i++) {
        for (size_t j = 0; j < right->count; j++) {
            if (atoms_exclude(&left->atoms[i], &right->atoms[j])) {
                return true;
            }
        }
    }
    return false;
}

static bool is_empty(const struct events_alternative *alternative) {
    for (size_t i = 0; i < alternative->count; i++) {
        const struct events_atom *atom = &alternative->atoms[i];
        bool words = atom->test == EVENTS_IN_CLASS || atom->test == EVENTS_HAS_AUXILIARY ||
                     atom->test == EVENTS_HAS_MODIFIER;
        if (words && !atom->negated && atom->class->items.count == 0) {
            return true;
        }
    }
    return events_excludes(alternative, alternative);
}

bool events_is_impossible(const struct events_slot *slot) {
    struct events_alternative alternative;
    for (size_t at = 0; events_next_alternative(slot, &at, &alternative);) {
        if (!is_empty(&alternative)) {
            return false;
        }
    }
    return true;
}

static bool alternative_implies(const struct events_alternative *narrow, const struct events_alternative *wide) {
    for (size_t j = 0; j < wide->count; j++) {
        bool implied = false;
        for (size_t i = 0; i < narrow->count && !implied; i++) {
            implied = atom_implies(&narrow->atoms[i], &wide->atoms[j]);
        }
        if (!implied) {
            return false;
        }
    }
    return true;
}

static bool is_covered(const struct events_alternative *narrow, const struct events_slot *wide) {
    static const struct events_atom country = {.test = EVENTS_IS_COUNTRY};
    const struct events_alternative countries = {&country, 1};
    struct events_alternative alternative;
    for (size_t at = 0; events_next_alternative(wide, &at, &alternative);) {
        if (alternative_implies(narrow, &alternative)) {
            return true;
        }
    }
    return events_takes_countries(wide) && alternative_implies(narrow, &countries);
}

static bool has_role(const struct events_slot *slot, const struct events_place_in_frame *place) {
    for (size_t i = 0; i < slot->role_count; i++) {
        if (slot->roles[i].role == place->role &&
            (place->role != EVENTS_CASE || base_slice_equal(slot->roles[i].marker, place->marker))) {
            return true;
        }
    }
    return false;
}

bool events_implies(const struct events_slot *narrow, const struct events_slot *wide) {
    static const struct events_atom country = {.test = EVENTS_IS_COUNTRY};
    for (size_t i = 0; i < narrow->role_count; i++) {
        if (!has_role(wide, &narrow->roles[i])) {
            return false;
        }
    }
    struct events_alternative alternative = {&country, 1};
    if (events_takes_countries(narrow) && !is_covered(&alternative, wide)) {
        return false;
    }
    for (size_t at = 0; events_next_alternative(narrow, &at, &alternative);) {
        if (!is_covered(&alternative, wide)) {
            return false;
        }
    }
    return true;
}

bool events_implies_party(const struct events_slot *slot) {
    static const struct events_atom parties[] = {
        {.test = EVENTS_IS_VICTIM, .ends_alternative = true},  {.test = EVENTS_HAS_OWNER, .ends_alternative = true},
        {.test = EVENTS_IS_PLACE, .ends_alternative = true},   {.test = EVENTS_IS_STATE, .ends_alternative = true},
        {.test = EVENTS_IS_POLITICAL, .ends_alternative = true}};
    struct events_slot anybody = *slot;
    anybody.atoms = parties;
    anybody.atom_count = sizeof parties / sizeof *parties;
    return events_implies(slot, &anybody);
}

static bool is_same_atom(const struct events_atom *left, const struct events_atom *right) {
    return left->test == right->test && left->negated == right->negated && left->class == right->class &&
           left->ends_alternative == right->ends_alternative && base_slice_equal(left->word, right->word);
}

bool events_is_same_slot(const struct events_slot *left, const struct events_slot *right) {
    bool same = left->presence == right->presence && left->target == right->target &&
                left->role_count == right->role_count && left->atom_count == right->atom_count;
    for (size_t i = 0; same && i < left->role_count; i++) {
        same = left->roles[i].role == right->roles[i].role &&
               base_slice_equal(left->roles[i].marker, right->roles[i].marker);
    }
    for (size_t i = 0; same && i < left->atom_count; i++) {
        same = is_same_atom(&left->atoms[i], &right->atoms[i]);
    }
    return same;
}

/* Possessors and modifiers of a noun are its subjects as well, indirect objects may be the objects. */
static unsigned family(enum events_role role) {
    switch (role) {
    case EVENTS_POSSESSIVE:
    case EVENTS_MODIFIER: return EVENTS_SUBJECT;
    case EVENTS_INDIRECT: return EVENTS_OBJECT;
    default: return role;
    }
}

bool events_may_share(const struct events_slot *left, const struct events_slot *right) {
    for (size_t i = 0; i < left->role_count; i++) {
        for (size_t j = 0; j < right->role_count; j++) {
            const struct events_place_in_frame *a = &left->roles[i], *b = &right->roles[j];
            if (family(a->role) == family(b->role) &&
                (a->role != EVENTS_CASE || base_slice_equal(a->marker, b->marker))) {
                return true;
            }
        }
    }
    return false;
}
