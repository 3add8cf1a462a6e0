/* Near-duplicates: what is found of a set of documents, in whatever order and however often they are added. */
#include "press.h"

#include <string.h>

#include "dossier/copies/copies.h"
#include "dossier/copies/signature.h"

static const char COPIES[] = "SELECT d.id, o.id, CAST(round(c.resemblance * 1000) AS INTEGER), "
                             "CAST(round(c.containment * 1000) AS INTEGER), c.changes FROM copy AS c JOIN document AS d ON d.key = c.document JOIN document AS o ON o.key = c.original ORDER BY d.id";
enum { COLUMNS = 5 };

/* ---- a press: stories that grow and change from paper to paper, under the same last lines */

enum { STORIES = 8, VERSIONS = 20, DOCUMENTS = STORIES * VERSIONS, SENTENCES = 12, SENTENCE_WORDS = 11 };

static struct press_document press[DOCUMENTS];
static const struct press_document *in_order[DOCUMENTS];

static void write_sentence(unsigned *state, char *out, size_t size) {
    size_t used = 0;
    for (unsigned i = 0; i < SENTENCE_WORDS; i++) {
        used += (size_t)snprintf(out + used, size - used, "%sw%u", i ? " " : "", press_random(state, 4000));
    }
    snprintf(out + used, size - used, ". ");
}

static void write_published(unsigned *state, char out[32]) {
    unsigned hour = press_random(state, 24), day = 1 + press_random(state, 3), choice = press_random(state, 8);
    const char *zone = choice % 2 ? "Z" : "+02:00";
    if (choice == 0) {
        out[0] = '\0';
    } else if (choice == 1) {
        snprintf(out, 32, "2016-03-%02u", day);
    } else {
        snprintf(out, 32, "2016-03-%02uT%02u:%02u:00%s", day, hour, press_random(state, 60), zone);
    }
}

/* Each version changes some sentences of the one before, so that the last ones no longer resemble the first. A third of the
 * stories end in the same three sentences: their buckets are crowded. */
static void write_story(unsigned *state, unsigned story, const char *last_lines) {
    char sentences[SENTENCES][120];
    for (unsigned i = 0; i < SENTENCES; i++) {
        write_sentence(state, sentences[i], sizeof sentences[i]);
    }
    for (unsigned version = 0; version < VERSIONS; version++) {
        struct press_document *document = &press[story * VERSIONS + version];
        snprintf(document->id, sizeof document->id, "s%02uv%u", story, version);
        write_published(state, document->published);
        size_t used = 0;
        for (unsigned i = 0; i < SENTENCES; i++) {
            used += (size_t)snprintf(document->text + used, sizeof document->text - used, "%s", sentences[i]);
        }
        snprintf(document->text + used, sizeof document->text - used, "%s", story % 3 ? "" : last_lines);
        for (unsigned i = 0; i < press_random(state, 4); i++) {
            unsigned at = press_random(state, SENTENCES);
            write_sentence(state, sentences[at], sizeof sentences[at]);
        }
    }
}

static void write_press(void) {
    unsigned state = 7;
    char last_lines[400] = "", sentence[120];
    for (unsigned i = 0; i < 3; i++) {
        write_sentence(&state, sentence, sizeof sentence);
        strcat(last_lines, sentence);
    }
    for (unsigned story = 0; story < STORIES; story++) {
        write_story(&state, story, last_lines);
    }
    for (unsigned i = 0; i < DOCUMENTS; i++) {
        in_order[i] = &press[i];
    }
}

static void shuffle(const struct press_document **documents, unsigned count, unsigned *state) {
    for (unsigned i = count; i > 1; i--) {
        unsigned other = press_random(state, i);
        const struct press_document *kept = documents[i - 1];
        documents[i - 1] = documents[other];
        documents[other] = kept;
    }
}

/* The copies found where all documents are added and linked at once. */
static char *found_at_once(void) {
    sayso_dossier *dossier = press_open("copies_once");
    press_add(dossier, in_order, DOCUMENTS, "a");
    press_link(dossier);
    char *found = press_rows(dossier, COPIES, COLUMNS);
    sayso_dossier_close(dossier);
    return found;
}

