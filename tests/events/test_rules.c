/* The ontology, the rule language, and frames on trees written by hand: form|lemma|UPOS|XPOS|head|relation. */
#include "../fixture.h"

#include "events/match.h"
#include "text/text.h"

static const char words[] = "@agent = by\n@whole = of | by\n@light = launch | pay\n@occur = begin\n"
                            "@quantity = hundred\n@deal = deal |\n    pact\n$who = subject:actor->actor\n";

static struct events_rules *rules_of(struct base_arena *arena, const char *text) {
    struct events_rules *rules = events_rules_new(arena);
    struct sayso_error error = {0};
    if (events_rules_read_words(rules, BASE_SLICE("words.rules"), base_slice_of(words), 0, &error) ||
        events_rules_read_words(rules, BASE_SLICE("test.rules"), base_slice_of(text), 0, &error) ||
        events_rules_read(rules, BASE_SLICE("test.rules"), base_slice_of(text), 0, &error) ||
        events_rules_close(rules, &error)) {
        fail_msg("line %u: %s", error.line, error.reason);
    }
    return rules;
}

static void assert_bad(struct base_arena *arena, const char *text, unsigned line) {
    struct events_rules *rules = events_rules_new(arena);
    struct sayso_error error = {0};
    enum sayso_status status = events_rules_read_words(rules, BASE_SLICE("a"), base_slice_of(text), 0, &error);
    status = status ? status : events_rules_read(rules, BASE_SLICE("a"), base_slice_of(text), 0, &error);
    status = status ? status : events_rules_close(rules, &error);
    if (status != SAYSO_BAD_DICTIONARY || error.line != line) {
        fail_msg("taken, or blamed on line %u: %s", error.line, text);
    }
}

static void errors_name_their_line(void *arena) {
    assert_bad(arena, "# fine\nVISIT = go/v subject:actor\n", 2);
    assert_bad(arena, "CONSULT.walk = go/v subject:actor\n", 1);
    assert_bad(arena, "CONSULT 04x = go/v subject:actor\n", 1);
    assert_bad(arena, "CONSULT = go subject:actor\n", 1);
    assert_bad(arena, "\nCONSULT = go/v subject:@nobody\n", 2);
    assert_bad(arena, "CONSULT = go/v subject:somebody\n", 1);
    assert_bad(arena, "CONSULT = go/v subject:actor->host\n", 1);
    assert_bad(arena, "CONSULT = go/v $frame\n", 1);
    assert_bad(arena, "$frame = $frame\nCONSULT = go/v $frame\n", 2);
    assert_bad(arena, "@a = go\n@b = come\n@a = run\n", 3); /* two that mean other words would share them */
    assert_bad(arena, "@a += go\n@a = run\n", 2);
    assert_bad(arena, "    + An example of nothing.\n", 1);
    assert_bad(arena, "CONSULT = go/v subject:actor {fun}\n", 1);
}

static void a_rule_may_begin_on_its_second_line(void *arena) {
    const struct events_rules *rules = rules_of(arena, "ASSAULT = strike/v\n    $who\n    + Iran struck Iraq.\n");
    assert_int_equal(rules->rules.items[0].slot_count, rules_of(arena, "ASSAULT = strike/v $who\n")->rules.items[0].slot_count);
}

static void more_telling_rules_come_first(void *arena) {
    const struct events_rules *rules = rules_of(arena, "ASSAULT = strike/v $who\n"
                                                       "SUPPORT = strike/v $who object:@deal\n"
                                                       "    + Iran struck a deal.\n"
                                                       "    - Lightning struck.\n");
    uint32_t entry = events_rules_for(rules, BASE_SLICE("strike"), 'v');
    assert_int_not_equal(entry, DOCUMENT_NONE);
    const struct events_rule *first = &rules->rules.items[rules->lists.items[entry].rule];
    assert_int_equal(first->type, EVENTS_SUPPORT);
    assert_int_equal(first->example_count, 2);
    assert_true(base_slice_is(first->origin, "test.rules:2"));
    assert_int_equal(events_rules_for(rules, BASE_SLICE("strike"), 'n'), DOCUMENT_NONE);
}

