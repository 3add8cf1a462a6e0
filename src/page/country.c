#include "page/country.h"

/* Lines "de DEU"; "!" before one whose domain tells nothing. */
enum sayso_status page_countries_read(struct base_arena *arena, struct base_slice name, struct base_slice bytes,
                                      struct page_countries *countries, struct sayso_error *error) {
    for (unsigned number = 1; bytes.size > 0; number++) {
        struct base_slice line = base_slice_trim(base_slice_line(&bytes));
        if (line.size == 0 || line.data[0] == '#') {
            continue;
        }
        bool sold = line.data[0] == '!';
        line = base_slice_part(line, sold, line.size);
        struct base_slice code = base_slice_cut(&line, ' ');
        if (line.size != 3) {
            base_error_input(error, base_arena_string(arena, name));
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, number, "no code of three letters");
        }
        uint32_t packed = (uint32_t)line.data[0] << 16 | (uint32_t)line.data[1] << 8 | (uint32_t)line.data[2];
        base_map_set(&countries->regions, arena, code, packed);
        if (!sold) {
            base_map_set(&countries->domains, arena, code, packed);
        }
    }
    return SAYSO_OK;
}

static size_t last_part(struct base_slice text, const char *separators, char lower[8]) {
    size_t start = text.size;
    while (start > 0 && strchr(separators, text.data[start - 1]) == NULL) {
        start--;
    }
    size_t size = text.size - start;
    for (size_t i = 0; i < size && i < 8; i++) {
        char c = text.data[start + i];
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    return start > 0 && size < 8 ? size : 0;
}

struct base_slice page_country_of(struct base_arena *arena, const struct page_countries *countries,
                                  struct base_slice host, struct base_slice tag) {
    char part[8];
    size_t size = last_part(host, ".", part);
    uint32_t packed = size ? base_map_get(&countries->domains, (struct base_slice){part, size}) : BASE_MAP_NONE;
    bool unsaid =
        base_slice_equal_nocase(tag, BASE_SLICE("en-US")) || base_slice_equal_nocase(tag, BASE_SLICE("en_US"));
    if (packed == BASE_MAP_NONE && !unsaid && (size = last_part(tag, "-_", part)) == 2) {
        packed = base_map_get(&countries->regions, (struct base_slice){part, size});
    }
    if (packed == BASE_MAP_NONE) {
        return (struct base_slice){0};
    }
    const char letters[3] = {(char)(packed >> 16), (char)(packed >> 8), (char)packed};
    return base_arena_copy(arena, (struct base_slice){letters, 3});
}
