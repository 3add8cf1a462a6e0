#include "events/cameo.h"
#include "events/petrarch.h"

static bool is_none(struct base_slice text) {
    return base_slice_is(text, "---") || base_slice_is(text, "--");
}

static bool read_one(struct base_slice text, struct petrarch_cameo *code) {
    *code = (struct petrarch_cameo){.type = EVENTS_NO_EVENT};
    if (is_none(text)) {
        return true;
    }
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') {
            return false;
        }
    }
    if (!events_cameo(text, &code->type, &code->mode)) {
        return false;
    }
    memcpy(code->cameo, text.data, text.size);
    code->cameo[2] = text.size == 2 ? '0' : code->cameo[2];
    return true;
}

/* Of a pair the first is what the source does to the target, the second what the target does. One event says both, so that
 * the second counts where the first is none, or is the same. */
bool events_petrarch_code(struct base_slice text, struct petrarch_cameo *code) {
    struct petrarch_cameo back;
    struct base_slice second = text, first = base_slice_trim(base_slice_cut(&second, ':'));
    second = base_slice_trim(second);
    if (!read_one(first, code) || (second.size && !read_one(second, &back))) {
        return false;
    }
    if (second.size && code->type == EVENTS_NO_EVENT) {
        *code = back;
        code->swapped = true;
    } else if (second.size) {
        code->mutual = strcmp(code->cameo, back.cameo) == 0;
    }
    return true;
}
