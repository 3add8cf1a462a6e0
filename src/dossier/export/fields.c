#include "dossier/export/fields.h"

#include "record/json.h"

#include <inttypes.h>

static void start(struct export_fields *fields) {
    base_buffer_string(fields->out, fields->started ? "\t" : "");
    fields->started = true;
}

void export_field(struct export_fields *fields, struct base_slice value) {
    start(fields);
    size_t from = fields->out->size;
    base_buffer_add(fields->out, value);
    for (size_t i = from; i < fields->out->size; i++) {
        char *c = &fields->out->data[i];
        *c = (unsigned char)*c < ' ' ? ' ' : *c;
    }
}

void export_field_string(struct export_fields *fields, const char *value) {
    export_field(fields, base_slice_of(value));
}

void export_field_integer(struct export_fields *fields, int64_t value) {
    start(fields);
    base_buffer_format(fields->out, "%" PRId64, value);
}

void export_field_number(struct export_fields *fields, double value) {
    start(fields);
    record_number(fields->out, value);
}

void export_field_json(struct export_fields *fields, const json_t *value) {
    if (json_is_integer(value)) {
        export_field_integer(fields, json_integer_value(value));
    } else if (json_is_real(value)) {
        export_field_number(fields, json_real_value(value));
    } else {
        start(fields);
    }
}

void export_field_empty(struct export_fields *fields, unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        start(fields);
    }
}

void export_fields_end(struct export_fields *fields) {
    base_buffer_char(fields->out, '\n');
    fields->started = false;
}

void export_fields_header(struct base_buffer *out, const char *const *names) {
    struct export_fields fields = {.out = out};
    for (size_t i = 0; names[i]; i++) {
        export_field_string(&fields, names[i]);
    }
    export_fields_end(&fields);
}
