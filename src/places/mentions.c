/* Which tokens name places: by the names found, the lexicon, the table, and the words around. */
#include "places/search.h"

#include "base/utf8.h"

/* "Bab", "al-Bab" */
bool places_is_capitalised(const struct places_search *search, uint32_t token) {
    struct base_slice form = places_token(search, token)->form;
    bool start = true;
    for (size_t at = 0; at < form.size;) {
        uint32_t c = base_utf8_next(form, &at);
        if (start && base_is_upper(c)) {
            return true;
        }
        start = c == '-' || c == 0x2019;
    }
    return false;
}

/* "ez" of "ez-Zor", where the hyphen is a token */
static bool is_joined(const struct places_search *search, uint32_t token, uint32_t end) {
    return token + 2 < end && !places_token(search, token)->space_after && places_is_form(search, token + 1, "-") &&
           places_is_capitalised(search, token + 2);
}

static bool is_article(const struct places_search *search, uint32_t token, uint32_t end) {
    return is_joined(search, token, end) && (places_word_at(search->places, search->document, token) & PLACES_LINK);
}

static uint32_t group_of(struct places_candidate *c) {
    struct places_search *search = c->search;
    struct base_arena *arena = search->document->arena;
    char room[PLACES_LONGEST_KEY];
    struct document_span span = document_tokens_span(search->document, c->first, c->first + c->count - 1);
    struct base_slice key = places_key(&search->places->table, document_slice(search->document, span), room);
    bool area = c->form == LEXICON_NAME && !c->abbreviation && places_is_area(c);
    const char *kind = c->form == LEXICON_ADJECTIVE ? "adjective" : c->abbreviation ? "short" : area ? "area" : "name";
    key = base_arena_format(arena, "%s/%.*s", kind, (int)key.size, key.data);
    uint32_t found = base_map_get(&search->group_of, key);
    if (found != BASE_MAP_NONE) {
        return found;
    }
    struct places_group group = {.sense_count = c->sense_count,
                                 .adjective = c->form == LEXICON_ADJECTIVE,
                                 .area = area,
                                 .province = DOCUMENT_NONE};
    group.senses = base_arena_array(arena, c->sense_count, sizeof *group.senses);
    memcpy(group.senses, c->senses, c->sense_count * sizeof *group.senses);
    base_map_set(&search->group_of, arena, key, (uint32_t)search->groups.count);
    BASE_PUSH(arena, &search->groups, group);
    return (uint32_t)search->groups.count - 1;
}

static void add_mention(struct places_candidate *c, enum places_verdict verdict) {
    struct places_search *search = c->search;
    struct places_mention mention = {c->first, c->count, group_of(c), verdict == PLACES_WEAK};
    struct places_group *group = &search->groups.items[mention.group];
    group->mentions++;
    group->supported |= verdict == PLACES_ACCEPTED;
    group->dateline |= c->dateline;
    for (uint32_t i = c->first; i < c->first + c->count; i++) {
        search->at[i] = (uint32_t)search->mentions.count;
    }
    BASE_PUSH(search->document->arena, &search->mentions, mention);
}

/* Tokens from `first` that may make up one name: capitalised ones and links between them. */
static uint32_t longest_run(const struct places_search *search, uint32_t first, uint32_t end) {
    uint32_t run = 1;
    for (uint32_t i = first + 1; i < end && i < first + PLACES_MOST_TOKENS; i++) {
        struct base_slice form = places_token(search, i)->form;
        if (places_is_capitalised(search, i) && search->document->date_at[i] == DOCUMENT_NONE) {
            run = i - first + 1;
        } else if (!base_slice_is(form, "-") && !base_slice_is(form, "\xE2\x80\x93") &&
                   !(places_word_at(search->places, search->document, i) & PLACES_LINK) && !is_joined(search, i, end)) {
            break;
        }
    }
    return run;
}

static bool try_abbreviation(struct places_candidate *c) {
    struct places_search *search = c->search;
    bool behind = c->first >= 2 && places_is_form(search, c->first - 1, ",") &&
                  search->at[c->first - 2] != DOCUMENT_NONE &&
                  places_token(search, c->first - 2)->sentence == places_token(search, c->first)->sentence;
    c->form = LEXICON_NAME;
    c->sense_count = places_abbreviation_senses(search, c->first, !behind, c->senses, &c->count);
    c->abbreviation = c->sense_count > 0;
    if (c->abbreviation) {
        add_mention(c, PLACES_ACCEPTED);
    }
    return c->abbreviation;
}

