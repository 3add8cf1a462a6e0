/* Dossiers of made-up records, for the tests of the room. */
#ifndef TESTS_DOSSIER_MADE_H
#define TESTS_DOSSIER_MADE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "dossier/dossier.h"

/* One document with one event; what is NULL is null. */
struct made {
    const char *id, *outlet, *day;
    const char *type;
    const char *actor, *actor_country, *recipient, *recipient_country;
    const char *place;      /* the inside of a JSON object: name, country, lat, lon */
    const char *date;       /* of the event */
    const char *factuality; /* the author's; with a source, what the source commits to, and the author Uu */
    const char *source;
    const char *evidence;
};

static inline void made_string(struct base_buffer *out, const char *key, const char *value) {
    base_buffer_format(out, value ? "\"%s\":\"%s\"," : "\"%s\":null,", key, value);
}

static inline void made_party(struct base_buffer *out, const char *key, const char *name, const char *country) {
    base_buffer_format(out, "\"%s\":[", key);
    if (name) {
        base_buffer_string(out, "{\"text\":null,\"span\":[0,1],\"entity\":null,");
        made_string(out, "name", name);
        made_string(out, "country", country);
        base_buffer_string(out, "\"sector\":[\"GOV\"]}");
    }
    base_buffer_string(out, "],");
}

static inline void made_document(struct base_buffer *out, const struct made *made) {
    base_buffer_string(out, "{\"kind\":\"document\",");
    made_string(out, "id", made->id);
    base_buffer_format(out, "\"sha256\":\"of %s\",\"input\":{\"path\":\"made\",\"offset\":null},\"outlet\":{", made->id);
    made_string(out, "name", made->outlet);
    base_buffer_string(out, "\"country\":null},");
    made_string(out, "published", made->day);
    base_buffer_format(out, "\"url\":\"https://made.example/%s\",\"text\":\"%s\"}\n", made->id, made->evidence);
}

static inline void made_event(struct base_buffer *out, const struct made *made) {
    base_buffer_format(out, "{\"kind\":\"event\",\"id\":\"%s#e1\",\"doc\":\"%s\",", made->id, made->id);
    made_string(out, "type", made->type);
    made_party(out, "actor", made->actor, made->actor_country);
    made_party(out, "recipient", made->recipient, made->recipient_country);
    if (made->place) {
        base_buffer_format(out, "\"place\":{%s,\"precision\":\"city\"},", made->place);
    }
    if (made->date) {
        base_buffer_format(out, "\"date\":{\"start\":\"%s\",\"end\":\"%s\"},", made->date, made->date);
    }
    made_string(out, "factuality", made->source ? "Uu" : made->factuality);
    base_buffer_string(out, "\"according_to\":[");
    if (made->source) {
        base_buffer_format(out, "{\"source\":{\"text\":\"%s\",\"name\":\"%s\",\"country\":null},\"factuality\":\"%s\"}",
                           made->source, made->source, made->factuality);
    }
    base_buffer_format(out, "],\"evidence\":{\"sentence\":0,\"span\":[0,1],\"text\":\"%s\"},\"also\":[]}\n", made->evidence);
}

static inline struct sayso_dossier *made_open(const char *path) {
    struct sayso_dossier *dossier = NULL;
    struct sayso_error error = {.reason = ""};
    if (sayso_dossier_open(path, SAYSO_DOSSIER_ADD, &dossier, &error) != SAYSO_OK) {
        fail_msg("%s: %s", path, error.reason);
    }
    return dossier;
}

/* A new dossier in a file that made_close() removes; `path` must hold 64 bytes. */
static inline struct sayso_dossier *made_new(char *path) {
    snprintf(path, 64, "/tmp/sayso-test-%ld-XXXXXX", (long)getpid());
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    return made_open(path);
}

static inline void made_close(struct sayso_dossier *dossier, const char *path) {
    char other[80];
    sayso_dossier_close(dossier);
    unlink(path);
    snprintf(other, sizeof other, "%s-wal", path);
    unlink(other);
    snprintf(other, sizeof other, "%s-shm", path);
    unlink(other);
}

/* Adds them in this order and settles. */
static inline void made_add(struct sayso_dossier *dossier, const struct made *const *all, size_t count) {
    struct sayso_error error = {.reason = ""};
    struct dossier_batch *batch = dossier_batch_open(dossier, "test", false, &error);
    assert_non_null(batch);
    for (size_t i = 0; i < count; i++) {
        struct base_buffer lines = {0};
        made_document(&lines, all[i]);
        made_event(&lines, all[i]);
        struct records *records = records_parse(&lines, &error);
        if (!records || dossier_batch_add(batch, records, &error) != SAYSO_OK) {
            fail_msg("%s: %s", all[i]->id, error.reason);
        }
    }
    if (dossier_batch_commit(batch, &error) != SAYSO_OK || dossier_settle(dossier, &error) != SAYSO_OK) {
        fail_msg("%s", error.reason);
    }
    dossier_batch_close(batch);
}

#endif
