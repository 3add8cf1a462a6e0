/* Compiled once for each instruction set; see syntax/meson.build. KERNEL_NAME is the table that this copy defines. */
#include "syntax/kernel.h"

#include <string.h>
#if defined(__AVX2__)
#include <immintrin.h>
#endif

typedef float v8 __attribute__((vector_size(32)));
typedef int32_t i8 __attribute__((vector_size(32)));
typedef int16_t s8 __attribute__((vector_size(16)));

enum { TILE = 6 };

static inline v8 load(const float *from) {
    v8 out;
    memcpy(&out, from, sizeof out);
    return out;
}

static inline void store(float *to, v8 what) {
    memcpy(to, &what, sizeof what);
}

/* `rows` is a constant at each call, so that the sums stay in registers. */
static inline __attribute__((always_inline)) void tile(const float *panel, const float *bias, size_t inputs,
                                                       const float *in, size_t in_stride, float *out,
                                                       size_t out_stride, size_t rows) {
    v8 low[TILE], high[TILE];
    for (size_t r = 0; r < rows; r++) {
        low[r] = bias ? load(bias) : (v8){0};
        high[r] = bias ? load(bias + 8) : (v8){0};
    }
    for (size_t i = 0; i < inputs; i++) {
        v8 a = load(panel + i * SYNTAX_PANEL), b = load(panel + i * SYNTAX_PANEL + 8);
        for (size_t r = 0; r < rows; r++) {
            float x = in[r * in_stride + i];
            low[r] += a * x;
            high[r] += b * x;
        }
    }
    for (size_t r = 0; r < rows; r++) {
        store(out + r * out_stride, low[r]);
        store(out + r * out_stride + 8, high[r]);
    }
}

static void multiply(const struct syntax_weights *w, const float *in, size_t in_stride, size_t rows, float *out,
                     size_t out_stride) {
    for (size_t panel = 0; panel * SYNTAX_PANEL < w->outputs; panel++) {
        const float *weights = w->panels + panel * SYNTAX_PANEL * w->inputs;
        const float *bias = w->bias ? w->bias + panel * SYNTAX_PANEL : NULL;
        float *to = out + panel * SYNTAX_PANEL;
        size_t r = 0;
        for (; r + TILE <= rows; r += TILE) {
            tile(weights, bias, w->inputs, in + r * in_stride, in_stride, to + r * out_stride, out_stride, TILE);
        }
        for (; r + 2 <= rows; r += 2) {
            tile(weights, bias, w->inputs, in + r * in_stride, in_stride, to + r * out_stride, out_stride, 2);
        }
        if (r < rows) {
            tile(weights, bias, w->inputs, in + r * in_stride, in_stride, to + r * out_stride, out_stride, 1);
        }
    }
}

/* ---- the integer product: exact, so its order does not matter */

#if defined(__AVX2__)
typedef __m256i sums; /* of eight outputs */

static inline sums add_pairs(sums to, const int16_t *weights, const int16_t *in) {
    int32_t pair;
    memcpy(&pair, in, sizeof pair);
    __m256i w = _mm256_loadu_si256((const __m256i *)(const void *)weights);
    return _mm256_add_epi32(to, _mm256_madd_epi16(w, _mm256_set1_epi32(pair)));
}
#else
typedef i8 sums;

static inline sums add_pairs(sums to, const int16_t *weights, const int16_t *in) {
    for (int o = 0; o < 8; o++) {
        to[o] += weights[2 * o] * in[0] + weights[2 * o + 1] * in[1];
    }
    return to;
}
#endif

static inline void store_scaled(float *to, sums what, const float *scales, const float *bias) {
    i8 whole;
    memcpy(&whole, &what, sizeof whole);
    store(to, __builtin_convertvector(whole, v8) * load(scales) + load(bias));
}

static inline __attribute__((always_inline)) void integer_tile(const struct syntax_integer_weights *w, size_t panel,
                                                               const int16_t *in, size_t in_stride, float *out,
                                                               size_t out_stride, size_t rows) {
    const int16_t *weights = w->panels + panel * SYNTAX_PANEL * w->inputs;
    sums low[TILE], high[TILE];
    memset(low, 0, sizeof low);
    memset(high, 0, sizeof high);
    for (size_t i = 0; i < w->inputs; i += 2) {
        for (size_t r = 0; r < rows; r++) {
            low[r] = add_pairs(low[r], weights + i * SYNTAX_PANEL, in + r * in_stride + i);
            high[r] = add_pairs(high[r], weights + i * SYNTAX_PANEL + 16, in + r * in_stride + i);
        }
    }
    const float *scales = w->scales + panel * SYNTAX_PANEL, *bias = w->bias + panel * SYNTAX_PANEL;
    for (size_t r = 0; r < rows; r++) {
        store_scaled(out + r * out_stride, low[r], scales, bias);
        store_scaled(out + r * out_stride + 8, high[r], scales + 8, bias + 8);
    }
}

