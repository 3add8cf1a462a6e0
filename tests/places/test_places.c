/* Places: the table (given as argument), which tokens are toponyms, and which place of the name is meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "document/tree.h"
#include "lexicon/load.h"
#include "places/search.h"
#include "text/text.h"

static char **files;

static const char actors[] =
    "Syria\n    kind: country\n    code: SYR\n    adjective: Syrian\n    people: Syrians\n"
    "    capital: Damascus\n    at: 35 38\n"
    "Jordan\n    kind: country\n    code: JOR\n    capital: Amman\n    at: 31 36\n"
    "France\n    kind: country\n    code: FRA\n    capital: Paris\n    adjective: French\n    people: French\n"
    "    at: 46 2\n"
    "Texas\n    kind: region\n    country: USA\n    at: 31 -98\n"
    "Kentucky\n    kind: region\n    country: USA\n    at: 37.9 -85.3\n"
    "Baltic Sea\n    kind: feature\n    at: 58 20\n"
    "Lattakiya\n    kind: city\n    country: SYR\n    geonames: 173576\n";

static struct base_slice read_file(struct base_arena *arena, const char *path) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = base_arena_take(arena, 6 << 20);
    size_t size = fread(bytes, 1, 6 << 20, file);
    fclose(file);
    return (struct base_slice){bytes, size};
}

static struct places *open_places(struct base_arena *arena) {
    struct sayso_error error = {0};
    struct places *places = base_arena_take(arena, sizeof *places);
    struct lexicon *lexicon = lexicon_new(arena);
    assert_int_equal(lexicon_load(lexicon, BASE_SLICE("t.actors"), base_slice_of(actors), false, &error), SAYSO_OK);
    lexicon_finish(lexicon);
    places->lexicon = lexicon;
    assert_int_equal(places_table_open(&places->table, read_file(arena, files[0]), &error), SAYSO_OK);
    assert_int_equal(places_read_words(places, arena, base_slice_of(files[1]), read_file(arena, files[1]), &error),
                     SAYSO_OK);
    assert_int_equal(
        places_read_abbreviations(places, arena, base_slice_of(files[2]), read_file(arena, files[2]), &error),
        SAYSO_OK);
    return places;
}

static void run(void (*body)(void *)) {
    struct base_arena *arena = base_arena_new();
    assert_true(base_arena_run(arena, body, arena));
    base_arena_free(arena);
}

/* ---- the table */

static void check_lookups(void *context) {
    struct places *places = open_places(context);
    struct places_record found[8];
    static const char *const zabadani[] = {"Zabadani", "al-Zabadani", "Az Zabadani", "AZ ZABAD\xC4\x80N\xC4\xAA",
                                           "El Zabad\xC3\xA1ni"};
    for (size_t i = 0; i < sizeof zabadani / sizeof *zabadani; i++) {
        assert_int_equal(places_table_find(&places->table, base_slice_of(zabadani[i]), found, 8), 1);
        assert_int_equal(found[0].geonames, 172059);
        assert_string_equal(found[0].country, "SYR");
    }
    assert_true(places_table_find(&places->table, BASE_SLICE("Saint Petersburg"), found, 8) > 1);
    assert_string_equal(found[0].country, "RUS");
    assert_true(places_table_find(&places->table, BASE_SLICE("St. Petersburg"), found, 1) == 1);
    assert_string_equal(found[0].country, "RUS");
    assert_int_equal(places_table_find(&places->table, BASE_SLICE("Paso"), found, 8) &&
                         strcmp(found[0].country, "USA") == 0,
                     0); /* El Paso keeps its article */
    assert_int_equal(places_table_find(&places->table, BASE_SLICE("Nowhere-on-Sea"), found, 8), 0);
    assert_int_equal(places_table_find(&places->table, BASE_SLICE(""), found, 8), 0);
    assert_int_equal(places_table_find(&places->table, BASE_SLICE("Paris"), found, 8), 8);
    assert_true(base_slice_is(found[0].name, "Paris") && found[0].population > 2e6 && found[0].kind == PLACES_CAPITAL);
    assert_true(found[0].latitude > 48.8 && found[0].latitude < 48.9 && found[0].longitude > 2.3 &&
                found[0].longitude < 2.4);
    char code[4];
    assert_true(places_country_code(&places->table, BASE_SLICE("SY"), code));
    assert_string_equal(code, "SYR");
    assert_false(places_country_code(&places->table, BASE_SLICE("ZZ"), code));
}

