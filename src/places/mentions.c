/* Which tokens name places: by the names found, the lexicon, the table, and the words around. */
#include "places/search.h"

#include "base/utf8.h"
#include "document/tree.h"

enum { LAST_DATELINE_SENTENCE = 4 };
static const double well_known_city = 300000; /* people: named without introduction */

enum verdict { REJECTED, WEAK, ACCEPTED };

struct candidate {
    struct places_search *search;
    uint32_t first, count, end; /* `end` of the sentence */
    struct places_sense senses[PLACES_MOST_SENSES];
    uint32_t sense_count;
    enum lexicon_form form;
    bool abbreviation, dateline;
};

static const struct document_token *token_at(const struct places_search *search, uint32_t token) {
    return document_token(search->document, token);
}

static bool is_capitalised(const struct places_search *search, uint32_t token) {
    size_t at = 0;
    struct base_slice form = token_at(search, token)->form;
    return form.size && base_is_upper(base_utf8_next(form, &at));
}

static bool is_in_capitals(const struct places_search *search, uint32_t token) {
    struct base_slice form = token_at(search, token)->form;
    size_t letters = 0;
    for (size_t at = 0; at < form.size;) {
        uint32_t c = base_utf8_next(form, &at);
        if (base_is_letter(c) && !base_is_upper(c)) {
            return false;
        }
        letters += base_is_letter(c);
    }
    return letters > 3;
}

static const struct document_name *name_of(const struct places_search *search, uint32_t token) {
    uint32_t name = token_at(search, token)->name;
    return name == DOCUMENT_NONE ? NULL : &search->document->names.items[name];
}

/* ---- what supports a candidate */

static uint32_t head_of_run(const struct document *document, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i < first + count; i++) {
        uint32_t head = document_token(document, i)->head;
        if (head == DOCUMENT_NONE || head < first || head >= first + count) {
            return i;
        }
    }
    return first;
}

static bool has_locative(const struct candidate *c) {
    const struct places *places = c->search->places;
    const struct document *document = c->search->document;
    uint32_t head = head_of_run(document, c->first, c->count);
    for (DOCUMENT_CHILDREN(document, child, head)) {
        if (child < c->first && document_token(document, child)->relation == REL_CASE &&
            (places_word_at(places, document, child) & PLACES_LOCATIVE)) {
            return true;
        }
    }
    uint32_t sentence = document->sentences.items[document_token(document, c->first)->sentence].first;
    unsigned before = c->first > sentence ? places_word_at(places, document, c->first - 1) : 0;
    bool behind_comma = c->first > sentence + 1 && base_slice_is(document_token(document, c->first - 2)->form, ",");
    return (before & PLACES_LOCATIVE) || (before & PLACES_RESIDENT && behind_comma);
}

/* "the town of Kesh", "Kesh district" */
static bool has_kind_noun(const struct candidate *c) {
    const struct places *places = c->search->places;
    const struct document *document = c->search->document;
    uint32_t head = document_token(document, head_of_run(document, c->first, c->count))->head;
    uint32_t after = c->first + c->count;
    return (head != DOCUMENT_NONE && (places_word_at(places, document, head) & PLACES_KIND_NOUN)) ||
           (after < c->end && (places_word_at(places, document, after) & PLACES_KIND_NOUN));
}

static bool is_container_kind(enum places_kind kind) {
    return kind == PLACES_COUNTRY || kind == PLACES_PROVINCE || kind == PLACES_COUNTY;
}

static bool has_container_sense(const struct places_sense *senses, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (is_container_kind(senses[i].kind)) {
            return true;
        }
    }
    return false;
}

/* ", Texas", ", Ky." */
static bool has_container_behind(const struct candidate *c) {
    uint32_t at = c->first + c->count;
    struct places_sense senses[PLACES_MOST_SENSES];
    enum lexicon_form form;
    uint32_t tokens;
    if (at + 1 >= c->end || !base_slice_is(token_at(c->search, at)->form, ",") || !is_capitalised(c->search, at + 1)) {
        return false;
    }
    if (places_abbreviation_senses(c->search, at + 1, false, senses, &tokens)) {
        return true;
    }
    for (uint32_t count = at + 3 <= c->end && is_capitalised(c->search, at + 2 < c->end ? at + 2 : at + 1) ? 2 : 1; count; count--) {
        uint32_t found = at + 1 + count <= c->end ? places_senses(c->search, at + 1, count, senses, &form) : 0;
        if (found) {
            return form == LEXICON_NAME && has_container_sense(senses, found);
        }
    }
    return false;
}

