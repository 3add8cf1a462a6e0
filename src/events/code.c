#include "events/code.h"

#include "dates/dates.h"
#include "events/asked.h"
#include "events/counts.h"
#include "events/turn.h"
#include "events/yields.h"
#include "places/places.h"

enum { NEARBY = 200 }; /* tokens around a pronoun that are searched for its name */
enum { DAYS_TO_HISTORY = 365 }; /* what ended longer ago than this is background */

/* For a pronoun, the words that say in the same sentence who it is, where there are any. */
static uint32_t spoken_out(const struct document *document, uint32_t mention) {
    const struct document_mention *pronoun = &document->mentions.items[mention];
    if (pronoun->kind != DOCUMENT_BY_PRONOUN) {
        return mention;
    }
    const struct document_sentence *sentence =
        &document->sentences.items[document->tokens.items[pronoun->head].sentence];
    uint32_t best = mention, first = sentence->first, end = sentence->first + sentence->count;
    first = pronoun->head - first > NEARBY ? pronoun->head - NEARBY : first;
    end = end - pronoun->head > NEARBY ? pronoun->head + NEARBY : end;
    for (uint32_t i = first; i < end; i++) {
        uint32_t other = document->mention_at[i];
        bool same = other != DOCUMENT_NONE && document->mentions.items[other].entity == pronoun->entity &&
                    document->mentions.items[other].kind != DOCUMENT_BY_PRONOUN;
        if (same && (i < pronoun->head || best == mention)) {
            best = other;
        }
    }
    return best;
}

/* A pronoun that stands for nobody known. */
static bool is_nobody(const struct document *document, uint32_t mention) {
    const struct document_entity *entity = document_entity_of(document, mention);
    return document->mentions.items[mention].kind == DOCUMENT_BY_PRONOUN && !entity->named && !entity->country[0] &&
           !entity->sector[0][0];
}

/* Mentions of the party's tokens, each entity once, those of `others` left out. Victims may be unknown. */
static uint32_t *mentions_of(const struct document *document, const struct events_party *party, const uint32_t *others,
                             size_t other_count, bool victims, size_t *count) {
    uint32_t *mentions = base_arena_array(document->arena, party->count + 1, sizeof *mentions);
    *count = 0;
    for (size_t i = 0; i < party->count; i++) {
        uint32_t mention = spoken_out(document, document->mention_at[party->tokens[i]]);
        bool seen = !victims && is_nobody(document, mention);
        for (size_t j = 0; j < *count; j++) {
            seen |= document_entity_of(document, mentions[j]) == document_entity_of(document, mention);
        }
        for (size_t j = 0; j < other_count; j++) {
            seen |= document_entity_of(document, others[j]) == document_entity_of(document, mention);
        }
        if (!seen) {
            mentions[(*count)++] = mention;
        }
    }
    return mentions;
}

static uint32_t place_at(const struct document *document, uint32_t token) {
    uint32_t place = document->place_at && token != DOCUMENT_NONE ? document->place_at[token] : DOCUMENT_NONE;
    return place != DOCUMENT_NONE && !document->places.items[place].adjective ? place : DOCUMENT_NONE;
}

/* "Agreed to withdraw from Aden", "marched, blocking roads in Lima". */
static uint32_t place_of_clauses(const struct document *document, uint32_t predicate) {
    uint32_t place = DOCUMENT_NONE;
    for (DOCUMENT_CHILDREN(document, child, predicate)) {
        enum document_relation relation = document_token(document, child)->relation;
        bool same = relation == REL_XCOMP ||
                    (relation == REL_ADVCL && document_child(document, child, REL_MARK) == DOCUMENT_NONE);
        if (place == DOCUMENT_NONE && child > predicate && same) {
            place = places_of_predicate(document, child);
        }
    }
    return place;
}

/* Where those are of whom the text says it: "workers in Aden struck". */
static uint32_t place_around(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t actor) {
    uint32_t place = DOCUMENT_NONE;
    for (DOCUMENT_CHILDREN(document, child, actor)) {
        uint32_t preposition = document_child(document, child, REL_CASE);
        if (place == DOCUMENT_NONE && document_token(document, child)->relation == REL_NMOD && preposition != DOCUMENT_NONE &&
            events_class_has(vocabulary->where, document_token(document, preposition)->lemma)) {
            place = place_at(document, child);
        }
    }
    return place;
}

