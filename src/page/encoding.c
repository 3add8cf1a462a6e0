#include "page/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <strings.h>
#include <uchardet.h>

#include "base/utf8.h"

enum {
    PRESCAN = 4096,  /* bytes searched for <meta>; WHATWG asks for 1,024, crawls put scripts before it */
    GUESS = 1 << 16, /* bytes shown to uchardet */
    LABEL = 40
};

/* Labels that browsers read as another encoding, and ones that iconv calls otherwise (WHATWG Encoding, "names and
 * labels"). */
static const char *const aliases[][2] = {
    {"iso-8859-1", "WINDOWS-1252"},
    {"iso8859-1", "WINDOWS-1252"},
    {"latin1", "WINDOWS-1252"},
    {"us-ascii", "WINDOWS-1252"},
    {"ascii", "WINDOWS-1252"},
    {"iso-8859-9", "WINDOWS-1254"},
    {"iso-8859-11", "CP874"},
    {"tis-620", "CP874"},
    {"windows-874", "CP874"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"euc-kr", "CP949"},
    {"ks_c_5601-1987", "CP949"},
    {"ksc5601", "CP949"},
    {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},
    {"sjis", "CP932"},
    {"x-sjis", "CP932"},
    {"big5", "BIG5-HKSCS"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"x-mac-cyrillic", "MAC-CYRILLIC"},
    {"macintosh", "MACINTOSH"},
    {"visual", "ISO-8859-8"},
    {"utf-16", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
    {"utf8", "UTF-8"},
};

static const char *iconv_name(const char *label) {
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (strcasecmp(label, aliases[i][0]) == 0) {
            return aliases[i][1];
        }
    }
    return label;
}

/* The label that follows "charset=" (or the name of an encoding itself), as a string. */
static bool copy_label(struct base_slice text, char label[LABEL]) {
    text = base_slice_trim(text);
    while (text.size > 0 && (text.data[0] == '"' || text.data[0] == '\'' || text.data[0] == ' ')) {
        text = base_slice_part(text, 1, text.size);
    }
    size_t size = 0;
    while (size < text.size && size < LABEL - 1 &&
           (base_is_letter((unsigned char)text.data[size]) || base_is_digit((unsigned char)text.data[size]) ||
            memchr("-_:.", text.data[size], 4))) {
        label[size] = text.data[size];
        size++;
    }
    label[size] = '\0';
    return size > 0;
}

static bool meta_label(struct base_slice bytes, char label[LABEL]) {
    struct base_slice rest = base_slice_part(bytes, 0, bytes.size < PRESCAN ? bytes.size : PRESCAN);
    for (size_t at; (at = base_slice_find(rest, BASE_SLICE("<"))) != SIZE_MAX;) {
        rest = base_slice_part(rest, at + 1, rest.size);
        if (rest.size < 5 || (strncasecmp(rest.data, "meta", 4) != 0 && strncasecmp(rest.data, "?xml", 4) != 0)) {
            continue;
        }
        size_t end = base_slice_find(rest, BASE_SLICE(">"));
        struct base_slice tag = base_slice_part(rest, 0, end == SIZE_MAX ? rest.size : end);
        for (size_t i = 0; i + 9 < tag.size; i++) {
            size_t key = strncasecmp(tag.data + i, "charset", 7) == 0    ? 7
                         : strncasecmp(tag.data + i, "encoding", 8) == 0 ? 8
                                                                         : 0;
            struct base_slice value = base_slice_trim(base_slice_part(tag, i + key, tag.size));
            if (key && value.size > 1 && value.data[0] == '=' &&
                copy_label(base_slice_part(value, 1, value.size), label)) {
                /* Bytes in which this tag can be read are not UTF-16. */
                if (strncasecmp(label, "utf-16", 6) == 0) {
                    strcpy(label, "UTF-8");
                }
                return true;
            }
        }
    }
    return false;
}

static bool guess_label(struct base_slice bytes, char label[LABEL]) {
    uchardet_t detector = uchardet_new();
    if (detector == NULL) {
        return false;
    }
    uchardet_handle_data(detector, bytes.data, bytes.size < GUESS ? bytes.size : GUESS);
    uchardet_data_end(detector);
    bool found = copy_label(base_slice_of(uchardet_get_charset(detector)), label);
    uchardet_delete(detector);
    return found;
}

static void close_iconv(void *converter) {
    iconv_close(converter);
}

