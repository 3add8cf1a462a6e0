/* Texts and exactly who takes part in one event of each. */
#ifndef TESTS_EVENTS_CASES_H
#define TESTS_EVENTS_CASES_H

#include "pipeline.h"

struct parties_case {
    const char *text, *type;         /* the first event of the type is meant; NULL: the last event */
    const char *actors, *recipients; /* "; " between them */
};

/* What stands for a mention in a case: its words, say. */
typedef struct base_slice cases_name(const struct document *document, const struct document_mention *mention);

static inline struct base_slice cases_join(const struct document *document, const uint32_t *mentions, size_t count,
                                           cases_name *name) {
    struct base_slice text = BASE_SLICE("");
    for (size_t i = 0; i < count; i++) {
        struct base_slice next = name(document, &document->mentions.items[mentions[i]]);
        text = base_arena_format(document->arena, "%.*s%s%.*s", (int)text.size, text.data, i ? "; " : "",
                                 (int)next.size, next.data);
    }
    return text;
}

static inline void cases_check(struct pipeline *pipeline, const struct parties_case *cases, size_t count,
                               cases_name *name) {
    for (size_t i = 0; i < count; i++) {
        const struct document *document = pipeline_read(pipeline, base_slice_of(cases[i].text));
        assert_true(document->events.count);
        const struct document_event *event = cases[i].type ? pipeline_find(document, cases[i].type)
                                                           : &document->events.items[document->events.count - 1];
        struct base_slice actors = cases_join(document, event->actors, event->actor_count, name);
        struct base_slice recipients = cases_join(document, event->recipients, event->recipient_count, name);
        if (!base_slice_is(actors, cases[i].actors) || !base_slice_is(recipients, cases[i].recipients)) {
            fail_msg("actors '%.*s', recipients '%.*s' in: %s", (int)actors.size, actors.data, (int)recipients.size,
                     recipients.data, cases[i].text);
        }
    }
}

#endif
