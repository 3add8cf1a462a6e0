/* Text through all rooms up to the events, with the built model. */
#ifndef TESTS_EVENTS_PIPELINE_H
#define TESTS_EVENTS_PIPELINE_H

#include "../fixture.h"
#include "actors/actors.h"
#include "dates/dates.h"
#include "events/check.h"
#include "events/plover.h"
#include "places/places.h"
#include "syntax/syntax.h"
#include "text/text.h"

struct pipeline {
    struct base_arena *arena, *document_arena;
    const struct text *text;
    const struct syntax *syntax;
    const struct lexicon *lexicon;
    const struct dates *dates;
    const struct places *places;
    const struct actors *actors;
    const struct claims *claims;
    const struct events *events;
    struct base_slice input;
    struct document *document;
};

static inline void pipeline_open_body(void *context) {
    struct pipeline *p = context;
    struct sayso_error error = {0};
    const struct model *model = fixture_model(p->arena);
    if (text_open(model, p->arena, &p->text, &error) || syntax_open(model, p->arena, &p->syntax, &error) ||
        lexicon_open(model, p->arena, &p->lexicon, &error) || dates_open(model, p->arena, &p->dates, &error) ||
        places_open(model, p->lexicon, p->arena, &p->places, &error) ||
        actors_open(model, p->lexicon, p->arena, &p->actors, &error) ||
        claims_open(model, p->arena, &p->claims, &error) || events_open(model, p->arena, &p->events, &error)) {
        fail_msg("%s:%u: %s", error.input, error.line, error.reason);
    }
}

/* Of a group of tests: opens the model, and makes the pipeline the tests' state. */
static inline int pipeline_setup(void **state) {
    static struct pipeline p;
    p = (struct pipeline){.arena = base_arena_new(), .document_arena = base_arena_new()};
    assert_true(base_arena_run(p.arena, pipeline_open_body, &p));
    *state = &p;
    return 0;
}

static inline int pipeline_teardown(void **state) {
    struct pipeline *p = *state;
    base_arena_free(p->document_arena);
    base_arena_free(p->arena);
    return 0;
}

static inline void pipeline_read_body(void *context) {
    struct pipeline *p = context;
    p->document = document_new(p->document_arena);
    p->document->text = p->input;
    p->document->day = document_day_of(2015, 9, 15);
    BASE_PUSH(p->document_arena, &p->document->blocks,
              ((struct document_block){.span = {0, (uint32_t)p->input.size}, .role = DOCUMENT_BODY}));
    text_segment(p->text, p->document);
    syntax_parse(p->syntax, p->document);
    dates_find(p->dates, p->document);
    places_find(p->places, p->document);
    actors_resolve(p->actors, p->document);
    claims_find(p->claims, p->document);
    events_find(p->events, p->claims, p->document);
}

/* The document lives until the next call. */
static inline const struct document *pipeline_read(void *context, struct base_slice text) {
    struct pipeline *p = context;
    base_arena_clear(p->document_arena);
    p->input = text;
    return base_arena_run(p->document_arena, pipeline_read_body, p) ? p->document : NULL;
}

/* The first event of a type, by its PLOVER name. */
static inline const struct document_event *pipeline_find(const struct document *document, const char *type) {
    for (size_t i = 0; i < document->events.count; i++) {
        if (strcmp(events_type_name(document->events.items[i].type), type) == 0) {
            return &document->events.items[i];
        }
    }
    fail_msg("no %s in: %.*s", type, (int)document->text.size, document->text.data);
    return NULL;
}

#endif
