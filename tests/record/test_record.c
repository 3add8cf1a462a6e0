/* Records of a document that is put together by hand: "Moscow denied it." with a source, a claim and an event. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "events/plover.h"
#include "record/json.h"
#include "record/record.h"
#include "record/width.h"
#include "text/text.h"

static const char CONLLU[] = "# sent_id = first\n"
                             "1\tMoscow\tMoscow\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tNER=B-LOC\n"
                             "2\tdenied\tdeny\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                             "3-4\tit's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                             "3\tit\tit\tPRON\tPRP\t_\t2\tobj\t_\t_\n"
                             "4\t's\t's\tPART\tPOS\t_\t2\tdep\t_\t_\n"
                             "5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tSpaceAfter=No\n\n";

static struct document_span content[] = {{14, 16}};
static uint32_t actors[] = {1};
static struct document_link links[] = {{0, DOCUMENT_PS_PLUS}};
static struct document_telling tellings[] = {{0, {0, 19}, {7, 13}, NULL, 0, DOCUMENT_CT_PLUS},
                                             {0, {0, 19}, {7, 13}, links, 1, DOCUMENT_UU}};

static struct document *make(struct base_arena *arena) {
    struct document *d = document_new(arena);
    struct sayso_error error;
    assert_int_equal(text_read_conllu(d, base_slice_of(CONLLU), true, &error), SAYSO_OK);
    d->id = BASE_SLICE("a\"b");
    d->sha256 = BASE_SLICE("00");
    d->path = BASE_SLICE("dir/x\xFF");
    BASE_PUSH(arena, &d->entities, (struct document_entity){.name = BASE_SLICE("it"), .place = DOCUMENT_NONE});
    BASE_PUSH(arena, &d->entities, (struct document_entity){.name = BASE_SLICE("Russia"), .type = DOCUMENT_LOC,
                                                            .country = "RUS", .sector = {"GOV", "MIL"}, .place = 0});
    BASE_PUSH(arena, &d->mentions, (struct document_mention){.span = {14, 16}, .entity = 0});
    BASE_PUSH(arena, &d->mentions, (struct document_mention){.span = {0, 6}, .entity = 1});
    BASE_PUSH(arena, &d->dates, (struct document_date){.span = {7, 13}, .start = 16693, .end = DOCUMENT_DAY_OPEN});
    BASE_PUSH(arena, &d->places, (struct document_place){.span = {0, 6}, .name = BASE_SLICE("Moscow"), .country = "RUS",
                                                         .located = true, .latitude = 55.75, .longitude = -37.6,
                                                         .geonames = 524901, .precision = DOCUMENT_CITY});
    BASE_PUSH(arena, &d->claims, (struct document_claim){.source = 1, .addressee = 0, .cue = {7, 13}, .content = content,
                                                         .content_count = 1, .form = DOCUMENT_INDIRECT,
                                                         .stance = DOCUMENT_DENIES, .factuality = DOCUMENT_CT_MINUS,
                                                         .date = 0, .within = DOCUMENT_NONE, .retracts = DOCUMENT_NONE});
    BASE_PUSH(arena, &d->events, (struct document_event){.type = EVENTS_REJECT, .contexts = 1, .cameo = "12", .score = -2,
                                                         .actors = actors, .actor_count = 1, .place = 0,
                                                         .date = DOCUMENT_NONE, .killed = 3, .injured = -1, .arrested = -1,
                                                         .aux = DOCUMENT_NEGATION | DOCUMENT_HISTORICAL,
                                                         .tellings = tellings, .telling_count = 2,
                                                         .rule = BASE_SLICE("reject.rules:1")});
    return d;
}

struct given {
    struct base_arena *arena;
    void (*write)(const struct document *document, struct base_buffer *out);
    struct base_buffer out;
};

static void write_in_arena(void *context) {
    struct given *given = context;
    given->write(make(given->arena), &given->out);
}

static void expect(void (*write)(const struct document *, struct base_buffer *), const char *wanted) {
    struct given given = {.arena = base_arena_new(), .write = write};
    assert_true(base_arena_run(given.arena, write_in_arena, &given));
    base_buffer_char(&given.out, 0);
    assert_string_equal(given.out.data, wanted);
    base_buffer_free(&given.out);
    base_arena_free(given.arena);
}

static void write_claim(const struct document *d, struct base_buffer *out) {
    record_jsonl(d, RECORD_CLAIM, out);
}

#define MOSCOW                                                                                                         \
    "{\"text\":\"Moscow\",\"span\":[0,6],\"entity\":\"a\\\"b#n1\",\"name\":\"Russia\",\"country\":\"RUS\","             \
    "\"sector\":[\"GOV\",\"MIL\"]}"
#define IT                                                                                                             \
    "{\"text\":\"it\",\"span\":[14,16],\"entity\":\"a\\\"b#n2\",\"name\":\"it\",\"country\":null,\"sector\":[]}"
#define EVIDENCE                                                                                                       \
    "\"evidence\":{\"sentence\":0,\"span\":[0,19],\"text\":\"Moscow denied it's.\",\"trigger\":[7,13]}"

static void claims_have_their_fields(void **state) {
    (void)state;
    expect(write_claim,
           "{\"kind\":\"claim\",\"id\":\"a\\\"b#c1\",\"doc\":\"a\\\"b\",\"source\":" MOSCOW ",\"addressee\":" IT
           ",\"cue\":{\"text\":\"denied\",\"span\":[7,13]},\"content\":{\"text\":\"it\",\"spans\":[[14,16]]},"
           "\"form\":\"indirect\",\"stance\":\"denies\",\"factuality\":\"CT-\",\"date\":{\"text\":\"denied\",\"span\":"
           "[7,13],\"start\":\"2015-09-15\",\"end\":null},\"within\":null,\"retracts\":null}\n");
}

static void write_event(const struct document *d, struct base_buffer *out) {
    record_jsonl(d, RECORD_EVENT, out);
}

static void events_have_their_fields(void **state) {
    (void)state;
    expect(write_event,
           "{\"kind\":\"event\",\"id\":\"a\\\"b#e1\",\"doc\":\"a\\\"b\",\"type\":\"REJECT\",\"mode\":null,\"context\":"
           "[\"military\"],\"cameo\":\"12\",\"score\":-2.0,\"actor\":[" MOSCOW "],\"recipient\":[],\"place\":{\"text\":"
           "\"Moscow\",\"span\":[0,6],\"name\":\"Moscow\",\"country\":\"RUS\",\"lat\":55.75,\"lon\":-37.6,\"geonames\":"
           "524901,\"precision\":\"city\"},\"date\":null,\"counts\":{\"killed\":3,\"injured\":null,\"arrested\":null},"
           "\"aux\":[\"negation\",\"historical\"],\"factuality\":\"CT+\",\"according_to\":[]," EVIDENCE
           ",\"rule\":\"reject.rules:1\",\"also\":[{\"factuality\":\"Uu\",\"according_to\":[{\"source\":" MOSCOW
           ",\"cue\":\"denied\",\"form\":\"indirect\",\"stance\":\"denies\",\"factuality\":\"PS+\",\"claim\":"
           "\"a\\\"b#c1\"}]," EVIDENCE "}]}\n");
}

static void write_entities(const struct document *d, struct base_buffer *out) {
    record_jsonl(d, RECORD_ENTITY | RECORD_PLACE, out);
}

/* What stands for no actor has a record only because the claim names it, and comes behind the actors. */
static void entities_come_in_order(void **state) {
    (void)state;
    expect(write_entities,
           "{\"kind\":\"entity\",\"id\":\"a\\\"b#n1\",\"doc\":\"a\\\"b\",\"name\":\"Russia\",\"type\":\"LOC\",\"country\":"
           "\"RUS\",\"sector\":[\"GOV\",\"MIL\"],\"role\":null,\"mentions\":[[0,6]]}\n"
           "{\"kind\":\"entity\",\"id\":\"a\\\"b#n2\",\"doc\":\"a\\\"b\",\"name\":\"it\",\"type\":\"ANON\",\"country\":"
           "null,\"sector\":[],\"role\":null,\"mentions\":[[14,16]]}\n"
           "{\"kind\":\"place\",\"doc\":\"a\\\"b\",\"text\":\"Moscow\",\"span\":[0,6],\"name\":\"Moscow\",\"country\":"
           "\"RUS\",\"lat\":55.75,\"lon\":-37.6,\"geonames\":524901,\"precision\":\"city\"}\n");
}

