/* Runs the examples of the built-in cues: each sentence is parsed, and must give the claim that stands behind it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "claims/claims.h"
#include "claims/cues.h"
#include "syntax/syntax.h"
#include "text/text.h"

/* The parser is trained, so it may fail on a few; the rules themselves are tested on trees by hand. */
#define LEAST_SHARE 0.90

struct language {
    struct base_arena *arena;
    const char *path;
    const struct text *text;
    const struct syntax *syntax;
    const struct claims *claims;
    enum sayso_status status;
};

static struct language language;

static void open_language(void *context) {
    struct language *l = context;
    struct sayso_error error = {0};
    const struct model *model;
    l->status = model_open(l->arena, l->path, NULL, 0, &model, &error);
    l->status = l->status != SAYSO_OK ? l->status : text_open(model, l->arena, &l->text, &error);
    l->status = l->status != SAYSO_OK ? l->status : syntax_open(model, l->arena, &l->syntax, &error);
    l->status = l->status != SAYSO_OK ? l->status : claims_open(model, l->arena, &l->claims, &error);
    if (l->status != SAYSO_OK) {
        print_error("%s:%u: %s\n", error.input, error.line, error.reason);
    }
}

struct trial {
    struct base_arena *arena;
    const struct claims_example *example;
    bool met;
};

/* Pieces of a content are written with " ... " between them. */
static bool content_is(const struct document *document, const struct document_claim *claim, struct base_slice wanted) {
    struct base_slice all = {0};
    for (size_t i = 0; i < claim->content_count; i++) {
        struct base_slice piece = document_slice(document, claim->content[i]);
        all = base_arena_format(document->arena, "%.*s%s%.*s", (int)all.size, all.data == NULL ? "" : all.data,
                                i > 0 ? " ... " : "", (int)piece.size, piece.data);
    }
    return base_slice_equal(all, wanted);
}

static void try_example(void *context) {
    struct trial *trial = context;
    const struct claims_example *example = trial->example;
    struct document *document = document_new(trial->arena);
    document->text = example->sentence;
    text_segment(language.text, document);
    syntax_parse(language.syntax, document);
    claims_find(language.claims, document);
    trial->met = example->cue_text.size == 0 && document->claims.count == 0;
    for (size_t i = 0; i < document->claims.count; i++) {
        const struct document_claim *claim = &document->claims.items[i];
        trial->met |= base_slice_equal(document_slice(document, claim->cue), example->cue_text) &&
                      base_slice_equal(document_slice(document, claim->source_span), example->source) &&
                      content_is(document, claim, example->content);
    }
}

static void examples_give_what_they_say(void **state) {
    (void)state;
    struct base_arena *arena = base_arena_new();
    size_t met = 0, count = language.claims->examples.count;
    for (size_t i = 0; i < count; i++) {
        struct trial trial = {arena, &language.claims->examples.items[i], false};
        base_arena_clear(arena);
        assert_true(base_arena_run(arena, try_example, &trial));
        met += trial.met;
        if (!trial.met) {
            struct base_slice origin = language.claims->cues.items[trial.example->cue].origin;
            print_message("%.*s: %.*s\n", (int)origin.size, origin.data, (int)trial.example->sentence.size,
                          trial.example->sentence.data);
        }
    }
    base_arena_free(arena);
    print_message("%zu of %zu examples\n", met, count);
    assert_true((double)met >= LEAST_SHARE * (double)count);
}

int main(int count, char **arguments) {
    language = (struct language){.arena = base_arena_new(), .path = count > 1 ? arguments[1] : "en.sayso"};
    if (!base_arena_run(language.arena, open_language, &language) || language.status != SAYSO_OK) {
        return 1;
    }
    const struct CMUnitTest tests[] = {cmocka_unit_test(examples_give_what_they_say)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    base_arena_free(language.arena);
    return failed;
}
