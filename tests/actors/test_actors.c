/* Who is who, on sentences whose trees are given: form/UPOS/head/relation, then lemma, name or features where they matter. */
#include "../fixture.h"

#include "actors/actors.h"
#include "lexicon/load.h"
#include "text/text.h"

static const char names[] = "Ruritania\n  kind: country\n  code: RUR\n  adjective: Ruritanian\n  people: Ruritanian; Ruritanians\n"
                            "  capital: Strelsau\n  seat: Elphberg Palace\n"
                            "Grausia\n  kind: country\n  code: GRS\n  adjective: Grausian\n"
                            "New Dawn\n  kind: ORG\n  country: RUR\n  sector: PTY\n"
                            "Tarlenheim\n  kind: region\n  country: RUR\n"
                            "Rudolf Elphberg\n  kind: PER\n  country: RUR\n  gender: m\n  alone: Elphberg\n"
                            "  role: 2001..2010-06-30 GOV president\n"
                            "Flavia Elphberg\n  kind: PER\n  country: RUR\n  gender: f\n  alone: Elphberg\n  role: 2010-07-01.. GOV president\n"
                            "Zenda Courier\n  kind: ORG\n  country: RUR\n  sector: JRN\n  noun: newspaper\n"
                            "Blue Hand\n  kind: GROUP\n  country: RUR\n  sector: REB\n  also: Blue Handers\n  noun: group\n";
static const char nouns[] = "spy = PER SPY\nspy = STRANGER\ndeport = EXPELS\nas = ROLE\npresident = PER GOV title\narmy = ORG MIL\nforeign ministry = ORG GOV\nforce = GROUP MIL\nsoldier = PER MIL\n"
                            "security source = ANON SPY\nsource = ANON\nspokesman = PER GOV\nnewspaper = ORG JRN\n"
                            "publication = ORG JRN\nrebel = PER REB\ngroup = GROUP\ngeneral = PER MIL title\ngovernment = ORG GOV\n"
                            "man = PER CVL m\nfather = PER CVL m\nstudent = PER EDU\nFritz = GIVEN m\nHelga = GIVEN f\nmrs = PER honorific f\nformer = FORMER\nof = BELONGS\nin = WHERE\nwith = PARTNER\nhundred = NUMBER\npeople = GROUP CVL\npeople = COUNTED\nreport = PRODUCT\n"
                            "foreign minister = PER GOV title\nminister = PER GOV title\npolice station = THING\nally = PER\nally = OUTSIDER\n";

struct fixture {
    struct base_arena *arena;
    const char *sentences; /* tokens parted by spaces, sentences by " | ", paragraphs by " || " */
    const char *day;
    struct document *document;
};

static struct base_slice conllu_line(struct base_arena *arena, unsigned id, struct base_slice token) {
    struct base_slice cell[7] = {{0}};
    for (size_t i = 0; i < 7; i++) {
        cell[i] = base_slice_cut(&token, '/');
    }
    struct base_slice lemma = cell[4].size ? cell[4] : cell[0];
    return base_arena_format(arena, "%u\t%.*s\t%.*s\t%.*s\t_\t%.*s\t%.*s\t%.*s\t_\t%s%.*s\n", id, (int)cell[0].size,
                             cell[0].data, (int)lemma.size, lemma.data, (int)cell[1].size, cell[1].data,
                             cell[6].size ? (int)cell[6].size : 1, cell[6].size ? cell[6].data : "_", (int)cell[2].size,
                             cell[2].data, (int)cell[3].size, cell[3].data, cell[5].size ? "NER=" : "_",
                             (int)cell[5].size, cell[5].size ? cell[5].data : "");
}

static struct base_slice conllu(struct base_arena *arena, struct base_slice text) {
    struct base_slice out = BASE_SLICE("");
    unsigned id = 0;
    while (text.size) {
        struct base_slice token = base_slice_cut(&text, ' ');
        bool paragraph = base_slice_is(token, "||");
        bool ends = paragraph || base_slice_is(token, "|");
        struct base_slice line = paragraph ? BASE_SLICE("\n# newpar\n") : ends ? BASE_SLICE("\n") : conllu_line(arena, ++id, token);
        id = ends ? 0 : id;
        out = base_arena_format(arena, "%.*s%.*s", (int)out.size, out.data, (int)line.size, line.data);
    }
    return base_arena_format(arena, "%.*s\n", (int)out.size, out.data);
}

