/* country: where an outlet is at home, as far as its address and its language tag tell.
 *
 * Takes: the top-level domain of a host, the region of a tag ("en-GB"). Adds: an ISO 3166-1 alpha-3 code. Promises:
 * domains that are sold to all the world say nothing, and neither does en-US, which is what publishing software sets by
 * itself.
 */
#ifndef PAGE_COUNTRY_H
#define PAGE_COUNTRY_H

#include "base/error.h"
#include "base/map.h"

struct page_countries {
    struct base_map domains, regions; /* two letters, to three letters in a number */
};

enum sayso_status page_countries_read(struct base_arena *arena, struct base_slice name, struct base_slice bytes,
                                      struct page_countries *countries, struct sayso_error *error);
/* data NULL: not known. */
struct base_slice page_country_of(struct base_arena *arena, const struct page_countries *countries,
                                  struct base_slice host, struct base_slice tag);

#endif
