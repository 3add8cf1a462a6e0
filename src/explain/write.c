#include "explain/work.h"

#include "base/utf8.h"
#include "record/names.h"
#include "record/width.h"

unsigned explain_text(struct base_buffer *out, struct base_slice text) {
    unsigned columns = 0;
    bool space = false;
    text = base_slice_trim(text);
    for (size_t at = 0; at < text.size;) {
        uint32_t c = base_utf8_next(text, &at);
        c = base_is_space(c) ? ' ' : c < ' ' || (c >= 0x7F && c < 0xA0) ? BASE_UTF8_REPLACEMENT : c;
        if (c == ' ' && space) {
            continue;
        }
        space = c == ' ';
        char character[4];
        base_buffer_add(out, (struct base_slice){character, base_utf8_put(character, c)});
        columns += record_width(c);
    }
    return columns;
}

void explain_quote(struct base_buffer *out, struct base_slice text) {
    base_buffer_char(out, '"');
    explain_text(out, text);
    base_buffer_char(out, '"');
}

void explain_span(struct base_buffer *out, struct document_span span) {
    base_buffer_format(out, "[%u, %u)", span.start, span.end);
}

void explain_spaces(struct base_buffer *out, unsigned count) {
    base_buffer_format(out, "%*s", (int)count, "");
}

void explain_heading(struct base_buffer *out, const char *heading, bool *written) {
    if (!*written) {
        base_buffer_format(out, "\n  %s\n", heading);
        *written = true;
    }
}

void explain_mention(const struct explain_work *work, uint32_t mention) {
    const struct document_mention *m = &work->document->mentions.items[mention];
    const struct document_entity *entity = &work->document->entities.items[m->entity];
    explain_quote(work->out, document_slice(work->document, m->span));
    if (work->record.numbers[m->entity]) {
        base_buffer_format(work->out, " (n%u", work->record.numbers[m->entity]);
        base_buffer_string(work->out, entity->country[0] ? " " : "");
        base_buffer_string(work->out, entity->country);
        for (size_t i = 0; i < DOCUMENT_SECTORS && entity->sector[i][0]; i++) {
            base_buffer_format(work->out, " %s", entity->sector[i]);
        }
        base_buffer_char(work->out, ')');
    }
}

static void put_day(const struct explain_work *work, int32_t day) {
    struct base_slice written = record_day(work->document, day);
    if (written.size) {
        base_buffer_add(work->out, written);
    } else {
        base_buffer_string(work->out, "open");
    }
}

void explain_date(const struct explain_work *work, uint32_t date) {
    const struct document_date *d = &work->document->dates.items[date];
    explain_quote(work->out, document_slice(work->document, d->span));
    base_buffer_char(work->out, ' ');
    put_day(work, d->start);
    if (d->end != d->start) {
        base_buffer_string(work->out, " to ");
        put_day(work, d->end);
    }
}

void explain_place(const struct explain_work *work, uint32_t place) {
    const struct document_place *p = &work->document->places.items[place];
    explain_quote(work->out, document_slice(work->document, p->span));
    base_buffer_char(work->out, ' ');
    explain_text(work->out, p->name);
    base_buffer_format(work->out, "%s%s, %s", p->country[0] ? ", " : "", p->country, record_precision(p->precision));
    if (p->located) {
        base_buffer_format(work->out, ", %.2f %.2f", p->latitude, p->longitude);
    }
}
