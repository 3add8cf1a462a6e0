/* Lines: whether those of a text are its paragraphs, or one text broken into lines.
 *
 * Takes: the text. Adds: nothing. Promises: one look at each line.
 */
#ifndef TEXT_LINES_H
#define TEXT_LINES_H

#include "base/slice.h"

enum text_lines {
    TEXT_EACH_A_PARAGRAPH,
    TEXT_WRAPPED, /* by an editor that also began each paragraph on a line of its own */
    TEXT_BROKEN   /* at a fixed width: paragraphs have empty lines between them */
};

enum text_lines text_lines_of(struct base_slice text);
bool text_ends_paragraph(enum text_lines lines, struct base_slice line, struct base_slice rest);

#endif
