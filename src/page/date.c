#include "page/date.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "document/document.h"

enum { AM = 13, PM, YEAR_SIGN, MONTH_SIGN, DAY_SIGN, UTC }; /* values of words above the months */
enum {
    FIRST_YEAR = 1990,
    TOKENS = 12,
    NEXT = 4, /* tokens between a month and its day or year */
    WORD = 48,
    SHORT_NAME = 3, /* bytes */
    MANY_LANGUAGES = 8,
    NEAR = 40 /* bytes between a day and its time */
};

static const char *const word_kinds[] = {"am", "pm", "year", "month", "day", "utc"};

/* A number, or a word with a meaning; all else is skipped, but counted in `gap`. */
struct token {
    size_t start, end;
    int value;  /* of a number; of a word what the table says, or 0 */
    int digits; /* 0: a word */
    char after; /* byte behind it */
};

struct scan {
    const struct page_dates *dates;
    struct base_slice text, language;
};

static size_t count_words(struct base_slice line) {
    size_t count = 0;
    while ((line = base_slice_trim(line)).size > 0) {
        base_slice_cut(&line, ' ');
        count++;
    }
    return count;
}

/* "name lang lang ...". A name counts in all languages, unless it has another meaning in more of them, or is so short
 * that it is a word of its own elsewhere ("de"). */
static void read_names(struct base_arena *arena, struct base_slice line, uint32_t value, struct page_dates *dates) {
    struct base_slice name = base_slice_cut(&line, ' ');
    uint32_t known = base_map_get(&dates->words, name);
    bool everywhere =
        known == BASE_MAP_NONE && (name.size > SHORT_NAME || count_words(line) >= MANY_LANGUAGES || value > PM);
    if (everywhere) {
        base_map_set(&dates->words, arena, name, value);
    }
    while (!everywhere && known != value && (line = base_slice_trim(line)).size > 0) {
        struct base_slice language = base_slice_cut(&line, ' ');
        base_map_set(
            &dates->words, arena,
            base_arena_format(arena, "%.*s %.*s", (int)language.size, language.data, (int)name.size, name.data), value);
    }
}

static uint32_t value_of(struct base_slice kind) {
    char number[8] = "";
    memcpy(number, kind.data, kind.size < 7 ? kind.size : 7);
    int month = atoi(number);
    for (size_t i = 0; i < sizeof word_kinds / sizeof *word_kinds; i++) {
        if (base_slice_is(kind, word_kinds[i])) {
            return (uint32_t)(AM + i);
        }
    }
    return month >= 1 && month <= 12 ? (uint32_t)month : 0;
}

/* Lines "9 september de en nl", "am am en", "month-first en-us", written by tools/locale/dates.py. */
enum sayso_status page_dates_read(struct base_arena *arena, struct base_slice name, struct base_slice bytes,
                                  struct page_dates *dates, struct sayso_error *error) {
    for (unsigned number = 1; bytes.size > 0; number++) {
        struct base_slice line = base_slice_trim(base_slice_line(&bytes));
        if (line.size == 0 || line.data[0] == '#') {
            continue;
        }
        struct base_slice kind = base_slice_cut(&line, ' ');
        if (base_slice_is(kind, "month-first")) {
            while ((line = base_slice_trim(line)).size > 0) {
                base_map_set(&dates->orders, arena, base_slice_cut(&line, ' '), PAGE_MONTH_FIRST);
            }
            continue;
        }
        uint32_t value = value_of(kind);
        if (value == 0) {
            base_error_input(error, base_arena_string(arena, name));
            return base_error_set(error, SAYSO_BAD_DICTIONARY, SAYSO_NOWHERE, number, "no month, and no kind of word");
        }
        read_names(arena, line, value, dates);
    }
    return SAYSO_OK;
}

