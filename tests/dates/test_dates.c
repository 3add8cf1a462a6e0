/* Dates: every example of the dictionaries (given as arguments), and what needs a tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "dates/check.h"
#include "dates/dates.h"
#include "dates/dictionary.h"
#include "document/tree.h"
#include "text/text.h"

static char **files;
static int file_count;

static struct base_slice read_file(struct base_arena *arena, const char *path) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = base_arena_take(arena, 1 << 20);
    size_t size = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return (struct base_slice){bytes, size};
}

static struct dates *built_in(struct base_arena *arena) {
    struct dates *dates = base_arena_take(arena, sizeof *dates);
    struct sayso_error error = {0};
    for (int i = 0; i < file_count; i++) {
        if (dates_read(dates, arena, base_slice_of(files[i]), read_file(arena, files[i]), &error) != SAYSO_OK) {
            fail_msg("%s:%u: %s", error.input, error.line, error.reason);
        }
    }
    if (dates_index(dates, arena, &error) != SAYSO_OK) {
        fail_msg("%s:%u: %s", error.input, error.line, error.reason);
    }
    return dates;
}

/* White space and punctuation part tokens; a full stop ends a sentence unless it belongs to a short word. */
static void add_token(struct document *document, size_t start, size_t end) {
    if (end <= start) {
        return;
    }
    if (document->sentences.count == 0 || document->sentences.items[document->sentences.count - 1].span.end) {
        struct document_sentence sentence = {.first = (uint32_t)document->tokens.count};
        BASE_PUSH(document->arena, &document->sentences, sentence);
    }
    struct document_sentence *sentence = &document->sentences.items[document->sentences.count - 1];
    struct document_token token = {.span = {(uint32_t)start, (uint32_t)end},
                                   .form = base_slice_part(document->text, start, end),
                                   .upos = UPOS_X,
                                   .relation = REL_DEP,
                                   .head = DOCUMENT_NONE,
                                   .name = DOCUMENT_NONE,
                                   .sentence = (uint32_t)document->sentences.count - 1};
    token.head = sentence->count ? sentence->first : DOCUMENT_NONE;
    BASE_PUSH(document->arena, &document->tokens, token);
    sentence->count++;
    sentence->span.end = base_slice_is(token.form, ".") ? 1 : 0;
}

static struct document *plain_document(struct base_arena *arena, struct base_slice text) {
    struct document *document = document_new(arena);
    document->text = text;
    document->day = document_day_of(2020, 7, 15);
    for (size_t at = 0, end; at < text.size; at = end + 1) {
        for (end = at; end < text.size && text.data[end] != ' '; end++) {
        }
        size_t cut = end;
        bool dot =
            text.data[end - 1] == '.' && !(end - at == 5 && end < text.size && memcmp(text.data + at, "Sept", 4) == 0);
        bool currency = text.data[at] == '$';
        cut -= dot || text.data[end - 1] == ',';
        add_token(document, at, at + currency);
        for (size_t i = at; i < cut && !(cut - at == 10 && text.data[at + 4] == '-'); i++) {
            if (text.data[i] == '-' && i > at) {
                add_token(document, at, i);
                add_token(document, i, i + 1);
                at = i + 1;
            }
        }
        add_token(document, at + currency, cut);
        add_token(document, cut, end);
    }
    document_link_children(document);
    return document;
}

static void print_day(struct base_buffer *out, int32_t day) {
    int y, m, d;
    if (day != DOCUMENT_DAY_OPEN) {
        document_day_split(day, &y, &m, &d);
        base_buffer_format(out, "%04d-%02d-%02d", y, m, d);
    }
}

static const char *found_dates(const struct dates *dates, struct document *document) {
    static char room[1024];
    struct base_buffer out = {0};
    dates_find(dates, document);
    for (size_t i = 0; i < document->dates.count; i++) {
        base_buffer_string(&out, i ? ", " : "");
        print_day(&out, document->dates.items[i].start);
        base_buffer_string(&out, "..");
        print_day(&out, document->dates.items[i].end);
    }
    snprintf(room, sizeof room, "%.*s", (int)out.size, out.size ? out.data : "");
    base_buffer_free(&out);
    return *room ? room : "none";
}

