#include "syntax/titles.h"

void syntax_raise_from_titles(uint32_t *heads, const enum document_relation *found, uint32_t count) {
    for (uint32_t word = 0; word < count; word++) {
        uint32_t title = heads[word];
        if ((found[word] == REL_CASE || found[word] == REL_CC) && title > word + 1 && found[title - 1] == REL_NMOD_DESC &&
            heads[title - 1] > title) {
            heads[word] = heads[title - 1];
        }
    }
}
