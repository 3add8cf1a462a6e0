/* Dictionaries of TABARI and PETRARCH (eventdata.parusanalytics.com) as they are: actors with dated CAMEO codes, agents
 * with substitution sets. docs/dictionaries.md says what becomes of them.
 *
 * Takes: names and bytes of files, which outlive the lexicon. Promises: what makes no sense is refused line by line, as
 * those programs do, and kept in lexicon->refused; a file of which nothing makes sense is an error.
 */
#ifndef LEXICON_PETRARCH_H
#define LEXICON_PETRARCH_H

#include "lexicon/load.h"

/* Lays the file over what was loaded before, whatever it holds. */
enum sayso_status lexicon_load_petrarch(struct lexicon *lexicon, struct base_slice name, struct base_slice bytes,
                                        struct sayso_error *error);

/* ---- for petrarch_*.c only */

struct petrarch_file {
    struct lexicon *lexicon;
    struct lexicon_reader *reader;
    struct base_slice line;          /* the one that was read last, without comment */
    size_t taken;                    /* actors or agents */
    struct lexicon_table countries;  /* code: entry */
    struct lexicon_table given;      /* first words of people's names, in lower case */
};

/* What a code says: "AFGGOVMIL", "IGOUNO", "~COP". */
struct petrarch_code {
    char country[4];                 /* empty: of none, or of a region */
    char sector[DOCUMENT_SECTORS][4];
    bool is_nobody;                  /* "---" */
    bool is_state;                   /* a country that is known, and nothing else */
    bool is_region;
};

/* petrarch.c */
bool petrarch_read_line(struct petrarch_file *file);
void petrarch_refuse(struct petrarch_file *file, unsigned line, const char *reason, struct base_slice what);
/* "ABU_NIDAL_" as "Abu Nidal". */
struct base_slice petrarch_readable(struct base_arena *arena, struct base_slice name);

/* petrarch_codes.c */
bool petrarch_read_code(const struct petrarch_file *file, struct base_slice text, struct petrarch_code *code);
/* "", "YYMMDD-YYMMDD", "<YYMMDD", ">YYYYMMDD" */
bool petrarch_read_dates(struct base_slice text, struct lexicon_role *role);
/* The country's entry; LEXICON_NOTHING: not known. */
uint32_t petrarch_country(const struct petrarch_file *file, const char *code);
bool petrarch_is_international(const char *code);

/* petrarch_actors.c, petrarch_agents.c */
void petrarch_load_actors(struct petrarch_file *file);
void petrarch_load_agents(struct petrarch_file *file);

#endif
