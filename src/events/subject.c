/* Who does it: subjects that the surface leaves out, and what is passive. Relations as in the UD v2 guidelines for
 * English; control is read off the tree (object of the governor if it has one that can act, else its subject). */
#include "events/frame.h"

enum { HOPS = 12 }; /* clauses between a predicate and its subject */

static bool has_feature(const struct document_token *token, struct base_slice feature) {
    return base_slice_find(token->feats, feature) != SIZE_MAX;
}

static bool is_relative(const struct document_token *token) {
    return token->upos == UPOS_PRON &&
           (has_feature(token, BASE_SLICE("PronType=Rel")) || base_slice_is(token->xpos, "WDT"));
}

uint32_t events_antecedent(const struct document *document, uint32_t token) {
    const struct document_token *tokens = document->tokens.items;
    if (!is_relative(&tokens[token])) {
        return token;
    }
    uint32_t at = tokens[token].head;
    for (int hop = 0; hop < HOPS && at != DOCUMENT_NONE; hop++, at = tokens[at].head) {
        if (tokens[at].relation == REL_ACL_RELCL) {
            return tokens[at].head;
        }
    }
    return token;
}

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

static bool is_infinitive(const struct document *document, uint32_t verb) {
    return base_slice_is(document->tokens.items[verb].xpos, "VB") &&
           document_child(document, verb, REL_MARK) != DOCUMENT_NONE;
}

/* Does the subject stand before the word that the infinitive hangs from? Then it is the subject of that. */
static bool is_of_governor(const struct document *document, uint32_t subject, uint32_t infinitive) {
    uint32_t governor = document->tokens.items[infinitive].head;
    return governor != DOCUMENT_NONE && subject < governor && governor < infinitive &&
           document->tokens.items[governor].upos == UPOS_VERB && is_infinitive(document, infinitive);
}

/* "In a speech to the union, Sen. Smith called": the name right before the verb, taken for an apposition. */
static uint32_t subject_as_apposition(const struct document *document, uint32_t verb) {
    const struct document_token *tokens = document->tokens.items;
    bool finite = base_slice_is(tokens[verb].xpos, "VBD") || base_slice_is(tokens[verb].xpos, "VBZ") ||
                  base_slice_is(tokens[verb].xpos, "VBP");
    uint32_t first = document->sentences.items[tokens[verb].sentence].first, at = verb, found = DOCUMENT_NONE;
    if (!finite || tokens[verb].relation == REL_CONJ || tokens[verb].relation == REL_ACL_RELCL || verb == first) {
        return DOCUMENT_NONE;
    }
    do {
        at--;
    } while (at > first && tokens[at].upos == UPOS_ADV);
    while (tokens[at].head != DOCUMENT_NONE && (tokens[at].relation == REL_PUNCT || tokens[at].relation == REL_FLAT ||
                                                tokens[at].relation == REL_APPOS)) {
        found = tokens[at].relation == REL_APPOS ? at : found;
        at = tokens[at].head;
    }
    return found != DOCUMENT_NONE && tokens[found].upos == UPOS_PROPN && document_is_below(document, found, verb)
               ? found
               : DOCUMENT_NONE;
}

/* One that the parser hung from an infinitive behind; or from the object, which has no copula that would give it a right
 * to one. */
static uint32_t misplaced_subject(const struct document *document, uint32_t verb) {
    uint32_t apposition = subject_as_apposition(document, verb);
    if (apposition != DOCUMENT_NONE) {
        return apposition;
    }
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        uint32_t subject = document_child(document, child, REL_NSUBJ);
        if (subject != DOCUMENT_NONE && is_of_governor(document, subject, child)) {
            return subject;
        }
    }
    uint32_t object = document_child(document, verb, REL_OBJ);
    if (object == DOCUMENT_NONE || document_child(document, object, REL_COP) != DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    uint32_t subject = document_child(document, object, REL_NSUBJ);
    return subject != DOCUMENT_NONE && subject < verb ? subject : DOCUMENT_NONE;
}

static bool is_dash(const struct document_token *token) {
    return base_slice_is(token->form, "-") || base_slice_is(token->form, "--") ||
           base_slice_is(token->form, "\xE2\x80\x93") || base_slice_is(token->form, "\xE2\x80\x94");
}

