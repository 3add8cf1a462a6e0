/* Noun phrases: which tokens head them, where they begin and end, what their determiners and features say. */
#include "actors/resolver.h"

static bool is_nominal(const struct document_token *token) {
    return token->upos == UPOS_NOUN || token->upos == UPOS_PROPN || token->upos == UPOS_PRON || token->upos == UPOS_X;
}

static bool is_inside_other(const struct actors_resolver *r, const struct document_token *token) {
    if (token->head == DOCUMENT_NONE) {
        return false;
    }
    switch (token->relation) {
    case REL_FIXED:
    case REL_GOESWITH:
        return true;
    case REL_FLAT:
    case REL_COMPOUND:
    case REL_AMOD:
    case REL_NMOD_DESC:
        return is_nominal(actors_token(r, token->head));
    default:
        return false;
    }
}

/* "Utah" in "University of Utah" is nobody of its own. */
static bool is_inside_name(const struct actors_resolver *r, const struct document_token *token) {
    return token->name != DOCUMENT_NONE && token->head != DOCUMENT_NONE &&
           actors_token(r, token->head)->name == token->name;
}

static bool is_argument(enum document_relation relation) {
    return relation == REL_NSUBJ || relation == REL_NSUBJ_PASS || relation == REL_OBJ || relation == REL_IOBJ ||
           relation == REL_OBL || relation == REL_OBL_AGENT || relation == REL_NMOD || relation == REL_NMOD_POSS ||
           relation == REL_CONJ;
}

/* Where a tree takes a name apart, its first token that hangs from outside heads it. */
static uint32_t other_head(const struct actors_resolver *r, uint32_t at) {
    const struct document_token *token = actors_token(r, at);
    const struct actors_hit *hit = actors_hit_at(r, at);
    for (uint32_t before = hit ? hit->first : at; before < at; before++) {
        uint32_t phrase = r->phrase_at[before];
        if (phrase != DOCUMENT_NONE && r->phrases.items[phrase].hit == hit) {
            return phrase;
        }
    }
    if (token->name == DOCUMENT_NONE) {
        return DOCUMENT_NONE;
    }
    const struct document_name *name = &r->document->names.items[token->name];
    for (uint32_t before = name->first; before < at; before++) {
        uint32_t head = actors_token(r, before)->head;
        bool outside = head == DOCUMENT_NONE || head < name->first || head >= name->first + name->count;
        if (outside && r->phrase_at[before] != DOCUMENT_NONE) {
            return r->phrase_at[before];
        }
    }
    return DOCUMENT_NONE;
}

/* "The Obama proposal": a surname, in what was found to be the name of a person. */
static bool is_surname(const struct actors_resolver *r, const struct document_token *token) {
    return token->upos == UPOS_PROPN && token->name != DOCUMENT_NONE &&
           r->document->names.items[token->name].type == DOCUMENT_NAME_PER;
}

/* The noun that the token stands before as a modifier, also in "Kenyan-led attack"; DOCUMENT_NONE: none. */
static uint32_t modified_noun(const struct actors_resolver *r, uint32_t at) {
    const struct document_token *token = actors_token(r, at);
    bool modifier = token->relation == REL_COMPOUND || token->relation == REL_AMOD || token->relation == REL_NMOD_DESC;
    bool numbered = document_child(r->document, at, REL_NUMMOD) != DOCUMENT_NONE; /* "a two-state solution" */
    uint32_t noun = modifier && !numbered ? token->head : DOCUMENT_NONE;
    if (noun != DOCUMENT_NONE && actors_token(r, noun)->upos == UPOS_VERB && actors_token(r, noun)->relation == REL_AMOD) {
        noun = actors_token(r, noun)->head;
    }
    return noun != DOCUMENT_NONE && actors_token(r, noun)->upos == UPOS_NOUN ? noun : DOCUMENT_NONE;
}