static uint32_t place_of(const struct document *document, const struct events_vocabulary *vocabulary,
                         const struct events_candidate *candidate) {
    if (!document->place_at) {
        return DOCUMENT_NONE;
    }
    uint32_t place = place_at(document, candidate->match.place);
    place = place != DOCUMENT_NONE ? place : places_of_predicate(document, candidate->frame.predicate);
    if (place == DOCUMENT_NONE && candidate->frame.clause != candidate->frame.predicate) {
        place = places_of_predicate(document, candidate->frame.clause);
    }
    for (size_t i = 0; place == DOCUMENT_NONE && i < candidate->match.recipients.count; i++) {
        place = place_at(document, candidate->match.recipients.tokens[i]);
    }
    /* "Agreed to open a port in Aden." */
    for (size_t i = 0; place == DOCUMENT_NONE && i < candidate->frame.count; i++) {
        const struct events_argument *argument = &candidate->frame.arguments[i];
        if (argument->role == EVENTS_CASE && events_class_has(vocabulary->where, argument->marker)) {
            place = place_at(document, argument->token);
        }
    }
    if (place == DOCUMENT_NONE) {
        place = place_of_clauses(document, candidate->frame.predicate);
    }
    for (size_t i = 0; place == DOCUMENT_NONE && i < candidate->match.actors.count; i++) {
        place = place_around(document, vocabulary, candidate->match.actors.tokens[i]);
    }
    return place;
}

static uint32_t date_of(const struct document *document, const struct events_candidate *candidate) {
    if (!document->date_at) {
        return DOCUMENT_NONE;
    }
    uint32_t date = dates_of_predicate(document, candidate->frame.predicate);
    return date != DOCUMENT_NONE || candidate->frame.clause == candidate->frame.predicate
               ? date
               : dates_of_predicate(document, candidate->frame.clause);
}

static bool is_history(const struct document *document, uint32_t date) {
    if (date == DOCUMENT_NONE || document->day == DOCUMENT_DAY_OPEN) {
        return false;
    }
    int32_t end = document->dates.items[date].end;
    return end != DOCUMENT_DAY_OPEN && end < document->day - DAYS_TO_HISTORY;
}

/* Does the rule insist on a recipient? */
static bool insists(const struct events_rule *rule) {
    for (size_t i = 0; i < rule->slot_count; i++) {
        if (rule->slots[i].presence == EVENTS_REQUIRED && rule->slots[i].target == EVENTS_TO_RECIPIENT) {
            return true;
        }
    }
    return false;
}

static bool asks_for_place_alone(const struct events_rule *rule) {
    bool place = false;
    for (size_t i = 0; i < rule->slot_count; i++) {
        if (rule->slots[i].target == EVENTS_TO_ACTOR || rule->slots[i].target == EVENTS_TO_RECIPIENT) {
            return false;
        }
        place = place || (rule->slots[i].presence == EVENTS_REQUIRED && rule->slots[i].target == EVENTS_TO_PLACE);
    }
    return place;
}

/* Somebody must be there: an actor, or whoever it is done to where the rule does not insist on one; or the rule asks only for
 * the place ("riots broke out in Lima"). */
static bool has_parties(const struct document *document, const struct document_event *event,
                        const struct events_match *match) {
    const struct events_rule *rule = match->rule;
    uint32_t first = event->actor_count ? document->mentions.items[event->actors[0]].head : DOCUMENT_NONE;
    if (events_needs_recipient(rule->type) && event->recipient_count == 0 && event->actor_count < 2 &&
        !events_among_themselves(document, rule, event->actor_count, first)) {
        return false;
    }
    if (event->recipient_count == 0 && match->recipients.count > 0 && insists(rule)) {
        return false; /* it was the actor itself: "stood with his arms crossed" */
    }
    return event->actor_count > 0 || event->recipient_count > 0 ||
           (asks_for_place_alone(rule) && place_at(document, match->place) != DOCUMENT_NONE);
}

/* Words between people of whom none is in politics are none of PLOVER's. */
static bool is_political(const struct document *document, const struct document_event *event) {
    bool by_the_law = event->type == EVENTS_ACCUSE && event->actor_count == 0; /* "was charged with theft" */
    if (events_quad_class(event->type) == 4 || event->type == EVENTS_RETREAT) {
        return true;
    }
    bool public = false;
    for (size_t i = 0; i < event->actor_count + event->recipient_count; i++) {
        uint32_t mention = i < event->actor_count ? event->actors[i] : event->recipients[i - event->actor_count];
        const struct document_entity *entity = document_entity_of(document, mention);
        public = public || events_is_public(entity) || (by_the_law && entity->country[0]);
    }
    return public;
}

/* "Wants foreigners sentenced to prison to be expelled": no sentence is told. */
static bool is_criterion(const struct document *document, uint32_t clause, const struct document_event *event) {
    const struct document_token *token = document_token(document, clause);
    if (event->actor_count > 0 || !(event->aux & (DOCUMENT_FUTURE | DOCUMENT_HYPOTHETICAL)) ||
        token->relation != REL_ACL || !base_slice_is(token->xpos, "VBN") ||
        document_token(document, token->head)->upos != UPOS_NOUN) {
        return false;
    }
    return !document_determiner_has(document, token->head, "Definite=Def") &&
           document_child(document, token->head, REL_NMOD_POSS) == DOCUMENT_NONE &&
           document_child(document, token->head, REL_NUMMOD) == DOCUMENT_NONE;
}

