/* The dictionaries of the dates: words of the calendar, by class, and frames of them with what they mean.
 *
 * Takes: the parts that end in .dates; their format is in docs/dictionaries.md. Promises: read-only once read. Words
 * are numbered ("symbols") as they are read, so that frames are matched by comparing numbers.
 */
#ifndef DATES_DICTIONARY_H
#define DATES_DICTIONARY_H

#include "base/error.h"
#include "base/map.h"
#include "base/vector.h"

enum { DATES_LONGEST_WORD = 4, DATES_LONGEST_FRAME = 12, DATES_ALTERNATIVES = 10, DATES_NO_SYMBOL = 0 };

/* Classes of words, and of tokens that digits tell. */
enum dates_class {
    DATES_LITERAL,
    DATES_MONTH,
    DATES_WEEKDAY,
    DATES_SEASON,
    DATES_FEAST,
    DATES_UNIT,
    DATES_NUMBER,
    DATES_ORDINAL,
    DATES_DECADE,
    DATES_PART,
    DATES_DAY,
    DATES_YEAR,
    DATES_ISO,  /* 2015-09-15, ISO 8601 */
    DATES_DATE, /* what an earlier frame has found */
    DATES_CLASSES
};

enum dates_unit {
    DATES_HOURS,
    DATES_DAYS,
    DATES_WEEKS,
    DATES_WEEKENDS,
    DATES_MONTHS,
    DATES_QUARTERS,
    DATES_YEARS,
    DATES_DECADES,
    DATES_CENTURIES,
    DATES_UNITS
};

/* A word, or a run of them, with a meaning: month 3; number 2..5; part 2/3..3/3. */
struct dates_word {
    uint32_t symbols[DATES_LONGEST_WORD];
    uint32_t count;
    enum dates_class class;
    int low, high, of; /* `of`: denominator of a part; of a feast low is the month, high the day */
    bool capital;      /* must be written with a capital letter */
    uint32_t next;     /* word with the same first symbol, longer ones first; DATES_END: none */
};

enum dates_operation {
    DATES_NOTHING,
    DATES_ON,
    DATES_BETWEEN_DAYS,
    DATES_AT,
    DATES_DAY_OFFSET,
    DATES_UNIT_OFFSET,
    DATES_WEEKEND,
    DATES_BEGUN,
    DATES_REST,
    DATES_AGO,
    DATES_AHEAD,
    DATES_RECENT,
    DATES_COMING,
    DATES_LATER,
    DATES_EARLIER,
    DATES_PART_OF,
    DATES_QUARTER_OF,
    DATES_CENTURY_OF,
    DATES_SAME,
    DATES_SINCE,
    DATES_UNTIL,
    DATES_AFTER,
    DATES_BEFORE,
    DATES_RANGE,
    DATES_OPERATIONS
};

#define DATES_END UINT32_MAX

struct dates_element {
    enum dates_class class;
    uint32_t symbols[DATES_ALTERNATIVES]; /* of a literal: the alternatives */
    uint32_t count;
};

struct dates_frame {
    struct base_slice key; /* the left side as it is written */
    enum dates_operation operation;
    bool has_value; /* `low` to `high` (days for "at", fractions of `of` for "part") are given */
    int low, high, of;
    bool removed;
    struct base_slice origin; /* "frames.dates" */
    unsigned line;
    BASE_VECTOR(struct base_slice) examples;
};

/* A frame with its optional elements in or out. */
struct dates_variant {
    uint32_t frame;
    uint32_t count;
    struct dates_element elements[DATES_LONGEST_FRAME];
    bool composed; /* has a DATE */
};

struct dates_bucket {
    BASE_VECTOR(uint32_t) variants;
};

struct dates {
    struct base_map symbols; /* lower-cased form: symbol */
    uint32_t symbol_count;
    BASE_VECTOR(uint32_t) heads;   /* of a symbol: first word that it starts */
    BASE_VECTOR(uint32_t) classes; /* of a symbol: bits of the classes of words that it starts */
    BASE_VECTOR(struct dates_word) words;
    BASE_VECTOR(struct base_slice) day_endings;
    BASE_VECTOR(struct base_slice) decade_endings;
    BASE_VECTOR(uint32_t) futures; /* symbols */
    struct base_map frame_keys;
    BASE_VECTOR(struct dates_frame) frames;
    BASE_VECTOR(struct dates_variant) variants;
    BASE_VECTOR(struct dates_bucket) by_symbol; /* variants that start with a literal */
    struct dates_bucket by_class[DATES_CLASSES];
};

/* Adds one dictionary to `dates`; `dates_index` is called once after the last. `bytes` must outlive `dates`. */
enum sayso_status dates_read(struct dates *dates, struct base_arena *arena, struct base_slice name,
                             struct base_slice bytes, struct sayso_error *error);
enum sayso_status dates_index(struct dates *dates, struct base_arena *arena, struct sayso_error *error);

/* The number of a word, a new one where it has none yet. */
uint32_t dates_intern(struct dates *dates, struct base_arena *arena, struct base_slice word);

/* The lower-cased form with straight apostrophes, in `out`; an empty slice where it is longer than `size`. */
struct base_slice dates_normalise(struct base_slice form, char *out, size_t size);

#endif