static void resolve(void *context) {
    struct fixture *f = context;
    struct sayso_error error = {{0}};
    struct lexicon *lexicon = lexicon_new(f->arena);
    assert_int_equal(lexicon_load(lexicon, BASE_SLICE("a.agents"), base_slice_of(nouns), false, &error), SAYSO_OK);
    assert_int_equal(lexicon_load(lexicon, BASE_SLICE("a.actors"), base_slice_of(names), false, &error), SAYSO_OK);
    lexicon_finish(lexicon);
    f->document = document_new(f->arena);
    struct base_slice text = conllu(f->arena, base_slice_of(f->sentences));
    assert_int_equal(text_read_conllu(f->document, text, true, &error), SAYSO_OK);
    assert_true(!f->day || document_parse_day(base_slice_of(f->day), &f->document->day));
    const struct actors *actors = NULL;
    assert_int_equal(actors_open(fixture_model(f->arena), lexicon, f->arena, &actors, &error), SAYSO_OK);
    actors_resolve(actors, f->document);
}

static struct fixture of(const char *sentences, const char *day) {
    struct fixture f = {.arena = base_arena_new(), .sentences = sentences, .day = day};
    assert_true(base_arena_run(f.arena, resolve, &f));
    return f;
}

static void check(const struct fixture *f, uint32_t token, const char *name, enum document_entity_type type,
                  const char *country, const char *sector) {
    const struct document_entity *entity = document_entity_at(f->document, token);
    assert_non_null(entity);
    assert_int_equal(entity->name.size, strlen(name));
    assert_memory_equal(entity->name.data, name, entity->name.size);
    assert_int_equal(entity->type, type);
    assert_string_equal(entity->country, country);
    assert_string_equal(entity->sector[0], sector);
}

static bool same(const struct fixture *f, uint32_t a, uint32_t b) {
    return document_entity_at(f->document, a) && document_entity_at(f->document, a) == document_entity_at(f->document, b);
}

#define HE "He/PRON/2/nsubj/he//Gender=Masc|Number=Sing|Person=3|PronType=Prs"
#define SHE "She/PRON/2/nsubj/she//Gender=Fem|Number=Sing|Person=3|PronType=Prs"
#define THE(head) "the/DET/" #head "/det/the//Definite=Def|PronType=Art"
#define A(head) "a/DET/" #head "/det/a//Definite=Ind|PronType=Art"
#define SAID "said/VERB/0/root/say"

static void generic_actors_are_composed(void **state) {
    (void)state;
    struct fixture f = of(A(5) " senior/ADJ/5/amod Ruritanian/ADJ/5/amod security/NOUN/5/compound source/NOUN/6/nsubj " SAID
                          " soldiers/NOUN/8/nsubj/soldier//Number=Plur left/VERB/6/ccomp/leave", NULL);
    check(&f, 4, "senior Ruritanian security source", DOCUMENT_ANON, "RUR", "SPY");
    check(&f, 6, "soldiers", DOCUMENT_GROUP, "", "MIL");
    assert_int_equal(f.document->mentions.items[0].first, 1);
    base_arena_free(f.arena);
    f = of(THE(4) " Ruritanian/PROPN/4/amod Foreign/PROPN/4/compound Ministry/PROPN/5/nsubj/ministry " SAID, NULL);
    check(&f, 3, "Ruritanian Foreign Ministry", DOCUMENT_ORG, "RUR", "GOV");
    base_arena_free(f.arena);
    f = of("hundreds/NOUN/5/nsubj/hundred//Number=Plur of/ADP/4/case Grausian/ADJ/4/amod soldiers/NOUN/1/nmod/soldier//Number=Plur "
           "left/VERB/0/root/leave " THE(8) " police/NOUN/8/compound station/NOUN/5/obj", NULL);
    check(&f, 0, "hundreds of Grausian soldiers", DOCUMENT_GROUP, "GRS", "MIL");
    check(&f, 7, "police station", DOCUMENT_THING, "", "");
    base_arena_free(f.arena);
}

static void bare_numbers_count_people(void **state) {
    (void)state;
    struct fixture f = of("seven/NUM/2/nsubj fell/VERB/0/root/fall and/CCONJ/5/cc hundreds/NOUN/5/nsubj/hundred//Number=Plur "
                          "left/VERB/2/conj/leave", NULL);
    check(&f, 0, "seven", DOCUMENT_GROUP, "", "CVL");
    check(&f, 3, "hundreds", DOCUMENT_GROUP, "", "CVL");
    base_arena_free(f.arena);
    f = of(THE(2) " army/NOUN/3/nsubj spent/VERB/0/root/spend hundreds/NOUN/3/obj/hundred//Number=Plur of/ADP/6/case "
           "dollars/NOUN/4/nmod/dollar//Number=Plur in/ADP/8/case seven/NUM/3/obl", NULL);
    check(&f, 3, "hundreds", DOCUMENT_THING, "", "");
    assert_int_equal(f.document->mention_at[7], DOCUMENT_NONE);
    base_arena_free(f.arena);
    f = of("one/NUM/4/nsubj of/ADP/3/case them/PRON/1/nmod/they//Number=Plur|Person=3|PronType=Prs left/VERB/0/root/leave", NULL);
    assert_int_equal(f.document->mention_at[0], DOCUMENT_NONE);
    base_arena_free(f.arena);
}

