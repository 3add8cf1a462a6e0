#include "events/petrarch.h"

#include <stdlib.h>

#include "base/utf8.h"

void events_petrarch_refuse(struct petrarch_verbs *verbs, struct base_slice origin, unsigned line, const char *reason,
                            struct base_slice what) {
    BASE_PUSH(verbs->rules->arena, &verbs->rules->refused, ((struct lexicon_refusal){origin, line, reason, what}));
}

void events_petrarch_refuse_line(struct petrarch_verbs *verbs, const char *reason) {
    events_petrarch_refuse(verbs, lexicon_line_origin(&verbs->reader, verbs->rules->arena), verbs->reader.line, reason,
                           verbs->line);
}

bool events_petrarch_is_word(struct base_slice text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 128;
        if (!letter && !strchr("-'.", c)) {
            return false;
        }
    }
    return text.size > 0 && !memchr(text.data, '\0', text.size);
}

/* ---- lines */

/* The next one that says something, without what TABARI (";") and XML (whole lines) take for comments. */
bool events_petrarch_next_line(struct petrarch_verbs *verbs) {
    bool comment = false;
    while (lexicon_read_line(&verbs->reader)) {
        struct base_slice rest = verbs->reader.text;
        verbs->line = base_slice_trim(base_slice_cut(&rest, ';'));
        bool opens = base_slice_starts(verbs->line, BASE_SLICE("<!--"));
        bool closes = base_slice_find(verbs->line, BASE_SLICE("-->")) != SIZE_MAX;
        if (!comment && !opens && verbs->line.size) {
            return true;
        }
        comment = (comment || opens) && !closes;
    }
    return false;
}

static void start(struct petrarch_verbs *verbs, struct base_slice file, struct base_slice text,
                  struct sayso_error *error) {
    struct base_slice mark = BASE_SLICE("\xEF\xBB\xBF");
    text = base_slice_starts(text, mark) ? base_slice_part(text, mark.size, text.size) : text;
    verbs->reader = (struct lexicon_reader){.name = file, .rest = text, .error = error};
}

/* ---- files */

static void read_line(struct petrarch_verbs *verbs, bool *in_set) {
    struct base_slice line = verbs->line;
    bool member = *in_set && line.data[0] == '+';
    *in_set = line.data[0] == '&' || member;
    if (!base_utf8_valid(line)) {
        verbs->line = BASE_SLICE("");
        events_petrarch_refuse_line(verbs, "bytes that are not UTF-8");
    } else if (*in_set) {
        return;
    } else if (base_slice_starts(line, BASE_SLICE("--"))) {
        events_petrarch_read_header(verbs);
    } else if (line.data[0] == '-') {
        events_petrarch_read_pattern(verbs);
    } else if (line.data[0] == '~') {
        struct base_slice origin = lexicon_line_origin(&verbs->reader, verbs->rules->arena);
        BASE_PUSH(verbs->rules->arena, &verbs->transformations,
                  ((struct petrarch_line){line, origin, verbs->reader.line}));
    } else {
        events_petrarch_read_verb(verbs);
    }
}

static void name_block(struct petrarch_verbs *verbs, struct base_slice name, uint32_t block) {
    if (name.size && base_map_get(&verbs->block_names, name) == BASE_MAP_NONE) {
        base_map_set(&verbs->block_names, verbs->rules->arena, name, block);
    }
}

static void add_rules(struct petrarch_verbs *verbs) {
    for (size_t i = 0; i < verbs->blocks.count; i++) {
        struct petrarch_block *block = verbs->blocks.items[i];
        name_block(verbs, block->name, (uint32_t)i);
        for (size_t j = 0; j < block->verbs.count; j++) {
            name_block(verbs, block->verbs.items[j].lemma, (uint32_t)i);
        }
        events_petrarch_add_rules(verbs, block);
    }
    for (size_t i = 0; i < verbs->transformations.count; i++) {
        events_petrarch_transform(verbs, &verbs->transformations.items[i]);
    }
}

static int by_line(const void *left, const void *right) {
    const struct lexicon_refusal *a = left, *b = right;
    return a->line < b->line ? -1 : a->line > b->line;
}

enum sayso_status events_petrarch_read(struct events_rules *rules, struct base_slice file, struct base_slice text,
                                       unsigned layer, struct sayso_error *error) {
    struct petrarch_verbs verbs = {.rules = rules, .layer = layer};
    size_t before = rules->refused.count;
    bool in_set = false;
    start(&verbs, file, text, error);
    events_petrarch_read_sets(&verbs);
    start(&verbs, file, text, error);
    while (events_petrarch_next_line(&verbs)) {
        read_line(&verbs, &in_set);
    }
    add_rules(&verbs);
    if (rules->refused.count > before) {
        qsort(rules->refused.items + before, rules->refused.count - before, sizeof *rules->refused.items, by_line);
    }
    if (verbs.taken || rules->refused.count == before) {
        return SAYSO_OK;
    }
    verbs.reader.line = rules->refused.items[before].line;
    return lexicon_line_error(&verbs.reader, "no dictionary of PETRARCH",
                              base_slice_of(rules->refused.items[before].reason));
}
