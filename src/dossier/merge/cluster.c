#include "dossier/merge/cluster.h"

#include "base/hash.h"

#include <stdlib.h>

/* Under one name or country an event is compared with at most so many clusters, the latest ones, so that the time of the
 * sweep grows with the number of events and not with its square. */
enum { MOST_COMPARED = 2048 };
/* Days that an event without a date of its own may lie before its place in the order (read.c). */
enum { LATENESS = 4 };

/* All clusters that have something in common: a name, a country, a label. */
struct posting {
    uint64_t hash;
    struct cluster **clusters;
    size_t count, capacity;
};

struct cluster_index {
    void (*close)(void *context, const struct cluster *cluster);
    void *context;
    struct posting *slots; /* a power of two of them, at most half in use; hash 0: free */
    size_t capacity, used;
    int32_t today;
};

struct cluster_index *cluster_index_new(void (*close)(void *context, const struct cluster *cluster), void *context) {
    struct cluster_index *index = calloc(1, sizeof *index);
    if (index) {
        index->close = close;
        index->context = context;
    }
    return index;
}

/* ---- lives of clusters */

static void free_cluster(struct cluster *cluster) {
    for (size_t i = 0; i < cluster->exemplar_count; i++) {
        free(cluster->exemplars[i]);
    }
    free(cluster->documents);
    free(cluster);
}

static void close_cluster(struct cluster_index *index, struct cluster *cluster) {
    if (!cluster->closed) {
        cluster->closed = true;
        index->close(index->context, cluster);
    }
}

static void release(struct cluster_index *index, struct cluster *cluster) {
    close_cluster(index, cluster);
    if (--cluster->postings == 0) {
        free_cluster(cluster);
    }
}

static bool is_over(const struct cluster_index *index, const struct cluster *cluster) {
    return !cluster->label.data && cluster->last + LATENESS < index->today;
}

/* Lets go of the clusters that nothing can join any more. */
static void prune(struct cluster_index *index, struct posting *posting) {
    size_t kept = 0;
    for (size_t i = 0; i < posting->count; i++) {
        if (is_over(index, posting->clusters[i])) {
            release(index, posting->clusters[i]);
        } else {
            posting->clusters[kept++] = posting->clusters[i];
        }
    }
    posting->count = kept;
}

void cluster_index_clear(struct cluster_index *index) {
    for (size_t i = 0; i < index->capacity; i++) {
        for (size_t k = 0; k < index->slots[i].count; k++) {
            release(index, index->slots[i].clusters[k]);
        }
        free(index->slots[i].clusters);
    }
    free(index->slots);
    index->slots = NULL;
    index->capacity = index->used = 0;
}

void cluster_index_free(struct cluster_index *index) {
    if (index) {
        cluster_index_clear(index);
        free(index);
    }
}

/* ---- the index */

static struct posting *slot_of(struct posting *slots, size_t capacity, uint64_t hash) {
    size_t at = (size_t)hash & (capacity - 1);
    while (slots[at].hash && slots[at].hash != hash) {
        at = (at + 1) & (capacity - 1);
    }
    return &slots[at];
}

static struct posting *find_posting(const struct cluster_index *index, uint64_t hash) {
    struct posting *posting = index->capacity ? slot_of(index->slots, index->capacity, hash) : NULL;
    return posting && posting->hash ? posting : NULL;
}

/* Drops the postings that became empty, and makes room for twice those that are left. */
static bool grow(struct cluster_index *index) {
    size_t live = 0, capacity = 1024;
    for (size_t i = 0; i < index->capacity; i++) {
        prune(index, &index->slots[i]);
        live += index->slots[i].count > 0;
    }
    while (capacity < live * 4) {
        capacity *= 2;
    }
    struct posting *slots = calloc(capacity, sizeof *slots);
    if (!slots) {
        return false;
    }
    for (size_t i = 0; i < index->capacity; i++) {
        struct posting *old = &index->slots[i];
        if (old->count) {
            *slot_of(slots, capacity, old->hash) = *old;
        } else {
            free(old->clusters);
        }
    }
    free(index->slots);
    index->slots = slots;
    index->capacity = capacity;
    index->used = live;
    return true;
}

static bool push(struct posting *posting, struct cluster *cluster) {
    if (posting->count == posting->capacity) {
        size_t capacity = posting->capacity ? posting->capacity * 2 : 4;
        struct cluster **clusters = realloc(posting->clusters, capacity * sizeof(struct cluster *));
        if (!clusters) {
            return false;
        }
        posting->clusters = clusters;
        posting->capacity = capacity;
    }
    posting->clusters[posting->count++] = cluster;
    cluster->postings++;
    return true;
}

static bool post(struct cluster_index *index, uint64_t hash, struct cluster *cluster) {
    if (index->used * 2 >= index->capacity && !grow(index)) {
        return false;
    }
    struct posting *posting = slot_of(index->slots, index->capacity, hash);
    index->used += !posting->hash;
    posting->hash = hash;
    for (size_t i = posting->count; i-- > 0;) {
        if (posting->clusters[i] == cluster) {
            return true;
        }
    }
    if (posting->count == posting->capacity) {
        prune(index, posting);
    }
    return push(posting, cluster);
}

/* ---- what an event is found by */

enum { MOST_HASHES = 80 };

struct hashes {
    uint64_t items[MOST_HASHES];
    size_t count;
};

static void add_hash(struct hashes *hashes, struct base_slice text, uint64_t kind) {
    uint64_t hash = (base_hash64(text) ^ kind) | 1;
    bool known = !text.size || hashes->count == MOST_HASHES;
    for (size_t i = 0; i < hashes->count && !known; i++) {
        known = hashes->items[i] == hash;
    }
    if (!known) {
        hashes->items[hashes->count++] = hash;
    }
}

