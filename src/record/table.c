/* Rows for a terminal. Columns have set widths, so that the documents of a run line up without being held back. */
#include "record/record.h"

#include "base/utf8.h"
#include "record/cells.h"
#include "record/width.h"

enum { MOST_COLUMNS = 8, GAP = 2, LEAST = 6, ALWAYS_WHOLE = 10, RUNNING_TEXT = 40 };
/* On narrower terminals the last column of events, the sentence, makes room for the others. */
enum { NARROW = 120 };

struct widths {
    unsigned of[MOST_COLUMNS];
    size_t count;
    bool cut; /* what is too wide */
};

/* What a column takes where there is room; the last one takes the rest. */
static const unsigned *natural_widths(enum record_kind kind) {
    static const unsigned document[] = {16, 4, 20, 30, 60}, claim[] = {24, 7, 14, 10, 4, 70},
                          event[] = {10, 20, 24, 24, 14, 4, 24, 60};
    return kind == RECORD_DOCUMENT ? document : kind == RECORD_CLAIM ? claim : event;
}

static struct widths share(enum record_kind kind, unsigned width) {
    const struct record_column *columns = record_table_columns(kind);
    const unsigned *natural = natural_widths(kind);
    struct widths widths = {.cut = width > 0};
    unsigned fixed = 0, flexible = 0;
    for (; columns[widths.count].name; widths.count++) {
        widths.of[widths.count] = natural[widths.count];
    }
    widths.count -= kind == RECORD_EVENT && width && width < NARROW;
    size_t last = widths.count - 1;
    for (size_t i = 0; i < last; i++) {
        *(widths.of[i] <= ALWAYS_WHOLE ? &fixed : &flexible) += widths.of[i];
        fixed += GAP;
    }
    if (!width) {
        return widths;
    }
    unsigned least_last = widths.of[last] > RUNNING_TEXT ? 24 : 12;
    unsigned room = width > fixed + least_last ? width - fixed - least_last : 0, left = width;
    for (size_t i = 0; i < last; i++) {
        if (widths.of[i] > ALWAYS_WHOLE && room < flexible) {
            unsigned smaller = widths.of[i] * room / flexible;
            widths.of[i] = smaller > LEAST ? smaller : LEAST;
        }
        left -= left > widths.of[i] + GAP ? widths.of[i] + GAP : left;
    }
    widths.of[last] = left > LEAST ? left : LEAST;
    return widths;
}

/* The cell on one line, cut to the width and filled up with spaces; runs of white space become one space, and control
 * characters, with which a page could give orders to the terminal, U+FFFD. */
static void put_cell(struct base_buffer *out, struct base_slice cell, unsigned width, bool cut, bool fill) {
    unsigned used = 0;
    size_t end_if_cut = out->size; /* where the ellipsis would go */
    unsigned used_if_cut = 0;
    bool space = false;
    cell = base_slice_trim(cell);
    for (size_t at = 0; at < cell.size;) {
        uint32_t c = base_utf8_next(cell, &at);
        c = base_is_space(c) ? ' ' : c < ' ' || (c >= 0x7F && c < 0xA0) ? BASE_UTF8_REPLACEMENT : c;
        if (c == ' ' && space) {
            continue;
        }
        space = c == ' ';
        unsigned more = record_width(c);
        if (cut && used + more > width) {
            out->size = end_if_cut;
            base_buffer_string(out, "…");
            used = used_if_cut + 1;
            break;
        }
        char character[4];
        base_buffer_add(out, (struct base_slice){character, base_utf8_put(character, c)});
        used += more;
        if (used + 1 <= width) {
            end_if_cut = out->size;
            used_if_cut = used;
        }
    }
    unsigned end = (used > width ? used : width) + GAP; /* uncut cells may be wider than their column */
    for (; fill && used < end; used++) {
        base_buffer_char(out, ' ');
    }
}

static void end_row(struct base_buffer *out) {
    while (out->size && out->data[out->size - 1] == ' ') {
        out->size--;
    }
    base_buffer_char(out, '\n');
}

void record_table_header(enum record_kind kind, unsigned width, struct base_buffer *out) {
    const struct record_column *columns = record_table_columns(kind);
    struct widths widths = share(kind, width);
    for (size_t i = 0; i < widths.count; i++) {
        put_cell(out, base_slice_of(columns[i].name), widths.of[i], widths.cut, i + 1 < widths.count);
    }
    end_row(out);
}

void record_table(const struct document *document, enum record_kind kind, unsigned width, struct base_buffer *out) {
    const struct record_column *columns = record_table_columns(kind);
    struct widths widths = share(kind, width);
    struct base_buffer *cell = record_scratch(document);
    struct record record;
    record_begin(&record, document);
    for (size_t row = 0; row < record_row_count(document, kind); row++) {
        for (size_t i = 0; i < widths.count; i++) {
            cell->size = 0;
            columns[i].put(&record, row, columns[i].part, cell);
            put_cell(out, (struct base_slice){cell->data, cell->size}, widths.of[i], widths.cut, i + 1 < widths.count);
        }
        end_row(out);
    }
    out->failed |= cell->failed;
}
