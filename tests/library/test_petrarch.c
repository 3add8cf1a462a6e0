/* A PETRARCH dictionary laid over ours changes what the records say. */
#include <sys/stat.h>

#include "output.h"

static const char TEXT[] = "The Hentzau League met Flavia Tarlenheim in Prague on Monday. "
                           "The vineyardist accused Tarlenheim of fraud.";

static const char ACTORS[] = "HENTZAU_LEAGUE_\n"
                             "+LEAGUE_OF_HENTZAU_\n"
                             "\t[CZEREB <19991231]\n"
                             "\t[CZEGOV >20000101]\n"
                             "FLAVIA_TARLENHEIM_ ; of the novel\n"
                             "\t[AUTJUD 850101-991231]\n"
                             "\t[HUNLEG >000101]\n"
                             "\t[HUNLEG >0001]\n";
static const char AGENTS[] = "VINEYARDIST [~AGR]\n";

static char folder[] = "/tmp/sayso-test-XXXXXX";
static char petrarch[64], actors[96], agents[96];

/* The record of the entity of that name, up to its role. */
static const char *entity(const struct output *records, const char *name, char out[200]) {
    char start[100];
    snprintf(start, sizeof start, "\"name\":\"%s\",\"type\"", name);
    const char *at = strstr(records->bytes, start);
    const char *end = at ? strstr(at, ",\"role\"") : NULL;
    snprintf(out, 200, "%.*s", at && end ? (int)(end - at) : 0, at ? at : "");
    return out;
}

static void code(const char *dictionary, const char *date, struct output *records, size_t *refused) {
    struct sayso_error error = {.reason = ""};
    sayso_language *language;
    assert_int_equal(sayso_language_open(getenv("SAYSO_MODEL"), &dictionary, dictionary != NULL, &language, &error),
                     SAYSO_OK);
    struct sayso_options options = {.task = SAYSO_CODE, .input = SAYSO_INPUT_TEXT, .format = SAYSO_JSONL, .all = true,
                                    .date = date};
    struct sayso_callbacks callbacks = {.write = output_collect, .context = records};
    struct sayso_counts counts;
    records->size = 0;
    assert_int_equal(sayso_run_bytes(language, &options, "memory", TEXT, strlen(TEXT), &callbacks, &counts, &error),
                     SAYSO_OK);
    *refused = sayso_language_refused(language);
    sayso_language_close(language);
}

static int make_folder(void **state) {
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(petrarch, sizeof petrarch, "%s/petrarch", folder);
    snprintf(actors, sizeof actors, "%s/novel.txt", petrarch);
    snprintf(agents, sizeof agents, "%s/novel.agents", petrarch);
    return mkdir(petrarch, 0700);
}

static int remove_folder(void **state) {
    (void)state;
    unlink(actors);
    unlink(agents);
    return rmdir(petrarch) || rmdir(folder);
}

static void actors_dates_and_agents_are_in_the_records(void **state) {
    (void)state;
    static struct output records;
    char seen[200];
    size_t refused;
    output_write_file(actors, ACTORS);
    output_write_file(agents, AGENTS);
    code(NULL, "2012-05-01", &records, &refused);
    assert_int_equal(refused, 0);
    assert_null(strstr(entity(&records, "Flavia Tarlenheim", seen), "LEG"));
    assert_null(strstr(records.bytes, "AGR"));
    code(folder, "2012-05-01", &records, &refused);
    assert_int_equal(refused, 1);
    assert_string_equal(entity(&records, "Flavia Tarlenheim", seen),
                        "\"name\":\"Flavia Tarlenheim\",\"type\":\"PER\",\"country\":\"HUN\",\"sector\":[\"LEG\"]");
    assert_string_equal(entity(&records, "Hentzau League", seen),
                        "\"name\":\"Hentzau League\",\"type\":\"ORG\",\"country\":\"CZE\",\"sector\":[\"GOV\"]");
    assert_non_null(strstr(records.bytes, "\"sector\":[\"AGR\"]"));
    code(folder, "1995-05-01", &records, &refused);
    assert_string_equal(entity(&records, "Flavia Tarlenheim", seen),
                        "\"name\":\"Flavia Tarlenheim\",\"type\":\"PER\",\"country\":\"AUT\",\"sector\":[\"JUD\"]");
    assert_string_equal(entity(&records, "Hentzau League", seen),
                        "\"name\":\"Hentzau League\",\"type\":\"ORG\",\"country\":\"CZE\",\"sector\":[\"REB\"]");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(actors_dates_and_agents_are_in_the_records)};
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
