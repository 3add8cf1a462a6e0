/* Datelines: "OSLO, March 3 (AP) - The minister said". */
#include "base/utf8.h"
#include "claims/work.h"

static bool is_dash(const struct claims_work *work, uint32_t token) {
    struct base_slice form = claims_token(work, token)->form;
    size_t at = 0;
    uint32_t character = base_utf8_next(form, &at);
    bool dash = character == 0x2013 || character == 0x2014 || character == '-';
    return (dash && at == form.size && claims_token(work, token)->space_after && token > 0 &&
            claims_token(work, token - 1)->space_after) ||
           base_slice_is(form, "--") || (character == 0x2014 && at == form.size);
}

/* Names, dates and brackets up to a dash. */
static uint32_t behind_dateline(const struct claims_work *work, const struct document_sentence *sentence) {
    enum { LONGEST = 12 };
    uint32_t end = sentence->first + sentence->count, at = sentence->first;
    if (!sentence->starts_paragraph || claims_token(work, at)->upos != UPOS_PROPN) {
        return sentence->first;
    }
    while (at + 1 < end && at - sentence->first < LONGEST) {
        const struct document_token *token = claims_token(work, at);
        if (is_dash(work, at)) {
            return at + 1;
        }
        if (token->upos != UPOS_PROPN && token->upos != UPOS_NUM && token->upos != UPOS_PUNCT) {
            break;
        }
        at++;
    }
    return sentence->first;
}

void claims_find_datelines(struct claims_work *work) {
    for (size_t i = 0; i < work->document->sentences.count; i++) {
        work->start_of[i] = behind_dateline(work, &work->document->sentences.items[i]);
    }
}
