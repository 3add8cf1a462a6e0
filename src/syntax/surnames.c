#include "syntax/surnames.h"

#include "base/map.h"
#include "document/tree.h"

enum { SURNAME = 1, PLACE = 2 };
enum { SHORTEST = 3 }; /* bytes: "Jr." and initials are no surnames */

static bool has_preposition(const struct document *document, uint32_t token) {
    uint32_t marker = document_child(document, token, REL_CASE);
    return marker != DOCUMENT_NONE && marker < token;
}

/* Says of the last words of persons' names, and of places that something is in, that they are that. */
static void survey(const struct document *document, struct base_map *words) {
    for (size_t i = 0; i < document->names.count; i++) {
        const struct document_name *name = &document->names.items[i];
        uint32_t last = name->first + name->count - 1;
        bool surname = name->type == DOCUMENT_NAME_PER && name->count > 1;
        bool place = name->type == DOCUMENT_NAME_LOC && (name->count > 1 || has_preposition(document, last));
        struct base_slice form = document->tokens.items[last].form;
        if (form.size > SHORTEST && (surname || place)) {
            uint32_t known = base_map_get(words, form);
            base_map_set(words, document->arena, form, (known == BASE_MAP_NONE ? 0 : known) | (surname ? SURNAME : PLACE));
        }
    }
}

void syntax_settle_surnames(struct document *document) {
    struct base_map words = {0};
    survey(document, &words);
    for (size_t i = 0; i < document->names.count; i++) {
        struct document_name *name = &document->names.items[i];
        if (name->type == DOCUMENT_NAME_LOC && name->count == 1 &&
            base_map_get(&words, document->tokens.items[name->first].form) == SURNAME) {
            name->type = DOCUMENT_NAME_PER;
        }
    }
}
