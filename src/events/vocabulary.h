/* The words that rules speak of: word classes, macros, and the words of each context.
 *
 * Takes: the lines of *.rules that begin with "@", "$" or "context". Promises: read-only once rules are read; a class that
 * no file defines is an error where a rule names it.
 */
#ifndef EVENTS_VOCABULARY_H
#define EVENTS_VOCABULARY_H

#include "base/error.h"
#include "base/map.h"
#include "base/vector.h"

struct events_class {
    struct base_slice name;
    struct base_map items; /* lemma to 1, or to the number behind "=" */
    BASE_VECTOR(const struct events_class *) parts; /* classes whose words are words of this one, too */
    bool defined;
    unsigned layer; /* of the dictionaries that define it: later ones may do so anew, these only add */
};

struct events_macro {
    struct base_slice name, text;
};

/* What is asked for or refused, in the order in which classes are tried. */
enum events_asked { EVENTS_ASKED_YIELD, EVENTS_ASKED_MEET, EVENTS_ASKED_ASSIST, EVENTS_ASKED_CHANGE, EVENTS_ASKED_MODES };

struct events_vocabulary {
    struct base_arena *arena;
    BASE_VECTOR(struct events_class *) classes;
    struct base_map class_names;
    BASE_VECTOR(struct events_macro) macros;
    struct base_map macro_names;
    struct base_map context_words; /* lemma to an index of context_bits */
    BASE_VECTOR(uint64_t) context_bits;
    struct base_map sought;        /* words that patterns of PETRARCH look for, to an index of sought_bits; see phrase.h */
    BASE_VECTOR(uint64_t) sought_bits;
    /* Classes that the engine itself asks for; empty where no file has them. */
    const struct events_class *agent;     /* markers of the agent: "by" */
    const struct events_class *whole;     /* markers between a noun and whose it is: "of" */
    const struct events_class *light;     /* verbs that only carry a noun; "engage in" */
    const struct events_class *occur;     /* verbs that say that a noun took place */
    const struct events_class *borne;     /* light verbs whose subject suffers the noun: "face criticism" */
    const struct events_class *beneath;   /* markers that say the same of "be": "under attack" */
    const struct events_class *purpose;   /* verbs whose infinitive is their subject's: "called her to thank her" */
    const struct events_class *conceding; /* verbs of promises: what is promised and yields is a concession */
    const struct events_class *kept;      /* markers of what somebody is to leave: "refrain from attacking" */
    const struct events_class *asked[EVENTS_ASKED_MODES]; /* verbs and nouns of what is asked for: "release", "talks" */
    const struct events_class *asks;      /* verbs that ask somebody to do something */
    const struct events_class *asked_by;  /* their markers before whoever is asked: "called for him to go" */
    const struct events_class *quantity;  /* nouns that only count: "hundreds of soldiers" */
    const struct events_class *shared;    /* markers that coordinated verbs share: "in" */
    const struct events_class *of_object; /* markers that give a gerund the object for its subject: "of attacking" */
    const struct events_class *where;     /* markers of where something happens */
    const struct events_class *occasion;  /* markers of when: "spoke after talks with the king" */
    const struct events_class *locality;  /* "the city of Idlib" */
    const struct events_class *undergone; /* nouns whose "of" names the victim: "the bombing of Hanoi" */
    const struct events_class *suffered;  /* those whose possessor does, too: "the editor's arrest" */
    const struct events_class *towards;   /* markers of whom an act is about: "a ban on Iran" */
    const struct events_class *beside;    /* adverbs that join: "along with", "as well as" */
    const struct events_class *between;   /* prepositions of two: "clashes between A and B" */
    const struct events_class *done_by;   /* participles that say who does it: "Saudi-led raids" */
    const struct events_class *aimed;     /* markers of whom a noun is aimed at: "an inquiry into him" */
    const struct events_class *made;      /* verbs whose agent a thing belongs to: "remarks made by the mayor" */
    const struct events_class *apart;     /* markers of phrases that say nothing of the predicate's parties: "as" */
    const struct events_class *number;    /* "two=2" */
    const struct events_class *kill, *injure, *arrest;
    const struct events_class *currency;
};

static inline bool events_class_has(const struct events_class *class, struct base_slice lemma) {
    return class && base_map_get(&class->items, lemma) != BASE_MAP_NONE;
}

/* Is it a line of this kind, and not of a rule? */
bool events_vocabulary_owns(struct base_slice line);
enum sayso_status events_vocabulary_read(struct events_vocabulary *vocabulary, struct base_slice line, unsigned layer,
                                         unsigned number, struct sayso_error *error);
/* After the last line of all files: puts the words of parts into their classes, finds the classes of the engine. */
enum sayso_status events_vocabulary_close(struct events_vocabulary *vocabulary, struct sayso_error *error);

const struct events_class *events_class_of(const struct events_vocabulary *vocabulary, struct base_slice name);
const struct events_macro *events_macro_of(const struct events_vocabulary *vocabulary, struct base_slice name);
uint64_t events_context_bits(const struct events_vocabulary *vocabulary, struct base_slice lemma);

#endif
