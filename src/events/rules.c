#include "events/rules.h"

#include <stdlib.h>

#include "events/slots.h"

struct reader {
    struct events_rules *rules;
    struct base_slice file;
    struct base_slice rest;   /* lines not read yet */
    unsigned line;
    unsigned layer;
    struct sayso_error *error;
};

static enum sayso_status wrong(const struct reader *reader, const char *what, struct base_slice where) {
    return base_error_set(reader->error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, reader->line, "%s \"%.*s\"", what,
                          (int)where.size, where.data);
}

/* Without the comment: "#" in the first column or after white space. */
static struct base_slice without_comment(struct base_slice line) {
    for (size_t i = 0; i < line.size; i++) {
        if (line.data[i] == '#' && (i == 0 || line.data[i - 1] == ' ' || line.data[i - 1] == '\t')) {
            line.size = i;
        }
    }
    while (line.size && (line.data[line.size - 1] == ' ' || line.data[line.size - 1] == '\t')) {
        line.size--;
    }
    return line;
}

static bool is_indented(struct base_slice line) {
    return line.size && (line.data[0] == ' ' || line.data[0] == '\t');
}

/* The next line that holds something; false at the end. */
static bool next_line(struct reader *reader, struct base_slice *line) {
    while (reader->rest.size) {
        *line = without_comment(base_slice_line(&reader->rest));
        reader->line++;
        if (line->size) {
            return true;
        }
    }
    return false;
}

/* The next line, where it belongs to the entry before; else it stays unread. */
static bool next_indented(struct reader *reader, struct base_slice *line) {
    struct reader before = *reader;
    if (next_line(reader, line) && is_indented(*line)) {
        *line = base_slice_trim(*line);
        return true;
    }
    *reader = before;
    return false;
}

struct events_rules *events_rules_new(struct base_arena *arena) {
    struct events_rules *rules = base_arena_take(arena, sizeof *rules);
    rules->arena = arena;
    rules->vocabulary.arena = arena;
    return rules;
}

/* The text of both lines; one that ends in "|" goes on without a space. */
static struct base_slice joined(const struct reader *reader, struct base_slice line, struct base_slice more) {
    const char *between = line.size == 0 || line.data[line.size - 1] == '|' ? "" : " ";
    return base_arena_format(reader->rules->arena, "%.*s%s%.*s", (int)line.size, line.data, between, (int)more.size,
                             more.data);
}

/* A class, macro or context may run over several lines; the later ones are indented. */
static struct base_slice with_continuation(struct reader *reader, struct base_slice line) {
    struct base_slice more;
    while (next_indented(reader, &more)) {
        line = joined(reader, line, more);
    }
    return line;
}

enum sayso_status events_rules_read_words(struct events_rules *rules, struct base_slice file, struct base_slice text,
                                          unsigned layer, struct sayso_error *error) {
    struct reader reader = {.rules = rules, .file = file, .rest = text, .layer = layer, .error = error};
    struct base_slice line;
    while (next_line(&reader, &line)) {
        if (events_vocabulary_owns(line)) {
            unsigned number = reader.line;
            enum sayso_status status =
                events_vocabulary_read(&rules->vocabulary, with_continuation(&reader, line), layer, number, error);
            if (status) {
                return status;
            }
        }
    }
    return SAYSO_OK;
}

/* ---- one rule */

static enum sayso_status read_type(const struct reader *reader, struct base_slice left, struct events_rule *rule) {
    struct base_slice mode = base_slice_cut(&left, ' '), type = base_slice_cut(&mode, '.');
    if (base_slice_is(type, "NONE")) {
        rule->type = EVENTS_NO_EVENT;
        return SAYSO_OK;
    }
    if (!events_type_of(type, &rule->type)) {
        return wrong(reader, "PLOVER has no event type", type);
    }
    if (mode.size && !events_mode_of(rule->type, mode, &rule->mode)) {
        return wrong(reader, "the type has no mode", mode);
    }
    left = base_slice_trim(left);
    if (left.size >= sizeof rule->cameo) {
        return wrong(reader, "no CAMEO code:", left);
    }
    for (size_t i = 0; i < left.size; i++) {
        if (left.data[i] < '0' || left.data[i] > '9') {
            return wrong(reader, "no CAMEO code:", left);
        }
        rule->cameo[i] = left.data[i];
    }
    return SAYSO_OK;
}

