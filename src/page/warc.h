/* warc: the pages of a web archive (ISO 28500, WARC 1.0 and 1.1), one after the other.
 *
 * Takes: unwrapped bytes through a window: what comes next, and how far to go on. Adds: one record a page, its HTTP
 * header and encodings taken off. Promises: memory is that of the largest record let through, not of the archive; a
 * record that is damaged or cut off is reported with its offset, and reading goes on at the next that can be found.
 */
#ifndef PAGE_WARC_H
#define PAGE_WARC_H

#include "base/error.h"
#include "base/slice.h"

struct page_warc_source {
    /* At least `size` bytes from where reading stands; fewer only at the end. They stay until the next call of either.
     */
    struct base_slice (*ahead)(void *context, size_t size);
    void (*skip)(void *context, size_t size);
    void *context;
};

/* Slices live until the next call of page_warc_next(). */
struct page_warc_record {
    uint64_t offset;             /* of the record in the unwrapped bytes */
    struct base_slice type;      /* "response", "resource", "conversion" */
    struct base_slice url, date; /* WARC-Target-URI, WARC-Date */
    struct base_slice media_type, charset;
    struct base_slice body;
    enum sayso_status status; /* SAYSO_OK, or the record is none and `reason` says why */
    const char *reason;
};

struct page_warc;

/* `most`: bytes of a record, and of a page, over which it is refused. NULL: no memory. */
struct page_warc *page_warc_open(struct page_warc_source source, size_t most);
void page_warc_close(struct page_warc *warc);
/* The next page, or the next record that should have been one; false at the end. Records of other types, of other media
 * than text, of errors and redirections are passed over and counted. */
bool page_warc_next(struct page_warc *warc, struct page_warc_record *record);
uint64_t page_warc_passed_over(const struct page_warc *warc);

#endif
