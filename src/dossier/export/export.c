/* The reading half of an export: one query for each kind of record, all sorted by document, merged as they come. */
#include "dossier/export/export.h"

#include "dossier/dossier.h"
#include "dossier/export/filters.h"

#include <stdlib.h>

enum { KINDS = 5, FLUSH = 64 * 1024 };

static const struct {
    enum sayso_kind kind;
    const char *table; /* NULL: the documents themselves */
} kinds[KINDS] = {{SAYSO_DOCUMENT, NULL},
                  {SAYSO_ENTITY, "entity"},
                  {SAYSO_MENTION, "entity"},
                  {SAYSO_CLAIM, "claim"},
                  {SAYSO_EVENT, "event"}};

static const struct export_format *const formats[] = {
    [SAYSO_EXPORT_JSONL] = &export_jsonl,
    [SAYSO_EXPORT_CSV] = &export_csv,
    [SAYSO_EXPORT_POLECAT] = &export_polecat,
    [SAYSO_EXPORT_ICEWS] = &export_icews,
    [SAYSO_EXPORT_GDELT_EVENTS] = &export_gdelt_events,
    [SAYSO_EXPORT_GDELT_MENTIONS] = &export_gdelt_mentions,
    [SAYSO_EXPORT_GRAPHML] = &export_graphml,
};

/* The records of one kind; the row at hand is the next one to be written. */
struct stream {
    struct database_statement *statement; /* NULL: this kind is not read */
    bool has_row;
    int64_t document;
};

struct reader {
    struct export export;
    const struct export_format *format;
    struct database *database;
    struct stream streams[KINDS];
    struct database_statement *text;
    struct export_query query;
    sayso_write write;
    void *context;
    struct sayso_error *error;
    enum sayso_status status; /* of what is not the database's */
};

/* ---- queries */

/* Bytes decide over the order, in every locale. */
static const char *order(const struct reader *reader) {
    return database_kind(reader->database) == DATABASE_SQLITE ? " ORDER BY d.id, d.origin"
                                                              : " ORDER BY d.id COLLATE \"C\", d.origin COLLATE \"C\"";
}

enum { COLUMN_KEY, COLUMN_RECORD, COLUMN_ID, COLUMN_ORIGIN, COLUMN_CODER, COLUMN_URL, COLUMN_OUTLET, COLUMN_OUTLET_COUNTRY,
       COLUMN_PUBLISHED, COLUMN_DAY, COLUMN_LANGUAGE, COLUMN_TITLE, COLUMN_TEXT, COLUMN_CHARACTERS };

static struct database_statement *prepare(struct reader *reader, unsigned at) {
    struct export_query *query = &reader->query;
    struct base_buffer *sql = &query->sql;
    const char *table = kinds[at].table;
    *query = (struct export_query){.database = database_kind(reader->database), .sql = *sql};
    sql->size = 0;
    base_buffer_format(sql, "SELECT d.key, %s.record, d.id, d.origin, d.coder, d.url, d.outlet, d.outlet_country, d.published, d.day, "
                            "d.language, d.title, %s, %s FROM document d ",
                       table ? "r" : "d", table ? "NULL" : "d.text",
                       reader->format->characters ? "length(d.text)" : "0");
    if (table) { /* CROSS: SQLite then takes the documents in their order, and has nothing to sort */
        base_buffer_format(sql, "CROSS JOIN %s r WHERE r.document = d.key", table);
    } else {
        base_buffer_string(sql, "WHERE 1 = 1");
    }
    export_add_filters(query, reader->export.options, kinds[at].kind);
    base_buffer_string(sql, order(reader));
    base_buffer_string(sql, table ? ", r.key" : "");
    base_buffer_char(sql, 0);
    if (sql->failed) {
        database_fail(reader->database, SAYSO_NO_MEMORY, "no memory for a query");
        return NULL;
    }
    return database_prepare(reader->database, DATABASE_MANY_ROWS, sql->data);
}

static void advance(struct stream *stream) {
    stream->has_row = database_next(stream->statement);
    stream->document = stream->has_row ? database_column_integer(stream->statement, COLUMN_KEY) : 0;
}

static void open_streams(struct reader *reader) {
    for (unsigned i = 0; i < KINDS; i++) {
        struct stream *stream = &reader->streams[i];
        if (!(reader->export.kinds & kinds[i].kind)) {
            continue;
        }
        stream->statement = prepare(reader, i);
        database_query(stream->statement, reader->query.values, reader->query.count);
        advance(stream);
    }
    reader->text = database_prepare(reader->database, DATABASE_FEW_ROWS, "SELECT text FROM document WHERE key = $1");
}

static void close_streams(struct reader *reader) {
    for (unsigned i = 0; i < KINDS; i++) {
        database_finalize(reader->streams[i].statement);
    }
    database_finalize(reader->text);
    base_buffer_free(&reader->query.sql);
}

/* ---- records */

