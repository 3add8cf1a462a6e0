/* Verb dictionaries of TABARI, PETRARCH and PETRARCH2 (eventdata.parusanalytics.com, openeventdata) as rules: verbs with their
 * forms become predicates, patterns become slots that ask for words on both sides of them, codes of CAMEO become types and
 * modes of PLOVER. docs/dictionaries.md says what is applied and what is not.
 *
 * Takes: the text of a file, which outlives the rules. Promises: a line that cannot be applied is refused alone, with its
 * reason, and kept in rules->refused; a file of which nothing can be applied is an error.
 */
#ifndef EVENTS_PETRARCH_H
#define EVENTS_PETRARCH_H

#include "events/rules.h"
#include "lexicon/dictionary.h"

enum sayso_status events_petrarch_read(struct events_rules *rules, struct base_slice file, struct base_slice text,
                                       unsigned layer, struct sayso_error *error);

/* ---- for petrarch*.c only */

struct petrarch_cameo {
    uint8_t type, mode;
    char cameo[5];
    bool swapped; /* the target does it */
    bool mutual;  /* each does it to the other */
};

/* Where "$" or "+" stands in a pattern. */
struct petrarch_party {
    bool is_there, is_before; /* before the verb */
    bool in_phrase;           /* in parentheses */
    struct base_slice markers; /* the words in front of it, as roles of a rule: "to", "because_of|for" */
};

typedef BASE_VECTOR(struct events_slot) petrarch_slots;

struct petrarch_pattern {
    struct base_slice origin;
    unsigned line;
    struct petrarch_cameo code;
    petrarch_slots slots; /* what it asks for besides its parties */
    struct petrarch_party source, target;
    bool is_compound;     /* "%": source and target are one phrase */
    unsigned weight;
    uint64_t seeks;
};

struct petrarch_verb {
    struct base_slice lemma;
    petrarch_slots slots; /* for the other words of a verb of several */
    unsigned weight;
    uint64_t seeks;
    bool has_code;
    struct petrarch_cameo code;
    struct base_slice origin;
    unsigned line;
};

/* The verbs that patterns are for. */
struct petrarch_block {
    struct base_slice name;
    bool has_code;
    struct petrarch_cameo code;
    BASE_VECTOR(struct petrarch_verb) verbs;
    BASE_VECTOR(struct petrarch_pattern) patterns;
    struct base_slice heads;      /* "hit|strike/v", of its verbs of one word; empty: none */
    size_t head_count;
    struct events_word_set words; /* these verbs and their forms */
};

struct petrarch_line {
    struct base_slice text, origin;
    unsigned number;
};

struct petrarch_verbs {
    struct events_rules *rules;
    struct lexicon_reader reader;
    struct base_slice line; /* the one read last, without comment */
    unsigned layer;
    size_t taken;           /* lines */
    size_t entries;         /* pairs of a verb and a rule */
    struct base_map set_names;
    BASE_VECTOR(struct events_word_set *) sets;
    BASE_VECTOR(struct petrarch_block *) blocks;
    struct base_map block_names; /* names of blocks and verbs, in lower case */
    struct base_map party_texts; /* to an index of `parties`: most patterns have the same */
    BASE_VECTOR(petrarch_slots) parties;
    BASE_VECTOR(struct petrarch_line) transformations;
};

/* petrarch.c: the next line that says something; false: no more. */
bool events_petrarch_next_line(struct petrarch_verbs *verbs);
void events_petrarch_refuse(struct petrarch_verbs *verbs, struct base_slice origin, unsigned line, const char *reason,
                            struct base_slice what);
void events_petrarch_refuse_line(struct petrarch_verbs *verbs, const char *reason);
bool events_petrarch_is_word(struct base_slice text);

/* petrarch_sets.c: those of the whole file, as patterns may name a set that comes later. */
void events_petrarch_read_sets(struct petrarch_verbs *verbs);

/* petrarch_blocks.c: the line that was read last. A verb behind patterns begins another block. */
void events_petrarch_read_header(struct petrarch_verbs *verbs);
void events_petrarch_read_verb(struct petrarch_verbs *verbs);
void events_petrarch_read_pattern(struct petrarch_verbs *verbs);

/* petrarch_code.c: "030", "042:043", "---"; false: no such code. */
bool events_petrarch_code(struct base_slice text, struct petrarch_cameo *code);

/* petrarch_pattern.c: what stands between "-" and the code; NULL, or why it cannot be applied. */
const char *events_petrarch_pattern(struct petrarch_verbs *verbs, struct base_slice text, struct petrarch_pattern *out);
/* Asks for a run of words ("_" between them) on one side. */
void events_petrarch_ask(struct petrarch_verbs *verbs, struct base_slice words, enum events_role side,
                         struct petrarch_verb *verb);

/* petrarch_rules.c: `slots`, then those of `parties`, which is text of a rule; false: that is no such text. */
bool events_petrarch_add_rule(struct petrarch_verbs *verbs, struct events_rule *rule, const petrarch_slots *slots,
                              struct base_slice parties);
/* The rules of a block. */
void events_petrarch_add_rules(struct petrarch_verbs *verbs, struct petrarch_block *block);

/* petrarch_transformation.c: the rule of "~ a (b . ATTACK) HOLD = a b 138". */
void events_petrarch_transform(struct petrarch_verbs *verbs, const struct petrarch_line *line);

#endif
