/* What the modifiers of a noun phrase say: country, the body it belongs to, how a role is held. */
#include "actors/resolver.h"

static void set_country(struct actors_phrase *phrase, const char *country) {
    if (!phrase->country[0]) {
        memcpy(phrase->country, country, sizeof phrase->country);
    }
}

static enum lexicon_word word_of(const struct actors_resolver *r, uint32_t token) {
    const struct document_token *t = actors_token(r, token);
    enum lexicon_word word = lexicon_word(r->lexicon, t->form);
    return word ? word : lexicon_word(r->lexicon, t->lemma);
}

static enum lexicon_word preposition_of(const struct actors_resolver *r, uint32_t token) {
    uint32_t preposition = document_child(r->document, token, REL_CASE);
    return preposition == DOCUMENT_NONE ? LEXICON_NO_WORD : word_of(r, preposition);
}

static bool is_in_name(const struct actors_phrase *phrase, uint32_t token) {
    return phrase->kind == DOCUMENT_BY_NAME && token >= phrase->name_first && token <= phrase->name_last;
}

static const char *country_at(const struct actors_resolver *r, uint32_t token) {
    const struct actors_hit *hit = actors_hit_at(r, token);
    uint32_t place = r->document->place_at ? r->document->place_at[token] : DOCUMENT_NONE;
    return place != DOCUMENT_NONE                              ? r->document->places.items[place].country
           : hit && actors_is_place_kind(hit->entry->kind) ? hit->entry->country
                                                               : "";
}

/* "Officials in Brazil and China" are of no one country. */
static bool is_of_several(const struct actors_resolver *r, uint32_t token) {
    for (DOCUMENT_CHILDREN(r->document, child, token)) {
        const char *one = country_at(r, token), *other = country_at(r, child);
        if (actors_token(r, child)->relation == REL_CONJ && one[0] && other[0] && strcmp(one, other) != 0) {
            return true;
        }
    }
    return false;
}

static void take_owner(struct actors_phrase *phrase, const struct lexicon_entry *entry, struct base_slice text) {
    if (entry->kind == LEXICON_ORG || entry->kind == LEXICON_GROUP) {
        phrase->of = phrase->of ? phrase->of : entry;
    } else {
        set_country(phrase, entry->country);
        phrase->local |= entry->country[0] && (entry->kind == LEXICON_REGION || entry->kind == LEXICON_CITY);
    }
    if (entry->kind != LEXICON_PER && !phrase->of_text.size) {
        phrase->of_text = entry->kind == LEXICON_COUNTRY ? entry->name : text;
    }
}

static struct base_slice text_of(const struct actors_resolver *r, uint32_t first, uint32_t last) {
    return document_slice(r->document, document_tokens_span(r->document, first, last));
}

static void take_place(const struct actors_resolver *r, struct actors_phrase *phrase, uint32_t number) {
    const struct document_place *place = &r->document->places.items[number];
    set_country(phrase, place->country);
    phrase->local |= place->precision != DOCUMENT_COUNTRY;
}

bool actors_is_stranger(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    return phrase->kind == DOCUMENT_BY_NOUN && lexicon_word(r->lexicon, phrase->noun) == LEXICON_STRANGER;
}

static void read_owner(struct actors_resolver *r, struct actors_phrase *phrase, uint32_t child) {
    const struct actors_hit *hit = actors_hit_at(r, child);
    uint32_t number = r->phrase_at[child];
    const struct actors_phrase *owner = number == DOCUMENT_NONE ? NULL : &r->phrases.items[number];
    if (owner && actors_is_stranger(r, owner)) {
        return; /* "the son of Syrian immigrants" */
    }
    if (hit && hit->form != LEXICON_ALONE) {
        take_owner(phrase, hit->entry, hit->entry->name);
        return;
    }
    uint32_t place = r->document->place_at ? r->document->place_at[child] : DOCUMENT_NONE;
    if (place != DOCUMENT_NONE) {
        take_place(r, phrase, place);
        phrase->of_text = phrase->of_text.size ? phrase->of_text : r->document->places.items[place].name;
    } else if (owner && owner->entity != DOCUMENT_NONE) {
        const struct document_entity *entity = &r->document->entities.items[owner->entity];
        set_country(phrase, entity->country);
        bool body = entity->type == DOCUMENT_ORG || entity->type == DOCUMENT_GROUP;
        phrase->of_text = body && !phrase->of_text.size ? entity->name : phrase->of_text;
    } else if (owner && owner->kind != DOCUMENT_BY_PRONOUN && !phrase->of_text.size) {
        phrase->of_text = owner->name_first == DOCUMENT_NONE ? text_of(r, owner->first, owner->last)
                                                             : text_of(r, owner->name_first, owner->name_last);
        set_country(phrase, owner->country);
        for (DOCUMENT_CHILDREN(r->document, part, child)) {
            const struct actors_hit *of = actors_hit_at(r, part);
            uint32_t within = r->document->place_at ? r->document->place_at[part] : DOCUMENT_NONE;
            if (of && of->form == LEXICON_ADJECTIVE && actors_token(r, part)->relation == REL_AMOD) {
                set_country(phrase, of->entry->country); /* "the chancellor of a Spanish university" */
            } else if (within != DOCUMENT_NONE && preposition_of(r, part) == LEXICON_BELONGS) {
                take_place(r, phrase, within); /* "the governor of the state of New York" */
            }
        }
    }
}

