/* Patterns: "- FORMAL_TALKS * {MILITARY AID} (TO +)". The words stand before or behind the verb, "*"; braces hold a noun
 * phrase, parentheses a prepositional phrase; "_" joins words that follow each other, "&NAME" is any phrase of a set. */
#include "events/petrarch.h"

#include "base/utf8.h"

enum { MOST_SLOTS = 16, MOST_PARTS = 64, WEIGHT_OF_WORD = 8, WEIGHT_OF_PARTY = 2 };

struct parser {
    struct petrarch_verbs *verbs;
    struct petrarch_pattern *pattern;
    struct base_slice text;
    size_t at;
    bool seen_verb;
    char open;                    /* '(' or '{' of the group that is being read, else 0 */
    bool braces_inside;           /* of parentheses */
    size_t start;                 /* of the group */
    BASE_VECTOR(struct events_phrase_part) run;
    BASE_VECTOR(struct events_atom) atoms;
    BASE_VECTOR(struct events_place_in_frame) markers; /* of the group's preposition */
    struct base_slice marker_text;
    struct base_slice previous;   /* the words before, where they could be a preposition */
    size_t parts;
    const char *fault;
};

static struct base_arena *arena_of(const struct parser *parser) {
    return parser->verbs->rules->arena;
}

/* ---- from runs of words to slots */

static struct base_slice joined(const struct parser *parser, const char *separator) {
    struct base_slice text = {0};
    for (size_t i = 0; i < parser->run.count; i++) {
        struct base_slice word = parser->run.items[i].word;
        text = i ? base_arena_format(arena_of(parser), "%.*s%s%.*s", (int)text.size, text.data, separator,
                                     (int)word.size, word.data)
                 : word;
    }
    return text;
}

static void add_marker(struct parser *parser, struct base_slice words) {
    char *marker = base_arena_string(arena_of(parser), words);
    for (size_t i = 0; i < words.size; i++) {
        marker[i] = marker[i] == '_' ? ' ' : marker[i];
    }
    BASE_PUSH(arena_of(parser), &parser->markers,
              ((struct events_place_in_frame){EVENTS_CASE, {marker, words.size}}));
    struct base_slice before = parser->marker_text;
    parser->marker_text = before.size ? base_arena_format(arena_of(parser), "%.*s|%.*s", (int)before.size, before.data,
                                                          (int)words.size, words.data)
                                      : words;
}

static bool is_literal(const struct parser *parser) {
    for (size_t i = 0; i < parser->run.count; i++) {
        if (parser->run.items[i].set) {
            return false;
        }
    }
    return true;
}

enum { MOST_MARKERS = 64 }; /* prepositions of a set */

static void take_marker(struct parser *parser) {
    const struct events_word_set *set = parser->run.items[0].set;
    if (is_literal(parser)) {
        add_marker(parser, joined(parser, "_"));
    } else if (parser->run.count > 1 || set->phrases.count > MOST_MARKERS) {
        parser->fault = "no preposition at the start of ( )";
    } else {
        for (size_t i = 0; i < set->phrases.capacity; i++) {
            if (set->phrases.slots[i].key.data) {
                add_marker(parser, set->phrases.slots[i].key);
            }
        }
    }
}

static void add_slot(struct parser *parser, struct events_slot slot) {
    if (parser->pattern->slots.count == MOST_SLOTS) {
        parser->fault = "a pattern of more than 16 phrases";
        return;
    }
    BASE_PUSH(arena_of(parser), &parser->pattern->slots, slot);
}

static const struct events_place_in_frame *side_of(const struct parser *parser) {
    static const struct events_place_in_frame before = {.role = EVENTS_BEFORE}, after = {.role = EVENTS_AFTER};
    return parser->seen_verb ? &after : &before;
}

static uint64_t seek(struct events_rules *rules, const struct events_phrase_part *part) {
    return part->set ? part->set->bit : events_seek_word(&rules->vocabulary, part->word);
}