static void names_are_looked_up_in_their_spellings(void **state) {
    (void)state;
    run(check_lookups);
}

static void check_damage(void *context) {
    struct base_slice bytes = read_file(context, files[0]);
    struct places_table table;
    struct sayso_error error = {0};
    char *copy = base_arena_take(context, bytes.size);
    for (size_t i = 0; i < 16 + 8 * PLACES_SECTIONS; i++) {
        memcpy(copy, bytes.data, 16 + 8 * PLACES_SECTIONS);
        copy[i] = (char)0xFF;
        enum sayso_status status = places_table_open(&table, (struct base_slice){copy, bytes.size}, &error);
        assert_true(status == SAYSO_BAD_MODEL || i >= 16); /* a section may be cut short and still be whole items */
    }
    memcpy(copy, bytes.data, bytes.size);
    assert_int_equal(places_table_open(&table, (struct base_slice){copy, bytes.size / 2}, &error), SAYSO_BAD_MODEL);
    assert_int_equal(places_table_open(&table, (struct base_slice){copy, 20}, &error), SAYSO_BAD_MODEL);
    assert_int_equal(places_table_open(&table, (struct base_slice){copy, bytes.size}, &error), SAYSO_OK);
    size_t records = (size_t)(table.sections[6].bytes - (const unsigned char *)copy);
    memset(copy + records, 0xFF, table.sections[6].size); /* names and divisions that are nowhere */
    struct places_record found[8];
    assert_int_equal(places_table_find(&table, BASE_SLICE("Paris"), found, 8), 0);
}

static void a_damaged_table_is_refused_or_gives_nothing(void **state) {
    (void)state;
    run(check_damage);
}

/* ---- toponyms of a text */

static struct document *read_tree(struct base_arena *arena, const char *conllu) {
    struct document *document = document_new(arena);
    struct sayso_error error = {0};
    assert_int_equal(text_read_conllu(document, base_slice_of(conllu), true, &error), SAYSO_OK);
    document->date_at = base_arena_array(arena, document->tokens.count, sizeof *document->date_at);
    memset(document->date_at, 0xFF, document->tokens.count * sizeof *document->date_at);
    return document;
}

static const struct document_place *place_at(const struct document *document, uint32_t token) {
    uint32_t place = document->place_at[token - 1];
    return place == DOCUMENT_NONE ? NULL : &document->places.items[place];
}

#define SHELLED                                                                                                      \
    "1\tSyrian\tSyrian\tADJ\tJJ\t_\t2\tamod\t_\t_\n2\ttroops\ttroops\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\t_\n"      \
    "3\tshelled\tshell\tVERB\tVBD\t_\t0\troot\t_\t_\n4\tLattakiya\tLattakiya\tPROPN\tNNP\t_\t3\tobj\t_\tNER=B-LOC\n" \
    "5\tfrom\tfrom\tADP\tIN\t_\t6\tcase\t_\t_\n6\tZabadani\tZabadani\tPROPN\tNNP\t_\t3\tobl\t_\t_\n"                 \
    "7\tin\tin\tADP\tIN\t_\t9\tcase\t_\t_\n8\tsouthwest\tsouthwest\tADJ\tJJ\t_\t9\tamod\t_\t_\n"                     \
    "9\tSyria\tSyria\tPROPN\tNNP\t_\t6\tnmod\t_\tNER=B-LOC\n10\t,\t,\tPUNCT\t,\t_\t12\tpunct\t_\t_\n"                \
    "11\tJordan\tJordan\tPROPN\tNNP\t_\t12\tnsubj\t_\tNER=B-PER\n12\tsaid\tsay\tVERB\tVBD\t_\t3\tparataxis\t_\t_\n\n"

