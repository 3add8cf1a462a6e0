#include "syntax/valid.h"

#include "document/document.h"

#include <string.h>

static const float NEVER = -1e30f;

bool syntax_relation_fits(enum document_upos upos, enum document_relation relation) {
    bool function = relation == REL_MARK || relation == REL_CASE || relation == REL_CC || relation == REL_AUX ||
                    relation == REL_AUX_PASS || relation == REL_COP;
    return upos != UPOS_PROPN || !function;
}

/* ---- one subject, one object */

enum place { PLACE_NONE, PLACE_SUBJECT, PLACE_OBJECT };

static enum place place_of(enum document_relation relation) {
    switch (relation) {
    case REL_NSUBJ:
    case REL_NSUBJ_PASS:
    case REL_CSUBJ:
    case REL_CSUBJ_PASS:
        return PLACE_SUBJECT;
    case REL_OBJ:
        return PLACE_OBJECT;
    default:
        return PLACE_NONE;
    }
}

/* What a word loses when its arc or its relation gives way to the next best. */
struct loss {
    uint32_t word;
    bool arc;
    float cost;
    enum document_relation relation; /* the next best */
};

static struct loss loss_of_arc(const struct syntax_scored *scored, uint32_t word, uint32_t head) {
    const float *row = scored->arcs + word * scored->arc_stride;
    float next = NEVER;
    for (uint32_t h = 0; h <= scored->count; h++) {
        if (h != head && h != word + 1 && row[h] > next) {
            next = row[h];
        }
    }
    return (struct loss){word, true, row[head] - next, REL_DEP};
}

static struct loss loss_of_relation(const struct syntax_scored *scored, uint32_t word, enum document_relation found) {
    const float *row = scored->labels + word * scored->label_stride;
    struct loss loss = {word, false, 0, REL_DEP};
    float now = NEVER, next = NEVER;
    for (size_t i = 0; i < scored->label_count; i++) {
        if (scored->relations[i] == found) {
            now = row[i];
        } else if (row[i] > next && place_of(scored->relations[i]) == PLACE_NONE && scored->relations[i] != REL_ROOT &&
                   syntax_relation_fits(scored->tokens[word].upos, scored->relations[i])) {
            next = row[i];
            loss.relation = scored->relations[i];
        }
    }
    loss.cost = now - next;
    return loss;
}

static struct loss smaller(struct loss a, struct loss b) {
    return b.cost < a.cost ? b : a;
}

bool syntax_make_unique(const struct syntax_scored *scored, const uint32_t *heads, bool keep_heads,
                        enum document_relation *found, uint32_t *holders) {
    bool lost = false;
    memset(holders, 0, 2 * ((size_t)scored->count + 1) * sizeof *holders);
    for (uint32_t word = 0; word < scored->count; word++) {
        enum place place = heads[word] ? place_of(found[word]) : PLACE_NONE;
        if (place == PLACE_NONE) {
            continue;
        }
        uint32_t *holder = &holders[2 * heads[word] + (place == PLACE_OBJECT)];
        if (*holder == 0) {
            *holder = word + 1;
            continue;
        }
        uint32_t other = *holder - 1;
        struct loss least = smaller(loss_of_relation(scored, word, found[word]), loss_of_relation(scored, other, found[other]));
        if (!keep_heads) {
            least = smaller(least, smaller(loss_of_arc(scored, word, heads[word]), loss_of_arc(scored, other, heads[other])));
        }
        if (least.arc) {
            scored->arcs[least.word * scored->arc_stride + heads[least.word]] = NEVER;
            lost = true;
        } else {
            found[least.word] = least.relation;
        }
        *holder = least.word == word ? *holder : word + 1;
    }
    return lost;
}

/* ---- expletives */

void syntax_make_subjects(const uint32_t *heads, enum document_relation *found, uint32_t count, uint32_t *holders) {
    uint32_t *subjects = holders, *clauses = holders + count + 1;
    memset(holders, 0, 2 * ((size_t)count + 1) * sizeof *holders);
    for (uint32_t word = 0; word < count; word++) {
        bool none = found[word] == REL_AUX_PASS || found[word] == REL_COP; /* "it was reported that" */
        subjects[heads[word]] += none || place_of(found[word]) == PLACE_SUBJECT;
        clauses[heads[word]] += found[word] == REL_CCOMP;
    }
    for (uint32_t word = 0; word < count; word++) {
        if (found[word] == REL_EXPL && word + 1 < heads[word] && clauses[heads[word]] && !subjects[heads[word]]) {
            found[word] = REL_NSUBJ;
            subjects[heads[word]] = 1;
        }
    }
}

/* ---- objects behind particles */

void syntax_make_objects(const uint32_t *heads, enum document_relation *found, uint32_t count, uint32_t *holders) {
    uint32_t *particles = holders, *marked = holders + count + 1; /* of a verb; of a phrase, or an object of a verb */
    memset(holders, 0, 2 * ((size_t)count + 1) * sizeof *holders);
    for (uint32_t word = 0; word < count; word++) {
        if (found[word] == REL_COMPOUND_PRT) {
            particles[heads[word]] = word + 1;
        }
        marked[heads[word]] += found[word] == REL_CASE || found[word] == REL_OBJ || found[word] == REL_AUX_PASS;
    }
    for (uint32_t word = 0; word < count; word++) {
        uint32_t verb = heads[word], particle = particles[verb];
        if (found[word] == REL_OBL && particle && particle < word + 1 && !marked[word + 1] && !marked[verb]) {
            found[word] = REL_OBJ;
            marked[verb] = 1;
        }
    }
}

/* ---- titles */

void syntax_raise_from_titles(uint32_t *heads, const enum document_relation *found, uint32_t count) {
    for (uint32_t word = 0; word < count; word++) {
        uint32_t title = heads[word];
        if ((found[word] == REL_CASE || found[word] == REL_CC) && title > word + 1 && found[title - 1] == REL_NMOD_DESC &&
            heads[title - 1] > title) {
            heads[word] = heads[title - 1];
        }
    }
}

void syntax_make_complements(uint32_t *heads, enum document_relation *found, const struct document_token *tokens,
                             uint32_t count) {
    for (uint32_t marker = 0; marker < count; marker++) {
        uint32_t clause = heads[marker];
        if (found[marker] != REL_MARK || tokens[marker].upos != UPOS_SCONJ || clause-- == 0 || found[clause] != REL_ACL_RELCL) {
            continue;
        }
        uint32_t object = heads[clause] - 1;
        if (heads[clause] && (found[object] == REL_OBJ || found[object] == REL_IOBJ) && heads[object]) {
            heads[clause] = heads[object];
            found[clause] = REL_CCOMP;
        }
    }
}

void syntax_make_agents(const uint32_t *heads, enum document_relation *found, uint32_t count, uint32_t *holders) {
    memset(holders, 0, (count + 1) * sizeof *holders);
    for (uint32_t d = 0; d < count; d++) {
        if (found[d] == REL_OBL_AGENT) {
            found[d] = holders[heads[d]]++ ? REL_OBL : REL_OBL_AGENT;
        }
    }
}
