#include "page/phrases.h"

#include "base/utf8.h"

enum { WORDS = 5, LINE = 400 /* bytes of a line that are looked at */ };

/* Lines "kind: phrase | phrase | ...phrase"; dots: anywhere in a line. */
enum sayso_status page_phrases_read(struct base_arena *arena, struct base_slice name, struct base_slice bytes,
                                    struct page_phrases *phrases, struct sayso_error *error) {
    for (unsigned number = 1; bytes.size > 0; number++) {
        struct base_slice line = base_slice_trim(base_slice_line(&bytes));
        if (line.size == 0 || line.data[0] == '#') {
            continue;
        }
        uint32_t kind = page_kind_of(base_slice_trim(base_slice_cut(&line, ':')));
        if (kind == 0) {
            base_error_input(error, base_arena_string(arena, name));
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, number, "no such kind of phrase");
        }
        while (line.size > 0) {
            struct base_slice phrase = base_slice_trim(base_slice_cut(&line, '|'));
            bool inside = base_slice_starts(phrase, BASE_SLICE("..."));
            phrase = base_slice_part(phrase, inside ? 3 : 0, phrase.size);
            struct base_map *map = inside ? &phrases->inside : &phrases->starts;
            uint32_t old = base_map_get(map, phrase);
            base_map_set(map, arena, phrase, kind | (old == BASE_MAP_NONE ? 0 : old));
        }
    }
    return SAYSO_OK;
}

/* A single word says something only where it is all of the line or something other than a word follows: "Photo:". */
static bool stands_alone(struct base_slice line, size_t at) {
    while (at < line.size && line.data[at] == ' ') {
        at++;
    }
    uint32_t next = at < line.size ? base_utf8_next(line, &at) : 0;
    return !base_is_letter(next) && !base_is_digit(next);
}

uint32_t page_phrases_kinds(const struct page_phrases *phrases, struct base_slice line, size_t *end) {
    char text[LINE + 8];
    size_t starts[WORDS], used = 0, count = 0, first = 0;
    uint32_t kinds = 0;
    *end = 0;
    for (size_t at = 0; at < line.size && used < LINE;) {
        uint32_t c = base_utf8_next(line, &at);
        if (!base_is_letter(c) && !base_is_digit(c) && c != '\'' && c != 0x2019) {
            continue;
        }
        if (count == WORDS) {
            memmove(starts, starts + 1, (WORDS - 1) * sizeof *starts);
            count--;
            first++;
        }
        starts[count++] = used;
        size_t next = at;
        do {
            at = next;
            used += base_utf8_put(text + used, c == 0x2019 ? '\'' : base_lower(c));
            c = next < line.size && used < LINE ? base_utf8_next(line, &next) : ' ';
        } while (base_is_letter(c) || base_is_digit(c) || c == '\'' || c == 0x2019);
        for (size_t i = 0; i < count; i++) {
            struct base_slice phrase = {text + starts[i], used - starts[i]};
            uint32_t found = base_map_get(&phrases->inside, phrase);
            kinds |= found == BASE_MAP_NONE ? 0 : found;
            if (first == 0 && i == 0 && (found = base_map_get(&phrases->starts, phrase)) != BASE_MAP_NONE &&
                (count > 1 || stands_alone(line, at) || found == PAGE_NAMES_BYLINE)) {
                kinds |= found;
                *end = at;
            }
        }
        text[used++] = ' ';
    }
    return kinds;
}

uint32_t page_phrases_inside(const struct page_phrases *phrases, struct base_slice line) {
    struct page_phrases only = {.inside = phrases->inside};
    size_t end;
    return page_phrases_kinds(&only, line, &end);
}