static struct export_document read_document(const struct stream *stream) {
    struct database_statement *row = stream->statement;
    return (struct export_document){.key = stream->document,
                                    .id = database_column_text(row, COLUMN_ID),
                                    .origin = database_column_text(row, COLUMN_ORIGIN),
                                    .coder = database_column_text(row, COLUMN_CODER),
                                    .url = database_column_text(row, COLUMN_URL),
                                    .outlet = database_column_text(row, COLUMN_OUTLET),
                                    .outlet_country = database_column_text(row, COLUMN_OUTLET_COUNTRY),
                                    .published = database_column_text(row, COLUMN_PUBLISHED),
                                    .day = database_column_text(row, COLUMN_DAY),
                                    .language = database_column_text(row, COLUMN_LANGUAGE),
                                    .title = database_column_text(row, COLUMN_TITLE),
                                    .text = database_column_text(row, COLUMN_TEXT),
                                    .characters = database_column_integer(row, COLUMN_CHARACTERS)};
}

static void put_record(struct reader *reader, unsigned at) {
    const struct stream *stream = &reader->streams[at];
    struct export_document document = read_document(stream);
    struct export_record record = {.kind = kinds[at].kind,
                                   .line = database_column_text(stream->statement, COLUMN_RECORD),
                                   .document = &document};
    json_t *json = NULL;
    if (reader->format->parse || record.kind == SAYSO_DOCUMENT || record.kind == SAYSO_MENTION) {
        json_error_t wrong;
        json = json_loadb(record.line.data, record.line.size, JSON_ALLOW_NUL, &wrong);
        if (!json) {
            database_fail(reader->database, json_error_code(&wrong) == json_error_out_of_memory ? SAYSO_NO_MEMORY
                                                                                                : SAYSO_BAD_INPUT,
                          "a record of %.*s: %s", (int)document.id.size, document.id.data, wrong.text);
            return;
        }
    }
    if (record.kind == SAYSO_MENTION) { /* the text was bound to the document by put_document() */
        document.text = database_column_text(reader->text, 0);
    }
    record.json = json;
    reader->format->put(&reader->export, &record);
    json_decref(json);
}

static void flush(struct reader *reader, size_t least) {
    struct base_buffer *out = reader->export.out;
    if (out->failed || reader->export.cell.failed) {
        database_fail(reader->database, SAYSO_NO_MEMORY, "no memory for the records of a document");
    } else if (out->size > least) {
        if (!reader->write(reader->context, out->data, out->size)) {
            database_fail(reader->database, SAYSO_STOPPED, "stopped");
        }
        out->size = 0;
    }
}

static bool works(const struct reader *reader) {
    return database_status(reader->database, NULL) == SAYSO_OK;
}

static void put_document(struct reader *reader, int64_t document) {
    for (unsigned i = 0; i < KINDS; i++) {
        struct stream *stream = &reader->streams[i];
        if (kinds[i].kind == SAYSO_MENTION && stream->has_row && stream->document == document) {
            struct database_value key = database_integer(document);
            database_query(reader->text, &key, 1);
            database_next(reader->text);
        }
        for (; stream->has_row && stream->document == document && works(reader); advance(stream)) {
            put_record(reader, i);
            flush(reader, FLUSH);
        }
    }
    database_reset(reader->text);
}

static void put_all(struct reader *reader) {
    char sql[128];
    snprintf(sql, sizeof sql, "SELECT d.key FROM document d%s", order(reader));
    struct database_statement *documents = database_prepare(reader->database, DATABASE_MANY_ROWS, sql);
    open_streams(reader);
    if (reader->format->begin && works(reader)) {
        reader->format->begin(&reader->export);
        flush(reader, FLUSH);
    }
    database_query(documents, NULL, 0);
    while (database_next(documents)) {
        put_document(reader, database_column_integer(documents, 0));
    }
    if (reader->format->end) {
        reader->format->end(&reader->export);
    }
    flush(reader, 0);
    database_finalize(documents);
    close_streams(reader);
}

static unsigned kinds_of(const struct sayso_export_options *options, const struct export_format *format) {
    unsigned wanted = options->whole   ? SAYSO_DOCUMENT | SAYSO_ENTITY | SAYSO_CLAIM | SAYSO_EVENT
                      : format->kinds  ? format->kinds
                      : options->kinds ? options->kinds
                                       : SAYSO_EVENT;
    return !options->whole && export_only_events(options) ? wanted & ~(unsigned)SAYSO_CLAIM : wanted;
}

enum sayso_status sayso_export(sayso_dossier *dossier, const struct sayso_export_options *options, sayso_write write,
                               void *context, struct sayso_error *error) {
    const struct export_format *format = formats[options->format];
    struct sayso_error unused;
    struct base_buffer out = {0};
    error = error ? error : &unused;
    enum sayso_status status = export_check(options, format, error);
    struct reader *reader = status == SAYSO_OK ? calloc(1, sizeof *reader) : NULL;
    if (!reader) {
        return status ? status : base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to export");
    }
    *reader = (struct reader){.export = {.options = options, .kinds = kinds_of(options, format), .out = &out},
                              .format = format, .database = dossier->database, .write = write, .context = context};
    database_begin_read(reader->database);
    put_all(reader);
    status = database_commit(reader->database, error);
    if (status != SAYSO_OK) {
        database_rollback(reader->database);
    }
    base_buffer_free(&reader->export.cell);
    base_buffer_free(&out);
    free(reader);
    return status;
}
