/* Which date belongs to which predicate: by the tree. */
#include "dates/dates.h"

#include "document/tree.h"

/* Modifiers that say when; a date as subject or object ("Tuesday was calm") is none. */
static bool is_adjunct(enum document_relation relation) {
    switch (relation) {
    case REL_OBL:
    case REL_OBL_UNMARKED:
    case REL_NMOD:
    case REL_NMOD_UNMARKED:
    case REL_NMOD_DESC:
    case REL_NMOD_POSS:
    case REL_ADVMOD:
    case REL_COMPOUND:
    case REL_AMOD:
    case REL_NUMMOD:
    case REL_DISLOCATED:
    case REL_DEP: return true;
    default: return false;
    }
}

/* The nearest date among the predicate's own modifiers, or DOCUMENT_NONE. */
static uint32_t own_date(const struct document *document, uint32_t predicate) {
    uint32_t best = DOCUMENT_NONE, far = UINT32_MAX;
    for (DOCUMENT_CHILDREN(document, child, predicate)) {
        uint32_t date = document->date_at[child];
        uint32_t distance = child > predicate ? child - predicate : predicate - child;
        if (date != DOCUMENT_NONE && is_adjunct(document_token(document, child)->relation) && distance < far) {
            best = date;
            far = distance;
        }
    }
    return best;
}

/* "met at talks on Tuesday": the date may hang from the noun of an adjunct, and the event is on that day either way.
 * Not so below an object, which may be an event of its own ("condemned the attack of Tuesday"). */
static uint32_t date_below_adjunct(const struct document *document, uint32_t predicate) {
    for (DOCUMENT_CHILDREN(document, child, predicate)) {
        if (document_token(document, child)->relation != REL_OBL || document->date_at[child] != DOCUMENT_NONE) {
            continue;
        }
        for (DOCUMENT_CHILDREN(document, below, child)) {
            enum document_relation to = document_token(document, below)->relation;
            if (document->date_at[below] != DOCUMENT_NONE && below > child &&
                (to == REL_NMOD || to == REL_NMOD_UNMARKED)) {
                return document->date_at[below];
            }
        }
    }
    return DOCUMENT_NONE;
}

/* A conjunct without a date has that of the first one where it is said before both: "On Tuesday he came and left". A
 * complement without a subject has that of its verb: "began on Tuesday to shell the town". */
static uint32_t shared_date(const struct document *document, uint32_t predicate) {
    const struct document_token *token = document_token(document, predicate);
    uint32_t head = token->head;
    if (head == DOCUMENT_NONE || (token->relation != REL_CONJ && token->relation != REL_XCOMP)) {
        return DOCUMENT_NONE;
    }
    uint32_t date = own_date(document, head);
    if (date == DOCUMENT_NONE || token->relation == REL_XCOMP) {
        return date;
    }
    bool own_subject = document_child(document, predicate, REL_NSUBJ) != DOCUMENT_NONE ||
                       document_child(document, predicate, REL_NSUBJ_PASS) != DOCUMENT_NONE;
    return document->dates.items[date].head < head && !own_subject ? date : DOCUMENT_NONE;
}

uint32_t dates_of_predicate(const struct document *document, uint32_t predicate) {
    if (!document->date_at) {
        return DOCUMENT_NONE;
    }
    uint32_t date = own_date(document, predicate);
    date = date == DOCUMENT_NONE ? date_below_adjunct(document, predicate) : date;
    return date == DOCUMENT_NONE ? shared_date(document, predicate) : date;
}
