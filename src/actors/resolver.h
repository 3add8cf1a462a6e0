/* What the files of this room share while one document is resolved. */
#ifndef ACTORS_RESOLVER_H
#define ACTORS_RESOLVER_H

#include "actors/actors.h"
#include "actors/salience.h"
#include "base/map.h"
#include "document/tree.h"

/* A run of tokens that the lexicon knows. */
struct actors_hit {
    const struct lexicon_entry *entry;
    enum lexicon_form form;
    uint32_t first, count;
};

enum actors_person { ACTORS_NO_PERSON, ACTORS_FIRST, ACTORS_SECOND, ACTORS_THIRD };

/* What a noun phrase says by itself. */
struct actors_phrase {
    uint32_t head, first, last;      /* tokens of the mention, both ends included */
    uint32_t name_first, name_last;  /* its name; DOCUMENT_NONE: it has none */
    enum document_mention_kind kind;
    const struct actors_hit *hit;    /* what the lexicon knows of its name or of the people it names */
    const struct lexicon_agent *agent; /* the noun that says who it is: its head, or the title before its name */
    uint32_t agent_first, agent_head; /* its tokens up to its head */
    struct base_slice noun;          /* lemma of the head of a phrase by noun */
    struct base_slice count;         /* "seven", "44" */
    enum document_role_status status;
    bool has_status;
    bool named;                      /* by a noun with a name in front: "the Wagner group" */
    bool modifier;                   /* stands before a noun that is no actor: "Russian air strikes" */
    bool counted;                    /* a bare number that stands for people */
    bool plural, definite, indefinite, demonstrative, reflexive, relative, expletive;
    bool outsider;                   /* of another country than the one at hand: "foreign hackers", "Chad's neighbour" */
    bool local;                      /* of a city or a state of its country: "the attorney general of New York" */
    enum actors_person person;       /* of pronouns */
    char gender;
    char country[4];                 /* that its modifiers give */
    const struct lexicon_entry *of;  /* the body or group that it belongs to */
    struct base_slice of_text;
    uint32_t within;                 /* place where it is: "officials in Turkey"; DOCUMENT_NONE: not said */
    uint32_t owner;                  /* entity that it belongs to: "her campaign"; DOCUMENT_NONE: none, or a place */
    uint32_t group;                  /* entity of all that are coordinated with it, once somebody asked */
    uint32_t entity;
};

/* What is known of an entity beside its record. */
enum { ACTORS_NOUNS = 6 };
struct actors_known {
    const struct lexicon_entry *entry;
    const struct lexicon_agent *agents[ACTORS_NOUNS]; /* nouns that it was called by */
    struct base_slice nouns[ACTORS_NOUNS];
    unsigned agent_count, noun_count;
    struct base_slice full; /* the longest of its names in the text */
    struct base_slice count; /* how many they are */
    char gender;
    uint32_t owner;       /* whose it is, or DOCUMENT_NONE, and as what: his "wife" */
    struct base_slice owned_as;
    bool is_place;        /* a name of a place, acting or not */
    struct base_slice words; /* of its first mention */
    bool restricted;      /* called by a noun with more behind it: "people who voted" */
    bool outsider;        /* not of the country that the article is about */
    uint32_t last;        /* token of its last mention so far */
    uint32_t name_count;  /* mentions by name so far */
};

/* One of those who share a surname. */
struct actors_bearer {
    uint32_t entity, older; /* `older`: another bearer, or DOCUMENT_NONE */
};

struct actors {
    const struct lexicon *lexicon;
    struct actors_salience salience;
};

struct actors_resolver {
    const struct actors *actors;
    const struct lexicon *lexicon;
    const struct actors_watcher *watcher;
    struct document *document;
    struct base_arena *arena;
    BASE_VECTOR(struct actors_hit) hits;
    uint32_t *hit_at;                       /* a token: the hit that covers it */
    uint32_t *quote_at;                     /* a token: number of the quotation that it stands in, or DOCUMENT_NONE */
    BASE_VECTOR(struct actors_phrase) phrases; /* in text order of their heads; the mentions come from them */
    uint32_t *phrase_at;                    /* a token: the phrase that it heads */
    BASE_VECTOR(struct actors_known) known; /* beside document->entities */
    BASE_VECTOR(struct actors_bearer) bearers; /* of surnames; by_last_word has the newest of each */
    char main_country[4];                   /* that of most names; empty: there is none */
    BASE_VECTOR(struct actors_antecedent) antecedents; /* of the pronoun at hand */
    struct base_map by_entry, by_name, by_last_word, by_first_word;
};

/* hits.c */
void actors_find_hits(struct actors_resolver *r);
static inline const struct actors_hit *actors_hit_at(const struct actors_resolver *r, uint32_t token) {
    return r->hit_at[token] == DOCUMENT_NONE ? NULL : &r->hits.items[r->hit_at[token]];
}
/* "Pro-Russian" says nothing of where somebody is from. */
bool actors_follows_leaning(const struct actors_resolver *r, uint32_t token);
bool actors_is_place_kind(enum lexicon_kind kind);
/* A people or a faith: its leaders and voters are not all of it. */
bool actors_is_people(const struct lexicon_entry *entry);
/* namesakes.c */
void actors_drop_namesakes(struct actors_resolver *r);

