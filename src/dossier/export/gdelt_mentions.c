/* GDELT 2.0 mention table: 16 columns, no header, a line for each telling of each line of the event table. Offsets are bytes of
 * the document's text. */
#include "dossier/export/gdelt.h"

#include "dossier/values.h"

enum { WEB = 1, CITATION_ONLY = 2 };

static bool is_web(struct base_slice url) {
    return base_slice_starts(url, BASE_SLICE("http://")) || base_slice_starts(url, BASE_SLICE("https://"));
}

/* The host of an address, without www. */
static struct base_slice host_of(struct base_slice url) {
    size_t start = base_slice_find(url, BASE_SLICE("://")) + 3;
    struct base_slice rest = base_slice_part(url, start, url.size);
    struct base_slice host = base_slice_cut(&rest, '/');
    return base_slice_starts(host, BASE_SLICE("www.")) ? base_slice_part(host, 4, host.size) : host;
}

/* Where the party is named, if in this sentence; else -1. */
static void put_offset(struct export_fields *fields, const json_t *party, const json_t *sentence) {
    const json_t *start = json_array_get(json_object_get(party, "span"), 0);
    json_int_t from = json_integer_value(json_array_get(sentence, 0)), to = json_integer_value(json_array_get(sentence, 1));
    json_int_t at = json_is_integer(start) ? json_integer_value(start) : -1;
    export_field_integer(fields, at >= from && at < to ? at : -1);
}

static void put_mention(struct export *export, const struct export_record *record, size_t dyad, const json_t *telling) {
    struct export_fields fields = {.out = export->out};
    const struct export_document *document = record->document;
    const struct export_dyad pair = export_dyad_at(record->json, dyad);
    const json_t *evidence = json_object_get(telling, "evidence"), *span = json_object_get(evidence, "span");
    const json_t *trigger = json_array_get(json_object_get(evidence, "trigger"), 0);
    bool web = is_web(document->url);
    export_gdelt_id(&fields, record, dyad);
    export_gdelt_time(&fields, document);
    export_gdelt_time(&fields, document);
    export_field_integer(&fields, web ? WEB : CITATION_ONLY);
    export_field(&fields, web ? host_of(document->url) : document->outlet);
    export_field(&fields, web ? document->url : document->id);
    export_field_integer(&fields, json_integer_value(json_object_get(evidence, "sentence")) + 1);
    put_offset(&fields, pair.actor, span);
    put_offset(&fields, pair.recipient, span);
    export_field_integer(&fields, json_is_integer(trigger) ? json_integer_value(trigger) : -1);
    export_field_integer(&fields, 1); /* found in the text as it is */
    export_field_empty(&fields, 1);   /* confidence */
    export_field_integer(&fields, document->characters);
    export_field_empty(&fields, 3); /* tone, translation, extras */
    export_fields_end(&fields);
}

static void put(struct export *export, const struct export_record *record) {
    const json_t *also = json_object_get(record->json, "also");
    for (size_t dyad = 0; dyad < export_dyad_count(record->json); dyad++) {
        put_mention(export, record, dyad, record->json);
        for (size_t i = 0; i < json_array_size(also); i++) {
            put_mention(export, record, dyad, json_array_get(also, i));
        }
    }
}

const struct export_format export_gdelt_mentions = {
    .name = "gdelt-mentions", .kinds = SAYSO_EVENT, .parse = true, .characters = true, .put = put};
