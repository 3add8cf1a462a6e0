#include "dossier/store.h"

#include "dossier/copies/copies.h"
#include "dossier/dossier.h"
#include "dossier/values.h"

#include <stdlib.h>
#include <xxhash.h>

enum table { DOCUMENT, ENTITY, MENTION, CLAIM, EVENT, PARTICIPANT, TELLING, ATTRIBUTION, UNLINKED, TABLES };

/* Parents first: a row is only added after what it refers to. */
static const struct {
    const char *name, *columns;
    unsigned count;
} tables[TABLES] = {
    [DOCUMENT] = {"document", "key, id, origin, sha256, path, position, coder, url, outlet, outlet_country, title, published, "
                              "day, modified, language, text, record", 17},
    [ENTITY] = {"entity", "key, document, id, name, type, country, sector, record", 8},
    [MENTION] = {"mention", "entity, start_byte, end_byte", 3},
    [CLAIM] = {"claim", "key, document, id, source, source_text, source_name, source_country, source_sector, addressee, cue, "
                        "content, form, stance, factuality, date_start, date_end, within, retracts, record", 19},
    [EVENT] = {"event", "key, document, id, type, mode, context, cameo, score, factuality, aux, place, place_country, latitude, "
                        "longitude, geonames, place_precision, date_start, date_end, killed, injured, arrested, rule, record",
               23},
    [PARTICIPANT] = {"participant", "event, side, position, entity, text, name, country, sector", 8},
    [TELLING] = {"telling", "event, position, sentence, start_byte, end_byte, evidence, factuality", 7},
    [ATTRIBUTION] = {"attribution", "event, telling, position, claim, source, source_text, source_name, source_country, "
                                    "source_sector, cue, form, stance, factuality", 13},
    [UNLINKED] = {"unlinked", "document, changed", 2},
};
enum { MOST_COLUMNS = 23, MOST_UNSENT = 512 };

struct store {
    struct database *database;
    struct database_copy *copies[TABLES];
    struct database_statement *find, *remove;
    /* Hashes of what documents are known by that may still wait in a copy, where no query finds them. */
    uint64_t unsent[MOST_UNSENT];
    size_t unsent_count;
    struct copies *duplicates;
    int64_t document;               /* the next free key */
    int64_t keys[RECORDS_KINDS];    /* of a record: this and its number */
    struct values_texts texts;      /* of the row that is being made */
};

struct store *store_open(struct database *database) {
    struct store *store = calloc(1, sizeof *store);
    if (!store) {
        database_fail(database, SAYSO_NO_MEMORY, "no memory to write to it");
        return NULL;
    }
    store->database = database;
    for (unsigned i = 0; i < TABLES; i++) {
        store->copies[i] = database_copy_open(database, tables[i].name, tables[i].columns, tables[i].count);
    }
    store->find = database_prepare(database, DATABASE_FEW_ROWS,
                                   "SELECT key, sha256, coder FROM document WHERE id = $1 AND origin = $2");
    store->remove = database_prepare(database, DATABASE_FEW_ROWS, "DELETE FROM document WHERE key = $1");
    store->duplicates = copies_open(database);
    if (database_status(database, NULL) != SAYSO_OK) {
        store_close(store);
        return NULL;
    }
    return store;
}

void store_close(struct store *store) {
    for (unsigned i = 0; i < TABLES; i++) {
        database_copy_close(store->copies[i]);
    }
    database_finalize(store->find);
    database_finalize(store->remove);
    copies_close(store->duplicates);
    values_free(&store->texts);
    free(store);
}

void store_begin(struct store *store) {
    static const char *const highest[RECORDS_KINDS] = {"SELECT max(key) FROM entity", "SELECT max(key) FROM claim",
                                                       "SELECT max(key) FROM event"};
    store->unsent_count = 0;
    store->document = database_number(store->database, "SELECT max(key) FROM document") + 1;
    for (unsigned i = 0; i < RECORDS_KINDS; i++) {
        store->keys[i] = database_number(store->database, highest[i]);
    }
}