/* "BEIRUT (AP) -", "DETROIT The U.S. ..." */
static bool is_dateline(const struct candidate *c) {
    const struct document *document = c->search->document;
    uint32_t sentence = document_token(document, c->first)->sentence, after = c->first + c->count;
    if (sentence > LAST_DATELINE_SENTENCE || c->first != document->sentences.items[sentence].first || after >= c->end) {
        return false;
    }
    struct base_slice next = document_token(document, after)->form;
    bool mark = base_slice_is(next, "(") || base_slice_is(next, "-") || base_slice_is(next, "\xE2\x80\x94") ||
                base_slice_is(next, "\xE2\x80\x93") || base_slice_is(next, "--");
    return mark || (is_in_capitals(c->search, c->first) && !is_in_capitals(c->search, after));
}

/* ---- verdicts */

static bool any_listed(const struct candidate *c) {
    for (uint32_t i = 0; i < c->sense_count; i++) {
        if (c->senses[i].listed) {
            return true;
        }
    }
    return false;
}

static bool any_well_known(const struct candidate *c) {
    for (uint32_t i = 0; i < c->sense_count; i++) {
        if (c->senses[i].population >= well_known_city || c->senses[i].kind == PLACES_COUNTY) {
            return true;
        }
    }
    return false;
}

/* "Turkish officials" names a country; "he spoke Turkish" a language, "the French" a people. */
static bool is_used_as_adjective(const struct candidate *c) {
    const struct document_token *token = token_at(c->search, c->first + c->count - 1);
    bool modifies = token->relation == REL_AMOD || token->relation == REL_COMPOUND || token->relation == REL_NMOD ||
                    token->relation == REL_NMOD_DESC || token->relation == REL_NMOD_UNMARKED || token->relation == REL_FLAT ||
                    token->relation == REL_CONJ;
    if (token->relation != REL_CONJ && token->head != DOCUMENT_NONE && token->head < c->first && token->upos != UPOS_ADJ) {
        return false;
    }
    return token->upos == UPOS_ADJ || (modifies && base_slice_find(token->feats, BASE_SLICE("Number=Plur")) == SIZE_MAX);
}

static enum verdict judge_in_organisation(const struct candidate *c, const struct document_name *name) {
    bool whole = name->first == c->first && name->count <= c->count;
    if (any_listed(c) || (whole && (any_well_known(c) || has_locative(c) || has_container_behind(c)))) {
        return ACCEPTED;
    }
    if (c->first == name->first) {
        return any_well_known(c) ? ACCEPTED : WEAK;
    }
    bool behind_of = places_word_at(c->search->places, c->search->document, c->first - 1) & PLACES_PART_OF_NAME;
    bool at_end = c->first + c->count >= name->first + name->count;
    return any_well_known(c) && at_end && !behind_of ? ACCEPTED : REJECTED; /* "CTV Winnipeg", not "University of Iowa" */
}

/* A place in a place's name: "Southern California" lies there, "Victoria Park" does not. */
static enum verdict judge_in_location(const struct candidate *c, const struct document_name *name) {
    uint32_t after = c->first + c->count;
    bool to_the_end = after >= name->first + name->count || token_at(c->search, after)->upos != UPOS_PROPN;
    bool from_the_start = c->first <= name->first || any_listed(c) || any_well_known(c);
    return (to_the_end && from_the_start) || c->form == LEXICON_ADJECTIVE ? ACCEPTED : REJECTED;
}

/* A person's name may be a city's; a short one needs a preposition. */
static enum verdict judge_in_person(const struct candidate *c, const struct document_name *name) {
    bool whole = name->first == c->first && name->count <= c->count;
    if (!whole) {
        return REJECTED;
    }
    return has_locative(c) || has_container_behind(c) || (c->count > 1 && any_well_known(c)) ? ACCEPTED : WEAK;
}