static void expect_found(sayso_dossier *dossier, const char *wanted) {
    char *found = press_rows(dossier, COPIES, COLUMNS);
    assert_string_equal(found, wanted);
    free(found);
    assert_int_equal(database_number(dossier->database, "SELECT count(*) FROM unlinked"), 0);
}

static void versions_are_copies_of_a_story_and_of_no_other(void **state) {
    (void)state;
    sayso_dossier *dossier = press_open("copies_stories");
    press_add(dossier, in_order, DOCUMENTS, "a");
    press_link(dossier);
    assert_true(database_number(dossier->database, "SELECT count(*) FROM copy") > DOCUMENTS / 2);
    assert_int_equal(database_number(dossier->database, "SELECT count(*) FROM story"), DOCUMENTS);
    assert_int_equal(database_number(dossier->database,
                                     "SELECT count(*) FROM copy AS c JOIN document AS d ON d.key = c.document JOIN document AS "
                                     "o ON o.key = c.original WHERE substr(d.id, 1, 3) <> substr(o.id, 1, 3)"), 0);
    assert_int_equal(database_number(dossier->database, "SELECT count(*) FROM copy AS c JOIN copy AS o ON o.document = c.original"),
                     0);
    assert_int_equal(database_number(dossier->database, "SELECT count(*) FROM copy WHERE containment < 0.5"), 0);
    sayso_dossier_close(dossier);
}

static void order_and_number_of_runs_do_not_matter(void **state) {
    (void)state;
    char *wanted = found_at_once();
    for (unsigned seed = 1; seed <= 3; seed++) {
        const struct press_document *documents[DOCUMENTS];
        unsigned random = seed, run = seed == 1 ? 1 : 16 * seed;
        memcpy(documents, in_order, sizeof documents);
        shuffle(documents, DOCUMENTS, &random);
        sayso_dossier *dossier = press_open("copies_runs");
        for (unsigned i = 0; i < DOCUMENTS; i += run) {
            press_add(dossier, documents + i, DOCUMENTS - i < run ? DOCUMENTS - i : run, "a");
            press_link(dossier);
        }
        expect_found(dossier, wanted);
        sayso_dossier_close(dossier);
    }
    free(wanted);
}

/* Goes on after slices of which some are lost, as when the process is killed in them. */
static void link_with_losses(sayso_dossier *dossier, unsigned *random) {
    for (bool more = true; more;) {
        struct copies *copies = copies_open(dossier->database);
        database_begin_write(dossier->database);
        more = copies_link(copies, 1 + press_random(random, 9));
        if (press_random(random, 3) == 0) {
            more = true;
            database_rollback(dossier->database);
        } else {
            assert_int_equal(database_commit(dossier->database, NULL), SAYSO_OK);
        }
        copies_close(copies);
    }
}

static void a_killed_run_goes_on(void **state) {
    (void)state;
    char *wanted = found_at_once();
    const struct press_document *documents[DOCUMENTS];
    unsigned random = 99;
    memcpy(documents, in_order, sizeof documents);
    shuffle(documents, DOCUMENTS, &random);
    sayso_dossier *dossier = press_open("copies_killed");
    press_add(dossier, documents, DOCUMENTS / 2, "a");
    link_with_losses(dossier, &random);
    press_add(dossier, documents + DOCUMENTS / 2, DOCUMENTS - DOCUMENTS / 2, "a");
    link_with_losses(dossier, &random);
    expect_found(dossier, wanted);
    sayso_dossier_close(dossier);
    free(wanted);
}

/* At first, a third of the documents have the text of another one. */
static void replaced_documents_leave_no_trace(void **state) {
    (void)state;
    char *wanted = found_at_once();
    static struct press_document wrong[DOCUMENTS];
    const struct press_document *first[DOCUMENTS], *second[DOCUMENTS];
    unsigned random = 5, replaced = 0;
    for (unsigned i = 0; i < DOCUMENTS; i++) {
        first[i] = &press[i];
        if (press_random(&random, 3) == 0) {
            wrong[i] = press[i];
            memcpy(wrong[i].text, press[press_random(&random, DOCUMENTS)].text, sizeof wrong[i].text);
            first[i] = &wrong[i];
            second[replaced++] = &press[i];
        }
    }
    sayso_dossier *dossier = press_open("copies_replaced");
    press_add(dossier, first, DOCUMENTS, "a");
    press_link(dossier);
    shuffle(second, replaced, &random);
    for (unsigned i = 0; i < replaced; i += 10) {
        press_add(dossier, second + i, replaced - i < 10 ? replaced - i : 10, "b");
        press_link(dossier);
    }
    expect_found(dossier, wanted);
    assert_int_equal(database_number(dossier->database, "SELECT count(*) FROM band"), DOCUMENTS * SIGNATURE_BANDS);
    sayso_dossier_close(dossier);
    free(wanted);
}

