/* What the user says about merged events. A decision gives labels to events: those of one label stay together, those of two
 * stay apart, and those without one join whichever they are like. */
#include "dossier/dossier.h"

#include "dossier/merge/merge.h"
#include "dossier/merge/merged.h"

/* The ids of all events that are merged with this one now. */
#define PEERS                                                                                                          \
    "WITH peer AS (SELECT DISTINCT f.id AS id FROM merged_member a JOIN event e ON e.key = a.event "                   \
    "JOIN merged_member b ON b.merged = a.merged JOIN event f ON f.key = b.event WHERE e.id = $1) "

static const char label_one[] = "INSERT INTO decision (event, label) VALUES ($1, $2) "
                                "ON CONFLICT (event) DO UPDATE SET label = excluded.label";
static const char label_peers[] = PEERS "INSERT INTO decision (event, label) SELECT id, CAST($2 AS TEXT) FROM peer "
                                        "WHERE true ON CONFLICT (event) DO UPDATE SET label = excluded.label";
static const char label_rest[] = PEERS "INSERT INTO decision (event, label) SELECT id, CAST($2 AS TEXT) FROM peer "
                                       "WHERE true ON CONFLICT (event) DO NOTHING";
static const char forget_peers[] = PEERS "DELETE FROM decision WHERE event IN (SELECT id FROM peer)";

static void run(struct database *database, const char *sql, const char *event, const struct base_buffer *label) {
    struct database_statement *statement = database_prepare(database, DATABASE_FEW_ROWS, sql);
    struct database_value values[] = {database_text(base_slice_of(event)), {0}};
    if (label) {
        values[1] = database_text((struct base_slice){label->data, label->size});
    }
    database_execute(statement, values, label ? 2 : 1);
    database_finalize(statement);
}

/* All must be there, and to be one, of one type. */
static void check(struct database *database, enum sayso_decision decision, const char *const *events, size_t count) {
    struct database_statement *find = database_prepare(database, DATABASE_FEW_ROWS, "SELECT type FROM event WHERE id = $1");
    char type[64] = "";
    for (size_t i = 0; i < count; i++) {
        struct database_value id = database_text(base_slice_of(events[i]));
        database_query(find, &id, 1);
        if (!database_next(find)) {
            database_fail(database, SAYSO_BAD_USAGE, "there is no event %s", events[i]);
            break;
        }
        struct base_slice own = database_column_text(find, 0);
        if (decision == SAYSO_TOGETHER && i && !base_slice_is(own, type)) {
            database_fail(database, SAYSO_BAD_USAGE, "%s is of type %.*s, and %s of type %s", events[i], (int)own.size,
                          own.data, events[0], type);
        }
        size_t size = own.size < sizeof type ? own.size : sizeof type - 1;
        memcpy(type, own.size ? own.data : "", size);
        type[size] = 0;
        database_reset(find);
    }
    database_finalize(find);
}

static void decide(struct database *database, enum sayso_decision decision, const char *const *events, size_t count) {
    struct base_buffer label = {0}, rest = {0};
    base_buffer_format(&label, "%s: %s", decision == SAYSO_APART ? "apart" : "together", events[0]);
    base_buffer_format(&rest, "rest: %s", events[0]);
    for (size_t i = 0; i < count; i++) {
        switch (decision) {
        case SAYSO_APART: run(database, label_one, events[i], &label); break;
        case SAYSO_TOGETHER: run(database, label_peers, events[i], &label); break;
        case SAYSO_FORGET: run(database, forget_peers, events[i], NULL); break;
        }
    }
    for (size_t i = 0; i < count && decision == SAYSO_APART; i++) {
        run(database, label_rest, events[i], &rest);
    }
    if (label.failed || rest.failed) {
        database_fail(database, SAYSO_NO_MEMORY, "no memory to decide");
    }
    base_buffer_free(&label);
    base_buffer_free(&rest);
}

enum sayso_status sayso_dossier_decide(sayso_dossier *dossier, enum sayso_decision decision, const char *const *events,
                                       size_t count, struct sayso_error *error) {
    struct database *database = dossier->database;
    if (count == 0) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "no event to decide about");
    }
    database_begin_write(database);
    check(database, decision, events, count);
    decide(database, decision, events, count);
    merge_all(database);
    enum sayso_status status = database_commit(database, error);
    if (status != SAYSO_OK) {
        database_rollback(database);
    }
    return status;
}

static bool write_merged(struct merged_reader *reader, enum sayso_format format, sayso_write write, void *context) {
    struct base_buffer out = {0};
    if (format == SAYSO_JSONL) {
        merged_write_json(reader, &out);
    } else {
        merged_write_text(reader, &out);
    }
    if (out.failed) {
        database_fail(reader->database, SAYSO_NO_MEMORY, "no memory for a record");
    }
    bool on = !out.failed && write(context, out.data, out.size);
    base_buffer_free(&out);
    return on;
}

enum sayso_status sayso_dossier_merged(sayso_dossier *dossier, const char *event, enum sayso_format format,
                                       sayso_write write, void *context, struct sayso_error *error) {
    if (format != SAYSO_JSONL && format != SAYSO_TEXT) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "merged events are written as text or JSON lines");
    }
    database_begin_read(dossier->database);
    struct merged_reader *reader = merged_reader_open(dossier->database, event);
    bool on = true;
    size_t count = 0;
    while (on && merged_reader_next(reader)) {
        on = write_merged(reader, format, write, context);
        count++;
    }
    merged_reader_close(reader);
    if (event && !count) {
        database_fail(dossier->database, SAYSO_BAD_USAGE, "there is no event %s", event);
    }
    enum sayso_status status = database_status(dossier->database, error);
    database_rollback(dossier->database);
    return status == SAYSO_OK && !on ? SAYSO_STOPPED : status;
}
