/* Columns that a character takes on a terminal: 0 (marks on letters), 1 or 2 (East Asian). */
#ifndef RECORD_WIDTH_H
#define RECORD_WIDTH_H

#include <stdint.h>

unsigned record_width(uint32_t character);

#endif
