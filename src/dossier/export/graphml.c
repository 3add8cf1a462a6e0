/* GraphML (http://graphml.graphdrawing.org): who said what about whom. Nodes are parties, those of one name and country one
 * node, those without a name one for each document; edges go from the source of a claim to whom it was said to and to the
 * actors that its content names, and from each source of an event's chain to the event's actors and recipients.
 *
 * A node is written before the first edge that needs it; what is remembered of it are 8 bytes. */
#include "dossier/export/event.h"
#include "dossier/export/links.h"
#include "dossier/values.h"
#include "record/json.h"
#include "record/record.h"

#include <inttypes.h>
#include <stdlib.h>

static const struct {
    const char *name, *of, *type;
} keys[] = {
    {"name", "node", "string"},   {"country", "node", "string"},    {"sector", "node", "string"},
    {"kind", "edge", "string"},   {"role", "edge", "string"},       {"id", "edge", "string"},
    {"type", "edge", "string"},   {"mode", "edge", "string"},       {"cue", "edge", "string"},
    {"stance", "edge", "string"}, {"factuality", "edge", "string"}, {"link", "edge", "int"},
    {"date", "edge", "string"},   {"url", "edge", "string"},        {"document", "edge", "string"},
    {"content", "edge", "string"},
};

struct state {
    struct export_links links;
    uint64_t edges;
};

/* What all edges of a claim or of a link of a chain share. */
struct saying {
    const struct export_record *record;
    const json_t *source, *said; /* `said` has cue, stance and factuality */
    struct base_slice cue, content;
    const char *kind;
    int64_t link;
};

/* ---- XML */

/* Of the control characters, XML 1.0 allows only tab and ends of line; and neither U+FFFE nor U+FFFF. */
static void put_text(struct base_buffer *out, struct base_slice text) {
    for (size_t i = 0; i < text.size; i++) {
        struct base_slice rest = base_slice_part(text, i, text.size);
        if (base_slice_starts(rest, BASE_SLICE("\xEF\xBF\xBE")) || base_slice_starts(rest, BASE_SLICE("\xEF\xBF\xBF"))) {
            base_buffer_string(out, "\xEF\xBF\xBD");
            i += 2;
            continue;
        }
        unsigned char c = (unsigned char)text.data[i];
        switch (c) {
        case '<': base_buffer_string(out, "&lt;"); break;
        case '>': base_buffer_string(out, "&gt;"); break;
        case '&': base_buffer_string(out, "&amp;"); break;
        case '"': base_buffer_string(out, "&quot;"); break;
        default: base_buffer_char(out, c < ' ' ? ' ' : (char)c);
        }
    }
}

static void put_data(struct base_buffer *out, const char *key, struct base_slice value) {
    if (value.size) {
        base_buffer_format(out, "<data key=\"%s\">", key);
        put_text(out, value);
        base_buffer_string(out, "</data>");
    }
}

static void begin(struct export *export) {
    struct base_buffer *out = export->out;
    export->state = calloc(1, sizeof(struct state));
    out->failed |= !export->state;
    base_buffer_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        base_buffer_format(out, "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", keys[i].name, keys[i].of,
                           keys[i].name, keys[i].type);
    }
    base_buffer_string(out, "<graph id=\"sayso\" edgedefault=\"directed\">\n");
}

/* ---- nodes */

static void put_node(struct export *export, uint64_t node, const json_t *party) {
    struct state *state = export->state;
    const json_t *sectors = json_object_get(party, "sector");
    struct base_buffer *out = export->out;
    if (!export_links_first(&state->links, node)) {
        return;
    }
    base_buffer_format(out, "<node id=\"n%016" PRIx64 "\">", node);
    put_data(out, "name", export_party_name(party));
    put_data(out, "country", values_string(party, "country"));
    export->cell.size = 0;
    for (size_t i = 0; i < json_array_size(sectors); i++) {
        base_buffer_string(&export->cell, i ? ";" : "");
        base_buffer_string(&export->cell, json_string_value(json_array_get(sectors, i)));
    }
    put_data(out, "sector", (struct base_slice){export->cell.data, export->cell.size});
    base_buffer_string(out, "</node>\n");
}

/* ---- edges */

