#include "cli/cli.h"

const struct cli_command cli_code = {
    .name = "code",
    .summary = "print events: who did what to whom, according to whom",
    .help = "Usage: sayso code [OPTION]... FILE|DIR|-...\n\n"
            "Prints the events of each document, coded after PLOVER, with place, date, factuality and the chain\n"
            "of sources that they are reported by.\n"
            "Formats: table (on a terminal), jsonl (in a pipe), csv.\n",
    .run = cli_run_task,
    .options = CLI_OPTION_MODEL | CLI_OPTION_DOCUMENTS,
    .task = SAYSO_CODE,
    .for_terminal = SAYSO_TABLE,
    .for_pipe = SAYSO_JSONL,
};
