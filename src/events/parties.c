#include "events/parties.h"

struct gathering {
    const struct document *document;
    const struct events_vocabulary *vocabulary;
    const struct events_frame *frame;
    uint32_t queue[EVENTS_PARTIES];
    size_t count;
};

static const struct document_token *at(const struct gathering *gathering, uint32_t token) {
    return &gathering->document->tokens.items[token];
}

static void enqueue(struct gathering *gathering, uint32_t token) {
    for (size_t i = 0; i < gathering->count; i++) {
        if (gathering->queue[i] == token) {
            return;
        }
    }
    if (token != DOCUMENT_NONE && gathering->count < EVENTS_PARTIES) {
        gathering->queue[gathering->count++] = token;
    }
}

static void add_party(struct events_party *party, uint32_t token) {
    for (size_t i = 0; i < party->count; i++) {
        if (party->tokens[i] == token) {
            return;
        }
    }
    if (party->count < EVENTS_PARTIES) {
        party->tokens[party->count++] = token;
    }
}

/* Does the token stand for a party itself? A recipient may be a place that does not act ("shelled Aleppo") or somebody of
 * whom nothing is known ("killed twelve"). */
static bool is_party(const struct document *document, uint32_t token, enum events_others others) {
    return events_actor_at(document, token) ||
           (document->mention_at[token] != DOCUMENT_NONE &&
            (others == EVENTS_COUNTRIES ? events_is_country(document, token)
                                        : events_is_place(document, token) ||
                                              (others == EVENTS_VICTIMS && events_is_victim(document, token))));
}

static bool is_plural_noun(const struct gathering *gathering, uint32_t token) {
    return at(gathering, token)->upos != UPOS_PRON && document_has_feature(at(gathering, token), "Number=Plur");
}

static bool begins_with_conjunction(const struct document *document, uint32_t token) {
    uint32_t first, last;
    document_subtree(document, token, &first, &last);
    first += first < last && document->tokens.items[first].upos == UPOS_PUNCT; /* "with Iran, and with Iraq" */
    return document->tokens.items[first].upos == UPOS_CCONJ;
}

/* What is joined to the word, though it has the marker of another phrase. */
static void add_second(struct gathering *gathering, uint32_t top, struct base_slice marker) {
    const struct document *document = gathering->document;
    for (DOCUMENT_CHILDREN(document, child, top)) {
        bool second = at(gathering, child)->relation == REL_CONJ && events_actor_at(document, child) &&
                      base_slice_equal(events_marker(document, child, REL_CASE), marker);
        enqueue(gathering, second && begins_with_conjunction(document, child) ? child : DOCUMENT_NONE);
    }
}

/* "Met with Iran to stop the war, and with Iraq", where the parser hangs the second from the war or from stopping it. */
static void add_from_clause(struct gathering *gathering, uint32_t token) {
    const struct document *document = gathering->document;
    struct base_slice marker = events_marker(document, token, REL_CASE);
    if (at(gathering, token)->relation != REL_OBL || marker.size == 0) {
        return;
    }
    for (DOCUMENT_CHILDREN(document, clause, at(gathering, token)->head)) {
        if (at(gathering, clause)->relation != REL_ADVCL || clause < token) {
            continue;
        }
        add_second(gathering, clause, marker);
        for (DOCUMENT_CHILDREN(document, child, clause)) {
            if (!base_slice_equal(events_marker(document, child, REL_CASE), marker)) {
                add_second(gathering, child, marker);
            }
        }
    }
}

