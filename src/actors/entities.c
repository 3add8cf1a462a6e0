/* Entities: made from a first mention, and what later ones add. */
#include "actors/resolver.h"

enum { KEY = sizeof(const struct lexicon_entry *) + 1 };

static struct base_slice key_of(const struct lexicon_entry *entry, bool acts, char bytes[KEY]) {
    memcpy(bytes, &entry, sizeof entry);
    bytes[KEY - 1] = acts;
    return (struct base_slice){bytes, KEY};
}

uint32_t actors_entity_of(const struct actors_resolver *r, const struct lexicon_entry *entry, bool acts) {
    char bytes[KEY];
    uint32_t number = base_map_get(&r->by_entry, key_of(entry, acts, bytes));
    return number == BASE_MAP_NONE ? DOCUMENT_NONE : number;
}

void actors_set_entity_of(struct actors_resolver *r, const struct lexicon_entry *entry, bool acts, uint32_t entity) {
    char bytes[KEY];
    base_map_set(&r->by_entry, r->arena, base_arena_copy(r->arena, key_of(entry, acts, bytes)), entity);
}

static struct document_entity *record(struct actors_resolver *r, uint32_t entity) {
    return &r->document->entities.items[entity];
}

void actors_add_sector(struct document_entity *entity, const char *sector) {
    for (size_t i = 0; sector[0] && i < DOCUMENT_SECTORS; i++) {
        if (strcmp(entity->sector[i], sector) == 0) {
            return;
        }
        if (!entity->sector[i][0]) {
            memcpy(entity->sector[i], sector, sizeof entity->sector[i]);
            return;
        }
    }
}

static void add_sectors(struct document_entity *entity, const char sectors[][4]) {
    for (size_t i = 0; i < DOCUMENT_SECTORS; i++) {
        actors_add_sector(entity, sectors[i]);
    }
}

static void set_role(struct actors_resolver *r, struct document_entity *entity, struct base_slice title,
                     struct base_slice of, enum document_role_status status) {
    struct document_role *role = base_arena_take(r->arena, sizeof *role);
    *role = (struct document_role){title, of, status};
    entity->role = role;
}

/* Officials who are none any more count as elites (ELI) in PLOVER. */
static void take_role(struct actors_resolver *r, struct document_entity *entity, const struct lexicon_entry *entry) {
    bool former;
    const struct lexicon_role *role = lexicon_role_on(entry, r->document->day, &former);
    if (!role) {
        return;
    }
    const char *code = role->country[0] ? role->country : entry->country;
    const struct lexicon_entry *country = role->of.size ? NULL : lexicon_country(r->lexicon, code);
    if (role->title.size) {
        set_role(r, entity, role->title, country ? country->name : role->of, former ? DOCUMENT_FORMER : DOCUMENT_CURRENT);
    }
    if (former && entry->kind == LEXICON_PER && strcmp(role->sector, "GOV") == 0) {
        actors_add_sector(entity, "ELI");
    }
    actors_add_sector(entity, role->sector);
    if (role->country[0] && !former) {
        memcpy(entity->country, role->country, sizeof entity->country);
    }
}

void actors_take_entry(struct actors_resolver *r, uint32_t number, const struct lexicon_entry *entry) {
    struct document_entity *entity = record(r, number);
    struct actors_known *known = &r->known.items[number];
    known->entry = entry;
    known->gender = entry->gender ? entry->gender : known->gender;
    entity->name = entry->name;
    entity->named = true;
    memset(entity->sector, 0, sizeof entity->sector);
    memcpy(entity->country, entry->country, sizeof entity->country);
    entity->type = entry->kind == LEXICON_PER     ? DOCUMENT_PER
                   : entry->kind == LEXICON_ORG   ? DOCUMENT_ORG
                   : entry->kind == LEXICON_GROUP ? DOCUMENT_GROUP
                                                  : DOCUMENT_THING;
    take_role(r, entity, entry);
    add_sectors(entity, entry->sector);
    actors_set_entity_of(r, entry, true, number);
}

/* ---- what a phrase adds */

static bool is_on_map(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t place = r->document->place_at ? r->document->place_at[phrase->name_last] : DOCUMENT_NONE;
    return place != DOCUMENT_NONE && r->document->places.items[place].first <= phrase->name_first;
}

/* "Vietnam and others": of the same kind as whom they are coordinated with, who is returned; NULL: no such phrase. */
static const struct document_entity *others_of(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, phrase->head);
    uint32_t first = head->relation == REL_CONJ && phrase->kind == DOCUMENT_BY_NOUN ? r->phrase_at[head->head] : DOCUMENT_NONE;
    uint32_t entity = first == DOCUMENT_NONE ? DOCUMENT_NONE : r->phrases.items[first].entity;
    bool others = entity != DOCUMENT_NONE && phrase->plural && lexicon_word(r->lexicon, phrase->noun) == LEXICON_OTHERS;
    return others && r->document->entities.items[entity].type != DOCUMENT_THING ? &r->document->entities.items[entity] : NULL;
}

