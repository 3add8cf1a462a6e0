/* Whatever comes in as an input, wrapped or not: it is coded by all rooms, passed over or refused, and JSON lines stay
 * lines. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sayso.h"

static bool check_lines(void *context, const char *bytes, size_t size) {
    (void)context;
    while (size) {
        const char *end = memchr(bytes, '\n', size);
        if (!end || bytes[0] != '{' || end[-1] != '}') {
            abort();
        }
        size -= (size_t)(end + 1 - bytes);
        bytes = end + 1;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static sayso_language *language;
    struct sayso_error error = {.reason = ""};
    if (!language && sayso_language_open(getenv("SAYSO_MODEL"), NULL, 0, &language, &error) != SAYSO_OK) {
        fprintf(stderr, "%s: %s\n", error.input, error.reason);
        abort();
    }
    struct sayso_options options = {.task = SAYSO_CODE, .format = SAYSO_JSONL, .all = true, .jobs = 1,
                                    .max_document = 1 << 14};
    struct sayso_callbacks callbacks = {.write = check_lines};
    struct sayso_counts counts;
    if (sayso_run_bytes(language, &options, "fuzz", data, size, &callbacks, &counts, &error) != SAYSO_OK) {
        abort();
    }
    return 0;
}
