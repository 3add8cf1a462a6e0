/* Mentions by name: the entity of an entry, of the same words before, of a surname, of initials. */
#include "actors/resolver.h"
#include "base/utf8.h"

static struct base_slice name_text(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    return document_slice(r->document, document_tokens_span(r->document, phrase->name_first, phrase->name_last));
}

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

/* "J", "Sr.": initials and abbreviations are no surnames. */
static bool is_short(struct base_slice form) {
    return form.size < 3 || (form.size <= 4 && form.data[form.size - 1] == '.');
}

static struct base_slice last_word(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t last = phrase->name_last;
    while (last > phrase->name_first && is_short(actors_token(r, last)->form)) {
        last--;
    }
    return base_lower_copy(r->arena, actors_token(r, last)->form);
}

static uint32_t latest(const struct base_map *map, struct base_slice key) {
    uint32_t number = base_map_get(map, key);
    return number == BASE_MAP_NONE ? DOCUMENT_NONE : number;
}

static bool is_person_name(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    if (phrase->hit) {
        return phrase->hit->entry->kind == LEXICON_PER;
    }
    uint32_t name = actors_token(r, phrase->name_last)->name;
    return name != DOCUMENT_NONE ? r->document->names.items[name].type == DOCUMENT_NAME_PER
                                 : phrase->agent && phrase->agent->type == DOCUMENT_PER;
}

/* Is the shorter name the end of the longer one, or does it begin and end as that does ("Donald J. Trump")? */
static bool shortens(struct base_slice name, struct base_slice full) {
    if (base_slice_ends(full, name)) {
        return full.size == name.size || full.data[full.size - name.size - 1] == ' ';
    }
    struct base_slice first = base_slice_cut(&name, ' '), other = base_slice_cut(&full, ' ');
    return name.size && full.size && base_slice_equal(first, other);
}

/* The surname of somebody named before, whatever the lexicon thinks of it alone; or more of the name than that. */
static uint32_t by_surname(struct actors_resolver *r, const struct actors_phrase *phrase) {
    bool short_form = phrase->hit && phrase->hit->form == LEXICON_ALONE;
    if (phrase->hit && !short_form && phrase->hit->entry->kind != LEXICON_PER) {
        return DOCUMENT_NONE;
    }
    uint32_t number = latest(&r->by_last_word, last_word(r, phrase));
    if (number == DOCUMENT_NONE || r->document->entities.items[number].type != DOCUMENT_PER) {
        return DOCUMENT_NONE;
    }
    const struct actors_known *known = &r->known.items[number];
    uint32_t name = actors_token(r, phrase->name_last)->name;
    bool other = name != DOCUMENT_NONE && r->document->names.items[name].type != DOCUMENT_NAME_PER;
    bool another = phrase->hit && !short_form && known->entry && known->entry != phrase->hit->entry;
    char gender = phrase->agent ? phrase->agent->gender : 0; /* "Mrs." */
    uint32_t famous = short_form ? actors_entity_of(r, phrase->hit->entry, true) : DOCUMENT_NONE;
    if ((gender && known->gender && gender != known->gender) || famous != DOCUMENT_NONE) {
        return famous; /* who goes by the name alone, and was named before as well */
    }
    struct base_slice text = name_text(r, phrase);
    bool same = phrase->name_first == phrase->name_last || shortens(text, known->full) ||
                (known->full.size < text.size && shortens(known->full, text));
    return same && !another && !(other && !short_form) ? number : DOCUMENT_NONE;
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

/* A full name gives away the given name, and that the gender. */
static void note_given_name(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number) {
    if (phrase->name_first == phrase->name_last) {
        return;
    }
    note_first_word(r, phrase, number);
    struct actors_known *known = &r->known.items[number];
    struct base_slice given = actors_token(r, phrase->name_first)->form;
    known->gender = known->gender ? known->gender : lexicon_gender(r->lexicon, given);
}

/* "Lucy", after "Lucy Lau"; "Mopani", after "Mopani Copper Mines". */
static uint32_t by_given_name(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    bool single = phrase->name_first == phrase->name_last;
    uint32_t number =
        single && !phrase->hit ? base_map_get(&r->by_first_word, actors_token(r, phrase->name_last)->form) : SHARED;
    bool fits = number < SHARED && (is_person_name(r, phrase) || r->document->entities.items[number].type == DOCUMENT_ORG);
    return fits ? number : DOCUMENT_NONE;
}

void actors_note_name(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number) {
    base_map_set(&r->by_name, r->arena, base_lower_copy(r->arena, name_text(r, phrase)), number);
    if (is_person_name(r, phrase)) {
        base_map_set(&r->by_last_word, r->arena, last_word(r, phrase), number);
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
    return latest(&r->by_name, base_lower_copy(r->arena, name_text(r, phrase)));
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
    uint32_t number = by_surname(r, phrase);
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
    struct base_slice *full = &r->known.items[number].full;
    *full = name_text(r, phrase).size > full->size ? name_text(r, phrase) : *full;
    if (!r->known.items[number].entry) {
        r->document->entities.items[number].name = *full;
        if (phrase->hit && phrase->hit->form != LEXICON_ALONE) {
            actors_take_entry(r, number, phrase->hit->entry);
        }
    }
    return number;
}