static void write_document(const struct document *d, struct base_buffer *out) {
    record_jsonl(d, RECORD_DOCUMENT, out);
}

static void paths_that_are_no_utf8_are_mended(void **state) {
    (void)state;
    expect(write_document,
           "{\"kind\":\"document\",\"id\":\"a\\\"b\",\"sha256\":\"00\",\"input\":{\"path\":\"dir/x\xEF\xBF\xBD\","
           "\"offset\":null},\"url\":null,\"outlet\":{\"name\":null,\"country\":null},\"title\":null,\"byline\":[],"
           "\"published\":null,\"modified\":null,\"language\":null,\"text\":\"Moscow denied it's.\",\"mended\":0,"
           "\"blocks\":[],\"media\":[],\"dropped\":[]}\n");
}

static void conllu_has_ranges_names_and_multiword_tokens(void **state) {
    (void)state;
    expect(record_conllu, "# newdoc id = a\"b\n# newpar\n# sent_id = first\n# text = Moscow denied it's.\n"
                          "1\tMoscow\tMoscow\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tNER=B-LOC|TokenRange=0:6\n"
                          "2\tdenied\tdeny\tVERB\tVBD\t_\t0\troot\t_\tTokenRange=7:13\n"
                          "3-4\tit's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=14:18\n"
                          "3\tit\tit\tPRON\tPRP\t_\t2\tobj\t_\tTokenRange=14:16\n"
                          "4\t's\t's\tPART\tPOS\t_\t2\tdep\t_\tTokenRange=16:18\n"
                          "5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tSpaceAfter=No|TokenRange=18:19\n\n");
}

