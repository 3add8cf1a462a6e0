/* How well what stands before a pronoun fits as its antecedent: a log-linear ranking of mentions, as in Denis and Baldridge
 * (2007), A Ranking Approach to Pronoun Resolution. The features are those of the literature since Lappin and Leass (1994);
 * their weights are in data (*.salience) and are trained by tools/train/train_pronouns.py. */
#ifndef ACTORS_SALIENCE_H
#define ACTORS_SALIENCE_H

#include "base/error.h"
#include "base/slice.h"

#include <stdint.h>

/* C name, name in the data. All but the last three are 0 or 1. */
#define ACTORS_FEATURES(X)                                                                                             \
    X(NOBODY, "nobody")                       /* none of those before it: the rest is 0 */                             \
    X(SAME_SENTENCE, "same-sentence")                                                                                  \
    X(ONE_BACK, "one-back")                   /* sentences */                                                          \
    X(TWO_BACK, "two-back")                                                                                            \
    X(FAR_BACK, "far-back")                                                                                            \
    X(PARAGRAPH, "paragraph")                 /* one begins in between */                                              \
    X(NEAREST, "nearest")                     /* of those that may be meant */                                         \
    X(FIRST, "first")                         /* of its sentence */                                                    \
    X(MAIN_SUBJECT, "main-subject")           /* of its sentence */                                                    \
    X(SUBJECT, "subject")                     /* of another clause */                                                  \
    X(OBJECT, "object")                                                                                                \
    X(OBLIQUE, "oblique")                                                                                              \
    X(NOUN_MODIFIER, "noun-modifier")                                                                                  \
    X(OWNER, "owner")                                                                                                  \
    X(APPOSITION, "apposition")                                                                                        \
    X(PARALLEL, "parallel")                   /* the same role as the pronoun's */                                     \
    X(OWN_CLAUSE, "own-clause")               /* subject of the pronoun's clause */                                    \
    X(GOVERNING_CLAUSE, "governing-clause")   /* subject of the clause above that */                                   \
    X(JOINED_CLAUSE, "joined-clause")         /* subject of the clause that the pronoun's is coordinated with */       \
    X(BOTH_REPORT, "both-report")             /* both are subjects of what has a clause for its object */              \
    X(NAME, "name")                                                                                                    \
    X(DEFINITE, "definite")                                                                                            \
    X(INDEFINITE, "indefinite")                                                                                        \
    X(PRONOUN, "pronoun")                                                                                              \
    X(SAME_PRONOUN, "same-pronoun")           /* one of the same person and gender */                                  \
    X(CHAIN, "chain")                         /* what the last such pronoun stood for */                               \
    X(NAMED, "named")                         /* has a name in the text */                                             \
    X(PERSON, "person")                                                                                                \
    X(BODY, "body")                                                                                                    \
    X(GROUP, "group")                                                                                                  \
    X(PLACE, "place")                                                                                                  \
    X(THING, "thing")                                                                                                  \
    X(ACTS, "acts")                           /* an actor, and the pronoun is the subject of a verb */                \
    X(GENDER, "gender")                       /* known to be the pronoun's */                                          \
    X(PLURAL, "plural")                                                                                                \
    X(COORDINATED, "coordinated")             /* all of "A and B" */                                                   \
    X(SPEAKER, "speaker")                     /* of the quotation that the pronoun is in */                            \
    X(LAST_SPEAKER, "last-speaker")           /* of the last quotation before the sentence's own */                    \
    X(OUTSIDE, "outside")                     /* of the quotation that the pronoun is in */                            \
    X(INSIDE, "inside")                       /* of a quotation, and the pronoun is not */                             \
    X(NAMINGS, "namings")                     /* mentions by name in the text: 1, 2 for two, 3 for four ... */         \
    X(MENTIONS, "mentions")                   /* lately, counted in the same way */                                    \
    X(BETWEEN, "between")                     /* others that may be meant, counted in the same way */

enum actors_feature {
#define X(feature, name) ACTORS_FEATURE_##feature,
    ACTORS_FEATURES(X)
#undef X
    ACTORS_FEATURE_COUNT
};

/* Pronouns that are ranked alike; a column of the data each. */
enum actors_pronoun_class {
    ACTORS_PERSON_SUBJECT, /* "he" */
    ACTORS_PERSON_OWNER,   /* "his" */
    ACTORS_PERSON_OTHER,   /* "him" */
    ACTORS_SEVERAL,        /* "they", "them" */
    ACTORS_SEVERAL_OWNER,  /* "their" */
    ACTORS_NEUTER,         /* "it" */
    ACTORS_NEUTER_OWNER,   /* "its" */
    ACTORS_CLASS_COUNT
};

/* What a pronoun may stand for. */
struct actors_antecedent {
    uint32_t entity;
    uint32_t head; /* token of the mention; DOCUMENT_NONE: it is none of those before the pronoun */
    int features[ACTORS_FEATURE_COUNT];
};

struct actors_choice {
    uint32_t pronoun; /* its token */
    enum actors_pronoun_class class;
    const struct actors_antecedent *antecedents;
    size_t count, chosen;
};

struct actors_salience {
    int weight[ACTORS_CLASS_COUNT][ACTORS_FEATURE_COUNT];
};

/* The text of a *.salience file: in each line a feature and its weight in each class, in hundredths. */
enum sayso_status actors_salience_read(struct actors_salience *salience, struct base_slice bytes,
                                       struct sayso_error *error);

/* Of those of equal salience the first. */
size_t actors_most_salient(const struct actors_salience *salience, const struct actors_choice *choice);

#endif
