/* Which runs of tokens the lexicon knows, and which of several entries of one name is meant. */
#include "actors/resolver.h"
#include "base/utf8.h"

enum { CANDIDATES = 8 };

bool actors_is_place_kind(enum lexicon_kind kind) {
    return kind == LEXICON_COUNTRY || kind == LEXICON_REGION || kind == LEXICON_FEATURE || kind == LEXICON_CITY;
}

bool actors_is_people(const struct lexicon_entry *entry) {
    return entry->kind == LEXICON_GROUP && (strcmp(entry->sector[0], "CVL") == 0 || strcmp(entry->sector[0], "REL") == 0);
}

/* Function words and verbs are no names, except inside one. */
static bool may_start(const struct document_token *token) {
    return token->upos == UPOS_PROPN || token->upos == UPOS_NOUN || token->upos == UPOS_ADJ || token->upos == UPOS_X ||
           token->upos == UPOS_NUM || token->name != DOCUMENT_NONE;
}

static bool is_lower(const struct document_token *token) {
    return token->form.data[0] >= 'a' && token->form.data[0] <= 'z';
}

static const struct document_name *name_of(const struct actors_resolver *r, uint32_t token) {
    uint32_t name = actors_token(r, token)->name;
    return name == DOCUMENT_NONE ? NULL : &r->document->names.items[name];
}

/* How well the entry fits what names and places say of the tokens. */
static int fit(const struct actors_resolver *r, uint32_t token, const struct lexicon_match *match) {
    const struct document *document = r->document;
    const struct document_token *last = actors_token(r, token + match->count - 1);
    const struct document_name *name = name_of(r, token);
    uint32_t place = document->place_at ? document->place_at[token] : DOCUMENT_NONE;
    bool is_place = actors_is_place_kind(match->entry->kind);
    int score = 0;
    if (is_place && place != DOCUMENT_NONE) {
        bool same = strcmp(document->places.items[place].country, match->entry->country) == 0;
        score += same ? 4 : 1;
    }
    if (name) {
        enum document_name_type wanted = match->entry->kind == LEXICON_PER ? DOCUMENT_NAME_PER
                                         : is_place                        ? DOCUMENT_NAME_LOC
                                                                           : DOCUMENT_NAME_ORG;
        score += name->type == wanted ? 3 : name->type == DOCUMENT_NAME_PER && is_place ? -4 : 0;
    }
    bool former = true;
    if (match->entry->kind == LEXICON_PER && lexicon_role_on(match->entry, document->day, &former) && !former) {
        score += 2; /* of several of a surname, who is in office */
    }
    bool modifies = last->upos == UPOS_ADJ || last->relation == REL_AMOD || last->relation == REL_COMPOUND;
    switch (match->form) {
    case LEXICON_ADJECTIVE:
        return score + (modifies ? 4 : -1);
    case LEXICON_PEOPLE:
        return score + (modifies ? 0 : 2);
    case LEXICON_ALONE:
        return score - 1;
    default:
        return score + (match->entry->kind == LEXICON_COUNTRY);
    }
}

/* "Jeffrey N. Trimble" is not David. */
static bool follows_initial(const struct actors_resolver *r, uint32_t token) {
    struct base_slice before = token ? actors_token(r, token - 1)->form : BASE_SLICE("");
    bool initial = before.size == 2 && before.data[1] == '.';
    bool stop = base_slice_is(before, ".") && token > 1 && actors_token(r, token - 2)->form.size == 1;
    return initial || stop;
}

/* A short form does not name its bearer inside a longer name: "Rifaat al-Assad". */
static bool is_cut_off(const struct actors_resolver *r, uint32_t token, const struct lexicon_match *match) {
    const struct document_name *name = name_of(r, token);
    if (match->form == LEXICON_ALONE) {
        bool place = r->document->place_at && r->document->place_at[token] != DOCUMENT_NONE;
        return actors_token(r, token)->upos != UPOS_PROPN || place || follows_initial(r, token) ||
               (name && name->first + name->count == token + match->count && name->first < token &&
                name->type == DOCUMENT_NAME_PER);
    }
    return match->count == 1 && name && name->type == DOCUMENT_NAME_PER && name->count > 1 &&
           match->entry->kind != LEXICON_PER && match->form != LEXICON_ADJECTIVE;
}

