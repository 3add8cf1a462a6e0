#include "dossier/export/event.h"

#include "dossier/export/codes.h"
#include "dossier/values.h"

/* CAMEO codes consultations (04) and the signing of agreements (057) from each side. */
static bool is_mutual(const json_t *event) {
    struct base_slice code = export_cameo(event);
    return base_slice_starts(code, BASE_SLICE("04")) || base_slice_is(code, "057");
}

struct sides {
    const json_t *actors, *recipients;
    size_t actor_count, recipient_count;
    bool mutual;
};

static struct sides sides_of(const json_t *event) {
    struct sides sides = {.actors = json_object_get(event, "actor"), .recipients = json_object_get(event, "recipient")};
    sides.actor_count = json_array_size(sides.actors);
    sides.recipient_count = json_array_size(sides.recipients);
    sides.mutual = sides.recipient_count == 0 && sides.actor_count > 1 && is_mutual(event);
    return sides;
}

size_t export_dyad_count(const json_t *event) {
    struct sides sides = sides_of(event);
    if (sides.mutual) {
        return sides.actor_count * (sides.actor_count - 1);
    }
    return (sides.actor_count ? sides.actor_count : 1) * (sides.recipient_count ? sides.recipient_count : 1);
}

struct export_dyad export_dyad_at(const json_t *event, size_t index) {
    struct sides sides = sides_of(event);
    if (sides.mutual) {
        size_t actor = index / (sides.actor_count - 1), other = index % (sides.actor_count - 1);
        return (struct export_dyad){json_array_get(sides.actors, actor),
                                    json_array_get(sides.actors, other + (other >= actor))};
    }
    size_t across = sides.recipient_count ? sides.recipient_count : 1;
    return (struct export_dyad){json_array_get(sides.actors, index / across),
                                json_array_get(sides.recipients, index % across)};
}

struct base_slice export_cameo(const json_t *event) {
    struct base_slice code = values_string(event, "cameo");
    return code.size ? code : codes_find(codes_plover, values_string(event, "type"), CODES_PLOVER_CAMEO);
}

struct base_slice export_day(const json_t *event, const struct export_document *document) {
    const json_t *date = json_object_get(event, "date");
    struct base_slice start = values_string(date, "start"), end = values_string(date, "end");
    return start.data ? start : end.data ? end : document->day;
}

struct base_slice export_country_name(struct base_slice country) {
    return codes_find(codes_countries, country, CODES_COUNTRY_NAME);
}

struct base_slice export_party_name(const json_t *party) {
    struct base_slice name = values_string(party, "name");
    return name.size ? name : values_string(party, "text");
}

struct base_slice export_place_name(const json_t *place, const char *precision, const char *or_precision) {
    struct base_slice has = values_string(place, "precision");
    bool fits = base_slice_is(has, precision) || (or_precision && base_slice_is(has, or_precision));
    return fits ? values_string(place, "name") : (struct base_slice){0};
}
