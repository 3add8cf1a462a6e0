#include "text/text.h"

#include "base/error.h"
#include "document/tree.h"
#include "text/features.h"
#include "text/lines.h"

/* A form that is two words: what it ends in (or is, where `whole`), and how many bytes the second word has. */
struct contraction {
    struct base_slice ending;
    size_t second;
    bool whole;
};

struct text {
    struct model_matrix token, sentence;
    struct base_map abbreviations;
    BASE_VECTOR(struct contraction) contractions;
};

/* ---- loading */

static enum sayso_status find_part(const struct model *model, const char *name, struct base_slice *out,
                                   struct sayso_error *error) {
    const struct model_part *part = model_part(model, name);
    if (!part) {
        return base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part %s: is missing", name);
    }
    *out = part->bytes;
    return SAYSO_OK;
}

static struct base_slice without_comment(struct base_slice line) {
    return base_slice_trim(base_slice_cut(&line, '#'));
}

static void load_abbreviations(struct text *text, struct base_arena *arena, struct base_slice rest) {
    uint32_t group = 0;
    while (rest.size) {
        struct base_slice line = without_comment(base_slice_line(&rest));
        if (line.size && line.data[0] == '[') {
            group++;
            continue;
        }
        while (line.size) {
            struct base_slice word = base_slice_cut(&line, ' ');
            if (word.size) {
                base_map_set(&text->abbreviations, arena, word, group);
            }
        }
    }
}

static enum sayso_status load_contractions(struct text *text, struct base_arena *arena, struct base_slice rest,
                                           struct sayso_error *error) {
    for (unsigned number = 1; rest.size; number++) {
        struct base_slice line = without_comment(base_slice_line(&rest)), second = line;
        if (!line.size) {
            continue;
        }
        struct base_slice first = base_slice_cut(&second, '|');
        if (!first.size || !second.size) {
            base_error_input(error, "text/contractions.txt");
            return base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, number, "a line without a | between two words");
        }
        bool whole = first.data[0] != '*';
        first = whole ? first : base_slice_part(first, 1, first.size);
        BASE_PUSH(arena, &text->contractions,
                  ((struct contraction){base_arena_format(arena, "%.*s%.*s", (int)first.size, first.data,
                                                          (int)second.size, second.data),
                                        second.size, whole}));
    }
    return SAYSO_OK;
}

enum sayso_status text_open(const struct model *model, struct base_arena *arena, const struct text **out,
                            struct sayso_error *error) {
    struct text *text = base_arena_take(arena, sizeof *text);
    struct base_slice abbreviations = {0}, contractions = {0};
    *out = text;
    enum sayso_status status = model_get_matrix(model, "text/token.weights", 1, 1 << TEXT_WEIGHT_BITS, &text->token, error);
    if (status == SAYSO_OK) {
        status = model_get_matrix(model, "text/sentence.weights", 1, 1 << TEXT_WEIGHT_BITS, &text->sentence, error);
    }
    if (status == SAYSO_OK) {
        status = find_part(model, "text/abbreviations.txt", &abbreviations, error);
    }
    if (status == SAYSO_OK) {
        status = find_part(model, "text/contractions.txt", &contractions, error);
    }
    if (status == SAYSO_OK && (!text->token.bytes || !text->sentence.bytes)) {
        status = base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part text/token.weights: not bytes");
    }
    load_abbreviations(text, arena, abbreviations);
    return status == SAYSO_OK ? load_contractions(text, arena, contractions, error) : status;
}

/* ---- one paragraph */

struct segmenter {
    const struct text *text;
    struct document *document;
    uint32_t block;
    BASE_VECTOR(struct text_range) tokens;
};

static bool decide(const struct model_matrix *weights, const uint32_t *features, size_t count) {
    int sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += weights->bytes[features[i]];
    }
    return sum > 0;
}

static void split_chunk(struct segmenter *s, const struct text_characters *c, const struct text_chunk *chunk) {
    uint32_t features[TEXT_TOKEN_FEATURES];
    uint32_t start = chunk->range.start;
    for (uint32_t at = start + 1; at < chunk->range.end; at++) {
        if (!text_is_candidate(c, at)) {
            continue;
        }
        text_token_features(c, chunk, start, at, features);
        if (decide(&s->text->token, features, TEXT_TOKEN_FEATURES)) {
            BASE_PUSH(s->document->arena, &s->tokens, ((struct text_range){start, at}));
            start = at;
        }
    }
    BASE_PUSH(s->document->arena, &s->tokens, ((struct text_range){start, chunk->range.end}));
}

/* White space inside of the paragraph only: a chunk ends at the paragraph's end, too. */
static void find_tokens(struct segmenter *s, const struct text_characters *c) {
    s->tokens.count = 0;
    for (size_t at = 0; at < c->count;) {
        if (c->kinds[at] == ' ') {
            at++;
            continue;
        }
        struct text_chunk chunk = text_chunk_at(c, at);
        split_chunk(s, c, &chunk);
        at = chunk.range.end;
    }
}

static bool equal_plain(struct base_slice form, struct base_slice wanted) {
    /* the typographic apostrophe counts as the plain one */
    size_t at = 0;
    for (size_t i = 0; i < wanted.size; i++) {
        if (wanted.data[i] == '\'' && form.size - at >= 3 && memcmp(form.data + at, "\xE2\x80\x99", 3) == 0) {
            at += 3;
        } else if (at < form.size && base_lower((unsigned char)form.data[at]) == (unsigned char)wanted.data[i]) {
            at++;
        } else {
            return false;
        }
    }
    return at == form.size;
}

