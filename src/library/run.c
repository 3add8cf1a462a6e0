#include "library/run.h"

#include "library/walk.h"
#include "record/record.h"

#include <errno.h>
#include <sched.h>
#include <stdlib.h>

enum { DEFAULT_MAX_DOCUMENT = 100 * 1024 * 1024, LARGEST_MAX_DOCUMENT = 1024 * 1024 * 1024 };
/* Bytes of documents that wait in the queue or for their turn to be written; one larger document may always be there. */
enum { MOST_WAITING = 64 * 1024 * 1024 };

/* ---- items */

static void report(struct library_run *run, const struct sayso_error *error) {
    run->counts.failed++;
    if (run->callbacks->report) {
        run->callbacks->report(run->callbacks->context, error);
    }
}

void library_report(struct library_run *run, const struct sayso_error *error) {
    base_pool_drain(run->pool);
    if (!run->stopped) {
        report(run, error);
    }
}

static void work(void *context, void *item, unsigned worker) {
    struct library_run *run = context;
    library_code_item(run->language, &run->options, run->target, run->arenas[worker], item);
}

static void check_id(struct library_run *run, struct library_item *item) {
    if (!item->id_given || item->status != SAYSO_OK) {
        return;
    }
    enum library_ids_answer answer = library_ids_add(&run->ids, item->id_hash);
    if (answer != LIBRARY_ID_NEW) {
        item->status = base_error_set(&item->error, SAYSO_BAD_INPUT, item->offset, item->line, "%s",
                                      answer == LIBRARY_ID_SEEN ? "an \"id\" that an earlier document of this run has"
                                                                : "no memory to remember its \"id\"");
    }
}

static void write_item(struct library_run *run, struct library_item *item) {
    run->counts.documents++;
    run->known += item->known;
    if (item->records) {
        run->status = dossier_batch_add(run->target->batch, item->records, run->error);
        run->stopped = run->status != SAYSO_OK;
        item->records = NULL; /* it is the batch's now */
    } else if (item->out.size) {
        run->stopped = !run->callbacks->write(run->callbacks->context, item->out.data, item->out.size);
    }
}

static void finish(void *context, void *what) {
    struct library_run *run = context;
    struct library_item *item = what;
    check_id(run, item);
    if (!run->stopped && item->status == SAYSO_OK) {
        write_item(run, item);
    } else if (!run->stopped) {
        report(run, &item->error);
    }
    if (run->callbacks->progress) {
        uint64_t now = run->stream ? library_stream_consumed(run->stream) : 0;
        run->callbacks->progress(run->callbacks->context, run->counts.documents, run->consumed + now, run->total);
    }
    library_free_item(item);
}

static char *copy(struct base_slice bytes) {
    char *out = malloc(bytes.size + 1);
    if (out) {
        memcpy(out, bytes.size ? bytes.data : "", bytes.size);
        out[bytes.size] = 0;
    }
    return out;
}

static struct library_item *new_item(enum library_item_kind kind, struct base_slice payload,
                                     const struct library_origin *origin) {
    struct library_item *item = calloc(1, sizeof *item);
    if (!item) {
        return NULL;
    }
    *item = (struct library_item){.kind = kind,
                                  .payload = copy(payload),
                                  .size = payload.size,
                                  .path = copy(base_slice_of(origin->path)),
                                  .url = copy(origin->url),
                                  .charset = copy(origin->charset),
                                  .has_offset = origin->offset != SAYSO_NOWHERE,
                                  .line = origin->line};
    item->offset = item->has_offset ? origin->offset : 0;
    if (!item->payload || !item->path || !item->url || !item->charset) {
        library_free_item(item);
        return NULL;
    }
    return item;
}

