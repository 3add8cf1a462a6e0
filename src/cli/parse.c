#include "cli/cli.h"

const struct cli_command cli_parse = {
    .name = "parse",
    .summary = "print sentences, tags, trees and names",
    .help = "Usage: sayso parse [OPTION]... FILE|DIR|-...\n\n"
            "Prints the sentences of each document with parts of speech, lemmas, dependency trees (Universal\n"
            "Dependencies) and names; with --all, documents and the places that they name, too.\n"
            "Formats: conllu (the default), jsonl.\n",
    .run = cli_run_task,
    .options = CLI_OPTION_MODEL | CLI_OPTION_DOCUMENTS,
    .task = SAYSO_PARSE,
    .for_terminal = SAYSO_CONLLU,
    .for_pipe = SAYSO_CONLLU,
};
