/* POLECAT as released on Dataverse (doi:10.7910/DVN/AJGVIT): a line for each event, compound actors joined by ";". Titles and
 * the people, bodies and places of the story come from the document's entities, which are read before its events. */
#include "dossier/export/codes.h"
#include "dossier/export/event.h"
#include "dossier/export/fields.h"
#include "dossier/values.h"
#include "events/plover.h"
#include "record/record.h"

#include <stdlib.h>

static const char *const columns[] = {
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District",
    "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version", NULL};

enum { PEOPLE, ORGANIZATIONS, LOCATIONS, STORY_LISTS };

struct state {
    int64_t document;
    json_t *titles; /* of those entities of the document that have one, by id */
    struct base_buffer story[STORY_LISTS];
};

static void begin(struct export *export) {
    export_fields_header(export->out, columns);
    export->state = calloc(1, sizeof(struct state));
    export->out->failed |= !export->state;
}

static void start_document(struct state *state, int64_t document) {
    if (state->document != document) {
        state->document = document;
        json_decref(state->titles);
        state->titles = json_object();
        for (unsigned i = 0; i < STORY_LISTS; i++) {
            state->story[i].size = 0;
        }
    }
}

static void add_member(struct base_buffer *list, struct base_slice name) {
    size_t start = record_start_member(list, list->size);
    base_buffer_add(list, name);
    record_end_member(list, start);
}

static void take_entity(struct export *export, const json_t *entity) {
    struct state *state = export->state;
    struct base_slice type = values_string(entity, "type"), name = values_string(entity, "name");
    const json_t *title = json_object_get(json_object_get(entity, "role"), "title");
    const char *id = json_string_value(json_object_get(entity, "id"));
    if (json_is_string(title) && id &&
        json_object_set_new_nocheck(state->titles, id, json_stringn_nocheck(json_string_value(title),
                                                                            json_string_length(title))) != 0) {
        export->out->failed = true;
    }
    if (name.size && base_slice_is(type, "PER")) {
        add_member(&state->story[PEOPLE], name);
    } else if (name.size && base_slice_is(type, "ORG")) {
        add_member(&state->story[ORGANIZATIONS], name);
    } else if (name.size && base_slice_is(type, "LOC")) {
        add_member(&state->story[LOCATIONS], name);
    }
}

/* ---- parties */

enum part { NAME, COUNTRY, COW, PRIMARY_SECTOR, SECTORS, TITLE, RAW };

static void put_sectors(struct base_buffer *cell, const json_t *party, size_t most) {
    const json_t *sectors = json_object_get(party, "sector");
    for (size_t i = 0; i < json_array_size(sectors) && i < most; i++) {
        base_buffer_string(cell, i ? "," : "");
        base_buffer_string(cell, json_string_value(json_array_get(sectors, i)));
    }
}

static void put_part(struct base_buffer *cell, const struct state *state, const json_t *party, enum part part) {
    struct base_slice country = values_string(party, "country");
    const char *id = json_string_value(json_object_get(party, "entity"));
    switch (part) {
    case NAME: base_buffer_add(cell, export_party_name(party)); break;
    case COUNTRY: base_buffer_add(cell, country); break;
    case COW: base_buffer_add(cell, codes_find(codes_countries, country, CODES_COUNTRY_COW)); break;
    case PRIMARY_SECTOR: put_sectors(cell, party, 1); break;
    case SECTORS: put_sectors(cell, party, SIZE_MAX); break;
    case TITLE: base_buffer_add(cell, values_string(state->titles, id ? id : "")); break;
    case RAW: base_buffer_add(cell, values_string(party, "text")); break;
    }
}

static void put_parties(struct export *export, struct export_fields *fields, const json_t *parties) {
    for (unsigned part = NAME; part <= RAW; part++) {
        export->cell.size = 0;
        for (size_t i = 0; i < json_array_size(parties); i++) {
            size_t start = record_start_member(&export->cell, i);
            put_part(&export->cell, export->state, json_array_get(parties, i), (enum part)part);
            record_end_member(&export->cell, start);
        }
        export_field(fields, (struct base_slice){export->cell.data, export->cell.size});
    }
    export_field_empty(fields, 1);
}

/* ---- events */

static void put_kind_of_event(struct export *export, struct export_fields *fields, const json_t *event) {
    static const char *const quads[] = {"VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"};
    const json_t *contexts = json_object_get(event, "context");
    struct base_buffer *cell = &export->cell;
    uint8_t type;
    bool known = events_type_of(values_string(event, "type"), &type);
    cell->size = 0;
    for (size_t i = 0; i < json_array_size(contexts); i++) {
        base_buffer_string(cell, i ? ";" : "");
        base_buffer_string(cell, json_string_value(json_array_get(contexts, i)));
    }
    export_field(fields, values_string(event, "type"));
    export_field(fields, values_string(event, "mode"));
    export_field_json(fields, json_object_get(event, "score"));
    export_field_string(fields, known ? quads[events_quad_class(type) - 1] : NULL);
    export_field(fields, (struct base_slice){cell->data, cell->size});
}

static void put_place(struct export_fields *fields, const json_t *place) {
    export_field(fields, values_string(place, "name"));
    export_field(fields, export_place_name(place, "city", "point"));
    export_field_empty(fields, 1);
    export_field(fields, export_place_name(place, "region", NULL));
    export_field(fields, values_string(place, "country"));
    export_field_json(fields, json_object_get(place, "lat"));
    export_field_json(fields, json_object_get(place, "lon"));
    export_field_json(fields, json_object_get(place, "geonames"));
    export_field(fields, values_string(place, "text"));
    export_field(fields, values_string(place, "precision"));
}

static void put_event(struct export *export, const struct export_record *record) {
    struct export_fields fields = {.out = export->out};
    const struct state *state = export->state;
    const json_t *event = record->json;
    const struct export_document *document = record->document;
    export_field(&fields, values_string(event, "id"));
    export_field(&fields, export_day(event, document));
    put_kind_of_event(export, &fields, event);
    put_parties(export, &fields, json_object_get(event, "actor"));
    put_parties(export, &fields, json_object_get(event, "recipient"));
    put_place(&fields, json_object_get(event, "place"));
    export_field(&fields, document->outlet);
    export_field(&fields, document->day);
    for (unsigned i = 0; i < STORY_LISTS; i++) {
        export_field(&fields, (struct base_slice){state->story[i].data, state->story[i].size});
    }
    export_field(&fields, document->language);
    export_field(&fields, document->coder);
    export_fields_end(&fields);
}

static void put(struct export *export, const struct export_record *record) {
    start_document(export->state, record->document->key);
    if (record->kind == SAYSO_ENTITY) {
        take_entity(export, record->json);
    } else {
        put_event(export, record);
    }
}

static void end(struct export *export) {
    struct state *state = export->state;
    for (unsigned i = 0; state && i < STORY_LISTS; i++) {
        export->out->failed |= state->story[i].failed;
        base_buffer_free(&state->story[i]);
    }
    if (state) {
        json_decref(state->titles);
    }
    free(state);
}

const struct export_format export_polecat = {
    .name = "polecat", .kinds = SAYSO_ENTITY | SAYSO_EVENT, .parse = true, .begin = begin, .put = put, .end = end};
