#include "events/frame_parts.h"
#include "events/kinds.h"

#include "events/phrase.h"

static const struct document_token *at(const struct document *document, uint32_t token) {
    return &document->tokens.items[token];
}

/* The object of a verb that leaves it out: of a relative clause its head, of coordinated verbs the one that is written
 * once ("attacked and destroyed the village"). */
static uint32_t shared_object(const struct document *document, uint32_t verb) {
    const struct document_token *token = at(document, verb);
    if (token->relation == REL_ACL_RELCL) {
        for (DOCUMENT_CHILDREN(document, child, verb)) {
            if (at(document, child)->upos == UPOS_ADV && base_slice_is(at(document, child)->xpos, "WRB")) {
                return DOCUMENT_NONE;
            }
        }
        uint32_t subject = document_child(document, verb, REL_NSUBJ);
        bool gap = subject != DOCUMENT_NONE && events_antecedent(document, subject) == subject;
        return gap && document_child(document, verb, REL_OBL) == DOCUMENT_NONE ? token->head : DOCUMENT_NONE;
    }
    if (token->relation == REL_CONJ && token->head != DOCUMENT_NONE) {
        uint32_t object = document_child(document, token->head, REL_OBJ);
        return object != DOCUMENT_NONE && object > verb ? object : DOCUMENT_NONE;
    }
    uint32_t other = document_child(document, verb, REL_CONJ);
    if (other != DOCUMENT_NONE && other == verb + 2) {
        return document_child(document, other, REL_OBJ);
    }
    return DOCUMENT_NONE;
}

/* "Backed off his plans": the tagger sees a particle where the parser puts a case marker on the object. */
static void add_particle_of_object(const struct document *document, uint32_t object, struct events_frame *frame) {
    uint32_t marker = document_child(document, object, REL_CASE);
    if (marker != DOCUMENT_NONE && base_slice_is(at(document, marker)->xpos, "RP")) {
        events_add_argument(frame, EVENTS_PARTICLE, marker, BASE_SLICE(""));
    }
}

/* "Called on the mayor": what the parser takes for a particle and an object may be a preposition and its phrase. */
static void add_particle_as_case(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t verb,
                                 uint32_t object, struct events_frame *frame) {
    uint32_t particle = document_child(document, verb, REL_COMPOUND_PRT);
    if (particle != DOCUMENT_NONE && particle < object) {
        events_add_argument(frame, EVENTS_CASE, events_counted(document, vocabulary, events_antecedent(document, object)),
                            at(document, particle)->lemma);
    }
}

static void add_verb_children(const struct document *document, const struct events_vocabulary *vocabulary,
                              uint32_t verb, struct events_frame *frame) {
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        enum document_relation relation = at(document, child)->relation;
        if (relation == REL_OBJ) {
            events_add_argument(frame, EVENTS_OBJECT, events_counted(document, vocabulary, events_antecedent(document, child)),
                BASE_SLICE(""));
            add_particle_of_object(document, child, frame);
            add_particle_as_case(document, vocabulary, verb, child, frame);
        } else if (relation == REL_IOBJ) {
            events_add_argument(frame, EVENTS_INDIRECT, events_counted(document, vocabulary, events_antecedent(document, child)),
                BASE_SLICE(""));
        } else if (relation == REL_OBL && !events_is_passive(document, verb) &&
                   document_child(document, child, REL_CASE) == DOCUMENT_NONE &&
                   document_child(document, verb, REL_OBJ) == DOCUMENT_NONE &&
                   events_borrowed_marker(document, verb, child).size == 0 &&
                   !(document->date_at && document->date_at[child] != DOCUMENT_NONE)) {
            events_add_argument(frame, EVENTS_OBJECT, child, BASE_SLICE("")); /* "killed at least ten": "at" misleads the parser */
        } else if (relation == REL_XCOMP && at(document, child)->upos == UPOS_PROPN &&
                   document_child(document, verb, REL_OBJ) == DOCUMENT_NONE && !events_is_passive(document, verb) &&
                   events_marker(document, child, REL_CASE).size == 0) {
            /* "called Smith to ask" */
            events_add_argument(frame, EVENTS_OBJECT, events_counted(document, vocabulary, child), BASE_SLICE(""));
        } else if (relation == REL_OBL_UNMARKED && at(document, child)->upos == UPOS_NUM &&
                   document_child(document, child, REL_NMOD) != DOCUMENT_NONE) {
            events_add_argument(frame, EVENTS_OBJECT, child, BASE_SLICE("")); /* a score: "beat them 7-1" */
        } else if (relation == REL_COMPOUND_PRT || relation == REL_ADVMOD || relation == REL_COMPOUND) {
            events_add_argument(frame, EVENTS_PARTICLE, child, BASE_SLICE(""));
        }
    }
}

