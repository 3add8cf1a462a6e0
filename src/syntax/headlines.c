#include "syntax/headlines.h"

#include "base/error.h"
#include "document/tree.h"

enum sayso_status syntax_load_transitive(const struct model *model, struct base_arena *arena,
                                         struct syntax_transitive *transitive, struct sayso_error *error) {
    static const char name[] = "syntax/transitive.txt";
    const struct model_part *part = model_part(model, name);
    if (!part) {
        return base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part %s: is missing", name);
    }
    for (struct base_slice rest = part->bytes; rest.size;) {
        struct base_slice line = base_slice_line(&rest);
        while (line.size && line.data[0] != '#') {
            struct base_slice lemma = base_slice_cut(&line, ' ');
            if (lemma.size) {
                base_map_set(&transitive->lemmas, arena, lemma, 1);
            }
        }
    }
    return SAYSO_OK;
}

/* ---- datelines */

enum { LONGEST_DATELINE = 14, SHORTEST_CITY = 3 };

static bool is_dash(struct base_slice form) {
    return base_slice_is(form, "-") || base_slice_is(form, "--") || base_slice_is(form, "\xe2\x80\x93") ||
           base_slice_is(form, "\xe2\x80\x94");
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_all_capitals(struct base_slice form) {
    for (size_t i = 0; i < form.size; i++) {
        if (!is_upper(form.data[i])) {
            return false;
        }
    }
    return form.size >= SHORTEST_CITY;
}

/* Capitals, numbers and marks: places, agencies and days. */
static bool may_stand(struct base_slice form) {
    char first = form.data[0];
    return is_upper(first) || (first >= '0' && first <= '9') || base_slice_is(form, ",") || base_slice_is(form, ".") ||
           base_slice_is(form, "/") || base_slice_is(form, "(") || base_slice_is(form, ")");
}

static bool may_follow(struct base_slice form) {
    return is_upper(form.data[0]) || form.data[0] == '"' || (unsigned char)form.data[0] >= 0x80;
}

uint32_t syntax_dateline(const struct document *document, const struct document_sentence *sentence) {
    const struct document_token *tokens = &document->tokens.items[sentence->first];
    bool capitals = false, bracket = false;
    for (uint32_t i = 0; i + 1 < sentence->count && i < LONGEST_DATELINE; i++) {
        if (i > 0 && is_dash(tokens[i].form) && (tokens[i].space_after || tokens[i].form.size > 1)) {
            bool stands_free = tokens[i - 1].space_after || tokens[i].form.size > 1;
            return (capitals || bracket) && stands_free && may_follow(tokens[i + 1].form) ? i + 1 : 0;
        }
        if (!may_stand(tokens[i].form)) {
            return 0;
        }
        capitals |= i < 2 && is_all_capitals(tokens[i].form);
        bracket |= i > 0 && base_slice_is(tokens[i].form, "(");
    }
    return 0;
}

/* ---- passives without an auxiliary */

struct clause {
    uint32_t subject, other; /* other: a coordinated verb */
    bool complete;           /* has what a passive of one object lacks */
    bool has_agent;
};

static struct clause read_clause(const struct document *document, uint32_t verb) {
    struct clause clause = {.subject = DOCUMENT_NONE, .other = DOCUMENT_NONE};
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        const struct document_token *token = document_token(document, child);
        switch (token->relation) {
        case REL_NSUBJ:
            clause.subject = child;
            break;
        case REL_OBJ:
        case REL_IOBJ:
        case REL_CCOMP:
        case REL_AUX:
        case REL_AUX_PASS:
        case REL_OBL_UNMARKED:
            clause.complete = true;
            break;
        case REL_OBL_AGENT:
            clause.has_agent = true;
            break;
        case REL_CONJ:
            clause.other = clause.other == DOCUMENT_NONE && token->upos == UPOS_VERB ? child : clause.other;
            break;
        default:
            break;
        }
    }
    return clause;
}

/* "Leader beaten", but not "the leader" nor "he": headlines leave out articles as they do auxiliaries. */
static bool is_headline_subject(const struct document *document, uint32_t subject, uint32_t verb) {
    return subject != DOCUMENT_NONE && subject < verb && document_token(document, subject)->upos != UPOS_PRON &&
           document_child(document, subject, REL_DET) == DOCUMENT_NONE &&
           document_child(document, subject, REL_NMOD_POSS) == DOCUMENT_NONE;
}

static bool is_reduced_passive(const struct document *document, const struct syntax_transitive *transitive, uint32_t verb,
                               const struct clause *clause) {
    if (clause->complete || !is_headline_subject(document, clause->subject, verb)) {
        return false;
    }
    if (clause->has_agent) {
        return true;
    }
    if (clause->other != DOCUMENT_NONE) { /* "shot and killed by gunmen", but "attacked and burned the town" */
        struct clause second = read_clause(document, clause->other);
        if (second.complete || second.subject != DOCUMENT_NONE) {
            return false;
        }
        if (second.has_agent) {
            return true;
        }
    }
    return base_map_get(&transitive->lemmas, document_token(document, verb)->lemma) != BASE_MAP_NONE;
}

void syntax_settle_headlines(const struct syntax_transitive *transitive, const struct syntax_lemmas *lemmas,
                             struct document *document) {
    for (uint32_t at = 0; at < document->tokens.count; at++) {
        struct document_token *token = &document->tokens.items[at];
        bool past = base_slice_is(token->xpos, "VBD") || base_slice_is(token->xpos, "VBN");
        if (!past || token->upos != UPOS_VERB || (token->head != DOCUMENT_NONE && token->relation != REL_PARATAXIS)) {
            continue;
        }
        struct clause clause = read_clause(document, at);
        if (is_reduced_passive(document, transitive, at, &clause)) {
            token->xpos = BASE_SLICE("VBN");
            syntax_lemmatize(lemmas, document->arena, token);
            document->tokens.items[clause.subject].relation = REL_NSUBJ_PASS;
        }
    }
}
