/* Runs the examples of the built-in rules: each sentence goes through all rooms. */
#include "pipeline.h"

/* The parser is trained and may fail on a few; frames and rules are tested on trees by hand. */
#define LEAST_SHARE 0.97

static void report(void *context, const struct events_rule *rule, const struct events_example *example,
                   const char *reason) {
    (void)context;
    print_message("%.*s:%u: %s: %.*s\n", (int)rule->file.size, rule->file.data, example->line, reason,
                  (int)example->sentence.size, example->sentence.data);
}

static void rules_do_what_their_examples_say(void **state) {
    struct pipeline *p = *state;
    struct events_checker checker = {p, pipeline_read, report};
    struct events_check_counts counts;
    events_check(p->events, &checker, &counts);
    assert_true(counts.examples > 800);
    assert_int_equal(counts.without_example, 0);
    if ((double)(counts.examples - counts.failed) < LEAST_SHARE * (double)counts.examples) {
        fail_msg("%zu of %zu examples failed", counts.failed, counts.examples);
    }
}

/* Each type is covered, and by sentences that must not give it, too. */
static void each_type_has_examples_and_counter_examples(void **state) {
    const struct pipeline *p = *state;
    const struct events_rules *rules = events_rules_of(p->events);
    size_t wanted[EVENTS_TYPES + 1] = {0}, unwanted[EVENTS_TYPES + 1] = {0};
    for (size_t i = 0; i < rules->rules.count; i++) {
        const struct events_rule *rule = &rules->rules.items[i];
        for (size_t j = 0; j < rule->example_count; j++) {
            ++*(rule->examples[j].wanted ? &wanted[rule->type] : &unwanted[rule->type]);
        }
    }
    for (uint8_t type = 0; type < EVENTS_TYPES; type++) {
        if (wanted[type] < 40 || unwanted[type] < 10) {
            fail_msg("%s has %zu examples and %zu counter-examples", events_type_name(type), wanted[type],
                     unwanted[type]);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_do_what_their_examples_say),
        cmocka_unit_test(each_type_has_examples_and_counter_examples),
    };
    return cmocka_run_group_tests(tests, pipeline_setup, pipeline_teardown);
}
