#include "syntax/gazetteer.h"

#include "base/error.h"

/* Words of a name, and how names alone and kinds of names are numbered (gazetteer.py). */
enum { LONGEST_NAME = 6, KIND_BITS = 7, ROWS_OF_KINDS = 13, SEPARATOR = 0x1F };

void syntax_index_keys(const uint64_t *keys, size_t count, uint32_t index[65537]) {
    size_t at = 0;
    for (size_t top = 0; top <= 65536; top++) {
        while (at < count && keys[at] >> 48 < top) {
            at++;
        }
        index[top] = (uint32_t)at;
    }
}

size_t syntax_find_key(const uint64_t *keys, const uint32_t *index, uint64_t key) {
    size_t low = index[key >> 48], high = index[(key >> 48) + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (keys[middle] == key) {
            return middle;
        }
        if (keys[middle] < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return SIZE_MAX;
}

enum sayso_status syntax_load_gazetteer(const struct model *model, struct syntax_gazetteer *gazetteer,
                                        struct sayso_error *error) {
    const struct model_part *keys = model_part(model, "syntax/gazetteer.keys");
    const struct model_part *classes = model_part(model, "syntax/gazetteer.classes");
    if (!keys || !classes || keys->bytes.size != classes->bytes.size * 8) {
        return base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0,
                              "model part syntax/gazetteer.keys: is missing or does not fit its classes");
    }
    gazetteer->keys = (const uint64_t *)(const void *)keys->bytes.data;
    gazetteer->classes = (const uint8_t *)classes->bytes.data;
    gazetteer->count = classes->bytes.size;
    syntax_index_keys(gazetteer->keys, gazetteer->count, gazetteer->index);
    return SAYSO_OK;
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool all_capitals(struct base_slice form) {
    for (size_t i = 0; i < form.size; i++) {
        if ((unsigned char)form.data[i] >= 128 || (form.data[i] >= 'a' && form.data[i] <= 'z')) {
            return false;
        }
    }
    return form.size > 3 && is_capital(form.data[0]);
}

/* FNV-1a, with a word in capitals as if it were capitalised. */
static uint64_t add_form(uint64_t hash, struct base_slice form) {
    bool lower = all_capitals(form);
    for (size_t i = 0; i < form.size; i++) {
        unsigned char c = (unsigned char)form.data[i];
        c = (unsigned char)(lower && i && is_capital((char)c) ? c + 32 : c);
        hash = (hash ^ c) * 1099511628211u;
    }
    return hash;
}

static uint8_t look_up(const struct syntax_gazetteer *g, uint64_t hash) {
    size_t at = syntax_find_key(g->keys, g->index, hash);
    return at == SIZE_MAX ? 0 : g->classes[at];
}

/* The longest name that begins at the first of `count` tokens; its length in words, or 0. */
static uint32_t longest_name(const struct syntax_gazetteer *g, const struct document_token *tokens, uint32_t count,
                             uint8_t *kind) {
    uint64_t hash = 14695981039346656037u;
    uint32_t found = 0;
    for (uint32_t n = 0; n < count && n < LONGEST_NAME; n++) {
        hash = n ? (hash ^ SEPARATOR) * 1099511628211u : hash;
        hash = add_form(hash, tokens[n].form);
        uint8_t here = look_up(g, hash) & KIND_BITS;
        if (here) {
            *kind = here;
            found = n + 1;
        }
    }
    return found;
}

/* Does the form begin with an upper-case letter? Those beyond ASCII begin with a byte of their own, so ask its name. */
static bool may_be_name(struct base_slice form) {
    return form.size && (is_capital(form.data[0]) || (unsigned char)form.data[0] >= 128);
}

void syntax_gazetteer_rows(const struct syntax_gazetteer *gazetteer, const struct document *document, uint32_t first,
                           uint32_t count, uint8_t *rows) {
    const struct document_token *tokens = &document->tokens.items[first];
    uint32_t covered = 0;
    uint8_t kind = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool may_be = may_be_name(tokens[i].form);
        bool begins = false;
        if (i >= covered && may_be) {
            uint32_t length = longest_name(gazetteer, tokens + i, count - i, &kind);
            begins = length > 0;
            covered = length ? i + length : covered;
        }
        uint8_t alone = may_be ? (uint8_t)(look_up(gazetteer, add_form(14695981039346656037u, tokens[i].form)) >> 3) : 0;
        uint8_t inside = i < covered ? (uint8_t)(kind * 2 - begins) : 0;
        rows[i] = (uint8_t)(inside + ROWS_OF_KINDS * alone);
    }
}
