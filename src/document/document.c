#include "document/document.h"

struct document *document_new(struct base_arena *arena) {
    struct document *document = base_arena_take(arena, sizeof *document);
    document->arena = arena;
    document->day = DOCUMENT_DAY_OPEN;
    return document;
}

/* Days from civil and back: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
int32_t document_day_of(int year, int month, int day) {
    year -= month <= 2;
    int era = (year >= 0 ? year : year - 399) / 400;
    int year_of_era = year - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void document_day_split(int32_t days, int *year, int *month, int *day) {
    days += 719468;
    int era = (days >= 0 ? days : days - 146096) / 146097;
    int day_of_era = days - era * 146097;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted = (5 * day_of_year + 2) / 153;
    *day = day_of_year - (153 * shifted + 2) / 5 + 1;
    *month = shifted < 10 ? shifted + 3 : shifted - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

static bool digits(struct base_slice text, size_t at, size_t count, int *value) {
    *value = 0;
    for (size_t i = at; i < at + count; i++) {
        if (i >= text.size || text.data[i] < '0' || text.data[i] > '9') {
            return false;
        }
        *value = *value * 10 + (text.data[i] - '0');
    }
    return true;
}

bool document_parse_day(struct base_slice text, int32_t *day) {
    int year, month, date;
    if (!digits(text, 0, 4, &year) || !digits(text, 5, 2, &month) || !digits(text, 8, 2, &date) ||
        text.data[4] != '-' || text.data[7] != '-' || (text.size > 10 && text.data[10] >= '0' && text.data[10] <= '9')) {
        return false;
    }
    int32_t found = document_day_of(year, month, date);
    int y, m, d;
    document_day_split(found, &y, &m, &d);
    *day = found;
    return year > 0 && y == year && m == month && d == date;
}

const struct document_entity *document_entity_of(const struct document *document, uint32_t mention) {
    return mention == DOCUMENT_NONE ? NULL : &document->entities.items[document->mentions.items[mention].entity];
}

const struct document_entity *document_entity_at(const struct document *document, uint32_t token) {
    return document->mention_at ? document_entity_of(document, document->mention_at[token]) : NULL;
}
