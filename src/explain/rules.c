/* Which rules spoke of the predicates of a sentence, and what came of it. */
#include "explain/work.h"

#include "events/check.h"
#include "events/slots.h"
#include "events/taken.h"

enum { MOST_ORIGINS = 8 }; /* of rules that ask for other words; the others are counted */

static struct base_slice form_of(const struct explain_work *work, uint32_t token) {
    return work->document->tokens.items[token].form;
}

static void put_argument(const struct explain_work *work, const struct events_argument *argument) {
    const char *role = events_role_name(argument->role);
    if (role) {
        base_buffer_string(work->out, role);
    } else {
        explain_text(work->out, argument->marker);
    }
    base_buffer_char(work->out, ' ');
    explain_quote(work->out, form_of(work, argument->token));
}

static void put_frame(const struct explain_work *work, const struct events_frame *frame) {
    base_buffer_string(work->out, "      frame     ");
    for (size_t i = 0; i < frame->count; i++) {
        base_buffer_string(work->out, i ? ", " : "");
        put_argument(work, &frame->arguments[i]);
    }
    base_buffer_string(work->out, frame->count ? "\n" : "no arguments\n");
}

static void put_rule(const struct explain_work *work, const char *what, const struct events_rule *rule) {
    base_buffer_format(work->out, "      %-9s ", what);
    explain_text(work->out, rule->origin);
    base_buffer_char(work->out, ' ');
    explain_event_code(work->out, rule->type, rule->mode, rule->cameo);
}

/* ---- rules that did not match */

/* Do all alternatives of the slot ask for certain words? Then it is another use of the predicate that the rule is for. */
static bool asks_for_words(const struct events_slot *slot) {
    bool word = false;
    for (size_t i = 0; i < slot->atom_count; i++) {
        const struct events_atom *atom = &slot->atoms[i];
        word = word || (!atom->negated && (atom->test == EVENTS_HAS_LEMMA || atom->test == EVENTS_IN_CLASS ||
                                           atom->test == EVENTS_HAS_PHRASE));
        if (atom->ends_alternative && !word) {
            return false;
        }
        word = word && !atom->ends_alternative;
    }
    return true;
}

static bool is_other_use(const struct events_match *match) {
    if (match->failed >= match->rule->slot_count) {
        return false;
    }
    const struct events_slot *slot = &match->rule->slots[match->failed];
    return slot->presence == EVENTS_REQUIRED && asks_for_words(slot);
}

static bool is_asked_for(const struct events_slot *slot, const struct events_argument *argument) {
    for (size_t i = 0; i < slot->role_count; i++) {
        if (slot->roles[i].role == argument->role &&
            (argument->role != EVENTS_CASE || base_slice_equal(slot->roles[i].marker, argument->marker))) {
            return true;
        }
    }
    return false;
}

/* The arguments that stand where the slot looks, though they are not what it asks for. */
static void put_found(const struct explain_work *work, const struct events_slot *slot,
                      const struct events_frame *frame) {
    bool any = false;
    for (size_t i = 0; i < frame->count; i++) {
        if (is_asked_for(slot, &frame->arguments[i])) {
            base_buffer_string(work->out, any ? ", " : "");
            put_argument(work, &frame->arguments[i]);
            any = true;
        }
    }
    base_buffer_string(work->out, any ? "" : "none");
}

static void put_missed(const struct explain_work *work, const struct events_frame *frame,
                       const struct events_match *match) {
    put_rule(work, "missed", match->rule);
    if (match->failed >= match->rule->slot_count) {
        base_buffer_string(work->out, ": needs a recipient, found none\n");
        return;
    }
    const struct events_slot *slot = &match->rule->slots[match->failed];
    base_buffer_string(work->out, slot->presence == EVENTS_FORBIDDEN ? ": must not have " : ": needs ");
    explain_text(work->out, base_slice_part(slot->text, slot->presence == EVENTS_FORBIDDEN, slot->text.size));
    base_buffer_string(work->out, ", found ");
    put_found(work, slot, frame);
    base_buffer_char(work->out, '\n');
}

struct other_uses {
    struct base_slice origins[MOST_ORIGINS];
    size_t count;
};

static void put_other_uses(const struct explain_work *work, const struct other_uses *others) {
    for (size_t i = 0; i < others->count && i < MOST_ORIGINS; i++) {
        base_buffer_string(work->out, i ? ", " : "      others    need other words: ");
        explain_text(work->out, others->origins[i]);
    }
    if (others->count > MOST_ORIGINS) {
        base_buffer_format(work->out, " and %zu more", others->count - MOST_ORIGINS);
    }
    base_buffer_string(work->out, others->count ? "\n" : "");
}

/* ---- the rule that matched */

