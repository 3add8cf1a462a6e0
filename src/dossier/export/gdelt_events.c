/* GDELT 2.0 event table: 61 columns, no header, a line for each pair of actors. What GDELT knows and we do not is empty. */
#include "dossier/export/codes.h"
#include "dossier/export/gdelt.h"

#include "document/document.h"
#include "dossier/values.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- actors: 10 columns */

enum { MOST_TYPES = 3 };

struct gdelt_actor {
    struct base_slice name, country, group, types[MOST_TYPES];
    unsigned type_count;
};

static void add_type(struct gdelt_actor *actor, struct base_slice plover) {
    struct base_slice type = codes_find(codes_sectors, plover, CODES_SECTOR_CAMEO);
    bool has = !type.data || actor->type_count == MOST_TYPES;
    for (unsigned i = 0; i < actor->type_count && !has; i++) {
        has = base_slice_equal(actor->types[i], type);
    }
    if (!has) {
        actor->types[actor->type_count++] = type;
    }
}

/* In CAMEO bodies of no one country are types, but for the European Union, and the United Nations are a known group. */
static struct gdelt_actor read_actor(const json_t *party) {
    struct gdelt_actor actor = {.name = export_party_name(party)};
    struct base_slice country = values_string(party, "country");
    const json_t *sectors = json_object_get(party, "sector");
    if (codes_find(codes_countries, country, 0).data || base_slice_is(country, "EUR")) {
        struct base_slice own = codes_find(codes_countries, country, CODES_COUNTRY_CAMEO);
        actor.country = own.data ? own : country;
    } else {
        add_type(&actor, country);
        actor.group = base_slice_is(country, "UNO") ? country : actor.group;
    }
    for (size_t i = 0; i < json_array_size(sectors); i++) {
        add_type(&actor, base_slice_of(json_string_value(json_array_get(sectors, i))));
    }
    return actor;
}

static void put_actor(struct export *export, struct export_fields *fields, const json_t *party) {
    struct gdelt_actor actor = read_actor(party);
    struct base_buffer *code = &export->cell;
    code->size = 0;
    base_buffer_add(code, actor.country);
    for (unsigned i = 0; i < actor.type_count; i++) {
        base_buffer_add(code, actor.types[i]);
        base_buffer_add(code, i ? (struct base_slice){0} : actor.group); /* IGOUNO */
    }
    export_field(fields, (struct base_slice){code->data, code->size});
    export_field(fields, actor.name);
    export_field(fields, actor.country);
    export_field(fields, actor.group);
    export_field_empty(fields, 3); /* ethnic group, religions */
    for (unsigned i = 0; i < MOST_TYPES; i++) {
        export_field(fields, actor.types[i]);
    }
}

/* ---- day: 4 columns; action: 10 columns */

static void put_day(struct export_fields *fields, struct base_slice text) {
    int32_t day;
    int year, month, day_of_month;
    if (!text.data || !document_parse_day(text, &day)) {
        export_field_empty(fields, 4);
        return;
    }
    document_day_split(day, &year, &month, &day_of_month);
    export_field_integer(fields, year * 10000 + month * 100 + day_of_month);
    export_field_integer(fields, year * 100 + month);
    export_field_integer(fields, year);
    export_field_number(fields, year + ((month - 1) * 30 + day_of_month) / 365.0);
}

/* Of the root codes: 01 to 05 are verbal cooperation, 06 to 08 material cooperation, 09 to 13 verbal conflict. */
static int quad_class(struct base_slice cameo) {
    int root = cameo.size >= 2 ? (cameo.data[0] - '0') * 10 + cameo.data[1] - '0' : 0;
    return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
}

static void put_action(struct export_fields *fields, const json_t *event) {
    enum { ROOT = 2, BASE = 3, LEDE = 1 };
    struct base_slice cameo = export_cameo(event);
    json_int_t sentence = json_integer_value(json_object_get(json_object_get(event, "evidence"), "sentence"));
    export_field_integer(fields, sentence <= LEDE);
    export_field(fields, cameo);
    export_field(fields, cameo.size > BASE ? base_slice_part(cameo, 0, BASE) : cameo);
    export_field(fields, cameo.size > ROOT ? base_slice_part(cameo, 0, ROOT) : cameo);
    export_field_integer(fields, quad_class(cameo));
    export_field(fields, codes_find(codes_cameo, cameo, CODES_CAMEO_GOLDSTEIN));
    export_field_integer(fields, (int64_t)json_array_size(json_object_get(event, "also")) + 1);
    export_field_integer(fields, 1); /* sources and articles: the records are of one document */
    export_field_integer(fields, 1);
    export_field_empty(fields, 1); /* tone */
}

/* ---- places: 8 columns each */

enum { NOWHERE, COUNTRY, US_STATE, US_CITY, WORLD_CITY, WORLD_STATE };

static int place_type(const json_t *place) {
    struct base_slice precision = values_string(place, "precision");
    bool us = base_slice_is(values_string(place, "country"), "USA");
    if (!place || json_is_null(place)) {
        return NOWHERE;
    }
    return base_slice_is(precision, "country")  ? COUNTRY
           : base_slice_is(precision, "region") ? (us ? US_STATE : WORLD_STATE)
                                                : (us ? US_CITY : WORLD_CITY);
}

static void put_nowhere(struct export_fields *fields) {
    export_field_integer(fields, NOWHERE);
    export_field_empty(fields, 7);
}

static void put_place(struct export *export, struct export_fields *fields, const json_t *place) {
    struct base_slice name = values_string(place, "name"), country = values_string(place, "country");
    struct base_slice country_name = export_country_name(country);
    struct base_slice fips = codes_find(codes_countries, country, CODES_COUNTRY_FIPS);
    int type = place_type(place);
    if (type == NOWHERE) {
        put_nowhere(fields);
        return;
    }
    export->cell.size = 0;
    base_buffer_add(&export->cell, name);
    if (type != COUNTRY && country_name.size) {
        base_buffer_string(&export->cell, name.size ? ", " : "");
        base_buffer_add(&export->cell, country_name);
    }
    export_field_integer(fields, type);
    export_field(fields, (struct base_slice){export->cell.data, export->cell.size});
    export_field(fields, fips);
    export_field(fields, fips); /* the first-order division, of which we do not know the code */
    export_field_empty(fields, 1);
    export_field_json(fields, json_object_get(place, "lat"));
    export_field_json(fields, json_object_get(place, "lon"));
    export_field(fields, type == COUNTRY ? fips : (struct base_slice){0}); /* GNS and GNIS have other ids than GeoNames */
}

static void put(struct export *export, const struct export_record *record) {
    const json_t *event = record->json;
    for (size_t i = 0; i < export_dyad_count(event); i++) {
        struct export_fields fields = {.out = export->out};
        struct export_dyad dyad = export_dyad_at(event, i);
        export_gdelt_id(&fields, record, i);
        put_day(&fields, export_day(event, record->document));
        put_actor(export, &fields, dyad.actor);
        put_actor(export, &fields, dyad.recipient);
        put_action(&fields, event);
        put_nowhere(&fields); /* where the actors themselves are is not said */
        put_nowhere(&fields);
        put_place(export, &fields, json_object_get(event, "place"));
        export_gdelt_time(&fields, record->document);
        export_field(&fields, record->document->url);
        export_fields_end(&fields);
    }
}

const struct export_format export_gdelt_events = {
    .name = "gdelt-events", .kinds = SAYSO_EVENT, .parse = true, .put = put};
