/* How news writes what other texts do not, and so what the network has hardly seen: datelines, and headlines that leave out
 * the auxiliary of the passive. */
#ifndef SYNTAX_HEADLINES_H
#define SYNTAX_HEADLINES_H

#include "syntax/lemmas.h"

/* Lemmas of verbs that do nothing without an object, from the part syntax/transitive.txt. */
struct syntax_transitive {
    struct base_map lemmas;
};

enum sayso_status syntax_load_transitive(const struct model *model, struct base_arena *arena,
                                         struct syntax_transitive *transitive, struct sayso_error *error);

/* How many tokens of the sentence are a dateline, its dash included: "KHARTOUM, May 3 (AP) -- "; 0: none. */
uint32_t syntax_dateline(const struct document *document, const struct document_sentence *sentence);

/* "Mayor abducted in Kano": the subject of a past tense that lacks its object, and has no article, is what it was done
 * to; so is that of "reporter shot and killed by gunmen". Once all sentences have their trees and child links. */
void syntax_settle_headlines(const struct syntax_transitive *transitive, const struct syntax_lemmas *lemmas,
                             struct document *document);

#endif
