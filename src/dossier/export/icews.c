/* ICEWS Coded Event Data as released on Dataverse (doi:10.7910/DVN/28075): a line for each pair of source and target. */
#include "dossier/export/codes.h"
#include "dossier/export/event.h"
#include "dossier/export/fields.h"
#include "dossier/values.h"

#include <stdlib.h>

static const char *const columns[] = {
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude", NULL};

static void put_sector(struct base_buffer *cell, struct base_slice code) {
    struct base_slice name = codes_find(codes_sectors, code, CODES_SECTOR_NAME);
    base_buffer_string(cell, cell->size && name.size ? "," : "");
    base_buffer_add(cell, name);
}

/* Its sectors by their names; bodies of no one country are a sector. */
static void put_party(struct export *export, struct export_fields *fields, const json_t *party) {
    const json_t *sectors = json_object_get(party, "sector");
    struct base_slice country = values_string(party, "country");
    struct base_buffer *cell = &export->cell;
    cell->size = 0;
    put_sector(cell, country);
    for (size_t i = 0; i < json_array_size(sectors); i++) {
        put_sector(cell, base_slice_of(json_string_value(json_array_get(sectors, i))));
    }
    export_field(fields, export_party_name(party));
    export_field(fields, (struct base_slice){cell->data, cell->size});
    export_field(fields, export_country_name(country));
}

static double goldstein(struct base_slice cameo) {
    char text[16] = {0};
    struct base_slice score = codes_find(codes_cameo, cameo, CODES_CAMEO_GOLDSTEIN);
    memcpy(text, score.data ? score.data : "", score.size < sizeof text ? score.size : 0);
    return strtod(text, NULL);
}

static void put_place(struct export_fields *fields, const json_t *place) {
    export_field(fields, export_place_name(place, "city", "point"));
    export_field_empty(fields, 1);
    export_field(fields, export_place_name(place, "region", NULL));
    export_field(fields, export_country_name(values_string(place, "country")));
    export_field_json(fields, json_object_get(place, "lat"));
    export_field_json(fields, json_object_get(place, "lon"));
}

static void put_dyad(struct export *export, const struct export_record *record, struct export_dyad dyad) {
    struct export_fields fields = {.out = export->out};
    const json_t *event = record->json;
    struct base_slice cameo = export_cameo(event);
    const json_t *sentence = json_object_get(json_object_get(event, "evidence"), "sentence");
    export_field(&fields, values_string(event, "id"));
    export_field(&fields, export_day(event, record->document));
    put_party(export, &fields, dyad.actor);
    export_field(&fields, codes_find(codes_cameo, cameo, CODES_CAMEO_TEXT));
    export_field(&fields, cameo);
    export_field_number(&fields, goldstein(cameo));
    put_party(export, &fields, dyad.recipient);
    export_field(&fields, record->document->id);
    export_field_integer(&fields, json_integer_value(sentence) + 1);
    export_field(&fields, record->document->outlet);
    put_place(&fields, json_object_get(event, "place"));
    export_fields_end(&fields);
}

static void begin(struct export *export) {
    export_fields_header(export->out, columns);
}

static void put(struct export *export, const struct export_record *record) {
    for (size_t i = 0; i < export_dyad_count(record->json); i++) {
        put_dyad(export, record, export_dyad_at(record->json, i));
    }
}

const struct export_format export_icews = {
    .name = "icews", .kinds = SAYSO_EVENT, .parse = true, .begin = begin, .put = put};
