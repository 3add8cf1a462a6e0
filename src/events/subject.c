/* Who does it: subjects that the surface leaves out, and what is passive. Relations as in the UD v2 guidelines for
 * English; control is read off the tree (object of the governor if it has one that can act, else its subject). */
#include "events/own_subject.h"

enum { HOPS = 12 }; /* clauses between a predicate and its subject */

bool events_is_passive(const struct document *document, uint32_t verb) {
    const struct document_token *tokens = document->tokens.items;
    for (int hop = 0; hop < HOPS; hop++) {
        bool has_auxiliary = false, has_subject = false, has_object = false;
        for (DOCUMENT_CHILDREN(document, child, verb)) {
            enum document_relation relation = tokens[child].relation;
            bool past = base_slice_is(tokens[verb].xpos, "VBD"); /* active, whatever its subject is called */
            if (relation == REL_AUX_PASS || (!past && (relation == REL_NSUBJ_PASS || relation == REL_CSUBJ_PASS))) {
                return true;
            }
            has_auxiliary |= relation == REL_AUX;
            has_subject |= relation == REL_NSUBJ;
            has_object |= relation == REL_OBJ;
        }
        if (!base_slice_is(tokens[verb].xpos, "VBN") || has_auxiliary || has_subject) {
            return false;
        }
        enum document_relation relation = tokens[verb].relation;
        if (relation == REL_ACL || relation == REL_ADVCL || relation == REL_XCOMP) {
            return !has_object; /* "the pope called talks": a past tense that the tagger took for a participle */
        }
        if (relation != REL_CONJ || tokens[verb].head == DOCUMENT_NONE) {
            return false;
        }
        verb = tokens[verb].head;
    }
    return false;
}

/* "The ministry said it would": a pronoun that nobody resolved, in what its governor's subject says. */
static uint32_t speaker_for(const struct document *document, const struct events_vocabulary *vocabulary,
                            uint32_t pronoun, uint32_t predicate) {
    const struct document_token *tokens = document->tokens.items;
    const struct document_entity *entity = document_entity_at(document, pronoun);
    bool open = entity && tokens[pronoun].upos == UPOS_PRON && entity->type == DOCUMENT_THING &&
                document_has_feature(&tokens[pronoun], "Person=3");
    if (!open || tokens[predicate].relation != REL_CCOMP || tokens[predicate].head == DOCUMENT_NONE) {
        return pronoun;
    }
    uint32_t speaker = events_own_subject(document, vocabulary, tokens[predicate].head);
    return speaker == DOCUMENT_NONE ? pronoun : speaker;
}

/* The object of the governor that is the subject of its infinitive: "urged Iran to withdraw". */
static uint32_t object_controller(const struct document *document, uint32_t governor) {
    const struct document_token *tokens = document->tokens.items;
    for (DOCUMENT_CHILDREN(document, child, governor)) {
        if ((tokens[child].relation == REL_OBJ || tokens[child].relation == REL_IOBJ) &&
            events_can_control(document, child)) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

/* Does the clause begin with "where" or with a pronoun that has a place in it? */
static bool has_relative(const struct document *document, uint32_t verb) {
    const struct document_token *tokens = document->tokens.items;
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        bool object = tokens[child].relation == REL_OBJ;
        if (base_slice_is(tokens[child].xpos, "WRB") || (!object && events_is_relative(document, child))) {
            return true;
        }
    }
    return false;
}

/* "The firm that the party hired to look into it": the antecedent is the object of the governor, as the infinitive has one
 * of its own. */
static uint32_t antecedent_controller(const struct document *document, uint32_t infinitive) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t governor = tokens[infinitive].head, own = document_child(document, infinitive, REL_OBJ);
    uint32_t subject = document_child(document, governor, REL_NSUBJ);
    uint32_t adjunct = document_child(document, infinitive, REL_OBL);
    bool unmarked = adjunct != DOCUMENT_NONE && document_child(document, adjunct, REL_CASE) == DOCUMENT_NONE;
    bool gap = tokens[governor].relation == REL_ACL_RELCL && !has_relative(document, governor) &&
               (own != DOCUMENT_NONE || unmarked) &&
               document_child(document, governor, REL_OBJ) == DOCUMENT_NONE && subject != DOCUMENT_NONE &&
               !events_is_passive(document, governor);
    return gap && events_can_control(document, tokens[governor].head) ? tokens[governor].head : DOCUMENT_NONE;
}