static void check_mentions(void *context) {
    struct places *places = open_places(context);
    struct document *document = read_tree(context, SHELLED);
    places_find(places, document);
    assert_int_equal(document->places.count, 4);
    assert_true(place_at(document, 1)->adjective && place_at(document, 1)->precision == DOCUMENT_COUNTRY);
    assert_int_equal(place_at(document, 4)->geonames, 173576); /* the lexicon's spelling, the table's city */
    assert_int_equal(place_at(document, 6)->geonames, 172059);
    assert_int_equal(place_at(document, 6)->precision, DOCUMENT_CITY);
    assert_string_equal(place_at(document, 9)->country, "SYR");
    assert_null(place_at(document, 8));
    assert_null(place_at(document, 11)); /* a person */
    assert_int_equal(places_of_predicate(document, 2), document->place_at[5]);
    assert_int_equal(places_of_predicate(document, 11), DOCUMENT_NONE);
}

static void toponyms_are_found_and_people_are_not(void **state) {
    (void)state;
    run(check_mentions);
}

#define TEXAN                                                                                          \
    "1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"           \
    "3\tParis\tParis\tPROPN\tNNP\t_\t2\tobj\t_\tNER=B-LOC\n4\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_\n"     \
    "5\tTexas\tTexas\tPROPN\tNNP\t_\t3\tappos\t_\tNER=B-LOC\n6\t,\t,\tPUNCT\t,\t_\t8\tpunct\t_\t_\n"   \
    "7\tfor\tfor\tADP\tIN\t_\t8\tcase\t_\t_\n8\tLondon\tLondon\tPROPN\tNNP\t_\t2\tobl\t_\tNER=B-LOC\n" \
    "9\t,\t,\tPUNCT\t,\t_\t10\tpunct\t_\t_\n10\tKy.\tKy.\tPROPN\tNNP\t_\t8\tappos\t_\t_\n\n"           \
    "1\tParis\tParis\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"

static void check_containment(void *context) {
    struct places *places = open_places(context);
    struct document *document = read_tree(context, TEXAN);
    places_find(places, document);
    assert_string_equal(place_at(document, 3)->country, "USA");
    assert_true(place_at(document, 3)->latitude < 34);
    assert_int_equal(place_at(document, 11)->geonames, place_at(document, 3)->geonames); /* one sense in a text */
    assert_true(place_at(document, 8)->longitude < -84 && place_at(document, 8)->longitude > -84.5);
    assert_true(base_slice_is(place_at(document, 10)->name, "Kentucky"));
    document = read_tree(
        context, "1\tParis\tParis\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_\n\n");
    places_find(places, document);
    assert_string_equal(place_at(document, 1)->country, "FRA");
    assert_true(place_at(document, 1)->precision == DOCUMENT_CITY);
}

static void the_text_says_which_place_of_the_name(void **state) {
    (void)state;
    run(check_containment);
}

#define STEVENS                                                                                                        \
    "1\tParis\tParis\tPROPN\tNNP\t_\t3\tnsubj\t_\tNER=B-PER\n2\tStevens\tStevens\tPROPN\tNNP\t_\t1\tflat\t_\tNER=I-PER\n" \
    "3\twon\twin\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"                                                                    \
    "1\tParis\tParis\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-LOC\n2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_\n\n"        \
    "1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tlives\tlive\tVERB\tVBZ\t_\t0\troot\t_\t_\n"                       \
    "3\tin\tin\tADP\tIN\t_\t4\tcase\t_\t_\n4\tParis\tParis\tPROPN\tNNP\t_\t2\tobl\t_\tNER=B-LOC\n\n"

