#include "cli/cli.h"

const struct cli_command cli_read = {
    .name = "read",
    .summary = "print the article that a page holds",
    .help = "Usage: sayso read [OPTION]... FILE|DIR|-...\n\n"
            "Prints the article of each page, without what stands around it: one document record per input.\n"
            "Formats: text (on a terminal), jsonl (in a pipe), csv, table.\n",
    .run = cli_run_task,
    .options = CLI_OPTION_MODEL | CLI_OPTION_DOCUMENTS,
    .task = SAYSO_READ,
    .for_terminal = SAYSO_TEXT,
    .for_pipe = SAYSO_JSONL,
};
