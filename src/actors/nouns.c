/* Mentions by noun: what the tree and the names around them say, holders of roles, and new entities without a name. */
#include "actors/resolver.h"

static const struct document_entity *entity_at(const struct actors_resolver *r, uint32_t number) {
    return &r->document->entities.items[number];
}

/* The entity of the phrase that the token heads, where it has one. */
static uint32_t entity_of_token(const struct actors_resolver *r, uint32_t token) {
    uint32_t number = token == DOCUMENT_NONE ? DOCUMENT_NONE : r->phrase_at[token];
    return number == DOCUMENT_NONE ? DOCUMENT_NONE : r->phrases.items[number].entity;
}

static bool fits(const struct actors_resolver *r, uint32_t entity, const struct actors_phrase *phrase) {
    return entity != DOCUMENT_NONE && actors_country_allows(entity_at(r, entity), phrase->country) &&
           actors_kind_allows(r, entity, phrase);
}

/* ---- what the tree says: apposition, copula */

/* "Smith, 40 - a father and student - was shot": a second subject that only describes the person before it. */
static uint32_t by_other_subject(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, phrase->head);
    bool subject = head->relation == REL_NSUBJ || head->relation == REL_NSUBJ_PASS;
    if (!subject || !phrase->indefinite || phrase->agent->type != DOCUMENT_PER) {
        return DOCUMENT_NONE;
    }
    uint32_t other = document_child(r->document, head->head, REL_NSUBJ);
    uint32_t number = other == DOCUMENT_NONE || other >= phrase->head ? DOCUMENT_NONE : r->phrase_at[other];
    bool named = number != DOCUMENT_NONE && r->phrases.items[number].kind == DOCUMENT_BY_NAME;
    return named && fits(r, r->phrases.items[number].entity, phrase) ? r->phrases.items[number].entity : DOCUMENT_NONE;
}

/* "A father and student": without an article of its own, the second noun says more of the same person. */
static uint32_t by_first_conjunct(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, phrase->head);
    uint32_t number = head->relation == REL_CONJ ? r->phrase_at[head->head] : DOCUMENT_NONE;
    if (number == DOCUMENT_NONE || phrase->definite || phrase->indefinite || phrase->plural ||
        phrase->agent->type != DOCUMENT_PER) {
        return DOCUMENT_NONE;
    }
    const struct actors_phrase *first = &r->phrases.items[number];
    bool described = first->kind == DOCUMENT_BY_NOUN && first->indefinite && first->agent &&
                     first->agent->type == DOCUMENT_PER && !first->plural;
    return described && fits(r, first->entity, phrase) ? first->entity : DOCUMENT_NONE;
}

enum { LONGEST_CHAIN = 3 };

/* "His wife, the nominee Jane Doe": the name may be an apposition to an apposition. The entity, or DOCUMENT_NONE. */
static uint32_t name_in_apposition(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t head = phrase->head;
    for (unsigned i = 0; i < LONGEST_CHAIN && head != DOCUMENT_NONE; i++) {
        uint32_t next = DOCUMENT_NONE;
        for (DOCUMENT_CHILDREN(r->document, child, head)) {
            uint32_t number = actors_token(r, child)->relation == REL_APPOS ? r->phrase_at[child] : DOCUMENT_NONE;
            if (number == DOCUMENT_NONE || document_begins_item(r->document, child)) {
                continue;
            }
            uint32_t entity = r->phrases.items[number].entity;
            if (r->phrases.items[number].kind == DOCUMENT_BY_NAME && fits(r, entity, phrase)) {
                return entity;
            }
            next = next == DOCUMENT_NONE ? child : next;
        }
        head = next;
    }
    return DOCUMENT_NONE;
}

static uint32_t by_structure(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, phrase->head);
    if (!phrase->agent) {
        return DOCUMENT_NONE;
    }
    uint32_t described = by_other_subject(r, phrase);
    described = described == DOCUMENT_NONE ? by_first_conjunct(r, phrase) : described;
    if (described != DOCUMENT_NONE) {
        return described;
    }
    if (head->relation == REL_APPOS && !document_begins_item(r->document, phrase->head)) {
        uint32_t entity = entity_of_token(r, head->head);
        if (fits(r, entity, phrase)) {
            return entity;
        }
    }
    uint32_t name = name_in_apposition(r, phrase);
    if (name != DOCUMENT_NONE) {
        return name;
    }
    uint32_t subject = document_child(r->document, phrase->head, REL_NSUBJ);
    if (subject != DOCUMENT_NONE && document_child(r->document, phrase->head, REL_COP) != DOCUMENT_NONE) {
        uint32_t entity = entity_of_token(r, subject);
        if (fits(r, entity, phrase) && (entity_at(r, entity)->named || entity_at(r, entity)->has_pronoun)) {
            return entity;
        }
    }
    return DOCUMENT_NONE;
}

