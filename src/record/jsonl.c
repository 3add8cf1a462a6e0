#include "record/record.h"

#include "events/plover.h"
#include "record/names.h"
#include "record/parts.h"

/* ---- document */

static void write_blocks(struct record_json *json, const struct document *document) {
    record_json_open(json, "blocks", '[');
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct document_block *block = &document->blocks.items[i];
        record_json_open(json, NULL, '{');
        record_span_part(json, "span", block->span);
        record_json_name(json, "role", record_block_role(block->role));
        record_json_name(json, "language", block->language);
        if (block->has_source) {
            record_json_pair(json, "source", block->source[0], block->source[1]);
        } else {
            record_json_null(json, "source");
        }
        record_json_close(json, '}');
    }
    record_json_close(json, ']');
}

static void write_media_and_dropped(struct record_json *json, const struct document *document) {
    record_json_open(json, "media", '[');
    for (size_t i = 0; i < document->media.count; i++) {
        const struct document_media *media = &document->media.items[i];
        record_json_open(json, NULL, '{');
        record_json_name(json, "kind", record_media_kind(media->kind));
        record_json_string(json, "caption", media->caption);
        record_json_string(json, "credit", media->credit);
        record_json_close(json, '}');
    }
    record_json_close(json, ']');
    record_json_open(json, "dropped", '[');
    for (size_t i = 0; i < document->dropped.count; i++) {
        const struct document_dropped *dropped = &document->dropped.items[i];
        record_json_open(json, NULL, '{');
        record_json_string(json, "text", dropped->text);
        record_json_name(json, "why", record_drop(dropped->why));
        record_json_close(json, '}');
    }
    record_json_close(json, ']');
}

static void write_origin(struct record_json *json, const struct document *document) {
    record_json_open(json, "input", '{');
    record_json_string(json, "path", document->path);
    if (document->has_offset) {
        record_json_integer(json, "offset", (int64_t)document->offset);
    } else {
        record_json_null(json, "offset");
    }
    record_json_close(json, '}');
    record_json_string(json, "url", document->url);
    record_json_open(json, "outlet", '{');
    record_json_string(json, "name", document->outlet);
    record_json_string(json, "country", document->outlet_country);
    record_json_close(json, '}');
}

static void write_document(struct record_json *json, const struct document *document) {
    record_json_string(json, "id", document->id);
    record_json_string(json, "sha256", document->sha256);
    write_origin(json, document);
    record_json_string(json, "title", document->title);
    record_json_open(json, "byline", '[');
    for (size_t i = 0; i < document->byline.count; i++) {
        record_json_string(json, NULL, document->byline.items[i]);
    }
    record_json_close(json, ']');
    record_json_string(json, "published", document->published);
    record_json_string(json, "modified", document->modified);
    record_json_name(json, "language", document->language);
    record_json_string(json, "text", document->text.data ? document->text : BASE_SLICE(""));
    record_json_integer(json, "mended", (int64_t)document->mended);
    write_blocks(json, document);
    write_media_and_dropped(json, document);
}

/* ---- sentence */

static void write_word(struct record_json *json, const struct document *document, const struct document_token *token,
                       uint32_t first) {
    record_json_open(json, NULL, '{');
    record_json_string(json, "form", token->form);
    record_span_part(json, "span", token->span);
    record_json_string(json, "lemma", token->lemma);
    record_json_name(json, "upos", document_upos_name(token->upos));
    record_json_string(json, "xpos", token->xpos);
    record_json_string(json, "feats", token->feats.size ? token->feats : (struct base_slice){0});
    record_json_integer(json, "head", token->head == DOCUMENT_NONE ? 0 : (int64_t)(token->head - first + 1));
    record_json_name(json, "deprel", document_relation_name(token->relation));
    record_json_name(json, "name",
                     token->name == DOCUMENT_NONE ? NULL : record_name_type(document->names.items[token->name].type));
    record_json_close(json, '}');
}

static void write_sentence(struct record_json *json, const struct document *document, size_t index) {
    const struct document_sentence *sentence = &document->sentences.items[index];
    record_json_string(json, "doc", document->id);
    record_json_integer(json, "sentence", (int64_t)index);
    record_span_part(json, "span", sentence->span);
    record_json_string(json, "text", document_slice(document, sentence->span));
    record_json_open(json, "words", '[');
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        write_word(json, document, &document->tokens.items[i], sentence->first);
    }
    record_json_close(json, ']');
}

/* ---- entity */

/* The mentions of all entities, as a list for each: the last mention of an entity, and before each mention the one before
 * it of the same entity, so that all lists take one pass. */
struct mention_lists {
    uint32_t *first, *next;
};

