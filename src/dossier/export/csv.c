/* CSV, with the columns of `sayso code`, `claims` and `read` (docs/records.md), made from the JSON of the records. */
#include "dossier/export/export.h"

#include "dossier/values.h"
#include "record/json.h"
#include "record/record.h"

#include <inttypes.h>

/* `path` leads to the value through the JSON: names of members and indexes, and "*" for each item of a list. A value that
 * is a list of strings is joined by spaces, one of numbers (a span) by "-". */
struct column {
    const char *name, *path;
};

/* Of what is not in the JSON: the document's text, the words of a mention, how many tellings there are. */
static const char text[] = "the text", tellings[] = "the tellings", span_start[] = "the start", span_end[] = "the end";

static const struct column document_columns[] = {
    {"id", "id"},
    {"sha256", "sha256"},
    {"path", "input.path"},
    {"url", "url"},
    {"outlet", "outlet.name"},
    {"outlet_country", "outlet.country"},
    {"title", "title"},
    {"byline", "byline.*"},
    {"published", "published"},
    {"modified", "modified"},
    {"language", "language"},
    {"mended", "mended"},
    {"text", text},
    {NULL, NULL}};

static const struct column entity_columns[] = {
    {"id", "id"},
    {"doc", "doc"},
    {"name", "name"},
    {"type", "type"},
    {"country", "country"},
    {"sector", "sector"},
    {"role_title", "role.title"},
    {"role_of", "role.of"},
    {"role_status", "role.status"},
    {"mentions", "mentions.*"},
    {NULL, NULL}};

static const struct column mention_columns[] = {
    {"entity", "id"},
    {"doc", "doc"},
    {"text", text},
    {"start", span_start},
    {"end", span_end},
    {"name", "name"},
    {"type", "type"},
    {"country", "country"},
    {"sector", "sector"},
    {NULL, NULL}};

static const struct column claim_columns[] = {
    {"id", "id"},
    {"doc", "doc"},
    {"source", "source.text"},
    {"source_name", "source.name"},
    {"source_country", "source.country"},
    {"source_sector", "source.sector"},
    {"source_entity", "source.entity"},
    {"addressee", "addressee.text"},
    {"addressee_name", "addressee.name"},
    {"addressee_country", "addressee.country"},
    {"addressee_entity", "addressee.entity"},
    {"cue", "cue.text"},
    {"cue_start", "cue.span.0"},
    {"cue_end", "cue.span.1"},
    {"content", "content.text"},
    {"content_spans", "content.spans.*"},
    {"form", "form"},
    {"stance", "stance"},
    {"factuality", "factuality"},
    {"date", "date.text"},
    {"date_start", "date.start"},
    {"date_end", "date.end"},
    {"within", "within"},
    {"retracts", "retracts"},
    {NULL, NULL}};

static const struct column event_columns[] = {
    {"id", "id"},
    {"doc", "doc"},
    {"type", "type"},
    {"mode", "mode"},
    {"context", "context.*"},
    {"cameo", "cameo"},
    {"score", "score"},
    {"actor", "actor.*.text"},
    {"actor_name", "actor.*.name"},
    {"actor_country", "actor.*.country"},
    {"actor_sector", "actor.*.sector"},
    {"actor_entity", "actor.*.entity"},
    {"recipient", "recipient.*.text"},
    {"recipient_name", "recipient.*.name"},
    {"recipient_country", "recipient.*.country"},
    {"recipient_sector", "recipient.*.sector"},
    {"recipient_entity", "recipient.*.entity"},
    {"place", "place.text"},
    {"place_name", "place.name"},
    {"place_country", "place.country"},
    {"place_lat", "place.lat"},
    {"place_lon", "place.lon"},
    {"place_geonames", "place.geonames"},
    {"place_precision", "place.precision"},
    {"date", "date.text"},
    {"date_start", "date.start"},
    {"date_end", "date.end"},
    {"killed", "counts.killed"},
    {"injured", "counts.injured"},
    {"arrested", "counts.arrested"},
    {"factuality", "factuality"},
    {"aux", "aux.*"},
    {"according_to", "according_to.*.source.name"},
    {"according_to_country", "according_to.*.source.country"},
    {"according_to_sector", "according_to.*.source.sector"},
    {"according_to_cue", "according_to.*.cue"},
    {"according_to_stance", "according_to.*.stance"},
    {"according_to_factuality", "according_to.*.factuality"},
    {"according_to_claim", "according_to.*.claim"},
    {"sentence", "evidence.sentence"},
    {"evidence", "evidence.text"},
    {"evidence_start", "evidence.span.0"},
    {"evidence_end", "evidence.span.1"},
    {"trigger_start", "evidence.trigger.0"},
    {"trigger_end", "evidence.trigger.1"},
    {"rule", "rule"},
    {"tellings", tellings},
    {NULL, NULL}};

