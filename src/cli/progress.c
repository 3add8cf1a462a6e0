#include "cli/progress.h"

#include "base/clock.h"
#include "cli/cli.h"

#include <stdio.h>
#include <unistd.h>

static const double FIRST_AFTER = 1.0, AGAIN_AFTER = 0.2; /* seconds */

void cli_progress_begin(struct cli_progress *progress) {
    *progress = (struct cli_progress){.on = isatty(STDERR_FILENO) == 1, .start = base_clock_seconds()};
}

void cli_progress_show(struct cli_progress *progress, size_t documents, uint64_t done, uint64_t total) {
    double time = progress->on ? base_clock_seconds() : 0;
    if (!progress->on || time - progress->start < FIRST_AFTER || time - progress->last < AGAIN_AFTER) {
        return;
    }
    double seconds = time - progress->start;
    progress->last = time;
    progress->shown = true;
    fprintf(stderr, "\r\033[K%zu documents, %.0f/s", documents, (double)documents / seconds);
    if (total && done && done <= total) {
        long left = (long)(seconds * (double)(total - done) / (double)done + 0.5);
        fprintf(stderr, ", %.0f%%, %ld:%02ld left", 100.0 * (double)done / (double)total, left / 60, left % 60);
    }
    fflush(stderr);
}

void cli_progress_clear(struct cli_progress *progress) {
    if (progress->shown) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
        progress->shown = false;
    }
}

void cli_progress_report(void *context, const struct sayso_error *error) {
    cli_progress_clear(context);
    cli_print_error(error);
}

void cli_progress_advance(void *context, size_t documents, uint64_t done, uint64_t total) {
    cli_progress_show(context, documents, done, total);
}
