/* Rules: what makes an event, as docs/dictionaries.md describes it under "*.rules".
 *
 * Takes: text. Promises: rules come with the more telling first (those of overlays, then those that ask for more words),
 * and those of one predicate are found by its lemma and part of speech at the cost of one hash.
 */
#ifndef EVENTS_RULES_H
#define EVENTS_RULES_H

#include "events/phrase.h"
#include "events/plover.h"
#include "lexicon/lexicon.h"

enum { EVENTS_NO_EVENT = EVENTS_TYPES }; /* type of a rule that only keeps others away */

enum events_presence { EVENTS_REQUIRED, EVENTS_OPTIONAL, EVENTS_FORBIDDEN };
enum events_target { EVENTS_TO_NOTHING, EVENTS_TO_ACTOR, EVENTS_TO_RECIPIENT, EVENTS_TO_PLACE };

enum events_test {
    EVENTS_IS_ANY, EVENTS_IS_ACTOR, EVENTS_IS_THING, EVENTS_IS_PERSON, EVENTS_IS_ORG, EVENTS_IS_GROUP, EVENTS_IS_PLACE,
    EVENTS_IS_COUNTRY, EVENTS_IS_SECURITY, EVENTS_IS_ARMED, EVENTS_IS_STATE, EVENTS_IS_POLITICAL, EVENTS_IS_MONEY,
    EVENTS_IS_NUMBER, EVENTS_IS_NAMED, EVENTS_IS_PRONOUN, EVENTS_IS_PLURAL, EVENTS_IS_SEVERAL, EVENTS_IS_INFINITIVE,
    EVENTS_IS_PASSIVE, EVENTS_IS_FINITE, EVENTS_IS_INDEFINITE,
    EVENTS_IS_OWN,        /* its possessor is a pronoun: "his plan" */
    EVENTS_IS_NEGATED,    /* by a word of its own: "not to go" */
    EVENTS_IS_VICTIM,     /* whatever a person can be called: an actor, a name, a pronoun, a number, what is counted */
    EVENTS_HAS_OWNER,     /* no actor itself, but of one: "Iran's policy" */
    EVENTS_HAS_SECTOR, EVENTS_HAS_LEMMA, EVENTS_IN_CLASS, EVENTS_HAS_AUXILIARY, EVENTS_HAS_MODIFIER,
    EVENTS_HAS_PHRASE     /* in PETRARCH's patterns */
};

struct events_atom {
    enum events_test test;
    bool negated;
    bool ends_alternative; /* the next atom begins another one of "a&b|c" */
    struct base_slice word; /* lemma or sector */
    const struct events_class *class;
    struct events_phrase phrase;
};

struct events_place_in_frame {
    enum events_role role;
    struct base_slice marker; /* of EVENTS_CASE */
};

struct events_slot {
    struct base_slice text; /* as the rule has it: "object:place->recipient" */
    enum events_presence presence;
    enum events_target target;
    bool within;              /* each atom is asked of any word in the argument's phrase */
    const struct events_place_in_frame *roles; /* the first that is there counts */
    size_t role_count;
    const struct events_atom *atoms;
    size_t atom_count;
};

struct events_example {
    struct base_slice sentence, expected;
    bool wanted;
    unsigned line;
};

struct events_rule {
    uint8_t type, mode;
    char cameo[5];
    uint64_t contexts;
    struct base_slice heads;  /* "visit|tour/v" */
    const struct events_slot *slots;
    size_t slot_count;
    const struct events_example *examples;
    size_t example_count;
    struct base_slice file, origin; /* "events/consult.rules", "consult.rules:42" */
    unsigned line, weight;    /* how much it asks for */
    unsigned layer;           /* of the file: a higher one comes first */
    bool petrarch;            /* of a dictionary of PETRARCH, which has no examples */
    uint64_t seeks;           /* bits of words without which it cannot match, see events_reach */
    uint32_t order;
};

struct events_rule_list {
    uint32_t rule, next; /* of the lists below; DOCUMENT_NONE ends one */
};

struct events_rules {
    struct base_arena *arena;
    struct events_vocabulary vocabulary;
    BASE_VECTOR(struct events_rule) rules;
    struct base_map index;    /* "visit/v" to its first entry in lists */
    BASE_VECTOR(struct events_rule_list) lists;
    struct base_map removed;  /* "visit/v" to the `order` before which rules are removed */
    struct base_map forms;    /* forms of verbs of PETRARCH to an index of `verbs` */
    BASE_VECTOR(struct base_slice) verbs;
    BASE_VECTOR(struct lexicon_refusal) refused; /* lines of PETRARCH's files */
};

struct events_rules *events_rules_new(struct base_arena *arena);
/* First for all files, then events_rules_read() for all: a rule may name a class of a later file. */
enum sayso_status events_rules_read_words(struct events_rules *rules, struct base_slice file, struct base_slice text,
                                          unsigned layer, struct sayso_error *error);
enum sayso_status events_rules_read(struct events_rules *rules, struct base_slice file, struct base_slice text,
                                    unsigned layer, struct sayso_error *error);
/* Sorts and indexes. */
enum sayso_status events_rules_close(struct events_rules *rules, struct sayso_error *error);

/* The first entry of the predicate's list, or DOCUMENT_NONE. */
uint32_t events_rules_for(const struct events_rules *rules, struct base_slice lemma, char part);
/* The same for a token, by its lemma; where that is not known, by the form. */
uint32_t events_rules_at(const struct events_rules *rules, const struct document_token *token, char part);

/* The lemmas of a rule's left end, those of classes one by one: { keys = events_keys_of(rule); while (events_next_key(rules,
 * &keys)) ...; }. */
struct events_keys {
    struct base_slice lemma;
    char part;
    const struct events_class *class; /* that the lemma is of; NULL: the rule itself names it */
    struct base_slice rest;
    size_t item;
};

struct events_keys events_keys_of(const struct events_rule *rule);
bool events_next_key(const struct events_rules *rules, struct events_keys *keys);

#endif
