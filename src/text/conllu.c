/* CoNLL-U (universaldependencies.org/format.html) into a document; its text is the tokens with their spaces. */
#include "base/error.h"
#include "base/utf8.h"
#include "document/tree.h"
#include "text/text.h"


enum { COLUMNS = 10 };
enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC };

struct reader {
    struct document *document;
    bool with_trees;
    BASE_VECTOR(char) text;
    BASE_VECTOR(uint32_t) heads; /* of the sentence: 0 or a number as written */
    unsigned line;
    uint32_t multiword_words, multiword_left; /* words of the multiword token: all, and still to come */
    struct document_span multiword;
    bool multiword_space, in_sentence, paragraph;
    struct base_slice id;
    struct sayso_error *error;
};

static enum sayso_status refuse(struct reader *r, const char *reason) {
    return base_error_set(r->error, SAYSO_BAD_INPUT, SAYSO_NOWHERE, r->line, "CoNLL-U: %s", reason);
}

static bool parse_number(struct base_slice text, uint32_t *out) {
    uint64_t value = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || value > UINT32_MAX) {
            return false;
        }
        value = value * 10 + (uint64_t)(text.data[i] - '0');
    }
    *out = (uint32_t)value;
    return text.size > 0 && value < UINT32_MAX;
}

static struct document_span add_text(struct reader *r, struct base_slice form) {
    struct document_span span = {.start = (uint32_t)r->text.count};
    for (size_t i = 0; i < form.size; i++) {
        BASE_PUSH(r->document->arena, &r->text, form.data[i]);
    }
    span.end = (uint32_t)r->text.count;
    return span;
}

static void add_space(struct reader *r, bool space) {
    if (space) {
        BASE_PUSH(r->document->arena, &r->text, ' ');
    }
}

static struct base_slice known(struct base_slice cell) {
    return base_slice_is(cell, "_") ? (struct base_slice){0} : cell;
}

static bool has_space_after(struct base_slice misc) {
    return base_slice_find(misc, BASE_SLICE("SpaceAfter=No")) == SIZE_MAX;
}

/* The bytes of a word inside its multiword token: its own where it stands there literally, else all of them. */
static struct document_span part_of_multiword(struct reader *r, struct base_slice form, uint32_t from) {
    struct base_slice rest = {r->text.items + from, r->multiword.end - from};
    if (base_slice_starts(rest, form)) {
        return (struct document_span){from, from + (uint32_t)form.size};
    }
    return r->multiword;
}

static void start_sentence(struct reader *r) {
    if (!r->in_sentence) {
        struct document_sentence sentence = {.first = (uint32_t)r->document->tokens.count,
                                             .block = DOCUMENT_NONE,
                                             .starts_paragraph = r->paragraph,
                                             .id = r->id};
        BASE_PUSH(r->document->arena, &r->document->sentences, sentence);
        r->in_sentence = true;
    }
}

static void place_word(struct reader *r, struct document_token *token, struct base_slice misc) {
    if (r->multiword_left) {
        const struct document_token *before = token - 1;
        bool first = token->multiword > 0;
        token->span = part_of_multiword(r, token->form, first ? r->multiword.start : before->span.end);
        token->surface = r->multiword;
        r->multiword_left--;
        token->space_after = r->multiword_left == 0 && r->multiword_space;
    } else {
        token->span = token->surface = add_text(r, token->form);
        token->space_after = has_space_after(misc);
    }
    if (!r->multiword_left) {
        add_space(r, token->space_after);
    }
}

static uint8_t first_of_multiword(const struct reader *r) {
    return r->multiword_left && r->multiword_left == r->multiword_words ? (uint8_t)r->multiword_words : 0;
}

/* "NER=B-PER" in the last column, as `sayso parse` prints it. */
static void read_name(struct reader *r, uint32_t at, struct base_slice misc) {
    static const struct base_slice types[] = {{"PER", 3}, {"ORG", 3}, {"LOC", 3}};
    size_t found = base_slice_find(misc, BASE_SLICE("NER="));
    if (found == SIZE_MAX || misc.size < found + 9) {
        return;
    }
    struct base_slice tag = base_slice_part(misc, found + 4, found + 9);
    for (size_t type = 0; type < 3; type++) {
        if (!base_slice_ends(tag, types[type])) {
            continue;
        }
        struct document_token *token = &r->document->tokens.items[at];
        struct document_name *last = r->document->names.count ? &r->document->names.items[r->document->names.count - 1] : NULL;
        if (tag.data[0] == 'I' && last && last->first + last->count == at) {
            last->count++;
            last->span.end = token->span.end;
        } else {
            BASE_PUSH(r->document->arena, &r->document->names,
                      ((struct document_name){token->span, at, 1, (enum document_name_type)type}));
        }
        token->name = (uint32_t)r->document->names.count - 1;
    }
}

