#include "syntax/names.h"

#include "base/error.h"
#include "base/utf8.h"

enum sayso_status syntax_read_name_tags(const struct syntax_tags *names, struct syntax_name_tags *out,
                                        struct sayso_error *error) {
    static const struct {
        struct base_slice ending;
        enum document_name_type type;
    } types[] = {{{"-PER", 4}, DOCUMENT_NAME_PER}, {{"-ORG", 4}, DOCUMENT_NAME_ORG}, {{"-LOC", 4}, DOCUMENT_NAME_LOC}};
    if (names->count == 0 || names->count > SYNTAX_MOST_NAME_TAGS) {
        return base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part syntax/tags.names: %zu tags, 1 to %d wanted",
                              names->count, SYNTAX_MOST_NAME_TAGS);
    }
    out->count = names->count;
    for (size_t i = 0; i < names->count; i++) {
        for (size_t k = 0; k < sizeof types / sizeof *types; k++) {
            if (base_slice_ends(names->names[i], types[k].ending)) {
                out->tags[i].is_name = true;
                out->tags[i].begins = names->names[i].data[0] == 'B';
                out->tags[i].type = types[k].type;
            }
        }
    }
    return SAYSO_OK;
}

/* An inner tag goes on with a name of its type; all other tags may follow anything. `before` may be -1: the start. */
static bool may_follow(const struct syntax_name_tags *t, size_t before, size_t tag) {
    if (!t->tags[tag].is_name || t->tags[tag].begins) {
        return true;
    }
    return before != SIZE_MAX && t->tags[before].is_name && t->tags[before].type == t->tags[tag].type;
}

/* The allowed sequence with the greatest sum of scores (Viterbi); the tag of token i ends up in back[i * MOST]. */
static void best_sequence(const struct syntax_name_tags *t, const float *scores, size_t stride, uint32_t count,
                          uint8_t *back) {
    float best[SYNTAX_MOST_NAME_TAGS], next[SYNTAX_MOST_NAME_TAGS];
    for (size_t tag = 0; tag < t->count; tag++) {
        best[tag] = may_follow(t, SIZE_MAX, tag) ? scores[tag] : -1e30f;
    }
    for (uint32_t i = 1; i < count; i++) {
        for (size_t tag = 0; tag < t->count; tag++) {
            size_t from = SIZE_MAX;
            for (size_t before = 0; before < t->count; before++) {
                if (may_follow(t, before, tag) && (from == SIZE_MAX || best[before] > best[from])) {
                    from = before;
                }
            }
            next[tag] = best[from] + scores[i * stride + tag];
            back[i * SYNTAX_MOST_NAME_TAGS + tag] = (uint8_t)from;
        }
        memcpy(best, next, sizeof best);
    }
    size_t tag = 0;
    for (size_t i = 1; i < t->count; i++) {
        tag = best[i] > best[tag] ? i : tag;
    }
    for (uint32_t i = count; i-- > 0;) {
        size_t from = i ? back[i * SYNTAX_MOST_NAME_TAGS + tag] : 0;
        back[i * SYNTAX_MOST_NAME_TAGS] = (uint8_t)tag;
        tag = from;
    }
}

/* May the word stand at the edge of a name? What is neither a proper noun nor written like a name may not; and no person's
 * name ends with a word in lower case ("the Kenyan minister"). */
static bool may_stand_at_edge(const struct document_token *token, bool capital) {
    size_t at = 0;
    if (token->upos == UPOS_PUNCT || token->upos == UPOS_DET || token->upos == UPOS_ADP || token->upos == UPOS_PRON) {
        return false;
    }
    uint32_t c = base_utf8_next(token->form, &at);
    bool lower = base_is_letter(c) && !base_is_upper(c);
    return base_is_upper(c) || base_is_digit(c) || (token->upos == UPOS_PROPN && !(capital && lower));
}

static void add_name(struct document *document, uint32_t first, uint32_t end, enum document_name_type type) {
    const struct document_token *tokens = document->tokens.items;
    while (first < end && !may_stand_at_edge(&tokens[first], false)) {
        first++;
    }
    while (end > first && !may_stand_at_edge(&tokens[end - 1], type == DOCUMENT_NAME_PER)) {
        end--;
    }
    if (first == end || (end - first == 1 && tokens[first].upos == UPOS_ADJ)) {
        return; /* an adjective of a country or a creed names nobody: "Syrian troops" */
    }
    struct document_span span = {tokens[first].span.start, tokens[end - 1].span.end};
    BASE_PUSH(document->arena, &document->names, ((struct document_name){span, first, end - first, type}));
    for (uint32_t i = first; i < end; i++) {
        document->tokens.items[i].name = (uint32_t)document->names.count - 1;
    }
}

void syntax_find_names(const struct syntax_name_tags *tags, struct document *document, uint32_t first, uint32_t count,
                       const float *scores, size_t stride, uint8_t *back) {
    uint32_t start = 0;
    bool open = false;
    enum document_name_type type = DOCUMENT_NAME_PER;
    best_sequence(tags, scores, stride, count, back);
    for (uint32_t i = 0; i < count; i++) {
        size_t tag = back[i * SYNTAX_MOST_NAME_TAGS];
        bool goes_on = tags->tags[tag].is_name && !tags->tags[tag].begins;
        if (open && !goes_on) {
            add_name(document, first + start, first + i, type);
            open = false;
        }
        if (tags->tags[tag].is_name && !open) {
            start = i;
            type = tags->tags[tag].type;
            open = true;
        }
    }
    if (open) {
        add_name(document, first + start, first + count, type);
    }
}
