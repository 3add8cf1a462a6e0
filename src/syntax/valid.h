/* What a valid tree of Universal Dependencies has, and scores that are given one by one do not see to: one subject and one
 * object to a predicate; function words where they belong. */
#ifndef SYNTAX_VALID_H
#define SYNTAX_VALID_H

#include "document/syntax.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A proper noun is no preposition, conjunction or auxiliary: a person may be called Will, a newspaper For You. */
bool syntax_relation_fits(enum document_upos upos, enum document_relation relation);

/* A sentence's scores, as the network gives them. */
struct syntax_scored {
    uint32_t count;                          /* words */
    const struct document_token *tokens;
    float *arcs;                             /* [dependent * arc_stride + head], head 0 the root, k + 1 the word k */
    size_t arc_stride;
    const float *labels;                     /* [dependent * label_stride + column], for the heads of the tree */
    size_t label_stride, label_count;
    const enum document_relation *relations; /* of the columns of `labels` */
};

/* The network gives a verb two subjects most often where the second is a conjunct of the first or the subject of another
 * clause; in Universal Dependencies a predicate has at most one (nsubj:outer is another's). Of two words that hang from one
 * head as its subjects, or as its objects, one gives way, by what costs least: its arc, which gets the lowest score there
 * is, or its relation in `found`, which becomes the best that may be there twice; with `keep_heads` always the relation.
 * Returns whether an arc was lost, so that the tree is to be found again. `holders` is room for 2 * (count + 1) numbers. */
bool syntax_make_unique(const struct syntax_scored *scored, const uint32_t *heads, bool keep_heads,
                        enum document_relation *found, uint32_t *holders);

/* "It confirmed that he left": in the treebanks an expletive stands with a clausal subject; beside a complement clause of an
 * active verb, where there is no other subject, it is the subject. `holders` as above. */
void syntax_make_subjects(const uint32_t *heads, enum document_relation *found, uint32_t count, uint32_t *holders);

/* "Shrugged off the criticism": an oblique has a preposition; what has none, behind the particle of a verb without an object,
 * is the object. `holders` as above. */
void syntax_make_objects(const uint32_t *heads, enum document_relation *found, uint32_t count, uint32_t *holders);

/* "Warned envoys that they face charges": a clause with a subordinator is no relative clause of the object before it but the
 * complement of the verb. heads[d] as below. */
void syntax_make_complements(uint32_t *heads, enum document_relation *found, const struct document_token *tokens,
                             uint32_t count);

/* "Charged by prosecutors with fraud": a passive has one agent, the first. `holders` as above. */
void syntax_make_agents(const uint32_t *heads, enum document_relation *found, uint32_t count, uint32_t *holders);

/* Hangs prepositions and coordinators that stand before a title from the name behind it, which is the head of the phrase:
 * "with Prime Minister Ali Hassan". heads[d] is 0 for the root, else k + 1 for the word k. */
void syntax_raise_from_titles(uint32_t *heads, const enum document_relation *found, uint32_t count);

#endif
