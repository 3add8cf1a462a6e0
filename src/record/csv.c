/* CSV as in RFC 4180: lines end in CR LF, fields with a comma, quote or end of line are quoted, quotes are doubled. */
#include "record/record.h"

#include "record/cells.h"

void record_csv_field(struct base_buffer *out, struct base_slice field) {
    bool quote = false;
    for (size_t i = 0; i < field.size && !quote; i++) {
        quote = field.data[i] == ',' || field.data[i] == '"' || field.data[i] == '\n' || field.data[i] == '\r';
    }
    if (!quote) {
        base_buffer_add(out, field);
        return;
    }
    base_buffer_char(out, '"');
    while (field.size) {
        size_t at = base_slice_find(field, BASE_SLICE("\""));
        size_t end = at == SIZE_MAX ? field.size : at + 1;
        base_buffer_add(out, base_slice_part(field, 0, end));
        base_buffer_string(out, at == SIZE_MAX ? "" : "\"");
        field = base_slice_part(field, end, field.size);
    }
    base_buffer_char(out, '"');
}

size_t record_start_member(struct base_buffer *cell, size_t index) {
    base_buffer_string(cell, index ? ";" : "");
    return cell->size;
}

void record_end_member(struct base_buffer *cell, size_t start) {
    for (size_t i = start; i < cell->size; i++) {
        cell->data[i] = cell->data[i] == ';' ? ',' : cell->data[i];
    }
}

void record_csv_header(enum record_kind kind, struct base_buffer *out) {
    const struct record_column *columns = record_csv_columns(kind);
    for (size_t i = 0; columns[i].name; i++) {
        base_buffer_string(out, i ? "," : "");
        base_buffer_string(out, columns[i].name);
    }
    base_buffer_string(out, "\r\n");
}

void record_csv(const struct document *document, enum record_kind kind, struct base_buffer *out) {
    const struct record_column *columns = record_csv_columns(kind);
    struct base_buffer *cell = record_scratch(document);
    struct record record;
    record_begin(&record, document);
    for (size_t row = 0; row < record_row_count(document, kind); row++) {
        for (size_t i = 0; columns[i].name; i++) {
            cell->size = 0;
            columns[i].put(&record, row, columns[i].part, cell);
            base_buffer_string(out, i ? "," : "");
            record_csv_field(out, (struct base_slice){cell->data, cell->size});
        }
        base_buffer_string(out, "\r\n");
    }
    out->failed |= cell->failed;
}
