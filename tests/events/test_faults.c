/* Rules that never count: each fault, and a rule nearly the same that has none. */
#include "../fixture.h"

#include <stdio.h>

#include "events/faults.h"

static const char words[] = "@weapon = gun | bomb\n@bomb = bomb\n@deal = deal | pact\n@none = @none\n"
                            "$who = subject:actor->actor\n";

struct found {
    char lines[10][160];
    size_t count;
};

static void note(void *context, const struct events_fault *fault) {
    static const char *const names[] = {"never", "shadowed", "repeats"};
    struct found *found = context;
    struct base_slice other = fault->other ? fault->other->origin : (struct base_slice){"", 0};
    assert_in_range(found->count, 0, 9);
    assert_true((fault->kind == EVENTS_NEVER_MATCHES) == (fault->reason != NULL));
    snprintf(found->lines[found->count++], sizeof found->lines[0], "%.*s %s %.*s%.*s%.*s", (int)fault->rule->origin.size,
             fault->rule->origin.data, names[fault->kind], (int)other.size, other.data, fault->lemma.size ? 1 : 0, " ",
             (int)fault->lemma.size, fault->lemma.data);
}

static void read_rules(struct events_rules *rules, const char *name, const char *text, unsigned layer) {
    struct sayso_error error = {0};
    if (events_rules_read_words(rules, base_slice_of(name), base_slice_of(text), layer, &error) ||
        events_rules_read(rules, base_slice_of(name), base_slice_of(text), layer, &error)) {
        fail_msg("line %u: %s", error.line, error.reason);
    }
}

static void find(struct base_arena *arena, const char *text, const char *own, struct found *found) {
    struct events_rules *rules = events_rules_new(arena);
    struct sayso_error error = {0};
    read_rules(rules, "words", words, 0);
    read_rules(rules, "a", text, 0);
    if (own) {
        read_rules(rules, "own", own, 1);
    }
    assert_int_equal(events_rules_close(rules, &error), SAYSO_OK);
    *found = (struct found){.count = 0};
    events_find_faults(rules, note, found);
}

/* One fault, as "FILE:LINE KIND OTHER LEMMA"; NULL: none. */
static void assert_fault(struct base_arena *arena, const char *text, const char *expected) {
    struct found found;
    find(arena, text, NULL, &found);
    if (found.count != (expected ? 1 : 0) || (expected && strcmp(found.lines[0], expected) != 0)) {
        fail_msg("%zu faults, \"%s\" in: %s", found.count, found.lines[0], text);
    }
}

static void rules_that_contradict_themselves(void *arena) {
    assert_fault(arena, "ASSAULT = hit/v $who object:actor&thing\n", "a:1 never ");
    assert_fault(arena, "ASSAULT = hit/v $who object:actor|thing\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v $who object:\"deal\"&@weapon\n", "a:1 never ");
    assert_fault(arena, "ASSAULT = hit/v $who object:\"big_gun\"&@weapon\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v $who object:@deal&@weapon\n", "a:1 never ");
    assert_fault(arena, "ASSAULT = hit/v $who object:@bomb&@weapon\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v $who object:armed&~political\n", "a:1 never ");
    assert_fault(arena, "ASSAULT = hit/v $who object:political&~armed\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v $who ?object:actor&thing\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v $who object:COP !object:security\n", "a:1 never ");
    assert_fault(arena, "ASSAULT = hit/v $who object:COP !object:REB\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v $who object:COP !in|object:armed\n", "a:1 never ");
    assert_fault(arena, "ASSAULT = hit/v $who in|object:COP !object:armed\n", NULL);
    assert_fault(arena, "ASSAULT = hit|beat/v $who self:\"hit\" self:\"beat\"\n", "a:1 never ");
    assert_fault(arena, "ASSAULT = hit|beat/v $who self:\"hit\" object:\"beat\"\n", NULL);
}

static void rules_of_which_nothing_is_there(void *arena) {
    assert_fault(arena, "ASSAULT = @none/v $who\n", "a:1 never ");
    assert_fault(arena, "ASSAULT = @none|hit/v $who\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v $who object:@none\n", "a:1 never ");
    assert_fault(arena, "ASSAULT = hit/v $who object:@none|actor\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v modifier:\"air\"\n", "a:1 never ");
    assert_fault(arena, "ASSAULT = hit/n modifier:\"air\"\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v modifier|object:\"air\"\n", NULL);
}

static void rules_in_the_shadow(void *arena) {
    assert_fault(arena, "ACCUSE = hit/v subject:actor->actor object:any\nASSAULT = hit/v subject:person->actor object:actor\n",
                 "a:2 shadowed a:1");
    assert_fault(arena, "ACCUSE = hit/v subject:person->actor object:any\nASSAULT = hit/v subject:actor->actor object:actor\n",
                 NULL);
    assert_fault(arena, "ACCUSE = hit/v $who on|in:any\nASSAULT = hit/v $who in:actor\n", "a:2 shadowed a:1");
    assert_fault(arena, "ACCUSE = hit/v $who on|in:any\nASSAULT = hit/v $who in|at:actor\n", NULL);
    assert_fault(arena, "ACCUSE = hit/v $who !object:@bomb\nASSAULT = hit/v $who !object:@weapon\n", "a:2 shadowed a:1");
    assert_fault(arena, "ACCUSE = hit/v $who !object:@weapon\nASSAULT = hit/v $who !object:@bomb\n", NULL);
    assert_fault(arena, "ACCUSE = hit/v $who ?in:place\nASSAULT = hit/v $who ?on:place\n", "a:2 repeats a:1");
    assert_fault(arena, "NONE = hit/v object:@weapon\nASSAULT = hit/v object:\"gun\"\n", "a:2 shadowed a:1");
    assert_fault(arena, "NONE = hit/v object:\"gun\"\nASSAULT = hit/v object:@weapon\n", NULL);
}

