#include "cli/cli.h"

static int run(const struct cli_command *command, int argc, char **argv) {
    sayso_language *language;
    int exit;
    if (!cli_begin(command, argc, argv, &language, &exit)) {
        return exit;
    }
    sayso_language_describe(language, cli_write, NULL);
    sayso_language_close(language);
    return cli_flush() ? CLI_DONE : CLI_SOME_FAILED;
}

const struct cli_command cli_model = {
    .name = "model",
    .summary = "print what the model file holds",
    .help = "Usage: sayso model [OPTION]...\n\n"
            "Prints the parts of the model file with their sizes, where they come from and under which licences.\n",
    .run = run,
    .options = CLI_OPTION_MODEL,
};
