/* Pages saved as text: furniture in another language than the article, captions twice, dates. */
#include "read.h"

static const char mixed[] =
    "Φωτογραφία: Νίκος\nPhoto: N. Pappas\nPhoto: N. Pappas\n\nFerry rescued off the island after engine fire\n\n"
    "Crew of the old ferry fought the flames for three hours before two tugs from the mainland arrived.\n\n\n"
    "The ferry Aurora lost its engines on Sunday night, the coast guard said. All passengers are safe.\n\n"
    "Passengers of the ferry at the pier\n\nPassengers of the ferry at the pier\n\n"
    "Αποστολή σε φίλο\n\n Πληκτρολογήστε τον κωδικό\nΝέα εικόνα\n\n"
    "\"We saw smoke, and then everything went dark,\" a passenger told reporters on the pier.\n\n"
    "Two tugs pull the Aurora (Photos: N. Pappas, Harbour Press)\nTwo tugs pull the Aurora (Photos: N. Pappas, Harbour "
    "Press)\n\n"
    "The company that runs the ferry has not commented on the fire. It had been inspected in the spring.\n\n"
    "Δημοσίευση: 03.27.18, 21:40\n new comment\nThis will remove your current comment\n";

static void article_without_furniture(void *arena) {
    struct document *d = read_string(arena, mixed);
    assert_text(d->title, "Ferry rescued off the island after engine fire");
    assert_int_equal(d->blocks.items[0].role, DOCUMENT_TITLE);
    assert_int_equal(d->blocks.count, 5);
    assert_true(has(d->text, "everything went dark"));
    assert_true(has(d->text, "inspected in the spring"));
    static const char *const out[] = {
        "Photo", "Passengers of the ferry at", "Two tugs pull", "Αποστολή", "Νέα", "comment\n", "remove"};
    for (size_t i = 0; i < sizeof out / sizeof *out; i++) {
        assert_false(has(d->text, out[i]));
    }
    assert_true(was_dropped(d, "Αποστολή", DOCUMENT_DROP_LANGUAGE));
    assert_true(was_dropped(d, "Passengers of", DOCUMENT_DROP_CAPTION));
    assert_true(was_dropped(d, "Passengers of", DOCUMENT_DROP_DUPLICATE));
    assert_true(was_dropped(d, "Δημοσίευση", DOCUMENT_DROP_LANGUAGE) ||
                was_dropped(d, "Δημοσίευση", DOCUMENT_DROP_DATE));
}

static void month_comes_first_where_the_second_number_is_no_month(void *arena) {
    struct document *d = read_string(arena, mixed);
    assert_text(d->published, "2018-03-27T21:40");
    assert_string_equal(d->language, "en");
    assert_int_equal(d->day, document_day_of(2018, 3, 27));
}

static void captions_and_credits(void *arena) {
    struct document *d = read_string(arena, mixed);
    bool credit = false, caption = false, both = false;
    for (size_t i = 0; i < d->media.count; i++) {
        const struct document_media *m = &d->media.items[i];
        credit = credit || (m->caption.data == NULL && base_slice_is(m->credit, "N. Pappas"));
        caption = caption || base_slice_is(m->caption, "Passengers of the ferry at the pier");
        both = both || (base_slice_is(m->caption, "Two tugs pull the Aurora") &&
                        base_slice_is(m->credit, "N. Pappas, Harbour Press"));
    }
    assert_true(credit && caption && both);
    assert_int_equal(d->media.count, 3);
}

static void blocks_know_their_bytes(void *arena) {
    struct document *d = read_string(arena, mixed);
    for (size_t i = 0; i < d->blocks.count; i++) {
        const struct document_block *block = &d->blocks.items[i];
        assert_true(block->has_source);
        assert_true(base_slice_equal(document_slice(d, block->span),
                                     base_slice_part(base_slice_of(mixed), block->source[0], block->source[1])));
    }
}