static enum sayso_status read_word(struct reader *r, const struct base_slice *cells) {
    uint32_t number, head = 0;
    start_sentence(r);
    if (!parse_number(cells[ID], &number) || number != r->heads.count + 1) {
        return refuse(r, "words are not numbered 1, 2, 3 ...");
    }
    if (r->with_trees && !parse_number(cells[HEAD], &head)) {
        return refuse(r, "a head that is no number");
    }
    BASE_PUSH(r->document->arena, &r->heads, head);
    struct document_token *token = BASE_GROW(r->document->arena, &r->document->tokens);
    *token = (struct document_token){.form = cells[FORM],
                                     .head = DOCUMENT_NONE,
                                     .sentence = (uint32_t)r->document->sentences.count - 1,
                                     .first_child = DOCUMENT_NONE,
                                     .next_sibling = DOCUMENT_NONE,
                                     .name = DOCUMENT_NONE,
                                     .upos = UPOS_X,
                                     .multiword = first_of_multiword(r)};
    if (r->with_trees) {
        token->lemma = known(cells[LEMMA]);
        token->upos = document_upos_of(cells[UPOS]);
        token->xpos = known(cells[XPOS]);
        token->feats = known(cells[FEATS]);
        token->relation = document_relation_of(cells[DEPREL]);
    }
    place_word(r, token, cells[MISC]);
    if (r->with_trees) {
        read_name(r, (uint32_t)r->document->tokens.count - 1, cells[MISC]);
    }
    return SAYSO_OK;
}

static enum sayso_status read_multiword(struct reader *r, struct base_slice range, const struct base_slice *cells) {
    uint32_t first, last;
    struct base_slice low = base_slice_cut(&range, '-');
    if (!parse_number(low, &first) || !parse_number(range, &last) || last <= first || r->multiword_left ||
        first != r->heads.count + 1 || last - first > 200) {
        return refuse(r, "a multiword token whose range makes no sense");
    }
    r->multiword = add_text(r, cells[FORM]);
    r->multiword_words = r->multiword_left = last - first + 1;
    r->multiword_space = has_space_after(cells[MISC]);
    return SAYSO_OK;
}

static enum sayso_status read_row(struct reader *r, struct base_slice line) {
    struct base_slice cells[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++) {
        if (!line.data || (i && line.size == 0 && line.data[-1] != '\t')) {
            return refuse(r, "a line with fewer than 10 columns");
        }
        cells[i] = base_slice_cut(&line, '\t');
    }
    if (line.size) {
        return refuse(r, "a line with more than 10 columns");
    }
    if (base_slice_find(cells[ID], BASE_SLICE(".")) != SIZE_MAX) {
        return SAYSO_OK; /* an empty node of the enhanced graph */
    }
    if (cells[FORM].size == 0) {
        return refuse(r, "a word without a form");
    }
    return base_slice_find(cells[ID], BASE_SLICE("-")) != SIZE_MAX ? read_multiword(r, cells[ID], cells)
                                                                    : read_word(r, cells);
}

/* Heads become tokens; a head outside the sentence or a circle is refused. */
static enum sayso_status set_heads(struct reader *r, struct document_sentence *sentence) {
    struct document_token *tokens = r->document->tokens.items;
    for (size_t i = 0; i < r->heads.count; i++) {
        if (r->heads.items[i] > sentence->count) {
            return refuse(r, "a head outside the sentence");
        }
        tokens[sentence->first + i].head = r->heads.items[i] ? sentence->first + r->heads.items[i] - 1 : DOCUMENT_NONE;
    }
    for (uint32_t i = 0; i < sentence->count; i++) {
        uint32_t at = sentence->first + i, steps = 0;
        while (at != DOCUMENT_NONE && steps++ <= sentence->count) {
            at = tokens[at].head;
        }
        if (at != DOCUMENT_NONE) {
            return refuse(r, "heads that go round in a circle");
        }
    }
    return SAYSO_OK;
}

static enum sayso_status end_sentence(struct reader *r) {
    if (!r->in_sentence) {
        return SAYSO_OK;
    }
    if (r->multiword_left) {
        return refuse(r, "a multiword token that lacks words");
    }
    struct document_sentence *sentence = &r->document->sentences.items[r->document->sentences.count - 1];
    sentence->count = (uint32_t)r->document->tokens.count - sentence->first;
    sentence->span = document_tokens_span(r->document, sentence->first, sentence->first + sentence->count - 1);
    enum sayso_status status = r->with_trees ? set_heads(r, sentence) : SAYSO_OK;
    r->heads.count = 0;
    r->in_sentence = r->paragraph = false;
    r->id = (struct base_slice){0};
    return status;
}

static void read_comment(struct reader *r, struct base_slice line) {
    struct base_slice id = BASE_SLICE("# sent_id = "), paragraph = BASE_SLICE("# newpar");
    if (base_slice_starts(line, id)) {
        r->id = base_slice_part(line, id.size, line.size);
    } else if (base_slice_starts(line, paragraph)) {
        r->paragraph = true;
    }
}

enum sayso_status text_read_conllu(struct document *document, struct base_slice conllu, bool with_trees,
                                   struct sayso_error *error) {
    struct reader r = {.document = document, .with_trees = with_trees, .paragraph = true, .error = error};
    enum sayso_status status = SAYSO_OK;
    if (!base_utf8_valid(conllu)) {
        return refuse(&r, "bytes that are not UTF-8");
    }
    while (conllu.size && status == SAYSO_OK) {
        struct base_slice line = base_slice_line(&conllu);
        r.line++;
        if (line.size == 0) {
            status = end_sentence(&r);
        } else if (line.data[0] == '#') {
            read_comment(&r, line);
        } else {
            status = read_row(&r, line);
        }
    }
    if (status == SAYSO_OK) {
        status = end_sentence(&r);
    }
    document->text = (struct base_slice){r.text.items ? r.text.items : "", r.text.count};
    if (with_trees && status == SAYSO_OK) {
        document_link_children(document);
    }
    return status;
}
