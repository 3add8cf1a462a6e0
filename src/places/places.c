#include "places/places.h"

#include "places/search.h"

static enum document_precision precision_of(enum places_kind kind) {
    switch (kind) {
    case PLACES_COUNTRY: return DOCUMENT_COUNTRY;
    case PLACES_PROVINCE:
    case PLACES_COUNTY:
    case PLACES_FEATURE: return DOCUMENT_REGION;
    default: return DOCUMENT_CITY;
    }
}

/* What no list knows lies where the text says: "St. Takla Church in Alexandria". */
static const struct places_sense *sense_of_container(const struct places_search *search,
                                                     const struct places_group *group) {
    for (uint32_t i = 0; i < group->container_count; i++) {
        const struct places_group *outer = &search->groups.items[group->containers[i]];
        if (outer->sense_count) {
            return &outer->senses[outer->best];
        }
    }
    return NULL;
}

static void add_place(struct places_search *search, const struct places_mention *mention) {
    struct document *document = search->document;
    const struct places_group *group = &search->groups.items[mention->group];
    struct document_place place = {
        .span = document_tokens_span(document, mention->first, mention->first + mention->count - 1),
        .first = mention->first,
        .count = mention->count,
        .adjective = group->adjective};
    place.head = places_head_of_run(document, mention->first, mention->count);
    place.name = document_slice(document, place.span);
    const struct places_sense *sense =
        group->sense_count ? &group->senses[group->best] : sense_of_container(search, group);
    if (sense) {
        place.name = group->sense_count ? sense->name : place.name;
        memcpy(place.country, sense->country, sizeof place.country);
        place.located = sense->located;
        place.latitude = sense->latitude;
        place.longitude = sense->longitude;
        place.geonames = group->sense_count ? sense->geonames : 0;
        place.precision = precision_of(sense->kind);
    }
    for (uint32_t i = mention->first; i < mention->first + mention->count; i++) {
        document->place_at[i] = (uint32_t)document->places.count;
    }
    BASE_PUSH(document->arena, &document->places, place);
}

static void fill_none(uint32_t *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        items[i] = DOCUMENT_NONE;
    }
}

void places_find(const struct places *places, struct document *document) {
    struct places_search search = {.places = places, .document = document};
    size_t count = document->tokens.count;
    search.at = base_arena_array(document->arena, count, sizeof *search.at);
    document->place_at = base_arena_array(document->arena, count, sizeof *document->place_at);
    fill_none(search.at, count);
    fill_none(document->place_at, count);
    places_find_mentions(&search);
    places_resolve(&search);
    for (size_t i = 0; i < search.mentions.count; i++) {
        const struct places_mention *mention = &search.mentions.items[i];
        if (!mention->weak || search.groups.items[mention->group].supported) {
            add_place(&search, mention);
        }
    }
}
