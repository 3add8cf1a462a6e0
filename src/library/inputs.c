/* From the bytes of an input to its documents. */
#include "library/run.h"

#include "library/detect.h"
#include "page/warc.h"

static void report_at(struct library_run *run, const char *name, size_t offset, unsigned line, const char *reason) {
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    base_error_input(&error, name);
    base_error_set(&error, SAYSO_BAD_INPUT, offset, line, "%s", reason);
    library_report(run, &error);
}

/* True where the stream came to its proper end. */
static bool check_end(struct library_run *run, struct library_stream *stream, const char *name) {
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    base_error_input(&error, name);
    if (library_stream_status(stream, &error) == SAYSO_OK) {
        return true;
    }
    library_report(run, &error);
    return false;
}

static void report_size(struct library_run *run, const char *name, size_t offset, unsigned line) {
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    base_error_input(&error, name);
    base_error_set(&error, SAYSO_BAD_INPUT, offset, line, "a document of more than %zu bytes", run->options.max_document);
    library_report(run, &error);
}

static void read_whole(struct library_run *run, struct library_stream *stream, const char *name,
                       enum library_item_kind kind) {
    struct base_slice all = library_stream_ahead(stream, run->options.max_document + 1);
    if (!check_end(run, stream, name)) {
        return;
    }
    if (all.size > run->options.max_document) {
        report_size(run, name, SAYSO_NOWHERE, 0);
        return;
    }
    struct library_origin origin = {.path = name, .offset = SAYSO_NOWHERE};
    library_submit(run, kind, all, &origin);
}

/* ---- lines */

struct lines {
    struct library_run *run;
    struct library_stream *stream;
    const char *name;
    unsigned number; /* of the line that was read last */
};

/* Moves past a line that is too long to be held. */
static void skip_line(struct library_stream *stream) {
    for (;;) {
        struct base_slice ahead = library_stream_ahead(stream, LIBRARY_HEAD);
        const char *end = ahead.size ? memchr(ahead.data, '\n', ahead.size) : NULL;
        library_stream_skip(stream, end ? (size_t)(end - ahead.data) + 1 : ahead.size);
        if (end || !ahead.size) {
            return;
        }
    }
}

/* The next line that is whole; moves past it at the next call. False at the end, and where the stream broke off. */
static bool next_line(struct lines *lines, size_t *behind, struct base_slice *line) {
    library_stream_skip(lines->stream, *behind);
    for (;;) {
        bool fits;
        *line = library_line_ahead(lines->stream, lines->run->options.max_document, &fits);
        *behind = line->size;
        bool ended = line->size && line->data[line->size - 1] == '\n';
        if (!line->size || lines->run->stopped || (!ended && fits && library_stream_status(lines->stream, NULL) != SAYSO_OK)) {
            return false;
        }
        lines->number++;
        if (fits) {
            return true;
        }
        report_size(lines->run, lines->name, (size_t)library_stream_offset(lines->stream), lines->number);
        skip_line(lines->stream);
    }
}

static void read_jsonl(struct library_run *run, struct library_stream *stream, const char *name) {
    struct lines lines = {.run = run, .stream = stream, .name = name};
    struct base_slice line, bom = {"\xEF\xBB\xBF", 3};
    size_t behind = 0;
    while (next_line(&lines, &behind, &line)) {
        if (lines.number == 1 && base_slice_starts(line, bom)) {
            line = base_slice_part(line, bom.size, line.size);
        }
        line = base_slice_trim(line);
        if (line.size) {
            struct library_origin origin = {.path = name, .offset = (size_t)library_stream_offset(stream),
                                            .line = lines.number};
            library_submit(run, LIBRARY_JSON, line, &origin);
        }
    }
    check_end(run, stream, name);
}

/* ---- CoNLL-U and records: a document is many lines, from the one that starts it to the next such one */

struct lines_kind {
    enum library_item_kind item;
    bool (*starts)(struct base_slice line);
    bool (*counts)(struct base_slice line); /* without such a line, nothing is there */
};

static bool starts_conllu(struct base_slice line) {
    return base_slice_starts(line, BASE_SLICE("# newdoc"));
}

static bool is_conllu(struct base_slice line) {
    return line.data[0] != '#' && base_slice_trim(line).size;
}

