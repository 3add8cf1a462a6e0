/* Mentions by name: the entity of an entry, of the same words before, of a surname, of initials. */
#include "actors/resolver.h"
#include "base/utf8.h"

/* A place has two entities: one that acts and one that is only a place. */
static uint32_t entity_of_place(struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct lexicon_entry *entry = phrase->hit->entry;
    bool acts = actors_place_acts(r, phrase);
    uint32_t number = actors_entity_of(r, entry, acts);
    if (number != DOCUMENT_NONE) {
        return number;
    }
    number = actors_new_entity(r, phrase);
    struct document_entity *entity = &r->document->entities.items[number];
    r->known.items[number].is_place = true;
    r->known.items[number].entry = entry;
    entity->name = entry->name;
    entity->named = true;
    memcpy(entity->country, entry->country, sizeof entity->country);
    entity->type = acts ? DOCUMENT_LOC : DOCUMENT_THING;
    memcpy(entity->sector[0], acts ? "GOV" : "", acts ? 4 : 1);
    entity->place = r->document->place_at ? r->document->place_at[phrase->head] : DOCUMENT_NONE;
    actors_set_entity_of(r, entry, acts, number);
    return number;
}

/* ---- by the words of the name */

static uint32_t latest(const struct base_map *map, struct base_slice key) {
    uint32_t number = base_map_get(map, key);
    return number == BASE_MAP_NONE ? DOCUMENT_NONE : number;
}

#define SHARED (UINT32_MAX - 1) /* a given name of several */

static void note_first_word(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number) {
    struct base_slice word = actors_token(r, phrase->name_first)->form;
    uint32_t bearer = base_map_get(&r->by_first_word, word);
    if (phrase->name_first < phrase->name_last) {
        base_map_set(&r->by_first_word, r->arena, word, bearer == BASE_MAP_NONE || bearer == number ? number : SHARED);
    }
}

/* Does the word belong to the name alone, being no place, no people and no noun for a body? */
static bool is_own_word(const struct actors_resolver *r, uint32_t token) {
    bool place = r->document->place_at && r->document->place_at[token] != DOCUMENT_NONE;
    uint32_t count;
    return !place && !actors_hit_at(r, token) && actors_token(r, token)->upos == UPOS_PROPN &&
           !lexicon_agent(r->lexicon, r->document, token, &count);
}

static char gender_of_noun(const struct actors_resolver *r, uint32_t token) {
    uint32_t count;
    const struct lexicon_agent *agent = actors_token(r, token)->upos == UPOS_NOUN
                                            ? lexicon_agent(r->lexicon, r->document, token, &count)
                                            : NULL;
    return agent && agent->type == DOCUMENT_PER ? agent->gender : 0;
}

/* "His wife, Anna Holt", "Anna Holt, his wife". */
static char gender_beside(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, phrase->head);
    uint32_t behind = document_child(r->document, phrase->head, REL_APPOS);
    char gender = head->relation == REL_APPOS ? gender_of_noun(r, head->head) : 0;
    return gender || behind == DOCUMENT_NONE ? gender : gender_of_noun(r, behind);
}

/* A full name gives away the given name, and that the gender; as does a noun beside it. */
static void note_given_name(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number) {
    if (phrase->name_first == phrase->name_last) {
        return;
    }
    note_first_word(r, phrase, number);
    struct actors_known *known = &r->known.items[number];
    struct base_slice given = actors_token(r, phrase->name_first)->form;
    known->gender = known->gender ? known->gender : gender_beside(r, phrase);
    known->gender = known->gender ? known->gender : lexicon_gender(r->lexicon, given);
}

/* "Lucy", after "Lucy Lau"; "Mopani", after "Mopani Copper Mines". */
static uint32_t by_given_name(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    bool single = phrase->name_first == phrase->name_last;
    uint32_t number =
        single && !phrase->hit ? base_map_get(&r->by_first_word, actors_token(r, phrase->name_last)->form) : SHARED;
    bool fits = number < SHARED && (actors_is_person_name(r, phrase) || r->document->entities.items[number].type == DOCUMENT_ORG);
    return fits ? number : DOCUMENT_NONE;
}

/* The last word of "Karl and Anna Holt" is Karl's surname, too. DOCUMENT_NONE: it is no such name. */
static uint32_t shared_surname(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t next = phrase->name_last + 2;
    bool joined = phrase->name_first == phrase->name_last && next < r->document->tokens.count &&
                  actors_token(r, next - 1)->upos == UPOS_CCONJ && actors_is_person_name(r, phrase);
    uint32_t number = joined ? actors_token(r, next)->name : DOCUMENT_NONE;
    const struct document_name *name = number == DOCUMENT_NONE ? NULL : &r->document->names.items[number];
    return name && name->type == DOCUMENT_NAME_PER && name->first == next && name->count == 2 ? next + 1 : DOCUMENT_NONE;
}

