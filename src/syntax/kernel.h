/* The arithmetic of the encoder, for one instruction set a copy (syntax_kernel_choose()).
 *
 * Every copy gives the same bits: each sum is taken in one fixed order, products are not fused with additions
 * (-ffp-contract=off), and exp() is a polynomial of our own. Vectors are those of GCC and clang, eight floats wide. */
#ifndef SYNTAX_KERNEL_H
#define SYNTAX_KERNEL_H

#include <stddef.h>
#include <stdint.h>

enum { SYNTAX_PANEL = 16 };

/* Inputs of the integer product are counted in 1/1024, up to +-32: with weights of one byte and at most 512 inputs, no
 * sum leaves 32 bits. */
enum { SYNTAX_UNITS = 1024, SYNTAX_MOST_INPUTS = 512 };

/* A weight matrix of `outputs` rows, laid out in panels of 16 outputs: panel, input, output within the panel. */
struct syntax_weights {
    const float *panels;
    const float *bias; /* one an output, padded with zeros to whole panels; NULL: none */
    size_t inputs, outputs;
};

/* The same with weights of one byte, for the large layers: inputs two by two, panel, pair, output, which of the pair. */
struct syntax_integer_weights {
    const int16_t *panels;
    const float *scales, *bias; /* one an output, padded; out = bias + scale * sum */
    size_t inputs, outputs;     /* inputs are even */
};

static inline size_t syntax_padded(size_t outputs) {
    return (outputs + SYNTAX_PANEL - 1) / SYNTAX_PANEL * SYNTAX_PANEL;
}

struct syntax_kernel {
    /* out[r][o] = bias[o] + sum over i of in[r * in_stride + i] * weight[o][i]; `out` has padded rows of out_stride. */
    void (*multiply)(const struct syntax_weights *weights, const float *in, size_t in_stride, size_t rows, float *out,
                     size_t out_stride);
    void (*multiply_integers)(const struct syntax_integer_weights *weights, const int16_t *in, size_t in_stride,
                              size_t rows, float *out, size_t out_stride);
    void (*to_integers)(const float *in, int16_t *out, size_t count); /* in 1/1024, to the nearest, count a multiple of 8 */
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
