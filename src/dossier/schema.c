#include "dossier/schema.h"

#include "dossier/tables.h"

#include <stdio.h>
#include <stdlib.h>

/* -1: there is no dossier here. */
static int64_t read_version(struct database *database) {
    const char *tables = database_kind(database) == DATABASE_SQLITE
                             ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'setting'"
                             : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'setting'";
    if (database_number(database, tables) == 0) {
        return -1;
    }
    return database_number(database, "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'schema_version'");
}

static bool is_empty(struct database *database) {
    return database_number(database, database_kind(database) == DATABASE_SQLITE
                                         ? "SELECT count(*) FROM sqlite_master"
                                         : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()") == 0;
}

static void check_version(struct database *database, int64_t version) {
    if (version < 0) {
        database_fail(database, SAYSO_BAD_INPUT, "this is no dossier");
    } else if (version > (int64_t)tables_version_count) {
        database_fail(database, SAYSO_BAD_INPUT, "a dossier of version %lld, which is newer than this program's (%u)",
                      (long long)version, tables_version_count);
    }
}

enum sayso_status schema_check(struct database *database, struct sayso_error *error) {
    int64_t version = read_version(database);
    check_version(database, version);
    if (version >= 0 && version < (int64_t)tables_version_count) {
        database_fail(database, SAYSO_BAD_INPUT,
                      "a dossier of the older version %lld; sayso add with it and no input brings it up to %u",
                      (long long)version, tables_version_count);
    }
    return database_status(database, error);
}

static void run(struct database *database, const char *script) {
    if (script) {
        database_run(database, script);
    }
}

/* SQLite orders texts by their bytes; a server by the rules of whatever language it was set up with. */
static const char order_by_bytes[] =
    "DO $$ DECLARE item record; BEGIN\n"
    "  FOR item IN SELECT table_name, column_name FROM information_schema.columns\n"
    "              WHERE table_schema = current_schema() AND data_type = 'text'\n"
    "                AND collation_name IS DISTINCT FROM 'C' LOOP\n"
    "    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE \"C\"', item.table_name, item.column_name);\n"
    "  END LOOP;\n"
    "END $$";

static void apply(struct database *database, const struct tables_version *version) {
    bool sqlite = database_kind(database) == DATABASE_SQLITE;
    for (size_t i = 0; i < sizeof version->both / sizeof *version->both; i++) {
        run(database, version->both[i]);
    }
    run(database, sqlite ? NULL : order_by_bytes);
    run(database, sqlite ? version->sqlite : version->postgresql);
}

static void migrate(struct database *database) {
    int64_t version = read_version(database);
    if (version < 0 && is_empty(database)) {
        version = 0;
    }
    check_version(database, version);
    if (database_status(database, NULL) != SAYSO_OK) {
        return;
    }
    for (int64_t i = version; i < (int64_t)tables_version_count; i++) {
        apply(database, &tables_versions[i]);
    }
    if (version < (int64_t)tables_version_count) {
        char script[160];
        snprintf(script, sizeof script,
                 "DELETE FROM setting WHERE name = 'schema_version';"
                 "INSERT INTO setting (name, value) VALUES ('schema_version', '%u')", tables_version_count);
        database_run(database, script);
    }
}

enum sayso_status schema_migrate(struct database *database, struct sayso_error *error) {
    database_begin_write(database);
    migrate(database);
    enum sayso_status status = database_commit(database, error);
    if (status != SAYSO_OK) {
        database_rollback(database);
    }
    return status;
}