/* The words since the last space, as what they are there. */
static void end_run(struct parser *parser) {
    if (!parser->run.count || parser->fault) {
        return;
    }
    struct events_phrase phrase = {parser->run.items, parser->run.count};
    parser->previous = is_literal(parser) ? joined(parser, "_") : BASE_SLICE("");
    parser->pattern->weight += WEIGHT_OF_WORD * (unsigned)phrase.count;
    struct events_atom atom = {.test = EVENTS_HAS_PHRASE, .phrase = phrase, .ends_alternative = !parser->open};
    if (parser->open == '(' && !parser->markers.count) {
        take_marker(parser);
    } else if (parser->open) {
        BASE_PUSH(arena_of(parser), &parser->atoms, atom);
    } else {
        struct events_atom *own = base_arena_take(arena_of(parser), sizeof *own);
        *own = atom;
        struct base_slice words = base_slice_part(parser->text, parser->start, parser->at);
        add_slot(parser, (struct events_slot){
            .text = base_arena_format(arena_of(parser), "%s:%.*s", parser->seen_verb ? "after" : "before",
                                      (int)words.size, words.data),
            .within = true, .roles = side_of(parser), .role_count = 1, .atoms = own, .atom_count = 1});
        parser->pattern->seeks |= seek(parser->verbs->rules, &phrase.parts[phrase.count - 1]);
    }
    memset(&parser->run, 0, sizeof parser->run);
}

/* ---- groups: ( ) and { } */

static void open_group(struct parser *parser, char c) {
    if (parser->open == '(' && c == '{' && !parser->braces_inside) {
        parser->braces_inside = true;
    } else if (parser->open) {
        parser->fault = "phrases within phrases within phrases";
    } else {
        parser->open = c;
        parser->start = parser->at - 1;
    }
}

/* Every word of an alternative must be there; what all alternatives ask for is sought. */
static void end_group(struct parser *parser) {
    static const struct events_atom any = {.test = EVENTS_IS_ANY, .ends_alternative = true};
    bool is_case = parser->open == '(', has_words = parser->atoms.count > 0;
    struct base_slice text = base_slice_part(parser->text, parser->start, parser->at);
    if (is_case && !parser->markers.count) {
        parser->fault = "no preposition at the start of ( )";
    } else if (has_words || is_case) {
        bool single = true;
        for (size_t i = 0; i + 1 < parser->atoms.count; i++) {
            single = single && !parser->atoms.items[i].ends_alternative;
        }
        for (size_t i = 0; i < parser->atoms.count && single; i++) {
            const struct events_phrase *phrase = &parser->atoms.items[i].phrase;
            parser->pattern->seeks |= seek(parser->verbs->rules, &phrase->parts[phrase->count - 1]);
        }
        if (has_words) {
            parser->atoms.items[parser->atoms.count - 1].ends_alternative = true;
        }
        const char *side = is_case ? "" : parser->seen_verb ? "after:" : "before:";
        add_slot(parser, (struct events_slot){
            .text = base_arena_format(arena_of(parser), "%s%.*s", side, (int)text.size, text.data),
            .within = has_words,
            .roles = is_case ? parser->markers.items : side_of(parser),
            .role_count = is_case ? parser->markers.count : 1,
            .atoms = has_words ? parser->atoms.items : &any,
            .atom_count = has_words ? parser->atoms.count : 1});
    }
    memset(&parser->atoms, 0, sizeof parser->atoms);
    memset(&parser->markers, 0, sizeof parser->markers);
    parser->marker_text = parser->previous = BASE_SLICE("");
    parser->open = 0;
}

static void close_group(struct parser *parser, char c) {
    if (parser->braces_inside && c == '}') {
        parser->braces_inside = false;
    } else if (parser->open != (c == '}' ? '{' : '(') || parser->braces_inside) {
        parser->fault = "a bracket that none opens";
    } else {
        end_group(parser);
    }
}

static void take_alternative(struct parser *parser) {
    if (!parser->open || !parser->atoms.count) {
        parser->fault = "\"|\" not between words in a phrase";
        return;
    }
    parser->atoms.items[parser->atoms.count - 1].ends_alternative = true;
}

/* ---- words */

static void take_party(struct parser *parser, struct petrarch_party *party) {
    if (party->is_there) {
        parser->fault = "the source or the target twice";
        return;
    }
    *party = (struct petrarch_party){.is_there = true, .is_before = !parser->seen_verb,
                                     .in_phrase = parser->open == '(',
                                     .markers = parser->open == '(' ? parser->marker_text : parser->previous};
    parser->pattern->weight += WEIGHT_OF_PARTY;
}

