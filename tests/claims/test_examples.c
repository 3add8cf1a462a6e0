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

static void try_example(void *context) {
    struct trial *trial = context;
    const struct claims_example *example = trial->example;
    struct document *document = document_new(trial->arena);
    document->text = example->sentence;
    text_segment(language.text, document);
    syntax_parse(language.syntax, document);
    claims_find(language.claims, document);
    trial->met = claims_meets(language.claims, document, example);
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

/* What no single cue is to be thanked for: the ways that values take through the tree, and what is taken as given. */
static const struct {
    const char *sentence, *predicate;
    enum document_factuality author, source; /* source: of the innermost one */
    bool has_source;
} constructions[] = {
    {"The minister said the killing of the guard shocked the town.", "killing", DOCUMENT_CT_PLUS, DOCUMENT_CT_PLUS, true},
    {"The minister said a killing shocked the town.", "killing", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
    {"The minister said a killing that shook the town may lead to a trial.", "killing", DOCUMENT_CT_PLUS, DOCUMENT_CT_PLUS, true},
    {"The minister wants to attend the talks in Paris.", "talks", DOCUMENT_UU, DOCUMENT_UU, true},
    {"The group denied any involvement in the attacks.", "attacks", DOCUMENT_CT_PLUS, DOCUMENT_CT_PLUS, true},
    {"The navy sent ships to intercept the tanker.", "intercept", DOCUMENT_UU, DOCUMENT_UU, false},
    {"The council passed measures to reduce crime.", "reduce", DOCUMENT_UU, DOCUMENT_UU, false},
    {"The army may attack, killing civilians.", "killing", DOCUMENT_PS_PLUS, DOCUMENT_UU, false},
    {"The army did not stay, leaving the town to the rebels.", "leaving", DOCUMENT_CT_PLUS, DOCUMENT_UU, false},
    {"The king may leave because he was hurt.", "hurt", DOCUMENT_CT_PLUS, DOCUMENT_UU, false},
    {"The king said he would leave if he was elected.", "elected", DOCUMENT_UU, DOCUMENT_UU, true},
    {"\"Will he resign?\" the reporter asked.", "resign", DOCUMENT_UU, DOCUMENT_UU, true},
    {"He said: \"Who would trust him?\"", "trust", DOCUMENT_UU, DOCUMENT_UU, true},
    {"The minister said anyone who cannot swim should leave.", "swim", DOCUMENT_UU, DOCUMENT_UU, true},
    {"The mayor said plagiarism was grounds for any student to be suspended.", "suspended", DOCUMENT_UU, DOCUMENT_UU, true},
    {"The general regretted that he had fled.", "fled", DOCUMENT_CT_PLUS, DOCUMENT_CT_PLUS, true},
    {"The general did not know that the king had fled.", "fled", DOCUMENT_CT_PLUS, DOCUMENT_UU, true},
    {"The troops failed to force the rebels to leave.", "leave", DOCUMENT_UU, DOCUMENT_UU, false},
    {"The paper reported that the minister said he had resigned.", "resigned", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
    {"The paper reported that the minister said he had resigned.", "said", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
    {"The mayor could face sanctions.", "sanctions", DOCUMENT_PS_PLUS, DOCUMENT_UU, false},
    {"The mayor asked them to leave, citing the law.", "citing", DOCUMENT_CT_PLUS, DOCUMENT_UU, false},
    {"The president shrugged off allegations that he took money.", "took", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
    {"The king would resign after an attack.", "attack", DOCUMENT_CT_PLUS, DOCUMENT_UU, false},
    {"The king may meet a man who killed a guard.", "killed", DOCUMENT_CT_PLUS, DOCUMENT_UU, false},
    {"The activist said people burned their houses.\n\"The militias stopped the cars.\"", "stopped", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
    {"\"We are tired,\" said Ann Lee, head of the school.\n\"The children left in May.\"", "left", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
    {"The firm is set to name a chief, but the bank has not been told, the paper reported.", "name", DOCUMENT_UU, DOCUMENT_PR_PLUS, true},
    {"An explosion hurt ten people and may have been caused by a leak, state media reported.", "hurt", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
    {"Jones said the general knew that the king had fled.", "fled", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
    {"The minister denied that he left after she arrived.", "arrived", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
    {"Senators criticised the killing of the guard.", "killing", DOCUMENT_CT_PLUS, DOCUMENT_CT_PLUS, true},
    {"Critics want the army to end the war.", "war", DOCUMENT_UU, DOCUMENT_UU, true},
    {"A reward was offered to find the car.", "find", DOCUMENT_UU, DOCUMENT_UU, false},
    {"Officials denied that the police had failed to stop the march.", "stop", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
    {"The nuns did not leave without permission.", "permission", DOCUMENT_UU, DOCUMENT_UU, false},
    {"The nuns left without permission.", "permission", DOCUMENT_CT_MINUS, DOCUMENT_UU, false},
    {"The court overruled the decision that the mayor was guilty.", "guilty", DOCUMENT_UU, DOCUMENT_CT_PLUS, true},
};

static void constructions_give_what_they_say(void **state) {
    (void)state;
    struct base_arena *arena = base_arena_new();
    size_t met = 0, count = sizeof constructions / sizeof *constructions;
    for (size_t i = 0; i < count; i++) {
        struct claims_example example = {.sentence = base_slice_of(constructions[i].sentence),
                                         .predicate = base_slice_of(constructions[i].predicate),
                                         .author = constructions[i].author,
                                         .innermost = constructions[i].source,
                                         .has_innermost = constructions[i].has_source};
        struct trial trial = {arena, &example, false};
        base_arena_clear(arena);
        assert_true(base_arena_run(arena, try_example, &trial));
        met += trial.met;
        if (!trial.met) {
            print_message("%s: %s\n", constructions[i].predicate, constructions[i].sentence);
        }
    }
    base_arena_free(arena);
    assert_true((double)met >= LEAST_SHARE * (double)count);
}

int main(int count, char **arguments) {
    language = (struct language){.arena = base_arena_new(), .path = count > 1 ? arguments[1] : "en.sayso"};
    if (!base_arena_run(language.arena, open_language, &language) || language.status != SAYSO_OK) {
        return 1;
    }
    const struct CMUnitTest tests[] = {cmocka_unit_test(examples_give_what_they_say),
                                       cmocka_unit_test(constructions_give_what_they_say)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    base_arena_free(language.arena);
    return failed;
}
