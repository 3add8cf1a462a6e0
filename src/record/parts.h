/* Shapes that several kinds of record share: ENTITY, PLACE, DATE, ids. */
#ifndef RECORD_PARTS_H
#define RECORD_PARTS_H

#include "document/document.h"
#include "record/json.h"

/* A document on its way to becoming records. */
struct record {
    const struct document *document;
    /* Entities that have an id: number from 1 by entity (0: none), and the entities in the order of their numbers. */
    uint32_t *numbers, *entities;
    size_t entity_count;
};

/* Numbers the entities that are actors in the order of their first mentions; then, so that the numbers are the same whether
 * events were looked for or not, the others that claims name, and then those that events name. */
void record_begin(struct record *record, const struct document *document);

/* "<document>#n3" and the like; the number counts from 1. */
struct base_slice record_id(const struct record *record, char letter, size_t number);

/* A mention or DOCUMENT_NONE (null). */
void record_entity_part(struct record_json *json, const char *key, const struct record *record, uint32_t mention);
/* The source of a claim, with the words of its whole noun phrase; null where it is not said. */
void record_source_part(struct record_json *json, const struct record *record, const struct document_claim *claim);
/* The fields of PLACE, for an object that is open. */
void record_place_fields(struct record_json *json, const struct document *document, const struct document_place *place);
/* A date of the document or DOCUMENT_NONE (null). */
void record_date_part(struct record_json *json, const char *key, const struct document *document, uint32_t date);
void record_span_part(struct record_json *json, const char *key, struct document_span span);
void record_sectors_part(struct record_json *json, const char *key, const struct document_entity *entity);
/* "2015-09-07"; nothing where the day is open. */
struct base_slice record_day(const struct document *document, int32_t day);

struct document_span record_source_span(const struct document *document, const struct document_claim *claim);
/* The words of the cue, data NULL where the claim has none. */
struct base_slice record_cue(const struct document *document, const struct document_claim *claim);
/* The parts of the content, a space between them. */
struct base_slice record_content(const struct document *document, const struct document_claim *claim);

#endif
