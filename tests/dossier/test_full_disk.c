/* A disk that fills: the n-th write to the database, its journal or its index fails, for each n. Whatever was counted as added
 * must be there afterwards, the file must be whole, and adding again must give what an undisturbed run gives.
 *
 * SAYSO_LONG in the environment: each n; else one in a few. */
#include "made.h"

#include <sqlite3.h>

/* ---- a VFS that hands everything on to the usual one, but for one write (https://www.sqlite.org/vfs.html) */

static sqlite3_vfs *usual;
static unsigned writes, failing; /* failing 0: none */

struct full_file {
    sqlite3_file file;
    sqlite3_file *real; /* behind this one in the same block */
};

static sqlite3_file *real_of(sqlite3_file *file) {
    return ((struct full_file *)file)->real;
}

static int full_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at) {
    if (++writes >= failing && failing) {
        return SQLITE_FULL; /* a full disk stays full */
    }
    return real_of(file)->pMethods->xWrite(real_of(file), bytes, size, at);
}

static int full_close(sqlite3_file *f) { return real_of(f)->pMethods->xClose(real_of(f)); }
static int full_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at) {
    return real_of(f)->pMethods->xRead(real_of(f), to, n, at);
}
static int full_truncate(sqlite3_file *f, sqlite3_int64 n) { return real_of(f)->pMethods->xTruncate(real_of(f), n); }
static int full_sync(sqlite3_file *f, int flags) { return real_of(f)->pMethods->xSync(real_of(f), flags); }
static int full_size(sqlite3_file *f, sqlite3_int64 *n) { return real_of(f)->pMethods->xFileSize(real_of(f), n); }
static int full_lock(sqlite3_file *f, int level) { return real_of(f)->pMethods->xLock(real_of(f), level); }
static int full_unlock(sqlite3_file *f, int level) { return real_of(f)->pMethods->xUnlock(real_of(f), level); }
static int full_reserved(sqlite3_file *f, int *is) { return real_of(f)->pMethods->xCheckReservedLock(real_of(f), is); }
static int full_control(sqlite3_file *f, int op, void *a) { return real_of(f)->pMethods->xFileControl(real_of(f), op, a); }
static int full_sector(sqlite3_file *f) { return real_of(f)->pMethods->xSectorSize(real_of(f)); }
static int full_device(sqlite3_file *f) { return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f)); }
static int full_map(sqlite3_file *f, int page, int size, int extend, void volatile **at) {
    return real_of(f)->pMethods->xShmMap(real_of(f), page, size, extend, at);
}
static int full_shm_lock(sqlite3_file *f, int at, int n, int flags) {
    return real_of(f)->pMethods->xShmLock(real_of(f), at, n, flags);
}
static void full_barrier(sqlite3_file *f) { real_of(f)->pMethods->xShmBarrier(real_of(f)); }
static int full_unmap(sqlite3_file *f, int drop) { return real_of(f)->pMethods->xShmUnmap(real_of(f), drop); }

static const sqlite3_io_methods methods = {
    .iVersion = 2, .xClose = full_close, .xRead = full_read, .xWrite = full_write, .xTruncate = full_truncate,
    .xSync = full_sync, .xFileSize = full_size, .xLock = full_lock, .xUnlock = full_unlock,
    .xCheckReservedLock = full_reserved, .xFileControl = full_control, .xSectorSize = full_sector,
    .xDeviceCharacteristics = full_device, .xShmMap = full_map, .xShmLock = full_shm_lock, .xShmBarrier = full_barrier,
    .xShmUnmap = full_unmap};

static int full_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out) {
    struct full_file *full = (struct full_file *)file;
    (void)vfs;
    full->real = (sqlite3_file *)(full + 1);
    int code = usual->xOpen(usual, name, full->real, flags, out);
    full->file.pMethods = full->real->pMethods ? &methods : NULL;
    return code;
}

static void register_full(void) {
    static sqlite3_vfs full;
    usual = sqlite3_vfs_find(NULL);
    full = *usual;
    full.zName = "full";
    full.pNext = NULL;
    full.szOsFile = usual->szOsFile + (int)sizeof(struct full_file);
    full.xOpen = full_open;
    sqlite3_vfs_register(&full, 1);
}

