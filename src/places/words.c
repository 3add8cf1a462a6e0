#include "places/search.h"

#include "base/utf8.h"

static const struct {
    const char *name;
    enum places_word word;
} classes[] = {{"locative", PLACES_LOCATIVE},         {"inside", PLACES_INSIDE}, {"kind", PLACES_KIND_NOUN},
               {"part of name", PLACES_PART_OF_NAME}, {"link", PLACES_LINK},     {"never", PLACES_NEVER},
               {"resident", PLACES_RESIDENT},         {"title", PLACES_TITLE},   {"area", PLACES_AREA}};

struct lines {
    struct base_arena *arena;
    struct base_slice name, rest;
    unsigned number;
    struct sayso_error *error;
};

static enum sayso_status refuse(const struct lines *lines, const char *why) {
    base_error_input(lines->error, base_arena_string(lines->arena, lines->name));
    return base_error_set(lines->error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, lines->number, "%s", why);
}

/* The next "HEAD: ITEM; ITEM" that is no comment; a head of size 0 and items of size 0: a line without a colon. */
static bool next_line(struct lines *lines, struct base_slice *head, struct base_slice *items) {
    while (lines->rest.size) {
        struct base_slice line = base_slice_trim(base_slice_line(&lines->rest));
        lines->number++;
        if (line.size && line.data[0] != '#') {
            size_t colon = base_slice_find(line, BASE_SLICE(": "));
            *head = base_slice_part(line, 0, colon == SIZE_MAX ? 0 : colon);
            *items = base_slice_part(line, colon == SIZE_MAX ? line.size : colon + 2, line.size);
            return true;
        }
    }
    return false;
}

enum sayso_status places_read_words(struct places *places, struct base_arena *arena, struct base_slice name,
                                    struct base_slice bytes, struct sayso_error *error) {
    struct lines lines = {arena, name, bytes, 0, error};
    struct base_slice head, items;
    while (next_line(&lines, &head, &items)) {
        unsigned word = 0;
        for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
            word |= base_slice_is(head, classes[i].name) ? classes[i].word : 0u;
        }
        if (!word) {
            return refuse(&lines, "no class of words");
        }
        while (items.size) {
            struct base_slice item = base_slice_trim(base_slice_cut(&items, ';'));
            uint32_t old = base_map_get(&places->words, item);
            base_map_set(&places->words, arena, item, (old == BASE_MAP_NONE ? 0 : old) | word);
        }
    }
    return SAYSO_OK;
}

static void add_abbreviation(struct places *places, struct base_arena *arena, struct base_slice item,
                             struct places_abbreviation entry) {
    entry.anywhere = item.size > 1 && item.data[item.size - 1] == '*';
    item.size -= entry.anywhere;
    entry.next = base_map_get(&places->abbreviation_of, item);
    base_map_set(&places->abbreviation_of, arena, item, (uint32_t)places->abbreviations.count);
    BASE_PUSH(arena, &places->abbreviations, entry);
}

enum sayso_status places_read_abbreviations(struct places *places, struct base_arena *arena, struct base_slice name,
                                            struct base_slice bytes, struct sayso_error *error) {
    struct lines lines = {arena, name, bytes, 0, error};
    struct base_slice head, items;
    while (next_line(&lines, &head, &items)) {
        struct places_abbreviation entry = {.name = base_slice_trim(base_slice_cut(&head, ','))};
        head = base_slice_trim(head);
        if (entry.name.size == 0 || head.size != 3) {
            return refuse(&lines, "a province and the code of its country are to stand before the colon");
        }
        memcpy(entry.country, head.data, 3);
        while (items.size) {
            add_abbreviation(places, arena, base_slice_trim(base_slice_cut(&items, ';')), entry);
        }
    }
    return SAYSO_OK;
}

unsigned places_word_at(const struct places *places, const struct document *document, uint32_t token) {
    struct base_slice form = document->tokens.items[token].form;
    char room[32];
    if (form.size > sizeof room) {
        return 0;
    }
    for (size_t i = 0; i < form.size; i++) {
        room[i] = form.data[i] >= 'A' && form.data[i] <= 'Z' ? (char)(form.data[i] + 32) : form.data[i];
    }
    uint32_t found = base_map_get(&places->words, (struct base_slice){room, form.size});
    return found == BASE_MAP_NONE ? 0 : found;
}
