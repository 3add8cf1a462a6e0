/* From text to coded events: type, parties, factuality, tellings, counts. */
#include "pipeline.h"

static const struct document *read(void **state, const char *text) {
    return pipeline_read(*state, base_slice_of(text));
}

static void assert_none(const struct document *document, uint8_t type) {
    for (size_t i = 0; i < document->events.count; i++) {
        if (document->events.items[i].type == type) {
            fail_msg("%s in: %.*s", events_type_name(type), (int)document->text.size, document->text.data);
        }
    }
}

static bool has(const struct document *document, const uint32_t *mentions, size_t count, const char *text) {
    for (size_t i = 0; i < count; i++) {
        struct document_span span = document->mentions.items[mentions[i]].span;
        if (base_slice_find(document_slice(document, span), base_slice_of(text)) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

static void assert_actor(const struct document *document, const struct document_event *event, const char *text) {
    if (!has(document, event->actors, event->actor_count, text)) {
        fail_msg("'%s' is no actor in: %.*s", text, (int)document->text.size, document->text.data);
    }
}

static void assert_recipient(const struct document *document, const struct document_event *event, const char *text) {
    if (!has(document, event->recipients, event->recipient_count, text)) {
        fail_msg("'%s' is no recipient in: %.*s", text, (int)document->text.size, document->text.data);
    }
}

static void modifiers_and_light_verbs_name_the_actor(void **state) {
    static const char *const texts[] = {
        "Russia attacked Georgia.", "Georgia was attacked by Russia.", "Russia has launched an attack on Georgia.",
        "Russia's attack on Georgia was condemned.", "The Russian attack on Georgia was condemned.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct document *document = read(state, texts[i]);
        const struct document_event *event = pipeline_find(document, "ASSAULT");
        assert_actor(document, event, "Russia");
        assert_recipient(document, event, "Georgia");
    }
}

static void a_place_is_found_where_the_text_tells_it(void **state) {
    static const struct {
        const char *text, *type, *place;
    } cases[] = {
        {"Kenya agreed to withdraw its troops from Somalia.", NULL, "Somalia"},
        {"Crowds protested, blocking roads in Lima.", "PROTEST", "Lima"},
        {"Workers in Lagos went on strike.", "PROTEST", "Lagos"},
        {"Senators from Texas condemned the army.", "ACCUSE", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct document *document = read(state, cases[i].text);
        assert_true(document->events.count > 0);
        uint32_t place = cases[i].type ? pipeline_find(document, cases[i].type)->place : document->events.items[0].place;
        assert_true((place == DOCUMENT_NONE) == !cases[i].place);
        assert_true(!cases[i].place || base_slice_is(document->places.items[place].name, cases[i].place));
    }
}

static void what_is_asked_for_gives_the_mode(void **state) {
    static const struct {
        const char *text, *type, *mode;
    } cases[] = {
        {"Police ordered the gunman to surrender.", "REQUEST", "yield"},
        {"The envoy told the generals to hold talks.", "REQUEST", "meet"},
        {"Chad repeated its plea for weapons.", "REQUEST", "assist"},
        {"The union told the ministry to hold elections.", "REQUEST", "change"},
        {"The rebels refused to meet the governor.", "REJECT", "meet"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct document *document = read(state, cases[i].text);
        const struct document_event *event = pipeline_find(document, cases[i].type);
        const char *mode = events_mode_name(event->type, event->mode);
        assert_string_equal(mode ? mode : "none", cases[i].mode);
    }
}

static void promised_acts_are_agreements(void **state) {
    const struct document *document = read(state, "The Turkish foreign minister will visit Syria.");
    assert_actor(document, pipeline_find(document, "AGREE"), "minister");
    assert_none(document, EVENTS_CONSULT);
}

static void what_others_ask_for_is_no_promise(void **state) {
    static const char *const texts[] = {
        "The senator led calls for President Macron to resign for the attack.",
        "A push for Governor Smith to resign failed.",
        "The judge went to Moscow last week to talk with the Russian president.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_none(read(state, texts[i]), EVENTS_AGREE);
    }
    pipeline_find(read(state, "The prime minister criticized her decision to visit Moscow last year."), "CONSULT");
    pipeline_find(read(state, "The prime minister criticized her decision to visit Moscow next year."), "AGREE");
}

static void what_is_agreed_is_no_event_of_its_own(void **state) {
    const struct document *document = read(state, "Turkey agreed to send aid to Syria.");
    assert_recipient(document, pipeline_find(document, "AGREE"), "Syria");
    assert_none(document, EVENTS_AID);
}

static void refused_acts_are_rejections(void **state) {
    const struct document *document = read(state, "Turkey will not send aid to Syria.");
    pipeline_find(document, "REJECT");
    assert_none(document, EVENTS_AID);
    static const char *const texts[] = {
        "The court will not commute the sentence of the former mayor.", "The governor is not ready to endorse the president.",
        "The senator said she was not inclined to meet the rebels.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        document = read(state, texts[i]);
        pipeline_find(document, "REJECT");
        assert_none(document, EVENTS_AGREE);
    }
}

static void sources_stand_in_the_chain(void **state) {
    const struct document *document = read(state, "The ministry said that rebels attacked Aleppo.");
    const struct document_event *event = pipeline_find(document, "ASSAULT");
    assert_int_equal(event->tellings[0].link_count, 1);
    assert_int_not_equal(event->tellings[0].factuality, DOCUMENT_CT_PLUS);
}

/* The minister does not report the attack: he speaks of it as everybody knows it. */
static void what_is_taken_for_known_is_according_to_nobody(void **state) {
    const struct document *document = read(state, "The minister condemned the army's attack on the village.");
    const struct document_telling *known = &pipeline_find(document, "ASSAULT")->tellings[0];
    assert_int_equal(known->factuality, DOCUMENT_CT_PLUS);
    assert_int_equal(known->link_count, 0);
    document = read(state, "The minister said that the army had attacked the village.");
    const struct document_telling *reported = &pipeline_find(document, "ASSAULT")->tellings[0];
    assert_int_equal(reported->factuality, DOCUMENT_UU);
    assert_int_equal(reported->link_count, 1);
}

static void negation_shows(void **state) {
    const struct document *document = read(state, "Rebels did not attack Aleppo.");
    assert_true(pipeline_find(document, "ASSAULT")->aux & DOCUMENT_NEGATION);
}

static void an_event_told_again_is_one(void **state) {
    const struct document *document =
        read(state, "President Putin visited Syria on Monday. It was cold. President Putin's visit to Syria was brief.");
    size_t visits = 0;
    for (size_t i = 0; i < document->events.count; i++) {
        visits += document->events.items[i].type == EVENTS_CONSULT;
    }
    assert_int_equal(visits, 1);
    assert_int_equal(pipeline_find(document, "CONSULT")->telling_count, 2);
}

static void victims_are_counted(void **state) {
    const struct document *document = read(state, "The army killed 12 rebels in Aleppo.");
    assert_int_equal(pipeline_find(document, "ASSAULT")->killed, 12);
    document = read(state, "Police arrested two hundred protesters.");
    assert_int_equal(pipeline_find(document, "COERCE")->arrested, 200);
    assert_int_equal(pipeline_find(document, "COERCE")->killed, -1);
}

static void years_ago_is_history(void **state) {
    const struct document *document = read(state, "Iraq invaded Kuwait in 1990.");
    assert_true(pipeline_find(document, "ASSAULT")->aux & DOCUMENT_HISTORICAL);
}

static void statements_and_sport_are_no_events(void **state) {
    assert_int_equal(read(state, "The minister said that the weather was fine.")->events.count, 0);
    assert_int_equal(read(state, "The team beat its rivals in the final.")->events.count, 0);
    assert_int_equal(read(state, "The stock market crashed and the film bombed.")->events.count, 0);
}

static void contexts_come_from_words(void **state) {
    const struct document *document = read(state, "The minister condemned the nuclear programme of Iran.");
    unsigned bit = 0;
    assert_true(events_context_of(BASE_SLICE("cbrn"), &bit));
    assert_true(pipeline_find(document, "ACCUSE")->contexts >> bit & 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(modifiers_and_light_verbs_name_the_actor),
        cmocka_unit_test(a_place_is_found_where_the_text_tells_it),
        cmocka_unit_test(what_is_asked_for_gives_the_mode),
        cmocka_unit_test(promised_acts_are_agreements),
        cmocka_unit_test(what_others_ask_for_is_no_promise),
        cmocka_unit_test(what_is_agreed_is_no_event_of_its_own),
        cmocka_unit_test(refused_acts_are_rejections),
        cmocka_unit_test(sources_stand_in_the_chain),
        cmocka_unit_test(what_is_taken_for_known_is_according_to_nobody),
        cmocka_unit_test(negation_shows),
        cmocka_unit_test(an_event_told_again_is_one),
        cmocka_unit_test(victims_are_counted),
        cmocka_unit_test(years_ago_is_history),
        cmocka_unit_test(statements_and_sport_are_no_events),
        cmocka_unit_test(contexts_come_from_words),
    };
    return cmocka_run_group_tests(tests, pipeline_setup, pipeline_teardown);
}