/* Is the word, elsewhere in the text, one of a person's name? */
static bool is_of_person(const struct candidate *c) {
    return c->count == 1 && base_map_get(&c->search->persons, token_at(c->search, c->first)->form) != BASE_MAP_NONE;
}

static bool is_never_a_place(const struct candidate *c) {
    for (uint32_t i = c->first; i < c->first + c->count; i++) {
        if (!(places_word_at(c->search->places, c->search->document, i) & PLACES_NEVER)) {
            return false;
        }
    }
    return true;
}

static enum verdict judge_bare(const struct candidate *c) {
    const struct document_token *last = token_at(c->search, c->first + c->count - 1);
    bool listed = any_listed(c);
    if (last->upos != UPOS_PROPN && !(last->upos == UPOS_ADJ && listed) && !(listed && c->count > 1)) {
        return REJECTED;
    }
    if (listed || has_container_behind(c) || has_locative(c) || has_kind_noun(c)) {
        return ACCEPTED;
    }
    return any_well_known(c) ? ACCEPTED : WEAK;
}

static enum verdict judge(const struct candidate *c) {
    const struct document_name *name = name_of(c->search, c->first);
    if (is_never_a_place(c)) {
        return REJECTED;
    }
    if (c->dateline) {
        return ACCEPTED;
    }
    if (c->form == LEXICON_ADJECTIVE) {
        return (!name || name->type != DOCUMENT_NAME_PER) && is_used_as_adjective(c) ? ACCEPTED : REJECTED;
    }
    if (is_of_person(c) && !has_locative(c) && !has_container_behind(c)) {
        return REJECTED;
    }
    if (!name) {
        return judge_bare(c);
    }
    return name->type == DOCUMENT_NAME_PER   ? judge_in_person(c, name)
           : name->type == DOCUMENT_NAME_ORG ? judge_in_organisation(c, name)
                                             : judge_in_location(c, name);
}

/* ---- collecting */

static uint32_t group_of(struct candidate *c) {
    struct places_search *search = c->search;
    struct base_arena *arena = search->document->arena;
    char room[PLACES_LONGEST_KEY];
    struct base_slice text = document_slice(search->document, document_tokens_span(search->document, c->first, c->first + c->count - 1));
    struct base_slice key = places_key(&search->places->table, text, room);
    struct base_slice kind = c->form == LEXICON_ADJECTIVE ? BASE_SLICE("adjective") : c->abbreviation ? BASE_SLICE("short") : BASE_SLICE("");
    key = base_arena_format(arena, "%.*s/%.*s", (int)kind.size, kind.data, (int)key.size, key.data);
    uint32_t found = base_map_get(&search->group_of, key);
    if (found != BASE_MAP_NONE) {
        return found;
    }
    struct places_group group = {.sense_count = c->sense_count, .adjective = c->form == LEXICON_ADJECTIVE,
                                 .province = DOCUMENT_NONE};
    group.senses = base_arena_array(arena, c->sense_count, sizeof *group.senses);
    memcpy(group.senses, c->senses, c->sense_count * sizeof *group.senses);
    base_map_set(&search->group_of, arena, key, (uint32_t)search->groups.count);
    BASE_PUSH(arena, &search->groups, group);
    return (uint32_t)search->groups.count - 1;
}

static void add_mention(struct candidate *c, enum verdict verdict) {
    struct places_search *search = c->search;
    struct places_mention mention = {c->first, c->count, group_of(c), verdict == WEAK};
    struct places_group *group = &search->groups.items[mention.group];
    group->mentions++;
    group->supported |= verdict == ACCEPTED;
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
        struct base_slice form = token_at(search, i)->form;
        if (is_capitalised(search, i) && search->document->date_at[i] == DOCUMENT_NONE) {
            run = i - first + 1;
        } else if (!base_slice_is(form, "-") && !base_slice_is(form, "\xE2\x80\x93") &&
                   !(places_word_at(search->places, search->document, i) & PLACES_LINK)) {
            break;
        }
    }
    return run;
}