static void a_role_belongs_to_its_day(void **state) {
    (void)state;
    const char *text = THE(3) " Ruritanian/ADJ/3/amod president/NOUN/4/nsubj " SAID " | " HE " " SAID;
    struct fixture f = of(text, "2005-05-05");
    check(&f, 2, "Rudolf Elphberg", DOCUMENT_PER, "RUR", "GOV");
    assert_true(base_slice_is(document_entity_at(f.document, 2)->role->title, "president"));
    assert_true(base_slice_is(document_entity_at(f.document, 2)->role->of, "Ruritania"));
    assert_true(same(&f, 2, 4));
    base_arena_free(f.arena);
    f = of(text, "2015-05-05");
    check(&f, 2, "Flavia Elphberg", DOCUMENT_PER, "RUR", "GOV");
    assert_false(same(&f, 2, 4)); /* "he" is not Flavia */
    base_arena_free(f.arena);
    f = of("Rudolf/PROPN/3/nsubj//B-PER Elphberg/PROPN/1/flat//I-PER " SAID, "2015-05-05");
    check(&f, 0, "Rudolf Elphberg", DOCUMENT_PER, "RUR", "ELI");
    assert_int_equal(document_entity_at(f.document, 0)->role->status, DOCUMENT_FORMER);
    base_arena_free(f.arena);
}

static void titles_and_appositions_tell_who(void **state) {
    (void)state;
    struct fixture f = of("former/ADJ/3/amod Grausian/ADJ/3/amod general/NOUN/4/nmod:desc Otto/PROPN/6/nsubj//B-PER "
                          "Hentzau/PROPN/4/flat//I-PER " SAID " | Hentzau/PROPN/2/nsubj//B-PER " SAID " | "
                          THE(2) " general/NOUN/3/nsubj " SAID, NULL);
    check(&f, 3, "Otto Hentzau", DOCUMENT_PER, "GRS", "MIL");
    assert_int_equal(document_entity_at(f.document, 3)->role->status, DOCUMENT_FORMER);
    assert_true(same(&f, 3, 6) && same(&f, 3, 9));
    assert_int_equal(f.document->entities.count, 1);
    base_arena_free(f.arena);
    f = of("Otto/PROPN/8/nsubj//B-PER Hentzau/PROPN/1/flat//I-PER ,/PUNCT/4/punct spokesman/NOUN/1/appos of/ADP/7/case Blue/PROPN/7/compound//B-ORG "
           "Hand/PROPN/4/nmod//I-ORG " SAID, NULL);
    check(&f, 0, "Otto Hentzau", DOCUMENT_PER, "RUR", "REB");
    assert_true(base_slice_is(document_entity_at(f.document, 0)->role->of, "Blue Hand"));
    assert_true(same(&f, 0, 3));
    base_arena_free(f.arena);
}

static void descriptions_mean_what_was_named(void **state) {
    (void)state;
    struct fixture f = of(THE(3) " Zenda/PROPN/3/compound//B-ORG Courier/PROPN/4/nsubj//I-ORG " SAID " | "
                          THE(2) " newspaper/NOUN/3/nsubj " SAID " | "
                          THE(3) " Ruritanian/ADJ/3/amod publication/NOUN/4/nsubj " SAID " | "
                          THE(3) " Grausian/ADJ/3/amod newspaper/NOUN/4/nsubj " SAID " | "
                          A(2) " newspaper/NOUN/3/nsubj " SAID, NULL);
    check(&f, 2, "Zenda Courier", DOCUMENT_ORG, "RUR", "JRN");
    assert_true(same(&f, 2, 5) && same(&f, 2, 9));
    assert_false(same(&f, 2, 13)); /* of another country */
    assert_false(same(&f, 2, 16)); /* not known before */
    check(&f, 13, "Grausian newspaper", DOCUMENT_ORG, "GRS", "JRN");
    base_arena_free(f.arena);
    f = of(A(4) " Grausian/ADJ/4/amod security/NOUN/4/compound source/NOUN/5/nsubj " SAID " | "
           "this/DET/2/det/this//Number=Sing|PronType=Dem source/NOUN/3/nsubj " SAID " | "
           A(3) " Ruritanian/ADJ/3/amod source/NOUN/4/nsubj " SAID, NULL);
    assert_true(same(&f, 3, 6));
    assert_false(same(&f, 3, 10));
    base_arena_free(f.arena);
    f = of("Zenda/PROPN/2/compound//B-ORG Courier/PROPN/3/nsubj//I-ORG reported/VERB/0/root/report | " THE(2)
           " report/NOUN/3/nsubj " SAID, NULL);
    assert_true(same(&f, 1, 4));
    base_arena_free(f.arena);
}