static void write_csv(const struct document *d, struct base_buffer *out) {
    record_csv_header(RECORD_CLAIM, out);
    record_csv(d, RECORD_CLAIM, out);
}

static void csv_quotes_as_rfc_4180(void **state) {
    (void)state;
    expect(write_csv,
           "id,doc,source,source_name,source_country,source_sector,source_entity,addressee,addressee_name,"
           "addressee_country,addressee_entity,cue,cue_start,cue_end,content,content_spans,form,stance,factuality,date,"
           "date_start,date_end,within,retracts\r\n"
           "\"a\"\"b#c1\",\"a\"\"b\",Moscow,Russia,RUS,GOV MIL,\"a\"\"b#n1\",it,it,,\"a\"\"b#n2\",denied,7,13,it,14-16,"
           "indirect,denies,CT-,denied,2015-09-15,,,\r\n");
}

static void write_table(const struct document *d, struct base_buffer *out) {
    record_table_header(RECORD_EVENT, 90, out);
    record_table(d, RECORD_EVENT, 90, out);
}

static void tables_are_cut_to_the_width(void **state) {
    (void)state;
    expect(write_table, "DATE        TYPE          ACTOR            RECIPIENT        PLACE     FACT  ACCORDING TO\n"
                        "            REJECT        Russia                            Moscow    CT+\n");
}

static void write_narrow_header(const struct document *d, struct base_buffer *out) {
    (void)d;
    record_table_header(RECORD_EVENT, 60, out);
}

static void what_is_too_wide_ends_in_an_ellipsis(void **state) {
    (void)state;
    expect(write_narrow_header, "DATE        TYPE    ACTOR   RECIP…  PLACE   FACT  ACCORDING…\n");
}

static void numbers_need_no_locale(void **state) {
    (void)state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {{4, "4.0"}, {55.75, "55.75"}, {-0.5, "-0.5"}, {0, "0.0"}, {1.000004, "1.0"}, {-179.999996, "-180.0"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct base_buffer out = {0};
        record_number(&out, cases[i].value);
        base_buffer_char(&out, 0);
        assert_string_equal(out.data, cases[i].text);
        base_buffer_free(&out);
    }
}

static void strings_are_escaped(void **state) {
    (void)state;
    struct base_buffer out = {0};
    struct record_json json = {&out, false};
    record_json_string(&json, NULL, BASE_SLICE("\"\\\n\t\x01\x7F\xC3\xA9\xC3 end"));
    base_buffer_char(&out, 0);
    assert_string_equal(out.data, "\"\\\"\\\\\\n\\t\\u0001\\u007f\xC3\xA9\xEF\xBF\xBD end\"");
    base_buffer_free(&out);
}

static void widths_are_those_of_terminals(void **state) {
    (void)state;
    assert_int_equal(record_width('a'), 1);
    assert_int_equal(record_width(0x5E9), 1);  /* Hebrew shin */
    assert_int_equal(record_width(0x301), 0);  /* combining acute accent */
    assert_int_equal(record_width(0x6F22), 2); /* Chinese character */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_have_their_fields),
        cmocka_unit_test(events_have_their_fields),
        cmocka_unit_test(entities_come_in_order),
        cmocka_unit_test(paths_that_are_no_utf8_are_mended),
        cmocka_unit_test(conllu_has_ranges_names_and_multiword_tokens),
        cmocka_unit_test(csv_quotes_as_rfc_4180),
        cmocka_unit_test(tables_are_cut_to_the_width),
        cmocka_unit_test(what_is_too_wide_ends_in_an_ellipsis),
        cmocka_unit_test(numbers_need_no_locale),
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(widths_are_those_of_terminals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
