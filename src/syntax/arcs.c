#include "syntax/arcs.h"

static const float NEVER = -1e30f;

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

/* Chu-Liu-Edmonds over a dense matrix, O(n^2) for each contracted circle. Node 0 is the root, node k + 1 the word k. A
 * contracted circle takes the place of its first node; what is needed to open it again is kept in `steps`. */
struct step {
    uint32_t keeper;      /* the node that stands for the circle */
    uint32_t size;
    uint32_t *members;    /* nodes of the circle */
    uint32_t *heads;      /* the head of each within the circle */
    uint32_t *leave_from; /* for each node: the member that is the head when that node hangs from the circle */
    uint32_t *enter_at;   /* for each node: the member that is entered when the circle hangs from that node */
};

struct contraction {
    struct base_arena *arena;
    uint32_t nodes;
    float *scores;        /* [dependent * nodes + head] */
    uint32_t *heads;
    bool *gone;
    struct step *steps;
    uint32_t step_count;
};

static void choose_heads(struct contraction *c) {
    for (uint32_t d = 1; d < c->nodes; d++) {
        if (c->gone[d]) {
            continue;
        }
        uint32_t best = 0;
        for (uint32_t h = 1; h < c->nodes; h++) {
            if (h != d && !c->gone[h] && c->scores[d * c->nodes + h] > c->scores[d * c->nodes + best]) {
                best = h;
            }
        }
        c->heads[d] = best;
    }
}

/* A node on a circle, or 0. */
static uint32_t find_circle(struct contraction *c, uint32_t *mark) {
    memset(mark, 0, c->nodes * sizeof *mark);
    for (uint32_t d = 1; d < c->nodes; d++) {
        uint32_t at = d;
        while (!c->gone[d] && at != 0 && mark[at] == 0) {
            mark[at] = d;
            at = c->heads[at];
        }
        if (!c->gone[d] && at != 0 && mark[at] == d) {
            return at;
        }
    }
    return 0;
}

static void contract(struct contraction *c, uint32_t start) {
    struct step *step = &c->steps[c->step_count++];
    uint32_t n = c->nodes;
    step->keeper = start;
    for (uint32_t at = c->heads[start], more = 1; more; at = c->heads[at]) {
        step->size++;
        more = at != start;
    }
    step->members = base_arena_array(c->arena, step->size, sizeof *step->members);
    step->heads = base_arena_array(c->arena, step->size, sizeof *step->heads);
    step->leave_from = base_arena_array(c->arena, n, sizeof *step->leave_from);
    step->enter_at = base_arena_array(c->arena, n, sizeof *step->enter_at);
    bool *inside = base_arena_array(c->arena, n, sizeof *inside);
    uint32_t at = start;
    for (uint32_t i = 0; i < step->size; i++, at = c->heads[at]) {
        step->members[i] = at;
        step->heads[i] = c->heads[at];
        inside[at] = true;
    }
    for (uint32_t node = 0; node < n; node++) {
        if (inside[node] || c->gone[node]) {
            continue;
        }
        float out = NEVER, in = NEVER;
        step->leave_from[node] = step->enter_at[node] = start;
        for (uint32_t i = 0; i < step->size; i++) {
            uint32_t m = step->members[i];
            float leave = c->scores[node * n + m];
            float enter = c->scores[m * n + node] - c->scores[m * n + step->heads[i]];
            if (node != 0 && leave > out) {
                out = leave;
                step->leave_from[node] = m;
            }
            if (enter > in) {
                in = enter;
                step->enter_at[node] = m;
            }
        }
        c->scores[node * n + start] = out;
        c->scores[start * n + node] = in;
    }
    for (uint32_t i = 1; i < step->size; i++) {
        c->gone[step->members[i]] = true;
    }
}

static void open_again(struct contraction *c) {
    while (c->step_count) {
        const struct step *step = &c->steps[--c->step_count];
        uint32_t from = c->heads[step->keeper], entered = step->enter_at[from];
        for (uint32_t d = 1; d < c->nodes; d++) {
            if (!c->gone[d] && d != step->keeper && c->heads[d] == step->keeper) {
                c->heads[d] = step->leave_from[d];
            }
        }
        for (uint32_t i = 0; i < step->size; i++) {
            uint32_t m = step->members[i];
            c->gone[m] = false;
            c->heads[m] = m == entered ? from : step->heads[i];
        }
    }
}

static void span(struct base_arena *arena, const float *scores, size_t stride, uint32_t count, uint32_t *heads) {
    uint32_t n = count + 1;
    struct contraction c = {.arena = arena, .nodes = n};
    c.scores = base_arena_array(arena, (size_t)n * n, sizeof *c.scores);
    c.heads = base_arena_array(arena, n, sizeof *c.heads);
    c.gone = base_arena_array(arena, n, sizeof *c.gone);
    c.steps = base_arena_array(arena, n, sizeof *c.steps);
    uint32_t *mark = base_arena_array(arena, n, sizeof *mark);
    for (uint32_t d = 1; d < n; d++) {
        memcpy(c.scores + (size_t)d * n, scores + (d - 1) * stride, n * sizeof *c.scores);
        c.scores[(size_t)d * n] -= 1e4f; /* so dear that one arc from the root is all that is bought */
    }
    for (;;) {
        choose_heads(&c);
        uint32_t circle = find_circle(&c, mark);
        if (!circle) {
            break;
        }
        contract(&c, circle);
    }
    open_again(&c);
    memcpy(heads, c.heads + 1, count * sizeof *heads);
}

void syntax_best_tree(struct base_arena *arena, const float *scores, size_t stride, uint32_t count, uint32_t *heads) {
    uint32_t *seen = base_arena_array(arena, count, sizeof *seen);
    take_best(scores, stride, count, heads);
    if (!is_tree(heads, count, seen)) {
        span(arena, scores, stride, count, heads);
    }
}
