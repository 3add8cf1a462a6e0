/* claims: who said so, and how sure.
 *
 * Takes: trees, entities, dates; the cues of the model's *.cues. Adds: document->claims, in the order of their cues:
 * attribution relations (source, cue, content) in the terms of PARC (Pareti 2012) and PolNeAR (Newell et al. 2018), with
 * form, stance and factuality, nested by `within`. Promises: contents are runs of whole tokens; the content of a claim
 * with `within` lies in the content of that claim; no claim is within itself.
 */
#ifndef CLAIMS_CLAIMS_H
#define CLAIMS_CLAIMS_H

#include "document/document.h"
#include "model/model.h"

struct claims;

enum sayso_status claims_open(const struct model *model, struct base_arena *arena, const struct claims **out,
                              struct sayso_error *error);
void claims_find(const struct claims *claims, struct document *document);

/* How the event that a predicate names stands in the text. */
struct claims_judgement {
    enum document_factuality author; /* what the author commits to */
    bool given;                      /* the author takes it for known, and does not only pass it on */
    unsigned aux;                    /* DOCUMENT_NEGATION | DOCUMENT_FUTURE | ... */
    struct document_link *links;     /* the claims whose content holds the predicate, from the innermost outwards */
    size_t link_count;
};

/* After claims_find(). The links are in the document's arena. */
void claims_judge(const struct claims *claims, const struct document *document, uint32_t predicate,
                  struct claims_judgement *out);

/* Is what an example says found in the document that was made of its sentence? */
struct claims_example;
bool claims_meets(const struct claims *claims, const struct document *document, const struct claims_example *example);

#endif