static bool try_abbreviation(struct candidate *c) {
    struct places_search *search = c->search;
    bool behind = c->first >= 2 && base_slice_is(token_at(search, c->first - 1)->form, ",") &&
                  search->at[c->first - 2] != DOCUMENT_NONE && token_at(search, c->first - 2)->sentence == token_at(search, c->first)->sentence;
    c->form = LEXICON_NAME;
    c->sense_count = places_abbreviation_senses(search, c->first, !behind, c->senses, &c->count);
    c->abbreviation = c->sense_count > 0;
    if (c->abbreviation) {
        add_mention(c, ACCEPTED);
    }
    return c->abbreviation;
}

/* Tries runs from the longest; returns tokens taken. */
static uint32_t try_runs(struct candidate *c, uint32_t longest) {
    for (c->count = longest; c->count; c->count--) {
        if (!is_capitalised(c->search, c->first + c->count - 1)) {
            continue;
        }
        c->sense_count = places_senses(c->search, c->first, c->count, c->senses, &c->form);
        if (c->sense_count == 0) {
            continue;
        }
        c->dateline = is_dateline(c);
        enum verdict verdict = judge(c);
        if (verdict != REJECTED) {
            add_mention(c, verdict);
            return c->count;
        }
    }
    return 0;
}

/* A location that neither lexicon nor table knows: a place all the same. */
static uint32_t try_unknown(struct candidate *c) {
    const struct document_name *name = name_of(c->search, c->first);
    if (!name || name->type != DOCUMENT_NAME_LOC || name->first != c->first) {
        return 0;
    }
    for (uint32_t i = name->first; i < name->first + name->count; i++) {
        struct candidate inner = *c;
        inner.first = i;
        if (i > name->first && is_capitalised(c->search, i) && try_runs(&inner, name->first + name->count - i)) {
            return i + inner.count - c->first;
        }
    }
    c->count = name->count;
    c->sense_count = 0;
    c->form = LEXICON_NAME;
    if (is_never_a_place(c) || is_of_person(c)) {
        return 0;
    }
    add_mention(c, has_locative(c) || has_kind_noun(c) || has_container_behind(c) ? ACCEPTED : WEAK);
    return name->count;
}

static uint32_t find_at(struct candidate *c) {
    struct places_search *search = c->search;
    const struct document_token *token = token_at(search, c->first);
    if (search->document->date_at[c->first] != DOCUMENT_NONE || !is_capitalised(search, c->first) || token->upos == UPOS_PUNCT ||
        token->upos == UPOS_DET || token->upos == UPOS_PRON || token->upos == UPOS_AUX || token->upos == UPOS_ADP) {
        return 1;
    }
    if (try_abbreviation(c)) {
        return c->count;
    }
    uint32_t taken = try_runs(c, longest_run(search, c->first, c->end));
    taken = taken ? taken : try_unknown(c);
    return taken ? taken : 1;
}

/* ---- what the text says about where they lie */

static void add_container(struct places_search *search, uint32_t mention, uint32_t container) {
    uint32_t inner = search->mentions.items[mention].group, outer = search->mentions.items[container].group;
    struct places_group *group = &search->groups.items[inner];
    for (uint32_t i = 0; i < group->container_count; i++) {
        if (group->containers[i] == outer) {
            return;
        }
    }
    if (inner != outer && group->container_count < PLACES_MOST_CONTAINERS) {
        group->containers[group->container_count++] = outer;
    }
}

/* "Zabadani in southwest Syria", "Syria's Zabadani", "the Syrian town": modifiers of the name, or of its noun. */
static void find_containers_below(struct places_search *search, uint32_t mention, uint32_t token) {
    const struct document *document = search->document;
    for (DOCUMENT_CHILDREN(document, child, token)) {
        enum document_relation relation = document_token(document, child)->relation;
        if (search->at[child] == DOCUMENT_NONE || search->at[child] == mention) {
            continue;
        }
        bool inside = relation == REL_AMOD || relation == REL_NMOD_POSS || relation == REL_COMPOUND;
        for (DOCUMENT_CHILDREN(document, below, child)) {
            inside |= (relation == REL_NMOD || relation == REL_OBL) && document_token(document, below)->relation == REL_CASE &&
                      (places_word_at(search->places, document, below) & PLACES_INSIDE);
        }
        if (inside) {
            add_container(search, mention, search->at[child]);
        }
    }
}

