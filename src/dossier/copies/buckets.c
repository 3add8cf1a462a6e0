#include "dossier/copies/buckets.h"

#include "base/buffer.h"

/* ---- statements */

/* The documents of each bucket ($3 and on) that come last before, or first after, the moment $1 and tie $2. */
static void write_window(struct base_buffer *sql, const char *relation, const char *direction) {
    for (unsigned band = 0; band < SIGNATURE_BANDS; band++) {
        base_buffer_format(sql,
                           "%sSELECT document FROM (SELECT document FROM band WHERE (moment, tie) %s ($1, $2) AND hash = $%u "
                           "ORDER BY moment %s, tie %s LIMIT %d) AS bucket%u",
                           band ? " UNION ALL " : "", relation, band + 3, direction, direction, BUCKETS_WINDOW, band);
    }
}

static void write_before(struct base_buffer *sql) {
    base_buffer_string(sql, "SELECT s.document, s.moment, s.tie, s.sketch FROM (SELECT DISTINCT coalesce(c.original, "
                            "near.document) AS document FROM (");
    write_window(sql, "<", "DESC");
    base_buffer_string(sql, ") AS near LEFT JOIN copy AS c ON c.document = near.document) AS candidate "
                            "JOIN signature AS s ON s.document = candidate.document");
}

static void write_after(struct base_buffer *sql) {
    base_buffer_string(sql, "INSERT INTO unlinked (document, moment, tie, changed) SELECT s.document, s.moment, s.tie, 0 "
                            "FROM (SELECT DISTINCT document FROM (");
    write_window(sql, ">", "ASC");
    base_buffer_string(sql, ") AS near) AS dependent JOIN signature AS s ON s.document = dependent.document WHERE true "
                            "ON CONFLICT (document) DO NOTHING");
}

static void write_add(struct base_buffer *sql) {
    base_buffer_string(sql, "INSERT INTO band (moment, tie, document, hash) VALUES ");
    for (unsigned band = 0; band < SIGNATURE_BANDS; band++) {
        base_buffer_format(sql, "%s($1, $2, $3, $%u)", band ? ", " : "", band + 4);
    }
    base_buffer_string(sql, " ON CONFLICT DO NOTHING");
}

static void write_remove(struct base_buffer *sql) {
    base_buffer_string(sql, "DELETE FROM band WHERE moment = $1 AND tie = $2 AND hash IN (");
    for (unsigned band = 0; band < SIGNATURE_BANDS; band++) {
        base_buffer_format(sql, "%s$%u", band ? ", " : "", band + 3);
    }
    base_buffer_string(sql, ")");
}


static struct database_statement *prepare(struct database *database, void (*write)(struct base_buffer *sql)) {
    struct database_statement *statement = NULL;
    struct base_buffer sql = {0};
    write(&sql);
    base_buffer_char(&sql, 0);
    if (sql.failed) {
        database_fail(database, SAYSO_NO_MEMORY, "no memory for a statement");
    } else {
        statement = database_prepare(database, DATABASE_FEW_ROWS, sql.data);
    }
    base_buffer_free(&sql);
    return statement;
}

void buckets_open(struct buckets *buckets, struct database *database) {
    *buckets = (struct buckets){.database = database,
                                .before = prepare(database, write_before),
                                .after = prepare(database, write_after),
                                .add = prepare(database, write_add),
                                .remove = prepare(database, write_remove)};
}

void buckets_close(struct buckets *buckets) {
    database_finalize(buckets->before);
    database_finalize(buckets->after);
    database_finalize(buckets->add);
    database_finalize(buckets->remove);
}

/* ---- running them */

struct parameters {
    struct database_value values[3 + SIGNATURE_BANDS];
    unsigned count;
};

static void put(struct parameters *parameters, int64_t value) {
    parameters->values[parameters->count++] = database_integer(value);
}

static struct parameters start(const struct signature *signature) {
    struct parameters parameters = {.count = 0};
    put(&parameters, signature->moment);
    put(&parameters, signature->tie);
    return parameters;
}

static void put_bands(struct parameters *parameters, const struct signature *signature) {
    for (unsigned band = 0; band < SIGNATURE_BANDS; band++) {
        put(parameters, signature_band(signature, band));
    }
}

void buckets_add(struct buckets *buckets, const struct signature *signature, int64_t document) {
    struct parameters parameters = start(signature);
    put(&parameters, document);
    put_bands(&parameters, signature);
    database_execute(buckets->add, parameters.values, parameters.count);
}

void buckets_remove(struct buckets *buckets, const struct signature *signature) {
    struct parameters parameters = start(signature);
    put_bands(&parameters, signature);
    database_execute(buckets->remove, parameters.values, parameters.count);
}

struct database_statement *buckets_before(struct buckets *buckets, const struct signature *signature) {
    struct parameters parameters = start(signature);
    put_bands(&parameters, signature);
    database_query(buckets->before, parameters.values, parameters.count);
    return buckets->before;
}

void buckets_mark_after(struct buckets *buckets, const struct signature *signature) {
    struct parameters parameters = start(signature);
    put_bands(&parameters, signature);
    database_execute(buckets->after, parameters.values, parameters.count);
}
