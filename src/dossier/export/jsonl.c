/* JSON lines: the records as they came, a document with its text in its place; and mentions, which come in lists inside
 * entities, as records of their own. */
#include "dossier/export/export.h"

#include "dossier/values.h"
#include "record/json.h"

#include <stdlib.h>

static void put_text(struct record_json *json, const struct export_document *document) {
    record_json_string(json, "text", document->text.data ? document->text : BASE_SLICE(""));
}

/* Any key and value, as they are; NULL: null. */
static void put_value(struct record_json *json, const char *key, const json_t *value) {
    json_t *object = json_object();
    json_t *copy = value ? json_incref((json_t *)(uintptr_t)value) : json_null();
    char *dumped = json_object_set_new_nocheck(object, key, copy) == 0 ? json_dumps(object, JSON_COMPACT) : NULL;
    json_decref(object);
    if (!dumped) {
        json->out->failed = true;
        return;
    }
    base_buffer_string(json->out, json->comma ? "," : "");
    base_buffer_add(json->out, base_slice_part(base_slice_of(dumped), 1, strlen(dumped) - 1)); /* without { and } */
    json->comma = true;
    free(dumped);
}

/* The text stands before "mended" (docs/records.md), or at the end. */
static void put_document(struct record_json *json, const struct export_record *record) {
    const char *key;
    json_t *value, *object = (json_t *)(uintptr_t)record->json; /* only read, but jansson has no such iterator */
    bool has_text = false;
    json_object_foreach(object, key, value) {
        if (strcmp(key, "mended") == 0) {
            put_text(json, record->document);
            has_text = true;
        }
        put_value(json, key, value);
    }
    if (!has_text) {
        put_text(json, record->document);
    }
}

static void put_string(struct record_json *json, const json_t *entity, const char *from, const char *to) {
    record_json_string(json, to, values_string(entity, from));
}

static void put_mentions(struct base_buffer *out, const struct export_record *record) {
    const json_t *mentions = json_object_get(record->json, "mentions"), *sector = json_object_get(record->json, "sector");
    struct base_slice text = record->document->text;
    for (size_t i = 0; i < json_array_size(mentions); i++) {
        struct record_json json = {.out = out};
        struct base_slice said = values_part(text, json_array_get(mentions, i));
        record_json_open(&json, NULL, '{');
        record_json_string(&json, "kind", BASE_SLICE("mention"));
        put_string(&json, record->json, "doc", "doc");
        put_string(&json, record->json, "id", "entity");
        put_value(&json, "span", json_array_get(mentions, i));
        record_json_string(&json, "text", said);
        put_string(&json, record->json, "name", "name");
        put_string(&json, record->json, "type", "type");
        put_string(&json, record->json, "country", "country");
        put_value(&json, "sector", sector);
        record_json_close(&json, '}');
        base_buffer_char(out, '\n');
    }
}

static void put(struct export *export, const struct export_record *record) {
    struct record_json json = {.out = export->out};
    if (record->kind == SAYSO_MENTION) {
        put_mentions(export->out, record);
    } else if (record->kind == SAYSO_DOCUMENT) {
        record_json_open(&json, NULL, '{');
        put_document(&json, record);
        record_json_close(&json, '}');
        base_buffer_char(export->out, '\n');
    } else {
        base_buffer_add(export->out, record->line);
        base_buffer_char(export->out, '\n');
    }
}

const struct export_format export_jsonl = {.name = "jsonl", .put = put};
