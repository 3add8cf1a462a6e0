/* *.agents: nouns that stand for actors. */
#include "lexicon/load.h"
#include "lexicon/words.h"

static bool read_type(struct base_slice word, enum document_entity_type *type) {
    static const char *const types[] = {[DOCUMENT_THING] = "THING", [DOCUMENT_PER] = "PER",     [DOCUMENT_ORG] = "ORG",
                                        [DOCUMENT_LOC] = NULL,      [DOCUMENT_GROUP] = "GROUP", [DOCUMENT_ANON] = "ANON"};
    for (unsigned i = 0; i < sizeof types / sizeof *types; i++) {
        if (types[i] && base_slice_is(word, types[i])) {
            *type = (enum document_entity_type)i;
            return true;
        }
    }
    return false;
}

static bool read_word(struct base_slice right, enum lexicon_word *word) {
    static const char *const words[] = {
        [LEXICON_FORMER] = "FORMER",   [LEXICON_ACTING] = "ACTING",   [LEXICON_DESIGNATE] = "DESIGNATE",
        [LEXICON_ALLEGED] = "ALLEGED", [LEXICON_BELONGS] = "BELONGS", [LEXICON_WHERE] = "WHERE",
        [LEXICON_WITHIN] = "WITHIN",   [LEXICON_PARTNER] = "PARTNER", [LEXICON_PART] = "PART", [LEXICON_TWO] = "TWO",
        [LEXICON_NUMBER] = "NUMBER",   [LEXICON_COUNTED] = "COUNTED", [LEXICON_PRODUCT] = "PRODUCT",
        [LEXICON_OUTSIDER] = "OUTSIDER", [LEXICON_STRANGER] = "STRANGER", [LEXICON_EXPELS] = "EXPELS",
        [LEXICON_OTHERS] = "OTHERS",   [LEXICON_LEANING] = "LEANING", [LEXICON_ROLE] = "ROLE"};
    for (unsigned i = 0; i < sizeof words / sizeof *words; i++) {
        if (words[i] && base_slice_is(right, words[i])) {
            *word = (enum lexicon_word)i;
            return true;
        }
    }
    return false;
}

static enum sayso_status read_words(const struct lexicon_reader *reader, struct base_slice words,
                                    struct lexicon_agent *agent) {
    size_t sectors = 0;
    bool has_type = false;
    while ((words = base_slice_trim(words)).size) {
        struct base_slice word = base_slice_cut(&words, ' ');
        struct base_slice country = word, key = base_slice_cut(&country, '=');
        if (!has_type) {
            if (!read_type(word, &agent->type)) {
                return lexicon_line_error(reader, "no such type", word);
            }
            has_type = true;
        } else if (base_slice_is(word, "title")) {
            agent->is_title = true;
        } else if (base_slice_is(word, "honorific")) {
            agent->is_title = agent->is_honorific = true;
        } else if (base_slice_is(word, "m") || base_slice_is(word, "f")) {
            agent->gender = word.data[0];
        } else if (base_slice_is(word, "place")) {
            agent->is_place_like = true;
        } else if (base_slice_is(key, "country")) {
            if (!lexicon_read_code(country, agent->country)) {
                return lexicon_line_error(reader, "a country is three capital letters", country);
            }
        } else if (sectors == DOCUMENT_SECTORS || !lexicon_read_sector(word, agent->sector[sectors++])) {
            return lexicon_line_error(reader, "no such sector", word);
        }
    }
    return has_type ? SAYSO_OK : lexicon_line_error(reader, "a noun needs a type behind the =", agent->noun);
}

/* "GIVEN f": the gender of who bears the name. */
static bool read_given(struct base_slice right, char *gender) {
    struct base_slice word = base_slice_cut(&right, ' ');
    right = base_slice_trim(right);
    *gender = right.size == 1 ? right.data[0] : '\0';
    return base_slice_is(word, "GIVEN") && (*gender == 'm' || *gender == 'f');
}

