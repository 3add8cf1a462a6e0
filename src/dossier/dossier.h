/* dossier: records kept in a database, where an event that eighty papers report is one event.
 *
 * Takes: the records of documents as JSON lines, and nothing else, so that records coded elsewhere can be added, too. Adds:
 * rows to a SQLite file or a PostgreSQL database (docs/dossier.md has the tables). Promises: a document is in the dossier
 * with all its records or not at all, and once; what was committed survives the end of the process at any moment; several
 * processes may add at once; the same documents give the same contents in whatever order they came.
 */
#ifndef DOSSIER_DOSSIER_H
#define DOSSIER_DOSSIER_H

#include "dossier/database/database.h"
#include "dossier/records.h"

struct sayso_dossier {
    struct database *database;
};

/* ---- adding */

/* Documents that became part of the dossier: only those that were committed. */
struct dossier_counts {
    size_t added;
    size_t replaced; /* in place of what another program or other dictionaries had made of it, or of other bytes */
    size_t known;    /* were there already */
};

struct dossier_batch;

/* `coder` names the program, model and dictionaries that made the records; documents that others coded are replaced where
 * `recode` is set, and known otherwise. Outlives neither. NULL: no memory, or the database refuses; the error says which. */
struct dossier_batch *dossier_batch_open(struct sayso_dossier *dossier, const char *coder, bool recode,
                                         struct sayso_error *error);
/* Queues the records of one document (dossier/records.h), which it takes over; commits those that wait when they are many or
 * have waited for a second. */
enum sayso_status dossier_batch_add(struct dossier_batch *batch, struct records *records, struct sayso_error *error);
enum sayso_status dossier_batch_commit(struct dossier_batch *batch, struct sayso_error *error);
const struct dossier_counts *dossier_batch_counts(const struct dossier_batch *batch);
/* Drops what was not committed. */
void dossier_batch_close(struct dossier_batch *batch);

/* ---- what follows from all documents together */

/* In the transaction that changes a document: what follows from it is to be made anew. */
void dossier_unsettle(struct database *database);
/* Finds out of which earlier documents those that were added are copies (dossier/copies/copies.h). What was not done when the process
 * ended, the next call does. */
enum sayso_status dossier_link_copies(struct sayso_dossier *dossier, struct sayso_error *error);
/* The same for copies and then for merged events. Makes
 * anew what is due; until then, readers see what followed before. */
enum sayso_status dossier_settle(struct sayso_dossier *dossier, struct sayso_error *error);

/* ---- asking whether a document needs to be coded at all */

/* What a document is known by: its id and the hash of its bytes, and where it comes from. */
struct dossier_identity {
    struct base_slice id, sha256, url, path;
};

/* Its address; else, where the input gave the id, the input, as ids are told apart within one only; else nothing: then the
 * id is the hash. */
struct base_slice dossier_origin(const struct dossier_identity *identity);

struct dossier_index;

/* Has a connection of its own, so that any number of threads may ask while another one adds. */
struct dossier_index *dossier_index_open(const struct sayso_dossier *dossier, struct sayso_error *error);
/* True: the dossier has it, of the same bytes, and coded by this coder where that is not NULL. */
bool dossier_index_has(struct dossier_index *index, const struct dossier_identity *identity, const char *coder);
void dossier_index_close(struct dossier_index *index);

#endif
