/* Pronouns: of those before them that agree, the one that fits best. */
#include "actors/antecedents.h"

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

uint32_t actors_by_pronoun(struct actors_resolver *r, struct actors_phrase *phrase, uint32_t number) {
    if (phrase->relative) {
        return by_relative_clause(r, phrase, number);
    }
    bool neuter = !phrase->gender && !phrase->plural;
    if (phrase->person != ACTORS_THIRD || (phrase->expletive && neuter)) {
        return DOCUMENT_NONE;
    }
    struct actors_choice choice = {.pronoun = phrase->head, .class = actors_find_antecedents(r, phrase, number)};
    choice.antecedents = r->antecedents.items;
    choice.count = r->antecedents.count;
    choice.chosen = actors_most_salient(&r->actors->salience, &choice);
    if (r->watcher) {
        r->watcher->choose(r->watcher->context, r->document, &choice);
    }
    return choice.antecedents[choice.chosen].entity;
}
