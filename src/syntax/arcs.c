#include "syntax/arcs.h"

static const float NEVER = -1e30f;

struct syntax_trees {
    struct base_arena *arena;
    size_t most_words;
    uint32_t *seen;
    /* of a search for the spanning tree; taken when the first sentence needs one */
    uint32_t nodes, step_count;
    float *scores;        /* [dependent * nodes + head] */
    float *entering;
    uint32_t *heads, *mark;
    bool *gone;           /* in a contracted circle, and not its keeper */
    struct syntax_contraction *steps;
};

static void take_best(const float *scores, size_t stride, uint32_t count, uint32_t *heads) {
    for (uint32_t d = 0; d < count; d++) {
        const float *row = scores + d * stride;
        uint32_t best = 0;
        for (uint32_t h = 1; h <= count; h++) {
            if (h != d + 1 && row[h] > row[best]) {
                best = h;
            }
        }
        heads[d] = best;
    }
}

/* Does each word reach the root, and is there one root word? `seen` has a mark for each word. */
static bool is_tree(const uint32_t *heads, uint32_t count, uint32_t *seen) {
    uint32_t roots = 0;
    memset(seen, 0, count * sizeof *seen);
    for (uint32_t d = 0; d < count; d++) {
        roots += heads[d] == 0;
        uint32_t at = d;
        while (seen[at] == 0) {
            seen[at] = d + 1;
            if (heads[at] == 0) {
                break;
            }
            at = heads[at] - 1;
        }
        if (seen[at] == d + 1 && heads[at] != 0) {
            return false; /* came back to where this walk had been */
        }
    }
    return roots == 1;
}

/* Chu-Liu-Edmonds over a dense matrix, in O(n^2). Node 0 is the root, node k + 1 the word k. A contracted circle takes
 * the place of its first node, the keeper; what is needed to open it again is kept in `steps`. */
struct syntax_contraction {
    uint32_t keeper, size;
    uint32_t *members;    /* nodes of the circle, the keeper first */
    uint32_t *heads;      /* the head of each within the circle */
    uint32_t *leave_from; /* for each node: the member that is its head when it hangs from the circle */
    uint32_t *enter_at;   /* for each node: the member that is entered when the circle hangs from it */
};

static void prepare(struct syntax_trees *t) {
    size_t n = t->most_words + 1;
    if (t->scores) {
        return;
    }
    t->scores = base_arena_array(t->arena, n * n, sizeof *t->scores);
    t->heads = base_arena_array(t->arena, n, sizeof *t->heads);
    t->gone = base_arena_array(t->arena, n, sizeof *t->gone);
    t->mark = base_arena_array(t->arena, n, sizeof *t->mark);
    t->steps = base_arena_array(t->arena, n, sizeof *t->steps);
    for (size_t i = 0; i < n; i++) {
        uint32_t *rows = base_arena_array(t->arena, 4 * n, sizeof *rows);
        t->steps[i] = (struct syntax_contraction){0, 0, rows, rows + n, rows + 2 * n, rows + 3 * n};
    }
}

static void choose_head(struct syntax_trees *t, uint32_t d) {
    const float *row = t->scores + (size_t)d * t->nodes;
    uint32_t best = 0;
    for (uint32_t h = 1; h < t->nodes; h++) {
        if (h != d && !t->gone[h] && row[h] > row[best]) {
            best = h;
        }
    }
    t->heads[d] = best;
}

/* A node on a circle, or 0. */
static uint32_t find_circle(struct syntax_trees *t) {
    memset(t->mark, 0, t->nodes * sizeof *t->mark);
    for (uint32_t d = 1; d < t->nodes; d++) {
        uint32_t at = t->gone[d] ? 0 : d;
        while (at != 0 && t->mark[at] == 0) {
            t->mark[at] = d;
            at = t->heads[at];
        }
        if (at != 0 && t->mark[at] == d) {
            return at;
        }
    }
    return 0;
}

