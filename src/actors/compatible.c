/* What cannot be the same: other countries, a person and a body, one and several. */
#include "actors/resolver.h"

bool actors_country_allows(const struct document_entity *entity, const char *country) {
    return !country[0] || !entity->country[0] || strcmp(entity->country, country) == 0;
}

static bool is_one_person(const struct document_entity *entity) {
    return entity->type == DOCUMENT_PER || (entity->type == DOCUMENT_ANON && !entity->plural);
}

static bool allows_noun(const struct document_entity *entity, const struct actors_phrase *phrase) {
    if (!phrase->agent) {
        return false;
    }
    switch (phrase->agent->type) {
    case DOCUMENT_PER:
    case DOCUMENT_ANON:
        return phrase->plural ? entity->plural || entity->type == DOCUMENT_GROUP : is_one_person(entity);
    case DOCUMENT_ORG:
        return (entity->type == DOCUMENT_ORG || entity->type == DOCUMENT_GROUP) && phrase->plural == entity->plural;
    case DOCUMENT_GROUP:
        return entity->type == DOCUMENT_GROUP || entity->type == DOCUMENT_ORG;
    default:
        return entity->type == DOCUMENT_THING;
    }
}

static bool allows_pronoun(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    const struct document_entity *entity = &r->document->entities.items[number];
    char gender = r->known.items[number].gender;
    if (phrase->plural) {
        return entity->plural || entity->type == DOCUMENT_GROUP || entity->type == DOCUMENT_ORG;
    }
    if (phrase->gender) {
        return is_one_person(entity) && (!gender || gender == phrase->gender);
    }
    return !is_one_person(entity) && !entity->plural;
}

/* "His father" is not he himself, and "her husband" no woman. */
static bool is_contradicted(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    char gender = phrase->agent && phrase->agent->type == DOCUMENT_PER && !phrase->plural ? phrase->agent->gender : 0;
    char known = r->known.items[number].gender;
    return phrase->owner == number || (gender && known && gender != known);
}

bool actors_kind_allows(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    return phrase->kind == DOCUMENT_BY_PRONOUN ? allows_pronoun(r, number, phrase)
                                               : allows_noun(&r->document->entities.items[number], phrase) &&
                                                     !is_contradicted(r, number, phrase);
}
