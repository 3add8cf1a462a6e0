/* What pronouns may stand for, for tools/train/train_pronouns.py and bench/pronouns.py.
 *
 *     build/bench/sayso-antecedents MODEL <DOCUMENTS
 *
 * A document is a line with the size of its text, then its text. Prints a line "document" for each; a line "pronoun START
 * END CLASS CHOSEN" for each pronoun of the third person; and for each mention before it that it may mean, a line "START END
 * FEATURES", the bytes of the mention's head. CHOSEN counts these lines from 0; the last is nobody, at 0 0. */
#include "documents.h"

#include "actors/salience.h"
#include "library/item.h"

static void print_choice(void *context, const struct document *document, const struct actors_choice *choice) {
    (void)context;
    struct document_span span = document->tokens.items[choice->pronoun].span;
    printf("pronoun %u %u %u %zu\n", span.start, span.end, (unsigned)choice->class, choice->chosen);
    for (size_t i = 0; i < choice->count; i++) {
        const struct actors_antecedent *antecedent = &choice->antecedents[i];
        struct document_span head = {0, 0};
        if (antecedent->head != DOCUMENT_NONE) {
            head = document->tokens.items[antecedent->head].span;
        }
        printf("%u %u", head.start, head.end);
        for (unsigned feature = 0; feature < ACTORS_FEATURE_COUNT; feature++) {
            printf(" %d", antecedent->features[feature]);
        }
        putchar('\n');
    }
}

static void resolve(void *context) {
    const struct documents *documents = context;
    const struct sayso_language *language = documents->language;
    struct document *document = document_new(documents->arena);
    struct sayso_error error;
    static const struct actors_watcher watcher = {print_choice, NULL};
    puts("document");
    if (library_read_text(language, documents->text, document, &error) != SAYSO_OK) {
        return;
    }
    text_segment(language->text, document);
    syntax_parse(language->syntax, document);
    dates_find(language->dates, document);
    places_find(language->places, document);
    actors_resolve_watched(language->actors, document, &watcher);
}

int main(int argc, char **argv) {
    return documents_run(argc, argv, resolve);
}
