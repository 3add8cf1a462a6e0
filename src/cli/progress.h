/* A line on the terminal that says how far a run is. Nothing is written before a second is over, nor to a pipe. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "sayso.h"

struct cli_progress {
    bool on, shown;
    double start, last; /* seconds */
};

void cli_progress_begin(struct cli_progress *progress);
void cli_progress_show(struct cli_progress *progress, size_t documents, uint64_t done, uint64_t total);
/* What sayso_callbacks call, where their context starts with a progress line: an error goes above it. */
void cli_progress_report(void *context, const struct sayso_error *error);
void cli_progress_advance(void *context, size_t documents, uint64_t done, uint64_t total);
/* Takes the line off the screen, so that something else can be written. */
void cli_progress_clear(struct cli_progress *progress);

#endif
