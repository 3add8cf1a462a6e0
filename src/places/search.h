/* Inside the room: what the mentions of a document may mean, and the words that help to tell. */
#ifndef PLACES_SEARCH_H
#define PLACES_SEARCH_H

#include "base/map.h"
#include "document/tree.h"
#include "places/places.h"
#include "places/table.h"

enum { PLACES_MOST_SENSES = 48, PLACES_MOST_TOKENS = 6, PLACES_MOST_CONTAINERS = 4 };

enum places_word {
    PLACES_LOCATIVE = 1,
    PLACES_INSIDE = 2,
    PLACES_KIND_NOUN = 4,
    PLACES_PART_OF_NAME = 8,
    PLACES_LINK = 16,
    PLACES_NEVER = 32,
    PLACES_RESIDENT = 64,
    PLACES_TITLE = 128,
    PLACES_AREA = 256
};

struct places_abbreviation {
    struct base_slice name; /* of the province */
    char country[4];
    bool anywhere; /* else only behind a comma */
    uint32_t next; /* another province of the same abbreviation; UINT32_MAX: none */
};

struct places {
    const struct lexicon *lexicon;
    struct places_table table;
    struct base_map words;           /* lower-case form: enum places_word, or-ed */
    struct base_map abbreviation_of; /* form: index */
    BASE_VECTOR(struct places_abbreviation) abbreviations;
};

/* One meaning of a name. */
struct places_sense {
    enum places_kind kind;
    struct base_slice name;
    char country[4];
    uint16_t division;    /* of the table; PLACES_NO_DIVISION: not known */
    bool located, listed; /* listed: the lexicon names it, not only the table */
    double latitude, longitude, population;
    uint32_t geonames;
    float prior, score;
};

/* All mentions of one name: they have one sense ("one sense per discourse", Gale, Church and Yarowsky 1992). */
struct places_group {
    struct places_sense *senses;
    uint32_t sense_count, best;
    uint32_t containers[PLACES_MOST_CONTAINERS]; /* groups that the text says it lies in */
    uint32_t container_count, mentions;
    uint32_t province; /* of the containers, one written behind a comma ("Hinton, Iowa"); DOCUMENT_NONE */
    bool supported, adjective, dateline;
    bool area;              /* the text calls it a province or the like */
};

struct places_mention {
    uint32_t first, count, group;
    bool weak; /* counts only where another mention of the group is supported */
};

struct places_search {
    const struct places *places;
    struct document *document;
    struct base_map group_of;
    struct base_map persons; /* words of people's names; the values mean nothing */
    BASE_VECTOR(struct places_group) groups;
    BASE_VECTOR(struct places_mention) mentions;
    uint32_t *at; /* of each token: mention, or DOCUMENT_NONE */
};

enum places_verdict { PLACES_REJECTED, PLACES_WEAK, PLACES_ACCEPTED };

/* A run of tokens with meanings that may be a toponym. */
struct places_candidate {
    struct places_search *search;
    uint32_t first, count, end; /* `end` of the sentence */
    struct places_sense senses[PLACES_MOST_SENSES];
    uint32_t sense_count;
    enum lexicon_form form;
    bool abbreviation, dateline;
};

/* ---- small questions that the files of the room ask of tokens */

static inline const struct document_token *places_token(const struct places_search *search, uint32_t token) {
    return document_token(search->document, token);
}

static inline bool places_is_form(const struct places_search *search, uint32_t token, const char *form) {
    return base_slice_is(places_token(search, token)->form, form);
}

static inline const struct document_name *places_name_of(const struct places_search *search, uint32_t token) {
    uint32_t name = places_token(search, token)->name;
    return name == DOCUMENT_NONE ? NULL : &search->document->names.items[name];
}

bool places_is_capitalised(const struct places_search *search, uint32_t token);
bool places_has_container_sense(const struct places_sense *senses, uint32_t count);
/* The first token of a run that hangs from outside it. */
uint32_t places_head_of_run(const struct document *document, uint32_t first, uint32_t count);

/* words.c: reads data/en/places/words.txt and abbreviations.txt. */
enum sayso_status places_read_words(struct places *places, struct base_arena *arena, struct base_slice name,
                                    struct base_slice bytes, struct sayso_error *error);
enum sayso_status places_read_abbreviations(struct places *places, struct base_arena *arena, struct base_slice name,
                                            struct base_slice bytes, struct sayso_error *error);
unsigned places_word_at(const struct places *places, const struct document *document, uint32_t token);

/* senses.c: the meanings of a run of tokens; 0: none. At most PLACES_MOST_SENSES. *form is that of the lexicon. */
uint32_t places_senses(const struct places_search *search, uint32_t first, uint32_t count, struct places_sense *out,
                       enum lexicon_form *form);
/* The same for an abbreviated province; *tokens: how many it takes. */
uint32_t places_abbreviation_senses(const struct places_search *search, uint32_t token, bool anywhere,
                                    struct places_sense *out, uint32_t *tokens);

/* judge.c: is it one? WEAK: only where the text has a better mention of the name. */
enum places_verdict places_judge(const struct places_candidate *candidate);
/* A location of the name recogniser that nothing is known of. */
enum places_verdict places_judge_unknown(const struct places_candidate *candidate);
bool places_is_dateline(const struct places_candidate *candidate);
/* "Idlib province", "the province of Idlib" */
bool places_is_area(const struct places_candidate *candidate);
/* containers.c: what the text says the mention lies in. */
void places_find_containers(struct places_search *search, uint32_t mention);
/* mentions.c: fills `mentions`, `groups` and `at`. */
void places_find_mentions(struct places_search *search);
/* resolve.c: chooses the best sense of each group. */
void places_resolve(struct places_search *search);

#endif
