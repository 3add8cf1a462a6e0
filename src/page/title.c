/* The title and the outlet of an HTML page. */
#include "base/utf8.h"
#include "page/facts.h"
#include "page/words.h"

enum { TITLE_WORDS = 40, LONGEST = 400 /* bytes */ };

/* Dice's coefficient of the words of two lines. */
static double likeness(struct base_arena *arena, struct base_slice a, struct base_slice b) {
    struct page_words words = {0};
    size_t count_a, count_b;
    page_words_add(arena, &words, a);
    size_t hits = page_words_known(&words, b, 1, &count_b);
    page_words_known(&words, a, 1, &count_a);
    return count_a + count_b ? 2.0 * (double)hits / (double)(count_a + count_b) : 0;
}

/* Byte behind which only the name of the site follows, "Title | Site"; the whole size where there is none. */
static size_t last_separator(struct base_slice title, size_t *after) {
    static const char *const separators[] = {
        " | ", " - ", " – ", " — ", " » ", " :: ", " · ", " • ", " < ", " ‹ ", " / "};
    size_t best = title.size;
    *after = title.size;
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        struct base_slice separator = base_slice_of(separators[i]);
        for (size_t at = title.size; at >= separator.size; at--) {
            if (memcmp(title.data + at - separator.size, separator.data, separator.size) == 0) {
                if (best == title.size || at - separator.size > best) {
                    best = at - separator.size;
                    *after = at;
                }
                break;
            }
        }
    }
    return best;
}

static struct base_slice host_of(struct base_slice url) {
    size_t start = base_slice_find(url, BASE_SLICE("://"));
    if (start == SIZE_MAX) {
        return (struct base_slice){0};
    }
    struct base_slice rest = base_slice_part(url, start + 3, url.size), host = base_slice_cut(&rest, '/');
    return base_slice_starts(host, BASE_SLICE("www.")) ? base_slice_part(host, 4, host.size) : host;
}

/* Is the name the site's: as it calls itself, or part of the host in its address? */
static bool is_site(const struct page_facts *facts, struct base_slice name) {
    const struct page_metadata *metadata = facts->metadata;
    char squashed[64];
    size_t used = 0;
    for (size_t i = 0; i < name.size && used < sizeof squashed; i++) {
        char c = name.data[i];
        if (base_is_letter((unsigned char)c) || base_is_digit((unsigned char)c)) {
            squashed[used++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        }
    }
    struct base_slice rest = host_of(metadata->url);
    return base_slice_equal_nocase(name, metadata->site) || base_slice_equal_nocase(name, metadata->publisher) ||
           (used > 2 && base_slice_find(rest, (struct base_slice){squashed, used}) != SIZE_MAX);
}

/* Without the site's name behind it (or in front of it). */
static struct base_slice without_site(const struct page_facts *facts, struct base_slice title, bool declared) {
    for (int turn = 0; turn < 2; turn++) {
        size_t after, before = last_separator(title, &after);
        struct base_slice head = base_slice_part(title, 0, before), tail = base_slice_part(title, after, title.size);
        if (before == title.size) {
            break;
        }
        if (is_site(facts, base_slice_trim(tail)) || (!declared && turn == 0 && tail.size * 2 < head.size)) {
            title = base_slice_trim(head);
        } else if (is_site(facts, base_slice_trim(head))) {
            title = base_slice_trim(tail);
        } else {
            break;
        }
    }
    return title;
}

/* The heading that is likest to a declared title; h1 before others. */
static size_t shown_title(const struct page_facts *facts) {
    struct base_arena *arena = facts->document->arena;
    size_t best = SIZE_MAX;
    double best_score = 0.55;
    for (size_t i = 0; i < facts->blocks->count; i++) {
        const struct page_block *block = &facts->blocks->items[i];
        bool named = facts->furniture->kinds[block->node] & PAGE_NAMES_TITLE;
        if ((!page_is_heading(block->tag) && !named) || block->words > TITLE_WORDS || block->text.size > LONGEST ||
            block->why == PAGE_WHY(DOCUMENT_DROP_HIDDEN)) {
            continue;
        }
        for (size_t t = 0; t < facts->metadata->title_count; t++) {
            struct base_slice title = without_site(facts, facts->metadata->titles[t], false);
            double score = likeness(arena, title, block->text) + (block->tag == PAGE_H1 ? 0.2 : 0) -
                           (block->why ? 0.3 : 0) - 0.02 * (double)t;
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
    }
    return best;
}

/* The only h1 of the page that is no link to the front page. */
static size_t only_h1(const struct page_facts *facts) {
    size_t found = SIZE_MAX, count = 0;
    for (size_t i = 0; i < facts->blocks->count; i++) {
        const struct page_block *block = &facts->blocks->items[i];
        if (block->tag == PAGE_H1 && !block->why && block->words > 2 && block->linked * 2 < block->text.size) {
            found = i;
            count++;
        }
    }
    return count == 1 ? found : SIZE_MAX;
}

/* "Name | what it says of itself" is the name; an address is its host; the title of the page is none. */
static struct base_slice clean_outlet(const struct page_facts *facts, struct base_slice name) {
    size_t bar = base_slice_find(name, BASE_SLICE(" | "));
    name = bar == SIZE_MAX ? name : base_slice_part(name, 0, bar);
    if (base_slice_find(name, BASE_SLICE("://")) != SIZE_MAX) {
        name = host_of(name);
    }
    return base_slice_equal(name, facts->document->title) || name.size > LONGEST / 4 ? (struct base_slice){0} : name;
}

static void set_outlet(struct page_facts *facts) {
    const struct page_metadata *metadata = facts->metadata;
    struct base_slice outlet = clean_outlet(facts, metadata->site);
    if (outlet.size == 0) {
        outlet = clean_outlet(facts, metadata->publisher);
    }
    for (size_t t = 0; outlet.size == 0 && t < metadata->title_count; t++) {
        size_t after, before = last_separator(metadata->titles[t], &after);
        struct base_slice tail = base_slice_trim(base_slice_part(metadata->titles[t], after, metadata->titles[t].size));
        if (before < metadata->titles[t].size && is_site(facts, tail)) {
            outlet = tail;
        }
    }
    if (outlet.size == 0) {
        outlet = host_of(facts->document->url); /* the address that it was fetched from, or that it gives */
    }
    facts->document->outlet = outlet.size ? outlet : (struct base_slice){0};
    facts->document->outlet_country = page_country_of(facts->document->arena, &facts->page->countries,
                                                      host_of(facts->document->url), metadata->language);
}

void page_facts_name(struct page_facts *facts) {
    struct document *document = facts->document;
    if (facts->metadata->url.size > 0 && document->url.data == NULL) {
        document->url = facts->metadata->url;
    }
    facts->title = shown_title(facts);
    if (facts->title == SIZE_MAX) {
        facts->title = only_h1(facts);
    }
    if (facts->title != SIZE_MAX) {
        document->title = facts->blocks->items[facts->title].text;
    } else if (facts->metadata->title_count > 0) {
        size_t last = facts->metadata->title_count - 1;
        document->title = without_site(facts, facts->metadata->titles[0], last > 0);
    }
    set_outlet(facts);
}
