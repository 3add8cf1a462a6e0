#include "record/cells.h"

#include "events/plover.h"
#include "record/names.h"

/* ---- parts of ENTITY, PLACE and DATE */

enum { TEXT, NAME, COUNTRY, SECTOR, ENTITY, START, END, LATITUDE, LONGITUDE, GEONAMES, PRECISION };

static void put_sectors(const struct document_entity *entity, struct base_buffer *cell) {
    for (size_t i = 0; i < DOCUMENT_SECTORS && entity->sector[i][0]; i++) {
        base_buffer_string(cell, i ? " " : "");
        base_buffer_string(cell, entity->sector[i]);
    }
}

static void put_entity(const struct record *record, uint32_t mention, unsigned part, struct base_buffer *cell) {
    const struct document_entity *entity = document_entity_of(record->document, mention);
    if (!entity) {
        return;
    }
    const struct document_mention *said = &record->document->mentions.items[mention];
    switch (part) {
    case TEXT: base_buffer_add(cell, document_slice(record->document, said->span)); break;
    case NAME: base_buffer_add(cell, entity->name); break;
    case COUNTRY: base_buffer_string(cell, entity->country); break;
    case SECTOR: put_sectors(entity, cell); break;
    default: base_buffer_add(cell, record_id(record, 'n', record->numbers[said->entity]));
    }
}

static void put_entities(const struct record *record, const uint32_t *mentions, size_t count, unsigned part,
                         struct base_buffer *cell) {
    for (size_t i = 0; i < count; i++) {
        size_t start = record_start_member(cell, i);
        put_entity(record, mentions[i], part, cell);
        record_end_member(cell, start);
    }
}

static void put_date(const struct record *record, uint32_t date, unsigned part, struct base_buffer *cell) {
    if (date == DOCUMENT_NONE) {
        return;
    }
    const struct document_date *said = &record->document->dates.items[date];
    switch (part) {
    case TEXT: base_buffer_add(cell, document_slice(record->document, said->span)); break;
    case START: base_buffer_add(cell, record_day(record->document, said->start)); break;
    default: base_buffer_add(cell, record_day(record->document, said->end));
    }
}

static void put_span(struct document_span span, unsigned part, struct base_buffer *cell) {
    base_buffer_format(cell, "%u", part == START ? span.start : span.end);
}

/* ---- documents */

enum { ID, SHA256, PATH, URL, OUTLET, OUTLET_COUNTRY, TITLE, BYLINE, PUBLISHED, MODIFIED, LANGUAGE, MENDED, BODY };

static void put_document(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    const struct document *d = record->document;
    const struct base_slice fields[] = {
        [ID] = d->id,         [SHA256] = d->sha256,       [PATH] = d->path,
        [URL] = d->url,       [OUTLET] = d->outlet,       [OUTLET_COUNTRY] = d->outlet_country,
        [TITLE] = d->title,   [PUBLISHED] = d->published, [MODIFIED] = d->modified,
        [LANGUAGE] = base_slice_of(d->language), [BODY] = d->text};
    (void)row;
    if (part == MENDED) {
        base_buffer_format(cell, "%zu", d->mended);
    } else if (part == BYLINE) {
        for (size_t i = 0; i < d->byline.count; i++) {
            size_t start = record_start_member(cell, i);
            base_buffer_add(cell, d->byline.items[i]);
            record_end_member(cell, start);
        }
    } else {
        base_buffer_add(cell, fields[part]);
    }
}

/* ---- claims */

enum { CONTENT = 100, CONTENT_SPANS, CUE, FORM, STANCE, FACTUALITY, WITHIN, RETRACTS, DOCUMENT_ID };

static void put_claim_id(const struct record *record, uint32_t claim, struct base_buffer *cell) {
    if (claim != DOCUMENT_NONE) {
        base_buffer_add(cell, record_id(record, 'c', (size_t)claim + 1));
    }
}

static void put_content_spans(const struct document_claim *claim, struct base_buffer *cell) {
    for (size_t i = 0; i < claim->content_count; i++) {
        base_buffer_format(cell, "%s%u-%u", i ? ";" : "", claim->content[i].start, claim->content[i].end);
    }
}

