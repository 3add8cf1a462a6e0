/* Reading *.cues, and what is wrong with entries that can be read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "claims/faults.h"

struct input {
    struct base_arena *arena;
    struct claims *claims;
    const char *text;
    bool overlay;
    struct sayso_error error;
    enum sayso_status status;
};

static void load(void *context) {
    struct input *input = context;
    if (input->claims == NULL) {
        input->claims = base_arena_take(input->arena, sizeof *input->claims);
    }
    input->status = claims_load(input->claims, input->arena, BASE_SLICE("own.cues"), base_slice_of(input->text),
                                input->overlay, &input->error);
}

static void read_cues(struct input *input, const char *text, bool overlay) {
    input->text = text;
    input->overlay = overlay;
    if (input->arena == NULL) {
        input->arena = base_arena_new();
    }
    assert_true(base_arena_run(input->arena, load, input));
}

static void entries_have_frames_and_values(void **state) {
    (void)state;
    struct input input = {0};
    read_cues(&input, "accuse, blame : verb object+of+for quote ; alleges PR+ not Uu author PS+ future\n"
                      "    She accused him of theft. => She | accused | him of theft\n"
                      "according to : preposition ; reports\n", false);
    assert_int_equal(input.status, SAYSO_OK);
    const struct claims_cue *cue = claims_first(input.claims, BASE_SLICE("blame"));
    assert_non_null(cue);
    assert_int_equal(cue->kind, CLAIMS_VERB);
    assert_int_equal(cue->frames, CLAIMS_OBJECT | CLAIMS_QUOTE);
    assert_true(base_slice_is(cue->object_cases[1], "for"));
    assert_int_equal(cue->stance, DOCUMENT_ALLEGES);
    assert_int_equal(cue->factuality, DOCUMENT_PR_PLUS);
    assert_int_equal(cue->negated, DOCUMENT_UU);
    assert_int_equal(cue->author, DOCUMENT_PS_PLUS);
    assert_int_equal(cue->aux, DOCUMENT_FUTURE);
    assert_true(base_slice_is(cue->origin, "own.cues:1"));
    assert_int_equal(claims_first(input.claims, BASE_SLICE("according"))->word_count, 2);
    assert_int_equal(input.claims->examples.count, 1);
    assert_true(base_slice_is(input.claims->examples.items[0].content, "him of theft"));
    base_arena_free(input.arena);
}

static void longer_entries_come_first(void **state) {
    (void)state;
    struct input input = {0};
    read_cues(&input, "call : verb object ; other\ncall for : verb object ; demands\n", false);
    const struct claims_cue *cue = claims_first(input.claims, BASE_SLICE("call"));
    assert_int_equal(cue->word_count, 2);
    assert_int_equal(claims_next(input.claims, cue)->word_count, 1);
    assert_null(claims_next(input.claims, claims_next(input.claims, cue)));
    base_arena_free(input.arena);
}

static void overlays_replace_and_remove(void **state) {
    (void)state;
    struct input input = {0};
    read_cues(&input, "say : verb clause ; reports\nsay : noun clause ; reports\ntell : verb clause ; reports\n", false);
    read_cues(&input, "say : verb quote ; alleges\nsay : verb object ; denies\n!tell : verb\n", true);
    assert_int_equal(input.status, SAYSO_OK);
    unsigned verbs = 0, nouns = 0;
    for (const struct claims_cue *cue = claims_first(input.claims, BASE_SLICE("say")); cue != NULL;
         cue = claims_next(input.claims, cue)) {
        verbs += cue->kind == CLAIMS_VERB;
        nouns += cue->kind == CLAIMS_NOUN;
        assert_false(cue->kind == CLAIMS_VERB && cue->stance == DOCUMENT_REPORTS);
    }
    assert_int_equal(verbs, 2);
    assert_int_equal(nouns, 1);
    assert_null(claims_first(input.claims, BASE_SLICE("tell")));
    base_arena_free(input.arena);
}

static void examples_may_judge_a_predicate(void **state) {
    (void)state;
    struct input input = {0};
    read_cues(&input, "fail : verb infinitive past ; CT- not CT+\n    He failed to go. => go CT-\n"
                      "    She said he left. => left Uu CT+\n", false);
    assert_int_equal(input.status, SAYSO_OK);
    assert_int_equal(claims_first(input.claims, BASE_SLICE("fail"))->frames, CLAIMS_INFINITIVE | CLAIMS_PAST);
    const struct claims_example *examples = input.claims->examples.items;
    assert_true(base_slice_is(examples[0].predicate, "go"));
    assert_int_equal(examples[0].author, DOCUMENT_CT_MINUS);
    assert_false(examples[0].has_innermost);
    assert_int_equal(examples[1].author, DOCUMENT_UU);
    assert_true(examples[1].has_innermost);
    assert_int_equal(examples[1].innermost, DOCUMENT_CT_PLUS);
    base_arena_free(input.arena);
}

static void errors_name_their_line(void **state) {
    (void)state;
    static const char *const wrong[] = {
        "# fine\nsay : word ; reports\n",         "say : verb clause ; reports\nsay : verb sentence ; reports\n",
        "say : verb ; reports\ntell : verb ; CT\n", "\n : verb ; reports\n",
        "say : verb ; reports\n    Nobody said it.\n", "say : verb ; reports\n    It rained. => he | said\n",
        "say : verb ; reports\n    It rained. => rained\n", "say : verb ; reports\n    It rained. => rained CT+ CT+ CT+\n",
        "a b : verb ; reports\na b c d e : verb ; reports\n",
        "say : verb ; reports\nsay : verb object=thing ; reports\n",
        "say : verb ; reports\nsay : verb clause=issue ; reports\n", "say : verb ; reports\nsay : verb source ; reports\n"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct input input = {0};
        read_cues(&input, wrong[i], false);
        assert_int_equal(input.status, SAYSO_BAD_DICTIONARY);
        assert_int_equal(input.error.line, 2);
        assert_string_equal(input.error.input, "own.cues");
        base_arena_free(input.arena);
    }
}

static void frames_may_ask_for_classes(void **state) {
    (void)state;
    struct input input = {0};
    read_cues(&input, "back : verb object=person|issue+for +to=matter source=document ; other\n"
                      "call : verb complement=common object!+as ; other\n", false);
    assert_int_equal(input.status, SAYSO_OK);
    const struct claims_cue *cue = claims_first(input.claims, BASE_SLICE("back"));
    assert_int_equal(cue->frames, CLAIMS_OBJECT);
    assert_int_equal(cue->object_class, CLAIMS_IS_PERSON | CLAIMS_IS_ISSUE);
    assert_int_equal(cue->case_class, CLAIMS_IS_MATTER);
    assert_int_equal(cue->source_class, CLAIMS_IS_DOCUMENT);
    assert_true(base_slice_is(cue->object_cases[0], "for"));
    assert_true(base_slice_is(cue->cases[0], "to"));
    cue = claims_first(input.claims, BASE_SLICE("call"));
    assert_int_equal(cue->complement_class, CLAIMS_IS_COMMON);
    assert_int_equal(cue->object_class, 0);
    base_arena_free(input.arena);
}

/* ---- entries that never count */