static void hash_event(const struct merge_event *event, struct hashes *hashes) {
    enum { NAME = 2, COUNTRY = 4 };
    hashes->count = 0;
    for (unsigned side = 0; side < MERGE_SIDES; side++) {
        for (size_t i = 0; i < event->party_counts[side]; i++) {
            const struct merge_party *party = &event->parties[side][i];
            add_hash(hashes, party->country, COUNTRY + side * 16);
            add_hash(hashes, party->name, NAME + side * 16);
        }
    }
    add_hash(hashes, event->country, COUNTRY);
}

static uint64_t hash_label(struct base_slice label) {
    enum { LABEL = 8 };
    return (base_hash64(label) ^ LABEL) | 1;
}

/* An event without names and countries is found by nothing else, and its cluster is closed as others are. */
static uint64_t hash_own(int64_t key) {
    enum { OWN = 32 };
    return (base_hash64((struct base_slice){(const char *)&key, sizeof key}) ^ OWN) | 1;
}

/* ---- joining */

static bool has_document(const struct cluster *cluster, int64_t document) {
    for (size_t i = 0; i < cluster->document_count; i++) {
        if (cluster->documents[i] == document) {
            return true;
        }
    }
    return false;
}

/* The likeness to the most similar of its events; 0 where it contradicts any of them. */
static struct merge_similarity compare(const struct cluster *cluster, const struct merge_event *event) {
    struct merge_similarity best = {0};
    for (size_t i = 0; i < cluster->exemplar_count; i++) {
        struct merge_similarity same = merge_compare(cluster->exemplars[i], event);
        if (same.all <= 0) {
            return same;
        }
        best = same.all > best.all ? same : best;
    }
    return best;
}

static struct cluster *find_by_label(struct cluster_index *index, const struct merge_event *event,
                                     struct merge_similarity *same) {
    const struct posting *posting = find_posting(index, hash_label(event->label));
    for (size_t i = 0; posting && i < posting->count; i++) {
        if (base_slice_equal(posting->clusters[i]->label, event->label)) {
            *same = compare(posting->clusters[i], event);
            return posting->clusters[i];
        }
    }
    return NULL;
}

/* The better one of `best` and the clusters of the posting; of equals the older one. */
static struct cluster *find_better(const struct posting *posting, const struct merge_event *event, struct cluster *best,
                                   struct merge_similarity *same) {
    size_t first = posting->count > MOST_COMPARED ? posting->count - MOST_COMPARED : 0;
    for (size_t i = first; i < posting->count; i++) {
        struct cluster *cluster = posting->clusters[i];
        bool free = cluster != best && !(cluster->label.data && event->label.data) &&
                    !has_document(cluster, event->document);
        struct merge_similarity now = free ? compare(cluster, event) : (struct merge_similarity){0};
        if (now.all >= MERGE_SAME &&
            (!best || now.all > same->all || (now.all >= same->all && cluster->key < best->key))) {
            best = cluster;
            *same = now;
        }
    }
    return best;
}

struct cluster *cluster_find(struct cluster_index *index, const struct merge_event *event, struct merge_similarity *same) {
    struct cluster *best = event->label.data ? find_by_label(index, event, same) : NULL;
    struct hashes hashes;
    if (best || !event->has_days) {
        return best;
    }
    index->today = event->dated ? event->first : event->last;
    hash_event(event, &hashes);
    for (size_t i = 0; i < hashes.count; i++) {
        struct posting *posting = find_posting(index, hashes.items[i]);
        if (posting) {
            prune(index, posting);
            best = find_better(posting, event, best, same);
        }
    }
    return best;
}

static bool note_document(struct cluster *cluster, int64_t document) {
    if (cluster->document_count == cluster->document_capacity) {
        size_t capacity = cluster->document_capacity ? cluster->document_capacity * 2 : 4;
        int64_t *documents = realloc(cluster->documents, capacity * sizeof *documents);
        if (!documents) {
            return false;
        }
        cluster->documents = documents;
        cluster->document_capacity = capacity;
    }
    cluster->documents[cluster->document_count++] = document;
    return true;
}

bool cluster_join(struct cluster_index *index, struct cluster *cluster, struct merge_event *event) {
    struct hashes hashes;
    hash_event(event, &hashes);
    cluster->last = event->has_days && event->last > cluster->last ? event->last : cluster->last;
    bool done = note_document(cluster, event->document);
    bool kept = cluster->exemplar_count < CLUSTER_EXEMPLARS || (event->label.data && !cluster->label.data);
    for (size_t i = 0; kept && done && i < hashes.count; i++) {
        done = post(index, hashes.items[i], cluster);
    }
    if (done && event->label.data && !cluster->label.data) {
        cluster->label = event->label;
        done = post(index, hash_label(event->label), cluster);
    }
    if (!kept) {
        free(event);
    } else if (cluster->exemplar_count < CLUSTER_EXEMPLARS) {
        cluster->exemplars[cluster->exemplar_count++] = event;
    } else { /* its label must live as long as the cluster */
        free(cluster->exemplars[CLUSTER_EXEMPLARS - 1]);
        cluster->exemplars[CLUSTER_EXEMPLARS - 1] = event;
    }
    return done;
}

struct cluster *cluster_start(struct cluster_index *index, int64_t key, struct merge_event *event) {
    struct cluster *cluster = calloc(1, sizeof *cluster);
    if (!cluster) {
        free(event);
        return NULL;
    }
    cluster->key = key;
    cluster->last = event->last;
    bool done = post(index, hash_own(key), cluster) && cluster_join(index, cluster, event);
    if (!cluster->postings) { /* nobody will ever find it */
        free(event);
        free(cluster);
    }
    return done ? cluster : NULL;
}