static void overlays_replace_and_remove(void *arena) {
    struct events_rules *rules = events_rules_new(arena);
    struct sayso_error error = {0};
    events_rules_read(rules, BASE_SLICE("a"), BASE_SLICE("ASSAULT = hit|beat/v subject:actor object:\"x\"\n"), 0, &error);
    events_rules_read(rules, BASE_SLICE("b"), BASE_SLICE("!beat/v\nACCUSE = hit/v subject:actor\n"), 1, &error);
    assert_int_equal(events_rules_close(rules, &error), SAYSO_OK);
    assert_int_equal(events_rules_for(rules, BASE_SLICE("beat"), 'v'), DOCUMENT_NONE);
    uint32_t entry = events_rules_for(rules, BASE_SLICE("hit"), 'v');
    assert_int_equal(rules->rules.items[rules->lists.items[entry].rule].type, EVENTS_ACCUSE);
}

static void the_ontology_knows_its_names(void *arena) {
    (void)arena;
    for (uint8_t type = 0; type < EVENTS_TYPES; type++) {
        uint8_t found = EVENTS_TYPES, mode;
        assert_true(events_type_of(base_slice_of(events_type_name(type)), &found));
        assert_int_equal(found, type);
        assert_null(events_mode_name(type, 0));
        assert_false(events_mode_of(type, BASE_SLICE("no-mode"), &mode));
        assert_in_range(events_quad_class(type), 1, 4);
        assert_true((events_score(type, 0) < 0) == (events_quad_class(type) > 2) || type == EVENTS_REQUEST);
    }
    uint8_t mode = 0;
    assert_true(events_mode_of(EVENTS_ASSAULT, BASE_SLICE("unconventional"), &mode));
    assert_true(events_score(EVENTS_ASSAULT, mode) < -9.9f);
    assert_int_equal(events_context_count(), 37);
}

/* ---- frames */

static struct document *tree(struct base_arena *arena, const char *compact) {
    struct base_slice rest = base_slice_of(compact), out = BASE_SLICE("");
    for (unsigned id = 1; rest.size; id++) {
        struct base_slice word = base_slice_cut(&rest, ' '), field[6];
        for (int i = 0; i < 6; i++) {
            field[i] = base_slice_cut(&word, '|');
        }
        const char *feats = base_slice_is(field[3], "WDT") || base_slice_is(field[3], "WP") ? "PronType=Rel" : "_";
        out = base_arena_format(arena, "%.*s%u\t%.*s\t%.*s\t%.*s\t%.*s\t%s\t%.*s\t%.*s\t_\t_\n", (int)out.size, out.data, id,
                                (int)field[0].size, field[0].data, (int)field[1].size, field[1].data,
                                (int)field[2].size, field[2].data, (int)field[3].size, field[3].data, feats,
                                (int)field[4].size, field[4].data, (int)field[5].size, field[5].data);
    }
    out = base_arena_format(arena, "%.*s\n", (int)out.size, out.data);
    struct document *document = document_new(arena);
    struct sayso_error error = {0};
    if (text_read_conllu(document, out, true, &error) != SAYSO_OK) {
        fail_msg("line %u: %s", error.line, error.reason);
    }
    return document;
}

static uint32_t token_of(const struct document *document, const char *form) {
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        if (base_slice_is(document->tokens.items[i].form, form)) {
            return i;
        }
    }
    fail_msg("no token '%s'", form);
    return 0;
}