/* Of a person or body: "her campaign", "the Clinton campaign". */
static void note_owner(struct actors_resolver *r, struct actors_phrase *phrase, uint32_t child) {
    const struct actors_hit *hit = actors_hit_at(r, child);
    uint32_t number = r->phrase_at[child];
    uint32_t entity = number != DOCUMENT_NONE ? r->phrases.items[number].entity
                      : hit                   ? actors_entity_of(r, hit->entry, true)
                                              : actors_bearer(r, child);
    enum document_entity_type type = entity == DOCUMENT_NONE ? DOCUMENT_THING : r->document->entities.items[entity].type;
    if (phrase->owner == DOCUMENT_NONE && type != DOCUMENT_THING && type != DOCUMENT_LOC) {
        phrase->owner = entity;
    }
}

static void read_status(struct actors_phrase *phrase, enum lexicon_word word) {
    static const enum document_role_status statuses[] = {[LEXICON_FORMER] = DOCUMENT_FORMER,
                                                         [LEXICON_ACTING] = DOCUMENT_ACTING,
                                                         [LEXICON_DESIGNATE] = DOCUMENT_DESIGNATE,
                                                         [LEXICON_ALLEGED] = DOCUMENT_ALLEGED};
    if (word >= LEXICON_FORMER && word <= LEXICON_ALLEGED && !phrase->has_status) {
        phrase->status = statuses[word];
        phrase->has_status = true;
    }
}

static bool is_outsider(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    return phrase->kind == DOCUMENT_BY_NOUN && lexicon_word(r->lexicon, phrase->noun) == LEXICON_OUTSIDER;
}

static void read_owner_unless_outsider(struct actors_resolver *r, struct actors_phrase *phrase, uint32_t child) {
    if (is_outsider(r, phrase)) {
        const struct document_token *owner = actors_token(r, child); /* "Chad's neighbours", "its allies" */
        bool its = owner->upos == UPOS_PRON && document_has_feature(owner, "Gender=Neut");
        phrase->outsider |= actors_hit_at(r, child) != NULL || its;
    } else {
        read_owner(r, phrase, child);
    }
}

/* Are "officials in Turkey" Turkish? Soldiers, spies and reporters may well be from elsewhere. */
static bool is_at_home(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    return phrase->kind == DOCUMENT_BY_NOUN && phrase->agent && phrase->agent->type != DOCUMENT_THING &&
           !actors_is_stranger(r, phrase) && !is_outsider(r, phrase) && !phrase->outsider &&
           !(phrase->agent->sector[0][0] && strstr("MIL SPY JRN REF REB UAF", phrase->agent->sector[0]));
}

static void read_child(struct actors_resolver *r, struct actors_phrase *phrase, uint32_t child) {
    const struct document_token *token = actors_token(r, child);
    const struct actors_hit *hit = actors_hit_at(r, child);
    uint32_t place = r->document->place_at ? r->document->place_at[child] : DOCUMENT_NONE;
    bool belongs = token->relation == REL_NMOD && preposition_of(r, child) == LEXICON_BELONGS;
    if (is_in_name(phrase, child) || actors_follows_leaning(r, child)) {
        return;
    }
    if (belongs || token->relation == REL_NMOD_POSS || token->relation == REL_COMPOUND) {
        note_owner(r, phrase, child);
    }
    switch (token->relation) {
    case REL_AMOD:
    case REL_COMPOUND:
    case REL_ADVMOD:
    case REL_NMOD_DESC:
        read_status(phrase, word_of(r, child));
        phrase->outsider |= token->relation == REL_AMOD && word_of(r, child) == LEXICON_OUTSIDER &&
                            !(phrase->agent && child >= phrase->agent_first);
        if (hit && hit->form != LEXICON_ALONE && token->relation != REL_ADVMOD) {
            take_owner(phrase, hit->entry, hit->entry->name);
        } else if (place != DOCUMENT_NONE && token->relation != REL_ADVMOD) {
            take_place(r, phrase, place); /* "Vancouver police" */
        }
        break;
    case REL_NMOD_POSS:
    case REL_NMOD:
        if (belongs || token->relation == REL_NMOD_POSS) {
            read_owner_unless_outsider(r, phrase, child);
        } else if (preposition_of(r, child) == LEXICON_WITHIN && place != DOCUMENT_NONE && is_at_home(r, phrase)) {
            phrase->outsider |= is_of_several(r, child);
            phrase->within = phrase->outsider ? DOCUMENT_NONE : place;
        }
        break;
    default:
        break;
    }
}

