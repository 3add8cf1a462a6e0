/* Hits that the rest of the document speaks against: what has the name here is another. */
#include "actors/resolver.h"
#include "base/utf8.h"

enum { CANDIDATES = 8 };

/* What the document has: its countries, and its places by their words. */
struct surroundings {
    struct base_map countries;
    struct base_map sure;     /* those that more than a surname speaks for */
    struct base_map places;
    struct base_map unlisted; /* last words of longer names that no table has */
    struct base_map listed;   /* entries named in full, by their names */
    struct base_map first;    /* a surname: the hit that was the first to name a bearer in full */
};

static bool is_party(const struct lexicon_entry *entry) {
    return entry->kind == LEXICON_ORG && strcmp(entry->sector[0], "PTY") == 0;
}

static bool is_surname(const struct actors_hit *hit) {
    return hit->form == LEXICON_ALONE && hit->entry->kind == LEXICON_PER;
}

static struct base_slice lower_form(const struct actors_resolver *r, uint32_t token) {
    return base_lower_copy(r->arena, actors_token(r, token)->form);
}

static void note_full_name(struct actors_resolver *r, struct surroundings *around, uint32_t number) {
    const struct actors_hit *hit = &r->hits.items[number];
    struct base_slice surname = lower_form(r, hit->first + hit->count - 1);
    if (base_map_get(&around->first, surname) == BASE_MAP_NONE) {
        base_map_set(&around->first, r->arena, surname, number);
    }
}

static void survey_hits(struct actors_resolver *r, struct surroundings *around) {
    for (size_t i = 0; i < r->hits.count; i++) {
        const struct actors_hit *hit = &r->hits.items[i];
        if (!is_party(hit->entry)) {
            base_map_set(&around->countries, r->arena, base_slice_of(hit->entry->country), 0);
        }
        if (!is_party(hit->entry) && !is_surname(hit)) {
            base_map_set(&around->sure, r->arena, base_slice_of(hit->entry->country), 0);
        }
        if (hit->form == LEXICON_NAME && hit->count > 1) {
            base_map_set(&around->listed, r->arena, hit->entry->name, 0);
        }
        if (hit->form == LEXICON_NAME && hit->count > 1 && hit->entry->kind == LEXICON_PER) {
            note_full_name(r, around, (uint32_t)i);
        }
    }
}

static void survey(struct actors_resolver *r, struct surroundings *around) {
    const struct document *document = r->document;
    survey_hits(r, around);
    for (uint32_t i = 0; i < document->places.count; i++) {
        const struct document_place *place = &document->places.items[i];
        base_map_set(&around->countries, r->arena, base_slice_of(place->country), 0);
        base_map_set(&around->sure, r->arena, base_slice_of(place->country), 0);
        base_map_set(&around->places, r->arena, base_lower_copy(r->arena, document_slice(document, place->span)), i);
    }
    for (size_t i = 0; i < document->names.count; i++) {
        const struct document_name *name = &document->names.items[i];
        uint32_t last = name->first + name->count - 1;
        last -= last > name->first && actors_is_short(actors_token(r, last)->form); /* "Jr." */
        if (last > name->first && !actors_hit_at(r, name->first)) {
            base_map_set(&around->unlisted, r->arena, lower_form(r, last), 0);
        }
    }
}

/* Parties of many countries have the same names, or such as anything may have: "One Nation". One of a country of which the
 * text has no place, person or body is another. */
static bool is_party_abroad(const struct surroundings *around, const struct lexicon_entry *entry) {
    return is_party(entry) && around->countries.count &&
           base_map_get(&around->countries, base_slice_of(entry->country)) == BASE_MAP_NONE;
}

