/* Dictionaries of PETRARCH: what becomes of codes, dates and names, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "lexicon/petrarch.h"
#include "text/text.h"

static const char agents[] = "council = ORG GOV\n"
                             "brigade = ORG MIL\n"
                             "minister = PER GOV title\n"
                             "ministry = ORG GOV\n"
                             "ship = THING\n"
                             "of = BELONGS\n";

static const char actors[] = "Ruritania\n"
                             "    kind: country\n"
                             "    code: RUR\n"
                             "    also: Kingdom of Ruritania\n"
                             "    capital: Strelsau\n"
                             "Zenda Island\n"
                             "    kind: country\n"
                             "    code: ZEN\n"
                             "Black Michael\n"
                             "    kind: PER\n"
                             "    country: RUR\n"
                             "    gender: m\n"
                             "    role: 1990..1995 GOV king\n"
                             "    role: 1999..2003 GOV duke of Strelsau\n"
                             "Antoinette de Mauban\n"
                             "    kind: PER\n"
                             "    country: FRA\n";

struct fixture {
    struct base_arena *arena;
    struct lexicon *lexicon;
    const char *petrarch[2], *own; /* laid over in this order */
    enum sayso_status status;
    struct sayso_error error;
};

static void open_all(void *context) {
    struct fixture *f = context;
    f->lexicon = lexicon_new(f->arena);
    assert_int_equal(lexicon_load(f->lexicon, BASE_SLICE("a.agents"), base_slice_of(agents), false, &f->error), SAYSO_OK);
    assert_int_equal(lexicon_load(f->lexicon, BASE_SLICE("a.actors"), base_slice_of(actors), false, &f->error), SAYSO_OK);
    for (unsigned i = 0; i < 2 && f->petrarch[i] && f->status == SAYSO_OK; i++) {
        struct base_slice bytes = base_slice_of(f->petrarch[i]);
        f->status = lexicon_load_petrarch(f->lexicon, BASE_SLICE("d/petrarch/p.txt"), bytes, &f->error);
    }
    if (f->own) {
        f->status = lexicon_load(f->lexicon, BASE_SLICE("own.actors"), base_slice_of(f->own), true, &f->error);
    }
    lexicon_finish(f->lexicon);
}

static struct fixture with(const char *first, const char *second) {
    struct fixture f = {.arena = base_arena_new(), .petrarch = {first, second}};
    assert_true(base_arena_run(f.arena, open_all, &f));
    return f;
}

struct text {
    struct fixture *fixture;
    const char *words;
    enum document_upos upos;
    struct lexicon_match found[4];
    size_t count;
};

/* The words, parted by spaces, as a sentence; the best entry of its first ones. */
static void look_up(void *context) {
    struct text *t = context;
    struct document *document = document_new(t->fixture->arena);
    struct base_slice rest = base_slice_of(t->words);
    struct base_slice conllu = {0};
    for (unsigned i = 1; rest.size; i++) {
        struct base_slice word = base_slice_cut(&rest, ' ');
        conllu = base_arena_format(t->fixture->arena, "%.*s%u\t%.*s\t%.*s\t%s\t_\t_\t%u\t%s\t_\t_\n", (int)conllu.size,
                                   conllu.data ? conllu.data : "", i, (int)word.size, word.data, (int)word.size, word.data,
                                   t->upos == UPOS_NOUN ? "NOUN" : "PROPN", i - 1, i == 1 ? "root" : "flat");
    }
    conllu = base_arena_format(t->fixture->arena, "%.*s\n", (int)conllu.size, conllu.data);
    assert_int_equal(text_read_conllu(document, conllu, true, &t->fixture->error), SAYSO_OK);
    t->count = lexicon_match(t->fixture->lexicon, document, 0, t->found, 4);
}

static const struct lexicon_entry *find(struct fixture *f, const char *words) {
    struct text t = {.fixture = f, .words = words, .upos = UPOS_PROPN};
    assert_true(base_arena_run(f->arena, look_up, &t));
    return t.count ? t.found[0].entry : NULL;
}

