/* The model file: everything that is known about a language, in one file that is mapped read-only.
 *
 * Takes: the path of a model file and the folders of dictionaries laid over it. Adds: named parts ("syntax/words",
 * "actors/countries.actors") as bytes. Promises: each part is inside the file and has the checksum it should; nothing
 * changes after opening; any number of threads may read.
 *
 * The file: "SAYSOMDL", u32 version, u32 number of chunks; for each chunk 40 bytes of name, u64 offset, u64 size, u64
 * XXH3 of the bytes (xxhash.com); then the chunks, each at a multiple of 64 bytes. Little-endian. Written by tools/pack (the build) and
 * tools/train/container.py (the weights).
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "base/arena.h"
#include "base/error.h"

struct model;

/* A part of the model, or a dictionary file laid over it. */
struct model_part {
    struct base_slice name;  /* "claims/verbs.cues"; of an overlay, its path as given */
    struct base_slice bytes;
    uint64_t checksum;
    unsigned layer;          /* 0: built-in; else it is laid over those of lower layers */
    bool petrarch;           /* from an overlay's folder `petrarch`: not in a format of ours, and of any bytes */
};

/* The model lives in `arena`, which must be running; the mapping is closed when the arena is cleared. */
enum sayso_status model_open(struct base_arena *arena, const char *path, const char *const *folders,
                             size_t folder_count, const struct model **out, struct sayso_error *error);

size_t model_count(const struct model *model);
const struct model_part *model_at(const struct model *model, size_t index);
/* The built-in part of that name; NULL: there is none. */
const struct model_part *model_part(const struct model *model, const char *name);
/* The next part in a format of ours whose name ends so (".cues"), built-in ones first, overlays in the order of their folders; start with
 * *index = 0; NULL: no more. */
const struct model_part *model_next(const struct model *model, const char *ending, size_t *index);

/* A matrix as the training tools write it. `bytes` has rows * columns of them, `scales` one number a row; or `floats`. */
struct model_matrix {
    uint32_t rows, columns;
    const float *floats;
    const int8_t *bytes;
    const float *scales;
};

enum sayso_status model_get_matrix(const struct model *model, const char *name, uint32_t rows, uint32_t columns,
                                   struct model_matrix *out, struct sayso_error *error); /* rows, columns 0: any */

#endif
