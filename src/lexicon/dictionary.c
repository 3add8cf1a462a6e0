#include "lexicon/dictionary.h"

#include "document/document.h"

static struct base_slice without_comment(struct base_slice line) {
    const char *hash = line.data;
    const char *end = line.data + line.size;
    while (line.size && (hash = memchr(hash, '#', (size_t)(end - hash))) != NULL) {
        if (hash == line.data || hash[-1] == ' ' || hash[-1] == '\t') {
            return base_slice_part(line, 0, (size_t)(hash - line.data));
        }
        hash++;
    }
    return line;
}

bool lexicon_read_line(struct lexicon_reader *reader) {
    while (reader->rest.size) {
        struct base_slice line = base_slice_line(&reader->rest);
        reader->line++;
        reader->text = base_slice_trim(without_comment(line));
        if (reader->text.size) {
            reader->indented = line.data[0] == ' ' || line.data[0] == '\t';
            return true;
        }
    }
    return false;
}

/* By hand: thousands of entries are read at each start. */
struct base_slice lexicon_line_origin(const struct lexicon_reader *reader, struct base_arena *arena) {
    size_t slash = reader->name.size;
    while (slash && reader->name.data[slash - 1] != '/') {
        slash--;
    }
    struct base_slice name = base_slice_part(reader->name, slash, reader->name.size);
    char digits[12];
    size_t first = sizeof digits;
    unsigned line = reader->line;
    do {
        digits[--first] = (char)('0' + line % 10);
        line /= 10;
    } while (line);
    digits[--first] = ':';
    size_t size = name.size + sizeof digits - first;
    char *out = base_arena_take(arena, size);
    memcpy(out, name.data, name.size);
    memcpy(out + name.size, digits + first, sizeof digits - first);
    return (struct base_slice){out, size};
}

enum sayso_status lexicon_line_error(const struct lexicon_reader *reader, const char *reason, struct base_slice what) {
    char name[sizeof reader->error->input];
    size_t size = reader->name.size < sizeof name ? reader->name.size : sizeof name - 1;
    memcpy(name, reader->name.data, size);
    name[size] = '\0';
    base_error_input(reader->error, name);
    int shown = what.size < 100 ? (int)what.size : 100;
    return base_error_set(reader->error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, reader->line, "%s%s%.*s", reason,
                          what.size ? ": " : "", shown, what.data ? what.data : "");
}

bool lexicon_read_code(struct base_slice text, char out[4]) {
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < 'A' || text.data[i] > 'Z') {
            return false;
        }
    }
    if (text.size != 3) {
        return false;
    }
    memcpy(out, text.data, 3);
    out[3] = '\0';
    return true;
}

/* PLOVER's sectors of actors. */
bool lexicon_read_sector(struct base_slice text, char out[4]) {
    static const char sectors[] = "AGR BUS COP CRM CVL EDU ELI GOV JRN JUD LAB LEG MED MIL OPP PRE PRM PTY REB REF REL "
                                  "SOC SPY UAF UNK";
    return lexicon_read_code(text, out) && strstr(sectors, out) != NULL;
}

static bool number(struct base_slice text, size_t digits, int *value) {
    *value = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') {
            return false;
        }
        *value = *value * 10 + (text.data[i] - '0');
    }
    return text.size == digits;
}

bool lexicon_read_day(struct base_slice text, bool last, int32_t *day) {
    if (!text.size) {
        *day = DOCUMENT_DAY_OPEN;
        return true;
    }
    if (text.size == 10) {
        return document_parse_day(text, day);
    }
    struct base_slice rest = text;
    int year, month = last ? 12 : 1;
    bool has_month = text.size > 4;
    if (!number(base_slice_cut(&rest, '-'), 4, &year) || (has_month && !number(rest, 2, &month)) || month < 1 ||
        month > 12) {
        return false;
    }
    *day = !last ? document_day_of(year, month, 1)
                 : document_day_of(month < 12 ? year : year + 1, month < 12 ? month + 1 : 1, 1) - 1;
    return true;
}

bool lexicon_read_degrees(struct base_slice text, double limit, double *degrees) {
    double value = 0, unit = 1;
    bool negative = text.size && text.data[0] == '-', fraction = false, any = false;
    for (size_t i = negative; i < text.size; i++) {
        char c = text.data[i];
        if (c == '.' && !fraction) {
            fraction = true;
        } else if (c >= '0' && c <= '9') {
            any = true;
            unit *= fraction ? 10 : 1;
            value = value * 10 + (c - '0');
        } else {
            return false;
        }
    }
    *degrees = (negative ? -value : value) / unit;
    return any && value / unit <= limit;
}
