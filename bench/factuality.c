/* How often the factuality of events is right, against labels made by hand.
 *
 *     sayso-factuality MODEL LABELS FOLDER
 *
 * LABELS has a line an event: article, first byte, end, value; the texts are FOLDER/ARTICLE.txt. The value is what the
 * innermost source commits to, the author where there is no other (FactBank). Prints the confusions, then the accuracy of
 * polarity and of certainty. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claims/claims.h"
#include "document/tree.h"
#include "syntax/syntax.h"
#include "text/text.h"

enum { VALUES = 8, LONGEST = 1 << 20 };

static const char *const names[VALUES] = {"CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"};

struct bench {
    struct base_arena *models, *arena;
    const char *model_path, *folder;
    const struct text *text;
    const struct syntax *syntax;
    const struct claims *claims;
    struct document *document;
    struct base_slice bytes;
    char article[256];
    unsigned confusion[VALUES][VALUES];
    uint32_t token;
    enum document_factuality found;
    bool ready;
};

static void open_models(void *context) {
    struct bench *bench = context;
    struct sayso_error error = {0};
    const struct model *model;
    bench->ready = model_open(bench->models, bench->model_path, NULL, 0, &model, &error) == SAYSO_OK &&
                   text_open(model, bench->models, &bench->text, &error) == SAYSO_OK &&
                   syntax_open(model, bench->models, &bench->syntax, &error) == SAYSO_OK &&
                   claims_open(model, bench->models, &bench->claims, &error) == SAYSO_OK;
    if (!bench->ready) {
        fprintf(stderr, "%s: %s\n", error.input, error.reason);
    }
}

static void read_article(void *context) {
    struct bench *bench = context;
    bench->document = document_new(bench->arena);
    bench->document->text = base_arena_copy(bench->arena, bench->bytes);
    text_segment(bench->text, bench->document);
    syntax_parse(bench->syntax, bench->document);
    claims_find(bench->claims, bench->document);
}

static void judge(void *context) {
    struct bench *bench = context;
    struct claims_judgement judgement;
    claims_judge(bench->claims, bench->document, bench->token, &judgement);
    bench->found = judgement.link_count > 0 ? judgement.links[0].factuality : judgement.author;
}

static bool load(struct bench *bench, const char *article) {
    static char bytes[LONGEST];
    char path[1024];
    snprintf(path, sizeof path, "%s/%s.txt", bench->folder, article);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "%s: cannot be opened\n", path);
        return false;
    }
    bench->bytes = (struct base_slice){bytes, fread(bytes, 1, sizeof bytes, file)};
    fclose(file);
    snprintf(bench->article, sizeof bench->article, "%s", article);
    base_arena_clear(bench->arena);
    return base_arena_run(bench->arena, read_article, bench);
}

static uint32_t token_at(const struct document *document, unsigned start) {
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        if (document_token(document, i)->span.start <= start && start < document_token(document, i)->span.end) {
            return i;
        }
    }
    return DOCUMENT_NONE;
}

static void score(struct bench *bench, const char *line) {
    char article[256], value[8];
    unsigned start, end;
    if (line[0] == '#' || sscanf(line, "%255s %u %u %7s", article, &start, &end, value) != 4) {
        return;
    }
    if (strcmp(article, bench->article) != 0 && !load(bench, article)) {
        return;
    }
    bench->token = token_at(bench->document, start);
    for (unsigned gold = 0; gold < VALUES && bench->token != DOCUMENT_NONE; gold++) {
        if (strcmp(value, names[gold]) == 0 && base_arena_run(bench->arena, judge, bench)) {
            bench->confusion[gold][bench->found]++;
            if (bench->found != gold) {
                printf("%s %u: %s, not %s\n", article, start, names[bench->found], value);
            }
        }
    }
}

/* CT, PR, PS or U; and +, - or u. */
static char polarity_of(const char *name) {
    return name[strlen(name) - 1];
}

static void report(const struct bench *bench) {
    unsigned all = 0, polarity = 0, certainty = 0;
    printf("\nlabel  ");
    for (unsigned found = 0; found < VALUES; found++) {
        printf("%5s", names[found]);
    }
    for (unsigned gold = 0; gold < VALUES; gold++) {
        printf("\n%-7s", names[gold]);
        for (unsigned found = 0; found < VALUES; found++) {
            unsigned count = bench->confusion[gold][found];
            printf("%5u", count);
            all += count;
            polarity += polarity_of(names[gold]) == polarity_of(names[found]) ? count : 0;
            certainty += strncmp(names[gold], names[found], 2) == 0 ? count : 0;
        }
    }
    printf("\n%u events; polarity %.3f, certainty %.3f\n", all, polarity / (double)(all ? all : 1),
           certainty / (double)(all ? all : 1));
}

int main(int count, char **arguments) {
    static struct bench bench;
    char line[1024];
    FILE *labels = count == 4 ? fopen(arguments[2], "r") : NULL;
    if (labels == NULL) {
        fprintf(stderr, "usage: sayso-factuality MODEL LABELS FOLDER\n");
        return 2;
    }
    bench.models = base_arena_new();
    bench.arena = base_arena_new();
    bench.model_path = arguments[1];
    bench.folder = arguments[3];
    if (!base_arena_run(bench.models, open_models, &bench) || !bench.ready) {
        return 2;
    }
    while (fgets(line, sizeof line, labels) != NULL) {
        score(&bench, line);
    }
    fclose(labels);
    report(&bench);
    base_arena_free(bench.arena);
    base_arena_free(bench.models);
    return 0;
}