static void put_claim(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    const struct document_claim *claim = &record->document->claims.items[row];
    switch (part) {
    case ID: base_buffer_add(cell, record_id(record, 'c', row + 1)); break;
    case DOCUMENT_ID: base_buffer_add(cell, record->document->id); break;
    case CUE: base_buffer_add(cell, record_cue(record->document, claim)); break;
    case CONTENT: base_buffer_add(cell, record_content(record->document, claim)); break;
    case CONTENT_SPANS: put_content_spans(claim, cell); break;
    case FORM: base_buffer_string(cell, record_form(claim->form)); break;
    case STANCE: base_buffer_string(cell, record_stance(claim->stance)); break;
    case FACTUALITY: base_buffer_string(cell, record_factuality(claim->factuality)); break;
    case WITHIN: put_claim_id(record, claim->within, cell); break;
    case RETRACTS: put_claim_id(record, claim->retracts, cell); break;
    default: break;
    }
}

static void put_source(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    const struct document_claim *claim = &record->document->claims.items[row];
    if (claim->source != DOCUMENT_NONE && part == TEXT) {
        base_buffer_add(cell, document_slice(record->document, record_source_span(record->document, claim)));
    } else {
        put_entity(record, claim->source, part, cell);
    }
}

static void put_addressee(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    put_entity(record, record->document->claims.items[row].addressee, part, cell);
}

static void put_cue_span(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    const struct document_claim *claim = &record->document->claims.items[row];
    if (claim->cue.start < claim->cue.end) {
        put_span(claim->cue, part, cell);
    }
}

static void put_claim_date(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    put_date(record, record->document->claims.items[row].date, part, cell);
}

/* ---- events */

enum { TYPE = 200, MODE, CONTEXT, CAMEO, SCORE, KILLED, INJURED, ARRESTED, AUX, SENTENCE, EVIDENCE, RULE, TELLINGS,
       TYPE_AND_MODE };

static void put_contexts(const struct document_event *event, struct base_buffer *cell) {
    const char *between = "";
    for (unsigned bit = 0; bit < events_context_count(); bit++) {
        if (event->contexts >> bit & 1) {
            base_buffer_format(cell, "%s%s", between, events_context_name(bit));
            between = ";";
        }
    }
}

static void put_aux(const struct document_event *event, struct base_buffer *cell) {
    const char *between = "";
    for (unsigned i = 0; record_aux(i); i++) {
        if (event->aux >> i & 1) {
            base_buffer_format(cell, "%s%s", between, record_aux(i));
            between = ";";
        }
    }
}

static void put_mode(const struct document_event *event, const char *lead, struct base_buffer *cell) {
    const char *mode = events_mode_name(event->type, event->mode);
    if (mode) {
        base_buffer_string(cell, lead);
        base_buffer_string(cell, mode);
    }
}

static void put_count(int32_t count, struct base_buffer *cell) {
    if (count >= 0) {
        base_buffer_format(cell, "%d", count);
    }
}

static void put_type(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    const struct document_event *event = &record->document->events.items[row];
    switch (part) {
    case TYPE: base_buffer_string(cell, events_type_name(event->type)); break;
    case MODE: put_mode(event, "", cell); break;
    case TYPE_AND_MODE:
        base_buffer_string(cell, events_type_name(event->type));
        put_mode(event, "/", cell);
        break;
    case CONTEXT: put_contexts(event, cell); break;
    case CAMEO: base_buffer_string(cell, event->cameo); break;
    default: record_number(cell, (double)event->score);
    }
}

static void put_event(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    const struct document_event *event = &record->document->events.items[row];
    const struct document_telling *first = &event->tellings[0];
    switch (part) {
    case ID: base_buffer_add(cell, record_id(record, 'e', row + 1)); break;
    case DOCUMENT_ID: base_buffer_add(cell, record->document->id); break;
    case KILLED: put_count(event->killed, cell); break;
    case INJURED: put_count(event->injured, cell); break;
    case ARRESTED: put_count(event->arrested, cell); break;
    case FACTUALITY: base_buffer_string(cell, record_factuality(first->factuality)); break;
    case AUX: put_aux(event, cell); break;
    case SENTENCE: base_buffer_format(cell, "%u", first->sentence); break;
    case EVIDENCE: base_buffer_add(cell, document_slice(record->document, first->span)); break;
    case RULE: base_buffer_add(cell, event->rule); break;
    case TELLINGS: base_buffer_format(cell, "%zu", event->telling_count); break;
    default: break;
    }
}

