#include "dossier/values.h"

#include "base/utf8.h"
#include "document/document.h"

#include <stdlib.h>

void values_clear(struct values_texts *texts) {
    free(texts->dumped);
    texts->dumped = NULL;
    texts->used = 0;
}

void values_free(struct values_texts *texts) {
    free(texts->dumped);
    for (unsigned i = 0; i < VALUES_MOST_LISTS; i++) {
        base_buffer_free(&texts->lists[i]);
    }
}

struct base_slice values_string(const json_t *object, const char *key) {
    const json_t *value = json_object_get(object, key);
    return (struct base_slice){json_string_value(value), json_string_length(value)};
}

struct base_slice values_name(const json_t *object, const char *key) {
    enum { MOST_BYTES = 1000 };
    struct base_slice name = values_string(object, key);
    if (name.size > MOST_BYTES) {
        name.size = MOST_BYTES;
        while (!base_utf8_is_boundary(values_string(object, key), name.size)) {
            name.size--;
        }
    }
    return name;
}

struct database_value values_number(const json_t *json) {
    return json_is_integer(json) ? database_integer(json_integer_value(json)) : (struct database_value){0};
}

struct database_value values_integer(const json_t *object, const char *key) {
    return values_number(json_object_get(object, key));
}

struct database_value values_real(const json_t *object, const char *key) {
    const json_t *value = json_object_get(object, key);
    return json_is_number(value) ? database_real(json_number_value(value)) : (struct database_value){0};
}

struct base_slice values_part(struct base_slice text, const json_t *span) {
    json_int_t start = json_integer_value(json_array_get(span, 0)), end = json_integer_value(json_array_get(span, 1));
    if (start < 0 || end < start || (size_t)end > text.size || !text.data) {
        return (struct base_slice){0};
    }
    return base_slice_part(text, (size_t)start, (size_t)end);
}

struct database_value values_day(const json_t *object, const char *key) {
    enum { DAY = 10 };
    struct base_slice time = values_string(object, key);
    int32_t day;
    if (time.size < DAY || !document_parse_day(time, &day)) {
        return (struct database_value){0};
    }
    return database_text(base_slice_part(time, 0, DAY));
}

struct database_value values_joined(struct values_texts *texts, const json_t *list) {
    struct base_buffer *out = &texts->lists[texts->used];
    if (json_array_size(list) == 0) {
        return (struct database_value){0};
    }
    out->size = 0;
    texts->used++;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        base_buffer_string(out, i ? ";" : "");
        base_buffer_add(out, (struct base_slice){json_string_value(item), json_string_length(item)});
    }
    texts->failed |= out->failed;
    return out->size ? database_text((struct base_slice){out->data, out->size}) : (struct database_value){0};
}

struct database_value values_without_text(struct values_texts *texts, const json_t *object) {
    json_t *copy = json_copy((json_t *)(uintptr_t)object); /* json_copy() only counts its references */
    if (copy) {
        json_object_del(copy, "text");
        texts->dumped = json_dumps(copy, JSON_COMPACT);
        json_decref(copy);
    }
    texts->failed |= !texts->dumped;
    return database_text(base_slice_of(texts->dumped));
}
