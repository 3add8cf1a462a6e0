/* Two queries in the same order, events and their participants, run side by side. */
#include "dossier/merge/merge.h"

#include "document/document.h"

#include <math.h>
#include <stdlib.h>

/* Byte order of both databases: their own ones differ from machine to machine. */
#define ORDER                                                                                                          \
    " ORDER BY e.type COLLATE \"C\", coalesce(e.date_start, e.date_end, d.day, '') COLLATE \"C\", "                    \
    "e.id COLLATE \"C\", d.origin COLLATE \"C\", e.key"

static const char events_sql[] =
    "SELECT e.key, e.document, e.id, e.type, e.mode, l.label, e.aux, e.date_start, e.date_end, d.day, e.place_country, "
    "e.latitude, e.longitude, e.place_precision, e.geonames, e.killed, t.evidence, d.title "
    "FROM event e JOIN document d ON d.key = e.document "
    "LEFT JOIN telling t ON t.event = e.key AND t.position = 0 LEFT JOIN decision l ON l.event = e.id" ORDER;
enum { KEY, DOCUMENT, ID, TYPE, MODE, LABEL, AUX, DATE_START, DATE_END, DAY, COUNTRY, LATITUDE, LONGITUDE, PRECISION,
       GEONAMES, KILLED, EVIDENCE, TITLE };

static const char parties_sql[] =
    "SELECT p.event, p.side, p.name, p.country, p.sector, n.type "
    "FROM event e JOIN document d ON d.key = e.document JOIN participant p ON p.event = e.key "
    "LEFT JOIN entity n ON n.key = p.entity" ORDER ", p.side, p.position";
enum { PARTY_EVENT, PARTY_SIDE, PARTY_NAME, PARTY_COUNTRY, PARTY_SECTOR, PARTY_TYPE };

enum { MOST_PARTIES = 16, MOST_WORDS = 128 };

/* What is gathered of an event before it is known how much memory it takes. */
struct draft {
    struct merge_event event;
    struct merge_party parties[MERGE_SIDES][MOST_PARTIES];
    struct merge_word words[MOST_WORDS];
    struct base_arena *strings;
};

struct merge_reader {
    struct database *database;
    struct merge_words *words;
    struct database_statement *events, *parties;
    bool has_party; /* the current row of `parties` is still to be taken */
    struct draft draft;
};

struct merge_reader *merge_reader_open(struct database *database) {
    struct merge_reader *reader = calloc(1, sizeof *reader);
    if (reader) {
        reader->draft.strings = base_arena_new();
    }
    if (!reader || !reader->draft.strings) {
        free(reader);
        database_fail(database, SAYSO_NO_MEMORY, "no memory to merge events");
        return NULL;
    }
    reader->database = database;
    reader->words = merge_words_count(database);
    reader->events = database_prepare(database, DATABASE_MANY_ROWS, events_sql);
    reader->parties = database_prepare(database, DATABASE_MANY_ROWS, parties_sql);
    database_query(reader->events, NULL, 0);
    database_query(reader->parties, NULL, 0);
    reader->has_party = database_next(reader->parties);
    return reader;
}

void merge_reader_close(struct merge_reader *reader) {
    if (reader) {
        database_finalize(reader->events);
        database_finalize(reader->parties);
        merge_words_free(reader->words);
        base_arena_free(reader->draft.strings);
        free(reader);
    }
}

/* ---- fields */

static bool has_flag(struct base_slice aux, const char *flag) {
    return base_slice_joined_has(aux, ';', base_slice_of(flag));
}

static enum merge_status status_of(struct base_slice aux) {
    return has_flag(aux, "historical")     ? MERGE_HISTORICAL
           : has_flag(aux, "hypothetical") ? MERGE_HYPOTHETICAL
           : has_flag(aux, "future")       ? MERGE_FUTURE
                                           : MERGE_PAST;
}

/* An event that the text does not date is taken to be of these days up to its publication; an interval without an end, or a
 * long one, only says when it starts. */
enum { NEWS_DAYS = 3, LONGEST = 31 };

static void set_days(struct database_statement *row, struct merge_event *event) {
    int32_t first, last, published;
    bool has_first = document_parse_day(database_column_text(row, DATE_START), &first);
    bool has_last = document_parse_day(database_column_text(row, DATE_END), &last);
    event->dated = has_first || has_last;
    event->has_days = event->dated;
    if (event->dated) {
        event->first = has_first ? first : last;
        event->last = has_last ? last : first;
    } else if (document_parse_day(database_column_text(row, DAY), &published)) {
        event->has_days = true;
        event->first = published - NEWS_DAYS;
        event->last = published;
    }
    if (event->last > event->first + LONGEST) {
        event->last = event->first + LONGEST;
    }
}

static void set_place(struct database_statement *row, struct merge_event *event) {
    event->country = database_column_text(row, COUNTRY);
    event->has_point = !database_is_null(row, LATITUDE) && !database_is_null(row, LONGITUDE);
    event->latitude = database_column_real(row, LATITUDE);
    event->longitude = database_column_real(row, LONGITUDE);
    event->is_country = base_slice_is(database_column_text(row, PRECISION), "country");
    event->geonames = database_column_integer(row, GEONAMES);
    event->killed = database_is_null(row, KILLED) ? -1 : database_column_integer(row, KILLED);
}

