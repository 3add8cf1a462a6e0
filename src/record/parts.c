#include "record/parts.h"

#include "record/names.h"

#include <stdlib.h>

/* ---- numbers of entities */

struct first_mention {
    uint32_t entity, start;
};

static int by_start(const void *a, const void *b) {
    const struct first_mention *x = a, *y = b;
    if (x->start != y->start) {
        return x->start < y->start ? -1 : 1;
    }
    return (x->entity > y->entity) - (x->entity < y->entity);
}

static void number_entity(struct record *record, uint32_t entity) {
    if (!record->numbers[entity]) {
        record->entities[record->entity_count++] = entity;
        record->numbers[entity] = (uint32_t)record->entity_count;
    }
}

static void number_mention(struct record *record, uint32_t mention) {
    if (mention != DOCUMENT_NONE) {
        number_entity(record, record->document->mentions.items[mention].entity);
    }
}

static void number_actors(struct record *record) {
    const struct document *document = record->document;
    struct first_mention *first = base_arena_array(document->arena, document->entities.count, sizeof *first);
    for (uint32_t i = 0; i < document->entities.count; i++) {
        first[i] = (struct first_mention){i, UINT32_MAX};
    }
    for (size_t i = 0; i < document->mentions.count; i++) {
        const struct document_mention *mention = &document->mentions.items[i];
        if (mention->span.start < first[mention->entity].start) {
            first[mention->entity].start = mention->span.start;
        }
    }
    if (document->entities.count) {
        qsort(first, document->entities.count, sizeof *first, by_start);
    }
    for (size_t i = 0; i < document->entities.count; i++) {
        if (document->entities.items[first[i].entity].type != DOCUMENT_THING && first[i].start != UINT32_MAX) {
            number_entity(record, first[i].entity);
        }
    }
}

void record_begin(struct record *record, const struct document *document) {
    *record = (struct record){.document = document};
    record->numbers = base_arena_array(document->arena, document->entities.count, sizeof *record->numbers);
    record->entities = base_arena_array(document->arena, document->entities.count, sizeof *record->entities);
    number_actors(record);
    for (size_t i = 0; i < document->claims.count; i++) {
        number_mention(record, document->claims.items[i].source);
        number_mention(record, document->claims.items[i].addressee);
    }
    for (size_t i = 0; i < document->events.count; i++) {
        const struct document_event *event = &document->events.items[i];
        for (size_t k = 0; k < event->actor_count; k++) {
            number_mention(record, event->actors[k]);
        }
        for (size_t k = 0; k < event->recipient_count; k++) {
            number_mention(record, event->recipients[k]);
        }
    }
}

struct base_slice record_id(const struct record *record, char letter, size_t number) {
    struct base_slice id = record->document->id;
    return base_arena_format(record->document->arena, "%.*s#%c%zu", (int)id.size, id.data, letter, number);
}

/* ---- shapes */

void record_span_part(struct record_json *json, const char *key, struct document_span span) {
    record_json_pair(json, key, span.start, span.end);
}

void record_sectors_part(struct record_json *json, const char *key, const struct document_entity *entity) {
    record_json_open(json, key, '[');
    for (size_t i = 0; i < DOCUMENT_SECTORS && entity->sector[i][0]; i++) {
        record_json_name(json, NULL, entity->sector[i]);
    }
    record_json_close(json, ']');
}

static void write_entity(struct record_json *json, const char *key, const struct record *record, uint32_t mention,
                         struct document_span span) {
    const struct document *document = record->document;
    const struct document_entity *entity = document_entity_of(document, mention);
    if (!entity) {
        record_json_null(json, key);
        return;
    }
    record_json_open(json, key, '{');
    record_json_string(json, "text", document_slice(document, span));
    record_span_part(json, "span", span);
    record_json_string(json, "entity", record_id(record, 'n', record->numbers[document->mentions.items[mention].entity]));
    record_json_string(json, "name", entity->name);
    record_json_name(json, "country", entity->country);
    record_sectors_part(json, "sector", entity);
    record_json_close(json, '}');
}

void record_entity_part(struct record_json *json, const char *key, const struct record *record, uint32_t mention) {
    struct document_span none = {0};
    write_entity(json, key, record, mention,
                 mention == DOCUMENT_NONE ? none : record->document->mentions.items[mention].span);
}

struct document_span record_source_span(const struct document *document, const struct document_claim *claim) {
    if (claim->source_span.start < claim->source_span.end || claim->source == DOCUMENT_NONE) {
        return claim->source_span;
    }
    return document->mentions.items[claim->source].span;
}

void record_source_part(struct record_json *json, const struct record *record, const struct document_claim *claim) {
    write_entity(json, "source", record, claim->source, record_source_span(record->document, claim));
}

void record_place_fields(struct record_json *json, const struct document *document, const struct document_place *place) {
    record_json_string(json, "text", document_slice(document, place->span));
    record_span_part(json, "span", place->span);
    record_json_string(json, "name", place->name);
    record_json_name(json, "country", place->country);
    if (place->located) {
        record_json_number(json, "lat", place->latitude);
        record_json_number(json, "lon", place->longitude);
    } else {
        record_json_null(json, "lat");
        record_json_null(json, "lon");
    }
    if (place->geonames) {
        record_json_integer(json, "geonames", place->geonames);
    } else {
        record_json_null(json, "geonames");
    }
    record_json_name(json, "precision", record_precision(place->precision));
}

struct base_slice record_day(const struct document *document, int32_t day) {
    int year, month, date;
    if (day == DOCUMENT_DAY_OPEN) {
        return (struct base_slice){0};
    }
    document_day_split(day, &year, &month, &date);
    return base_arena_format(document->arena, "%04d-%02d-%02d", year, month, date);
}

void record_date_part(struct record_json *json, const char *key, const struct document *document, uint32_t date) {
    if (date == DOCUMENT_NONE) {
        record_json_null(json, key);
        return;
    }
    const struct document_date *said = &document->dates.items[date];
    record_json_open(json, key, '{');
    record_json_string(json, "text", document_slice(document, said->span));
    record_span_part(json, "span", said->span);
    record_json_string(json, "start", record_day(document, said->start));
    record_json_string(json, "end", record_day(document, said->end));
    record_json_close(json, '}');
}

/* ---- claims */

struct base_slice record_cue(const struct document *document, const struct document_claim *claim) {
    return claim->cue.start < claim->cue.end ? document_slice(document, claim->cue) : (struct base_slice){0};
}

struct base_slice record_content(const struct document *document, const struct document_claim *claim) {
    size_t size = 0;
    for (size_t i = 0; i < claim->content_count; i++) {
        size += claim->content[i].end - claim->content[i].start + 1;
    }
    char *out = base_arena_take(document->arena, size + 1);
    size_t at = 0;
    for (size_t i = 0; i < claim->content_count; i++) {
        struct base_slice part = document_slice(document, claim->content[i]);
        if (i) {
            out[at++] = ' ';
        }
        if (part.size) {
            memcpy(out + at, part.data, part.size);
        }
        at += part.size;
    }
    return (struct base_slice){out, at};
}
