/* Encodings, told by BOM, header, <meta> or not at all, and lying ones. */
#include "read.h"

#include "page/encoding.h"

static struct base_slice decode(struct base_arena *arena, struct base_slice bytes, const char *charset,
                                size_t *mended) {
    *mended = 0;
    struct base_slice text = page_decode(arena, bytes, base_slice_of(charset), true, mended);
    assert_true(base_utf8_valid(text));
    return text;
}

static void declared(void *arena) {
    size_t mended;
    assert_text(decode(arena, BASE_SLICE("caf\xE9 \x80"), "ISO-8859-1", &mended), "café €"); /* as windows-1252 */
    assert_text(decode(arena, BASE_SLICE("<meta charset='windows-1251'>\xCC\xE8\xF0"), NULL, &mended),
                "<meta charset='windows-1251'>Мир");
    assert_text(decode(arena, BASE_SLICE("<meta http-equiv=x content=\"text/html; charset=Shift_JIS\">\x93\xFA"), NULL,
                       &mended),
                "<meta http-equiv=x content=\"text/html; charset=Shift_JIS\">日");
    assert_text(decode(arena,
                       BASE_SLICE("\xFF\xFE"
                                  "a\0\xD0\x05"),
                       "utf-8", &mended),
                "aא");
    assert_text(decode(arena, BASE_SLICE("\xEF\xBB\xBF\xD7\x90"), "iso-8859-1", &mended), "א");
    assert_int_equal(mended, 0);
}

static void header_that_lies(void *arena) {
    size_t mended;
    assert_text(decode(arena, BASE_SLICE("Zürich – déjà vu"), "iso-8859-1", &mended), "Zürich – déjà vu");
    assert_int_equal(mended, 0);
    assert_text(decode(arena, BASE_SLICE("plain"), "no-such-charset", &mended), "plain");
}

static void broken_bytes_are_counted(void *arena) {
    size_t mended;
    struct base_slice text = decode(
        arena,
        BASE_SLICE(
            "A long text in UTF-8 – with one bad byte \xFF and then \xC3\xBC much more – text in UTF-8 so that nobody "
            "takes it for something else, whatever happens to be in it, and whatever stands around it: "
            "übermütig, façade, naïve, Übel, größer, schön, Straße, jalapeño, smörgåsbord, crème brûlée."),
        "utf-8", &mended);
    assert_int_equal(mended, 1);
    assert_true(has(text, "byte \xEF\xBF\xBD and"));
    assert_text(decode(arena, BASE_SLICE("a\0b\0\0c and more text behind it"), NULL, &mended),
                "abc and more text behind it");
    assert_int_equal(mended, 3);
}

static void html_from_json_is_unicode(void *arena) {
    struct document *d = document_new(arena);
    struct page_input input = {
        .bytes = BASE_SLICE("<html><head><meta charset=windows-1251></head><body><p>Zürich hat am Montag "
                            "über die neue Brücke entschieden, sagte ein Sprecher.</p></body>"),
        .is_unicode = true};
    struct sayso_error error;
    assert_int_equal(page_read(open_page(arena), &input, d, &error), SAYSO_OK);
    assert_true(has(d->text, "Zürich hat"));
}

IN_ARENA(declared)
IN_ARENA(header_that_lies)
IN_ARENA(broken_bytes_are_counted)
IN_ARENA(html_from_json_is_unicode)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_declared),
        cmocka_unit_test(test_header_that_lies),
        cmocka_unit_test(test_broken_bytes_are_counted),
        cmocka_unit_test(test_html_from_json_is_unicode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
