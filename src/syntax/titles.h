/* What stands before a title and a name belongs to the whole phrase: "with Prime Minister Ali Hassan". In Universal
 * Dependencies the name is its head and the title an nmod:desc, which has no preposition and no coordinator of its own. */
#ifndef SYNTAX_TITLES_H
#define SYNTAX_TITLES_H

#include "document/syntax.h"

#include <stdint.h>

/* Hangs prepositions and coordinators before a title from the name that it stands before. heads[d] is 0 for the root,
 * else k + 1 for the word k. */
void syntax_raise_from_titles(uint32_t *heads, const enum document_relation *found, uint32_t count);

#endif
