/* Dictionaries: reading them, overlays, look-ups by the tokens of a text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lexicon/load.h"
#include "text/text.h"

static const char countries[] = "# comment\n"
                                "Ruritania   # of the novel\n"
                                "    kind: country\n"
                                "    code: RUR\n"
                                "    also: Kingdom of Ruritania; Rur\n"
                                "    adjective: Ruritanian\n"
                                "    people: Ruritanian; Ruritanians\n"
                                "    capital: Strelsau\n"
                                "    at: -12.5 7\n"
                                "\n"
                                "Bank of Zenda\n"
                                "    kind: ORG\n"
                                "    country: RUR\n"
                                "    sector: BUS; GOV\n"
                                "    noun: bank; lender\n"
                                "Rudolf Rassendyll\n"
                                "    kind: PER\n"
                                "    country: RUR\n"
                                "    gender: m\n"
                                "    also: Rudolf al-Rassendyll\n"
                                "    alone: Rassendyll\n"
                                "    role: 2001-03..2004 GOV king\n"
                                "    role: 2006.. MIL chief of staff of the army\n"
                                "    role: ..2000 GBR:EDU teacher of Ruritania\n"
                                "    role: 2001..2002 GBR:EDU warden\n"
                                "Black Michael\n"
                                "    kind: PER\n"
                                "    country: RUR\n"
                                "    role: 2005..2005-06-30 GOV king\n";

static const char agents[] = "general = PER MIL title\n"
                             "secretary-general = PER IGO=no\n";

static const char good_agents[] = "general = PER MIL title\n"
                                  "secretary-general = PER GOV title country=IGO\n"
                                  "security force = GROUP COP\n"
                                  "station = ORG\n"
                                  "police station = THING\n"
                                  "chief = PER\n"
                                  "chief of staff = PER MIL\n"
                                  "city = THING place\n";

static const char text[] =
    "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n"
    "2\tRURITANIAN\truritanian\tADJ\tJJ\t_\t4\tamod\t_\t_\n"
    "3\tsecurity\tsecurity\tNOUN\tNN\t_\t4\tcompound\t_\t_\n"
    "4\tforces\tforce\tNOUN\tNNS\t_\t5\tnsubj\t_\t_\n"
    "5\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "6\tRudolf\tRudolf\tPROPN\tNNP\t_\t5\tobj\t_\t_\n"
    "7\tal\tal\tPROPN\tNNP\t_\t6\tflat\t_\t_\n"
    "8\t-\t-\tPUNCT\tHYPH\t_\t7\tpunct\t_\t_\n"
    "9\tRassendyll\tRassendyll\tPROPN\tNNP\t_\t6\tflat\t_\t_\n"
    "10\t,\t,\tPUNCT\t,\t_\t11\tpunct\t_\t_\n"
    "11\tchief\tchief\tNOUN\tNN\t_\t6\tappos\t_\t_\n"
    "12\tof\tof\tADP\tIN\t_\t13\tcase\t_\t_\n"
    "13\tstaff\tstaff\tNOUN\tNN\t_\t11\tnmod\t_\t_\n"
    "14\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_\n"
    "15\tat\tat\tADP\tIN\t_\t19\tcase\t_\t_\n"
    "16\tBANK\tBANK\tPROPN\tNNP\t_\t5\tobl\t_\t_\n"
    "17\tOF\tof\tADP\tIN\t_\t18\tcase\t_\t_\n"
    "18\tZENDA\tZENDA\tPROPN\tNNP\t_\t16\tnmod\t_\t_\n"
    "19\tpolice\tpolice\tNOUN\tNN\t_\t20\tcompound\t_\t_\n"
    "20\tstation\tstation\tNOUN\tNN\t_\t5\tobl\t_\t_\n\n";

struct fixture {
    struct base_arena *arena;
    struct lexicon *lexicon;
    struct document *document;
    const char *dictionary, *overlay;
    struct sayso_error error;
    enum sayso_status status;
};

static enum sayso_status load(struct fixture *f, const char *name, const char *bytes, bool overlay) {
    return lexicon_load(f->lexicon, base_slice_of(name), base_slice_of(bytes), overlay, &f->error);
}

static void open_all(void *context) {
    struct fixture *f = context;
    f->lexicon = lexicon_new(f->arena);
    f->document = document_new(f->arena);
    assert_int_equal(text_read_conllu(f->document, base_slice_of(text), true, &f->error), SAYSO_OK);
    assert_int_equal(load(f, "actors/good.agents", good_agents, false), SAYSO_OK);
    assert_int_equal(load(f, "actors/all.actors", countries, false), SAYSO_OK);
    f->status = f->dictionary ? load(f, f->dictionary, f->overlay, true) : SAYSO_OK;
    if (f->status == SAYSO_OK) {
        lexicon_finish(f->lexicon);
    }
}

static struct fixture with(const char *name, const char *overlay) {
    struct fixture f = {.arena = base_arena_new(), .dictionary = name, .overlay = overlay};
    assert_true(base_arena_run(f.arena, open_all, &f));
    return f;
}

static const char *name_at(const struct fixture *f, uint32_t token, uint32_t count, enum lexicon_form form) {
    struct lexicon_match found[4];
    size_t n = lexicon_match(f->lexicon, f->document, token, found, 4);
    for (size_t i = 0; i < n; i++) {
        if (found[i].count == count && found[i].form == form) {
            return found[i].entry->name.data;
        }
    }
    return NULL;
}

static void names_are_found_in_all_their_spellings(void **state) {
    (void)state;
    struct fixture f = with(NULL, NULL);
    assert_non_null(name_at(&f, 1, 1, LEXICON_ADJECTIVE)); /* in upper case */
    assert_non_null(name_at(&f, 1, 1, LEXICON_PEOPLE));
    assert_non_null(name_at(&f, 5, 4, LEXICON_NAME));      /* cut at its hyphen */
    assert_non_null(name_at(&f, 8, 1, LEXICON_ALONE));
    assert_non_null(name_at(&f, 15, 3, LEXICON_NAME));     /* a headline's "OF" */
    struct lexicon_match found[4];
    assert_int_equal(lexicon_match(f.lexicon, f.document, 2, found, 4), 0);
    assert_int_equal(lexicon_match(f.lexicon, f.document, 7, found, 4), 0);
    assert_int_equal(lexicon_find(f.lexicon, BASE_SLICE("bank of Zenda"), found, 4), 0);
    assert_int_equal(lexicon_find(f.lexicon, BASE_SLICE("Rudolf Al Rassendyll"), found, 4), 1);
    assert_string_equal(found[0].entry->sector[0], "");
    assert_true(base_slice_is(found[0].entry->origin, "all.actors:16"));
    base_arena_free(f.arena);
}

