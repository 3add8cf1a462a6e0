/* Universal Dependencies v2: parts of speech and relations, as this project's rooms name them. */
#ifndef DOCUMENT_SYNTAX_H
#define DOCUMENT_SYNTAX_H

#include "base/slice.h"

#define DOCUMENT_UPOS_TAGS(X)                                                                                          \
    X(ADJ) X(ADP) X(ADV) X(AUX) X(CCONJ) X(DET) X(INTJ) X(NOUN) X(NUM) X(PART) X(PRON) X(PROPN) X(PUNCT) X(SCONJ)      \
    X(SYM) X(VERB) X(X)

enum document_upos {
#define X(tag) UPOS_##tag,
    DOCUMENT_UPOS_TAGS(X)
#undef X
    UPOS_COUNT
};

/* C name, UD label. */
#define DOCUMENT_RELATIONS(X)                                                                                          \
    X(ROOT, "root") X(ACL, "acl") X(ACL_RELCL, "acl:relcl") X(ADVCL, "advcl") X(ADVCL_RELCL, "advcl:relcl")            \
    X(ADVMOD, "advmod") X(AMOD, "amod") X(APPOS, "appos") X(AUX, "aux") X(AUX_PASS, "aux:pass") X(CASE, "case")        \
    X(CC, "cc") X(CC_PRECONJ, "cc:preconj") X(CCOMP, "ccomp") X(COMPOUND, "compound") X(COMPOUND_PRT, "compound:prt")  \
    X(CONJ, "conj") X(COP, "cop") X(CSUBJ, "csubj") X(CSUBJ_OUTER, "csubj:outer") X(CSUBJ_PASS, "csubj:pass")          \
    X(DEP, "dep") X(DET, "det") X(DET_PREDET, "det:predet") X(DISCOURSE, "discourse") X(DISLOCATED, "dislocated")      \
    X(EXPL, "expl") X(FIXED, "fixed") X(FLAT, "flat") X(GOESWITH, "goeswith") X(IOBJ, "iobj") X(LIST, "list")          \
    X(MARK, "mark") X(NMOD, "nmod") X(NMOD_DESC, "nmod:desc") X(NMOD_POSS, "nmod:poss")                                \
    X(NMOD_UNMARKED, "nmod:unmarked") X(NSUBJ, "nsubj") X(NSUBJ_OUTER, "nsubj:outer") X(NSUBJ_PASS, "nsubj:pass")      \
    X(NUMMOD, "nummod") X(OBJ, "obj") X(OBL, "obl") X(OBL_AGENT, "obl:agent") X(OBL_UNMARKED, "obl:unmarked")          \
    X(ORPHAN, "orphan") X(PARATAXIS, "parataxis") X(PUNCT, "punct") X(REPARANDUM, "reparandum")                        \
    X(VOCATIVE, "vocative") X(XCOMP, "xcomp")

enum document_relation {
#define X(name, label) REL_##name,
    DOCUMENT_RELATIONS(X)
#undef X
    REL_COUNT
};

const char *document_upos_name(enum document_upos upos);
const char *document_relation_name(enum document_relation relation);
/* UPOS_X for what is no tag; REL_DEP for what is no relation. A subtype that is not listed counts as its main relation. */
enum document_upos document_upos_of(struct base_slice name);
enum document_relation document_relation_of(struct base_slice name);

#endif
