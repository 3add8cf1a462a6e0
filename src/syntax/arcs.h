/* From arc scores to a tree. */
#ifndef SYNTAX_ARCS_H
#define SYNTAX_ARCS_H

#include "base/arena.h"

/* Memory for trees of up to that many words, used again from sentence to sentence. */
struct syntax_trees;
struct syntax_trees *syntax_trees_new(struct base_arena *arena, size_t most_words);

/* heads[d] for dependents d = 0 .. count - 1 from scores[d * stride + h], where h = 0 is the root and h = k + 1 the word
 * k: the best head of each where that is a tree with one root, else the maximum spanning arborescence with one root
 * (Chu and Liu 1965; Edmonds 1967). heads[d] is 0 for the root, else k + 1. */
void syntax_best_tree(struct syntax_trees *trees, const float *scores, size_t stride, uint32_t count, uint32_t *heads);

#endif
