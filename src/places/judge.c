/* Is a run of tokens that has a meaning a toponym? The names found, and the words around, tell. */
#include "places/search.h"

#include "base/utf8.h"

enum { LAST_DATELINE_SENTENCE = 4 };
static const double well_known_city = 300000; /* people: named without introduction */
static const double town = 5000;              /* a preposition alone does not make smaller ones likely */

static bool is_in_capitals(const struct places_search *search, uint32_t token) {
    struct base_slice form = places_token(search, token)->form;
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

/* ---- what supports a candidate */

uint32_t places_head_of_run(const struct document *document, uint32_t first, uint32_t count) {
    for (uint32_t i = first; i < first + count; i++) {
        uint32_t head = document_token(document, i)->head;
        if (head == DOCUMENT_NONE || head < first || head >= first + count) {
            return i;
        }
    }
    return first;
}

static bool has_locative(const struct places_candidate *c) {
    const struct places *places = c->search->places;
    const struct document *document = c->search->document;
    uint32_t head = places_head_of_run(document, c->first, c->count);
    for (DOCUMENT_CHILDREN(document, child, head)) {
        if (child < c->first && document_token(document, child)->relation == REL_CASE &&
            (places_word_at(places, document, child) & PLACES_LOCATIVE)) {
            return true;
        }
    }
    uint32_t sentence = document->sentences.items[document_token(document, c->first)->sentence].first;
    unsigned before = c->first > sentence ? places_word_at(places, document, c->first - 1) : 0;
    bool behind_comma = c->first > sentence + 1 && base_slice_is(document_token(document, c->first - 2)->form, ",");
    bool locative = before & PLACES_LOCATIVE && document_token(document, c->first - 1)->relation != REL_FIXED;
    return locative || (before & PLACES_RESIDENT && behind_comma); /* not "according to" */
}

/* Is the noun above it ("the town of Kesh") or behind it ("Kesh district") of the class? */
static bool has_noun(const struct places_candidate *c, enum places_word class) {
    const struct places *places = c->search->places;
    const struct document *document = c->search->document;
    uint32_t head = document_token(document, places_head_of_run(document, c->first, c->count))->head;
    uint32_t after = c->first + c->count;
    return (head != DOCUMENT_NONE && (places_word_at(places, document, head) & class)) ||
           (after < c->end && (places_word_at(places, document, after) & class));
}

static bool has_kind_noun(const struct places_candidate *c) {
    return has_noun(c, PLACES_KIND_NOUN);
}

bool places_is_area(const struct places_candidate *c) {
    return has_noun(c, PLACES_AREA);
}

static bool is_container_kind(enum places_kind kind) {
    return kind == PLACES_COUNTRY || kind == PLACES_PROVINCE || kind == PLACES_COUNTY;
}

bool places_has_container_sense(const struct places_sense *senses, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (is_container_kind(senses[i].kind)) {
            return true;
        }
    }
    return false;
}

/* ", Texas", ", Ky." */
static bool has_container_behind(const struct places_candidate *c) {
    uint32_t at = c->first + c->count;
    struct places_sense senses[PLACES_MOST_SENSES];
    enum lexicon_form form;
    uint32_t tokens;
    if (at + 1 >= c->end || !base_slice_is(places_token(c->search, at)->form, ",") ||
        !places_is_capitalised(c->search, at + 1)) {
        return false;
    }
    if (places_abbreviation_senses(c->search, at + 1, false, senses, &tokens)) {
        return true;
    }
    uint32_t longest = at + 2 < c->end && places_is_capitalised(c->search, at + 2) ? 2 : 1;
    for (uint32_t count = longest; count; count--) {
        uint32_t found = places_senses(c->search, at + 1, count, senses, &form);
        if (found) {
            return form == LEXICON_NAME && places_has_container_sense(senses, found);
        }
    }
    return false;
}