/* An actor in front of a noun that is none: "Russian air strikes", "government missiles", "a Supreme Court ruling". */
static bool modifies_thing(const struct actors_resolver *r, uint32_t at) {
    const struct document_token *token = actors_token(r, at);
    uint32_t noun = modified_noun(r, at);
    if (noun == DOCUMENT_NONE) {
        return false;
    }
    uint32_t count;
    const struct lexicon_agent *agent = lexicon_agent(r->lexicon, r->document, noun, &count);
    const struct actors_hit *hit = actors_hit_at(r, at), *other = actors_hit_at(r, noun);
    if ((agent && agent->type != DOCUMENT_THING) || other || actors_token(r, noun)->name != DOCUMENT_NONE) {
        return false;
    }
    if (hit) {
        return hit->first + hit->count - 1 == at && (hit->form != LEXICON_ALONE || is_surname(r, token));
    }
    bool common = token->upos == UPOS_NOUN || (token->upos == UPOS_PROPN && !is_surname(r, token));
    agent = common ? lexicon_agent(r->lexicon, r->document, at, &count) : NULL;
    return agent && (agent->type == DOCUMENT_ORG || agent->type == DOCUMENT_GROUP);
}

static bool is_subject(const struct actors_resolver *r, uint32_t at) {
    const struct document_token *token = actors_token(r, at);
    while (token->relation == REL_CONJ && token->head != DOCUMENT_NONE && token->head < at) {
        at = token->head;
        token = actors_token(r, at);
    }
    if (token->relation == REL_NSUBJ || token->relation == REL_NSUBJ_PASS) {
        return true;
    }
    uint32_t clause = document_child(r->document, at, REL_ACL); /* "six held in raid": a headline has no more of a verb */
    return token->head == DOCUMENT_NONE && clause != DOCUMENT_NONE && base_slice_is(actors_token(r, clause)->xpos, "VBN");
}

/* "Four were killed", "wounded six": a number that counts people, or may; but "one of them" is of those. */
static bool is_bare_number(const struct actors_resolver *r, uint32_t at) {
    const struct document_token *token = actors_token(r, at);
    uint32_t whole = document_child(r->document, at, REL_NMOD);
    bool alone = whole == DOCUMENT_NONE || actors_token(r, whole)->upos == UPOS_NOUN;
    return token->upos == UPOS_NUM && alone && (token->relation == REL_OBJ || is_subject(r, at));
}

static bool heads_phrase(const struct actors_resolver *r, uint32_t at) {
    const struct document_token *token = actors_token(r, at);
    if (token->upos == UPOS_NUM) {
        return is_bare_number(r, at);
    }
    if (token->upos == UPOS_NOUN || token->upos == UPOS_PROPN || token->upos == UPOS_PRON) {
        return !is_inside_other(r, token) && !is_inside_name(r, token);
    }
    const struct actors_hit *hit = actors_hit_at(r, at); /* "the French said" */
    return token->upos == UPOS_ADJ && hit && hit->form == LEXICON_PEOPLE && is_argument(token->relation);
}

static void read_determiners(struct actors_resolver *r, struct actors_phrase *phrase) {
    bool others = false;
    for (DOCUMENT_CHILDREN(r->document, child, phrase->head)) {
        const struct document_token *token = actors_token(r, child);
        if (token->relation == REL_DET) {
            phrase->demonstrative |= document_has_feature(token, "PronType=Dem");
            phrase->definite |= document_has_feature(token, "Definite=Def") || phrase->demonstrative;
            phrase->indefinite |= !phrase->definite;
        }
        phrase->definite |= token->relation == REL_NMOD_POSS;
        others |= token->relation == REL_AMOD && lexicon_word(r->lexicon, token->form) == LEXICON_OTHERS;
        phrase->count = token->relation == REL_NUMMOD ? token->form : phrase->count;
    }
    phrase->definite &= !others; /* "the other groups" are none of those before */
    phrase->indefinite |= others;
    phrase->plural = phrase->counted || document_has_feature(actors_token(r, phrase->head), "Number=Plur");
}

static bool is_no_start(const struct document_token *token, uint32_t head) {
    return token->relation == REL_DET || (token->relation == REL_CASE && token->head == head) || token->upos == UPOS_PUNCT ||
           token->upos == UPOS_PRON || token->upos == UPOS_CCONJ;
}