void library_submit(struct library_run *run, enum library_item_kind kind, struct base_slice payload,
                    const struct library_origin *origin) {
    struct library_item *item = run->stopped ? NULL : new_item(kind, payload, origin);
    if (item) {
        base_pool_submit(run->pool, item, payload.size);
    } else if (!run->stopped) {
        struct sayso_error error;
        base_error_input(&error, origin->path);
        base_error_set(&error, SAYSO_NO_MEMORY, origin->offset, origin->line, "no memory for this document");
        library_report(run, &error);
    }
}

/* ---- options */

static unsigned count_cores(void) {
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return count > 0 ? (unsigned)count : 1;
}

/* Which formats a task has. */
static bool has_format(enum sayso_task task, enum sayso_format format) {
    static const unsigned formats[] = {
        [SAYSO_READ] = 1 << SAYSO_TEXT | 1 << SAYSO_TABLE | 1 << SAYSO_JSONL | 1 << SAYSO_CSV,
        [SAYSO_PARSE] = 1 << SAYSO_CONLLU | 1 << SAYSO_JSONL,
        [SAYSO_CLAIMS] = 1 << SAYSO_TABLE | 1 << SAYSO_JSONL | 1 << SAYSO_CSV,
        [SAYSO_CODE] = 1 << SAYSO_TABLE | 1 << SAYSO_JSONL | 1 << SAYSO_CSV,
        [SAYSO_EXPLAIN] = 1 << SAYSO_TEXT};
    return task <= SAYSO_EXPLAIN && format <= SAYSO_CONLLU && formats[task] >> format & 1;
}

static enum sayso_status check_options(struct sayso_options *options, bool adding, struct sayso_error *error) {
    int32_t day;
    if (!has_format(options->task, options->format)) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "this command does not have that format");
    }
    if (options->input > SAYSO_INPUT_RECORDS || (options->input == SAYSO_INPUT_CONLLU && options->task != SAYSO_PARSE)) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "CoNLL-U can only be parsed");
    }
    if (options->input == SAYSO_INPUT_RECORDS && !adding) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "records can only be added to a dossier");
    }
    if (options->has_at && options->task != SAYSO_EXPLAIN) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "only explaining can be of one sentence");
    }
    if (options->all && options->format != SAYSO_JSONL) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "all kinds of record need JSON lines");
    }
    if (options->date && (!document_parse_day(base_slice_of(options->date), &day) || strlen(options->date) != 10)) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "\"%s\" is no date of the form YYYY-MM-DD",
                              options->date);
    }
    if (options->max_document > LARGEST_MAX_DOCUMENT) {
        return base_error_set(error, SAYSO_BAD_USAGE, SAYSO_NOWHERE, 0, "documents cannot be larger than %d bytes",
                              LARGEST_MAX_DOCUMENT);
    }
    options->max_document = options->max_document ? options->max_document : DEFAULT_MAX_DOCUMENT;
    options->jobs = options->jobs ? options->jobs : count_cores();
    options->jobs = options->jobs < BASE_POOL_MOST_THREADS ? options->jobs : BASE_POOL_MOST_THREADS;
    return SAYSO_OK;
}

/* ---- the run itself */

static void close_run(struct library_run *run) {
    base_pool_free(run->pool);
    for (unsigned i = 0; run->arenas && i < run->options.jobs; i++) {
        base_arena_free(run->arenas[i]);
    }
    free(run->arenas);
    library_ids_free(&run->ids);
}

static bool write_header(struct library_run *run) {
    static const enum record_kind kinds[] = {RECORD_DOCUMENT, RECORD_SENTENCE, RECORD_CLAIM, RECORD_EVENT};
    struct base_buffer out = {0};
    if (run->options.format == SAYSO_CSV) {
        record_csv_header(kinds[run->options.task], &out);
    } else if (run->options.format == SAYSO_TABLE) {
        record_table_header(kinds[run->options.task], run->options.width, &out);
    }
    run->stopped = out.size && !run->callbacks->write(run->callbacks->context, out.data, out.size);
    bool written = !out.failed;
    base_buffer_free(&out);
    return written;
}

