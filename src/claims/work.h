/* What the files of this room share while they look at one document.
 *
 * Takes: the tokens and trees. Adds: where each subtree lies, the quotations, and drafts of claims, which claims_find()
 * turns into document->claims. Promises: all of it is in the document's arena.
 */
#ifndef CLAIMS_WORK_H
#define CLAIMS_WORK_H

#include "claims/cues.h"
#include "document/tree.h"

/* A quotation, from its opening to its closing mark (or to the end of the paragraph where it has none). */
struct claims_quote {
    uint32_t open, close; /* tokens */
    bool is_speech;       /* long enough to be said; else a title or a scare quote */
    bool goes_on;         /* the paragraph before left its quotation open */
    bool is_single;       /* 'so' */
    bool attributed;
};

struct claims_run {
    uint32_t first, last; /* tokens */
};

struct claims_draft {
    const struct claims_cue *cue;
    uint32_t cue_token; /* head of the cue */
    struct claims_run cue_run;
    uint32_t source;        /* token at the head of the source; DOCUMENT_NONE: not said */
    uint32_t source_entity; /* the same; of a relative pronoun, its antecedent */
    struct claims_run source_run;
    uint32_t addressee; /* token */
    uint32_t content_head;
    BASE_VECTOR(struct claims_run) content;
    bool negated;
    bool no_source;  /* its subject is part of the content */
    bool has_speech; /* holds a quotation that was attributed to it */
    bool nominal;    /* its content is a noun phrase: no clause, no quotation */
};

struct claims_work {
    const struct claims *claims;
    const struct document *document;
    uint32_t *first, *last;  /* a token: ends of its subtree */
    uint32_t *enter, *leave; /* a token: when a walk through the trees comes in and goes out */
    uint32_t *quote_at;      /* a token: the outermost quotation that holds it, or DOCUMENT_NONE */
    uint32_t *paragraph_at;  /* a sentence: its paragraph */
    uint32_t *start_of;      /* a sentence: its first token behind a dateline */
    BASE_VECTOR(struct claims_quote) quotes;
    BASE_VECTOR(struct claims_draft) drafts;
};

/* ---- trees (tree.c) */

void claims_walk_trees(struct claims_work *work);

static inline bool claims_is_below(const struct claims_work *work, uint32_t token, uint32_t top) {
    if (work->enter == NULL) { /* claims_judge() looks at few tokens and comes without the walk */
        return document_is_below(work->document, token, top);
    }
    return work->enter[top] <= work->enter[token] && work->enter[token] < work->leave[top];
}

static inline const struct document_token *claims_token(const struct claims_work *work, uint32_t token) {
    return &work->document->tokens.items[token];
}

/* Is there a child with the case marker? DOCUMENT_NONE: no. */
uint32_t claims_case_of(const struct claims_work *work, uint32_t token);
bool claims_is_infinitive(const struct claims_work *work, uint32_t token);
/* By a word of its own ("did not say") or by its subject's or object's determiner ("no official said"). */
bool claims_negates(const struct claims_work *work, uint32_t child);
bool claims_is_negated(const struct claims_work *work, uint32_t token);
/* The entries for the token's lemma and, where that leads nowhere, for its form ("according", "alleged"): call with
 * *state zeroed until it returns NULL. */
struct claims_lookup {
    const struct claims_cue *next;
    int stage;
};
const struct claims_cue *claims_lookup(const struct claims_work *work, uint32_t token, struct claims_lookup *state);
/* An entry of that kind for the token, with all of its words there; NULL: none. */
const struct claims_cue *claims_entry(const struct claims_work *work, uint32_t token, enum claims_kind kind);
bool claims_matches_words(const struct claims_work *work, uint32_t token, const struct claims_cue *cue,
                          uint32_t *last_word);
bool claims_has_case(const struct base_slice *cases, struct base_slice lemma);

