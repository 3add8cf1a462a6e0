/* Who is who across sentences: who takes part in the last event of a text, as "Name CCC". */
#include "cases.h"

static struct base_slice entity_of(const struct document *document, const struct document_mention *mention) {
    const struct document_entity *entity = &document->entities.items[mention->entity];
    return base_arena_format(document->arena, "%.*s%s%s", (int)entity->name.size, entity->name.data,
                             entity->country[0] ? " " : "", entity->country);
}

#define CHECK(cases) cases_check(*state, cases, sizeof(cases) / sizeof *(cases), entity_of)

static void descriptions_mean_whom_the_text_named(void **state) {
    static const struct parties_case cases[] = {
        {"Donald Trump held a rally in Ohio. The candidate criticized Iran.", NULL, "Donald Trump USA", "Iran IRN"},
        {"Donald Trump left Ohio. Anna Holt said the candidate criticized Iran.", NULL, "candidate", "Iran IRN"},
        {"Mitch McConnell spoke of John Kasich, a Republican. The Kentucky Republican condemned Iran.", NULL, "Mitch McConnell USA", "Iran IRN"},
        {"Islamic State fled. The other group condemned Iran.", NULL, "other group", "Iran IRN"},
        {"Ted Cruz arrived with his father. His father condemned Iran.", NULL, "father USA", "Iran IRN"},
        {"Anna Holt and her husband arrived. Anna Holt, whose husband fell, wept. Mary Holt's husband condemned Iran.", NULL,
         "Mary Holt's husband", "Iran IRN"},
        {"Reuters and others left. The media condemned Iran.", NULL, "media", "Iran IRN"},
        {"On Monday an anti-American cleric condemned Iran.", NULL, "anti-American cleric", "Iran IRN"},
        {"Kurdish leaders condemned Iran.", NULL, "Kurdish leaders", "Iran IRN"},
        {"Houthi fighters condemned Iran.", NULL, "Houthis YEM", "Iran IRN"},
        {"French envoys feared that Chad would stop Polish aid. The country condemned Iran.", NULL, "Chad TCD", "Iran IRN"},
    };
    CHECK(cases);
}

static void two_nations_are_those_of_the_sentence_before(void **state) {
    static const struct parties_case cases[] = {
        {"Chile feared a quarrel with Bolivia. The two nations condemned Iran.", NULL, "Chile, Bolivia", "Iran IRN"},
        {"The Peruvian minister met his Chilean counterpart. Both countries condemned Iran.", NULL, "Peru, Chile", "Iran IRN"},
        {"Chile, Peru and Bolivia quarrelled. The two countries condemned Iran.", NULL, "two countries", "Iran IRN"},
    };
    CHECK(cases);
}

static void surnames_have_several_bearers(void **state) {
    static const struct parties_case cases[] = {
        {"Police met Michael Bloomberg. Bloomberg condemned Iran.", NULL, "Michael Bloomberg USA", "Iran IRN"},
        {"Bloomberg left Ohio. Michael Bloomberg wept, and Bloomberg condemned Iran.", NULL, "Michael Bloomberg USA", "Iran IRN"},
        {"Clinton left. Bill Clinton wept. Hillary Clinton spoke. Clinton condemned Iran.", NULL, "Bill Clinton USA", "Iran IRN"},
        {"Clinton left. Hillary Clinton wept. Bill Clinton spoke. Clinton condemned Iran.", NULL, "Hillary Clinton USA", "Iran IRN"},
        {"Iran condemned his wife, Swedish ambassador Anna Holt, on Monday.", NULL, "Iran IRN", "Anna Holt SWE"},
        {"Bloomberg condemned Iran.", NULL, "Bloomberg News USA", "Iran IRN"},
        {"Karl Holt arrived. His wife, Anna Holt, spoke. Anna Holt wept. Mr. Holt condemned Iran.", NULL, "Karl Holt", "Iran IRN"},
        {"Oskar and Ingrid Holt arrived. Mr. Holt wept. Ms. Holt condemned Iran.", NULL, "Ingrid Holt", "Iran IRN"},
        {"Macron left Paris. Macron's sister, Laura Macron, condemned Iran.", NULL, "Laura Macron FRA", "Iran IRN"},
        {"Sergey V. Lavrov condemned Iran.", NULL, "Sergei Lavrov RUS", "Iran IRN"},
        {"Maduro, a baker from Ohio, fled. Pedro Maduro fell. Maduro condemned Iran.", NULL, "Pedro Maduro", "Iran IRN"},
    };
    CHECK(cases);
}

static void others_are_like_those_they_are_joined_with(void **state) {
    static const struct parties_case cases[] = {
        {"Germany and others condemned Iran.", NULL, "Germany DEU; others", "Iran IRN"},
        {"The price of oil and others rose, and Germany condemned Iran.", NULL, "Germany DEU", "Iran IRN"},
    };
    CHECK(cases);
}

#define FRANCE "France mourned. French ministers wept. The French army left France. French bells rang in France. "

static void who_is_abroad_is_not_of_the_articles_country(void **state) {
    static const struct parties_case cases[] = {
        {FRANCE "Germany condemned the farmers.", NULL, "Germany DEU", "farmers FRA"},
        {FRANCE "Rebels killed 30 people in an attack on the train at the Lisbon airport.", NULL, "Rebels FRA", "30 people PRT"},
        {FRANCE "Police in Lisbon arrested a student.", NULL, "Police PRT", "student FRA"},
        {FRANCE "A student was shot at the Lisbon airport.", NULL, "", "student"},
        {FRANCE "Germany condemned the extremists.", NULL, "Germany DEU", "extremists"},
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
