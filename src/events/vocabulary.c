#include "events/vocabulary.h"

#include "events/plover.h"

bool events_vocabulary_owns(struct base_slice line) {
    return line.size && (line.data[0] == '@' || line.data[0] == '$' || base_slice_starts(line, BASE_SLICE("context ")));
}

const struct events_class *events_class_of(const struct events_vocabulary *vocabulary, struct base_slice name) {
    uint32_t index = base_map_get(&vocabulary->class_names, name);
    return index == BASE_MAP_NONE || !vocabulary->classes.items[index]->defined ? NULL
                                                                               : vocabulary->classes.items[index];
}

const struct events_macro *events_macro_of(const struct events_vocabulary *vocabulary, struct base_slice name) {
    uint32_t index = base_map_get(&vocabulary->macro_names, name);
    return index == BASE_MAP_NONE ? NULL : &vocabulary->macros.items[index];
}

uint64_t events_context_bits(const struct events_vocabulary *vocabulary, struct base_slice lemma) {
    uint32_t index = base_map_get(&vocabulary->context_words, lemma);
    return index == BASE_MAP_NONE ? 0 : vocabulary->context_bits.items[index];
}

static struct events_class *class_named(struct events_vocabulary *vocabulary, struct base_slice name) {
    uint32_t index = base_map_get(&vocabulary->class_names, name);
    if (index != BASE_MAP_NONE) {
        return vocabulary->classes.items[index];
    }
    struct events_class *class = base_arena_take(vocabulary->arena, sizeof *class);
    class->name = name;
    base_map_set(&vocabulary->class_names, vocabulary->arena, name, (uint32_t)vocabulary->classes.count);
    BASE_PUSH(vocabulary->arena, &vocabulary->classes, class);
    return class;
}

/* "two=2" gives 2; a word alone 1. */
static bool item_number(struct base_slice *item, uint32_t *value) {
    struct base_slice rest = *item, word = base_slice_trim(base_slice_cut(&rest, '='));
    rest = base_slice_trim(rest);
    *item = word;
    *value = rest.size ? 0 : 1;
    for (size_t i = 0; i < rest.size; i++) {
        if (rest.data[i] < '0' || rest.data[i] > '9' || *value > 10000000) {
            return false;
        }
        *value = *value * 10 + (uint32_t)(rest.data[i] - '0');
    }
    return word.size > 0;
}

/* Where a class is defined in the rules. */
struct definition {
    unsigned layer, line;
    bool adds;
};

static enum sayso_status read_class(struct events_vocabulary *vocabulary, struct base_slice name,
                                    struct base_slice items, struct definition definition, struct sayso_error *error) {
    struct events_class *class = class_named(vocabulary, name);
    unsigned line = definition.line;
    if (!definition.adds) {
        if (class->defined && class->layer == definition.layer) { /* two files that mean other words would share them */
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, line,
                                  "the class \"%.*s\" has been defined before; += adds words", (int)name.size, name.data);
        }
        class->layer = definition.layer;
        class->items = (struct base_map){0};
        class->parts.count = 0;
    }
    class->defined = true;
    while (items.size) {
        struct base_slice item = base_slice_trim(base_slice_cut(&items, '|'));
        uint32_t value;
        if (item.size > 1 && item.data[0] == '@') {
            BASE_PUSH(vocabulary->arena, &class->parts, class_named(vocabulary, base_slice_part(item, 1, item.size)));
        } else if (item_number(&item, &value)) {
            base_map_set(&class->items, vocabulary->arena, item, value);
        } else {
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, line, "an empty word in a class");
        }
    }
    return SAYSO_OK;
}

static enum sayso_status read_context(struct events_vocabulary *vocabulary, struct base_slice name,
                                      struct base_slice items, unsigned line, struct sayso_error *error) {
    unsigned bit;
    if (!events_context_of(name, &bit)) {
        return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, line, "PLOVER has no context \"%.*s\"",
                              (int)name.size, name.data);
    }
    while (items.size) {
        struct base_slice item = base_slice_trim(base_slice_cut(&items, '|'));
        uint32_t index = base_map_get(&vocabulary->context_words, item);
        if (index == BASE_MAP_NONE) {
            index = (uint32_t)vocabulary->context_bits.count;
            BASE_PUSH(vocabulary->arena, &vocabulary->context_bits, 0);
            base_map_set(&vocabulary->context_words, vocabulary->arena, item, index);
        }
        vocabulary->context_bits.items[index] |= UINT64_C(1) << bit;
    }
    return SAYSO_OK;
}

enum sayso_status events_vocabulary_read(struct events_vocabulary *vocabulary, struct base_slice line, unsigned layer,
                                         unsigned number, struct sayso_error *error) {
    struct base_slice rest = line, left = base_slice_trim(base_slice_cut(&rest, '='));
    rest = base_slice_trim(rest);
    bool adds = left.size && left.data[left.size - 1] == '+';
    left = adds ? base_slice_trim(base_slice_part(left, 0, left.size - 1)) : left;
    if (!rest.size || left.size < 2) {
        return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, number, "expected NAME = ...");
    }
    if (line.data[0] == '@') {
        struct definition definition = {layer, number, adds};
        return read_class(vocabulary, base_slice_part(left, 1, left.size), rest, definition, error);
    }
    if (line.data[0] == '$') {
        struct base_slice name = base_slice_part(left, 1, left.size);
        base_map_set(&vocabulary->macro_names, vocabulary->arena, name, (uint32_t)vocabulary->macros.count);
        BASE_PUSH(vocabulary->arena, &vocabulary->macros, (struct events_macro){name, rest});
        return SAYSO_OK;
    }
    base_slice_cut(&left, ' ');
    return read_context(vocabulary, base_slice_trim(left), rest, number, error);
}