static void a_place_that_acts_is_a_government(void **state) {
    (void)state;
    struct fixture f = of("Strelsau/PROPN/2/nsubj//B-LOC attacked/VERB/0/root/attack Grausia/PROPN/2/obj//B-LOC | "
                          HE " left/VERB/0/root/leave in/ADP/4/case Strelsau/PROPN/2/obl//B-LOC", NULL);
    check(&f, 0, "Ruritania", DOCUMENT_LOC, "RUR", "GOV");
    check(&f, 2, "Grausia", DOCUMENT_LOC, "GRS", "GOV");
    check(&f, 6, "Ruritania", DOCUMENT_THING, "RUR", "");
    base_arena_free(f.arena);
    f = of("Grausia/PROPN/3/nmod:poss//B-LOC 's/PART/1/case allies/NOUN/4/nsubj/ally//Number=Plur " SAID, NULL);
    check(&f, 2, "Grausia 's allies", DOCUMENT_GROUP, "", "");
    base_arena_free(f.arena);
}

static void a_surname_is_of_whom_office_and_title_say(void **state) {
    (void)state;
    const char *plain = "Elphberg/PROPN/2/nsubj//B-PER " SAID;
    struct fixture f = of(plain, "2005-05-05");
    check(&f, 0, "Rudolf Elphberg", DOCUMENT_PER, "RUR", "GOV");
    base_arena_free(f.arena);
    f = of(plain, "2015-05-05");
    check(&f, 0, "Flavia Elphberg", DOCUMENT_PER, "RUR", "GOV");
    base_arena_free(f.arena);
    f = of("Mrs/PROPN/2/nmod:desc Elphberg/PROPN/3/nsubj//B-PER " SAID, "2005-05-05");
    check(&f, 1, "Flavia Elphberg", DOCUMENT_PER, "RUR", "");
    base_arena_free(f.arena);
    f = of("Anna/PROPN/3/nsubj//B-PER Elphberg/PROPN/1/flat//I-PER " SAID " | Elphberg/PROPN/2/nsubj//B-PER " SAID, "2005-05-05");
    assert_true(same(&f, 0, 3)); /* of those named before, if it is none of the known ones that were */
    base_arena_free(f.arena);
}

#define MARRIED "Rudolf/PROPN/3/nsubj//B-PER Holf/PROPN/1/flat//I-PER left/VERB/0/root/leave | Holf/PROPN/2/nsubj//B-PER " SAID \
                " | Flavia/PROPN/3/nsubj//B-PER Holf/PROPN/1/flat//I-PER left/VERB/0/root/leave | "

static void of_several_of_a_surname_most_named_is_meant(void **state) {
    (void)state;
    struct fixture f = of(MARRIED "Holf/PROPN/2/nsubj//B-PER " SAID, NULL);
    assert_true(same(&f, 8, 0)); /* though Flavia stands nearer */
    base_arena_free(f.arena);
    f = of(MARRIED "Mrs/PROPN/2/nmod:desc Holf/PROPN/3/nsubj//B-PER " SAID, NULL);
    assert_true(same(&f, 9, 5));
    base_arena_free(f.arena);
    f = of(MARRIED "President/PROPN/2/nmod:desc Flavia/PROPN/4/nsubj//B-PER Holf/PROPN/2/flat//I-PER " SAID
           " | President/PROPN/2/nmod:desc Holf/PROPN/3/nsubj//B-PER " SAID, NULL);
    assert_true(same(&f, 13, 5)); /* by the office */
    base_arena_free(f.arena);
}

static void holders_of_local_offices_are_nobody_of_the_nation(void **state) {
    (void)state;
    struct fixture f = of(THE(2) " president/NOUN/5/nsubj of/ADP/4/case Tarlenheim/PROPN/2/nmod//B-LOC " SAID, "2015-05-05");
    assert_false(base_slice_is(document_entity_at(f.document, 1)->name, "Flavia Elphberg"));
    base_arena_free(f.arena);
    f = of("Foreign/PROPN/3/compound//B-PER Minister/PROPN/3/nmod:desc//I-PER Anna/PROPN/5/nsubj//I-PER Holf/PROPN/3/flat//I-PER "
           SAID, NULL);
    check(&f, 2, "Anna Holf", DOCUMENT_PER, "", "GOV");
    base_arena_free(f.arena);
}

static void groups_described_otherwise_are_others(void **state) {
    (void)state;
    struct fixture f = of("young/ADJ/2/amod soldiers/NOUN/3/nsubj/soldier//Number=Plur left/VERB/0/root/leave | "
                          "soldiers/NOUN/2/nsubj/soldier//Number=Plur die/VERB/0/root/die | "
                          "young/ADJ/2/amod soldiers/NOUN/3/nsubj/soldier//Number=Plur fell/VERB/0/root/fall | "
                          THE(3) " old/ADJ/3/amod soldiers/NOUN/4/nsubj/soldier//Number=Plur " SAID, NULL);
    assert_false(same(&f, 1, 3));
    assert_true(same(&f, 1, 6));
    assert_false(same(&f, 10, 6) || same(&f, 10, 3));
    base_arena_free(f.arena);
    f = of("hundreds/NOUN/4/nsubj/hundred//Number=Plur of/ADP/3/case soldiers/NOUN/1/nmod/soldier//Number=Plur fell/VERB/0/root/fall", NULL);
    assert_true(same(&f, 0, 2));
    base_arena_free(f.arena);
}