void store_flush(struct store *store) {
    for (unsigned i = 0; i < TABLES; i++) {
        database_copy_flush(store->copies[i]);
    }
    store->unsent_count = 0;
}

static struct base_slice origin_of(const struct records *records) {
    struct dossier_identity identity = {.id = records->id,
                                        .sha256 = values_string(records->document, "sha256"),
                                        .url = values_string(records->document, "url"),
                                        .path = values_string(json_object_get(records->document, "input"), "path")};
    return dossier_origin(&identity);
}

static uint64_t hash_of(struct base_slice id, struct base_slice origin) {
    return XXH3_64bits_withSeed(id.data, id.size, XXH3_64bits(origin.data, origin.size));
}

/* Notes that a document is in a copy from now on. */
static void note_unsent(struct store *store, const struct records *records) {
    if (store->unsent_count == MOST_UNSENT) {
        store_flush(store);
    }
    store->unsent[store->unsent_count++] = hash_of(records->id, origin_of(records));
}

/* Sends the copies where the document may be in one. */
static void send_document(struct store *store, struct base_slice id, struct base_slice origin) {
    uint64_t hash = hash_of(id, origin);
    for (size_t i = 0; i < store->unsent_count; i++) {
        if (store->unsent[i] == hash) {
            store_flush(store);
        }
    }
}

enum store_known store_find(struct store *store, const struct records *records, const char *coder, int64_t *key) {
    struct database_value values[] = {database_text(records->id), database_text(origin_of(records))};
    enum store_known known = STORE_UNKNOWN;
    send_document(store, values[0].bytes, values[1].bytes);
    database_query(store->find, values, 2);
    if (database_next(store->find)) {
        *key = database_column_integer(store->find, 0);
        bool bytes = base_slice_equal(database_column_text(store->find, 1), values_string(records->document, "sha256"));
        bool coded = base_slice_is(database_column_text(store->find, 2), coder);
        known = !bytes ? STORE_OTHER_BYTES : coded ? STORE_SAME : STORE_OTHER_CODER;
    }
    database_reset(store->find);
    return known;
}

void store_remove(struct store *store, int64_t key) {
    copies_forget(store->duplicates, key);
    struct database_value value = database_integer(key);
    database_execute(store->remove, &value, 1);
}

/* ---- rows */

struct row {
    struct store *store;
    const struct records *records;
    struct database_value values[MOST_COLUMNS];
    unsigned count;
};

static void put(struct row *row, struct database_value value) {
    row->values[row->count++] = value;
}

static void put_string(struct row *row, const json_t *object, const char *key) {
    put(row, database_text(values_string(object, key)));
}

static void put_list(struct row *row, const json_t *object, const char *key) {
    put(row, values_joined(&row->store->texts, json_object_get(object, key)));
}

static struct database_value key_of(const struct row *row, enum records_kind kind, const json_t *id) {
    unsigned number = records_number(row->records, kind, id);
    return number ? database_integer(row->store->keys[kind] + number) : (struct database_value){0};
}

static struct row start(struct store *store, const struct records *records) {
    values_clear(&store->texts);
    return (struct row){.store = store, .records = records};
}

static void finish(struct row *row, enum table table) {
    if (row->store->texts.failed) {
        database_fail(row->store->database, SAYSO_NO_MEMORY, "no memory for a row");
    }
    database_copy_row(row->store->copies[table], row->values);
}

/* Key, document and id: how each record's row starts. */
static struct row start_record(struct store *store, const struct records *records, enum records_kind kind,
                               const struct records_line *line) {
    struct row row = start(store, records);
    put(&row, database_integer(store->keys[kind] + line->number));
    put(&row, database_integer(store->document));
    put_string(&row, line->json, "id");
    return row;
}

/* Entity, text, name, country and sector of an ENTITY, which may be null. */
static void put_party(struct row *row, const json_t *party) {
    put(row, key_of(row, RECORDS_ENTITY, json_object_get(party, "entity")));
    put_string(row, party, "text");
    put(row, database_text(values_name(party, "name")));
    put_string(row, party, "country");
    put_list(row, party, "sector");
}