static enum document_entity_type type_of(const struct actors_resolver *r, const struct actors_phrase *phrase,
                                         const struct document_name *name) {
    const struct lexicon_agent *agent = phrase->agent;
    if (phrase->kind == DOCUMENT_BY_NAME && name && is_on_map(r, phrase) && name->type != DOCUMENT_NAME_ORG) {
        return DOCUMENT_THING;
    }
    if (phrase->kind == DOCUMENT_BY_NAME && name) {
        return name->type == DOCUMENT_NAME_PER   ? DOCUMENT_PER
               : name->type == DOCUMENT_NAME_ORG ? DOCUMENT_ORG
                                                 : DOCUMENT_THING;
    }
    if (others_of(r, phrase)) {
        return DOCUMENT_GROUP;
    }
    if (!agent && phrase->kind == DOCUMENT_BY_NOUN && phrase->hit) {
        return document_has_feature(actors_token(r, phrase->head), "Number=Sing") ? DOCUMENT_PER : DOCUMENT_GROUP;
    }
    if (!agent) {
        return DOCUMENT_THING;
    }
    return agent->type == DOCUMENT_PER && phrase->plural ? DOCUMENT_GROUP : agent->type;
}

static bool is_weak(const struct lexicon_agent *agent) {
    return !agent->sector[0][0] || (agent->type != DOCUMENT_ORG && strcmp(agent->sector[0], "GOV") == 0);
}

/* The noun in front says more than a weak noun does: "rebel spokesman", "army source". */
static const struct lexicon_agent *agent_in_front(struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct lexicon_agent *found = NULL;
    for (DOCUMENT_CHILDREN(r->document, child, phrase->agent_head)) {
        const struct document_token *token = actors_token(r, child);
        bool owner = token->relation == REL_NMOD_POSS || token->relation == REL_NMOD;
        uint32_t count;
        const struct actors_hit *before = child > 0 ? actors_hit_at(r, child - 1) : NULL;
        bool named = actors_hit_at(r, child) || (before && before->entry->kind == LEXICON_ORG); /* "the G-20 group" */
        if ((token->relation == REL_COMPOUND || owner) && token->upos != UPOS_PRON && !named) {
            uint32_t preposition = document_child(r->document, child, REL_CASE);
            bool belongs = token->relation != REL_NMOD || (preposition != DOCUMENT_NONE &&
                           lexicon_word(r->lexicon, actors_token(r, preposition)->form) == LEXICON_BELONGS);
            const struct lexicon_agent *agent = belongs ? lexicon_agent(r->lexicon, r->document, child, &count) : NULL;
            found = agent && agent->type != DOCUMENT_THING && agent->sector[0][0] ? agent : found;
        }
    }
    return found;
}

static void add_agent_sectors(struct actors_resolver *r, struct document_entity *entity,
                              const struct actors_phrase *phrase) {
    const struct lexicon_agent *agent = phrase->agent;
    bool weak = is_weak(agent);
    bool people = phrase->of && actors_is_people(phrase->of); /* "Kurdish lawmakers" */
    if (phrase->of && phrase->of->sector[0][0] && (weak || (agent->type != DOCUMENT_ORG && !people))) {
        add_sectors(entity, phrase->of->sector);
        if (weak) {
            return;
        }
    }
    const struct lexicon_agent *front = weak ? agent_in_front(r, phrase) : NULL;
    if (front) {
        add_sectors(entity, front->sector);
    } else {
        add_sectors(entity, agent->sector);
    }
    if (people && agent->type != DOCUMENT_PER) {
        add_sectors(entity, phrase->of->sector); /* "Muslim organizations" */
    }
}

static void note_noun(struct actors_known *known, const struct actors_phrase *phrase) {
    for (unsigned i = 0; i < known->agent_count; i++) {
        if (known->agents[i] == phrase->agent) {
            return;
        }
    }
    if (phrase->agent && known->agent_count < ACTORS_NOUNS) {
        known->agents[known->agent_count++] = phrase->agent;
    }
    if (phrase->kind == DOCUMENT_BY_NOUN && known->noun_count < ACTORS_NOUNS) {
        known->nouns[known->noun_count++] = phrase->noun;
    }
}