static void check_persons(void *context) {
    struct places *places = open_places(context);
    struct document *document = read_tree(context, STEVENS);
    places_find(places, document);
    assert_int_equal(document->places.count, 1); /* only where she lives */
    assert_int_equal(document->places.items[0].first, 8);
}

static void people_called_like_places_are_none(void **state) {
    (void)state;
    run(check_persons);
}

#define CHURCH                                                                                                         \
    "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n"                       \
    "3\tat\tat\tADP\tIN\t_\t5\tcase\t_\t_\n4\tTakla\tTakla\tPROPN\tNNP\t_\t5\tcompound\t_\tNER=B-LOC\n"              \
    "5\tChurch\tChurch\tPROPN\tNNP\t_\t2\tobl\t_\tNER=I-LOC\n6\tin\tin\tADP\tIN\t_\t7\tcase\t_\t_\n"                 \
    "7\tAmman\tAmman\tPROPN\tNNP\t_\t5\tnmod\t_\tNER=B-LOC\n8\tin\tin\tADP\tIN\t_\t9\tcase\t_\t_\n"                  \
    "9\tMarch\tMarch\tPROPN\tNNP\t_\t2\tobl\t_\t_\n10\tnear\tnear\tADP\tIN\t_\t11\tcase\t_\t_\n"                     \
    "11\tQuorn\tQuorn\tPROPN\tNNP\t_\t2\tobl\t_\tNER=B-LOC\n12\t,\t,\tPUNCT\t,\t_\t13\tpunct\t_\t_\n"                 \
    "13\tTexas\tTexas\tPROPN\tNNP\t_\t11\tappos\t_\tNER=B-LOC\n\n"

static void check_unknown(void *context) {
    struct places *places = open_places(context);
    struct document *document = read_tree(context, CHURCH);
    places_find(places, document);
    const struct document_place *church = place_at(document, 4), *quorn = place_at(document, 11);
    assert_int_equal(church->count, 2);
    assert_true(base_slice_is(church->name, "Takla Church") && church->geonames == 0);
    assert_string_equal(church->country, "JOR");
    assert_true(church->located && church->latitude == place_at(document, 7)->latitude);
    assert_null(place_at(document, 9)); /* a village in England, and a month */
    assert_string_equal(quorn->country, "USA"); /* there is a Quorn in Australia, but none in Texas */
    assert_int_equal(quorn->precision, DOCUMENT_REGION);
}

static void the_unknown_lies_where_the_text_says(void **state) {
    (void)state;
    run(check_unknown);
}

static void check_dictionaries(void *context) {
    struct places *places = base_arena_take(context, sizeof *places);
    struct sayso_error error = {0};
    struct base_slice name = BASE_SLICE("places/words.txt");
    assert_int_equal(places_read_words(places, context, name, BASE_SLICE("# fine\nsideways: in\n"), &error),
                     SAYSO_BAD_DICTIONARY);
    assert_int_equal(error.line, 2);
    assert_string_equal(error.input, "places/words.txt");
    assert_int_equal(places_read_abbreviations(places, context, name, BASE_SLICE("Texas: Tex.\n"), &error),
                     SAYSO_BAD_DICTIONARY);
    assert_int_equal(error.line, 1);
}

static void word_lists_are_refused_where_they_are_wrong(void **state) {
    (void)state;
    run(check_dictionaries);
}

