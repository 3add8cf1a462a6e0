#include "syntax/syntax.h"

#include "document/tree.h"
#include "syntax/arcs.h"
#include "syntax/encoder.h"
#include "syntax/headlines.h"
#include "syntax/lemmas.h"
#include "syntax/names.h"
#include "syntax/surnames.h"
#include "syntax/valid.h"

#include <math.h>

enum { MOST_TREES = 4 }; /* of one sentence, until no predicate has two subjects or objects */

struct syntax {
    struct syntax_network network;
    struct syntax_lemmas lemmas;
    struct syntax_transitive transitive;
    enum document_upos upos[SYNTAX_MOST_TAGS];          /* of the outputs of the network */
    enum document_relation labels[SYNTAX_MOST_TAGS];
    struct syntax_name_tags names;
};

/* Memory of one call, reused from sentence to sentence. */
struct workspace {
    const struct syntax *syntax;
    struct document *document;
    struct syntax_batch batch;
    float *tags;                 /* rows of tag_heads */
    float *near, *names;         /* rows of names_mix and names_out */
    uint8_t *name_paths;
    float *dependent, *heads;    /* arc space: words; root and words */
    float *dependent_distance, *head_distance;
    float *label_dependent, *label_heads, *label_in, *label_out;
    float *panels, *scores;      /* the heads of a sentence as a weight matrix; its arc scores */
    int16_t *with_root;          /* root vector and words of a sentence, in encoder width and whole numbers */
    uint32_t *tree, *holders;    /* holders: of syntax_make_unique() */
    enum document_relation *found;
    struct syntax_trees *trees;
};

enum sayso_status syntax_open(const struct model *model, struct base_arena *arena, const struct syntax **out,
                              struct sayso_error *error) {
    struct syntax *syntax = base_arena_take(arena, sizeof *syntax);
    enum sayso_status status = syntax_load_network(model, arena, &syntax->network, error);
    if (status == SAYSO_OK) {
        status = syntax_load_lemmas(model, arena, &syntax->lemmas, error);
    }
    if (status == SAYSO_OK) {
        status = syntax_load_transitive(model, arena, &syntax->transitive, error);
    }
    for (size_t i = 0; status == SAYSO_OK && i < syntax->network.upos.count; i++) {
        syntax->upos[i] = document_upos_of(syntax->network.upos.names[i]);
    }
    for (size_t i = 0; status == SAYSO_OK && i < syntax->network.labels.count; i++) {
        syntax->labels[i] = document_relation_of(syntax->network.labels.names[i]);
    }
    if (status == SAYSO_OK) {
        status = syntax_read_name_tags(&syntax->network.names, &syntax->names, error);
    }
    *out = syntax;
    return status;
}

const struct syntax_lemmas *syntax_lemmas_of(const struct syntax *syntax) {
    return &syntax->lemmas;
}