static void what_two_own_is_not_one(void **state) {
    (void)state;
    struct fixture f = of("Anna/PROPN/3/nmod:poss//B-PER 's/PART/1/case army/NOUN/4/nsubj " SAID " | "
                          "Otto/PROPN/3/nmod:poss//B-PER 's/PART/1/case army/NOUN/4/nsubj " SAID " | "
                          THE(2) " army/NOUN/3/nsubj " SAID, NULL);
    assert_false(same(&f, 2, 6));
    assert_true(same(&f, 9, 6));
    base_arena_free(f.arena);
}

static void a_party_is_of_a_country_in_the_text(void **state) {
    (void)state;
#define PARTY "New/PROPN/2/compound//B-ORG Dawn/PROPN/3/nsubj//I-ORG " SAID " | "
    struct fixture f = of(PARTY "Grausia/PROPN/2/nsubj//B-LOC won/VERB/0/root/win", NULL);
    check(&f, 1, "New Dawn", DOCUMENT_ORG, "", ""); /* some other one */
    base_arena_free(f.arena);
    f = of(PARTY "Ruritania/PROPN/2/nsubj//B-LOC won/VERB/0/root/win", NULL);
    check(&f, 1, "New Dawn", DOCUMENT_ORG, "RUR", "PTY");
    base_arena_free(f.arena);
    f = of(PARTY "Tarlenheim/PROPN/2/nsubj//B-LOC won/VERB/0/root/win", NULL); /* a region of Ruritania */
    check(&f, 1, "New Dawn", DOCUMENT_ORG, "RUR", "PTY");
    base_arena_free(f.arena);
#undef PARTY
}

static void the_president_is_not_who_was_it_long_ago(void **state) {
    (void)state;
    struct fixture f = of("Rudolf/PROPN/3/nsubj//B-PER Elphberg/PROPN/1/flat//I-PER met/VERB/0/root/meet | "
                          "Ruritania/PROPN/2/nsubj//B-LOC won/VERB/0/root/win | Ruritania/PROPN/2/nsubj//B-LOC lost/VERB/0/root/lose | "
                          THE(2) " president/NOUN/3/nsubj " SAID, "2015-05-05");
    check(&f, 8, "Flavia Elphberg", DOCUMENT_PER, "RUR", "GOV");
    base_arena_free(f.arena);
}

#define THEY "They/PRON/2/nsubj/they//Number=Plur|Person=3|PronType=Prs"

static void they_are_all_of_several(void **state) {
    (void)state;
    struct fixture f = of("Anna/PROPN/4/nsubj//B-PER and/CCONJ/3/cc Otto/PROPN/1/conj//B-PER met/VERB/0/root/meet " THE(6)
                          " army/NOUN/4/obj | " THEY " left/VERB/0/root/leave", NULL);
    check(&f, 6, "Anna and Otto", DOCUMENT_GROUP, "", "");
    base_arena_free(f.arena);
    f = of("Otto/PROPN/3/nsubj//B-PER \"/PUNCT/3/punct left/VERB/0/root/leave | Anna/PROPN/2/nsubj//B-PER kept/VERB/0/root/keep him/PRON/2/obj/he//Gender=Masc|Number=Sing|Person=3|PronType=Prs "
           "as/ADP/6/case/as " A(6) " student/NOUN/2/obl | He/PRON/2/nsubj/he//Gender=Masc|Number=Sing|Person=3|PronType=Prs " SAID, NULL);
    assert_false(same(&f, 8, 9)); /* the student only says what he was */
    base_arena_free(f.arena);
}

static void strangers_are_of_no_country_by_default(void **state) {
    (void)state;
#define RURITANIA "Ruritania/PROPN/2/nsubj//B-LOC won/VERB/0/root/win | Ruritania/PROPN/2/nsubj//B-LOC lost/VERB/0/root/lose | "
    struct fixture f = of(RURITANIA "spies/NOUN/2/nsubj/spy//Number=Plur left/VERB/0/root/leave", NULL);
    check(&f, 4, "spies", DOCUMENT_GROUP, "", "SPY");
    base_arena_free(f.arena);
    f = of(RURITANIA "students/NOUN/2/nsubj:pass/student//Number=Plur deported/VERB/0/root/deport", NULL);
    check(&f, 4, "students", DOCUMENT_GROUP, "", "EDU");
    base_arena_free(f.arena);
#undef RURITANIA
}

