/* What GraphML needs to remember: the entities of the document at hand with their mentions, and which nodes are written. */
#ifndef DOSSIER_EXPORT_LINKS_H
#define DOSSIER_EXPORT_LINKS_H

#include "dossier/export/export.h"

struct export_links {
    int64_t document;
    json_t *entities;     /* of the document, in a list */
    struct export_mention {
        json_int_t start;
        size_t entity;    /* its index in the list */
    } *mentions;          /* sorted when the first claim comes */
    size_t *seen;         /* by entity: the last claim that led to it */
    size_t mention_count, mention_capacity, seen_capacity, claims;
    bool sorted;
    struct base_slice source; /* of the claim at hand: the id of its entity */
    uint64_t *nodes;      /* an open hash table; 0: free */
    size_t node_count, node_capacity;
    bool failed;          /* no memory */
};

/* Forgets the document at hand if this is another one. */
void export_links_document(struct export_links *links, int64_t document);
void export_links_add(struct export_links *links, const json_t *entity);
void export_links_free(struct export_links *links);

/* Begins a claim of this source. */
void export_links_start(struct export_links *links, const json_t *source);
/* The next entity with a name that is mentioned in the span, that is not the source, and that this claim has not led to yet;
 * start with *at = 0; NULL: no more. */
const json_t *export_links_named(struct export_links *links, const json_t *span, size_t *at);

/* The node of a party (ENTITY or an entity's own record): a hash of its name and country, or of its id where it has no name;
 * never 0. */
uint64_t export_links_node(const struct export_record *record, const json_t *party);
/* Is this the first time that the node is needed? */
bool export_links_first(struct export_links *links, uint64_t node);

#endif
