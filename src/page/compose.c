#include "page/compose.h"

#include "base/utf8.h"
#include "page/words.h"

enum {
    SAMPLE = 4000,   /* bytes of the article from which its language is told */
    SUSPICIOUS = 120 /* bytes from which a block is long enough to be in another language */
};

static void add_text(struct document *document, char *text, size_t *used, const struct page_block *block) {
    if (*used > 0) {
        memcpy(text + *used, "\n\n", 2);
        *used += 2;
    }
    memcpy(text + *used, block->text.data, block->text.size);
    BASE_PUSH(document->arena, &document->blocks,
              (struct document_block){.span = {(uint32_t)*used, (uint32_t)(*used + block->text.size)},
                                      .role = block->role,
                                      .has_source = block->has_source,
                                      .source = {block->source[0], block->source[1]}});
    *used += block->text.size;
}

/* A block has the language of the document, unless its script or its small words say otherwise. */
static void set_block_languages(struct document *document, struct page_language *language) {
    struct page_words common = {0};
    struct base_slice sample = document->text;
    for (size_t i = 0; i < document->blocks.count; i++) {
        page_words_add(document->arena, &common, document_slice(document, document->blocks.items[i].span));
    }
    size_t letters;
    int script = page_script_of(base_slice_part(sample, 0, sample.size < SAMPLE ? sample.size : SAMPLE), &letters);
    struct base_slice hint = base_slice_of(document->language);
    for (size_t i = 0; i < document->blocks.count; i++) {
        struct document_block *block = &document->blocks.items[i];
        struct base_slice text = document_slice(document, block->span);
        memcpy(block->language, document->language, sizeof block->language);
        int own = page_script_of(text, &letters);
        bool other = own != script && own != PAGE_NO_SCRIPT && letters > 3;
        if (!other && text.size >= SUSPICIOUS && script != PAGE_HAN && script != PAGE_KANA) {
            size_t words, known = page_words_known(&common, text, 2, &words);
            other = known * 4 < words; /* prose in one language repeats its small words */
        }
        if (other) {
            page_language_guess(language, text, hint, block->language);
        }
    }
}

void page_compose(struct document *document, const struct page_blocks *blocks, struct base_slice hint,
                  struct page_language *language) {
    struct base_arena *arena = document->arena;
    size_t size = document->title.size + 2, used = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        size += blocks->items[i].text.size + 2;
    }
    char *text = base_arena_take(arena, size);
    bool has_title_block = false;
    for (size_t i = 0; i < blocks->count; i++) {
        has_title_block = has_title_block || (blocks->items[i].keep && blocks->items[i].role == DOCUMENT_TITLE);
    }
    if (!has_title_block && document->title.size > 0) {
        add_text(document, text, &used, &(struct page_block){.text = document->title, .role = DOCUMENT_TITLE});
    }
    bool lede = true;
    for (size_t i = 0; i < blocks->count; i++) {
        struct page_block *block = &blocks->items[i];
        if (!block->keep) {
            enum document_drop why = block->why ? (enum document_drop)(block->why - 1) : DOCUMENT_DROP_BOILERPLATE;
            BASE_PUSH(arena, &document->dropped, (struct document_dropped){block->text, why});
            continue;
        }
        if (lede && block->role == DOCUMENT_BODY && !page_is_heading(block->tag)) {
            block->role = DOCUMENT_LEDE;
        }
        lede = lede && block->role == DOCUMENT_TITLE;
        add_text(document, text, &used, block);
    }
    document->text = (struct base_slice){text, used};
    size_t skip = document->blocks.count > 1 && document->blocks.items[0].role == DOCUMENT_TITLE
                      ? document->blocks.items[1].span.start
                      : 0;
    size_t end = skip + SAMPLE < used ? skip + SAMPLE : used;
    while (!base_utf8_is_boundary(document->text, end)) {
        end--;
    }
    page_language_guess(language, base_slice_part(document->text, skip, end), hint, document->language);
    set_block_languages(document, language);
}
