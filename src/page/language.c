#include "page/language.h"

#include <libexttextcat/textcat.h>
#include <pthread.h>

#include "base/utf8.h"

#ifndef PAGE_FINGERPRINTS
#define PAGE_FINGERPRINTS "/usr/share/libexttextcat/"
#endif

enum {
    LETTERS = 100, /* below that, fingerprints guess */
    SAMPLE = 400,  /* bytes shown to them */
    HANDLES = 64   /* at once, at most; a thread that finds none free does without */
};

/* A handle serves one thread at a time; they are lent out and come back. */
struct page_language {
    pthread_mutex_t lock;
    void *idle[HANDLES];
    size_t idle_count;
    bool missing;
};

/* Blocks of letters by script (Unicode), with the language where a script has one that matters. */
static const struct range {
    uint32_t first, last;
    int script;
    char code[4];
} ranges[] = {
    {0x41, 0x24F, PAGE_LATIN, ""},
    {0x370, 0x3FF, PAGE_OTHER_SCRIPT, "el"},
    {0x400, 0x52F, PAGE_CYRILLIC, ""},
    {0x531, 0x58F, PAGE_OTHER_SCRIPT + 1, "hy"},
    {0x5D0, 0x5F4, PAGE_OTHER_SCRIPT + 2, "he"},
    {0x620, 0x77F, PAGE_ARABIC, ""},
    {0x780, 0x7BF, PAGE_OTHER_SCRIPT + 3, "dv"},
    {0x8A0, 0x8FF, PAGE_ARABIC, ""},
    {0x900, 0x97F, PAGE_DEVANAGARI, ""},
    {0x980, 0x9FF, PAGE_OTHER_SCRIPT + 4, "bn"},
    {0xA00, 0xA7F, PAGE_OTHER_SCRIPT + 5, "pa"},
    {0xA80, 0xAFF, PAGE_OTHER_SCRIPT + 6, "gu"},
    {0xB00, 0xB7F, PAGE_OTHER_SCRIPT + 7, "or"},
    {0xB80, 0xBFF, PAGE_OTHER_SCRIPT + 8, "ta"},
    {0xC00, 0xC7F, PAGE_OTHER_SCRIPT + 9, "te"},
    {0xC80, 0xCFF, PAGE_OTHER_SCRIPT + 10, "kn"},
    {0xD00, 0xD7F, PAGE_OTHER_SCRIPT + 11, "ml"},
    {0xD80, 0xDFF, PAGE_OTHER_SCRIPT + 12, "si"},
    {0xE00, 0xE7F, PAGE_OTHER_SCRIPT + 13, "th"},
    {0xE80, 0xEFF, PAGE_OTHER_SCRIPT + 14, "lo"},
    {0xF00, 0xFFF, PAGE_OTHER_SCRIPT + 15, "bo"},
    {0x1000, 0x109F, PAGE_OTHER_SCRIPT + 16, "my"},
    {0x10A0, 0x10FF, PAGE_OTHER_SCRIPT + 17, "ka"},
    {0x1100, 0x11FF, PAGE_OTHER_SCRIPT + 18, "ko"},
    {0x1200, 0x139F, PAGE_OTHER_SCRIPT + 19, "am"},
    {0x1780, 0x17FF, PAGE_OTHER_SCRIPT + 20, "km"},
    {0x1E00, 0x1EFF, PAGE_LATIN, ""},
    {0x1F00, 0x1FFF, PAGE_OTHER_SCRIPT, "el"},
    {0x3040, 0x30FF, PAGE_KANA, "ja"},
    {0x3400, 0x9FFF, PAGE_HAN, "zh"},
    {0xAC00, 0xD7AF, PAGE_OTHER_SCRIPT + 18, "ko"},
    {0xFB1D, 0xFB4F, PAGE_OTHER_SCRIPT + 2, "he"},
    {0xFB50, 0xFEFC, PAGE_ARABIC, ""},
    {0x20000, 0x3FFFF, PAGE_HAN, "zh"},
};
enum { RANGES = sizeof ranges / sizeof *ranges, SCRIPTS = PAGE_OTHER_SCRIPT + 21 };

