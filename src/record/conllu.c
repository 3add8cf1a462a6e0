/* CoNLL-U (universaldependencies.org/format.html). The last column has, in the order of their names: NER, as B-PER, I-PER
 * and so on; SpaceAfter=No; TokenRange, the bytes of the document's text. */
#include "record/record.h"

#include "record/names.h"

/* Text in a field: tabs and ends of lines, which would break the format, become spaces. */
static void put(struct base_buffer *out, struct base_slice text) {
    if (!text.size) {
        base_buffer_char(out, '_');
    }
    for (size_t at = 0; at < text.size;) {
        size_t start = at;
        while (at < text.size && text.data[at] != '\t' && text.data[at] != '\n' && text.data[at] != '\r') {
            at++;
        }
        base_buffer_add(out, base_slice_part(text, start, at));
        if (at < text.size) {
            base_buffer_char(out, ' ');
            at++;
        }
    }
}

static void put_misc(struct base_buffer *out, const char *ner, bool space_after, struct document_span span) {
    base_buffer_format(out, "%s%sTokenRange=%u:%u\n", ner, space_after ? "" : "SpaceAfter=No|", span.start, span.end);
}

static void put_multiword(struct base_buffer *out, const struct document *document, uint32_t at, uint32_t number) {
    const struct document_token *token = &document->tokens.items[at];
    base_buffer_format(out, "%u-%u\t", number, number + token->multiword - 1);
    put(out, document_slice(document, token->surface));
    base_buffer_string(out, "\t_\t_\t_\t_\t_\t_\t_\t");
    put_misc(out, "", token[token->multiword - 1].space_after, token->surface);
}

static void put_word(struct base_buffer *out, const struct document *document, uint32_t at, uint32_t first,
                     bool in_multiword) {
    const struct document_token *token = &document->tokens.items[at];
    char ner[sizeof "NER=B-PER|"] = "";
    if (token->name != DOCUMENT_NONE) {
        const struct document_name *name = &document->names.items[token->name];
        memcpy(ner, name->first == at ? "NER=B-" : "NER=I-", 6);
        memcpy(ner + 6, record_name_type(name->type), 3);
        memcpy(ner + 9, "|", 2);
    }
    base_buffer_format(out, "%u\t", at - first + 1);
    put(out, token->form);
    base_buffer_char(out, '\t');
    put(out, token->lemma);
    base_buffer_format(out, "\t%s\t", document_upos_name(token->upos));
    put(out, token->xpos);
    base_buffer_char(out, '\t');
    put(out, token->feats);
    base_buffer_format(out, "\t%u\t%s\t_\t", token->head == DOCUMENT_NONE ? 0 : token->head - first + 1,
                       document_relation_name(token->relation));
    put_misc(out, ner, token->space_after || in_multiword, token->span);
}

/* "# text" is the tokens with a space where there is white space between them. */
static void put_text(struct base_buffer *out, const struct document *document,
                     const struct document_sentence *sentence) {
    base_buffer_string(out, "# text = ");
    uint32_t last = sentence->first + sentence->count - 1;
    for (uint32_t i = sentence->first; i <= last;) {
        const struct document_token *token = &document->tokens.items[i];
        put(out, document_slice(document, token->surface));
        i += token->multiword ? token->multiword : 1;
        if (i <= last && document->tokens.items[i - 1].space_after) {
            base_buffer_char(out, ' ');
        }
    }
    base_buffer_char(out, '\n');
}

static void put_sentence(struct base_buffer *out, const struct document *document, size_t index) {
    const struct document_sentence *sentence = &document->sentences.items[index];
    if (sentence->starts_paragraph) {
        base_buffer_string(out, "# newpar\n");
    }
    base_buffer_string(out, "# sent_id = ");
    if (sentence->id.size) {
        put(out, sentence->id);
    } else {
        put(out, document->id);
        base_buffer_format(out, "-%zu", index + 1);
    }
    base_buffer_char(out, '\n');
    put_text(out, document, sentence);
    uint32_t multiword_end = 0;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        if (document->tokens.items[i].multiword) {
            put_multiword(out, document, i, i - sentence->first + 1);
            multiword_end = i + document->tokens.items[i].multiword;
        }
        put_word(out, document, i, sentence->first, i < multiword_end);
    }
    base_buffer_char(out, '\n');
}

void record_conllu(const struct document *document, struct base_buffer *out) {
    for (size_t i = 0; i < document->sentences.count; i++) {
        if (i == 0) {
            base_buffer_string(out, "# newdoc id = ");
            put(out, document->id);
            base_buffer_char(out, '\n');
        }
        put_sentence(out, document, i);
    }
}
