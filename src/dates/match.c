#include "dates/match.h"

#include "base/utf8.h"
#include "document/tree.h"

enum { FIRST_YEAR = 1000, LAST_YEAR = 2199, FIRST_BARE_YEAR = 1900, LAST_BARE_YEAR = 2099, MOST_DIGITS = 6 };

static struct base_slice form_of(const struct dates_search *search, uint32_t token) {
    return search->document->tokens.items[token].form;
}

/* Leading digits of a token; *rest is what stands behind them. */
static bool read_digits(struct base_slice form, int *value, size_t *count, struct base_slice *rest) {
    size_t at = 0;
    *value = 0;
    while (at < form.size && at < MOST_DIGITS && base_is_digit((unsigned char)form.data[at])) {
        *value = *value * 10 + (form.data[at++] - '0');
    }
    *count = at;
    *rest = base_slice_part(form, at, form.size);
    return at > 0;
}

static bool is_one_of(struct base_slice rest, const struct base_slice *endings, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (base_slice_equal_nocase(rest, endings[i])) {
            return true;
        }
    }
    return false;
}

static bool match_day(const struct dates_search *search, uint32_t token, struct dates_capture *capture) {
    int value;
    size_t count;
    struct base_slice rest;
    if (!read_digits(form_of(search, token), &value, &count, &rest) || count > 2 || value < 1 || value > 31 ||
        (rest.size && !is_one_of(rest, search->dates->day_endings.items, search->dates->day_endings.count))) {
        return false;
    }
    *(capture->day ? &capture->second_day : &capture->day) = value;
    return true;
}

/* "2000 soldiers" and "Boeing 2000" are no years; "the 2000 elections" is one. */
static bool is_count_or_name(const struct dates_search *search, uint32_t token) {
    const struct document *document = search->document;
    const struct document_token *at = document_token(document, token);
    if (token > document->sentences.items[at->sentence].first) {
        const struct document_token *before = at - 1;
        bool counted = at->head == token - 1 && at->relation == REL_NUMMOD; /* "$ 2000", "Boeing 2000" */
        if ((before->upos == UPOS_SYM && counted) ||
            (before->upos == UPOS_PROPN && (counted || before->head == token))) {
            return true;
        }
    }
    if (at->relation != REL_NUMMOD || at->head == DOCUMENT_NONE || at->head < token) {
        return false;
    }
    return document_has_feature(document_token(document, at->head), "Number=Plur") &&
           document_child(document, at->head, REL_DET) == DOCUMENT_NONE;
}

static bool match_year(const struct dates_search *search, uint32_t token, struct dates_capture *capture) {
    int value;
    size_t count;
    struct base_slice rest;
    if (!read_digits(form_of(search, token), &value, &count, &rest) || count != 4 || rest.size || value < FIRST_YEAR ||
        value > LAST_YEAR) {
        return false;
    }
    if (!capture->month && (value < FIRST_BARE_YEAR || value > LAST_BARE_YEAR || is_count_or_name(search, token))) {
        return false;
    }
    capture->year = value;
    return true;
}

/* "1990s", "90s", "'90s" */
static bool match_decade(const struct dates_search *search, uint32_t token, struct dates_capture *capture) {
    char room[16];
    struct base_slice form = dates_normalise(form_of(search, token), room, sizeof room);
    int value;
    size_t count;
    struct base_slice rest;
    bool quoted = form.size && form.data[0] == '\'';
    form = base_slice_part(form, quoted, form.size);
    if (!read_digits(form, &value, &count, &rest) || value % 10 || (count != 4 && count != 2) ||
        (count == 4 && value < FIRST_YEAR) ||
        !is_one_of(rest, search->dates->decade_endings.items, search->dates->decade_endings.count)) {
        return false;
    }
    bool article = token && document_token(search->document, token - 1)->upos == UPOS_DET;
    if (count == 2 && !quoted && !article) {
        return false; /* ages, notes of money */
    }
    capture->decade = count == 2 ? 1900 + value : value;
    return true;
}

static bool match_number(const struct dates_search *search, uint32_t token, struct dates_capture *capture) {
    int value;
    size_t count;
    struct base_slice rest;
    if (!read_digits(form_of(search, token), &value, &count, &rest) || rest.size || count > 4) {
        return false;
    }
    capture->number[0] = capture->number[1] = value;
    return true;
}

static bool match_ordinal(const struct dates_search *search, uint32_t token, struct dates_capture *capture) {
    int value;
    size_t count;
    struct base_slice rest;
    if (!read_digits(form_of(search, token), &value, &count, &rest) || count > 2 ||
        !is_one_of(rest, search->dates->day_endings.items, search->dates->day_endings.count)) {
        return false;
    }
    capture->ordinal = value;
    return true;
}

/* However the text was cut into tokens. */
static uint32_t match_iso(const struct dates_search *search, uint32_t token, uint32_t end,
                          struct dates_capture *capture) {
    const struct document *document = search->document;
    const struct document_token *tokens = document->tokens.items;
    uint32_t start = tokens[token].span.start, last = token;
    if (start + 10 > document->text.size || !base_is_digit((unsigned char)document->text.data[start]) ||
        !document_parse_day(base_slice_part(document->text, start, start + 10), &capture->iso)) {
        return 0;
    }
    while (last + 1 < end && tokens[last].span.end < start + 10) {
        last++;
    }
    capture->has_iso = true;
    return tokens[last].span.end == start + 10 ? last - token + 1 : 0;
}

