/* The one error idiom: a function returns a status; the details go into the caller's sayso_error. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "sayso.h"

/* Fills in the error (which may be NULL) and returns the status, so that `return base_error_set(...)` is one line. Keeps
 * `input` where it was set before. */
enum sayso_status base_error_set(struct sayso_error *error, enum sayso_status status, size_t offset, unsigned line,
                                 const char *format, ...) __attribute__((format(printf, 5, 6)));
void base_error_input(struct sayso_error *error, const char *input);

#endif