/* The first field of each record is its kind. */
static bool starts_records(struct base_slice line) {
    static const char *const tokens[] = {"{", "\"kind\"", ":", "\"document\""};
    for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++) {
        struct base_slice token = base_slice_of(tokens[i]);
        line = base_slice_trim(line);
        if (!base_slice_starts(line, token)) {
            return false;
        }
        line = base_slice_part(line, token.size, line.size);
    }
    return true;
}

static bool is_record(struct base_slice line) {
    return base_slice_trim(line).size > 0;
}

static const struct lines_kind conllu = {LIBRARY_CONLLU, starts_conllu, is_conllu};
static const struct lines_kind records = {LIBRARY_RECORDS, starts_records, is_record};

struct gathering {
    const struct lines_kind *kind;
    struct base_buffer bytes;
    size_t offset;
    unsigned line;
    bool counts, too_long;
};

static void submit_gathered(struct lines *lines, struct gathering *gathering) {
    if (gathering->too_long) {
        report_size(lines->run, lines->name, gathering->offset, gathering->line);
    } else if (gathering->bytes.failed) {
        report_at(lines->run, lines->name, gathering->offset, gathering->line, "no memory for this document");
    } else if (gathering->counts) {
        struct base_slice bytes = {gathering->bytes.data, gathering->bytes.size};
        struct library_origin origin = {.path = lines->name, .offset = gathering->offset, .line = gathering->line};
        library_submit(lines->run, gathering->kind->item, bytes, &origin);
    }
    base_buffer_free(&gathering->bytes);
}

static void gather(struct library_run *run, struct library_stream *stream, const char *name,
                   const struct lines_kind *kind) {
    struct lines lines = {.run = run, .stream = stream, .name = name};
    struct gathering gathering = {.kind = kind, .line = 1};
    struct base_slice line;
    size_t behind = 0;
    while (next_line(&lines, &behind, &line)) {
        if (kind->starts(line)) {
            submit_gathered(&lines, &gathering);
            gathering = (struct gathering){.kind = kind, .offset = (size_t)library_stream_offset(stream),
                                           .line = lines.number};
        }
        gathering.too_long |= gathering.bytes.size + line.size > run->options.max_document;
        gathering.counts |= kind->counts(line);
        if (!gathering.too_long) {
            base_buffer_add(&gathering.bytes, line);
        }
    }
    if (check_end(run, stream, name)) {
        submit_gathered(&lines, &gathering);
    }
    base_buffer_free(&gathering.bytes);
}

/* ---- WARC */

static struct base_slice look_ahead(void *stream, size_t size) {
    return library_stream_ahead(stream, size);
}

static void skip(void *stream, size_t size) {
    library_stream_skip(stream, size);
}

static void read_warc(struct library_run *run, struct library_stream *stream, const char *name) {
    struct page_warc_source source = {look_ahead, skip, stream};
    struct page_warc *warc = page_warc_open(source, run->options.max_document);
    struct page_warc_record record;
    while (warc && !run->stopped && page_warc_next(warc, &record)) {
        struct library_origin origin = {.path = name, .offset = (size_t)record.offset, .url = record.url,
                                        .charset = record.charset};
        if (record.status == SAYSO_OK) {
            library_submit(run, LIBRARY_PAGE, record.body, &origin);
        } else if (library_stream_status(stream, NULL) == SAYSO_OK || library_stream_ahead(stream, 1).size) {
            report_at(run, name, origin.offset, 0, record.reason); /* else check_end() says why it is cut off */
        }
    }
    if (!warc) {
        report_at(run, name, 0, 0, "no memory to read it");
    }
    page_warc_close(warc);
    check_end(run, stream, name);
}

void library_read_stream(struct library_run *run, struct library_stream *stream, const char *name) {
    enum sayso_input input = run->options.input;
    struct base_slice head = library_stream_ahead(stream, LIBRARY_HEAD);
    if (input == SAYSO_INPUT_AUTO) {
        if (head.size && !library_is_text(head)) {
            run->counts.passed_over++;
            return;
        }
        input = library_detect(stream, run->options.max_document);
    }
    switch (input) {
    case SAYSO_INPUT_JSONL: read_jsonl(run, stream, name); break;
    case SAYSO_INPUT_CONLLU: gather(run, stream, name, &conllu); break;
    case SAYSO_INPUT_RECORDS: gather(run, stream, name, &records); break;
    case SAYSO_INPUT_WARC: read_warc(run, stream, name); break;
    case SAYSO_INPUT_TEXT: read_whole(run, stream, name, LIBRARY_TEXT); break;
    default: read_whole(run, stream, name, LIBRARY_PAGE); break;
    }
}
