/* metadata: what a page says of itself for machines.
 *
 * Takes: the tree. Adds: titles, names, dates, address, language from JSON-LD (schema.org), Open Graph, microdata,
 * <meta>, <link>, <time>, as the page has them. Promises: strings are trimmed, their entities resolved; nothing is
 * checked yet.
 */
#ifndef PAGE_METADATA_H
#define PAGE_METADATA_H

#include "base/vector.h"
#include "page/dom.h"

enum { PAGE_TITLES = 6 };

struct page_metadata {
    struct base_slice titles[PAGE_TITLES]; /* of JSON-LD, Open Graph, Twitter, <title>; the likeliest first */
    size_t title_count;
    struct base_slice site, publisher, url, language, locale;
    struct base_slice published, modified; /* as written */
    struct base_slice body;                /* "articleBody" of JSON-LD */
    BASE_VECTOR(struct base_slice) authors;
    uint32_t published_rank, modified_rank; /* lower is better; 0: none */
};

/* Ranks of where a date is from. */
enum { PAGE_RANK_STRUCTURED = 1, PAGE_RANK_META, PAGE_RANK_MICRODATA };

struct page_metadata page_metadata_read(struct base_arena *arena, const struct page_dom *dom);
/* Sets what is not set yet from one <script> of JSON-LD. */
void page_jsonld_read(struct base_arena *arena, struct base_slice script, struct page_metadata *metadata);
void page_metadata_title(struct base_arena *arena, struct page_metadata *metadata, struct base_slice title);
/* A copy with runs of white space as one space, none at the ends. */
struct base_slice page_squeeze(struct base_arena *arena, struct base_slice text);
void page_metadata_author(struct base_arena *arena, struct page_metadata *metadata, struct base_slice name);
void page_metadata_date(struct base_slice *date, uint32_t *rank, struct base_slice value, uint32_t value_rank);

#endif
