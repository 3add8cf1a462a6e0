#include "events/turn.h"

#include "events/cameo.h"
#include "events/threatened.h"

#define SIGNED "057" /* CAMEO: sign formal agreement */

struct turn {
    uint8_t to;
    char cameo[5];
};

static const struct turn promised[EVENTS_TYPES] = {
    [EVENTS_CONSULT] = {EVENTS_AGREE, "036"}, [EVENTS_SUPPORT] = {EVENTS_AGREE, "032"},
    [EVENTS_COOPERATE] = {EVENTS_AGREE, "031"}, [EVENTS_AID] = {EVENTS_AGREE, "033"},
    [EVENTS_RETREAT] = {EVENTS_AGREE, "035"},  [EVENTS_CONCEDE] = {EVENTS_CONCEDE, "080"},
    [EVENTS_COERCE] = {EVENTS_THREATEN, "132"}, [EVENTS_SANCTION] = {EVENTS_THREATEN, "131"},
    [EVENTS_ASSAULT] = {EVENTS_THREATEN, "138"},
};

/* A promised withdrawal, ceasefire, resignation or easing is a concession. */
static const struct turn conceded = {EVENTS_CONCEDE, "080"};

static const struct turn refused[EVENTS_TYPES] = {
    [EVENTS_AGREE] = {EVENTS_REJECT, "120"},   [EVENTS_CONSULT] = {EVENTS_REJECT, "125"},
    [EVENTS_SUPPORT] = {EVENTS_REJECT, "120"}, [EVENTS_COOPERATE] = {EVENTS_REJECT, "121"},
    [EVENTS_AID] = {EVENTS_REJECT, "122"},     [EVENTS_RETREAT] = {EVENTS_REJECT, "124"},
    [EVENTS_CONCEDE] = {EVENTS_REJECT, "124"},
};

static void turn_to(struct document_event *event, const struct turn *turn, unsigned done) {
    if (!turn->cameo[0]) {
        return;
    }
    uint8_t type = turn->to, mode = 0;
    bool known = turn->to == EVENTS_REJECT && events_cameo(base_slice_of(turn->cameo), &type, &mode);
    mode = known ? mode : 0; /* what is promised has other modes than CAMEO tells of here */
    event->mode = turn->to == EVENTS_THREATEN ? events_threat_mode(event) : mode;
    event->type = turn->to;
    memcpy(event->cameo, turn->cameo, sizeof event->cameo);
    event->aux &= ~done;
}

void events_turn_to_concession(struct document_event *event) {
    turn_to(event, &conceded, 0);
}

static bool is_conceded(const struct document_event *event) {
    const char *mode = events_mode_name(event->type, event->mode);
    return event->type == EVENTS_RETREAT &&
           (!mode || strcmp(mode, "withdraw") == 0 || strcmp(mode, "ceasefire") == 0 || strcmp(mode, "resign") == 0);
}

/* "The minister's plan would give money to the poor": what a thing of somebody's brings about is no promise. */
static bool is_of_a_thing(const struct document *document, uint32_t clause, const struct document_event *event) {
    uint32_t subject = document_child(document, clause, REL_NSUBJ);
    if (subject == DOCUMENT_NONE) {
        subject = document_child(document, document_conjunction_head(document, clause), REL_NSUBJ);
    }
    for (size_t i = 0; subject != DOCUMENT_NONE && i < event->actor_count; i++) {
        const struct document_token *owner =
            document_token(document, document->mentions.items[event->actors[i]].head);
        if (owner->head == subject && (owner->relation == REL_NMOD_POSS || owner->relation == REL_COMPOUND)) {
            return true;
        }
    }
    return false;
}

/* Does the form of the verb allow a future? A past or progressive form does not, whatever the source promises. */
static bool may_be_future(const struct document *document, uint32_t clause) {
    const struct document_token *token = &document->tokens.items[clause];
    enum document_relation relation = document_token(document, document_conjunction_head(document, clause))->relation;
    bool of_adjective = relation == REL_ADVCL && document_token(document, token->head)->upos == UPOS_ADJ;
    bool gerund = base_slice_is(token->xpos, "VBG") && document_child(document, clause, REL_AUX) == DOCUMENT_NONE &&
                  (relation == REL_XCOMP || relation == REL_CCOMP ||
                   ((relation == REL_ACL || of_adjective) && document_child(document, clause, REL_MARK) != DOCUMENT_NONE));
    bool noun = token->upos == UPOS_NOUN || token->upos == UPOS_PROPN; /* "during the meeting" promises none */
    if ((token->upos != UPOS_VERB && !noun) || base_slice_is(token->xpos, "VB") || gerund) { /* "proposes giving" */
        return true;
    }
    for (DOCUMENT_CHILDREN(document, child, clause)) {
        if (base_slice_is(document->tokens.items[child].xpos, "MD") ||
            (document->tokens.items[child].relation == REL_MARK && base_slice_is(token->xpos, "VBN"))) {
            return true;
        }
    }
    return false;
}

static bool has_stance(const struct document *document, const struct document_event *event, enum document_stance stance) {
    const struct document_telling *telling = &event->tellings[0];
    return telling->link_count > 0 && document->claims.items[telling->links[0].claim].stance == stance;
}

