#include "record/record.h"

#include "base/utf8.h"

/* Control characters would let a page give orders to the terminal: they become U+FFFD. */
static void put(struct base_buffer *out, struct base_slice text) {
    for (size_t at = 0; at < text.size;) {
        uint32_t c = base_utf8_next(text, &at);
        bool control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
        char character[4];
        size_t size = base_utf8_put(character, control ? BASE_UTF8_REPLACEMENT : c);
        if (c != '\r') {
            base_buffer_add(out, (struct base_slice){character, size});
        }
    }
}

static void put_part(struct base_buffer *out, bool *any, struct base_slice text) {
    if (text.size) {
        base_buffer_string(out, *any ? " | " : "");
        put(out, text);
        *any = true;
    }
}

void record_text(const struct document *document, struct base_buffer *out) {
    bool any = false;
    base_buffer_string(out, "== ");
    put(out, document->path.size ? document->path : document->id);
    base_buffer_char(out, '\n');
    put_part(out, &any, document->outlet);
    put_part(out, &any, document->published);
    for (size_t i = 0; i < document->byline.count; i++) {
        put_part(out, &any, document->byline.items[i]);
    }
    put_part(out, &any, base_slice_of(document->language));
    base_buffer_string(out, any ? "\n\n" : "\n");
    put(out, base_slice_trim(document->text));
    base_buffer_string(out, "\n\n");
}
