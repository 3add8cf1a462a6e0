/* Merged events as records and as text, and the user's decisions about them. */
#ifndef DOSSIER_MERGED_H
#define DOSSIER_MERGED_H

#include "base/buffer.h"
#include "dossier/database/database.h"

/* Reads one merged event after the other, with statements that it keeps. */
struct merged_reader;

/* All of them by their first day; or, where `event` is not NULL, the one that holds the event of this id. */
struct merged_reader *merged_reader_open(struct database *database, const char *event);
bool merged_reader_next(struct merged_reader *reader);
void merged_reader_close(struct merged_reader *reader);

/* Writes the current one: a line of JSON, or a paragraph for a person. */
void merged_write_json(struct merged_reader *reader, struct base_buffer *out);
void merged_write_text(struct merged_reader *reader, struct base_buffer *out);

/* ---- for the writers */

enum merged_column { MERGED_KEY, MERGED_ID, MERGED_TYPE, MERGED_FIRST_DAY, MERGED_REPORTS, MERGED_DOCUMENTS,
                     MERGED_STORIES, MERGED_SOURCES, MERGED_ASSERTING, MERGED_DOUBTING, MERGED_DENYING,
                     MERGED_CORROBORATION, MERGED_EXAMPLE_KEY, MERGED_EXAMPLE, MERGED_DATE_START, MERGED_DATE_END,
                     MERGED_PLACE, MERGED_PLACE_COUNTRY, MERGED_LATITUDE, MERGED_LONGITUDE };
enum merged_party { MERGED_PARTY_SIDE, MERGED_PARTY_NAME, MERGED_PARTY_COUNTRY, MERGED_PARTY_SECTOR };
enum merged_report { MERGED_REPORT_EVENT, MERGED_REPORT_DOCUMENT, MERGED_REPORT_OUTLET, MERGED_REPORT_PUBLISHED,
                     MERGED_REPORT_URL, MERGED_REPORT_FACTUALITY, MERGED_REPORT_SIMILARITY, MERGED_REPORT_BECAUSE,
                     MERGED_REPORT_EVIDENCE };
enum merged_source { MERGED_SOURCE_NAME, MERGED_SOURCE_COUNTRY, MERGED_SOURCE_OUTLET, MERGED_SOURCE_ASSERTS,
                     MERGED_SOURCE_DOUBTS, MERGED_SOURCE_DENIES, MERGED_SOURCE_FIRST_DAY };

struct merged_reader {
    struct database *database;
    struct database_statement *merged, *parties, *reports, *sources;
};

/* Runs one of the inner statements for the current merged event, by its key or that of its example. */
void merged_query(struct merged_reader *reader, struct database_statement *statement, enum merged_column key);

#endif