static bool is_form(const struct places_search *search, uint32_t token, const char *form) {
    return base_slice_is(token_at(search, token)->form, form);
}

/* "Hinton, Iowa", "Hinton (Iowa)" */
static void find_container_behind_comma(struct places_search *search, uint32_t mention) {
    const struct places_mention *m = &search->mentions.items[mention];
    uint32_t after = m->first + m->count;
    if (after + 1 >= search->document->tokens.count || search->at[after + 1] == DOCUMENT_NONE ||
        (!is_form(search, after, ",") && !is_form(search, after, "("))) {
        return;
    }
    uint32_t outer = search->mentions.items[search->at[after + 1]].group;
    const struct places_group *group = &search->groups.items[outer];
    if (group->adjective || !has_container_sense(group->senses, group->sense_count)) {
        return;
    }
    add_container(search, mention, search->at[after + 1]);
    if (outer != m->group && group->senses[0].kind == PLACES_PROVINCE && group->senses[0].listed) {
        search->groups.items[m->group].province = outer;
    }
}

/* "Zabadani in southwest Syria": whatever the tree makes of it. */
static void find_container_behind_preposition(struct places_search *search, uint32_t mention) {
    const struct document *document = search->document;
    const struct places_mention *m = &search->mentions.items[mention];
    uint32_t at = m->first + m->count, sentence = token_at(search, m->first)->sentence;
    uint32_t end = document->sentences.items[sentence].first + document->sentences.items[sentence].count;
    if (at >= end || !(places_word_at(search->places, document, at) & PLACES_INSIDE)) {
        return;
    }
    for (at++; at < end && search->at[at] == DOCUMENT_NONE; at++) {
        enum document_upos upos = token_at(search, at)->upos;
        if (upos != UPOS_DET && upos != UPOS_ADJ && upos != UPOS_ADV) {
            return;
        }
    }
    if (at < end) {
        add_container(search, mention, search->at[at]);
    }
}

static void find_containers(struct places_search *search, uint32_t mention) {
    const struct document *document = search->document;
    const struct places_mention *m = &search->mentions.items[mention];
    uint32_t head = head_of_run(document, m->first, m->count);
    const struct document_token *token = document_token(document, head);
    find_container_behind_comma(search, mention);
    find_container_behind_preposition(search, mention);
    find_containers_below(search, mention, head);
    if (token->head != DOCUMENT_NONE && (places_word_at(search->places, document, token->head) & PLACES_KIND_NOUN)) {
        find_containers_below(search, mention, token->head);
    }
    uint32_t noun = document_child(document, head, REL_APPOS);
    if (noun != DOCUMENT_NONE && (places_word_at(search->places, document, noun) & PLACES_KIND_NOUN)) {
        find_containers_below(search, mention, noun);
    }
}

static void collect_persons(struct places_search *search) {
    const struct document *document = search->document;
    for (size_t i = 0; i < document->names.count; i++) {
        const struct document_name *name = &document->names.items[i];
        for (uint32_t k = 0; name->type == DOCUMENT_NAME_PER && name->count > 1 && k < name->count; k++) {
            base_map_set(&search->persons, document->arena, token_at(search, name->first + k)->form, 1);
        }
    }
}

void places_find_mentions(struct places_search *search) {
    struct document *document = search->document;
    collect_persons(search);
    struct candidate *candidate = base_arena_take(document->arena, sizeof *candidate);
    for (size_t i = 0; i < document->sentences.count; i++) {
        uint32_t first = document->sentences.items[i].first, end = first + document->sentences.items[i].count;
        while (first < end) {
            *candidate = (struct candidate){.search = search, .first = first, .end = end};
            first += find_at(candidate);
        }
    }
    for (uint32_t i = 0; i < search->mentions.count; i++) {
        find_containers(search, i);
    }
}
