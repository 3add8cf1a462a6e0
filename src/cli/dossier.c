#include "cli/cli.h"

#include <unistd.h>

bool cli_parse_dossier(const struct cli_command *command, int argc, char **argv, struct cli_options *options, int *exit) {
    *exit = CLI_BAD_USAGE;
    if (!cli_parse_options(command, argc, argv, options)) {
        return false;
    }
    if (options->help) {
        cli_print_help(command);
        *exit = cli_flush() ? CLI_DONE : CLI_SOME_FAILED;
        return false;
    }
    if (!options->dossier) {
        cli_complain("%s: no dossier: name one with -d FILE", command->name);
        return false;
    }
    return true;
}

bool cli_begin_dossier(const struct cli_command *command, int argc, char **argv, struct cli_options *options,
                       sayso_dossier **dossier, int *exit) {
    if (!cli_parse_dossier(command, argc, argv, options, exit)) {
        return false;
    }
    if (!options->has_format) {
        options->run.format = isatty(STDOUT_FILENO) == 1 ? command->for_terminal : command->for_pipe;
    }
    enum sayso_dossier_access access = options->has_decision ? SAYSO_DOSSIER_CHANGE : SAYSO_DOSSIER_READ;
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    if (sayso_dossier_open(options->dossier, access, dossier, &error) != SAYSO_OK) {
        cli_print_error(&error);
        *exit = CLI_SOME_FAILED;
        return false;
    }
    return true;
}
