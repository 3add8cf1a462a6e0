#include "explain/work.h"

#include "events/identity.h"
#include "record/names.h"

void explain_event_code(struct base_buffer *out, uint8_t type, uint8_t mode, const char *cameo) {
    const char *mode_name = type < EVENTS_TYPES ? events_mode_name(type, mode) : NULL;
    base_buffer_string(out, type < EVENTS_TYPES ? events_type_name(type) : "NONE");
    base_buffer_string(out, mode_name ? "." : "");
    base_buffer_string(out, mode_name ? mode_name : "");
    base_buffer_string(out, cameo[0] ? " " : "");
    base_buffer_string(out, cameo);
}

/* The telling of it that the document kept: that of its trigger, else one of the sentence that it was united with. */
static const struct explain_telling *kept_telling(const struct explain_work *work, const struct document_event *event) {
    const struct document *document = work->document;
    const struct explain_telling *other = NULL;
    uint32_t sentence = event->tellings[0].sentence;
    for (uint32_t i = work->tellings_of.first[sentence]; i != DOCUMENT_NONE; i = work->tellings_of.next[i]) {
        const struct explain_telling *telling = &work->tellings[i];
        const struct document_event *kept = &document->events.items[telling->event];
        if (kept->tellings[telling->telling].trigger.start == event->tellings[0].trigger.start) {
            return telling;
        }
        if (events_are_one(document, kept, event)) {
            other = telling;
        }
    }
    return other;
}

static void put_parties(const struct explain_work *work, const char *name, const uint32_t *mentions, size_t count) {
    for (size_t i = 0; i < count; i++) {
        base_buffer_format(work->out, "                %-9s ", name);
        explain_mention(work, mentions[i]);
        base_buffer_char(work->out, '\n');
    }
}

static void put_setting(const struct explain_work *work, const struct document_event *event) {
    if (event->place != DOCUMENT_NONE) {
        base_buffer_string(work->out, "                place     ");
        explain_place(work, event->place);
        base_buffer_char(work->out, '\n');
    }
    if (event->date != DOCUMENT_NONE) {
        base_buffer_string(work->out, "                date      ");
        explain_date(work, event->date);
        base_buffer_char(work->out, '\n');
    }
}

static void put_chain(const struct explain_work *work, const struct document_telling *telling) {
    for (size_t i = 0; i < telling->link_count; i++) {
        const struct document_claim *claim = &work->document->claims.items[telling->links[i].claim];
        base_buffer_format(work->out, "                %s c%u ", i ? "as told by    " : "according to  ",
                           telling->links[i].claim + 1);
        if (claim->source == DOCUMENT_NONE) {
            base_buffer_string(work->out, "somebody not said");
        } else {
            explain_mention(work, claim->source);
        }
        base_buffer_format(work->out, ": %s, %s\n", record_stance(claim->stance),
                           record_factuality(telling->links[i].factuality));
    }
}

void explain_event(const struct explain_work *work, const struct document_event *event) {
    const struct explain_telling *kept = kept_telling(work, event);
    base_buffer_string(work->out, "      event     ");
    if (kept) {
        bool own = work->document->events.items[kept->event].tellings[kept->telling].trigger.start ==
                   event->tellings[0].trigger.start;
        base_buffer_format(work->out, "%se%u ", !own ? "told with " : kept->telling ? "told again: " : "",
                           kept->event + 1);
    }
    explain_event_code(work->out, event->type, event->mode, event->cameo);
    base_buffer_format(work->out, ", author %s", record_factuality(event->tellings[0].factuality));
    for (unsigned i = 0; record_aux(i); i++) {
        base_buffer_format(work->out, "%s%s", event->aux >> i & 1 ? ", " : "", event->aux >> i & 1 ? record_aux(i) : "");
    }
    base_buffer_char(work->out, '\n');
    put_parties(work, "actor", event->actors, event->actor_count);
    put_parties(work, "recipient", event->recipients, event->recipient_count);
    put_setting(work, event);
    put_chain(work, &event->tellings[0]);
}
