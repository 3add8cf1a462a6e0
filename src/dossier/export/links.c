#include "dossier/export/links.h"

#include "dossier/values.h"

#include <stdlib.h>
#include <xxhash.h>

/* ---- the document */

void export_links_document(struct export_links *links, int64_t document) {
    if (links->document != document) {
        links->document = document;
        json_decref(links->entities);
        links->entities = json_array();
        links->mention_count = 0;
        links->claims = 0;
        links->sorted = false;
    }
}

static bool reserve(struct export_links *links) {
    if (links->mention_count == links->mention_capacity) {
        size_t capacity = links->mention_capacity ? links->mention_capacity * 2 : 256;
        struct export_mention *mentions = realloc(links->mentions, capacity * sizeof *mentions);
        if (!mentions) {
            return false;
        }
        links->mentions = mentions;
        links->mention_capacity = capacity;
    }
    return true;
}

/* Those without a name of their own are left out: nobody could know them again. */
void export_links_add(struct export_links *links, const json_t *entity) {
    const json_t *mentions = json_object_get(entity, "mentions");
    size_t index = json_array_size(links->entities);
    if (base_slice_is(values_string(entity, "type"), "ANON") || !values_string(entity, "name").size) {
        return;
    }
    if (json_array_append(links->entities, (json_t *)(uintptr_t)entity) != 0) { /* only counts the reference */
        links->failed = true;
        return;
    }
    for (size_t i = 0; i < json_array_size(mentions) && !links->failed; i++) {
        links->failed = !reserve(links);
        if (!links->failed) {
            json_int_t start = json_integer_value(json_array_get(json_array_get(mentions, i), 0));
            links->mentions[links->mention_count++] = (struct export_mention){start, index};
        }
    }
}

void export_links_free(struct export_links *links) {
    json_decref(links->entities);
    free(links->mentions);
    free(links->seen);
    free(links->nodes);
}

/* ---- claims */

static int by_start(const void *a, const void *b) {
    const struct export_mention *left = a, *right = b;
    if (left->start != right->start) {
        return left->start < right->start ? -1 : 1;
    }
    return (left->entity > right->entity) - (left->entity < right->entity);
}

static void sort(struct export_links *links) {
    size_t count = json_array_size(links->entities);
    if (links->mention_count) {
        qsort(links->mentions, links->mention_count, sizeof *links->mentions, by_start);
    }
    if (count > links->seen_capacity) {
        free(links->seen);
        links->seen = malloc(count * sizeof *links->seen);
        links->seen_capacity = links->seen ? count : 0;
        links->failed |= !links->seen;
    }
    for (size_t i = 0; i < count && links->seen_capacity; i++) {
        links->seen[i] = 0;
    }
    links->sorted = true;
}

void export_links_start(struct export_links *links, const json_t *source) {
    if (!links->sorted) {
        sort(links);
    }
    links->source = values_string(source, "entity");
    links->claims++;
}

const json_t *export_links_named(struct export_links *links, const json_t *span, size_t *at) {
    json_int_t start = json_integer_value(json_array_get(span, 0)), end = json_integer_value(json_array_get(span, 1));
    if (*at == 0) { /* the first mention that does not start before the span */
        size_t low = 0, high = links->mention_count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (links->mentions[middle].start < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        *at = low;
    }
    for (; *at < links->mention_count && links->mentions[*at].start < end && !links->failed; ++*at) {
        size_t entity = links->mentions[*at].entity;
        if (links->seen[entity] != links->claims) {
            const json_t *found = json_array_get(links->entities, entity);
            links->seen[entity] = links->claims;
            if (!base_slice_equal(values_string(found, "id"), links->source)) {
                return found;
            }
        }
    }
    return NULL;
}

/* ---- nodes */

uint64_t export_links_node(const struct export_record *record, const json_t *party) {
    struct base_slice name = values_string(party, "name"), country = values_string(party, "country");
    struct base_slice entity = values_string(party, json_object_get(party, "entity") ? "entity" : "id");
    XXH64_hash_t hash;
    if (name.size) {
        hash = XXH3_64bits_withSeed(country.data, country.size, XXH3_64bits(name.data, name.size));
    } else {
        struct base_slice origin = record->document->origin;
        hash = XXH3_64bits_withSeed(origin.data, origin.size, XXH3_64bits(entity.data, entity.size));
    }
    return hash ? hash : 1;
}

static void insert(struct export_links *links, uint64_t node) {
    size_t at = node & (links->node_capacity - 1);
    while (links->nodes[at] && links->nodes[at] != node) {
        at = (at + 1) & (links->node_capacity - 1);
    }
    links->node_count += links->nodes[at] == 0;
    links->nodes[at] = node;
}

static void grow(struct export_links *links) {
    uint64_t *old = links->nodes;
    size_t old_capacity = links->node_capacity, capacity = old_capacity ? old_capacity * 2 : 1024;
    links->nodes = calloc(capacity, sizeof *links->nodes);
    if (!links->nodes) {
        links->nodes = old;
        links->failed = true;
        return;
    }
    links->node_capacity = capacity;
    links->node_count = 0;
    for (size_t i = 0; i < old_capacity; i++) {
        if (old[i]) {
            insert(links, old[i]);
        }
    }
    free(old);
}

bool export_links_first(struct export_links *links, uint64_t node) {
    if (links->node_count * 2 >= links->node_capacity && !links->failed) {
        grow(links);
    }
    if (links->failed) {
        return false;
    }
    size_t before = links->node_count;
    insert(links, node);
    return links->node_count > before;
}