static void prepare(struct workspace *w, const struct syntax *syntax, struct document *document) {
    const struct syntax_network *n = &syntax->network;
    struct base_arena *arena = document->arena;
    /* a row a token and one a piece: datelines, sentences, and what long ones are cut into */
    size_t tokens = document->tokens.count + 2 * document->sentences.count + document->tokens.count / SYNTAX_LONGEST;
    size_t rows = tokens < SYNTAX_BATCH_ROWS ? tokens : SYNTAX_BATCH_ROWS;
    size_t longest = tokens < SYNTAX_LONGEST ? tokens : SYNTAX_LONGEST;
    size_t nodes = longest + 1;
    *w = (struct workspace){.syntax = syntax, .document = document};
    syntax_batch_prepare(&w->batch, n, arena, rows);
    w->tags = base_arena_array(arena, rows * syntax_padded(n->tag_heads.outputs), sizeof(float));
    w->near = base_arena_array(arena, rows * n->name, sizeof(float));
    w->names = base_arena_array(arena, rows * syntax_padded(n->names.count), sizeof(float));
    w->name_paths = base_arena_array(arena, longest, SYNTAX_MOST_NAME_TAGS);
    w->with_root = base_arena_array(arena, nodes * n->width, sizeof *w->with_root);
    n->kernel->to_integers(n->root, w->with_root, n->width);
    w->dependent = base_arena_array(arena, nodes * n->arc, sizeof(float));
    w->heads = base_arena_array(arena, nodes * n->arc, sizeof(float));
    w->dependent_distance = base_arena_array(arena, nodes * syntax_padded(SYNTAX_BUCKETS), sizeof(float));
    w->head_distance = base_arena_array(arena, nodes * syntax_padded(SYNTAX_BUCKETS + 1), sizeof(float));
    w->label_dependent = base_arena_array(arena, nodes * n->label, sizeof(float));
    w->label_heads = base_arena_array(arena, nodes * n->label, sizeof(float));
    w->label_in = base_arena_array(arena, nodes * n->label, sizeof(float));
    w->label_out = base_arena_array(arena, nodes * syntax_padded(n->labels.count), sizeof(float));
    w->panels = base_arena_array(arena, syntax_padded(nodes) * n->arc, sizeof(float));
    w->scores = base_arena_array(arena, nodes * syntax_padded(nodes), sizeof(float));
    w->tree = base_arena_array(arena, nodes, sizeof *w->tree);
    w->holders = base_arena_array(arena, 2 * nodes, sizeof *w->holders);
    w->found = base_arena_array(arena, nodes, sizeof *w->found);
    w->trees = syntax_trees_new(arena, longest);
}

/* ---- tags */

static size_t best(const float *scores, size_t count) {
    size_t at = 0;
    for (size_t i = 1; i < count; i++) {
        at = scores[i] > scores[at] ? i : at;
    }
    return at;
}

static void set_tags(struct workspace *w, struct document_token *token, const float *scores) {
    const struct syntax_network *n = &w->syntax->network;
    token->upos = w->syntax->upos[best(scores, n->upos.count)];
    token->xpos = n->xpos.names[best(scores + n->upos.count, n->xpos.count)];
    syntax_lemmatize(&w->syntax->lemmas, w->document->arena, token);
}

static void tag(struct workspace *w) {
    const struct syntax_network *n = &w->syntax->network;
    size_t stride = syntax_padded(n->tag_heads.outputs), name_stride = syntax_padded(n->names.count);
    n->kernel->multiply_integers(&n->tag_heads, w->batch.whole, n->width, w->batch.rows, w->tags, stride);
    n->kernel->multiply_integers(&n->names_mix, w->batch.whole - n->width, n->width, w->batch.rows, w->near, n->name);
    n->kernel->quick_gelu(w->near, w->batch.rows * n->name);
    n->kernel->multiply(&n->names_out, w->near, n->name, w->batch.rows, w->names, name_stride);
    for (size_t i = 0; i < w->batch.piece_count; i++) {
        const struct syntax_piece *piece = &w->batch.pieces[i];
        for (uint32_t k = 0; k < piece->count; k++) {
            set_tags(w, &w->document->tokens.items[piece->first + k], w->tags + (piece->row + k) * stride);
        }
        syntax_find_names(&w->syntax->names, w->document, piece->first, piece->count,
                          w->names + piece->row * name_stride, name_stride, w->name_paths);
    }
}

/* ---- arcs and relations */

/* 1 2 3 4 5-6 7-9 10-14 15-22 23-35 36+ words to the right of the dependent, the same to the left, 0 for the root. */
static size_t bucket(long distance) {
    static const long edges[] = {1, 2, 3, 4, 6, 9, 14, 22, 35};
    long size = distance < 0 ? -distance : distance;
    size_t at = 0;
    while (at < sizeof edges / sizeof *edges && size > edges[at]) {
        at++;
    }
    return distance == 0 ? 0 : at + 1 + (distance < 0 ? 10 : 0);
}