/* Where the noun for an actor ends: behind the head in "head of state", and in "Bank of Nova Scotia". */
static uint32_t end_of_noun(const struct actors_resolver *r, const struct actors_phrase *phrase) {
    uint32_t words = actors_words_of(phrase->agent), own = phrase->head + 1 - phrase->agent_first;
    if (words > own) {
        return phrase->head + words - own;
    }
    uint32_t end = phrase->head, child = phrase->head + 2;
    if (actors_token(r, phrase->head)->upos != UPOS_PROPN || !phrase->agent || phrase->agent->type != DOCUMENT_ORG ||
        child >= r->document->tokens.count) {
        return end;
    }
    enum lexicon_word word = lexicon_word(r->lexicon, actors_token(r, phrase->head + 1)->form);
    while (word == LEXICON_BELONGS && child < r->document->tokens.count &&
           actors_token(r, child)->upos == UPOS_PROPN && actors_token(r, child)->head >= phrase->head &&
           actors_token(r, child)->head <= child + 1 && actors_token(r, child)->head != DOCUMENT_NONE) {
        end = child++;
    }
    return end;
}

static void find_bounds(const struct actors_resolver *r, struct actors_phrase *phrase) {
    uint32_t preposition = document_child(r->document, phrase->head, REL_CASE);
    uint32_t start = preposition == DOCUMENT_NONE || preposition > phrase->head ? 0 : preposition;
    phrase->first = phrase->last = phrase->head;
    for (DOCUMENT_CHILDREN(r->document, child, phrase->head)) {
        enum document_relation relation = actors_token(r, child)->relation;
        bool in_front = child < phrase->head && child >= start &&
                        (relation == REL_AMOD || relation == REL_COMPOUND || relation == REL_NMOD_POSS ||
                         relation == REL_NUMMOD || relation == REL_NMOD_DESC || relation == REL_NMOD ||
                         relation == REL_NMOD_UNMARKED || relation == REL_FLAT || relation == REL_DEP);
        if (in_front || (child > phrase->head && (relation == REL_FLAT || relation == REL_COMPOUND))) {
            uint32_t first, last;
            document_subtree(r->document, child, &first, &last);
            phrase->first = in_front && first < phrase->first ? first : phrase->first;
            phrase->last = !in_front && child > phrase->last ? child : phrase->last;
        }
    }
    while (phrase->first < phrase->head && is_no_start(actors_token(r, phrase->first), phrase->head)) {
        phrase->first++;
    }
    if (phrase->agent && phrase->agent_head == phrase->head) {
        phrase->last = end_of_noun(r, phrase) > phrase->last ? end_of_noun(r, phrase) : phrase->last;
    }
    if (phrase->name_first != DOCUMENT_NONE) {
        phrase->first = phrase->name_first < phrase->first ? phrase->name_first : phrase->first;
        phrase->last = phrase->name_last > phrase->last ? phrase->name_last : phrase->last;
    }
}

/* Stands for a clause that follows: "it is impossible to ...", "it was reported that ...". */
static bool is_expletive(const struct actors_resolver *r, uint32_t at) {
    const struct document_token *token = actors_token(r, at);
    bool subject = token->relation == REL_NSUBJ || token->relation == REL_NSUBJ_PASS;
    if (token->relation == REL_EXPL || token->head == DOCUMENT_NONE || !subject) {
        return token->relation == REL_EXPL;
    }
    bool copula = document_child(r->document, token->head, REL_COP) != DOCUMENT_NONE;
    for (DOCUMENT_CHILDREN(r->document, child, token->head)) {
        enum document_relation relation = actors_token(r, child)->relation;
        bool clause = relation == REL_CCOMP || relation == REL_XCOMP;
        if (relation == REL_CSUBJ || relation == REL_CSUBJ_PASS ||
            (clause && (copula || token->relation == REL_NSUBJ_PASS))) {
            return true;
        }
    }
    return false;
}

static void read_pronoun(struct actors_resolver *r, struct actors_phrase *phrase) {
    const struct document_token *token = actors_token(r, phrase->head);
    phrase->kind = DOCUMENT_BY_PRONOUN;
    phrase->first = phrase->last = phrase->head;
    phrase->name_first = phrase->name_last = DOCUMENT_NONE;
    phrase->plural = document_has_feature(token, "Number=Plur");
    phrase->person = document_has_feature(token, "Person=1")   ? ACTORS_FIRST
                     : document_has_feature(token, "Person=2") ? ACTORS_SECOND
                     : document_has_feature(token, "Person=3") ? ACTORS_THIRD
                                                             : ACTORS_NO_PERSON;
    phrase->gender = document_has_feature(token, "Gender=Masc") ? 'm' : document_has_feature(token, "Gender=Fem") ? 'f' : 0;
    phrase->reflexive = document_has_feature(token, "Reflex=Yes");
    phrase->relative = document_has_feature(token, "PronType=Rel");
    phrase->expletive = is_expletive(r, phrase->head);
}