static void wrapped_lines_are_one_paragraph(void *arena) {
    struct document *d = read_string(
        arena,
        "Bridge closes\n\nThe council met on Monday and decided that the bridge will be\nclosed for a year, its "
        "speaker "
        "said. Traffic will be led over\nthe old road until the work is done. Buses will run every ten\nminutes.\n\n"
        "Nobody on the council voted against the plan of the mayor, which\nhad been discussed since the spring of "
        "last year and was changed\nthree times before it came to the vote on Monday.\n");
    assert_int_equal(d->blocks.count, 3);
    assert_non_null(block_of(d, "will be\nclosed for a year"));
}

static const char spanish[] =
    "Enviar a un amigo\n\nBridge over the river to be closed for a year\n\nBy Ana Lind\nUpdated: 14 May 2018, 08:00\n"
    "Published: 13 May 2018, 21:40\n\n"
    "The council met on Monday and decided that the bridge over the river will be closed for a year, its speaker said "
    "in the "
    "evening. The work on the bridge is to begin in the spring, and the cost of it has not been named.\n\n"
    "El video fue enviado a su amigo con éxito.\n\nImagen nueva\n\n"
    "Traffic will be led over the old road in the north, and buses will run every ten minutes until the work is done. "
    "The "
    "owners of the shops in the street that leads to the bridge are not happy, and some of them said that they would "
    "go to "
    "the court.\n\nOwners of shops are not happy\n\n"
    "\"We have heard of it in the newspaper and not from the council,\" one of the owners said to reporters in the "
    "street. The "
    "speaker of the council said that there had been letters to all of them in the winter, and that the mayor had "
    "spoken to "
    "the owners of the larger shops.\n\n"
    "The bridge was built in the year of the great flood, and it has been closed only once since then, when a ship ran "
    "into "
    "one of the piers and the police had to stop the traffic for a day.\n\nNuevo comentario\nBorrar su comentario\n";

static void furniture_in_another_language_of_the_same_script(void *arena) {
    struct document *d = read_string(arena, spanish);
    assert_text(d->title, "Bridge over the river to be closed for a year");
    assert_int_equal(d->byline.count, 1);
    assert_text(d->byline.items[0], "Ana Lind");
    assert_text(d->published, "2018-05-13T21:40");
    assert_text(d->modified, "2018-05-14T08:00");
    assert_false(has(d->text, "amigo"));
    assert_false(has(d->text, "Imagen"));
    assert_false(has(d->text, "comentario"));
    assert_true(has(d->text, "\n\nOwners of shops are not happy\n\n"));
    assert_true(was_dropped(d, "El video fue", DOCUMENT_DROP_LANGUAGE));
}

static void text_is_taken_to_the_letter(void *arena) {
    struct document *d = document_new(arena);
    struct sayso_error error;
    assert_int_equal(page_read_text(open_page(arena), BASE_SLICE("\xEF\xBB\xBFShare\n\n  <b>a\xFF</b>\n"), d, &error),
                     SAYSO_OK);
    assert_text(d->text, "Share\n\n  <b>a\xEF\xBF\xBD</b>\n");
    assert_int_equal(d->mended, 1);
    assert_false(d->is_page);
}

static void nothing_in_nothing_out(void *arena) {
    static const char *const empty[] = {"", "\n\n \n", "...", "<html></html>", "<p>", "12345"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        struct document *d = read_string(arena, empty[i]);
        assert_int_equal(d->blocks.count, 0);
        assert_int_equal(d->text.size, 0);
    }
}

IN_ARENA(article_without_furniture)
IN_ARENA(month_comes_first_where_the_second_number_is_no_month)
IN_ARENA(captions_and_credits)
IN_ARENA(blocks_know_their_bytes)
IN_ARENA(wrapped_lines_are_one_paragraph)
IN_ARENA(furniture_in_another_language_of_the_same_script)
IN_ARENA(text_is_taken_to_the_letter)
IN_ARENA(nothing_in_nothing_out)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article_without_furniture),
        cmocka_unit_test(test_month_comes_first_where_the_second_number_is_no_month),
        cmocka_unit_test(test_captions_and_credits),
        cmocka_unit_test(test_blocks_know_their_bytes),
        cmocka_unit_test(test_wrapped_lines_are_one_paragraph),
        cmocka_unit_test(test_furniture_in_another_language_of_the_same_script),
        cmocka_unit_test(test_text_is_taken_to_the_letter),
        cmocka_unit_test(test_nothing_in_nothing_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
