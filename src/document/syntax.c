#include "document/syntax.h"

static const char *const upos_names[UPOS_COUNT] = {
#define X(tag) #tag,
    DOCUMENT_UPOS_TAGS(X)
#undef X
};

static const char *const relation_names[REL_COUNT] = {
#define X(name, label) label,
    DOCUMENT_RELATIONS(X)
#undef X
};

const char *document_upos_name(enum document_upos upos) {
    return upos_names[upos];
}

const char *document_relation_name(enum document_relation relation) {
    return relation_names[relation];
}

enum document_upos document_upos_of(struct base_slice name) {
    for (enum document_upos i = 0; i < UPOS_COUNT; i++) {
        if (base_slice_is(name, upos_names[i])) {
            return i;
        }
    }
    return UPOS_X;
}

static bool find_relation(struct base_slice name, enum document_relation *out) {
    for (enum document_relation i = 0; i < REL_COUNT; i++) {
        if (base_slice_is(name, relation_names[i])) {
            *out = i;
            return true;
        }
    }
    return false;
}

enum document_relation document_relation_of(struct base_slice name) {
    enum document_relation out = REL_DEP;
    if (!find_relation(name, &out)) {
        find_relation(base_slice_cut(&name, ':'), &out);
    }
    return out;
}
