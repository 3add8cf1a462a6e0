/* Filling a lexicon from dictionary text, and what it is inside.
 *
 * Takes: names and bytes of dictionary files, built-in ones first, then overlays from the weakest to the strongest; the
 * bytes must outlive the lexicon. lexicon_finish() must be called once after the last; look-ups come after it.
 */
#ifndef LEXICON_LOAD_H
#define LEXICON_LOAD_H

#include "lexicon/dictionary.h"
#include "lexicon/lexicon.h"
#include "lexicon/table.h"

struct lexicon_name {
    uint32_t entry;
    uint32_t next; /* name of the same words, of lower rank; LEXICON_NOTHING: no more */
    enum lexicon_form form;
};

struct lexicon_stored {
    struct lexicon_entry entry;
    uint32_t layer;
    bool removed; /* by an overlay, or by a later entry of the same key */
};

struct lexicon_holding {
    uint32_t entry, role, next;
};

struct lexicon {
    struct base_arena *arena;
    uint32_t layer; /* of the file being read: 0 for built-in ones */
    BASE_VECTOR(struct lexicon_stored) entries;
    BASE_VECTOR(struct lexicon_name) names;
    BASE_VECTOR(struct lexicon_agent) agents;
    BASE_VECTOR(struct lexicon_holding) holdings;
    BASE_VECTOR(struct lexicon_refusal) refused;
    BASE_VECTOR(struct lexicon_replacement) replaced;
    struct lexicon_table name_table;    /* words in order */
    struct lexicon_table caseless_table; /* words in lower case, of dictionaries that have no case */
    struct lexicon_table agent_table;   /* words from the last to the first */
    struct lexicon_table holding_table; /* country, then the words of the title */
    struct lexicon_table country_table;
    struct lexicon_table given_table;   /* given names: 'm', 'f', or 0 for both */
    struct lexicon_table word_table;    /* values of enum lexicon_word */
    struct base_slice counted;          /* the noun for bare numbers; empty: none */
};

struct lexicon *lexicon_new(struct base_arena *arena);
/* The name's ending (.actors or .agents) says what it holds. */
enum sayso_status lexicon_load(struct lexicon *lexicon, struct base_slice name, struct base_slice bytes, bool overlay,
                               struct sayso_error *error);
void lexicon_finish(struct lexicon *lexicon);

/* An entry gives way to a later one: noted where both are in one file. */
void lexicon_note_replaced(struct lexicon *lexicon, struct base_slice origin, struct base_slice by, struct base_slice key);

/* The first name of these words (LEXICON_NOTHING: none), and those of lower rank by `next`; removed ones, too. */
uint32_t lexicon_first_name(const struct lexicon *lexicon, struct base_slice name);
uint32_t lexicon_first_caseless(const struct lexicon *lexicon, struct base_slice name);

/* Puts the words of the entry's name or of a noun into the tables; false: no words, or too many. */
bool lexicon_add_name(struct lexicon *lexicon, struct base_slice text, uint32_t entry, enum lexicon_form form);
bool lexicon_add_caseless(struct lexicon *lexicon, struct base_slice text, uint32_t entry);
bool lexicon_add_agent(struct lexicon *lexicon, const struct lexicon_agent *agent);
/* The agent of exactly this noun; NULL: none. */
const struct lexicon_agent *lexicon_agent_of(const struct lexicon *lexicon, struct base_slice noun);
bool lexicon_hash_agent(struct base_slice noun, uint64_t *hash, uint64_t *last, uint32_t *count);

/* A name whose bearers are of both genders tells of none. */
void lexicon_note_given(struct lexicon *lexicon, struct base_slice given_name, char gender);

/* load_actors.c, load_agents.c */
enum sayso_status lexicon_load_actors(struct lexicon *lexicon, struct lexicon_reader *reader);
enum sayso_status lexicon_load_agents(struct lexicon *lexicon, struct lexicon_reader *reader);

#endif
