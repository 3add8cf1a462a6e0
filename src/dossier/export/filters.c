#include "dossier/export/filters.h"

static void add(struct export_query *query, const char *sql) {
    base_buffer_string(&query->sql, sql);
}

static void add_value(struct export_query *query, struct database_value value) {
    query->values[query->count++] = value;
    base_buffer_format(&query->sql, "$%u", query->count);
}

static void add_text(struct export_query *query, const char *text) {
    add(query, "CAST(");
    add_value(query, database_text(base_slice_of(text)));
    add(query, " AS TEXT)");
}

/* "<before> IN (...)<after>" */
static void add_in(struct export_query *query, const char *before, const struct sayso_list *list, const char *after) {
    add(query, before);
    for (size_t i = 0; i < list->count; i++) {
        add(query, i ? ", " : " IN (");
        add_text(query, list->items[i]);
    }
    add(query, ")");
    add(query, after);
}

/* Is one of the values that ";" joins in the column one of the list? */
static void add_among(struct export_query *query, const char *column, const struct sayso_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        base_buffer_format(&query->sql, "%s(';' || %s || ';') LIKE ('%%;' || ", i ? " OR " : "(", column);
        add_text(query, list->items[i]);
        add(query, " || ';%')");
    }
    add(query, ")");
}

/* Is the column one of the list, whether letters are large or small? */
static void add_named(struct export_query *query, const char *column, const struct sayso_list *list) {
    base_buffer_format(&query->sql, "lower(%s) IN (", column);
    for (size_t i = 0; i < list->count; i++) {
        add(query, i ? ", lower(" : "lower(");
        add_text(query, list->items[i]);
        add(query, ")");
    }
    add(query, ")");
}

/* The day or days of the record meet those that are asked for; without any, it is the day of publication. */
static void add_days(struct export_query *query, const struct sayso_export_options *options, bool dated) {
    static const char undated[] = " AND CASE WHEN r.date_start IS NULL AND r.date_end IS NULL THEN d.day ELSE ";
    if (options->since) {
        add(query, dated ? undated : " AND d.day");
        add(query, dated ? "COALESCE(r.date_end, '9999-12-31') END >= " : " >= ");
        add_text(query, options->since);
    }
    if (options->until) {
        add(query, dated ? undated : " AND d.day");
        add(query, dated ? "COALESCE(r.date_start, '0000-01-01') END <= " : " <= ");
        add_text(query, options->until);
    }
}

static void add_words(struct export_query *query, const struct sayso_list *words) {
    for (size_t i = 0; i < words->count; i++) {
        if (query->database == DATABASE_SQLITE) {
            add(query, " AND d.key IN (SELECT rowid FROM document_words WHERE document_words MATCH"
                       " ('\"' || replace(");
            add_text(query, words->items[i]);
            add(query, ", '\"', ' ') || '\"'))");
        } else {
            add(query, " AND d.words @@ phraseto_tsquery('simple', ");
            add_text(query, words->items[i]);
            add(query, ")");
        }
    }
}

/* What is asked of the document itself. */
static void add_document_filters(struct export_query *query, const struct sayso_export_options *options) {
    if (options->outlet.count) {
        add(query, " AND ");
        add_named(query, "d.outlet", &options->outlet);
    }
    add_words(query, &options->words);
}

static void add_places(struct export_query *query, const struct sayso_list *places) {
    add(query, " AND (");
    add_named(query, "r.place", places);
    add(query, " OR CAST(r.geonames AS TEXT)");
    add_in(query, "", places, ")");
}

static void add_box(struct export_query *query, const struct sayso_box *box) {
    add(query, " AND r.latitude >= ");
    add_value(query, database_real(box->south));
    add(query, " AND r.latitude <= ");
    add_value(query, database_real(box->north));
    add(query, " AND (r.longitude >= ");
    add_value(query, database_real(box->west));
    add(query, box->west <= box->east ? " AND r.longitude <= " : " OR r.longitude <= ");
    add_value(query, database_real(box->east));
    add(query, ")");
}

