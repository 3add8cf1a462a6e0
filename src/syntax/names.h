/* From the scores of name tags (O, B-PER, I-PER ...) to names. */
#ifndef SYNTAX_NAMES_H
#define SYNTAX_NAMES_H

#include "document/document.h"
#include "syntax/weights.h"

enum { SYNTAX_MOST_NAME_TAGS = 16 };

struct syntax_name_tags {
    size_t count;
    struct {
        bool is_name, begins;
        enum document_name_type type;
    } tags[SYNTAX_MOST_NAME_TAGS];
};

enum sayso_status syntax_read_name_tags(const struct syntax_tags *names, struct syntax_name_tags *out,
                                        struct sayso_error *error);
/* Adds the names of `count` tokens from `first` on, which have their tags already. scores[i * stride + tag]; `back` has
 * room for count * SYNTAX_MOST_NAME_TAGS. */
void syntax_find_names(const struct syntax_name_tags *tags, struct document *document, uint32_t first, uint32_t count,
                       const float *scores, size_t stride, uint8_t *back);

#endif
