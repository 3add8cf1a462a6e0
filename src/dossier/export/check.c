#include "dossier/export/filters.h"

#include "document/document.h"
#include "dossier/export/codes.h"
#include "events/plover.h"
#include "record/names.h"

static bool is_country(struct base_slice code) {
    static const char *const bodies[] = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        if (base_slice_is(code, bodies[i])) {
            return true;
        }
    }
    return codes_find(codes_countries, code, 0).data != NULL;
}

static bool is_sector(struct base_slice code) {
    return codes_find(codes_sectors, code, 0).data != NULL;
}

static bool is_type(struct base_slice name) {
    uint8_t type;
    return events_type_of(name, &type);
}

static bool is_factuality(struct base_slice name) {
    for (unsigned i = DOCUMENT_CT_PLUS; i <= DOCUMENT_UU; i++) {
        if (base_slice_is(name, record_factuality((enum document_factuality)i))) {
            return true;
        }
    }
    return false;
}

static bool is_corroboration(struct base_slice name) {
    static const char *const names[] = {"single source", "corroborated", "disputed", "denied"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (base_slice_is(name, names[i])) {
            return true;
        }
    }
    return false;
}

static bool is_something(struct base_slice text) {
    return text.size > 0;
}

struct check {
    const char *name, *wanted;
    const struct sayso_list *list;
    bool (*right)(struct base_slice value);
};

static enum sayso_status refuse(struct sayso_error *error, const char *option, const char *value, const char *wanted) {
    return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "%s cannot be \"%s\": %s", option, value, wanted);
}

static enum sayso_status check_lists(const struct sayso_export_options *options, struct sayso_error *error) {
    static const char country[] = "it takes ISO 3166-1 alpha-3 (KOS, IGO, UNO, EUR, NGO, ISM, IMG, MNC)";
    const struct check checks[] = {
        {"country", country, &options->country, is_country},
        {"actor-country", country, &options->actor_country, is_country},
        {"recipient-country", country, &options->recipient_country, is_country},
        {"sector", "it takes PLOVER's codes, such as GOV or MIL", &options->sector, is_sector},
        {"type", "it takes PLOVER's types, such as PROTEST", &options->type, is_type},
        {"factuality", "it takes CT+, PR+, PS+, CT-, PR-, PS-, CTu, Uu", &options->factuality, is_factuality},
        {"corroboration", "it takes single source, corroborated, disputed, denied", &options->corroboration,
         is_corroboration},
        {"place", "it takes names and ids of GeoNames", &options->place, is_something},
        {"source", "it takes names", &options->source, is_something},
        {"outlet", "it takes names", &options->outlet, is_something},
        {"words", "it takes words", &options->words, is_something},
    };
    size_t count = 0;
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        count += checks[i].list->count * 2; /* a country stands in two conditions */
        for (size_t k = 0; k < checks[i].list->count; k++) {
            const char *value = checks[i].list->items[k];
            if (!checks[i].right(base_slice_of(value))) {
                return refuse(error, checks[i].name, value, checks[i].wanted);
            }
        }
    }
    return count <= EXPORT_MOST_VALUES ? SAYSO_OK
                                       : base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "too many filters");
}

static enum sayso_status check_day(const char *option, const char *value, struct sayso_error *error) {
    enum { DAY = 10 };
    int32_t day;
    bool right = !value || (strlen(value) == DAY && document_parse_day(base_slice_of(value), &day));
    return right ? SAYSO_OK : refuse(error, option, value, "it takes a day, YYYY-MM-DD");
}

static enum sayso_status check_box(const struct sayso_box *box, struct sayso_error *error) {
    bool right = !box || (box->south >= -90 && box->south <= box->north && box->north <= 90 && box->west >= -180 &&
                          box->west <= 180 && box->east >= -180 && box->east <= 180);
    return right ? SAYSO_OK
                 : base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0,
                                  "box takes degrees: SOUTH,WEST,NORTH,EAST, the north not south of the south");
}

static enum sayso_status check_kinds(const struct sayso_export_options *options, const struct export_format *format,
                                     struct sayso_error *error) {
    if (format->kinds && (options->kinds || options->whole)) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "%s has its own kinds of record", format->name);
    }
    if (format == &export_csv && (options->whole || (options->kinds & (options->kinds - 1)))) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "csv takes one kind of record");
    }
    if (!options->whole && (options->kinds & SAYSO_CLAIM) && export_only_events(options)) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "type, place, box and corroboration choose no claims");
    }
    return SAYSO_OK;
}

enum sayso_status export_check(const struct sayso_export_options *options, const struct export_format *format,
                               struct sayso_error *error) {
    enum sayso_status status = check_kinds(options, format, error);
    status = status ? status : check_day("since", options->since, error);
    status = status ? status : check_day("until", options->until, error);
    status = status ? status : check_box(options->box, error);
    return status ? status : check_lists(options, error);
}
