#include "lexicon/petrarch.h"

#include "base/utf8.h"
#include "lexicon/words.h"

void petrarch_refuse(struct petrarch_file *file, unsigned line, const char *reason, struct base_slice what) {
    struct base_arena *arena = file->lexicon->arena;
    struct lexicon_reader there = {.name = file->reader->name, .line = line};
    BASE_PUSH(arena, &file->lexicon->refused,
              ((struct lexicon_refusal){lexicon_line_origin(&there, arena), line, reason, what}));
}

bool petrarch_read_line(struct petrarch_file *file) {
    while (lexicon_read_line(file->reader)) {
        struct base_slice rest = file->reader->text;
        file->line = base_slice_trim(base_slice_cut(&rest, ';'));
        if (!file->line.size) {
            continue;
        }
        if (base_utf8_valid(file->line)) {
            return true;
        }
        petrarch_refuse(file, file->reader->line, "bytes that are not UTF-8", BASE_SLICE(""));
    }
    return false;
}

/* Names of up to four letters are acronyms more often than not. */
static bool is_short(struct base_slice name) {
    size_t letters = name.size;
    while (letters && (name.data[letters - 1] == '_' || name.data[letters - 1] == ' ')) {
        letters--;
    }
    return letters <= 4 && !memchr(name.data, '_', letters);
}

struct base_slice petrarch_readable(struct base_arena *arena, struct base_slice name) {
    char *out = base_arena_take(arena, 2 * name.size + 4); /* a letter may grow when its case changes */
    size_t size = 0;
    bool starts = true, keeps = is_short(name);
    for (size_t at = 0; at < name.size;) {
        uint32_t c = base_utf8_next(name, &at);
        c = c == '_' ? ' ' : c;
        if (c == ' ' && size && out[size - 1] == ' ') {
            continue;
        }
        size += base_utf8_put(out + size, starts || keeps ? c : base_lower(c));
        starts = c == ' ' || c == '-' || c == '.' || c == '(';
    }
    return base_slice_trim((struct base_slice){out, size});
}

/* ---- what the dictionaries below know */

static uint64_t hash_code(const char *code) {
    uint64_t number = (uint64_t)code[0] << 16 | (uint64_t)code[1] << 8 | (uint64_t)code[2];
    return lexicon_hash_word(LEXICON_NO_WORDS, number);
}

uint32_t petrarch_country(const struct petrarch_file *file, const char *code) {
    const struct lexicon_slot *slot = code[0] ? lexicon_table_find(&file->countries, hash_code(code)) : NULL;
    return slot ? slot->value : LEXICON_NOTHING;
}

static void note_known(struct petrarch_file *file) {
    struct lexicon *lexicon = file->lexicon;
    for (uint32_t i = 0; i < lexicon->entries.count; i++) {
        const struct lexicon_entry *entry = &lexicon->entries.items[i].entry;
        uint64_t word, second;
        size_t at = 0;
        if (lexicon->entries.items[i].removed) {
            continue;
        }
        if (entry->kind == LEXICON_COUNTRY) {
            struct lexicon_slot *slot =
                lexicon_table_slot(&file->countries, lexicon->arena, hash_code(entry->country));
            slot->value = slot->value == LEXICON_NOTHING ? i : slot->value; /* former states come later */
        } else if (entry->kind == LEXICON_PER && lexicon_next_word(entry->name, &at, LEXICON_LOWER, &word) &&
                   lexicon_next_word(entry->name, &at, LEXICON_LOWER, &second)) {
            uint64_t hash = lexicon_hash_word(LEXICON_NO_WORDS, word);
            lexicon_table_slot(&file->given, lexicon->arena, hash)->value = i;
        }
    }
}

/* ---- files */

enum lexicon_petrarch lexicon_petrarch_kind(struct base_slice name, struct base_slice bytes) {
    struct lexicon_reader reader = {.rest = bytes};
    if (base_slice_ends(name, BASE_SLICE(".verbs"))) {
        return LEXICON_PETRARCH_VERBS;
    }
    while (lexicon_read_line(&reader)) {
        struct base_slice code = reader.text, line = base_slice_cut(&code, ';');
        code = line;
        base_slice_cut(&code, '[');
        code = base_slice_trim(base_slice_cut(&code, ']'));
        bool ends_comment = base_slice_starts(line, BASE_SLICE("-->"));
        if (line.size && memchr("-&~", line.data[0], 3) && !ends_comment) {
            return LEXICON_PETRARCH_VERBS;
        }
        if (code.size && !base_slice_is(code, "---")) {
            return base_is_digit((unsigned char)code.data[0])                ? LEXICON_PETRARCH_VERBS
                   : base_slice_find(code, BASE_SLICE("~")) != SIZE_MAX ? LEXICON_PETRARCH_AGENTS
                                                                             : LEXICON_PETRARCH_ACTORS;
        }
    }
    return LEXICON_PETRARCH_ACTORS;
}

enum sayso_status lexicon_load_petrarch(struct lexicon *lexicon, struct base_slice name, struct base_slice bytes,
                                        struct sayso_error *error) {
    struct base_slice mark = BASE_SLICE("\xEF\xBB\xBF");
    bytes = base_slice_starts(bytes, mark) ? base_slice_part(bytes, mark.size, bytes.size) : bytes;
    struct sayso_error ignored;
    struct lexicon_reader reader = {.name = name, .rest = bytes, .error = error ? error : &ignored};
    struct petrarch_file file = {.lexicon = lexicon, .reader = &reader};
    size_t before = lexicon->refused.count;
    lexicon->layer++;
    note_known(&file);
    if (lexicon_petrarch_kind(name, bytes) == LEXICON_PETRARCH_AGENTS) {
        petrarch_load_agents(&file);
    } else {
        petrarch_load_actors(&file);
    }
    if (file.taken || lexicon->refused.count == before) {
        return SAYSO_OK;
    }
    const struct lexicon_refusal *first = &lexicon->refused.items[before];
    reader.line = first->line;
    return lexicon_line_error(&reader, "no dictionary of PETRARCH", base_slice_of(first->reason));
}