/* A modifier is its own words alone; what else stands before the noun may say which country it is of. */
static void read_modifier(struct actors_resolver *r, struct actors_phrase *phrase) {
    const struct actors_hit *hit = actors_hit_at(r, phrase->head);
    uint32_t count = 1;
    phrase->modifier = true;
    phrase->name_first = phrase->name_last = DOCUMENT_NONE;
    phrase->noun = actors_token(r, phrase->head)->lemma;
    phrase->kind = hit ? DOCUMENT_BY_NAME : DOCUMENT_BY_NOUN;
    phrase->first = phrase->last = phrase->head;
    if (hit) {
        phrase->hit = hit;
        phrase->first = phrase->name_first = hit->first;
        phrase->name_last = phrase->head;
    } else {
        phrase->agent = lexicon_agent(r->lexicon, r->document, phrase->head, &count);
        phrase->agent_head = phrase->head;
        phrase->first = phrase->agent_first = phrase->head + 1 - count;
    }
}

/* A number without a noun counts people where it is a subject or what is done to them; "wounded six" only may. */
static void take_for_people(const struct actors_resolver *r, struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, phrase->head);
    bool word = lexicon_word(r->lexicon, phrase->noun) == LEXICON_NUMBER;
    bool number = head->upos == UPOS_NUM || (word && !phrase->agent);
    if (number && (is_subject(r, phrase->head) || (word && head->relation == REL_OBJ))) {
        phrase->agent = lexicon_counted(r->lexicon);
        phrase->agent_first = phrase->head;
        phrase->counted = phrase->agent != NULL;
    }
}

static void read_phrase(struct actors_resolver *r, struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, phrase->head);
    const struct actors_hit *hit = actors_hit_at(r, phrase->head);
    uint32_t count;
    actors_find_name(r, phrase);
    phrase->noun = head->lemma.size ? head->lemma : head->form;
    if (phrase->name_first != DOCUMENT_NONE) {
        actors_read_name(r, phrase);
    } else {
        phrase->kind = DOCUMENT_BY_NOUN;
        phrase->hit = hit && hit->form == LEXICON_PEOPLE ? hit : NULL;
        phrase->agent = lexicon_agent(r->lexicon, r->document, phrase->head, &count);
        phrase->agent_head = phrase->head;
        phrase->agent_first = phrase->head + 1 - count;
        take_for_people(r, phrase);
    }
    const struct actors_phrase *before = r->phrases.count ? &r->phrases.items[r->phrases.count - 1] : NULL;
    bool inside = before && before->last >= phrase->head && before->agent && before->kind == DOCUMENT_BY_NOUN;
    bool date = r->document->date_at && r->document->date_at[phrase->head] != DOCUMENT_NONE;
    if (date || (inside && head->upos == UPOS_NOUN)) {
        phrase->agent = NULL; /* the state is nobody in "head of state" */
    }
    read_determiners(r, phrase);
    find_bounds(r, phrase);
}

void actors_find_phrases(struct actors_resolver *r) {
    uint32_t count = (uint32_t)r->document->tokens.count;
    r->phrase_at = base_arena_array(r->arena, count, sizeof *r->phrase_at);
    for (uint32_t at = 0; at < count; at++) {
        r->phrase_at[at] = DOCUMENT_NONE;
        bool modifier = modifies_thing(r, at);
        if (!modifier && !heads_phrase(r, at)) {
            continue;
        }
        uint32_t other = modifier ? DOCUMENT_NONE : other_head(r, at);
        if (other != DOCUMENT_NONE) {
            r->phrase_at[at] = other;
            continue;
        }
        struct actors_phrase phrase = {.head = at, .within = DOCUMENT_NONE, .owner = DOCUMENT_NONE,
                                       .group = DOCUMENT_NONE, .entity = DOCUMENT_NONE};
        const struct document_token *token = actors_token(r, at);
        bool inflected = token->upos == UPOS_PRON && !document_has_feature(token, "PronType=Ind");
        if (modifier) {
            read_modifier(r, &phrase);
        } else if (inflected) {
            read_pronoun(r, &phrase);
        } else {
            read_phrase(r, &phrase);
        }
        r->phrase_at[at] = (uint32_t)r->phrases.count;
        BASE_PUSH(r->arena, &r->phrases, phrase);
    }
}
