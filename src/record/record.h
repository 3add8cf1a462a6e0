/* record: a document as people and programs read it.
 *
 * Takes: a document with the layers that the task needed. Adds: nothing to it; writes its records into a buffer, as JSON
 * lines, CSV, table, text or CoNLL-U (docs/records.md has the fields). Promises: each record is a whole line (or block);
 * all text is UTF-8; the same document gives the same bytes on every machine and in every locale. Takes memory from the
 * document's arena, so only inside base_arena_run().
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/buffer.h"
#include "document/document.h"

/* Kinds of record, in the order in which a document's records are written. */
enum record_kind {
    RECORD_DOCUMENT = 1,
    RECORD_SENTENCE = 2,
    RECORD_ENTITY = 4,
    RECORD_CLAIM = 8,
    RECORD_EVENT = 16,
    RECORD_PLACE = 32
};

/* `kinds` are those to write, or-ed. */
void record_jsonl(const struct document *document, unsigned kinds, struct base_buffer *out);
void record_conllu(const struct document *document, struct base_buffer *out);
void record_text(const struct document *document, struct base_buffer *out);

/* Records of one kind (document, claim or event) as rows; the header is written once a run. */
void record_csv_header(enum record_kind kind, struct base_buffer *out);
void record_csv(const struct document *document, enum record_kind kind, struct base_buffer *out);
/* A field alone, quoted where it has to be. */
void record_csv_field(struct base_buffer *out, struct base_slice field);
/* A list in a field: before its member `index` and after it, with what record_start_member() gave. */
size_t record_start_member(struct base_buffer *cell, size_t index);
void record_end_member(struct base_buffer *cell, size_t start);
/* `width` in columns of the terminal; 0: nothing is cut off. */
void record_table_header(enum record_kind kind, unsigned width, struct base_buffer *out);
void record_table(const struct document *document, enum record_kind kind, unsigned width, struct base_buffer *out);

#endif