static void names_that_nobody_lists_are_kept(void **state) {
    (void)state;
    struct fixture f = of("Anna/PROPN/3/nsubj//B-PER Holf/PROPN/1/flat//I-PER " SAID " | " SHE " " SAID
                          " | Holf/PROPN/2/nsubj//B-PER " SAID, NULL);
    check(&f, 0, "Anna Holf", DOCUMENT_PER, "", "");
    assert_true(same(&f, 0, 3) && same(&f, 0, 5));
    assert_true(document_entity_at(f.document, 0)->has_pronoun);
    base_arena_free(f.arena);
    f = of("Zenda/PROPN/3/compound//B-ORG Rescue/PROPN/3/compound//I-ORG Fund/PROPN/4/nsubj//I-ORG " SAID
           " | ZRF/PROPN/2/nsubj//B-ORG " SAID, NULL);
    assert_true(same(&f, 2, 4));
    base_arena_free(f.arena);
    f = of(THE(4) " Blue/PROPN/4/compound Hand/PROPN/4/compound group/NOUN/5/nsubj " SAID, NULL);
    check(&f, 3, "Blue Hand", DOCUMENT_GROUP, "RUR", "REB");
    base_arena_free(f.arena);
}

static void nouns_and_names_side_by_side_are_one(void **state) {
    (void)state;
    struct fixture f = of("Grausian/ADJ/2/amod newspaper/NOUN/4/obl Volksblatt/PROPN/4/nsubj//B-PER " SAID
                          " | Grausian/ADJ/4/amod//B-PER foreign/ADJ/3/amod//I-PER minister/NOUN/4/nmod:desc//I-PER "
                          "Otto/PROPN/6/nsubj//I-PER Hentzau/PROPN/4/flat//I-PER " SAID " | " THE(2) " minister/NOUN/3/nsubj " SAID,
                          NULL);
    check(&f, 1, "Volksblatt", DOCUMENT_ORG, "GRS", "JRN");
    assert_true(same(&f, 1, 2));
    check(&f, 7, "Otto Hentzau", DOCUMENT_PER, "GRS", "GOV");
    assert_true(same(&f, 7, 11)); /* a foreign minister is a minister */
    base_arena_free(f.arena);
    f = of("Anna/PROPN/3/nsubj//B-PER Holf/PROPN/1/flat//I-PER " SAID " | Anna/PROPN/2/nsubj//B-PER " SAID, NULL);
    assert_true(same(&f, 0, 3));
    base_arena_free(f.arena);
    f = of(THE(2) " government/NOUN/3/nsubj attacked/VERB/0/root/attack Grausia/PROPN/3/obj//B-LOC | "
           "Grausian/ADJ/2/amod soldiers/NOUN/3/nsubj/soldier//Number=Plur left/VERB/0/root Grausia/PROPN/3/obj//B-LOC | "
           "Grausia/PROPN/2/nsubj//B-LOC left/VERB/0/root Grausia/PROPN/2/obj//B-LOC", NULL);
    check(&f, 1, "government", DOCUMENT_ORG, "GRS", "GOV"); /* of what the text is about */
    base_arena_free(f.arena);
}

static void in_a_quotation_the_speaker_says_we(void **state) {
    (void)state;
    struct fixture f = of("\"/PUNCT/3/punct We/PRON/3/nsubj/we//Number=Plur|Person=1|PronType=Prs fight/VERB/6/ccomp \"/PUNCT/3/punct "
                          "Elphberg/PROPN/6/nsubj//B-PER " SAID, "2005-05-05");
    assert_true(same(&f, 1, 4));
    base_arena_free(f.arena);
    f = of("It/PRON/3/nsubj/it//Gender=Neut|Number=Sing|Person=3|PronType=Prs is/AUX/3/cop/be hard/ADJ/0/root to/PART/5/mark "
           "win/VERB/3/csubj", NULL);
    check(&f, 0, "It", DOCUMENT_THING, "", "");
    base_arena_free(f.arena);
}

static void parts_of_a_name_mean_its_bearer(void **state) {
    (void)state;
    struct fixture f = of("Anton/PROPN/4/nsubj//B-PER Hentz/PROPN/1/flat//I-PER Sr./PROPN/1/flat//I-PER " SAID
                          " | Hentz/PROPN/2/nsubj//B-PER left/VERB/0/root/leave", NULL);
    assert_true(same(&f, 0, 4)); /* and not "Sr." is his surname */
    base_arena_free(f.arena);
    f = of("Hentzau/PROPN/3/compound//B-ORG Copper/PROPN/3/compound//I-ORG Mines/PROPN/4/nsubj//I-ORG dug/VERB/0/root/dig"
           " | Hentzau/PROPN/2/nsubj//B-ORG paid/VERB/0/root/pay", NULL);
    assert_true(same(&f, 2, 4));
    base_arena_free(f.arena);
}