/* Puts the words of the noun into the table; false: no words, or too many. */
static bool add_noun(struct lexicon *lexicon, struct base_slice noun, uint32_t agent) {
    uint64_t hash, last;
    uint32_t count;
    if (!lexicon_hash_agent(noun, &hash, &last, &count)) {
        return false;
    }
    struct lexicon_table *table = &lexicon->agent_table;
    struct lexicon_slot *slot = lexicon_table_slot(table, lexicon->arena, lexicon_hash_word(LEXICON_NO_WORDS, last));
    slot->longest = slot->longest > count ? slot->longest : count;
    lexicon_table_slot(table, lexicon->arena, hash)->value = agent;
    return true;
}

bool lexicon_add_agent(struct lexicon *lexicon, const struct lexicon_agent *agent) {
    if (!add_noun(lexicon, agent->noun, (uint32_t)lexicon->agents.count)) {
        return false;
    }
    BASE_PUSH(lexicon->arena, &lexicon->agents, *agent);
    return true;
}

/* "gov = AS governor": another way to write it. */
static enum sayso_status read_same(struct lexicon *lexicon, const struct lexicon_reader *reader, struct base_slice noun,
                                   struct base_slice right) {
    const struct lexicon_agent *agent = lexicon_agent_of(lexicon, right);
    if (!agent) {
        return lexicon_line_error(reader, "no such noun above", right);
    }
    add_noun(lexicon, noun, (uint32_t)(agent - lexicon->agents.items));
    return SAYSO_OK;
}

const struct lexicon_agent *lexicon_agent_of(const struct lexicon *lexicon, struct base_slice noun) {
    uint64_t hash, last;
    uint32_t count;
    const struct lexicon_slot *slot =
        lexicon_hash_agent(noun, &hash, &last, &count) ? lexicon_table_find(&lexicon->agent_table, hash) : NULL;
    return slot && slot->value != LEXICON_NOTHING ? &lexicon->agents.items[slot->value] : NULL;
}

static enum sayso_status read_agent(struct lexicon *lexicon, const struct lexicon_reader *reader, struct base_slice noun,
                                    struct base_slice right) {
    struct lexicon_agent agent = {.noun = noun, .origin = lexicon_line_origin(reader, lexicon->arena)};
    enum sayso_status status = read_words(reader, right, &agent);
    if (status != SAYSO_OK) {
        return status;
    }
    const struct lexicon_agent *before = lexicon_agent_of(lexicon, noun);
    if (before) {
        lexicon_note_replaced(lexicon, before->origin, agent.origin, noun);
    }
    lexicon_add_agent(lexicon, &agent);
    return SAYSO_OK;
}

static enum sayso_status read_right_side(struct lexicon *lexicon, const struct lexicon_reader *reader,
                                         struct base_slice noun, struct base_slice right) {
    struct base_slice rest = right, first = base_slice_cut(&rest, ' ');
    char gender;
    if (base_slice_is(first, "AS")) {
        return read_same(lexicon, reader, noun, base_slice_trim(rest));
    }
    if (read_given(right, &gender)) {
        lexicon_note_given(lexicon, noun, gender);
        return SAYSO_OK;
    }
    return read_agent(lexicon, reader, noun, right);
}

enum sayso_status lexicon_load_agents(struct lexicon *lexicon, struct lexicon_reader *reader) {
    uint64_t hash, last;
    uint32_t count;
    while (lexicon_read_line(reader)) {
        struct base_slice right = reader->text;
        struct base_slice noun = base_slice_trim(base_slice_cut(&right, '='));
        bool removes = noun.size && noun.data[0] == '!';
        noun = removes ? base_slice_trim(base_slice_part(noun, 1, noun.size)) : noun;
        right = base_slice_trim(right);
        if (reader->indented || !lexicon_hash_agent(noun, &hash, &last, &count)) {
            return lexicon_line_error(reader, "expected NOUN = TYPE SECTORS", reader->text);
        }
        enum lexicon_word word = LEXICON_NO_WORD;
        if (removes || read_word(right, &word)) {
            struct lexicon_table *table = word ? &lexicon->word_table : &lexicon->agent_table;
            lexicon_table_slot(table, lexicon->arena, hash)->value = word ? word : LEXICON_NOTHING;
            lexicon->counted = word == LEXICON_COUNTED ? noun : lexicon->counted;
            continue;
        }
        enum sayso_status status = read_right_side(lexicon, reader, noun, right);
        if (status != SAYSO_OK) {
            return status;
        }
    }
    return SAYSO_OK;
}
