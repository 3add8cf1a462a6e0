/* Which events are one, who stands behind them, and what the user decides. */
#include "made.h"
#include "place.h"

#include "dossier/merge/merge.h"

#define HOMS "\"name\":\"Homs\",\"country\":\"SYR\",\"lat\":34.73,\"lon\":36.71,\"geonames\":169577"
#define ALEPPO "\"name\":\"Aleppo\",\"country\":\"SYR\",\"lat\":36.2,\"lon\":37.16,\"geonames\":170063"

static const struct made raid = {"a", "Daily", "2024-03-05", "ASSAULT", "Israel", "ISR", "Syria", "SYR", HOMS, "2024-03-04",
                                 "CT+", "Syrian army", "Israeli jets bombed a depot near Homs on Monday, the army said."};
static const struct made raid_again = {"b", "Herald", "2024-03-05", "ASSAULT", "Israeli air force", "ISR", "soldiers", NULL,
                                       HOMS, "2024-03-04", "CT+", "witnesses",
                                       "A depot near Homs was bombed by the Israeli air force, witnesses said."};
static const struct made raid_denied = {"c", "Wire", "2024-03-06", "ASSAULT", "Israel", "ISR", "Syria", "SYR", HOMS,
                                        "2024-03-04", "CT-", "Israel", "Israel denied that it had bombed a depot near Homs."};
static const struct made elsewhere = {"d", "Daily", "2024-03-05", "ASSAULT", "Israel", "ISR", "Syria", "SYR", ALEPPO,
                                      "2024-03-04", "CT+", NULL, "Israel bombed a depot near Aleppo on Monday."};
static const struct made later = {"e", "Daily", "2024-03-12", "ASSAULT", "Israel", "ISR", "Syria", "SYR", HOMS, "2024-03-11",
                                  "CT+", NULL, "Israel bombed a depot near Homs on Monday."};
static const struct made talks = {"f", "Herald", "2024-03-05", "CONSULT", "Israel", "ISR", "Syria", "SYR", HOMS,
                                  "2024-03-04", "CT+", NULL, "Israel met Syria near Homs on Monday."};

struct fixture {
    void *place;
    struct sayso_dossier *dossier;
};

static int open_fixture(void **state) {
    struct fixture *fixture = calloc(1, sizeof *fixture);
    assert_non_null(fixture);
    place_make(&fixture->place);
    fixture->dossier = made_open(((struct place *)fixture->place)->address);
    *state = fixture;
    return 0;
}

static int close_fixture(void **state) {
    struct fixture *fixture = *state;
    sayso_dossier_close(fixture->dossier);
    place_remove(&fixture->place);
    free(fixture);
    return 0;
}

static struct sayso_dossier *dossier_of(void **state) {
    return ((struct fixture *)*state)->dossier;
}

static bool gather(void *context, const char *bytes, size_t size) {
    base_buffer_add(context, (struct base_slice){bytes, size});
    return true;
}

/* Merged events as JSON lines; free() it. */
static char *read_merged(struct sayso_dossier *dossier, const char *event) {
    struct base_buffer out = {0};
    struct sayso_error error = {.reason = ""};
    if (sayso_dossier_merged(dossier, event, SAYSO_JSONL, gather, &out, &error) != SAYSO_OK) {
        fail_msg("%s", error.reason);
    }
    base_buffer_char(&out, 0);
    return out.data;
}

static void expect(struct sayso_dossier *dossier, const char *event, const char *wanted) {
    char *found = read_merged(dossier, event);
    if (!strstr(found, wanted)) {
        fail_msg("no %s in %s", wanted, found);
    }
    free(found);
}

static size_t count_lines(struct sayso_dossier *dossier) {
    char *merged = read_merged(dossier, NULL);
    size_t count = 0;
    for (const char *c = merged; *c; c++) {
        count += *c == '\n';
    }
    free(merged);
    return count;
}

/* ---- which are one */