/* "After Texas and other states sued", where the parser takes "after Texas" for a phrase of its own. */
static uint32_t actor_before(const struct gathering *gathering, uint32_t token) {
    uint32_t first, last, start, end, head = at(gathering, token)->head;
    document_subtree(gathering->document, token, &first, &last);
    bool of_verb = first > 0 && at(gathering, first - 1)->upos == UPOS_CCONJ && at(gathering, first - 1)->head == head;
    first -= of_verb && at(gathering, head)->relation == REL_ADVCL;
    if (at(gathering, token)->relation != REL_NSUBJ || first == 0 || at(gathering, first)->upos != UPOS_CCONJ ||
        at(gathering, first - 1)->sentence != at(gathering, token)->sentence) {
        return DOCUMENT_NONE;
    }
    uint32_t before = first - 1;
    for (uint32_t above = before; above != DOCUMENT_NONE; above = at(gathering, above)->head) {
        document_subtree(gathering->document, above, &start, &end);
        if (end != first - 1) {
            break;
        }
        before = above;
    }
    return events_actor_at(gathering->document, before) ? before : DOCUMENT_NONE;
}

/* "By Russia and militias", "he and the rebels", where the parser hangs both from the verb: the next, or the one before, of
 * the same kind, a conjunction between. */
static void add_sisters(struct gathering *gathering, uint32_t token) {
    uint32_t head = at(gathering, token)->head, before = DOCUMENT_NONE;
    if (head == DOCUMENT_NONE) {
        return;
    }
    for (DOCUMENT_CHILDREN(gathering->document, child, head)) {
        if (at(gathering, child)->relation != at(gathering, token)->relation) {
            continue;
        }
        if (child > token) {
            bool like = base_slice_equal(events_marker(gathering->document, child, REL_CASE),
                                         events_marker(gathering->document, token, REL_CASE)) ||
                        document_child(gathering->document, child, REL_CASE) == DOCUMENT_NONE;
            enqueue(gathering, like && begins_with_conjunction(gathering->document, child) ? child : DOCUMENT_NONE);
            return;
        }
        if (child == token) {
            bool joined = before != DOCUMENT_NONE && begins_with_conjunction(gathering->document, token);
            enqueue(gathering, joined ? before : actor_before(gathering, token));
        }
        before = child;
    }
}

/* "As well as" right before the phrase, which the parser took for an adverb of the verb. */
static bool is_joined_by_adverb(const struct gathering *gathering, uint32_t phrase) {
    uint32_t first, last;
    document_subtree(gathering->document, phrase, &first, &last);
    uint32_t adverb = first == 0 ? DOCUMENT_NONE : at(gathering, first - 1)->head;
    return adverb != DOCUMENT_NONE && at(gathering, first - 1)->relation == REL_FIXED &&
           events_class_has(gathering->vocabulary->beside, events_fixed(gathering->document, adverb));
}

/* "As well as Jones", "along with Jones": a phrase right behind the token that the parser took for an adverbial. */
static bool is_company(const struct gathering *gathering, uint32_t phrase) {
    const struct document *document = gathering->document;
    enum document_relation relation = at(gathering, phrase)->relation;
    if (relation != REL_OBL && relation != REL_NMOD) {
        return false;
    }
    uint32_t marker = document_child(document, phrase, REL_CASE);
    if (marker == DOCUMENT_NONE) {
        return document_child(document, phrase, REL_CC) != DOCUMENT_NONE || is_joined_by_adverb(gathering, phrase);
    }
    return events_class_has(gathering->vocabulary->beside, at(gathering, marker)->lemma) ||
           (marker > 0 && events_class_has(gathering->vocabulary->beside, at(gathering, marker - 1)->lemma));
}

/* "Along with Russia, Iran": the same before a subject. */
static void add_company_in_front(struct gathering *gathering, uint32_t subject) {
    for (DOCUMENT_CHILDREN(gathering->document, child, at(gathering, subject)->head)) {
        bool adverb = at(gathering, child)->relation == REL_ADVMOD;
        uint32_t phrase = adverb ? document_child(gathering->document, child, REL_OBL) : child;
        bool front = child < subject && phrase != DOCUMENT_NONE && phrase < subject &&
                     document_child(gathering->document, phrase, REL_CASE) != DOCUMENT_NONE;
        enqueue(gathering, front && is_company(gathering, phrase) ? phrase : DOCUMENT_NONE);
    }
}