static void put_matched(const struct explain_work *work, const struct events_match *match) {
    put_rule(work, "matched", match->rule);
    base_buffer_char(work->out, '\n');
    for (size_t i = 0; i < match->rule->slot_count && i < EVENTS_ARGUMENTS; i++) {
        if (match->fillers[i] != DOCUMENT_NONE) {
            base_buffer_string(work->out, "                  ");
            explain_text(work->out, match->rule->slots[i].text);
            base_buffer_string(work->out, " is ");
            explain_quote(work->out, form_of(work, match->fillers[i]));
            base_buffer_char(work->out, '\n');
        }
    }
}

static void put_outcome(const struct explain_work *work, const struct events_candidate *candidate) {
    struct document_event event;
    const char *why = NULL;
    uint32_t taker = events_taker(work->document, &work->rules->vocabulary, candidate, work->taken);
    if (candidate->match.rule->type == EVENTS_NO_EVENT) {
        why = "the rule is there to say that it is none";
    } else if (taker != DOCUMENT_NONE) {
        base_buffer_string(work->out, "      no event  it belongs to ");
        explain_quote(work->out, form_of(work, taker));
        base_buffer_char(work->out, '\n');
        return;
    } else {
        switch (events_code(work->document, work->rules, work->claims, candidate, &event)) {
        case EVENTS_NO_PARTY: why = "nobody is left who does it, or to whom the rule wants it done"; break;
        case EVENTS_ONLY_ASKED: why = "it is only asked for"; break;
        case EVENTS_CRITERION: why = "it only says of what kind somebody is"; break;
        case EVENTS_NOT_POLITICAL: why = "words between people of whom none is in politics"; break;
        case EVENTS_CODED: explain_event(work, &event); return;
        }
    }
    base_buffer_format(work->out, "      no event  %s\n", why);
}

/* ---- predicates */

static uint32_t rules_for(const struct explain_work *work, uint32_t token, char *part) {
    *part = events_predicate_part(work->document, token);
    return *part ? events_rules_at(work->rules, &work->document->tokens.items[token], *part) : DOCUMENT_NONE;
}

static void put_predicate_name(const struct explain_work *work, uint32_t token, char part) {
    explain_text(work->out, work->document->tokens.items[token].lemma);
    base_buffer_format(work->out, "/%c", part);
}

/* Rules are tried in their order until one matches, as events_find() does. */
static void put_predicate(const struct explain_work *work, uint32_t token, char part, uint32_t entry) {
    struct events_candidate candidate;
    struct other_uses others = {.count = 0};
    bool matched = false;
    base_buffer_string(work->out, "    ");
    explain_quote(work->out, form_of(work, token));
    base_buffer_char(work->out, ' ');
    explain_span(work->out, work->document->tokens.items[token].span);
    base_buffer_char(work->out, ' ');
    put_predicate_name(work, token, part);
    base_buffer_char(work->out, '\n');
    events_frame_of(work->document, &work->rules->vocabulary, token, &candidate.frame);
    put_frame(work, &candidate.frame);
    for (; entry != DOCUMENT_NONE && !matched; entry = work->rules->lists.items[entry].next) {
        const struct events_rule *rule = &work->rules->rules.items[work->rules->lists.items[entry].rule];
        matched = events_match(work->document, work->rules, rule, &candidate.frame, &candidate.match);
        if (!matched && !is_other_use(&candidate.match)) {
            put_missed(work, &candidate.frame, &candidate.match);
        } else if (!matched && others.count++ < MOST_ORIGINS) {
            others.origins[others.count - 1] = rule->origin;
        }
    }
    put_other_uses(work, &others);
    if (matched) {
        put_matched(work, &candidate.match);
        put_outcome(work, &candidate);
    } else {
        base_buffer_string(work->out, "      no event  no rule matches\n");
    }
}

/* Which predicates belong to others: only those of the same sentence do. */
static void note_taken(const struct explain_work *work, const struct document_sentence *sentence) {
    struct events_candidate candidate;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        if (events_match_predicate(work->document, work->rules, i, &candidate)) {
            events_take(work->document, &candidate, work->taken);
        }
    }
}

void explain_rules(const struct explain_work *work, uint32_t sentence) {
    const struct document_sentence *s = &work->document->sentences.items[sentence];
    bool written = false, any = false;
    char part;
    note_taken(work, s);
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        uint32_t entry = rules_for(work, i, &part);
        if (entry != DOCUMENT_NONE) {
            explain_heading(work->out, "predicates", &written);
            put_predicate(work, i, part, entry);
        }
    }
    for (uint32_t i = s->first; i < s->first + s->count; i++) {
        if (rules_for(work, i, &part) == DOCUMENT_NONE && part) {
            base_buffer_string(work->out, any ? ", " : "\n  no rule for ");
            put_predicate_name(work, i, part);
            any = true;
        }
    }
    base_buffer_string(work->out, any ? "\n" : "");
}
