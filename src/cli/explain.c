#include "cli/cli.h"

const struct cli_command cli_explain = {
    .name = "explain",
    .summary = "print why a sentence was coded as it was, or not",
    .help = "Usage: sayso explain [--at BYTE] [OPTION]... FILE|DIR|-...\n\n"
            "Prints for each sentence its dependency tree, names, entities, places, dates and claims, and for each of its\n"
            "predicates the rules that matched or nearly did, with file and line, and the event, or why there is none.\n",
    .run = cli_run_task,
    .options = CLI_OPTION_MODEL | CLI_OPTION_INPUTS | CLI_OPTION_AT,
    .task = SAYSO_EXPLAIN,
    .for_terminal = SAYSO_TEXT,
    .for_pipe = SAYSO_TEXT,
};
