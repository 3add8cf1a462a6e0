/* From dictionaries to tables that are matched: frames with their optional elements in or out, by what they start with.
 */
#include "dates/dictionary.h"

enum { LONGEST_OPTIONALS = 5 };

static const struct {
    const char *name;
    enum dates_class class;
} slots[] = {{"MONTH", DATES_MONTH}, {"WEEKDAY", DATES_WEEKDAY}, {"SEASON", DATES_SEASON},   {"FEAST", DATES_FEAST},
             {"UNIT", DATES_UNIT},   {"NUMBER", DATES_NUMBER},   {"ORDINAL", DATES_ORDINAL}, {"DECADE", DATES_DECADE},
             {"PART", DATES_PART},   {"DAY", DATES_DAY},         {"YEAR", DATES_YEAR},       {"ISO", DATES_ISO},
             {"DATE", DATES_DATE}};

struct pattern {
    struct dates_element elements[DATES_LONGEST_FRAME];
    bool optional[DATES_LONGEST_FRAME];
    uint32_t count, optionals;
};

static bool read_element(struct dates *dates, struct base_arena *arena, struct base_slice text,
                         struct dates_element *out) {
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        if (base_slice_is(text, slots[i].name)) {
            out->class = slots[i].class;
            return true;
        }
    }
    while (text.size) {
        if (out->count == DATES_ALTERNATIVES) {
            return false;
        }
        out->symbols[out->count++] = dates_intern(dates, arena, base_slice_cut(&text, '|'));
    }
    return out->count > 0;
}

static bool read_pattern(struct dates *dates, struct base_arena *arena, struct base_slice key, struct pattern *out) {
    while ((key = base_slice_trim(key)).size) {
        struct base_slice text = base_slice_cut(&key, ' ');
        bool optional = text.size > 2 && text.data[0] == '[' && text.data[text.size - 1] == ']';
        if (optional) {
            text = base_slice_part(text, 1, text.size - 1);
        }
        if (out->count == DATES_LONGEST_FRAME || !read_element(dates, arena, text, &out->elements[out->count])) {
            return false;
        }
        out->optional[out->count++] = optional;
        out->optionals += optional;
    }
    return out->optionals <= LONGEST_OPTIONALS && out->count > out->optionals;
}

static void add_to_bucket(struct dates *dates, struct base_arena *arena, uint32_t variant) {
    const struct dates_element *first = &dates->variants.items[variant].elements[0];
    if (first->class != DATES_LITERAL) {
        BASE_PUSH(arena, &dates->by_class[first->class].variants, variant);
        return;
    }
    for (uint32_t i = 0; i < first->count; i++) {
        while (dates->by_symbol.count <= first->symbols[i]) {
            BASE_PUSH(arena, &dates->by_symbol, (struct dates_bucket){0});
        }
        BASE_PUSH(arena, &dates->by_symbol.items[first->symbols[i]].variants, variant);
    }
}

static void add_variants(struct dates *dates, struct base_arena *arena, uint32_t frame, const struct pattern *pattern) {
    for (uint32_t choice = 0; choice < 1u << pattern->optionals; choice++) {
        struct dates_variant variant = {.frame = frame};
        uint32_t optional = 0;
        for (uint32_t i = 0; i < pattern->count; i++) {
            if (!pattern->optional[i] || (choice >> optional++ & 1)) {
                variant.elements[variant.count++] = pattern->elements[i];
                variant.composed |= pattern->elements[i].class == DATES_DATE;
            }
        }
        BASE_PUSH(arena, &dates->variants, variant);
        add_to_bucket(dates, arena, (uint32_t)dates->variants.count - 1);
    }
}

/* Words by their first symbol, longer ones before shorter ones. */
static void index_words(struct dates *dates, struct base_arena *arena) {
    while (dates->heads.count <= dates->symbol_count) {
        BASE_PUSH(arena, &dates->heads, DATES_END);
        BASE_PUSH(arena, &dates->classes, 0);
    }
    for (uint32_t i = 0; i < dates->words.count; i++) {
        struct dates_word *word = &dates->words.items[i];
        uint32_t *at = &dates->heads.items[word->symbols[0]];
        while (*at != DATES_END && dates->words.items[*at].count >= word->count) {
            at = &dates->words.items[*at].next;
        }
        word->next = *at;
        *at = i;
        dates->classes.items[word->symbols[0]] |= 1u << word->class;
    }
}

enum sayso_status dates_index(struct dates *dates, struct base_arena *arena, struct sayso_error *error) {
    for (uint32_t i = 0; i < dates->frames.count; i++) {
        struct dates_frame *frame = &dates->frames.items[i];
        struct pattern pattern = {0};
        if (frame->removed) {
            continue;
        }
        if (!read_pattern(dates, arena, frame->key, &pattern)) {
            base_error_input(error, base_arena_string(arena, frame->origin));
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, frame->line,
                                  "a frame of nothing, or of too many elements: %.*s",
                                  (int)(frame->key.size < 200 ? frame->key.size : 200), frame->key.data);
        }
        add_variants(dates, arena, i, &pattern);
    }
    index_words(dates, arena);
    while (dates->by_symbol.count <= dates->symbol_count) {
        BASE_PUSH(arena, &dates->by_symbol, (struct dates_bucket){0});
    }
    return SAYSO_OK;
}
