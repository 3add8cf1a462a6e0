/* Sets of synonyms: "&NAME", then "+PHRASE" a line. */
#include "events/petrarch.h"

#include "base/utf8.h"

static struct events_word_set *add_set(struct petrarch_verbs *verbs, struct base_slice name) {
    while (name.size && name.data[name.size - 1] == '_') {
        name.size--;
    }
    uint32_t known = base_map_get(&verbs->set_names, name);
    if (known != BASE_MAP_NONE) {
        return verbs->sets.items[known];
    }
    struct events_word_set *set = base_arena_take(verbs->rules->arena, sizeof *set);
    base_map_set(&verbs->set_names, verbs->rules->arena, name, (uint32_t)verbs->sets.count);
    BASE_PUSH(verbs->rules->arena, &verbs->sets, set);
    return set;
}

enum { LONGEST_PHRASE = 8 }; /* words of one in a set */

/* The words in lower case with "_" between them; empty where it is no phrase. */
static struct base_slice read_phrase(struct petrarch_verbs *verbs, struct base_slice text) {
    struct base_arena *arena = verbs->rules->arena;
    char *copy = base_arena_string(arena, text);
    size_t size = 0;
    unsigned words = 1;
    for (size_t i = 0; i < text.size; i++) {
        bool space = strchr(" \t_", copy[i]) != NULL;
        if (!space || (size && copy[size - 1] != '_')) {
            words += space && i + 1 < text.size;
            copy[size++] = space ? '_' : copy[i];
        }
    }
    size -= size && copy[size - 1] == '_';
    struct base_slice phrase = {copy, size}, rest = phrase;
    bool right = size > 0 && words <= LONGEST_PHRASE;
    while (rest.size && right) {
        right = events_petrarch_is_word(base_slice_cut(&rest, '_'));
    }
    return right ? base_lower_copy(arena, phrase) : BASE_SLICE("");
}

static void add_phrase(struct petrarch_verbs *verbs, struct events_word_set *set) {
    struct base_slice text = base_slice_part(verbs->line, 1, verbs->line.size);
    struct base_slice phrase = read_phrase(verbs, base_slice_trim(base_slice_cut(&text, '{')));
    if (!phrase.size) {
        events_petrarch_refuse_line(verbs, "expected +PHRASE of up to 8 words");
        return;
    }
    events_word_set_add(set, verbs->rules->arena, phrase);
    verbs->taken++;
}

void events_petrarch_read_sets(struct petrarch_verbs *verbs) {
    struct events_word_set *set = NULL;
    while (events_petrarch_next_line(verbs)) {
        if (verbs->line.data[0] == '&') {
            struct base_slice rest = verbs->line;
            set = add_set(verbs, base_slice_cut(&rest, ' '));
        } else if (set && verbs->line.data[0] == '+' && base_utf8_valid(verbs->line)) {
            add_phrase(verbs, set);
        } else {
            set = verbs->line.data[0] == '+' ? set : NULL;
        }
    }
    for (size_t i = 0; i < verbs->sets.count; i++) {
        events_seek_set(&verbs->rules->vocabulary, verbs->sets.items[i]);
    }
}