static void add_countries(struct export_query *query, const struct sayso_export_options *options) {
    static const char participant[] = "EXISTS (SELECT 1 FROM participant p WHERE p.event = r.key AND ";
    if (options->country.count) {
        add(query, " AND (");
        add_in(query, "r.place_country", &options->country, " OR ");
        add(query, participant);
        add_in(query, "p.country", &options->country, "))");
    }
    if (options->actor_country.count) {
        add(query, " AND ");
        add(query, participant);
        add_in(query, "p.side = 'actor' AND p.country", &options->actor_country, ")");
    }
    if (options->recipient_country.count) {
        add(query, " AND ");
        add(query, participant);
        add_in(query, "p.side = 'recipient' AND p.country", &options->recipient_country, ")");
    }
}

static void add_event_filters(struct export_query *query, const struct sayso_export_options *options) {
    add_days(query, options, true);
    add_countries(query, options);
    if (options->sector.count) {
        add(query, " AND EXISTS (SELECT 1 FROM participant p WHERE p.event = r.key AND ");
        add_among(query, "p.sector", &options->sector);
        add(query, ")");
    }
    if (options->type.count) {
        add_in(query, " AND r.type", &options->type, "");
    }
    if (options->place.count) {
        add_places(query, &options->place);
    }
    if (options->box) {
        add_box(query, options->box);
    }
    if (options->source.count) {
        add(query, " AND EXISTS (SELECT 1 FROM attribution a WHERE a.event = r.key AND ");
        add_named(query, "a.source_name", &options->source);
        add(query, ")");
    }
    if (options->factuality.count) {
        add_in(query, " AND r.factuality", &options->factuality, "");
    }
    if (options->corroboration.count) {
        add(query, " AND EXISTS (SELECT 1 FROM merged_member m JOIN merged_event g ON g.key = m.merged WHERE m.event = r.key");
        add_in(query, " AND g.corroboration", &options->corroboration, ")");
    }
}

/* The source of a claim is its actor, and whom it speaks to is the recipient. */
static void add_claim_filters(struct export_query *query, const struct sayso_export_options *options) {
    static const char addressee[] = "EXISTS (SELECT 1 FROM entity n WHERE n.key = r.addressee AND n.country";
    add_days(query, options, true);
    if (options->country.count) {
        add_in(query, " AND (r.source_country", &options->country, " OR ");
        add_in(query, addressee, &options->country, "))");
    }
    if (options->actor_country.count) {
        add_in(query, " AND r.source_country", &options->actor_country, "");
    }
    if (options->recipient_country.count) {
        add(query, " AND ");
        add_in(query, addressee, &options->recipient_country, ")");
    }
    if (options->sector.count) {
        add(query, " AND ");
        add_among(query, "r.source_sector", &options->sector);
    }
    if (options->source.count) {
        add(query, " AND ");
        add_named(query, "r.source_name", &options->source);
    }
    if (options->factuality.count) {
        add_in(query, " AND r.factuality", &options->factuality, "");
    }
}

bool export_only_events(const struct sayso_export_options *options) {
    return options->type.count || options->place.count || options->box || options->corroboration.count;
}

static bool asks_of_events(const struct sayso_export_options *options) {
    return export_only_events(options) || options->country.count || options->actor_country.count ||
           options->recipient_country.count || options->sector.count || options->source.count || options->factuality.count;
}

/* A document is chosen for an event that it tells; where nothing is asked of events, for its day. */
static void add_choice_of_document(struct export_query *query, const struct sayso_export_options *options) {
    if (asks_of_events(options)) {
        add(query, " AND EXISTS (SELECT 1 FROM event r WHERE r.document = d.key");
        add_event_filters(query, options);
        add(query, ")");
    } else {
        add_days(query, options, false);
    }
}

void export_add_filters(struct export_query *query, const struct sayso_export_options *options, enum sayso_kind kind) {
    add_document_filters(query, options);
    if (kind == SAYSO_EVENT && !options->whole) {
        add_event_filters(query, options);
    } else if (kind == SAYSO_CLAIM && !options->whole) {
        add_claim_filters(query, options);
    } else {
        add_choice_of_document(query, options);
    }
}
