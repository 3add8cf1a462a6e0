#include "events/kinds.h"

#include "base/utf8.h"

enum { SURNAME_REACH = 40 }; /* tokens behind a surname that are searched for a verb */

static const char *const security[] = {"COP", "MIL", "PRM", "SPY", NULL};
static const char *const armed[] = {"COP", "MIL", "PRM", "SPY", "REB", "UAF", NULL};
static const char *const state[] = {"GOV", "MIL", "LEG", "COP", "JUD", "SPY", NULL};
static const char *const political[] = {"GOV", "MIL", "LEG", "COP", "JUD", "SPY", "PTY", "REB", "OPP", "PRM", "UAF",
                                        "ELI", "LAB", "REL", "PRE", NULL};
static const char *const bodies[] = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", NULL};

const struct document_entity *events_actor_at(const struct document *document, uint32_t token) {
    if (!document->mention_at) {
        return NULL;
    }
    const struct document_entity *entity = document_entity_at(document, token);
    return entity && entity->type != DOCUMENT_THING ? entity : NULL;
}

/* "A committee delegate who left": somebody, though no word that we know, and not what belongs to the committee. */
static bool is_personal(const struct document *document, uint32_t token) {
    uint32_t clause = document_child(document, token, REL_ACL_RELCL);
    if (clause == DOCUMENT_NONE) {
        return false;
    }
    for (DOCUMENT_CHILDREN(document, child, clause)) {
        enum document_relation relation = document->tokens.items[child].relation;
        if (relation == REL_NSUBJ && base_slice_is(document->tokens.items[child].xpos, "WP")) {
            return true;
        }
    }
    return false;
}

/* "Remarks made by the mayor": whoever made the thing. */
static uint32_t maker(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t thing) {
    const struct document_token *tokens = document->tokens.items;
    for (DOCUMENT_CHILDREN(document, clause, thing)) {
        if (tokens[clause].relation != REL_ACL || !base_slice_is(tokens[clause].xpos, "VBN") ||
            !events_class_has(vocabulary->made, tokens[clause].lemma)) {
            continue;
        }
        for (DOCUMENT_CHILDREN(document, child, clause)) {
            bool agent = (tokens[child].relation == REL_OBL || tokens[child].relation == REL_OBL_AGENT) &&
                         events_class_has(vocabulary->agent, events_marker(document, child, REL_CASE));
            if (agent && events_actor_at(document, child)) {
                return child;
            }
        }
    }
    return DOCUMENT_NONE;
}

uint32_t events_owner(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token) {
    static const enum document_relation order[] = {REL_NMOD_POSS, REL_COMPOUND, REL_AMOD, REL_APPOS, REL_NMOD};
    bool undergone = events_class_has(vocabulary->undergone, document->tokens.items[token].lemma);
    bool suffered = events_class_has(vocabulary->suffered, document->tokens.items[token].lemma);
    if (is_personal(document, token)) {
        return DOCUMENT_NONE;
    }
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (suffered && order[i] == REL_NMOD_POSS) {
            continue;
        }
        for (DOCUMENT_CHILDREN(document, child, token)) {
            if (document->tokens.items[child].relation != order[i] || !events_actor_at(document, child)) {
                continue;
            }
            if (order[i] != REL_NMOD ||
                events_class_has(undergone || suffered ? vocabulary->agent : vocabulary->whole,
                                 events_marker(document, child, REL_CASE))) {
                return child;
            }
        }
    }
    return maker(document, vocabulary, token);
}

bool events_is_place(const struct document *document, uint32_t token) {
    uint32_t place = document->place_at ? document->place_at[token] : DOCUMENT_NONE;
    if (place != DOCUMENT_NONE) {
        return !document->places.items[place].adjective;
    }
    const struct document_entity *entity = events_actor_at(document, token);
    return entity && entity->type == DOCUMENT_LOC;
}

bool events_has_sector(const struct document_entity *entity, const char *const *sectors) {
    for (size_t i = 0; i < DOCUMENT_SECTORS && entity->sector[i][0]; i++) {
        for (size_t j = 0; sectors[j]; j++) {
            if (strcmp(entity->sector[i], sectors[j]) == 0) {
                return true;
            }
        }
    }
    return false;
}

