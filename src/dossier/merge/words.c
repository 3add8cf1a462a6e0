#include "dossier/merge/merge.h"

#include "base/hash.h"

#include <math.h>
#include <stdlib.h>

/* Counts are kept by hash in a table of fixed size: memory does not grow with the dossier, and that rare words now and then
 * share a place only makes them look a little less rare. */
enum { TABLE = 1 << 20 };

struct merge_words {
    uint32_t counts[TABLE];
    int64_t events;
};

/* Words are runs of ASCII letters, digits and whatever is beyond ASCII, in any script. */
static bool is_word_byte(unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static uint32_t hash_word(struct base_slice word) {
    uint32_t hash = base_hash32((struct base_slice){0});
    for (size_t i = 0; i < word.size; i++) {
        char c = word.data[i] >= 'A' && word.data[i] <= 'Z' ? (char)(word.data[i] | 0x20) : word.data[i];
        hash = (hash ^ (unsigned char)c) * 16777619u; /* FNV-1a, as base_hash32() */
    }
    return hash;
}

static size_t hash_words(struct base_slice text, struct merge_word *out, size_t count, size_t most) {
    for (size_t at = 0; at < text.size && count < most;) {
        size_t start = at;
        while (at < text.size && is_word_byte((unsigned char)text.data[at])) {
            at++;
        }
        if (at > start) {
            out[count++].hash = hash_word(base_slice_part(text, start, at));
        }
        at += at == start;
    }
    return count;
}

static int compare_hashes(const void *a, const void *b) {
    uint32_t x = ((const struct merge_word *)a)->hash, y = ((const struct merge_word *)b)->hash;
    return (x > y) - (x < y);
}

/* Sorted, none twice. */
static size_t collect(struct base_slice evidence, struct base_slice title, struct merge_word *out, size_t most) {
    size_t count = hash_words(title, out, hash_words(evidence, out, 0, most), most), kept = 0;
    qsort(out, count, sizeof *out, compare_hashes);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || out[i].hash != out[kept - 1].hash) {
            out[kept++] = out[i];
        }
    }
    return kept;
}

static void count_row(struct merge_words *words, struct database_statement *row) {
    enum { MOST = 256 };
    struct merge_word found[MOST];
    size_t count = collect(database_column_text(row, 0), database_column_text(row, 1), found, MOST);
    for (size_t i = 0; i < count; i++) {
        words->counts[found[i].hash % TABLE]++;
    }
    words->events++;
}

struct merge_words *merge_words_count(struct database *database) {
    struct merge_words *words = calloc(1, sizeof *words);
    if (!words) {
        database_fail(database, SAYSO_NO_MEMORY, "no memory to merge events");
        return NULL;
    }
    struct database_statement *all = database_prepare(
        database, DATABASE_MANY_ROWS,
        "SELECT t.evidence, d.title FROM telling t JOIN event e ON e.key = t.event JOIN document d ON d.key = e.document "
        "WHERE t.position = 0");
    database_query(all, NULL, 0);
    while (database_next(all)) {
        count_row(words, all);
    }
    database_finalize(all);
    return words;
}

void merge_words_free(struct merge_words *words) {
    free(words);
}

size_t merge_words_of(const struct merge_words *words, struct base_slice evidence, struct base_slice title,
                      struct merge_word *out, size_t most) {
    size_t count = collect(evidence, title, out, most);
    for (size_t i = 0; i < count; i++) {
        double events = fmax(1, words->counts[out[i].hash % TABLE]);
        out[i].weight = (float)log1p((double)words->events / events);
    }
    return count;
}
