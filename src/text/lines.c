#include "text/lines.h"

#include "base/utf8.h"

/* Where all lines have at most this many bytes, three at least, the text is broken into lines. RFC 3676 has 78 as the usual
 * limit; some room for other editors. */
enum { LONGEST_BROKEN_LINE = 100, LEAST_BROKEN_LINES = 3 };
/* Lines that go on in the middle of a sentence, so many that the others of this length do so, too. */
enum { LEAST_WRAPPED_LINES = 3, SHORTEST_WRAPPED_LINE = 60 };

static uint32_t first_character(struct base_slice line) {
    size_t at = 0;
    return line.size ? base_utf8_next(line, &at) : 0;
}

/* Does the line end as no paragraph does, in a letter, a digit or a comma? */
static bool is_open(struct base_slice line) {
    if (line.size == 0) {
        return false;
    }
    size_t at = line.size;
    uint32_t last = base_utf8_previous(line, &at);
    return base_is_letter(last) || base_is_digit(last) || last == ',';
}

/* Is the next line its second half for certain, as it begins in lower case? */
static bool goes_on(struct base_slice line, struct base_slice next) {
    uint32_t first = first_character(next);
    return is_open(line) && base_is_letter(first) && !base_is_upper(first);
}

enum text_lines text_lines_of(struct base_slice text) {
    size_t broken = 0, wrapped = 0, longest = 0;
    struct base_slice previous = {0};
    while (text.size) {
        struct base_slice line = base_slice_trim(base_slice_line(&text));
        longest = line.size > longest ? line.size : longest;
        broken += line.size > 0 && previous.size > 0;
        wrapped += goes_on(previous, line);
        previous = line;
    }
    if (longest <= LONGEST_BROKEN_LINE && broken + 1 >= LEAST_BROKEN_LINES) {
        return TEXT_BROKEN;
    }
    return wrapped >= LEAST_WRAPPED_LINES ? TEXT_WRAPPED : TEXT_EACH_A_PARAGRAPH;
}

bool text_ends_paragraph(enum text_lines lines, struct base_slice line, struct base_slice rest) {
    line = base_slice_trim(line);
    struct base_slice next = base_slice_trim(base_slice_line(&rest));
    if (line.size == 0) {
        return true;
    }
    switch (lines) {
    case TEXT_BROKEN: return false;
    case TEXT_WRAPPED:
        return !goes_on(line, next) && !(is_open(line) && line.size >= SHORTEST_WRAPPED_LINE && next.size > 0);
    case TEXT_EACH_A_PARAGRAPH: break;
    }
    return !goes_on(line, next);
}
