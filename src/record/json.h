/* Writes JSON (RFC 8259) into a buffer, on one line and without spaces. A `key` of NULL writes a value of an array. What is
 * no UTF-8 becomes U+FFFD; numbers look the same in every locale. */
#ifndef RECORD_JSON_H
#define RECORD_JSON_H

#include "base/buffer.h"

struct record_json {
    struct base_buffer *out;
    bool comma; /* is one due before the next value? */
};

void record_json_open(struct record_json *json, const char *key, char bracket); /* '{' or '[' */
void record_json_close(struct record_json *json, char bracket);                 /* '}' or ']' */
/* A slice whose data is NULL gives null. */
void record_json_string(struct record_json *json, const char *key, struct base_slice value);
/* A string that is NULL or empty gives null. */
void record_json_name(struct record_json *json, const char *key, const char *value);
void record_json_integer(struct record_json *json, const char *key, int64_t value);
/* With one to five decimals: 4.0, 55.75. */
void record_json_number(struct record_json *json, const char *key, double value);
/* JSON that is written already; a slice whose data is NULL gives null. */
void record_json_raw(struct record_json *json, const char *key, struct base_slice value);
void record_json_null(struct record_json *json, const char *key);
/* [start, end] */
void record_json_pair(struct record_json *json, const char *key, size_t start, size_t end);

/* The number alone, as record_json_number() writes it. */
void record_number(struct base_buffer *out, double value);

#endif