/* Of "a plan to attack", "a report accusing the army": whose it is, or the verb whose subject made it; of "gave them a
 * chance to vote" those who are given it. */
static uint32_t maker(const struct document *document, uint32_t noun, bool infinitive, uint32_t *next) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t owner = document_child(document, noun, REL_NMOD_POSS);
    if (owner == DOCUMENT_NONE && infinitive && tokens[noun].relation == REL_OBJ) {
        uint32_t indirect = document_child(document, tokens[noun].head, REL_IOBJ);
        owner = indirect != DOCUMENT_NONE && events_can_control(document, indirect) ? indirect : DOCUMENT_NONE;
    }
    if (owner == DOCUMENT_NONE && (tokens[noun].relation == REL_OBJ || tokens[noun].relation == REL_OBL)) {
        *next = tokens[noun].head;
    }
    return owner;
}

/* "Called for the mayor to resign", "for the film to be shown": whoever stands between the governor and its infinitive,
 * or whatever something is to be done to. */
static uint32_t asked_controller(const struct document *document, const struct events_vocabulary *vocabulary,
                                 uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t first, last, start, end;
    if (tokens[tokens[clause].head].upos == UPOS_VERB && /* not "harder for them to attack", "a call for them to go" */
        !events_class_has(vocabulary->asks, tokens[tokens[clause].head].lemma)) {
        return DOCUMENT_NONE;
    }
    bool own = events_class_has(vocabulary->purpose, tokens[tokens[clause].head].lemma);
    bool passive = events_is_passive(document, clause);
    document_subtree(document, clause, &start, &end);
    for (DOCUMENT_CHILDREN(document, child, tokens[clause].head)) {
        document_subtree(document, child, &first, &last);
        bool date = document->date_at && document->date_at[child] != DOCUMENT_NONE;
        bool inside = child > start && child < clause && /* "for" taken for the infinitive's own */
                      events_class_has(vocabulary->asked_by, events_marker(document, clause, REL_MARK));
        if (inside && tokens[child].relation == REL_OBL && (passive || events_can_control(document, child))) {
            return child;
        }
        bool marked = (tokens[child].relation == REL_OBL || tokens[child].relation == REL_NMOD) && !date &&
                      events_class_has(vocabulary->asked_by, events_marker(document, child, REL_CASE));
        if ((marked || (tokens[child].relation == REL_OBJ && !own)) && last + 1 == start &&
            (passive || events_can_control(document, child))) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

/* "A need for Ukraine to act", "pressure on Ukraine to act": the phrase of a noun right before the infinitive. */
static uint32_t needed_controller(const struct document *document, const struct events_vocabulary *vocabulary,
                                  uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t start, end, first, last;
    document_subtree(document, clause, &start, &end);
    if (!events_is_infinitive(document, clause) || start == 0) {
        return DOCUMENT_NONE;
    }
    for (uint32_t at = start - 1; at != DOCUMENT_NONE && at != tokens[clause].head; at = tokens[at].head) {
        document_subtree(document, at, &first, &last);
        if (last != start - 1) {
            return DOCUMENT_NONE;
        }
        if (tokens[at].relation == REL_NMOD && tokens[tokens[at].head].upos == UPOS_NOUN &&
            events_class_has(vocabulary->asked_by, events_marker(document, at, REL_CASE))) {
            return events_can_control(document, at) ? at : DOCUMENT_NONE;
        }
    }
    return DOCUMENT_NONE;
}

/* "Urged the rebels to leave", where the parser hangs the infinitive from the object. */
static bool is_told(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    const struct document_token *noun = &tokens[tokens[clause].head];
    const struct document_entity *entity = document_entity_at(document, tokens[clause].head);
    return base_slice_is(tokens[clause].xpos, "VB") && noun->relation == REL_OBJ && entity &&
           entity->type != DOCUMENT_THING && events_class_has(vocabulary->asks, tokens[noun->head].lemma);
}

/* "Disqualifying for a nominee to refuse", where the parser hangs the infinitive from the nominee. */
static bool is_subject_of_infinitive(const struct document *document, const struct events_vocabulary *vocabulary,
                                     uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t noun = tokens[clause].head, first, last;
    bool phrase = tokens[noun].relation == REL_OBL || tokens[noun].relation == REL_NMOD;
    document_subtree(document, noun, &first, &last);
    return base_slice_is(tokens[clause].xpos, "VB") && phrase && tokens[first].head == noun &&
           events_class_has(vocabulary->asked_by, events_marker(document, noun, REL_CASE)) &&
           events_can_control(document, noun);
}

bool events_is_asked_of(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    clause = document_conjunction_head(document, clause);
    uint32_t head = tokens[clause].head;
    enum document_relation relation = tokens[clause].relation;
    bool governed = relation == REL_XCOMP || relation == REL_ADVCL || relation == REL_ACL || relation == REL_CCOMP;
    if (head == DOCUMENT_NONE || !governed || !base_slice_is(tokens[clause].xpos, "VB")) {
        return false;
    }
    if (events_class_has(vocabulary->asks, tokens[head].lemma)) {
        return object_controller(document, head) != DOCUMENT_NONE ||
               asked_controller(document, vocabulary, clause) != DOCUMENT_NONE;
    }
    return relation == REL_ACL && tokens[head].head != DOCUMENT_NONE &&
           events_class_has(vocabulary->asks, tokens[tokens[head].head].lemma) &&
           (is_told(document, vocabulary, clause) || is_subject_of_infinitive(document, vocabulary, clause));
}

/* "Sent a letter to the board of directors urging them to leave": the verb whose subject sent it; or DOCUMENT_NONE. */
static uint32_t letter_verb(const struct document *document, const struct events_vocabulary *vocabulary,
                            uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    if (!base_slice_is(tokens[clause].xpos, "VBG") || !events_class_has(vocabulary->asks, tokens[clause].lemma)) {
        return DOCUMENT_NONE;
    }
    uint32_t noun = tokens[clause].head;
    for (int hop = 0; hop < HOPS && (tokens[noun].relation == REL_NMOD || tokens[noun].relation == REL_APPOS); hop++) {
        if (tokens[tokens[noun].head].upos == UPOS_VERB) {
            break;
        }
        noun = tokens[noun].head;
    }
    uint32_t verb = tokens[noun].relation == REL_OBL || tokens[noun].relation == REL_OBJ ? tokens[noun].head
                                                                                       : DOCUMENT_NONE;
    uint32_t object = verb == DOCUMENT_NONE ? DOCUMENT_NONE : document_child(document, verb, REL_OBJ);
    bool thing = object != DOCUMENT_NONE && object < noun && !events_can_control(document, object);
    return thing && events_class_has(vocabulary->towards, events_marker(document, noun, REL_CASE)) ? verb : DOCUMENT_NONE;
}

/* "The first soldier to attack the town", "hired a lawyer to sue him": not "met the minister to discuss it", nor "a man to
 * watch", whom others watch. */
static bool does_infinitive(const struct document *document, const struct events_vocabulary *vocabulary,
                            uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    const struct document_token *noun = &tokens[tokens[clause].head];
    bool object = noun->relation == REL_OBJ;
    bool aside = noun->relation == REL_OBL || noun->relation == REL_NMOD || noun->relation == REL_OBL_AGENT ||
                 noun->relation == REL_XCOMP;
    const struct document_entity *entity = document_entity_at(document, tokens[clause].head);
    bool person = entity && (entity->type == DOCUMENT_PER || entity->type == DOCUMENT_GROUP);
    return person && base_slice_is(tokens[clause].xpos, "VB") && noun->upos == UPOS_NOUN && !aside &&
           document_child(document, clause, REL_OBJ) != DOCUMENT_NONE &&
           !(object && events_class_has(vocabulary->purpose, tokens[noun->head].lemma));
}

/* "The head of the group backing Smith", where the parser hangs the clause from the head: the group stands next to it. */
static uint32_t body_before(const struct document *document, const struct events_vocabulary *vocabulary,
                            uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t noun = tokens[clause].head, start, end, first, last;
    const struct document_entity *entity = document_entity_at(document, noun);
    document_subtree(document, clause, &start, &end);
    if (!base_slice_is(tokens[clause].xpos, "VBG") || start != clause || !entity || entity->type != DOCUMENT_PER ||
        !document_has_feature(&tokens[noun], "Number=Sing")) {
        return noun;
    }
    for (DOCUMENT_CHILDREN(document, child, noun)) {
        document_subtree(document, child, &first, &last);
        const struct document_entity *body = document_entity_at(document, child);
        bool next = tokens[child].relation == REL_NMOD && last + 1 == start && body &&
                    (body->type == DOCUMENT_ORG || body->type == DOCUMENT_GROUP) && tokens[child].upos != UPOS_PRON;
        if (next && events_class_has(vocabulary->whole, events_marker(document, child, REL_CASE))) {
            return child;
        }
    }
    return noun;
}

/* Who made the thing that the clause describes; a thing nobody made is itself what "targets the minister". */
static uint32_t maker_or_head(const struct document *document, const struct events_vocabulary *vocabulary,
                              uint32_t clause, uint32_t *next) {
    const struct document_token *token = &document->tokens.items[clause];
    bool gerund = base_slice_is(token->xpos, "VBG");
    if (!base_slice_is(token->xpos, "VB") && !(gerund && !events_can_control(document, token->head))) {
        return body_before(document, vocabulary, clause);
    }
    uint32_t owner = maker(document, token->head, base_slice_is(token->xpos, "VB"), next);
    return gerund && owner == DOCUMENT_NONE && *next == DOCUMENT_NONE ? token->head : owner;
}

/* "Accused Iran of attacking", but "fled after attacking": which markers give the gerund the object is in the data. */
static bool is_of_object(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t gerund) {
    return base_slice_is(document->tokens.items[gerund].xpos, "VBG") &&
           events_class_has(vocabulary->of_object, events_marker(document, gerund, REL_MARK));
}

/* "Accused by the newspaper of lying", where the parser hangs the lie from the newspaper. */
static bool is_agent_of_passive(const struct document *document, uint32_t noun) {
    const struct document_token *token = &document->tokens.items[noun];
    return token->relation == REL_OBL_AGENT && token->head != DOCUMENT_NONE;
}

static bool is_finite(const struct document *document, uint32_t verb) {
    return document_is_tagged_finite(document, verb) || document_child(document, verb, REL_AUX) != DOCUMENT_NONE;
}

/* The verb that one without a subject is coordinated with: of the same form, whatever the parser hangs it from. */
static uint32_t coordinated(const struct document *document, uint32_t verb) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t head = tokens[verb].head;
    bool gerund = base_slice_is(tokens[verb].xpos, "VBG") && !is_finite(document, verb);
    bool bare = base_slice_is(tokens[verb].xpos, "VB") && !is_finite(document, verb);
    if (gerund && tokens[head].upos == UPOS_VERB && is_finite(document, head) &&
        !base_slice_is(tokens[head].xpos, "VBG")) {
        uint32_t other = document_child(document, head, REL_ADVCL); /* "left, throwing chairs and threatening her" */
        bool like = other != DOCUMENT_NONE && other < verb && base_slice_is(tokens[other].xpos, "VBG");
        return like ? head : DOCUMENT_NONE; /* "keeps lists and shooting victims" */
    }
    for (uint32_t at = head; bare && at != DOCUMENT_NONE; at = tokens[at].head) { /* "to keep him from going and stop it" */
        if (base_slice_is(tokens[at].xpos, "VB")) {
            return at;
        }
    }
    if (!bare || (!base_slice_is(tokens[head].xpos, "VBD") && !base_slice_is(tokens[head].xpos, "VBZ"))) {
        return head;
    }
    for (uint32_t at = verb - 1; at > head; at--) { /* "used it to insult and frighten them" */
        if (base_slice_is(tokens[at].xpos, "VB") && tokens[at].upos == UPOS_VERB) {
            return at;
        }
    }
    return head;
}

/* "The rebels took the base, officials said, killing ten": the clause that is reported, and nobody speaks by killing. */
static uint32_t reported(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t gerund) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t verb = tokens[gerund].head, content = document_child(document, verb, REL_CCOMP);
    uint32_t subject = document_child(document, verb, REL_NSUBJ);
    bool deed = base_slice_is(tokens[gerund].xpos, "VBG") && gerund > verb &&
                (events_class_has(vocabulary->kill, tokens[gerund].lemma) ||
                 events_class_has(vocabulary->injure, tokens[gerund].lemma));
    bool before = content != DOCUMENT_NONE && content < verb && subject != DOCUMENT_NONE && content < subject;
    return deed && before ? content : verb;
}

