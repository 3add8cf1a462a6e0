#include "library/unwrap.h"

#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

struct library_unwrap {
    enum library_wrapping wrapping;
    z_stream gzip;
    ZSTD_DStream *zstd;
    bool whole, ended;
};

enum { GZIP_ONLY = 15 + 16 }; /* window bits of zlib's inflateInit2() for a gzip header */

static const struct base_slice GZIP_MAGIC = {"\x1F\x8B", 2}, ZSTD_MAGIC = {"\x28\xB5\x2F\xFD", 4};

enum library_wrapping library_wrapping_of(struct base_slice head) {
    return base_slice_starts(head, GZIP_MAGIC)   ? LIBRARY_GZIP
           : base_slice_starts(head, ZSTD_MAGIC) ? LIBRARY_ZSTD
                                                 : LIBRARY_PLAIN;
}

struct library_unwrap *library_unwrap_new(enum library_wrapping wrapping) {
    struct library_unwrap *unwrap = calloc(1, sizeof *unwrap);
    if (!unwrap) {
        return NULL;
    }
    unwrap->wrapping = wrapping;
    bool ready = wrapping == LIBRARY_GZIP ? inflateInit2(&unwrap->gzip, GZIP_ONLY) == Z_OK
                                          : (unwrap->zstd = ZSTD_createDStream()) != NULL;
    if (!ready) {
        free(unwrap);
        return NULL;
    }
    return unwrap;
}

void library_unwrap_free(struct library_unwrap *unwrap) {
    if (unwrap) {
        if (unwrap->wrapping == LIBRARY_GZIP) {
            inflateEnd(&unwrap->gzip);
        }
        ZSTD_freeDStream(unwrap->zstd);
        free(unwrap);
    }
}

bool library_unwrap_is_whole(const struct library_unwrap *unwrap) {
    return unwrap->whole;
}

/* After the last member there may be padding, which gzip(1) ignores, too. */
static bool starts_member(struct library_unwrap *unwrap, struct base_slice in) {
    if (unwrap->whole) {
        unwrap->ended = (unsigned char)in.data[0] != 0x1F;
        inflateReset(&unwrap->gzip);
    }
    return !unwrap->ended;
}

static size_t unwrap_gzip(struct library_unwrap *unwrap, struct base_slice *in, char *out, size_t size,
                          const char **reason) {
    z_stream *z = &unwrap->gzip;
    if (in->size && !starts_member(unwrap, *in)) {
        in->size = 0;
    }
    if (!in->size) {
        return 0;
    }
    size_t most = in->size < UINT32_MAX / 2 ? in->size : UINT32_MAX / 2;
    z->next_in = (unsigned char *)in->data;
    z->avail_in = (uInt)most;
    z->next_out = (unsigned char *)out;
    z->avail_out = (uInt)size;
    int result = inflate(z, Z_NO_FLUSH);
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
        *reason = result == Z_MEM_ERROR ? "gzip: no memory" : "gzip data is damaged";
    }
    unwrap->whole = result == Z_STREAM_END;
    in->data += most - z->avail_in;
    in->size -= most - z->avail_in;
    return size - z->avail_out;
}

static size_t unwrap_zstd(struct library_unwrap *unwrap, struct base_slice *in, char *out, size_t size,
                          const char **reason) {
    ZSTD_inBuffer input = {in->data, in->size, 0};
    ZSTD_outBuffer output = {out, size, 0};
    size_t result = ZSTD_decompressStream(unwrap->zstd, &output, &input);
    if (ZSTD_isError(result)) {
        *reason = "zstd data is damaged";
    }
    if (input.pos || output.pos) {
        unwrap->whole = result == 0;
    }
    in->data += input.pos;
    in->size -= input.pos;
    return output.pos;
}

size_t library_unwrap(struct library_unwrap *unwrap, struct base_slice *in, char *out, size_t size,
                      const char **reason) {
    return unwrap->wrapping == LIBRARY_GZIP ? unwrap_gzip(unwrap, in, out, size, reason)
                                            : unwrap_zstd(unwrap, in, out, size, reason);
}