static void add_document(struct store *store, const struct records *records, const char *coder) {
    const json_t *document = records->document, *input = json_object_get(document, "input");
    const json_t *outlet = json_object_get(document, "outlet");
    struct row row = start(store, records);
    struct base_slice path = values_string(input, "path");
    put(&row, database_integer(store->document));
    put(&row, database_text(records->id));
    put(&row, database_text(origin_of(records)));
    put_string(&row, document, "sha256");
    put(&row, database_text(path.data ? path : BASE_SLICE("")));
    put(&row, values_integer(input, "offset"));
    put(&row, database_text(base_slice_of(coder)));
    put_string(&row, document, "url");
    put_string(&row, outlet, "name");
    put_string(&row, outlet, "country");
    put_string(&row, document, "title");
    put_string(&row, document, "published");
    put(&row, values_day(document, "published"));
    put_string(&row, document, "modified");
    put_string(&row, document, "language");
    put_string(&row, document, "text");
    put(&row, values_without_text(&store->texts, document));
    finish(&row, DOCUMENT);
    struct row unlinked = start(store, records);
    put(&unlinked, database_integer(store->document));
    put(&unlinked, database_integer(1));
    finish(&unlinked, UNLINKED);
}

static void add_entity(struct store *store, const struct records *records, const struct records_line *line) {
    struct row row = start_record(store, records, RECORDS_ENTITY, line);
    put(&row, database_text(values_name(line->json, "name")));
    put_string(&row, line->json, "type");
    put_string(&row, line->json, "country");
    put_list(&row, line->json, "sector");
    put(&row, database_text(line->bytes));
    finish(&row, ENTITY);
    const json_t *mentions = json_object_get(line->json, "mentions");
    for (size_t i = 0; i < json_array_size(mentions); i++) {
        const json_t *span = json_array_get(mentions, i);
        struct row mention = start(store, records);
        put(&mention, database_integer(store->keys[RECORDS_ENTITY] + line->number));
        put(&mention, database_integer(json_integer_value(json_array_get(span, 0))));
        put(&mention, database_integer(json_integer_value(json_array_get(span, 1))));
        finish(&mention, MENTION);
    }
}

static void put_dates(struct row *row, const json_t *object) {
    const json_t *date = json_object_get(object, "date");
    put_string(row, date, "start");
    put_string(row, date, "end");
}

static void add_claim(struct store *store, const struct records *records, const struct records_line *line) {
    const json_t *claim = line->json;
    struct base_slice cue = values_string(json_object_get(claim, "cue"), "text");
    struct row row = start_record(store, records, RECORDS_CLAIM, line);
    put_party(&row, json_object_get(claim, "source"));
    put(&row, key_of(&row, RECORDS_ENTITY, json_object_get(json_object_get(claim, "addressee"), "entity")));
    put(&row, database_text(cue.data ? cue : BASE_SLICE("")));
    put_string(&row, json_object_get(claim, "content"), "text");
    put_string(&row, claim, "form");
    put_string(&row, claim, "stance");
    put_string(&row, claim, "factuality");
    put_dates(&row, claim);
    put(&row, key_of(&row, RECORDS_CLAIM, json_object_get(claim, "within")));
    put(&row, key_of(&row, RECORDS_CLAIM, json_object_get(claim, "retracts")));
    put(&row, database_text(line->bytes));
    finish(&row, CLAIM);
}

/* ---- events */

