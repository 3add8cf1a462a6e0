#include "dossier/merge/merged.h"

#include <inttypes.h>

static void put(struct base_buffer *out, struct database_statement *row, unsigned column) {
    base_buffer_add(out, database_column_text(row, column));
}

static void put_country(struct base_buffer *out, struct database_statement *row, unsigned column) {
    if (!database_is_null(row, column)) {
        base_buffer_string(out, " (");
        put(out, row, column);
        base_buffer_char(out, ')');
    }
}

static void put_side(struct merged_reader *reader, struct base_buffer *out, const char *side) {
    struct database_statement *row = reader->parties;
    unsigned count = 0;
    merged_query(reader, row, MERGED_EXAMPLE_KEY);
    while (database_next(row)) {
        if (base_slice_is(database_column_text(row, MERGED_PARTY_SIDE), side)) {
            base_buffer_string(out, count++ ? ", " : "");
            put(out, row, MERGED_PARTY_NAME);
            put_country(out, row, MERGED_PARTY_COUNTRY);
        }
    }
    base_buffer_string(out, count ? "" : "-");
}

static void put_headline(struct merged_reader *reader, struct base_buffer *out) {
    struct database_statement *row = reader->merged;
    put(out, row, MERGED_TYPE);
    base_buffer_string(out, "  ");
    put(out, row, database_is_null(row, MERGED_DATE_START) ? MERGED_FIRST_DAY : MERGED_DATE_START);
    base_buffer_string(out, "  ");
    put_side(reader, out, "actor");
    base_buffer_string(out, " -> ");
    put_side(reader, out, "recipient");
    if (!database_is_null(row, MERGED_PLACE)) {
        base_buffer_string(out, "  at ");
        put(out, row, MERGED_PLACE);
    }
    base_buffer_string(out, "\n  ");
    put(out, row, MERGED_CORROBORATION);
    base_buffer_format(out, " (reports %" PRId64 ", documents %" PRId64 ", stories %" PRId64 ", sources %" PRId64 ")\n",
                       database_column_integer(row, MERGED_REPORTS), database_column_integer(row, MERGED_DOCUMENTS),
                       database_column_integer(row, MERGED_STORIES), database_column_integer(row, MERGED_SOURCES));
}

/* Those sources that did so at least once. */
static void put_sources(struct merged_reader *reader, struct base_buffer *out, const char *what, enum merged_source did) {
    struct database_statement *row = reader->sources;
    unsigned count = 0;
    merged_query(reader, row, MERGED_KEY);
    while (database_next(row)) {
        if (database_column_integer(row, did) > 0) {
            base_buffer_format(out, count++ ? "; " : "  %s by ", what);
            put(out, row, MERGED_SOURCE_NAME);
            put_country(out, row, MERGED_SOURCE_COUNTRY);
        }
    }
    base_buffer_string(out, count ? "\n" : "");
}

static void put_reports(struct merged_reader *reader, struct base_buffer *out) {
    struct database_statement *row = reader->reports;
    merged_query(reader, row, MERGED_KEY);
    while (database_next(row)) {
        base_buffer_string(out, "  ");
        put(out, row, MERGED_REPORT_EVENT);
        base_buffer_format(out, "  %.2f  ", database_column_real(row, MERGED_REPORT_SIMILARITY));
        put(out, row, MERGED_REPORT_PUBLISHED);
        base_buffer_string(out, "  ");
        put(out, row, MERGED_REPORT_OUTLET);
        base_buffer_string(out, "\n      ");
        put(out, row, MERGED_REPORT_EVIDENCE);
        base_buffer_string(out, "\n");
    }
}

void merged_write_text(struct merged_reader *reader, struct base_buffer *out) {
    put_headline(reader, out);
    put_sources(reader, out, "asserted", MERGED_SOURCE_ASSERTS);
    put_sources(reader, out, "doubted", MERGED_SOURCE_DOUBTS);
    put_sources(reader, out, "denied", MERGED_SOURCE_DENIES);
    put_reports(reader, out);
    base_buffer_char(out, '\n');
}
