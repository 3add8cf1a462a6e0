#include "events/match.h"

#include "events/concerned.h"
#include "events/parties.h"

struct matching {
    const struct document *document;
    const struct events_vocabulary *vocabulary;
    const struct events_frame *frame;
    struct events_match *out;
    uint32_t used[EVENTS_ARGUMENTS];
    size_t used_count;
    uint32_t thing; /* asked for by word as a recipient, though it is nobody; DOCUMENT_NONE: none */
};

static bool is_used(const struct matching *matching, uint32_t token) {
    for (size_t i = 0; i < matching->used_count; i++) {
        if (matching->used[i] == token) {
            return true;
        }
    }
    return false;
}

static bool fits(const struct matching *matching, const struct events_place_in_frame *place,
                 const struct events_argument *argument) {
    if (place->role == EVENTS_OBLIQUE) {
        return argument->role == EVENTS_CASE && !events_class_has(matching->vocabulary->where, argument->marker);
    }
    return place->role == argument->role &&
           (place->role != EVENTS_CASE || base_slice_equal(place->marker, argument->marker));
}

bool events_takes_countries(const struct events_slot *slot) {
    bool asks_for_actor = false;
    for (size_t i = 0; i < slot->atom_count; i++) {
        enum events_test test = slot->atoms[i].test;
        asks_for_actor |= (test == EVENTS_IS_ACTOR || test == EVENTS_IS_POLITICAL) && slot->atoms[i].ends_alternative;
    }
    return asks_for_actor && slot->target == EVENTS_TO_RECIPIENT;
}

static bool suits(const struct matching *matching, const struct events_slot *slot, uint32_t token) {
    if (slot->target == EVENTS_TO_RECIPIENT && slot->presence == EVENTS_OPTIONAL &&
        events_is_own(matching->document, matching->out, token)) {
        return false;
    }
    return events_passes(matching->document, matching->vocabulary, token, slot->atoms, slot->atom_count) ||
           (events_takes_countries(slot) && events_is_country(matching->document, token));
}

/* ---- slots that ask for words anywhere in a phrase */

static uint32_t phrase_in(const struct matching *matching, const struct events_atom *atom, size_t first, size_t end) {
    const struct events_reach *reach = matching->frame->reach;
    for (size_t i = first; i < end; i++) {
        if (events_phrase_ends(matching->document, &atom->phrase, reach->words[i].token)) {
            return reach->words[i].token;
        }
    }
    return DOCUMENT_NONE;
}

/* Are all atoms of an alternative in these words? Gives the token of the last one. */
static uint32_t all_in(const struct matching *matching, const struct events_slot *slot, size_t first, size_t end) {
    uint32_t token = DOCUMENT_NONE;
    for (size_t i = 0; i < slot->atom_count; i++) {
        bool misses = i > 0 && !slot->atoms[i - 1].ends_alternative && token == DOCUMENT_NONE;
        token = misses ? DOCUMENT_NONE : phrase_in(matching, &slot->atoms[i], first, end);
        if (slot->atoms[i].ends_alternative && token != DOCUMENT_NONE) {
            return token;
        }
    }
    return DOCUMENT_NONE;
}

static bool is_on_side(const struct matching *matching, const struct events_slot *slot,
                       const struct events_reach_word *word) {
    for (size_t r = 0; r < slot->role_count; r++) {
        const struct events_place_in_frame *place = &slot->roles[r];
        if ((place->role == EVENTS_BEFORE && word->before) || (place->role == EVENTS_AFTER && word->after) ||
            (word->argument != EVENTS_NO_ARGUMENT &&
             fits(matching, place, &matching->frame->arguments[word->argument]))) {
            return true;
        }
    }
    return false;
}

/* The words of one argument stand together in the reach. */
static uint32_t filler_within(const struct matching *matching, const struct events_slot *slot) {
    const struct events_reach *reach = matching->frame->reach;
    for (size_t first = 0, end; reach && first < reach->count; first = end) {
        for (end = first + 1; end < reach->count && reach->words[end].argument == reach->words[first].argument;) {
            end++;
        }
        uint32_t token = is_on_side(matching, slot, &reach->words[first]) ? all_in(matching, slot, first, end)
                                                                           : DOCUMENT_NONE;
        if (token != DOCUMENT_NONE) {
            return token;
        }
    }
    return DOCUMENT_NONE;
}

/* The token that fills the slot, or DOCUMENT_NONE. Roles are tried in the order of the rule. */
static uint32_t filler(const struct matching *matching, const struct events_slot *slot) {
    if (slot->within) {
        return filler_within(matching, slot);
    }
    for (size_t r = 0; r < slot->role_count; r++) {
        if (slot->roles[r].role == EVENTS_SELF) {
            if (events_passes(matching->document, matching->vocabulary, matching->frame->predicate, slot->atoms,
                              slot->atom_count)) {
                return matching->frame->predicate;
            }
            continue;
        }
        for (size_t i = 0; i < matching->frame->count; i++) {
            const struct events_argument *argument = &matching->frame->arguments[i];
            bool taken = slot->presence != EVENTS_FORBIDDEN && is_used(matching, argument->token);
            if (fits(matching, &slot->roles[r], argument) && !taken && suits(matching, slot, argument->token)) {
                return argument->token;
            }
        }
    }
    return DOCUMENT_NONE;
}

static void add_parties(const struct matching *matching, uint32_t token, enum events_others others,
                        struct events_party *party) {
    events_add_parties(matching->document, matching->vocabulary, matching->frame, token, others, matching->used,
                       matching->used_count, party);
}

