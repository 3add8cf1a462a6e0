/* Dates as pages write them. */
#include "read.h"

#include "page/date.h"

static const struct {
    const char *text, *language;
    enum page_date_order order;
    const char *date; /* "": none */
} cases[] = {
    {"2015-09-15T13:32:05.123Z", "", 0, "2015-09-15T13:32:05Z"},
    {"2015-09-15T13:32:05+0200", "", 0, "2015-09-15T13:32:05+02:00"},
    {"2015-09-15 13:32 UTC", "", 0, "2015-09-15T13:32Z"},
    {"2015/9/5", "", 0, "2015-09-05"},
    {"09.15.15, 13:32", "he", 0, "2015-09-15T13:32"},
    {"03/04/2015", "", PAGE_MONTH_FIRST, "2015-03-04"},
    {"03/04/2015", "", PAGE_DAY_FIRST, "2015-04-03"},
    {"3. 4. 2015", "cs", 0, "2015-04-03"},
    {"Sept. 15, 2015, 1:05 PM", "en", 0, "2015-09-15T13:05"},
    {"12:30 a.m. on 15 September 2015", "en", 0, "2015-09-15T00:30"},
    {"15 de septiembre de 2015", "es", 0, "2015-09-15"},
    {"15 сентября 2015 г., 08:01", "ru", 0, "2015-09-15T08:01"},
    {"2015年9月15日 08:01", "ja", 0, "2015-09-15T08:01"},
    {"2015년 9월 15일", "ko", 0, "2015-09-15"},
    {"1 listopada 2015", "pl", 0, "2015-11-01"},
    {"1. listopada 2015.", "hr", 0, "2015-10-01"},
    {"31.02.2015", "de", 0, ""},
    {"15 September 2190", "en", 0, ""},
    {"15 September 1015", "en", 0, ""},
    {"call 555-12-3456", "en", 0, ""},
    {"version 1.2.3", "en", 0, ""},
    {"In May 2015 nothing happened", "en", 0, ""},
    {"", "en", 0, ""},
};

/* The tables are those of the model; page_open() gives them to nobody, so they are read again. */
static void written(void *arena) {
    struct page_dates dates = {.today = document_day_of(2026, 1, 1)};
    struct sayso_error error = {0};
    const struct model_part *part = model_part(fixture_model(arena), "locale/dates.txt");
    assert_non_null(part);
    assert_int_equal(page_dates_read(arena, part->name, part->bytes, &dates, &error), SAYSO_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page_date date;
        bool found = page_date_find(&dates, base_slice_of(cases[i].text), 0, base_slice_of(cases[i].language),
                                    cases[i].order, &date);
        if (!found && cases[i].date[0]) {
            fail_msg("no date in \"%s\"", cases[i].text);
        }
        assert_text(found ? page_date_write(arena, &date) : BASE_SLICE(""), cases[i].date);
    }
}

static void bad_tables_are_refused(void *arena) {
    struct page_dates dates = {0};
    struct sayso_error error = {0};
    assert_int_equal(page_dates_read(arena, BASE_SLICE("x"), BASE_SLICE("# fine\n13 undecember la\n"), &dates, &error),
                     SAYSO_BAD_DICTIONARY);
    assert_int_equal(error.line, 2);
}

IN_ARENA(written)
IN_ARENA(bad_tables_are_refused)

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_written), cmocka_unit_test(test_bad_tables_are_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
