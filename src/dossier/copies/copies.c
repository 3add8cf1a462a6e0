#include "dossier/copies/copies.h"

#include "dossier/copies/buckets.h"
#include "dossier/dossier.h"
#include "dossier/copies/shingles.h"

#include <stdlib.h>

/* Candidates with fewer equal values are not compared: a resemblance of LEAST_RESEMBLANCE gives 24, seldom below 12. */
enum { LEAST_SAME = 12 };
/* Shorter texts are copies where they are the same word for word: half of a line says nothing. */
enum { SHORT_WORDS = 30, SHORT = SHORT_WORDS - SHINGLES_WORDS + 1 };
static const double LEAST_CONTAINMENT = 0.5, LEAST_RESEMBLANCE = 0.25;

enum statement { UNSIGNED, SIGN, PLACE, FIRST, SIGNATURE, ORIGINAL, TEXT, UNLINK, LINK, LEAVE, DISOWN, STATEMENTS };

static const char *const sql[STATEMENTS] = {
    [UNSIGNED] = "SELECT d.key, d.published, d.id, d.origin, d.text FROM document AS d JOIN "
                 "(SELECT document FROM unlinked WHERE moment IS NULL LIMIT 1) AS u ON u.document = d.key",
    [SIGN] = "INSERT INTO signature (document, moment, tie, sketch) VALUES ($1, $2, $3, $4)",
    [PLACE] = "UPDATE unlinked SET moment = $1, tie = $2 WHERE document = $3",
    [FIRST] = "SELECT document, changed FROM unlinked WHERE moment IS NOT NULL ORDER BY moment, tie LIMIT 1",
    [SIGNATURE] = "SELECT moment, tie, sketch FROM signature WHERE document = $1",
    [ORIGINAL] = "SELECT original FROM copy WHERE document = $1",
    [TEXT] = "SELECT text FROM document WHERE key = $1",
    [UNLINK] = "DELETE FROM copy WHERE document = $1",
    [LINK] = "INSERT INTO copy (document, original, resemblance, containment, changes) VALUES ($1, $2, $3, $4, $5)",
    [LEAVE] = "DELETE FROM unlinked WHERE document = $1",
    [DISOWN] = "INSERT INTO unlinked (document, moment, tie, changed) SELECT s.document, s.moment, s.tie, 1 FROM copy AS c "
               "JOIN signature AS s ON s.document = c.document WHERE c.original = $1 "
               "ON CONFLICT (document) DO UPDATE SET changed = 1",
};

struct copies {
    struct database *database;
    struct base_arena *arena; /* of the document that is being linked */
    struct buckets buckets;
    struct database_statement *statements[STATEMENTS];
};

struct copies *copies_open(struct database *database) {
    struct copies *copies = calloc(1, sizeof *copies);
    if (!copies || !(copies->arena = base_arena_new())) {
        free(copies);
        database_fail(database, SAYSO_NO_MEMORY, "no memory to find near-duplicates");
        return NULL;
    }
    copies->database = database;
    buckets_open(&copies->buckets, database);
    for (unsigned i = 0; i < STATEMENTS; i++) {
        copies->statements[i] = database_prepare(database, DATABASE_FEW_ROWS, sql[i]);
    }
    if (database_status(database, NULL) != SAYSO_OK) {
        copies_close(copies);
        return NULL;
    }
    return copies;
}

void copies_close(struct copies *copies) {
    if (!copies) {
        return;
    }
    for (unsigned i = 0; i < STATEMENTS; i++) {
        database_finalize(copies->statements[i]);
    }
    buckets_close(&copies->buckets);
    base_arena_free(copies->arena);
    free(copies);
}

/* ---- removing */

/* Runs a statement that has a document as its only parameter. */
static struct database_statement *query(struct copies *copies, enum statement statement, int64_t document) {
    struct database_value value = database_integer(document);
    database_query(copies->statements[statement], &value, 1);
    return copies->statements[statement];
}

static void execute(struct copies *copies, enum statement statement, int64_t document) {
    struct database_value value = database_integer(document);
    database_execute(copies->statements[statement], &value, 1);
}

