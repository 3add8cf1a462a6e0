#include "cli/cli.h"

static int run(const struct cli_command *command, int argc, char **argv) {
    struct cli_options options;
    if (!cli_parse_options(command, argc, argv, &options)) {
        return CLI_BAD_USAGE;
    }
    if (options.help) {
        cli_print_help(command);
        return cli_flush() ? CLI_DONE : CLI_SOME_FAILED;
    }
    if (options.path_count) {
        cli_complain("model: \"%s\" is one word too many (--model FILE names a model)", options.paths[0]);
        return CLI_BAD_USAGE;
    }
    sayso_language *language;
    if (cli_open_language(&options, &language) != SAYSO_OK) {
        return CLI_BAD_USAGE;
    }
    sayso_language_describe(language, cli_write, NULL);
    sayso_language_close(language);
    return cli_flush() ? CLI_DONE : CLI_SOME_FAILED;
}

const struct cli_command cli_model = {
    .name = "model",
    .summary = "print what the model file holds",
    .help = "Usage: sayso model [OPTION]...\n\n"
            "Prints the parts of the model file with their sizes, and where they come from.\n",
    .run = run,
    .options = CLI_OPTION_MODEL,
};
