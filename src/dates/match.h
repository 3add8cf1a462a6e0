/* Matching frames on the tokens of a document, and what a match means. */
#ifndef DATES_MATCH_H
#define DATES_MATCH_H

#include "dates/calendar.h"
#include "document/document.h"

/* What the slots of a frame took; 0 or -1: not there. */
struct dates_capture {
    int month, day, second_day, weekday, year, decade, ordinal;
    int season[2]; /* first and last month */
    int unit;      /* enum dates_unit, or -1 */
    int number[2];
    int part[3]; /* low, high, of */
    bool has_iso;
    int32_t iso;
    uint32_t dates[2]; /* found dates */
    uint32_t date_count;
};

struct dates_found {
    uint32_t first, count;
    struct dates_interval interval;
    bool dead; /* taken into a longer one, or no date at all */
};

/* Work on one document. */
struct dates_search {
    const struct dates *dates;
    struct document *document;
    uint32_t *symbols; /* of each token; DATES_NO_SYMBOL */
    uint32_t *at;      /* of each token: found date, or DOCUMENT_NONE */
    BASE_VECTOR(struct dates_found) found;
    uint32_t previous; /* latest date before, for "two days later"; DOCUMENT_NONE */
};

/* Does the variant match at `token`, before `end`? *count says how many tokens it takes. */
bool dates_match(const struct dates_search *search, const struct dates_variant *variant, uint32_t token, uint32_t end,
                 struct dates_capture *capture, uint32_t *count);

/* The interval that a matched frame stands for; false: none. `token` is its first one. */
bool dates_resolve(const struct dates_search *search, const struct dates_frame *frame,
                   const struct dates_capture *capture, uint32_t token, struct dates_interval *out);

#endif
