/* How predicates stand in texts, for bench/labels/judgements.py.
 *
 *     build/bench/sayso-judgements MODEL <DOCUMENTS
 *
 * A document is a line with the size of its text, its day ("-": not known) and the offsets of predicates, all parted by
 * spaces; then its text. Prints a line for each predicate: what the author commits to, what the innermost source does
 * ("-": there is none), and the rule that found that source. */
#include <stdlib.h>

#include "documents.h"
#include "library/item.h"
#include "record/names.h"

static uint32_t token_at(const struct document *document, size_t offset) {
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        if (document->tokens.items[i].span.end > offset) {
            return document->tokens.items[i].span.start <= offset ? i : DOCUMENT_NONE;
        }
    }
    return DOCUMENT_NONE;
}

static void print_judgement(const struct sayso_language *language, const struct document *document, uint32_t predicate) {
    if (predicate == DOCUMENT_NONE) {
        puts("?\t?\t-");
        return;
    }
    struct claims_judgement judgement = {0};
    claims_judge(language->claims, document, predicate, &judgement);
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
    const struct documents *documents = context;
    struct document *document = document_new(documents->arena);
    struct base_slice offsets = documents->cells, day = base_slice_cut(&offsets, ' ');
    struct sayso_error error = {0};
    if (library_read_text(documents->language, documents->text, document, &error) != SAYSO_OK) {
        return;
    }
    document_parse_day(day, &document->day);
    library_code_document(documents->language, document);
    while (offsets.size) {
        struct base_slice number = base_slice_cut(&offsets, ' ');
        print_judgement(documents->language, document, token_at(document, strtoul(number.data, NULL, 10)));
    }
}

int main(int argc, char **argv) {
    return documents_run(argc, argv, judge);
}
