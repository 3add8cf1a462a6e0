#include "text/features.h"

enum { SPACE = 32, LONGEST_WORD = 20, LONGEST_CONTEXT = 12, LONGEST_ABBREVIATION = 40 };

/* ---- characters */

static uint32_t unquote(uint32_t c) {
    switch (c) {
    case 0x2018: case 0x2019: return '\'';
    case 0x201C: case 0x201D: return '"';
    case 0x2013: case 0x2014: return '-';
    default: return c;
    }
}

/* Characters without width are no white space here: tokens leave out what every reader of CoNLL-U takes for space. */
static bool is_space(uint32_t c) {
    return base_is_space(c) && c != 0x200B && c != 0xFEFF;
}

static uint32_t plain_of(uint32_t c) {
    c = unquote(c);
    return is_space(c) ? SPACE : base_is_digit(c) ? '0' : base_lower(c);
}

static uint32_t kind_of(uint32_t c) {
    c = unquote(c);
    if (is_space(c)) {
        return SPACE;
    }
    return base_is_digit(c) ? 'd' : base_is_upper(c) ? 'X' : base_is_letter(c) ? 'x' : c;
}

void text_read_characters(struct base_arena *arena, struct base_slice text, size_t start, size_t end,
                          const struct base_map *abbreviations, struct text_characters *out) {
    size_t most = end - start;
    uint32_t *plain = base_arena_array(arena, most + 2 * TEXT_MARGIN, sizeof *plain);
    uint32_t *kinds = base_arena_array(arena, most + 2 * TEXT_MARGIN, sizeof *kinds);
    uint32_t *bytes = base_arena_array(arena, most + 1, sizeof *bytes);
    size_t count = 0;
    for (size_t i = 0; i < TEXT_MARGIN; i++) {
        plain[i] = kinds[i] = SPACE;
    }
    for (size_t at = start; at < end; count++) {
        bytes[count] = (uint32_t)at;
        uint32_t c = base_utf8_next(text, &at);
        plain[count + TEXT_MARGIN] = plain_of(c);
        kinds[count + TEXT_MARGIN] = kind_of(c);
    }
    bytes[count] = (uint32_t)end;
    for (size_t i = 0; i < TEXT_MARGIN; i++) {
        plain[count + TEXT_MARGIN + i] = kinds[count + TEXT_MARGIN + i] = SPACE;
    }
    *out = (struct text_characters){plain + TEXT_MARGIN, kinds + TEXT_MARGIN, bytes, count, text, abbreviations};
}

struct text_chunk text_chunk_at(const struct text_characters *c, size_t at) {
    struct text_chunk chunk = {.range = {(uint32_t)at, (uint32_t)at}};
    while (chunk.range.end < c->count && c->kinds[chunk.range.end] != SPACE) {
        chunk.has_at |= c->plain[chunk.range.end] == '@';
        chunk.has_slash |= c->plain[chunk.range.end] == '/';
        chunk.range.end++;
    }
    size_t next = chunk.range.end;
    while (next < c->count && c->kinds[next] == SPACE) {
        next++;
    }
    chunk.following = next < c->count ? c->kinds[next] : TEXT_NO_CHARACTER;
    return chunk;
}

static bool is_letter(uint32_t kind) {
    return kind == 'x' || kind == 'X';
}

bool text_is_candidate(const struct text_characters *c, size_t at) {
    uint32_t a = c->kinds[at - 1], b = c->kinds[at];
    return !(is_letter(a) && is_letter(b)) && !(a == 'd' && b == 'd');
}

static uint32_t abbreviation(const struct text_characters *c, size_t start, size_t end) {
    char lower[LONGEST_ABBREVIATION];
    size_t size = 0;
    while (end > start && c->plain[end - 1] == '.') {
        end--;
    }
    for (size_t i = start; i < end; i++) {
        if (size + 4 > sizeof lower) {
            return 0;
        }
        size += base_utf8_put(lower + size, c->plain[i]);
    }
    uint32_t group = base_map_get(c->abbreviations, (struct base_slice){lower, size});
    return group == BASE_MAP_NONE ? 0 : group;
}