static void put_actors(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    const struct document_event *event = &record->document->events.items[row];
    put_entities(record, event->actors, event->actor_count, part, cell);
}

static void put_recipients(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    const struct document_event *event = &record->document->events.items[row];
    put_entities(record, event->recipients, event->recipient_count, part, cell);
}

static void put_place(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    uint32_t index = record->document->events.items[row].place;
    if (index == DOCUMENT_NONE) {
        return;
    }
    const struct document_place *place = &record->document->places.items[index];
    switch (part) {
    case TEXT: base_buffer_add(cell, document_slice(record->document, place->span)); break;
    case NAME: base_buffer_add(cell, place->name); break;
    case COUNTRY: base_buffer_string(cell, place->country); break;
    case PRECISION: base_buffer_string(cell, record_precision(place->precision)); break;
    case GEONAMES:
        if (place->geonames) {
            base_buffer_format(cell, "%u", place->geonames);
        }
        break;
    default:
        if (place->located) {
            record_number(cell, part == LATITUDE ? place->latitude : place->longitude);
        }
    }
}

static void put_event_date(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    put_date(record, record->document->events.items[row].date, part, cell);
}

static void put_evidence_span(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    put_span(record->document->events.items[row].tellings[0].span, part, cell);
}

static void put_trigger_span(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    put_span(record->document->events.items[row].tellings[0].trigger, part, cell);
}

/* The chain of the first telling, a list from the innermost source outwards; "?" for a source that is not said. */
static void put_chain(const struct record *record, size_t row, unsigned part, struct base_buffer *cell) {
    const struct document_telling *first = &record->document->events.items[row].tellings[0];
    for (size_t i = 0; i < first->link_count; i++) {
        const struct document_link *link = &first->links[i];
        const struct document_claim *claim = &record->document->claims.items[link->claim];
        size_t start = record_start_member(cell, i);
        switch (part) {
        case STANCE: base_buffer_string(cell, record_stance(claim->stance)); break;
        case FACTUALITY: base_buffer_string(cell, record_factuality(link->factuality)); break;
        case CUE: base_buffer_add(cell, record_cue(record->document, claim)); break;
        case ID: put_claim_id(record, link->claim, cell); break;
        default:
            base_buffer_string(cell, claim->source == DOCUMENT_NONE && part == NAME ? "?" : "");
            put_entity(record, claim->source, part, cell);
        }
        record_end_member(cell, start);
    }
}

/* ---- columns */

static const struct record_column document_csv[] = {
    {"id", put_document, ID},           {"sha256", put_document, SHA256},
    {"path", put_document, PATH},       {"url", put_document, URL},
    {"outlet", put_document, OUTLET},   {"outlet_country", put_document, OUTLET_COUNTRY},
    {"title", put_document, TITLE},     {"byline", put_document, BYLINE},
    {"published", put_document, PUBLISHED}, {"modified", put_document, MODIFIED},
    {"language", put_document, LANGUAGE},   {"mended", put_document, MENDED},
    {"text", put_document, BODY},       {NULL, NULL, 0}};

static const struct record_column claim_csv[] = {
    {"id", put_claim, ID},
    {"doc", put_claim, DOCUMENT_ID},
    {"source", put_source, TEXT},
    {"source_name", put_source, NAME},
    {"source_country", put_source, COUNTRY},
    {"source_sector", put_source, SECTOR},
    {"source_entity", put_source, ENTITY},
    {"addressee", put_addressee, TEXT},
    {"addressee_name", put_addressee, NAME},
    {"addressee_country", put_addressee, COUNTRY},
    {"addressee_entity", put_addressee, ENTITY},
    {"cue", put_claim, CUE},
    {"cue_start", put_cue_span, START},
    {"cue_end", put_cue_span, END},
    {"content", put_claim, CONTENT},
    {"content_spans", put_claim, CONTENT_SPANS},
    {"form", put_claim, FORM},
    {"stance", put_claim, STANCE},
    {"factuality", put_claim, FACTUALITY},
    {"date", put_claim_date, TEXT},
    {"date_start", put_claim_date, START},
    {"date_end", put_claim_date, END},
    {"within", put_claim, WITHIN},
    {"retracts", put_claim, RETRACTS},
    {NULL, NULL, 0}};

