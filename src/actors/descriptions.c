/* Descriptions of whom was named or spoken of before: "the minister", "the group", "the man". */
#include "actors/resolver.h"

enum {
    LOOK_BACK = 400,    /* phrases in which a description looks for what it means */
    NEARER = 200,       /* tokens of a sentence without end */
    NEXT_SENTENCE = 1,  /* who was named so near is meant, of whatever country */
    FAR = 5             /* sentences; farther off, the one of the article's country is no likelier than another */
};

static const struct document_entity *entity_at(const struct actors_resolver *r, uint32_t number) {
    return &r->document->entities.items[number];
}

static bool fits(const struct actors_resolver *r, uint32_t entity, const struct actors_phrase *phrase) {
    return entity != DOCUMENT_NONE && actors_country_allows(entity_at(r, entity), phrase->country) &&
           actors_kind_allows(r, entity, phrase);
}

/* "The Ohio governor" is not the one of Florida. */
static bool is_other_office(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    const struct document_role *role = entity_at(r, number)->role;
    const struct lexicon_entry *country = role ? lexicon_country(r->lexicon, entity_at(r, number)->country) : NULL;
    bool of_state = country && base_slice_equal(role->of, country->name); /* a senator's state is not in the tables */
    if (of_state && phrase->local && base_slice_equal(role->title, phrase->agent->noun)) {
        const struct lexicon_role *held;
        const struct lexicon_entry *entry = r->known.items[number].entry;
        return entry && lexicon_holder(r->lexicon, role->title, entity_at(r, number)->country,
                                       r->document->day, &held) == entry;
    }
    return role && !of_state && role->of.size && phrase->of_text.size && !phrase->of && phrase->agent->is_title &&
           base_slice_equal(role->title, phrase->agent->noun) && !base_slice_equal(role->of, phrase->of_text);
}

/* The phrase that says who they are: "soldiers" of "hundreds of soldiers". */
static const struct actors_phrase *whole_of(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t number = phrase->agent && phrase->agent_head > phrase->head ? r->phrase_at[phrase->agent_head] : DOCUMENT_NONE;
    return number == DOCUMENT_NONE ? phrase : &r->phrases.items[number];
}

/* Does a part behind the noun say which ones are meant? */
bool actors_is_restricted(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t head = whole_of(r, phrase)->head;
    return phrase->kind == DOCUMENT_BY_NOUN && (document_child(r->document, head, REL_ACL_RELCL) != DOCUMENT_NONE ||
                                                document_child(r->document, head, REL_ACL) != DOCUMENT_NONE ||
                                                document_child(r->document, head, REL_NMOD) != DOCUMENT_NONE);
}

static uint32_t first_word(const struct actors_resolver *r, const struct actors_phrase *whole) {
    uint32_t first = whole->first;
    while (first < whole->head && actors_token(r, first)->upos == UPOS_NUM) {
        first++;
    }
    return first;
}

struct base_slice actors_words(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct actors_phrase *whole = whole_of(r, phrase);
    return document_slice(r->document, document_tokens_span(r->document, first_word(r, whole), whole->last));
}

static uint32_t sentences_between(const struct actors_resolver *r, const struct actors_phrase *before,
                                  const struct actors_phrase *phrase) {
    return actors_token(r, phrase->head)->sentence - actors_token(r, before->head)->sentence;
}

/* "minister" for a foreign minister. */
static bool is_short_for(struct base_slice noun, struct base_slice longer) {
    return noun.size < longer.size && base_slice_ends(longer, noun) && longer.data[longer.size - noun.size - 1] == ' ';
}

bool actors_was_called(const struct actors_known *known, const struct actors_phrase *phrase) {
    for (unsigned i = 0; i < known->agent_count; i++) {
        bool shorter = phrase->agent && phrase->definite && !phrase->plural &&
                       is_short_for(phrase->agent->noun, known->agents[i]->noun);
        if (known->agents[i] == phrase->agent || shorter) {
            return true;
        }
    }
    /* "the group" may be an opposition group; a terrorist group is not */
    bool plain = !phrase->agent || base_slice_equal(phrase->agent->noun, phrase->noun);
    for (unsigned i = 0; plain && (phrase->definite || !phrase->agent) && i < known->noun_count; i++) {
        if (base_slice_equal(known->nouns[i], phrase->noun)) {
            return true;
        }
    }
    for (size_t i = 0; known->entry && i < known->entry->noun_count; i++) {
        if (base_slice_equal(known->entry->nouns[i], phrase->noun)) {
            return true;
        }
    }
    return false;
}

