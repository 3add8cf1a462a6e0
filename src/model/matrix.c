/* Matrices of trained weights: u32 kind (0 floats, 1 signed bytes with a scale a row), rows, columns, zero; then, for
 * kind 1, the scales; then the numbers, row by row. */
#include "model/model.h"

enum { FLOATS, BYTES, MATRIX_HEADER = 16 };

static enum sayso_status refuse(struct sayso_error *error, const char *name, const char *reason) {
    return base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part %s: %s", name, reason);
}

enum sayso_status model_get_matrix(const struct model *model, const char *name, uint32_t rows, uint32_t columns,
                                   struct model_matrix *out, struct sayso_error *error) {
    const struct model_part *part = model_part(model, name);
    if (!part) {
        return refuse(error, name, "is missing");
    }
    uint32_t header[4];
    if (part->bytes.size < MATRIX_HEADER) {
        return refuse(error, name, "is too short for a matrix");
    }
    memcpy(header, part->bytes.data, sizeof header);
    uint64_t cells = (uint64_t)header[1] * header[2];
    uint64_t size = header[0] == FLOATS ? cells * 4 : cells + (uint64_t)header[1] * 4;
    if (header[0] > BYTES || cells > UINT32_MAX || size != part->bytes.size - MATRIX_HEADER) {
        return refuse(error, name, "does not have the size that its header says");
    }
    if ((rows && header[1] != rows) || (columns && header[2] != columns)) {
        return refuse(error, name, "is a matrix of another shape than the program needs");
    }
    const char *body = part->bytes.data + MATRIX_HEADER;
    *out = (struct model_matrix){.rows = header[1], .columns = header[2]};
    if (header[0] == FLOATS) {
        out->floats = (const float *)(const void *)body;
    } else {
        out->scales = (const float *)(const void *)body;
        out->bytes = (const int8_t *)(body + (size_t)header[1] * 4);
    }
    return SAYSO_OK;
}
