#include "actors/antecedents.h"

/* So that a sentence without end costs no more than many short ones. */
enum { LOOK_BACK = 80 /* phrases */, LOOK_AHEAD = 60 /* phrases */, SENTENCES = 6, TOKENS = 400 };

/* ---- what cannot be meant */

/* Do both hang from the same word, or is one the subject of the clause? Then they are two, unless the pronoun is
 * reflexive or an owner: principle B of Chomsky (1981), Lectures on Government and Binding. */
static bool shares_clause(const struct actors_search *search, const struct actors_phrase *other) {
    const struct actors_resolver *r = search->r;
    const struct document_token *token = actors_token(r, search->pronoun->head), *before = actors_token(r, other->head);
    if (search->pronoun->reflexive || token->relation == REL_NMOD_POSS || before->relation == REL_NMOD_POSS) {
        return false;
    }
    uint32_t first = document_conjunction_head(r->document, other->head);
    first = actors_token(r, first)->relation == REL_APPOS ? actors_token(r, first)->head : first;
    bool subject = actors_is_subject(actors_token(r, first)->relation);
    return token->head == before->head || (subject && actors_token(r, first)->head == search->clause);
}

/* The entity of the subject, where the pronoun is no subject, reflexive or owner itself. */
static uint32_t subject_of(const struct actors_search *search) {
    const struct actors_resolver *r = search->r;
    enum document_relation relation = actors_token(r, search->pronoun->head)->relation;
    if (search->pronoun->reflexive || relation == REL_NMOD_POSS || actors_is_subject(relation) || relation == REL_CONJ ||
        search->clause == DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    uint32_t subject = document_child(r->document, search->clause, REL_NSUBJ);
    uint32_t number = subject == DOCUMENT_NONE ? DOCUMENT_NONE : r->phrase_at[subject];
    return number == DOCUMENT_NONE ? DOCUMENT_NONE : r->phrases.items[number].entity;
}

/* "Called him a friend", "I'm no lawyer", "registered as a citizen": says what somebody is, and stands for nobody. */
static bool is_predicate(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t preposition = document_child(r->document, phrase->head, REL_CASE);
    bool role = preposition != DOCUMENT_NONE &&
                lexicon_word(r->lexicon, actors_token(r, preposition)->lemma) == LEXICON_ROLE;
    return phrase->kind == DOCUMENT_BY_NOUN && (role || actors_token(r, phrase->head)->relation == REL_XCOMP ||
                                                document_child(r->document, phrase->head, REL_COP) != DOCUMENT_NONE);
}

/* Is it one of "A and B", who are the subject? */
static bool is_in_group(const struct actors_search *search, const struct actors_phrase *phrase) {
    const struct actors_resolver *r = search->r;
    uint32_t number = r->phrase_at[document_conjunction_head(r->document, phrase->head)];
    return search->subject != DOCUMENT_NONE && number != DOCUMENT_NONE &&
           r->phrases.items[number].group == search->subject;
}

/* Is the token below the predicate, and not in a clause that is only joined to it? */
static bool is_governed(const struct actors_resolver *r, uint32_t token, uint32_t predicate) {
    uint32_t at = token;
    for (unsigned step = 0; step < ACTORS_STEPS && at != DOCUMENT_NONE && at != predicate; step++) {
        enum document_relation relation = actors_token(r, at)->relation;
        if (relation == REL_CONJ || relation == REL_PARATAXIS) {
            return false;
        }
        at = actors_token(r, at)->head;
    }
    return at == predicate && at != DOCUMENT_NONE;
}

/* Is the entity named in what the pronoun is the subject of? "He attacked those who left Krafft" is not told of Krafft:
 * principle C of Chomsky (1981). */
static bool is_named_below(const struct actors_search *search, uint32_t entity) {
    const struct actors_resolver *r = search->r;
    const struct document_token *pronoun = actors_token(r, search->pronoun->head);
    if (!actors_is_subject(pronoun->relation)) {
        return false;
    }
    for (size_t i = search->number + 1; i < r->phrases.count && i <= search->number + LOOK_AHEAD; i++) {
        const struct actors_phrase *other = &r->phrases.items[i];
        if (actors_token(r, other->head)->sentence != pronoun->sentence) {
            break;
        }
        if (other->kind == DOCUMENT_BY_NAME && other->entity == entity && is_governed(r, other->head, pronoun->head)) {
            return true;
        }
    }
    return false;
}

/* "'He lied,' he said": who is spoken of in the third person does not speak. */
static bool is_spoken_of(const struct actors_search *search, uint32_t entity) {
    for (uint32_t i = search->first; search->quoted != DOCUMENT_NONE && i < search->number; i++) {
        const struct actors_phrase *phrase = &search->r->phrases.items[i];
        if (phrase->entity == entity && search->r->quote_at[phrase->head] == search->quoted &&
            phrase->person != ACTORS_FIRST && phrase->person != ACTORS_SECOND) {
            return true;
        }
    }
    return false;
}

static bool is_ruled_out(const struct actors_search *search, const struct actors_phrase *other) {
    return other->entity == DOCUMENT_NONE || other->entity == search->subject || other->relative || other->modifier ||
           other->person == ACTORS_FIRST || other->person == ACTORS_SECOND || is_predicate(search->r, other) ||
           is_in_group(search, other) || shares_clause(search, other) || is_spoken_of(search, other->entity) || is_named_below(search, other->entity);
}

/* ---- the search */

static enum actors_pronoun_class class_of(const struct actors_resolver *r, const struct actors_phrase *pronoun) {
    enum document_relation relation = actors_token(r, pronoun->head)->relation;
    bool owner = relation == REL_NMOD_POSS;
    if (pronoun->plural) {
        return owner ? ACTORS_SEVERAL_OWNER : ACTORS_SEVERAL;
    }
    if (pronoun->gender) {
        return owner ? ACTORS_PERSON_OWNER : actors_is_subject(relation) ? ACTORS_PERSON_SUBJECT : ACTORS_PERSON_OTHER;
    }
    return owner ? ACTORS_NEUTER_OWNER : ACTORS_NEUTER;
}

/* "..., he said": the pronoun says who speaks, and who spoke in the quotation before may go on. */
static void find_quotations(struct actors_search *search) {
    const struct actors_resolver *r = search->r;
    uint32_t at = search->pronoun->head, sentence = actors_token(r, at)->sentence;
    uint32_t end = at > TOKENS ? at - TOKENS : 0;
    search->quoted = search->last_speaker = DOCUMENT_NONE;
    search->speaker = actors_speaker(r, at);
    if (r->quote_at[at] != DOCUMENT_NONE) {
        return;
    }
    while (at-- > end && sentence - actors_token(r, at)->sentence < SENTENCES) {
        if (r->quote_at[at] == DOCUMENT_NONE || r->quote_at[at] == search->quoted) {
            continue;
        }
        if (actors_token(r, at)->sentence == sentence) {
            search->quoted = actors_reports(r, search->pronoun->head) ? r->quote_at[at] : search->quoted;
        } else {
            search->last_speaker = actors_speaker(r, at);
            return;
        }
    }
}

/* What the last pronoun of the same number and gender stood for. */
static uint32_t chain_of(const struct actors_search *search) {
    for (uint32_t i = search->number; i-- > search->first;) {
        const struct actors_phrase *other = &search->r->phrases.items[i];
        if (other->kind == DOCUMENT_BY_PRONOUN && other->person == ACTORS_THIRD && other->entity != DOCUMENT_NONE &&
            other->gender == search->pronoun->gender && other->plural == search->pronoun->plural) {
            return other->entity;
        }
    }
    return DOCUMENT_NONE;
}

enum actors_pronoun_class actors_find_antecedents(struct actors_resolver *r, const struct actors_phrase *pronoun,
                                                  uint32_t number) {
    struct actors_search search = {.r = r, .pronoun = pronoun, .first = number > LOOK_BACK ? number - LOOK_BACK : 0,
                            .number = number, .clause = actors_clause_of(r, pronoun->head), .nearest = true};
    search.subject = subject_of(&search);
    find_quotations(&search);
    search.chain = chain_of(&search);
    uint32_t sentence = actors_token(r, pronoun->head)->sentence;
    r->antecedents.count = 0;
    for (uint32_t i = number; i-- > search.first;) {
        struct actors_phrase *other = &r->phrases.items[i];
        if (sentence - actors_token(r, other->head)->sentence >= SENTENCES) {
            break;
        }
        if (is_ruled_out(&search, other)) {
            continue;
        }
        uint32_t group = pronoun->plural ? actors_group_of(r, other) : DOCUMENT_NONE; /* all of "A and B" */
        if (group == DOCUMENT_NONE && !actors_kind_allows(r, other->entity, pronoun)) {
            continue;
        }
        BASE_PUSH(r->arena, &r->antecedents, actors_describe(&search, other, group));
        search.nearest = false;
        search.between++;
    }
    struct actors_antecedent nobody = {.entity = DOCUMENT_NONE, .head = DOCUMENT_NONE, .features = {[ACTORS_FEATURE_NOBODY] = 1}};
    BASE_PUSH(r->arena, &r->antecedents, nobody);
    return class_of(r, pronoun);
}