struct found {
    struct claims_fault fault;
    size_t count;
};

static void note(void *context, const struct claims_fault *fault) {
    struct found *found = context;
    found->fault = *fault;
    found->count++;
}

/* The one fault, of the cue at `origin`; NULL: there must be none. */
static void assert_fault(const char *text, const char *origin, const char *other, bool repeats) {
    struct input input = {0};
    struct found found = {0};
    read_cues(&input, text, false);
    assert_int_equal(input.status, SAYSO_OK);
    claims_find_faults(input.claims, note, &found);
    if (found.count != (origin != NULL ? 1 : 0)) {
        fail_msg("%zu faults: %s", found.count, text);
    }
    if (origin != NULL) {
        assert_true(base_slice_is(found.fault.cue->origin, origin));
        assert_true(base_slice_is(found.fault.other->origin, other));
        assert_int_equal(found.fault.repeats, repeats);
    }
    base_arena_free(input.arena);
}

static void entries_in_the_shadow(void **state) {
    (void)state;
    assert_fault("say : verb clause quote ; reports\nsay : verb quote ; alleges\n", "own.cues:2", "own.cues:1", false);
    assert_fault("say : verb quote ; reports\nsay : verb clause quote ; alleges\n", NULL, NULL, false);
    assert_fault("say : verb clause quote ; reports\nsay : noun clause ; alleges\n", NULL, NULL, false);
    assert_fault("say : verb clause quote ; reports\nsay so : verb clause ; alleges\n", NULL, NULL, false);
    assert_fault("blame : verb object+for+on ; reports\nblame : verb object+on ; alleges\n", "own.cues:2", "own.cues:1", false);
    assert_fault("blame : verb object+for ; reports\nblame : verb object+on ; alleges\n", NULL, NULL, false);
    assert_fault("warn : verb +of +against ; reports\nwarn : verb +of ; alleges\n", "own.cues:2", "own.cues:1", false);
    assert_fault("warn : verb +of ; reports\nwarn : verb +about ; alleges\n", NULL, NULL, false);
    assert_fault("see : verb object+as ; reports\nsee : verb object!+as ; alleges\n", "own.cues:2", "own.cues:1", false);
    assert_fault("see : verb object!+as ; reports\nsee : verb object+as ; alleges\n", NULL, NULL, false);
    assert_fault("see : verb object=person ; reports\nsee : verb object ; alleges\n", NULL, NULL, false);
    assert_fault("see : verb object ; reports\nsee : verb object=issue ; alleges\n", "own.cues:2", "own.cues:1", false);
    assert_fault("have : verb infinitive ; CT+\nhave : verb infinitive past ; PS+\n", "own.cues:2", "own.cues:1", false);
    assert_fault("have : verb infinitive past ; CT+\nhave : verb infinitive ; PS+\n", NULL, NULL, false);
    /* what only changes factuality does not make the claim, and demands are not let through where reports are */
    assert_fault("go : verb infinitive ; CT+\ngo : verb infinitive ; promises\n", NULL, NULL, false);
    assert_fault("go : verb infinitive ; promises\ngo : verb infinitive ; CT+\n", "own.cues:2", "own.cues:1", false);
    assert_fault("go : verb clause ; demands\ngo : verb clause ; reports\n", NULL, NULL, false);
}