/* ---- what is added */

enum { DOCUMENTS = 12 };

static const struct made *fill(struct made *made, char (*ids)[8], unsigned i) {
    static const char *const actors[] = {"Israel", "Russia", "Kenya"}, *const countries[] = {"ISR", "RUS", "KEN"};
    snprintf(ids[i], sizeof ids[i], "d%u", i);
    made[i] = (struct made){.id = ids[i], .outlet = "Daily", .day = "2024-03-05", .type = "ACCUSE", .actor = actors[i % 3],
                            .actor_country = countries[i % 3], .recipient = "Syria", .recipient_country = "SYR",
                            .date = "2024-03-04", .factuality = i % 4 ? "CT+" : "CT-",
                            .evidence = "The government accused Syria of something on Monday, and said so at length."};
    return &made[i];
}

/* Adds one after the other, as far as it goes; returns how many are said to be there. */
static size_t add_all(const char *path) {
    struct made made[DOCUMENTS];
    char ids[DOCUMENTS][8];
    struct sayso_dossier *dossier = NULL;
    size_t added = 0;
    if (sayso_dossier_open(path, SAYSO_DOSSIER_ADD, &dossier, NULL) != SAYSO_OK) {
        return 0;
    }
    struct dossier_batch *batch = dossier_batch_open(dossier, "test", false, NULL);
    enum sayso_status status = batch ? SAYSO_OK : SAYSO_IO;
    for (unsigned i = 0; i < DOCUMENTS && status == SAYSO_OK; i++) {
        struct base_buffer lines = {0};
        made_document(&lines, fill(made, ids, i));
        made_event(&lines, &made[i]);
        status = dossier_batch_add(batch, records_parse(&lines, NULL), NULL);
        status = status == SAYSO_OK ? dossier_batch_commit(batch, NULL) : status;
        added = dossier_batch_counts(batch)->added + dossier_batch_counts(batch)->known;
    }
    if (status == SAYSO_OK) {
        dossier_settle(dossier, NULL);
    }
    dossier_batch_close(batch);
    sayso_dossier_close(dossier);
    return added;
}

static size_t count_documents(const char *path) {
    struct database *database = NULL;
    if (database_open(path, DATABASE_READ, &database, NULL) != SAYSO_OK) {
        return 0;
    }
    size_t count = (size_t)database_number(database, "SELECT count(*) FROM document");
    database_close(database);
    return count;
}

static bool gather(void *context, const char *bytes, size_t size) {
    base_buffer_add(context, (struct base_slice){bytes, size});
    return true;
}

/* All merged events with their reports and sources: free() it. */
static char *contents(const char *path) {
    struct base_buffer out = {0};
    struct sayso_dossier *dossier = made_open(path);
    assert_int_equal(database_number(dossier->database, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
    assert_int_equal(database_number(dossier->database, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    assert_int_equal(sayso_dossier_merged(dossier, NULL, SAYSO_JSONL, gather, &out, NULL), SAYSO_OK);
    sayso_dossier_close(dossier);
    base_buffer_char(&out, 0);
    return out.data;
}

static void no_write_that_fails_loses_or_doubles_anything(void **state) {
    (void)state;
    char path[64];
    made_close(made_new(path), path);
    writes = failing = 0;
    assert_int_equal(add_all(path), DOCUMENTS);
    unsigned all = writes, step = getenv("SAYSO_LONG") ? 1 : all / 40 + 1;
    char *undisturbed = contents(path);
    bool cut_short = false;
    for (unsigned n = 1; n <= all; n += step) {
        made_close(NULL, path);
        writes = 0;
        failing = n;
        size_t said = add_all(path);
        failing = 0;
        cut_short |= said > 0 && said < DOCUMENTS;
        assert_true(count_documents(path) >= said);
        assert_int_equal(add_all(path), DOCUMENTS);
        char *after = contents(path);
        assert_string_equal(after, undisturbed);
        free(after);
    }
    assert_true(cut_short);
    made_close(NULL, path);
    free(undisturbed);
}

int main(void) {
    register_full();
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_write_that_fails_loses_or_doubles_anything)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
