/* encoding: bytes of a page as UTF-8.
 *
 * Takes: the bytes, the charset of the HTTP header. Adds: valid UTF-8 without BOM and NUL, and how much had to be
 * mended. Promises: the order of browsers: BOM, HTTP, <meta> (WHATWG "encoding sniffing algorithm"), then a guess;
 * bytes that are valid UTF-8 beyond ASCII are taken as UTF-8 whatever a header says, for headers lie more often than
 * chance does.
 */
#ifndef PAGE_ENCODING_H
#define PAGE_ENCODING_H

#include "base/arena.h"

struct base_slice page_decode(struct base_arena *arena, struct base_slice bytes, struct base_slice charset,
                              bool is_html, size_t *mended);
/* Of a page that is UTF-8 already. */
struct base_slice page_decode_unicode(struct base_arena *arena, struct base_slice bytes, size_t *mended);
/* The text without BOM, and with U+FFFD for what is no UTF-8. */
struct base_slice page_mend(struct base_arena *arena, struct base_slice bytes, size_t *mended);

#endif
