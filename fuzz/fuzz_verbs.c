/* Verb dictionaries of PETRARCH: any bytes are taken or refused, and the rules that they give are tried on a sentence. */
#include <stdlib.h>

#include "events/check.h"
#include "events/petrarch.h"
#include "text/text.h"

struct job {
    struct base_arena *arena;
    struct base_slice bytes;
};

static const char tree[] = "1\tIraq\tIraq\tPROPN\tNNP\t_\t3\tnsubj\t_\t_\n"
                           "2\thad\thave\tAUX\tVBD\t_\t3\taux\t_\t_\n"
                           "3\tgiven\tgive\tVERB\tVBN\t_\t0\troot\t_\t_\n"
                           "4\tassault\tassault\tNOUN\tNN\t_\t5\tcompound\t_\t_\n"
                           "5\trifles\trifle\tNOUN\tNNS\t_\t3\tobj\t_\t_\n"
                           "6\tto\tto\tADP\tIN\t_\t7\tcase\t_\t_\n"
                           "7\tKuwait\tKuwait\tPROPN\tNNP\t_\t3\tobl\t_\t_\n\n";

static struct document *read_tree(struct base_arena *arena) {
    struct sayso_error error;
    struct document *document = document_new(arena);
    if (text_read_conllu(document, base_slice_of(tree), true, &error) != SAYSO_OK) {
        abort();
    }
    document->mention_at = base_arena_array(arena, document->tokens.count, sizeof *document->mention_at);
    for (size_t i = 0; i < document->tokens.count; i++) {
        document->mention_at[i] = DOCUMENT_NONE;
    }
    return document;
}

static void load_and_match(void *context) {
    static const char words[] = "@agent = by\n@where = in\n";
    struct job *job = context;
    struct sayso_error error = {.reason = ""};
    struct events_rules *rules = events_rules_new(job->arena);
    if (events_rules_read_words(rules, BASE_SLICE("w.rules"), base_slice_of(words), 0, &error) != SAYSO_OK) {
        abort();
    }
    enum sayso_status status = events_petrarch_read(rules, BASE_SLICE("b.verbs"), job->bytes, 2, &error);
    if (status != SAYSO_OK && (status != SAYSO_BAD_DICTIONARY || !error.line || !rules->refused.count)) {
        abort();
    }
    if (events_rules_close(rules, &error) != SAYSO_OK) {
        abort(); /* what a dictionary of PETRARCH has wrong is refused before */
    }
    const struct document *document = read_tree(job->arena);
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        struct events_candidate candidate;
        events_match_predicate(document, rules, i, &candidate);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct job job = {base_arena_new(), {(const char *)data, size}};
    base_arena_run(job.arena, load_and_match, &job);
    base_arena_free(job.arena);
    return 0;
}
