#include "syntax/kernel.h"

extern const struct syntax_kernel syntax_kernel_plain;
#if defined(__x86_64__)
extern const struct syntax_kernel syntax_kernel_avx2;
#endif

const struct syntax_kernel *syntax_kernel_choose(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        return &syntax_kernel_avx2;
    }
#endif
    return &syntax_kernel_plain;
}