static void reports_of_one_event_are_one(void **state) {
    struct sayso_dossier *dossier = dossier_of(state);
    made_add(dossier, (const struct made *[]){&raid, &raid_again, &elsewhere, &later, &talks}, 5);
    assert_int_equal(count_lines(dossier), 4);
    expect(dossier, "b#e1", "\"id\":\"a#e1\",\"type\":\"ASSAULT\",\"corroboration\":\"corroborated\"");
    expect(dossier, "b#e1", "\"reports\":2,\"documents\":2,\"stories\":2,\"sources\":2,\"asserting\":2");
    expect(dossier, "d#e1", "\"corroboration\":\"single source\"");
}

static void a_denial_disputes_and_alone_denies(void **state) {
    struct sayso_dossier *dossier = dossier_of(state);
    made_add(dossier, (const struct made *[]){&raid_denied}, 1);
    expect(dossier, "c#e1", "\"corroboration\":\"denied\"");
    made_add(dossier, (const struct made *[]){&raid}, 1);
    expect(dossier, "c#e1", "\"corroboration\":\"disputed\"");
    expect(dossier, "c#e1", "\"asserting\":1,\"doubting\":0,\"denying\":1");
}

/* Twenty papers that cite one agency are one source. */
static void a_source_counts_once(void **state) {
    struct sayso_dossier *dossier = dossier_of(state);
    struct made other = raid_again;
    other.source = raid.source;
    made_add(dossier, (const struct made *[]){&raid, &other}, 2);
    expect(dossier, "a#e1", "\"corroboration\":\"single source\"");
    expect(dossier, "a#e1", "\"reports\":2,\"documents\":2,\"stories\":2,\"sources\":1,\"asserting\":1");
}

static void the_order_of_adding_does_not_matter(void **state) {
    (void)state;
    const struct made *all[] = {&raid, &raid_again, &raid_denied, &elsewhere, &later, &talks};
    enum { ALL = sizeof all / sizeof *all };
    char *first = NULL;
    for (unsigned turn = 0; turn < ALL; turn++) {
        void *fixture;
        const struct made *turned[ALL];
        for (unsigned i = 0; i < ALL; i++) {
            turned[i] = all[turn % 2 ? (i + turn) % ALL : (ALL - 1 - i + turn) % ALL];
        }
        open_fixture(&fixture);
        made_add(dossier_of(&fixture), turned, turn); /* some in a first go, the rest in a second */
        made_add(dossier_of(&fixture), turned + turn, ALL - turn);
        char *merged = read_merged(dossier_of(&fixture), NULL);
        close_fixture(&fixture);
        if (first) {
            assert_string_equal(merged, first);
            free(merged);
        } else {
            first = merged;
        }
    }
    free(first);
}

/* ---- decisions */

static enum sayso_status decide(struct sayso_dossier *dossier, enum sayso_decision decision, const char *a, const char *b) {
    const char *events[] = {a, b};
    return sayso_dossier_decide(dossier, decision, events, b ? 2 : 1, NULL);
}

static void what_is_set_apart_stays_apart(void **state) {
    struct sayso_dossier *dossier = dossier_of(state);
    made_add(dossier, (const struct made *[]){&raid, &raid_again}, 2);
    assert_int_equal(count_lines(dossier), 1);
    assert_int_equal(decide(dossier, SAYSO_APART, "b#e1", NULL), SAYSO_OK);
    assert_int_equal(count_lines(dossier), 2);
    made_add(dossier, (const struct made *[]){&raid_denied}, 1);
    assert_int_equal(count_lines(dossier), 2);
    expect(dossier, "b#e1", "\"asserting\":1");
    assert_int_equal(decide(dossier, SAYSO_FORGET, "a#e1", "b#e1"), SAYSO_OK);
    assert_int_equal(count_lines(dossier), 1);
}

