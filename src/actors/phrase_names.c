/* The name in a noun phrase: where it begins and ends, which entry has it, which title stands before it. */
#include "actors/resolver.h"

static bool same_sentence(const struct actors_resolver *r, uint32_t a, uint32_t b) {
    return b < r->document->tokens.count && actors_token(r, a)->sentence == actors_token(r, b)->sentence;
}

/* The run of proper nouns that hang together around the head, for names that nobody marked. */
static void proper_run(const struct actors_resolver *r, uint32_t head, uint32_t *first, uint32_t *last) {
    *first = *last = head;
    while (*first > 0 && same_sentence(r, head, *first - 1)) {
        const struct document_token *before = actors_token(r, *first - 1);
        if (before->upos != UPOS_PROPN || before->head == DOCUMENT_NONE || before->head < *first || before->head > head ||
            (before->relation != REL_COMPOUND && before->relation != REL_AMOD)) {
            break;
        }
        --*first;
    }
    for (uint32_t next = head + 1; same_sentence(r, head, next); next++) {
        const struct document_token *token = actors_token(r, next);
        if (token->head != head && token->head != *last && token->upos != UPOS_PUNCT) {
            break;
        }
        if (token->relation == REL_FLAT) {
            *last = next;
        } else if (token->upos != UPOS_PUNCT || token->xpos.size != strlen("HYPH")) {
            break;
        }
    }
}

static bool names_itself(const struct actors_hit *hit) {
    return hit->form != LEXICON_ADJECTIVE && hit->form != LEXICON_PEOPLE;
}

static void widen(struct actors_phrase *phrase, uint32_t first, uint32_t last) {
    bool none = phrase->name_first == DOCUMENT_NONE;
    phrase->name_first = none || first < phrase->name_first ? first : phrase->name_first;
    phrase->name_last = none || last > phrase->name_last ? last : phrase->name_last;
}

/* A noun with the name behind it: "Minister Ahmed" where the title is the head. */
static uint32_t name_behind(const struct actors_resolver *r, uint32_t head) {
    uint32_t flat = document_child(r->document, head, REL_FLAT);
    return flat != DOCUMENT_NONE && flat > head && actors_token(r, flat)->upos == UPOS_PROPN ? flat : DOCUMENT_NONE;
}

/* The last token of the name of a person that the token is in, else the token. */
static uint32_t end_of_name(const struct actors_resolver *r, uint32_t token) {
    uint32_t number = actors_token(r, token)->name;
    const struct document_name *name = number == DOCUMENT_NONE ? NULL : &r->document->names.items[number];
    return name && name->type == DOCUMENT_NAME_PER ? name->first + name->count - 1 : token;
}

void actors_find_name(struct actors_resolver *r, struct actors_phrase *phrase) {
    const struct document_token *head = actors_token(r, phrase->head);
    const struct actors_hit *hit = actors_hit_at(r, phrase->head);
    phrase->name_first = phrase->name_last = DOCUMENT_NONE;
    if (hit && names_itself(hit)) {
        widen(phrase, hit->first, hit->first + hit->count - 1);
    }
    if (hit && hit->form == LEXICON_PEOPLE && head->relation != REL_AMOD) {
        return; /* "Americans", whatever kind of name it was taken for */
    }
    bool lower = head->upos == UPOS_NOUN && head->form.data[0] >= 'a' && head->form.data[0] <= 'z';
    if (head->name != DOCUMENT_NONE &&
        !(lower && r->document->names.items[head->name].type == DOCUMENT_NAME_PER)) {
        const struct document_name *name = &r->document->names.items[head->name];
        widen(phrase, name->first, name->first + name->count - 1);
        if (name->type == DOCUMENT_NAME_PER && head->upos == UPOS_PROPN) {
            uint32_t first, last;
            proper_run(r, phrase->head, &first, &last);
            widen(phrase, phrase->head, last);
            uint32_t behind = name_behind(r, phrase->head); /* "UN Secretary" and "General Antonio Guterres" */
            widen(phrase, phrase->head, behind == DOCUMENT_NONE ? last : end_of_name(r, behind));
        }
    } else if (head->upos == UPOS_PROPN && !hit) {
        uint32_t first, last;
        proper_run(r, phrase->head, &first, &last);
        widen(phrase, first, last);
    } else if (head->upos == UPOS_NOUN && phrase->name_first == DOCUMENT_NONE) {
        uint32_t behind = name_behind(r, phrase->head);
        if (behind != DOCUMENT_NONE) {
            uint32_t first, last;
            proper_run(r, behind, &first, &last);
            const struct document_name *name =
                actors_token(r, behind)->name == DOCUMENT_NONE ? NULL : &r->document->names.items[actors_token(r, behind)->name];
            widen(phrase, behind, name ? name->first + name->count - 1 : last);
        }
    }
}

