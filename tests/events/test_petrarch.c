/* Verb dictionaries of PETRARCH: what becomes of verbs, patterns and codes, and what is refused. */
#include "../fixture.h"

#include <stdio.h>

#include "events/cameo.h"
#include "events/petrarch.h"

static const char words[] = "@agent = by\n@where = in\n";

static struct events_rules *read_own(struct base_arena *arena) {
    struct events_rules *rules = events_rules_new(arena);
    struct sayso_error error = {.reason = ""};
    static const char own[] = "ASSAULT = hit/v subject:actor object:\"target\"\n";
    assert_int_equal(events_rules_read_words(rules, BASE_SLICE("w.rules"), base_slice_of(words), 0, &error), SAYSO_OK);
    assert_int_equal(events_rules_read(rules, BASE_SLICE("w.rules"), base_slice_of(own), 0, &error), SAYSO_OK);
    return rules;
}

static struct events_rules *rules_of(struct base_arena *arena, const char *text) {
    struct events_rules *rules = read_own(arena);
    struct sayso_error error = {.reason = ""};
    if (events_petrarch_read(rules, BASE_SLICE("d/petrarch/p.txt"), base_slice_of(text), 2, &error) ||
        events_rules_close(rules, &error)) {
        fail_msg("line %u: %s", error.line, error.reason);
    }
    return rules;
}

/* The n-th rule of the verb. */
static const struct events_rule *rule_of(const struct events_rules *rules, const char *verb, unsigned n) {
    uint32_t entry = events_rules_for(rules, base_slice_of(verb), 'v');
    for (; n > 0 && entry != DOCUMENT_NONE; n--) {
        entry = rules->lists.items[entry].next;
    }
    return entry == DOCUMENT_NONE ? NULL : &rules->rules.items[rules->lists.items[entry].rule];
}

static void assert_slots(const struct events_rule *rule, const char *expected) {
    char text[500] = "";
    for (size_t i = 0; i < rule->slot_count; i++) {
        size_t size = strlen(text);
        snprintf(text + size, sizeof text - size, "%s%.*s", i ? " " : "", (int)rule->slots[i].text.size,
                 rule->slots[i].text.data);
    }
    assert_string_equal(text, expected);
}

static void the_longest_pattern_comes_first_and_the_verb_last(void *arena) {
    const struct events_rules *rules = rules_of(arena, "--- HIT [190] ---\n"
                                                       "HIT\n"
                                                       "BEAT_UP {BEATS_UP} [182]\n"
                                                       "- * JACKPOT [---]\n"
                                                       "- * ENEMY AIRCRAFT [195]\n");
    const struct events_rule *rule = rule_of(rules, "hit", 0);
    assert_string_equal(rule->cameo, "195");
    assert_true(base_slice_is(rule->origin, "p.txt:5"));
    assert_string_equal(events_mode_name(rule->type, rule->mode), "aerial");
    assert_int_equal(rule_of(rules, "hit", 1)->type, EVENTS_NO_EVENT);
    assert_true(base_slice_is(rule_of(rules, "hit", 2)->origin, "p.txt:2"));
    assert_true(base_slice_is(rule_of(rules, "hit", 3)->file, "w.rules")); /* ours come behind */
    assert_null(rule_of(rules, "hit", 4));
    assert_slots(rule_of(rules, "beat", 0), "after:UP after:ENEMY after:AIRCRAFT subject:actor|owner->actor "
                 "?object|indirect|clause-subject|clause-object|oblique:actor|owner|place->recipient");
    assert_string_equal(rule_of(rules, "beat", 2)->cameo, "182");
}