static bool asks_for_words(const struct events_slot *slot) {
    for (size_t i = 0; i < slot->atom_count; i++) {
        if (slot->atoms[i].test == EVENTS_HAS_LEMMA || slot->atoms[i].test == EVENTS_IN_CLASS ||
            slot->atoms[i].test == EVENTS_HAS_PHRASE) {
            return true;
        }
    }
    return false;
}

static bool asks_for_victim(const struct events_slot *slot) {
    for (size_t i = 0; i < slot->atom_count; i++) {
        if (slot->atoms[i].test == EVENTS_IS_VICTIM) {
            return true;
        }
    }
    return false;
}

/* A subject that is asked for by word is an event of its own: "the attack on the camp killed ten". */
static bool is_subject_slot(const struct events_slot *slot) {
    return slot->roles[0].role == EVENTS_SUBJECT || slot->roles[0].role == EVENTS_SELF ||
           slot->roles[0].role == EVENTS_BEFORE;
}

static void bind(struct matching *matching, const struct events_slot *slot, uint32_t token) {
    struct events_match *out = matching->out;
    if (slot->target != EVENTS_TO_NOTHING && matching->used_count < EVENTS_ARGUMENTS) {
        matching->used[matching->used_count++] = token;
    }
    if (slot->target == EVENTS_TO_ACTOR) {
        add_parties(matching, token, EVENTS_COUNTRIES, &out->actors);
    } else if (slot->target == EVENTS_TO_RECIPIENT) {
        add_parties(matching, token, asks_for_victim(slot) ? EVENTS_VICTIMS : EVENTS_PLACES, &out->recipients);
        bool thing = asks_for_words(slot) && matching->document->mention_at[token] != DOCUMENT_NONE;
        matching->thing = matching->thing == DOCUMENT_NONE && thing ? token : matching->thing;
    } else if (slot->target == EVENTS_TO_PLACE) {
        out->place = token;
    } else if (asks_for_words(slot) && !is_subject_slot(slot) && out->word_count < EVENTS_ARGUMENTS) {
        out->words[out->word_count++] = token;
    }
    if (!events_actor_at(matching->document, token) && out->content_count < EVENTS_ARGUMENTS) {
        out->contents[out->content_count++] = token;
    }
}

static void add_contents(struct matching *matching) {
    struct events_match *out = matching->out;
    for (size_t i = 0; i < matching->frame->count; i++) {
        const struct events_argument *argument = &matching->frame->arguments[i];
        if ((argument->role == EVENTS_CLAUSE || argument->role == EVENTS_OBJECT) &&
            out->content_count < EVENTS_ARGUMENTS) {
            out->contents[out->content_count++] = argument->token;
        }
    }
}

/* A rule without a slot for recipients is of those that act among themselves. */
static bool names_recipients(const struct events_rule *rule) {
    for (size_t i = 0; i < rule->slot_count; i++) {
        if (rule->slots[i].target == EVENTS_TO_RECIPIENT) {
            return true;
        }
    }
    return false;
}

static bool is_about_somebody(uint8_t type) {
    return type == EVENTS_AGREE || type == EVENTS_REJECT || type == EVENTS_THREATEN || type == EVENTS_CONCEDE ||
           type == EVENTS_RETREAT;
}

bool events_among_themselves(const struct document *document, const struct events_rule *rule, size_t actors,
                             uint32_t first) {
    return (rule->type == EVENTS_COOPERATE || !names_recipients(rule)) &&
           (actors > 1 || (actors == 1 && events_is_several(document, first)));
}

bool events_match(const struct document *document, const struct events_rules *rules, const struct events_rule *rule,
                  const struct events_frame *frame, struct events_match *out) {
    struct matching matching = {document, &rules->vocabulary, frame, out, {0}, 0, DOCUMENT_NONE};
    *out = (struct events_match){.rule = rule, .place = DOCUMENT_NONE};
    for (size_t i = 0; i < rule->slot_count; i++) {
        const struct events_slot *slot = &rule->slots[i];
        uint32_t token = filler(&matching, slot);
        if (i < EVENTS_ARGUMENTS) {
            out->fillers[i] = token;
        }
        if ((token == DOCUMENT_NONE && slot->presence == EVENTS_REQUIRED) ||
            (token != DOCUMENT_NONE && slot->presence == EVENTS_FORBIDDEN)) {
            out->failed = i;
            return false;
        }
        if (token != DOCUMENT_NONE) {
            bind(&matching, slot, token);
        }
    }
    add_contents(&matching);
    if (out->recipients.count == 0 && matching.thing != DOCUMENT_NONE) { /* "torched villages", nobody said whose */
        out->recipients.tokens[out->recipients.count++] = matching.thing;
    }
    if (out->recipients.count == 0 && out->actors.count > 0 && rule->type != EVENTS_NO_EVENT) {
        bool needs = events_needs_recipient(rule->type);
        if (names_recipients(rule) && (needs || is_about_somebody(rule->type))) {
            uint32_t token = events_concerned(document, &rules->vocabulary, out);
            if (token != DOCUMENT_NONE) {
                add_parties(&matching, token, EVENTS_PLACES, &out->recipients);
            }
        }
        if (needs && out->recipients.count == 0 &&
            !events_among_themselves(document, rule, out->actors.count, out->actors.tokens[0])) {
            out->failed = rule->slot_count;
            return false;
        }
    }
    return true;
}