static void pack_heads(struct workspace *w, size_t nodes, size_t width) {
    memset(w->panels, 0, syntax_padded(nodes) * width * sizeof *w->panels);
    for (size_t h = 0; h < nodes; h++) {
        float *panel = w->panels + h / SYNTAX_PANEL * SYNTAX_PANEL * width + h % SYNTAX_PANEL;
        for (size_t i = 0; i < width; i++) {
            panel[i * SYNTAX_PANEL] = w->heads[h * width + i];
        }
    }
}

static void score_arcs(struct workspace *w, size_t count) {
    const struct syntax_network *n = &w->syntax->network;
    size_t nodes = count + 1, near = syntax_padded(SYNTAX_BUCKETS), far = syntax_padded(SYNTAX_BUCKETS + 1);
    size_t stride = syntax_padded(nodes);
    n->kernel->multiply_integers(&n->arc_dependent, w->with_root + n->width, n->width, count, w->dependent, n->arc);
    n->kernel->quick_gelu(w->dependent, count * n->arc);
    n->kernel->multiply_integers(&n->arc_head, w->with_root, n->width, nodes, w->heads, n->arc);
    n->kernel->quick_gelu(w->heads, nodes * n->arc);
    n->kernel->multiply(&n->dependent_distance, w->dependent, n->arc, count, w->dependent_distance, near);
    n->kernel->multiply(&n->head_distance, w->heads, n->arc, nodes, w->head_distance, far);
    pack_heads(w, nodes, n->arc);
    struct syntax_weights heads = {w->panels, NULL, n->arc, nodes};
    n->kernel->multiply(&heads, w->dependent, n->arc, count, w->scores, stride);
    float scale = 1.0f / sqrtf((float)n->arc);
    for (size_t d = 0; d < count; d++) {
        for (size_t h = 0; h < nodes; h++) {
            size_t b = h == 0 ? 0 : bucket((long)h - (long)(d + 1));
            w->scores[d * stride + h] = w->scores[d * stride + h] * scale + w->head_distance[h * far + SYNTAX_BUCKETS] +
                                        w->dependent_distance[d * near + b] + w->head_distance[h * far + b];
        }
    }
}

static void score_relations(struct workspace *w, size_t count) {
    const struct syntax_network *n = &w->syntax->network;
    n->kernel->multiply_integers(&n->label_dependent, w->with_root + n->width, n->width, count, w->label_dependent, n->label);
    n->kernel->multiply_integers(&n->label_head, w->with_root, n->width, count + 1, w->label_heads, n->label);
}

static enum document_relation best_relation(const struct workspace *w, enum document_upos upos, const float *scores) {
    size_t at = 0;
    for (size_t i = 1; i < w->syntax->network.labels.count; i++) {
        bool better = scores[i] > scores[at] || !syntax_relation_fits(upos, w->syntax->labels[at]);
        at = better && syntax_relation_fits(upos, w->syntax->labels[i]) ? i : at;
    }
    return w->syntax->labels[at] == REL_ROOT ? REL_DEP : w->syntax->labels[at];
}

/* The relations to the heads of the tree. */
static void label_arcs(struct workspace *w, const struct document_token *tokens, size_t count) {
    const struct syntax_network *n = &w->syntax->network;
    size_t stride = syntax_padded(n->labels.count);
    for (size_t d = 0; d < count; d++) {
        uint32_t head = w->tree[d];
        const float *distance = n->label_distance + n->label * (head ? bucket((long)head - (long)(d + 1)) : 0);
        for (size_t i = 0; i < n->label; i++) {
            w->label_in[d * n->label + i] = w->label_dependent[d * n->label + i] + w->label_heads[head * n->label + i] +
                                            distance[i];
        }
    }
    n->kernel->quick_gelu(w->label_in, count * n->label);
    n->kernel->multiply(&n->label_out, w->label_in, n->label, count, w->label_out, stride);
    for (size_t d = 0; d < count; d++) {
        w->found[d] = w->tree[d] ? best_relation(w, tokens[d].upos, w->label_out + d * stride) : REL_ROOT;
    }
}