/* The party of that name in a country that the text has. */
static bool take_namesake(const struct actors_resolver *r, const struct surroundings *around, struct actors_hit *hit) {
    struct lexicon_match found[CANDIDATES];
    size_t count = lexicon_match(r->lexicon, r->document, hit->first, found, CANDIDATES);
    for (size_t i = 0; i < count; i++) {
        if (found[i].count == hit->count && is_party(found[i].entry) && !is_party_abroad(around, found[i].entry)) {
            hit->entry = found[i].entry;
            hit->form = found[i].form;
            return true;
        }
    }
    return false;
}

/* "London Police" of London, Kentucky. */
static bool is_other_place(const struct actors_resolver *r, const struct surroundings *around, const struct actors_hit *hit) {
    struct document_span span = document_tokens_span(r->document, hit->first, hit->first + hit->count - 1);
    uint32_t place = hit->form == LEXICON_CAPITAL
                         ? base_map_get(&around->places, base_lower_copy(r->arena, document_slice(r->document, span)))
                         : BASE_MAP_NONE;
    const char *country = place == BASE_MAP_NONE ? "" : r->document->places.items[place].country;
    return country[0] && strcmp(country, hit->entry->country) != 0;
}

/* The surname of somebody famous, where the text names another bearer in full and nothing else of that country. */
static bool is_other_bearer(const struct actors_resolver *r, const struct surroundings *around, const struct actors_hit *hit) {
    return is_surname(hit) && base_map_get(&around->listed, hit->entry->name) == BASE_MAP_NONE &&
           base_map_get(&around->sure, base_slice_of(hit->entry->country)) == BASE_MAP_NONE &&
           base_map_get(&around->unlisted, lower_form(r, hit->first + hit->count - 1)) != BASE_MAP_NONE;
}

/* May the entry go by the words of the hit alone? */
static bool goes_by(const struct actors_resolver *r, const struct lexicon_entry *entry, const struct actors_hit *hit) {
    struct lexicon_match found[CANDIDATES];
    size_t count = lexicon_match(r->lexicon, r->document, hit->first, found, CANDIDATES);
    for (size_t i = 0; i < count; i++) {
        if (found[i].entry == entry && found[i].form == LEXICON_ALONE) {
            return true;
        }
    }
    return false;
}

/* "Clinton" is the one of that surname whom the text is the first to name in full, if she may go by it alone; "Bloomberg" is
 * no firm where the text names a man of that name and nothing more of the firm's. */
static void take_first_bearer(const struct actors_resolver *r, const struct surroundings *around, struct actors_hit *hit) {
    bool firm = hit->entry->kind == LEXICON_ORG && hit->form == LEXICON_NAME && hit->count == 1 &&
                !base_slice_equal(hit->entry->name, actors_token(r, hit->first)->form) &&
                base_map_get(&around->listed, hit->entry->name) == BASE_MAP_NONE;
    if (!firm && !is_surname(hit)) {
        return;
    }
    uint32_t number = base_map_get(&around->first, lower_form(r, hit->first + hit->count - 1));
    const struct lexicon_entry *first = number == BASE_MAP_NONE ? hit->entry : r->hits.items[number].entry;
    bool former = false;
    bool past = !lexicon_role_on(hit->entry, r->document->day, &former) || former; /* no more in the news by the surname */
    bool absent = past && base_map_get(&around->listed, hit->entry->name) == BASE_MAP_NONE;
    if (first != hit->entry && (firm || absent || goes_by(r, first, hit))) {
        hit->entry = first;
        hit->form = LEXICON_ALONE;
    }
}

void actors_drop_namesakes(struct actors_resolver *r) {
    struct surroundings around = {0};
    survey(r, &around);
    for (size_t i = 0; i < r->hits.count; i++) {
        struct actors_hit *hit = &r->hits.items[i];
        take_first_bearer(r, &around, hit);
        bool other = (is_party_abroad(&around, hit->entry) && !take_namesake(r, &around, hit)) ||
                     is_other_place(r, &around, hit) || is_other_bearer(r, &around, hit);
        for (uint32_t at = hit->first; other && at < hit->first + hit->count; at++) {
            r->hit_at[at] = DOCUMENT_NONE;
        }
    }
}
