/* An HTTP response as a crawler stored it (RFC 9112), with its body taken out of chunks and compression. */
#ifndef LIBRARY_HTTP_H
#define LIBRARY_HTTP_H

#include "base/buffer.h"
#include "base/error.h"

struct library_http {
    unsigned status;
    struct base_slice type;    /* "text/html", as written; empty: not said */
    struct base_slice charset; /* empty: not said */
    struct base_slice body;    /* as it came over the line */
    bool chunked;
    struct base_slice encoding; /* "gzip"; empty: none */
};

/* What does not begin like a response is all body, with status 200. */
struct library_http library_http_parse(struct base_slice block);
/* Type and charset out of "text/html; charset=utf-8". */
void library_http_content_type(struct base_slice value, struct base_slice *type, struct base_slice *charset);
/* HTML, XHTML or plain text, or not said. */
bool library_http_is_page(struct base_slice type);
/* The body without chunks and compression, at most `most` + 1 bytes of it; it lies in `block` or in `room`. */
enum sayso_status library_http_body(const struct library_http *http, size_t most, struct base_buffer *room,
                                    struct base_slice *body, struct sayso_error *error);

#endif
