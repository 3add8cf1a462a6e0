/* HTML: the article comes out whole, and what is around it does not. */
#include "read.h"

#include "page/language.h"

static const char harbour[] =
    "<!DOCTYPE html><html lang=en><head><title>Harbour reopens after storm | The Coast Herald</title>"
    "<meta property=og:site_name content='The Coast Herald'><meta property=og:title content='Harbour reopens after "
    "storm'>"
    "<link rel=canonical href=https://coast.example/2019/05/04/harbour>"
    "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"NewsArticle\"],"
    "\"headline\":\"Harbour reopens after storm\",\"datePublished\":\"2019-05-04T08:15:00+0200\","
    "\"dateModified\":\"2019-05-04T09:00:00+02:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ana  "
    "Lind\"}]}]}</script>"
    "<style>p{color:red}</style></head><body class='has-sidebar comments-open'><nav><a href=/>Home</a> <a "
    "href=/w>World</a></nav>"
    "<div class=wrapper><article><h1>Harbour reopens after storm</h1><p class=byline>By Ana Lind</p>"
    "<div class='share-buttons'><a href=f>Facebook</a> <a href=t>Twitter</a></div>"
    "<figure><img src=a.jpg><figcaption>Boats at the quay on Friday (Photo: Jon Berg)</figcaption></figure>"
    "<div class=article-body><p>The harbour opened again on Saturday, two days after the storm had closed it, the port "
    "authority said.</p><p>Three ferries left before noon, and <a href=/x>the fourth</a> was expected to follow in the "
    "evening.</p><div class=related-links><h3>Related stories</h3><ul><li><a href=/a>Storm hits the coast "
    "again</a></ul></div>"
    "<h2>Repairs</h2><p>Repairs to the pier will take a month, officials told reporters. They did not name a cost.</p>"
    "<blockquote><p>&ldquo;We were lucky this time,&rdquo; said a fisherman.</p></blockquote>"
    "<ul><li>The north pier is closed until June.</li><li>The market opens on Monday as usual.</li></ul>"
    "<p><a href=/more>Also read: How the town prepared for the storm</a></p>"
    "<p>Nobody was hurt, a spokeswoman for the police said later that day.</p>"
    "<p>Sign up for our newsletter and get the news in your inbox.</p></div></article>"
    "<section id=comments><h3>Comments</h3><p>I was there and it was loud, I can tell you that much about "
    "it.</p></section>"
    "<aside><p>Popular: ten things to do at the coast this summer with your family.</p></aside></div>"
    "<script>var a = '<p>Not a paragraph of the article, but a script that looks like one.</p>';</script>"
    "<footer><p>Copyright 2019 The Coast Herald. All rights reserved.</p></footer></body></html>";

static void article_without_furniture(void *arena) {
    struct document *d = read_string(arena, harbour);
    static const char *const in[] = {"opened again on Saturday",       "the fourth was expected",
                                     "Repairs\n\nRepairs to the pier", "We were lucky this time",
                                     "north pier is closed",           "Nobody was hurt"};
    static const char *const out[] = {
        "Home",    "Facebook", "Related stories", "Storm hits", "Also read",         "newsletter", "loud",
        "Popular", "script",   "Copyright",       "By Ana",     "Boats at the quay", "color"};
    for (size_t i = 0; i < sizeof in / sizeof *in; i++) {
        assert_true(has(d->text, in[i]));
    }
    for (size_t i = 0; i < sizeof out / sizeof *out; i++) {
        if (has(d->text, out[i])) {
            fail_msg("\"%s\" is in the text", out[i]);
        }
    }
    assert_true(d->is_page);
    assert_true(was_dropped(d, "World", DOCUMENT_DROP_NAVIGATION));
    assert_true(was_dropped(d, "it was loud", DOCUMENT_DROP_COMMENT));
    assert_true(was_dropped(d, "Sign up for our", DOCUMENT_DROP_PROMOTION));
    assert_true(was_dropped(d, "Storm hits", DOCUMENT_DROP_RELATED));
}

static void roles_and_language(void *arena) {
    struct document *d = read_string(arena, harbour);
    assert_int_equal(d->blocks.items[0].role, DOCUMENT_TITLE);
    assert_int_equal(d->blocks.items[1].role, DOCUMENT_LEDE);
    assert_int_equal(block_of(d, "We were lucky")->role, DOCUMENT_QUOTE);
    assert_int_equal(block_of(d, "market opens")->role, DOCUMENT_LIST);
    assert_int_equal(block_of(d, "Nobody was hurt")->role, DOCUMENT_BODY);
    assert_string_equal(d->language, "en");
    assert_string_equal(d->blocks.items[1].language, "en");
}