static void language_close(void *what) {
    struct page_language *language = what;
    while (language->idle_count > 0) {
        textcat_Done(language->idle[--language->idle_count]);
    }
    pthread_mutex_destroy(&language->lock);
}

struct page_language *page_language_new(struct base_arena *arena) {
    struct page_language *language = base_arena_take(arena, sizeof *language);
    pthread_mutex_init(&language->lock, NULL);
    base_arena_defer(arena, language_close, language);
    return language;
}

static int script_of(uint32_t c) {
    for (size_t i = 0; i < RANGES && ranges[i].first <= c; i++) {
        if (c <= ranges[i].last) {
            return ranges[i].script;
        }
    }
    return PAGE_NO_SCRIPT;
}

int page_script_of(struct base_slice text, size_t *letters) {
    size_t counts[SCRIPTS] = {0};
    for (size_t at = 0; at < text.size;) {
        uint32_t c = base_utf8_next(text, &at);
        if (c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : base_is_letter(c)) {
            counts[script_of(c)]++;
        }
    }
    counts[PAGE_NO_SCRIPT] = 0;
    /* Japanese is told by its kana, of which it may have fewer than of Han. */
    if (counts[PAGE_KANA] * 8 > counts[PAGE_HAN]) {
        counts[PAGE_KANA] += counts[PAGE_HAN];
    }
    int best = PAGE_NO_SCRIPT;
    for (int i = 1; i < SCRIPTS; i++) {
        best = counts[i] > counts[best] ? i : best;
    }
    *letters = counts[best];
    return best;
}

/* The language of a tag; false where it is none. */
static bool read_tag(struct base_slice tag, char code[4]) {
    size_t size = 0;
    while (size < tag.size && base_is_letter((unsigned char)tag.data[size])) {
        size++;
    }
    code[0] = '\0';
    if (size < 2 || size > 3 || (size < tag.size && tag.data[size] != '-' && tag.data[size] != '_')) {
        return false;
    }
    for (size_t i = 0; i < size; i++) {
        code[i] = (char)(tag.data[i] | 0x20);
    }
    code[size] = '\0';
    if (strcmp(code, "iw") == 0) { /* the code of Hebrew before ISO 639:1989 */
        strcpy(code, "he");
    }
    return true;
}

static void *borrow(struct page_language *language) {
    void *handle = NULL;
    pthread_mutex_lock(&language->lock);
    if (language->idle_count > 0) {
        handle = language->idle[--language->idle_count];
    }
    bool missing = language->missing;
    pthread_mutex_unlock(&language->lock);
    if (handle == NULL && !missing) {
        handle = special_textcat_Init(PAGE_FINGERPRINTS "fpdb.conf", PAGE_FINGERPRINTS);
    }
    return handle;
}

static void give_back(struct page_language *language, void *handle) {
    pthread_mutex_lock(&language->lock);
    bool room = handle && language->idle_count < HANDLES;
    if (room) {
        language->idle[language->idle_count++] = handle;
    }
    language->missing = language->missing || handle == NULL;
    pthread_mutex_unlock(&language->lock);
    if (!room && handle) {
        textcat_Done(handle);
    }
}

/* Letters hardly tell Scots from English, and English is a million times likelier: only a page that says so is in Scots. */
static void take_likelier(const char hint[4], char code[4]) {
    if (strcmp(code, "sco") == 0 && strcmp(hint, "sco") != 0) {
        strcpy(code, "en");
    }
}

