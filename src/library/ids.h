/* The ids that the inputs of a run gave to their documents, so that none comes twice: 16 bytes each. */
#ifndef LIBRARY_IDS_H
#define LIBRARY_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct library_id {
    uint64_t high, low;
};

struct library_ids {
    struct library_id *slots; /* a power of two of them, at most half in use; both halves 0: free */
    size_t capacity, count;
};

enum library_ids_answer { LIBRARY_ID_NEW, LIBRARY_ID_SEEN, LIBRARY_ID_NO_MEMORY };

/* By the SHA-256 of the id, of which it keeps the first half. */
enum library_ids_answer library_ids_add(struct library_ids *ids, const char hash[65]);
void library_ids_free(struct library_ids *ids);

#endif
