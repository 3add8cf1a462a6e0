/* sayso: news pages into event data that remembers who said so.
 *
 * The whole public interface. A `sayso_language` (model and dictionaries) is opened once, never changes, and may be
 * shared by any number of threads. A `sayso_run` turns inputs into records and hands them to a callback, in input order.
 *
 * Memory: what a function hands out through `**out` is closed by the function named beside it; bytes given to a callback
 * live until it returns. Errors: every function that can fail returns a `sayso_status` and, where a `sayso_error` is
 * given, says which input, where in it, and why. Nothing here prints, and nothing ends the process.
 */
#ifndef SAYSO_H
#define SAYSO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define SAYSO_API __attribute__((visibility("default")))
#else
#define SAYSO_API
#endif

enum sayso_status {
    SAYSO_OK = 0,
    SAYSO_BAD_INPUT,      /* an input cannot be read as what it claims to be */
    SAYSO_BAD_MODEL,      /* the model file is missing, damaged or of another version */
    SAYSO_BAD_DICTIONARY, /* a dictionary file has an error; the error names its line */
    SAYSO_BAD_USAGE,      /* an option has a value that makes no sense */
    SAYSO_NO_MEMORY,
    SAYSO_IO,             /* the system refused to read or write */
    SAYSO_STOPPED         /* a callback asked to stop */
};

/* What went wrong, for a person. `offset` counts bytes from the start of the input, `line` counts from 1; SAYSO_NOWHERE
 * and 0 where there is none. */
#define SAYSO_NOWHERE SIZE_MAX
struct sayso_error {
    char input[1024]; /* path, "-" for standard input, or id of a document */
    char reason[512];
    size_t offset;
    unsigned line;
};

/* ---- language: model and dictionaries */

typedef struct sayso_language sayso_language;

/* Opens the model file at `model_path` and lays the `dictionary_count` folders over it, later ones first in rank.
 * NULL for `model_path` takes the installed model. Closed by sayso_language_close(). */
SAYSO_API enum sayso_status sayso_language_open(const char *model_path, const char *const *dictionaries,
                                                size_t dictionary_count, sayso_language **out,
                                                struct sayso_error *error);
SAYSO_API void sayso_language_close(sayso_language *language);

/* ---- runs */

/* What is written: articles, trees, claims, events; or, as text, why each sentence gave the events that it gave. */
enum sayso_task { SAYSO_READ, SAYSO_PARSE, SAYSO_CLAIMS, SAYSO_CODE, SAYSO_EXPLAIN };
enum sayso_input { SAYSO_INPUT_AUTO, SAYSO_INPUT_PAGE, SAYSO_INPUT_TEXT, SAYSO_INPUT_JSONL, SAYSO_INPUT_WARC,
                   SAYSO_INPUT_CONLLU, SAYSO_INPUT_RECORDS };
enum sayso_format { SAYSO_TABLE, SAYSO_TEXT, SAYSO_JSONL, SAYSO_CSV, SAYSO_CONLLU };

struct sayso_options {
    enum sayso_task task;
    enum sayso_input input;
    enum sayso_format format;
    bool all;                 /* every kind of record, not the task's own only */
    unsigned jobs;            /* threads; 0: one a core */
    const char *date;         /* "YYYY-MM-DD" for documents without a publication date; NULL: none */
    unsigned width;           /* columns of a table; 0: as wide as it needs */
    bool has_at;
    size_t at;                /* where has_at: SAYSO_EXPLAIN's only sentence is the one that holds this byte of the text */
    size_t max_document;      /* bytes of one document; larger ones are an error of that input; 0: 100 MiB */
};

/* Receives output bytes, whole records at a time and in input order. Returns false to stop the run. */
typedef bool (*sayso_write)(void *context, const char *bytes, size_t size);
/* Receives one failed input; the run goes on. */
typedef void (*sayso_report)(void *context, const struct sayso_error *error);
/* Called now and then from the thread that runs sayso_run(): documents done, bytes read, bytes in all (0: not known). */
typedef void (*sayso_progress)(void *context, size_t documents, uint64_t done, uint64_t total);

struct sayso_callbacks {
    sayso_write write;
    sayso_report report;     /* may be NULL */
    sayso_progress progress; /* may be NULL */
    void *context;
};

struct sayso_counts {
    size_t documents, failed, passed_over; /* inputs coded; with an error; that hold no text (images, archives ...) */
};

/* Runs `options->task` over files, folders and "-" (standard input). An input that fails is reported and passed over; the
 * status is SAYSO_OK even then (see `counts->failed`). */
SAYSO_API enum sayso_status sayso_run(const sayso_language *language, const struct sayso_options *options,
                                      const char *const *paths, size_t path_count,
                                      const struct sayso_callbacks *callbacks, struct sayso_counts *counts,
                                      struct sayso_error *error);

/* The same for bytes in memory, called `name` in errors. */
SAYSO_API enum sayso_status sayso_run_bytes(const sayso_language *language, const struct sayso_options *options,
                                            const char *name, const void *bytes, size_t size,
                                            const struct sayso_callbacks *callbacks, struct sayso_counts *counts,
                                            struct sayso_error *error);

/* ---- dossiers: records kept in a database (docs/dossier.md) */

typedef struct sayso_dossier sayso_dossier;
enum sayso_dossier_access { SAYSO_DOSSIER_READ, SAYSO_DOSSIER_CHANGE, SAYSO_DOSSIER_ADD };

/* Opens the file `where`, or a database at postgresql://... To add, a file that is not there is made, and the tables of an
 * older version are brought up to date. Closed by sayso_dossier_close(). A dossier belongs to one thread at a time. */