/* "HANOI, Vietnam (AP) — The minister": the parser takes the place for the subject and the minister for its apposition. */
static uint32_t behind_dateline(const struct document *document, uint32_t subject) {
    const struct document_token *tokens = document->tokens.items;
    if (subject != document->sentences.items[tokens[subject].sentence].first) {
        return subject;
    }
    bool dash = false;
    uint32_t at = subject + 1;
    for (DOCUMENT_CHILDREN(document, child, subject)) {
        for (; at < child; at++) {
            dash |= tokens[at].upos == UPOS_PUNCT && is_dash(&tokens[at]);
        }
        if (dash && tokens[child].relation == REL_APPOS) {
            return child;
        }
    }
    return subject;
}

static const struct document_entity *entity_at(const struct document *document, uint32_t token) {
    uint32_t mention = document->mention_at ? document->mention_at[token] : DOCUMENT_NONE;
    return mention == DOCUMENT_NONE ? NULL : &document->entities.items[document->mentions.items[mention].entity];
}

static bool can_control(const struct document *document, uint32_t token) {
    if (document->tokens.items[token].upos == UPOS_PRON || document->tokens.items[token].upos == UPOS_PROPN) {
        return true;
    }
    const struct document_entity *entity = entity_at(document, token);
    return entity && entity->type != DOCUMENT_THING;
}

/* Of several, the one next to the verb: a dateline is often taken for another. */
static uint32_t own_subject(const struct document *document, uint32_t predicate) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t subject = DOCUMENT_NONE;
    for (DOCUMENT_CHILDREN(document, child, predicate)) {
        enum document_relation relation = tokens[child].relation;
        if (document->date_at && document->date_at[child] != DOCUMENT_NONE) {
            continue; /* "on Sunday condemned" */
        }
        uint32_t marker = document_child(document, child, REL_CASE);
        bool aside = marker != DOCUMENT_NONE && tokens[marker].upos == UPOS_VERB;
        if (is_of_governor(document, child, predicate) ||
            (aside && subject != DOCUMENT_NONE && can_control(document, subject))) {
            continue; /* "several senators, including Smith, left" */
        }
        if ((relation == REL_NSUBJ || relation == REL_NSUBJ_PASS) && (subject == DOCUMENT_NONE || child < predicate)) {
            subject = child;
        }
    }
    return subject == DOCUMENT_NONE ? misplaced_subject(document, predicate) : behind_dateline(document, subject);
}

/* "The ministry said it would": a pronoun that nobody resolved, in what its governor's subject says. */
static uint32_t speaker_for(const struct document *document, uint32_t pronoun, uint32_t predicate) {
    const struct document_token *tokens = document->tokens.items;
    const struct document_entity *entity = entity_at(document, pronoun);
    bool open = entity && tokens[pronoun].upos == UPOS_PRON && entity->type == DOCUMENT_THING &&
                has_feature(&tokens[pronoun], BASE_SLICE("Person=3"));
    if (!open || tokens[predicate].relation != REL_CCOMP || tokens[predicate].head == DOCUMENT_NONE) {
        return pronoun;
    }
    uint32_t speaker = own_subject(document, tokens[predicate].head);
    return speaker == DOCUMENT_NONE ? pronoun : speaker;
}

