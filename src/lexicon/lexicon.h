/* The lexicon: names and role nouns that the dictionaries list.
 *
 * Takes: the parts of the model (and overlays) that end in .actors and .agents, and those of PETRARCH; docs/dictionaries.md
 * has the formats. Adds: nothing to a document; rooms look words up in it. Promises: read-only after opening, any number of
 * threads; a look-up costs one hash of each candidate, whatever the size of the dictionaries.
 */
#ifndef LEXICON_LEXICON_H
#define LEXICON_LEXICON_H

#include "document/document.h"
#include "model/model.h"

enum lexicon_kind {
    LEXICON_COUNTRY,   /* states and territories with a code of their own */
    LEXICON_REGION,    /* provinces, regions of countries or over them */
    LEXICON_FEATURE,   /* seas, rivers, mountains, deserts, islands */
    LEXICON_CITY,      /* aliases and spellings of cities; `geonames` says which */
    LEXICON_PER,
    LEXICON_ORG,
    LEXICON_GROUP      /* armed groups, peoples, movements */
};

/* How a surface form names its entry. */
enum lexicon_form {
    LEXICON_NAME,
    LEXICON_ALONE,     /* short form that stands without introduction: "Putin" */
    LEXICON_ADJECTIVE, /* "Russian" */
    LEXICON_PEOPLE,    /* "Russians", "a Russian" */
    LEXICON_CAPITAL,   /* "Moscow", of a country */
    LEXICON_SEAT       /* "the Kremlin", of a country's government */
};

struct lexicon_role {
    int32_t start, end;            /* days, both included; DOCUMENT_DAY_OPEN: open */
    char sector[4];
    char country[4];               /* empty: that of the entry */
    struct base_slice title, of;   /* "commander", "Quds Force"; `of` may be empty */
};

struct lexicon_entry {
    struct base_slice name;        /* canonical */
    enum lexicon_kind kind;
    char country[4];               /* code; of international bodies IGO UNO EUR NGO ISM IMG MNC; empty: none */
    char sector[DOCUMENT_SECTORS][4];
    const struct lexicon_role *roles;
    size_t role_count;
    const struct base_slice *nouns; /* lemmas that may stand for it: "newspaper", "group" */
    size_t noun_count;
    char gender;                   /* 'm', 'f' or 0 */
    bool located;
    double latitude, longitude;
    uint32_t geonames;
    struct base_slice origin;      /* "people.actors:120" */
};

struct lexicon_match {
    const struct lexicon_entry *entry;
    enum lexicon_form form;
    uint32_t count;                /* tokens */
};

/* A noun that stands for an actor: "soldier", "foreign minister", "newspaper". */
struct lexicon_agent {
    struct base_slice noun;        /* lemmas, one space between them */
    enum document_entity_type type; /* DOCUMENT_PER, ORG, GROUP, ANON; THING: no actor, in spite of a shorter entry */
    char sector[DOCUMENT_SECTORS][4];
    char country[4];               /* "peacekeeper": IGO; else empty */
    bool is_title;                 /* may stand before a name: "President" */
    bool is_honorific;             /* a title that is no role: "Mr" */
    char gender;                   /* 'm', 'f' or 0 */
    bool is_place_like;            /* "city", "village": names places */
    struct base_slice origin;
};

/* Words of the .agents files that name no actor but say how a noun stands to one. */
enum lexicon_word {
    LEXICON_NO_WORD,
    LEXICON_FORMER,    /* how a role is held: "former", "acting", "designate", "alleged" */
    LEXICON_ACTING,
    LEXICON_DESIGNATE,
    LEXICON_ALLEGED,
    LEXICON_BELONGS,   /* prepositions: whose it is ("of"), where it is ("in"), who takes part ("with") */
    LEXICON_WHERE,
    LEXICON_WITHIN,    /* ... and of where who is there mostly is, too: "officials in Turkey", but not "experts on Turkey" */
    LEXICON_PARTNER,
    LEXICON_PART,      /* nouns that are a part or a number of what belongs to them: "hundred", "member" */
    LEXICON_TWO,       /* the same of two, and words that say so before a noun: "both countries" */
    LEXICON_NUMBER,    /* the same, where the number alone may stand for people: "hundred" */
    LEXICON_COUNTED,   /* the noun that a bare number stands for: "people" in "four were killed" */
    LEXICON_PRODUCT,   /* nouns that speak for their maker: "report" */
    LEXICON_OUTSIDER,  /* nouns for who is not of the country that owns them: "ally", "enemy" */
    LEXICON_STRANGER,  /* nouns for who need not be of the country where he is: "terrorist", "migrant", "envoy" */
    LEXICON_EXPELS,    /* verbs whose object is of another country: "deport" */
    LEXICON_OTHERS,    /* nouns for more of the kind of those they are coordinated with: "others" */
    LEXICON_LEANING,   /* prefixes that say whom somebody is for or against: "pro-Russian" */
    LEXICON_ROLE       /* prepositions before what somebody is: "as" */
};