/* The country that a place is in; NULL: it acts itself, or is not on the map. */
static const char *country_around(const struct document *document, uint32_t mention) {
    uint32_t head = document->mentions.items[mention].head;
    uint32_t place = place_at(document, head);
    return place == DOCUMENT_NONE || events_is_country(document, head) ? NULL : document->places.items[place].country;
}

/* Whoever travels within his own country is nobody's guest: the place is only where he went. */
static void drop_own_places(const struct document *document, struct document_event *event) {
    size_t kept = 0;
    for (size_t i = 0; i < event->recipient_count; i++) {
        const char *country = country_around(document, event->recipients[i]);
        bool own = false;
        for (size_t j = 0; country && j < event->actor_count; j++) {
            own = own || strcmp(document_entity_of(document, event->actors[j])->country, country) == 0;
        }
        if (!own) {
            event->recipients[kept++] = event->recipients[i];
        }
    }
    event->recipient_count = kept;
}

/* "Promised to release ten prisoners". */
static void concede(const struct document *document, const struct events_rules *rules,
                    const struct events_candidate *candidate, struct document_event *event) {
    struct events_candidate content;
    if (event->type != EVENTS_AGREE || !events_yields(document, rules, candidate, &content)) {
        return;
    }
    size_t count;
    uint32_t *recipients = mentions_of(document, &content.match.recipients, event->actors, event->actor_count, false,
                                       &count);
    events_turn_to_concession(event);
    if (count > 0) {
        event->recipients = recipients;
        event->recipient_count = count;
    }
}

static void add_telling(const struct document *document, const struct claims *claims,
                        const struct events_candidate *candidate, struct document_event *event) {
    uint32_t predicate = candidate->frame.predicate;
    struct claims_judgement judgement = {.author = DOCUMENT_CT_PLUS};
    claims_judge(claims, document, candidate->frame.clause, &judgement);
    event->aux = judgement.aux;
    event->tellings = base_arena_take(document->arena, sizeof *event->tellings);
    event->telling_count = 1;
    uint32_t sentence = document->tokens.items[predicate].sentence;
    event->tellings[0] = (struct document_telling){
        .sentence = sentence,
        .span = document->sentences.items[sentence].span,
        .trigger = document->tokens.items[predicate].span,
        .links = judgement.links,
        .link_count = judgement.given ? 0 : judgement.link_count, /* according to nobody: the text takes it for known */
        .factuality = judgement.author,
    };
}

enum events_coding events_code(const struct document *document, const struct events_rules *rules,
                               const struct claims *claims, const struct events_candidate *candidate,
                               struct document_event *event) {
    const struct events_rule *rule = candidate->match.rule;
    *event = (struct document_event){.type = rule->type, .mode = rule->mode, .contexts = rule->contexts,
                                     .rule = rule->origin};
    memcpy(event->cameo, rule->cameo, sizeof event->cameo);
    event->actors = mentions_of(document, &candidate->match.actors, NULL, 0, false, &event->actor_count);
    event->recipients = mentions_of(document, &candidate->match.recipients, event->actors, event->actor_count,
                                    rule->type == EVENTS_ASSAULT || rule->type == EVENTS_COERCE,
                                    &event->recipient_count);
    if (!has_parties(document, event, &candidate->match)) {
        return EVENTS_NO_PARTY;
    }
    if (!is_political(document, event)) {
        return EVENTS_NOT_POLITICAL;
    }
    if (rule->type == EVENTS_CONSULT) {
        drop_own_places(document, event);
    }
    event->place = place_of(document, &rules->vocabulary, candidate);
    event->date = date_of(document, candidate);
    events_count(document, &rules->vocabulary, &candidate->frame, event);
    add_telling(document, claims, candidate, event);
    if (is_criterion(document, candidate->frame.clause, event)) {
        return EVENTS_CRITERION;
    }
    bool noun = document_token(document, candidate->frame.predicate)->upos == UPOS_NOUN;
    if (noun && events_is_only_asked(document, event)) {
        return EVENTS_ONLY_ASKED;
    }
    event->aux |= is_history(document, event->date) ? DOCUMENT_HISTORICAL : 0;
    events_turn(document, &rules->vocabulary, candidate->frame.clause, event);
    concede(document, rules, candidate, event);
    event->mode = event->mode ? event->mode : events_asked_mode(document, &rules->vocabulary, event->type, &candidate->match);
    event->score = events_score(event->type, event->mode);
    return EVENTS_CODED;
}