struct examples {
    struct base_arena *arena;
    const struct dates *dates;
};

static const struct document *read_example(void *context, struct base_slice sentence) {
    struct examples *examples = context;
    struct document *document = plain_document(examples->arena, sentence);
    dates_find(examples->dates, document);
    return document;
}

static void print_example(void *context, const struct dates_frame *frame, struct base_slice example, const char *reason) {
    (void)context;
    print_message("%.*s:%u: %s: %.*s\n", (int)frame->origin.size, frame->origin.data, frame->line, reason,
                  (int)example.size, example.data);
}

static void run_examples(void *context) {
    struct examples examples = {context, built_in(context)};
    struct dates_checker checker = {&examples, read_example, print_example};
    struct dates_check_counts counts;
    dates_check(examples.dates, &checker, &counts);
    assert_true(counts.frames > 90 && counts.examples > counts.frames);
    assert_int_equal(counts.without_example, 0);
    assert_int_equal(counts.failed, 0);
}

static void a_wrong_example_is_reported(void *context) {
    struct examples examples = {context, base_arena_take(context, sizeof(struct dates))};
    struct base_slice text = BASE_SLICE("unit week: week\nlast UNIT = unit -1\n    last week => 2020-07-06..2020-07-13\n"
                                        "    last week => none\n    last week => ..2020-07-12\nnext UNIT = unit 1\n");
    assert_int_equal(dates_read((struct dates *)examples.dates, context, BASE_SLICE("my.dates"), text, NULL), SAYSO_OK);
    assert_int_equal(dates_index((struct dates *)examples.dates, context, NULL), SAYSO_OK);
    struct dates_checker checker = {&examples, read_example, print_example};
    struct dates_check_counts counts;
    dates_check(examples.dates, &checker, &counts);
    assert_int_equal(counts.failed, 3);
    assert_int_equal(counts.without_example, 1);
}

static void run(void (*body)(void *)) {
    struct base_arena *arena = base_arena_new();
    assert_true(base_arena_run(arena, body, arena));
    base_arena_free(arena);
}

static void examples_of_the_dictionaries(void **state) {
    (void)state;
    run(run_examples);
    run(a_wrong_example_is_reported);
}

static struct document *tree(struct base_arena *arena, const char *day, const char *conllu) {
    struct document *document = document_new(arena);
    struct sayso_error error = {0};
    assert_int_equal(text_read_conllu(document, base_slice_of(conllu), true, &error), SAYSO_OK);
    if (day) {
        assert_true(document_parse_day(base_slice_of(day), &document->day));
    }
    return document;
}

#define VISIT                                                                     \
    "1\tOn\ton\tADP\tIN\t_\t2\tcase\t_\t_\n"                                      \
    "2\tMonday\tMonday\tPROPN\tNNP\tNumber=Sing\t4\tobl\t_\t_\n"                  \
    "3\the\the\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n"                                   \
    "4\tcame\tcome\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"          \
    "5\tand\tand\tCCONJ\tCC\t_\t6\tcc\t_\t_\n"                                    \
    "6\tspoke\tspeak\tVERB\tVBD\tTense=Past|VerbForm=Fin\t4\tconj\t_\t_\n"        \
    "7\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_\n"                                      \
    "8\tattacks\tattack\tNOUN\tNNS\tNumber=Plur\t6\tobl\t_\t_\n"                  \
    "9\tthat\tthat\tPRON\tWDT\t_\t10\tnsubj\t_\t_\n"                              \
    "10\tbegan\tbegin\tVERB\tVBD\tTense=Past|VerbForm=Fin\t8\tacl:relcl\t_\t_\n"  \
    "11\tlast\tlast\tADJ\tJJ\t_\t12\tamod\t_\t_\n"                                \
    "12\tweek\tweek\tNOUN\tNN\tNumber=Sing\t10\tobl:unmarked\t_\tSpaceAfter=No\n" \
    "13\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"

