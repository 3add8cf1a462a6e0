#include "cli/cli.h"

#include <stdio.h>

static int run(const struct cli_command *command, int argc, char **argv) {
    sayso_language *language;
    int exit;
    if (!cli_begin(command, argc, argv, &language, &exit)) {
        return exit;
    }
    struct sayso_checks checks;
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    enum sayso_status status = sayso_language_check(language, cli_write, NULL, &checks, &error);
    sayso_language_close(language);
    if (status != SAYSO_OK && status != SAYSO_STOPPED) {
        cli_print_error(&error);
        return CLI_SOME_FAILED;
    }
    printf("%zu rules and cues, %zu without an example; %zu examples, %zu failed\n", checks.entries,
           checks.without_example, checks.examples, checks.failed);
    if (checks.refused) {
        printf("%zu %s of PETRARCH dictionaries refused\n", checks.refused, checks.refused == 1 ? "line" : "lines");
    }
    size_t idle = checks.never_match + checks.shadowed + checks.repeated;
    if (idle) {
        printf("%zu never match, %zu shadowed by others, %zu repeated\n", checks.never_match, checks.shadowed,
               checks.repeated);
    }
    return cli_flush() && !checks.failed && !checks.refused && !idle ? CLI_DONE : CLI_SOME_FAILED;
}

const struct cli_command cli_check = {
    .name = "check",
    .summary = "run the dictionaries' own examples",
    .help = "Usage: sayso check [--dict DIR]... [OPTION]...\n\n"
            "Reads the dictionaries and runs the example sentences of their rules and cues; prints each that does not\n"
            "give what it says, each rule and cue that never matches, is shadowed by another or repeats one, and each\n"
            "line of a PETRARCH dictionary that was refused, with file and line. Exit status: 0 all in order; 1 something\n"
            "was printed; 2 an error in a dictionary.\n",
    .run = run,
    .options = CLI_OPTION_MODEL,
};
