/* One document through all the rooms that the task needs. */
#include "library/item.h"

#include "base/hash.h"
#include "explain/explain.h"
#include "record/record.h"

#include <stdlib.h>

struct job {
    const struct sayso_language *language;
    const struct sayso_options *options;
    const struct library_target *target;
    struct base_arena *arena;
    struct library_item *item;
    struct document *document;
};

static enum sayso_status read_conllu(struct library_item *item, struct document *document) {
    struct base_slice bytes = {item->payload, item->size};
    enum sayso_status status = text_read_conllu(document, bytes, false, &item->error);
    if (status != SAYSO_OK && item->error.line) {
        item->error.line += item->line - 1;
    }
    struct base_slice line, mark = BASE_SLICE("# newdoc id = ");
    for (struct base_slice rest = bytes; rest.size && rest.data[0] == '#';) {
        line = base_slice_line(&rest);
        if (base_slice_starts(line, mark)) {
            document->id = base_slice_part(line, mark.size, line.size);
        }
    }
    return status;
}

enum sayso_status library_read_text(const struct sayso_language *language, struct base_slice text,
                                    struct document *document, struct sayso_error *error) {
    if (language->code.size < sizeof document->language) {
        memcpy(document->language, language->code.data, language->code.size);
    }
    return page_read_text(language->page, text, document, error);
}

static enum sayso_status read_payload(struct job *job) {
    struct library_item *item = job->item;
    struct document *document = job->document;
    struct page_input page = {.bytes = {item->payload, item->size}, .charset = base_slice_of(item->charset)};
    if (item->kind == LIBRARY_JSON) {
        return library_read_json(job->language, item, document);
    }
    char *digest = base_arena_take(job->arena, 65);
    base_sha256_hex(page.bytes, digest);
    document->sha256 = base_slice_of(digest);
    if (item->url[0]) {
        document->url = base_slice_of(item->url);
    }
    switch (item->kind) {
    case LIBRARY_TEXT: return library_read_text(job->language, page.bytes, document, &item->error);
    case LIBRARY_CONLLU: return read_conllu(item, document);
    default: return page_read(job->language->page, &page, document, &item->error);
    }
}

/* What is known of the document from outside it. */
static void set_origin(struct job *job) {
    struct document *document = job->document;
    document->path = base_slice_of(job->item->path);
    document->offset = job->item->offset;
    document->has_offset = job->item->has_offset;
    if (!document->id.size) {
        document->id = document->sha256;
    }
    if (!document->published.size && job->options->date) {
        document->published = base_slice_of(job->options->date);
    }
    int32_t day;
    if (document_parse_day(document->published, &day)) {
        document->day = day;
    }
}

static bool is_foreign(const struct job *job) {
    struct base_slice language = base_slice_of(job->document->language);
    return language.size && !base_slice_equal(language, job->language->code);
}

static void parse(const struct sayso_language *language, struct document *document, bool has_tokens) {
    if (!has_tokens) {
        text_segment(language->text, document);
    }
    syntax_parse(language->syntax, document);
}

static void find_dates_and_places(const struct sayso_language *language, struct document *document) {
    dates_find(language->dates, document);
    places_find(language->places, document);
}

static void find_claims(const struct sayso_language *language, struct document *document) {
    parse(language, document, false);
    find_dates_and_places(language, document);
    actors_resolve(language->actors, document);
    claims_find(language->claims, document);
}

void library_code_document(const struct sayso_language *language, struct document *document) {
    find_claims(language, document);
    events_find(language->events, language->claims, document);
}

static void run_rooms(const struct job *job) {
    const struct sayso_options *options = job->options;
    if (options->task == SAYSO_PARSE) {
        parse(job->language, job->document, job->item->kind == LIBRARY_CONLLU);
        if (options->all) {
            find_dates_and_places(job->language, job->document);
        }
    } else if (is_foreign(job) || (options->task == SAYSO_READ && !options->all)) {
        return;
    } else if (options->task == SAYSO_CODE || options->task == SAYSO_EXPLAIN || options->all) {
        library_code_document(job->language, job->document);
    } else {
        find_claims(job->language, job->document);
    }
}