static bool is_listed(struct base_slice code, const char *const *codes) {
    for (size_t i = 0; codes[i]; i++) {
        if (base_slice_is(code, codes[i])) {
            return true;
        }
    }
    return false;
}

bool events_sector_is(struct base_slice code, enum events_test test) {
    switch (test) {
    case EVENTS_IS_SECURITY: return is_listed(code, security);
    case EVENTS_IS_ARMED: return is_listed(code, armed);
    case EVENTS_IS_STATE: return is_listed(code, state);
    case EVENTS_IS_POLITICAL: return is_listed(code, political) || is_listed(code, bodies);
    default: return false;
    }
}

static bool is_capital(const struct document *document, uint32_t token) {
    size_t at = 0;
    return base_is_upper(base_utf8_next(document->tokens.items[token].form, &at));
}

/* Behind a name, in a sentence that writes its other verbs small: "Harry Hurt had hoped". */
bool events_is_surname(const struct document *document, uint32_t token) {
    const struct document_token *tokens = document->tokens.items;
    const struct document_sentence *sentence = &document->sentences.items[tokens[token].sentence];
    if (token == sentence->first || tokens[token - 1].upos != UPOS_PROPN || !is_capital(document, token) ||
        !is_capital(document, token - 1)) {
        return false;
    }
    uint32_t end = sentence->first + sentence->count;
    end = end - token > SURNAME_REACH ? token + SURNAME_REACH : end;
    for (uint32_t i = token + 1; i < end; i++) {
        if (tokens[i].upos == UPOS_VERB) {
            return !is_capital(document, i);
        }
    }
    return false;
}

bool events_is_country(const struct document *document, uint32_t token) {
    const struct document_entity *entity = events_actor_at(document, token);
    uint32_t place = document->place_at ? document->place_at[token] : DOCUMENT_NONE;
    if (place != DOCUMENT_NONE) {
        return document->places.items[place].precision == DOCUMENT_COUNTRY && !document->places.items[place].adjective;
    }
    return entity && entity->type == DOCUMENT_LOC && entity->country[0] && entity->place == DOCUMENT_NONE;
}

uint32_t events_next_country(const struct document *document, uint32_t token) {
    uint32_t next = document_child(document, token, REL_APPOS);
    return next != DOCUMENT_NONE && events_is_country(document, token) && events_is_country(document, next)
               ? next
               : DOCUMENT_NONE;
}

bool events_is_victim(const struct document *document, uint32_t token) {
    const struct document_token *t = &document->tokens.items[token];
    bool dated = document->date_at && document->date_at[token] != DOCUMENT_NONE;
    return events_actor_at(document, token) != NULL ||
           (!dated && (t->upos == UPOS_PROPN || t->upos == UPOS_PRON || t->upos == UPOS_NUM ||
                       document_child(document, token, REL_NUMMOD) != DOCUMENT_NONE));
}

bool events_is_public(const struct document_entity *entity) {
    for (size_t i = 0; bodies[i]; i++) {
        if (strcmp(entity->country, bodies[i]) == 0) {
            return true;
        }
    }
    return entity->type == DOCUMENT_LOC || events_has_sector(entity, political) ||
           (entity->country[0] && (entity->named || entity->type == DOCUMENT_GROUP));
}

/* A country, an actor of politics, or a name of whom nothing else is known. */
static bool is_political(const struct document *document, uint32_t token, const struct document_entity *entity) {
    if (!entity) {
        return events_is_country(document, token);
    }
    bool of_bodies = false;
    for (size_t i = 0; bodies[i]; i++) {
        of_bodies |= strcmp(entity->country, bodies[i]) == 0;
    }
    return of_bodies || entity->type == DOCUMENT_LOC || events_has_sector(entity, political) ||
           (entity->named && !entity->sector[0][0]);
}

/* "A joint military exercise". */
static bool has_modifier(const struct document *document, uint32_t token, const struct events_class *class) {
    for (DOCUMENT_CHILDREN(document, child, token)) {
        const struct document_token *t = &document->tokens.items[child];
        if ((t->relation == REL_AMOD || t->relation == REL_COMPOUND) && events_class_has(class, t->lemma)) {
            return true;
        }
    }
    return false;
}