static bool read_signature(struct copies *copies, int64_t document, struct signature *out) {
    struct database_statement *row = query(copies, SIGNATURE, document);
    bool found = database_next(row);
    if (found) {
        out->moment = database_column_integer(row, 0);
        out->tie = database_column_integer(row, 1);
        signature_read(database_column_blob(row, 2), out);
    }
    database_reset(row);
    return found;
}

void copies_forget(struct copies *copies, int64_t document) {
    struct signature signature;
    if (read_signature(copies, document, &signature) && !signature.empty) {
        buckets_mark_after(&copies->buckets, &signature);
        execute(copies, DISOWN, document);
        buckets_remove(&copies->buckets, &signature);
    }
}

/* ---- signing */

/* Makes the signature of one document that has none; false: all have one. */
static bool sign(struct copies *copies) {
    struct database_statement *row = copies->statements[UNSIGNED];
    struct signature signature;
    char sketch[SIGNATURE_BYTES];
    int64_t document = 0;
    database_query(row, NULL, 0);
    if (database_next(row)) {
        document = database_column_integer(row, 0);
        signature_place(database_column_text(row, 1), database_column_text(row, 2), database_column_text(row, 3), &signature);
        signature_make(database_column_text(row, 4), &signature);
    }
    database_reset(row);
    if (!document) {
        return false;
    }
    struct database_value moment = database_integer(signature.moment), tie = database_integer(signature.tie);
    struct database_value signing[] = {database_integer(document), moment, tie,
                                       database_blob(signature_write(&signature, sketch))};
    struct database_value placing[] = {moment, tie, database_integer(document)};
    database_execute(copies->statements[SIGN], signing, 4);
    database_execute(copies->statements[PLACE], placing, 3);
    return true;
}

/* ---- linking */

struct candidate {
    int64_t document, moment, tie;
};

struct linking {
    struct copies *copies;
    int64_t document;
    bool changed; /* whatever is found: those after it must be looked at */
    struct signature signature;
    struct candidate candidates[BUCKETS_MOST_CANDIDATES];
    unsigned count;
    struct shingles own;
    /* The best of the candidates: */
    struct candidate original; /* document 0: none */
    struct shingles shingles;
    double resemblance, containment;
    struct base_buffer changes;
};

static void find_candidates(struct linking *linking) {
    struct database_statement *row = buckets_before(&linking->copies->buckets, &linking->signature);
    struct signature signature;
    while (database_next(row)) {
        signature_read(database_column_blob(row, 3), &signature);
        if (signature_same(&linking->signature, &signature) >= LEAST_SAME) {
            linking->candidates[linking->count++] = (struct candidate){
                database_column_integer(row, 0), database_column_integer(row, 1), database_column_integer(row, 2)};
        }
    }
}

static void read_text(struct linking *linking, int64_t document, struct shingles *out) {
    struct base_arena *arena = linking->copies->arena;
    struct database_statement *row = query(linking->copies, TEXT, document);
    struct base_slice text = database_next(row) ? base_arena_copy(arena, database_column_text(row, 0)) : BASE_SLICE("");
    database_reset(row);
    shingles_read(arena, text, out);
}

static bool is_copy(size_t shared, size_t less, size_t more, double resemblance, double containment) {
    if (less < SHORT) {
        return shared > 0 && shared == more;
    }
    return containment >= LEAST_CONTAINMENT && resemblance >= LEAST_RESEMBLANCE;
}

static bool is_better(const struct linking *linking, const struct candidate *candidate, double resemblance) {
    const struct candidate *best = &linking->original;
    if (!best->document || resemblance != linking->resemblance) {
        return !best->document || resemblance > linking->resemblance;
    }
    return candidate->moment != best->moment ? candidate->moment < best->moment : candidate->tie < best->tie;
}

static void compare(struct linking *linking, const struct candidate *candidate) {
    struct shingles other;
    read_text(linking, candidate->document, &other);
    size_t shared = shingles_shared(&linking->own, &other);
    size_t less = other.distinct < linking->own.distinct ? other.distinct : linking->own.distinct;
    size_t more = other.distinct + linking->own.distinct - less;
    double resemblance = (double)shared / (double)(less + more - shared), containment = (double)shared / (double)less;
    if (less && is_copy(shared, less, more, resemblance, containment) && is_better(linking, candidate, resemblance)) {
        linking->original = *candidate;
        linking->shingles = other;
        linking->resemblance = resemblance;
        linking->containment = containment;
    }
}