static enum sayso_status read_example(const struct reader *reader, struct base_slice text,
                                      struct events_example *example) {
    size_t arrow = base_slice_find(text, BASE_SLICE("=>"));
    example->wanted = text.data[0] == '+';
    example->line = reader->line;
    example->sentence = base_slice_trim(base_slice_part(text, 1, arrow == SIZE_MAX ? text.size : arrow));
    arrow = arrow == SIZE_MAX ? text.size : arrow + 2;
    example->expected = base_slice_trim(base_slice_part(text, arrow, text.size));
    return example->sentence.size ? SAYSO_OK : wrong(reader, "an example without a sentence", text);
}

static enum sayso_status read_rule(struct reader *reader, struct base_slice line) {
    struct events_rule rule = {.file = reader->file, .line = reader->line, .layer = reader->layer,
                               .order = (uint32_t)reader->rules->rules.count};
    struct base_slice right = line, left = base_slice_trim(base_slice_cut(&right, '=')), more;
    unsigned number = reader->line;
    enum sayso_status status = read_type(reader, left, &rule);
    BASE_VECTOR(struct events_example) examples = {0};
    while (!status && next_indented(reader, &more)) {
        if (more.data[0] == '+' || more.data[0] == '-') {
            status = read_example(reader, more, BASE_GROW(reader->rules->arena, &examples));
        } else {
            right = joined(reader, right, more);
        }
    }
    if (status) {
        return status;
    }
    right = base_slice_trim(right);
    rule.heads = base_slice_cut(&right, ' ');
    rule.examples = examples.items;
    rule.example_count = examples.count;
    struct base_slice name = reader->file;
    while (name.size && base_slice_find(name, BASE_SLICE("/")) != SIZE_MAX) {
        base_slice_cut(&name, '/');
    }
    rule.origin = base_arena_format(reader->rules->arena, "%.*s:%u", (int)name.size, name.data, number);
    status = events_slots_read(reader->rules, right, number, &rule, reader->error);
    BASE_PUSH(reader->rules->arena, &reader->rules->rules, rule);
    return status;
}

enum sayso_status events_rules_read(struct events_rules *rules, struct base_slice file, struct base_slice text,
                                    unsigned layer, struct sayso_error *error) {
    struct reader reader = {.rules = rules, .file = file, .rest = text, .layer = layer, .error = error};
    struct base_slice line;
    while (next_line(&reader, &line)) {
        enum sayso_status status = SAYSO_OK;
        if (is_indented(line)) {
            status = wrong(&reader, "a line that belongs to no rule:", base_slice_trim(line));
        } else if (line.data[0] == '!') {
            base_map_set(&rules->removed, rules->arena, base_slice_trim(base_slice_part(line, 1, line.size)),
                         (uint32_t)rules->rules.count);
        } else if (events_vocabulary_owns(line)) {
            with_continuation(&reader, line);
        } else {
            status = read_rule(&reader, line);
        }
        if (status) {
            return status;
        }
    }
    return SAYSO_OK;
}

/* ---- index */

static int by_rank(const void *left, const void *right) {
    const struct events_rule *a = left, *b = right;
    if (a->layer != b->layer) {
        return a->layer > b->layer ? -1 : 1;
    }
    if (a->weight != b->weight) {
        return a->weight > b->weight ? -1 : 1;
    }
    if ((a->type == EVENTS_NO_EVENT) != (b->type == EVENTS_NO_EVENT)) {
        return a->type == EVENTS_NO_EVENT ? -1 : 1;
    }
    return a->order < b->order ? -1 : 1;
}

static void index_lemma(struct events_rules *rules, struct base_map *tails, struct base_slice lemma, char part,
                        uint32_t rule) {
    struct base_slice key = base_arena_format(rules->arena, "%.*s/%c", (int)lemma.size, lemma.data, part);
    uint32_t removed = base_map_get(&rules->removed, key);
    if (removed != BASE_MAP_NONE && rules->rules.items[rule].order < removed) {
        return;
    }
    uint32_t entry = (uint32_t)rules->lists.count, tail = base_map_get(tails, key);
    BASE_PUSH(rules->arena, &rules->lists, (struct events_rule_list){rule, DOCUMENT_NONE});
    if (tail == BASE_MAP_NONE) {
        base_map_set(&rules->index, rules->arena, key, entry);
    } else {
        rules->lists.items[tail].next = entry;
    }
    base_map_set(tails, rules->arena, key, entry);
}

