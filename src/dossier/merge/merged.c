#include "dossier/merge/merged.h"

#include <stdlib.h>

#define COLUMNS                                                                                                        \
    "SELECT m.key, m.id, m.type, m.first_day, m.reports, m.documents, m.stories, m.sources, m.asserting, m.doubting, " \
    "m.denying, m.corroboration, e.key, e.id, e.date_start, e.date_end, e.place, e.place_country, e.latitude, "        \
    "e.longitude FROM merged_event m JOIN event e ON e.key = m.example "
#define ORDER "ORDER BY coalesce(m.first_day, '') COLLATE \"C\", m.id COLLATE \"C\", m.key"

static const char all_sql[] = COLUMNS ORDER;
static const char one_sql[] = COLUMNS "WHERE m.key IN (SELECT n.merged FROM merged_member n JOIN event f ON f.key = n.event "
                                      "WHERE f.id = $1) " ORDER;
static const char parties_sql[] = "SELECT side, name, country, sector FROM participant WHERE event = $1 "
                                  "ORDER BY side, position";
static const char reports_sql[] =
    "SELECT e.id, d.id, d.outlet, d.published, d.url, e.factuality, m.similarity, m.because, t.evidence "
    "FROM merged_member m JOIN event e ON e.key = m.event JOIN document d ON d.key = e.document "
    "LEFT JOIN telling t ON t.event = e.key AND t.position = 0 WHERE m.merged = $1 "
    "ORDER BY coalesce(d.published, '') COLLATE \"C\", e.id COLLATE \"C\", d.origin COLLATE \"C\"";
static const char sources_sql[] = "SELECT name, country, is_outlet, asserts, doubts, denies, first_day FROM merged_source "
                                  "WHERE merged = $1 AND source <> '' ORDER BY coalesce(first_day, '') COLLATE \"C\", source COLLATE \"C\"";

struct merged_reader *merged_reader_open(struct database *database, const char *event) {
    struct merged_reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        database_fail(database, SAYSO_NO_MEMORY, "no memory to read merged events");
        return NULL;
    }
    struct database_value id = database_text(base_slice_of(event));
    reader->database = database;
    reader->merged = database_prepare(database, DATABASE_MANY_ROWS, event ? one_sql : all_sql);
    reader->parties = database_prepare(database, DATABASE_FEW_ROWS, parties_sql);
    reader->reports = database_prepare(database, DATABASE_FEW_ROWS, reports_sql);
    reader->sources = database_prepare(database, DATABASE_FEW_ROWS, sources_sql);
    database_query(reader->merged, &id, event ? 1 : 0);
    return reader;
}

bool merged_reader_next(struct merged_reader *reader) {
    return reader && database_next(reader->merged);
}

void merged_reader_close(struct merged_reader *reader) {
    if (reader) {
        database_finalize(reader->merged);
        database_finalize(reader->parties);
        database_finalize(reader->reports);
        database_finalize(reader->sources);
        free(reader);
    }
}

void merged_query(struct merged_reader *reader, struct database_statement *statement, enum merged_column key) {
    struct database_value value = database_integer(database_column_integer(reader->merged, key));
    database_query(statement, &value, 1);
}
