/* What the rooms before events found in a sentence. */
#include "explain/work.h"

#include "record/names.h"

static void put_names(const struct explain_work *work, const struct document_sentence *sentence) {
    bool written = false;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        uint32_t name = work->document->tokens.items[i].name;
        if (name == DOCUMENT_NONE || work->document->names.items[name].first != i) {
            continue;
        }
        const struct document_name *n = &work->document->names.items[name];
        explain_heading(work->out, "names", &written);
        base_buffer_format(work->out, "    %s ", record_name_type(n->type));
        explain_quote(work->out, document_slice(work->document, n->span));
        base_buffer_char(work->out, ' ');
        explain_span(work->out, n->span);
        base_buffer_char(work->out, '\n');
    }
}

static void put_entity(const struct explain_work *work, const struct document_entity *entity) {
    base_buffer_string(work->out, " = ");
    explain_text(work->out, entity->name);
    base_buffer_format(work->out, ", %s", record_entity_type(entity->type));
    if (entity->role) {
        base_buffer_string(work->out, ", ");
        explain_text(work->out, entity->role->title);
        if (entity->role->of.size) {
            base_buffer_string(work->out, " of ");
            explain_text(work->out, entity->role->of);
        }
        base_buffer_format(work->out, " (%s)", record_role_status(entity->role->status));
    }
}

static void put_entities(const struct explain_work *work, const struct document_sentence *sentence) {
    bool written = false;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        uint32_t mention = work->document->mention_at[i];
        const struct document_entity *entity = document_entity_of(work->document, mention);
        if (!entity || entity->type == DOCUMENT_THING) {
            continue;
        }
        explain_heading(work->out, "entities", &written);
        base_buffer_string(work->out, "    ");
        explain_mention(work, mention);
        base_buffer_char(work->out, ' ');
        explain_span(work->out, work->document->mentions.items[mention].span);
        put_entity(work, entity);
        base_buffer_char(work->out, '\n');
    }
}

/* A place or date is written at its first token. */
static void put_places_and_dates(const struct explain_work *work, const struct document_sentence *sentence) {
    const struct document *document = work->document;
    bool written = false;
    for (uint32_t i = sentence->first; document->place_at && i < sentence->first + sentence->count; i++) {
        uint32_t place = document->place_at[i];
        if (place != DOCUMENT_NONE && document->places.items[place].first == i) {
            explain_heading(work->out, "places", &written);
            base_buffer_string(work->out, "    ");
            explain_place(work, place);
            base_buffer_char(work->out, ' ');
            explain_span(work->out, document->places.items[place].span);
            base_buffer_char(work->out, '\n');
        }
    }
    written = false;
    for (uint32_t i = sentence->first; document->date_at && i < sentence->first + sentence->count; i++) {
        uint32_t date = document->date_at[i];
        if (date != DOCUMENT_NONE && document->dates.items[date].first == i) {
            explain_heading(work->out, "dates", &written);
            base_buffer_string(work->out, "    ");
            explain_date(work, date);
            base_buffer_char(work->out, ' ');
            explain_span(work->out, document->dates.items[date].span);
            base_buffer_char(work->out, '\n');
        }
    }
}

static void put_claim(const struct explain_work *work, uint32_t number) {
    const struct document_claim *claim = &work->document->claims.items[number];
    struct base_slice cue = record_cue(work->document, claim);
    base_buffer_format(work->out, "    c%u  ", number + 1);
    if (claim->source == DOCUMENT_NONE) {
        base_buffer_string(work->out, "somebody not said");
    } else {
        explain_mention(work, claim->source);
    }
    base_buffer_string(work->out, cue.size ? " " : ", no cue");
    if (cue.size) {
        explain_quote(work->out, cue);
        base_buffer_char(work->out, ' ');
        explain_span(work->out, claim->cue);
    }
    base_buffer_format(work->out, ": %s, %s, %s", record_stance(claim->stance), record_factuality(claim->factuality),
                       record_form(claim->form));
    if (claim->within != DOCUMENT_NONE) {
        base_buffer_format(work->out, ", within c%u", claim->within + 1);
    }
    if (claim->retracts != DOCUMENT_NONE) {
        base_buffer_format(work->out, ", retracts c%u", claim->retracts + 1);
    }
    if (claim->rule.size) {
        base_buffer_string(work->out, ", by ");
        explain_text(work->out, claim->rule);
    }
    base_buffer_string(work->out, "\n        content ");
    explain_quote(work->out, record_content(work->document, claim));
    base_buffer_char(work->out, '\n');
}

static void put_claims(const struct explain_work *work, uint32_t sentence) {
    bool written = false;
    for (uint32_t i = work->claims_of.first[sentence]; i != DOCUMENT_NONE; i = work->claims_of.next[i]) {
        explain_heading(work->out, "claims", &written);
        put_claim(work, i);
    }
}

void explain_layers(const struct explain_work *work, uint32_t sentence) {
    const struct document_sentence *s = &work->document->sentences.items[sentence];
    base_buffer_string(work->out, "\n  tree\n");
    explain_tree(work->document, sentence, work->out);
    put_names(work, s);
    put_entities(work, s);
    put_places_and_dates(work, s);
    put_claims(work, sentence);
}
