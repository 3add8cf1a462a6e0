/* date: dates as pages write them, for machines and for people, in many languages.
 *
 * Takes: names of months and their like (data/locale/dates.txt), a text, its language. Adds: the date as ISO 8601
 * writes it, with the time and the offset where the text has them, in the zone of the text. Promises: no day that is
 * not in the calendar, none before 1990, none later than the day after today.
 */
#ifndef PAGE_DATE_H
#define PAGE_DATE_H

#include "base/error.h"
#include "base/map.h"

enum page_date_order { PAGE_ORDER_UNKNOWN, PAGE_DAY_FIRST, PAGE_MONTH_FIRST };

struct page_dates {
    struct base_map words;  /* "september", and "hr listopad" where languages disagree, to month or PAGE_DATE_AM ... */
    struct base_map orders; /* languages, and languages with regions ("en-us"), to enum page_date_order */
    int32_t today;          /* set by whoever reads the tables */
};

struct page_date {
    int year, month, day;
    int hour, minute, second; /* -1: not given */
    char zone[8];             /* "Z", "+02:00" or empty */
    bool ambiguous;           /* day and month could change places */
    size_t start, end;        /* in the text */
};

enum sayso_status page_dates_read(struct base_arena *arena, struct base_slice name, struct base_slice bytes,
                                  struct page_dates *dates, struct sayso_error *error);
/* What comes first in a date of numbers, in that language ("en-US", "he"). */
enum page_date_order page_date_order_of(const struct page_dates *dates, struct base_slice language);
/* The first date in the text at or behind `at`. `order` settles 09.10.15; UNKNOWN: the day comes first. */
bool page_date_find(const struct page_dates *dates, struct base_slice text, size_t at, struct base_slice language,
                    enum page_date_order order, struct page_date *date);
/* "2015-09-15", "2015-09-15T13:32", "2015-09-15T13:32:05+02:00" */
struct base_slice page_date_write(struct base_arena *arena, const struct page_date *date);

#endif