/* Adjectives that hang from a word in between: "Russian Foreign Ministry spokeswoman". */
static void read_between(struct actors_resolver *r, struct actors_phrase *phrase) {
    uint32_t end = phrase->agent_head > phrase->head ? phrase->agent_head : phrase->head;
    for (uint32_t at = phrase->first; at < end && !phrase->country[0]; at++) {
        const struct actors_hit *hit = actors_hit_at(r, at);
        const struct document_token *token = actors_token(r, at);
        bool nominal = token->head != DOCUMENT_NONE && token->head <= end && token->head > at &&
                       (actors_token(r, token->head)->upos == UPOS_NOUN || actors_token(r, token->head)->upos == UPOS_PROPN);
        uint32_t count;
        bool through = nominal && hit && hit->form != LEXICON_ADJECTIVE && token->head != phrase->head &&
                       token->head != phrase->agent_head; /* "Iraq War veteran" is not of Iraq, "UN agency chief" is of the UN */
        nominal = nominal && !(through && !lexicon_agent(r->lexicon, r->document, token->head, &count));
        if (hit && nominal && token->relation != REL_NMOD_POSS && hit->form != LEXICON_ALONE && !is_in_name(phrase, at)) {
            take_owner(phrase, hit->entry, hit->entry->name);
        }
    }
}

/* The country in the name of a body that no table has: "Syrian Observatory for Human Rights". */
static void read_inside(struct actors_resolver *r, struct actors_phrase *phrase) {
    uint32_t name = actors_token(r, phrase->name_last)->name;
    if (name == DOCUMENT_NONE || r->document->names.items[name].type != DOCUMENT_NAME_ORG) {
        return;
    }
    for (uint32_t at = phrase->name_first; at <= phrase->name_last && !phrase->country[0]; at++) {
        const struct actors_hit *hit = actors_hit_at(r, at);
        uint32_t place = r->document->place_at ? r->document->place_at[at] : DOCUMENT_NONE;
        bool city = hit && hit->entry->kind == LEXICON_CITY && place == DOCUMENT_NONE; /* a saint, for one */
        if (hit && !city && hit->form != LEXICON_CAPITAL && hit->entry->kind != LEXICON_PER) {
            set_country(phrase, hit->entry->country);
        }
    }
}

void actors_read_modifiers(struct actors_resolver *r, struct actors_phrase *phrase) {
    for (DOCUMENT_CHILDREN(r->document, child, phrase->head)) {
        read_child(r, phrase, child);
    }
    if (phrase->agent && phrase->agent_head != phrase->head && !is_in_name(phrase, phrase->agent_head)) {
        for (DOCUMENT_CHILDREN(r->document, child, phrase->agent_head)) {
            read_child(r, phrase, child);
        }
    }
    for (DOCUMENT_CHILDREN(r->document, sibling, phrase->modifier ? actors_token(r, phrase->head)->head : phrase->head)) {
        if (phrase->modifier && sibling < phrase->first) {
            read_child(r, phrase, sibling);
        }
    }
    read_between(r, phrase);
    if (phrase->of) {
        set_country(phrase, phrase->of->country); /* where no adjective gives another: "U.S. ambassador to the UN" */
    }
    if (phrase->within != DOCUMENT_NONE) {
        set_country(phrase, r->document->places.items[phrase->within].country);
    }
    if (phrase->kind == DOCUMENT_BY_NAME && !phrase->hit) {
        read_inside(r, phrase);
    }
    if (phrase->kind == DOCUMENT_BY_NOUN && phrase->hit) {
        set_country(phrase, phrase->hit->entry->country);
    }
}

/* "JERUSALEM (AP) --", "BOGOTA - Police ...": at the start, and a bracket or a dash behind. */
static bool is_dateline(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_sentence *sentence =
        &r->document->sentences.items[actors_token(r, phrase->head)->sentence];
    uint32_t behind = phrase->name_last + 1;
    return phrase->name_first == sentence->first && behind < sentence->first + sentence->count &&
           actors_token(r, behind - 1)->space_after && actors_token(r, behind)->upos == UPOS_PUNCT &&
           !base_slice_is(actors_token(r, behind)->form, "\"");
}

/* A country, its capital or its seat acts where it is subject, owner or partner of what is done; a country name also
 * elsewhere, but not as the place of something. */
bool actors_place_acts(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t first = document_conjunction_head(r->document, phrase->head);
    const struct document_token *token = actors_token(r, first);
    enum lexicon_word preposition = preposition_of(r, phrase->head);
    preposition = preposition ? preposition : preposition_of(r, first);
    bool capital = phrase->hit->form == LEXICON_CAPITAL;
    bool where = preposition == LEXICON_WHERE || preposition == LEXICON_WITHIN;
    if (phrase->hit->entry->kind != LEXICON_COUNTRY || where || is_dateline(r, phrase)) {
        return false;
    }
    switch (token->relation) {
    case REL_NSUBJ:
    case REL_NMOD_POSS:
    case REL_OBL_AGENT:
    case REL_OBJ:
    case REL_IOBJ:
    case REL_NSUBJ_PASS:
        return true;
    default:
        return !capital || preposition == LEXICON_PARTNER;
    }
}