static void entries_say_what_their_lines_say(void **state) {
    (void)state;
    struct fixture f = with(NULL, NULL);
    const struct lexicon_entry *country = lexicon_country(f.lexicon, "RUR");
    assert_true(country->located && country->latitude == -12.5 && country->longitude == 7);
    assert_null(lexicon_country(f.lexicon, "XXX"));
    struct lexicon_match found[4];
    assert_int_equal(lexicon_find(f.lexicon, BASE_SLICE("Bank of Zenda"), found, 4), 1);
    assert_string_equal(found[0].entry->sector[1], "GOV");
    assert_int_equal(found[0].entry->noun_count, 2);
    assert_true(base_slice_is(found[0].entry->nouns[1], "lender"));
    base_arena_free(f.arena);
}

static void a_role_is_held_by_the_day(void **state) {
    (void)state;
    struct fixture f = with(NULL, NULL);
    const struct lexicon_role *role;
    struct base_slice king = BASE_SLICE("king");
    const struct lexicon_entry *who = lexicon_holder(f.lexicon, king, "RUR", document_day_of(2004, 12, 31), &role);
    assert_true(base_slice_is(who->name, "Rudolf Rassendyll"));
    assert_int_equal(role->start, document_day_of(2001, 3, 1));
    bool former;
    assert_true(base_slice_is(lexicon_role_on(who, document_day_of(2005, 1, 1), &former)->title, "king") && former);
    assert_true(base_slice_is(lexicon_role_on(who, document_day_of(2010, 1, 1), &former)->title, "chief of staff"));
    assert_false(former);
    assert_true(base_slice_is(lexicon_role_on(who, DOCUMENT_DAY_OPEN, &former)->of, "the army"));
    assert_null(lexicon_holder(f.lexicon, king, "RUR", document_day_of(2005, 7, 1), &role));
    who = lexicon_holder(f.lexicon, king, "RUR", DOCUMENT_DAY_OPEN, &role);
    assert_true(base_slice_is(who->name, "Black Michael"));
    assert_null(lexicon_holder(f.lexicon, BASE_SLICE("chief of staff"), "RUR", DOCUMENT_DAY_OPEN, &role));
    assert_null(lexicon_holder(f.lexicon, BASE_SLICE("teacher"), "GBR", DOCUMENT_DAY_OPEN, &role));
    assert_non_null(lexicon_holder(f.lexicon, BASE_SLICE("warden"), "GBR", DOCUMENT_DAY_OPEN, &role));
    base_arena_free(f.arena);
}