static bool says_where(const struct actors_resolver *r, uint32_t token) {
    const struct actors_hit *hit = actors_hit_at(r, token);
    return (hit && actors_is_place_kind(hit->entry->kind)) ||
           (r->document->place_at && r->document->place_at[token] != DOCUMENT_NONE);
}

static bool says_of_whom(const struct actors_resolver *r, uint32_t token) {
    const struct actors_hit *hit = actors_hit_at(r, token);
    return hit && (hit->entry->kind == LEXICON_ORG || hit->entry->kind == LEXICON_GROUP);
}

/* A title at the start of what was marked as a name: "President Obama". */
static void strip_title(struct actors_resolver *r, struct actors_phrase *phrase) {
    uint32_t name = actors_token(r, phrase->name_last)->name;
    if (phrase->hit || (name != DOCUMENT_NONE && r->document->names.items[name].type != DOCUMENT_NAME_PER)) {
        return;
    }
    uint32_t start = phrase->name_first; /* of the title, behind what says where or of which body */
    while (start < phrase->name_last && (says_where(r, start) || says_of_whom(r, start))) {
        start++;
    }
    for (uint32_t at = start; at < phrase->name_last; at++) {
        uint32_t count;
        const struct lexicon_agent *agent = lexicon_agent(r->lexicon, r->document, at, &count);
        uint32_t behind = agent ? at + 1 + actors_words_of(agent) - count : at + 1; /* "Secretary of State" has its head in front */
        behind += behind < phrase->name_last && base_slice_is(actors_token(r, behind)->form, "."); /* "Sen ." */
        if (agent && agent->is_title && at + 1 - count <= (phrase->agent ? phrase->name_first : start) &&
            behind <= phrase->name_last && actors_token(r, behind)->upos == UPOS_PROPN) {
            phrase->agent = agent;
            phrase->agent_head = at;
            phrase->name_first = behind;
        }
    }
}

static void find_title(struct actors_resolver *r, struct actors_phrase *phrase) {
    uint32_t before = phrase->name_first - 1, count;
    if (phrase->agent || phrase->name_first == 0 || !same_sentence(r, phrase->head, before)) {
        return;
    }
    const struct document_token *token = actors_token(r, before);
    bool hangs = token->head != DOCUMENT_NONE && token->head >= phrase->name_first && token->head <= phrase->name_last;
    bool heads = actors_token(r, phrase->name_first)->head == before && before == phrase->head;
    if (token->relation == REL_PUNCT && token->form.size == 1 && before > 0 && token->form.data[0] == '.') {
        token = actors_token(r, --before);
        hangs = token->head >= phrase->name_first && token->head <= phrase->name_last;
    }
    if ((hangs || heads) && (token->upos == UPOS_NOUN || token->upos == UPOS_PROPN)) {
        phrase->agent = lexicon_agent(r->lexicon, r->document, before, &count);
        phrase->agent_head = before;
        phrase->agent = phrase->agent && phrase->agent->type == DOCUMENT_THING ? NULL : phrase->agent;
    }
}

/* The entry whose name is the whole of the phrase's name. */
static void find_entry(struct actors_resolver *r, struct actors_phrase *phrase) {
    for (uint32_t at = phrase->name_last; at + 1 > phrase->name_first; at--) {
        const struct actors_hit *hit = actors_hit_at(r, at);
        if (hit && names_itself(hit) && hit->first <= phrase->name_first &&
            hit->first + hit->count > phrase->name_last) {
            phrase->hit = hit;
        }
        if (hit || at == 0) {
            break;
        }
    }
}

/* "the Islamist group al Shabaab", all of it taken for a name: what is behind the noun is one. */
static void narrow_to_entry(struct actors_resolver *r, struct actors_phrase *phrase) {
    const struct actors_hit *hit = actors_hit_at(r, phrase->name_last);
    uint32_t count;
    if (phrase->hit || !hit || !names_itself(hit) || hit->first <= phrase->name_first ||
        hit->first + hit->count != phrase->name_last + 1 || actors_token(r, hit->first - 1)->upos != UPOS_NOUN) {
        return;
    }
    const struct lexicon_agent *agent = lexicon_agent(r->lexicon, r->document, hit->first - 1, &count);
    if (agent && agent->type != DOCUMENT_THING) {
        phrase->hit = hit;
        phrase->name_first = hit->first;
    }
}

