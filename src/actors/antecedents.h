/* What may be the antecedent of a pronoun, and what speaks for each. */
#ifndef ACTORS_ANTECEDENTS_H
#define ACTORS_ANTECEDENTS_H

#include "actors/resolver.h"

enum { ACTORS_STEPS = 40 }; /* up a tree, to what governs a word */

/* What all candidates of one pronoun share. */
struct actors_search {
    struct actors_resolver *r;
    const struct actors_phrase *pronoun;
    uint32_t first, number; /* phrases that are looked at */
    uint32_t clause;        /* the predicate whose subject is that of the pronoun's clause */
    uint32_t subject;       /* its subject's entity, which a pronoun beside it cannot mean */
    uint32_t speaker;       /* of the quotation that it stands in */
    uint32_t quoted;        /* the quotation whose speaker it is */
    uint32_t last_speaker;  /* of the quotation before that */
    uint32_t chain;         /* what the last pronoun of the same kind stood for */
    bool nearest;           /* no candidate was found yet */
    unsigned between;
};

/* Puts them into r->antecedents, the nearest first, nobody last. For a pronoun of the third person that is not relative. */
enum actors_pronoun_class actors_find_antecedents(struct actors_resolver *r, const struct actors_phrase *pronoun,
                                                  uint32_t number);

/* evidence.c: the features of a phrase before the pronoun, or of all that it is coordinated with (`group`). */
struct actors_antecedent actors_describe(const struct actors_search *search, const struct actors_phrase *phrase,
                                         uint32_t group);

/* clauses.c */
bool actors_is_subject(enum document_relation relation);
/* Is it the subject of a verb of saying, thinking and the like? */
bool actors_reports(const struct actors_resolver *r, uint32_t head);
/* The predicate whose subject is that of the clause that the phrase stands in. */
uint32_t actors_clause_of(const struct actors_resolver *r, uint32_t token);

#endif
