/* names: what the class, id, role and itemprop of an element say about it.
 *
 * Takes: lists of words (data/en/page/classes.txt). Adds: for the value of an attribute the kinds of element that it
 * names: furniture of some sort, the body of an article, its title. Promises: words are compared whole ("comment" is
 * not in "commentary"), in kebab-case, snake_case and camelCase alike.
 */
#ifndef PAGE_NAMES_H
#define PAGE_NAMES_H

#include "base/error.h"
#include "base/map.h"

/* Kinds are bits: 1 << enum document_drop, and these. */
enum {
    PAGE_NAMES_BODY = 1 << 16,
    PAGE_NAMES_BYLINE = 1 << 17,
    PAGE_NAMES_TITLE = 1 << 18,
    PAGE_NAMES_LEDE = 1 << 19,
    PAGE_NAMES_DROPS = (1 << 16) - 1
};

struct page_names {
    struct base_map whole;  /* one to three words run together, to kinds */
    struct base_map starts; /* entries that end in "*" */
};

enum sayso_status page_names_read(struct base_arena *arena, struct base_slice name, struct base_slice bytes,
                                  struct page_names *names, struct sayso_error *error);
uint32_t page_names_kinds(const struct page_names *names, struct base_slice value);
/* The kind of that name ("share"); 0: there is none. */
uint32_t page_kind_of(struct base_slice name);

#endif
