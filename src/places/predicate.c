/* Which place belongs to which predicate: by the tree. */
#include "places/places.h"

#include "document/tree.h"

enum { DEEPEST = 6 }; /* nouns between an adjunct and the place: "at a meeting of an alliance of states in ..." */

static uint32_t place_of_token(const struct document *document, uint32_t token) {
    uint32_t place = document->place_at[token];
    return place != DOCUMENT_NONE && !document->places.items[place].adjective &&
                   document->places.items[place].head == token
               ? place
               : DOCUMENT_NONE;
}

static bool has_case(const struct document *document, uint32_t token) {
    return document_child(document, token, REL_CASE) != DOCUMENT_NONE;
}

static bool is_adjunct(enum document_relation relation) {
    return relation == REL_OBL || relation == REL_NMOD || relation == REL_ADVMOD || relation == REL_OBL_UNMARKED ||
           relation == REL_NMOD_UNMARKED;
}

static uint32_t nearest(uint32_t a, uint32_t b, uint32_t to) {
    uint32_t far_a = a > to ? a - to : to - a, far_b = b > to ? b - to : to - b;
    return far_b < far_a ? b : a;
}

/* The nearest adjunct that is a place: "arrived in Moscow". */
static uint32_t own_place(const struct document *document, uint32_t predicate) {
    uint32_t best = DOCUMENT_NONE;
    for (DOCUMENT_CHILDREN(document, child, predicate)) {
        enum document_relation relation = document_token(document, child)->relation;
        if (is_adjunct(relation) && place_of_token(document, child) != DOCUMENT_NONE) {
            best = best == DOCUMENT_NONE ? child : nearest(best, child, predicate);
        }
    }
    return best == DOCUMENT_NONE ? best : document->place_at[best];
}

/* "visited Moscow"; "the Moscow visit" of a noun. */
static uint32_t argument_place(const struct document *document, uint32_t predicate) {
    for (DOCUMENT_CHILDREN(document, child, predicate)) {
        enum document_relation relation = document_token(document, child)->relation;
        bool modifier = document_token(document, predicate)->upos == UPOS_NOUN && relation == REL_COMPOUND;
        if ((relation == REL_OBJ || modifier) && place_of_token(document, child) != DOCUMENT_NONE) {
            return document->place_at[child];
        }
    }
    return DOCUMENT_NONE;
}

/* Down the modifiers of a noun: "at a meeting in Dushanbe". The first place wins that stands behind a preposition. */
static uint32_t place_below(const struct document *document, uint32_t token) {
    for (int depth = 0; depth < DEEPEST && token != DOCUMENT_NONE; depth++) {
        uint32_t next = DOCUMENT_NONE;
        for (DOCUMENT_CHILDREN(document, child, token)) {
            if (child < token || document_token(document, child)->relation != REL_NMOD || !has_case(document, child)) {
                continue;
            }
            if (place_of_token(document, child) != DOCUMENT_NONE) {
                return document->place_at[child];
            }
            next = next == DOCUMENT_NONE ? child : next;
        }
        token = next;
    }
    return DOCUMENT_NONE;
}

static uint32_t adjunct_place(const struct document *document, uint32_t predicate) {
    for (DOCUMENT_CHILDREN(document, child, predicate)) {
        enum document_relation relation = document_token(document, child)->relation;
        bool adjunct = relation == REL_OBL || relation == REL_OBJ || relation == REL_NSUBJ_PASS || relation == REL_NMOD;
        uint32_t place = adjunct ? place_below(document, child) : DOCUMENT_NONE;
        if (place != DOCUMENT_NONE) {
            return place;
        }
    }
    return DOCUMENT_NONE;
}

static bool has_subject(const struct document *document, uint32_t predicate) {
    return document_child(document, predicate, REL_NSUBJ) != DOCUMENT_NONE ||
           document_child(document, predicate, REL_NSUBJ_PASS) != DOCUMENT_NONE;
}

static uint32_t clause_place(const struct document *document, uint32_t predicate) {
    uint32_t place = own_place(document, predicate);
    place = place == DOCUMENT_NONE ? argument_place(document, predicate) : place;
    return place == DOCUMENT_NONE ? adjunct_place(document, predicate) : place;
}

/* What shares its subject shares its place: "Speaking in Dushanbe, he urged ..."; "in Homs soldiers came and shot". */
static uint32_t shared_place(const struct document *document, uint32_t predicate) {
    const struct document_token *token = document_token(document, predicate);
    for (DOCUMENT_CHILDREN(document, child, predicate)) {
        if (document_token(document, child)->relation == REL_ADVCL && child < predicate &&
            !has_subject(document, child) && document_child(document, child, REL_MARK) == DOCUMENT_NONE) {
            return clause_place(document, child);
        }
    }
    if (token->head == DOCUMENT_NONE || has_subject(document, predicate)) {
        return DOCUMENT_NONE;
    }
    if (token->relation == REL_XCOMP) {
        return own_place(document, token->head);
    }
    uint32_t place = token->relation == REL_CONJ ? own_place(document, token->head) : DOCUMENT_NONE;
    return place != DOCUMENT_NONE && document->places.items[place].head < token->head ? place : DOCUMENT_NONE;
}

uint32_t places_of_predicate(const struct document *document, uint32_t predicate) {
    if (!document->place_at) {
        return DOCUMENT_NONE;
    }
    uint32_t place = clause_place(document, predicate);
    return place == DOCUMENT_NONE ? shared_place(document, predicate) : place;
}