static void what_is_put_together_stays_together(void **state) {
    struct sayso_dossier *dossier = dossier_of(state);
    made_add(dossier, (const struct made *[]){&raid, &later}, 2);
    assert_int_equal(decide(dossier, SAYSO_TOGETHER, "a#e1", "e#e1"), SAYSO_OK);
    assert_int_equal(count_lines(dossier), 1);
    made_add(dossier, (const struct made *[]){&raid_again}, 1);
    assert_int_equal(count_lines(dossier), 1);
    expect(dossier, "e#e1", "\"reports\":3");
}

static void decisions_need_events_of_one_type(void **state) {
    struct sayso_dossier *dossier = dossier_of(state);
    made_add(dossier, (const struct made *[]){&raid, &talks}, 2);
    assert_int_equal(decide(dossier, SAYSO_TOGETHER, "a#e1", "f#e1"), SAYSO_BAD_USAGE);
    assert_int_equal(decide(dossier, SAYSO_APART, "nobody#e1", NULL), SAYSO_BAD_USAGE);
    assert_int_equal(count_lines(dossier), 2);
}

/* ---- likeness */

static struct merge_party party(const char *name, const char *country, bool is_person) {
    return (struct merge_party){base_slice_of(name), base_slice_of(country), BASE_SLICE("GOV"), is_person};
}

static struct merge_similarity compare(struct merge_party a, struct merge_party b) {
    struct merge_event left = {.type = BASE_SLICE("ACCUSE"), .dated = true, .has_days = true, .killed = -1};
    struct merge_event right = left;
    left.parties[MERGE_ACTOR] = &a;
    right.parties[MERGE_ACTOR] = &b;
    left.party_counts[MERGE_ACTOR] = right.party_counts[MERGE_ACTOR] = 1;
    return merge_compare(&left, &right);
}

static void parties_are_one_by_name_or_by_role(void **state) {
    (void)state;
    assert_true(compare(party("Vladimir Putin", "RUS", true), party("Putin", "RUS", true)).actor == 1);
    assert_true(compare(party("Vladimir Putin", "RUS", true), party("Sergei Lavrov", "RUS", true)).actor < 0);
    assert_true(compare(party("Russia", "RUS", false), party("Ukraine", "UKR", false)).actor < 0);
    double role = compare(party("Russia", "RUS", false), party("Russian ministry", "RUS", false)).actor;
    assert_true(role > 0.5 && role < 1);
}

static struct merge_similarity compare_days(int32_t a, int32_t b, enum merge_status status, bool dated) {
    struct merge_event left = {.type = BASE_SLICE("ACCUSE"), .dated = dated, .has_days = true, .first = a, .last = a,
                               .killed = -1};
    struct merge_event right = left;
    right.first = right.last = b;
    right.status = status;
    return merge_compare(&left, &right);
}

static void days_must_meet_and_a_plan_is_no_deed(void **state) {
    (void)state;
    assert_true(compare_days(100, 100, MERGE_PAST, true).date == 1);
    assert_true(compare_days(100, 101, MERGE_PAST, true).date > 0);
    assert_true(compare_days(100, 102, MERGE_PAST, true).date < 0);
    assert_true(compare_days(100, 100, MERGE_FUTURE, true).date == 1); /* announced for that day */
    assert_true(compare_days(100, 100, MERGE_FUTURE, false).date < 0);
}

#define WITH_DOSSIER(test) cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_DOSSIER(reports_of_one_event_are_one),
        WITH_DOSSIER(a_denial_disputes_and_alone_denies),
        WITH_DOSSIER(a_source_counts_once),
        cmocka_unit_test(the_order_of_adding_does_not_matter),
        WITH_DOSSIER(what_is_set_apart_stays_apart),
        WITH_DOSSIER(what_is_put_together_stays_together),
        WITH_DOSSIER(decisions_need_events_of_one_type),
        cmocka_unit_test(parties_are_one_by_name_or_by_role),
        cmocka_unit_test(days_must_meet_and_a_plan_is_no_deed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
