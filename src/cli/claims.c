#include "cli/cli.h"

const struct cli_command cli_claims = {
    .name = "claims",
    .summary = "print who said what, and how sure they were",
    .help = "Usage: sayso claims [OPTION]... FILE|DIR|-...\n\n"
            "Prints the claims of each document: source, cue, content, stance and factuality.\n"
            "Formats: table (on a terminal), jsonl (in a pipe), csv.\n",
    .run = cli_run_task,
    .options = CLI_OPTION_MODEL | CLI_OPTION_DOCUMENTS,
    .task = SAYSO_CLAIMS,
    .for_terminal = SAYSO_TABLE,
    .for_pipe = SAYSO_JSONL,
};
