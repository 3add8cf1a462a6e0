/* What the lines of a page saved as text are. */
#include "page/facts.h"
#include "page/plain_state.h"

static page_why why_of_kinds(uint32_t kinds) {
    for (int drop = 0; drop <= DOCUMENT_DROP_BOILERPLATE; drop++) {
        if (kinds & (1u << drop)) {
            return PAGE_WHY(drop);
        }
    }
    return PAGE_WHY(DOCUMENT_DROP_BOILERPLATE);
}

/* Alternative text and caption of one picture stand one after the other. */
static bool is_doubled(const struct page_plain *plain, size_t i) {
    const struct page_block *blocks = plain->blocks.items;
    return (i + 1 < plain->blocks.count && base_slice_equal(blocks[i].text, blocks[i + 1].text)) ||
           (i > 0 && base_slice_equal(blocks[i].text, blocks[i - 1].text));
}

/* Captions and credits go to `media`. */
static bool is_media(struct page_plain *plain, size_t i) {
    struct page_block *block = &plain->blocks.items[i];
    struct page_line *line = &plain->lines[i];
    struct base_slice caption = block->text, credit = {0};
    bool inside = i > plain->first && i < plain->end;
    if (page_split_credit(plain->page, block->text, &caption, &credit)) {
        block->why = PAGE_WHY(line->is_repeat ? DOCUMENT_DROP_DUPLICATE : DOCUMENT_DROP_CAPTION);
    } else if ((line->kinds & (1u << DOCUMENT_DROP_CREDIT)) && line->phrase_end > 0) {
        caption = (struct base_slice){0};
        size_t end = line->phrase_end;
        while (end < block->text.size && (block->text.data[end] == ':' || block->text.data[end] == ' ')) {
            end++;
        }
        credit = base_slice_part(block->text, end, block->text.size);
        block->why = PAGE_WHY(line->is_repeat ? DOCUMENT_DROP_DUPLICATE : DOCUMENT_DROP_CREDIT);
        if (credit.size == 0) {
            return true;
        }
    } else if (line->repeated && inside && (!block->ends_sentence || is_doubled(plain, i)) &&
               line->script == plain->script && block->words > 2 && line->kinds == 0) {
        block->why = PAGE_WHY(line->is_repeat ? DOCUMENT_DROP_DUPLICATE : DOCUMENT_DROP_CAPTION);
    } else {
        return false;
    }
    page_add_media(plain->document, DOCUMENT_PHOTO, caption, credit);
    return true;
}

/* A short line between two paragraphs, about what they are about. */
static bool is_subheading(const struct page_plain *plain, size_t i) {
    const struct page_block *block = &plain->blocks.items[i];
    const struct page_line *line = &plain->lines[i];
    size_t count;
    return i > plain->first && i + 1 < plain->end && page_words_known(&plain->words, block->text, 1, &count) > 0 &&
           plain->blocks.items[i - 1].keep && page_plain_is_running(plain, i + 1) && !line->repeated &&
           line->kinds == 0 && line->script == plain->script && block->words <= PAGE_LINE_WORDS;
}

void page_plain_judge(struct page_plain *plain) {
    for (size_t i = 0; i < plain->blocks.count; i++) {
        struct page_block *block = &plain->blocks.items[i];
        const struct page_line *line = &plain->lines[i];
        bool inside = i >= plain->first && i < plain->end;
        if (block->keep || is_media(plain, i)) {
            continue;
        }
        if (line->is_repeat || (block->words > 2 && base_slice_equal(block->text, plain->document->title))) {
            block->why = PAGE_WHY(DOCUMENT_DROP_DUPLICATE);
        } else if (line->foreign || (line->script != plain->script && line->script != PAGE_NO_SCRIPT)) {
            block->why = PAGE_WHY(DOCUMENT_DROP_LANGUAGE);
        } else if (line->kinds) {
            block->why = why_of_kinds(line->kinds);
        } else if (inside && (page_plain_is_running(plain, i) || (block->ends_sentence && block->words > 1))) {
            block->keep = true;
            block->role = DOCUMENT_BODY;
        } else if (inside && is_subheading(plain, i)) {
            block->keep = true;
            block->role = DOCUMENT_BODY;
            block->tag = PAGE_H2;
        } else {
            block->why = PAGE_WHY(DOCUMENT_DROP_BOILERPLATE);
        }
    }
}
