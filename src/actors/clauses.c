/* Clauses and their subjects. */
#include "actors/antecedents.h"

bool actors_is_subject(enum document_relation relation) {
    return relation == REL_NSUBJ || relation == REL_NSUBJ_PASS || relation == REL_NSUBJ_OUTER;
}

bool actors_reports(const struct actors_resolver *r, uint32_t head) {
    const struct document_token *token = actors_token(r, document_conjunction_head(r->document, head));
    if (token->relation != REL_NSUBJ || token->head == DOCUMENT_NONE) {
        return false;
    }
    return document_child(r->document, token->head, REL_CCOMP) != DOCUMENT_NONE ||
           actors_token(r, token->head)->relation == REL_PARATAXIS; /* "..., he said" */
}

/* Does a clause without a subject of its own share that of its governor? */
static bool shares_subject(const struct actors_resolver *r, uint32_t at) {
    enum document_relation relation = actors_token(r, at)->relation;
    if (document_child(r->document, at, REL_NSUBJ) != DOCUMENT_NONE ||
        document_child(r->document, at, REL_NSUBJ_PASS) != DOCUMENT_NONE) {
        return false;
    }
    return relation == REL_CONJ || relation == REL_ADVCL ||
           (relation == REL_XCOMP && document_child(r->document, actors_token(r, at)->head, REL_OBJ) == DOCUMENT_NONE);
}

uint32_t actors_clause_of(const struct actors_resolver *r, uint32_t token) {
    uint32_t at = actors_token(r, token)->head;
    for (unsigned step = 0; step < ACTORS_STEPS && at != DOCUMENT_NONE; step++) {
        enum document_relation relation = actors_token(r, at)->relation;
        if (relation != REL_NMOD && relation != REL_OBJ && relation != REL_OBL && !shares_subject(r, at)) {
            break;
        }
        at = actors_token(r, at)->head;
    }
    return at;
}
