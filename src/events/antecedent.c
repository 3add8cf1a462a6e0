/* What relative pronouns stand for, also where the parser hangs their clause from a noun within the phrase. */
#include "events/own_subject.h"

enum { HOPS = 12 }; /* from a pronoun up to its clause */

bool events_is_relative(const struct document *document, uint32_t pronoun) {
    const struct document_token *token = &document->tokens.items[pronoun];
    return token->upos == UPOS_PRON &&
           (document_has_feature(token, "PronType=Rel") || base_slice_is(token->xpos, "WDT"));
}

static bool is_person(const struct document *document, uint32_t token) {
    const struct document_entity *entity = document_entity_at(document, token);
    return entity && (entity->type == DOCUMENT_PER || entity->type == DOCUMENT_GROUP || entity->type == DOCUMENT_ANON);
}

/* "Senators in the country who refused", where the parser hangs the clause from the country: "who" is somebody. */
static uint32_t person_around(const struct document *document, uint32_t noun) {
    const struct document_token *tokens = document->tokens.items;
    for (uint32_t at = noun; at != DOCUMENT_NONE && tokens[at].upos != UPOS_VERB; at = tokens[at].head) {
        if (is_person(document, at)) {
            return at;
        }
        if (tokens[at].relation != REL_NMOD) {
            break;
        }
    }
    return noun;
}

/* "Senators, like Smith, who refused": what stands between commas is no more than an aside. */
static uint32_t before_aside(const struct document *document, uint32_t noun, uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t marker = document_child(document, noun, REL_CASE), around = tokens[noun].head, first, last;
    document_subtree(document, clause, &first, &last);
    first += tokens[first].upos == UPOS_PUNCT;
    bool aside = tokens[noun].relation == REL_NMOD && marker != DOCUMENT_NONE && marker > 0 &&
                 tokens[marker].upos == UPOS_ADP && base_slice_is(tokens[marker - 1].form, ",") &&
                 base_slice_is(tokens[first - 1].form, ",");
    return aside && document_has_feature(&tokens[around], "Number=Plur") && is_person(document, around) ? around : noun;
}

/* "Groups in the state that support her", where the parser hangs the clause from the state: the verb has a number. */
static uint32_t agreeing(const struct document *document, uint32_t pronoun, uint32_t noun, uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t around = tokens[noun].head;
    enum document_relation relation = tokens[pronoun].relation;
    uint32_t auxiliary = document_child(document, clause, REL_AUX);
    uint32_t finite = auxiliary == DOCUMENT_NONE ? clause : auxiliary;
    bool plural = base_slice_is(tokens[finite].xpos, "VBP"), singular = base_slice_is(tokens[finite].xpos, "VBZ");
    if (relation != REL_NSUBJ || tokens[pronoun].head != clause || tokens[noun].relation != REL_NMOD ||
        document_child(document, noun, REL_CONJ) != DOCUMENT_NONE || (!plural && !singular)) {
        return noun;
    }
    const char *same = plural ? "Number=Plur" : "Number=Sing", *other = plural ? "Number=Sing" : "Number=Plur";
    bool agrees = document_has_feature(&tokens[around], same) && document_has_feature(&tokens[noun], other);
    return agrees && events_can_control(document, around) ? around : noun;
}

static uint32_t antecedent_of(const struct document *document, uint32_t pronoun, uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t noun = tokens[clause].head;
    bool who = base_slice_is(tokens[pronoun].xpos, "WP");
    uint32_t outer = who ? before_aside(document, noun, clause) : noun;
    outer = outer == noun ? agreeing(document, pronoun, noun, clause) : outer;
    return outer == noun && who ? person_around(document, noun) : outer;
}

uint32_t events_antecedent(const struct document *document, uint32_t token) {
    const struct document_token *tokens = document->tokens.items;
    if (!events_is_relative(document, token)) {
        return token;
    }
    uint32_t at = tokens[token].head;
    for (int hop = 0; hop < HOPS && at != DOCUMENT_NONE; hop++, at = tokens[at].head) {
        if (tokens[at].relation == REL_ACL_RELCL) {
            return antecedent_of(document, token, at);
        }
    }
    return token;
}
