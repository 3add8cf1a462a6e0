#include "events/frame.h"

#include "events/kinds.h"
#include "events/phrase.h"

enum { PARTS = 4 }; /* of a name */

static const struct document_token *at(const struct document *document, uint32_t token) {
    return &document->tokens.items[token];
}

/* "Russian Minister Lavrov", of which the parser takes the first word for the head: the word that heads the mention. */
static uint32_t head_of_name(const struct document *document, uint32_t token) {
    uint32_t name = token;
    for (int part = 0; part < PARTS && document->mention_at && document->mention_at[name] == DOCUMENT_NONE; part++) {
        uint32_t flat = document_child(document, name, REL_FLAT);
        if (flat == DOCUMENT_NONE) {
            return token;
        }
        name = flat;
    }
    return !document->mention_at || document->mention_at[name] == DOCUMENT_NONE ? token : name;
}

static void add(struct events_frame *frame, enum events_role role, uint32_t token, struct base_slice marker) {
    if (token == DOCUMENT_NONE || frame->count == EVENTS_ARGUMENTS) {
        return;
    }
    for (size_t i = 0; i < frame->count; i++) {
        const struct events_argument *argument = &frame->arguments[i];
        if (argument->token == token && argument->role == role && base_slice_equal(argument->marker, marker)) {
            return;
        }
    }
    frame->arguments[frame->count++] = (struct events_argument){token, role, marker};
}

static uint32_t first_with(const struct events_frame *frame, enum events_role role) {
    for (size_t i = 0; i < frame->count; i++) {
        if (frame->arguments[i].role == role) {
            return frame->arguments[i].token;
        }
    }
    return DOCUMENT_NONE;
}

struct base_slice events_fixed(const struct document *document, uint32_t token) {
    struct base_slice text = at(document, token)->lemma;
    for (DOCUMENT_CHILDREN(document, child, token)) {
        if (at(document, child)->relation == REL_FIXED) {
            text = base_arena_format(document->arena, "%.*s %.*s", (int)text.size, text.data,
                                     (int)at(document, child)->lemma.size, at(document, child)->lemma.data);
        }
    }
    return text;
}

struct base_slice events_marker(const struct document *document, uint32_t token, enum document_relation relation) {
    uint32_t marker = document_child(document, token, relation);
    if (marker == DOCUMENT_NONE && relation == REL_CASE) { /* "against al-Shabab": hung from a later part of the phrase */
        for (DOCUMENT_CHILDREN(document, child, token)) {
            uint32_t other = child > token ? document_child(document, child, relation) : DOCUMENT_NONE;
            marker = marker == DOCUMENT_NONE && other < token ? other : marker;
        }
    }
    if (marker == DOCUMENT_NONE) {
        return BASE_SLICE("");
    }
    return events_fixed(document, marker);
}

char events_predicate_part(const struct document *document, uint32_t token) {
    switch (at(document, token)->upos) {
    case UPOS_VERB:
        return at(document, token)->relation == REL_AMOD || at(document, token)->relation == REL_COMPOUND ||
                       events_is_surname(document, token)
                   ? 0
                   : 'v';
    case UPOS_NOUN:
        return at(document, token)->relation == REL_COMPOUND ? 0 : 'n';
    case UPOS_PROPN:
        return at(document, token)->relation == REL_COMPOUND || at(document, token)->relation == REL_FLAT ? 0 : 'n';
    case UPOS_ADJ:
        return at(document, token)->relation == REL_AMOD ? 0 : 'a';
    default:
        return 0;
    }
}

/* Of "hundreds of soldiers" the soldiers, of "the city of Idlib" Idlib. */
static uint32_t counted(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token) {
    token = token == DOCUMENT_NONE ? token : head_of_name(document, token);
    bool counts = token != DOCUMENT_NONE && events_class_has(vocabulary->quantity, at(document, token)->lemma);
    bool locality = token != DOCUMENT_NONE && events_class_has(vocabulary->locality, at(document, token)->lemma);
    if (!counts && !locality) {
        return token;
    }
    for (DOCUMENT_CHILDREN(document, child, token)) {
        if (at(document, child)->relation == REL_NMOD && (counts || at(document, child)->upos == UPOS_PROPN) &&
            events_class_has(vocabulary->whole, events_marker(document, child, REL_CASE))) {
            return child;
        }
    }
    return token;
}

