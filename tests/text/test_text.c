/* Sentences and tokens of news, and the laws that hold for any text. */
#include "fixture.h"

#include "text/text.h"

static const struct text *segmenter;
static struct base_arena *models;

static void open_models(void *arena) {
    struct sayso_error error;
    assert_int_equal(text_open(fixture_model(arena), arena, &segmenter, &error), SAYSO_OK);
}

static int setup(void **state) {
    (void)state;
    models = base_arena_new();
    return base_arena_run(models, open_models, models) ? 0 : -1;
}

static int teardown(void **state) {
    (void)state;
    base_arena_free(models);
    return 0;
}

/* Words with a space between, sentences with " | ". */
static const char *segmented(struct base_arena *arena, const char *text) {
    struct document *document = document_new(arena);
    document->text = base_slice_of(text);
    text_segment(segmenter, document);
    struct base_slice out = {0};
    for (size_t i = 0; i < document->tokens.count; i++) {
        const struct document_token *token = &document->tokens.items[i];
        const char *before = i == 0 ? "" : token->sentence != token[-1].sentence ? " | " : " ";
        out = base_arena_format(arena, "%.*s%s%.*s", (int)out.size, out.data ? out.data : "", before,
                                (int)token->form.size, token->form.data);
    }
    return out.data ? out.data : "";
}

static void sentences_of_news(void *arena) {
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"Gen. Omar Haddad met Mr. Lee in Washington, D.C., on Monday. They didn't talk.",
         "Gen. Omar Haddad met Mr. Lee in Washington , D.C. , on Monday . | They did n't talk ."},
        {"The minister said it's over. \"We can't wait,\" he added.",
         "The minister said it 's over . | \" We ca n't wait , \" he added ."},
        {"Soldiers’ families won’t leave.", "Soldiers ’ families wo n’t leave ."},
        {"It cost $2.5 million in 2014.", "It cost $ 2.5 million in 2014 ."},
        {"Sen. Omar Haddad (D-Vt.) said so.", "Sen. Omar Haddad ( D - Vt . ) said so ."},
        {"First paragraph without an end\n\nSecond one", "First paragraph without an end | Second one"},
        {"A headline over the story\nThe story begins here", "A headline over the story | The story begins here"},
        {"The bridge is\n  closed, he said.\nNobody came.", "The bridge is closed , he said . | Nobody came ."},
        {"An\xE2\x80\x8B end", "An \xE2\x80\x8B end"}, /* a space without width is no white space */
        {"", ""},
        {" \n\n \t ", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(segmented(arena, cases[i].text), cases[i].wanted);
    }
}

/* Spans lie in the text, in order, and leave out white space only. */
static void check_laws(struct document *document) {
    size_t at = 0;
    for (size_t i = 0; i < document->tokens.count; i++) {
        const struct document_token *token = &document->tokens.items[i];
        if (token->multiword || token->surface.start == token->span.start) {
            for (; at < token->span.start; at++) {
                assert_true(strchr(" \n\t\r", document->text.data[at]) || (unsigned char)document->text.data[at] >= 128);
            }
        }
        assert_true(token->span.start < token->span.end && token->span.end <= document->text.size);
        assert_true(base_slice_equal(token->form, document_slice(document, token->span)));
        at = token->span.end;
    }
    for (size_t i = 0, next = 0; i < document->sentences.count; i++) {
        assert_int_equal(document->sentences.items[i].first, next);
        assert_true(document->sentences.items[i].count > 0);
        next += document->sentences.items[i].count;
    }
}

static void laws_hold_for_any_text(void *arena) {
    static const char *const pieces[] = {"a", "B", " ", "\n", "'s", "n't", ".", "\"", "(", "é", "—", "http://", "@", "3", "-", "’"};
    uint32_t random = 1;
    for (int round = 0; round < 2000; round++) {
        struct document *document = document_new(arena);
        char text[200] = "";
        for (int i = 0; i < 20; i++) {
            random = random * 1664525u + 1013904223u;
            strcat(text, pieces[random >> 28]);
        }
        document->text = base_arena_copy(arena, base_slice_of(text));
        text_segment(segmenter, document);
        check_laws(document);
    }
}

static void conllu_comes_in(void *arena) {
    static const char conllu[] = "# sent_id = s1\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                 "1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
                                 "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";
    struct sayso_error error = {0};
    struct document *document = document_new(arena);
    assert_int_equal(text_read_conllu(document, base_slice_of(conllu), true, &error), SAYSO_OK);
    assert_true(base_slice_is(document->text, "don't go. "));
    assert_int_equal(document->tokens.items[0].multiword, 2);
    assert_int_equal(document->tokens.items[1].span.start, 2);
    assert_int_equal(document_root(document, 0), 2);
    assert_true(document_is_below(document, 3, 2));
}

static void bad_conllu_is_refused(void *arena) {
    static const char *const bad[] = {
        "1\tx\n\n",                                                         /* too few columns */
        "2\tx\t_\t_\t_\t_\t0\troot\t_\t_\n\n",                              /* not numbered from 1 */
        "1\tx\t_\t_\t_\t_\t7\troot\t_\t_\n\n",                              /* head outside */
        "1\tx\t_\t_\t_\t_\t2\tdep\t_\t_\n2\ty\t_\t_\t_\t_\t1\tdep\t_\t_\n\n", /* a circle */
        "1-3\txy\t_\t_\t_\t_\t_\t_\t_\t_\n1\tx\t_\t_\t_\t_\t0\troot\t_\t_\n\n", /* words missing */
        "1\t\xFF\t_\t_\t_\t_\t0\troot\t_\t_\n\n",                           /* not UTF-8 */
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct sayso_error error = {0};
        assert_int_equal(text_read_conllu(document_new(arena), base_slice_of(bad[i]), true, &error), SAYSO_BAD_INPUT);
        assert_true(strlen(error.reason) > 0);
    }
}


IN_ARENA(sentences_of_news)
IN_ARENA(laws_hold_for_any_text)
IN_ARENA(conllu_comes_in)
IN_ARENA(bad_conllu_is_refused)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences_of_news),
        cmocka_unit_test(test_laws_hold_for_any_text),
        cmocka_unit_test(test_conllu_comes_in),
        cmocka_unit_test(test_bad_conllu_is_refused),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