/* How many bytes the second word of the form has; 0: it is one word. */
static size_t second_word(const struct text *text, struct base_slice form) {
    for (size_t i = 0; i < text->contractions.count; i++) {
        const struct contraction *c = &text->contractions.items[i];
        for (size_t wide = 0; wide <= 2; wide += 2) { /* a typographic apostrophe has two bytes more */
            size_t size = c->ending.size + wide;
            bool fits = c->whole ? form.size == size : form.size > size || (form.size == size && size > c->second);
            if (fits && equal_plain(base_slice_part(form, form.size - size, form.size), c->ending)) {
                return c->second + wide;
            }
        }
    }
    return 0;
}

static void add_word(struct segmenter *s, struct document_span span, struct document_span surface, uint8_t words) {
    BASE_PUSH(s->document->arena, &s->document->tokens,
              ((struct document_token){.span = span,
                                       .surface = surface,
                                       .form = document_slice(s->document, span),
                                       .head = DOCUMENT_NONE,
                                       .sentence = (uint32_t)s->document->sentences.count - 1,
                                       .first_child = DOCUMENT_NONE,
                                       .next_sibling = DOCUMENT_NONE,
                                       .name = DOCUMENT_NONE,
                                       .upos = UPOS_X,
                                       .multiword = words}));
}

static void add_token(struct segmenter *s, struct document_span span, bool space_after) {
    struct base_slice form = document_slice(s->document, span);
    uint32_t second = (uint32_t)second_word(s->text, form);
    if (second) {
        add_word(s, (struct document_span){span.start, span.end - second}, span, 2);
        add_word(s, (struct document_span){span.end - second, span.end}, span, 0);
    } else {
        add_word(s, span, span, 0);
    }
    s->document->tokens.items[s->document->tokens.count - 1].space_after = space_after;
}

static void add_sentence(struct segmenter *s, const struct text_characters *c, size_t from, size_t to, bool first) {
    struct document_sentence sentence = {.first = (uint32_t)s->document->tokens.count,
                                         .block = s->block,
                                         .starts_paragraph = first,
                                         .span = {c->bytes[s->tokens.items[from].start],
                                                  c->bytes[s->tokens.items[to - 1].end]}};
    BASE_PUSH(s->document->arena, &s->document->sentences, sentence);
    for (size_t i = from; i < to; i++) {
        struct text_range token = s->tokens.items[i];
        bool space = i + 1 == s->tokens.count || s->tokens.items[i + 1].start > token.end;
        add_token(s, (struct document_span){c->bytes[token.start], c->bytes[token.end]}, space);
    }
    struct document_sentence *added = &s->document->sentences.items[s->document->sentences.count - 1];
    added->count = (uint32_t)s->document->tokens.count - added->first;
}

/* "Sen. Smith (D-Vt.) said": behind a closing bracket, a small letter or a comma begins no sentence. */
static bool goes_on(const struct text_characters *c, struct text_range token, struct text_range next) {
    uint32_t kind = c->kinds[next.start];
    return c->plain[token.end - 1] == ')' && (kind == 'x' || c->plain[next.start] == ',');
}

static void segment_paragraph(struct segmenter *s, size_t start, size_t end) {
    struct text_characters c;
    uint32_t features[TEXT_SENTENCE_FEATURES];
    struct text_state state = {0};
    text_read_characters(s->document->arena, s->document->text, start, end, &s->text->abbreviations, &c);
    find_tokens(s, &c);
    for (size_t i = 0; i < s->tokens.count; i++) {
        text_count_marks(&c, s->tokens.items[i], &state);
        bool ends = i + 1 == s->tokens.count;
        if (!ends) {
            text_sentence_features(&c, s->tokens.items, s->tokens.count, i, &state, features);
            ends = decide(&s->text->sentence, features, TEXT_SENTENCE_FEATURES) &&
                   !goes_on(&c, s->tokens.items[i], s->tokens.items[i + 1]);
        }
        if (ends) {
            add_sentence(s, &c, state.begin, i + 1, state.begin == 0);
            state = (struct text_state){.begin = i + 1};
        }
    }
}

/* ---- paragraphs */

static void segment_text(struct segmenter *s) {
    struct base_slice text = s->document->text, rest = text;
    enum text_lines lines = text_lines_of(text);
    size_t start = 0;
    while (rest.size) {
        struct base_slice line = base_slice_line(&rest);
        if (text_ends_paragraph(lines, line, rest)) {
            size_t end = (size_t)(line.data - text.data) + line.size;
            segment_paragraph(s, start, end);
            start = end;
        }
    }
    segment_paragraph(s, start, text.size);
}

void text_segment(const struct text *text, struct document *document) {
    struct segmenter s = {.text = text, .document = document, .block = DOCUMENT_NONE};
    if (!document->is_page) {
        segment_text(&s);
        return;
    }
    for (size_t i = 0; i < document->blocks.count; i++) {
        s.block = (uint32_t)i;
        segment_paragraph(&s, document->blocks.items[i].span.start, document->blocks.items[i].span.end);
    }
}
