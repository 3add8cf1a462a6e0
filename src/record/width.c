#include "record/width.h"

#include <locale.h>
#include <pthread.h>
#include <wchar.h>

/* The C library's table, for UTF-8 whatever the user's locale is. There is no wcwidth() that takes a locale, so the thread
 * changes into it for the moment. */
static locale_t tables;
static pthread_once_t tables_once = PTHREAD_ONCE_INIT;

static void open_tables(void) {
    tables = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

unsigned record_width(uint32_t character) {
    if (character < 0x300) {
        return 1;
    }
    pthread_once(&tables_once, open_tables);
    if (!tables) {
        return 1;
    }
    locale_t before = uselocale(tables);
    int width = wcwidth((wchar_t)character);
    uselocale(before);
    return width < 0 ? 1 : (unsigned)width;
}