static void put_edge(struct export *export, const struct saying *saying, const json_t *target, const char *role) {
    struct state *state = export->state;
    struct base_buffer *out = export->out;
    const json_t *record = saying->record->json;
    uint64_t from = export_links_node(saying->record, saying->source), to = export_links_node(saying->record, target);
    put_node(export, from, saying->source);
    put_node(export, to, target);
    base_buffer_format(out, "<edge id=\"e%" PRIu64 "\" source=\"n%016" PRIx64 "\" target=\"n%016" PRIx64 "\">",
                       ++state->edges, from, to);
    put_data(out, "kind", base_slice_of(saying->kind));
    put_data(out, "role", base_slice_of(role));
    put_data(out, "id", values_string(record, "id"));
    put_data(out, "type", values_string(record, "type"));
    put_data(out, "mode", values_string(record, "mode"));
    put_data(out, "cue", saying->cue);
    put_data(out, "stance", values_string(saying->said, "stance"));
    put_data(out, "factuality", values_string(saying->said, "factuality"));
    if (saying->link >= 0) {
        base_buffer_format(out, "<data key=\"link\">%" PRId64 "</data>", saying->link);
    }
    put_data(out, "date", export_day(record, saying->record->document));
    put_data(out, "url", saying->record->document->url);
    put_data(out, "document", saying->record->document->id);
    put_data(out, "content", saying->content);
    base_buffer_string(out, "</edge>\n");
}

static void put_claim(struct export *export, const struct export_record *record) {
    struct state *state = export->state;
    const json_t *claim = record->json, *addressee = json_object_get(claim, "addressee");
    const json_t *content = json_object_get(claim, "content"), *spans = json_object_get(content, "spans");
    struct saying saying = {.record = record, .source = json_object_get(claim, "source"), .said = claim, .kind = "claim",
                            .cue = values_string(json_object_get(claim, "cue"), "text"),
                            .content = values_string(content, "text"), .link = -1};
    if (!json_is_object(saying.source)) {
        return;
    }
    if (json_is_object(addressee)) {
        put_edge(export, &saying, addressee, "addressee");
    }
    export_links_start(&state->links, saying.source);
    for (size_t i = 0; i < json_array_size(spans); i++) {
        const json_t *entity;
        for (size_t at = 0; (entity = export_links_named(&state->links, json_array_get(spans, i), &at)) != NULL;) {
            put_edge(export, &saying, entity, "mentioned");
        }
    }
}

static void put_side(struct export *export, const struct saying *saying, const char *side) {
    const json_t *parties = json_object_get(saying->record->json, side);
    for (size_t i = 0; i < json_array_size(parties); i++) {
        put_edge(export, saying, json_array_get(parties, i), side);
    }
}

static void put_telling(struct export *export, const struct export_record *record, const json_t *telling) {
    const json_t *chain = json_object_get(telling, "according_to");
    for (size_t i = 0; i < json_array_size(chain); i++) {
        const json_t *link = json_array_get(chain, i);
        struct saying saying = {.record = record, .source = json_object_get(link, "source"), .said = link,
                                .kind = "event", .cue = values_string(link, "cue"), .link = (int64_t)i,
                                .content = values_string(json_object_get(telling, "evidence"), "text")};
        if (json_is_object(saying.source)) {
            put_side(export, &saying, "actor");
            put_side(export, &saying, "recipient");
        }
    }
}

static void put(struct export *export, const struct export_record *record) {
    struct state *state = export->state;
    const json_t *also = json_object_get(record->json, "also");
    export_links_document(&state->links, record->document->key);
    if (record->kind == SAYSO_ENTITY) {
        export_links_add(&state->links, record->json);
    } else if (record->kind == SAYSO_CLAIM) {
        put_claim(export, record);
    } else {
        put_telling(export, record, record->json);
        for (size_t i = 0; i < json_array_size(also); i++) {
            put_telling(export, record, json_array_get(also, i));
        }
    }
    export->out->failed |= state->links.failed;
}

static void end(struct export *export) {
    struct state *state = export->state;
    base_buffer_string(export->out, "</graph>\n</graphml>\n");
    if (state) {
        export_links_free(&state->links);
    }
    free(state);
}

const struct export_format export_graphml = {.name = "graphml", .kinds = SAYSO_ENTITY | SAYSO_CLAIM | SAYSO_EVENT,
                                             .parse = true, .begin = begin, .put = put, .end = end};
