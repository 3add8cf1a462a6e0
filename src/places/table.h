/* The table of cities, counties and provinces: data/places/cities.bin, made by tools/places/make_table.py from
 * GeoNames.
 *
 * It is used as it lies in the mapped model: opening it checks its frame, and a look-up touches a few pages. All
 * numbers are little-endian; u24 is three bytes. The file:
 *
 *     "SAYSOPLC", u32 version, u32 number of sections; for each section u32 offset, u32 size; sections at multiples of
 * 8: 0 letters    u32 character, char[4] what it counts as (NUL-padded, may be empty); sorted by character 1 rewrites
 * char[8] word, char[8] what it counts as: "saint", "st" 2 articles   char[8]: "al" 3 countries  char[2] ISO 3166-1
 * alpha-2, char[3] alpha-3, u8 names may begin with an article, 2 bytes zero; sorted 4 divisions  u16 country, u16
 * zero, u32 name: provinces; a division without a name is the whole country 5 hashes     u32 FNV-1a of the key of each
 * record's name; sorted 6 records    in the order of the hashes, then of falling population: u24 name, u24 latitude,
 * u24 longitude (parts of 2^24 from -90 and -180 degrees), u8 population (0: not known; n: 1.08^(n-1)), u16 division,
 *                  u24 GeoNames id (0: not known), u8 kind
 *     7 names      u8 length and bytes; names are offsets into it
 *
 * A key is a name in lower case with letters, words and articles replaced as sections 0 to 2 say, hyphens as spaces.
 */
#ifndef PLACES_TABLE_H
#define PLACES_TABLE_H

#include "base/arena.h"
#include "base/error.h"

enum { PLACES_LONGEST_KEY = 96, PLACES_NO_DIVISION = 0xFFFF };

enum places_kind {
    PLACES_CITY = 1,
    PLACES_SEAT, /* of a province */
    PLACES_CAPITAL,
    PLACES_SECTION, /* of a city */
    PLACES_PROVINCE,
    PLACES_COUNTY,
    PLACES_COUNTRY, /* this and the next from the lexicon only */
    PLACES_FEATURE
};

struct places_section {
    const unsigned char *bytes;
    size_t size, count;
};

enum { PLACES_SECTIONS = 8 };

struct places_table {
    struct places_section sections[PLACES_SECTIONS];
};

struct places_record {
    struct base_slice name;
    char country[4]; /* alpha-3 */
    uint16_t division;
    double latitude, longitude, population;
    uint32_t geonames;
    enum places_kind kind;
};

enum sayso_status places_table_open(struct places_table *table, struct base_slice bytes, struct sayso_error *error);

/* The key of a name, in `out` of PLACES_LONGEST_KEY bytes; empty where the name is longer. */
struct base_slice places_key(const struct places_table *table, struct base_slice name, char *out);

/* Records of the name, larger ones first; at most `limit`. Returns how many. */
size_t places_table_find(const struct places_table *table, struct base_slice name, struct places_record *out,
                         size_t limit);

/* Alpha-3 of an alpha-2 code; false: no such country. */
bool places_country_code(const struct places_table *table, struct base_slice alpha2, char out[4]);

#endif
