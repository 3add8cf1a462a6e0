/* What the files of this room share. */
#ifndef EXPLAIN_WORK_H
#define EXPLAIN_WORK_H

#include "explain/explain.h"

#include "events/code.h"
#include "record/parts.h"

/* Lists of claims and tellings by sentence, so that a sentence costs what is in it. */
struct explain_lists {
    uint32_t *first, *next; /* by sentence, by member; DOCUMENT_NONE ends a list */
};

struct explain_telling {
    uint32_t event, telling;
};

struct explain_work {
    const struct document *document;
    const struct events_rules *rules;
    const struct claims *claims;
    struct base_buffer *out;
    struct record record;            /* numbers of entities, as records have them */
    struct explain_lists claims_of, tellings_of;
    struct explain_telling *tellings;
    uint32_t *taken;                 /* as events_take() has it */
};

void explain_layers(const struct explain_work *work, uint32_t sentence);
void explain_rules(const struct explain_work *work, uint32_t sentence);
/* What became of a matched rule, as an event that the document has, with its chain. */
void explain_event(const struct explain_work *work, const struct document_event *event);
/* "CONSULT visit 042" */
void explain_event_code(struct base_buffer *out, uint8_t type, uint8_t mode, const char *cameo);

/* ---- write.c */

/* On one line, white space as one space, control characters as U+FFFD; returns its columns. */
unsigned explain_text(struct base_buffer *out, struct base_slice text);
/* In quotation marks. */
void explain_quote(struct base_buffer *out, struct base_slice text);
void explain_span(struct base_buffer *out, struct document_span span);
void explain_spaces(struct base_buffer *out, unsigned count);
/* The heading of a part, before its first line. */
void explain_heading(struct base_buffer *out, const char *heading, bool *written);
/* The mention's words, and of whom they are. */
void explain_mention(const struct explain_work *work, uint32_t mention);
void explain_date(const struct explain_work *work, uint32_t date);
void explain_place(const struct explain_work *work, uint32_t place);

#endif
