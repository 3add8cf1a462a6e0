/* The country that the article is about, and who has it for want of one of his own. */
#include "actors/resolver.h"

enum { LEAST_MENTIONS = 5 };

/* Boyer and Moore's majority vote, then the check of it. */
struct vote {
    const char *leader;
    size_t lead, count, all;
};

static void vote_for(struct vote *vote, const char *country, bool check) {
    if (!country[0]) {
        return;
    }
    bool same = vote->leader && strcmp(country, vote->leader) == 0;
    if (check) {
        vote->all++;
        vote->count += same;
    } else if (same || vote->lead == 0) {
        vote->leader = country;
        vote->lead++;
    } else {
        vote->lead--;
    }
}

static const char *country_of_mention(const struct actors_resolver *r, uint32_t number) {
    uint32_t entity = r->phrases.items[number].entity;
    const char *country = entity == DOCUMENT_NONE ? "" : r->document->entities.items[entity].country;
    return lexicon_country(r->lexicon, country) ? country : ""; /* international bodies have codes, too */
}

/* Of a place that is nobody's mention, or of one whose entity has no country. Each counts once: a word that is wrongly
 * taken for a place may be all over the article. */
static const char *country_of_place(const struct actors_resolver *r, const struct document_place *place,
                                    struct base_map *seen) {
    uint32_t number = r->phrase_at[place->head];
    if (base_map_get(seen, place->name) != BASE_MAP_NONE || actors_follows_leaning(r, place->first)) {
        return "";
    }
    base_map_set(seen, r->arena, place->name, 0);
    bool counted = number != DOCUMENT_NONE && country_of_mention(r, number)[0];
    return counted ? "" : place->country;
}

/* That of the page's address, else of the newspaper or station of that name. */
static const char *country_of_outlet(const struct actors_resolver *r) {
    struct lexicon_match found;
    struct base_slice code = r->document->outlet_country, name = r->document->outlet;
    if (code.size == 3) {
        return base_arena_string(r->arena, code);
    }
    bool known = name.size && lexicon_find(r->lexicon, name, &found, 1) == 1 && found.entry->kind == LEXICON_ORG;
    return known && lexicon_country(r->lexicon, found.entry->country) ? found.entry->country : "";
}

/* Empty: no country has more than half of the mentions and places that have one. */
static const char *find_majority(const struct actors_resolver *r, const char *outlet) {
    struct vote vote = {0};
    for (unsigned round = 0; round < 2; round++) {
        struct base_map seen = {0};
        for (unsigned i = 0; outlet[0] && i < LEAST_MENTIONS; i++) {
            vote_for(&vote, outlet, round == 1);
        }
        for (uint32_t i = 0; i < r->phrases.count; i++) {
            vote_for(&vote, country_of_mention(r, i), round == 1);
        }
        for (size_t i = 0; i < r->document->places.count; i++) {
            vote_for(&vote, country_of_place(r, &r->document->places.items[i], &seen), round == 1);
        }
    }
    bool only = vote.count == vote.all && vote.count >= 2;
    return only || (vote.count >= LEAST_MENTIONS && 2 * vote.count > vote.all) ? vote.leader : "";
}

/* The outlet's own country decides where the article alone does not. */
void actors_find_main_country(struct actors_resolver *r) {
    const char *found = find_majority(r, "");
    const char *outlet = found[0] ? "" : country_of_outlet(r);
    strcpy(r->main_country, outlet[0] ? find_majority(r, outlet) : found); /* codes have three letters */
}

/* Somebody of whom no dictionary knows anything and the text no country, and who is no pronoun's or thing's. */
static bool is_local(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_entity *entity = &r->document->entities.items[phrase->entity];
    return phrase->kind != DOCUMENT_BY_PRONOUN && entity->type != DOCUMENT_THING && entity->type != DOCUMENT_LOC &&
           !r->known.items[phrase->entity].entry && !r->known.items[phrase->entity].outsider;
}

static bool expels(const struct actors_resolver *r, uint32_t verb) {
    return lexicon_word(r->lexicon, actors_token(r, verb)->lemma) == LEXICON_EXPELS;
}

/* "Her parents were arrested and deported": who can be is of another country. */
static bool is_expelled(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, document_conjunction_head(r->document, phrase->head));
    if (head->relation != REL_OBJ && head->relation != REL_NSUBJ_PASS) {
        return false;
    }
    bool expelled = expels(r, head->head);
    for (DOCUMENT_CHILDREN(r->document, child, head->head)) {
        expelled |= actors_token(r, child)->relation == REL_CONJ && expels(r, child);
    }
    return expelled;
}