/* "Calling for Smith to resign", where "for" was taken for the infinitive's and Smith for the verb's: its marker. */
static struct base_slice borrowed_marker(const struct document *document, uint32_t verb, uint32_t phrase) {
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        uint32_t marker = document_child(document, child, REL_MARK);
        bool around = marker != DOCUMENT_NONE && marker < phrase && phrase < child;
        if (around && base_slice_is(at(document, child)->xpos, "VB")) {
            return at(document, marker)->lemma;
        }
    }
    return BASE_SLICE("");
}

/* Prepositional phrases below `top`, which may be the predicate, its object or its light verb. */
static void add_cases(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t top,
                      bool agents, struct events_frame *frame) {
    for (DOCUMENT_CHILDREN(document, child, top)) {
        enum document_relation relation = at(document, child)->relation;
        if (relation != REL_OBL && relation != REL_OBL_AGENT && relation != REL_NMOD) {
            continue;
        }
        struct base_slice marker = events_marker(document, child, REL_CASE);
        marker = marker.size ? marker : borrowed_marker(document, top, child);
        uint32_t token = counted(document, vocabulary, events_antecedent(document, child));
        if (token == frame->predicate) {
            continue;
        }
        if (agents && (relation == REL_OBL_AGENT || events_class_has(vocabulary->agent, marker))) {
            add(frame, EVENTS_SUBJECT, token, BASE_SLICE(""));
        } else if (marker.size) {
            add(frame, EVENTS_CASE, token, marker);
        }
    }
}

/* Those a level deeper, for what the parser hung too low: "delivery of missiles to Yemen"; but whoever is "called on" does
 * not stand in "called for a ban on refugees". */
static void add_deeper_cases(const struct document *document, const struct events_vocabulary *vocabulary,
                             bool agents, struct events_frame *frame) {
    size_t own = frame->count;
    bool asks = events_class_has(vocabulary->asks, at(document, frame->predicate)->lemma);
    for (size_t i = 0; i < own; i++) {
        if (asks && events_class_has(vocabulary->asked_by, frame->arguments[i].marker)) {
            continue;
        }
        if (frame->arguments[i].role == EVENTS_CASE || (agents && frame->arguments[i].role == EVENTS_SUBJECT)) {
            add_cases(document, vocabulary, frame->arguments[i].token, agents, frame);
        }
    }
}

/* Complements; of adjuncts infinitives and gerunds with a marker, which parsers do not tell from complements. */
static bool is_clause(const struct document *document, uint32_t clause) {
    const struct document_token *token = at(document, clause);
    bool adjunct = token->relation == REL_ADVCL || token->relation == REL_ACL;
    bool gerund = base_slice_is(token->xpos, "VBG") && document_child(document, clause, REL_MARK) != DOCUMENT_NONE;
    return token->relation == REL_XCOMP || token->relation == REL_CCOMP ||
           (adjunct && (gerund || base_slice_is(token->xpos, "VB")));
}

static void add_clauses(const struct document *document, uint32_t top, struct events_frame *frame) {
    for (DOCUMENT_CHILDREN(document, child, top)) {
        if (is_clause(document, child) && child != frame->predicate) {
            add(frame, EVENTS_CLAUSE, child, events_marker(document, child, REL_MARK));
        }
    }
}

/* "Asked you to focus on Iran" says nothing to Iran. */
static bool is_told_to(const struct document *document, const struct events_vocabulary *vocabulary,
                       const struct events_frame *frame, uint32_t clause) {
    bool object = document_child(document, frame->predicate, REL_OBJ) != DOCUMENT_NONE ||
                  document_child(document, frame->predicate, REL_IOBJ) != DOCUMENT_NONE;
    return object && base_slice_is(at(document, clause)->xpos, "VB") &&
           events_class_has(vocabulary->asks, at(document, frame->predicate)->lemma);
}

