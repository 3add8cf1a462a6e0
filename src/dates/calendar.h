/* The calendar: units of time and parts of them, as days since 1970-01-01. Weeks are ISO 8601 weeks. */
#ifndef DATES_CALENDAR_H
#define DATES_CALENDAR_H

#include "dates/dictionary.h"

struct dates_interval {
    int32_t start, end; /* both included; DOCUMENT_DAY_OPEN: open */
};

/* 1 Monday to 7 Sunday. */
int dates_weekday_of(int32_t day);
/* Months since the year 0: the first day of one, and that of a day. */
int32_t dates_month_start(int months);
int dates_months_of(int32_t day);
/* The calendar unit (enum dates_unit) that holds `day`, `offset` units on. */
struct dates_interval dates_unit_of(int32_t day, int unit, int offset);
/* The day `offset` units on. */
int32_t dates_shift(int32_t day, int unit, int offset);
/* Fractions low/of to high/of of an interval, in whole months where it is made of three or more; false: it is open. */
bool dates_part_of(struct dates_interval in, int low, int high, int of, struct dates_interval *out);

#endif
