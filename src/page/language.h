/* language: which language a text is in.
 *
 * Takes: a text and what the page says of itself. Adds: an ISO 639-1 code (-3 where there is none). Promises: the
 * script decides first; running text of 100 letters and more is compared with libexttextcat's fingerprints (Cavnar and
 * Trenkle 1994), which are loaded when first needed; below that, the hint counts. Threads may share it.
 */
#ifndef PAGE_LANGUAGE_H
#define PAGE_LANGUAGE_H

#include "base/arena.h"

enum page_script {
    PAGE_NO_SCRIPT, /* no letters */
    PAGE_LATIN,
    PAGE_CYRILLIC,
    PAGE_ARABIC,
    PAGE_DEVANAGARI,
    PAGE_HAN,
    PAGE_KANA,
    PAGE_OTHER_SCRIPT /* and up: one a range of the table, one language each */
};

struct page_language;

struct page_language *page_language_new(struct base_arena *arena);
/* The script of most letters of the text, and how many letters it has of it. */
int page_script_of(struct base_slice text, size_t *letters);
/* `hint` is a language tag such as "pt-BR", or empty. `code` becomes empty where nothing is known. */
void page_language_guess(struct page_language *language, struct base_slice text, struct base_slice hint, char code[4]);

#endif
