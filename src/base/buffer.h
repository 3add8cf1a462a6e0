/* Output that grows on the heap and outlives documents: records wait in one until it is their turn to be written. When
 * memory runs out, `failed` is set, later writes do nothing, and whoever prints the buffer reports it. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/slice.h"

struct base_buffer {
    char *data;
    size_t size, capacity;
    bool failed;
};

void base_buffer_add(struct base_buffer *buffer, struct base_slice bytes);
void base_buffer_string(struct base_buffer *buffer, const char *string);
void base_buffer_char(struct base_buffer *buffer, char c);
void base_buffer_format(struct base_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void base_buffer_free(struct base_buffer *buffer);

#endif