/* With its particle ("to leave"): a bare form may also stand behind a modal. */
static bool is_infinitive(const struct document *document, uint32_t token) {
    for (DOCUMENT_CHILDREN(document, child, token)) {
        if (base_slice_is(document->tokens.items[child].xpos, "TO")) {
            return true;
        }
    }
    return false;
}

/* "That he would go", "whether he is ill", but not "that he go". */
static bool is_finite(const struct document *document, uint32_t token) {
    uint32_t subject = document_child(document, token, REL_NSUBJ);
    bool bare = base_slice_is(document->tokens.items[token].xpos, "VBP") && subject != DOCUMENT_NONE &&
                document_has_feature(document_token(document, subject), "Number=Sing") &&
                document->tokens.items[subject].upos != UPOS_PRON; /* a subjunctive, whatever the tagger says */
    bool finite = document_is_tagged_finite(document, token) && !bare;
    for (DOCUMENT_CHILDREN(document, child, token)) {
        enum document_relation relation = document->tokens.items[child].relation;
        finite |= (relation == REL_AUX || relation == REL_AUX_PASS || relation == REL_COP) &&
                  document_is_tagged_finite(document, child);
    }
    return finite;
}

static bool is_own(const struct document *document, uint32_t token) {
    uint32_t possessor = document_child(document, token, REL_NMOD_POSS);
    return possessor != DOCUMENT_NONE && document->tokens.items[possessor].upos == UPOS_PRON;
}

static bool is_negated(const struct document *document, uint32_t token) {
    for (DOCUMENT_CHILDREN(document, child, token)) {
        const struct document_token *t = &document->tokens.items[child];
        if (t->relation == REL_ADVMOD && document_has_feature(t, "Polarity=Neg")) {
            return true;
        }
    }
    return false;
}

static bool has_auxiliary(const struct document *document, uint32_t token, const struct events_class *class) {
    for (DOCUMENT_CHILDREN(document, child, token)) {
        if (document->tokens.items[child].relation == REL_AUX &&
            events_class_has(class, document->tokens.items[child].lemma)) {
            return true;
        }
    }
    return false;
}

/* One of several actors: "France and Germany"; in headlines "France, Germany". */
static bool is_coordinated(const struct document *document, uint32_t token) {
    uint32_t other = document_child(document, token, REL_CONJ);
    return (other != DOCUMENT_NONE && events_actor_at(document, token) && events_actor_at(document, other)) ||
           events_next_country(document, token) != DOCUMENT_NONE;
}

static bool is_plural(const struct document *document, uint32_t token) {
    return document_has_feature(document_token(document, token), "Number=Plur") || is_coordinated(document, token);
}

/* Whose form tells that they are of several sides: "the two countries", "Peruvian and Chilean soldiers". */
bool events_is_several(const struct document *document, uint32_t token) {
    if (is_coordinated(document, token)) {
        return true;
    }
    if (!document_has_feature(document_token(document, token), "Number=Plur")) {
        return false;
    }
    for (DOCUMENT_CHILDREN(document, child, token)) {
        enum document_relation relation = document_token(document, child)->relation;
        uint32_t other = relation == REL_AMOD || relation == REL_COMPOUND ? document_child(document, child, REL_CONJ)
                                                                         : DOCUMENT_NONE;
        bool counted = relation == REL_NUMMOD || document_has_feature(document_token(document, child), "PronType=Tot");
        if (counted || (other != DOCUMENT_NONE && document->place_at && document->place_at[child] != DOCUMENT_NONE &&
                        document->place_at[other] != DOCUMENT_NONE)) {
            return true;
        }
    }
    return false;
}

static bool is_money(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token) {
    const struct document_token *t = &document->tokens.items[token];
    if (t->upos == UPOS_SYM || events_class_has(vocabulary->currency, t->lemma)) {
        return true;
    }
    for (DOCUMENT_CHILDREN(document, child, token)) {
        t = &document->tokens.items[child];
        if ((t->upos == UPOS_SYM && base_slice_is(t->xpos, "$")) ||
            (t->relation != REL_NMOD && events_class_has(vocabulary->currency, t->lemma))) {
            return true;
        }
    }
    return false;
}