/* The first token of the token's sentence behind a dateline. */
static inline uint32_t claims_start(const struct claims_work *work, uint32_t token) {
    uint32_t sentence = claims_token(work, token)->sentence;
    return work->start_of == NULL ? work->document->sentences.items[sentence].first : work->start_of[sentence];
}
void claims_find_datelines(struct claims_work *work);

/* ---- quotations (quotes.c) */

void claims_find_quotes(struct claims_work *work);

/* ---- sources (source.c) */

/* Who says, believes or wants what the predicate is about; sets source, source_entity and source_run. */
void claims_attach_source(const struct claims_work *work, struct claims_draft *draft, uint32_t predicate);
void claims_set_source(const struct claims_work *work, struct claims_draft *draft, uint32_t token);
/* The predicate's own or shared subject, or DOCUMENT_NONE. */
uint32_t claims_subject(const struct claims_work *work, uint32_t predicate);
/* A relative pronoun: "who", "which". */
bool claims_is_relative(const struct document_token *token);
bool claims_is_passive(const struct claims_work *work, uint32_t predicate);

/* ---- classes of nouns (classes.c) */

/* Is the phrase with that head of one of the classes (CLAIMS_IS_...; 0: any)? */
bool claims_is_of_class(const struct claims_work *work, uint32_t head, unsigned classes);
/* Can one say something to what has that head? */
bool claims_can_be_told(const struct claims_work *work, uint32_t head);
/* Can the draft's source say or think such a thing? True where nobody is named. */
bool claims_source_fits(const struct claims_work *work, const struct claims_draft *draft);

/* ---- contents (content.c) */

/* Adds the subtree of `top` without those of `except` (DOCUMENT_NONE: nothing to leave out) as runs of tokens. */
void claims_add_subtree(const struct claims_work *work, struct claims_draft *draft, uint32_t top,
                        const uint32_t *except, size_t except_count);
void claims_add_run(const struct claims_work *work, struct claims_draft *draft, struct claims_run run);
/* Puts the runs in order, joins neighbours, takes quotations whole and cuts punctuation off. */
void claims_tidy_content(struct claims_work *work, struct claims_draft *draft);
bool claims_content_holds(const struct claims_draft *draft, uint32_t token);

/* ---- cues (verbs.c, nominals.c) */

/* A clause right behind a noun that the parser hung from the noun's verb: "rejected claims | that he lied". */
uint32_t claims_stray_clause(const struct claims_work *work, uint32_t noun);

void claims_find_verb(struct claims_work *work, uint32_t token);
void claims_find_nominal(struct claims_work *work, uint32_t token);
struct claims_draft claims_new_draft(const struct claims_work *work, const struct claims_cue *cue, uint32_t token);

/* ---- the order of words (surface.c) */

/* Where the cue and a subject before it begin. */
uint32_t claims_group_start(const struct claims_work *work, const struct claims_draft *draft);
/* A quotation that fills the sentence up to there, or DOCUMENT_NONE: "We will not leave," the mayor said. */
uint32_t claims_quote_before(const struct claims_work *work, const struct claims_draft *draft);
void claims_split_speaker(const struct claims_work *work, struct claims_draft *draft);
bool claims_is_impossible(const struct claims_work *work, const struct claims_draft *draft);
/* May set the source as well. */
bool claims_read_surface(const struct claims_work *work, struct claims_draft *draft);
bool claims_read_inverted(const struct claims_work *work, struct claims_draft *draft, uint32_t object);
bool claims_read_parenthesis(const struct claims_work *work, struct claims_draft *draft);
void claims_find_misread(struct claims_work *work, uint32_t token);
void claims_share_sources(struct claims_work *work);

/* ---- colons and dashes (labels.c) */

void claims_find_labels(struct claims_work *work);

/* ---- speech (speech.c) */

/* Ties quotations without a cue in their sentence to a claim or a speaker near them. */
void claims_attach_speech(struct claims_work *work);

/* ---- from drafts to claims (nesting.c) */

void claims_write(struct claims_work *work, struct document *document);

#endif