static void check_predicates(void *context) {
    const struct dates *dates = built_in(context);
    struct document *document = tree(context, "2020-07-14", VISIT);
    assert_string_equal(found_dates(dates, document), "2020-07-13..2020-07-13, 2020-07-06..2020-07-12");
    assert_int_equal(dates_of_predicate(document, 3), 0); /* came */
    assert_int_equal(dates_of_predicate(document, 5), 0); /* spoke: said before both */
    assert_int_equal(dates_of_predicate(document, 9), 1); /* began */
    assert_int_equal(dates_of_predicate(document, 7), DOCUMENT_NONE);
    assert_int_equal(document->dates.items[0].head, 1);
    assert_int_equal(document->dates.items[1].head, 11);
    assert_int_equal(document->date_at[10], 1);
    assert_int_equal(document->date_at[12], DOCUMENT_NONE);
    assert_string_equal(found_dates(dates, tree(context, NULL, VISIT)), "none"); /* no day to count from */
}

static void dates_belong_to_their_clause(void **state) {
    (void)state;
    run(check_predicates);
}

static void check_tense(void *context) {
    const struct dates *dates = built_in(context);
    const char *will = "1\tHe\the\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n2\twill\twill\tAUX\tMD\tVerbForm=Fin\t3\taux\t_\t_\n"
                       "3\tleave\tleave\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_\n4\ton\ton\tADP\tIN\t_\t5\tcase\t_\t_\n"
                       "5\tMonday\tMonday\tPROPN\tNNP\t_\t3\tobl\t_\t_\n\n";
    assert_string_equal(found_dates(dates, tree(context, "2020-07-15", will)), "2020-07-20..2020-07-20");
    const char *past =
        "1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
        "3\tin\tin\tADP\tIN\t_\t4\tcase\t_\t_\n4\tAugust\tAugust\tPROPN\tNNP\t_\t2\tobl\t_\t_\n\n";
    assert_string_equal(found_dates(dates, tree(context, "2020-07-15", past)), "2019-08-01..2019-08-31");
    const char *present =
        "1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tstarts\tstart\tVERB\tVBZ\tTense=Pres|VerbForm=Fin\t0\troot\t_\t_\n"
        "3\tin\tin\tADP\tIN\t_\t4\tcase\t_\t_\n4\tAugust\tAugust\tPROPN\tNNP\t_\t2\tobl\t_\t_\n\n";
    assert_string_equal(found_dates(dates, tree(context, "2020-07-15", present)), "2020-08-01..2020-08-31");
}

static void tense_decides_between_years(void **state) {
    (void)state;
    run(check_tense);
}