struct events_keys events_keys_of(const struct events_rule *rule) {
    struct events_keys keys = {.rest = rule->heads};
    struct base_slice lemmas = base_slice_cut(&keys.rest, '/');
    keys.part = keys.rest.size ? keys.rest.data[0] : 0;
    keys.rest = lemmas;
    return keys;
}

bool events_next_key(const struct events_rules *rules, struct events_keys *keys) {
    for (;;) {
        while (keys->class && keys->item < keys->class->items.capacity) {
            keys->lemma = keys->class->items.slots[keys->item++].key;
            if (keys->lemma.data) {
                return true;
            }
        }
        keys->class = NULL;
        if (!keys->rest.size) {
            return false;
        }
        keys->lemma = base_slice_cut(&keys->rest, '|');
        if (!keys->lemma.size || keys->lemma.data[0] != '@') {
            return true;
        }
        keys->class = events_class_of(&rules->vocabulary, base_slice_part(keys->lemma, 1, keys->lemma.size));
        keys->item = 0;
    }
}

static void index_rule(struct events_rules *rules, struct base_map *tails, uint32_t number) {
    struct events_keys keys = events_keys_of(&rules->rules.items[number]);
    while (events_next_key(rules, &keys)) {
        index_lemma(rules, tails, keys.lemma, keys.part, number);
    }
}

/* The right side of "=" must begin with lemmas and a part of speech. */
static bool has_heads(const struct events_rules *rules, const struct events_rule *rule) {
    struct base_slice part = rule->heads, lemmas = base_slice_cut(&part, '/');
    if (!base_slice_is(part, "v") && !base_slice_is(part, "n") && !base_slice_is(part, "a")) {
        return false;
    }
    while (lemmas.size) {
        struct base_slice lemma = base_slice_cut(&lemmas, '|');
        if (!lemma.size || (lemma.data[0] == '@' &&
                            !events_class_of(&rules->vocabulary, base_slice_part(lemma, 1, lemma.size)))) {
            return false;
        }
    }
    return true;
}

enum sayso_status events_rules_close(struct events_rules *rules, struct sayso_error *error) {
    enum sayso_status status = events_vocabulary_close(&rules->vocabulary, error);
    for (size_t i = 0; i < rules->rules.count && !status; i++) {
        const struct events_rule *rule = &rules->rules.items[i];
        if (!has_heads(rules, rule)) {
            base_error_input(error, base_arena_string(rules->arena, rule->file));
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, rule->line,
                                  "expected lemmas and /v, /n or /a, not \"%.*s\"", (int)rule->heads.size,
                                  rule->heads.data);
        }
    }
    if (status) {
        return status;
    }
    if (rules->rules.count) {
        qsort(rules->rules.items, rules->rules.count, sizeof *rules->rules.items, by_rank);
    }
    struct base_map tails = {0};
    for (size_t i = 0; i < rules->rules.count; i++) {
        index_rule(rules, &tails, (uint32_t)i);
    }
    return SAYSO_OK;
}

uint32_t events_rules_for(const struct events_rules *rules, struct base_slice lemma, char part) {
    char key[64];
    if (lemma.size + 2 > sizeof key) {
        return DOCUMENT_NONE;
    }
    memcpy(key, lemma.data, lemma.size);
    key[lemma.size] = '/';
    key[lemma.size + 1] = part;
    return base_map_get(&rules->index, (struct base_slice){key, lemma.size + 2});
}

uint32_t events_rules_at(const struct events_rules *rules, const struct document_token *token, char part) {
    uint32_t entry = events_rules_for(rules, token->lemma, part);
    if (entry != DOCUMENT_NONE || part != 'v' || !rules->forms.count) {
        return entry;
    }
    char form[64];
    size_t size = 0;
    for (; size < token->form.size && size < sizeof form; size++) {
        char c = token->form.data[size];
        form[size] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    uint32_t verb = base_map_get(&rules->forms, (struct base_slice){form, size});
    return verb == BASE_MAP_NONE ? DOCUMENT_NONE : events_rules_for(rules, rules->verbs.items[verb], part);
}
