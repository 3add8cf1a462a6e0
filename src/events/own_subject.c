/* The subject on the surface of a clause, also where the parser hung it elsewhere: from an infinitive, from the object,
 * before a dateline, in the middle of an aside. */
#include "events/own_subject.h"

bool events_is_infinitive(const struct document *document, uint32_t verb) {
    return base_slice_is(document->tokens.items[verb].xpos, "VB") &&
           document_child(document, verb, REL_MARK) != DOCUMENT_NONE;
}

/* Does the subject stand before the word that the infinitive hangs from? Then it is the subject of that. */
static bool is_of_governor(const struct document *document, uint32_t subject, uint32_t infinitive) {
    uint32_t governor = document->tokens.items[infinitive].head;
    return governor != DOCUMENT_NONE && subject < governor && governor < infinitive &&
           document->tokens.items[governor].upos == UPOS_VERB && events_is_infinitive(document, infinitive);
}

/* "In a speech to the union, Sen. Smith called": the name right before the verb, taken for an apposition. */
static uint32_t subject_as_apposition(const struct document *document, uint32_t verb) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t first = document->sentences.items[tokens[verb].sentence].first, at = verb, found = DOCUMENT_NONE;
    if (!document_is_tagged_finite(document, verb) || tokens[verb].relation == REL_CONJ ||
        tokens[verb].relation == REL_ACL_RELCL || verb == first) {
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

/* "Kuwait and its allies agreed to go, the minister said": the parser hangs both subjects from the later verb. */
static uint32_t subject_of_report(const struct document *document, uint32_t verb) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t report = tokens[verb].head, first = DOCUMENT_NONE, second = DOCUMENT_NONE;
    if (!document_is_tagged_finite(document, verb) || report == DOCUMENT_NONE || report < verb ||
        tokens[report].upos != UPOS_VERB || document_child(document, verb, REL_MARK) != DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    for (DOCUMENT_CHILDREN(document, child, report)) {
        if (tokens[child].relation == REL_NSUBJ) {
            first = child < verb ? child : first;
            second = child > verb && child < report ? child : second;
        }
    }
    return second == DOCUMENT_NONE ? DOCUMENT_NONE : first;
}

/* One that the parser hung from an infinitive behind; or from the object, which has no copula that would give it a right
 * to one. */
static uint32_t misplaced_subject(const struct document *document, uint32_t verb) {
    uint32_t other = subject_as_apposition(document, verb);
    other = other == DOCUMENT_NONE ? subject_of_report(document, verb) : other;
    if (other != DOCUMENT_NONE) {
        return other;
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

/* "The foundation - a charity - gave": the parser takes what stands between dashes for the subject. */
static uint32_t before_dashes(const struct document *document, uint32_t subject) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t first, last;
    document_subtree(document, subject, &first, &last);
    first -= first > 0 && !is_dash(&tokens[first]); /* it may hang from the verb */
    if (first == 0 || !is_dash(&tokens[first]) || !is_dash(&tokens[last]) ||
        tokens[first - 1].sentence != tokens[first].sentence) {
        return subject;
    }
    uint32_t start, end, noun = first - 1;
    for (uint32_t at = noun; at != DOCUMENT_NONE; at = tokens[at].head) {
        document_subtree(document, at, &start, &end);
        if (end != first - 1) {
            break;
        }
        noun = at;
    }
    return tokens[noun].upos == UPOS_NOUN || tokens[noun].upos == UPOS_PROPN ? noun : subject;
}

bool events_can_control(const struct document *document, uint32_t token) {
    if (document->tokens.items[token].upos == UPOS_PRON || document->tokens.items[token].upos == UPOS_PROPN) {
        return true;
    }
    const struct document_entity *entity = document_entity_at(document, token);
    return entity && entity->type != DOCUMENT_THING;
}

/* "It is ready to send them", where the parser takes "it" for an expletive: who holds the claim that the adjective makes. */
static uint32_t willing_subject(const struct document *document, uint32_t adjective) {
    uint32_t clause = document_child(document, adjective, REL_XCOMP);
    uint32_t claim = clause == DOCUMENT_NONE || !document->claim_at ? DOCUMENT_NONE : document->claim_at[clause];
    if (claim == DOCUMENT_NONE || document->claims.items[claim].cue_token != adjective ||
        document->claims.items[claim].source == DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    return document->mentions.items[document->claims.items[claim].source].head;
}

/* Of several, the one next to the verb: a dateline is often taken for another. */
uint32_t events_own_subject(const struct document *document, const struct events_vocabulary *vocabulary,
                            uint32_t predicate) {
    const struct document_token *tokens = document->tokens.items;
    uint32_t subject = DOCUMENT_NONE;
    bool inner = document_child(document, predicate, REL_NSUBJ) != DOCUMENT_NONE ||
                 document_child(document, predicate, REL_NSUBJ_PASS) != DOCUMENT_NONE;
    for (DOCUMENT_CHILDREN(document, child, predicate)) {
        enum document_relation relation = tokens[child].relation;
        relation = relation == REL_NSUBJ_OUTER && !inner ? REL_NSUBJ : relation; /* "Kenya is to send troops" */
        if (document->date_at && document->date_at[child] != DOCUMENT_NONE) {
            continue; /* "on Sunday condemned" */
        }
        uint32_t marker = document_child(document, child, REL_CASE);
        bool aside = marker != DOCUMENT_NONE && (tokens[marker].upos == UPOS_VERB ||
                                                 events_class_has(vocabulary->where, tokens[marker].lemma));
        if (is_of_governor(document, child, predicate) ||
            (aside && subject != DOCUMENT_NONE && events_can_control(document, subject))) {
            continue; /* "several senators, including Smith, left", "the agent at the base left" */
        }
        bool outer = relation == REL_NSUBJ_OUTER && events_is_infinitive(document, predicate) &&
                     events_can_control(document, child); /* "the minister is to visit" */
        if ((outer || relation == REL_NSUBJ || relation == REL_NSUBJ_PASS) && (subject == DOCUMENT_NONE || child < predicate)) {
            subject = child;
        }
    }
    if (subject == DOCUMENT_NONE && document_child(document, predicate, REL_EXPL) != DOCUMENT_NONE) {
        return willing_subject(document, predicate);
    }
    return subject == DOCUMENT_NONE ? misplaced_subject(document, predicate)
                                    : before_dashes(document, behind_dateline(document, subject));
}