/* "Jewish people", but not "Jewish groups". */
static bool is_plain_people(const struct lexicon_agent *agent) {
    return agent->type == DOCUMENT_GROUP && strcmp(agent->sector[0], "CVL") == 0;
}

/* "Houthi rebels", "the Islamic State group": the noun is one that the entry goes by. */
static uint32_t by_entry_in_front(struct actors_resolver *r, struct actors_phrase *phrase, const struct actors_hit *hit) {
    if (actors_is_place_kind(hit->entry->kind) || hit->entry->kind == LEXICON_PER || phrase->indefinite) {
        return DOCUMENT_NONE;
    }
    bool group = hit->entry->kind == LEXICON_GROUP && phrase->agent && phrase->plural &&
                 (phrase->agent->type == DOCUMENT_GROUP || phrase->agent->type == DOCUMENT_PER) &&
                 (!actors_is_people(hit->entry) || is_plain_people(phrase->agent));
    for (size_t i = 0; i < hit->entry->noun_count && !group; i++) {
        group = base_slice_equal(hit->entry->nouns[i], phrase->noun) && !phrase->plural;
    }
    return group ? actors_need_entity(r, phrase, hit->entry) : DOCUMENT_NONE;
}

/* Where no table has the name: "the Wagner group" is Wagner; any other body with a name in front is one of its own. */
static uint32_t by_name_in_front(struct actors_resolver *r, struct actors_phrase *phrase) {
    uint32_t before = phrase->head - 1;
    if (phrase->head == phrase->first || !phrase->agent) {
        return DOCUMENT_NONE;
    }
    const struct actors_hit *hit = actors_hit_at(r, before);
    const struct document_token *token = actors_token(r, before);
    if (hit) {
        return by_entry_in_front(r, phrase, hit);
    }
    bool body = phrase->agent->type == DOCUMENT_ORG || phrase->agent->type == DOCUMENT_GROUP;
    if (!body || phrase->plural || before >= phrase->agent_first || token->upos != UPOS_PROPN || token->relation == REL_NMOD_POSS) {
        return DOCUMENT_NONE;
    }
    phrase->named = true;
    phrase->name_first = token->name == DOCUMENT_NONE ? before : r->document->names.items[token->name].first;
    phrase->name_last = before;
    bool free = strcmp(phrase->agent->sector[0], "GOV") != 0 && strcmp(phrase->agent->sector[0], "MIL") != 0;
    uint32_t entity = free ? actors_by_same_name(r, phrase) : DOCUMENT_NONE;
    phrase->name_last = phrase->head;
    entity = entity == DOCUMENT_NONE ? actors_by_same_name(r, phrase) : entity;
    if (entity == DOCUMENT_NONE || !actors_kind_allows(r, entity, phrase)) {
        entity = actors_new_entity(r, phrase);
        actors_note_name(r, phrase, entity);
    }
    return entity;
}

/* The last token of a name that begins at `next`; also of a capitalised word that hyphens cut up: "Al-Ahram". */
static uint32_t end_of_name(const struct actors_resolver *r, uint32_t next) {
    const struct actors_hit *hit = actors_hit_at(r, next);
    const struct document_token *token = actors_token(r, next);
    if (hit && hit->first == next && hit->form != LEXICON_ADJECTIVE && hit->form != LEXICON_PEOPLE) {
        return next + hit->count - 1;
    }
    if (token->name != DOCUMENT_NONE && r->document->names.items[token->name].first == next) {
        return next + r->document->names.items[token->name].count - 1;
    }
    uint32_t last = next;
    while (!actors_token(r, last)->space_after && last + 2 < r->document->tokens.count &&
           base_slice_is(actors_token(r, last + 1)->form, "-") && !actors_token(r, last + 1)->space_after) {
        last += 2;
    }
    bool capital = token->form.data[0] >= 'A' && token->form.data[0] <= 'Z';
    return capital && last > next && actors_token(r, last)->upos == UPOS_PROPN ? last : DOCUMENT_NONE;
}

