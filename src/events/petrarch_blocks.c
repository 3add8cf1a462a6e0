/* Blocks: a header with a code, verbs with their forms, patterns for all of them. */
#include "events/petrarch.h"

#include "base/utf8.h"

static struct petrarch_block *new_block(struct petrarch_verbs *verbs, struct base_slice name) {
    struct petrarch_block *block = base_arena_take(verbs->rules->arena, sizeof *block);
    block->name = name;
    BASE_PUSH(verbs->rules->arena, &verbs->blocks, block);
    return block;
}

static struct petrarch_block *last_block(struct petrarch_verbs *verbs) {
    return verbs->blocks.count ? verbs->blocks.items[verbs->blocks.count - 1] : new_block(verbs, BASE_SLICE(""));
}

/* Cuts "[...]" off; false: refused. *has: there was one. */
static bool cut_code(struct petrarch_verbs *verbs, struct base_slice *text, bool *has, struct petrarch_cameo *code) {
    size_t open = base_slice_find(*text, BASE_SLICE("[")), close = base_slice_find(*text, BASE_SLICE("]"));
    *has = open != SIZE_MAX;
    if (!*has) {
        return true;
    }
    if (close == SIZE_MAX || close < open) {
        events_petrarch_refuse_line(verbs, "a code without its ]");
        return false;
    }
    if (!events_petrarch_code(base_slice_trim(base_slice_part(*text, open + 1, close)), code)) {
        events_petrarch_refuse_line(verbs, "CAMEO has no such code");
        return false;
    }
    *text = base_slice_trim(base_slice_part(*text, 0, open));
    return true;
}

/* "--- NAME [code] ---" */
void events_petrarch_read_header(struct petrarch_verbs *verbs) {
    struct base_slice text = verbs->line;
    struct petrarch_block *block = new_block(verbs, BASE_SLICE(""));
    while (text.size && strchr("- ", text.data[0])) {
        text = base_slice_part(text, 1, text.size);
    }
    bool right = cut_code(verbs, &text, &block->has_code, &block->code);
    block->has_code = right && block->has_code;
    while (text.size && strchr("- ", text.data[text.size - 1])) {
        text.size--;
    }
    block->name = base_lower_copy(verbs->rules->arena, text);
    verbs->taken += right;
}

static bool has_small_letters(struct base_slice text) {
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] >= 'a' && text.data[i] <= 'z') {
            return true;
        }
    }
    return false;
}

/* Of the words of a verb ("TAKE_+HOSTAGE") the one with "+", else the first. */
static struct base_slice head_word(struct base_slice phrase, struct base_slice *before, struct base_slice *after) {
    struct base_slice rest = phrase, head = phrase;
    size_t plus = base_slice_find(phrase, BASE_SLICE("+"));
    size_t start = plus == SIZE_MAX ? 0 : plus + 1;
    *before = base_slice_part(phrase, 0, start ? start - 1 : 0);
    rest = base_slice_part(phrase, start, phrase.size);
    head = base_slice_cut(&rest, '_');
    *after = rest;
    return head;
}

static bool are_words(struct base_slice words) {
    while (words.size) {
        struct base_slice word = base_slice_cut(&words, '_');
        if (word.size && !events_petrarch_is_word(word)) {
            return false;
        }
    }
    return true;
}

static void add_forms(struct petrarch_verbs *verbs, struct petrarch_block *block, const struct petrarch_verb *verb,
                      struct base_slice forms) {
    struct events_rules *rules = verbs->rules;
    uint32_t number = (uint32_t)rules->verbs.count;
    BASE_PUSH(rules->arena, &rules->verbs, verb->lemma);
    bool single = verb->slots.count == 0;
    if (single) {
        events_word_set_add(&block->words, rules->arena, verb->lemma);
    }
    while (forms.size) {
        struct base_slice before, after, form = base_slice_trim(base_slice_cut(&forms, ' '));
        form = base_lower_copy(rules->arena, head_word(form, &before, &after));
        if (!events_petrarch_is_word(form)) {
            continue;
        }
        if (base_map_get(&rules->forms, form) == BASE_MAP_NONE) {
            base_map_set(&rules->forms, rules->arena, form, number);
        }
        if (single) {
            events_word_set_add(&block->words, rules->arena, form);
        }
    }
}

/* "VERB {FORM FORM} [code]"; a verb behind patterns begins another block. */
void events_petrarch_read_verb(struct petrarch_verbs *verbs) {
    struct base_slice text = verbs->line, before, after;
    struct petrarch_verb verb = {.line = verbs->reader.line};
    if (!cut_code(verbs, &text, &verb.has_code, &verb.code)) {
        return;
    }
    struct base_slice forms = text, name = base_slice_trim(base_slice_cut(&forms, '{'));
    bool open = name.size < text.size && base_slice_find(forms, BASE_SLICE("}")) == SIZE_MAX && forms.size;
    char *copy = base_arena_string(verbs->rules->arena, name);
    for (size_t i = 0; i < name.size; i++) {
        copy[i] = copy[i] == ' ' || copy[i] == '\t' ? '_' : copy[i];
    }
    struct base_slice head = head_word((struct base_slice){copy, name.size}, &before, &after);
    if (open || has_small_letters(name) || !events_petrarch_is_word(head) || !are_words(before) || !are_words(after)) {
        events_petrarch_refuse_line(verbs, open ? "forms without their }"
                                                : "no verb in capital letters, and no other line of a dictionary");
        return;
    }
    struct petrarch_block *block = last_block(verbs);
    if (block->patterns.count) {
        block = new_block(verbs, base_lower_copy(verbs->rules->arena, name));
    }
    verb.lemma = base_lower_copy(verbs->rules->arena, head);
    verb.origin = lexicon_line_origin(&verbs->reader, verbs->rules->arena);
    events_petrarch_ask(verbs, before, EVENTS_BEFORE, &verb);
    events_petrarch_ask(verbs, after, EVENTS_AFTER, &verb);
    add_forms(verbs, block, &verb, base_slice_cut(&forms, '}'));
    BASE_PUSH(verbs->rules->arena, &block->verbs, verb);
    verbs->taken++;
}

/* "- WORDS * WORDS [code]" */
void events_petrarch_read_pattern(struct petrarch_verbs *verbs) {
    struct petrarch_block *block = last_block(verbs);
    struct petrarch_pattern pattern = {.line = verbs->reader.line};
    struct base_slice text = base_slice_part(verbs->line, 1, verbs->line.size);
    bool has_code;
    if (!cut_code(verbs, &text, &has_code, &pattern.code)) {
        return;
    }
    const char *fault = !has_code             ? "a pattern without a code"
                        : !block->verbs.count ? "a pattern, and no verb above it"
                                              : events_petrarch_pattern(verbs, base_slice_trim(text), &pattern);
    if (fault) {
        events_petrarch_refuse_line(verbs, fault);
        return;
    }
    pattern.origin = lexicon_line_origin(&verbs->reader, verbs->rules->arena);
    BASE_PUSH(verbs->rules->arena, &block->patterns, pattern);
}