/* The arguments of the clauses that complete the predicate: "threatened to attack Iran". */
static void borrow_from_clauses(const struct document *document, const struct events_vocabulary *vocabulary,
                                struct events_frame *frame) {
    size_t own = frame->count;
    for (size_t i = 0; i < own; i++) {
        uint32_t clause = frame->arguments[i].token;
        if (frame->arguments[i].role != EVENTS_CLAUSE ||
            (at(document, clause)->relation == REL_ADVCL && !base_slice_is(at(document, clause)->xpos, "VB"))) {
            continue;
        }
        bool told = is_told_to(document, vocabulary, frame, clause);
        for (DOCUMENT_CHILDREN(document, child, clause)) {
            enum document_relation relation = at(document, child)->relation;
            if (relation == REL_NSUBJ || relation == REL_NSUBJ_PASS) {
                add(frame, EVENTS_CLAUSE_SUBJECT, child, BASE_SLICE(""));
            } else if (relation == REL_OBJ) {
                add(frame, EVENTS_CLAUSE_OBJECT, child, BASE_SLICE(""));
                if (!told) {
                    add_cases(document, vocabulary, child, false, frame);
                }
            }
        }
        if (!told) {
            add_cases(document, vocabulary, clause, false, frame);
        }
    }
}

/* ---- verbs and adjectives */

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
        add(frame, EVENTS_PARTICLE, marker, BASE_SLICE(""));
    }
}

static void add_verb_children(const struct document *document, const struct events_vocabulary *vocabulary,
                              uint32_t verb, struct events_frame *frame) {
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        enum document_relation relation = at(document, child)->relation;
        if (relation == REL_OBJ) {
            add(frame, EVENTS_OBJECT, counted(document, vocabulary, events_antecedent(document, child)),
                BASE_SLICE(""));
            add_particle_of_object(document, child, frame);
        } else if (relation == REL_IOBJ) {
            add(frame, EVENTS_INDIRECT, counted(document, vocabulary, events_antecedent(document, child)),
                BASE_SLICE(""));
        } else if (relation == REL_OBL && !events_is_passive(document, verb) &&
                   document_child(document, child, REL_CASE) == DOCUMENT_NONE &&
                   document_child(document, verb, REL_OBJ) == DOCUMENT_NONE &&
                   borrowed_marker(document, verb, child).size == 0 &&
                   !(document->date_at && document->date_at[child] != DOCUMENT_NONE)) {
            add(frame, EVENTS_OBJECT, child, BASE_SLICE("")); /* "killed at least ten": "at" misleads the parser */
        } else if (relation == REL_XCOMP && at(document, child)->upos == UPOS_PROPN &&
                   document_child(document, verb, REL_OBJ) == DOCUMENT_NONE && !events_is_passive(document, verb) &&
                   events_marker(document, child, REL_CASE).size == 0) {
            add(frame, EVENTS_OBJECT, counted(document, vocabulary, child), BASE_SLICE("")); /* "called Smith to ask" */
        } else if (relation == REL_OBL_UNMARKED && at(document, child)->upos == UPOS_NUM &&
                   document_child(document, child, REL_NMOD) != DOCUMENT_NONE) {
            add(frame, EVENTS_OBJECT, child, BASE_SLICE("")); /* a score: "beat them 7-1" */
        } else if (relation == REL_COMPOUND_PRT || relation == REL_ADVMOD || relation == REL_COMPOUND) {
            add(frame, EVENTS_PARTICLE, child, BASE_SLICE(""));
        }
    }
}

