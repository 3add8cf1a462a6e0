/* What speaks for an antecedent. */
#include "actors/antecedents.h"

enum { MOST_CLAUSES = 8 }; /* one in another */

/* 0, 1, 2 for two and three, 3 for four and more ... */
static int magnitude(unsigned count) {
    int bits = 0;
    for (; count; count >>= 1) {
        bits++;
    }
    return bits;
}

static enum actors_feature role_of(const struct actors_resolver *r, uint32_t head) {
    const struct document_token *token = actors_token(r, document_conjunction_head(r->document, head));
    if (token->head == DOCUMENT_NONE) {
        return ACTORS_FEATURE_COUNT;
    }
    switch (token->relation) {
    case REL_NSUBJ:
    case REL_NSUBJ_PASS:
    case REL_NSUBJ_OUTER:
        return actors_token(r, document_conjunction_head(r->document, token->head))->relation == REL_ROOT
                   ? ACTORS_FEATURE_MAIN_SUBJECT
                   : ACTORS_FEATURE_SUBJECT;
    case REL_OBJ:
    case REL_IOBJ: return ACTORS_FEATURE_OBJECT;
    case REL_OBL:
    case REL_OBL_AGENT:
    case REL_OBL_UNMARKED: return ACTORS_FEATURE_OBLIQUE;
    case REL_NMOD:
    case REL_NMOD_UNMARKED: return ACTORS_FEATURE_NOUN_MODIFIER;
    case REL_NMOD_POSS: return ACTORS_FEATURE_OWNER;
    case REL_APPOS: return ACTORS_FEATURE_APPOSITION;
    default: return ACTORS_FEATURE_COUNT;
    }
}

static bool are_like(enum actors_feature a, enum actors_feature b) {
    a = a == ACTORS_FEATURE_MAIN_SUBJECT ? ACTORS_FEATURE_SUBJECT : a;
    b = b == ACTORS_FEATURE_MAIN_SUBJECT ? ACTORS_FEATURE_SUBJECT : b;
    return a == b && a != ACTORS_FEATURE_COUNT;
}

/* How many clauses above that of the pronoun has the candidate for its subject? 0: its own, -1: none. */
static int clauses_above(const struct actors_search *search, const struct actors_phrase *other) {
    const struct actors_resolver *r = search->r;
    uint32_t conjunct = document_conjunction_head(r->document, other->head);
    uint32_t predicate = actors_is_subject(actors_token(r, conjunct)->relation) ? actors_token(r, conjunct)->head : DOCUMENT_NONE;
    int above = 0;
    for (uint32_t at = search->clause; at != DOCUMENT_NONE && above < MOST_CLAUSES; at = actors_clause_of(r, at), above++) {
        if (at == predicate) {
            return above;
        }
    }
    return -1;
}

static void add_distance(const struct actors_search *search, const struct actors_phrase *other, int *features) {
    const struct document *document = search->r->document;
    uint32_t here = document->tokens.items[search->pronoun->head].sentence;
    uint32_t there = document->tokens.items[other->head].sentence;
    features[here == there       ? ACTORS_FEATURE_SAME_SENTENCE
             : here == there + 1 ? ACTORS_FEATURE_ONE_BACK
             : here == there + 2 ? ACTORS_FEATURE_TWO_BACK
                                 : ACTORS_FEATURE_FAR_BACK] = 1;
    for (uint32_t i = there + 1; i <= here; i++) {
        features[ACTORS_FEATURE_PARAGRAPH] |= document->sentences.items[i].starts_paragraph;
    }
    const struct actors_phrase *before = other > search->r->phrases.items ? other - 1 : NULL;
    features[ACTORS_FEATURE_FIRST] = !before || document->tokens.items[before->head].sentence != there;
    features[ACTORS_FEATURE_NEAREST] = search->nearest;
    features[ACTORS_FEATURE_BETWEEN] = magnitude(search->between);
}

static void add_place_in_tree(const struct actors_search *search, const struct actors_phrase *other, int *features) {
    enum actors_feature role = role_of(search->r, other->head);
    if (role != ACTORS_FEATURE_COUNT) {
        features[role] = 1;
    }
    int above = clauses_above(search, other);
    features[ACTORS_FEATURE_PARALLEL] = are_like(role, role_of(search->r, search->pronoun->head));
    features[ACTORS_FEATURE_BOTH_REPORT] = actors_reports(search->r, other->head) &&
                                           actors_reports(search->r, search->pronoun->head);
    features[ACTORS_FEATURE_OWN_CLAUSE] = above == 0;
    bool joined = above == 1 && actors_token(search->r, search->clause)->relation == REL_CONJ;
    features[ACTORS_FEATURE_JOINED_CLAUSE] = joined;
    features[ACTORS_FEATURE_GOVERNING_CLAUSE] = above > 0 && !joined;
}