#define IDLIB                                                                                                          \
    "1\tRebels\trebel\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"                  \
    "3\tIdlib\tIdlib\tPROPN\tNNP\t_\t4\tcompound\t_\tNER=B-LOC\n4\tprovince\tprovince\tNOUN\tNN\t_\t2\tobj\t_\t_\n"  \
    "5\tfor\tfor\tADP\tIN\t_\t8\tcase\t_\t_\n6\tal\tal\tPROPN\tNNP\t_\t8\tcompound\t_\tNER=B-LOC|SpaceAfter=No\n"   \
    "7\t-\t-\tPUNCT\tHYPH\t_\t8\tpunct\t_\tNER=I-LOC|SpaceAfter=No\n"                                             \
    "8\tBab\tBab\tPROPN\tNNP\t_\t2\tobl\t_\tNER=I-LOC\n9\tand\tand\tCCONJ\tCC\t_\t10\tcc\t_\t_\n"                    \
    "10\tIdlib\tIdlib\tPROPN\tNNP\t_\t8\tconj\t_\tNER=B-LOC\n11\tin\tin\tADP\tIN\t_\t12\tcase\t_\t_\n"               \
    "12\tSyria\tSyria\tPROPN\tNNP\t_\t8\tnmod\t_\tNER=B-LOC\n\n"

static void check_areas(void *context) {
    struct places *places = open_places(context);
    struct document *document = read_tree(context, IDLIB);
    places_find(places, document);
    assert_int_equal(place_at(document, 3)->precision, DOCUMENT_REGION);
    assert_int_equal(place_at(document, 10)->precision, DOCUMENT_CITY);
    assert_int_equal(place_at(document, 8)->count, 3); /* with its article */
    assert_string_equal(place_at(document, 8)->country, "SYR");
}

static void a_province_is_not_its_city(void **state) {
    (void)state;
    run(check_areas);
}

#define SPEECH                                                                                               \
    "1\tSpeaking\tspeak\tVERB\tVBG\t_\t7\tadvcl\t_\t_\n2\tat\tat\tADP\tIN\t_\t3\tcase\t_\t_\n"               \
    "3\ttalks\ttalk\tNOUN\tNNS\t_\t1\tobl\t_\t_\n4\tin\tin\tADP\tIN\t_\t5\tcase\t_\t_\n"                     \
    "5\tDamascus\tDamascus\tPROPN\tNNP\t_\t3\tnmod\t_\tNER=B-LOC\n6\the\the\tPRON\tPRP\t_\t7\tnsubj\t_\t_\n" \
    "7\turged\turge\tVERB\tVBD\t_\t0\troot\t_\t_\n8\tthem\tthey\tPRON\tPRP\t_\t7\tobj\t_\t_\n"               \
    "9\tto\tto\tPART\tTO\t_\t10\tmark\t_\t_\n10\tspeak\tspeak\tVERB\tVB\t_\t7\txcomp\t_\t_\n"                \
    "11\tFrench\tFrench\tPROPN\tNNP\t_\t10\tobj\t_\t_\n\n"

static void check_predicates(void *context) {
    struct places *places = open_places(context);
    struct document *document = read_tree(context, SPEECH);
    places_find(places, document);
    assert_int_equal(document->places.count, 1); /* French is a language here */
    assert_int_equal(place_at(document, 5)->geonames, 170654);
    assert_int_equal(places_of_predicate(document, 0), 0);
    assert_int_equal(places_of_predicate(document, 6), 0);
    assert_int_equal(places_of_predicate(document, 9), DOCUMENT_NONE);
}

static void places_belong_to_their_clause(void **state) {
    (void)state;
    run(check_predicates);
}

int main(int argc, char **argv) {
    if (argc != 4) {
        return 2;
    }
    files = argv + 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_looked_up_in_their_spellings),
        cmocka_unit_test(a_damaged_table_is_refused_or_gives_nothing),
        cmocka_unit_test(toponyms_are_found_and_people_are_not),
        cmocka_unit_test(the_text_says_which_place_of_the_name),
        cmocka_unit_test(people_called_like_places_are_none),
        cmocka_unit_test(the_unknown_lies_where_the_text_says),
        cmocka_unit_test(word_lists_are_refused_where_they_are_wrong),
        cmocka_unit_test(a_province_is_not_its_city),
        cmocka_unit_test(places_belong_to_their_clause),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