static void an_article_of_one_country_tells_everybodys(void **state) {
    (void)state;
    struct fixture f = of("Ruritania/PROPN/2/nsubj//B-LOC won/VERB/0/root/win | Ruritania/PROPN/2/nsubj//B-LOC lost/VERB/0/root/lose"
                          " | soldiers/NOUN/2/nsubj/soldier//Number=Plur left/VERB/0/root/leave", NULL);
    check(&f, 4, "soldiers", DOCUMENT_GROUP, "RUR", "MIL");
    base_arena_free(f.arena);
    f = of("Ruritania/PROPN/2/nsubj//B-LOC fought/VERB/0/root/fight Grausia/PROPN/2/obj//B-LOC"
           " | soldiers/NOUN/2/nsubj/soldier//Number=Plur left/VERB/0/root/leave", NULL);
    check(&f, 3, "soldiers", DOCUMENT_GROUP, "", "MIL");
    base_arena_free(f.arena);
}

#define HIM(head, relation) "him/PRON/" #head "/" relation "/he//Gender=Masc|Number=Sing|Person=3|PronType=Prs"
#define I "I/PRON/3/nsubj/I//Number=Sing|Person=1|PronType=Prs"
#define QUOTE "\"/PUNCT/3/punct"

static void him_is_not_the_subject(void **state) {
    (void)state;
    /* "Hentzau left. Krafft had a talk with him." */
    struct fixture f = of("Hentzau/PROPN/2/nsubj//B-PER left/VERB/0/root/leave | "
                          "Krafft/PROPN/2/nsubj//B-PER had/VERB/0/root/have " A(4) " talk/NOUN/2/obj with/ADP/6/case/with " HIM(4, "nmod"), NULL);
    assert_false(same(&f, 7, 2));
    assert_true(same(&f, 7, 0));
    base_arena_free(f.arena);
    /* "Krafft, trashing Hentzau and accusing him": the clauses share their subject. */
    f = of("Krafft/PROPN/2/nsubj//B-PER left/VERB/0/root/leave trashing/VERB/2/advcl/trash Hentzau/PROPN/3/obj//B-PER "
           "accusing/VERB/3/conj/accuse " HIM(5, "obj"), NULL);
    assert_true(same(&f, 5, 3));
    base_arena_free(f.arena);
}

static void whom_a_quotation_speaks_of_is_not_who_speaks(void **state) {
    (void)state;
    /* Krafft nodded. "I know Hentz. He lied," he said. */
    struct fixture f = of("Krafft/PROPN/2/nsubj//B-PER nodded/VERB/0/root/nod | " QUOTE " " I " know/VERB/0/root/know Hentz/PROPN/3/obj//B-PER | "
                          HE " lied/VERB/5/ccomp/lie \"/PUNCT/2/punct he/PRON/5/nsubj/he//Gender=Masc|Number=Sing|Person=3|PronType=Prs " SAID, NULL);
    assert_true(same(&f, 9, 0));
    assert_true(same(&f, 6, 5));
    base_arena_free(f.arena);
}

static void a_given_name_tells_the_gender(void **state) {
    (void)state;
    /* Fritz Krafft met Helga Krafft. She left. */
    struct fixture f = of("Fritz/PROPN/3/nsubj//B-PER Holf/PROPN/1/flat//I-PER met/VERB/0/root/meet Helga/PROPN/3/obj//B-PER "
                          "Krafft/PROPN/4/flat//I-PER | " SHE " left/VERB/0/root/leave | " HE " fell/VERB/0/root/fall", NULL);
    assert_true(same(&f, 5, 3));
    assert_true(same(&f, 7, 0));
    base_arena_free(f.arena);
}

static void another_number_is_of_others(void **state) {
    (void)state;
    struct fixture f = of("44/NUM/2/nummod soldiers/NOUN/3/nsubj/soldier//Number=Plur fell/VERB/0/root/fall | "
                          "seven/NUM/2/nummod soldiers/NOUN/3/nsubj/soldier//Number=Plur left/VERB/0/root/leave | "
                          THE(2) " soldiers/NOUN/3/nsubj/soldier//Number=Plur " SAID " | "
                          "soldiers/NOUN/2/nsubj/soldier//Number=Plur die/VERB/0/root/die", NULL);
    assert_false(same(&f, 1, 4));
    assert_true(same(&f, 4, 7));
    assert_false(same(&f, 1, 9) || same(&f, 4, 9)); /* soldiers in general */
    base_arena_free(f.arena);
}