static void add_form(const struct actors_search *search, const struct actors_phrase *other, int *features) {
    const struct actors_phrase *pronoun = search->pronoun;
    bool is_pronoun = other->kind == DOCUMENT_BY_PRONOUN;
    features[ACTORS_FEATURE_NAME] = other->kind == DOCUMENT_BY_NAME;
    features[ACTORS_FEATURE_PRONOUN] = is_pronoun;
    features[ACTORS_FEATURE_SAME_PRONOUN] = is_pronoun && other->person == ACTORS_THIRD &&
                                            other->gender == pronoun->gender && other->plural == pronoun->plural;
    features[ACTORS_FEATURE_DEFINITE] = other->kind == DOCUMENT_BY_NOUN && other->definite;
    bool nobody_in_particular = actors_token(search->r, other->head)->upos == UPOS_PRON; /* "anybody", "others" */
    features[ACTORS_FEATURE_INDEFINITE] = other->kind == DOCUMENT_BY_NOUN && (other->indefinite || nobody_in_particular);
}

static void add_entity(const struct actors_search *search, uint32_t number, int *features) {
    static const enum actors_feature types[] = {[DOCUMENT_THING] = ACTORS_FEATURE_THING, [DOCUMENT_PER] = ACTORS_FEATURE_PERSON,
                                                [DOCUMENT_ORG] = ACTORS_FEATURE_BODY,    [DOCUMENT_LOC] = ACTORS_FEATURE_PLACE,
                                                [DOCUMENT_GROUP] = ACTORS_FEATURE_GROUP, [DOCUMENT_ANON] = ACTORS_FEATURE_COUNT};
    const struct document_entity *entity = &search->r->document->entities.items[number];
    const struct actors_known *known = &search->r->known.items[number];
    if (types[entity->type] != ACTORS_FEATURE_COUNT) {
        features[types[entity->type]] = 1;
    }
    const struct document_token *pronoun = actors_token(search->r, search->pronoun->head);
    features[ACTORS_FEATURE_ACTS] = entity->type != DOCUMENT_THING && entity->type != DOCUMENT_ANON &&
                                    pronoun->relation == REL_NSUBJ && pronoun->head != DOCUMENT_NONE &&
                                    actors_token(search->r, pronoun->head)->upos == UPOS_VERB;
    features[ACTORS_FEATURE_CHAIN] = number == search->chain;
    features[ACTORS_FEATURE_NAMED] = entity->named;
    features[ACTORS_FEATURE_GENDER] = search->pronoun->gender && known->gender == search->pronoun->gender;
    features[ACTORS_FEATURE_PLURAL] = entity->plural;
    features[ACTORS_FEATURE_SPEAKER] = number == search->speaker;
    features[ACTORS_FEATURE_NAMINGS] = magnitude(known->name_count);
    features[ACTORS_FEATURE_LAST_SPEAKER] = number == search->last_speaker;
    unsigned mentions = 0;
    for (uint32_t i = search->first; i < search->number; i++) {
        mentions += search->r->phrases.items[i].entity == number;
    }
    features[ACTORS_FEATURE_MENTIONS] = magnitude(mentions);
}

struct actors_antecedent actors_describe(const struct actors_search *search, const struct actors_phrase *other, uint32_t group) {
    struct actors_antecedent antecedent = {.entity = group == DOCUMENT_NONE ? other->entity : group, .head = other->head};
    const uint32_t *quote_at = search->r->quote_at;
    uint32_t here = quote_at[search->pronoun->head], there = quote_at[other->head];
    add_distance(search, other, antecedent.features);
    add_place_in_tree(search, other, antecedent.features);
    add_form(search, other, antecedent.features);
    add_entity(search, antecedent.entity, antecedent.features);
    antecedent.features[ACTORS_FEATURE_COORDINATED] = group != DOCUMENT_NONE;
    antecedent.features[ACTORS_FEATURE_OUTSIDE] = here != DOCUMENT_NONE && here != there;
    antecedent.features[ACTORS_FEATURE_INSIDE] = here == DOCUMENT_NONE && there != DOCUMENT_NONE;
    return antecedent;
}
