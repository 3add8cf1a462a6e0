/* Records of a dossier on their way out. export.c reads them, document by document, and hands them to the format's writer;
 * each format has a file of its own. Nothing is held but the record at hand, so memory does not grow with the dossier. */
#ifndef DOSSIER_EXPORT_H
#define DOSSIER_EXPORT_H

#include "base/buffer.h"
#include "dossier/database/database.h"
#include "sayso.h"

#include <jansson.h>

/* What is known of the document that a record belongs to. Of what is missing, data is NULL. */
struct export_document {
    int64_t key;
    struct base_slice id, origin, coder, url, outlet, outlet_country, published, day, language, title;
    struct base_slice text;  /* with documents and mentions only */
    int64_t characters;      /* of the text; where the format wants them */
};

struct export_record {
    enum sayso_kind kind;
    struct base_slice line; /* the JSON record; of a document, without its text; of a mention, that of its entity */
    const json_t *json;     /* the same, parsed, where the format wants it */
    const struct export_document *document;
};

struct export {
    const struct sayso_export_options *options;
    unsigned kinds;          /* that are read */
    struct base_buffer *out; /* what a writer adds to */
    struct base_buffer cell; /* scratch of the writers */
    void *state;             /* of the format */
};

struct export_format {
    const char *name;
    unsigned kinds; /* that the format is made of; 0: those that the options name */
    bool parse;      /* does it want more than the line of claims, events and entities? */
    bool characters; /* how many the text has? */
    void (*begin)(struct export *export);
    void (*put)(struct export *export, const struct export_record *record);
    void (*end)(struct export *export); /* called whether all went well or not */
};

extern const struct export_format export_jsonl, export_csv, export_polecat, export_icews, export_gdelt_events,
    export_gdelt_mentions, export_graphml;

#endif