static void add_core(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t verb,
                     struct events_frame *frame) {
    uint32_t subject = counted(document, vocabulary, events_surface_subject(document, vocabulary, verb));
    if (events_is_passive(document, verb)) {
        bool has_object = document_child(document, verb, REL_OBJ) != DOCUMENT_NONE;
        add(frame, has_object ? EVENTS_INDIRECT : EVENTS_OBJECT, subject, BASE_SLICE(""));
        add_verb_children(document, vocabulary, verb, frame);
        return;
    }
    add(frame, EVENTS_SUBJECT, subject, BASE_SLICE(""));
    add_verb_children(document, vocabulary, verb, frame);
    if (first_with(frame, EVENTS_OBJECT) == DOCUMENT_NONE) {
        uint32_t indirect = first_with(frame, EVENTS_INDIRECT); /* "warned Iran of consequences" */
        add(frame, EVENTS_OBJECT, indirect != DOCUMENT_NONE ? indirect : shared_object(document, verb),
            BASE_SLICE(""));
    }
}

/* What coordinated verbs share: "built a base in Syria and sent advisers". Only markers that the data name. */
static void add_shared_cases(const struct document *document, const struct events_vocabulary *vocabulary,
                             struct events_frame *frame) {
    uint32_t first = at(document, frame->predicate)->head;
    if (at(document, frame->predicate)->relation != REL_CONJ || first == DOCUMENT_NONE) {
        return;
    }
    struct events_frame other = {.predicate = first};
    uint32_t object = document_child(document, first, REL_OBJ);
    add_cases(document, vocabulary, first, false, &other);
    if (object != DOCUMENT_NONE) {
        add_cases(document, vocabulary, object, false, &other);
    }
    for (size_t i = 0; i < other.count; i++) {
        if (events_class_has(vocabulary->shared, other.arguments[i].marker)) {
            add(frame, EVENTS_CASE, other.arguments[i].token, other.arguments[i].marker);
        }
    }
}

static void verb_frame(const struct document *document, const struct events_vocabulary *vocabulary,
                       struct events_frame *frame) {
    uint32_t verb = frame->predicate;
    add_core(document, vocabulary, verb, frame);
    add_cases(document, vocabulary, verb, events_is_passive(document, verb), frame);
    add_clauses(document, verb, frame);
    uint32_t object = first_with(frame, EVENTS_OBJECT);
    if (object != DOCUMENT_NONE) {
        add_cases(document, vocabulary, object, false, frame);
        if (document_is_below(document, object, verb)) {
            add_clauses(document, object, frame);
        }
    }
    add_deeper_cases(document, vocabulary, false, frame);
    borrow_from_clauses(document, vocabulary, frame);
    add_shared_cases(document, vocabulary, frame);
}

/* ---- event nouns */

/* The verb that only carries the noun ("paid a visit", "talks took place"), or DOCUMENT_NONE. */
static uint32_t light_verb(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t noun) {
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
        add(frame, borne ? EVENTS_OBJECT : EVENTS_SUBJECT, events_surface_subject(document, vocabulary, verb),
            BASE_SLICE(""));
    }
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        enum document_relation relation = at(document, child)->relation;
        if (relation == REL_IOBJ || (relation == REL_OBJ && child != noun)) {
            add(frame, EVENTS_INDIRECT, child, BASE_SLICE(""));
        }
    }
    add_cases(document, vocabulary, verb, passive, frame);
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
        if (subject != DOCUMENT_NONE && events_antecedent(document, subject) == subject) {
            add(frame, EVENTS_SUBJECT, subject, BASE_SLICE(""));
        }
        add_cases(document, vocabulary, child, passive, frame);
    }
}

/* "Japan is the largest donor", "the village was under attack". */
static void add_copula_subject(const struct document *document, const struct events_vocabulary *vocabulary,
                               struct events_frame *frame) {
    uint32_t noun = frame->predicate;
    if (document_child(document, noun, REL_COP) == DOCUMENT_NONE) {
        return;
    }
    uint32_t subject = events_surface_subject(document, vocabulary, noun);
    if (events_class_has(vocabulary->beneath, events_marker(document, noun, REL_CASE))) {
        add(frame, EVENTS_OBJECT, subject, BASE_SLICE(""));
        return;
    }
    bool pronoun = subject != DOCUMENT_NONE && at(document, subject)->upos == UPOS_PRON; /* "it was a visit" */
    add(frame, EVENTS_SUBJECT, pronoun ? DOCUMENT_NONE : subject, BASE_SLICE(""));
}