static void agents_end_at_their_head(void **state) {
    (void)state;
    struct fixture f = with(NULL, NULL);
    uint32_t count;
    const struct lexicon_agent *agent = lexicon_agent(f.lexicon, f.document, 3, &count);
    assert_true(agent->type == DOCUMENT_GROUP && count == 2);
    agent = lexicon_agent(f.lexicon, f.document, 19, &count);
    assert_true(agent->type == DOCUMENT_THING && count == 2);
    agent = lexicon_agent(f.lexicon, f.document, 10, &count);
    assert_true(base_slice_is(agent->noun, "chief of staff") && count == 1);
    assert_null(lexicon_agent(f.lexicon, f.document, 18, &count));
    base_arena_free(f.arena);
}

static void overlays_win(void **state) {
    (void)state;
    struct fixture f = with("my.actors", "Ruritania\n  kind: country\n  code: RUX\n!Black Michael\n");
    struct lexicon_match found[4];
    assert_int_equal(lexicon_find(f.lexicon, BASE_SLICE("Ruritania"), found, 4), 1);
    assert_string_equal(found[0].entry->country, "RUX");
    assert_int_equal(lexicon_find(f.lexicon, BASE_SLICE("Ruritanians"), found, 4), 0);
    assert_int_equal(lexicon_find(f.lexicon, BASE_SLICE("Black Michael"), found, 4), 0);
    assert_null(lexicon_country(f.lexicon, "RUR"));
    base_arena_free(f.arena);
    f = with("my.actors", "Strelsau\n  kind: city\n  country: RUR\n");
    assert_int_equal(lexicon_find(f.lexicon, BASE_SLICE("Strelsau"), found, 4), 2);
    assert_int_equal(found[0].entry->kind, LEXICON_CITY);
    assert_int_equal(found[1].form, LEXICON_CAPITAL);
    base_arena_free(f.arena);
    f = with("my.agents", "!police station\nsecurity force = GROUP MIL\n");
    uint32_t count;
    assert_int_equal(lexicon_agent(f.lexicon, f.document, 19, &count)->type, DOCUMENT_ORG);
    assert_string_equal(lexicon_agent(f.lexicon, f.document, 3, &count)->sector[0], "MIL");
    base_arena_free(f.arena);
}

static void a_noun_may_stand_for_another(void **state) {
    (void)state;
    struct fixture f = with("my.agents", "security force = AS general\n");
    uint32_t count;
    assert_true(base_slice_is(lexicon_agent(f.lexicon, f.document, 3, &count)->noun, "general") && count == 2);
    base_arena_free(f.arena);
}

static void given_names_of_both_genders_tell_none(void **state) {
    (void)state;
    struct fixture f = with("my.agents", "Helga = GIVEN f\nKim = GIVEN f\nKim = GIVEN m\n");
    assert_int_equal(lexicon_gender(f.lexicon, BASE_SLICE("Helga")), 'f');
    assert_int_equal(lexicon_gender(f.lexicon, BASE_SLICE("Kim")), 0);
    assert_int_equal(lexicon_gender(f.lexicon, BASE_SLICE("Fritz")), 0);
    base_arena_free(f.arena);
}

static void errors_name_file_and_line(void **state) {
    (void)state;
    static const struct {
        const char *name, *bytes;
        unsigned line;
    } wrong[] = {{"x/bad.actors", "A B\n  kind: country\n  code: Rus\n", 3},
                 {"x/bad.actors", "  kind: country\n", 1},
                 {"x/bad.actors", "A B\n  kin: country\n", 2},
                 {"x/bad.actors", "A B\n  kind: planet\n", 2},
                 {"x/bad.actors", "A B\n  kind: PER\n  sector: XYZ\n", 3},
                 {"x/bad.actors", "A B\n  kind: PER\n  role: 2001-13.. GOV king\n", 3},
                 {"x/bad.actors", "A B\n  kind: PER\n\n  role: 2001.. GOV\n", 4},
                 {"x/bad.actors", "A B\n  kind: PER\n  at: 91 0\n", 3},
                 {"x/bad.actors", "A B\n  country: RUR\n", 2},
                 {"x/bad.agents", agents, 2},
                 {"x/bad.agents", "general\n", 1},
                 {"x/bad.agents", "gov = AS governor\n", 1},
                 {"x/bad.agents", "Helga = GIVEN x\n", 1},
                 {"x/bad.agents", "\ngeneral = MAN\n", 2}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct fixture f = with(wrong[i].name, wrong[i].bytes);
        assert_int_equal(f.status, SAYSO_BAD_DICTIONARY);
        assert_int_equal(f.error.line, wrong[i].line);
        assert_string_equal(f.error.input, wrong[i].name);
        base_arena_free(f.arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_in_all_their_spellings),
        cmocka_unit_test(entries_say_what_their_lines_say),
        cmocka_unit_test(a_role_is_held_by_the_day),
        cmocka_unit_test(agents_end_at_their_head),
        cmocka_unit_test(overlays_win),
        cmocka_unit_test(a_noun_may_stand_for_another),
        cmocka_unit_test(given_names_of_both_genders_tell_none),
        cmocka_unit_test(errors_name_file_and_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
