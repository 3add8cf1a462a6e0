/* Which of those who bear a surname is meant: gender and title have to fit, then the one whom the text speaks of most. */
#include "actors/resolver.h"
#include "base/utf8.h"

enum { BEARERS = 8 }; /* of one surname that are looked at */

struct base_slice actors_name_text(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    return document_slice(r->document, document_tokens_span(r->document, phrase->name_first, phrase->name_last));
}

bool actors_is_person_name(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    if (phrase->hit) {
        return phrase->hit->entry->kind == LEXICON_PER;
    }
    uint32_t name = actors_token(r, phrase->name_last)->name;
    return name != DOCUMENT_NONE ? r->document->names.items[name].type == DOCUMENT_NAME_PER
                                 : phrase->agent && phrase->agent->type == DOCUMENT_PER;
}

bool actors_is_short(struct base_slice form) {
    return form.size < 3 || (form.size <= 4 && form.data[form.size - 1] == '.');
}

static struct base_slice last_word(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t last = phrase->name_last;
    while (last > phrase->name_first && actors_is_short(actors_token(r, last)->form)) {
        last--;
    }
    return base_lower_copy(r->arena, actors_token(r, last)->form);
}

/* Is the shorter name the end of the longer one, or does it begin and end as that does ("Donald J. Trump")? */
static bool shortens(struct base_slice name, struct base_slice full) {
    if (base_slice_ends(full, name)) {
        return full.size == name.size || full.data[full.size - name.size - 1] == ' ';
    }
    struct base_slice first = base_slice_cut(&name, ' '), other = base_slice_cut(&full, ' ');
    return name.size && full.size && base_slice_equal(first, other);
}

static uint32_t newest_bearer(const struct actors_resolver *r, struct base_slice surname) {
    uint32_t newest = base_map_get(&r->by_last_word, surname);
    return newest == BASE_MAP_NONE ? DOCUMENT_NONE : newest;
}

uint32_t actors_bearer(const struct actors_resolver *r, uint32_t token) {
    bool name = actors_token(r, token)->upos == UPOS_PROPN;
    uint32_t at = name ? newest_bearer(r, base_lower_copy(r->arena, actors_token(r, token)->form)) : DOCUMENT_NONE;
    return at == DOCUMENT_NONE ? DOCUMENT_NONE : r->bearers.items[at].entity;
}

static void note_bearer(struct actors_resolver *r, struct base_slice surname, uint32_t number) {
    uint32_t newest = newest_bearer(r, surname), at = newest;
    for (unsigned i = 0; i < BEARERS && at != DOCUMENT_NONE; i++) {
        if (r->bearers.items[at].entity == number) {
            return;
        }
        at = r->bearers.items[at].older;
    }
    base_map_set(&r->by_last_word, r->arena, surname, (uint32_t)r->bearers.count);
    BASE_PUSH(r->arena, &r->bearers, ((struct actors_bearer){number, newest}));
}

void actors_note_bearer(struct actors_resolver *r, uint32_t token, uint32_t number) {
    note_bearer(r, base_lower_copy(r->arena, actors_token(r, token)->form), number);
}

void actors_note_surname(struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number) {
    note_bearer(r, last_word(r, phrase), number);
}

static char honorific_gender(const struct actors_phrase *phrase) {
    return phrase->agent ? phrase->agent->gender : 0; /* "Mrs." */
}

static bool may_be(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase, bool short_form) {
    const struct actors_known *known = &r->known.items[number];
    char gender = honorific_gender(phrase);
    bool another = phrase->hit && !short_form && known->entry && known->entry != phrase->hit->entry;
    struct base_slice text = actors_name_text(r, phrase);
    another |= phrase->name_first < phrase->name_last && !phrase->hit && known->entry &&
               !shortens(known->entry->name, text) && !shortens(text, known->full);
    bool same = phrase->name_first == phrase->name_last || shortens(text, known->full) ||
                (known->full.size < text.size && shortens(known->full, text));
    return r->document->entities.items[number].type == DOCUMENT_PER && same && !another &&
           (!gender || !known->gender || gender == known->gender);
}

/* Does he hold the office that stands before the name? */
static bool has_title(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    const struct document_role *role = r->document->entities.items[number].role;
    const struct actors_known *known = &r->known.items[number];
    bool title = phrase->agent && !phrase->agent->is_honorific;
    bool called = title && role && base_slice_equal(role->title, phrase->agent->noun);
    for (unsigned i = 0; title && i < known->agent_count; i++) {
        called |= known->agents[i] == phrase->agent;
    }
    return called;
}

static bool is_likelier(const struct actors_resolver *r, uint32_t number, uint32_t than, const struct actors_phrase *phrase) {
    const struct actors_known *one = &r->known.items[number], *other = &r->known.items[than];
    bool title = has_title(r, number, phrase), other_title = has_title(r, than, phrase);
    char gender = honorific_gender(phrase);
    if (title != other_title) {
        return title;
    }
    if (gender && one->gender != other->gender) {
        return one->gender == gender;
    }
    return one->name_count != other->name_count ? one->name_count > other->name_count : one->last > other->last;
}

/* "Karl Holt" need not be who was "Mr. Holt", where there are others. */
static bool is_another_in_full(const struct actors_resolver *r, uint32_t number, const struct actors_phrase *phrase) {
    bool surname_only = base_slice_find(r->known.items[number].full, BASE_SLICE(" ")) == SIZE_MAX;
    uint32_t newest = newest_bearer(r, last_word(r, phrase));
    return surname_only && phrase->name_first < phrase->name_last && newest != DOCUMENT_NONE &&
           r->bearers.items[newest].older != DOCUMENT_NONE;
}

/* The surname of somebody named before, whatever the lexicon thinks of it alone; or more of the name than that. */
uint32_t actors_by_surname(struct actors_resolver *r, const struct actors_phrase *phrase) {
    bool short_form = phrase->hit && phrase->hit->form == LEXICON_ALONE;
    if (phrase->hit && !short_form && phrase->hit->entry->kind != LEXICON_PER) {
        return DOCUMENT_NONE;
    }
    char gender = honorific_gender(phrase);
    uint32_t famous = short_form ? actors_entity_of(r, phrase->hit->entry, true) : DOCUMENT_NONE;
    bool fits = famous != DOCUMENT_NONE && (!gender || !phrase->hit->entry->gender || gender == phrase->hit->entry->gender);
    if (fits) {
        return famous; /* who goes by the name alone, and was named before as well */
    }
    uint32_t name = actors_token(r, phrase->name_last)->name, best = DOCUMENT_NONE;
    if (name != DOCUMENT_NONE && r->document->names.items[name].type != DOCUMENT_NAME_PER && !short_form) {
        return DOCUMENT_NONE;
    }
    uint32_t at = newest_bearer(r, last_word(r, phrase));
    unsigned unsure = 0; /* how many the title may mean or not */
    for (unsigned i = 0; i < BEARERS && at != DOCUMENT_NONE; i++) {
        uint32_t number = r->bearers.items[at].entity;
        if (may_be(r, number, phrase, short_form)) {
            unsure += gender && !r->known.items[number].gender && !has_title(r, number, phrase);
            best = best == DOCUMENT_NONE || is_likelier(r, number, best, phrase) ? number : best;
        }
        at = r->bearers.items[at].older;
    }
    if (best != DOCUMENT_NONE && is_another_in_full(r, best, phrase)) {
        return DOCUMENT_NONE;
    }
    /* "Karl and Anna Holt" are both "Holt", but only one of them is "Mr. Holt" */
    return unsure > 1 && !r->known.items[best].gender ? DOCUMENT_NONE : best;
}