/* ---- hashing: FNV-1a over whole numbers */

struct sum {
    uint32_t hash;
};

static struct sum begin(uint32_t feature) {
    return (struct sum){(2166136261u ^ feature) * 16777619u};
}

static void mix(struct sum *sum, uint32_t value) {
    sum->hash = (sum->hash ^ value) * 16777619u;
}

static void mix_run(struct sum *sum, const uint32_t *values, size_t count) {
    for (size_t i = 0; i < count; i++) {
        mix(sum, values[i]);
    }
}

static uint32_t end(struct sum sum) {
    return (sum.hash ^ sum.hash >> 15) & ((1u << TEXT_WEIGHT_BITS) - 1);
}

static uint32_t of_run(uint32_t feature, const uint32_t *values, size_t count) {
    struct sum sum = begin(feature);
    mix_run(&sum, values, count);
    return end(sum);
}

static uint32_t of_four(uint32_t feature, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    return of_run(feature, (const uint32_t[]){a, b, c, d}, 4);
}

/* ---- tokens */

void text_token_features(const struct text_characters *c, const struct text_chunk *chunk, size_t start, size_t at,
                         uint32_t out[TEXT_TOKEN_FEATURES]) {
    const uint32_t *p = c->plain + at, *q = c->kinds + at;
    static const struct {
        uint32_t feature;
        int from, to;
    } windows[] = {{1, -1, 1}, {2, -2, 1}, {3, -1, 2}, {4, -2, 2}, {5, -3, 1}, {6, -1, 3}, {7, -4, 1}, {8, -1, 4}};
    for (size_t i = 0; i < 8; i++) {
        out[i] = of_run(windows[i].feature, p + windows[i].from, (size_t)(windows[i].to - windows[i].from));
    }
    out[8] = of_run(9, q - 2, 4);
    out[9] = of_run(10, q - 4, 8);
    size_t left = at - start < LONGEST_CONTEXT ? at - start : LONGEST_CONTEXT;
    size_t right = chunk->range.end - at < LONGEST_CONTEXT ? chunk->range.end - at : LONGEST_CONTEXT;
    struct sum sum = begin(11);
    mix_run(&sum, p - left, left);
    mix(&sum, p[0]);
    out[10] = end(sum);
    sum = begin(12);
    mix_run(&sum, p, right);
    mix(&sum, p[-1]);
    out[11] = end(sum);
    out[12] = of_four(13, abbreviation(c, start, at), p[0], q[1], chunk->following);
    out[13] = of_run(14, (const uint32_t[]){chunk->has_at + 2u * chunk->has_slash, q[-1], q[0]}, 3);
    out[14] = of_four(15, q[-1], p[0], p[1] == SPACE, chunk->following);
    out[15] = of_four(16, at - start == 1, q[-1], p[0], p[1]);
}

/* ---- sentences */

void text_count_marks(const struct text_characters *c, struct text_range token, struct text_state *state) {
    unsigned opened = state->depth, closed = 0;
    for (size_t i = token.start; i < token.end; i++) {
        uint32_t p = c->plain[i];
        state->quotes += p == '"';
        opened += p == '(' || p == '[';
        closed += p == ')' || p == ']';
    }
    state->depth = opened > closed ? opened - closed : 0;
}

/* A token as the features see it: its first characters, and its shape with runs cut to two. */
struct word {
    const uint32_t *characters;
    size_t size;
    uint32_t shape[LONGEST_WORD];
    size_t shape_size;
    struct text_range range;
};

static const uint32_t nothing[] = {TEXT_NO_CHARACTER};

static void read_word(const struct text_characters *c, const struct text_range *tokens, size_t count, size_t at,
                      struct word *out) {
    *out = (struct word){.characters = nothing, .size = 1, .shape = {TEXT_NO_CHARACTER}, .shape_size = 1};
    if (at >= count) { /* also what lies before the first token, as a number below zero */
        return;
    }
    out->range = tokens[at];
    size_t size = tokens[at].end - tokens[at].start;
    out->size = size < LONGEST_WORD ? size : LONGEST_WORD;
    out->characters = c->plain + tokens[at].start;
    out->shape_size = 0;
    for (size_t i = 0; i < out->size; i++) {
        uint32_t kind = c->kinds[tokens[at].start + i];
        size_t n = out->shape_size;
        if (n < 2 || out->shape[n - 1] != kind || out->shape[n - 2] != kind) {
            out->shape[out->shape_size++] = kind;
        }
    }
}