static void read_circle(struct syntax_trees *t, struct syntax_contraction *step, uint32_t start) {
    uint32_t at = start;
    step->keeper = start;
    step->size = 0;
    memset(t->mark, 0, t->nodes * sizeof *t->mark);
    do {
        step->members[step->size] = at;
        step->heads[step->size++] = t->heads[at];
        t->mark[at] = 1; /* inside */
        at = t->heads[at];
    } while (at != start);
}

/* The best arcs between one node outside and the circle become those between it and the keeper. */
static void join_arcs(struct syntax_trees *t, struct syntax_contraction *step, uint32_t node) {
    size_t n = t->nodes;
    float out = NEVER, in = NEVER;
    for (uint32_t i = 0; i < step->size; i++) {
        uint32_t m = step->members[i];
        float leave = t->scores[node * n + m];
        float enter = t->scores[m * n + node] - t->scores[m * n + step->heads[i]];
        if (leave > out) {
            out = leave;
            step->leave_from[node] = m;
        }
        if (enter > in) {
            in = enter;
            step->enter_at[node] = m;
        }
    }
    t->scores[node * n + step->keeper] = out;
    t->entering[node] = in;
}

static void contract(struct syntax_trees *t, uint32_t start) {
    struct syntax_contraction *step = &t->steps[t->step_count++];
    read_circle(t, step, start);
    for (uint32_t node = 0; node < t->nodes; node++) {
        if (!t->mark[node] && !t->gone[node]) {
            join_arcs(t, step, node);
            t->heads[node] = t->mark[t->heads[node]] ? start : t->heads[node];
        }
    }
    for (uint32_t node = 0; node < t->nodes; node++) {
        t->scores[(size_t)start * t->nodes + node] = t->entering[node];
    }
    for (uint32_t i = 1; i < step->size; i++) {
        t->gone[step->members[i]] = true;
    }
    choose_head(t, start);
}

static void open_again(struct syntax_trees *t) {
    while (t->step_count) {
        const struct syntax_contraction *step = &t->steps[--t->step_count];
        uint32_t from = t->heads[step->keeper], entered = step->enter_at[from];
        for (uint32_t d = 1; d < t->nodes; d++) {
            if (!t->gone[d] && d != step->keeper && t->heads[d] == step->keeper) {
                t->heads[d] = step->leave_from[d];
            }
        }
        for (uint32_t i = 0; i < step->size; i++) {
            uint32_t m = step->members[i];
            t->gone[m] = false;
            t->heads[m] = m == entered ? from : step->heads[i];
        }
    }
}

static void span(struct syntax_trees *t, const float *scores, size_t stride, uint32_t count, uint32_t *heads) {
    prepare(t);
    t->nodes = count + 1;
    memset(t->gone, 0, t->nodes * sizeof *t->gone);
    t->heads[0] = 0;
    for (uint32_t d = 1; d < t->nodes; d++) {
        float *row = t->scores + (size_t)d * t->nodes;
        memcpy(row, scores + (d - 1) * stride, t->nodes * sizeof *row);
        row[0] -= 1e4f; /* so dear that one arc from the root is all that is bought */
        choose_head(t, d);
    }
    for (uint32_t circle; (circle = find_circle(t)) != 0;) {
        contract(t, circle);
    }
    open_again(t);
    memcpy(heads, t->heads + 1, count * sizeof *heads);
}

void syntax_best_tree(struct syntax_trees *trees, const float *scores, size_t stride, uint32_t count, uint32_t *heads) {
    take_best(scores, stride, count, heads);
    if (!is_tree(heads, count, trees->seen)) {
        span(trees, scores, stride, count, heads);
    }
}

struct syntax_trees *syntax_trees_new(struct base_arena *arena, size_t most_words) {
    struct syntax_trees *trees = base_arena_take(arena, sizeof *trees);
    trees->arena = arena;
    trees->most_words = most_words;
    trees->seen = base_arena_array(arena, most_words + 1, sizeof *trees->seen);
    trees->entering = base_arena_array(arena, most_words + 1, sizeof *trees->entering);
    return trees;
}
