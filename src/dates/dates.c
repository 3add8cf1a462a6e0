#include "dates/dates.h"

#include "dates/dictionary.h"
#include "dates/match.h"
#include "document/tree.h"

enum { ROUNDS = 4 }; /* "since | the start of | the year": frames of frames do not go deeper */

static void number_tokens(struct dates_search *search) {
    const struct document *document = search->document;
    for (size_t i = 0; i < document->tokens.count; i++) {
        char room[32];
        struct base_slice key = dates_normalise(document->tokens.items[i].form, room, sizeof room);
        uint32_t symbol = key.size ? base_map_get(&search->dates->symbols, key) : BASE_MAP_NONE;
        search->symbols[i] = symbol == BASE_MAP_NONE ? DATES_NO_SYMBOL : symbol;
        search->at[i] = DOCUMENT_NONE;
    }
}

/* The longest match so far at one token. */
struct best {
    uint32_t count;
    const struct dates_frame *frame;
    struct dates_interval interval;
};

static void try_bucket(struct dates_search *search, const struct dates_bucket *bucket, uint32_t token, uint32_t end,
                       bool composed, struct best *best) {
    for (size_t i = 0; i < bucket->variants.count; i++) {
        const struct dates_variant *variant = &search->dates->variants.items[bucket->variants.items[i]];
        const struct dates_frame *frame = &search->dates->frames.items[variant->frame];
        struct dates_capture capture;
        struct dates_interval interval = {DOCUMENT_DAY_OPEN, DOCUMENT_DAY_OPEN};
        uint32_t count;
        if (variant->composed == composed && dates_match(search, variant, token, end, &capture, &count) &&
            count > best->count && dates_resolve(search, frame, &capture, token, &interval)) {
            *best = (struct best){count, frame, interval};
        }
    }
}

/* Classes that the token can belong to, as bits: by its words, or by its digits ("'90s" has a quotation mark first). */
static uint32_t classes_of(const struct dates_search *search, uint32_t token) {
    static const uint32_t digits = 1u << DATES_DAY | 1u << DATES_YEAR | 1u << DATES_ISO | 1u << DATES_NUMBER |
                                   1u << DATES_ORDINAL | 1u << DATES_DECADE;
    struct base_slice form = search->document->tokens.items[token].form;
    uint32_t symbol = search->symbols[token];
    char first = form.size ? form.data[0] : 0;
    bool may_be_digits = (first >= '0' && first <= '9') || first == '\'' || first == '\xE2';
    return (symbol == DATES_NO_SYMBOL ? 0 : search->dates->classes.items[symbol]) | (may_be_digits ? digits : 0);
}

static bool match_at(struct dates_search *search, uint32_t token, uint32_t end, bool composed, struct best *best) {
    const struct dates *dates = search->dates;
    if (composed && search->at[token] != DOCUMENT_NONE) {
        try_bucket(search, &dates->by_class[DATES_DATE], token, end, composed, best);
    }
    if (search->symbols[token] != DATES_NO_SYMBOL) {
        try_bucket(search, &dates->by_symbol.items[search->symbols[token]], token, end, composed, best);
    }
    uint32_t classes = classes_of(search, token);
    for (int class = DATES_MONTH; classes >> class; class ++) {
        if (classes >> class & 1) {
            try_bucket(search, &dates->by_class[class], token, end, composed, best);
        }
    }
    return best->frame != NULL;
}

/* "USA Today" is on no day. */
static bool is_in_name(const struct document *document, uint32_t token) {
    uint32_t name = document->tokens.items[token].name;
    return name != DOCUMENT_NONE && document->names.items[name].first < token &&
           document->names.items[name].type != DOCUMENT_NAME_LOC;
}

/* Takes the match into the list; what it is made of is no date of its own any more. */
static void keep(struct dates_search *search, uint32_t token, const struct best *best) {
    uint32_t index = (uint32_t)search->found.count;
    for (uint32_t i = token; i < token + best->count; i++) {
        if (search->at[i] != DOCUMENT_NONE) {
            search->found.items[search->at[i]].dead = true;
        }
        search->at[i] = index;
    }
    struct dates_found found = {token, best->count, best->interval, best->frame->operation == DATES_NOTHING};
    BASE_PUSH(search->document->arena, &search->found, found);
    search->previous = found.dead ? search->previous : index;
}

static bool search_sentence(struct dates_search *search, uint32_t first, uint32_t end, bool composed) {
    bool changed = false;
    for (uint32_t i = first; i < end;) {
        struct best best = {0};
        uint32_t own = search->at[i] == DOCUMENT_NONE ? 0 : search->found.items[search->at[i]].count;
        bool inside = own && search->found.items[search->at[i]].first != i;
        best.count = own;
        if (!inside && !is_in_name(search->document, i) && match_at(search, i, end, composed, &best)) {
            keep(search, i, &best);
            changed = true;
        }
        i += inside || best.count == 0 ? 1 : best.count;
    }
    return changed;
}

static uint32_t head_of(const struct document *document, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i < first + count; i++) {
        const struct document_token *token = document_token(document, i);
        if ((token->head == DOCUMENT_NONE || token->head < first || token->head >= first + count) &&
            token->relation != REL_CASE && token->relation != REL_MARK && token->relation != REL_PUNCT &&
            token->relation != REL_DET) {
            return i;
        }
    }
    return first;
}

static void hand_over(struct dates_search *search) {
    struct document *document = search->document;
    document->date_at = base_arena_array(document->arena, document->tokens.count, sizeof *document->date_at);
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        uint32_t found = search->at[i];
        document->date_at[i] = DOCUMENT_NONE;
        if (found == DOCUMENT_NONE || search->found.items[found].dead) {
            continue;
        }
        const struct dates_found *date = &search->found.items[found];
        if (date->first == i) {
            struct document_date entry = {document_tokens_span(document, i, i + date->count - 1),
                                          i,
                                          date->count,
                                          head_of(document, i, date->count),
                                          date->interval.start,
                                          date->interval.end};
            BASE_PUSH(document->arena, &document->dates, entry);
        }
        document->date_at[i] = (uint32_t)document->dates.count - 1;
    }
}

void dates_find(const struct dates *dates, struct document *document) {
    struct dates_search search = {.dates = dates, .document = document, .previous = DOCUMENT_NONE};
    search.symbols = base_arena_array(document->arena, document->tokens.count, sizeof *search.symbols);
    search.at = base_arena_array(document->arena, document->tokens.count, sizeof *search.at);
    number_tokens(&search);
    for (size_t i = 0; i < document->sentences.count; i++) {
        uint32_t first = document->sentences.items[i].first, end = first + document->sentences.items[i].count;
        size_t before = search.found.count;
        search_sentence(&search, first, end, false);
        for (int round = 0; search.found.count > before && round < ROUNDS; round++) {
            if (!search_sentence(&search, first, end, true)) {
                break;
            }
        }
    }
    hand_over(&search);
}
