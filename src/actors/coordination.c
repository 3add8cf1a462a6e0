/* "A and B" as one group, which a later "they" means. */
#include "actors/resolver.h"

static uint32_t entity_of_conjunct(const struct actors_resolver *r, uint32_t token) {
    uint32_t number = r->phrase_at[token];
    uint32_t entity = number == DOCUMENT_NONE ? DOCUMENT_NONE : r->phrases.items[number].entity;
    bool actor = entity != DOCUMENT_NONE && r->document->entities.items[entity].type != DOCUMENT_THING;
    return actor && r->phrases.items[number].head == token ? entity : DOCUMENT_NONE;
}

/* The last of those coordinated with the phrase; DOCUMENT_NONE: there are none, or not all of them are actors. */
static uint32_t last_conjunct(const struct actors_resolver *r, const struct actors_phrase *first) {
    uint32_t last = DOCUMENT_NONE;
    for (DOCUMENT_CHILDREN(r->document, child, first->head)) {
        if (actors_token(r, child)->relation == REL_CONJ) {
            uint32_t entity = entity_of_conjunct(r, child);
            if (entity == DOCUMENT_NONE || entity == first->entity) {
                return DOCUMENT_NONE;
            }
            last = child;
        }
    }
    return entity_of_conjunct(r, first->head) == DOCUMENT_NONE ? DOCUMENT_NONE : last;
}

/* What sectors any of them is of, and the country that all are of. */
static void join(struct actors_resolver *r, const struct actors_phrase *first) {
    struct document_entity *group = &r->document->entities.items[first->group];
    memcpy(group->country, r->document->entities.items[first->entity].country, sizeof group->country);
    for (DOCUMENT_CHILDREN(r->document, child, first->head)) {
        uint32_t entity = actors_token(r, child)->relation == REL_CONJ ? entity_of_conjunct(r, child) : DOCUMENT_NONE;
        if (entity == DOCUMENT_NONE) {
            continue;
        }
        const struct document_entity *member = &r->document->entities.items[entity];
        bool others = lexicon_word(r->lexicon, r->phrases.items[r->phrase_at[child]].noun) == LEXICON_OTHERS;
        if (!others && strcmp(group->country, member->country) != 0) {
            group->country[0] = '\0';
        }
        for (size_t i = 0; i < DOCUMENT_SECTORS; i++) {
            actors_add_sector(group, member->sector[i]);
        }
    }
}

uint32_t actors_group_of(struct actors_resolver *r, struct actors_phrase *first) {
    uint32_t last = first->group == DOCUMENT_NONE ? last_conjunct(r, first) : DOCUMENT_NONE;
    if (last == DOCUMENT_NONE) {
        return first->group;
    }
    const struct document_entity *one = &r->document->entities.items[first->entity];
    struct document_span span = document_tokens_span(r->document, first->first, r->phrases.items[r->phrase_at[last]].last);
    struct document_entity group = {.name = document_slice(r->document, span),
                                    .type = DOCUMENT_GROUP,
                                    .place = DOCUMENT_NONE,
                                    .named = one->named,
                                    .plural = true};
    memcpy(group.sector, one->sector, sizeof group.sector);
    first->group = (uint32_t)r->document->entities.count;
    BASE_PUSH(r->arena, &r->document->entities, group);
    BASE_PUSH(r->arena, &r->known, ((struct actors_known){.owner = DOCUMENT_NONE, .last = first->head}));
    join(r, first);
    return first->group;
}

void actors_settle_groups(struct actors_resolver *r) {
    for (size_t i = 0; i < r->phrases.count; i++) {
        if (r->phrases.items[i].group != DOCUMENT_NONE) {
            join(r, &r->phrases.items[i]);
        }
    }
}