static void add_company(struct gathering *gathering, uint32_t token) {
    if (at(gathering, token)->relation == REL_NSUBJ || at(gathering, token)->relation == REL_NSUBJ_PASS) {
        add_company_in_front(gathering, token);
    }
    uint32_t head = at(gathering, token)->head;
    bool object = at(gathering, token)->relation == REL_OBJ || at(gathering, token)->relation == REL_NSUBJ_PASS;
    if (head != DOCUMENT_NONE) {
        for (DOCUMENT_CHILDREN(gathering->document, child, head)) {
            bool behind = child > token && (object || child < head || token > head);
            enqueue(gathering, behind && is_company(gathering, child) ? child : DOCUMENT_NONE);
        }
    }
    for (DOCUMENT_CHILDREN(gathering->document, child, token)) {
        if (at(gathering, child)->relation == REL_ADVMOD) { /* "together" governs "with the ministers" */
            for (DOCUMENT_CHILDREN(gathering->document, phrase, child)) {
                enqueue(gathering, is_company(gathering, phrase) ? phrase : DOCUMENT_NONE);
            }
        }
        enqueue(gathering, is_company(gathering, child) ? child : DOCUMENT_NONE);
    }
}

/* "The federation and Kosmos, a group": the last of a list has the conjunction, what follows says who it is. */
static bool is_apposition(const struct gathering *gathering, uint32_t conjunct) {
    uint32_t determiner = document_child(gathering->document, conjunct, REL_DET);
    if (document_child(gathering->document, conjunct, REL_CC) != DOCUMENT_NONE || determiner == DOCUMENT_NONE ||
        !document_has_feature(at(gathering, determiner), "Definite=Ind")) {
        return false;
    }
    for (DOCUMENT_CHILDREN(gathering->document, child, at(gathering, conjunct)->head)) {
        if (child < conjunct && at(gathering, child)->relation == REL_CONJ &&
            document_child(gathering->document, child, REL_CC) != DOCUMENT_NONE) {
            return true;
        }
    }
    return false;
}

/* "Bush, who signed the law, and his wife": the predicate stands between. */
static bool is_outside(const struct gathering *gathering, uint32_t child, uint32_t token) {
    uint32_t predicate = gathering->frame->predicate;
    return child > predicate && document_is_below(gathering->document, predicate, token);
}

/* "Met with the king, and in Egypt": only where. */
static bool is_only_where(const struct gathering *gathering, uint32_t child, uint32_t token) {
    return document_child(gathering->document, child, REL_CASE) != DOCUMENT_NONE &&
           document_child(gathering->document, token, REL_CASE) != DOCUMENT_NONE &&
           events_class_has(gathering->vocabulary->where, events_marker(gathering->document, child, REL_CASE)) &&
           !events_class_has(gathering->vocabulary->where, events_marker(gathering->document, token, REL_CASE));
}

/* "Prosecutors and agents who led the inquiry": the clause hangs from the last one. */
static void add_antecedents(struct gathering *gathering, uint32_t token) {
    bool relative = at(gathering, token)->relation == REL_CONJ && gathering->frame->predicate > token &&
                    document_is_below(gathering->document, gathering->frame->predicate, token);
    uint32_t first = relative ? at(gathering, token)->head : DOCUMENT_NONE;
    if (first != DOCUMENT_NONE && at(gathering, first)->upos == UPOS_NOUN && is_plural_noun(gathering, first) &&
        is_plural_noun(gathering, token) && document_child(gathering->document, token, REL_DET) == DOCUMENT_NONE &&
        events_actor_at(gathering->document, first)) {
        enqueue(gathering, first);
    }
}

static bool is_indefinite(const struct gathering *gathering, uint32_t token) {
    uint32_t determiner = document_child(gathering->document, token, REL_DET);
    return determiner == DOCUMENT_NONE ? document_child(gathering->document, token, REL_NUMMOD) != DOCUMENT_NONE
                                       : document_has_feature(at(gathering, determiner), "Definite=Ind");
}