/* Tries runs from the longest; returns tokens taken. */
static uint32_t try_runs(struct places_candidate *c, uint32_t longest) {
    for (c->count = longest; c->count; c->count--) {
        uint32_t last = c->first + c->count - 1;
        if (!places_is_capitalised(c->search, last) ||
            (c->count > 1 && (places_word_at(c->search->places, c->search->document, last) & PLACES_LINK))) {
            continue;
        }
        c->sense_count = places_senses(c->search, c->first, c->count, c->senses, &c->form);
        if (c->sense_count == 0) {
            continue;
        }
        c->dateline = places_is_dateline(c);
        enum places_verdict verdict = places_judge(c);
        if (verdict != PLACES_REJECTED) {
            add_mention(c, verdict);
            return c->count;
        }
    }
    return 0;
}

/* A location that neither lexicon nor table knows: a place all the same. */
static uint32_t try_unknown(struct places_candidate *c) {
    const struct document_name *name = places_name_of(c->search, c->first);
    if (!name || name->type != DOCUMENT_NAME_LOC || name->first != c->first) {
        return 0;
    }
    for (uint32_t i = name->first + 1; i < name->first + name->count; i++) {
        c->first = i;
        uint32_t rest = name->first + name->count - i;
        if (places_is_capitalised(c->search, i) && try_runs(c, rest < PLACES_MOST_TOKENS ? rest : PLACES_MOST_TOKENS)) {
            return i + c->count - name->first;
        }
    }
    c->first = name->first;
    c->count = name->count;
    c->dateline = false;
    c->sense_count = 0;
    c->form = LEXICON_NAME;
    enum places_verdict verdict = places_judge_unknown(c);
    if (verdict == PLACES_REJECTED) {
        return 0;
    }
    add_mention(c, verdict);
    return name->count;
}

static bool may_start(const struct places_search *search, uint32_t token, uint32_t end) {
    if (search->document->date_at[token] != DOCUMENT_NONE) {
        return false;
    }
    switch (places_token(search, token)->upos) {
    case UPOS_PUNCT:
    case UPOS_PRON:
    case UPOS_AUX:
    case UPOS_ADP: return false;
    case UPOS_DET: return is_article(search, token, end);
    default: return places_is_capitalised(search, token) || is_article(search, token, end);
    }
}

static uint32_t find_at(struct places_candidate *c) {
    struct places_search *search = c->search;
    if (!may_start(search, c->first, c->end)) {
        return 1;
    }
    if (try_abbreviation(c)) {
        return c->count;
    }
    uint32_t taken = try_runs(c, longest_run(search, c->first, c->end));
    taken = taken ? taken : try_unknown(c);
    return taken ? taken : 1;
}

/* Words of people's names: the last two, for a title may have been taken for the start of a longer one. */
static void collect_persons(struct places_search *search) {
    const struct document *document = search->document;
    for (size_t i = 0; i < document->names.count; i++) {
        const struct document_name *name = &document->names.items[i];
        for (uint32_t k = 1; name->type == DOCUMENT_NAME_PER && name->count > 1 && k <= 2; k++) {
            struct base_slice form = places_token(search, name->first + name->count - k)->form;
            base_map_set(&search->persons, document->arena, form, 1);
        }
    }
}

void places_find_mentions(struct places_search *search) {
    struct document *document = search->document;
    collect_persons(search);
    struct places_candidate *candidate = base_arena_take(document->arena, sizeof *candidate);
    candidate->search = search;
    for (size_t i = 0; i < document->sentences.count; i++) {
        uint32_t first = document->sentences.items[i].first, end = first + document->sentences.items[i].count;
        while (first < end) {
            candidate->first = first;
            candidate->end = end;
            candidate->abbreviation = candidate->dateline = false;
            first += find_at(candidate);
        }
    }
    for (uint32_t i = 0; i < search->mentions.count; i++) {
        places_find_containers(search, i);
    }
}
