/* Files of weights for the antecedents of pronouns, and what the weights choose. */
#include "../fixture.h"

#include "actors/salience.h"

static enum sayso_status read(const char *text, struct actors_salience *salience, struct sayso_error *error) {
    *salience = (struct actors_salience){0};
    *error = (struct sayso_error){0};
    return actors_salience_read(salience, base_slice_of(text), error);
}

static void lines_give_a_weight_for_each_class(void **state) {
    (void)state;
    struct actors_salience salience;
    struct sayso_error error;
    assert_int_equal(read("# classes\n\nsubject 1 -2 3 4 5 6 7 # said\nnearest 10 0 0 0 0 0 0\n", &salience, &error), SAYSO_OK);
    assert_int_equal(salience.weight[ACTORS_PERSON_SUBJECT][ACTORS_FEATURE_SUBJECT], 1);
    assert_int_equal(salience.weight[ACTORS_PERSON_OWNER][ACTORS_FEATURE_SUBJECT], -2);
    assert_int_equal(salience.weight[ACTORS_NEUTER_OWNER][ACTORS_FEATURE_SUBJECT], 7);
    assert_int_equal(salience.weight[ACTORS_PERSON_SUBJECT][ACTORS_FEATURE_NEAREST], 10);
}

static void what_is_no_weight_is_an_error_with_its_line(void **state) {
    (void)state;
    static const char *const texts[] = {"subject 1 2 3 4 5 6\n", "subject 1 2 3 4 5 6 7 8\n", "subjects 1 2 3 4 5 6 7\n",
                                        "subject 1 2 3 4 5 6 x\n", "subject 1 2 3 4 5 6 -\n", "subject 1 2 3 4 5 6 99999999\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct actors_salience salience;
        struct sayso_error error;
        assert_int_equal(read(texts[i], &salience, &error), SAYSO_BAD_DICTIONARY);
        assert_int_equal(error.line, 1);
    }
}

static void the_most_salient_is_chosen_and_of_equals_the_first(void **state) {
    (void)state;
    struct actors_salience salience;
    struct sayso_error error;
    assert_int_equal(read("subject 5 0 0 0 0 0 0\nnearest 3 0 0 0 0 0 0\n", &salience, &error), SAYSO_OK);
    struct actors_antecedent antecedents[] = {{.features = {[ACTORS_FEATURE_NEAREST] = 1}},
                                              {.features = {[ACTORS_FEATURE_SUBJECT] = 1}},
                                              {.features = {[ACTORS_FEATURE_SUBJECT] = 1}}};
    struct actors_choice choice = {.class = ACTORS_PERSON_SUBJECT, .antecedents = antecedents, .count = 3};
    assert_int_equal(actors_most_salient(&salience, &choice), 1);
    choice.class = ACTORS_NEUTER; /* which has no weights */
    assert_int_equal(actors_most_salient(&salience, &choice), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_give_a_weight_for_each_class),
        cmocka_unit_test(what_is_no_weight_is_an_error_with_its_line),
        cmocka_unit_test(the_most_salient_is_chosen_and_of_equals_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