static void names_are_found_as_news_writes_them(void **state) {
    (void)state;
    struct fixture f = with("ARAB_COUNCIL_OF_THE_RED_BRIGADE_ [RURREB]\n+AL-RED_BRIGADE_\nMC_GUFFIN_GROUP [RURREB]\n"
                            "AID_ [NGODEV]\n\xC3\x89LAN_ROUGE_ [RURREB]\n",
                            NULL);
    assert_int_equal(f.status, SAYSO_OK);
    const struct lexicon_entry *council = find(&f, "Arab Council of the Red Brigade");
    assert_non_null(council);
    assert_true(base_slice_is(council->name, "Arab Council Of The Red Brigade"));
    assert_true(base_slice_is(council->origin, "p.txt:1"));
    assert_ptr_equal(find(&f, "ARAB COUNCIL OF THE RED BRIGADE"), council);
    assert_ptr_equal(find(&f, "al-Red Brigade") ? council : find(&f, "Al - Red Brigade"), council);
    assert_null(find(&f, "arab council of the red brigade"));
    assert_null(find(&f, "Arab Council"));
    assert_true(base_slice_is(find(&f, "\xC3\x89lan rouge")->name, "\xC3\x89lan Rouge"));
    assert_true(base_slice_is(find(&f, "AID")->name, "AID"));
    struct text noun = {.fixture = &f, .words = "Aid", .upos = UPOS_NOUN};
    assert_true(base_arena_run(f.arena, look_up, &noun));
    assert_int_equal(noun.count, 0);
    base_arena_free(f.arena);
}

static void codes_are_taken_apart(void **state) {
    (void)state;
    static const struct {
        const char *code, *country, *sector[2];
        enum lexicon_kind kind;
    } cases[] = {{"RURGOVMED", "RUR", {"GOV", "JRN"}, LEXICON_ORG}, /* of old, MED was the media */
                 {"RURHLH", "RUR", {"MED", ""}, LEXICON_ORG},
                 {"RURINSMOS", "RUR", {"REB", ""}, LEXICON_GROUP},
                 {"RURELI", "RUR", {"ELI", ""}, LEXICON_PER},
                 {"IGOUNOHLHWHO", "UNO", {"MED", ""}, LEXICON_ORG},
                 {"IGOEUREEC", "EUR", {"GOV", ""}, LEXICON_ORG},
                 {"IGOEURBUS", "IGO", {"BUS", ""}, LEXICON_ORG},
                 {"NGORURCHRPRO214", "NGO", {"SOC", ""}, LEXICON_ORG},
                 {"MNCRUR", "MNC", {"BUS", ""}, LEXICON_ORG},
                 {"IMGMUSALQ", "IMG", {"REB", ""}, LEXICON_GROUP},
                 {"KSVSEP", "KOS", {"REB", ""}, LEXICON_GROUP},
                 {"CHR", "", {"REL", ""}, LEXICON_ORG},
                 {"AFR", "", {"", ""}, LEXICON_REGION},
                 {"XKX", "XKX", {"", ""}, LEXICON_GROUP}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char line[64];
        snprintf(line, sizeof line, "FLAVIA_TARLENHEIM_ [%s]\n", cases[i].code);
        struct fixture f = with(line, NULL);
        const struct lexicon_entry *entry = find(&f, "Flavia Tarlenheim");
        assert_non_null(entry);
        assert_string_equal(entry->country, cases[i].country);
        assert_string_equal(entry->sector[0], cases[i].sector[0]);
        assert_string_equal(entry->sector[1], cases[i].sector[1]);
        assert_int_equal(entry->kind, cases[i].kind);
        base_arena_free(f.arena);
    }
}

static void a_country_alone_is_the_country(void **state) {
    (void)state;
    struct fixture f = with("RURITANIA_ [RUR]\n+LAND_OF_ELPHBERGS_\nOLD_ZENDA_ [RURZEN]\n"
                            "LOST_LAND_\n\t[RUR <901003]\n",
                            NULL);
    assert_string_equal(find(&f, "Land of Elphbergs")->country, "RUR");
    assert_ptr_equal(find(&f, "Land of Elphbergs"), lexicon_country(f.lexicon, "RUR"));
    assert_ptr_equal(find(&f, "Ruritania"), lexicon_country(f.lexicon, "RUR"));
    assert_ptr_equal(find(&f, "Lost Land"), lexicon_country(f.lexicon, "RUR"));
    assert_ptr_equal(find(&f, "Old Zenda"), lexicon_country(f.lexicon, "ZEN"));
    base_arena_free(f.arena);
}

static const struct lexicon_role *role_in(const struct lexicon_entry *entry, int year) {
    bool former;
    return lexicon_role_on(entry, document_day_of(year, 7, 1), &former);
}

static void dates_say_when_a_code_holds(void **state) {
    (void)state;
    struct fixture f = with("RUPERT_HENTZAU_ ; of the novel\n"
                            "+COUNT_RUPERT_\n"
                            "\t[RURMIL 850101-19900101]\t[RURGOV 920101-931231]\n"
                            "\t[IGOUNO <800101]\n"
                            "\t[RURREB >20040301]\n"
                            "\t[RURELI]\n",
                            NULL);
    const struct lexicon_entry *rupert = find(&f, "Count Rupert");
    assert_int_equal(rupert->kind, LEXICON_PER);
    assert_string_equal(rupert->country, "RUR");
    assert_string_equal(role_in(rupert, 1970)->country, "UNO");
    assert_string_equal(role_in(rupert, 1982)->sector, "ELI"); /* the code without dates, for the rest of time */
    assert_string_equal(role_in(rupert, 1987)->sector, "MIL");
    assert_string_equal(role_in(rupert, 1991)->sector, "ELI");
    assert_string_equal(role_in(rupert, 1992)->sector, "GOV");
    assert_string_equal(role_in(rupert, 2010)->sector, "REB");
    base_arena_free(f.arena);
}

