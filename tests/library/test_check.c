/* What sayso_language_check() lists of a dictionary: each fault, beside an entry nearly the same that has none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sayso.h"

struct output {
    char bytes[8000];
    size_t size;
    struct sayso_checks checks;
};

static bool collect(void *context, const char *bytes, size_t size) {
    struct output *output = context;
    assert_true(output->size + size < sizeof output->bytes);
    memcpy(output->bytes + output->size, bytes, size);
    output->size += size;
    output->bytes[output->size] = 0;
    return true;
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* Files of cues are named with their folder, whose name is not known before. */
static void take_out(struct output *output, const char *folder) {
    size_t length = strlen(folder) + 1;
    for (char *at; (at = strstr(output->bytes, folder)) != NULL; output->size -= length) {
        memmove(at, at + length, strlen(at + length) + 1);
    }
}

/* Checks the built-in dictionaries, with own ones over them where there are any. */
static struct output check(const char *rules, const char *cues) {
    char folder[] = "/tmp/sayso-test-XXXXXX", rules_path[64], cues_path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(rules_path, sizeof rules_path, "%s/own.rules", folder);
    snprintf(cues_path, sizeof cues_path, "%s/own.cues", folder);
    write_file(rules_path, rules);
    write_file(cues_path, cues);
    const char *dictionary = folder;
    struct sayso_error error = {.reason = ""};
    struct output output = {.size = 0};
    sayso_language *language;
    enum sayso_status status =
        sayso_language_open(getenv("SAYSO_MODEL"), &dictionary, 1, &language, &error);
    unlink(rules_path);
    unlink(cues_path);
    rmdir(folder);
    if (status != SAYSO_OK) {
        fail_msg("%s:%u: %s", error.input, error.line, error.reason);
    }
    assert_int_equal(sayso_language_check(language, collect, &output, &output.checks, &error), SAYSO_OK);
    sayso_language_close(language);
    take_out(&output, folder);
    return output;
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
    struct output output = check("", "");
    assert_string_equal(output.bytes, "");
    assert_int_equal(output.checks.never_match + output.checks.shadowed + output.checks.repeated, 0);
}

static void words_that_are_no_lemmas(void **state) {
    (void)state;
    struct output output = check("ACCUSE = lambasted|lambast|exceed|avert|found/v subject:actor->actor object:actor->recipient\n"
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
    struct output output = check("ACCUSE = berate/v subject:actor->actor object:actor->recipient in:\"song\"\n"
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
    struct output output = check("ACCUSE = berate/v subject:actor->actor object:@agreement\n"
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_built_in_dictionaries_are_clean),
        cmocka_unit_test(words_that_are_no_lemmas),
        cmocka_unit_test(entries_that_no_example_shows),
        cmocka_unit_test(entries_in_the_shadow_and_repeated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
