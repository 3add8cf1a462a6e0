#include "actors/actors.h"

#include "actors/resolver.h"

static void assign(struct actors_resolver *r, struct actors_phrase *phrase, uint32_t entity) {
    phrase->entity = entity;
    actors_learn(r, entity, phrase);
}

/* Names first: they need nothing of what stands around them, and what stands around them needs them. */
static void resolve_names(struct actors_resolver *r) {
    for (size_t i = 0; i < r->phrases.count; i++) {
        struct actors_phrase *phrase = &r->phrases.items[i];
        if (phrase->kind == DOCUMENT_BY_NAME) {
            actors_read_modifiers(r, phrase);
            assign(r, phrase, actors_by_name(r, phrase));
        }
    }
}

static void resolve_others(struct actors_resolver *r) {
    for (uint32_t i = 0; i < r->phrases.count; i++) {
        struct actors_phrase *phrase = &r->phrases.items[i];
        if (phrase->kind == DOCUMENT_BY_NOUN) {
            actors_read_modifiers(r, phrase);
            assign(r, phrase, actors_by_noun(r, phrase, i));
        } else if (phrase->kind == DOCUMENT_BY_PRONOUN) {
            uint32_t entity = actors_by_pronoun(r, phrase, i);
            bool speaks = phrase->person == ACTORS_FIRST && r->quote_at[phrase->head] != DOCUMENT_NONE;
            if (entity != DOCUMENT_NONE || !speaks) {
                assign(r, phrase, entity == DOCUMENT_NONE ? actors_new_entity(r, phrase) : entity);
            }
        }
    }
}

/* Is the phrase in a headline, and does it bring up somebody whom only the article names? */
static bool is_headline_description(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t block = r->document->sentences.items[actors_token(r, phrase->head)->sentence].block;
    const struct document_entity *entity = &r->document->entities.items[phrase->entity];
    return block != DOCUMENT_NONE && r->document->blocks.items[block].role == DOCUMENT_TITLE && phrase->agent &&
           phrase->kind == DOCUMENT_BY_NOUN && !phrase->plural && !entity->named && entity->country[0] &&
           (entity->type == DOCUMENT_PER || entity->type == DOCUMENT_ORG);
}

enum { LOOK_AHEAD = 60 }; /* phrases: the opening of the article */

/* "Iranian commander visits Moscow" is told of the first commander from there whom the article names. */
static void resolve_headline(struct actors_resolver *r) {
    for (size_t i = 0; i < r->phrases.count; i++) {
        struct actors_phrase *phrase = &r->phrases.items[i];
        if (!is_headline_description(r, phrase)) {
            continue;
        }
        for (size_t next = i + 1; next < r->phrases.count && next <= i + LOOK_AHEAD; next++) {
            uint32_t other = r->phrases.items[next].entity;
            if (other != DOCUMENT_NONE && other != phrase->entity && r->document->entities.items[other].named &&
                strcmp(r->document->entities.items[other].country, phrase->country) == 0 &&
                actors_was_called(&r->known.items[other], phrase) && actors_kind_allows(r, other, phrase)) {
                assign(r, phrase, other);
                break;
            }
        }
    }
}

/* "I" and "we" in a quotation are whoever speaks, who may be named behind it. */
static void resolve_speakers(struct actors_resolver *r) {
    for (size_t i = 0; i < r->phrases.count; i++) {
        struct actors_phrase *phrase = &r->phrases.items[i];
        if (phrase->entity == DOCUMENT_NONE) {
            uint32_t entity = actors_speaker(r, phrase->head);
            assign(r, phrase, entity == DOCUMENT_NONE ? actors_new_entity(r, phrase) : entity);
        }
    }
}

/* Mentions in text order, entities in the order of their first mention. */
static void write_mentions(struct actors_resolver *r) {
    struct document *document = r->document;
    size_t entities = document->entities.count;
    struct document_entity *ordered = base_arena_array(r->arena, entities, sizeof *ordered);
    uint32_t *place = base_arena_array(r->arena, entities, sizeof *place), count = 0;
    for (size_t i = 0; i < entities; i++) {
        place[i] = DOCUMENT_NONE;
    }
    document->mention_at = r->phrase_at; /* phrases and mentions have the same numbers */
    for (size_t i = 0; i < r->phrases.count; i++) {
        const struct actors_phrase *phrase = &r->phrases.items[i];
        if (place[phrase->entity] == DOCUMENT_NONE) {
            ordered[count] = document->entities.items[phrase->entity];
            place[phrase->entity] = count++;
        }
        BASE_PUSH(r->arena, &document->mentions,
                  ((struct document_mention){.span = document_tokens_span(document, phrase->first, phrase->last),
                                             .first = phrase->first,
                                             .count = phrase->last - phrase->first + 1,
                                             .head = phrase->head,
                                             .entity = place[phrase->entity],
                                             .kind = phrase->kind}));
    }
    document->entities.items = ordered;
    document->entities.count = document->entities.capacity = count;
}

enum sayso_status actors_open(const struct model *model, const struct lexicon *lexicon, struct base_arena *arena,
                              const struct actors **out, struct sayso_error *error) {
    struct actors *actors = base_arena_take(arena, sizeof *actors);
    size_t at = 0;
    actors->lexicon = lexicon;
    *out = actors;
    for (const struct model_part *part; (part = model_next(model, ".salience", &at));) {
        enum sayso_status status = actors_salience_read(&actors->salience, part->bytes, error);
        if (status != SAYSO_OK) {
            base_error_input(error, base_arena_string(arena, part->name));
            return status;
        }
    }
    return SAYSO_OK;
}

void actors_resolve(const struct actors *actors, struct document *document) {
    actors_resolve_watched(actors, document, NULL);
}

void actors_resolve_watched(const struct actors *actors, struct document *document, const struct actors_watcher *watcher) {
    struct actors_resolver *r = base_arena_take(document->arena, sizeof *r);
    r->actors = actors;
    r->lexicon = actors->lexicon;
    r->watcher = watcher;
    r->document = document;
    r->arena = document->arena;
    actors_find_hits(r);
    actors_find_quotations(r);
    actors_find_phrases(r);
    resolve_names(r);
    actors_find_main_country(r);
    resolve_others(r);
    resolve_headline(r);
    resolve_speakers(r);
    actors_inherit_country(r);
    actors_settle_groups(r);
    write_mentions(r);
}
