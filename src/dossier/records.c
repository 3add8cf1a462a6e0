#include "dossier/records.h"

#include <stdlib.h>

static const char *const kind_names[RECORDS_KINDS] = {"entity", "claim", "event"};
static const char letters[RECORDS_KINDS] = {'n', 'c', 'e'};

static struct base_slice string_of(const json_t *json) {
    return (struct base_slice){json_string_value(json), json_string_length(json)};
}

/* The number in "<id of the document>#<letter><number>"; 0: it is none of ours. */
static unsigned parse_number(struct base_slice document, char letter, struct base_slice id) {
    if (id.size < document.size + 3 || !base_slice_starts(id, document) || id.data[document.size] != '#' ||
        id.data[document.size + 1] != letter) {
        return 0;
    }
    unsigned number = 0;
    for (size_t i = document.size + 2; i < id.size; i++) {
        if (id.data[i] < '0' || id.data[i] > '9' || number > 100 * 1000 * 1000) {
            return 0;
        }
        number = number * 10 + (unsigned)(id.data[i] - '0');
    }
    return number;
}

static bool add_line(struct records *records, enum records_kind kind, json_t *json, struct base_slice bytes) {
    struct records_list *list = &records->lists[kind];
    unsigned number = parse_number(records->id, letters[kind], string_of(json_object_get(json, "id")));
    if (number <= list->last) {
        return false;
    }
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 32;
        struct records_line *items = realloc(list->items, capacity * sizeof *items);
        if (!items) {
            return false;
        }
        list->items = items;
        list->capacity = capacity;
    }
    list->last = number;
    list->items[list->count++] = (struct records_line){json_incref(json), bytes, number};
    return true;
}

static const char *start_document(struct records *records, json_t *json) {
    if (records->document) {
        return "a second document";
    }
    struct base_slice id = string_of(json_object_get(json, "id"));
    if (!id.size || !json_is_string(json_object_get(json, "sha256")) || !json_is_string(json_object_get(json, "text"))) {
        return "a document without \"id\", \"sha256\" or \"text\"";
    }
    records->document = json_incref(json);
    records->id = id;
    return NULL;
}

/* NULL: right; else what is wrong with the line. */
static const char *take_line(struct records *records, json_t *json, struct base_slice bytes) {
    struct base_slice kind = string_of(json_object_get(json, "kind"));
    if (base_slice_is(kind, "document")) {
        return start_document(records, json);
    }
    if (!records->document) {
        return "a record before the document that it belongs to";
    }
    if (!base_slice_equal(string_of(json_object_get(json, "doc")), records->id)) {
        return "a record of another document";
    }
    for (unsigned i = 0; i < RECORDS_KINDS; i++) {
        if (base_slice_is(kind, kind_names[i])) {
            return add_line(records, i, json, bytes) ? NULL : "an id that does not follow those before it";
        }
    }
    return base_slice_is(kind, "place") || base_slice_is(kind, "sentence") ? NULL : "no \"kind\" of record";
}

static bool take_lines(struct records *records, struct sayso_error *error) {
    struct base_slice rest = {records->lines.data, records->lines.size};
    for (unsigned number = 1; rest.size; number++) {
        struct base_slice line = base_slice_line(&rest);
        json_error_t wrong;
        json_t *json = json_loadb(line.data, line.size, JSON_ALLOW_NUL, &wrong);
        const char *reason = json ? take_line(records, json, line) : wrong.text;
        if (reason) {
            base_error_set(error, SAYSO_BAD_INPUT, SAYSO_NOWHERE, number, "no records of a document: %s", reason);
        }
        json_decref(json);
        if (reason) {
            return false;
        }
    }
    if (!records->document) {
        base_error_set(error, SAYSO_BAD_INPUT, SAYSO_NOWHERE, 0, "no document among the records");
    }
    return records->document != NULL;
}

struct records *records_parse(struct base_buffer *lines, struct sayso_error *error) {
    struct records *records = calloc(1, sizeof *records);
    if (!records) {
        base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory for these records");
        return NULL;
    }
    records->lines = *lines;
    *lines = (struct base_buffer){0};
    if (!take_lines(records, error)) {
        records_free(records);
        return NULL;
    }
    return records;
}

void records_free(struct records *records) {
    if (!records) {
        return;
    }
    for (unsigned i = 0; i < RECORDS_KINDS; i++) {
        for (size_t k = 0; k < records->lists[i].count; k++) {
            json_decref(records->lists[i].items[k].json);
        }
        free(records->lists[i].items);
    }
    json_decref(records->document);
    base_buffer_free(&records->lines);
    free(records);
}

unsigned records_number(const struct records *records, enum records_kind kind, const json_t *id) {
    const struct records_list *list = &records->lists[kind];
    unsigned number = parse_number(records->id, letters[kind], string_of(id));
    for (size_t low = 0, high = list->count; number && low < high;) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].number == number) {
            return number;
        }
        if (list->items[middle].number < number) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return 0;
}