static const struct column *columns_of(enum sayso_kind kind) {
    return kind == SAYSO_DOCUMENT  ? document_columns
           : kind == SAYSO_ENTITY  ? entity_columns
           : kind == SAYSO_MENTION ? mention_columns
           : kind == SAYSO_CLAIM   ? claim_columns
                                   : event_columns;
}

/* ---- values */

static void put_scalar(struct base_buffer *cell, const json_t *value) {
    if (json_is_string(value)) {
        base_buffer_add(cell, (struct base_slice){json_string_value(value), json_string_length(value)});
    } else if (json_is_integer(value)) {
        base_buffer_format(cell, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    } else if (json_is_real(value)) {
        record_number(cell, json_real_value(value));
    }
}

static void put_value(struct base_buffer *cell, const json_t *value) {
    for (size_t i = 0; i < json_array_size(value); i++) {
        const json_t *item = json_array_get(value, i);
        base_buffer_string(cell, i == 0 ? "" : json_is_integer(item) ? "-" : " ");
        put_scalar(cell, item);
    }
    put_scalar(cell, value);
}

static const json_t *step(const json_t *from, struct base_slice name) {
    bool index = name.size == 1 && name.data[0] >= '0' && name.data[0] <= '9';
    return index ? json_array_get(from, (size_t)(name.data[0] - '0')) : json_object_getn(from, name.data, name.size);
}

/* Goes along the path up to its end or a "*", which is left in `*path`. */
static const json_t *follow(const json_t *from, struct base_slice *path) {
    while (path->size && path->data[0] != '*') {
        from = step(from, base_slice_cut(path, '.'));
    }
    return from;
}

/* A source that is not said is "?" in the list of names. */
static void put_item(struct base_buffer *cell, const json_t *item, struct base_slice path) {
    static const char unsaid[] = "source.name";
    if (base_slice_is(path, unsaid) && json_is_null(json_object_get(item, "source"))) {
        base_buffer_char(cell, '?');
    } else {
        put_value(cell, follow(item, &path));
    }
}

static void put_path(struct base_buffer *cell, const json_t *record, const char *path) {
    struct base_slice rest = base_slice_of(path);
    const json_t *value = follow(record, &rest);
    if (!rest.size) {
        put_value(cell, value);
        return;
    }
    base_slice_cut(&rest, '.');
    for (size_t i = 0; i < json_array_size(value); i++) {
        size_t start = record_start_member(cell, i);
        put_item(cell, json_array_get(value, i), rest);
        record_end_member(cell, start);
    }
}

/* ---- rows */

static void put_cell(struct base_buffer *cell, const struct export_record *record, const json_t *span, const char *path) {
    if (path == text) {
        base_buffer_add(cell, span ? values_part(record->document->text, span) : record->document->text);
    } else if (path == tellings) {
        base_buffer_format(cell, "%zu", json_array_size(json_object_get(record->json, "also")) + 1);
    } else if (path == span_start || path == span_end) {
        put_scalar(cell, json_array_get(span, path == span_end));
    } else {
        put_path(cell, record->json, path);
    }
}

static void put_row(struct export *export, const struct export_record *record, const json_t *span) {
    const struct column *columns = columns_of(record->kind);
    for (size_t i = 0; columns[i].name; i++) {
        export->cell.size = 0;
        put_cell(&export->cell, record, span, columns[i].path);
        base_buffer_string(export->out, i ? "," : "");
        record_csv_field(export->out, (struct base_slice){export->cell.data, export->cell.size});
    }
    base_buffer_string(export->out, "\r\n");
}

static void begin(struct export *export) {
    const struct column *columns = columns_of(export->kinds);
    for (size_t i = 0; columns[i].name; i++) {
        base_buffer_string(export->out, i ? "," : "");
        base_buffer_string(export->out, columns[i].name);
    }
    base_buffer_string(export->out, "\r\n");
}

static void put(struct export *export, const struct export_record *record) {
    const json_t *mentions = json_object_get(record->json, "mentions");
    if (record->kind != SAYSO_MENTION) {
        put_row(export, record, NULL);
    }
    for (size_t i = 0; record->kind == SAYSO_MENTION && i < json_array_size(mentions); i++) {
        put_row(export, record, json_array_get(mentions, i));
    }
}

const struct export_format export_csv = {.name = "csv", .parse = true, .begin = begin, .put = put};