static struct mention_lists list_mentions(const struct document *document) {
    struct mention_lists lists = {base_arena_array(document->arena, document->entities.count, sizeof *lists.first),
                                  base_arena_array(document->arena, document->mentions.count, sizeof *lists.next)};
    for (size_t i = 0; i < document->entities.count; i++) {
        lists.first[i] = DOCUMENT_NONE;
    }
    for (uint32_t i = (uint32_t)document->mentions.count; i-- > 0;) {
        uint32_t *first = &lists.first[document->mentions.items[i].entity];
        lists.next[i] = *first;
        *first = i;
    }
    return lists;
}

static void write_role(struct record_json *json, const struct document_role *role) {
    if (!role) {
        record_json_null(json, "role");
        return;
    }
    record_json_open(json, "role", '{');
    record_json_string(json, "title", role->title);
    record_json_string(json, "of", role->of.size ? role->of : (struct base_slice){0});
    record_json_name(json, "status", record_role_status(role->status));
    record_json_close(json, '}');
}

static void write_entity(struct record_json *json, const struct record *record, size_t index,
                         const struct mention_lists *lists) {
    const struct document *document = record->document;
    const struct document_entity *entity = &document->entities.items[record->entities[index]];
    record_json_string(json, "id", record_id(record, 'n', index + 1));
    record_json_string(json, "doc", document->id);
    record_json_string(json, "name", entity->name);
    record_json_name(json, "type", record_entity_type(entity->type));
    record_json_name(json, "country", entity->country);
    record_sectors_part(json, "sector", entity);
    write_role(json, entity->role);
    record_json_open(json, "mentions", '[');
    for (uint32_t i = lists->first[record->entities[index]]; i != DOCUMENT_NONE; i = lists->next[i]) {
        record_span_part(json, NULL, document->mentions.items[i].span);
    }
    record_json_close(json, ']');
}

/* ---- claim */

static void write_claim_id(struct record_json *json, const char *key, const struct record *record, uint32_t claim) {
    if (claim == DOCUMENT_NONE) {
        record_json_null(json, key);
    } else {
        record_json_string(json, key, record_id(record, 'c', (size_t)claim + 1));
    }
}

static void write_cue(struct record_json *json, const struct document *document, const struct document_claim *claim) {
    struct base_slice cue = record_cue(document, claim);
    if (!cue.data) {
        record_json_null(json, "cue");
        return;
    }
    record_json_open(json, "cue", '{');
    record_json_string(json, "text", cue);
    record_span_part(json, "span", claim->cue);
    record_json_close(json, '}');
}

static void write_claim(struct record_json *json, const struct record *record, size_t index) {
    const struct document *document = record->document;
    const struct document_claim *claim = &document->claims.items[index];
    record_json_string(json, "id", record_id(record, 'c', index + 1));
    record_json_string(json, "doc", document->id);
    record_source_part(json, record, claim);
    record_entity_part(json, "addressee", record, claim->addressee);
    write_cue(json, document, claim);
    record_json_open(json, "content", '{');
    record_json_string(json, "text", record_content(document, claim));
    record_json_open(json, "spans", '[');
    for (size_t i = 0; i < claim->content_count; i++) {
        record_span_part(json, NULL, claim->content[i]);
    }
    record_json_close(json, ']');
    record_json_close(json, '}');
    record_json_name(json, "form", record_form(claim->form));
    record_json_name(json, "stance", record_stance(claim->stance));
    record_json_name(json, "factuality", record_factuality(claim->factuality));
    record_date_part(json, "date", document, claim->date);
    write_claim_id(json, "within", record, claim->within);
    write_claim_id(json, "retracts", record, claim->retracts);
}

/* ---- event */

static void write_telling(struct record_json *json, const struct record *record,
                          const struct document_telling *telling) {
    const struct document *document = record->document;
    record_json_name(json, "factuality", record_factuality(telling->factuality));
    record_json_open(json, "according_to", '[');
    for (size_t i = 0; i < telling->link_count; i++) {
        const struct document_link *link = &telling->links[i];
        const struct document_claim *claim = &document->claims.items[link->claim];
        record_json_open(json, NULL, '{');
        record_source_part(json, record, claim);
        record_json_string(json, "cue", record_cue(document, claim));
        record_json_name(json, "form", record_form(claim->form));
        record_json_name(json, "stance", record_stance(claim->stance));
        record_json_name(json, "factuality", record_factuality(link->factuality));
        write_claim_id(json, "claim", record, link->claim);
        record_json_close(json, '}');
    }
    record_json_close(json, ']');
    record_json_open(json, "evidence", '{');
    record_json_integer(json, "sentence", telling->sentence);
    record_span_part(json, "span", telling->span);
    record_json_string(json, "text", document_slice(document, telling->span));
    record_span_part(json, "trigger", telling->trigger);
    record_json_close(json, '}');
}

static void write_count(struct record_json *json, const char *key, int32_t count) {
    if (count < 0) {
        record_json_null(json, key);
    } else {
        record_json_integer(json, key, count);
    }
}

