/* Dictionaries of TABARI and PETRARCH, see petrarch.c. Names in them have no case; they are found in any that starts with a
 * capital. What is refused is in lexicon->refused. */
#ifndef LEXICON_PETRARCH_H
#define LEXICON_PETRARCH_H

#include "lexicon/load.h"

void lexicon_load_petrarch_actors(struct lexicon *lexicon, struct lexicon_reader *reader);
void lexicon_load_petrarch_agents(struct lexicon *lexicon, struct lexicon_reader *reader);

#endif
