/* Which runs of tokens the lexicon knows, and which of several entries of one name is meant. */
#include "actors/resolver.h"
#include "base/utf8.h"

enum { CANDIDATES = 8 };

bool actors_is_place_kind(enum lexicon_kind kind) {
    return kind == LEXICON_COUNTRY || kind == LEXICON_REGION || kind == LEXICON_FEATURE || kind == LEXICON_CITY;
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
        if ((found[i].count == 1 && !may_start(actors_token(r, token))) || is_cut_off(r, token, &found[i])) {
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

static bool is_party(const struct lexicon_entry *entry) {
    return entry->kind == LEXICON_ORG && strcmp(entry->sector[0], "PTY") == 0;
}

/* What the document has: its countries, and its places by their words. */
struct surroundings {
    struct base_map countries, places;
};

static void survey(struct actors_resolver *r, struct surroundings *around) {
    for (size_t i = 0; i < r->hits.count; i++) {
        if (!is_party(r->hits.items[i].entry)) {
            base_map_set(&around->countries, r->arena, base_slice_of(r->hits.items[i].entry->country), 0);
        }
    }
    for (uint32_t i = 0; i < r->document->places.count; i++) {
        const struct document_place *place = &r->document->places.items[i];
        base_map_set(&around->countries, r->arena, base_slice_of(place->country), 0);
        base_map_set(&around->places, r->arena, base_lower_copy(r->arena, document_slice(r->document, place->span)), i);
    }
}

/* Parties of many countries have the same names, or such as anything may have: "One Nation". One of a country of which the
 * text has no place, person or body is another. */
static bool is_party_abroad(const struct surroundings *around, const struct lexicon_entry *entry) {
    return is_party(entry) && around->countries.count &&
           base_map_get(&around->countries, base_slice_of(entry->country)) == BASE_MAP_NONE;
}

/* The party of that name in a country that the text has. */
static bool take_namesake(const struct actors_resolver *r, const struct surroundings *around, struct actors_hit *hit) {
    struct lexicon_match found[CANDIDATES];
    size_t count = lexicon_match(r->lexicon, r->document, hit->first, found, CANDIDATES);
    for (size_t i = 0; i < count; i++) {
        if (found[i].count == hit->count && is_party(found[i].entry) && !is_party_abroad(around, found[i].entry)) {
            hit->entry = found[i].entry;
            hit->form = found[i].form;
            return true;
        }
    }
    return false;
}

/* "London Police" of London, Kentucky. */
static bool is_other_place(const struct actors_resolver *r, const struct surroundings *around, const struct actors_hit *hit) {
    struct document_span span = document_tokens_span(r->document, hit->first, hit->first + hit->count - 1);
    uint32_t place = hit->form == LEXICON_CAPITAL
                         ? base_map_get(&around->places, base_lower_copy(r->arena, document_slice(r->document, span)))
                         : BASE_MAP_NONE;
    const char *country = place == BASE_MAP_NONE ? "" : r->document->places.items[place].country;
    return country[0] && strcmp(country, hit->entry->country) != 0;
}

static void drop_strange_hits(struct actors_resolver *r) {
    struct surroundings around = {0};
    survey(r, &around);
    for (size_t i = 0; i < r->hits.count; i++) {
        struct actors_hit *hit = &r->hits.items[i];
        bool abroad = is_party_abroad(&around, hit->entry) && !take_namesake(r, &around, hit);
        for (uint32_t at = hit->first; (abroad || is_other_place(r, &around, hit)) && at < hit->first + hit->count; at++) {
            r->hit_at[at] = DOCUMENT_NONE;
        }
    }
}

void actors_find_hits(struct actors_resolver *r) {
    uint32_t count = (uint32_t)r->document->tokens.count;
    r->hit_at = base_arena_array(r->arena, count, sizeof *r->hit_at);
    for (uint32_t at = 0; at < count; at++) {
        r->hit_at[at] = DOCUMENT_NONE;
    }
    for (uint32_t at = 0; at < count; at++) {
        struct actors_hit hit;
        if (!choose(r, at, &hit)) {
            continue;
        }
        for (uint32_t i = 0; i < hit.count; i++) {
            r->hit_at[at + i] = (uint32_t)r->hits.count;
        }
        BASE_PUSH(r->arena, &r->hits, hit);
        at += hit.count - 1;
    }
    drop_strange_hits(r);
}
