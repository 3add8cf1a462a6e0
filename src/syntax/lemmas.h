/* Lemmas and features from forms and tags, by the tables syntax/lemmas.txt and syntax/feats.txt (tools/train/tables.py)
 * and syntax/forms.txt (tools/train/forms.py). */
#ifndef SYNTAX_LEMMAS_H
#define SYNTAX_LEMMAS_H

#include "base/map.h"
#include "document/document.h"
#include "model/model.h"

/* "NNS<TAB>ies<TAB>3<TAB>y": of words so tagged that end so, 3 characters are cut and "y" is put behind. A suffix that
 * begins with "=" is a whole word. The longest suffix counts. */
struct syntax_lemma_rule {
    struct base_slice append;
    uint32_t cut;
};

struct syntax_lemmas {
    struct base_map suffixes; /* "NNS ies" -> rule */
    BASE_VECTOR(struct syntax_lemma_rule) rules;
    struct base_map feats;    /* "VBD" or "VBD was" -> value */
    BASE_VECTOR(struct base_slice) values;
};

enum sayso_status syntax_load_lemmas(const struct model *model, struct base_arena *arena, struct syntax_lemmas *lemmas,
                                     struct sayso_error *error);
/* Sets lemma and feats of a token from its form, UPOS and XPOS. */
void syntax_lemmatize(const struct syntax_lemmas *lemmas, struct base_arena *arena, struct document_token *token);
/* The lemma of a word that is an inflected form of a verb, noun or adjective (`part` 'v', 'n' or 'a') and no lemma itself;
 * empty: it may be one. is_lemma(context, word) must know the lemma: "raided" is of "raid", but "exceed" of nothing. */
struct base_slice syntax_lemma_of_form(const struct syntax_lemmas *lemmas, struct base_arena *arena,
                                       struct base_slice word, char part,
                                       bool (*is_lemma)(void *context, struct base_slice word), void *context);

#endif
