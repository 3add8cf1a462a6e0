#include "dates/check.h"

#include <stdio.h>

static bool take(struct base_slice *text, struct base_slice part) {
    if (!base_slice_starts(*text, part)) {
        return false;
    }
    *text = base_slice_part(*text, part.size, text->size);
    return true;
}

/* "2020-07-06"; nothing for an open end. */
static bool take_day(struct base_slice *text, int32_t day) {
    char written[40] = "";
    if (day != DOCUMENT_DAY_OPEN) {
        int year, month, date;
        document_day_split(day, &year, &month, &date);
        snprintf(written, sizeof written, "%04d-%02d-%02d", year, month, date);
    }
    return take(text, base_slice_of(written));
}

static bool gives(const struct document *document, struct base_slice wanted) {
    if (base_slice_is(wanted, "none")) {
        return document->dates.count == 0;
    }
    for (size_t i = 0; i < document->dates.count; i++) {
        if ((i && !take(&wanted, BASE_SLICE(", "))) || !take_day(&wanted, document->dates.items[i].start) ||
            !take(&wanted, BASE_SLICE("..")) || !take_day(&wanted, document->dates.items[i].end)) {
            return false;
        }
    }
    return wanted.size == 0;
}

static void check_example(const struct dates_checker *checker, const struct dates_frame *frame,
                          struct base_slice example, struct dates_check_counts *counts) {
    size_t arrow = base_slice_find(example, BASE_SLICE("=>"));
    struct base_slice sentence = base_slice_trim(base_slice_part(example, 0, arrow));
    struct base_slice wanted = base_slice_trim(base_slice_part(example, arrow + 2, example.size));
    const struct document *document = checker->read(checker->context, sentence);
    counts->examples++;
    if (!document || !gives(document, wanted)) {
        counts->failed++;
        checker->report(checker->context, frame, example, document ? "not the dates that it names" : "cannot be read");
    }
}

void dates_check(const struct dates *dates, const struct dates_checker *checker, struct dates_check_counts *counts) {
    *counts = (struct dates_check_counts){0};
    for (size_t i = 0; i < dates->frames.count; i++) {
        const struct dates_frame *frame = &dates->frames.items[i];
        if (frame->removed) {
            continue;
        }
        counts->frames++;
        counts->without_example += frame->examples.count == 0;
        for (size_t k = 0; k < frame->examples.count; k++) {
            check_example(checker, frame, frame->examples.items[k], counts);
        }
    }
}
