/* Where the time goes: codes pages on one thread, room by room, then all of it on one and on two threads.
 *
 *     build/bench/sayso-bench MODEL PAGE...
 *
 * Prints pages/s and MB/s end to end, tokens/s of syntax, the share of each room, peak memory and start-up. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "actors/actors.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "library/language.h"
#include "record/record.h"
#include "sayso.h"

enum { PAGE, TEXT, SYNTAX, DATES, PLACES, ACTORS, CLAIMS, EVENTS, RECORD, ROOMS };
static const char *const room_names[ROOMS] = {"page",   "text",   "syntax", "dates", "places",
                                              "actors", "claims", "events", "record"};

struct bench {
    const struct sayso_language *language;
    struct base_arena *arena;
    struct base_slice bytes;
    double seconds[ROOMS], last;
    size_t tokens, events;
    int room;
};

/* The time since the last call belongs to the next room. */
static void lap(struct bench *bench) {
    double time = base_clock_seconds();
    bench->seconds[bench->room++] += time - bench->last;
    bench->last = base_clock_seconds();
}

static void code(void *context) {
    struct bench *b = context;
    const struct sayso_language *l = b->language;
    struct document *document = document_new(b->arena);
    struct page_input input = {.bytes = b->bytes};
    struct base_buffer out = {0};
    struct sayso_error error;
    b->room = 0;
    b->last = base_clock_seconds();
    if (page_read(l->page, &input, document, &error) != SAYSO_OK) {
        return;
    }
    lap(b);
    text_segment(l->text, document);
    lap(b);
    syntax_parse(l->syntax, document);
    lap(b);
    dates_find(l->dates, document);
    lap(b);
    places_find(l->places, document);
    lap(b);
    actors_resolve(l->actors, document);
    lap(b);
    claims_find(l->claims, document);
    lap(b);
    events_find(l->events, l->claims, document);
    lap(b);
    document->id = BASE_SLICE("bench");
    record_jsonl(document, RECORD_DOCUMENT | RECORD_ENTITY | RECORD_CLAIM | RECORD_EVENT, &out);
    lap(b);
    b->tokens += document->tokens.count;
    b->events += document->events.count;
    base_buffer_free(&out);
}

static struct base_slice read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *data = malloc(size + 1);
    if (!data || fread(data, 1, size, file) != size) {
        perror(path);
        exit(1);
    }
    fclose(file);
    return (struct base_slice){data, size};
}

static bool swallow(void *context, const char *bytes, size_t size) {
    (void)bytes;
    *(size_t *)context += size;
    return true;
}

static double run_all(const struct sayso_language *language, char **paths, size_t count, unsigned jobs) {
    struct sayso_options options = {.task = SAYSO_CODE, .format = SAYSO_JSONL, .all = true, .jobs = jobs};
    size_t bytes = 0;
    struct sayso_callbacks callbacks = {.write = swallow, .context = &bytes};
    struct sayso_counts counts;
    struct sayso_error error = {0};
    double start = base_clock_seconds();
    if (sayso_run(language, &options, (const char *const *)paths, count, &callbacks, &counts, &error) != SAYSO_OK) {
        fprintf(stderr, "%s: %s\n", error.input, error.reason);
        exit(1);
    }
    return base_clock_seconds() - start;
}

static void by_room(struct bench *bench, char **paths, size_t count) {
    size_t bytes = 0;
    double total = 0;
    for (size_t i = 0; i < count; i++) {
        bench->bytes = read_file(paths[i]);
        bytes += bench->bytes.size;
        base_arena_run(bench->arena, code, bench);
        base_arena_clear(bench->arena);
        free((char *)bench->bytes.data);
    }
    for (int i = 0; i < ROOMS; i++) {
        total += bench->seconds[i];
    }
    printf("%zu pages, %.2f MB, %zu tokens, %zu events\n", count, (double)bytes / 1e6, bench->tokens, bench->events);
    printf("one thread, rooms only: %.0f pages/s, %.1f MB/s\n", (double)count / total, (double)bytes / 1e6 / total);
    printf("syntax: %.0f tokens/s\n", (double)bench->tokens / bench->seconds[SYNTAX]);
    for (int i = 0; i < ROOMS; i++) {
        printf("  %-8s %5.1f %%\n", room_names[i], 100 * bench->seconds[i] / total);
    }
}

int main(int argc, char **argv) {
    struct bench bench = {.arena = base_arena_new()};
    struct sayso_error error = {0};
    struct rusage usage;
    sayso_language *language;
    if (argc < 3 || !bench.arena) {
        fputs("usage: sayso-bench MODEL PAGE...\n", stderr);
        return 2;
    }
    double start = base_clock_seconds();
    if (sayso_language_open(argv[1], NULL, 0, &language, &error) != SAYSO_OK) {
        fprintf(stderr, "%s: %s\n", error.input, error.reason);
        return 2;
    }
    double opened = base_clock_seconds() - start;
    bench.language = language;
    by_room(&bench, argv + 2, (size_t)argc - 2);
    double one = run_all(language, argv + 2, (size_t)argc - 2, 1);
    double two = run_all(language, argv + 2, (size_t)argc - 2, 2);
    printf("end to end: %.0f pages/s on one thread; two threads %.2f times as fast\n", (argc - 2) / one, one / two);
    getrusage(RUSAGE_SELF, &usage);
    printf("start-up %.1f ms, peak memory %.0f MB\n", opened * 1e3, (double)usage.ru_maxrss / 1024);
    base_arena_free(bench.arena);
    sayso_language_close(language);
    return 0;
}
