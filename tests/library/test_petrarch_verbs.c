/* Which verb dictionary of PETRARCH beats which other rules, and what sayso_language_check() says of one. */
#include <sys/stat.h>

#include "output.h"

static const char TEXT[] = "The president of France visited the king of Morocco.";

#define FOLDER_SIZE 32

static char folders[2][FOLDER_SIZE] = {"/tmp/sayso-test-a-XXXXXX", "/tmp/sayso-test-b-XXXXXX"};

/* Writes the file, or removes it where there is no text. */
static void put(const char *folder, const char *name, const char *text) {
    char path[96];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    unlink(path);
    if (text) {
        output_write_file(path, text);
    }
}

static int make_folders(void **state) {
    (void)state;
    for (int i = 0; i < 2; i++) {
        char petrarch[FOLDER_SIZE + 10];
        assert_non_null(mkdtemp(folders[i]));
        snprintf(petrarch, sizeof petrarch, "%.31s/petrarch", folders[i]);
        assert_int_equal(mkdir(petrarch, 0700), 0);
    }
    return 0;
}

static int remove_folders(void **state) {
    (void)state;
    int failed = 0;
    for (int i = 0; i < 2; i++) {
        char petrarch[FOLDER_SIZE + 10];
        put(folders[i], "petrarch/p.verbs", NULL);
        put(folders[i], "own.rules", NULL);
        snprintf(petrarch, sizeof petrarch, "%.31s/petrarch", folders[i]);
        failed |= rmdir(petrarch) || rmdir(folders[i]);
    }
    return failed;
}

static sayso_language *open_with(const char *const *dictionaries, size_t count) {
    struct sayso_error error = {.reason = ""};
    sayso_language *language;
    if (sayso_language_open(getenv("SAYSO_MODEL"), dictionaries, count, &language, &error) != SAYSO_OK) {
        fail_msg("%s:%u: %s", error.input, error.line, error.reason);
    }
    return language;
}

/* The CAMEO code of the text's event; empty: none. */
static const char *cameo(const char *const *dictionaries, size_t count) {
    static char code[5];
    static struct output output;
    struct sayso_error error = {.reason = ""};
    struct sayso_options options = {.task = SAYSO_CODE, .input = SAYSO_INPUT_TEXT, .format = SAYSO_JSONL};
    struct sayso_callbacks callbacks = {.write = output_collect, .context = &output};
    struct sayso_counts counts;
    sayso_language *language = open_with(dictionaries, count);
    output = (struct output){.size = 0};
    assert_int_equal(sayso_run_bytes(language, &options, "memory", TEXT, strlen(TEXT), &callbacks, &counts, &error),
                     SAYSO_OK);
    sayso_language_close(language);
    const char *at = strstr(output.bytes, "\"cameo\":\"");
    snprintf(code, sizeof code, "%.*s", at ? (int)strcspn(at + 9, "\"") : 0, at ? at + 9 : "");
    return code;
}

static void the_last_dictionary_wins(void **state) {
    (void)state;
    static const char own[] = "SUPPORT 050 = visit/v subject:actor->actor object:actor->recipient\n"
                              "    + The president of France visited the king of Morocco.\n";
    const char *both[] = {folders[0], folders[1]}, *turned[] = {folders[1], folders[0]};
    assert_string_equal(cameo(NULL, 0), "042");
    put(folders[0], "petrarch/p.verbs", "VISIT [112]\n");
    assert_string_equal(cameo(both, 1), "112");
    put(folders[0], "own.rules", own);
    assert_string_equal(cameo(both, 1), "112"); /* PETRARCH's come later in one folder */
    put(folders[1], "petrarch/p.verbs", "VISIT [111]\n");
    assert_string_equal(cameo(both, 2), "111");
    assert_string_equal(cameo(turned, 2), "112");
    put(folders[1], "petrarch/p.verbs", NULL);
    put(folders[1], "own.rules", own);
    assert_string_equal(cameo(both, 2), "050");
    put(folders[1], "own.rules", "!visit/v\n");
    assert_string_equal(cameo(both, 2), "");
    put(folders[0], "own.rules", NULL);
    put(folders[1], "own.rules", NULL);
}

static void what_is_no_event_keeps_ours_away(void **state) {
    (void)state;
    const char *dictionary = folders[0];
    put(folders[0], "petrarch/p.verbs", "VISIT [---]\n");
    assert_string_equal(cameo(&dictionary, 1), "");
    put(folders[0], "petrarch/p.verbs", "VISIT\n- * QUEEN [112]\n");
    assert_string_equal(cameo(&dictionary, 1), "042"); /* nothing is said of the verb alone */
    put(folders[0], "petrarch/p.verbs", "VISIT\n- * KING [---]\n- * QUEEN [112]\n");
    assert_string_equal(cameo(&dictionary, 1), "");
    put(folders[0], "petrarch/p.verbs", "VISIT [---]\n- * KING [010]\n- PRESIDENT * KING OF MOROCCO [1121]\n");
    assert_string_equal(cameo(&dictionary, 1), "1121"); /* the longest pattern */
}

static void check_lists_what_is_refused(void **state) {
    (void)state;
    static struct output output;
    const char *dictionary = folders[0];
    struct sayso_error error = {.reason = ""};
    put(folders[0], "petrarch/p.verbs", "ZAP [190]\n- * &NO_SET [030]\n- * {A (B {C}} [030]\n- * X [030]\n");
    sayso_language *language = open_with(&dictionary, 1);
    assert_int_equal(sayso_language_refused(language), 2);
    assert_int_equal(sayso_language_check(language, output_collect, &output, &output.checks, &error), SAYSO_OK);
    sayso_language_close(language);
    assert_int_equal(output.checks.refused, 2);
    assert_string_equal(output.bytes, "p.verbs:2: no such set of synonyms: - * &NO_SET [030]\n"
                                      "p.verbs:3: phrases within phrases within phrases: - * {A (B {C}} [030]\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_dictionary_wins),
        cmocka_unit_test(what_is_no_event_keeps_ours_away),
        cmocka_unit_test(check_lists_what_is_refused),
    };
    return cmocka_run_group_tests(tests, make_folders, remove_folders);
}