/* phrases.c, phrase_names.c, modifiers.c */
void actors_find_phrases(struct actors_resolver *r);
void actors_find_name(struct actors_resolver *r, struct actors_phrase *phrase);
void actors_read_name(struct actors_resolver *r, struct actors_phrase *phrase);
void actors_read_modifiers(struct actors_resolver *r, struct actors_phrase *phrase);
/* Need he not be of the country where he is? */
bool actors_is_stranger(const struct actors_resolver *r, const struct actors_phrase *phrase);
bool actors_place_acts(const struct actors_resolver *r, const struct actors_phrase *phrase);

/* entities.c */
uint32_t actors_new_entity(struct actors_resolver *r, const struct actors_phrase *phrase);
void actors_learn(struct actors_resolver *r, uint32_t entity, const struct actors_phrase *phrase);
void actors_take_entry(struct actors_resolver *r, uint32_t entity, const struct lexicon_entry *entry);

void actors_add_sector(struct document_entity *entity, const char *sector);

/* The entity of an entry; a place has two, one that acts and one that is only a place. DOCUMENT_NONE: none yet. */
uint32_t actors_entity_of(const struct actors_resolver *r, const struct lexicon_entry *entry, bool acts);
void actors_set_entity_of(struct actors_resolver *r, const struct lexicon_entry *entry, bool acts, uint32_t entity);
uint32_t actors_need_entity(struct actors_resolver *r, const struct actors_phrase *phrase,
                            const struct lexicon_entry *entry);

/* compatible.c: may a phrase stand for the entity? */
bool actors_country_allows(const struct document_entity *entity, const char *country);
bool actors_kind_allows(const struct actors_resolver *r, uint32_t entity, const struct actors_phrase *phrase);

/* names.c, nouns.c, pronouns.c: the entity that a phrase stands for, or DOCUMENT_NONE */
uint32_t actors_by_name(struct actors_resolver *r, struct actors_phrase *phrase);
/* surnames.c */
struct base_slice actors_name_text(const struct actors_resolver *r, const struct actors_phrase *phrase);
bool actors_is_person_name(const struct actors_resolver *r, const struct actors_phrase *phrase);
void actors_note_surname(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number);
/* The token is a surname of the entity as well. */
void actors_note_bearer(struct actors_resolver *r, uint32_t token, uint32_t number);
/* The entity that a surname in front of a noun means: "the Holf campaign". */
uint32_t actors_bearer(const struct actors_resolver *r, uint32_t token);
/* "J", "Sr.": initials and abbreviations are no surnames. */
bool actors_is_short(struct base_slice form);
uint32_t actors_by_surname(struct actors_resolver *r, const struct actors_phrase *phrase);

/* The entity that had the same name; and: has it from now on. */
uint32_t actors_by_same_name(const struct actors_resolver *r, const struct actors_phrase *phrase);
void actors_note_name(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t entity);
uint32_t actors_by_noun(struct actors_resolver *r, struct actors_phrase *phrase, uint32_t number);
/* nations.c */
uint32_t actors_by_country(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number);
/* descriptions.c */
bool actors_is_restricted(const struct actors_resolver *r, const struct actors_phrase *phrase);
/* Its words without a number or part of them in front: "young voters". */
struct base_slice actors_words(const struct actors_resolver *r, const struct actors_phrase *phrase);
uint32_t actors_by_description(const struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number,
                               bool *past); /* it held the office once, and was named long ago */
/* By the noun of the phrase, in the text or as its entry says. */
bool actors_was_called(const struct actors_known *known, const struct actors_phrase *phrase);
uint32_t actors_by_pronoun(struct actors_resolver *r, struct actors_phrase *phrase, uint32_t number);

/* coordination.c: the entity of all that are coordinated with the first of them, or DOCUMENT_NONE */
uint32_t actors_group_of(struct actors_resolver *r, struct actors_phrase *first);
/* Now that the countries of all are known. */
void actors_settle_groups(struct actors_resolver *r);

/* countries.c */
void actors_find_main_country(struct actors_resolver *r);
void actors_inherit_country(struct actors_resolver *r);

/* quotations.c */
void actors_find_quotations(struct actors_resolver *r);
uint32_t actors_speaker(const struct actors_resolver *r, uint32_t token);

static inline struct document_token *actors_token(const struct actors_resolver *r, uint32_t token) {
    return &r->document->tokens.items[token];
}

static inline uint32_t actors_words_of(const struct lexicon_agent *agent) {
    uint32_t words = 1;
    for (size_t i = 0; i < agent->noun.size; i++) {
        words += agent->noun.data[i] == ' ';
    }
    return words;
}

#endif
