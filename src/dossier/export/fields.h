/* Lines of fields between tabs, as political-science data sets are released: no quoting; a tab or an end of line inside a
 * field becomes a space. */
#ifndef DOSSIER_EXPORT_FIELDS_H
#define DOSSIER_EXPORT_FIELDS_H

#include "base/buffer.h"

#include <jansson.h>

struct export_fields {
    struct base_buffer *out;
    bool started;
};

void export_field(struct export_fields *fields, struct base_slice value);
void export_field_string(struct export_fields *fields, const char *value);
void export_field_integer(struct export_fields *fields, int64_t value);
void export_field_number(struct export_fields *fields, double value);
/* A number of JSON; nothing where it is none. */
void export_field_json(struct export_fields *fields, const json_t *value);
void export_field_empty(struct export_fields *fields, unsigned count);
void export_fields_end(struct export_fields *fields);
/* A line of names, ended by NULL. */
void export_fields_header(struct base_buffer *out, const char *const *names);

#endif
