#include "dossier/export/gdelt.h"

#include "document/document.h"
#include "dossier/values.h"

#include <stdio.h>
#include <xxhash.h>

void export_gdelt_id(struct export_fields *fields, const struct export_record *record, size_t dyad) {
    enum { BITS_OF_DOUBLE = 53 };
    struct base_slice id = values_string(record->json, "id"), origin = record->document->origin;
    XXH64_hash_t hash = XXH3_64bits_withSeed(id.data, id.size, dyad);
    hash = XXH3_64bits_withSeed(origin.data, origin.size, hash);
    export_field_integer(fields, (int64_t)(hash >> (64 - BITS_OF_DOUBLE)));
}

/* Minutes east of UTC that a time ends with: "Z", "+02:00", "-0330"; 0 where there is nothing. */
static int zone_of(const char *text) {
    int hours = 0, minutes = 0;
    const char *sign = strpbrk(text, "+-");
    if (!sign || sscanf(sign + 1, sign[1] && strchr(sign, ':') ? "%2d:%2d" : "%2d%2d", &hours, &minutes) < 1) {
        return 0;
    }
    return (*sign == '-' ? -1 : 1) * (hours * 60 + minutes);
}

void export_gdelt_time(struct export_fields *fields, const struct export_document *document) {
    enum { DAY = 10, TIME = 32, DAY_MINUTES = 24 * 60 };
    int32_t day;
    int hour = 0, minute = 0, second = 0, year, month, day_of_month;
    char time[TIME] = {0}, text[TIME];
    struct base_slice published = document->published;
    if (!published.data || !document_parse_day(published, &day)) {
        export_field_empty(fields, 1);
        return;
    }
    if (published.size > DAY) {
        memcpy(time, published.data + DAY + 1, published.size - DAY - 1 < TIME ? published.size - DAY - 1 : TIME - 1);
        sscanf(time, "%2d:%2d:%2d", &hour, &minute, &second);
    }
    int minutes = hour * 60 + minute - zone_of(time) + DAY_MINUTES; /* a day more, so that none is negative */
    document_day_split(day + minutes / DAY_MINUTES - 1, &year, &month, &day_of_month);
    snprintf(text, sizeof text, "%04d%02d%02d%02d%02d%02d", year, month, day_of_month, minutes % DAY_MINUTES / 60,
             minutes % 60, second);
    export_field_string(fields, text);
}