static void capture_word(const struct dates_word *word, struct dates_capture *capture) {
    switch (word->class) {
    case DATES_MONTH: capture->month = word->low; break;
    case DATES_WEEKDAY: capture->weekday = word->low; break;
    case DATES_SEASON:
        capture->season[0] = word->low;
        capture->season[1] = word->high;
        break;
    case DATES_FEAST:
        capture->month = word->low;
        capture->day = word->high;
        break;
    case DATES_UNIT: capture->unit = word->low; break;
    case DATES_NUMBER:
        capture->number[0] = word->low;
        capture->number[1] = word->high;
        break;
    case DATES_ORDINAL: capture->ordinal = word->low; break;
    case DATES_DECADE: capture->decade = word->low; break;
    case DATES_PART:
        capture->part[0] = word->low;
        capture->part[1] = word->high;
        capture->part[2] = word->of;
        break;
    default: break;
    }
}

/* May the word be one of the calendar here? "May" is a modal and a person, too; "March" a verb; a Christmas tree no
 * day. */
static bool may_be_word(const struct dates_search *search, const struct dates_word *word, uint32_t token) {
    const struct document_token *at = document_token(search->document, token);
    if (!word->capital) {
        return word->class != DATES_FEAST || at->relation != REL_COMPOUND || at->head == DOCUMENT_NONE ||
               at->head < token + word->count;
    }
    size_t start = 0;
    if (!base_is_upper(base_utf8_next(at->form, &start)) || at->upos == UPOS_AUX || at->upos == UPOS_VERB) {
        return false;
    }
    return at->name == DOCUMENT_NONE || search->document->names.items[at->name].type == DOCUMENT_NAME_LOC;
}

static uint32_t match_word(const struct dates_search *search, enum dates_class class, uint32_t token, uint32_t end,
                           struct dates_capture *capture) {
    const struct dates *dates = search->dates;
    if (search->symbols[token] == DATES_NO_SYMBOL) {
        return 0;
    }
    for (uint32_t i = dates->heads.items[search->symbols[token]]; i != DATES_END; i = dates->words.items[i].next) {
        const struct dates_word *word = &dates->words.items[i];
        if (word->class != class || token + word->count > end ||
            memcmp(word->symbols, search->symbols + token, word->count * sizeof *word->symbols) != 0 ||
            !may_be_word(search, word, token)) {
            continue;
        }
        capture_word(word, capture);
        return word->count;
    }
    return 0;
}

/* "four", "74", "seventy-four" */
static uint32_t match_whole_number(const struct dates_search *search, uint32_t token, uint32_t end,
                                   struct dates_capture *capture) {
    const struct document_token *tokens = search->document->tokens.items;
    if (token && base_slice_is(tokens[token - 1].form, "-") && !tokens[token - 1].space_after) {
        return 0;
    }
    uint32_t words = match_word(search, DATES_NUMBER, token, end, capture);
    int tens = capture->number[0];
    if (words == 1 && tens >= 20 && tens % 10 == 0 && token + 2 < end && base_slice_is(tokens[token + 1].form, "-")) {
        struct dates_capture ones = {.number = {0, 0}};
        bool joined = match_word(search, DATES_NUMBER, token + 2, token + 3, &ones) == 1 && ones.number[1] < 10;
        capture->number[0] = capture->number[1] = tens + (joined ? ones.number[0] : 0);
        return joined ? 3 : 1;
    }
    return words ? words : match_number(search, token, capture);
}

static uint32_t match_date(const struct dates_search *search, uint32_t token, struct dates_capture *capture) {
    uint32_t found = search->at[token];
    if (found == DOCUMENT_NONE || search->found.items[found].first != token || capture->date_count == 2) {
        return 0;
    }
    capture->dates[capture->date_count++] = found;
    return search->found.items[found].count;
}

static bool is_literal(const struct dates_element *element, uint32_t symbol) {
    for (uint32_t i = 0; i < element->count; i++) {
        if (symbol == element->symbols[i]) {
            return true;
        }
    }
    return false;
}

static uint32_t match_element(const struct dates_search *search, const struct dates_element *element, uint32_t token,
                              uint32_t end, struct dates_capture *capture) {
    uint32_t words;
    switch (element->class) {
    case DATES_LITERAL: return is_literal(element, search->symbols[token]);
    case DATES_DAY: return match_day(search, token, capture);
    case DATES_YEAR: return match_year(search, token, capture);
    case DATES_ISO: return match_iso(search, token, end, capture);
    case DATES_DATE: return match_date(search, token, capture);
    case DATES_NUMBER: return match_whole_number(search, token, end, capture);
    case DATES_ORDINAL:
        words = match_word(search, DATES_ORDINAL, token, end, capture);
        return words ? words : match_ordinal(search, token, capture);
    case DATES_DECADE:
        words = match_word(search, DATES_DECADE, token, end, capture);
        return words ? words : match_decade(search, token, capture);
    default: return match_word(search, element->class, token, end, capture);
    }
}

bool dates_match(const struct dates_search *search, const struct dates_variant *variant, uint32_t token, uint32_t end,
                 struct dates_capture *capture, uint32_t *count) {
    uint32_t at = token;
    const struct dates_element *second = &variant->elements[1];
    if (variant->elements[0].class == DATES_LITERAL && variant->count > 1 && second->class == DATES_LITERAL &&
        (token + 1 >= end || !is_literal(second, search->symbols[token + 1]))) {
        return false; /* most frames end here: "in the past ..." */
    }
    *capture = (struct dates_capture){.unit = -1, .number = {-1, -1}};
    for (uint32_t i = 0; i < variant->count; i++) {
        uint32_t taken = at < end ? match_element(search, &variant->elements[i], at, end, capture) : 0;
        if (taken == 0) {
            return false;
        }
        at += taken;
    }
    *count = at - token;
    return true;
}