static void find_tree(struct workspace *w, const struct document_token *tokens, uint32_t count) {
    const struct syntax_network *n = &w->syntax->network;
    struct syntax_scored scored = {count, tokens, w->scores, syntax_padded(count + 1), w->label_out, syntax_padded(n->labels.count),
                                   n->labels.count, w->syntax->labels};
    bool again = true;
    for (int trees = 1; again; trees++) {
        syntax_best_tree(w->trees, w->scores, scored.arc_stride, count, w->tree);
        label_arcs(w, tokens, count);
        again = syntax_make_unique(&scored, w->tree, trees == MOST_TREES, w->found, w->holders);
    }
    syntax_make_subjects(w->tree, w->found, count, w->holders);
    syntax_make_objects(w->tree, w->found, count, w->holders);
    syntax_make_agents(w->tree, w->found, count, w->holders);
    syntax_make_complements(w->tree, w->found, tokens, count);
    syntax_raise_from_titles(w->tree, w->found, count);
}

static void parse_piece(struct workspace *w, const struct syntax_piece *piece) {
    const struct syntax_network *n = &w->syntax->network;
    struct document_token *tokens = &w->document->tokens.items[piece->first];
    memcpy(w->with_root + n->width, w->batch.whole + piece->row * n->width,
           piece->count * n->width * sizeof *w->with_root);
    score_arcs(w, piece->count);
    score_relations(w, piece->count);
    find_tree(w, tokens, piece->count);
    for (uint32_t d = 0; d < piece->count; d++) {
        tokens[d].head = w->tree[d] ? piece->first + w->tree[d] - 1 : DOCUMENT_NONE;
        tokens[d].relation = w->found[d];
    }
}

/* The sentence has one root: that of the first piece behind the dateline. */
static void join_pieces(struct document *document, const struct document_sentence *sentence) {
    uint32_t end = sentence->first + sentence->count, root = sentence->first + syntax_dateline(document, sentence);
    while (root < end && document->tokens.items[root].head != DOCUMENT_NONE) {
        root++;
    }
    for (uint32_t at = sentence->first; at < end; at++) {
        struct document_token *token = &document->tokens.items[at];
        if (token->head == DOCUMENT_NONE && at != root) {
            token->head = root;
            token->relation = REL_PARATAXIS;
        }
    }
}

static void run(struct workspace *w) {
    if (w->batch.piece_count) {
        syntax_encode(&w->syntax->network, w->document, &w->batch);
        tag(w);
        for (size_t i = 0; i < w->batch.piece_count; i++) {
            parse_piece(w, &w->batch.pieces[i]);
        }
    }
    w->batch.piece_count = w->batch.rows = 0;
}

static void add_piece(struct workspace *w, uint32_t first, uint32_t count) {
    if (w->batch.rows + count + 1 > SYNTAX_BATCH_ROWS) {
        run(w);
    }
    w->batch.pieces[w->batch.piece_count++] = (struct syntax_piece){first, count, w->batch.rows};
    w->batch.rows += count + 1;
}

void syntax_parse(const struct syntax *syntax, struct document *document) {
    struct workspace w;
    if (!document->tokens.count) {
        return;
    }
    prepare(&w, syntax, document);
    for (size_t i = 0; i < document->sentences.count; i++) {
        const struct document_sentence *sentence = &document->sentences.items[i];
        uint32_t done = syntax_dateline(document, sentence);
        if (done) {
            add_piece(&w, sentence->first, done);
        }
        while (done < sentence->count) {
            uint32_t count = sentence->count - done < SYNTAX_LONGEST ? sentence->count - done : SYNTAX_LONGEST;
            add_piece(&w, sentence->first + done, count);
            done += count;
        }
    }
    run(&w);
    for (size_t i = 0; i < document->sentences.count; i++) {
        join_pieces(document, &document->sentences.items[i]);
    }
    document_link_children(document);
    syntax_settle_headlines(&syntax->transitive, &syntax->lemmas, document);
    syntax_settle_surnames(document);
}
