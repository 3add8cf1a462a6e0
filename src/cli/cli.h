/* The sayso program: options in, records out. All that it does with documents is in the library (sayso.h). */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "sayso.h"

/* Exit codes. */
enum { CLI_DONE = 0, CLI_SOME_FAILED = 1, CLI_BAD_USAGE = 2 };

/* Which options a command takes. */
enum { CLI_OPTION_MODEL = 1, CLI_OPTION_INPUTS = 2, CLI_OPTION_RECORDS = 4, CLI_OPTION_AT = 8,
       CLI_OPTION_JOBS = 16, CLI_OPTION_DOSSIER = 32, CLI_OPTION_ADD = 64,
       CLI_OPTION_FORMAT = 128, CLI_OPTION_DECISIONS = 256,
       CLI_OPTION_DOCUMENTS = CLI_OPTION_INPUTS | CLI_OPTION_RECORDS | CLI_OPTION_FORMAT | CLI_OPTION_JOBS };

struct cli_command {
    const char *name, *summary;
    const char *help; /* what it does and prints; the list of options follows it */
    int (*run)(const struct cli_command *command, int argc, char **argv); /* argv[0] is the command's name */
    unsigned options; /* CLI_OPTION_..., or-ed */
    enum sayso_task task;
    enum sayso_format for_terminal, for_pipe;
};

extern const struct cli_command cli_read, cli_parse, cli_claims, cli_code, cli_explain, cli_model, cli_check,
    cli_add, cli_export, cli_merges;

enum { CLI_MOST_DICTIONARIES = 64 };

struct cli_options {
    struct sayso_options run;
    bool has_format, help;
    bool recode, has_decision;
    enum sayso_decision decision;
    const char *dossier; /* NULL: none named */
    const char *model;
    const char *dictionaries[CLI_MOST_DICTIONARIES];
    size_t dictionary_count;
    char **paths;
    size_t path_count;
};

/* Parses the options of a command. False: something is wrong, and it has been said on standard error. */
bool cli_parse_options(const struct cli_command *command, int argc, char **argv, struct cli_options *options);
void cli_print_help(const struct cli_command *command);

/* Opens the model that the options name; else the installed one, else the one beside the program. */
enum sayso_status cli_open_language(const struct cli_options *options, sayso_language **out);

/* Says on standard error how many lines of dictionaries were refused, if any. */
void cli_note_refused(const sayso_language *language);

/* The common start of commands that take no documents: options, help, the model. False: the command is over, with *exit. */
bool cli_begin(const struct cli_command *command, int argc, char **argv, sayso_language **language, int *exit);

/* Options, help, and that a dossier is named. False: the command is over, with *exit. */
bool cli_parse_dossier(const struct cli_command *command, int argc, char **argv, struct cli_options *options, int *exit);
/* The common start of commands that only need a dossier that is there: options, help, their default format, the dossier. False:
 * the command is over, with *exit. */
bool cli_begin_dossier(const struct cli_command *command, int argc, char **argv, struct cli_options *options,
                       sayso_dossier **dossier, int *exit);

/* The commands that turn documents into records. */
int cli_run_task(const struct cli_command *command, int argc, char **argv);

/* "sayso: FILE: line 3, byte 120: reason" on standard error. */
void cli_print_error(const struct sayso_error *error);
/* A message of our own, as printf() takes it. */
void cli_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Writes to standard output; false, once and for all, when it cannot be written. */
bool cli_write(void *context, const char *bytes, size_t size);
/* Writes out what is held back; false where any of it was lost, and then it has been said. */
bool cli_flush(void);

#endif
