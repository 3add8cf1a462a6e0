#include "cli/cli.h"

static int show(const struct cli_options *options, sayso_dossier *dossier) {
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    enum sayso_status status = SAYSO_OK;
    size_t count = options->path_count ? options->path_count : 1;
    for (size_t i = 0; i < count && status == SAYSO_OK; i++) {
        const char *event = options->path_count ? options->paths[i] : NULL;
        status = sayso_dossier_merged(dossier, event, options->run.format, cli_write, NULL, &error);
    }
    bool written = cli_flush();
    if (status != SAYSO_OK && status != SAYSO_STOPPED) {
        cli_print_error(&error);
        return status == SAYSO_BAD_USAGE ? CLI_BAD_USAGE : CLI_SOME_FAILED;
    }
    return written ? CLI_DONE : CLI_SOME_FAILED;
}

static int decide(const struct cli_options *options, sayso_dossier *dossier) {
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    enum sayso_status status = sayso_dossier_decide(dossier, options->decision, (const char *const *)options->paths,
                                                    options->path_count, &error);
    if (status != SAYSO_OK) {
        cli_print_error(&error);
        return status == SAYSO_BAD_USAGE ? CLI_BAD_USAGE : CLI_SOME_FAILED;
    }
    return CLI_DONE;
}

static int run(const struct cli_command *command, int argc, char **argv) {
    struct cli_options options;
    sayso_dossier *dossier;
    int exit;
    if (!cli_begin_dossier(command, argc, argv, &options, &dossier, &exit)) {
        return exit;
    }
    exit = options.has_decision ? decide(&options, dossier) : show(&options, dossier);
    sayso_dossier_close(dossier);
    return exit;
}

const struct cli_command cli_merges = {
    .name = "merges",
    .summary = "print which reports of a dossier are one event, and decide otherwise",
    .help = "Usage: sayso merges -d DOSSIER [OPTION]... [EVENT]...\n\n"
            "Prints the merged events of a dossier, or those that the events with these ids are part of: who asserts,\n"
            "doubts and denies it, and each report with its likeness to those before it. With one of the decisions\n"
            "below, merges anew and prints nothing; decisions last, whatever is added later.\n"
            "Formats: text (on a terminal), jsonl (in a pipe).\n",
    .run = run,
    .options = CLI_OPTION_DOSSIER | CLI_OPTION_FORMAT | CLI_OPTION_DECISIONS,
    .for_terminal = SAYSO_TEXT,
    .for_pipe = SAYSO_JSONL,
};