/* The role that the text gives stands over the dictionary's where that has none or the text qualifies it. */
static void learn_role(struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    struct document_entity *entity = record(r, number);
    const struct lexicon_agent *agent = phrase->agent;
    bool office = agent && agent->type == DOCUMENT_PER && !phrase->plural && !agent->is_honorific &&
                  (phrase->of || (agent->sector[0][0] && strcmp(agent->sector[0], "CVL") != 0));
    bool titled = office && (agent->is_title || phrase->of_text.size || phrase->kind == DOCUMENT_BY_NAME);
    if (entity->type != DOCUMENT_PER || !titled) {
        return;
    }
    if (r->document->day == DOCUMENT_DAY_OPEN && phrase->kind == DOCUMENT_BY_NAME && agent->is_title) {
        entity->role = NULL; /* of no known day, the text knows better than the tables which of the roles it was */
        memset(entity->sector, 0, sizeof entity->sector);
        add_agent_sectors(r, entity, phrase);
    }
    if (!entity->role || (phrase->has_status && entity->role->status == DOCUMENT_CURRENT &&
                          base_slice_equal(entity->role->title, phrase->agent->noun))) {
        struct base_slice of = phrase->of ? phrase->of->name : phrase->of_text;
        bool of_state = !of.size && strcmp(phrase->agent->sector[0], "GOV") == 0;
        const struct lexicon_entry *country = of_state ? lexicon_country(r->lexicon, entity->country) : NULL;
        set_role(r, entity, phrase->agent->noun, country ? country->name : of, phrase->status);
    }
}

static char gender_of(const struct actors_phrase *phrase) {
    bool one = phrase->agent && phrase->agent->type == DOCUMENT_PER && !phrase->plural;
    return phrase->gender ? phrase->gender : one ? phrase->agent->gender : 0;
}

void actors_learn(struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    struct document_entity *entity = record(r, number);
    struct actors_known *known = &r->known.items[number];
    known->last = phrase->head > known->last ? phrase->head : known->last;
    known->gender = known->gender ? known->gender : gender_of(phrase);
    if (phrase->kind == DOCUMENT_BY_PRONOUN) {
        entity->has_pronoun = true;
        return;
    }
    note_noun(known, phrase);
    known->outsider |= phrase->outsider || actors_is_stranger(r, phrase) ||
                       (phrase->plural && phrase->agent && phrase->agent->is_place_like); /* "nations" */
    if (known->owner == DOCUMENT_NONE) {
        known->owner = phrase->owner;
        known->owned_as = phrase->noun;
    }
    known->count = known->count.size ? known->count : phrase->count;
    if (entity->type == DOCUMENT_THING) {
        return;
    }
    const char *country = phrase->country[0] ? phrase->country : phrase->agent ? phrase->agent->country : NULL;
    if (country && !entity->country[0]) {
        memcpy(entity->country, country, sizeof entity->country);
    }
    if (phrase->agent && !entity->sector[0][0]) {
        add_agent_sectors(r, entity, phrase);
    }
    learn_role(r, number, phrase);
}

static const struct document_name *name_of(struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t name = phrase->name_first == DOCUMENT_NONE ? DOCUMENT_NONE : actors_token(r, phrase->name_last)->name;
    return name == DOCUMENT_NONE ? NULL : &r->document->names.items[name];
}

uint32_t actors_new_entity(struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t number = (uint32_t)r->document->entities.count;
    bool by_name = phrase->kind == DOCUMENT_BY_NAME || phrase->named;
    struct document_span span = by_name ? document_tokens_span(r->document, phrase->name_first, phrase->name_last)
                                        : document_tokens_span(r->document, phrase->first, phrase->last);
    BASE_PUSH(r->arena, &r->document->entities,
              ((struct document_entity){.name = document_slice(r->document, span),
                                        .place = DOCUMENT_NONE,
                                        .plural = phrase->plural,
                                        .named = by_name,
                                        .type = type_of(r, phrase, name_of(r, phrase))}));
    BASE_PUSH(r->arena, &r->known,
              ((struct actors_known){.last = phrase->head, .owner = DOCUMENT_NONE, .words = actors_words(r, phrase),
                                     .restricted = actors_is_restricted(r, phrase)}));
    struct document_entity *entity = record(r, number);
    const struct document_token *head = actors_token(r, phrase->head);
    if (entity->type == DOCUMENT_THING && by_name && phrase->agent) {
        entity->type = phrase->agent->type; /* a name that nobody marked, behind a title */
    }
    const struct document_entity *like = others_of(r, phrase);
    if (like) {
        bool alike = like->type == DOCUMENT_GROUP || like->type == DOCUMENT_LOC; /* not of a minister's sector */
        memcpy(entity->sector, like->sector, alike ? sizeof entity->sector : 0);
        r->known.items[number].outsider = true; /* "Vietnam and others in the region" */
    }
    if (entity->type != DOCUMENT_THING && !phrase->agent && phrase->hit && !by_name) {
        actors_add_sector(entity, "CVL"); /* a people */
    }
    entity->named |= head->upos == UPOS_PROPN && entity->type == DOCUMENT_ORG;
    return number;
}

uint32_t actors_need_entity(struct actors_resolver *r, const struct actors_phrase *phrase,
                            const struct lexicon_entry *entry) {
    uint32_t number = actors_entity_of(r, entry, true);
    if (number == DOCUMENT_NONE) {
        number = actors_new_entity(r, phrase);
        actors_take_entry(r, number, entry);
    }
    return number;
}