static void add_core(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t verb,
                     struct events_frame *frame) {
    uint32_t subject = events_subject_of(document, vocabulary, verb);
    if (events_is_passive(document, verb)) {
        bool has_object = document_child(document, verb, REL_OBJ) != DOCUMENT_NONE;
        events_add_argument(frame, has_object ? EVENTS_INDIRECT : EVENTS_OBJECT, subject, BASE_SLICE(""));
        add_verb_children(document, vocabulary, verb, frame);
        return;
    }
    events_add_argument(frame, EVENTS_SUBJECT, subject, BASE_SLICE(""));
    add_verb_children(document, vocabulary, verb, frame);
    if (events_first_argument(frame, EVENTS_OBJECT) == DOCUMENT_NONE) {
        uint32_t indirect = events_first_argument(frame, EVENTS_INDIRECT); /* "warned Iran of consequences" */
        events_add_argument(frame, EVENTS_OBJECT, indirect != DOCUMENT_NONE ? indirect : shared_object(document, verb),
            BASE_SLICE(""));
    }
}

/* "Defending champion Norway", "coach Smith": a common noun before a name counts behind it; but "rival Senator Smith". */
static void add_descriptions(const struct document *document, struct events_frame *frame) {
    size_t own = frame->count;
    for (size_t i = 0; i < own; i++) {
        enum events_role role = frame->arguments[i].role;
        uint32_t token = frame->arguments[i].token, noun = document_child(document, token, REL_NMOD_DESC);
        const struct document_entity *entity = events_actor_at(document, token);
        bool official = entity && entity->type == DOCUMENT_PER && events_is_public(entity);
        if ((role == EVENTS_SUBJECT || role == EVENTS_OBJECT) && noun != DOCUMENT_NONE && !official &&
            at(document, noun)->upos == UPOS_NOUN) {
            events_add_argument(frame, role, noun, BASE_SLICE(""));
        }
    }
}

/* What coordinated verbs share: "built a base in Syria and sent advisers". Only markers that the data name; one with a
 * subject of its own shares nothing. */
static void add_shared_cases(const struct document *document, const struct events_vocabulary *vocabulary,
                             struct events_frame *frame) {
    uint32_t first = at(document, frame->predicate)->head;
    if (at(document, frame->predicate)->relation != REL_CONJ || first == DOCUMENT_NONE ||
        document_child(document, frame->predicate, REL_NSUBJ) != DOCUMENT_NONE) {
        return;
    }
    struct events_frame other = {.predicate = first};
    uint32_t object = document_child(document, first, REL_OBJ);
    events_add_cases(document, vocabulary, first, false, &other);
    if (object != DOCUMENT_NONE) {
        events_add_cases(document, vocabulary, object, false, &other);
    }
    for (size_t i = 0; i < other.count; i++) {
        if (events_class_has(vocabulary->shared, other.arguments[i].marker)) {
            events_add_argument(frame, EVENTS_CASE, other.arguments[i].token, other.arguments[i].marker);
        }
    }
}

static void verb_frame(const struct document *document, const struct events_vocabulary *vocabulary,
                       struct events_frame *frame) {
    uint32_t verb = frame->predicate;
    add_core(document, vocabulary, verb, frame);
    bool passive = events_is_passive(document, verb);
    events_add_cases(document, vocabulary, verb, passive, frame);
    events_add_clauses(document, verb, frame);
    uint32_t object = events_first_argument(frame, EVENTS_OBJECT);
    if (object != DOCUMENT_NONE) {
        events_add_cases(document, vocabulary, object, false, frame);
        uint32_t number = at(document, object)->head; /* "donated millions of dollars to the party" */
        if (at(document, object)->relation == REL_NMOD && at(document, number)->relation == REL_OBJ) {
            events_add_cases(document, vocabulary, number, false, frame);
        }
        if (document_is_below(document, object, verb)) {
            events_add_clauses(document, object, frame);
        }
    }
    /* "was arrested during raids by police": who does the one does the other */
    bool agentless = passive && events_first_argument(frame, EVENTS_SUBJECT) == DOCUMENT_NONE;
    events_add_deeper_cases(document, vocabulary, agentless, frame);
    events_borrow_from_clauses(document, vocabulary, frame);
    add_shared_cases(document, vocabulary, frame);
    add_descriptions(document, frame);
}

bool events_part_has(char part, enum events_role role) {
    return part == 'n' ? role != EVENTS_PARTICLE
                       : role != EVENTS_POSSESSIVE && role != EVENTS_MODIFIER;
}

void events_frame_of(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t predicate,
                     struct events_frame *out) {
    *out = (struct events_frame){.predicate = predicate, .clause = predicate,
                                 .part = events_predicate_part(document, predicate)};
    if (out->part == 'n') {
        events_noun_frame(document, vocabulary, out);
    } else {
        verb_frame(document, vocabulary, out);
    }
    out->reach = vocabulary->sought.count ? events_reach_of(document, vocabulary, out) : NULL;
}