static void repeated_entries(void **state) {
    (void)state;
    assert_fault("say : verb clause ; reports\ntell, say : verb clause ; reports\n", "own.cues:2", "own.cues:1", true);
    assert_fault("say, tell, say : verb clause ; reports\n", "own.cues:1", "own.cues:1", true);
    assert_fault("may, might : modal ; PS+\nmight : modal ; PR+\n", "own.cues:2", "own.cues:1", true);
    assert_fault("may : modal ; PS+\nmay : modal clause ; PR+\n", NULL, NULL, false);
}

static void overlays_replace_without_a_fault(void **state) {
    (void)state;
    struct input input = {0};
    struct found found = {0};
    read_cues(&input, "say, tell : verb clause ; reports\nask : verb clause ; asks\n", false);
    read_cues(&input, "say : verb clause ; alleges\n", true);
    claims_find_faults(input.claims, note, &found);
    assert_int_equal(found.count, 0);
    assert_false(claims_is_whole(input.claims, 0));
    assert_true(claims_is_whole(input.claims, 2));
    base_arena_free(input.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_have_frames_and_values),
        cmocka_unit_test(frames_may_ask_for_classes),
        cmocka_unit_test(longer_entries_come_first),
        cmocka_unit_test(overlays_replace_and_remove),
        cmocka_unit_test(examples_may_judge_a_predicate),
        cmocka_unit_test(errors_name_their_line),
        cmocka_unit_test(entries_in_the_shadow),
        cmocka_unit_test(repeated_entries),
        cmocka_unit_test(overlays_replace_without_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
