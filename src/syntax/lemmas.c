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
