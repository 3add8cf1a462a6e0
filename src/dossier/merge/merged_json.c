#include "dossier/merge/merged.h"

#include "record/json.h"

static void put_text(struct record_json *json, const char *key, struct database_statement *row, unsigned column) {
    record_json_string(json, key, database_column_text(row, column));
}

static void put_integer(struct record_json *json, const char *key, struct database_statement *row, unsigned column) {
    record_json_integer(json, key, database_column_integer(row, column));
}

static void put_real(struct record_json *json, const char *key, struct database_statement *row, unsigned column) {
    if (database_is_null(row, column)) {
        record_json_null(json, key);
    } else {
        record_json_number(json, key, database_column_real(row, column));
    }
}

static void put_sectors(struct record_json *json, struct base_slice joined) {
    record_json_open(json, "sector", '[');
    while (joined.size) {
        record_json_string(json, NULL, base_slice_cut(&joined, ';'));
    }
    record_json_close(json, ']');
}

static void put_side(struct merged_reader *reader, struct record_json *json, const char *side) {
    merged_query(reader, reader->parties, MERGED_EXAMPLE_KEY);
    record_json_open(json, side, '[');
    while (database_next(reader->parties)) {
        if (base_slice_is(database_column_text(reader->parties, MERGED_PARTY_SIDE), side)) {
            record_json_open(json, NULL, '{');
            put_text(json, "name", reader->parties, MERGED_PARTY_NAME);
            put_text(json, "country", reader->parties, MERGED_PARTY_COUNTRY);
            put_sectors(json, database_column_text(reader->parties, MERGED_PARTY_SECTOR));
            record_json_close(json, '}');
        }
    }
    record_json_close(json, ']');
}

static void put_place(struct record_json *json, struct database_statement *row) {
    if (database_is_null(row, MERGED_PLACE)) {
        record_json_null(json, "place");
        return;
    }
    record_json_open(json, "place", '{');
    put_text(json, "name", row, MERGED_PLACE);
    put_text(json, "country", row, MERGED_PLACE_COUNTRY);
    put_real(json, "lat", row, MERGED_LATITUDE);
    put_real(json, "lon", row, MERGED_LONGITUDE);
    record_json_close(json, '}');
}

static void put_date(struct record_json *json, struct database_statement *row) {
    if (database_is_null(row, MERGED_DATE_START) && database_is_null(row, MERGED_DATE_END)) {
        record_json_null(json, "date");
        return;
    }
    record_json_open(json, "date", '{');
    put_text(json, "start", row, MERGED_DATE_START);
    put_text(json, "end", row, MERGED_DATE_END);
    record_json_close(json, '}');
}

static void put_reports(struct merged_reader *reader, struct record_json *json) {
    struct database_statement *row = reader->reports;
    merged_query(reader, row, MERGED_KEY);
    record_json_open(json, "events", '[');
    while (database_next(row)) {
        record_json_open(json, NULL, '{');
        put_text(json, "event", row, MERGED_REPORT_EVENT);
        put_text(json, "doc", row, MERGED_REPORT_DOCUMENT);
        put_text(json, "outlet", row, MERGED_REPORT_OUTLET);
        put_text(json, "published", row, MERGED_REPORT_PUBLISHED);
        put_text(json, "url", row, MERGED_REPORT_URL);
        put_text(json, "factuality", row, MERGED_REPORT_FACTUALITY);
        put_real(json, "similarity", row, MERGED_REPORT_SIMILARITY);
        record_json_raw(json, "because", database_column_text(row, MERGED_REPORT_BECAUSE));
        record_json_close(json, '}');
    }
    record_json_close(json, ']');
}

static void put_sources(struct merged_reader *reader, struct record_json *json) {
    struct database_statement *row = reader->sources;
    merged_query(reader, row, MERGED_KEY);
    record_json_open(json, "by", '[');
    while (database_next(row)) {
        record_json_open(json, NULL, '{');
        put_text(json, "source", row, MERGED_SOURCE_NAME);
        put_text(json, "country", row, MERGED_SOURCE_COUNTRY);
        put_integer(json, "outlet", row, MERGED_SOURCE_OUTLET);
        put_integer(json, "asserts", row, MERGED_SOURCE_ASSERTS);
        put_integer(json, "doubts", row, MERGED_SOURCE_DOUBTS);
        put_integer(json, "denies", row, MERGED_SOURCE_DENIES);
        put_text(json, "first_day", row, MERGED_SOURCE_FIRST_DAY);
        record_json_close(json, '}');
    }
    record_json_close(json, ']');
}

void merged_write_json(struct merged_reader *reader, struct base_buffer *out) {
    struct database_statement *row = reader->merged;
    struct record_json json = {.out = out};
    record_json_open(&json, NULL, '{');
    record_json_string(&json, "kind", BASE_SLICE("merged"));
    put_text(&json, "id", row, MERGED_ID);
    put_text(&json, "type", row, MERGED_TYPE);
    put_text(&json, "corroboration", row, MERGED_CORROBORATION);
    put_text(&json, "first_day", row, MERGED_FIRST_DAY);
    put_integer(&json, "reports", row, MERGED_REPORTS);
    put_integer(&json, "documents", row, MERGED_DOCUMENTS);
    put_integer(&json, "stories", row, MERGED_STORIES);
    put_integer(&json, "sources", row, MERGED_SOURCES);
    put_integer(&json, "asserting", row, MERGED_ASSERTING);
    put_integer(&json, "doubting", row, MERGED_DOUBTING);
    put_integer(&json, "denying", row, MERGED_DENYING);
    put_text(&json, "example", row, MERGED_EXAMPLE);
    put_side(reader, &json, "actor");
    put_side(reader, &json, "recipient");
    put_place(&json, row);
    put_date(&json, row);
    put_reports(reader, &json);
    put_sources(reader, &json);
    record_json_close(&json, '}');
    base_buffer_char(out, '\n');
}
