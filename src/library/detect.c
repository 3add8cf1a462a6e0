#include "library/detect.h"

#include <jansson.h>

static const struct base_slice BOM = {"\xEF\xBB\xBF", 3};

static bool has_magic(struct base_slice head) {
    static const struct {
        size_t offset;
        struct base_slice bytes;
    } magics[] = {
        {0, {"\x89PNG", 4}},    {0, {"\xFF\xD8\xFF", 3}},   {0, {"GIF8", 4}},         {0, {"RIFF", 4}},
        {0, {"%PDF-", 5}},      {0, {"PK\3\4", 4}},         {0, {"PK\5\6", 4}},       {0, {"\x7F" "ELF", 4}},
        {0, {"BZh", 3}},        {0, {"\xFD" "7zXZ", 5}},    {0, {"7z\xBC\xAF", 4}},   {0, {"Rar!", 4}},
        {0, {"ID3", 3}},        {0, {"OggS", 4}},           {0, {"fLaC", 4}},         {0, {"wOF", 3}},
        {4, {"ftyp", 4}},       {257, {"ustar", 5}},        {0, {"SQLite format 3", 15}}, {0, {"II*\0", 4}},
        {0, {"MM\0*", 4}},      {0, {"SAYSOMDL", 8}},       {0, {"\x1F\x8B", 2}},     {0, {"\x28\xB5\x2F\xFD", 4}}};
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        if (head.size > magics[i].offset &&
            base_slice_starts(base_slice_part(head, magics[i].offset, head.size), magics[i].bytes)) {
            return true;
        }
    }
    return false;
}

/* UTF-16 and UTF-32 are text full of zero bytes: told by a mark, or by zeros on one side of nearly every pair. */
static bool is_wide(struct base_slice head) {
    size_t zeros[2] = {0, 0};
    if (base_slice_starts(head, (struct base_slice){"\xFF\xFE", 2}) ||
        base_slice_starts(head, (struct base_slice){"\xFE\xFF", 2}) ||
        base_slice_starts(head, (struct base_slice){"\0\0\xFE\xFF", 4})) {
        return true;
    }
    for (size_t i = 0; i < head.size; i++) {
        zeros[i % 2] += head.data[i] == 0;
    }
    return (zeros[0] * 10 > head.size * 4 && zeros[1] == 0) || (zeros[1] * 10 > head.size * 4 && zeros[0] == 0);
}

bool library_is_text(struct base_slice head) {
    enum { ONE_IN = 10 }; /* a page may hold a stray zero; a tenth of control characters is no text */
    if (has_magic(head)) {
        return false;
    }
    head.size = head.size < LIBRARY_HEAD ? head.size : LIBRARY_HEAD;
    size_t controls = 0;
    for (size_t i = 0; i < head.size; i++) {
        unsigned char c = (unsigned char)head.data[i];
        controls += (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B) || c == 0x7F;
    }
    return controls * ONE_IN <= head.size || is_wide(head);
}

struct base_slice library_line_ahead(struct library_stream *stream, size_t most, bool *whole) {
    struct base_slice ahead = {"", 0};
    const char *end = NULL;
    size_t seen = 0;
    for (size_t size = LIBRARY_HEAD;; size *= 2) {
        ahead = library_stream_ahead(stream, size);
        end = ahead.size > seen ? memchr(ahead.data + seen, '\n', ahead.size - seen) : NULL;
        seen = ahead.size;
        if (end || ahead.size < size || ahead.size > most) {
            break;
        }
    }
    struct base_slice line = {ahead.data, end ? (size_t)(end - ahead.data) + 1 : ahead.size};
    *whole = line.size <= most;
    return line;
}

static bool is_json_object(struct base_slice line) {
    json_error_t ignored;
    if (base_slice_starts(line, BOM)) {
        line = base_slice_part(line, BOM.size, line.size);
    }
    line = base_slice_trim(line);
    if (!line.size || line.data[0] != '{') {
        return false;
    }
    json_t *json = json_loadb(line.data, line.size, JSON_ALLOW_NUL, &ignored);
    bool is_object = json_is_object(json);
    json_decref(json);
    return is_object;
}

enum sayso_input library_detect(struct library_stream *stream, size_t most) {
    bool whole;
    struct base_slice head = library_stream_ahead(stream, LIBRARY_HEAD);
    if (base_slice_starts(head, BASE_SLICE("WARC/"))) {
        return SAYSO_INPUT_WARC;
    }
    struct base_slice start = base_slice_starts(head, BOM) ? base_slice_part(head, BOM.size, head.size) : head;
    start = base_slice_trim(start);
    if (!start.size || start.data[0] != '{') {
        return SAYSO_INPUT_PAGE;
    }
    struct base_slice line = library_line_ahead(stream, most, &whole);
    return whole && is_json_object(line) ? SAYSO_INPUT_JSONL : SAYSO_INPUT_PAGE;
}