static void check_not_dates(void *context) {
    const struct dates *dates = built_in(context);
    const char *modal = "1\tMay\tmay\tAUX\tMD\t_\t3\taux\t_\t_\n2\the\the\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n"
                        "3\tlive\tlive\tVERB\tVB\t_\t0\troot\t_\t_\n\n";
    assert_string_equal(found_dates(dates, tree(context, "2020-07-15", modal)), "none");
    const char *newspaper = "1\tUSA\tUSA\tPROPN\tNNP\t_\t2\tcompound\t_\tNER=B-ORG\n"
                            "2\tToday\tToday\tPROPN\tNNP\t_\t3\tnsubj\t_\tNER=I-ORG\n"
                            "3\tsold\tsell\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
                            "4\tChristmas\tChristmas\tPROPN\tNNP\t_\t5\tcompound\t_\t_\n"
                            "5\ttrees\ttree\tNOUN\tNNS\tNumber=Plur\t3\tobj\t_\t_\n\n";
    assert_string_equal(found_dates(dates, tree(context, "2020-07-15", newspaper)), "none");
    const char *hope = "1\ta\ta\tDET\tDT\t_\t3\tdet\t_\t_\n2\tbetter\tgood\tADJ\tJJR\t_\t3\tamod\t_\t_\n"
                       "3\ttomorrow\ttomorrow\tNOUN\tNN\t_\t0\troot\t_\t_\n\n";
    assert_string_equal(found_dates(dates, tree(context, "2020-07-15", hope)), "none");
    const char *person = "1\tTheresa\tTheresa\tPROPN\tNNP\t_\t3\tnsubj\t_\tNER=B-PER\n2\tMay\tMay\tPROPN\tNNP\t_"
                         "\t1\tflat\t_\tNER=I-PER\n"
                         "3\tleft\tleave\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n";
    struct document *document = tree(context, "2020-07-15", person);
    assert_int_equal(document->names.count, 1);
    assert_string_equal(found_dates(dates, document), "none");
    const char *count = "1\tSome\tsome\tDET\tDT\t_\t2\tadvmod\t_\t_\n2\t2000\t2000\tNUM\tCD\t_\t3\tnummod\t_\t_\n"
                        "3\tsoldiers\tsoldier\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\t_\n"
                        "4\tleft\tleave\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
                        "5\ta\ta\tDET\tDT\t_\t6\tdet\t_\t_\n6\tsecond\tsecond\tNOUN\tNN\t_\t7\tobl:unmarked\t_\t_\n"
                        "7\tago\tago\tADV\tRB\t_\t4\tadvmod\t_\t_\n\n";
    assert_string_equal(found_dates(dates, tree(context, "2020-07-15", count)), "none");
    const char *modifier =
        "1\tafter\tafter\tADP\tIN\t_\t4\tcase\t_\t_\n2\tMonday\tMonday\tPROPN\tNNP\t_\t4\tnmod:poss\t_\tSpaceAfter=No\n"
        "3\t's\t's\tPART\tPOS\t_\t2\tcase\t_\t_\n4\ttalks\ttalk\tNOUN\tNNS\t_\t0\troot\t_\t_\n\n";
    assert_string_equal(found_dates(dates, tree(context, "2020-07-15", modifier)), "2020-07-13..2020-07-13");
}

static void what_is_no_date(void **state) {
    (void)state;
    run(check_not_dates);
}

static void check_overlays(void *context) {
    struct base_arena *arena = context;
    struct dates *dates = base_arena_take(arena, sizeof *dates);
    struct sayso_error error = {0};
    struct base_slice name = BASE_SLICE("my.dates");
    assert_int_equal(dates_read(dates, arena, name,
                                BASE_SLICE("unit week: week\nlast UNIT = unit -1\nnext UNIT = unit 1\n"), &error),
                     SAYSO_OK);
    assert_int_equal(dates_read(dates, arena, name, BASE_SLICE("last UNIT = unit -2\n!next UNIT\n"), &error), SAYSO_OK);
    assert_int_equal(dates_index(dates, arena, &error), SAYSO_OK);
    assert_string_equal(found_dates(dates, plain_document(arena, BASE_SLICE("last week"))), "2020-06-29..2020-07-05");
    assert_string_equal(found_dates(dates, plain_document(arena, BASE_SLICE("next week"))), "none");
    static const char *const broken[] = {"# fine\nmonth 13: Smarch\n",
                                         "# fine\nlast UNIT = sideways\n",
                                         "# fine\n    an example => none\n",
                                         "# fine\n!absent\n",
                                         "# fine\nnothing\n",
                                         "# fine\nmonth 1: Jan;;\n",
                                         "# fine\nD = at 2015-02-30\n"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct dates *empty = base_arena_take(arena, sizeof *empty);
        assert_int_equal(dates_read(empty, arena, name, base_slice_of(broken[i]), &error), SAYSO_BAD_DICTIONARY);
        assert_int_equal(error.line, 2);
        assert_string_equal(error.input, "my.dates");
    }
}

static void dictionaries_are_laid_over_and_refused(void **state) {
    (void)state;
    run(check_overlays);
}

int main(int argc, char **argv) {
    files = argv + 1;
    file_count = argc - 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_of_the_dictionaries),
        cmocka_unit_test(dates_belong_to_their_clause),
        cmocka_unit_test(tense_decides_between_years),
        cmocka_unit_test(what_is_no_date),
        cmocka_unit_test(dictionaries_are_laid_over_and_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
