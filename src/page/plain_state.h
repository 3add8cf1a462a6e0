/* plain_state: a page saved as text while it is being read; shared by the files plain*.c only.
 *
 * Each line (or paragraph) is a block; `lines` runs beside `blocks`. The steps: lines are read and described, the body
 * is found, the title, then every line is judged, then dates and names are taken from what is none of it.
 */
#ifndef PAGE_PLAIN_STATE_H
#define PAGE_PLAIN_STATE_H

#include "page/blocks.h"
#include "page/plain.h"
#include "page/words.h"

enum { PAGE_LINE_WORDS = 16 /* a line of more words is read as prose whatever it begins with */ };

struct page_line {
    int script;
    bool repeated;  /* the same line stands elsewhere, too */
    bool is_repeat; /* and this one is not the first */
    bool foreign;   /* a sentence that shares no small words with the rest */
    uint32_t kinds; /* of the phrases that it has */
    size_t phrase_end;
};

struct page_plain {
    const struct page *page;
    struct document *document;
    struct page_blocks blocks;
    struct page_line *lines; /* one a block */
    int script;              /* of the article */
    size_t first, end;       /* blocks from the first to behind the last of its body */
    struct page_words words; /* of its running text */
};

/* Does the line end a sentence, in the script of the article, and say nothing of being furniture? */
bool page_plain_is_running(const struct page_plain *plain, size_t i);
void page_plain_read_lines(struct page_plain *plain, struct base_slice text, struct base_slice input);
void page_plain_find_title(struct page_plain *plain);
void page_plain_judge(struct page_plain *plain);
void page_plain_find_date(struct page_plain *plain);
void page_plain_find_byline(struct page_plain *plain);

#endif