/* "The man", with nothing that says which one. */
static bool is_bare(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    return phrase->definite && !phrase->plural && !phrase->demonstrative && !phrase->country[0] &&
           phrase->agent_head == phrase->head && phrase->first == phrase->agent_first && !phrase->of_text.size &&
           !actors_is_restricted(r, phrase) && document_child(r->document, phrase->head, REL_NMOD_POSS) == DOCUMENT_NONE;
}

/* 2: called so before, or its role; 1: a body of the same sector; 0: no. */
static int likeness(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    const struct document_entity *entity = entity_at(r, number);
    const struct lexicon_agent *agent = phrase->agent;
    if (actors_was_called(&r->known.items[number], phrase) ||
        (entity->role && base_slice_equal(entity->role->title, agent->noun))) {
        return 2;
    }
    bool same_sector = agent->sector[0][0] && strcmp(agent->sector[0], entity->sector[0]) == 0;
    bool unknown = !entity->sector[0][0] && strcmp(agent->sector[0], "BUS") == 0; /* "the firm" */
    if ((!same_sector && !unknown) || phrase->plural) {
        return 0;
    }
    bool same_country = phrase->country[0] && strcmp(phrase->country, entity->country) == 0;
    const struct actors_hit *hit = actors_hit_at(r, phrase->first);
    bool bare = phrase->first >= phrase->agent_first || (hit && hit->entry->kind == LEXICON_COUNTRY);
    if (agent->type == DOCUMENT_PER) {
        bool other_title = agent->is_title && entity->role; /* a president is no governor */
        return entity->named && same_country && phrase->definite && bare && !other_title ? 2 : 0;
    }
    return agent->type == DOCUMENT_ORG && entity->named && bare && !strstr("GOV MIL COP JUD LEG PTY", agent->sector[0]) ? 1 : 0;
}

/* "Clinton's campaign" is not Trump's; "the actor's wife" may be that of somebody named. */
static bool is_other_owner(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    const struct actors_known *known = &r->known.items[number];
    bool owned = phrase->owner != DOCUMENT_NONE && known->owner != DOCUMENT_NONE && known->owner != phrase->owner;
    return owned && base_slice_equal(known->owned_as, phrase->noun) && entity_at(r, phrase->owner)->named &&
           entity_at(r, known->owner)->named;
}

/* "Seven people" are not the 44 of the line before. */
static bool is_other_number(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    struct base_slice known = r->known.items[number].count;
    return phrase->plural && phrase->count.size && known.size && !base_slice_equal_nocase(known, phrase->count);
}

static bool has_same_words(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    return base_slice_equal_nocase(actors_words(r, phrase), r->known.items[number].words);
}

/* "The coal companies" and "the people who voted" are not just any companies and people of the lines before. */
static bool is_other_kind(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    const struct actors_phrase *whole = whole_of(r, phrase);
    const struct actors_known *known = &r->known.items[number];
    bool restricted = actors_is_restricted(r, phrase), modified = restricted || first_word(r, whole) < whole->agent_first;
    bool other = (modified && !has_same_words(r, number, phrase)) || (restricted && !known->restricted) ||
                 (phrase->outsider && !known->outsider);
    return phrase->plural && other && !entity_at(r, number)->named;
}

/* Without an article, several of a kind are the same only where they are called the same and of the same country:
 * "people" are in general no "young people", nor those "who voted". */
static bool is_same_kind(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    return phrase->plural && !entity_at(r, number)->named && entity_at(r, number)->plural &&
           base_slice_equal(r->known.items[number].count, phrase->count) && has_same_words(r, number, phrase) &&
           !r->known.items[number].restricted && !actors_is_restricted(r, phrase) &&
           actors_was_called(&r->known.items[number], phrase) && strcmp(entity_at(r, number)->country, phrase->country) == 0;
}

/* Of several presidents: does the phrase name no country, and is this one out of office or of another country than the
 * article is about? */
static bool is_doubtful(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    const struct document_entity *entity = entity_at(r, number);
    if (!phrase->agent->is_title || phrase->country[0] || phrase->has_status || phrase->plural || !entity->named) {
        return false;
    }
    bool former = entity->role && entity->role->status == DOCUMENT_FORMER;
    return former || (r->main_country[0] && entity->country[0] && strcmp(entity->country, r->main_country) != 0);
}

/* "The man" after somebody of whom no more is known than that he may be one. */
static bool may_be_called(const struct actors_resolver *r, const struct actors_phrase *other,
                          const struct actors_phrase *phrase) {
    const struct document_entity *entity = entity_at(r, other->entity);
    const struct actors_known *known = &r->known.items[other->entity];
    char gender = phrase->agent->gender;
    bool anybody = phrase->agent->type == DOCUMENT_PER && gender && strcmp(phrase->agent->sector[0], "CVL") == 0;
    bool private = !known->entry && strcmp(entity->sector[0], "GOV") != 0;
    return is_bare(r, phrase) && anybody && private && entity->type == DOCUMENT_PER && other->kind != DOCUMENT_BY_PRONOUN &&
           known->gender == gender && sentences_between(r, other, phrase) <= NEXT_SENTENCE;
}

