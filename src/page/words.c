#include "page/words.h"

#include "base/utf8.h"

enum { LONGEST = 64 /* bytes of a word that are compared, at most */ };

/* The next word in lower case; false at the end. */
static bool next_word(const struct page_words *words, struct base_slice text, size_t *at, char word[LONGEST + 8],
                      size_t *size) {
    size_t most = words->stem ? words->stem : LONGEST;
    while (*at < text.size) {
        size_t bytes = 0;
        *size = 0;
        for (size_t next = *at; next < text.size; *at = next) {
            size_t start = next;
            uint32_t c = base_utf8_next(text, &next);
            if (!base_is_letter(c) && !base_is_digit(c)) {
                *at = bytes ? *at : next;
                break;
            }
            bytes += next - start;
            if (*size < most) {
                *size += base_utf8_put(word + *size, base_lower(c));
            }
        }
        if (bytes >= words->shortest && bytes > 0) {
            return true;
        }
    }
    return false;
}

void page_words_add(struct base_arena *arena, struct page_words *words, struct base_slice text) {
    char word[LONGEST + 8];
    size_t size;
    words->texts++;
    for (size_t at = 0; next_word(words, text, &at, word, &size);) {
        struct base_slice key = {word, size};
        uint32_t index = base_map_get(&words->index, key);
        if (index == BASE_MAP_NONE) {
            base_map_set(&words->index, arena, base_arena_copy(arena, key), (uint32_t)words->entries.count);
            BASE_PUSH(arena, &words->entries, (struct page_word){1, words->texts});
        } else if (words->entries.items[index].last != words->texts) {
            words->entries.items[index].last = words->texts;
            words->entries.items[index].texts++;
        }
    }
}

size_t page_words_known(const struct page_words *words, struct base_slice text, uint32_t least, size_t *count) {
    char word[LONGEST + 8];
    size_t size, known = 0;
    *count = 0;
    for (size_t at = 0; next_word(words, text, &at, word, &size);) {
        uint32_t index = base_map_get(&words->index, (struct base_slice){word, size});
        known += index != BASE_MAP_NONE && words->entries.items[index].texts >= least;
        ++*count;
    }
    return known;
}
