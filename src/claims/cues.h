/* cues: the words that tie what is said to who said it, and those that say how sure it is.
 *
 * Takes: the text of *.cues (docs/dictionaries.md). Adds: entries, found by the lemma of their first word. Promises:
 * read-only once loaded; entries of an overlay replace all earlier ones of the same words and kind.
 */
#ifndef CLAIMS_CUES_H
#define CLAIMS_CUES_H

#include "base/error.h"
#include "base/map.h"
#include "document/document.h"

enum claims_kind {
    CLAIMS_VERB,
    CLAIMS_NOUN,
    CLAIMS_ADJECTIVE,   /* a predicate: "is confident that" */
    CLAIMS_ATTRIBUTE,   /* an adjective within a noun phrase: "the alleged meeting" */
    CLAIMS_ADVERB,      /* "reportedly", "probably" */
    CLAIMS_PREPOSITION, /* "according to" */
    CLAIMS_MODAL,       /* auxiliaries: "may" */
    CLAIMS_NEGATION,    /* "not", "never" */
    CLAIMS_MARK,        /* subordinating conjunctions: "if" */
    CLAIMS_PARENTHESIS, /* conjunctions of parenthetic reports: "as he put it" */
    CLAIMS_SUPPORT,     /* verbs that lend their subject to a noun: "made the claim that" */
    CLAIMS_OCCURRENCE,  /* verbs that only say that their subject happens: "take place" */
    CLAIMS_SETTING,     /* words that belong to a cue after it: "in a statement" */
    CLAIMS_COMPLEMENTIZER, /* words that open a clause of content: "that" */
    CLAIMS_ADJUNCT,     /* prepositions that open what is no part of an object's content: "during" */
    CLAIMS_CONCESSION,  /* conjunctions that end a content: "although" is what the author adds */
    CLAIMS_LABEL,       /* "colon", "dash": "Minister: taxes will rise" */
    CLAIMS_AGENT,       /* case markers of who holds a noun: "a claim by the minister" */
    CLAIMS_PEOPLE,      /* nouns for who may say something and is no actor of events: "proponent", "majority" */
    CLAIMS_DOCUMENT,    /* nouns for what shows or says something and is nobody: "poll", "records" */
    CLAIMS_ISSUE,       /* nouns for what one may be for or against: "ban", "treaty" */
    CLAIMS_HEARER       /* pronouns for whoever reads or listens: "you" */
};

/* Classes of nouns that a source or content may have to be of. */
enum {
    CLAIMS_IS_PERSON = 1,   /* an actor, by name or not */
    CLAIMS_IS_MATTER = 2,   /* nobody */
    CLAIMS_IS_MESSAGE = 4,  /* a cue itself: "statement", "promise" */
    CLAIMS_IS_ISSUE = 8,
    CLAIMS_IS_DOCUMENT = 16,
    CLAIMS_IS_COMMON = 32   /* no name */
};

enum {
    CLAIMS_CLAUSE = 1,             /* "said that he left" */
    CLAIMS_QUOTE = 2,              /* direct speech, before, after or around */
    CLAIMS_INFINITIVE = 4,         /* "promised to go" */
    CLAIMS_PERSON_INFINITIVE = 8,  /* "urged him to go": the object is told */
    CLAIMS_OBJECT_INFINITIVE = 16, /* "wants him to go": the object is part of the content */
    CLAIMS_GERUND = 32,            /* "considers leaving" */
    CLAIMS_OBJECT = 64,            /* "criticised the plan" */
    CLAIMS_COMPLEMENT = 128,       /* "called him a liar" */
    CLAIMS_PASSIVE_INFINITIVE = 256, /* "is believed to lead" */
    CLAIMS_PART = 512,             /* "object!+as": the object counts only with such a part, or in quotation marks */
    CLAIMS_PERFECT = 1024,         /* of a modal: "would have left" */
    CLAIMS_RELATIVE = 2048,        /* "anyone who left" */
    CLAIMS_PAST = 4096             /* of an entry that holds for past forms only: "had to leave", "was able to leave" */
};

enum { CLAIMS_WORDS = 4, CLAIMS_CASES = 8 };
#define CLAIMS_NO_CUE UINT32_MAX

struct claims_cue {
    struct base_slice words[CLAIMS_WORDS]; /* lemmas, the first one is the head */
    unsigned word_count;
    enum claims_kind kind;
    unsigned frames;
    struct base_slice cases[CLAIMS_CASES];        /* prepositions whose object is the content: "+of" */
    struct base_slice object_cases[CLAIMS_CASES]; /* that add to an object: "object+of" */
    unsigned object_class, case_class;            /* of the object, of what follows by `cases`; 0: any */
    unsigned complement_class, source_class;
    bool is_claim;                                /* has a stance; else it only changes how sure something is */
    enum document_stance stance;
    enum document_factuality factuality;          /* of the one who holds it */
    enum document_factuality negated;             /* the same under negation: "did not say that" */
    enum document_factuality author;              /* what the author commits to by using it */
    unsigned aux;                                 /* DOCUMENT_FUTURE ... */
    uint32_t next;                                /* of the same first word; CLAIMS_NO_CUE: no more */
    struct base_slice origin;                     /* "claims/verbs.cues:12" */
};

/* A sentence and what must be found in it: a claim, nothing (cue_text empty), or how a predicate stands. */
struct claims_example {
    uint32_t cue;
    struct base_slice sentence, source, cue_text, content;
    struct base_slice predicate;              /* empty: it is about a claim */
    enum document_factuality author, innermost; /* of the predicate */
    bool has_innermost;
    unsigned line;
};

struct claims {
    BASE_VECTOR(struct claims_cue) cues;
    BASE_VECTOR(struct claims_example) examples;
    struct base_map first; /* lemma of the first word: entry; those of more words come first */
};

/* Adds the entries of one file, called `name`. */
enum sayso_status claims_load(struct claims *claims, struct base_arena *arena, struct base_slice name,
                              struct base_slice bytes, bool overlay, struct sayso_error *error);

/* Are they of the same words and kind? */
bool claims_is_same_key(const struct claims_cue *a, const struct claims_cue *b);

/* The first entry for the word; go on with `next`. NULL: none. */
static inline const struct claims_cue *claims_first(const struct claims *claims, struct base_slice word) {
    uint32_t at = base_map_get(&claims->first, word);
    return at == BASE_MAP_NONE || at == CLAIMS_NO_CUE ? NULL : &claims->cues.items[at];
}

static inline const struct claims_cue *claims_next(const struct claims *claims, const struct claims_cue *cue) {
    return cue->next == CLAIMS_NO_CUE ? NULL : &claims->cues.items[cue->next];
}

#endif
