/* tables: what page_open() reads, shared by all threads. */
#ifndef PAGE_TABLES_H
#define PAGE_TABLES_H

#include "page/country.h"
#include "page/date.h"
#include "page/language.h"
#include "page/phrases.h"

struct page {
    struct page_names names;
    struct page_phrases phrases;
    struct page_dates dates;
    struct page_countries countries;
    struct page_language *language;
};

#endif
