/* One subject and one object to a predicate. Arcs and relations are scored one by one, so that nothing else keeps the
 * network from giving a verb two subjects, most often where the second is a conjunct of the first or the subject of
 * another clause. In Universal Dependencies a predicate has at most one (nsubj:outer is another's). */
#ifndef SYNTAX_UNIQUE_H
#define SYNTAX_UNIQUE_H

#include "document/syntax.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A sentence's scores, as the network gives them. */
struct syntax_scored {
    uint32_t count;                          /* words */
    float *arcs;                             /* [dependent * arc_stride + head], head 0 the root, k + 1 the word k */
    size_t arc_stride;
    const float *labels;                     /* [dependent * label_stride + column], for the heads of the tree */
    size_t label_stride, label_count;
    const enum document_relation *relations; /* of the columns of `labels` */
};

/* Of two words that hang from one head as its subjects, or as its objects, one gives way, by what costs least: its arc,
 * which gets the lowest score there is, or its relation in `found`, which becomes the best that may be there twice; with
 * `keep_heads` always the relation. Returns whether an arc was lost, so that the tree is to be found again.
 * `holders` is room for 2 * (count + 1) numbers. */
bool syntax_make_unique(const struct syntax_scored *scored, const uint32_t *heads, bool keep_heads,
                        enum document_relation *found, uint32_t *holders);

#endif