static void mix_part(struct sum *sum, const uint32_t *values, size_t count) {
    mix_run(sum, values, count);
    mix(sum, 2);
}

static void mix_word(struct sum *sum, const struct word *word) {
    mix_part(sum, word->characters, word->size);
}

static void mix_shape(struct sum *sum, const struct word *word) {
    mix_part(sum, word->shape, word->shape_size);
}

static void mix_one(struct sum *sum, uint32_t value) {
    mix_part(sum, &value, 1);
}

static uint32_t abbreviation_of(const struct text_characters *c, const struct word *word) {
    return word->characters == nothing ? 3 : abbreviation(c, word->range.start, word->range.end);
}

void text_sentence_features(const struct text_characters *c, const struct text_range *tokens, size_t count, size_t at,
                            const struct text_state *state, uint32_t out[TEXT_SENTENCE_FEATURES]) {
    struct word before, word, next, after;
    read_word(c, tokens, count, at - 1, &before);
    read_word(c, tokens, count, at, &word);
    read_word(c, tokens, count, at + 1, &next);
    read_word(c, tokens, count, at + 2, &after);
    uint32_t gap = tokens[at + 1].start > tokens[at].end;
    uint32_t length = (uint32_t)((at - state->begin < 30 ? at - state->begin : 30) / 3);
    uint32_t last = word.characters[word.size - 1], first = next.shape[0];
    const uint32_t marks[] = {state->quotes % 2, state->depth > 0};
    const uint32_t groups[] = {abbreviation_of(c, &word), abbreviation_of(c, &before)};
    struct sum sums[TEXT_SENTENCE_FEATURES];
    for (uint32_t i = 0; i < TEXT_SENTENCE_FEATURES; i++) {
        sums[i] = begin(21 + i);
    }
    mix_run(&sums[0], word.characters, word.size);
    mix_run(&sums[1], next.characters, next.size);
    mix_word(&sums[2], &word), mix_word(&sums[2], &next);
    mix_word(&sums[3], &before), mix_word(&sums[3], &word);
    mix_word(&sums[4], &word), mix_shape(&sums[4], &next);
    mix_shape(&sums[5], &before), mix_shape(&sums[5], &word), mix_shape(&sums[5], &next);
    mix_shape(&sums[6], &before), mix_word(&sums[6], &word), mix_shape(&sums[6], &next);
    mix_word(&sums[7], &before), mix_word(&sums[7], &word), mix_shape(&sums[7], &next);
    mix_shape(&sums[8], &word), mix_shape(&sums[8], &next), mix_shape(&sums[8], &after);
    mix_word(&sums[9], &word), mix_shape(&sums[9], &next), mix_one(&sums[9], gap);
    mix(&sums[10], gap);
    mix_one(&sums[11], length), mix_word(&sums[11], &word);
    mix_part(&sums[12], marks, 2), mix_word(&sums[12], &word), mix_one(&sums[12], first);
    mix_part(&sums[13], marks, 2), mix_shape(&sums[13], &next), mix_one(&sums[13], last);
    mix_part(&sums[14], groups, 2), mix_one(&sums[14], last), mix_one(&sums[14], first);
    mix_one(&sums[15], last), mix_one(&sums[15], first), mix_one(&sums[15], gap);
    mix_one(&sums[16], (uint32_t)(before.size < 4 ? before.size : 4)), mix_one(&sums[16], last);
    mix_one(&sums[16], first);
    mix_one(&sums[17], last), mix_word(&sums[17], &next), mix_one(&sums[17], gap);
    for (size_t i = 0; i < TEXT_SENTENCE_FEATURES; i++) {
        out[i] = end(sums[i]);
    }
}
