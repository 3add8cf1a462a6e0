#include "cli/cli.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct cli_command *const commands[] = {&cli_read,    &cli_parse, &cli_claims, &cli_code,
                                                     &cli_explain, &cli_add,   &cli_export, &cli_merges,
                                                     &cli_model,   &cli_check};
enum { COMMANDS = sizeof commands / sizeof *commands };

static void print_help(void) {
    puts("Usage: sayso COMMAND [OPTION]... FILE|DIR|-...\n\n"
         "Turns news pages into event data that remembers who said so.\n\n"
         "Commands:");
    for (size_t i = 0; i < COMMANDS; i++) {
        printf("  %-8s %s\n", commands[i]->name, commands[i]->summary);
    }
    puts("\nsayso COMMAND --help says more about each; sayso --version prints the version.\n"
         "Exit status: 0 all done; 1 some inputs failed; 2 wrong usage, dictionary or model.");
}

/* A closed descriptor would be given to the first file that is opened, and our output would go there. */
static bool check_descriptors(void) {
    for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++) {
        if (fcntl(i, F_GETFD) >= 0) {
            continue;
        }
        if (i == STDOUT_FILENO) {
            cli_complain("standard output is closed");
            return false;
        }
        if (open("/dev/null", O_RDWR) != i) {
            return false;
        }
    }
    return true;
}

int main(int argc, char **argv) {
    if (!check_descriptors()) {
        return CLI_SOME_FAILED;
    }
    const char *name = argc > 1 ? argv[1] : "";
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        print_help();
        return cli_flush() ? CLI_DONE : CLI_SOME_FAILED;
    }
    if (strcmp(name, "--version") == 0) {
        printf("sayso %s\n", sayso_version());
        return cli_flush() ? CLI_DONE : CLI_SOME_FAILED;
    }
    for (size_t i = 0; i < COMMANDS; i++) {
        if (strcmp(name, commands[i]->name) == 0) {
            return commands[i]->run(commands[i], argc - 1, argv + 1);
        }
    }
    if (argc > 1) {
        cli_complain("there is no command \"%s\" (see sayso --help)", name);
    } else {
        cli_complain("no command (see sayso --help)");
    }
    return CLI_BAD_USAGE;
}
