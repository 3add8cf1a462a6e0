#include "dates/dictionary.h"

#include "base/utf8.h"
#include "document/document.h"

struct reader {
    struct dates *dates;
    struct base_arena *arena;
    struct base_slice name;
    unsigned line;
    struct sayso_error *error;
};

static enum sayso_status refuse(const struct reader *reader, const char *why, struct base_slice what) {
    base_error_input(reader->error, base_arena_string(reader->arena, reader->name));
    return base_error_set(reader->error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, reader->line, "%s: %.*s", why,
                          (int)(what.size < 200 ? what.size : 200), what.data);
}

struct base_slice dates_normalise(struct base_slice form, char *out, size_t size) {
    size_t used = 0;
    for (size_t at = 0; at < form.size;) {
        uint32_t c = base_utf8_next(form, &at);
        if (used + 4 > size) {
            return (struct base_slice){out, 0};
        }
        used += base_utf8_put(out + used, c == 0x2019 || c == 0x2018 ? '\''
                                          : c < 0x80 && c - 'A' > 25 ? c
                                                                     : base_lower(c));
    }
    return (struct base_slice){out, used};
}

uint32_t dates_intern(struct dates *dates, struct base_arena *arena, struct base_slice word) {
    char room[256];
    struct base_slice key = dates_normalise(word, room, sizeof room);
    uint32_t symbol = base_map_get(&dates->symbols, key);
    if (symbol == BASE_MAP_NONE) {
        symbol = ++dates->symbol_count;
        base_map_set(&dates->symbols, arena, base_arena_copy(arena, key), symbol);
    }
    return symbol;
}

static bool read_int(struct base_slice *text, int *out) {
    bool minus = text->size && text->data[0] == '-';
    size_t at = minus;
    int value = 0;
    while (at < text->size && at < 9 && base_is_digit((unsigned char)text->data[at])) {
        value = value * 10 + (text->data[at++] - '0');
    }
    if (at == minus) {
        return false;
    }
    *out = minus ? -value : value;
    *text = base_slice_part(*text, at, text->size);
    return true;
}

static bool take(struct base_slice *text, const char *what) {
    if (!base_slice_starts(*text, base_slice_of(what))) {
        return false;
    }
    *text = base_slice_part(*text, strlen(what), text->size);
    return true;
}

/* "3", "2..5", "0..1/3", "1/3..2/3", "7-4": numbers over a common denominator. */
static bool read_values(struct base_slice text, int *low, int *high, int *of) {
    int under[2] = {1, 1};
    if (!read_int(&text, low) || (take(&text, "/") && !read_int(&text, &under[0]))) {
        return false;
    }
    *high = *low;
    under[1] = under[0];
    if (take(&text, "..")) {
        under[1] = 1;
        if (!read_int(&text, high) || (take(&text, "/") && !read_int(&text, &under[1]))) {
            return false;
        }
    } else if (take(&text, "-") && !read_int(&text, high)) {
        return false;
    }
    if (under[0] < 1 || under[1] < 1 || under[0] > 1000 || under[1] > 1000) {
        return false;
    }
    *low *= under[1];
    *high *= under[0];
    *of = under[0] * under[1];
    return text.size == 0;
}

/* ---- words */

static const char *const word_classes[DATES_CLASSES] = {
    [DATES_MONTH] = "month",     [DATES_WEEKDAY] = "weekday", [DATES_SEASON] = "season",
    [DATES_FEAST] = "feast",     [DATES_UNIT] = "unit",       [DATES_NUMBER] = "number",
    [DATES_ORDINAL] = "ordinal", [DATES_DECADE] = "decade",   [DATES_PART] = "part",
};

static const char *const unit_names[DATES_UNITS] = {"hour",    "day",  "week",   "weekend", "month",
                                                    "quarter", "year", "decade", "century"};

static const int least[DATES_CLASSES] = {
    [DATES_MONTH] = 1, [DATES_WEEKDAY] = 1, [DATES_SEASON] = 1, [DATES_FEAST] = 1, [DATES_DECADE] = 1000};
static const int most[DATES_CLASSES] = {[DATES_MONTH] = 12,    [DATES_WEEKDAY] = 7,    [DATES_SEASON] = 12,
                                        [DATES_FEAST] = 31,    [DATES_NUMBER] = 9999,  [DATES_ORDINAL] = 99,
                                        [DATES_DECADE] = 2990, [DATES_PART] = 1000000, [DATES_UNIT] = DATES_UNITS};

