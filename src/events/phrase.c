#include "events/phrase.h"

#include "base/hash.h"
#include "base/utf8.h"

enum { KEY = 128 }; /* bytes; what is longer is no word that a dictionary has */

/* ---- what patterns look for */

static void seek(struct events_vocabulary *vocabulary, struct base_slice word, uint64_t bit) {
    uint32_t index = base_map_get(&vocabulary->sought, word);
    if (index == BASE_MAP_NONE) {
        index = (uint32_t)vocabulary->sought_bits.count;
        BASE_PUSH(vocabulary->arena, &vocabulary->sought_bits, 0);
        base_map_set(&vocabulary->sought, vocabulary->arena, word, index);
    }
    vocabulary->sought_bits.items[index] |= bit;
}

uint64_t events_seek_word(struct events_vocabulary *vocabulary, struct base_slice word) {
    uint64_t bit = UINT64_C(1) << (base_hash64(word) & 63);
    seek(vocabulary, word, bit);
    return bit;
}

void events_seek_set(struct events_vocabulary *vocabulary, struct events_word_set *set) {
    set->bit = UINT64_C(1) << (vocabulary->sought_bits.count & 63);
    for (size_t i = 0; i < set->phrases.capacity; i++) {
        struct base_slice phrase = set->phrases.slots[i].key, last = phrase;
        while (phrase.data && phrase.size) {
            last = base_slice_cut(&phrase, '_');
        }
        if (last.data) {
            seek(vocabulary, last, set->bit);
        }
    }
}

void events_word_set_add(struct events_word_set *set, struct base_arena *arena, struct base_slice text) {
    char *parted = base_arena_string(arena, text);
    uint32_t words = 1;
    for (size_t i = 0; i < text.size; i++) {
        bool hyphen = text.data[i] == '-' && i > 0 && i + 1 < text.size;
        parted[i] = hyphen ? '_' : text.data[i];
        words += parted[i] == '_';
    }
    set->longest = words > set->longest ? words : set->longest;
    base_map_set(&set->phrases, arena, text, 1);
    base_map_set(&set->phrases, arena, (struct base_slice){parted, text.size}, 1);
}

/* ---- tokens */

/* In lower case; empty where it does not fit. */
static struct base_slice lower(struct base_slice text, char buffer[KEY]) {
    size_t size = 0;
    for (size_t at = 0; at < text.size;) {
        if (size + 4 > KEY) {
            return (struct base_slice){buffer, 0};
        }
        size += base_utf8_put(buffer + size, base_lower(base_utf8_next(text, &at)));
    }
    return (struct base_slice){buffer, size};
}

static bool is_word(const struct document *document, uint32_t token, struct base_slice word) {
    char buffer[KEY];
    const struct document_token *t = &document->tokens.items[token];
    return base_slice_equal(lower(t->form, buffer), word) || base_slice_equal(lower(t->lemma, buffer), word);
}

static bool is_hyphen(const struct document_token *token) {
    return base_slice_is(token->form, "-");
}

/* How words are taken: as they stand; the last one by its lemma; all by their lemmas. */
enum way { BY_FORM, LAST_BY_LEMMA, BY_LEMMA, WAYS };

static bool is_in_set(const struct document *document, const struct events_word_set *set, uint32_t first,
                      uint32_t last, enum way way) {
    char key[KEY], word[KEY];
    size_t size = 0;
    for (uint32_t i = first; i <= last; i++) {
        const struct document_token *t = &document->tokens.items[i];
        if (is_hyphen(t)) {
            continue;
        }
        bool lemma = way == BY_LEMMA || (way == LAST_BY_LEMMA && i == last);
        struct base_slice text = lower(lemma ? t->lemma : t->form, word);
        if (size + text.size + 1 > KEY) {
            return false;
        }
        memcpy(key + size, text.data, text.size);
        size += text.size;
        key[size++] = '_';
    }
    return size && base_map_get(&set->phrases, (struct base_slice){key, size - 1}) != BASE_MAP_NONE;
}

/* How many tokens up to `last`, and from `start` on, are the part; 0: none. */
static uint32_t part_length(const struct document *document, const struct events_phrase_part *part, uint32_t start,
                            uint32_t last) {
    if (!part->set) {
        return is_word(document, last, part->word);
    }
    uint32_t length = 0, words = 0;
    for (; length < last + 1 - start; length++) {
        bool hyphen = is_hyphen(&document->tokens.items[last - length]);
        if (!hyphen && words == part->set->longest) {
            break;
        }
        words += !hyphen;
    }
    for (; length > 0; length--) {
        for (enum way way = BY_FORM; way < WAYS; way++) {
            if (is_in_set(document, part->set, last + 1 - length, last, way)) {
                return length;
            }
        }
    }
    return 0;
}

