/* One document on its way through a run: what came in, and what goes out. Made by the thread that reads the inputs, worked on
 * by one of the pool's, finished by the first again. */
#ifndef LIBRARY_ITEM_H
#define LIBRARY_ITEM_H

#include "base/buffer.h"
#include "dossier/dossier.h"
#include "library/language.h"

enum library_item_kind { LIBRARY_PAGE, LIBRARY_TEXT, LIBRARY_JSON, LIBRARY_CONLLU, LIBRARY_RECORDS };

struct library_item {
    enum library_item_kind kind;
    char *payload;                 /* owned */
    size_t size;
    char *path;                    /* owned; as given or found */
    char *url, *charset;           /* as the container says, owned; empty: not said */
    size_t offset;                 /* of the payload in the unwrapped input */
    unsigned line;                 /* where it starts, of inputs that are read by lines; 0: of others */
    bool has_offset;

    bool id_given;                 /* by the input itself: must not come twice */
    char id_hash[65];              /* of the given id */
    struct base_buffer out;        /* the records */
    struct records *records;       /* where they go into a dossier, in place of `out` */
    bool known;                    /* the dossier has it: it was not coded */
    enum sayso_status status;
    struct sayso_error error;
};

/* The dossier that a run adds to. */
struct library_target {
    struct dossier_batch *batch;
    struct dossier_index *index;
    const char *coder;             /* documents that others coded are coded again; NULL: they are left as they are */
};

/* Reads the item's payload, codes it as the options say, and writes its records into `item->out`, or sets its error. With a
 * target the records are parsed for it, and what it has is not coded. The arena is that of the thread; it is cleared
 * first. */
void library_code_item(const struct sayso_language *language, const struct sayso_options *options,
                       const struct library_target *target, struct base_arena *arena, struct library_item *item);
/* page_read_text() for a document that is expected to be in the model's language. */
enum sayso_status library_read_text(const struct sayso_language *language, struct base_slice text,
                                    struct document *document, struct sayso_error *error);
/* Takes a document that has its text through all the rooms, up to the events. */
void library_code_document(const struct sayso_language *language, struct document *document);
/* Fills in the document from a line of JSON: {"id", "url", "title", "published", "text" | "html"}. */
enum sayso_status library_read_json(const struct sayso_language *language, struct library_item *item,
                                    struct document *document);
void library_free_item(struct library_item *item);

#endif
