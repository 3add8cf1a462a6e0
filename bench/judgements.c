/* How predicates stand in texts, for bench/labels/judgements.py.
 *
 *     build/bench/sayso-judgements MODEL <DOCUMENTS
 *
 * A document is a line with the size of its text, its day ("-": not known) and the offsets of predicates, all parted by
 * spaces; then its text. Prints a line for each predicate: what the author commits to, what the innermost source does
 * ("-": there is none), and the rule that found that source. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "library/item.h"
#include "record/names.h"
#include "sayso.h"

struct job {
    const struct sayso_language *language;
    struct base_arena *arena;
    struct base_slice day, offsets, text;
    bool done;
};

static uint32_t token_at(const struct document *document, size_t offset) {
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        if (document->tokens.items[i].span.end > offset) {
            return document->tokens.items[i].span.start <= offset ? i : DOCUMENT_NONE;
        }
    }
    return DOCUMENT_NONE;
}

static void print_judgement(const struct job *job, const struct document *document, uint32_t predicate) {
    if (predicate == DOCUMENT_NONE) {
        puts("?\t?\t-");
        return;
    }
    struct claims_judgement judgement = {0};
    claims_judge(job->language->claims, document, predicate, &judgement);
    printf("%s\t", record_factuality(judgement.author));
    if (judgement.link_count == 0) {
        puts("-\t-");
        return;
    }
    struct document_link link = judgement.links[0];
    struct base_slice rule = document->claims.items[link.claim].rule;
    rule = rule.size ? rule : BASE_SLICE("-");
    printf("%s\t%.*s\n", record_factuality(link.factuality), (int)rule.size, rule.data);
}

static void judge(void *context) {
    struct job *job = context;
    struct document *document = document_new(job->arena);
    struct sayso_error error = {0};
    if (library_read_text(job->language, job->text, document, &error) != SAYSO_OK) {
        return;
    }
    document_parse_day(job->day, &document->day);
    library_code_document(job->language, document);
    for (struct base_slice rest = job->offsets; rest.size;) {
        struct base_slice number = base_slice_cut(&rest, ' ');
        print_judgement(job, document, token_at(document, strtoul(number.data, NULL, 10)));
    }
    job->done = true;
}

/* False at the end of the input. */
static bool read_document(FILE *file, struct job *job, char **line, size_t *room, char **text) {
    ssize_t length = getline(line, room, file);
    if (length < 0) {
        return false;
    }
    struct base_slice rest = base_slice_trim((struct base_slice){*line, (size_t)length});
    size_t size = strtoul(base_slice_cut(&rest, ' ').data, NULL, 10);
    job->day = base_slice_cut(&rest, ' ');
    job->offsets = rest;
    free(*text);
    *text = malloc(size + 1);
    job->text = (struct base_slice){*text, size};
    return *text && fread(*text, 1, size, file) == size;
}

int main(int argc, char **argv) {
    struct job job = {.arena = base_arena_new()};
    struct sayso_error error = {0};
    sayso_language *language;
    char *line = NULL, *text = NULL;
    size_t room = 0;
    int status = 0;
    if (argc != 2 || !job.arena) {
        fputs("usage: sayso-judgements MODEL <DOCUMENTS\n", stderr);
        return 2;
    }
    if (sayso_language_open(argv[1], NULL, 0, &language, &error) != SAYSO_OK) {
        fprintf(stderr, "%s: %s\n", error.input, error.reason);
        return 2;
    }
    job.language = language;
    while (status == 0 && read_document(stdin, &job, &line, &room, &text)) {
        job.done = false;
        status = base_arena_run(job.arena, judge, &job) && job.done ? 0 : 1;
        base_arena_clear(job.arena);
    }
    free(line);
    free(text);
    base_arena_free(job.arena);
    sayso_language_close(language);
    return status;
}
