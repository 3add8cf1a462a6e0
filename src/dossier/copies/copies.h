/* Near-duplicates: which documents are copies or updates of an earlier one, their original.
 *
 * All documents have an order, by publication. An original is a document that resembles none of the originals before it; any
 * other is a copy of the original that it resembles most. Only originals are compared with, so no chain of small changes
 * leads from one story to another. Candidates are the originals of those few documents that come last before it in each
 * bucket, that is among those with the same band in their signatures: a bucket of words that a thousand pages share costs no
 * more than another, and copies come soon after their originals. So what is found depends on the set of documents, and not
 * on when each of them was added.
 */
#ifndef DOSSIER_COPIES_H
#define DOSSIER_COPIES_H

#include "dossier/database/database.h"

struct copies;

/* Prepares statements for the connection; NULL where that fails, and the connection has the error. */
struct copies *copies_open(struct database *database);
void copies_close(struct copies *copies);

/* Both in a write transaction of the caller's. Whoever adds a document marks it as unlinked. */

/* Before a document is removed: those that are linked to it, or were not because of it, will be linked anew. */
void copies_forget(struct copies *copies, int64_t document);
/* Links up to so many documents; false: none is left. */
bool copies_link(struct copies *copies, unsigned most);

#endif