/* A line of a PETRARCH dictionary that says nothing that could be used. */
struct lexicon_refusal {
    struct base_slice origin; /* "my.actors.txt:7" */
    unsigned line;
    const char *reason;
    struct base_slice what;   /* the part of it that is meant; may be empty */
};

struct lexicon;

enum sayso_status lexicon_open(const struct model *model, struct base_arena *arena, const struct lexicon **out,
                               struct sayso_error *error);

/* What a dictionary in PETRARCH's format holds: "*.verbs" hold verbs, of others the codes tell: those of agents have a "~",
 * those of verbs digits. */
enum lexicon_petrarch { LEXICON_PETRARCH_ACTORS, LEXICON_PETRARCH_AGENTS, LEXICON_PETRARCH_VERBS };
enum lexicon_petrarch lexicon_petrarch_kind(struct base_slice name, struct base_slice bytes);

/* What was refused of dictionaries in PETRARCH's format (folders `petrarch` of overlays); returns how many lines. */
size_t lexicon_refused(const struct lexicon *lexicon, const struct lexicon_refusal **out);
/* An entry that a later one with the same key in the same file replaced. */
struct lexicon_replacement {
    struct base_slice origin, by; /* "my.agents:7" */
    struct base_slice key;
};

/* Returns how many there are. PETRARCH's files may say a name more than once. */
size_t lexicon_replaced(const struct lexicon *lexicon, const struct lexicon_replacement **out);
/* Entries whose name is the longest run of tokens that starts at `token`; at most `limit`, overlays first. Compares forms
 * with their case, and whole-upper-case words as if they were capitalised. Returns how many. */
size_t lexicon_match(const struct lexicon *lexicon, const struct document *document, uint32_t token,
                     struct lexicon_match *out, size_t limit);
/* The same for a name as text ("Quds Force"). */
size_t lexicon_find(const struct lexicon *lexicon, struct base_slice name, struct lexicon_match *out, size_t limit);
/* The country entry with the code; NULL: none. */
const struct lexicon_entry *lexicon_country(const struct lexicon *lexicon, const char *code);
/* Who alone holds a role of that title in the country on the day: "president", "RUS"; on DOCUMENT_DAY_OPEN, who held it
 * last. NULL: nobody known, or several at once. */
const struct lexicon_entry *lexicon_holder(const struct lexicon *lexicon, struct base_slice title, const char *country,
                                           int32_t day, const struct lexicon_role **role);
/* The agent whose noun is the longest run of lemmas that ends at `head`; *count says how many tokens. NULL: none. */
const struct lexicon_agent *lexicon_agent(const struct lexicon *lexicon, const struct document *document, uint32_t head,
                                          uint32_t *count);
/* Whom a bare number counts: the agent of the noun that the dictionaries call COUNTED; NULL: none. */
const struct lexicon_agent *lexicon_counted(const struct lexicon *lexicon);
/* The gender that bearers of the given name have in the dictionaries; 0: not known, or both. */
char lexicon_gender(const struct lexicon *lexicon, struct base_slice given_name);
/* Which of those words it is, ASCII case aside. */
enum lexicon_word lexicon_word(const struct lexicon *lexicon, struct base_slice word);
/* The role that the entry held on the day (the latest one begun by then where there are several); NULL: none then. Where
 * `day` is DOCUMENT_DAY_OPEN, the last one. *former: it ended before. */
const struct lexicon_role *lexicon_role_on(const struct lexicon_entry *entry, int32_t day, bool *former);

#endif
