/* The records of one document, parsed out of their JSON lines (docs/records.md) and checked, before any of them is stored. */
#ifndef DOSSIER_RECORDS_H
#define DOSSIER_RECORDS_H

#include "base/buffer.h"
#include "base/error.h"

#include <jansson.h>

enum records_kind { RECORDS_ENTITY, RECORDS_CLAIM, RECORDS_EVENT, RECORDS_KINDS };

struct records_line {
    json_t *json;
    struct base_slice bytes; /* among the lines */
    unsigned number;         /* behind the letter of its id */
};

struct records_list {
    struct records_line *items; /* by number, none twice */
    size_t count, capacity;
    unsigned last; /* number */
};

struct records {
    struct base_buffer lines;
    json_t *document;
    struct base_slice id;
    struct records_list lists[RECORDS_KINDS];
};

/* Reads the lines of one document, its own first. Takes the buffer over, which is empty afterwards. NULL and the error where
 * they are none (error->line counts among them), or where there is no memory. Any thread may; one at a time may use them. */
struct records *records_parse(struct base_buffer *lines, struct sayso_error *error);
void records_free(struct records *records);
/* Which of the list's records has this id; 0: none, or null. Otherwise its number. */
unsigned records_number(const struct records *records, enum records_kind kind, const json_t *id);

#endif