/* "Conceded in a phone call with the president": who does something in it takes part. */
static void add_subject_of_setting(const struct document *document, const struct events_vocabulary *vocabulary,
                                   struct events_frame *frame) {
    uint32_t noun = frame->predicate, verb = at(document, noun)->head;
    bool setting = at(document, noun)->relation == REL_OBL && at(document, verb)->upos == UPOS_VERB &&
                   events_class_has(vocabulary->where, events_marker(document, noun, REL_CASE));
    uint32_t determiner = document_child(document, noun, REL_DET);
    bool known = determiner != DOCUMENT_NONE &&
                 base_slice_find(at(document, determiner)->feats, BASE_SLICE("Definite=Ind")) == SIZE_MAX;
    bool with = false;
    for (size_t i = 0; i < frame->count; i++) {
        with = with || (frame->arguments[i].role == EVENTS_CASE &&
                        events_class_has(vocabulary->shared, frame->arguments[i].marker) &&
                        !events_class_has(vocabulary->where, frame->arguments[i].marker));
    }
    if (setting && with && !known && first_with(frame, EVENTS_SUBJECT) == DOCUMENT_NONE &&
        first_with(frame, EVENTS_POSSESSIVE) == DOCUMENT_NONE && !events_is_passive(document, verb)) {
        add(frame, EVENTS_SUBJECT, events_surface_subject(document, vocabulary, verb), BASE_SLICE(""));
    }
}

/* "State-inspired attacks": who stands before such a participle did nothing; but "Saudi-led raids". */
static bool is_undone(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t modifier) {
    return base_slice_is(at(document, modifier)->xpos, "VBN") && at(document, modifier)->relation == REL_AMOD &&
           document_child(document, modifier, REL_COMPOUND) != DOCUMENT_NONE &&
           !events_class_has(vocabulary->done_by, at(document, modifier)->lemma);
}

static void noun_frame(const struct document *document, const struct events_vocabulary *vocabulary,
                       struct events_frame *frame) {
    uint32_t noun = frame->predicate;
    for (DOCUMENT_CHILDREN(document, child, noun)) {
        enum document_relation relation = at(document, child)->relation;
        if (relation == REL_NMOD_POSS) {
            add(frame, EVENTS_POSSESSIVE, child, BASE_SLICE(""));
        } else if (relation == REL_COMPOUND || relation == REL_AMOD) {
            add(frame, EVENTS_MODIFIER, child, BASE_SLICE(""));
        }
    }
    add_copula_subject(document, vocabulary, frame);
    add_cases(document, vocabulary, noun, true, frame);
    add_deeper_cases(document, vocabulary, true, frame);
    uint32_t verb = light_verb(document, vocabulary, noun);
    if (verb != DOCUMENT_NONE) {
        add_light_verb(document, vocabulary, verb, frame);
    }
    add_relative_light_verb(document, vocabulary, frame);
    add_subject_of_setting(document, vocabulary, frame);
    add_clauses(document, noun, frame);
    size_t own = frame->count;
    for (size_t i = 0; i < own; i++) {
        enum events_role role = frame->arguments[i].role;
        if (role == EVENTS_POSSESSIVE) {
            add(frame, EVENTS_SUBJECT, frame->arguments[i].token, BASE_SLICE(""));
        }
    }
    for (size_t i = 0; i < own; i++) {
        if (frame->arguments[i].role == EVENTS_MODIFIER && !is_undone(document, vocabulary, frame->arguments[i].token)) {
            add(frame, EVENTS_SUBJECT, frame->arguments[i].token, BASE_SLICE(""));
        }
    }
    borrow_from_clauses(document, vocabulary, frame);
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
        noun_frame(document, vocabulary, out);
    } else {
        verb_frame(document, vocabulary, out);
    }
    out->reach = vocabulary->sought.count ? events_reach_of(document, vocabulary, out) : NULL;
}
