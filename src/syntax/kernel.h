/* The arithmetic of the encoder, for one instruction set a copy (syntax_kernel_choose()).
 *
 * Every copy gives the same bits: each sum is taken in one fixed order, products are not fused with additions
 * (-ffp-contract=off), and exp() is a polynomial of our own. Vectors are those of GCC and clang, eight floats wide. */
#ifndef SYNTAX_KERNEL_H
#define SYNTAX_KERNEL_H

#include <stddef.h>
#include <stdint.h>

enum { SYNTAX_PANEL = 16 };

/* A weight matrix of `outputs` rows, laid out in panels of 16 outputs: panel, input, output within the panel. */
struct syntax_weights {
    const float *panels;
    const float *bias; /* one an output, padded with zeros to whole panels; NULL: none */
    size_t inputs, outputs;
};

static inline size_t syntax_padded(size_t outputs) {
    return (outputs + SYNTAX_PANEL - 1) / SYNTAX_PANEL * SYNTAX_PANEL;
}

struct syntax_kernel {
    /* out[r][o] = bias[o] + sum over i of in[r * in_stride + i] * weight[o][i]; `out` has padded rows of out_stride. */
    void (*multiply)(const struct syntax_weights *weights, const float *in, size_t in_stride, size_t rows, float *out,
                     size_t out_stride);
    void (*sigmoid)(float *x, size_t count);    /* 1 / (1 + exp(-x)) */
    void (*tanh)(float *x, size_t count);
    void (*quick_gelu)(float *x, size_t count); /* x * sigmoid(1.702 x) */
    /* x += normal(y) * gain + bias, or x = ... where `replace`; counts are multiples of 8. */
    void (*add_normal)(float *x, const float *y, const float *gain, const float *bias, size_t width, int replace);
    /* x += row * scale */
    void (*add_row)(float *x, const int8_t *row, float scale, size_t width);
};

const struct syntax_kernel *syntax_kernel_choose(void);

#endif