static void take_verb(struct parser *parser) {
    if (parser->seen_verb || parser->open) {
        parser->fault = "the verb twice, or within a phrase";
    }
    parser->seen_verb = true;
    parser->previous = BASE_SLICE("");
}

static void take_word(struct parser *parser, struct base_slice word) {
    struct events_phrase_part part = {.word = {0}};
    if (word.data[0] == '&') {
        uint32_t set = base_map_get(&parser->verbs->set_names, word);
        part.set = set == BASE_MAP_NONE ? NULL : parser->verbs->sets.items[set];
        parser->fault = part.set && part.set->phrases.count ? NULL : "no such set of synonyms";
    } else if (!events_petrarch_is_word(word)) {
        parser->fault = "characters that no word has";
    } else if (memchr(word.data, '-', word.size)) {
        struct events_word_set *set = base_arena_take(arena_of(parser), sizeof *set);
        events_word_set_add(set, arena_of(parser), base_lower_copy(arena_of(parser), word));
        events_seek_set(&parser->verbs->rules->vocabulary, set);
        part.set = set;
    } else {
        part.word = base_lower_copy(arena_of(parser), word);
    }
    BASE_PUSH(arena_of(parser), &parser->run, part);
}

static void take_piece(struct parser *parser, struct base_slice piece) {
    if (++parser->parts > MOST_PARTS) {
        parser->fault = "a pattern of more than 64 words";
    } else if (piece.size > 1 || !strchr("*$+%^", piece.data[0])) {
        take_word(parser, piece);
    } else {
        end_run(parser);
        switch (piece.data[0]) {
        case '*': take_verb(parser); break;
        case '$': take_party(parser, &parser->pattern->source); break;
        case '+': take_party(parser, &parser->pattern->target); break;
        case '%': parser->pattern->is_compound = true; break;
        default: break; /* "^" passes over what may stand there; we do not ask for the order of words */
        }
    }
}

/* Up to the next space or bracket: words with "_" between them. */
static void take_element(struct parser *parser) {
    size_t first = parser->at;
    parser->start = parser->open ? parser->start : first;
    while (parser->at < parser->text.size && !strchr(" \t(){}|", parser->text.data[parser->at])) {
        parser->at++;
    }
    struct base_slice rest = base_slice_part(parser->text, first, parser->at);
    while (rest.size && !parser->fault) {
        struct base_slice piece = base_slice_cut(&rest, '_');
        if (piece.size) {
            take_piece(parser, piece);
        }
    }
    end_run(parser);
}

const char *events_petrarch_pattern(struct petrarch_verbs *verbs, struct base_slice text,
                                    struct petrarch_pattern *out) {
    struct parser parser = {.verbs = verbs, .pattern = out, .text = text};
    if (memchr(text.data, '\0', text.size)) {
        return "characters that no word has";
    }
    while (parser.at < text.size && !parser.fault) {
        char c = text.data[parser.at];
        if (!strchr(" \t(){}|", c)) {
            take_element(&parser);
            continue;
        }
        parser.at++;
        if (c == '(' || c == '{') {
            open_group(&parser, c);
        } else if (c == ')' || c == '}') {
            close_group(&parser, c);
        } else if (c == '|') {
            take_alternative(&parser);
        }
    }
    return parser.fault       ? parser.fault
           : parser.open      ? "a bracket that is not closed"
           : !parser.seen_verb ? "no \"*\" where the verb stands"
                              : NULL;
}

void events_petrarch_ask(struct petrarch_verbs *verbs, struct base_slice words, enum events_role side,
                         struct petrarch_verb *verb) {
    struct petrarch_pattern pattern = {.weight = 0};
    struct parser parser = {.verbs = verbs, .pattern = &pattern, .text = words, .seen_verb = side == EVENTS_AFTER,
                            .at = words.size};
    while (words.size) {
        struct base_slice word = base_slice_cut(&words, '_');
        if (word.size) {
            BASE_PUSH(verbs->rules->arena, &parser.run,
                      ((struct events_phrase_part){.word = base_lower_copy(verbs->rules->arena, word)}));
        }
    }
    end_run(&parser);
    for (size_t i = 0; i < pattern.slots.count; i++) {
        BASE_PUSH(verbs->rules->arena, &verb->slots, pattern.slots.items[i]);
    }
    verb->weight += pattern.weight;
    verb->seeks |= pattern.seeks;
}
