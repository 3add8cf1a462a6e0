/* JSON-LD with schema.org's vocabulary: articles and the pages that hold them. */
#include <jansson.h>

#include "page/metadata.h"

enum { VISITS = 4096 }; /* objects looked at, at most; a page needs a dozen */

static struct base_slice text_of(struct base_arena *arena, const json_t *value) {
    if (!json_is_string(value)) {
        return (struct base_slice){0};
    }
    struct base_slice text = {json_string_value(value), json_string_length(value)};
    return base_slice_trim(page_dom_unescape(arena, text));
}

static bool type_ends(const json_t *type, const char *ending) {
    if (json_is_array(type)) {
        type = json_array_get(type, 0);
    }
    const char *name = json_string_value(type);
    return name && base_slice_ends(base_slice_of(name), base_slice_of(ending));
}

/* "name" of a person or organisation, or the string itself; of an array, of each. */
static void add_authors(struct base_arena *arena, const json_t *author, struct page_metadata *metadata) {
    size_t count = json_is_array(author) ? json_array_size(author) : 1;
    for (size_t i = 0; i < count && i < 20; i++) {
        const json_t *one = json_is_array(author) ? json_array_get(author, i) : author;
        const json_t *name = json_is_object(one) ? json_object_get(one, "name") : one;
        name = json_is_array(name) ? json_array_get(name, 0) : name;
        page_metadata_author(arena, metadata, text_of(arena, name));
    }
}

static void read_article(struct base_arena *arena, const json_t *object, struct page_metadata *metadata) {
    struct base_slice body = text_of(arena, json_object_get(object, "articleBody"));
    page_metadata_title(arena, metadata, text_of(arena, json_object_get(object, "headline")));
    page_metadata_date(&metadata->published, &metadata->published_rank,
                       text_of(arena, json_object_get(object, "datePublished")), PAGE_RANK_STRUCTURED);
    page_metadata_date(&metadata->modified, &metadata->modified_rank,
                       text_of(arena, json_object_get(object, "dateModified")), PAGE_RANK_STRUCTURED);
    const json_t *publisher = json_object_get(object, "publisher");
    struct base_slice name = text_of(arena, json_object_get(publisher, "name"));
    metadata->publisher = metadata->publisher.size ? metadata->publisher : name;
    metadata->body = body.size > metadata->body.size ? body : metadata->body;
    add_authors(arena, json_object_get(object, "author"), metadata);
}

static void visit(struct base_arena *arena, json_t *root, struct page_metadata *metadata) {
    BASE_VECTOR(json_t *) open = {0};
    BASE_PUSH(arena, &open, root);
    for (size_t i = 0; i < open.count && i < VISITS; i++) {
        json_t *value = open.items[i], *child;
        size_t index;
        const char *key;
        if (json_is_array(value)) {
            json_array_foreach(value, index, child) {
                BASE_PUSH(arena, &open, child);
            }
        } else if (json_is_object(value)) {
            json_t *type = json_object_get(value, "@type");
            if (type_ends(type, "Article") || type_ends(type, "Posting") || type_ends(type, "Report")) {
                read_article(arena, value, metadata);
                continue; /* articles inside an article are others */
            }
            json_object_foreach(value, key, child) {
                if (strcmp(key, "@graph") == 0 || strcmp(key, "mainEntity") == 0 ||
                    strcmp(key, "mainEntityOfPage") == 0) {
                    BASE_PUSH(arena, &open, child);
                }
            }
        }
    }
}

static void release(void *json) {
    json_decref(json);
}

void page_jsonld_read(struct base_arena *arena, struct base_slice script, struct page_metadata *metadata) {
    /* Line breaks inside strings are not JSON, but common. */
    char *copy = base_arena_string(arena, script);
    for (size_t i = 0; i < script.size; i++) {
        if ((unsigned char)copy[i] < 0x20) {
            copy[i] = ' ';
        }
    }
    struct base_slice text = base_slice_trim((struct base_slice){copy, script.size});
    size_t start = 0;
    while (start < text.size && text.data[start] != '{' && text.data[start] != '[') {
        start++;
    }
    json_t *root = json_loadb(text.data + start, text.size - start, JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, NULL);
    if (root) {
        base_arena_defer(arena, release, root);
        visit(arena, root, metadata);
    }
}
