/* Who is who across sentences: each text with the entities that take part in its last event, "Name CCC; ..." of actors, then
 * of recipients. */
#include "pipeline.h"

struct who {
    const char *text, *actors, *recipients;
};

static struct base_slice joined(const struct document *document, const uint32_t *mentions, size_t count) {
    struct base_slice text = BASE_SLICE("");
    for (size_t i = 0; i < count; i++) {
        const struct document_entity *entity = &document->entities.items[document->mentions.items[mentions[i]].entity];
        text = base_arena_format(document->arena, "%.*s%s%.*s%s%s", (int)text.size, text.data, i ? "; " : "",
                                 (int)entity->name.size, entity->name.data, entity->country[0] ? " " : "", entity->country);
    }
    return text;
}

static void check(struct pipeline *pipeline, const struct who *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct document *document = pipeline_read(pipeline, base_slice_of(cases[i].text));
        assert_true(document->events.count);
        const struct document_event *event = &document->events.items[document->events.count - 1];
        struct base_slice actors = joined(document, event->actors, event->actor_count);
        struct base_slice recipients = joined(document, event->recipients, event->recipient_count);
        if (!base_slice_is(actors, cases[i].actors) || !base_slice_is(recipients, cases[i].recipients)) {
            fail_msg("actors '%.*s', recipients '%.*s' in: %s", (int)actors.size, actors.data, (int)recipients.size,
                     recipients.data, cases[i].text);
        }
    }
}

#define CHECK(cases) check(*state, cases, sizeof(cases) / sizeof *(cases))

static void descriptions_mean_whom_the_text_named(void **state) {
    static const struct who cases[] = {
        {"Donald Trump held a rally in Ohio. The candidate criticized Iran.", "Donald Trump USA", "Iran IRN"},
        {"Donald Trump left Ohio. Anna Holt said the candidate criticized Iran.", "candidate", "Iran IRN"},
        {"Mitch McConnell spoke of John Kasich, a Republican. The Kentucky Republican condemned Iran.", "Mitch McConnell USA", "Iran IRN"},
        {"Islamic State fled. The other group condemned Iran.", "other group", "Iran IRN"},
        {"Ted Cruz arrived with his father. His father condemned Iran.", "father USA", "Iran IRN"},
        {"Anna Holt and her husband arrived. Anna Holt, whose husband fell, wept. Mary Holt's husband condemned Iran.",
         "Mary Holt's husband", "Iran IRN"},
        {"Reuters and others left. The media condemned Iran.", "media", "Iran IRN"},
        {"Kurdish leaders condemned Iran.", "Kurdish leaders", "Iran IRN"},
        {"Houthi fighters condemned Iran.", "Houthis YEM", "Iran IRN"},
        {"French envoys feared that Chad would stop Polish aid. The country condemned Iran.", "Chad TCD", "Iran IRN"},
    };
    CHECK(cases);
}

static void two_nations_are_those_of_the_sentence_before(void **state) {
    static const struct who cases[] = {
        {"Chile feared a quarrel with Bolivia. The two nations condemned Iran.", "Chile, Bolivia", "Iran IRN"},
        {"The Peruvian minister met his Chilean counterpart. Both countries condemned Iran.", "Peru, Chile", "Iran IRN"},
        {"Chile, Peru and Bolivia quarrelled. The two countries condemned Iran.", "two countries", "Iran IRN"},
    };
    CHECK(cases);
}

static void surnames_have_several_bearers(void **state) {
    static const struct who cases[] = {
        {"Police met Michael Bloomberg. Bloomberg condemned Iran.", "Michael Bloomberg USA", "Iran IRN"},
        {"Bloomberg left Ohio. Michael Bloomberg wept, and Bloomberg condemned Iran.", "Michael Bloomberg USA", "Iran IRN"},
        {"Clinton left. Bill Clinton wept. Hillary Clinton spoke. Clinton condemned Iran.", "Bill Clinton USA", "Iran IRN"},
        {"Clinton left. Hillary Clinton wept. Bill Clinton spoke. Clinton condemned Iran.", "Hillary Clinton USA", "Iran IRN"},
        {"Iran condemned his wife, Swedish ambassador Anna Holt, on Monday.", "Iran IRN", "Anna Holt SWE"},
        {"Bloomberg condemned Iran.", "Bloomberg News USA", "Iran IRN"},
        {"Khizr Holt arrived. His wife, Azra Holt, spoke. Azra Holt wept. Mr. Holt condemned Iran.", "Khizr Holt", "Iran IRN"},
        {"Khizr and Azra Holt arrived. Mr. Holt wept. Ms. Holt condemned Iran.", "Azra Holt", "Iran IRN"},
        {"Rubio left Florida. Rubio's wife, Jeanette Rubio, condemned Iran.", "Jeanette Rubio USA", "Iran IRN"},
        {"Viktor F. Yanukovych condemned Iran.", "Viktor Yanukovych UKR", "Iran IRN"},
        {"Marquez, a baker from Ohio, fled. Enrique Marquez fell. Marquez condemned Iran.", "Enrique Marquez", "Iran IRN"},
    };
    CHECK(cases);
}

static void others_are_like_those_they_are_joined_with(void **state) {
    static const struct who cases[] = {
        {"Germany and others condemned Iran.", "Germany DEU; others", "Iran IRN"},
        {"The price of oil and others rose, and Germany condemned Iran.", "Germany DEU", "Iran IRN"},
    };
    CHECK(cases);
}

#define FRANCE "France mourned. French ministers wept. The French army left France. French bells rang in France. "

static void who_is_abroad_is_not_of_the_articles_country(void **state) {
    static const struct who cases[] = {
        {FRANCE "Germany condemned the farmers.", "Germany DEU", "farmers FRA"},
        {FRANCE "Rebels killed 30 people in an attack on the train at the Lisbon airport.", "Rebels FRA", "30 people PRT"},
        {FRANCE "Police in Lisbon arrested a student.", "Police PRT", "student FRA"},
        {FRANCE "A student was shot at the Lisbon airport.", "", "student"},
        {FRANCE "Germany condemned the extremists.", "Germany DEU", "extremists"},
    };
    CHECK(cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(descriptions_mean_whom_the_text_named),
        cmocka_unit_test(two_nations_are_those_of_the_sentence_before),
        cmocka_unit_test(surnames_have_several_bearers),
        cmocka_unit_test(others_are_like_those_they_are_joined_with),
        cmocka_unit_test(who_is_abroad_is_not_of_the_articles_country),
    };
    return cmocka_run_group_tests(tests, pipeline_setup, pipeline_teardown);
}
