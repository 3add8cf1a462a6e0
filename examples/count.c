/* Counts the events that sayso finds in files and folders: a small user of the library.
 *
 *     cc -std=c11 count.c $(pkg-config --cflags --libs sayso) -o count
 *     ./count page.html dump.txt wire.jsonl
 */
#include <sayso.h>

#include <stdio.h>

/* CSV has a line for each event, but for the first one, and quoted ends of lines. */
struct tally {
    size_t lines;
    bool quoted;
};

static bool count_lines(void *context, const char *bytes, size_t size) {
    struct tally *tally = context;
    for (size_t i = 0; i < size; i++) {
        tally->quoted ^= bytes[i] == '"';
        tally->lines += bytes[i] == '\n' && !tally->quoted;
    }
    return true;
}

static void print_error(void *context, const struct sayso_error *error) {
    (void)context;
    fprintf(stderr, "%s: %s\n", error->input, error->reason);
}

int main(int argc, char **argv) {
    struct sayso_error error = {.reason = ""};
    sayso_language *language;
    if (sayso_language_open(NULL, NULL, 0, &language, &error) != SAYSO_OK) {
        print_error(NULL, &error);
        return 2;
    }
    struct tally tally = {0};
    struct sayso_options options = {.task = SAYSO_CODE, .format = SAYSO_CSV};
    struct sayso_callbacks callbacks = {.write = count_lines, .report = print_error, .context = &tally};
    struct sayso_counts counts = {0};
    enum sayso_status status = sayso_run(language, &options, (const char *const *)argv + 1, (size_t)argc - 1, &callbacks,
                                         &counts, &error);
    sayso_language_close(language);
    if (status != SAYSO_OK) {
        print_error(NULL, &error);
        return 2;
    }
    printf("%zu events in %zu documents\n", tally.lines ? tally.lines - 1 : 0, counts.documents);
    return counts.failed > 0;
}