/* The argument of that role (and marker, of EVENTS_CASE) must be the token; NULL: there must be none. */
static void assert_role(struct base_arena *arena, const char *compact, const char *predicate, enum events_role role,
                        const char *marker, const char *form) {
    const struct document *document = tree(arena, compact);
    const struct events_rules *rules = rules_of(arena, "");
    struct events_frame frame;
    events_frame_of(document, &rules->vocabulary, token_of(document, predicate), &frame);
    for (size_t i = 0; i < frame.count; i++) {
        if (frame.arguments[i].role == role && base_slice_is(frame.arguments[i].marker, marker)) {
            struct base_slice got = document->tokens.items[frame.arguments[i].token].form;
            if (!form || !base_slice_is(got, form)) {
                fail_msg("%.*s is '%s' of: %s", (int)got.size, got.data, predicate, compact);
            }
            return;
        }
    }
    if (form) {
        fail_msg("%s is not in: %s", form, compact);
    }
}

#define PASSIVE                                                                                                        \
    "Kuwait|Kuwait|PROPN|NNP|3|nsubj:pass was|be|AUX|VBD|3|aux:pass attacked|attack|VERB|VBN|0|root "                   \
    "by|by|ADP|IN|5|case Iraq|Iraq|PROPN|NNP|3|obl"
#define RELATIVE                                                                                                       \
    "Iraq|Iraq|PROPN|NNP|0|root which|which|PRON|WDT|3|nsubj attacked|attack|VERB|VBD|1|acl:relcl "                     \
    "Kuwait|Kuwait|PROPN|NNP|3|obj"
#define GAP                                                                                                            \
    "town|town|NOUN|NN|0|root Iraq|Iraq|PROPN|NNP|3|nsubj attacked|attack|VERB|VBD|1|acl:relcl"
#define REDUCED                                                                                                        \
    "town|town|NOUN|NN|0|root attacked|attack|VERB|VBN|1|acl by|by|ADP|IN|4|case Iraq|Iraq|PROPN|NNP|2|obl:agent"
#define CONTROL                                                                                                        \
    "Paris|Paris|PROPN|NNP|2|nsubj urged|urge|VERB|VBD|0|root Iraq|Iraq|PROPN|NNP|2|obj to|to|PART|TO|5|mark "          \
    "leave|leave|VERB|VB|2|xcomp Kuwait|Kuwait|PROPN|NNP|5|obj"
#define RAISING                                                                                                        \
    "Iraq|Iraq|PROPN|NNP|3|nsubj:pass is|be|AUX|VBZ|3|aux:pass said|say|VERB|VBN|0|root to|to|PART|TO|5|mark "          \
    "attack|attack|VERB|VB|3|xcomp Kuwait|Kuwait|PROPN|NNP|5|obj"
#define COORDINATED                                                                                                    \
    "He|he|PRON|PRP|3|nsubj:pass was|be|AUX|VBD|3|aux:pass tried|try|VERB|VBN|0|root and|and|CCONJ|CC|5|cc "            \
    "hanged|hang|VERB|VBN|3|conj"
#define SHARED_OBJECT                                                                                                  \
    "Iraq|Iraq|PROPN|NNP|2|nsubj attacked|attack|VERB|VBD|0|root and|and|CCONJ|CC|4|cc took|take|VERB|VBD|2|conj "      \
    "Kuwait|Kuwait|PROPN|NNP|2|obj"
#define LIGHT                                                                                                          \
    "Iraq|Iraq|PROPN|NNP|2|nsubj launched|launch|VERB|VBD|0|root an|a|DET|DT|4|det attack|attack|NOUN|NN|2|obj "        \
    "on|on|ADP|IN|6|case Kuwait|Kuwait|PROPN|NNP|2|obl"
#define NOMINAL                                                                                                        \
    "The|the|DET|DT|2|det attack|attack|NOUN|NN|7|nsubj on|on|ADP|IN|4|case Kuwait|Kuwait|PROPN|NNP|2|nmod "            \
    "by|by|ADP|IN|6|case Iraq|Iraq|PROPN|NNP|4|nmod failed|fail|VERB|VBD|0|root"
#define POSSESSED                                                                                                      \
    "Iraq|Iraq|PROPN|NNP|3|nmod:poss 's|'s|PART|POS|1|case attack|attack|NOUN|NN|4|nsubj failed|fail|VERB|VBD|0|root"
