/* Fields of documents, claims and events as plain text, for CSV and tables. A list is joined by ";" (a ";" inside a member
 * becomes ","); what is missing is empty. */
#ifndef RECORD_CELLS_H
#define RECORD_CELLS_H

#include "record/parts.h"
#include "record/record.h"

struct record_column {
    const char *name;
    void (*put)(const struct record *record, size_t row, unsigned part, struct base_buffer *cell);
    unsigned part; /* for `put`: which of the things that it knows to write */
};

/* The columns of a kind of record, ended by a name of NULL. */
const struct record_column *record_csv_columns(enum record_kind kind);
/* Those of a table, fewer. */
const struct record_column *record_table_columns(enum record_kind kind);
/* A buffer that is freed with the document. */
struct base_buffer *record_scratch(const struct document *document);
size_t record_row_count(const struct document *document, enum record_kind kind);

#endif