/* "BEIRUT (AP) -", "DETROIT The U.S. ..." */
bool places_is_dateline(const struct places_candidate *c) {
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

static bool any_listed(const struct places_candidate *c) {
    for (uint32_t i = 0; i < c->sense_count; i++) {
        if (c->senses[i].listed) {
            return true;
        }
    }
    return false;
}

static bool any_of_size(const struct places_candidate *c, double population) {
    for (uint32_t i = 0; i < c->sense_count; i++) {
        if (c->senses[i].population >= population || c->senses[i].kind == PLACES_COUNTY) {
            return true;
        }
    }
    return false;
}

static bool any_well_known(const struct places_candidate *c) {
    return any_of_size(c, well_known_city);
}

/* "Turkish officials" names a country; "he spoke Turkish" a language, "the French" a people. */
static bool is_used_as_adjective(const struct places_candidate *c) {
    const struct document_token *token = places_token(c->search, c->first + c->count - 1);
    bool modifies = token->relation == REL_AMOD || token->relation == REL_COMPOUND || token->relation == REL_NMOD ||
                    token->relation == REL_NMOD_DESC || token->relation == REL_NMOD_UNMARKED ||
                    token->relation == REL_FLAT || token->relation == REL_CONJ;
    if (token->relation != REL_CONJ && token->head != DOCUMENT_NONE && token->head < c->first &&
        token->upos != UPOS_ADJ) {
        return false;
    }
    return token->upos == UPOS_ADJ ||
           (modifies && !document_has_feature(token, "Number=Plur"));
}

static enum places_verdict judge_in_organisation(const struct places_candidate *c, const struct document_name *name) {
    bool article = places_token(c->search, name->first)->upos == UPOS_DET;
    bool at_start = c->first == name->first + article;
    bool whole = at_start && c->first + c->count >= name->first + name->count;
    if (any_listed(c) || (whole && (any_well_known(c) || has_locative(c) || has_container_behind(c)))) {
        return PLACES_ACCEPTED;
    }
    if (at_start) {
        return any_well_known(c) ? PLACES_ACCEPTED : PLACES_WEAK;
    }
    bool behind_of = places_word_at(c->search->places, c->search->document, c->first - 1) & PLACES_PART_OF_NAME;
    bool at_end = c->first + c->count >= name->first + name->count;
    bool seat = any_well_known(c) && at_end && !behind_of; /* "CTV Winnipeg", but not "University of Iowa" */
    return seat ? PLACES_ACCEPTED : PLACES_REJECTED;
}

static bool names_country_or_province(const struct places_candidate *c) {
    for (uint32_t i = 0; i < c->sense_count; i++) {
        enum places_kind kind = c->senses[i].kind;
        if (kind == PLACES_COUNTY || (c->senses[i].listed && (kind == PLACES_COUNTRY || kind == PLACES_PROVINCE))) {
            return true;
        }
    }
    return false;
}

/* A place in a place's name: "Southern California" lies there, "Victoria Park" does not. */
static enum places_verdict judge_in_location(const struct places_candidate *c, const struct document_name *name) {
    uint32_t after = c->first + c->count, end = name->first + name->count;
    bool to_the_end = after >= end || !places_is_capitalised(c->search, after);
    bool from_the_start = c->first <= name->first || any_listed(c) || any_well_known(c);
    bool body = c->first == name->first && end - c->first >= c->count + 2 && names_country_or_province(c);
    bool right = (to_the_end && from_the_start) || body || c->form == LEXICON_ADJECTIVE;
    return right ? PLACES_ACCEPTED : PLACES_REJECTED;
}

/* A person's name may be a city's; a short one needs a preposition. In a long one a title may be caught: "Granville
 * County Fire Marshal Doug Logan". */
static enum places_verdict judge_in_person(const struct places_candidate *c, const struct document_name *name) {
    if (name->first != c->first) {
        return PLACES_REJECTED;
    }
    if (name->count > c->count) {
        return name->count >= c->count + 3 && names_country_or_province(c) ? PLACES_ACCEPTED : PLACES_REJECTED;
    }
    bool supported = has_locative(c) || has_container_behind(c) || (c->count > 1 && any_well_known(c));
    return supported ? PLACES_ACCEPTED : PLACES_WEAK;
}

/* Is the word, elsewhere in the text, one of a person's name? */
static bool is_of_person(const struct places_candidate *c) {
    return c->count == 1 && base_map_get(&c->search->persons, places_token(c->search, c->first)->form) != BASE_MAP_NONE;
}

/* "Ms. Martin" */
static bool is_behind_title(const struct places_candidate *c) {
    const struct document *document = c->search->document;
    uint32_t sentence = document->sentences.items[places_token(c->search, c->first)->sentence].first;
    return c->first > sentence && (places_word_at(c->search->places, document, c->first - 1) & PLACES_TITLE) &&
           places_is_capitalised(c->search, c->first - 1);
}

/* "African Americans" */
static bool is_of_people(const struct places_candidate *c) {
    struct lexicon_match found[4];
    uint32_t next = c->first + c->count;
    if (c->senses[0].country[0] || next >= c->end) {
        return false;
    }
    size_t count = lexicon_find(c->search->places->lexicon, places_token(c->search, next)->form, found, 4);
    for (size_t i = 0; i < count; i++) {
        if (found[i].form == LEXICON_PEOPLE) {
            return true;
        }
    }
    return false;
}

static bool is_never_a_place(const struct places_candidate *c) {
    for (uint32_t i = c->first; i < c->first + c->count; i++) {
        if (!(places_word_at(c->search->places, c->search->document, i) & PLACES_NEVER)) {
            return false;
        }
    }
    return true;
}

static enum places_verdict judge_bare(const struct places_candidate *c) {
    const struct document_token *last = places_token(c->search, c->first + c->count - 1);
    bool listed = any_listed(c);
    if (last->upos != UPOS_PROPN && !(last->upos == UPOS_ADJ && listed) && !(listed && c->count > 1)) {
        return PLACES_REJECTED;
    }
    if (listed || has_container_behind(c) || has_kind_noun(c) || (has_locative(c) && any_of_size(c, town))) {
        return PLACES_ACCEPTED;
    }
    return any_well_known(c) ? PLACES_ACCEPTED : PLACES_WEAK;
}

enum places_verdict places_judge(const struct places_candidate *c) {
    const struct document_name *name = places_name_of(c->search, c->first);
    if (is_never_a_place(c)) {
        return PLACES_REJECTED;
    }
    if (c->dateline) {
        return PLACES_ACCEPTED;
    }
    if (c->form == LEXICON_ADJECTIVE) {
        bool in_person = name && name->type == DOCUMENT_NAME_PER && name->count < 3;
        return !in_person && is_used_as_adjective(c) && !is_of_people(c) ? PLACES_ACCEPTED : PLACES_REJECTED;
    }
    bool person = is_of_person(c) || (is_behind_title(c) && !any_listed(c));
    if (person && !has_locative(c) && !has_container_behind(c)) {
        return PLACES_REJECTED;
    }
    if (!name) {
        return judge_bare(c);
    }
    return name->type == DOCUMENT_NAME_PER   ? judge_in_person(c, name)
           : name->type == DOCUMENT_NAME_ORG ? judge_in_organisation(c, name)
                                             : judge_in_location(c, name);
}

enum places_verdict places_judge_unknown(const struct places_candidate *c) {
    struct places_sense senses[PLACES_MOST_SENSES];
    enum lexicon_form form;
    bool language = places_senses(c->search, c->first, c->count, senses, &form) > 0 && form == LEXICON_ADJECTIVE;
    if (is_never_a_place(c) || is_of_person(c) || language) {
        return PLACES_REJECTED;
    }
    return has_locative(c) || has_kind_noun(c) || has_container_behind(c) ? PLACES_ACCEPTED : PLACES_WEAK;
}
