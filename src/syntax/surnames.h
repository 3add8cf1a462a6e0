/* One sense per discourse (Gale, Church and Yarowsky 1992): where a text names Andre Beaumont, "Beaumont" alone is he, and not
 * the city that the gazetteer knows; unless the text has something in a place of that name. */
#ifndef SYNTAX_SURNAMES_H
#define SYNTAX_SURNAMES_H

#include "document/document.h"

/* Once all sentences have their trees and names. */
void syntax_settle_surnames(struct document *document);

#endif