/* libexttextcat answers "[en--utf8][sco--utf8]". The hint decides where it is among them; else the first counts. */
static bool read_answer(struct base_slice answer, const char hint[4], char code[4]) {
    bool found = false;
    while (base_slice_starts(answer, BASE_SLICE("["))) {
        struct base_slice name = base_slice_cut(&answer, ']');
        char one[4];
        if (!read_tag(base_slice_part(name, 1, name.size), one)) {
            continue;
        }
        take_likelier(hint, one);
        if (!found || strcmp(one, hint) == 0) {
            memcpy(code, one, sizeof one);
            found = true;
        }
    }
    return found;
}

/* Against the hint, two samples must agree: close languages (Scots, Bokmål) take each other's short texts. */
static void compare(struct page_language *language, struct base_slice text, char code[4]) {
    void *handle = borrow(language);
    char hint[4], found[2][4] = {"", ""};
    memcpy(hint, code, sizeof hint);
    size_t start = 0;
    for (int turn = 0; handle && turn < 2; turn++) {
        size_t end = start + SAMPLE < text.size ? start + SAMPLE : text.size;
        while (!base_utf8_is_boundary(text, end)) {
            end--;
        }
        if (!read_answer(base_slice_of(textcat_Classify(handle, text.data + start, end - start)), hint, found[turn])) {
            break;
        }
        bool enough = hint[0] == '\0' || strcmp(found[turn], hint) == 0;
        if (enough || turn == 1) {
            bool agree = turn == 0 || strcmp(found[0], found[1]) == 0;
            memcpy(code, agree ? found[turn] : hint, sizeof hint);
            break;
        }
        start = end;
        if (text.size - start < SAMPLE) {
            start = text.size > SAMPLE ? text.size - SAMPLE : 0;
        }
        while (!base_utf8_is_boundary(text, start)) {
            start++;
        }
    }
    give_back(language, handle);
}

static bool writes_in(const char *code, int script) {
    static const struct {
        int script;
        const char *codes;
    } known[] = {
        {PAGE_CYRILLIC, " ru uk bg sr mk be kk ky mn tg tt uz az ba os ce cv "},
        {PAGE_ARABIC, " ar fa ur ps ku ckb sd ug ks ms "},
        {PAGE_DEVANAGARI, " hi mr ne sa bho mai kok "},
        {PAGE_HAN, " zh ja yue "},
        {PAGE_KANA, " ja "},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const char *at = strstr(known[i].codes, code);
        if (at && at[-1] == ' ' && at[strlen(code)] == ' ') {
            return script == known[i].script || (script == PAGE_LATIN && strstr(" az uz kk sr ku ms tt ", code));
        }
    }
    for (size_t i = 0; i < RANGES; i++) {
        if (strcmp(ranges[i].code, code) == 0) {
            return script == ranges[i].script;
        }
    }
    return script == PAGE_LATIN;
}

void page_language_guess(struct page_language *language, struct base_slice text, struct base_slice hint, char code[4]) {
    size_t letters;
    int script = page_script_of(text, &letters);
    if (!read_tag(hint, code) || (script != PAGE_NO_SCRIPT && !writes_in(code, script))) {
        code[0] = '\0';
    }
    if (script == PAGE_NO_SCRIPT || (code[0] && script >= PAGE_OTHER_SCRIPT)) {
        return;
    }
    for (size_t i = 0; i < RANGES; i++) {
        if (ranges[i].script == script && ranges[i].code[0] && (script != PAGE_HAN || code[0] == '\0')) {
            memcpy(code, ranges[i].code, sizeof ranges[i].code);
            return;
        }
    }
    if (letters >= LETTERS && script != PAGE_HAN) {
        compare(language, text, code);
    } else if (code[0] == '\0' && script == PAGE_ARABIC) {
        memcpy(code, "ar", 3);
    } else if (code[0] == '\0' && script == PAGE_DEVANAGARI) {
        memcpy(code, "hi", 3);
    } else if (code[0] == '\0' && script == PAGE_CYRILLIC) {
        memcpy(code, "ru", 3);
    }
}
