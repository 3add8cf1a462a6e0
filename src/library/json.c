#include "library/item.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <jansson.h>

static void close_json(void *holder) {
    json_decref(*(json_t **)holder);
}

static enum sayso_status refuse(struct library_item *item, size_t at, const char *reason) {
    return base_error_set(&item->error, SAYSO_BAD_INPUT, item->offset + at, item->line, "%s", reason);
}

static enum sayso_status load(struct library_item *item, struct document *document, json_t **out) {
    /* The holder comes first: taking its memory after the object is made could leave without closing it. */
    json_t **holder = base_arena_take(document->arena, sizeof *holder);
    base_arena_defer(document->arena, close_json, holder);
    struct base_slice line = base_utf8_mend(document->arena, (struct base_slice){item->payload, item->size},
                                            &document->mended);
    json_error_t error;
    *holder = json_loadb(line.data, line.size, JSON_ALLOW_NUL, &error);
    if (!*holder) {
        return base_error_set(&item->error, SAYSO_BAD_INPUT, item->offset + (size_t)error.position, item->line, "JSON: %s",
                              error.text);
    }
    *out = *holder;
    return json_is_object(*out) ? SAYSO_OK : refuse(item, 0, "a line of JSON that is no object");
}

/* A string of the object; data NULL where there is none, or null. False: it is something else. */
static bool get_string(const json_t *object, const char *key, struct base_slice *out) {
    const json_t *value = json_object_get(object, key);
    *out = (struct base_slice){0};
    if (json_is_string(value)) {
        *out = (struct base_slice){json_string_value(value), json_string_length(value)};
    }
    return !value || json_is_null(value) || json_is_string(value);
}

static bool get_id(struct document *document, const json_t *object) {
    const json_t *value = json_object_get(object, "id");
    if (json_is_integer(value)) {
        document->id = base_arena_format(document->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        return true;
    }
    return get_string(object, "id", &document->id);
}

static void note_id(struct library_item *item, struct document *document) {
    if (document->id.size) {
        item->id_given = true;
        base_sha256_hex(document->id, item->id_hash);
    } else {
        document->id = (struct base_slice){0};
    }
}

static enum sayso_status read_body(const struct sayso_language *language, struct library_item *item,
                                   struct document *document, struct base_slice html, struct base_slice text) {
    char *digest = base_arena_take(document->arena, 65);
    base_sha256_hex(html.data ? html : text, digest);
    document->sha256 = base_slice_of(digest);
    if (html.data) {
        struct page_input input = {.bytes = html, .is_unicode = true};
        return page_read(language->page, &input, document, &item->error);
    }
    return library_read_text(language, text, document, &item->error);
}

/* Feeds write dates in many ways; one that cannot be read is kept as it is written. */
static void set_published(const struct sayso_language *language, struct document *document,
                          struct base_slice published) {
    int32_t day;
    document->published = published;
    if (!document_parse_day(published, &day)) {
        struct base_slice date = page_iso_date(language->page, document->arena, published);
        document->published = date.data ? date : published;
    }
}

enum sayso_status library_read_json(const struct sayso_language *language, struct library_item *item,
                                    struct document *document) {
    json_t *object = NULL;
    struct base_slice title, published, text, html;
    enum sayso_status status = load(item, document, &object);
    if (status != SAYSO_OK) {
        return status;
    }
    if (!get_id(document, object)) {
        return refuse(item, 0, "\"id\" is neither a string nor a whole number");
    }
    if (!get_string(object, "url", &document->url) || !get_string(object, "title", &title) ||
        !get_string(object, "published", &published) || !get_string(object, "text", &text) ||
        !get_string(object, "html", &html)) {
        return refuse(item, 0, "\"url\", \"title\", \"published\", \"text\" or \"html\" is no string");
    }
    if (!text.data == !html.data) {
        return refuse(item, 0, text.data ? "both \"text\" and \"html\"" : "neither \"text\" nor \"html\"");
    }
    note_id(item, document);
    status = read_body(language, item, document, html, text);
    if (title.size) {
        document->title = title;
    }
    if (published.size && status == SAYSO_OK) {
        set_published(language, document, published);
    }
    return status;
}
