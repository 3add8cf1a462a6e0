#include "events/concerned.h"

enum { SEARCHED = 48 }; /* tokens of the content that are looked at */

struct search {
    const struct document *document;
    const struct events_vocabulary *vocabulary;
    const struct events_match *match;
    bool places; /* rather a place than nobody: the type needs a recipient */
    uint32_t queue[SEARCHED];
    size_t count;
};

/* "Withdrew its troops from Iraq", "suspended his campaign"; but "criticised his party". */
static bool disposes_of_own(uint8_t type) {
    return type == EVENTS_RETREAT || type == EVENTS_CONCEDE || type == EVENTS_MOBILIZE || type == EVENTS_SANCTION ||
           type == EVENTS_AGREE;
}

bool events_is_own(const struct document *document, const struct events_match *match, uint32_t token) {
    if (!disposes_of_own(match->rule->type)) {
        return false;
    }
    uint32_t owner = document_child(document, token, REL_NMOD_POSS);
    const struct document_entity *entity = owner == DOCUMENT_NONE ? NULL : events_actor_at(document, owner);
    for (size_t i = 0; entity && i < match->actors.count; i++) {
        if (events_actor_at(document, match->actors.tokens[i]) == entity) {
            return true;
        }
    }
    return false;
}

/* Half of "Canada-EU": it stands for no party by itself. */
static bool is_half(const struct document *document, uint32_t token) {
    const struct document_token *tokens = document->tokens.items;
    if (tokens[token].relation != REL_COMPOUND && tokens[token].relation != REL_AMOD) {
        return false;
    }
    bool before = token > 0 && base_slice_is(tokens[token - 1].form, "-") &&
                  tokens[token - 1].span.end == tokens[token].span.start;
    bool behind = token + 1 < document->tokens.count && base_slice_is(tokens[token + 1].form, "-") &&
                  tokens[token + 1].span.start == tokens[token].span.end;
    return before || behind;
}

/* "Federal and state law", "a family leave": a common noun that only says of which kind a thing is. */
static bool is_kind(const struct document *document, uint32_t token, const struct document_entity *entity) {
    uint32_t first = document_conjunction_head(document, token);
    enum document_relation relation = document->tokens.items[first].relation;
    return (relation == REL_COMPOUND || relation == REL_AMOD) && !entity->named && entity->type != DOCUMENT_LOC;
}

static bool is_concerned(const struct search *search, uint32_t token) {
    static const struct events_atom political = {.test = EVENTS_IS_POLITICAL, .ends_alternative = true};
    const struct document *document = search->document;
    const struct document_entity *entity = events_actor_at(document, token);
    if (!entity || document->tokens.items[token].upos == UPOS_PRON || (!search->places && is_half(document, token)) ||
        events_is_own(document, search->match, token) || is_kind(document, token, entity) ||
        (!entity->country[0] && !events_passes(document, search->vocabulary, token, &political, 1))) {
        return false;
    }
    for (size_t i = 0; i < search->match->actors.count; i++) {
        const struct document_entity *actor = events_actor_at(document, search->match->actors.tokens[i]);
        bool same_country = actor && actor->country[0] && strcmp(actor->country, entity->country) == 0;
        bool own = entity->type == DOCUMENT_LOC || (!entity->named && strcmp(entity->sector[0], "MIL") == 0);
        if (actor == entity || (same_country && own)) {
            return false;
        }
    }
    return true;
}

/* What is to be done tells more than the thing that does it. */
static void begin(struct search *search) {
    const struct events_match *match = search->match;
    for (int clauses = 1; clauses >= 0; clauses--) {
        for (size_t i = 0; i < match->content_count && search->count < SEARCHED; i++) {
            const struct document_token *content = &search->document->tokens.items[match->contents[i]];
            bool verb = content->upos == UPOS_VERB;
            bool said = match->rule->type == EVENTS_REJECT && content->relation == REL_CCOMP; /* denied that ... */
            bool manner = content->relation == REL_ADVCL && base_slice_is(content->xpos, "VBG") && /* "by using" */
                          !events_class_has(search->vocabulary->kept,
                                            events_marker(search->document, match->contents[i], REL_MARK));
            if (verb == (clauses == 1) && !said && !manner) {
                search->queue[search->count++] = match->contents[i];
            }
        }
    }
}

/* May who is concerned stand below? Not in what only says when, why or who does it. */
static bool leads_on(const struct search *search, uint32_t child) {
    const struct document_token *token = &search->document->tokens.items[child];
    switch (token->relation) {
    case REL_PARATAXIS:
    case REL_ACL_RELCL:
    case REL_NSUBJ:
    case REL_ADVCL:
    case REL_APPOS:
        return false;
    case REL_CONJ:
        return token->upos != UPOS_VERB;
    case REL_OBL:
    case REL_NMOD: {
        struct base_slice marker = events_marker(search->document, child, REL_CASE);
        return search->places || marker.size == 0 ||
               events_class_has(search->vocabulary->towards, marker);
    }
    default:
        return true;
    }
}

uint32_t events_concerned(const struct document *document, const struct events_vocabulary *vocabulary,
                          const struct events_match *match) {
    struct search search = {.document = document, .vocabulary = vocabulary, .match = match,
                            .places = events_needs_recipient(match->rule->type)};
    begin(&search);
    for (size_t i = 0; i < search.count; i++) { /* breadth first: what stands nearest to the predicate counts */
        uint32_t token = search.queue[i];
        if (is_concerned(&search, token) || (search.places && events_is_place(document, token))) {
            return token;
        }
        for (DOCUMENT_CHILDREN(document, child, token)) {
            if (search.count < SEARCHED && leads_on(&search, child)) {
                search.queue[search.count++] = child;
            }
        }
    }
    return DOCUMENT_NONE;
}