static void what_is_known_stays_and_takes_the_codes(void **state) {
    (void)state;
    struct fixture f = with("MICHAEL_OF_STRELSAU_\n"
                            "+BLACK_MICHAEL_\n"
                            "\t[RURMIL 990101-011231]\n"
                            "\t[RURGOV 020101-031231]\n"
                            "ANTOINETTE_DE_MAUBAN_ [RURSPY]\n"
                            "ANTOINETTE_GAUTET_ [RURGOV]\n",
                            NULL);
    const struct lexicon_entry *michael = find(&f, "Black Michael");
    assert_true(base_slice_is(michael->name, "Black Michael") && michael->gender == 'm');
    assert_true(base_slice_is(role_in(michael, 1992)->title, "king"));
    assert_string_equal(role_in(michael, 2000)->sector, "MIL");
    assert_true(base_slice_is(role_in(michael, 2002)->title, "duke"));
    assert_true(find(&f, "Michael of Strelsau") != michael); /* that is a body by its name */
    assert_string_equal(find(&f, "Antoinette de Mauban")->country, "RUR"); /* other countries are other people */
    assert_string_equal(find(&f, "Antoinette de Mauban")->sector[0], "SPY");
    assert_int_equal(find(&f, "Antoinette Gautet")->kind, LEXICON_PER);    /* by the given name */
    base_arena_free(f.arena);
}

static void later_files_beat_earlier_ones(void **state) {
    (void)state;
    struct fixture f = with("FLAVIA_TARLENHEIM_ [RURGOV]\n", "FLAVIA_TARLENHEIM_ [RURMIL]\n");
    assert_string_equal(find(&f, "Flavia Tarlenheim")->sector[0], "MIL");
    base_arena_free(f.arena);
    static const char *const own[] = {"Flavia Tarlenheim\n    kind: PER\n    sector: LEG\n", "!Flavia Tarlenheim\n"};
    for (unsigned i = 0; i < 2; i++) {
        f = (struct fixture){.arena = base_arena_new(), .petrarch = {"FLAVIA_TARLENHEIM_ [RURGOV]\n"}, .own = own[i]};
        assert_true(base_arena_run(f.arena, open_all, &f));
        const struct lexicon_entry *flavia = find(&f, "Flavia Tarlenheim");
        assert_true(i ? !flavia : strcmp(flavia->sector[0], "LEG") == 0);
        base_arena_free(f.arena);
    }
}