/* ---- single pairs */

static const char LONG[] = "The ferry left the harbour at dawn with ninety people on board, among them a school class from the islands. "
                           "An hour later the engine failed. Fishermen towed the vessel back, the coast guard said, and nobody was "
                           "hurt. The company has promised to return the fares within a week.";

/* What is found of two documents, the second published later. */
static char *found_of_two(const char *first, const char *second) {
    static struct press_document two[2];
    const struct press_document *documents[] = {&two[1], &two[0]};
    for (unsigned i = 0; i < 2; i++) {
        snprintf(two[i].id, sizeof two[i].id, "d%u", i + 1);
        snprintf(two[i].published, sizeof two[i].published, "2016-03-01T1%u:00:00Z", i);
        snprintf(two[i].text, sizeof two[i].text, "%s", i ? second : first);
    }
    sayso_dossier *dossier = press_open("copies_two");
    press_add(dossier, documents, 2, "a");
    press_link(dossier);
    char *found = press_rows(dossier, COPIES, COLUMNS);
    sayso_dossier_close(dossier);
    return found;
}

static void expect_two(const char *first, const char *second, const char *wanted) {
    char *found = found_of_two(first, second);
    assert_string_equal(found, wanted);
    free(found);
}

static void changes_are_spans(void **state) {
    (void)state;
    char second[1000];
    snprintf(second, sizeof second, "By a reporter\\n\\n%s It was the third failure this year.", LONG);
    char *number = strstr(second, "ninety");
    memcpy(number, "eighty", 6);
    char wanted[200];
    size_t size = strlen(LONG);
    snprintf(wanted, sizeof wanted, "d2 d1 672 891 {\"added\":[[0,13],[55,61],[%zu,%zu]],\"removed\":[[40,46]]}\n", size + 16,
             size + 16 + 35);
    expect_two(LONG, second, wanted);
}

static void short_texts_are_copies_where_they_are_the_same(void **state) {
    (void)state;
    expect_two("Shares of Acme rose by 2 percent on Monday.", "SHARES OF ACME ROSE BY 2 PERCENT ON MONDAY",
               "d2 d1 1000 1000 {\"added\":[],\"removed\":[]}\n");
    expect_two("Shares of Acme rose by 2 percent on Monday.", "Shares of Acme rose by 3 percent on Monday.", "");
    expect_two("Please enable cookies.", "Please enable cookies.", "");
}

static void scripts_without_spaces_have_words(void **state) {
    (void)state;
    const char *text = "外務省は月曜日に首都で協議が行われたと発表した。両国は国境の検問所を再開することで合意したという。";
    expect_two(text, text, "d2 d1 1000 1000 {\"added\":[],\"removed\":[]}\n");
}

static void reports_of_one_template_are_no_copies(void **state) {
    (void)state;
    const char *shape = "Stocks in %s closed higher, with the index at %d points after %d million shares changed hands. The currency "
                        "traded at %d to the dollar and oil at %d dollars a barrel, dealers at %s said. Of %d companies, %d "
                        "rose and %d fell.";
    char first[500], second[500];
    snprintf(first, sizeof first, shape, "Lagos", 211, 34, 51, 77, "Orient", 90, 40, 12);
    snprintf(second, sizeof second, shape, "Cairo", 873, 29, 16, 58, "Delta", 62, 31, 20);
    expect_two(first, second, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions_are_copies_of_a_story_and_of_no_other),
        cmocka_unit_test(order_and_number_of_runs_do_not_matter),
        cmocka_unit_test(a_killed_run_goes_on),
        cmocka_unit_test(replaced_documents_leave_no_trace),
        cmocka_unit_test(changes_are_spans),
        cmocka_unit_test(short_texts_are_copies_where_they_are_the_same),
        cmocka_unit_test(scripts_without_spaces_have_words),
        cmocka_unit_test(reports_of_one_template_are_no_copies),
    };
    write_press();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