static void forms_lead_to_their_verb(void *arena) {
    const struct events_rules *rules = rules_of(arena, "FRUMP {FRUMPED FROMP}\n- * X [030]\n");
    struct document_token token = {.form = BASE_SLICE("Fromp"), .lemma = BASE_SLICE("frompe")};
    assert_int_equal(events_rules_at(rules, &token, 'v'), events_rules_for(rules, BASE_SLICE("frump"), 'v'));
    assert_int_not_equal(events_rules_at(rules, &token, 'v'), DOCUMENT_NONE);
    assert_int_equal(events_rules_at(rules, &token, 'n'), DOCUMENT_NONE);
    token.form = BASE_SLICE("fromps");
    assert_int_equal(events_rules_at(rules, &token, 'v'), DOCUMENT_NONE);
}

static void patterns_say_where_the_parties_are(void *arena) {
    static const struct {
        const char *pattern, *slots;
    } cases[] = {
        {"- $ * +", "subject:actor|owner->actor object|indirect|oblique:actor|owner|place->recipient"},
        {"- * WITH +", "after:WITH subject:actor|owner->actor with|object|indirect|oblique:actor|owner|place->recipient"},
        {"- * {HELPING HAND} (TO +)",
         "after:{HELPING HAND} (TO +) subject:actor|owner->actor to:actor|owner|place->recipient"},
        {"- + * AID FROM $", "after:AID after:FROM from|object|indirect|oblique:actor|owner->actor "
                             "subject:actor|owner|place->recipient"},
        {"- + WAS_ * BY_$", "before:WAS_ after:BY_$ subject:actor|owner->actor "
                            "object|indirect|clause-subject|clause-object|oblique:actor|owner|place->recipient"},
        {"- % *", "subject:actor|owner->actor"},
        {"- (BECAUSE_OF +) *", "(BECAUSE_OF +) subject:actor|owner->actor because_of:actor|owner|place->recipient"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct base_slice text = base_arena_format(arena, "ZAP\n%s [040]\n", cases[i].pattern);
        const struct events_rules *rules = rules_of(arena, text.data);
        assert_int_equal(rules->refused.count, 0);
        assert_slots(rule_of(rules, "zap", 0), cases[i].slots);
    }
}

static void pairs_of_codes_are_one_event(void *arena) {
    const struct events_rules *rules = rules_of(arena, "ZAP [042:043]\nZIP [010:112]\nZOP [040:040]\n");
    assert_string_equal(rule_of(rules, "zap", 0)->cameo, "042");
    assert_string_equal(rule_of(rules, "zip", 0)->cameo, "112");
    assert_int_equal(rule_of(rules, "zip", 0)->slots[0].target, EVENTS_TO_RECIPIENT);
    assert_int_equal(rule_of(rules, "zip", 0)->slots[1].target, EVENTS_TO_ACTOR);
    assert_int_equal(rule_of(rules, "zop", 0)->slots[1].target, EVENTS_TO_ACTOR);
}

static void transformations_join_two_verbs(void *arena) {
    const struct events_rules *rules = rules_of(arena, "--- HOLD ---\nHOLD\nBLAME\n--- ATTACK [190] ---\nATTACK\nVOW\n"
                                                       "~ a (b . ATTACK) HOLD = a b 112\n"
                                                       "~ a (a b ATTACK) VOW = a b 138\n"
                                                       "~ a b BLAME = b a 111\n");
    assert_int_equal(rules->refused.count, 0);
    assert_slots(rule_of(rules, "blame", 0), "clause|object|oblique:ATTACK subject:actor|owner->actor "
                                             "clause-subject|object|indirect|oblique:actor|owner->recipient");
    assert_slots(rule_of(rules, "blame", 1),
                 "subject:actor|owner->recipient object|indirect|oblique:actor|owner|place->actor");
    assert_slots(rule_of(rules, "vow", 0), "clause|object|oblique:ATTACK subject:actor|owner->actor !clause-subject:any "
                                           "clause-object|oblique|object:actor|owner|place->recipient");
}

static void refused_lines_are_kept(void *arena) {
    static const struct {
        const char *line, *reason;
    } cases[] = {{"- * X [0999]", "CAMEO has no such code"},
                 {"- * X [rur]", "CAMEO has no such code"},
                 {"- * X [030", "a code without its ]"},
                 {"- * X", "a pattern without a code"},
                 {"- X [030]", "no \"*\" where the verb stands"},
                 {"- * X * [030]", "the verb twice, or within a phrase"},
                 {"- {*} [030]", "the verb twice, or within a phrase"},
                 {"- * $ $ [030]", "the source or the target twice"},
                 {"- * &NONE [030]", "no such set of synonyms"},
                 {"&EMPTY\n- * &EMPTY [030]", "no such set of synonyms"},
                 {"- * X.*Y|Z [030]", "characters that no word has"},
                 {"- * A | B [030]", "\"|\" not between words in a phrase"},
                 {"- * (IN {X} [030]", "a bracket that is not closed"},
                 {"- * X) [030]", "a bracket that none opens"},
                 {"- * ((IN X)) [030]", "phrases within phrases within phrases"},
                 {"- * () [030]", "no preposition at the start of ( )"},
                 {"- * (&TWO_IN +) [030]", "no preposition at the start of ( )"},
                 {"- * A B C D E F G H I J K L M N O P Q [030]", "a pattern of more than 16 phrases"},
                 {"- * \xFF [030]", "bytes that are not UTF-8"},
                 {"ZIP {ZIPS [030]", "forms without their }"},
                 {"This is prose.", "no verb in capital letters, and no other line of a dictionary"},
                 {"~ a (b (c d ZAP) ZAP) ZAP = a b 030", "a transformation of another form than a (b c VERB) VERB"},
                 {"~ a b ZAP", "a transformation without its = a b CODE"},
                 {"~ a b ZAP = a c 030", "a party that stands on the right side only"},
                 {"~ a b NIX = a b 030", "no verb of this name"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct base_slice text = base_arena_format(arena, "&TWO\n+IN\n+AT\nZAP [030]\n- * GOOD [030]\n%s\n", cases[i].line);
        const struct events_rules *rules = rules_of(arena, text.data);
        assert_int_equal(rules->refused.count, 1);
        assert_string_equal(rules->refused.items[0].reason, cases[i].reason);
        bool second = strchr(cases[i].line, '\n') != NULL;
        assert_true(base_slice_is(rules->refused.items[0].origin, second ? "p.txt:7" : "p.txt:6"));
        assert_non_null(rule_of(rules, "zap", 0));
    }
}

static void what_is_meant_is_not_refused(void *arena) {
    const struct events_rules *rules = rules_of(arena, "\xEF\xBB\xBF# comment\r\n<!-- more\n- * of it\n-->\n"
                                                       "&GIFT_ # set\n+FOOD AID {FOOD AIDS}\n\n+MEDICINE_\n"
                                                       "--- GIVE   [070]  ---  # block\n"
                                                       "GIVE {GAVE GIVEN } ; of old\n"
                                                       "- * &GIFT_ ^ TO_+ [073] # pattern\n"
                                                       "- * (&GIFT $) [---]\n"
                                                       "- * {GOOD ADVICE | HINTS} [010]\n");
    assert_int_equal(rules->refused.count, 0);
    assert_int_equal(rule_of(rules, "give", 0)->type, EVENTS_NO_EVENT);
}

static void another_format_is_an_error(void *arena) {
    struct sayso_error error = {.reason = ""};
    struct base_slice text = BASE_SLICE("--- ACCEPT [9] ---\n- * AID [030]\n");
    assert_int_equal(events_petrarch_read(read_own(arena), BASE_SLICE("p"), text, 2, &error), SAYSO_BAD_DICTIONARY);
    assert_int_equal(error.line, 1);
    assert_int_equal(events_petrarch_read(read_own(arena), BASE_SLICE("p"), BASE_SLICE("# none\n"), 2, &error), SAYSO_OK);
}

/* 200 verbs and 20,000 patterns of one block would be four million pairs. */
static void blocks_are_bounded(void *arena) {
    struct base_slice verbs = BASE_SLICE("");
    for (int i = 0; i < 200; i++) {
        verbs = base_arena_format(arena, "%.*sZ%d\n", (int)verbs.size, verbs.data, i);
    }
    enum { PATTERNS = 20000 };
    static const char line[] = "- * X [030]\n";
    char *text = base_arena_take(arena, verbs.size + PATTERNS * strlen(line) + 1);
    memcpy(text, verbs.data, verbs.size);
    for (size_t i = 0; i < PATTERNS; i++) {
        memcpy(text + verbs.size + i * strlen(line), line, strlen(line));
    }
    const struct events_rules *rules = rules_of(arena, text);
    assert_true(rules->lists.count <= 1 << 20);
    assert_string_equal(rules->refused.items[0].reason, "too many verbs and patterns before it");
}

static void depth_and_length_do_no_harm(void *arena) {
    enum { SIZE = 1 << 20 };
    for (size_t i = 0; i < 3; i++) {
        char *text = base_arena_take(arena, SIZE + 40);
        strcpy(text, "ZAP\n- * X [030]\n- * ");
        size_t size = strlen(text);
        memset(text + size, "(_X"[i], SIZE);
        strcpy(text + size + SIZE, " [030]\n");
        const struct events_rules *rules = rules_of(arena, text);
        assert_int_equal(rules->refused.count, i == 0);
    }
}

static void every_code_of_cameo_has_a_type(void *arena) {
    (void)arena;
    uint8_t type, mode;
    assert_true(events_cameo(BASE_SLICE("0841"), &type, &mode) && type == EVENTS_RETREAT);
    assert_string_equal(events_mode_name(type, mode), "release");
    assert_true(events_cameo(BASE_SLICE("19"), &type, &mode) && type == EVENTS_ASSAULT && mode == 0);
    assert_true(events_cameo(BASE_SLICE("014"), &type, &mode) && type == EVENTS_TYPES);
    static const char *const none[] = {"", "9", "000", "059", "0849", "01:", "210", "01000"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_false(events_cameo(base_slice_of(none[i]), &type, &mode));
    }
    unsigned known = 0;
    for (int code = 0; code < 10000; code++) {
        char text[8];
        snprintf(text, sizeof text, "%04d", code);
        known += events_cameo(base_slice_of(text), &type, &mode);
        known += code < 1000 && events_cameo(base_slice_of(text + 1), &type, &mode);
    }
    assert_in_range(known, 280, 320); /* CAMEO 1.1b3 has some 300 */
}

IN_ARENA(the_longest_pattern_comes_first_and_the_verb_last)
IN_ARENA(forms_lead_to_their_verb)
IN_ARENA(patterns_say_where_the_parties_are)
IN_ARENA(pairs_of_codes_are_one_event)
IN_ARENA(transformations_join_two_verbs)
IN_ARENA(refused_lines_are_kept)
IN_ARENA(what_is_meant_is_not_refused)
IN_ARENA(another_format_is_an_error)
IN_ARENA(blocks_are_bounded)
IN_ARENA(depth_and_length_do_no_harm)
IN_ARENA(every_code_of_cameo_has_a_type)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_longest_pattern_comes_first_and_the_verb_last),
        cmocka_unit_test(test_forms_lead_to_their_verb),
        cmocka_unit_test(test_patterns_say_where_the_parties_are),
        cmocka_unit_test(test_pairs_of_codes_are_one_event),
        cmocka_unit_test(test_transformations_join_two_verbs),
        cmocka_unit_test(test_refused_lines_are_kept),
        cmocka_unit_test(test_what_is_meant_is_not_refused),
        cmocka_unit_test(test_another_format_is_an_error),
        cmocka_unit_test(test_blocks_are_bounded),
        cmocka_unit_test(test_depth_and_length_do_no_harm),
        cmocka_unit_test(test_every_code_of_cameo_has_a_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
