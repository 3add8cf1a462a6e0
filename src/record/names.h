/* The values of record fields that come from a fixed set, as docs/records.md spells them. */
#ifndef RECORD_NAMES_H
#define RECORD_NAMES_H

#include "document/document.h"

const char *record_block_role(enum document_block_role role);
const char *record_media_kind(enum document_media_kind kind);
const char *record_drop(enum document_drop why);
const char *record_name_type(enum document_name_type type);
const char *record_precision(enum document_precision precision);
const char *record_entity_type(enum document_entity_type type);
const char *record_role_status(enum document_role_status status);
const char *record_form(enum document_form form);
const char *record_stance(enum document_stance stance);
const char *record_factuality(enum document_factuality factuality);
/* The name of the aux bit 1 << `index`; NULL: there are no more. */
const char *record_aux(unsigned index);

#endif
