#include "syntax/lemmas.h"

#include "base/error.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { LONGEST_KEY = 96, LONGEST_SUFFIX = 6 };

static enum sayso_status refuse(struct sayso_error *error, const char *part, unsigned line) {
    base_error_input(error, part);
    return base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, line, "a line without the columns that it needs");
}

static struct base_slice join(struct base_arena *arena, struct base_slice tag, struct base_slice word) {
    return base_arena_format(arena, "%.*s %.*s", (int)tag.size, tag.data, (int)word.size, word.data);
}

static bool load_rule(struct syntax_lemmas *lemmas, struct base_arena *arena, struct base_slice line) {
    struct base_slice tag = base_slice_cut(&line, '\t'), suffix = base_slice_cut(&line, '\t');
    struct base_slice cut = base_slice_cut(&line, '\t');
    if (!tag.size || cut.size != 1 || cut.data[0] < '0' || cut.data[0] > '9') {
        return false;
    }
    BASE_PUSH(arena, &lemmas->rules, ((struct syntax_lemma_rule){line, (uint32_t)(cut.data[0] - '0')}));
    base_map_set(&lemmas->suffixes, arena, join(arena, tag, suffix), (uint32_t)lemmas->rules.count - 1);
    return true;
}

static bool load_feats(struct syntax_lemmas *lemmas, struct base_arena *arena, struct base_slice line) {
    struct base_slice tag = base_slice_cut(&line, '\t'), word = base_slice_cut(&line, '\t');
    if (!tag.size) {
        return false;
    }
    BASE_PUSH(arena, &lemmas->values, line);
    base_map_set(&lemmas->feats, arena, join(arena, tag, word), (uint32_t)lemmas->values.count - 1);
    return true;
}

static enum sayso_status load(const struct model *model, struct base_arena *arena, struct syntax_lemmas *lemmas,
                              const char *name, bool (*take)(struct syntax_lemmas *, struct base_arena *, struct base_slice),
                              struct sayso_error *error) {
    const struct model_part *part = model_part(model, name);
    if (!part) {
        return base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part %s: is missing", name);
    }
    struct base_slice rest = part->bytes;
    for (unsigned number = 1; rest.size; number++) {
        struct base_slice line = base_slice_line(&rest);
        if (line.size && line.data[0] != '#' && !take(lemmas, arena, line)) {
            return refuse(error, name, number);
        }
    }
    return SAYSO_OK;
}

enum sayso_status syntax_load_lemmas(const struct model *model, struct base_arena *arena, struct syntax_lemmas *lemmas,
                                     struct sayso_error *error) {
    enum sayso_status status = load(model, arena, lemmas, "syntax/forms.txt", load_rule, error);
    if (status == SAYSO_OK) { /* what the treebanks say of a form comes later and wins */
        status = load(model, arena, lemmas, "syntax/lemmas.txt", load_rule, error);
    }
    return status == SAYSO_OK ? load(model, arena, lemmas, "syntax/feats.txt", load_feats, error) : status;
}

/* "TAG key" in a buffer; empty where it does not fit. */
static struct base_slice make_key(char *buffer, struct base_slice tag, const char *mark, struct base_slice word) {
    size_t extra = strlen(mark);
    if (tag.size + 1 + extra + word.size > LONGEST_KEY) {
        return (struct base_slice){0};
    }
    memcpy(buffer, tag.data, tag.size);
    buffer[tag.size] = ' ';
    memcpy(buffer + tag.size + 1, mark, extra);
    if (word.size) {
        memcpy(buffer + tag.size + 1 + extra, word.data, word.size);
    }
    return (struct base_slice){buffer, tag.size + 1 + extra + word.size};
}

static const struct syntax_lemma_rule *find_rule(const struct syntax_lemmas *lemmas, struct base_slice tag,
                                                 struct base_slice lower) {
    char buffer[LONGEST_KEY];
    uint32_t found = base_map_get(&lemmas->suffixes, make_key(buffer, tag, "=", lower));
    size_t from = lower.size;
    size_t starts[LONGEST_SUFFIX + 1] = {from};
    size_t count = 0;
    while (from > 0 && count < LONGEST_SUFFIX) {
        base_utf8_previous(lower, &from);
        starts[++count] = from;
    }
    for (size_t i = count + 1; found == BASE_MAP_NONE && i-- > 0;) {
        found = base_map_get(&lemmas->suffixes,
                             make_key(buffer, tag, "", base_slice_part(lower, starts[i], lower.size)));
    }
    return found == BASE_MAP_NONE ? NULL : &lemmas->rules.items[found];
}

static struct base_slice apply(struct base_arena *arena, struct base_slice word, const struct syntax_lemma_rule *rule) {
    size_t end = word.size;
    for (uint32_t i = 0; i < rule->cut && end > 0; i++) {
        base_utf8_previous(word, &end);
    }
    if (rule->append.size == 0) {
        return end ? base_slice_part(word, 0, end) : word;
    }
    char *out = base_arena_take(arena, end + rule->append.size);
    memcpy(out, word.data, end);
    memcpy(out + end, rule->append.data, rule->append.size);
    return (struct base_slice){out, end + rule->append.size};
}