/* "Four members of the forces and a tourist": like is coordinated with like, whatever the parser hangs the tourist from. */
static void add_from_whole(struct gathering *gathering, uint32_t token) {
    for (DOCUMENT_CHILDREN(gathering->document, whole, token)) {
        if (at(gathering, whole)->relation != REL_NMOD || !is_indefinite(gathering, token) ||
            is_indefinite(gathering, whole)) {
            continue;
        }
        for (DOCUMENT_CHILDREN(gathering->document, child, whole)) {
            bool other = at(gathering, child)->relation == REL_CONJ && is_indefinite(gathering, child) &&
                         !is_outside(gathering, child, token);
            enqueue(gathering, other ? child : DOCUMENT_NONE);
        }
    }
}

/* "The leaders of Brazil, China and India" are of all three: a mention has one country only. Of those who speak for it. */
static void add_countries(struct gathering *gathering, uint32_t token) {
    static const struct events_atom state = {.test = EVENTS_IS_STATE, .ends_alternative = true};
    if (!is_plural_noun(gathering, token) ||
        !events_passes(gathering->document, gathering->vocabulary, token, &state, 1)) {
        return;
    }
    for (DOCUMENT_CHILDREN(gathering->document, whose, token)) {
        enum document_relation relation = at(gathering, whose)->relation;
        bool belongs = relation == REL_NMOD_POSS || relation == REL_AMOD ||
                       (relation == REL_NMOD && events_class_has(gathering->vocabulary->whole,
                                                                 events_marker(gathering->document, whose, REL_CASE)));
        if (!belongs || !events_is_country(gathering->document, whose)) {
            continue;
        }
        for (DOCUMENT_CHILDREN(gathering->document, child, whose)) {
            bool other = at(gathering, child)->relation == REL_CONJ && events_is_country(gathering->document, child);
            enqueue(gathering, other ? child : DOCUMENT_NONE);
        }
    }
}

/* "The boss, the welder, the manager": two appositions, each with an article, are a list. */
static void add_list(struct gathering *gathering, uint32_t token) {
    uint32_t second = document_child(gathering->document, token, REL_APPOS);
    uint32_t third = second == DOCUMENT_NONE ? DOCUMENT_NONE
                                             : document_child(gathering->document, second, REL_APPOS);
    const uint32_t items[] = {token, second, third};
    for (size_t i = 0; i < 3; i++) {
        if (items[i] == DOCUMENT_NONE || at(gathering, items[i])->upos != UPOS_NOUN ||
            document_child(gathering->document, items[i], REL_DET) == DOCUMENT_NONE) {
            return;
        }
    }
    enqueue(gathering, second);
    enqueue(gathering, third);
}

static bool is_date(const struct gathering *gathering, uint32_t token) {
    return gathering->document->date_at && gathering->document->date_at[token] != DOCUMENT_NONE;
}

static bool has_date(const struct gathering *gathering, uint32_t token) {
    for (DOCUMENT_CHILDREN(gathering->document, child, token)) {
        if (is_date(gathering, child)) {
            return true;
        }
    }
    return false;
}

/* "Endorsed Holt in May, and Kovac in June": the second is joined to the first's date, or to the verb. */
static void add_gapped(struct gathering *gathering, uint32_t token) {
    if (at(gathering, token)->relation != REL_OBJ) {
        return;
    }
    for (DOCUMENT_CHILDREN(gathering->document, child, at(gathering, token)->head)) {
        bool joined = at(gathering, child)->relation == REL_CONJ && child > token && has_date(gathering, child);
        uint32_t other = joined ? child : child > token && is_date(gathering, child)
                                              ? document_child(gathering->document, child, REL_CONJ)
                                              : DOCUMENT_NONE;
        bool nominal = other != DOCUMENT_NONE && at(gathering, other)->upos == at(gathering, token)->upos;
        enqueue(gathering, nominal && !is_date(gathering, other) ? other : DOCUMENT_NONE);
    }
}