static void set_words(struct merge_reader *reader, struct base_slice evidence, struct base_slice title) {
    struct draft *draft = &reader->draft;
    double square = 0;
    draft->event.word_count = merge_words_of(reader->words, evidence, title, draft->words, MOST_WORDS);
    for (size_t i = 0; i < draft->event.word_count; i++) {
        square += (double)draft->words[i].weight * (double)draft->words[i].weight;
    }
    draft->event.length = sqrt(square);
}

/* Rows of participants live until the next one, so their strings are kept aside. */
static struct base_slice keep(struct base_arena *arena, struct base_slice text) {
    return text.data ? base_arena_copy(arena, text) : text;
}

static void take_party(struct merge_reader *reader) {
    struct database_statement *row = reader->parties;
    struct draft *draft = &reader->draft;
    bool actor = base_slice_is(database_column_text(row, PARTY_SIDE), "actor");
    enum merge_side side = actor ? MERGE_ACTOR : MERGE_RECIPIENT;
    size_t *count = &draft->event.party_counts[side];
    if (*count < MOST_PARTIES) {
        draft->parties[side][(*count)++] = (struct merge_party){
            keep(draft->strings, database_column_text(row, PARTY_NAME)),
            keep(draft->strings, database_column_text(row, PARTY_COUNTRY)),
            keep(draft->strings, database_column_text(row, PARTY_SECTOR)),
            base_slice_is(database_column_text(row, PARTY_TYPE), "PER")};
    }
}

static void gather(void *context) {
    struct merge_reader *reader = context;
    struct merge_event *event = &reader->draft.event;
    struct database_statement *row = reader->events;
    *event = (struct merge_event){.key = database_column_integer(row, KEY),
                                  .document = database_column_integer(row, DOCUMENT),
                                  .id = database_column_text(row, ID),
                                  .type = database_column_text(row, TYPE),
                                  .mode = database_column_text(row, MODE),
                                  .label = database_column_text(row, LABEL),
                                  .status = status_of(database_column_text(row, AUX))};
    set_days(row, event);
    set_place(row, event);
    set_words(reader, database_column_text(row, EVIDENCE), database_column_text(row, TITLE));
    while (reader->has_party && database_column_integer(reader->parties, PARTY_EVENT) == event->key) {
        take_party(reader);
        reader->has_party = database_next(reader->parties);
    }
}

/* ---- one block of memory */

struct block {
    char *next;
};

static void move_string(struct block *block, struct base_slice *string) {
    if (string->data) {
        memcpy(block->next, string->data, string->size);
        string->data = block->next;
        block->next += string->size;
    }
}

static size_t strings_size(const struct draft *draft) {
    const struct merge_event *event = &draft->event;
    size_t size = event->id.size + event->type.size + event->mode.size + event->label.size + event->country.size;
    for (unsigned side = 0; side < MERGE_SIDES; side++) {
        for (size_t i = 0; i < event->party_counts[side]; i++) {
            const struct merge_party *party = &draft->parties[side][i];
            size += party->name.size + party->country.size + party->sector.size;
        }
    }
    return size;
}

static void move_parties(struct block *block, struct merge_event *event, const struct draft *draft) {
    for (unsigned side = 0; side < MERGE_SIDES; side++) {
        size_t size = event->party_counts[side] * sizeof(struct merge_party);
        event->parties[side] = (struct merge_party *)(void *)block->next;
        memcpy(block->next, draft->parties[side], size);
        block->next += size;
    }
}

static struct merge_event *settle(const struct draft *draft) {
    size_t parties = (draft->event.party_counts[0] + draft->event.party_counts[1]) * sizeof(struct merge_party);
    size_t words = draft->event.word_count * sizeof(struct merge_word);
    struct merge_event *event = malloc(sizeof *event + parties + words + strings_size(draft));
    if (!event) {
        return NULL;
    }
    *event = draft->event;
    struct block block = {(char *)(event + 1)};
    move_parties(&block, event, draft);
    event->words = (struct merge_word *)(void *)block.next;
    memcpy(block.next, draft->words, words);
    block.next += words;
    struct base_slice *strings[] = {&event->id, &event->type, &event->mode, &event->label, &event->country};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        move_string(&block, strings[i]);
    }
    for (unsigned side = 0; side < MERGE_SIDES; side++) {
        for (size_t i = 0; i < event->party_counts[side]; i++) {
            move_string(&block, &event->parties[side][i].name);
            move_string(&block, &event->parties[side][i].country);
            move_string(&block, &event->parties[side][i].sector);
        }
    }
    return event;
}

struct merge_event *merge_reader_next(struct merge_reader *reader) {
    if (!reader || !database_next(reader->events)) {
        return NULL;
    }
    base_arena_clear(reader->draft.strings);
    struct merge_event *event = base_arena_run(reader->draft.strings, gather, reader) ? settle(&reader->draft) : NULL;
    if (!event) {
        database_fail(reader->database, SAYSO_NO_MEMORY, "no memory to merge events");
    }
    return event;
}