#define COUNTED                                                                                                        \
    "Iraq|Iraq|PROPN|NNP|2|nsubj sent|send|VERB|VBD|0|root hundreds|hundred|NOUN|NNS|2|obj of|of|ADP|IN|5|case "        \
    "soldiers|soldier|NOUN|NNS|3|nmod"
#define TWO_VERBS                                                                                                      \
    "Iraq|Iraq|PROPN|NNP|2|nsubj threatened|threaten|VERB|VBD|0|root to|to|PART|TO|4|mark attack|attack|VERB|VB|2|xcomp " \
    "Kuwait|Kuwait|PROPN|NNP|4|obj"

static void frames_undo_alternations(void *arena) {
    assert_role(arena, PASSIVE, "attacked", EVENTS_SUBJECT, "", "Iraq");
    assert_role(arena, PASSIVE, "attacked", EVENTS_OBJECT, "", "Kuwait");
    assert_role(arena, RELATIVE, "attacked", EVENTS_SUBJECT, "", "Iraq");
    assert_role(arena, GAP, "attacked", EVENTS_OBJECT, "", "town");
    assert_role(arena, REDUCED, "attacked", EVENTS_OBJECT, "", "town");
    assert_role(arena, REDUCED, "attacked", EVENTS_SUBJECT, "", "Iraq");
    assert_role(arena, CONTROL, "leave", EVENTS_SUBJECT, "", "Iraq");
    assert_role(arena, CONTROL, "urged", EVENTS_SUBJECT, "", "Paris");
    assert_role(arena, RAISING, "attack", EVENTS_SUBJECT, "", "Iraq");
    assert_role(arena, COORDINATED, "hanged", EVENTS_OBJECT, "", "He");
    assert_role(arena, COORDINATED, "hanged", EVENTS_SUBJECT, "", NULL);
    assert_role(arena, SHARED_OBJECT, "took", EVENTS_OBJECT, "", "Kuwait");
    assert_role(arena, SHARED_OBJECT, "took", EVENTS_SUBJECT, "", "Iraq");
}

static void nouns_have_frames_like_verbs(void *arena) {
    assert_role(arena, LIGHT, "attack", EVENTS_SUBJECT, "", "Iraq");
    assert_role(arena, LIGHT, "attack", EVENTS_CASE, "on", "Kuwait");
    assert_role(arena, NOMINAL, "attack", EVENTS_SUBJECT, "", "Iraq");
    assert_role(arena, NOMINAL, "attack", EVENTS_CASE, "on", "Kuwait");
    assert_role(arena, POSSESSED, "attack", EVENTS_SUBJECT, "", "Iraq");
    assert_role(arena, POSSESSED, "attack", EVENTS_POSSESSIVE, "", "Iraq");
}

static void frames_look_through_counts_and_complements(void *arena) {
    assert_role(arena, COUNTED, "sent", EVENTS_OBJECT, "", "soldiers");
    assert_role(arena, TWO_VERBS, "threatened", EVENTS_CLAUSE_OBJECT, "", "Kuwait");
    assert_role(arena, TWO_VERBS, "threatened", EVENTS_CLAUSE, "to", "attack");
}

IN_ARENA(errors_name_their_line)
IN_ARENA(a_rule_may_begin_on_its_second_line)
IN_ARENA(more_telling_rules_come_first)
IN_ARENA(overlays_replace_and_remove)
IN_ARENA(the_ontology_knows_its_names)
IN_ARENA(frames_undo_alternations)
IN_ARENA(nouns_have_frames_like_verbs)
IN_ARENA(frames_look_through_counts_and_complements)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors_name_their_line),
        cmocka_unit_test(test_a_rule_may_begin_on_its_second_line),
        cmocka_unit_test(test_more_telling_rules_come_first),
        cmocka_unit_test(test_overlays_replace_and_remove),
        cmocka_unit_test(test_the_ontology_knows_its_names),
        cmocka_unit_test(test_frames_undo_alternations),
        cmocka_unit_test(test_nouns_have_frames_like_verbs),
        cmocka_unit_test(test_frames_look_through_counts_and_complements),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