/* The noun knows better than the shape of a name nobody lists whether it is a body: "newspaper Al-Ahram". */
static void take_for_body(struct actors_resolver *r, uint32_t number, uint32_t first, uint32_t last) {
    struct document_entity *entity = &r->document->entities.items[number];
    if (entity->type == DOCUMENT_PER && !r->known.items[number].entry && !r->known.items[number].agent_count) {
        entity->type = DOCUMENT_ORG;
        struct base_slice name = document_slice(r->document, document_tokens_span(r->document, first, last));
        entity->name = name.size > entity->name.size ? name : entity->name;
    }
}

/* "newspaper Al-Ahram", "the king Hussein": a name right behind is the noun's bearer, whatever the tree makes of them. */
static uint32_t by_name_behind(struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t next = phrase->head + 1;
    if (!phrase->agent || phrase->plural || next >= r->document->tokens.count ||
        actors_token(r, next)->sentence != actors_token(r, phrase->head)->sentence) {
        return DOCUMENT_NONE;
    }
    uint32_t last = end_of_name(r, next);
    for (uint32_t at = next; last != DOCUMENT_NONE && at <= last; at++) {
        uint32_t entity = entity_of_token(r, at);
        if (entity != DOCUMENT_NONE && r->phrases.items[r->phrase_at[at]].kind == DOCUMENT_BY_NAME) {
            if (phrase->agent->type == DOCUMENT_ORG) {
                take_for_body(r, entity, next, last);
            }
            if (fits(r, entity, phrase)) {
                return entity;
            }
        }
    }
    return DOCUMENT_NONE;
}

/* "The attorney of the state of New York" is nobody's of the nation. */
static bool is_of_body(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct lexicon_entry *country = lexicon_country(r->lexicon, phrase->country);
    return phrase->of_text.size && !(country && base_slice_equal(phrase->of_text, country->name));
}

static uint32_t by_role(struct actors_resolver *r, struct actors_phrase *phrase) {
    const struct lexicon_agent *agent = phrase->agent;
    if (!agent || agent->type != DOCUMENT_PER || phrase->plural || phrase->indefinite || phrase->has_status ||
        !phrase->country[0] || phrase->of || phrase->local || is_of_body(r, phrase) ||
        phrase->owner != DOCUMENT_NONE) { /* "Jane Doe's spokesman" is not the president's */
        return DOCUMENT_NONE;
    }
    const struct lexicon_role *role;
    const struct lexicon_entry *holder =
        lexicon_holder(r->lexicon, agent->noun, phrase->country, r->document->day, &role);
    bool same_office = holder && (!agent->sector[0][0] || strcmp(agent->sector[0], role->sector) == 0);
    return same_office ? actors_need_entity(r, phrase, holder) : DOCUMENT_NONE; /* a rebels' leader is not the leader */
}

/* "The report claimed": whoever reported, or whose report it is. */
enum { LOOK_BACK = 400, LOOK_BACK_TOKENS = 400 };

static uint32_t by_product(struct actors_resolver *r, struct actors_phrase *phrase) {
    if (lexicon_word(r->lexicon, phrase->noun) != LEXICON_PRODUCT || !phrase->definite || phrase->plural) {
        return DOCUMENT_NONE;
    }
    if (phrase->of) {
        return actors_need_entity(r, phrase, phrase->of);
    }
    uint32_t end = phrase->head > LOOK_BACK_TOKENS ? phrase->head - LOOK_BACK_TOKENS : 0;
    for (uint32_t at = phrase->head; at-- > end;) {
        const struct document_token *token = actors_token(r, at);
        if (token->upos != UPOS_VERB || !base_slice_equal(token->lemma, phrase->noun)) {
            continue;
        }
        uint32_t entity = entity_of_token(r, document_child(r->document, at, REL_NSUBJ));
        if (entity != DOCUMENT_NONE && entity_at(r, entity)->type != DOCUMENT_THING) {
            return entity;
        }
    }
    return DOCUMENT_NONE;
}

/* "The president" of whom nothing was said is that of the country that the article is about. */
static uint32_t by_role_at_home(struct actors_resolver *r, struct actors_phrase *phrase) {
    bool bare = phrase->agent && phrase->agent->is_title && phrase->definite && phrase->first == phrase->agent_first &&
                phrase->agent_head == phrase->head && !phrase->country[0] && !phrase->of_text.size;
    if (!bare || !r->main_country[0] || r->document->day == DOCUMENT_DAY_OPEN) {
        return DOCUMENT_NONE;
    }
    memcpy(phrase->country, r->main_country, sizeof phrase->country);
    return by_role(r, phrase);
}