void syntax_lemmatize(const struct syntax_lemmas *lemmas, struct base_arena *arena, struct document_token *token) {
    char buffer[LONGEST_KEY];
    struct base_slice lower = base_lower_copy(arena, token->form);
    const struct syntax_lemma_rule *rule = find_rule(lemmas, token->xpos, lower);
    struct base_slice word = token->upos == UPOS_PROPN ? token->form : lower;
    token->lemma = rule ? apply(arena, word, rule) : word;
    uint32_t feats = base_map_get(&lemmas->feats, make_key(buffer, token->xpos, "", lower));
    if (feats == BASE_MAP_NONE) {
        feats = base_map_get(&lemmas->feats, make_key(buffer, token->xpos, "", (struct base_slice){0}));
    }
    token->feats = feats == BASE_MAP_NONE ? (struct base_slice){0} : lemmas->values.items[feats];
}

/* ---- whether a word can be a lemma */

/* Do the features, as UD has them, say that words so tagged are of the part of speech? */
static bool is_of_part(struct base_slice feats, char part) {
    bool verb = base_slice_find(feats, BASE_SLICE("VerbForm=")) != SIZE_MAX;
    bool pronoun = base_slice_find(feats, BASE_SLICE("PronType=")) != SIZE_MAX;
    return part == 'v'   ? verb
           : part == 'n' ? !verb && !pronoun && base_slice_find(feats, BASE_SLICE("Number=")) != SIZE_MAX
                         : base_slice_find(feats, BASE_SLICE("Degree=")) != SIZE_MAX;
}

/* One form of the tables, whole words only; false: the slot holds none. */
static bool whole_form(const struct syntax_lemmas *lemmas, size_t slot, struct base_slice *tag, struct base_slice *form,
                       const struct syntax_lemma_rule **rule) {
    struct base_slice key = lemmas->suffixes.slots[slot].key;
    if (!key.data) {
        return false;
    }
    *tag = base_slice_cut(&key, ' ');
    *form = base_slice_part(key, key.size > 1, key.size);
    *rule = &lemmas->rules.items[lemmas->suffixes.slots[slot].value];
    return key.size > 1 && key.data[0] == '=';
}

/* Is the word the lemma of a form that the treebanks tell features of: of "founded" that it is a past? */
static bool has_featured_form(const struct syntax_lemmas *lemmas, struct base_arena *arena, struct base_slice word) {
    for (size_t i = 0; i < lemmas->feats.capacity; i++) {
        struct base_slice form = lemmas->feats.slots[i].key;
        struct base_slice tag = form.data ? base_slice_cut(&form, ' ') : form;
        const struct syntax_lemma_rule *rule = form.size ? find_rule(lemmas, tag, form) : NULL;
        if (rule && !base_slice_equal(form, word) && base_slice_equal(apply(arena, form, rule), word)) {
            return true;
        }
    }
    return false;
}

/* Do the tables have a form whose lemma is the word, maybe the word itself: "goods"? */
static bool has_form(const struct syntax_lemmas *lemmas, struct base_arena *arena, struct base_slice word) {
    struct base_slice tag, form;
    const struct syntax_lemma_rule *rule;
    for (size_t i = 0; i < lemmas->suffixes.capacity; i++) {
        if (whole_form(lemmas, i, &tag, &form, &rule) && base_slice_equal(apply(arena, form, rule), word)) {
            return true;
        }
    }
    return has_featured_form(lemmas, arena, word);
}

/* What the rule cuts off. */
static struct base_slice ending(struct base_slice form, const struct syntax_lemma_rule *rule) {
    size_t at = form.size;
    for (uint32_t i = 0; i < rule->cut && at > 0; i++) {
        base_utf8_previous(form, &at);
    }
    return base_slice_part(form, at, form.size);
}

/* Suffixes guess: the rule for all other words cuts the "t" off "avert". Do forms of the tables end so as well? */
static bool is_usual(const struct syntax_lemmas *lemmas, struct base_slice tag, struct base_slice word,
                     const struct syntax_lemma_rule *rule) {
    enum { USUAL = 3 };
    struct base_slice other_tag, form, cut = ending(word, rule);
    const struct syntax_lemma_rule *other;
    size_t count = 0;
    for (size_t i = 0; i < lemmas->suffixes.capacity && count < USUAL; i++) {
        if (whole_form(lemmas, i, &other_tag, &form, &other) && base_slice_equal(tag, other_tag)) {
            count += base_slice_equal(ending(form, other), cut) && base_slice_equal(other->append, rule->append);
            count += base_slice_equal(form, word) ? USUAL : 0;
        }
    }
    return count >= USUAL;
}

struct base_slice syntax_lemma_of_form(const struct syntax_lemmas *lemmas, struct base_arena *arena,
                                       struct base_slice word, char part,
                                       bool (*is_lemma)(void *context, struct base_slice word), void *context) {
    struct base_slice found = {0};
    for (size_t i = 0; i < lemmas->feats.capacity && !found.size; i++) {
        struct base_slice tag = lemmas->feats.slots[i].key; /* "VBD ": what words so tagged have in general */
        if (!tag.data || tag.data[tag.size - 1] != ' ' ||
            !is_of_part(lemmas->values.items[lemmas->feats.slots[i].value], part)) {
            continue;
        }
        tag.size--;
        const struct syntax_lemma_rule *rule = find_rule(lemmas, tag, word);
        struct base_slice lemma = rule ? apply(arena, word, rule) : word;
        bool inflected = !base_slice_equal(lemma, word) && is_lemma(context, lemma);
        found = inflected && is_usual(lemmas, tag, word, rule) ? lemma : found;
    }
    return found.size && !has_form(lemmas, arena, word) ? found : (struct base_slice){0};
}