/* ---- who is where the text says that it happened */

enum { SCENE = 200 }; /* tokens on both sides, where a sentence has no end */

static bool is_where(const struct actors_resolver *r, uint32_t token) {
    uint32_t preposition = document_child(r->document, token, REL_CASE);
    enum lexicon_word word =
        preposition == DOCUMENT_NONE ? LEXICON_NO_WORD : lexicon_word(r->lexicon, actors_token(r, preposition)->form);
    return word == LEXICON_WHERE || word == LEXICON_WITHIN;
}

/* The country of "in Brussels", "at the Brussels airport"; empty: the token is no such place. */
static const char *country_where(const struct actors_resolver *r, uint32_t token) {
    uint32_t number = r->document->place_at[token];
    const struct document_place *place = number == DOCUMENT_NONE ? NULL : &r->document->places.items[number];
    if (!place || place->adjective || place->head != token) {
        return "";
    }
    const struct document_token *t = actors_token(r, token);
    bool where = is_where(r, token) || (t->relation == REL_COMPOUND && t->head != DOCUMENT_NONE && is_where(r, t->head));
    return where ? place->country : "";
}

/* Does the token stand below the predicate by way of things and of the phrase only, not within another actor or clause? */
static bool is_scene_of(const struct actors_resolver *r, uint32_t token, uint32_t predicate,
                        const struct actors_phrase *phrase) {
    for (uint32_t above = actors_token(r, token)->head; above != predicate; above = actors_token(r, above)->head) {
        uint32_t number = above == DOCUMENT_NONE ? DOCUMENT_NONE : r->phrase_at[above];
        if (number == DOCUMENT_NONE || (&r->phrases.items[number] != phrase &&
            r->document->entities.items[r->phrases.items[number].entity].type != DOCUMENT_THING)) {
            return false;
        }
    }
    return true;
}

/* The one country in which the sentence says that what the phrase takes part in happened; empty: none, or several. */
static const char *country_of_scene(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, document_conjunction_head(r->document, phrase->head));
    const struct document_sentence *sentence = &r->document->sentences.items[head->sentence];
    uint32_t start = sentence->first, end = sentence->first + sentence->count;
    start = phrase->head > start + SCENE ? phrase->head - SCENE : start;
    end = end > phrase->head + SCENE ? phrase->head + SCENE : end;
    const char *found = "";
    for (uint32_t at = start; head->head != DOCUMENT_NONE && at < end; at++) {
        const char *country = country_where(r, at);
        if (country[0] && is_scene_of(r, at, head->head, phrase)) {
            if (found[0] && strcmp(found, country) != 0) {
                return "";
            }
            found = country;
        }
    }
    return found;
}

/* "People", "residents", "police": of those who live where they are. */
static bool is_resident(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_entity *entity = &r->document->entities.items[phrase->entity];
    bool civil = entity->sector[0][0] && strstr("CVL COP EDU LAB", entity->sector[0]);
    return r->document->place_at && phrase->kind == DOCUMENT_BY_NOUN && !entity->named && civil;
}

/* Abroad, several are most likely of the country where they are; one may be a traveller. */
static void inherit_abroad(struct actors_resolver *r, const struct actors_phrase *phrase) {
    struct document_entity *entity = &r->document->entities.items[phrase->entity];
    const char *country = is_resident(r, phrase) ? country_of_scene(r, phrase) : "";
    if (country[0] && strcmp(country, r->main_country) != 0) {
        memcpy(entity->country, country, entity->type == DOCUMENT_PER ? 0 : sizeof entity->country);
        r->known.items[phrase->entity].outsider = true;
    }
}

/* "The government", "police", a farmer without a country are those of the country that the article is about. */
void actors_inherit_country(struct actors_resolver *r) {
    for (size_t i = 0; i < r->phrases.count; i++) {
        r->known.items[r->phrases.items[i].entity].outsider |= is_expelled(r, &r->phrases.items[i]);
    }
    actors_find_main_country(r); /* again, now that nouns vote as well */
    for (size_t i = 0; i < r->phrases.count && r->main_country[0]; i++) {
        struct document_entity *entity = &r->document->entities.items[r->phrases.items[i].entity];
        if (!entity->country[0] && is_local(r, &r->phrases.items[i])) {
            inherit_abroad(r, &r->phrases.items[i]);
        }
        if (!entity->country[0] && is_local(r, &r->phrases.items[i])) {
            memcpy(entity->country, r->main_country, sizeof entity->country);
        }
    }
}
