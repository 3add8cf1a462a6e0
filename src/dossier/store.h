/* The records of a document as rows of the tables. One transaction at a time; keys are counted on from the highest ones, as
 * there is only one writer. */
#ifndef DOSSIER_STORE_H
#define DOSSIER_STORE_H

#include "dossier/database/database.h"
#include "dossier/records.h"

struct store;

/* Prepares statements for the connection; NULL where that fails, and the connection has the error. */
struct store *store_open(struct database *database);
void store_close(struct store *store);

/* After database_begin_write(): which keys are free. */
void store_begin(struct store *store);
/* What is known of a document by its id, where it comes from and the hash of its bytes. */
enum store_known { STORE_UNKNOWN, STORE_OTHER_BYTES, STORE_OTHER_CODER, STORE_SAME };
enum store_known store_find(struct store *store, const struct records *records, const char *coder, int64_t *key);
/* Removes a document and all that belongs to it. */
void store_remove(struct store *store, int64_t key);
void store_add(struct store *store, const struct records *records, const char *coder);
/* Before database_commit(): puts into the tables what waits outside. */
void store_flush(struct store *store);

#endif