static void the_president_is_in_office(void **state) {
    (void)state;
    const char *text = "Flavia/PROPN/3/nsubj//B-PER Elphberg/PROPN/1/flat//I-PER met/VERB/0/root/meet Rudolf/PROPN/3/obj//B-PER "
                       "Elphberg/PROPN/4/flat//I-PER | " THE(2) " president/NOUN/3/nsubj " SAID;
    struct fixture f = of(text, "2015-05-05");
    assert_true(same(&f, 6, 0)); /* though Rudolf, who was president, stands nearer */
    base_arena_free(f.arena);
    f = of("Ruritania/PROPN/2/nsubj//B-LOC won/VERB/0/root/win | Ruritania/PROPN/2/nsubj//B-LOC lost/VERB/0/root/lose | "
           THE(2) " president/NOUN/3/nsubj " SAID, "2015-05-05");
    check(&f, 5, "Flavia Elphberg", DOCUMENT_PER, "RUR", "GOV"); /* of the country that the text is about */
    base_arena_free(f.arena);
}

static void the_man_was_named_before(void **state) {
    (void)state;
    struct fixture f = of(A(2) " man/NOUN/4/nsubj called/VERB/2/acl/call fell/VERB/0/root/fall | " THE(2) " man/NOUN/3/nsubj " SAID " | "
                          THE(2) " man/NOUN/6/nsubj who/PRON/4/nsubj/who//PronType=Rel shot/VERB/2/acl:relcl/shoot "
                          "him/PRON/4/obj/he//Gender=Masc|Number=Sing|Person=3|PronType=Prs fled/VERB/0/root/flee", NULL);
    assert_true(same(&f, 1, 5));
    base_arena_free(f.arena);
    /* "Hentz, a father and student, was shot", with the description as a second subject */
    f = of("Hentz/PROPN/6/nsubj//B-PER " A(3) " father/NOUN/6/nsubj:pass and/CCONJ/5/cc student/NOUN/3/conj shot/VERB/0/root/shoot", NULL);
    assert_true(same(&f, 0, 2) && same(&f, 0, 4));
    base_arena_free(f.arena);
}

static void a_quotation_has_one_speaker(void **state) {
    (void)state;
    /* "I left. I fell," Hentz said. */
    struct fixture f = of(QUOTE " " I " left/VERB/0/root/leave | I/PRON/2/nsubj/I//Number=Sing|Person=1|PronType=Prs "
                          "fell/VERB/5/ccomp/fall \"/PUNCT/2/punct Hentz/PROPN/5/nsubj//B-PER " SAID, NULL);
    assert_true(same(&f, 1, 6) && same(&f, 3, 6));
    base_arena_free(f.arena);
    /* Marks that are not closed at the end of a paragraph: the next one goes on. */
    f = of("Hentz/PROPN/2/nsubj//B-PER said/VERB/0/root/say \"/PUNCT/5/punct I/PRON/5/nsubj/I//Number=Sing|Person=1|PronType=Prs "
           "left/VERB/2/ccomp/leave || " QUOTE " " I " fell/VERB/0/root/fall \"/PUNCT/3/punct", NULL);
    assert_true(same(&f, 3, 0) && same(&f, 6, 0));
    base_arena_free(f.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(generic_actors_are_composed),
        cmocka_unit_test(bare_numbers_count_people),
        cmocka_unit_test(a_role_belongs_to_its_day),
        cmocka_unit_test(titles_and_appositions_tell_who),
        cmocka_unit_test(descriptions_mean_what_was_named),
        cmocka_unit_test(a_place_that_acts_is_a_government),
        cmocka_unit_test(a_surname_is_of_whom_office_and_title_say),
        cmocka_unit_test(of_several_of_a_surname_most_named_is_meant),
        cmocka_unit_test(holders_of_local_offices_are_nobody_of_the_nation),
        cmocka_unit_test(groups_described_otherwise_are_others),
        cmocka_unit_test(what_two_own_is_not_one),
        cmocka_unit_test(a_party_is_of_a_country_in_the_text),
        cmocka_unit_test(the_president_is_not_who_was_it_long_ago),
        cmocka_unit_test(they_are_all_of_several),
        cmocka_unit_test(strangers_are_of_no_country_by_default),
        cmocka_unit_test(names_that_nobody_lists_are_kept),
        cmocka_unit_test(nouns_and_names_side_by_side_are_one),
        cmocka_unit_test(in_a_quotation_the_speaker_says_we),
        cmocka_unit_test(parts_of_a_name_mean_its_bearer),
        cmocka_unit_test(an_article_of_one_country_tells_everybodys),
        cmocka_unit_test(him_is_not_the_subject),
        cmocka_unit_test(whom_a_quotation_speaks_of_is_not_who_speaks),
        cmocka_unit_test(a_given_name_tells_the_gender),
        cmocka_unit_test(another_number_is_of_others),
        cmocka_unit_test(the_president_is_in_office),
        cmocka_unit_test(the_man_was_named_before),
        cmocka_unit_test(a_quotation_has_one_speaker),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