bool actors_follows_leaning(const struct actors_resolver *r, uint32_t token) {
    uint32_t before = token;
    while (before > 0 && !actors_token(r, before - 1)->space_after) {
        before--;
        if (!base_slice_is(actors_token(r, before)->form, "-")) {
            return lexicon_word(r->lexicon, actors_token(r, before)->form) == LEXICON_LEANING;
        }
    }
    return false;
}

static bool choose(const struct actors_resolver *r, uint32_t token, struct actors_hit *out) {
    struct lexicon_match found[CANDIDATES];
    const struct document_token *first = actors_token(r, token);
    bool article = token + 1 < r->document->tokens.count &&
                   (!is_lower(first + 1) || !first->space_after); /* "al Shabaab", "al-Shabaab" */
    if (!may_start(first) && (first->upos == UPOS_PUNCT || (is_lower(first) && !article))) {
        return false; /* "the", "said": most of a text */
    }
    size_t count = lexicon_match(r->lexicon, r->document, token, found, CANDIDATES);
    int best = 0;
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        bool adjective = actors_token(r, token + found[i].count - 1)->upos == UPOS_ADJ;
        bool leaning = adjective && actors_follows_leaning(r, token);
        if ((found[i].count == 1 && !may_start(actors_token(r, token))) || is_cut_off(r, token, &found[i]) || leaning) {
            continue;
        }
        int score = fit(r, token, &found[i]);
        if (!any || score > best) {
            *out = (struct actors_hit){found[i].entry, found[i].form, token, found[i].count};
            best = score;
            any = true;
        }
    }
    return any;
}

static bool is_initial(struct base_slice form) {
    return form.data[0] >= 'A' && form.data[0] <= 'Z' && (form.size == 1 || (form.size == 2 && form.data[1] == '.'));
}

/* "Jane M. Doe" goes by "Jane Doe" in the tables. */
static bool choose_without_initial(const struct actors_resolver *r, uint32_t token, struct actors_hit *out) {
    const struct document_name *name = name_of(r, token);
    if (!name || name->type != DOCUMENT_NAME_PER || name->first != token || name->count < 3 ||
        !is_initial(actors_token(r, token + 1)->form)) {
        return false;
    }
    uint32_t last = token + name->count - 1, rest = token + 2;
    rest += rest < last && base_slice_is(actors_token(r, rest)->form, ".");
    struct base_slice given = actors_token(r, token)->form;
    struct base_slice surname = document_slice(r->document, document_tokens_span(r->document, rest, last));
    struct lexicon_match found;
    struct base_slice plain = base_arena_format(r->arena, "%.*s %.*s", (int)given.size, given.data, (int)surname.size, surname.data);
    if (lexicon_find(r->lexicon, plain, &found, 1) != 1 || found.entry->kind != LEXICON_PER) {
        return false;
    }
    *out = (struct actors_hit){found.entry, found.form, token, name->count};
    return true;
}

void actors_find_hits(struct actors_resolver *r) {
    uint32_t count = (uint32_t)r->document->tokens.count;
    r->hit_at = base_arena_array(r->arena, count, sizeof *r->hit_at);
    for (uint32_t at = 0; at < count; at++) {
        r->hit_at[at] = DOCUMENT_NONE;
    }
    for (uint32_t at = 0; at < count; at++) {
        struct actors_hit hit;
        if (!choose(r, at, &hit) && !choose_without_initial(r, at, &hit)) {
            continue;
        }
        for (uint32_t i = 0; i < hit.count; i++) {
            r->hit_at[at + i] = (uint32_t)r->hits.count;
        }
        BASE_PUSH(r->arena, &r->hits, hit);
        at += hit.count - 1;
    }
    actors_drop_namesakes(r);
}
