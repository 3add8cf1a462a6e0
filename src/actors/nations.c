/* "The country", "the two nations": those that were named last. */
#include "actors/resolver.h"

enum { LOOK_BACK = 400, NEAR = 2 /* sentences in which two countries are spoken of */ };

static bool is_country_name(const struct actors_phrase *phrase) {
    return phrase->kind == DOCUMENT_BY_NAME && phrase->hit && phrase->hit->entry->kind == LEXICON_COUNTRY;
}

/* One that only says whose something is ("U.S. aid") where there is no other. */
static uint32_t last_country(const struct actors_resolver *r, uint32_t number) {
    uint32_t end = number > LOOK_BACK ? number - LOOK_BACK : 0, modifier = DOCUMENT_NONE;
    for (uint32_t i = number; i-- > end;) {
        const struct actors_phrase *other = &r->phrases.items[i];
        if (is_country_name(other) && !other->modifier) {
            return other->entity;
        }
        modifier = is_country_name(other) && modifier == DOCUMENT_NONE ? other->entity : modifier;
    }
    return modifier;
}

/* ---- two of them */

struct pair {
    const struct lexicon_entry *country[2];
    bool more;
};

static void add_country(struct pair *pair, const struct lexicon_entry *country) {
    for (size_t i = 0; country && i < 2; i++) {
        if (!pair->country[i] || pair->country[i] == country) {
            pair->country[i] = country;
            return;
        }
    }
    pair->more |= country != NULL;
}

static const struct lexicon_entry *country_of(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    bool acts = phrase->entity != DOCUMENT_NONE && r->document->entities.items[phrase->entity].type == DOCUMENT_LOC;
    const char *code = is_country_name(phrase) && acts        ? phrase->hit->entry->country
                       : phrase->kind == DOCUMENT_BY_NOUN ? phrase->country
                                                          : "";
    return code[0] ? lexicon_country(r->lexicon, code) : NULL;
}

/* The two countries of the sentence, or of it and those before: false where there are not two. */
static bool find_pair(const struct actors_resolver *r, uint32_t number, struct pair *pair) {
    uint32_t sentence = actors_token(r, r->phrases.items[number].head)->sentence, at = sentence;
    for (uint32_t i = number; i-- > 0;) {
        const struct actors_phrase *other = &r->phrases.items[i];
        uint32_t where = actors_token(r, other->head)->sentence;
        if (where != at && (pair->country[1] || sentence - where > NEAR)) {
            break;
        }
        at = where;
        add_country(pair, country_of(r, other));
    }
    return pair->country[1] && !pair->more;
}

static uint32_t group_of_pair(struct actors_resolver *r, const struct actors_phrase *phrase, const struct pair *pair) {
    const struct lexicon_entry *first = pair->country[1], *second = pair->country[0];
    struct base_slice name = base_arena_format(r->arena, "%.*s, %.*s", (int)first->name.size, first->name.data,
                                               (int)second->name.size, second->name.data);
    uint32_t entity = base_map_get(&r->by_name, name);
    if (entity == BASE_MAP_NONE) {
        entity = actors_new_entity(r, phrase);
        r->document->entities.items[entity].name = name;
        r->known.items[entity].outsider = true; /* of no one country */
        base_map_set(&r->by_name, r->arena, name, entity);
    }
    return entity;
}

static bool is_two(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t determiner = document_child(r->document, phrase->head, REL_DET);
    return lexicon_word(r->lexicon, phrase->count) == LEXICON_TWO ||
           (determiner != DOCUMENT_NONE && lexicon_word(r->lexicon, actors_token(r, determiner)->form) == LEXICON_TWO);
}

uint32_t actors_by_country(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number) {
    if (!phrase->agent || !phrase->agent->is_place_like || phrase->agent->type == DOCUMENT_THING || phrase->country[0]) {
        return DOCUMENT_NONE;
    }
    struct pair pair = {0};
    if (phrase->plural) {
        bool two = is_two(r, phrase) && phrase->agent_first <= phrase->first + 1 && !actors_is_restricted(r, phrase);
        return two && find_pair(r, number, &pair) ? group_of_pair(r, phrase, &pair) : DOCUMENT_NONE;
    }
    return phrase->definite ? last_country(r, number) : DOCUMENT_NONE;
}