static const struct record_column event_csv[] = {
    {"id", put_event, ID},
    {"doc", put_event, DOCUMENT_ID},
    {"type", put_type, TYPE},
    {"mode", put_type, MODE},
    {"context", put_type, CONTEXT},
    {"cameo", put_type, CAMEO},
    {"score", put_type, SCORE},
    {"actor", put_actors, TEXT},
    {"actor_name", put_actors, NAME},
    {"actor_country", put_actors, COUNTRY},
    {"actor_sector", put_actors, SECTOR},
    {"actor_entity", put_actors, ENTITY},
    {"recipient", put_recipients, TEXT},
    {"recipient_name", put_recipients, NAME},
    {"recipient_country", put_recipients, COUNTRY},
    {"recipient_sector", put_recipients, SECTOR},
    {"recipient_entity", put_recipients, ENTITY},
    {"place", put_place, TEXT},
    {"place_name", put_place, NAME},
    {"place_country", put_place, COUNTRY},
    {"place_lat", put_place, LATITUDE},
    {"place_lon", put_place, LONGITUDE},
    {"place_geonames", put_place, GEONAMES},
    {"place_precision", put_place, PRECISION},
    {"date", put_event_date, TEXT},
    {"date_start", put_event_date, START},
    {"date_end", put_event_date, END},
    {"killed", put_event, KILLED},
    {"injured", put_event, INJURED},
    {"arrested", put_event, ARRESTED},
    {"factuality", put_event, FACTUALITY},
    {"aux", put_event, AUX},
    {"according_to", put_chain, NAME},
    {"according_to_country", put_chain, COUNTRY},
    {"according_to_sector", put_chain, SECTOR},
    {"according_to_cue", put_chain, CUE},
    {"according_to_stance", put_chain, STANCE},
    {"according_to_factuality", put_chain, FACTUALITY},
    {"according_to_claim", put_chain, ID},
    {"sentence", put_event, SENTENCE},
    {"evidence", put_event, EVIDENCE},
    {"evidence_start", put_evidence_span, START},
    {"evidence_end", put_evidence_span, END},
    {"trigger_start", put_trigger_span, START},
    {"trigger_end", put_trigger_span, END},
    {"rule", put_event, RULE},
    {"tellings", put_event, TELLINGS},
    {NULL, NULL, 0}};

static const struct record_column document_table[] = {{"PUBLISHED", put_document, PUBLISHED},
                                                      {"LANG", put_document, LANGUAGE},
                                                      {"OUTLET", put_document, OUTLET},
                                                      {"PATH", put_document, PATH},
                                                      {"TITLE", put_document, TITLE},
                                                      {NULL, NULL, 0}};

static const struct record_column claim_table[] = {{"SOURCE", put_source, NAME},
                                                   {"COUNTRY", put_source, COUNTRY},
                                                   {"CUE", put_claim, CUE},
                                                   {"STANCE", put_claim, STANCE},
                                                   {"FACT", put_claim, FACTUALITY},
                                                   {"CONTENT", put_claim, CONTENT},
                                                   {NULL, NULL, 0}};

static const struct record_column event_table[] = {{"DATE", put_event_date, START},
                                                   {"TYPE", put_type, TYPE_AND_MODE},
                                                   {"ACTOR", put_actors, NAME},
                                                   {"RECIPIENT", put_recipients, NAME},
                                                   {"PLACE", put_place, NAME},
                                                   {"FACT", put_event, FACTUALITY},
                                                   {"ACCORDING TO", put_chain, NAME},
                                                   {"SENTENCE", put_event, EVIDENCE},
                                                   {NULL, NULL, 0}};

const struct record_column *record_csv_columns(enum record_kind kind) {
    return kind == RECORD_DOCUMENT ? document_csv : kind == RECORD_CLAIM ? claim_csv : event_csv;
}

const struct record_column *record_table_columns(enum record_kind kind) {
    return kind == RECORD_DOCUMENT ? document_table : kind == RECORD_CLAIM ? claim_table : event_table;
}

static void free_scratch(void *buffer) {
    base_buffer_free(buffer);
}

struct base_buffer *record_scratch(const struct document *document) {
    struct base_buffer *buffer = base_arena_take(document->arena, sizeof *buffer);
    base_arena_defer(document->arena, free_scratch, buffer);
    return buffer;
}

size_t record_row_count(const struct document *document, enum record_kind kind) {
    return kind == RECORD_DOCUMENT ? 1 : kind == RECORD_CLAIM ? document->claims.count : document->events.count;
}
