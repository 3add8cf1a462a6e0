/* Fields of a JSON record as values of a database. Where a field is missing or of another type, the value is null. */
#ifndef DOSSIER_VALUES_H
#define DOSSIER_VALUES_H

#include "base/buffer.h"
#include "dossier/database/database.h"

#include <jansson.h>

/* Strings that are made for a row and that live until the next one. */
enum { VALUES_MOST_LISTS = 2 };
struct values_texts {
    struct base_buffer lists[VALUES_MOST_LISTS];
    unsigned used;
    char *dumped; /* by jansson */
    bool failed;  /* no memory */
};

void values_clear(struct values_texts *texts);
void values_free(struct values_texts *texts);

/* data NULL: none. */
struct base_slice values_string(const json_t *object, const char *key);
/* The start of a string that is longer than any name: an index of a database would refuse it. */
struct base_slice values_name(const json_t *object, const char *key);
struct database_value values_number(const json_t *json);
struct database_value values_integer(const json_t *object, const char *key);
struct database_value values_real(const json_t *object, const char *key);
/* The part of the text that a [start, end] stands for; data NULL where it is none. */
struct base_slice values_part(struct base_slice text, const json_t *span);
/* The first ten bytes of a time, where they are a day. */
struct database_value values_day(const json_t *object, const char *key);
/* A list of strings, joined by ";"; VALUES_MOST_LISTS times a row. */
struct database_value values_joined(struct values_texts *texts, const json_t *list);
/* The object as a line, without its "text"; once a row. */
struct database_value values_without_text(struct values_texts *texts, const json_t *object);

#endif
