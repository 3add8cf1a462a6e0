/* What the event and the mention table of GDELT 2.0 share (GDELT Event Codebook 2.0, 2015). */
#ifndef DOSSIER_EXPORT_GDELT_H
#define DOSSIER_EXPORT_GDELT_H

#include "dossier/export/event.h"
#include "dossier/export/fields.h"

/* GLOBALEVENTID: a hash of the event and the pair, small enough for a double. */
void export_gdelt_id(struct export_fields *fields, const struct export_record *record, size_t dyad);
/* When the document was published, in UTC: YYYYMMDDHHMMSS; what is not known of the time is 0. */
void export_gdelt_time(struct export_fields *fields, const struct export_document *document);

#endif
