#include "events/concerned.h"

enum {
    SEARCHED = 48, /* tokens of the content that are looked at */
    DEEP = 4       /* steps below what is agreed, refused or threatened */
};

struct search {
    const struct document *document;
    const struct events_vocabulary *vocabulary;
    const struct events_match *match;
    bool places; /* rather a place than nobody: the type needs a recipient */
    uint32_t queue[SEARCHED];
    unsigned depth[SEARCHED];
    size_t count;
};

static void enqueue(struct search *search, uint32_t token, unsigned depth) {
    if (search->count < SEARCHED) {
        search->depth[search->count] = depth;
        search->queue[search->count++] = token;
    }
}

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
        if (events_actor_at(document, match->actors.tokens[i]) == entity) { /* not "his Danish counterpart" */
            const struct document_entity *other = events_actor_at(document, token);
            return !other || !other->country[0] || strcmp(other->country, entity->country) == 0;
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

/* "Dismissed attempts to unseat him": what the thing that is refused would have done. */
static bool is_of_refused(const struct events_match *match, const struct document_token *content) {
    bool refused = false;
    for (size_t i = 0; i < match->content_count; i++) {
        refused = refused || match->contents[i] == content->head;
    }
    return refused && match->rule->type == EVENTS_REJECT && content->relation == REL_ACL;
}

/* Not what is denied, what only says how ("by using"), or what somebody is to be. */
static bool is_searched(const struct search *search, uint32_t content) {
    const struct document_token *token = &search->document->tokens.items[content];
    bool said = search->match->rule->type == EVENTS_REJECT && token->relation == REL_CCOMP;
    bool manner = token->relation == REL_ADVCL && base_slice_is(token->xpos, "VBG") &&
                  !events_class_has(search->vocabulary->kept, events_marker(search->document, content, REL_MARK));
    bool being = token->upos != UPOS_ADJ && document_child(search->document, content, REL_COP) != DOCUMENT_NONE;
    return !said && !manner && !being && !is_of_refused(search->match, token);
}

/* What is to be done tells more than the thing that does it. */
static void begin(struct search *search) {
    const struct events_match *match = search->match;
    for (int clauses = 1; clauses >= 0; clauses--) {
        for (size_t i = 0; i < match->content_count; i++) {
            bool verb = search->document->tokens.items[match->contents[i]].upos == UPOS_VERB;
            if (verb == (clauses == 1) && is_searched(search, match->contents[i])) {
                enqueue(search, match->contents[i], 0);
            }
        }
    }
}

/* "Promised to be a voice for women", "refused to say that he won": what somebody is or says is not done to anybody. */
static bool is_told(const struct document *document, uint32_t token) {
    enum document_relation relation = document->tokens.items[token].relation;
    bool clause = relation == REL_CCOMP || relation == REL_ACL;
    return document_child(document, token, REL_COP) != DOCUMENT_NONE ||
           (clause && (document_is_tagged_finite(document, token) ||
                       document_child(document, token, REL_AUX) != DOCUMENT_NONE));
}

/* May who is concerned stand below? Not in what only says when, why or who does it. */
static bool leads_on(const struct search *search, uint32_t child, unsigned depth) {
    const struct document_token *token = &search->document->tokens.items[child];
    bool refused = search->match->rule->type == EVENTS_REJECT;
    if (is_told(search->document, child)) {
        return false;
    }
    switch (token->relation) {
    case REL_ACL: /* "dismissed attempts to unseat him", "a law opposed by Democrats", but "a ban imposed on them" */
        return !refused && !base_slice_is(token->xpos, "VBG");
    case REL_OBL_AGENT: /* "agreed to be advised by the bank" */
        return depth == 1;
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
            if (search.depth[i] < DEEP && leads_on(&search, child, search.depth[i] + 1)) {
                enqueue(&search, child, search.depth[i] + 1);
            }
        }
    }
    return DOCUMENT_NONE;
}