/* One step from a clause without a subject: the subject, or in *next the predicate whose subject it shares. */
static uint32_t shared_subject(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t at,
                               uint32_t *next) {
    const struct document_token *token = &document->tokens.items[at];
    *next = DOCUMENT_NONE;
    uint32_t needed = token->relation == REL_ADVCL || token->relation == REL_ACL || token->relation == REL_XCOMP
                          ? needed_controller(document, vocabulary, at)
                          : DOCUMENT_NONE;
    if (needed != DOCUMENT_NONE) {
        return needed;
    }
    switch (token->relation) {
    case REL_CONJ:
        *next = coordinated(document, at);
        return DOCUMENT_NONE;
    case REL_ADVCL:
        *next = reported(document, vocabulary, at);
        if (base_slice_is(token->xpos, "VB")) {
            return asked_controller(document, vocabulary, at);
        }
        if (is_of_object(document, vocabulary, at)) {
            return events_is_passive(document, token->head) ? DOCUMENT_NONE : object_controller(document, token->head);
        }
        return DOCUMENT_NONE;
    case REL_CSUBJ: /* "it is rare for a minister to condemn the army" */
        return base_slice_is(token->xpos, "VB") ? asked_controller(document, vocabulary, at) : DOCUMENT_NONE;
    case REL_CCOMP:
        *next = base_slice_is(token->xpos, "VBG") ? reported(document, vocabulary, at) : DOCUMENT_NONE;
        return DOCUMENT_NONE;
    case REL_XCOMP:
        *next = token->head;
        if (antecedent_controller(document, at) != DOCUMENT_NONE) {
            return antecedent_controller(document, at);
        }
        return events_class_has(vocabulary->purpose, document->tokens.items[token->head].lemma) ||
                       (events_is_passive(document, at) && document_child(document, token->head, REL_OBJ) == DOCUMENT_NONE)
                   ? asked_controller(document, vocabulary, at)
                   : object_controller(document, token->head);
    case REL_ACL_RELCL:
        return token->head;
    case REL_ACL:
        if (is_of_object(document, vocabulary, at) && is_agent_of_passive(document, token->head)) {
            *next = document->tokens.items[token->head].head;
            return DOCUMENT_NONE;
        }
        if (base_slice_is(token->xpos, "VB") && asked_controller(document, vocabulary, at) != DOCUMENT_NONE) {
            return asked_controller(document, vocabulary, at);
        }
        *next = letter_verb(document, vocabulary, at);
        if (*next != DOCUMENT_NONE) {
            return DOCUMENT_NONE;
        }
        return is_told(document, vocabulary, at) || is_subject_of_infinitive(document, vocabulary, at) ||
                       does_infinitive(document, vocabulary, at)
                   ? token->head
                   : maker_or_head(document, vocabulary, at, next);
    default:
        return DOCUMENT_NONE;
    }
}

uint32_t events_surface_subject(const struct document *document, const struct events_vocabulary *vocabulary,
                                uint32_t predicate) {
    uint32_t at = predicate;
    for (int hop = 0; hop < HOPS && at != DOCUMENT_NONE; hop++) {
        uint32_t subject = events_own_subject(document, vocabulary, at);
        if (subject != DOCUMENT_NONE) {
            subject = speaker_for(document, vocabulary, subject, at);
        } else {
            subject = shared_subject(document, vocabulary, at, &at);
        }
        if (subject != DOCUMENT_NONE) {
            return events_antecedent(document, subject);
        }
    }
    return DOCUMENT_NONE;
}