static bool word_has(const struct dates_word *word, enum dates_class class, const uint32_t *symbols, uint32_t count) {
    return word->class == class && word->count == count && memcmp(word->symbols, symbols, count * sizeof *symbols) == 0;
}

static enum sayso_status add_word(struct reader *reader, struct dates_word word, struct base_slice text) {
    struct base_slice rest = text;
    size_t at = 0;
    uint32_t first = base_utf8_next(text, &at);
    word.capital = base_is_upper(first) && word.class != DATES_FEAST;
    word.next = DATES_END;
    while ((rest = base_slice_trim(rest)).size) {
        if (word.count == DATES_LONGEST_WORD) {
            return refuse(reader, "too many tokens in one word", text);
        }
        word.symbols[word.count++] = dates_intern(reader->dates, reader->arena, base_slice_cut(&rest, ' '));
    }
    for (size_t i = 0; i < reader->dates->words.count; i++) {
        struct dates_word *old = &reader->dates->words.items[i];
        if (word_has(old, word.class, word.symbols, word.count)) {
            *old = word;
            return SAYSO_OK;
        }
    }
    BASE_PUSH(reader->arena, &reader->dates->words, word);
    return SAYSO_OK;
}

static bool read_class(struct base_slice head, struct dates_word *word) {
    struct base_slice values = head;
    struct base_slice name = base_slice_cut(&values, ' ');
    values = base_slice_trim(values);
    for (enum dates_class i = 0; i < DATES_CLASSES; i++) {
        if (word_classes[i] && base_slice_is(name, word_classes[i])) {
            word->class = i;
        }
    }
    for (int i = 0; word->class == DATES_UNIT && i < DATES_UNITS; i++) {
        if (base_slice_is(values, unit_names[i])) {
            word->low = word->high = i;
            return true;
        }
    }
    return word->class != DATES_LITERAL && word->class != DATES_UNIT &&
           read_values(values, &word->low, &word->high, &word->of) && word->low >= least[word->class] &&
           word->high >= least[word->class] && word->low <= most[word->class] && word->high <= most[word->class];
}

static enum sayso_status read_words(struct reader *reader, struct base_slice head, struct base_slice items) {
    struct dates_word word = {0};
    bool day = base_slice_is(head, "day ending"), decade = base_slice_is(head, "decade ending");
    bool future = base_slice_is(head, "future");
    if (!day && !decade && !future && !read_class(head, &word)) {
        return refuse(reader, "no class of words, or its value is out of range", head);
    }
    while (items.size) {
        struct base_slice item = base_slice_trim(base_slice_cut(&items, ';'));
        enum sayso_status status = SAYSO_OK;
        if (item.size == 0) {
            status = refuse(reader, "empty word", head);
        } else if (day) {
            BASE_PUSH(reader->arena, &reader->dates->day_endings, item);
        } else if (decade) {
            BASE_PUSH(reader->arena, &reader->dates->decade_endings, item);
        } else if (future) {
            BASE_PUSH(reader->arena, &reader->dates->futures, dates_intern(reader->dates, reader->arena, item));
        } else {
            status = add_word(reader, word, item);
        }
        if (status != SAYSO_OK) {
            return status;
        }
    }
    return SAYSO_OK;
}

/* ---- frames */

static const char *const operation_names[DATES_OPERATIONS] = {
    "none",    "on",      "days",  "at",     "day",    "unit",  "weekend", "begun",
    "rest",    "ago",     "ahead", "recent", "coming", "later", "earlier", "part",
    "quarter", "century", "same",  "since",  "until",  "after", "before",  "range"};

static bool read_operation(struct base_slice text, struct dates_frame *frame) {
    struct base_slice values = text;
    struct base_slice name = base_slice_cut(&values, ' ');
    values = base_slice_trim(values);
    frame->has_value = values.size > 0;
    for (enum dates_operation i = 0; i < DATES_OPERATIONS; i++) {
        if (base_slice_is(name, operation_names[i])) {
            frame->operation = i;
            int32_t day;
            if (i == DATES_AT) {
                bool good = document_parse_day(values, &day) && values.size == 10;
                frame->low = frame->high = day;
                return good;
            }
            return !frame->has_value || read_values(values, &frame->low, &frame->high, &frame->of);
        }
    }
    return false;
}

