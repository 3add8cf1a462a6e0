#include "dates/calendar.h"

#include "document/document.h"

int dates_weekday_of(int32_t day) { /* 1970-01-01 was a Thursday */
    return (int)(((day + 3) % 7 + 7) % 7) + 1;
}

int32_t dates_month_start(int months) {
    int year = months / 12, month = months % 12;
    if (month < 0) {
        month += 12;
        year--;
    }
    return document_day_of(year, month + 1, 1);
}

int dates_months_of(int32_t day) {
    int year, month, date;
    document_day_split(day, &year, &month, &date);
    return year * 12 + month - 1;
}

static const int unit_months[DATES_UNITS] = {
    [DATES_MONTHS] = 1, [DATES_QUARTERS] = 3, [DATES_YEARS] = 12, [DATES_DECADES] = 120, [DATES_CENTURIES] = 1200};

struct dates_interval dates_unit_of(int32_t day, int unit, int offset) {
    if (unit == DATES_HOURS || unit == DATES_DAYS) {
        int32_t on = day + (unit == DATES_HOURS ? offset / 24 : offset);
        return (struct dates_interval){on, on};
    }
    if (unit == DATES_WEEKS || unit == DATES_WEEKENDS) {
        int32_t monday = day - dates_weekday_of(day) + 1 + 7 * offset;
        return (struct dates_interval){unit == DATES_WEEKS ? monday : monday + 5, monday + 6};
    }
    int size = unit_months[unit], months = dates_months_of(day);
    int first = months - months % size + offset * size;
    return (struct dates_interval){dates_month_start(first), dates_month_start(first + size) - 1};
}

int32_t dates_shift(int32_t day, int unit, int offset) {
    if (unit <= DATES_DAYS) {
        return day + (unit == DATES_HOURS ? offset / 24 : offset);
    }
    if (unit == DATES_WEEKS || unit == DATES_WEEKENDS) {
        return day + 7 * offset;
    }
    int32_t month = dates_month_start(dates_months_of(day)),
            to = dates_month_start(dates_months_of(day) + offset * unit_months[unit]);
    int32_t length = dates_month_start(dates_months_of(to) + 1) - to;
    int32_t into = day - month;
    return to + (into < length ? into : length - 1);
}

bool dates_part_of(struct dates_interval in, int low, int high, int of, struct dates_interval *out) {
    if (in.start == DOCUMENT_DAY_OPEN || in.end == DOCUMENT_DAY_OPEN || of < 1) {
        return false;
    }
    int first = dates_months_of(in.start), months = dates_months_of(in.end + 1) - first;
    if (dates_month_start(first) == in.start && dates_month_start(first + months) == in.end + 1 && months >= 3) {
        out->start = dates_month_start(first + months * low / of);
        out->end = dates_month_start(first + months * high / of) - 1;
    } else {
        int32_t days = in.end - in.start + 1;
        out->start = in.start + days * low / of;
        out->end = in.start + days * high / of - 1;
    }
    if (out->end < out->start) {
        *out = in;
    }
    return true;
}
