#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

enum sayso_status base_error_set(struct sayso_error *error, enum sayso_status status, size_t offset, unsigned line,
                                 const char *format, ...) {
    if (error) {
        va_list arguments;
        va_start(arguments, format);
        vsnprintf(error->reason, sizeof error->reason, format, arguments);
        va_end(arguments);
        error->offset = offset;
        error->line = line;
    }
    return status;
}

void base_error_input(struct sayso_error *error, const char *input) {
    if (error) {
        snprintf(error->input, sizeof error->input, "%s", input);
    }
}