static enum sayso_status open_run(struct library_run *run, struct sayso_error *error) {
    enum sayso_status status = check_options(&run->options, run->target != NULL, error);
    if (status != SAYSO_OK) {
        return status;
    }
    run->arenas = calloc(run->options.jobs, sizeof(struct base_arena *));
    bool made = run->arenas != NULL;
    for (unsigned i = 0; made && i < run->options.jobs; i++) {
        made = (run->arenas[i] = base_arena_new()) != NULL;
    }
    struct base_pool_calls calls = {work, finish, run};
    run->pool = made ? base_pool_new(run->options.jobs, MOST_WAITING, &calls) : NULL;
    if (!run->pool || !write_header(run)) {
        return base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to start");
    }
    return SAYSO_OK;
}

static void read_and_close(struct library_run *run, struct library_stream *stream, const char *name) {
    run->stream = stream;
    library_read_stream(run, stream, name);
    run->stream = NULL;
    run->consumed += library_stream_consumed(stream);
    library_stream_close(stream);
}

static void read_file(struct library_run *run, const char *path) {
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    base_error_input(&error, path);
    struct library_stream *stream = library_stream_open(path, &error);
    if (!stream) {
        library_report(run, &error);
        return;
    }
    read_and_close(run, stream, path);
}

static enum sayso_status read_paths(struct library_run *run, const char *const *paths, size_t path_count,
                                    struct sayso_error *error) {
    struct library_walk *walk = library_walk_new(paths, path_count);
    if (!walk) {
        return base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to start");
    }
    while (!run->stopped) {
        struct sayso_error wrong = {.offset = SAYSO_NOWHERE};
        const char *path;
        if (library_walk_next(walk, &path, &wrong) != SAYSO_OK) {
            library_report(run, &wrong);
        } else if (path) {
            read_file(run, path);
        } else {
            break;
        }
    }
    library_walk_free(walk);
    return SAYSO_OK;
}

static enum sayso_status end_run(struct library_run *run, enum sayso_status status, struct sayso_counts *counts) {
    if (run->pool) {
        base_pool_drain(run->pool);
    }
    if (counts) {
        *counts = run->counts;
    }
    close_run(run);
    status = status == SAYSO_OK ? run->status : status;
    return status == SAYSO_OK && run->stopped ? SAYSO_STOPPED : status;
}

enum sayso_status library_run(struct library_run *run, const char *const *paths, size_t path_count,
                              struct sayso_counts *counts, struct sayso_error *error) {
    enum sayso_status status = open_run(run, error);
    if (status == SAYSO_OK) {
        run->total = run->callbacks->progress ? library_walk_size(paths, path_count) : 0;
        status = read_paths(run, paths, path_count, error);
    }
    return end_run(run, status, counts);
}

enum sayso_status sayso_run(const sayso_language *language, const struct sayso_options *options,
                            const char *const *paths, size_t path_count, const struct sayso_callbacks *callbacks,
                            struct sayso_counts *counts, struct sayso_error *error) {
    struct library_run run = {.language = language, .options = *options, .callbacks = callbacks};
    return library_run(&run, paths, path_count, counts, error);
}

enum sayso_status sayso_run_bytes(const sayso_language *language, const struct sayso_options *options, const char *name,
                                  const void *bytes, size_t size, const struct sayso_callbacks *callbacks,
                                  struct sayso_counts *counts, struct sayso_error *error) {
    struct library_run run = {.language = language, .options = *options, .callbacks = callbacks, .total = size};
    enum sayso_status status = open_run(&run, error);
    if (status == SAYSO_OK) {
        struct library_stream *stream = library_stream_of((struct base_slice){bytes, size}, error);
        if (stream) {
            read_and_close(&run, stream, name);
        } else {
            status = SAYSO_NO_MEMORY;
        }
    }
    return end_run(&run, status, counts);
}
