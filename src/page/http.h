/* http: a stored HTTP response (RFC 9112) as the page it carried.
 *
 * Takes: the bytes of a response with its header. Adds: status, media type, charset, the body without chunks and
 * compression (gzip, deflate). Promises: archives that undid an encoding but kept its header are read as they are; what
 * is cut off gives what was there; a body that grows over the limit is refused.
 */
#ifndef PAGE_HTTP_H
#define PAGE_HTTP_H

#include "base/buffer.h"
#include "base/error.h"

struct page_http {
    int status;
    struct base_slice type, charset; /* of Content-Type: "text/html", "utf-8"; empty: none */
    struct base_slice body;
};

/* The body lies in `bytes` or in one of the buffers, which are emptied first. On failure *reason says why. */
enum sayso_status page_http_read(struct base_slice bytes, size_t most, struct base_buffer buffers[2],
                                 struct page_http *http, const char **reason);
/* Type and charset of a value such as "text/html; charset=utf-8". */
void page_http_content_type(struct base_slice value, struct base_slice *type, struct base_slice *charset);
/* Cuts the next "Name: value" off a header; false at its blank line (which is cut, too) or end. */
bool page_http_field(struct base_slice *header, struct base_slice *name, struct base_slice *value);

#endif