/* Classes within classes go this deep. */
enum { NESTING = 4 };

static void add_parts(struct events_vocabulary *vocabulary, struct events_class *class) {
    for (size_t i = 0; i < class->parts.count; i++) {
        const struct base_map *items = &class->parts.items[i]->items;
        for (size_t j = 0; class->parts.items[i] != class && j < items->capacity; j++) {
            if (items->slots[j].key.data) {
                base_map_set(&class->items, vocabulary->arena, items->slots[j].key, items->slots[j].value);
            }
        }
    }
}

enum sayso_status events_vocabulary_close(struct events_vocabulary *vocabulary, struct sayso_error *error) {
    for (size_t i = 0; i < vocabulary->classes.count; i++) {
        if (!vocabulary->classes.items[i]->defined) {
            struct base_slice name = vocabulary->classes.items[i]->name;
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, 0, "no file defines the class @%.*s",
                                  (int)name.size, name.data);
        }
    }
    for (int depth = 0; depth < NESTING; depth++) {
        for (size_t i = 0; i < vocabulary->classes.count; i++) {
            add_parts(vocabulary, vocabulary->classes.items[i]);
        }
    }
    vocabulary->agent = events_class_of(vocabulary, BASE_SLICE("agent"));
    vocabulary->whole = events_class_of(vocabulary, BASE_SLICE("whole"));
    vocabulary->light = events_class_of(vocabulary, BASE_SLICE("light"));
    vocabulary->occur = events_class_of(vocabulary, BASE_SLICE("occur"));
    vocabulary->borne = events_class_of(vocabulary, BASE_SLICE("borne"));
    vocabulary->beneath = events_class_of(vocabulary, BASE_SLICE("beneath"));
    vocabulary->conceding = events_class_of(vocabulary, BASE_SLICE("conceding"));
    vocabulary->purpose = events_class_of(vocabulary, BASE_SLICE("purpose"));
    vocabulary->kept = events_class_of(vocabulary, BASE_SLICE("kept"));
    vocabulary->asks = events_class_of(vocabulary, BASE_SLICE("asks"));
    vocabulary->asked[EVENTS_ASKED_YIELD] = events_class_of(vocabulary, BASE_SLICE("asked-yield"));
    vocabulary->asked[EVENTS_ASKED_MEET] = events_class_of(vocabulary, BASE_SLICE("asked-meet"));
    vocabulary->asked[EVENTS_ASKED_ASSIST] = events_class_of(vocabulary, BASE_SLICE("asked-help"));
    vocabulary->asked[EVENTS_ASKED_CHANGE] = events_class_of(vocabulary, BASE_SLICE("asked-change"));
    vocabulary->asked_by = events_class_of(vocabulary, BASE_SLICE("asked-by"));
    vocabulary->quantity = events_class_of(vocabulary, BASE_SLICE("quantity"));
    vocabulary->suffered = events_class_of(vocabulary, BASE_SLICE("suffered"));
    vocabulary->shared = events_class_of(vocabulary, BASE_SLICE("shared"));
    vocabulary->of_object = events_class_of(vocabulary, BASE_SLICE("of-object"));
    vocabulary->where = events_class_of(vocabulary, BASE_SLICE("where"));
    vocabulary->occasion = events_class_of(vocabulary, BASE_SLICE("occasion"));
    vocabulary->locality = events_class_of(vocabulary, BASE_SLICE("locality"));
    vocabulary->undergone = events_class_of(vocabulary, BASE_SLICE("undergone"));
    vocabulary->towards = events_class_of(vocabulary, BASE_SLICE("towards"));
    vocabulary->beside = events_class_of(vocabulary, BASE_SLICE("beside"));
    vocabulary->between = events_class_of(vocabulary, BASE_SLICE("between"));
    vocabulary->done_by = events_class_of(vocabulary, BASE_SLICE("done-by"));
    vocabulary->aimed = events_class_of(vocabulary, BASE_SLICE("aimed"));
    vocabulary->made = events_class_of(vocabulary, BASE_SLICE("made"));
    vocabulary->apart = events_class_of(vocabulary, BASE_SLICE("apart"));
    vocabulary->number = events_class_of(vocabulary, BASE_SLICE("number"));
    vocabulary->kill = events_class_of(vocabulary, BASE_SLICE("kill"));
    vocabulary->injure = events_class_of(vocabulary, BASE_SLICE("injure"));
    vocabulary->arrest = events_class_of(vocabulary, BASE_SLICE("arrest"));
    vocabulary->currency = events_class_of(vocabulary, BASE_SLICE("currency"));
    return SAYSO_OK;
}