/* ---- "hundreds of soldiers": what the part is of says who they are */

static bool is_genitive(const struct actors_resolver *r, uint32_t noun) {
    uint32_t preposition = document_child(r->document, noun, REL_CASE);
    return preposition != DOCUMENT_NONE && lexicon_word(r->lexicon, actors_token(r, preposition)->form) == LEXICON_BELONGS;
}

static void take_whole(struct actors_resolver *r, struct actors_phrase *phrase) {
    enum lexicon_word part = lexicon_word(r->lexicon, phrase->noun);
    if (part != LEXICON_PART && part != LEXICON_TWO && part != LEXICON_NUMBER && !phrase->counted) {
        return;
    }
    for (DOCUMENT_CHILDREN(r->document, child, phrase->head)) {
        uint32_t number = r->phrase_at[child], count;
        if (actors_token(r, child)->relation != REL_NMOD || child < phrase->head || number == DOCUMENT_NONE) {
            continue;
        }
        struct actors_phrase *whole = &r->phrases.items[number];
        if (whole->kind == DOCUMENT_BY_NOUN && whole->agent && whole->agent->type != DOCUMENT_THING &&
            !whole->agent->is_place_like) {
            actors_read_modifiers(r, whole);
            phrase->agent = lexicon_agent(r->lexicon, r->document, child, &count);
            phrase->agent_head = child;
            phrase->plural = true;
            phrase->last = whole->last > phrase->last ? whole->last : phrase->last;
            phrase->hit = whole->hit;
            memcpy(phrase->country, whole->country, sizeof phrase->country);
            phrase->of = whole->of;
        } else if (phrase->counted && is_genitive(r, child)) {
            phrase->agent = NULL; /* "thousands of dollars" */
        }
        return;
    }
}

/* The soldiers of "hundreds of soldiers" are those hundreds. */
static uint32_t by_part(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, phrase->head);
    uint32_t number = head->relation == REL_NMOD ? r->phrase_at[head->head] : DOCUMENT_NONE;
    const struct actors_phrase *part = number == DOCUMENT_NONE ? NULL : &r->phrases.items[number];
    return part && part->head < phrase->head && part->agent && part->agent_head == phrase->head ? part->entity : DOCUMENT_NONE;
}

/* A body called by capitals, as before: "the Court of Criminal Appeals". */
static uint32_t by_capitals(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t entity = DOCUMENT_NONE;
    if (phrase->name_first != DOCUMENT_NONE && phrase->name_first < phrase->name_last) {
        entity = actors_by_same_name(r, phrase);
    }
    return fits(r, entity, phrase) ? entity : DOCUMENT_NONE;
}

uint32_t actors_by_noun(struct actors_resolver *r, struct actors_phrase *phrase, uint32_t number) {
    bool past = false; /* the one described is none any more */
    take_whole(r, phrase);
    uint32_t entity = by_part(r, phrase);
    entity = entity == DOCUMENT_NONE ? by_structure(r, phrase) : entity;
    entity = entity == DOCUMENT_NONE ? by_name_behind(r, phrase) : entity;
    entity = entity == DOCUMENT_NONE ? by_capitals(r, phrase) : entity;
    entity = entity == DOCUMENT_NONE ? actors_by_country(r, phrase, number) : entity;
    entity = entity == DOCUMENT_NONE ? by_name_in_front(r, phrase) : entity;
    entity = entity == DOCUMENT_NONE ? by_product(r, phrase) : entity;
    if (entity == DOCUMENT_NONE && r->document->day == DOCUMENT_DAY_OPEN) {
        entity = actors_by_description(r, phrase, number, &past); /* without a day, who was named is likelier than who came last */
    }
    entity = entity == DOCUMENT_NONE ? by_role(r, phrase) : entity;
    entity = entity == DOCUMENT_NONE ? actors_by_description(r, phrase, number, &past) : entity;
    uint32_t holder = entity == DOCUMENT_NONE || past ? by_role_at_home(r, phrase) : DOCUMENT_NONE;
    entity = holder == DOCUMENT_NONE ? entity : holder;
    return entity == DOCUMENT_NONE ? actors_new_entity(r, phrase) : entity;
}
