/* What frames of verbs and of nouns have in common: markers, prepositional phrases, clauses. */
#include "events/frame_parts.h"

#include "events/kinds.h"

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

void events_add_argument(struct events_frame *frame, enum events_role role, uint32_t token, struct base_slice marker) {
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

uint32_t events_first_argument(const struct events_frame *frame, enum events_role role) {
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

/* "Officials at Homeland Security Investigations": what happens has an article ("the Geneva Talks"), a body has none. */
static bool is_name_of_body(const struct document *document, uint32_t noun) {
    return events_is_surname(document, noun) && document_child(document, noun, REL_DET) == DOCUMENT_NONE &&
           document_child(document, noun, REL_NMOD_POSS) == DOCUMENT_NONE;
}

/* "Job-killing rules": what something does in general. */
static bool is_behind_hyphen(const struct document *document, uint32_t verb) {
    return verb > 1 && base_slice_is(at(document, verb)->xpos, "VBG") &&
           base_slice_is(at(document, verb - 1)->form, "-") &&
           at(document, verb - 1)->span.end == at(document, verb)->span.start &&
           at(document, verb - 2)->span.end == at(document, verb - 1)->span.start;
}

static bool has_auxiliary(const struct document *document, uint32_t token) {
    return document_child(document, token, REL_AUX) != DOCUMENT_NONE || document_child(document, token, REL_COP) != DOCUMENT_NONE;
}

char events_predicate_part(const struct document *document, uint32_t token) {
    switch (at(document, token)->upos) {
    case UPOS_VERB:
        return at(document, token)->relation == REL_AMOD || at(document, token)->relation == REL_COMPOUND ||
                       events_is_surname(document, token) || is_behind_hyphen(document, token)
                   ? 0
                   : 'v';
    case UPOS_NOUN:
        return at(document, token)->relation == REL_COMPOUND || is_name_of_body(document, token) ? 0 : 'n';
    case UPOS_PROPN:
        return at(document, token)->relation == REL_COMPOUND || at(document, token)->relation == REL_FLAT ||
                       is_name_of_body(document, token)
                   ? 0
                   : 'n';
    case UPOS_ADJ: /* "nurses are striking" */
        return at(document, token)->relation == REL_AMOD                                        ? 0
               : base_slice_is(at(document, token)->xpos, "VBG") && has_auxiliary(document, token) ? 'v'
                                                                                                 : 'a';
    default:
        return 0;
    }
}

/* Of "hundreds of soldiers" the soldiers, of "the city of Idlib" Idlib. */
uint32_t events_counted(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token) {
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

uint32_t events_subject_of(const struct document *document, const struct events_vocabulary *vocabulary,
                           uint32_t predicate) {
    return events_counted(document, vocabulary, events_surface_subject(document, vocabulary, predicate));
}

/* "To resign", "to be jailed". */
static bool is_infinitive(const struct document *document, uint32_t clause) {
    return base_slice_is(at(document, clause)->xpos, "VB") ||
           (base_slice_is(at(document, clause)->xpos, "VBN") &&
            document_child(document, clause, REL_AUX_PASS) != DOCUMENT_NONE);
}

struct base_slice events_borrowed_marker(const struct document *document, uint32_t verb, uint32_t phrase) {
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        uint32_t marker = document_child(document, child, REL_MARK);
        bool around = marker != DOCUMENT_NONE && marker < phrase && phrase < child;
        if (around && is_infinitive(document, child)) {
            return at(document, marker)->lemma;
        }
    }
    return BASE_SLICE("");
}

/* "Clashes between the army and the rebels": two are named, even where the parser hangs the second from the clashes. */
static void add_second_of_two(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t top,
                              uint32_t first, struct base_slice marker, struct events_frame *frame) {
    if (!events_class_has(vocabulary->between, marker) || document_child(document, first, REL_CONJ) != DOCUMENT_NONE) {
        return;
    }
    for (DOCUMENT_CHILDREN(document, child, top)) {
        if (child > first && at(document, child)->relation == REL_CONJ) {
            events_add_argument(frame, EVENTS_CASE, events_counted(document, vocabulary, child), marker);
        }
    }
}

void events_add_cases(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t top,
                      bool agents, struct events_frame *frame) {
    for (DOCUMENT_CHILDREN(document, child, top)) {
        enum document_relation relation = at(document, child)->relation;
        if (relation != REL_OBL && relation != REL_OBL_AGENT && relation != REL_NMOD) {
            continue;
        }
        struct base_slice marker = events_marker(document, child, REL_CASE);
        marker = marker.size ? marker : events_borrowed_marker(document, top, child);
        uint32_t token = events_counted(document, vocabulary, events_antecedent(document, child));
        if (token == frame->predicate) {
            continue;
        }
        if (agents && (relation == REL_OBL_AGENT || events_class_has(vocabulary->agent, marker))) {
            events_add_argument(frame, EVENTS_SUBJECT, token, BASE_SLICE(""));
        } else if (marker.size) {
            events_add_argument(frame, EVENTS_CASE, token, marker);
            add_second_of_two(document, vocabulary, top, child, marker, frame);
        }
    }
}

/* Those a level deeper, for what the parser hung too low: "delivery of missiles to Yemen"; but not in
 * "as the voice of Yemen", and whoever is "called on" does not stand in "called for a ban on refugees". */
void events_add_deeper_cases(const struct document *document, const struct events_vocabulary *vocabulary,
                             bool agents, struct events_frame *frame) {
    size_t own = frame->count;
    bool asks = events_class_has(vocabulary->asks, at(document, frame->predicate)->lemma);
    for (size_t i = 0; i < own; i++) {
        struct base_slice marker = frame->arguments[i].marker;
        if (events_class_has(vocabulary->apart, marker) || (asks && events_class_has(vocabulary->asked_by, marker))) {
            continue;
        }
        if (frame->arguments[i].role == EVENTS_CASE || (agents && frame->arguments[i].role == EVENTS_SUBJECT)) {
            events_add_cases(document, vocabulary, frame->arguments[i].token, agents, frame);
        }
    }
}

/* Complements, those of nouns too ("the demand that he resign"); of adjuncts infinitives and gerunds with a marker, which
 * parsers do not tell from complements. */
static bool is_clause(const struct document *document, uint32_t clause) {
    const struct document_token *token = at(document, clause);
    bool adjunct = token->relation == REL_ADVCL || token->relation == REL_ACL;
    bool marked = document_child(document, clause, REL_MARK) != DOCUMENT_NONE;
    bool gerund = base_slice_is(token->xpos, "VBG") && marked;
    return token->relation == REL_XCOMP || token->relation == REL_CCOMP ||
           (adjunct && (gerund || base_slice_is(token->xpos, "VB"))) || (token->relation == REL_ACL && marked);
}

/* "Iran must release them, the minister said": what is reported stands in front and governs the report. */
static uint32_t reported_in_front(const struct document *document, uint32_t verb) {
    const struct document_token *token = at(document, verb);
    bool report = token->relation == REL_PARATAXIS && token->head < verb && token->upos == UPOS_VERB &&
                  document_child(document, verb, REL_NSUBJ) != DOCUMENT_NONE &&
                  document_child(document, verb, REL_CCOMP) == DOCUMENT_NONE &&
                  document_child(document, verb, REL_XCOMP) == DOCUMENT_NONE &&
                  document_child(document, verb, REL_MARK) == DOCUMENT_NONE &&
                  document_child(document, verb, REL_OBJ) == DOCUMENT_NONE;
    bool finite = report && at(document, token->head)->upos == UPOS_VERB && /* "the aim is to win, he said" */
                  document_child(document, token->head, REL_MARK) == DOCUMENT_NONE;
    return finite ? token->head : DOCUMENT_NONE;
}

void events_add_clauses(const struct document *document, uint32_t top, struct events_frame *frame) {
    for (DOCUMENT_CHILDREN(document, child, top)) {
        if (is_clause(document, child) && child != frame->predicate) {
            events_add_argument(frame, EVENTS_CLAUSE, child, events_marker(document, child, REL_MARK));
        }
    }
    if (top == frame->predicate) {
        events_add_argument(frame, EVENTS_CLAUSE, reported_in_front(document, top), BASE_SLICE(""));
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

/* "Called for Smith to resign", where Smith hangs from the call, with "for" or without it. */
static void add_asked(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t clause,
                      struct events_frame *frame) {
    uint32_t marker = document_child(document, clause, REL_MARK), start, end, first, last;
    if (!is_infinitive(document, clause) || marker == DOCUMENT_NONE ||
        !events_class_has(vocabulary->asks, at(document, frame->predicate)->lemma)) {
        return;
    }
    bool borrows = events_class_has(vocabulary->asked_by, at(document, marker)->lemma);
    document_subtree(document, clause, &start, &end);
    for (DOCUMENT_CHILDREN(document, child, frame->predicate)) {
        document_subtree(document, child, &first, &last);
        bool between = borrows && marker < child && child < clause &&
                       document_child(document, child, REL_CASE) == DOCUMENT_NONE;
        bool before = last + 1 == start && events_class_has(vocabulary->asked_by, events_marker(document, child, REL_CASE));
        if (at(document, child)->relation == REL_OBL && (between || before)) {
            events_add_argument(frame, EVENTS_CLAUSE_SUBJECT, child, BASE_SLICE(""));
        }
    }
}

/* The arguments of the clauses that complete the predicate: "threatened to attack Iran". */
void events_borrow_from_clauses(const struct document *document, const struct events_vocabulary *vocabulary,
                                struct events_frame *frame) {
    size_t own = frame->count;
    for (size_t i = 0; i < own; i++) {
        uint32_t clause = frame->arguments[i].token;
        if (frame->arguments[i].role != EVENTS_CLAUSE ||
            (at(document, clause)->relation == REL_ADVCL && !base_slice_is(at(document, clause)->xpos, "VB"))) {
            continue;
        }
        add_asked(document, vocabulary, clause, frame);
        bool told = is_told_to(document, vocabulary, frame, clause);
        for (DOCUMENT_CHILDREN(document, child, clause)) {
            enum document_relation relation = at(document, child)->relation;
            if (relation == REL_NSUBJ || relation == REL_NSUBJ_PASS) {
                events_add_argument(frame, EVENTS_CLAUSE_SUBJECT, child, BASE_SLICE(""));
            } else if (relation == REL_OBJ) {
                events_add_argument(frame, EVENTS_CLAUSE_OBJECT, child, BASE_SLICE(""));
                if (!told) {
                    events_add_cases(document, vocabulary, child, false, frame);
                }
            }
        }
        if (!told) {
            events_add_cases(document, vocabulary, clause, false, frame);
        }
    }
}