bool events_phrase_ends(const struct document *document, const struct events_phrase *phrase, uint32_t token) {
    uint32_t start = document->sentences.items[document->tokens.items[token].sentence].first, end = token + 1;
    for (size_t i = phrase->count; i-- > 0;) {
        end -= end > start && end <= token && is_hyphen(&document->tokens.items[end - 1]);
        uint32_t length = end > start ? part_length(document, &phrase->parts[i], start, end - 1) : 0;
        if (!length) {
            return false;
        }
        end -= length;
    }
    return true;
}

/* ---- the words around a predicate */

struct gathering {
    const struct document *document;
    const struct events_vocabulary *vocabulary;
    const struct events_frame *frame;
    struct events_reach *reach;
};

static uint64_t bits_of(const struct gathering *gathering, struct base_slice text) {
    char buffer[KEY];
    uint32_t index = base_map_get(&gathering->vocabulary->sought, lower(text, buffer));
    return index == BASE_MAP_NONE ? 0 : gathering->vocabulary->sought_bits.items[index];
}

static void add_word(struct gathering *gathering, struct events_reach_word word) {
    struct events_reach *reach = gathering->reach;
    if (reach->count < EVENTS_REACH) {
        const struct document_token *t = &gathering->document->tokens.items[word.token];
        reach->words[reach->count++] = word;
        reach->found |= bits_of(gathering, t->form) | bits_of(gathering, t->lemma);
    }
}

/* A clause within an argument is another predicate's. */
static bool is_aside(const struct gathering *gathering, uint32_t token) {
    enum document_relation relation = gathering->document->tokens.items[token].relation;
    return relation == REL_ACL_RELCL || relation == REL_ADVCL || relation == REL_PARATAXIS || relation == REL_CCOMP ||
           relation == REL_PUNCT || token == gathering->frame->predicate || token == gathering->frame->clause;
}

static void add_phrase(struct gathering *gathering, struct events_reach_word word) {
    struct events_reach *reach = gathering->reach;
    size_t next = reach->count;
    add_word(gathering, word);
    for (; next < reach->count; next++) {
        for (DOCUMENT_CHILDREN(gathering->document, child, reach->words[next].token)) {
            if (!is_aside(gathering, child)) {
                word.token = child;
                add_word(gathering, word);
            }
        }
    }
}

static void add_own_word(struct gathering *gathering, uint32_t token) {
    add_word(gathering,
             (struct events_reach_word){.token = token, .argument = EVENTS_NO_ARGUMENT, .before = true});
}

/* Auxiliaries, negation, adverbs, marks: "did not", "to". */
static void add_own_words(struct gathering *gathering, uint32_t verb) {
    for (DOCUMENT_CHILDREN(gathering->document, child, verb)) {
        enum document_relation relation = gathering->document->tokens.items[child].relation;
        if (relation == REL_AUX || relation == REL_AUX_PASS || relation == REL_ADVMOD || relation == REL_MARK) {
            add_own_word(gathering, child);
        }
    }
}

enum { GOVERNORS = 3 }; /* verbs above the predicate: "refused to agree to meet" */

static void add_governors(struct gathering *gathering) {
    const struct document_token *tokens = gathering->document->tokens.items;
    uint32_t verb = gathering->frame->predicate;
    for (int i = 0; i < GOVERNORS && tokens[verb].relation == REL_XCOMP && tokens[verb].head != DOCUMENT_NONE; i++) {
        verb = tokens[verb].head;
        add_own_word(gathering, verb);
        add_own_words(gathering, verb);
    }
}

const struct events_reach *events_reach_of(const struct document *document, const struct events_vocabulary *vocabulary,
                                           const struct events_frame *frame) {
    struct events_reach *reach = base_arena_take(document->arena, sizeof *reach);
    struct gathering gathering = {document, vocabulary, frame, reach};
    bool passive = frame->part == 'v' && events_is_passive(document, frame->predicate);
    add_own_words(&gathering, frame->predicate);
    add_governors(&gathering);
    for (size_t i = 0; i < frame->count; i++) {
        bool subject = frame->arguments[i].role == EVENTS_SUBJECT;
        bool either = passive || frame->arguments[i].role == EVENTS_PARTICLE;
        add_phrase(&gathering, (struct events_reach_word){.token = frame->arguments[i].token, .argument = (uint8_t)i,
                                                          .before = subject || either, .after = !subject || either});
    }
    return reach;
}