/* Through iconv; what it cannot read becomes U+FFFD. False where it does not know the encoding. */
static bool convert(struct base_arena *arena, struct base_slice bytes, const char *label, struct base_slice *out,
                    size_t *mended) {
    iconv_t converter = iconv_open("UTF-8", iconv_name(label));
    if (converter == (iconv_t)-1) {
        return false;
    }
    base_arena_defer(arena, close_iconv, converter);
    size_t capacity = bytes.size * 2 + 64, left = capacity;
    char *data = base_arena_take(arena, capacity), *to = data, *from = (char *)(uintptr_t)bytes.data;
    size_t rest = bytes.size;
    while (rest > 0 && iconv(converter, &from, &rest, &to, &left) == (size_t)-1) {
        if (errno == E2BIG || left < 4) {
            size_t used = (size_t)(to - data);
            char *more = base_arena_take(arena, 2 * capacity);
            memcpy(more, data, used);
            data = more;
            to = data + used;
            left = 2 * capacity - used;
            capacity *= 2;
            continue;
        }
        memcpy(to, "\xEF\xBF\xBD", 3);
        to += 3;
        left -= 3;
        ++*mended;
        from++;
        rest--;
    }
    *out = (struct base_slice){data, (size_t)(to - data)};
    return true;
}

static struct base_slice without_bom(struct base_slice bytes) {
    return base_slice_starts(bytes, BASE_SLICE("\xEF\xBB\xBF")) ? base_slice_part(bytes, 3, bytes.size) : bytes;
}

/* Browsers skip NUL in the text of a page; libxml2 stops at it. */
static struct base_slice without_nul(struct base_arena *arena, struct base_slice text, size_t *mended) {
    if (text.size == 0 || memchr(text.data, '\0', text.size) == NULL) {
        return text;
    }
    char *out = base_arena_take(arena, text.size);
    size_t used = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != '\0') {
            out[used++] = text.data[i];
        }
    }
    *mended += text.size - used;
    return (struct base_slice){out, used};
}

/* UTF-16 without BOM: every other byte of mostly ASCII is zero. */
static const char *utf16_label(struct base_slice bytes) {
    if (base_slice_starts(bytes, BASE_SLICE("\xFF\xFE"))) {
        return "UTF-16LE";
    }
    if (base_slice_starts(bytes, BASE_SLICE("\xFE\xFF"))) {
        return "UTF-16BE";
    }
    size_t zeros[2] = {0}, size = bytes.size < PRESCAN ? bytes.size & ~(size_t)1 : PRESCAN;
    for (size_t i = 0; i < size; i++) {
        zeros[i & 1] += bytes.data[i] == '\0';
    }
    if (size >= 16 && zeros[1] > size / 3 && zeros[0] == 0) {
        return "UTF-16LE";
    }
    return size >= 16 && zeros[0] > size / 3 && zeros[1] == 0 ? "UTF-16BE" : NULL;
}

struct base_slice page_mend(struct base_arena *arena, struct base_slice bytes, size_t *mended) {
    size_t count = 0;
    struct base_slice text = base_utf8_mend(arena, without_bom(bytes), &count);
    *mended += count;
    return text;
}

struct base_slice page_decode_unicode(struct base_arena *arena, struct base_slice bytes, size_t *mended) {
    return without_nul(arena, page_mend(arena, bytes, mended), mended);
}

struct base_slice page_decode(struct base_arena *arena, struct base_slice bytes, struct base_slice charset,
                              bool is_html, size_t *mended) {
    char label[LABEL];
    struct base_slice text;
    const char *wide = utf16_label(bytes);
    if (wide) {
        size_t bom =
            base_slice_starts(bytes, BASE_SLICE("\xFF\xFE")) || base_slice_starts(bytes, BASE_SLICE("\xFE\xFF")) ? 2
                                                                                                                 : 0;
        if (convert(arena, base_slice_part(bytes, bom, bytes.size), wide, &text, mended)) {
            return without_nul(arena, text, mended);
        }
    }
    /* Other encodings give valid UTF-8 by chance almost never; ISO-2022-JP is ASCII with escapes. */
    bool escaped = bytes.size > 0 && memchr(bytes.data, '\x1B', bytes.size) != NULL;
    if (!escaped && base_utf8_valid(bytes)) {
        return without_nul(arena, without_bom(bytes), mended);
    }
    bool found = copy_label(charset, label) || (is_html && meta_label(bytes, label));
    if (found && strcasecmp(iconv_name(label), "UTF-8") != 0 && convert(arena, bytes, label, &text, mended)) {
        return without_nul(arena, text, mended);
    }
    size_t bad = 0;
    struct base_slice as_utf8 = page_mend(arena, bytes, &bad);
    /* What claims to be UTF-8 and is not: a stray byte in UTF-8, or a lie? */
    if ((found && bad * 100 < bytes.size / 10) || !guess_label(bytes, label) ||
        strcasecmp(iconv_name(label), "UTF-8") == 0 || !convert(arena, bytes, label, &text, mended)) {
        *mended += bad;
        text = as_utf8;
    }
    return without_nul(arena, text, mended);
}
