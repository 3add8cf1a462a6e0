/* Frames of event nouns: "Iran's attack on Iraq", "the attack that Iran launched". */
#include "events/frame_parts.h"
#include "events/kinds.h"

static const struct document_token *at(const struct document *document, uint32_t token) {
    return &document->tokens.items[token];
}

/* The verb that only carries the noun ("paid a visit", "talks took place", "held rounds of talks"), or DOCUMENT_NONE. */
static uint32_t light_verb(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t noun) {
    uint32_t number = at(document, noun)->head;
    if (at(document, noun)->relation == REL_NMOD && events_class_has(vocabulary->quantity, at(document, number)->lemma)) {
        noun = number;
    }
    uint32_t verb = at(document, noun)->head;
    if (verb == DOCUMENT_NONE || (at(document, verb)->upos != UPOS_VERB && at(document, verb)->upos != UPOS_ADJ)) {
        return DOCUMENT_NONE;
    }
    struct base_slice lemma = at(document, verb)->lemma;
    switch (at(document, noun)->relation) {
    case REL_OBJ:
    case REL_NSUBJ_PASS:
        return events_class_has(vocabulary->light, lemma) ? verb : DOCUMENT_NONE;
    case REL_NSUBJ:
        return events_class_has(vocabulary->occur, lemma) ? verb : DOCUMENT_NONE;
    case REL_OBL: {
        struct base_slice marker = events_marker(document, noun, REL_CASE);
        if (marker.size == 0) { /* an object that the parser took for an adverbial */
            return events_class_has(vocabulary->light, lemma) ? verb : DOCUMENT_NONE;
        }
        struct base_slice both = base_arena_format(document->arena, "%.*s %.*s", (int)lemma.size, lemma.data,
                                                   (int)marker.size, marker.data);
        return events_class_has(vocabulary->light, both) ? verb : DOCUMENT_NONE;
    }
    default:
        return DOCUMENT_NONE;
    }
}

static void add_light_verb(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t verb,
                           struct events_frame *frame) {
    bool passive = events_is_passive(document, verb);
    uint32_t noun = frame->predicate;
    frame->clause = verb;
    if (!passive && at(document, noun)->relation != REL_NSUBJ) {
        bool borne = events_class_has(vocabulary->borne, at(document, verb)->lemma);
        events_add_argument(frame, borne ? EVENTS_OBJECT : EVENTS_SUBJECT, events_subject_of(document, vocabulary, verb),
            BASE_SLICE(""));
    }
    if (passive && at(document, noun)->relation == REL_OBJ) { /* "was served an ultimatum" */
        events_add_argument(frame, EVENTS_INDIRECT, events_subject_of(document, vocabulary, verb), BASE_SLICE(""));
    }
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        enum document_relation relation = at(document, child)->relation;
        if (relation == REL_IOBJ || (relation == REL_OBJ && child != noun)) {
            events_add_argument(frame, EVENTS_INDIRECT, child, BASE_SLICE(""));
        }
    }
    events_add_cases(document, vocabulary, verb, passive, frame);
}

/* "The attack launched by Hamas", "the attack that Hamas launched". */
static void add_relative_light_verb(const struct document *document, const struct events_vocabulary *vocabulary,
                                    struct events_frame *frame) {
    for (DOCUMENT_CHILDREN(document, child, frame->predicate)) {
        enum document_relation relation = at(document, child)->relation;
        if ((relation != REL_ACL && relation != REL_ACL_RELCL) ||
            !events_class_has(vocabulary->light, at(document, child)->lemma)) {
            continue;
        }
        bool passive = events_is_passive(document, child);
        uint32_t subject = passive ? DOCUMENT_NONE : document_child(document, child, REL_NSUBJ);
        uint32_t object = document_child(document, child, REL_OBJ);
        if (object != DOCUMENT_NONE && events_antecedent(document, object) == object) {
            continue; /* "the claim that Hamas launched a raid" */
        }
        if (subject != DOCUMENT_NONE && events_antecedent(document, subject) == subject) {
            events_add_argument(frame, EVENTS_SUBJECT, subject, BASE_SLICE(""));
        }
        events_add_cases(document, vocabulary, child, passive, frame);
    }
}

/* "Japan is the largest donor", "the village was under attack". */
static void add_copula_subject(const struct document *document, const struct events_vocabulary *vocabulary,
                               struct events_frame *frame) {
    uint32_t noun = frame->predicate;
    if (document_child(document, noun, REL_COP) == DOCUMENT_NONE) {
        return;
    }
    uint32_t subject = events_subject_of(document, vocabulary, noun);
    if (events_class_has(vocabulary->beneath, events_marker(document, noun, REL_CASE))) {
        events_add_argument(frame, EVENTS_OBJECT, subject, BASE_SLICE(""));
        return;
    }
    bool pronoun = subject != DOCUMENT_NONE && at(document, subject)->upos == UPOS_PRON; /* "it was a visit" */
    events_add_argument(frame, EVENTS_SUBJECT, pronoun ? DOCUMENT_NONE : subject, BASE_SLICE(""));
}

/* "Conceded in a phone call with the president", "is here for talks with the king": who does something in it, right
 * before or after it, or is somewhere for it takes part. */