static void multiply_integers(const struct syntax_integer_weights *w, const int16_t *in, size_t in_stride, size_t rows,
                              float *out, size_t out_stride) {
    for (size_t panel = 0; panel * SYNTAX_PANEL < w->outputs; panel++) {
        float *to = out + panel * SYNTAX_PANEL;
        size_t r = 0;
        for (; r + TILE <= rows; r += TILE) {
            integer_tile(w, panel, in + r * in_stride, in_stride, to + r * out_stride, out_stride, TILE);
        }
        for (; r < rows; r++) {
            integer_tile(w, panel, in + r * in_stride, in_stride, to + r * out_stride, out_stride, 1);
        }
    }
}

static void to_integers(const float *in, int16_t *out, size_t count) {
    const float magic = 12582912.0f; /* 1.5 * 2^23: adding it rounds to the nearest whole number */
    for (size_t at = 0; at < count; at += 8) {
        v8 x = load(in + at) * (float)SYNTAX_UNITS;
        i8 high = x > 32767.0f, low = x < -32767.0f;
        x = (v8)(((i8)x & ~(high | low)) | ((i8)((v8){0} + 32767.0f) & high) | ((i8)((v8){0} - 32767.0f) & low));
        i8 whole = (i8)(x + magic) - (i8)((v8){0} + magic);
        s8 narrow = __builtin_convertvector(whole, s8);
        memcpy(out + at, &narrow, sizeof narrow);
    }
}

/* ---- functions of one number */

/* exp(x) by 2^n * e^r with |r| <= ln 2 / 2, after Cephes; good to two units in the last place, which is more than the
 * weights are. The magic number rounds to the nearest integer. */
static inline v8 exponential(v8 x) {
    const float magic = 12582912.0f; /* 1.5 * 2^23 */
    i8 high = x > 80.0f, low = x < -80.0f;
    x = (v8)(((i8)x & ~(high | low)) | ((i8)((v8){0} + 80.0f) & high) | ((i8)((v8){0} - 80.0f) & low));
    v8 shifted = x * 1.44269504f + magic;
    v8 n = shifted - magic;
    v8 r = x - n * 0.693359375f - n * -2.12194440e-4f;
    v8 p = (v8){0} + 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    return (v8)((i8)p + (((i8)shifted - (i8)((v8){0} + magic)) << 23));
}

static inline v8 logistic(v8 x) {
    return 1.0f / (1.0f + exponential(-x));
}

#define EACH_EIGHT(x, count, expression)                                                                               \
    do {                                                                                                               \
        for (size_t at = 0; at < (count); at += 8) {                                                                   \
            v8 v = load((x) + at);                                                                                     \
            store((x) + at, (expression));                                                                             \
        }                                                                                                              \
    } while (0)

static void sigmoid(float *x, size_t count) {
    EACH_EIGHT(x, count, logistic(v));
}

static void hyperbolic_tangent(float *x, size_t count) {
    EACH_EIGHT(x, count, 2.0f * logistic(2.0f * v) - 1.0f);
}

static void quick_gelu(float *x, size_t count) {
    EACH_EIGHT(x, count, v * logistic(1.702f * v));
}

static inline float sum(v8 v) {
    return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]));
}

static void add_normal(float *x, const float *y, const float *gain, const float *bias, size_t width, int replace) {
    v8 total = {0}, squares = {0};
    for (size_t at = 0; at < width; at += 8) {
        total += load(y + at);
    }
    float mean = sum(total) / (float)width;
    for (size_t at = 0; at < width; at += 8) {
        v8 d = load(y + at) - mean;
        squares += d * d;
    }
    float scale = 1.0f / __builtin_sqrtf(sum(squares) / (float)width + 1e-5f);
    for (size_t at = 0; at < width; at += 8) {
        v8 out = (load(y + at) - mean) * scale * load(gain + at) + load(bias + at);
        store(x + at, replace ? out : load(x + at) + out);
    }
}

static void add_row(float *x, const int8_t *row, float scale, size_t width) {
    for (size_t at = 0; at < width; at += 8) {
        int8_t bytes __attribute__((vector_size(8)));
        memcpy(&bytes, row + at, sizeof bytes);
        store(x + at, load(x + at) + __builtin_convertvector(bytes, v8) * scale);
    }
}

extern const struct syntax_kernel KERNEL_NAME;
const struct syntax_kernel KERNEL_NAME = {multiply, multiply_integers, to_integers, sigmoid, hyperbolic_tangent, quick_gelu, add_normal, add_row};