static void metadata(void *arena) {
    struct document *d = read_string(arena, harbour);
    assert_text(d->title, "Harbour reopens after storm");
    assert_text(d->outlet, "The Coast Herald");
    assert_text(d->url, "https://coast.example/2019/05/04/harbour");
    assert_text(d->published, "2019-05-04T08:15:00+02:00");
    assert_text(d->modified, "2019-05-04T09:00:00+02:00");
    assert_int_equal(d->byline.count, 1);
    assert_text(d->byline.items[0], "Ana Lind");
    assert_int_equal(d->day, document_day_of(2019, 5, 4));
    assert_int_equal(d->media.count, 1);
    assert_text(d->media.items[0].caption, "Boats at the quay on Friday");
    assert_text(d->media.items[0].credit, "Jon Berg");
}

static const char plain_page[] = "<html lang=\"%s\"><head><title>%s</title></head><body><div><h1>%s</h1><div "
                                 "class=date>%s</div><p>The council met on Monday "
                                 "and decided that the bridge will be closed for a year, its speaker "
                                 "said.</p><p>Traffic will be led over the old road, "
                                 "and buses will run every ten minutes until the work is done.</p></div></body></html>";

static void shown_date(void *arena) {
    static const struct {
        const char *language, *date, *published;
    } cases[] = {
        {"en-US", "05/04/2019 9:05 p.m.", "2019-05-04T21:05"},
        {"en-GB", "05/04/2019", "2019-04-05"},
        {"de", "Stand: 4. Mai 2019, 9.05 Uhr", "2019-05-04T09:05"},
        {"en", "Published 13 May 2019", "2019-05-13"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct base_slice html =
            base_arena_format(arena, plain_page, cases[i].language, "Bridge to be closed for a year",
                              "Bridge to be closed for a year", cases[i].date);
        struct document *d = read_bytes(arena, html, NULL);
        assert_text(d->published, cases[i].published);
        assert_false(has(d->text, "2019"));
    }
}

static void order_of_another_date_on_the_page(void *arena) {
    struct document *d = read_string(
        arena, "<html lang=en><body><h1>Bridge to be closed for a year</h1><div class=date>05/04/2019</div><p>The "
               "council met on "
               "Monday and decided that the bridge will be closed for a year, its speaker said.</p><ul "
               "class=related><li>Older: "
               "04/23/2019</li></ul><figure><iframe src=v></iframe><figcaption>The council meets</figcaption></figure>"
               "<p>Nobody on the council voted against the plan of the mayor.</p></body></html>");
    assert_text(d->published, "2019-05-04");
    assert_int_equal(d->media.count, 1);
    assert_int_equal(d->media.items[0].kind, DOCUMENT_VIDEO);
}

static void date_of_a_template_gives_way_to_the_address(void *arena) {
    struct document *d = read_string(arena, "<html><head><title>A long enough title of a page</title><link "
                                            "rel=canonical href='https://a.example/2019/11/19/x/'>"
                                            "<meta property=article:published_time "
                                            "content='2001-01-01T00:00:00Z'></head><body><h1>A long enough title of a "
                                            "page</h1><p>The council met on Monday and decided that the bridge will be "
                                            "closed, its speaker said.</p></body>");
    assert_text(d->published, "2019-11-19");
}

static void future_dates_are_none(void *arena) {
    struct document *d = read_string(
        arena, "<html><head><meta property=article:published_time content='2190-01-01T00:00:00Z'></head><body>"
               "<p>The council met on Monday and decided that the bridge will be closed, its speaker said.</p></body>");
    assert_null(d->published.data);
    assert_int_equal(d->day, DOCUMENT_DAY_OPEN);
}

static void body_in_two_containers(void *arena) {
    struct document *d = read_string(
        arena,
        "<html><body><main><div class=part><p>The council met on Monday and decided that the bridge will be closed for "
        "a year, its speaker said.</p><p>Nobody on the council voted against the plan of the mayor.</p></div>"
        "<div class='ad-slot'>Advertisement</div><div class=part><p>Traffic will be led over the old road, and buses "
        "will run every ten minutes until the work is done.</p></div></main></body></html>");
    assert_true(has(d->text, "The council met"));
    assert_true(has(d->text, "Traffic will be led"));
    assert_false(has(d->text, "Advertisement"));
}

static void cards_of_other_articles_go(void *arena) {
    struct document *d = read_string(
        arena,
        "<html><body><div id=x><p>The council met on Monday and decided that the bridge will be closed for a year, its "
        "speaker said.</p><p>Traffic will be led over the old road, and buses will run every ten minutes.</p>"
        "<div class=k><a href=1>One thing</a><div>Short words on it.</div></div>"
        "<div class=k><a href=2>Two things</a><div>Short words on them.</div></div>"
        "<div class=k><a href=3>Three things</a><div>More words on it.</div></div>"
        "<div class=k><a href=4>Four things</a><div>Few words on all of it.</div></div></div></body></html>");
    assert_true(has(d->text, "Traffic will be led"));
    assert_false(has(d->text, "Short words"));
    assert_true(was_dropped(d, "Few words", DOCUMENT_DROP_RELATED));
}

static void country_of_the_outlet(void *arena) {
    static const struct {
        const char *language, *url, *country;
    } cases[] = {
        {"en", "https://www.coast.co.uk/x", "GBR"}, {"en-IE", "https://coast.com/x", "IRL"},
        {"en-US", "https://coast.com/", NULL},      {"fr-FR", "https://coast.tv/x", "FRA"},
        {"de", "https://coast.example/", NULL},     {"fr", "https://localhost/", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document *d =
            read_bytes(arena,
                       base_arena_format(arena, "<html lang=%s><head><link rel=canonical href='%s'></head>%s",
                                         cases[i].language, cases[i].url, "<p>The council met."),
                       NULL);
        if (cases[i].country) {
            assert_text(d->outlet_country, cases[i].country);
        } else {
            assert_null(d->outlet_country.data);
        }
    }
}

static void text_that_only_the_structured_data_has(void *arena) {
    struct document *d = read_string(
        arena,
        "<html><head><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge closes\","
        "\"articleBody\":\"The council met on Monday and decided that the bridge will be closed for a year, its "
        "speaker "
        "said.\\n\\nTraffic will be led over the old road, and buses will run every ten minutes until the work is "
        "done. "
        "Nobody on the council voted against the plan of the mayor, who had asked for it in the spring of last year, "
        "when the first cracks were found.\"}</script></head><body><div id=root></div><p>Please turn on "
        "JavaScript.</p>");
    assert_int_equal(d->blocks.count, 3);
    assert_true(has(d->text, "Bridge closes\n\nThe council met"));
    assert_false(has(d->text, "JavaScript"));
}

/* The fingerprints take this for Scots. */
static void english_is_no_scots(void *arena) {
    struct page_language *language = page_language_new(arena);
    struct base_slice text = BASE_SLICE("A truce between the gangs held for six weeks, and then, on the night of Nov. 3, four "
                                        "teenagers were shot outside a bakery in Marseille and a fifth was stabbed.");
    char code[4];
    page_language_guess(language, text, BASE_SLICE("en"), code);
    assert_string_equal(code, "en");
    page_language_guess(language, text, BASE_SLICE(""), code);
    assert_string_equal(code, "en");
    page_language_guess(language, text, BASE_SLICE("sco"), code);
    assert_string_equal(code, "sco");
}

static void block_in_another_language(void *arena) {
    struct document *d = read_string(
        arena,
        "<html lang=en><body><article><p>The council met on Monday and decided that the bridge will be closed for a "
        "year, its speaker said, and the people of the town are not happy about it at all.</p>"
        "<p>Der Rat hat am Montag beschlossen, dass die Brücke für ein Jahr gesperrt wird, und die Menschen in der "
        "Stadt sind darüber nicht glücklich, wie ein Sprecher am Abend sagte.</p>"
        "<p>The mayor of the town said that the work on the bridge could not wait for another year, and that the "
        "council had been told about it in the spring.</p></article></body></html>");
    assert_string_equal(block_of(d, "The mayor")->language, "en");
    assert_string_equal(block_of(d, "Der Rat")->language, "de");
    assert_string_equal(d->language, "en");
}

static void is_html(void **state) {
    (void)state;
    assert_true(page_is_html(BASE_SLICE("  <!DOCTYPE html>\n<p>x")));
    assert_true(page_is_html(BASE_SLICE("<div><p>Hello</p></div>")));
    assert_true(page_is_html(BASE_SLICE("\xFF\xFE<\0h\0t\0m\0l\0>\0")));
    assert_false(page_is_html(BASE_SLICE("He said that 3 < 5 and 7 > 2, <sic>.")));
    assert_false(page_is_html(BASE_SLICE("")));
}

IN_ARENA(article_without_furniture)
IN_ARENA(roles_and_language)
IN_ARENA(metadata)
IN_ARENA(shown_date)
IN_ARENA(order_of_another_date_on_the_page)
IN_ARENA(date_of_a_template_gives_way_to_the_address)
IN_ARENA(future_dates_are_none)
IN_ARENA(body_in_two_containers)
IN_ARENA(cards_of_other_articles_go)
IN_ARENA(country_of_the_outlet)
IN_ARENA(text_that_only_the_structured_data_has)
IN_ARENA(english_is_no_scots)
IN_ARENA(block_in_another_language)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article_without_furniture),
        cmocka_unit_test(test_roles_and_language),
        cmocka_unit_test(test_metadata),
        cmocka_unit_test(test_shown_date),
        cmocka_unit_test(test_order_of_another_date_on_the_page),
        cmocka_unit_test(test_date_of_a_template_gives_way_to_the_address),
        cmocka_unit_test(test_future_dates_are_none),
        cmocka_unit_test(test_body_in_two_containers),
        cmocka_unit_test(test_cards_of_other_articles_go),
        cmocka_unit_test(test_country_of_the_outlet),
        cmocka_unit_test(test_text_that_only_the_structured_data_has),
        cmocka_unit_test(test_english_is_no_scots),
        cmocka_unit_test(test_block_in_another_language),
        cmocka_unit_test(is_html),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