static size_t lower_tag(struct base_slice tag, char out[WORD]) {
    size_t size = tag.size < WORD ? tag.size : WORD;
    for (size_t i = 0; i < size; i++) {
        char c = tag.data[i];
        out[i] = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    return size;
}

enum page_date_order page_date_order_of(const struct page_dates *dates, struct base_slice language) {
    char tag[WORD];
    size_t size = lower_tag(language, tag);
    uint32_t order = base_map_get(&dates->orders, (struct base_slice){tag, size});
    if (order != BASE_MAP_NONE) {
        return (enum page_date_order)order;
    }
    return size > 3 ? PAGE_DAY_FIRST : PAGE_ORDER_UNKNOWN;
}

static int word_value(const struct scan *scan, struct base_slice word) {
    char key[2 * WORD];
    if (word.size > WORD) {
        return 0;
    }
    size_t used = 0;
    while (used < scan->language.size && used < 3 && scan->language.data[used] >= 'a' &&
           scan->language.data[used] <= 'z') {
        key[used] = scan->language.data[used];
        used++;
    }
    key[used++] = ' ';
    size_t start = used;
    for (size_t at = 0; at < word.size;) {
        used += base_utf8_put(key + used, base_lower(base_utf8_next(word, &at)));
    }
    uint32_t value = base_map_get(&scan->dates->words, (struct base_slice){key, used});
    if (value == BASE_MAP_NONE) {
        value = base_map_get(&scan->dates->words, (struct base_slice){key + start, used - start});
    }
    return value == BASE_MAP_NONE ? 0 : (int)value;
}

static bool is_word_part(uint32_t c) {
    return base_is_letter(c) || (c >= 0x300 && c <= 0x36F) || (c >= 0x900 && c <= 0xDFF && c != 0x964);
}

/* The next number or known word. False at the end of the text. */
static bool next_token(const struct scan *scan, size_t *at, struct token *token) {
    struct base_slice text = scan->text;
    while (*at < text.size) {
        size_t start = *at;
        uint32_t c = base_utf8_next(text, at);
        *token = (struct token){.start = start};
        if (base_is_digit(c)) {
            token->digits = 1;
            token->value = (int)(c - '0');
            while (*at < text.size && base_is_digit((unsigned char)text.data[*at])) {
                token->value = token->digits < 9 ? token->value * 10 + (text.data[*at] - '0') : token->value;
                token->digits++;
                ++*at;
            }
        } else if (is_word_part(c)) {
            bool sign = c > 0x2E80; /* Han and Hangul signs stand alone */
            size_t end = *at;
            while (!sign && end < text.size && is_word_part(base_utf8_next(text, &end))) {
                *at = end;
            }
            token->value = word_value(scan, base_slice_part(text, start, *at));
        } else {
            continue;
        }
        token->end = *at;
        token->after = *at < text.size ? text.data[*at] : '\0';
        return true;
    }
    return false;
}

static bool in_calendar(const struct page_dates *dates, struct page_date *date) {
    if (date->year < 100) {
        date->year += date->year < 70 ? 2000 : 1900;
    }
    char written[16];
    snprintf(written, sizeof written, "%04d-%02d-%02d", date->year % 10000, date->month % 100, date->day % 100);
    int32_t day;
    return date->year >= FIRST_YEAR && date->year < 10000 && date->month >= 1 && date->month <= 12 && date->day >= 1 &&
           date->day <= 31 && document_parse_day(base_slice_of(written), &day) && day <= dates->today + 1;
}

static bool is_separator(char c) {
    return c == '.' || c == '/' || c == '-';
}

/* 2015-09-15, 2015/9/15, 15.09.2015, 09.15.15 */
static bool from_numbers(const struct scan *scan, const struct token *t, size_t count, enum page_date_order order,
                         struct page_date *date) {
    if (count < 3 || !t[0].digits || !t[1].digits || !t[2].digits || !is_separator(t[0].after) ||
        t[1].after != t[0].after || t[1].digits > 2) {
        return false;
    }
    /* "15. 9. 2015" has spaces */
    if (t[1].start - t[0].end > 2 || t[2].start - t[1].end > 2) {
        return false;
    }
    date->start = t[0].start;
    date->end = t[2].end;
    if (t[0].digits == 4 && t[2].digits <= 2) {
        date->year = t[0].value;
        date->month = t[1].value;
        date->day = t[2].value;
        return in_calendar(scan->dates, date);
    }
    if (t[0].digits > 2 || (t[2].digits != 4 && t[2].digits != 2)) {
        return false;
    }
    bool month_first = order == PAGE_MONTH_FIRST;
    date->ambiguous = t[0].value <= 12 && t[1].value <= 12 && t[0].value != t[1].value;
    for (int turn = 0; turn < 2; turn++, month_first = !month_first) {
        date->year = t[2].value;
        date->month = month_first ? t[0].value : t[1].value;
        date->day = month_first ? t[1].value : t[0].value;
        if (in_calendar(scan->dates, date)) {
            return true;
        }
    }
    return false;
}

static bool is_month(const struct token *t) {
    return t->digits == 0 && t->value >= 1 && t->value <= 12;
}

static bool is_day(const struct token *t) {
    return (t->digits == 1 || t->digits == 2) && t->value >= 1 && t->value <= 31 && t->after != ':';
}

/* "15 September 2015", "September 15th, 2015", "15 de septiembre de 2015", "2015. szeptember 15." */
static bool from_words(const struct scan *scan, const struct token *t, size_t count, size_t month,
                       struct page_date *date) {
    const struct token *day = NULL, *year = NULL;
    for (size_t distance = 1; distance <= NEXT; distance++) {
        const struct token *near[2] = {month + distance < count ? &t[month + distance] : NULL,
                                       distance <= month ? &t[month - distance] : NULL};
        for (size_t i = 0; i < 2; i++) {
            if (near[i] == NULL) {
                continue;
            }
            if (!year && near[i]->digits == 4) {
                year = near[i];
            } else if (!day && distance <= 2 && is_day(near[i])) {
                day = near[i];
            }
        }
        if (day && year) {
            break;
        }
    }
    if (!day || !year) {
        return false;
    }
    date->year = year->value;
    date->month = t[month].value;
    date->day = day->value;
    date->start = day->start < year->start ? day->start : year->start;
    date->start = t[month].start < date->start ? t[month].start : date->start;
    date->end = day->end > year->end ? day->end : year->end;
    date->end = t[month].end > date->end ? t[month].end : date->end;
    return date->end - date->start < 60 && in_calendar(scan->dates, date);
}

/* Numbers with signs behind them, as in Chinese, Japanese, Korean. */
static bool from_signs(const struct scan *scan, const struct token *t, size_t count, struct page_date *date) {
    if (count < 6 || t[1].value != YEAR_SIGN || t[3].value != MONTH_SIGN || t[5].value != DAY_SIGN || t[1].digits ||
        t[3].digits || t[5].digits || !t[0].digits || !t[2].digits || !t[4].digits) {
        return false;
    }
    date->year = t[0].value;
    date->month = t[2].value;
    date->day = t[4].value;
    date->start = t[0].start;
    date->end = t[5].end;
    return in_calendar(scan->dates, date);
}

/* "Z", "+0200", "+02:00", "-05"; UTC as a word. */
static void read_zone(const struct scan *scan, size_t at, struct page_date *date) {
    struct base_slice text = scan->text;
    while (at < text.size && text.data[at] == ' ') {
        at++;
    }
    struct scan rest = *scan;
    rest.text = base_slice_part(text, 0, at + 4 < text.size ? at + 4 : text.size);
    size_t next = at;
    struct token token;
    if (at < text.size && text.data[at] == 'Z') {
        strcpy(date->zone, "Z");
        date->end = at + 1;
    } else if (at + 2 < text.size && (text.data[at] == '+' || text.data[at] == '-') &&
               base_is_digit((unsigned char)text.data[at + 1]) && base_is_digit((unsigned char)text.data[at + 2])) {
        size_t minutes = at + 3 + (at + 3 < text.size && text.data[at + 3] == ':');
        bool has = minutes + 1 < text.size && base_is_digit((unsigned char)text.data[minutes]) &&
                   base_is_digit((unsigned char)text.data[minutes + 1]);
        snprintf(date->zone, sizeof date->zone, "%.3s:%.2s", text.data + at, has ? text.data + minutes : "00");
        date->end = has ? minutes + 2 : at + 3;
    } else if (base_utf8_is_boundary(text, rest.text.size) && next_token(&rest, &next, &token) && token.start == at &&
               token.digits == 0 && token.value == UTC) {
        strcpy(date->zone, "Z");
        date->end = token.end;
    }
}

/* Is t the hour of a time? The clock follows the day, or stands before it. */
static bool read_time(const struct scan *scan, const struct token *t, size_t left, struct page_date *date) {
    bool point = left > 1 && t[0].after == '.' && t[1].digits == 2 && t[0].start > date->end;
    if (left < 2 || !t[0].digits || t[0].digits > 2 || (t[0].after != ':' && !point) || t[1].digits != 2 ||
        t[1].start != t[0].end + 1 || t[0].value > 24 || t[1].value > 59) {
        return false;
    }
    date->hour = t[0].value % 24;
    date->minute = t[1].value;
    size_t used = 2;
    if (t[1].after == ':' && left > 2 && t[2].digits == 2 && t[2].start == t[1].end + 1 && t[2].value < 61) {
        date->second = t[2].value;
        used = 3;
    }
    size_t end = t[used - 1].end;
    if (used == 3 && left > 3 && t[2].after == '.' && t[3].digits && t[3].start == t[2].end + 1) {
        end = t[3].end; /* fractions of a second are dropped */
        used = 4;
    }
    if (left > used && !t[used].digits && (t[used].value == AM || t[used].value == PM) && date->hour <= 12) {
        date->hour = date->hour % 12 + (t[used].value == PM ? 12 : 0);
        end = t[used].end;
    } else if (left > used + 1 && !t[used].digits && !t[used + 1].digits && t[used].end - t[used].start == 1 &&
               t[used + 1].end - t[used + 1].start == 1 && date->hour <= 12) {
        /* "p.m." is two tokens */
        char half = (char)(scan->text.data[t[used].start] | 0x20),
             m = (char)(scan->text.data[t[used + 1].start] | 0x20);
        if (m == 'm' && (half == 'a' || half == 'p')) {
            date->hour = date->hour % 12 + (half == 'p' ? 12 : 0);
            end = t[used + 1].end;
        }
    }
    date->end = end > date->end ? end : date->end;
    read_zone(scan, end, date);
    return true;
}

static void find_time(const struct scan *scan, const struct token *t, size_t count, struct page_date *date) {
    size_t start = date->start, end = date->end;
    for (size_t i = 0; i < count; i++) {
        if (t[i].start >= end && t[i].start - end < NEAR && read_time(scan, &t[i], count - i, date)) {
            return;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (t[i].end <= start && start - t[i].end < NEAR && read_time(scan, &t[i], count - i, date)) {
            return;
        }
    }
}

bool page_date_find(const struct page_dates *dates, struct base_slice text, size_t at, struct base_slice language,
                    enum page_date_order order, struct page_date *date) {
    struct scan scan = {dates, text, language};
    struct token t[TOKENS];
    size_t count = 0;
    bool more = true;
    while (more || count > 0) {
        while (more && count < TOKENS && (more = next_token(&scan, &at, &t[count]))) {
            count++;
        }
        if (count == 0) {
            break;
        }
        *date = (struct page_date){.hour = -1, .minute = -1, .second = -1};
        bool found = from_numbers(&scan, t, count, order, date) || from_signs(&scan, t, count, date);
        for (size_t i = 0; !found && i + NEXT < TOKENS && i < count; i++) {
            found = is_month(&t[i]) && from_words(&scan, t, count, i, date);
        }
        if (found) {
            find_time(&scan, t, count, date);
            return true;
        }
        memmove(t, t + 1, --count * sizeof *t);
    }
    return false;
}

struct base_slice page_date_write(struct base_arena *arena, const struct page_date *date) {
    if (date->hour < 0) {
        return base_arena_format(arena, "%04d-%02d-%02d", date->year, date->month, date->day);
    }
    if (date->second < 0) {
        return base_arena_format(arena, "%04d-%02d-%02dT%02d:%02d%s", date->year, date->month, date->day, date->hour,
                                 date->minute, date->zone);
    }
    return base_arena_format(arena, "%04d-%02d-%02dT%02d:%02d:%02d%s", date->year, date->month, date->day, date->hour,
                             date->minute, date->second, date->zone);
}