/* Is anybody named between the start of the phrase's sentence and the phrase? */
static bool is_somebody_nearer(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t first = r->document->sentences.items[actors_token(r, phrase->head)->sentence].first;
    first = phrase->first > first + NEARER ? phrase->first - NEARER : first;
    for (uint32_t at = first; at < phrase->first; at++) {
        uint32_t name = actors_token(r, at)->name;
        if (name != DOCUMENT_NONE && r->document->names.items[name].type == DOCUMENT_NAME_PER) {
            return true;
        }
    }
    return false;
}

/* "The candidate" after a presidential candidate of the same sentence, or of the one before where this one names nobody. */
static bool holds_such_office(const struct actors_resolver *r, const struct actors_phrase *other,
                              const struct actors_phrase *phrase) {
    const struct document_role *role = entity_at(r, other->entity)->role;
    uint32_t sentences = sentences_between(r, other, phrase);
    return role && is_bare(r, phrase) && is_short_for(phrase->agent->noun, role->title) &&
           (sentences == 0 || (sentences <= NEXT_SENTENCE && !is_somebody_nearer(r, phrase)));
}

/* "The Kentucky Republican" is the politician who was the subject of the sentence before, whoever else was called one. */
static bool is_of_state_party(const struct actors_phrase *phrase) {
    return phrase->local && phrase->definite && !phrase->plural && !phrase->agent->is_title &&
           phrase->agent->type == DOCUMENT_PER && strcmp(phrase->agent->sector[0], "PTY") == 0;
}

static bool is_last_politician(const struct actors_resolver *r, const struct actors_phrase *other,
                               const struct actors_phrase *phrase) {
    const struct document_entity *entity = entity_at(r, other->entity);
    bool politician = entity->sector[0][0] && strstr("LEG GOV PTY ELI", entity->sector[0]);
    return entity->named && politician && actors_token(r, other->head)->relation == REL_NSUBJ &&
           sentences_between(r, other, phrase) == NEXT_SENTENCE;
}

uint32_t actors_by_description(const struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number,
                               bool *past) {
    uint32_t end = number > LOOK_BACK ? number - LOOK_BACK : 0, weak = DOCUMENT_NONE, doubtful = DOCUMENT_NONE;
    uint32_t distance = 0; /* of the doubtful one */
    if (!phrase->agent || phrase->indefinite || phrase->agent->type == DOCUMENT_THING) {
        return DOCUMENT_NONE;
    }
    bool capital = actors_token(r, phrase->head)->upos == UPOS_PROPN;
    for (uint32_t i = number; i-- > end;) {
        const struct actors_phrase *other = &r->phrases.items[i];
        uint32_t entity = other->entity, sentences = sentences_between(r, other, phrase);
        if (!fits(r, entity, phrase) || is_other_number(r, entity, phrase) ||
            is_other_kind(r, entity, phrase) || is_other_owner(r, entity, phrase) || is_other_office(r, entity, phrase)) {
            continue;
        }
        if (doubtful != DOCUMENT_NONE && distance <= NEXT_SENTENCE && sentences > FAR) {
            return doubtful;
        }
        bool country = !phrase->country[0] || entity_at(r, entity)->country[0];
        int like = holds_such_office(r, other, phrase) ? 2 : likeness(r, entity, phrase);
        like = is_of_state_party(phrase) ? 2 * is_last_politician(r, other, phrase) : like;
        if ((phrase->definite || (capital && !phrase->plural)) ? like == 2 && country : is_same_kind(r, entity, phrase)) {
            if (!is_doubtful(r, entity, phrase)) {
                return entity;
            }
            distance = doubtful == DOCUMENT_NONE ? sentences : distance;
            doubtful = doubtful == DOCUMENT_NONE ? entity : doubtful;
        }
        like = like == 0 && may_be_called(r, other, phrase) ? 1 : like;
        like = like == 1 && (phrase->owner != DOCUMENT_NONE || sentences > FAR || capital) ? 0 : like;
        bool unknown = like == 1 && !entity_at(r, entity)->sector[0][0] && sentences > NEXT_SENTENCE;
        like = unknown ? 0 : like;
        weak = weak == DOCUMENT_NONE && like == 1 && phrase->definite ? entity : weak;
    }
    const struct document_role *role = doubtful == DOCUMENT_NONE ? NULL : entity_at(r, doubtful)->role;
    *past = role && role->status == DOCUMENT_FORMER && distance > NEXT_SENTENCE;
    return doubtful != DOCUMENT_NONE ? doubtful : weak;
}
