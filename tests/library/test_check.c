/* What sayso_language_check() lists of a dictionary: each fault, beside an entry nearly the same that has none. */
#include "output.h"

/* Files of cues are named with their folder, whose name is not known before. */
static void take_out(struct output *output, const char *folder) {
    size_t length = strlen(folder) + 1;
    for (char *at; (at = strstr(output->bytes, folder)) != NULL; output->size -= length) {
        memmove(at, at + length, strlen(at + length) + 1);
    }
}

enum { FILES = 3 };

/* Checks the built-in dictionaries with files over them, in a folder: names and texts by turns. */
static struct output check(const char *const *files, size_t count) {
    char folder[] = "/tmp/sayso-test-XXXXXX", paths[FILES][64];
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < count; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%s", folder, files[2 * i]);
        output_write_file(paths[i], files[2 * i + 1]);
    }
    const char *dictionary = folder;
    struct sayso_error error = {.reason = ""};
    struct output output = {.size = 0};
    sayso_language *language;
    enum sayso_status status = sayso_language_open(getenv("SAYSO_MODEL"), &dictionary, 1, &language, &error);
    for (size_t i = 0; i < count; i++) {
        unlink(paths[i]);
    }
    rmdir(folder);
    if (status != SAYSO_OK) {
        fail_msg("%s:%u: %s", error.input, error.line, error.reason);
    }
    assert_int_equal(sayso_language_check(language, output_collect, &output, &output.checks, &error), SAYSO_OK);
    sayso_language_close(language);
    take_out(&output, folder);
    return output;
}

static struct output check_both(const char *rules, const char *cues) {
    return check((const char *const[]){"own.rules", rules, "own.cues", cues}, 2);
}

static void assert_lines(const struct output *output, const char *const *lines, size_t count) {
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
        size += strlen(lines[i]) + 1;
        const char *at = strstr(output->bytes, lines[i]);
        if (!at || at[strlen(lines[i])] != '\n') {
            fail_msg("\"%s\" is not in:\n%s", lines[i], output->bytes);
        }
    }
    if (size != output->size) {
        fail_msg("more than %zu lines:\n%s", count, output->bytes);
    }
}

static void the_built_in_dictionaries_are_clean(void **state) {
    (void)state;
    struct output output = check(NULL, 0);
    assert_string_equal(output.bytes, "");
    assert_int_equal(output.checks.never_match + output.checks.shadowed + output.checks.repeated, 0);
}

static void words_that_are_no_lemmas(void **state) {
    (void)state;
    struct output output = check_both("ACCUSE = lambasted|lambast|exceed|avert|found/v subject:actor->actor object:actor->recipient\n"
                                 "ACCUSE = rebukes|crisis|series|goods/n subject:actor->actor of:actor->recipient\n"
                                 "AGREE = Willing|upbeat/a subject:actor->actor\n"
                                 "COERCE = lock-out|lockout/n subject:actor->actor of:actor->recipient\n"
                                 "COERCE = padlock/v subject:actor->actor object:\"mosque\"|\"mosques\"|\"premises\"\n",
                                 "attempted, sense : verb infinitive ; PS+\n"
                                 "dreamt : verb clause ; believes\n");
    static const char *const lines[] = {
        "own.rules:1: never matches: it is a form, whose lemma is \"lambast\": lambasted/v",
        "own.rules:2: never matches: it is a form, whose lemma is \"rebuke\": rebukes/n",
        "own.rules:3: never matches: lemmas are in lower case: Willing/a",
        "own.rules:4: never matches: a text has it as several words: lock-out/n",
        "own.rules:5: never matches: it is a form, whose lemma is \"mosque\": \"mosques\"",
        "own.cues:1: never matches: it is a form, whose lemma is \"attempt\": attempted"};
    assert_lines(&output, lines, sizeof lines / sizeof *lines);
    assert_int_equal(output.checks.never_match, 6);
}