/* The object of the governor that is the subject of its infinitive: "urged Iran to withdraw". */
static uint32_t object_controller(const struct document *document, uint32_t governor) {
    const struct document_token *tokens = document->tokens.items;
    for (DOCUMENT_CHILDREN(document, child, governor)) {
        if ((tokens[child].relation == REL_OBJ || tokens[child].relation == REL_IOBJ) && can_control(document, child)) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

/* Of "a plan to attack", "a report accusing the army": whose it is, or the verb whose subject made it. */
static uint32_t maker(const struct document *document, uint32_t noun, uint32_t *next) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t owner = document_child(document, noun, REL_NMOD_POSS);
    if (owner == DOCUMENT_NONE && (tokens[noun].relation == REL_OBJ || tokens[noun].relation == REL_OBL)) {
        *next = tokens[noun].head;
    }
    return owner;
}

/* "Called for the mayor to resign": whoever stands between the governor and its infinitive. */
static uint32_t asked_controller(const struct document *document, const struct events_vocabulary *vocabulary,
                                 uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t first, last, start, end;
    if (tokens[tokens[clause].head].upos == UPOS_VERB && /* not "harder for them to attack", "a call for them to go" */
        !events_class_has(vocabulary->asks, tokens[tokens[clause].head].lemma)) {
        return DOCUMENT_NONE;
    }
    bool own = events_class_has(vocabulary->purpose, tokens[tokens[clause].head].lemma);
    document_subtree(document, clause, &start, &end);
    for (DOCUMENT_CHILDREN(document, child, tokens[clause].head)) {
        document_subtree(document, child, &first, &last);
        bool date = document->date_at && document->date_at[child] != DOCUMENT_NONE;
        bool inside = child > start && child < clause && /* "for" taken for the infinitive's own */
                      events_class_has(vocabulary->asked_by, events_marker(document, clause, REL_MARK));
        if (inside && tokens[child].relation == REL_OBL && can_control(document, child)) {
            return child;
        }
        bool marked = (tokens[child].relation == REL_OBL || tokens[child].relation == REL_NMOD) && !date &&
                      events_class_has(vocabulary->asked_by, events_marker(document, child, REL_CASE));
        if ((marked || (tokens[child].relation == REL_OBJ && !own)) && last + 1 == start && can_control(document, child)) {
            return child;
        }
    }
    return DOCUMENT_NONE;
}

/* "Urged the rebels to leave", where the parser hangs the infinitive from the object. */
static bool is_told(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t clause) {
    const struct document_token *tokens = document->tokens.items;
    const struct document_token *noun = &tokens[tokens[clause].head];
    const struct document_entity *entity = entity_at(document, tokens[clause].head);
    return base_slice_is(tokens[clause].xpos, "VB") && noun->relation == REL_OBJ && entity &&
           entity->type != DOCUMENT_THING && events_class_has(vocabulary->asks, tokens[noun->head].lemma);
}

/* Who made the thing that the clause describes; a thing nobody made is itself what "targets the minister". */
static uint32_t maker_or_head(const struct document *document, uint32_t clause, uint32_t *next) {
    const struct document_token *token = &document->tokens.items[clause];
    bool gerund = base_slice_is(token->xpos, "VBG");
    if (!base_slice_is(token->xpos, "VB") && !(gerund && !can_control(document, token->head))) {
        return token->head;
    }
    uint32_t owner = maker(document, token->head, next);
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

/* One step from a clause without a subject: the subject, or in *next the predicate whose subject it shares. */
static uint32_t shared_subject(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t at,
                               uint32_t *next) {
    const struct document_token *token = &document->tokens.items[at];
    *next = DOCUMENT_NONE;
    switch (token->relation) {
    case REL_CONJ:
        *next = token->head;
        return DOCUMENT_NONE;
    case REL_ADVCL:
        *next = token->head;
        if (base_slice_is(token->xpos, "VB")) {
            return asked_controller(document, vocabulary, at);
        }
        if (is_of_object(document, vocabulary, at)) {
            return events_is_passive(document, token->head) ? DOCUMENT_NONE : object_controller(document, token->head);
        }
        return DOCUMENT_NONE;
    case REL_CCOMP:
        *next = base_slice_is(token->xpos, "VBG") ? token->head : DOCUMENT_NONE;
        return DOCUMENT_NONE;
    case REL_XCOMP:
        *next = token->head;
        return events_class_has(vocabulary->purpose, document->tokens.items[token->head].lemma)
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
        return is_told(document, vocabulary, at) ? token->head : maker_or_head(document, at, next);
    default:
        return DOCUMENT_NONE;
    }
}

uint32_t events_surface_subject(const struct document *document, const struct events_vocabulary *vocabulary,
                                uint32_t predicate) {
    uint32_t at = predicate;
    for (int hop = 0; hop < HOPS && at != DOCUMENT_NONE; hop++) {
        uint32_t subject = own_subject(document, at);
        if (subject != DOCUMENT_NONE) {
            subject = speaker_for(document, subject, at);
        } else {
            subject = shared_subject(document, vocabulary, at, &at);
        }
        if (subject != DOCUMENT_NONE) {
            return events_antecedent(document, subject);
        }
    }
    return DOCUMENT_NONE;
}