static void write_counts(struct record_json *json, const struct document_event *event) {
    if (event->killed < 0 && event->injured < 0 && event->arrested < 0) {
        record_json_null(json, "counts");
        return;
    }
    record_json_open(json, "counts", '{');
    write_count(json, "killed", event->killed);
    write_count(json, "injured", event->injured);
    write_count(json, "arrested", event->arrested);
    record_json_close(json, '}');
}

static void write_mentions(struct record_json *json, const char *key, const struct record *record,
                           const uint32_t *mentions, size_t count) {
    record_json_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        record_entity_part(json, NULL, record, mentions[i]);
    }
    record_json_close(json, ']');
}

static void write_type(struct record_json *json, const struct document_event *event) {
    record_json_name(json, "type", events_type_name(event->type));
    record_json_name(json, "mode", events_mode_name(event->type, event->mode));
    record_json_open(json, "context", '[');
    for (unsigned bit = 0; bit < events_context_count(); bit++) {
        if (event->contexts >> bit & 1) {
            record_json_name(json, NULL, events_context_name(bit));
        }
    }
    record_json_close(json, ']');
    record_json_name(json, "cameo", event->cameo);
    record_json_number(json, "score", (double)event->score);
}

static void write_where_and_when(struct record_json *json, const struct document *document,
                                 const struct document_event *event) {
    if (event->place == DOCUMENT_NONE) {
        record_json_null(json, "place");
    } else {
        record_json_open(json, "place", '{');
        record_place_fields(json, document, &document->places.items[event->place]);
        record_json_close(json, '}');
    }
    record_date_part(json, "date", document, event->date);
    write_counts(json, event);
    record_json_open(json, "aux", '[');
    for (unsigned i = 0; record_aux(i); i++) {
        if (event->aux >> i & 1) {
            record_json_name(json, NULL, record_aux(i));
        }
    }
    record_json_close(json, ']');
}

static void write_event(struct record_json *json, const struct record *record, size_t index) {
    const struct document *document = record->document;
    const struct document_event *event = &document->events.items[index];
    record_json_string(json, "id", record_id(record, 'e', index + 1));
    record_json_string(json, "doc", document->id);
    write_type(json, event);
    write_mentions(json, "actor", record, event->actors, event->actor_count);
    write_mentions(json, "recipient", record, event->recipients, event->recipient_count);
    write_where_and_when(json, document, event);
    write_telling(json, record, &event->tellings[0]);
    record_json_string(json, "rule", event->rule);
    record_json_open(json, "also", '[');
    for (size_t i = 1; i < event->telling_count; i++) {
        record_json_open(json, NULL, '{');
        write_telling(json, record, &event->tellings[i]);
        record_json_close(json, '}');
    }
    record_json_close(json, ']');
}

/* ---- all of them */

static struct record_json begin_line(struct base_buffer *out, const char *kind) {
    struct record_json json = {out, false};
    record_json_open(&json, NULL, '{');
    record_json_name(&json, "kind", kind);
    return json;
}

static void end_line(struct record_json *json) {
    record_json_close(json, '}');
    base_buffer_char(json->out, '\n');
}

static void write_entities(const struct record *record, struct base_buffer *out) {
    struct mention_lists lists = list_mentions(record->document);
    for (size_t i = 0; i < record->entity_count; i++) {
        struct record_json json = begin_line(out, "entity");
        write_entity(&json, record, i, &lists);
        end_line(&json);
    }
}

void record_jsonl(const struct document *document, unsigned kinds, struct base_buffer *out) {
    struct record record;
    record_begin(&record, document);
    if (kinds & RECORD_DOCUMENT) {
        struct record_json json = begin_line(out, "document");
        write_document(&json, document);
        end_line(&json);
    }
    for (size_t i = 0; kinds & RECORD_SENTENCE && i < document->sentences.count; i++) {
        struct record_json json = begin_line(out, "sentence");
        write_sentence(&json, document, i);
        end_line(&json);
    }
    if (kinds & RECORD_ENTITY) {
        write_entities(&record, out);
    }
    for (size_t i = 0; kinds & RECORD_CLAIM && i < document->claims.count; i++) {
        struct record_json json = begin_line(out, "claim");
        write_claim(&json, &record, i);
        end_line(&json);
    }
    for (size_t i = 0; kinds & RECORD_EVENT && i < document->events.count; i++) {
        struct record_json json = begin_line(out, "event");
        write_event(&json, &record, i);
        end_line(&json);
    }
    for (size_t i = 0; kinds & RECORD_PLACE && i < document->places.count; i++) {
        struct record_json json = begin_line(out, "place");
        record_json_string(&json, "doc", document->id);
        record_place_fields(&json, document, &document->places.items[i]);
        end_line(&json);
    }
}