static void add_subject_of_setting(const struct document *document, const struct events_vocabulary *vocabulary,
                                   struct events_frame *frame) {
    uint32_t noun = frame->predicate, verb = at(document, noun)->head;
    struct base_slice marker = events_marker(document, noun, REL_CASE);
    bool adjunct = at(document, noun)->relation == REL_OBL || at(document, noun)->relation == REL_NMOD;
    bool present = adjunct && document_child(document, verb, REL_COP) != DOCUMENT_NONE && marker.size > 0 &&
                   document_child(document, verb, REL_CASE) != DOCUMENT_NONE; /* not "it is time for talks" */
    bool setting = present || (at(document, noun)->relation == REL_OBL && at(document, verb)->upos == UPOS_VERB &&
                               (events_class_has(vocabulary->where, marker) ||
                                events_class_has(vocabulary->occasion, marker)));
    bool known = document_child(document, noun, REL_DET) != DOCUMENT_NONE &&
                 !document_determiner_has(document, noun, "Definite=Ind");
    bool with = false;
    for (size_t i = 0; i < frame->count; i++) {
        with = with || (frame->arguments[i].role == EVENTS_CASE &&
                        events_class_has(vocabulary->shared, frame->arguments[i].marker) &&
                        !events_class_has(vocabulary->where, frame->arguments[i].marker));
    }
    if (setting && with && !known && events_first_argument(frame, EVENTS_SUBJECT) == DOCUMENT_NONE &&
        events_first_argument(frame, EVENTS_POSSESSIVE) == DOCUMENT_NONE && !events_is_passive(document, verb)) {
        events_add_argument(frame, EVENTS_SUBJECT, events_subject_of(document, vocabulary, verb), BASE_SLICE(""));
    }
}

/* "State-inspired attacks", "the Kennedy murder": who stands there did nothing; but "Saudi-led raids". */
static bool is_undone(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t modifier) {
    const struct document_token *token = at(document, modifier);
    if (token->upos == UPOS_PROPN && events_class_has(vocabulary->suffered, at(document, token->head)->lemma)) {
        return true;
    }
    return base_slice_is(token->xpos, "VBN") && token->relation == REL_AMOD &&
           document_child(document, modifier, REL_COMPOUND) != DOCUMENT_NONE &&
           !events_class_has(vocabulary->done_by, token->lemma);
}

/* "The accusation that the mayor lied": of whom it is told. */
static void add_subject_of_content(const struct document *document, struct events_frame *frame) {
    for (DOCUMENT_CHILDREN(document, child, frame->predicate)) {
        uint32_t subject = document_child(document, child, REL_NSUBJ), first, last;
        enum document_relation relation = at(document, child)->relation;
        document_subtree(document, child, &first, &last);
        if ((relation == REL_ACL || relation == REL_CCOMP) && subject != DOCUMENT_NONE &&
            at(document, first)->upos == UPOS_SCONJ) {
            events_add_argument(frame, EVENTS_CLAUSE_SUBJECT, subject, BASE_SLICE(""));
        }
    }
}

/* "Widened its inquiry into the fire", where the parser hangs the fire from the verb. */
static void add_phrase_behind(const struct document *document, const struct events_vocabulary *vocabulary,
                              struct events_frame *frame) {
    uint32_t noun = frame->predicate, verb = at(document, noun)->head, start, end, first, last;
    if (at(document, noun)->relation != REL_OBJ || verb == DOCUMENT_NONE) {
        return;
    }
    document_subtree(document, noun, &start, &end);
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        document_subtree(document, child, &first, &last);
        struct base_slice marker = events_marker(document, child, REL_CASE);
        if (first == end + 1 && at(document, child)->relation == REL_OBL && events_class_has(vocabulary->aimed, marker)) {
            events_add_argument(frame, EVENTS_CASE, events_counted(document, vocabulary, child), marker);
        }
    }
}

/* Of "American-led" the American; else the modifier itself. */
static uint32_t doer_in_front(const struct document *document, uint32_t modifier) {
    uint32_t doer = at(document, modifier)->upos == UPOS_VERB ? document_child(document, modifier, REL_COMPOUND) : DOCUMENT_NONE;
    return doer != DOCUMENT_NONE && events_actor_at(document, doer) ? doer : modifier;
}

void events_noun_frame(const struct document *document, const struct events_vocabulary *vocabulary,
                       struct events_frame *frame) {
    uint32_t noun = frame->predicate;
    for (DOCUMENT_CHILDREN(document, child, noun)) {
        enum document_relation relation = at(document, child)->relation;
        if (relation == REL_NMOD_POSS) {
            events_add_argument(frame, EVENTS_POSSESSIVE, child, BASE_SLICE(""));
        } else if (relation == REL_COMPOUND || relation == REL_AMOD) {
            events_add_argument(frame, EVENTS_MODIFIER, child, BASE_SLICE(""));
        }
    }
    add_copula_subject(document, vocabulary, frame);
    events_add_cases(document, vocabulary, noun, true, frame);
    add_phrase_behind(document, vocabulary, frame);
    events_add_deeper_cases(document, vocabulary, true, frame);
    uint32_t verb = light_verb(document, vocabulary, noun);
    if (verb != DOCUMENT_NONE) {
        add_light_verb(document, vocabulary, verb, frame);
    }
    add_relative_light_verb(document, vocabulary, frame);
    add_subject_of_setting(document, vocabulary, frame);
    events_add_clauses(document, noun, frame);
    add_subject_of_content(document, frame);
    size_t own = frame->count;
    for (size_t i = 0; i < own; i++) {
        enum events_role role = frame->arguments[i].role;
        if (role == EVENTS_POSSESSIVE) {
            events_add_argument(frame, EVENTS_SUBJECT, frame->arguments[i].token, BASE_SLICE(""));
        }
    }
    for (size_t i = 0; i < own; i++) {
        if (frame->arguments[i].role == EVENTS_MODIFIER && !is_undone(document, vocabulary, frame->arguments[i].token)) {
            events_add_argument(frame, EVENTS_SUBJECT, doer_in_front(document, frame->arguments[i].token), BASE_SLICE(""));
        }
    }
    events_borrow_from_clauses(document, vocabulary, frame);
}