/* "law", or "martial_law": the last word is the token's lemma, those before it stand before it. */
static bool has_words(const struct document *document, uint32_t token, struct base_slice words) {
    for (;;) {
        size_t from = words.size;
        while (from > 0 && words.data[from - 1] != '_') {
            from--;
        }
        if (!base_slice_equal_nocase(document->tokens.items[token].lemma, base_slice_part(words, from, words.size))) {
            return false;
        }
        if (from == 0 || token == 0) {
            return from == 0;
        }
        words = base_slice_part(words, 0, from - 1);
        token--;
    }
}

static bool passes(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token,
                   const struct events_atom *atom) {
    const struct document_token *t = &document->tokens.items[token];
    const struct document_entity *entity = events_actor_at(document, token);
    char code[4];
    switch (atom->test) {
    case EVENTS_IS_ANY:
        return true;
    case EVENTS_IS_ACTOR:
        return entity != NULL;
    case EVENTS_IS_THING:
        return entity == NULL;
    case EVENTS_IS_PERSON:
        return entity && (entity->type == DOCUMENT_PER || entity->type == DOCUMENT_GROUP ||
                          (entity->type == DOCUMENT_ANON));
    case EVENTS_IS_ORG:
        return entity && entity->type == DOCUMENT_ORG;
    case EVENTS_IS_GROUP:
        return entity && entity->type == DOCUMENT_GROUP;
    case EVENTS_IS_PLACE:
        return events_is_place(document, token);
    case EVENTS_IS_COUNTRY:
        return events_is_country(document, token);
    case EVENTS_IS_SECURITY:
        return entity && events_has_sector(entity, security);
    case EVENTS_IS_ARMED:
        return entity && events_has_sector(entity, armed);
    case EVENTS_IS_STATE:
        return events_is_country(document, token) || (entity && events_has_sector(entity, state));
    case EVENTS_IS_POLITICAL:
        return is_political(document, token, entity);
    case EVENTS_IS_MONEY:
        return is_money(document, vocabulary, token);
    case EVENTS_IS_NUMBER:
        return t->upos == UPOS_NUM;
    case EVENTS_IS_NAMED:
        return entity && entity->named;
    case EVENTS_IS_PRONOUN:
        return t->upos == UPOS_PRON;
    case EVENTS_IS_PLURAL:
        return is_plural(document, token);
    case EVENTS_IS_SEVERAL:
        return events_is_several(document, token);
    case EVENTS_IS_INFINITIVE:
        return is_infinitive(document, token);
    case EVENTS_IS_PASSIVE:
        return events_is_passive(document, token);
    case EVENTS_IS_FINITE:
        return is_finite(document, token);
    case EVENTS_IS_OWN:
        return is_own(document, token);
    case EVENTS_IS_NEGATED:
        return is_negated(document, token);
    case EVENTS_IS_INDEFINITE:
        return document_determiner_has(document, token, "Definite=Ind"); /* one of whom the text has not spoken */
    case EVENTS_IS_VICTIM:
        return events_is_victim(document, token);
    case EVENTS_HAS_OWNER:
        return entity == NULL && events_owner(document, vocabulary, token) != DOCUMENT_NONE;
    case EVENTS_HAS_SECTOR:
        memcpy(code, atom->word.data, 3);
        code[3] = '\0';
        return entity && (strcmp(entity->country, code) == 0 ||
                          events_has_sector(entity, (const char *const[]){code, NULL}));
    case EVENTS_HAS_LEMMA:
        return has_words(document, token, atom->word);
    case EVENTS_IN_CLASS:
        return events_class_has(atom->class, t->lemma);
    case EVENTS_HAS_AUXILIARY:
        return has_auxiliary(document, token, atom->class);
    case EVENTS_HAS_MODIFIER:
        return has_modifier(document, token, atom->class);
    case EVENTS_HAS_PHRASE:
        return events_phrase_ends(document, &atom->phrase, token);
    }
    return false;
}

bool events_passes(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token,
                   const struct events_atom *atoms, size_t count) {
    bool all = true;
    for (size_t i = 0; i < count; i++) {
        all = all && passes(document, vocabulary, token, &atoms[i]) != atoms[i].negated;
        if (atoms[i].ends_alternative) {
            if (all) {
                return true;
            }
            all = true;
        }
    }
    return false;
}
