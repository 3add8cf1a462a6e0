#include "page/names.h"

#include <stdio.h>

#include "document/document.h"

enum { WORD = 32, JOINED = 3, START = 4 /* letters, at least, before a "*" */ };

static const struct {
    const char *name;
    uint32_t kind;
} kinds[] = {
    {"navigation", 1 << DOCUMENT_DROP_NAVIGATION},
    {"share", 1 << DOCUMENT_DROP_SHARE},
    {"comment", 1 << DOCUMENT_DROP_COMMENT},
    {"form", 1 << DOCUMENT_DROP_FORM},
    {"embed", 1 << DOCUMENT_DROP_EMBED},
    {"caption", 1 << DOCUMENT_DROP_CAPTION},
    {"credit", 1 << DOCUMENT_DROP_CREDIT},
    {"promotion", 1 << DOCUMENT_DROP_PROMOTION},
    {"related", 1 << DOCUMENT_DROP_RELATED},
    {"date", 1 << DOCUMENT_DROP_DATE},
    {"hidden", 1 << DOCUMENT_DROP_HIDDEN},
    {"boilerplate", 1 << DOCUMENT_DROP_BOILERPLATE},
    {"body", PAGE_NAMES_BODY},
    {"byline", PAGE_NAMES_BYLINE},
    {"title", PAGE_NAMES_TITLE},
    {"lede", PAGE_NAMES_LEDE},
};

uint32_t page_kind_of(struct base_slice name) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (base_slice_is(name, kinds[i].name)) {
            return kinds[i].kind;
        }
    }
    return 0;
}

static void add(struct base_map *map, struct base_arena *arena, struct base_slice key, uint32_t kind) {
    uint32_t old = base_map_get(map, key);
    base_map_set(map, arena, key, kind | (old == BASE_MAP_NONE ? 0 : old));
}

/* Lines "kind: word word word*"; "#" begins a comment. */
enum sayso_status page_names_read(struct base_arena *arena, struct base_slice name, struct base_slice bytes,
                                  struct page_names *names, struct sayso_error *error) {
    for (unsigned number = 1; bytes.size > 0; number++) {
        struct base_slice line = base_slice_trim(base_slice_line(&bytes));
        if (line.size == 0 || line.data[0] == '#') {
            continue;
        }
        uint32_t kind = page_kind_of(base_slice_trim(base_slice_cut(&line, ':')));
        if (kind == 0) {
            base_error_input(error, base_arena_string(arena, name));
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, number, "no such kind of element");
        }
        while ((line = base_slice_trim(line)).size > 0) {
            struct base_slice word = base_slice_cut(&line, ' ');
            bool start = base_slice_ends(word, BASE_SLICE("*"));
            add(start ? &names->starts : &names->whole, arena, base_slice_part(word, 0, word.size - start), kind);
        }
    }
    return SAYSO_OK;
}

static bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/* The next word in lower case, cut at WORD letters; 0: no more. */
static size_t next_word(struct base_slice value, size_t *at, char word[WORD]) {
    while (*at < value.size && !is_lower(value.data[*at]) && !is_upper(value.data[*at])) {
        ++*at;
    }
    size_t size = 0;
    for (; *at < value.size; ++*at) {
        char c = value.data[*at];
        if ((!is_lower(c) && !is_upper(c)) || (size > 0 && is_upper(c) && is_lower(value.data[*at - 1]))) {
            break;
        }
        if (size < WORD) {
            word[size++] = is_upper(c) ? (char)(c - 'A' + 'a') : c;
        }
    }
    return size;
}

static uint32_t look_up(const struct page_names *names, const char *word, size_t size) {
    uint32_t found = base_map_get(&names->whole, (struct base_slice){word, size});
    found = found == BASE_MAP_NONE ? 0 : found;
    for (size_t length = START; length <= size; length++) {
        uint32_t start = base_map_get(&names->starts, (struct base_slice){word, length});
        found |= start == BASE_MAP_NONE ? 0 : start;
    }
    return found;
}

uint32_t page_names_kinds(const struct page_names *names, struct base_slice value) {
    char joined[JOINED * WORD];
    size_t starts[JOINED] = {0}, used = 0, count = 0;
    uint32_t found = 0;
    for (size_t at = 0;;) {
        char word[WORD];
        size_t size = next_word(value, &at, word);
        if (size == 0) {
            return found;
        }
        if (count == JOINED) {
            used -= starts[1];
            memmove(joined, joined + starts[1], used);
            starts[1] = starts[2] - starts[1];
            count--;
        }
        starts[count] = used;
        memcpy(joined + used, word, size);
        used += size;
        count++;
        for (size_t i = 0; i < count; i++) {
            found |= look_up(names, joined + starts[i], used - starts[i]);
        }
    }
}
