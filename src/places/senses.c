/* What a name may mean: entries of the lexicon and records of the table. */
#include "places/search.h"

#include <math.h>

#include "base/utf8.h"
#include "document/tree.h"

enum { MOST_MATCHES = 16, LEAST_LETTERS_OF_CAPITALS = 4 }; /* "US", "BA" are acronyms */

/* Priors on the scale of log10 of a population. */
static const float country_prior = 7.5f, feature_prior = 6.0f, unknown_province_prior = 5.7f, unknown_city_prior = 2.7f,
                   listed_city_prior = 4.5f, listed_region = 0.7f;
static const float kind_priors[] = {
    [PLACES_CITY] = 0,     [PLACES_SEAT] = 0.3f,    [PLACES_CAPITAL] = 1.2f, [PLACES_SECTION] = -0.5f,
    [PLACES_PROVINCE] = 0, [PLACES_COUNTY] = -1.0f, [PLACES_COUNTRY] = 0,    [PLACES_FEATURE] = 0};
static const float named_like_its_city = -1.2f; /* "Aleppo" is the city more often than the province */

struct senses {
    const struct places *places;
    struct places_sense *items;
    uint32_t count;
};

static struct places_sense *add(struct senses *senses, struct places_sense sense) {
    if (senses->count == PLACES_MOST_SENSES) {
        return NULL;
    }
    senses->items[senses->count] = sense;
    return &senses->items[senses->count++];
}

static struct places_sense sense_of_record(const struct places_record *record) {
    float size = record->population > 500 ? (float)log10(record->population) : unknown_city_prior;
    struct places_sense sense = {.kind = record->kind,
                                 .name = record->name,
                                 .division = record->division,
                                 .located = true,
                                 .latitude = record->latitude,
                                 .longitude = record->longitude,
                                 .population = record->population,
                                 .geonames = record->geonames,
                                 .prior = size + kind_priors[record->kind]};
    memcpy(sense.country, record->country, sizeof sense.country);
    return sense;
}

static struct places_sense sense_of_entry(const struct lexicon_entry *entry, enum places_kind kind, float prior) {
    struct places_sense sense = {.kind = kind,
                                 .name = entry->name,
                                 .division = PLACES_NO_DIVISION,
                                 .located = entry->located,
                                 .listed = true,
                                 .latitude = entry->latitude,
                                 .longitude = entry->longitude,
                                 .geonames = entry->geonames,
                                 .prior = prior};
    memcpy(sense.country, entry->country, sizeof sense.country);
    return sense;
}

/* The record that an entry or a capital stands for: of the id, else the largest of the kinds in the country. */
static bool find_record(const struct places *places, struct base_slice name, const char *country, uint32_t geonames,
                        bool province, struct places_record *out) {
    struct places_record records[PLACES_MOST_SENSES];
    size_t count = places_table_find(&places->table, name, records, PLACES_MOST_SENSES);
    for (size_t i = 0; i < count; i++) {
        bool there = strcmp(records[i].country, country) == 0 && (records[i].kind == PLACES_PROVINCE) == province;
        if (geonames ? records[i].geonames == geonames : there) {
            *out = records[i];
            return true;
        }
    }
    return false;
}

static void add_city(struct senses *senses, const struct lexicon_entry *entry) {
    struct places_sense sense = sense_of_entry(entry, PLACES_CITY, listed_city_prior);
    struct places_record record;
    if (find_record(senses->places, entry->name, entry->country, entry->geonames, false, &record)) {
        struct places_sense of_record = sense_of_record(&record);
        sense.kind = record.kind;
        sense.division = record.division;
        sense.population = record.population;
        sense.geonames = record.geonames;
        sense.prior = of_record.prior > sense.prior ? of_record.prior : sense.prior;
        if (!sense.located) {
            sense.located = true;
            sense.latitude = record.latitude;
            sense.longitude = record.longitude;
        }
    }
    add(senses, sense);
}

static void add_capital(struct senses *senses, const struct lexicon_entry *country, struct base_slice name) {
    struct places_record record;
    if (find_record(senses->places, name, country->country, 0, false, &record)) {
        struct places_sense *sense = add(senses, sense_of_record(&record));
        if (sense) {
            sense->listed = true;
            sense->prior += record.kind == PLACES_CAPITAL ? 0 : kind_priors[PLACES_CAPITAL];
        }
    } else {
        struct places_sense sense = sense_of_entry(country, PLACES_CAPITAL, listed_city_prior);
        sense.name = name;
        sense.located = false;
        add(senses, sense);
    }
}

static void add_region(struct senses *senses, const struct lexicon_entry *entry) {
    struct places_sense sense = sense_of_entry(entry, PLACES_PROVINCE, unknown_province_prior);
    struct places_record record;
    if (entry->country[0] && find_record(senses->places, entry->name, entry->country, 0, true, &record)) {
        sense = sense_of_record(&record);
        sense.name = entry->name;
        sense.listed = true;
        sense.prior += listed_region;
    }
    add(senses, sense);
}

static bool is_place(const struct lexicon_match *match) {
    return match->entry->kind <= LEXICON_CITY && match->form != LEXICON_SEAT && match->form != LEXICON_PEOPLE;
}