SAYSO_API enum sayso_status sayso_dossier_open(const char *where, enum sayso_dossier_access access, sayso_dossier **out,
                                               struct sayso_error *error);
SAYSO_API void sayso_dossier_close(sayso_dossier *dossier);

struct sayso_added {
    size_t added;    /* documents that are new in the dossier */
    size_t replaced; /* by other records of theirs: from another program, other dictionaries, or other bytes */
    size_t known;    /* that were there already, and were not coded again */
};

/* Codes files, folders and "-" into the dossier, as sayso_run() codes them; of the options, task, format and all are not
 * looked at. Documents that are in the dossier are passed over, or, where `recode` is set, those that this language coded.
 * What `added` counts is in the dossier for good. callbacks->write is not called. */
SAYSO_API enum sayso_status sayso_add(const sayso_language *language, const struct sayso_options *options,
                                      sayso_dossier *dossier, bool recode, const char *const *paths, size_t path_count,
                                      const struct sayso_callbacks *callbacks, struct sayso_counts *counts,
                                      struct sayso_added *added, struct sayso_error *error);

/* ---- exporting: what a dossier holds, out again (docs/dossier.md) */

enum sayso_export_format { SAYSO_EXPORT_JSONL, SAYSO_EXPORT_CSV, SAYSO_EXPORT_POLECAT, SAYSO_EXPORT_ICEWS,
                           SAYSO_EXPORT_GDELT_EVENTS, SAYSO_EXPORT_GDELT_MENTIONS, SAYSO_EXPORT_GRAPHML };

/* Kinds of record, in the order in which those of a document come. */
enum sayso_kind { SAYSO_DOCUMENT = 1, SAYSO_ENTITY = 2, SAYSO_MENTION = 4, SAYSO_CLAIM = 8, SAYSO_EVENT = 16 };

/* Any of these will do; none: all will. */
struct sayso_list {
    const char *const *items;
    size_t count;
};

struct sayso_box {
    double south, west, north, east; /* degrees; a box whose west is east of its east goes over the 180th meridian */
};

struct sayso_export_options {
    enum sayso_export_format format;
    unsigned kinds;               /* sayso_kind, or-ed; 0: events. JSON lines take any number, CSV one, others none */
    bool whole;                   /* all records of the documents that are chosen, as JSON lines that can be added again */
    const char *since, *until;    /* "YYYY-MM-DD", both included; NULL: no bound */
    struct sayso_list country;    /* of a participant or of the place */
    struct sayso_list actor_country, recipient_country;
    struct sayso_list sector;     /* of a participant */
    struct sayso_list type;       /* PLOVER's */
    struct sayso_list place;      /* by name, or by id of GeoNames */
    const struct sayso_box *box;  /* in which the place lies; NULL: anywhere */
    struct sayso_list source;     /* by name: somebody among those who say so */
    struct sayso_list factuality; /* the author's of an event, the source's of a claim */
    struct sayso_list corroboration; /* of what the event is part of: "single source", "corroborated", "disputed", "denied" */
    struct sayso_list outlet;
    struct sayso_list words;      /* that the document has side by side; here all items must be there */
};

/* Writes what passes all filters, sorted by the ids of the documents, as it is at this moment. Bytes come many records at a
 * time. SAYSO_BAD_USAGE: a value makes no sense, or the format has no such kind. */
SAYSO_API enum sayso_status sayso_export(sayso_dossier *dossier, const struct sayso_export_options *options,
                                         sayso_write write, void *context, struct sayso_error *error);

/* Writes merged events, each with its reports, its sources and what makes them one: all of them by their first day, or only
 * the one that holds the event with the id `event`. Formats: SAYSO_TEXT, SAYSO_JSONL. */
SAYSO_API enum sayso_status sayso_dossier_merged(sayso_dossier *dossier, const char *event, enum sayso_format format,
                                                 sayso_write write, void *context, struct sayso_error *error);

/* What the user knows better about the events with these ids: they are an event of their own, apart from what they were
 * merged with; they and all that they were merged with are one; what was decided about them is forgotten. */
enum sayso_decision { SAYSO_APART, SAYSO_TOGETHER, SAYSO_FORGET };
SAYSO_API enum sayso_status sayso_dossier_decide(sayso_dossier *dossier, enum sayso_decision decision,
                                                 const char *const *events, size_t count, struct sayso_error *error);

/* ---- looking inside */

/* Writes what the model holds: parts, sizes, sources, licences. */
SAYSO_API enum sayso_status sayso_language_describe(const sayso_language *language, sayso_write write, void *context);

struct sayso_checks {
    size_t entries, examples;       /* rules and cues, and the sentences that show what they do */
    size_t failed, without_example; /* examples that do not give what they say; rules that have none */
    size_t refused;                 /* lines of PETRARCH dictionaries that make no sense */
    size_t never_match;             /* rules and cues that never count, whatever the text, or in no example */
    size_t shadowed, repeated;      /* others come first wherever they match; are in the same file again */
};

/* Runs the dictionaries' own examples, and writes a line for each that fails, for each line that was refused, and for each
 * entry that never counts. */
SAYSO_API enum sayso_status sayso_language_check(const sayso_language *language, sayso_write write, void *context,
                                                 struct sayso_checks *checks, struct sayso_error *error);

/* How many lines of the PETRARCH dictionaries were refused when they were loaded. */
SAYSO_API size_t sayso_language_refused(const sayso_language *language);

SAYSO_API const char *sayso_version(void);

#ifdef __cplusplus
}
#endif
#endif