void actors_note_name(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number) {
    base_map_set(&r->by_name, r->arena, base_lower_copy(r->arena, actors_name_text(r, phrase)), number);
    if (actors_is_person_name(r, phrase)) {
        uint32_t shared = r->known.items[number].name_count ? DOCUMENT_NONE : shared_surname(r, phrase);
        if (shared != DOCUMENT_NONE) {
            actors_note_bearer(r, shared, number);
        }
        actors_note_surname(r, phrase, number);
        note_given_name(r, phrase, number);
    } else if (r->document->entities.items[number].type == DOCUMENT_ORG && is_own_word(r, phrase->name_first)) {
        note_first_word(r, phrase, number);
    }
}

/* "FARC" from the first letters of "Fuerzas Armadas Revolucionarias de Colombia": capitals only. */
static void note_initials(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number) {
    char initials[16];
    size_t count = 0;
    for (uint32_t at = phrase->name_first; at <= phrase->name_last && count < sizeof initials; at++) {
        char c = actors_token(r, at)->form.data[0];
        if (c >= 'A' && c <= 'Z') {
            initials[count++] = (char)(c - 'A' + 'a');
        }
    }
    struct base_slice key = {initials, count};
    if (count >= 3 && base_map_get(&r->by_name, key) == BASE_MAP_NONE) {
        base_map_set(&r->by_name, r->arena, base_arena_copy(r->arena, key), number);
    }
}

/* "Human Rights Watch (HRW)", whatever the letters. */
static uint32_t in_brackets(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct actors_phrase *before = phrase == r->phrases.items ? NULL : phrase - 1;
    bool close = before && before->kind == DOCUMENT_BY_NAME && before->name_last + 2 == phrase->name_first &&
                 phrase->name_first == phrase->name_last &&
                 base_slice_is(actors_token(r, phrase->name_first - 1)->form, "(");
    if (!close || before->entity == DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    enum document_entity_type type = r->document->entities.items[before->entity].type;
    return type == DOCUMENT_ORG || type == DOCUMENT_GROUP ? before->entity : DOCUMENT_NONE;
}

uint32_t actors_by_same_name(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t number = latest(&r->by_name, base_lower_copy(r->arena, actors_name_text(r, phrase)));
    char gender = phrase->agent && phrase->agent->is_honorific ? phrase->agent->gender : 0;
    bool other = number != DOCUMENT_NONE && gender && r->known.items[number].gender && r->known.items[number].gender != gender;
    return other ? DOCUMENT_NONE : number; /* "Mr. Holt", "Ms. Holt" */
}

enum { CANDIDATES = 8 };

/* "Mrs. Clinton" is none of the men who go by that name. */
static const struct lexicon_entry *entry_of(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    const struct lexicon_entry *entry = phrase->hit ? phrase->hit->entry : NULL;
    char gender = phrase->agent ? phrase->agent->gender : 0;
    if (!entry || !gender || !entry->gender || entry->gender == gender || phrase->hit->form != LEXICON_ALONE) {
        return entry;
    }
    struct lexicon_match found[CANDIDATES];
    size_t count = lexicon_match(r->lexicon, r->document, phrase->hit->first, found, CANDIDATES);
    for (size_t i = 0; i < count; i++) {
        if (found[i].entry->gender == gender) {
            return found[i].entry;
        }
    }
    return NULL;
}

uint32_t actors_by_name(struct actors_resolver *r, struct actors_phrase *phrase) {
    if (phrase->hit && actors_is_place_kind(phrase->hit->entry->kind)) {
        return entity_of_place(r, phrase);
    }
    uint32_t number = actors_by_surname(r, phrase);
    const struct lexicon_entry *entry = entry_of(r, phrase);
    if (number == DOCUMENT_NONE && entry) {
        number = actors_need_entity(r, phrase, entry);
    }
    if (number == DOCUMENT_NONE) {
        number = actors_by_same_name(r, phrase);
    }
    number = number == DOCUMENT_NONE ? by_given_name(r, phrase) : number;
    number = number == DOCUMENT_NONE ? in_brackets(r, phrase) : number;
    if (number == DOCUMENT_NONE) {
        number = actors_new_entity(r, phrase);
    }
    enum document_entity_type type = r->document->entities.items[number].type;
    if (type == DOCUMENT_ORG || type == DOCUMENT_GROUP) {
        note_initials(r, phrase, number);
    }
    actors_note_name(r, phrase, number);
    r->known.items[number].name_count++;
    struct base_slice *full = &r->known.items[number].full;
    *full = actors_name_text(r, phrase).size > full->size ? actors_name_text(r, phrase) : *full;
    if (!r->known.items[number].entry) {
        r->document->entities.items[number].name = *full;
        if (phrase->hit && phrase->hit->form != LEXICON_ALONE) {
            actors_take_entry(r, number, phrase->hit->entry);
        }
    }
    return number;
}