static void add_event_row(struct store *store, const struct records *records, const struct records_line *line) {
    const json_t *event = line->json, *place = json_object_get(event, "place"), *counts = json_object_get(event, "counts");
    struct base_slice type = values_string(event, "type");
    struct row row = start_record(store, records, RECORDS_EVENT, line);
    put(&row, database_text(type.data ? type : BASE_SLICE("")));
    put_string(&row, event, "mode");
    put_list(&row, event, "context");
    put_string(&row, event, "cameo");
    put(&row, values_real(event, "score"));
    put_string(&row, event, "factuality");
    put_list(&row, event, "aux");
    put_string(&row, place, "name");
    put_string(&row, place, "country");
    put(&row, values_real(place, "lat"));
    put(&row, values_real(place, "lon"));
    put(&row, values_integer(place, "geonames"));
    put_string(&row, place, "precision");
    put_dates(&row, event);
    put(&row, values_integer(counts, "killed"));
    put(&row, values_integer(counts, "injured"));
    put(&row, values_integer(counts, "arrested"));
    put_string(&row, event, "rule");
    put(&row, database_text(line->bytes));
    finish(&row, EVENT);
}

struct happening {
    struct store *store;
    const struct records *records;
    struct database_value key;
};

static void add_side(const struct happening *happening, const json_t *event, const char *side) {
    const json_t *parties = json_object_get(event, side);
    for (size_t i = 0; i < json_array_size(parties); i++) {
        struct row row = start(happening->store, happening->records);
        put(&row, happening->key);
        put(&row, database_text(base_slice_of(side)));
        put(&row, database_integer((int64_t)i));
        put_party(&row, json_array_get(parties, i));
        finish(&row, PARTICIPANT);
    }
}

static void add_chain(const struct happening *happening, const json_t *chain, size_t telling) {
    for (size_t i = 0; i < json_array_size(chain); i++) {
        const json_t *link = json_array_get(chain, i);
        struct row row = start(happening->store, happening->records);
        put(&row, happening->key);
        put(&row, database_integer((int64_t)telling));
        put(&row, database_integer((int64_t)i));
        put(&row, key_of(&row, RECORDS_CLAIM, json_object_get(link, "claim")));
        put_party(&row, json_object_get(link, "source"));
        put_string(&row, link, "cue");
        put_string(&row, link, "form");
        put_string(&row, link, "stance");
        put_string(&row, link, "factuality");
        finish(&row, ATTRIBUTION);
    }
}

static void add_telling(const struct happening *happening, const json_t *telling, size_t position) {
    const json_t *evidence = json_object_get(telling, "evidence"), *span = json_object_get(evidence, "span");
    struct row row = start(happening->store, happening->records);
    put(&row, happening->key);
    put(&row, database_integer((int64_t)position));
    put(&row, values_integer(evidence, "sentence"));
    put(&row, values_number(json_array_get(span, 0)));
    put(&row, values_number(json_array_get(span, 1)));
    put_string(&row, evidence, "text");
    put_string(&row, telling, "factuality");
    finish(&row, TELLING);
    add_chain(happening, json_object_get(telling, "according_to"), position);
}

static void add_event(struct store *store, const struct records *records, const struct records_line *line) {
    struct happening happening = {store, records, database_integer(store->keys[RECORDS_EVENT] + line->number)};
    const json_t *also = json_object_get(line->json, "also");
    add_event_row(store, records, line);
    add_side(&happening, line->json, "actor");
    add_side(&happening, line->json, "recipient");
    add_telling(&happening, line->json, 0);
    for (size_t i = 0; i < json_array_size(also); i++) {
        add_telling(&happening, json_array_get(also, i), i + 1);
    }
}

void store_add(struct store *store, const struct records *records, const char *coder) {
    static void (*const adders[RECORDS_KINDS])(struct store *, const struct records *, const struct records_line *) = {
        add_entity, add_claim, add_event};
    note_unsent(store, records);
    add_document(store, records, coder);
    for (unsigned kind = 0; kind < RECORDS_KINDS; kind++) {
        const struct records_list *list = &records->lists[kind];
        for (size_t i = 0; i < list->count; i++) {
            adders[kind](store, records, &list->items[i]);
        }
    }
    store->document++;
    for (unsigned kind = 0; kind < RECORDS_KINDS; kind++) {
        store->keys[kind] += records->lists[kind].last;
    }
}