static void agents_are_nouns(void **state) {
    (void)state;
    struct fixture f = with("!PERSON! = MAN, WOMAN\n"
                            "!MINIST! = MINISTER, MINISTRY\n"
                            "FIRE!PERSON! {} [~COP]\n"
                            "+FIRE_FIGHTER\n"
                            "!MINIST! OF_ HEALTH [~GOVHLH]\n"
                            "CARGO_SHIP [BUS~]\n"
                            "GENIUS {GENII} [~EDU]\n"
                            "BLUE_HELMET [~IGOUNOMIL]\n"
                            "MINISTER [~OPP]\n"
                            "MONK [~BUD]\n",
                            NULL);
    assert_int_equal(f.status, SAYSO_OK);
    static const struct {
        const char *noun, *country, *sector[2];
        enum document_entity_type type;
        bool title;
    } cases[] = {{"firewoman", "", {"COP", ""}, DOCUMENT_PER, false},
                 {"fire fighter", "", {"COP", ""}, DOCUMENT_PER, false},
                 {"minister of health", "", {"GOV", "MED"}, DOCUMENT_PER, true},
                 {"ministry of health", "", {"GOV", "MED"}, DOCUMENT_ORG, false},
                 {"cargo ship", "", {"BUS", ""}, DOCUMENT_ORG, false},
                 {"genius", "", {"EDU", ""}, DOCUMENT_PER, false},
                 {"genii", "", {"EDU", ""}, DOCUMENT_PER, false},
                 {"blue helmet", "UNO", {"MIL", ""}, DOCUMENT_PER, false},
                 {"minister", "", {"OPP", ""}, DOCUMENT_PER, true},
                 {"monk", "", {"REL", ""}, DOCUMENT_PER, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct lexicon_agent *agent = lexicon_agent_of(f.lexicon, base_slice_of(cases[i].noun));
        assert_non_null(agent);
        assert_string_equal(agent->country, cases[i].country);
        assert_string_equal(agent->sector[0], cases[i].sector[0]);
        assert_string_equal(agent->sector[1], cases[i].sector[1]);
        assert_int_equal(agent->type, cases[i].type);
        assert_int_equal(agent->is_title, cases[i].title);
    }
    base_arena_free(f.arena);
}

static void refused_lines_are_kept(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        const char *origin, *reason, *what;
    } cases[] = {{"A_\t[RURGOV]\n\nNOBODY_\n", "p.txt:3", "an actor without a code", "NOBODY_"},
                 {"A_ [RURGO]\nB [RURGOV]\n", "p.txt:1", "a code is groups of three capital letters", "RURGO"},
                 {"B [RURGOV]\nA_\n [rur] ; x\n", "p.txt:3", "a code is groups of three capital letters", "rur"},
                 {"B [RURGOV 990230-990301]\nA_ [RUR]\n", "p.txt:1",
                  "dates are YYMMDD-YYMMDD, <YYMMDD or >YYMMDD, or with four digits a year", "RURGOV 990230-990301"},
                 {"B [RURGOV\nA_ [RUR]\n", "p.txt:1", "a code without its ]", "[RURGOV"},
                 {"+B\nA_ [RUR]\n", "p.txt:1", "a synonym, and no actor above it", "+B"},
                 {"[RUR]\nA_ [RUR]\n", "p.txt:1", "a code, and no actor above it", "[RUR]"},
                 {"A_ [RUR]\n\tGOV\n", "p.txt:2", "no code", "GOV"},
                 {"A_ [RUR]\n___ [RUR]\n", "p.txt:2", "a name has between 1 and 16 words", ""},
                 {"A_ [RUR]\n+\xFF\n", "p.txt:2", "bytes that are not UTF-8", ""},
                 {"A [~GOV]\nX!Y! [~COP]\n", "p.txt:2", "no such substitution set", "X!Y! [~COP]"},
                 {"A [~GOV]\nX [~COP}\n", "p.txt:2", "expected NOUN {PLURAL} [~CODE]", "X [~COP}"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = with(cases[i].bytes, NULL);
        const struct lexicon_refusal *refused;
        assert_int_equal(f.status, SAYSO_OK);
        assert_true(lexicon_refused(f.lexicon, &refused) >= 1);
        assert_true(base_slice_is(refused[0].origin, cases[i].origin));
        assert_string_equal(refused[0].reason, cases[i].reason);
        assert_true(base_slice_is(refused[0].what, cases[i].what));
        base_arena_free(f.arena);
    }
}

static void what_is_meant_is_not_refused(void **state) {
    (void)state;
    struct fixture f = with("\xEF\xBB\xBF# comment\r\nTHE_LEAGUE_\r\nL.G._   # short\r\n\t[IGO]\r\n"
                            "SOCCER_PLAYER_ [---]\r\n",
                            NULL);
    const struct lexicon_refusal *refused;
    assert_int_equal(lexicon_refused(f.lexicon, &refused), 0);
    assert_ptr_equal(find(&f, "L. G."), find(&f, "The League"));
    assert_non_null(find(&f, "The League"));
    assert_null(find(&f, "Soccer Player"));
    base_arena_free(f.arena);
}

static void another_format_is_an_error(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        unsigned line;
    } cases[] = {{"# verbs\n\n--- ACCEPT [030] ---\n- * AID\n", 3},
                 {"Ruritania\n    kind: country\n", 2},
                 {"BOARD_GAME\n", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f = with(cases[i].bytes, NULL);
        assert_int_equal(f.status, SAYSO_BAD_DICTIONARY);
        assert_string_equal(f.error.input, "d/petrarch/p.txt");
        assert_int_equal(f.error.line, cases[i].line);
        base_arena_free(f.arena);
    }
    struct fixture f = with("# nothing yet\n", NULL);
    assert_int_equal(f.status, SAYSO_OK);
    base_arena_free(f.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_as_news_writes_them), cmocka_unit_test(codes_are_taken_apart),
        cmocka_unit_test(a_country_alone_is_the_country),      cmocka_unit_test(dates_say_when_a_code_holds),
        cmocka_unit_test(what_is_known_stays_and_takes_the_codes), cmocka_unit_test(later_files_beat_earlier_ones),
        cmocka_unit_test(agents_are_nouns),                    cmocka_unit_test(refused_lines_are_kept),
        cmocka_unit_test(what_is_meant_is_not_refused),        cmocka_unit_test(another_format_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