static void entries_that_no_example_shows(void **state) {
    (void)state;
    struct output output = check_both("ACCUSE = berate/v subject:actor->actor object:actor->recipient in:\"song\"\n"
                                 "    + The minister berated the senator. => actor \"minister\"\n"
                                 "ACCUSE = chide/v subject:actor->actor object:actor->recipient in:\"song\"\n"
                                 "    + The minister chided the senator in a song. => actor \"minister\"\n"
                                 "ACCUSE = upbraid/v subject:actor->actor object:actor->recipient in:\"song\"\n",
                                 "opine : verb clause ; believes\n"
                                 "    The minister said that it rained. => The minister | said | that it rained\n"
                                 "postulate : verb clause ; believes\n"
                                 "    The minister postulated that it rained. => The minister | postulated | that it rained\n");
    static const char *const lines[] = {"own.rules:1: never matches: no example of any file makes it match",
                                        "own.cues:1: never matches: no example of any file makes it match"};
    assert_lines(&output, lines, sizeof lines / sizeof *lines);
}

static void entries_in_the_shadow_and_repeated(void **state) {
    (void)state;
    struct output output = check_both("ACCUSE = berate/v subject:actor->actor object:@agreement\n"
                                 "REJECT = berate/v subject:actor->actor object:\"deal\"\n"
                                 "ACCUSE = chide/v subject:actor->actor object:\"deal\"\n"
                                 "REJECT = chide/v subject:actor->actor object:@agreement\n"
                                 "REJECT = flay|flog/v subject:actor object:\"deal\"\n"
                                 "ACCUSE = flay/v subject:actor object:\"deal\"\n"
                                 "ACCUSE = flog/v subject:actor object:thing&actor\n",
                                 "opine : verb clause quote ; believes\n"
                                 "opine, postulate : verb clause ; reports\n"
                                 "posit : verb clause ; reports\n"
                                 "posit : verb clause ; reports PR+\n");
    static const char *const lines[] = {"own.rules:2: shadowed by own.rules:1", "own.rules:6: repeats own.rules:5",
                                        "own.rules:7: never matches: no word passes this slot: object:thing&actor",
                                        "own.cues:4: repeats own.cues:3: posit"};
    assert_lines(&output, lines, sizeof lines / sizeof *lines);
    assert_int_equal(output.checks.never_match, 1);
    assert_int_equal(output.checks.shadowed, 1);
    assert_int_equal(output.checks.repeated, 2);
}

/* Two Georgias of a kind are two; what is said again in an overlay is there to replace. */
static void keys_that_come_twice_in_a_file(void **state) {
    (void)state;
    static const char *const files[] = {
        "own.actors", "Ludo Tarlenheim\n    kind: PER\n    country: AUT\nLudo Tarlenheim\n    kind: PER\n    country: HUN\n"
                      "Ludo Tarlenheim\n    kind: PER\n    country: AUT\n    sector: GOV\nAs-Safir\n    kind: ORG\n    country: LBN\n",
        "own.agents", "night-watchman = PER COP\nsoldier = PER MIL\nnight watchman = PER CVL\n",
        "own.dates", "the day of the fair = on 0\n    It met on Monday. => 2020-07-13..2020-07-13\n"
                     "the year of the fair = on 0\n    It met on Monday. => 2020-07-13..2020-07-13\n"
                     "the day of the fair = none\n    It met on Monday. => 2020-07-13..2020-07-13\n"};
    struct output output = check(files, 3);
    static const char *const lines[] = {"own.actors:1: replaced by own.actors:7: Ludo Tarlenheim",
                                        "own.agents:1: replaced by own.agents:3: night watchman",
                                        "own.dates:1: replaced by own.dates:5: the day of the fair"};
    assert_lines(&output, lines, sizeof lines / sizeof *lines);
    assert_int_equal(output.checks.repeated, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_built_in_dictionaries_are_clean),
        cmocka_unit_test(words_that_are_no_lemmas),
        cmocka_unit_test(entries_that_no_example_shows),
        cmocka_unit_test(entries_in_the_shadow_and_repeated),
        cmocka_unit_test(keys_that_come_twice_in_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