static bool is_demanded(const struct document *document, const struct document_event *event) {
    return has_stance(document, event, DOCUMENT_DEMANDS) || has_stance(document, event, DOCUMENT_ASKS);
}

/* Is it what somebody asks for, and no plan of the actor's? */
static bool is_asked_for(const struct document *document, const struct document_event *event) {
    return is_demanded(document, event) || has_stance(document, event, DOCUMENT_SPECULATES);
}

bool events_is_only_asked(const struct document *document, const struct document_event *event) {
    bool yields = event->type == EVENTS_RETREAT || event->type == EVENTS_CONCEDE;
    return yields && (event->aux & (DOCUMENT_FUTURE | DOCUMENT_HYPOTHETICAL)) && is_demanded(document, event);
}

/* "I want to thank the king": who says so of himself does it by his words. */
static bool is_performed(const struct document *document, uint32_t clause, const struct document_event *event) {
    const struct document_token *token = document_token(document, clause);
    if (event->type != EVENTS_SUPPORT || event->tellings[0].link_count == 0 || token->relation != REL_XCOMP) {
        return false;
    }
    const struct document_link *link = &event->tellings[0].links[0]; /* who has decided to has not yet */
    const struct document_claim *claim = &document->claims.items[link->claim];
    uint32_t subject = document_child(document, token->head, REL_NSUBJ);
    return link->factuality == DOCUMENT_UU && claim->cue_token == token->head &&
           claim->stance == DOCUMENT_OTHER_STANCE && subject != DOCUMENT_NONE &&
           document_has_feature(document_token(document, subject), "Person=1");
}

/* "Is not ready to endorse her": who would do it is not willing. */
static bool is_declined(const struct document_event *event) {
    return event->tellings[0].link_count > 0 && event->tellings[0].links[0].factuality == DOCUMENT_PR_MINUS;
}

/* Courts decide and promise nothing, though they may refuse. */
static bool is_of_courts(const struct document *document, const struct document_event *event) {
    static const char *const courts[] = {"JUD", NULL};
    for (size_t i = 0; i < event->actor_count; i++) {
        if (!events_has_sector(document_entity_of(document, event->actors[i]), courts)) {
            return false;
        }
    }
    return event->actor_count > 0;
}

/* "Called the widow to offer condolences": what was done for it was done. */
static bool is_errand(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t clause) {
    const struct document_token *token = document_token(document, clause);
    bool governed = token->relation == REL_XCOMP || token->relation == REL_ADVCL;
    return governed && base_slice_is(document_token(document, token->head)->xpos, "VBD") &&
           events_class_has(vocabulary->purpose, document_token(document, token->head)->lemma);
}

/* "Her decision to visit Moscow last year": what was decided and is over was done. */
static bool is_settled(const struct document *document, const struct document_event *event) {
    if (event->tellings[0].link_count == 0 || event->date == DOCUMENT_NONE || document->day == DOCUMENT_DAY_OPEN) {
        return false;
    }
    const struct document_link *link = &event->tellings[0].links[0];
    int32_t end = document->dates.items[event->date].end;
    return document->claims.items[link->claim].stance == DOCUMENT_OTHER_STANCE &&
           link->factuality == DOCUMENT_CT_PLUS && end != DOCUMENT_DAY_OPEN && end < document->day;
}

void events_turn(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t clause,
                 struct document_event *event) {
    event->aux &= is_settled(document, event) ? ~(unsigned)DOCUMENT_FUTURE : ~0U;
    if (!is_of_courts(document, event) && !events_is_asked_of(document, vocabulary, clause) &&
        events_is_threatened(document, clause, event)) {
        turn_to(event, &promised[event->type], DOCUMENT_FUTURE);
        return;
    }
    bool possible = event->tellings[0].link_count == 0 && event->tellings[0].factuality == DOCUMENT_PS_PLUS;
    bool future = event->aux & DOCUMENT_FUTURE;
    bool of_courts = !(event->aux & DOCUMENT_NEGATION) && is_of_courts(document, event);
    bool agreement = event->type == EVENTS_AGREE || strcmp(event->cameo, SIGNED) == 0;
    if ((event->aux & DOCUMENT_HYPOTHETICAL) || possible || is_asked_for(document, event) ||
        events_is_asked_of(document, vocabulary, clause) || is_errand(document, vocabulary, clause) ||
        is_performed(document, clause, event) || of_courts || (!agreement && !may_be_future(document, clause))) {
        return;
    }
    if (((event->aux & DOCUMENT_NEGATION) || is_declined(event)) && (future || agreement)) {
        turn_to(event, &refused[event->type], DOCUMENT_NEGATION | DOCUMENT_FUTURE);
    } else if (future && !(event->aux & DOCUMENT_NEGATION)) {
        bool foretold = event->type == EVENTS_CONCEDE && event->actor_count == 0; /* "is sure to be acquitted" */
        bool force = event->type == EVENTS_ASSAULT || event->type == EVENTS_SANCTION || event->type == EVENTS_COERCE;
        if (!foretold && !force && !is_of_a_thing(document, clause, event)) {
            turn_to(event, is_conceded(event) ? &conceded : &promised[event->type], DOCUMENT_FUTURE);
        }
    }
}
