#include "cli/cli.h"
#include "cli/progress.h"

#include <stdio.h>

static void print_added(const struct sayso_added *added, const struct sayso_counts *counts) {
    char line[256];
    int size = snprintf(line, sizeof line, "%zu added, %zu replaced, %zu known, %zu failed, %zu passed over\n",
                        added->added, added->replaced, added->known, counts->failed, counts->passed_over);
    cli_write(NULL, line, (size_t)size);
}

static int add(struct cli_options *options, const sayso_language *language, sayso_dossier *dossier) {
    struct cli_progress progress;
    struct sayso_counts counts;
    struct sayso_added added;
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    cli_progress_begin(&progress);
    struct sayso_callbacks callbacks = {NULL, cli_progress_report, progress.on ? cli_progress_advance : NULL, &progress};
    enum sayso_status status = sayso_add(language, &options->run, dossier, options->recode,
                                         (const char *const *)options->paths, options->path_count, &callbacks, &counts,
                                         &added, &error);
    cli_progress_clear(&progress);
    if (status != SAYSO_OK) {
        cli_print_error(&error);
    }
    print_added(&added, &counts);
    bool written = cli_flush();
    return status == SAYSO_BAD_USAGE                              ? CLI_BAD_USAGE
           : written && status == SAYSO_OK && counts.failed == 0 ? CLI_DONE
                                                                  : CLI_SOME_FAILED;
}

static int run(struct cli_options *options) {
    sayso_language *language;
    sayso_dossier *dossier;
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    if (cli_open_language(options, &language) != SAYSO_OK) {
        return CLI_BAD_USAGE;
    }
    cli_note_refused(language);
    int exit = CLI_SOME_FAILED;
    if (sayso_dossier_open(options->dossier, SAYSO_DOSSIER_ADD, &dossier, &error) == SAYSO_OK) {
        exit = add(options, language, dossier);
        sayso_dossier_close(dossier);
    } else {
        cli_print_error(&error);
    }
    sayso_language_close(language);
    return exit;
}

static int run_add(const struct cli_command *command, int argc, char **argv) {
    struct cli_options options;
    int exit;
    return cli_parse_dossier(command, argc, argv, &options, &exit) ? run(&options) : exit;
}

const struct cli_command cli_add = {
    .name = "add",
    .summary = "code documents into a dossier, a database that keeps their records",
    .help = "Usage: sayso add -d DOSSIER [OPTION]... FILE|DIR|-...\n\n"
            "Codes documents and keeps their records in a dossier: a SQLite file, made where there is none, or a\n"
            "PostgreSQL database. A document that is there already is passed over, so the same command again goes\n"
            "on where it was stopped, and several may run at once. Without input, a dossier of an older version\n"
            "is brought up to date.\n",
    .run = run_add,
    .options = CLI_OPTION_MODEL | CLI_OPTION_INPUTS | CLI_OPTION_JOBS | CLI_OPTION_DOSSIER | CLI_OPTION_ADD,
    .task = SAYSO_CODE,
};
