#include "cli/cli.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void cli_complain(const char *format, ...) {
    va_list arguments;
    fputs("sayso: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

void cli_print_error(const struct sayso_error *error) {
    fprintf(stderr, "sayso: %s%s", error->input, error->input[0] ? ": " : "");
    if (error->line) {
        fprintf(stderr, "line %u%s", error->line, error->offset == SAYSO_NOWHERE ? ": " : ", ");
    }
    if (error->offset != SAYSO_NOWHERE) {
        fprintf(stderr, "byte %zu: ", error->offset);
    }
    fprintf(stderr, "%s\n", error->reason);
}

/* The first thing that went wrong with standard output; 0: nothing. */
static int write_error;

bool cli_write(void *context, const char *bytes, size_t size) {
    (void)context;
    if (!write_error && fwrite(bytes, 1, size, stdout) != size) {
        write_error = errno;
    }
    return !write_error;
}

bool cli_flush(void) {
    if (!write_error && fflush(stdout) != 0) {
        write_error = errno;
    }
    if (!write_error && close(STDOUT_FILENO) != 0) { /* some file systems say only now that the disk is full */
        write_error = errno;
    }
    if (write_error) {
        cli_complain("standard output: %s", strerror(write_error));
    }
    return !write_error;
}
