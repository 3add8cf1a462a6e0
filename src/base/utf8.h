/* UTF-8 (RFC 3629) and the few facts about characters that several rooms need. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"

#define BASE_UTF8_REPLACEMENT 0xFFFDu

/* Decodes the character at `at` and moves past it. Bytes that are no character give U+FFFD and move as WHATWG's decoder
 * does (one replacement for the longest start of a possible character). */
uint32_t base_utf8_next(struct base_slice text, size_t *at);
/* The character that ends at `at`, which moves to its start. `text` must be valid. */
uint32_t base_utf8_previous(struct base_slice text, size_t *at);
/* Writes 1 to 4 bytes and returns how many. */
size_t base_utf8_put(char out[4], uint32_t character);
bool base_utf8_valid(struct base_slice text);
/* The text itself where it is valid; else a copy with U+FFFD for what is not. `*mended` counts replacements. */
struct base_slice base_utf8_mend(struct base_arena *arena, struct base_slice text, size_t *mended);
/* Is `at` between two characters (or at an end) of a valid text? */
bool base_utf8_is_boundary(struct base_slice text, size_t at);

bool base_is_space(uint32_t character); /* White_Space of Unicode, and U+200B, U+FEFF */
bool base_is_letter(uint32_t character);
bool base_is_digit(uint32_t character); /* 0 to 9 only */
bool base_is_upper(uint32_t character);
/* One character for one character, as Unicode's simple case mapping has it. */
uint32_t base_lower(uint32_t character);
struct base_slice base_lower_copy(struct base_arena *arena, struct base_slice text);

#endif
