/* Codes of other data sets: the tables of data/codes, which are in the program. A table has lines sorted by their first
 * column, columns between tabs, and "-" for what there is not. */
#ifndef DOSSIER_CODES_H
#define DOSSIER_CODES_H

#include "base/slice.h"

extern const struct base_slice codes_cameo, codes_countries, codes_plover, codes_sectors;

enum { CODES_COUNTRY_COW = 1, CODES_COUNTRY_FIPS, CODES_COUNTRY_CAMEO, CODES_COUNTRY_NAME };
enum { CODES_CAMEO_GOLDSTEIN = 1, CODES_CAMEO_TEXT };
enum { CODES_SECTOR_CAMEO = 1, CODES_SECTOR_NAME };
enum { CODES_PLOVER_CAMEO = 1 };

/* The column of the line whose first column is the key; data NULL: no such line, or nothing in it. */
struct base_slice codes_find(struct base_slice table, struct base_slice key, unsigned column);

#endif
