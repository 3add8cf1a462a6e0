/* Pronouns: the nearest thing before them that agrees, subjects first. */
#include "actors/resolver.h"

enum {
    LOOK_BACK = 60,     /* phrases */
    SENTENCES = 4,
    SENTENCE_COST = 5, SUBJECT = 4, ACTOR = 3, OWNER = 1, APPOSITION = 2, SPEAKER = -6
};

static bool is_subject(enum document_relation relation) {
    return relation == REL_NSUBJ || relation == REL_NSUBJ_PASS || relation == REL_NSUBJ_OUTER;
}

/* The antecedent of a relative pronoun: the noun that the clause hangs from. */
static uint32_t by_relative_clause(const struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t number) {
    uint32_t at = phrase->head;
    while (at != DOCUMENT_NONE) {
        const struct document_token *token = actors_token(r, at);
        if (token->relation == REL_ACL_RELCL && token->head != DOCUMENT_NONE) {
            uint32_t antecedent = r->phrase_at[token->head];
            return antecedent == DOCUMENT_NONE ? DOCUMENT_NONE : r->phrases.items[antecedent].entity;
        }
        at = token->head;
    }
    const struct actors_phrase *before = number ? &r->phrases.items[number - 1] : NULL; /* no clause: what stands before */
    bool near = before && actors_token(r, before->head)->sentence == actors_token(r, phrase->head)->sentence &&
                (before->last + 1 == phrase->head ||
                 (before->last + 2 == phrase->head && actors_token(r, before->last + 1)->upos == UPOS_PUNCT));
    return near ? before->entity : DOCUMENT_NONE;
}

/* Does a clause without a subject of its own share that of its governor? */
static bool shares_subject(const struct actors_resolver *r, uint32_t at) {
    enum document_relation relation = actors_token(r, at)->relation;
    if (document_child(r->document, at, REL_NSUBJ) != DOCUMENT_NONE ||
        document_child(r->document, at, REL_NSUBJ_PASS) != DOCUMENT_NONE) {
        return false;
    }
    return relation == REL_CONJ || relation == REL_ADVCL ||
           (relation == REL_XCOMP && document_child(r->document, actors_token(r, at)->head, REL_OBJ) == DOCUMENT_NONE);
}

/* The predicate whose subject is that of the clause that the phrase stands in. */
static uint32_t clause_of(const struct actors_resolver *r, uint32_t token) {
    uint32_t at = actors_token(r, token)->head;
    while (at != DOCUMENT_NONE) {
        enum document_relation relation = actors_token(r, at)->relation;
        if (relation != REL_NMOD && relation != REL_OBJ && relation != REL_OBL && !shares_subject(r, at)) {
            break;
        }
        at = actors_token(r, at)->head;
    }
    return at;
}

/* Do both hang from the same word, or is one the subject of the clause? Then they are two, unless the pronoun is
 * reflexive or an owner: principle B of Chomsky (1981), Lectures on Government and Binding. */
static bool shares_clause(const struct actors_resolver *r, const struct actors_phrase *pronoun,
                          const struct actors_phrase *other) {
    const struct document_token *token = actors_token(r, pronoun->head), *before = actors_token(r, other->head);
    if (pronoun->reflexive || token->relation == REL_NMOD_POSS || before->relation == REL_NMOD_POSS) {
        return false;
    }
    uint32_t first = document_conjunction_head(r->document, other->head);
    first = actors_token(r, first)->relation == REL_APPOS ? actors_token(r, first)->head : first;
    bool subject = is_subject(actors_token(r, first)->relation);
    return token->head == before->head || (subject && actors_token(r, first)->head == clause_of(r, pronoun->head));
}

/* The entity of the subject, where the pronoun is no subject, reflexive or owner itself. */
static uint32_t subject_of(const struct actors_resolver *r, const struct actors_phrase *pronoun) {
    enum document_relation relation = actors_token(r, pronoun->head)->relation;
    uint32_t clause = clause_of(r, pronoun->head);
    if (pronoun->reflexive || relation == REL_NMOD_POSS || is_subject(relation) || relation == REL_CONJ ||
        clause == DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    uint32_t subject = document_child(r->document, clause, REL_NSUBJ);
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
static bool is_in_group(const struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t group) {
    uint32_t number = r->phrase_at[document_conjunction_head(r->document, phrase->head)];
    return group != DOCUMENT_NONE && number != DOCUMENT_NONE && r->phrases.items[number].group == group;
}

static int salience(const struct actors_resolver *r, const struct actors_phrase *other, uint32_t sentences,
                    uint32_t speaker) {
    const struct document_token *token = actors_token(r, other->head);
    const struct document_entity *entity = &r->document->entities.items[other->entity];
    uint32_t first = document_conjunction_head(r->document, other->head);
    int score = -SENTENCE_COST * (int)sentences;
    score += is_subject(actors_token(r, first)->relation) ? SUBJECT : 0;
    score += entity->type != DOCUMENT_THING ? ACTOR : 0;
    score += token->relation == REL_NMOD_POSS ? OWNER : 0;
    score += token->relation == REL_APPOS && other->kind == DOCUMENT_BY_NAME ? APPOSITION : 0;
    /* In somebody's words, who speaks is not "he". */
    return score + (speaker == other->entity ? SPEAKER : 0);
}

uint32_t actors_by_pronoun(struct actors_resolver *r, struct actors_phrase *phrase, uint32_t number) {
    if (phrase->relative) {
        return by_relative_clause(r, phrase, number);
    }
    bool neuter = !phrase->gender && !phrase->plural;
    if (phrase->person != ACTORS_THIRD || (phrase->expletive && neuter)) {
        return DOCUMENT_NONE;
    }
    uint32_t end = number > LOOK_BACK ? number - LOOK_BACK : 0, best = DOCUMENT_NONE;
    uint32_t speaker = actors_speaker(r, phrase->head), subject = subject_of(r, phrase);
    int best_score = -SENTENCE_COST * SENTENCES;
    for (uint32_t i = number; i-- > end;) {
        struct actors_phrase *other = &r->phrases.items[i];
        uint32_t sentences = actors_token(r, phrase->head)->sentence - actors_token(r, other->head)->sentence;
        if (sentences >= SENTENCES) {
            break;
        }
        if (other->entity == DOCUMENT_NONE || other->entity == subject || other->relative || other->modifier ||
            is_predicate(r, other) || is_in_group(r, other, subject) || shares_clause(r, phrase, other)) {
            continue;
        }
        uint32_t group = phrase->plural ? actors_group_of(r, other) : DOCUMENT_NONE; /* all of "A and B" */
        if (group == DOCUMENT_NONE && !actors_kind_allows(r, other->entity, phrase)) {
            continue;
        }
        int score = salience(r, other, sentences, phrase->gender ? speaker : DOCUMENT_NONE) + (group != DOCUMENT_NONE);
        if (score > best_score) {
            best = group == DOCUMENT_NONE ? other->entity : group;
            best_score = score;
        }
    }
    return best;
}