/* "Senators Smith and Jones": the first of the names that the plural stands before, else the token itself. */
static uint32_t named(const struct gathering *gathering, uint32_t token) {
    uint32_t name = token + 1;
    if (!is_plural_noun(gathering, token) || name >= gathering->document->tokens.count ||
        document_child(gathering->document, name, REL_CONJ) == DOCUMENT_NONE) {
        return token;
    }
    enum document_relation relation = at(gathering, name)->relation;
    bool below = at(gathering, name)->head == token && (relation == REL_APPOS || relation == REL_FLAT);
    bool beside = at(gathering, name)->head == at(gathering, token)->head && relation == at(gathering, token)->relation;
    const struct document_entity *title = events_actor_at(gathering->document, token);
    const struct document_entity *person = events_actor_at(gathering->document, name);
    return (below || beside) && title && !title->named && person && person->named ? name : token;
}

/* "Party Chairman Smith", whom the parser takes for two: a body right before the words for its person. */
static bool is_before_own_person(const struct document *document, const struct events_party *party, uint32_t token) {
    const struct document_mention *mentions = document->mentions.items;
    const struct document_entity *body = events_actor_at(document, token);
    for (size_t i = 0; body && body->type == DOCUMENT_ORG && i < party->count; i++) {
        const struct document_entity *person = events_actor_at(document, party->tokens[i]);
        uint32_t end = mentions[document->mention_at[token]].span.end;
        if (person && person->type == DOCUMENT_PER && person->named &&
            mentions[document->mention_at[party->tokens[i]]].span.start == end + 1) {
            return true;
        }
    }
    return false;
}

static void drop_bodies_of_persons(const struct document *document, struct events_party *party) {
    size_t kept = 0;
    for (size_t i = 0; i < party->count; i++) {
        if (!is_before_own_person(document, party, party->tokens[i])) {
            party->tokens[kept++] = party->tokens[i];
        }
    }
    party->count = kept;
}

void events_add_parties(const struct document *document, const struct events_vocabulary *vocabulary,
                        const struct events_frame *frame, uint32_t token, enum events_others others,
                        const uint32_t *used, size_t used_count, struct events_party *party) {
    struct gathering gathering = {.document = document, .vocabulary = vocabulary, .frame = frame};
    enqueue(&gathering, token);
    for (size_t i = 0; i < gathering.count; i++) {
        uint32_t next = gathering.queue[i] = named(&gathering, gathering.queue[i]);
        uint32_t actor = is_party(document, next, others) ? next : events_owner(document, vocabulary, next);
        if (actor != DOCUMENT_NONE) {
            add_party(party, actor);
            bool taken = actor == next;
            for (size_t j = 0; j < used_count; j++) {
                taken |= used[j] == actor;
            }
            enqueue(&gathering, taken ? DOCUMENT_NONE : actor);
        }
        for (DOCUMENT_CHILDREN(document, child, next)) {
            bool conjunct = at(&gathering, child)->relation == REL_CONJ && !is_outside(&gathering, child, next) &&
                            !is_apposition(&gathering, child) && !is_only_where(&gathering, child, next);
            bool item = at(&gathering, child)->relation == REL_APPOS && document_begins_item(document, child);
            enqueue(&gathering, conjunct || item ? child : DOCUMENT_NONE); /* an apposition in name only */
        }
        enqueue(&gathering, events_next_country(document, next));
        add_sisters(&gathering, next);
        add_from_clause(&gathering, next);
        add_company(&gathering, next);
        add_antecedents(&gathering, next);
        add_from_whole(&gathering, next);
        add_countries(&gathering, next);
        add_list(&gathering, next);
        add_gapped(&gathering, next);
    }
    drop_bodies_of_persons(document, party);
}
