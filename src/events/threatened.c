#include "events/threatened.h"

#include "events/plover.h"

static const char *const powers[] = {"GOV", "MIL", "COP", "LEG", "SPY", NULL};
static const char *const officials[] = {"GOV", "MIL", "COP", "SPY", NULL};

/* Is it said with a modal, of what is still to come: "may expel", not "may have expelled"? */
static bool is_possible(const struct document *document, uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    bool modal = false, past = false;
    for (DOCUMENT_CHILDREN(document, child, clause)) {
        bool auxiliary = tokens[child].relation == REL_AUX;
        modal = modal || (auxiliary && base_slice_is(tokens[child].xpos, "MD"));
        past = past || (auxiliary && base_slice_is(tokens[child].xpos, "VB"));
    }
    return modal && !past;
}

/* A condition is no announcement: "if they expel the envoy". */
static bool is_condition(const struct document *document, uint32_t clause) {
    uint32_t head = document_conjunction_head(document, clause);
    return document_token(document, head)->relation == REL_ADVCL;
}

/* Does the source speak for that actor as an official of his country? */
static bool speaks_for(const struct document *document, uint32_t source, uint32_t actor) {
    const struct document_entity *speaker = document_entity_of(document, source), *who = document_entity_of(document, actor);
    bool state = events_is_country(document, document->mentions.items[actor].head) || events_has_sector(who, powers);
    bool named_person = who->named && who->type == DOCUMENT_PER; /* a governor does not speak for a president */
    return state && !named_person && events_has_sector(speaker, officials) && strcmp(speaker->country, who->country) == 0;
}

/* "Plans to expel them" says what is coming; a plan, the wish to kill or what is decided does not threaten. */
static bool is_announced(const struct document *document, const struct document_link *link, uint8_t type) {
    const struct document_claim *claim = &document->claims.items[link->claim];
    const struct document_token *cue =
        claim->cue_token == DOCUMENT_NONE ? NULL : &document->tokens.items[claim->cue_token];
    switch (claim->stance) {
    case DOCUMENT_REPORTS:
    case DOCUMENT_CONFIRMS:
    case DOCUMENT_PROMISES:
    case DOCUMENT_ALLEGES:
    case DOCUMENT_SPECULATES: /* "hints that it may": who speculates on his own deeds */
        return true;
    case DOCUMENT_OTHER_STANCE:
        return type != EVENTS_ASSAULT && link->factuality != DOCUMENT_CT_PLUS && cue && cue->upos != UPOS_NOUN &&
               !base_slice_is(cue->xpos, "VBD"); /* "wanted to", and no longer */
    default:
        return false;
    }
}

/* Who says so for the actor, or, where no actor is told, for his own state; DOCUMENT_NONE: nobody. */
static uint32_t speaker_of(const struct document *document, const struct document_event *event) {
    const struct document_telling *telling = &event->tellings[0];
    size_t near = event->type == EVENTS_ASSAULT ? 1 : telling->link_count; /* "said he never meant to kill" */
    for (size_t i = 0; i < telling->link_count && i < near; i++) {
        const struct document_claim *claim = &document->claims.items[telling->links[i].claim];
        if (claim->source == DOCUMENT_NONE || !is_announced(document, &telling->links[i], event->type)) {
            continue;
        }
        bool open = event->actor_count == 0 && event->type != EVENTS_ASSAULT && /* "many will be killed" foretells */
                    claim->stance != DOCUMENT_OTHER_STANCE && claim->stance != DOCUMENT_SPECULATES;
        if (open && events_has_sector(document_entity_of(document, claim->source), officials)) {
            return claim->source;
        }
        for (size_t j = 0; j < event->actor_count; j++) {
            bool own = document_entity_of(document, claim->source) == document_entity_of(document, event->actors[j]);
            if (own || (claim->stance != DOCUMENT_SPECULATES && speaks_for(document, claim->source, event->actors[j]))) {
                return claim->source;
            }
        }
    }
    return DOCUMENT_NONE;
}

static bool has_source(const struct document *document, const struct document_telling *telling) {
    for (size_t i = 0; i < telling->link_count; i++) {
        if (document->claims.items[telling->links[i].claim].source != DOCUMENT_NONE) {
            return true;
        }
    }
    return false;
}

/* Measures that the text itself says a state may take. */
static bool is_considered(const struct document *document, uint32_t clause, const struct document_event *event) {
    uint32_t head = document_conjunction_head(document, clause);
    const struct document_token *verb = document_token(document, head);
    bool told = verb->relation == REL_ROOT || verb->relation == REL_PARATAXIS;
    if (verb->relation == REL_XCOMP) { /* "is prepared to expel" */
        const struct document_token *above = document_token(document, verb->head);
        told = above->relation == REL_ROOT && (above->upos == UPOS_ADJ || base_slice_is(above->xpos, "VBN"));
    } else if (event->aux & DOCUMENT_FUTURE) { /* "Ghana to expel envoy", but not what an author foretells */
        told = told && base_slice_is(verb->xpos, "VB") && document_child(document, head, REL_AUX) == DOCUMENT_NONE;
    }
    if (event->type == EVENTS_ASSAULT || event->actor_count == 0 || has_source(document, &event->tellings[0]) || !told) {
        return false;
    }
    uint32_t actor = event->actors[0];
    return events_is_country(document, document->mentions.items[actor].head) ||
           events_has_sector(document_entity_of(document, actor), powers);
}

bool events_is_threatened(const struct document *document, uint32_t clause, struct document_event *event) {
    bool force = event->type == EVENTS_ASSAULT || event->type == EVENTS_SANCTION || event->type == EVENTS_COERCE;
    if (!force || (event->aux & DOCUMENT_NEGATION) || is_condition(document, clause)) {
        return false;
    }
    bool possible = is_possible(document, clause);
    if (!possible && !(event->aux & DOCUMENT_FUTURE)) {
        return false;
    }
    uint32_t speaker = speaker_of(document, event);
    if (speaker == DOCUMENT_NONE) {
        return is_considered(document, clause, event);
    }
    if (event->actor_count == 0) {
        event->actors = base_arena_take(document->arena, sizeof *event->actors);
        event->actors[0] = speaker;
        event->actor_count = 1;
    }
    return true;
}

uint8_t events_threat_mode(const struct document_event *event) {
    static const struct {
        const char *done, *threatened;
    } modes[] = {{"arrest", "arrest"},       {"deport", "expel"},       {"expel", "expel"},
                 {"withdraw", "relations"},  {"discontinue", "relations"}, {"restrict", "restrict"},
                 {"withhold", "restrict"},   {"censor", "restrict"},    {"curfew", "restrict"},
                 {"martial-law", "restrict"}};
    const char *name = events_mode_name(event->type, event->mode);
    const char *threatened = event->type == EVENTS_ASSAULT ? "violence" : NULL;
    for (size_t i = 0; name && !threatened && i < sizeof modes / sizeof *modes; i++) {
        threatened = strcmp(modes[i].done, name) == 0 ? modes[i].threatened : NULL;
    }
    uint8_t mode = 0;
    if (threatened) {
        events_mode_of(EVENTS_THREATEN, base_slice_of(threatened), &mode);
    }
    return mode;
}
