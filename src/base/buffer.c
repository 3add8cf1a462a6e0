#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static bool reserve(struct base_buffer *buffer, size_t more) {
    if (buffer->failed || buffer->capacity - buffer->size > more) {
        return !buffer->failed;
    }
    size_t capacity = buffer->capacity ? buffer->capacity : 1024;
    while (capacity - buffer->size <= more && capacity <= SIZE_MAX / 2) {
        capacity *= 2;
    }
    char *data = capacity - buffer->size > more ? realloc(buffer->data, capacity) : NULL;
    if (!data) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void base_buffer_add(struct base_buffer *buffer, struct base_slice bytes) {
    if (bytes.size && reserve(buffer, bytes.size)) {
        memcpy(buffer->data + buffer->size, bytes.data, bytes.size);
        buffer->size += bytes.size;
    }
}

void base_buffer_string(struct base_buffer *buffer, const char *string) {
    base_buffer_add(buffer, base_slice_of(string));
}

void base_buffer_char(struct base_buffer *buffer, char c) {
    base_buffer_add(buffer, (struct base_slice){&c, 1});
}

void base_buffer_format(struct base_buffer *buffer, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0 || !reserve(buffer, (size_t)size + 1)) {
        buffer->failed = true;
        return;
    }
    va_start(arguments, format);
    vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, arguments);
    va_end(arguments);
    buffer->size += (size_t)size;
}

void base_buffer_free(struct base_buffer *buffer) {
    free(buffer->data);
    *buffer = (struct base_buffer){0};
}
