/* Checking frames by their own examples.
 *
 * Takes: the frames and a function that reads a sentence, with its dates, as of Wednesday, 2020-07-15. Promises: each
 * example is read once; what does not give the dates that it names is reported.
 */
#ifndef DATES_CHECK_H
#define DATES_CHECK_H

#include "dates/dates.h"
#include "dates/dictionary.h"

struct dates_checker {
    void *context;
    /* Valid until the next call; NULL: cannot be read. */
    const struct document *(*read)(void *context, struct base_slice sentence);
    void (*report)(void *context, const struct dates_frame *frame, struct base_slice example, const char *reason);
};

struct dates_check_counts {
    size_t frames, examples, failed, without_example;
};

void dates_check(const struct dates *dates, const struct dates_checker *checker, struct dates_check_counts *counts);

#endif