/* `name` lives as long as the document. False: the lexicon knows the name, and as no place. */
static bool add_entries(struct senses *senses, struct base_slice text, struct base_slice name,
                        enum lexicon_form *form) {
    struct lexicon_match matches[MOST_MATCHES];
    size_t count = lexicon_find(senses->places->lexicon, text, matches, MOST_MATCHES);
    bool any = false, by_name = false;
    for (size_t i = 0; i < count; i++) {
        const struct lexicon_entry *entry = matches[i].entry;
        if (!is_place(&matches[i])) {
            continue;
        }
        any = true;
        by_name |= matches[i].form != LEXICON_ADJECTIVE;
        if (matches[i].form == LEXICON_CAPITAL) {
            add_capital(senses, entry, name);
        } else if (entry->kind == LEXICON_COUNTRY) {
            add(senses, sense_of_entry(entry, PLACES_COUNTRY, country_prior));
        } else if (entry->kind == LEXICON_CITY) {
            add_city(senses, entry);
        } else if (entry->kind == LEXICON_REGION) {
            add_region(senses, entry);
        } else {
            add(senses, sense_of_entry(entry, PLACES_FEATURE, feature_prior));
        }
    }
    *form = any && !by_name ? LEXICON_ADJECTIVE : LEXICON_NAME;
    return any || count == 0;
}

/* Does the list have the record already, as a province or city of the lexicon? */
static bool is_known(const struct senses *senses, const struct places_record *record) {
    for (uint32_t i = 0; i < senses->count; i++) {
        const struct places_sense *sense = &senses->items[i];
        if (!sense->listed || strcmp(sense->country, record->country) != 0) {
            continue;
        }
        bool province = record->kind == PLACES_PROVINCE;
        if ((province && sense->kind == PLACES_PROVINCE && sense->division == record->division) ||
            (!province && record->geonames && sense->geonames == record->geonames)) {
            return true;
        }
    }
    return false;
}

static void add_records(struct senses *senses, struct base_slice text) {
    struct places_record records[PLACES_MOST_SENSES];
    size_t count = places_table_find(&senses->places->table, text, records, PLACES_MOST_SENSES);
    for (size_t i = 0; i < count; i++) {
        if (!is_known(senses, &records[i])) {
            add(senses, sense_of_record(&records[i]));
        }
    }
}

static void lower_provinces(struct senses *senses) {
    for (uint32_t i = 0; i < senses->count; i++) {
        struct places_sense *province = &senses->items[i];
        for (uint32_t k = 0; k < senses->count && province->kind == PLACES_PROVINCE; k++) {
            if (senses->items[k].kind <= PLACES_CAPITAL && senses->items[k].division == province->division) {
                province->prior += named_like_its_city;
                break;
            }
        }
    }
}

/* "NEW YORK" as "New York" in *out; false: not in capitals. *letters counts them. */
static bool write_as_name(struct base_slice text, char *out, size_t size, size_t *used, size_t *letters) {
    bool start = true;
    *used = *letters = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t c = base_utf8_next(text, &at);
        if (base_is_letter(c) && !base_is_upper(c)) {
            return false;
        }
        if (*used + 4 > size) {
            return false;
        }
        *letters += base_is_letter(c);
        *used += base_utf8_put(out + *used, start ? c : base_lower(c));
        start = !base_is_letter(c) && c != '\'' && c != 0x2019;
    }
    return *letters > 0;
}

uint32_t places_senses(const struct places_search *search, uint32_t first, uint32_t count, struct places_sense *out,
                       enum lexicon_form *form) {
    struct base_slice text =
        document_slice(search->document, document_tokens_span(search->document, first, first + count - 1));
    struct senses senses = {search->places, out, 0};
    char room[PLACES_LONGEST_KEY];
    size_t size, letters;
    *form = LEXICON_NAME;
    if (text.size > PLACES_LONGEST_KEY) {
        return 0;
    }
    bool capitals = write_as_name(text, room, sizeof room, &size, &letters);
    bool acronym = capitals && letters < LEAST_LETTERS_OF_CAPITALS;
    if (!add_entries(&senses, capitals && !acronym ? (struct base_slice){room, size} : text, text, form)) {
        return 0;
    }
    if (*form != LEXICON_ADJECTIVE && !acronym) {
        add_records(&senses, text);
        lower_provinces(&senses);
    }
    return senses.count;
}

/* The abbreviation, whether or not its full stop is a token of its own. */
static uint32_t abbreviation_at(const struct places_search *search, uint32_t token, uint32_t *count) {
    const struct document_token *at = document_token(search->document, token);
    *count = 1;
    if (token + 1 < search->document->tokens.count && at[1].sentence == at->sentence &&
        base_slice_is(at[1].form, ".") && at->span.end == at[1].span.start) {
        struct document_span span = {at->span.start, at[1].span.end};
        uint32_t found = base_map_get(&search->places->abbreviation_of, document_slice(search->document, span));
        if (found != BASE_MAP_NONE) {
            *count = 2;
            return found;
        }
    }
    return base_map_get(&search->places->abbreviation_of, at->form);
}

uint32_t places_abbreviation_senses(const struct places_search *search, uint32_t token, bool anywhere,
                                    struct places_sense *out, uint32_t *tokens) {
    const struct places *places = search->places;
    struct senses senses = {places, out, 0};
    uint32_t at = abbreviation_at(search, token, tokens);
    for (; at != BASE_MAP_NONE; at = places->abbreviations.items[at].next) {
        const struct places_abbreviation *entry = &places->abbreviations.items[at];
        struct lexicon_match matches[MOST_MATCHES];
        size_t count =
            entry->anywhere || !anywhere ? lexicon_find(places->lexicon, entry->name, matches, MOST_MATCHES) : 0;
        for (size_t i = 0; i < count; i++) {
            if (matches[i].entry->kind == LEXICON_REGION && strcmp(matches[i].entry->country, entry->country) == 0) {
                add_region(&senses, matches[i].entry);
                break;
            }
        }
    }
    return senses.count;
}
