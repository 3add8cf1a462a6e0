/* Records that were coded elsewhere: any bytes are refused, or go into a dossier and are merged without an error of the database. */
#include <stdlib.h>

#include "dossier/merge/merge.h"
#include "dossier/merge/merged.h"
#include "dossier/schema.h"
#include "dossier/store.h"

static struct database *database;
static struct store *store;

static void open_dossier(void) {
    if (database_open(":memory:", DATABASE_CREATE, &database, NULL) != SAYSO_OK ||
        schema_migrate(database, NULL) != SAYSO_OK || !(store = store_open(database))) {
        abort();
    }
}

static void write_merged(void) {
    struct merged_reader *reader = merged_reader_open(database, NULL);
    while (merged_reader_next(reader)) {
        struct base_buffer out = {0};
        merged_write_json(reader, &out);
        merged_write_text(reader, &out);
        base_buffer_free(&out);
    }
    merged_reader_close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct base_buffer lines = {0};
    base_buffer_add(&lines, (struct base_slice){(const char *)data, size});
    struct records *records = records_parse(&lines, NULL);
    if (!records) {
        return 0;
    }
    if (!database) {
        open_dossier();
    }
    database_begin_write(database);
    store_begin(store);
    store_add(store, records, "fuzzed");
    store_flush(store);
    merge_all(database);
    write_merged();
    if (database_status(database, NULL) != SAYSO_OK) {
        abort();
    }
    database_rollback(database);
    records_free(records);
    return 0;
}