/* What asks for more comes first, wherever it stands. */
static void rank_decides_who_is_first(void *arena) {
    assert_fault(arena, "ACCUSE = hit/v $who\nASSAULT = hit/v $who object:any\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v $who in:any\nNONE = hit/v $who in:any\n", "a:1 repeats a:2");
    assert_fault(arena, "ASSAULT = hit/v $who\nASSAULT = beat/v $who\n", NULL);
    assert_fault(arena, "ASSAULT = hit/v $who\nASSAULT = hit/n $who\n", NULL);
}

static void repeated_rules(void *arena) {
    assert_fault(arena, "ASSAULT = hit/v $who object:@deal\nACCUSE = hit/v subject:actor->actor object:@deal\n",
                 "a:2 repeats a:1");
    assert_fault(arena, "ASSAULT = hit/v $who object:@deal\nACCUSE = hit/v subject:actor->actor object:@weapon\n", NULL);
}

static void some_of_the_lemmas(void *arena) {
    assert_fault(arena, "ASSAULT = hit/v $who\nACCUSE = hit|beat/v $who\n", "a:2 repeats a:1 hit");
    assert_fault(arena, "ASSAULT = hit|beat/v $who\nACCUSE = beat/v $who\n", "a:2 repeats a:1");
    assert_fault(arena, "@hits = hit | beat\nASSAULT = hit/v $who\nACCUSE = @hits/v $who\n", NULL);
}

/* A slot that takes a word may leave none for the next: then the other rule has its chance. */
static void slots_take_words_from_each_other(void *arena) {
    assert_fault(arena, "ACCUSE = hit/v object:any->recipient object:actor\nASSAULT = hit/v object:@bomb object:actor\n",
                 NULL);
    assert_fault(arena, "ACCUSE = hit/v object:any on:actor->recipient\nASSAULT = hit/v object:thing on:actor\n",
                 "a:2 shadowed a:1");
}

/* A rule of such a type does not match where it finds none: the next one has its chance. */
static void types_that_need_a_recipient(void *arena) {
    uint8_t needy = 0;
    while (needy < EVENTS_TYPES && !events_needs_recipient(needy)) {
        needy++;
    }
    assert_in_range(needy, 0, EVENTS_TYPES - 1);
    const char *type = events_type_name(needy);
    struct base_slice text = base_arena_format(arena, "%s = hit/v $who\nPROTEST = hit/v $who !in:any\n", type);
    assert_fault(arena, base_arena_string(arena, text), NULL);
    text = base_arena_format(arena, "%s = hit/v $who on:actor->recipient\nPROTEST = hit/v $who on:actor\n", type);
    assert_fault(arena, base_arena_string(arena, text), "a:2 shadowed a:1");
}

static void overlays_come_first_on_purpose(void *arena) {
    struct found found;
    find(arena, "ASSAULT = hit/v $who\n", "ACCUSE = hit/v $who\n", &found);
    assert_int_equal(found.count, 0);
    find(arena, "ASSAULT = hit/v $who\n", "ACCUSE = hit/v $who\nREJECT = hit/v $who\n", &found);
    assert_int_equal(found.count, 1);
    assert_string_equal(found.lines[0], "own:2 repeats own:1");
    find(arena, "ASSAULT = hit/v $who\n", "ACCUSE = beat/v $who\n!beat/v\nREJECT = beat/v $who\n", &found);
    assert_int_equal(found.count, 0);
}

IN_ARENA(rules_that_contradict_themselves)
IN_ARENA(rules_of_which_nothing_is_there)
IN_ARENA(rules_in_the_shadow)
IN_ARENA(rank_decides_who_is_first)
IN_ARENA(repeated_rules)
IN_ARENA(some_of_the_lemmas)
IN_ARENA(slots_take_words_from_each_other)
IN_ARENA(types_that_need_a_recipient)
IN_ARENA(overlays_come_first_on_purpose)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules_that_contradict_themselves),
        cmocka_unit_test(test_rules_of_which_nothing_is_there),
        cmocka_unit_test(test_rules_in_the_shadow),
        cmocka_unit_test(test_rank_decides_who_is_first),
        cmocka_unit_test(test_repeated_rules),
        cmocka_unit_test(test_some_of_the_lemmas),
        cmocka_unit_test(test_slots_take_words_from_each_other),
        cmocka_unit_test(test_types_that_need_a_recipient),
        cmocka_unit_test(test_overlays_come_first_on_purpose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