static void write_changes(struct linking *linking) {
    struct base_arena *arena = linking->copies->arena;
    base_buffer_string(&linking->changes, "{\"added\":");
    shingles_write_changes(arena, &linking->own, &linking->shingles, &linking->changes);
    base_buffer_string(&linking->changes, ",\"removed\":");
    shingles_write_changes(arena, &linking->shingles, &linking->own, &linking->changes);
    base_buffer_char(&linking->changes, '}');
}

/* Inside base_arena_run(). */
static void find_original(void *context) {
    struct linking *linking = context;
    find_candidates(linking);
    if (linking->count) {
        read_text(linking, linking->document, &linking->own);
    }
    for (unsigned i = 0; i < linking->count; i++) {
        compare(linking, &linking->candidates[i]);
    }
    if (linking->original.document) {
        write_changes(linking);
    }
}

static int64_t linked_original(struct copies *copies, int64_t document) {
    struct database_statement *row = query(copies, ORIGINAL, document);
    int64_t original = database_next(row) ? database_column_integer(row, 0) : 0;
    database_reset(row);
    return original;
}

static void write_link(struct linking *linking) {
    struct base_slice changes = {linking->changes.data, linking->changes.size};
    struct database_value values[] = {
        database_integer(linking->document), database_integer(linking->original.document), database_real(linking->resemblance),
        database_real(linking->containment), database_text(changes)};
    database_execute(linking->copies->statements[LINK], values, 5);
}

static void link_one(struct linking *linking) {
    struct copies *copies = linking->copies;
    int64_t before = linked_original(copies, linking->document);
    if (!base_arena_run(copies->arena, find_original, linking) || linking->changes.failed) {
        database_fail(copies->database, SAYSO_NO_MEMORY, "no memory to find near-duplicates");
    } else if (before != linking->original.document) {
        linking->changed = true;
        execute(copies, UNLINK, linking->document);
        if (linking->original.document) {
            write_link(linking);
        }
    }
    if (linking->changed) {
        buckets_mark_after(&copies->buckets, &linking->signature);
    }
    base_arena_clear(copies->arena);
    base_buffer_free(&linking->changes);
}

/* Takes the first of the unlinked documents: all before it are linked, and what is found depends on these alone. */
static bool link_first(struct copies *copies) {
    struct database_statement *row = copies->statements[FIRST];
    struct linking linking = {.copies = copies};
    database_query(row, NULL, 0);
    if (database_next(row)) {
        linking.document = database_column_integer(row, 0);
        linking.changed = database_column_integer(row, 1) != 0;
    }
    database_reset(row);
    if (!linking.document) {
        return false;
    }
    execute(copies, LEAVE, linking.document);
    if (read_signature(copies, linking.document, &linking.signature) && !linking.signature.empty) {
        if (linking.changed) {
            buckets_add(&copies->buckets, &linking.signature, linking.document);
        }
        link_one(&linking);
    }
    return true;
}

bool copies_link(struct copies *copies, unsigned most) {
    unsigned done = 0;
    while (done < most && sign(copies)) {
        done++;
    }
    while (done < most && link_first(copies)) {
        done++;
    }
    return done == most;
}

/* Another writer may merge events between the adding of documents and their linking: merging is due again after it. */
static void unsettle_linked(struct database *database) {
    if (database_number(database, "SELECT count(*) FROM (SELECT 1 FROM unlinked LIMIT 1) AS waiting")) {
        dossier_unsettle(database);
    }
}

enum sayso_status dossier_link_copies(struct sayso_dossier *dossier, struct sayso_error *error) {
    enum { SLICE = 512 }; /* documents: other writers wait no longer than for these */
    struct copies *copies = copies_open(dossier->database);
    enum sayso_status status = database_status(dossier->database, error);
    for (bool more = copies != NULL; more && status == SAYSO_OK;) {
        database_begin_write(dossier->database);
        unsettle_linked(dossier->database);
        more = copies_link(copies, SLICE);
        status = database_commit(dossier->database, error);
    }
    if (status != SAYSO_OK) {
        database_rollback(dossier->database);
    }
    copies_close(copies);
    return status;
}