static void explain(const struct job *job) {
    struct library_item *item = job->item;
    size_t at = job->options->has_at ? job->options->at : SAYSO_NOWHERE;
    if (!explain_document(job->document, job->language->events, job->language->claims, at, &item->out)) {
        item->status = base_error_set(&item->error, SAYSO_BAD_INPUT, SAYSO_NOWHERE, item->line,
                                      "no sentence holds byte %zu of the text, which has %zu", at,
                                      job->document->text.size);
    }
}

static void write_records(const struct job *job) {
    static const enum record_kind own[] = {RECORD_DOCUMENT, RECORD_SENTENCE, RECORD_CLAIM, RECORD_EVENT};
    const struct sayso_options *options = job->options;
    struct base_buffer *out = &job->item->out;
    unsigned kinds = own[options->task];
    if (options->all) {
        kinds = options->task == SAYSO_PARSE ? RECORD_DOCUMENT | RECORD_SENTENCE | RECORD_PLACE
                                             : RECORD_DOCUMENT | RECORD_ENTITY | RECORD_CLAIM | RECORD_EVENT;
    }
    switch (options->format) {
    case SAYSO_JSONL: record_jsonl(job->document, kinds, out); break;
    case SAYSO_CONLLU: record_conllu(job->document, out); break;
    case SAYSO_TEXT: record_text(job->document, out); break;
    case SAYSO_CSV: record_csv(job->document, own[options->task], out); break;
    case SAYSO_TABLE: record_table(job->document, own[options->task], options->width, out); break;
    }
}

static bool is_known(const struct job *job) {
    const struct document *document = job->document;
    struct dossier_identity identity = {document->id, document->sha256, document->url, document->path};
    return job->target && dossier_index_has(job->target->index, &identity, job->target->coder);
}

static void run(void *context) {
    struct job *job = context;
    job->document = document_new(job->arena);
    job->item->status = read_payload(job);
    if (job->item->status != SAYSO_OK) {
        return;
    }
    set_origin(job);
    job->item->known = is_known(job);
    if (job->item->known) {
        return;
    }
    run_rooms(job);
    if (job->options->task == SAYSO_EXPLAIN) {
        explain(job);
    } else {
        write_records(job);
    }
}

/* Records that were coded before are only handed on. */
static void take_records(struct library_item *item) {
    item->out = (struct base_buffer){.data = item->payload, .size = item->size, .capacity = item->size + 1};
    item->payload = NULL;
}

static void parse_records(struct library_item *item) {
    item->records = records_parse(&item->out, &item->error);
    if (!item->records) {
        item->status = SAYSO_BAD_INPUT;
        item->error.line += item->line ? item->line - 1 : 0;
        item->error.offset = item->has_offset ? item->offset : SAYSO_NOWHERE;
    }
}

void library_code_item(const struct sayso_language *language, const struct sayso_options *options,
                       const struct library_target *target, struct base_arena *arena, struct library_item *item) {
    struct job job = {language, options, target, arena, item, NULL};
    base_arena_clear(arena);
    item->error = (struct sayso_error){.offset = SAYSO_NOWHERE};
    if (item->kind == LIBRARY_RECORDS) {
        take_records(item);
    } else if (!base_arena_run(arena, run, &job) || item->out.failed) {
        item->status = base_error_set(&item->error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory for this document");
    }
    base_arena_clear(arena);
    base_error_input(&item->error, item->path);
    if (target && item->status == SAYSO_OK && !item->known) {
        parse_records(item);
    }
    if (item->status != SAYSO_OK) {
        base_buffer_free(&item->out);
    }
}

void library_free_item(struct library_item *item) {
    base_buffer_free(&item->out);
    records_free(item->records);
    free(item->payload);
    free(item->path);
    free(item->url);
    free(item->charset);
    free(item);
}
