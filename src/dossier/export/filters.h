/* The filters of an export as conditions in SQL. */
#ifndef DOSSIER_EXPORT_FILTERS_H
#define DOSSIER_EXPORT_FILTERS_H

#include "dossier/export/export.h"

enum { EXPORT_MOST_VALUES = 1000 };

/* A query in the making; the values are those of its parameters. */
struct export_query {
    struct base_buffer sql;
    struct database_value values[EXPORT_MOST_VALUES + 8];
    unsigned count;
    enum database_kind database;
};

/* Says what is wrong with the options, if anything. */
enum sayso_status export_check(const struct sayso_export_options *options, const struct export_format *format,
                               struct sayso_error *error);
/* Adds " AND ..." for rows `r` of that kind and their documents `d`. */
void export_add_filters(struct export_query *query, const struct sayso_export_options *options, enum sayso_kind kind);
/* Are no claims chosen, as a filter says what only events have? */
bool export_only_events(const struct sayso_export_options *options);

#endif
