/* The drawing of trees. */
#include "../fixture.h"

#include "explain/explain.h"
#include "text/text.h"

static struct document *read_trees(struct base_arena *arena, struct base_slice conllu) {
    struct document *document = document_new(arena);
    struct sayso_error error = {0};
    if (text_read_conllu(document, conllu, true, &error) != SAYSO_OK) {
        fail_msg("line %u: %s", error.line, error.reason);
    }
    return document;
}

static void assert_drawn(const struct document *document, uint32_t sentence, const char *expected) {
    struct base_buffer out = {0};
    explain_tree(document, sentence, &out);
    base_buffer_char(&out, '\0');
    assert_false(out.failed);
    assert_string_equal(out.data, expected);
    base_buffer_free(&out);
}

static void words_stand_below_their_heads(void *arena) {
    static const char conllu[] = "1\tOld\told\tADJ\tJJ\t_\t2\tamod\t_\t_\n"
                                 "2\tfriends\tfriend\tNOUN\tNNS\t_\t3\tnsubj\t_\t_\n"
                                 "3\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                                 "4\tin\tin\tADP\tIN\t_\t5\tcase\t_\t_\n"
                                 "5\t東京\t東京\tPROPN\tNNP\t_\t3\tobl\t_\t_\n\n"
                                 "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n\n";
    struct document *document = read_trees(arena, base_slice_of(conllu));
    assert_drawn(document, 0,
                 "       3  met                               VERB  VBD   root           meet\n"
                 "       2  ├─ friends                        NOUN  NNS   nsubj          friend\n"
                 "       1  │  └─ Old                         ADJ   JJ    amod           old\n"
                 "       5  └─ 東京                           PROPN NNP   obl            東京\n"
                 "       4     └─ in                          ADP   IN    case           in\n");
    assert_drawn(document, 1, "       1  No                                INTJ  UH    root           no\n");
}

/* A page must not give orders to the terminal. */
static void control_characters_are_replaced(void *arena) {
    struct document *document = read_trees(arena, BASE_SLICE("1\ta\x1B[1mb\ta\x1B\tX\tXX\t_\t0\troot\t_\t_\n\n"));
    struct base_buffer out = {0};
    explain_tree(document, 0, &out);
    assert_null(memchr(out.data, 0x1B, out.size));
    assert_true(base_slice_find((struct base_slice){out.data, out.size}, BASE_SLICE("a\xEF\xBF\xBD[1mb")) != SIZE_MAX);
    base_buffer_free(&out);
}

/* Each word hangs from the one before it. */
static void deep_trees_are_drawn_in_linear_space(void *arena) {
    enum { WORDS = 20000, LONGEST_LINE = 250 };
    struct base_buffer conllu = {0}, out = {0};
    for (unsigned i = 0; i < WORDS; i++) {
        base_buffer_format(&conllu, "%u\tw\tw\tNOUN\tNN\t_\t%u\t%s\t_\t_\n", i + 1, i, i ? "nmod" : "root");
    }
    base_buffer_char(&conllu, '\n');
    struct document *document = read_trees(arena, (struct base_slice){conllu.data, conllu.size});
    explain_tree(document, 0, &out);
    struct base_slice rest = {out.data, out.size};
    unsigned lines = 0;
    for (; rest.size; lines++) {
        assert_true(base_slice_line(&rest).size < LONGEST_LINE);
    }
    assert_int_equal(lines, WORDS);
    base_buffer_free(&out);
    base_buffer_free(&conllu);
}

IN_ARENA(words_stand_below_their_heads)
IN_ARENA(control_characters_are_replaced)
IN_ARENA(deep_trees_are_drawn_in_linear_space)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_stand_below_their_heads),
        cmocka_unit_test(test_control_characters_are_replaced),
        cmocka_unit_test(test_deep_trees_are_drawn_in_linear_space),
    };
    return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}
