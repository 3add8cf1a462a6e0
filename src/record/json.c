#include "record/json.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <math.h>

static void put_key(struct record_json *json, const char *key) {
    if (json->comma) {
        base_buffer_char(json->out, ',');
    }
    if (key) {
        base_buffer_char(json->out, '"');
        base_buffer_string(json->out, key);
        base_buffer_string(json->out, "\":");
    }
    json->comma = true;
}

void record_json_open(struct record_json *json, const char *key, char bracket) {
    put_key(json, key);
    base_buffer_char(json->out, bracket);
    json->comma = false;
}

void record_json_close(struct record_json *json, char bracket) {
    base_buffer_char(json->out, bracket);
    json->comma = true;
}

static void put_escape(struct base_buffer *out, unsigned char c) {
    switch (c) {
    case '"': base_buffer_string(out, "\\\""); break;
    case '\\': base_buffer_string(out, "\\\\"); break;
    case '\n': base_buffer_string(out, "\\n"); break;
    case '\r': base_buffer_string(out, "\\r"); break;
    case '\t': base_buffer_string(out, "\\t"); break;
    default: base_buffer_format(out, "\\u%04x", c);
    }
}

static bool stays(unsigned char c) {
    return c >= ' ' && c != '"' && c != '\\' && c < 0x7F;
}

void record_json_string(struct record_json *json, const char *key, struct base_slice value) {
    put_key(json, key);
    if (!value.data) {
        base_buffer_string(json->out, "null");
        return;
    }
    base_buffer_char(json->out, '"');
    for (size_t at = 0; at < value.size;) {
        size_t start = at;
        while (at < value.size && stays((unsigned char)value.data[at])) {
            at++;
        }
        base_buffer_add(json->out, base_slice_part(value, start, at));
        if (at == value.size) {
            break;
        }
        if ((unsigned char)value.data[at] < 0x80) {
            put_escape(json->out, (unsigned char)value.data[at++]);
            continue;
        }
        char character[4];
        size_t size = base_utf8_put(character, base_utf8_next(value, &at));
        base_buffer_add(json->out, (struct base_slice){character, size});
    }
    base_buffer_char(json->out, '"');
}

void record_json_name(struct record_json *json, const char *key, const char *value) {
    record_json_string(json, key, value && *value ? base_slice_of(value) : (struct base_slice){0});
}

void record_json_integer(struct record_json *json, const char *key, int64_t value) {
    put_key(json, key);
    base_buffer_format(json->out, "%" PRId64, value);
}

void record_json_number(struct record_json *json, const char *key, double value) {
    put_key(json, key);
    record_number(json->out, value);
}

void record_json_raw(struct record_json *json, const char *key, struct base_slice value) {
    put_key(json, key);
    base_buffer_add(json->out, value.data ? value : BASE_SLICE("null"));
}

void record_json_null(struct record_json *json, const char *key) {
    put_key(json, key);
    base_buffer_string(json->out, "null");
}

void record_json_pair(struct record_json *json, const char *key, size_t start, size_t end) {
    put_key(json, key);
    base_buffer_format(json->out, "[%zu,%zu]", start, end);
}

/* printf would write the decimal point of the user's locale. */
void record_number(struct base_buffer *out, double value) {
    enum { DECIMALS = 5, SCALE = 100000 };
    int64_t scaled = (int64_t)llround(value * SCALE);
    uint64_t size = scaled < 0 ? (uint64_t)-scaled : (uint64_t)scaled;
    char decimals[DECIMALS + 1] = {0};
    uint64_t rest = size % SCALE;
    for (int i = DECIMALS; i-- > 0; rest /= 10) {
        decimals[i] = (char)('0' + rest % 10);
    }
    for (int i = DECIMALS; i-- > 1 && decimals[i] == '0';) {
        decimals[i] = 0;
    }
    base_buffer_format(out, "%s%" PRIu64 ".%s", scaled < 0 ? "-" : "", size / SCALE, decimals);
}