/* Is the name nothing but the noun for an actor and the country before it: "Russian Foreign Ministry", "the President"? */
static bool is_all_noun(const struct actors_resolver *r, const struct actors_phrase *phrase, uint32_t agent_count) {
    uint32_t at = phrase->name_first;
    while (at <= phrase->head && at + agent_count <= phrase->head) {
        const struct actors_hit *hit = actors_hit_at(r, at);
        if (!hit || !actors_is_place_kind(hit->entry->kind)) {
            return false;
        }
        at = hit->first + hit->count;
    }
    return true;
}

static bool is_all_capitals(struct base_slice form) {
    bool capitals = form.size > 1;
    for (size_t i = 0; i < form.size && capitals; i++) {
        capitals = form.data[i] >= 'A' && form.data[i] <= 'Z';
    }
    return capitals;
}

/* "WASHINGTON Christopher Steele said": a dateline without a mark behind it. */
static void cut_dateline(const struct actors_resolver *r, struct actors_phrase *phrase) {
    uint32_t at = phrase->name_first;
    bool starts = r->document->sentences.items[actors_token(r, at)->sentence].first == at;
    while (starts && at + 1 < phrase->name_last && is_all_capitals(actors_token(r, at)->form) && says_where(r, at)) {
        at++;
    }
    phrase->name_first = is_all_capitals(actors_token(r, at)->form) ? phrase->name_first : at;
}

/* Cuts off closing marks and an age that a name was taken to have, or a dateline; and puts back
 * what a hyphen cut off from it: "Ban Ki" and "-moon". */
static void trim_name(const struct actors_resolver *r, struct actors_phrase *phrase) {
    while (phrase->name_last > phrase->head && (actors_token(r, phrase->name_last)->upos == UPOS_PUNCT ||
                                                actors_token(r, phrase->name_last)->upos == UPOS_SYM ||
                                                actors_token(r, phrase->name_last)->upos == UPOS_NUM)) {
        phrase->name_last--;
    }
    for (uint32_t at = phrase->name_first; at < phrase->head; at++) {
        struct base_slice form = actors_token(r, at)->form;
        bool dash = (at > 0 && actors_token(r, at - 1)->space_after && actors_token(r, at)->space_after) ||
                    base_slice_is(form, "--") || base_slice_is(form, "\u2014");
        bool bracket = base_slice_is(form, ")");
        if (actors_token(r, at)->upos == UPOS_PUNCT && (dash || bracket)) {
            phrase->name_first = at + 1; /* what stands before is a dateline */
        }
    }
    uint32_t rest = phrase->name_last + 2;
    while (same_sentence(r, phrase->head, rest) && !actors_token(r, rest - 2)->space_after &&
           base_slice_is(actors_token(r, rest - 1)->form, "-") && !actors_token(r, rest - 1)->space_after &&
           (actors_token(r, rest)->upos == UPOS_NOUN || actors_token(r, rest)->upos == UPOS_PROPN) &&
           actors_token(r, rest)->head >= phrase->name_first && actors_token(r, rest)->head <= phrase->name_last) {
        phrase->name_last = rest;
        rest += 2;
    }
}

void actors_read_name(struct actors_resolver *r, struct actors_phrase *phrase) {
    uint32_t count = 0;
    trim_name(r, phrase);
    cut_dateline(r, phrase);
    find_entry(r, phrase);
    narrow_to_entry(r, phrase);
    if (!phrase->hit) {
        phrase->agent = lexicon_agent(r->lexicon, r->document, phrase->head, &count);
        phrase->agent_head = phrase->head;
        phrase->agent_first = phrase->head + 1 - count;
        uint32_t name = actors_token(r, phrase->head)->name;
        bool person = name != DOCUMENT_NONE && r->document->names.items[name].type == DOCUMENT_NAME_PER;
        if (phrase->agent && !person && is_all_noun(r, phrase, count) && phrase->head >= phrase->name_first &&
            (phrase->head == phrase->name_last || !phrase->agent->is_title)) {
            phrase->kind = DOCUMENT_BY_NOUN;
            return;
        }
        bool body = phrase->agent && !phrase->agent->is_title && phrase->agent->type != DOCUMENT_THING;
        phrase->agent = body || phrase->head < phrase->name_first ? phrase->agent : NULL;
    }
    strip_title(r, phrase);
    if (!phrase->hit) {
        find_entry(r, phrase);
    }
    find_title(r, phrase);
    phrase->kind = DOCUMENT_BY_NAME;
}
