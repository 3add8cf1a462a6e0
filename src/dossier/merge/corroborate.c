/* Who stands behind a merged event. Counting is left to SQL, so that anybody can do it again, or otherwise. */
#include "dossier/merge/merge.h"

/* A source is the innermost of a chain, whatever passed it on: twenty papers that cite one agency are one source. Where there
 * is no chain, the outlet that published the story first speaks for itself; "it was said" is nobody (the empty name). */
static const char sources[] =
    "INSERT INTO merged_source (merged, source, name, country, is_outlet, asserts, doubts, denies, first_day) "
    "SELECT m.merged, "
    "CASE WHEN a.event IS NULL THEN 'outlet: ' || coalesce(o.outlet, d.outlet, o.id, d.id) "
    "ELSE coalesce(a.source_name, a.source_text, '') || coalesce(' (' || a.source_country || ')', '') END, "
    "min(CASE WHEN a.event IS NULL THEN coalesce(o.outlet, d.outlet, o.id, d.id) ELSE coalesce(a.source_name, a.source_text) END), "
    "min(CASE WHEN a.event IS NULL THEN d.outlet_country ELSE a.source_country END), "
    "max(CASE WHEN a.event IS NULL THEN 1 ELSE 0 END), "
    "sum(CASE WHEN coalesce(a.factuality, t.factuality) IN ('CT+', 'PR+') THEN 1 ELSE 0 END), "
    "sum(CASE WHEN coalesce(a.factuality, t.factuality) IN ('PS+', 'PS-') THEN 1 ELSE 0 END), "
    "sum(CASE WHEN coalesce(a.factuality, t.factuality) IN ('CT-', 'PR-') THEN 1 ELSE 0 END), "
    "min(d.day) "
    "FROM merged_member m JOIN event e ON e.key = m.event JOIN document d ON d.key = e.document "
    "JOIN telling t ON t.event = e.key "
    "LEFT JOIN attribution a ON a.event = t.event AND a.telling = t.position AND a.position = 0 "
    "LEFT JOIN copy c ON c.document = d.key LEFT JOIN document o ON o.key = c.original "
    "GROUP BY 1, 2";

static const char reports[] =
    "UPDATE merged_event SET reports = r.reports, documents = r.documents, stories = r.stories, first_day = r.first_day "
    "FROM (SELECT m.merged, count(*) AS reports, count(DISTINCT e.document) AS documents, "
    "count(DISTINCT coalesce(c.original, e.document)) AS stories, min(d.day) AS first_day "
    "FROM merged_member m JOIN event e ON e.key = m.event JOIN document d ON d.key = e.document "
    "LEFT JOIN copy c ON c.document = d.key GROUP BY m.merged) AS r WHERE r.merged = merged_event.key";

static const char stands[] =
    "UPDATE merged_event SET sources = s.sources, asserting = s.asserting, doubting = s.doubting, denying = s.denying "
    "FROM (SELECT merged, count(*) AS sources, sum(CASE WHEN asserts > 0 THEN 1 ELSE 0 END) AS asserting, "
    "sum(CASE WHEN doubts > 0 THEN 1 ELSE 0 END) AS doubting, sum(CASE WHEN denies > 0 THEN 1 ELSE 0 END) AS denying "
    "FROM merged_source WHERE source <> '' GROUP BY merged) AS s WHERE s.merged = merged_event.key";

static const char summary[] =
    "UPDATE merged_event SET corroboration = CASE WHEN denying > 0 AND asserting > 0 THEN 'disputed' "
    "WHEN denying > 0 THEN 'denied' WHEN asserting > 1 THEN 'corroborated' ELSE 'single source' END";

void merge_corroborate(struct database *database) {
    database_run(database, sources);
    database_run(database, reports);
    database_run(database, stands);
    database_run(database, summary);
}