static enum sayso_status read_frame(struct reader *reader, struct base_slice key, struct base_slice meaning) {
    struct dates *dates = reader->dates;
    struct dates_frame frame = {.key = key, .origin = reader->name, .line = reader->line};
    if (key.size == 0 || !read_operation(meaning, &frame)) {
        return refuse(reader, "no such meaning of a frame", meaning);
    }
    uint32_t old = base_map_get(&dates->frame_keys, key);
    if (old != BASE_MAP_NONE) {
        dates->frames.items[old].removed = true;
    }
    base_map_set(&dates->frame_keys, reader->arena, key, (uint32_t)dates->frames.count);
    BASE_PUSH(reader->arena, &dates->frames, frame);
    return SAYSO_OK;
}

static enum sayso_status remove_key(struct reader *reader, struct base_slice key) {
    struct dates *dates = reader->dates;
    uint32_t frame = base_map_get(&dates->frame_keys, key);
    if (frame != BASE_MAP_NONE) {
        dates->frames.items[frame].removed = true;
        return SAYSO_OK;
    }
    struct dates_word probe = {0};
    enum sayso_status status = SAYSO_OK;
    size_t kept = 0, before = dates->words.count;
    for (struct base_slice rest = key; (rest = base_slice_trim(rest)).size && probe.count < DATES_LONGEST_WORD;) {
        probe.symbols[probe.count++] = dates_intern(reader->dates, reader->arena, base_slice_cut(&rest, ' '));
    }
    for (size_t i = 0; i < before; i++) {
        struct dates_word *word = &dates->words.items[i];
        if (!word_has(word, word->class, probe.symbols, probe.count)) {
            dates->words.items[kept++] = *word;
        }
    }
    dates->words.count = kept;
    if (kept == before) {
        status = refuse(reader, "nothing to remove", key);
    }
    return status;
}

static struct base_slice without_comment(struct base_slice line) {
    for (size_t i = 0; i < line.size; i++) {
        if (line.data[i] == '#' && (i == 0 || line.data[i - 1] == ' ' || line.data[i - 1] == '\t')) {
            line.size = i;
        }
    }
    while (line.size && (line.data[line.size - 1] == ' ' || line.data[line.size - 1] == '\t')) {
        line.size--;
    }
    return line;
}

static enum sayso_status read_line(struct reader *reader, struct base_slice line) {
    struct dates *dates = reader->dates;
    if (line.data[0] == ' ' || line.data[0] == '\t') {
        struct base_slice example = base_slice_trim(line);
        if (dates->frames.count == 0 || base_slice_find(example, BASE_SLICE("=>")) == SIZE_MAX) {
            return refuse(reader, "an indented line is the example of a frame, TEXT => DATES", example);
        }
        BASE_PUSH(reader->arena, &dates->frames.items[dates->frames.count - 1].examples, example);
        return SAYSO_OK;
    }
    if (line.data[0] == '!') {
        return remove_key(reader, base_slice_trim(base_slice_part(line, 1, line.size)));
    }
    size_t equals = base_slice_find(line, BASE_SLICE(" = ")), colon = base_slice_find(line, BASE_SLICE(": "));
    if (equals != SIZE_MAX) {
        return read_frame(reader, base_slice_trim(base_slice_part(line, 0, equals)),
                          base_slice_trim(base_slice_part(line, equals + 3, line.size)));
    }
    if (colon != SIZE_MAX) {
        return read_words(reader, base_slice_trim(base_slice_part(line, 0, colon)),
                          base_slice_part(line, colon + 2, line.size));
    }
    return refuse(reader, "neither a class of words (CLASS VALUE: WORD; ...) nor a frame (FRAME = MEANING)", line);
}

enum sayso_status dates_read(struct dates *dates, struct base_arena *arena, struct base_slice name,
                             struct base_slice bytes, struct sayso_error *error) {
    struct reader reader = {dates, arena, name, 0, error};
    if (!base_utf8_valid(bytes)) {
        return refuse(&reader, "not UTF-8", name);
    }
    while (bytes.size) {
        struct base_slice line = without_comment(base_slice_line(&bytes));
        reader.line++;
        enum sayso_status status = line.size ? read_line(&reader, line) : SAYSO_OK;
        if (status != SAYSO_OK) {
            return status;
        }
    }
    return SAYSO_OK;
}
