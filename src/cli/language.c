#include "cli/cli.h"

#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* "en.sayso" in the folder of the program: that of a build that is not installed. */
static bool find_beside_program(char *path, size_t size) {
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0) {
        return false;
    }
    program[length] = 0;
    int written = snprintf(path, size, "%s/en.sayso", dirname(program));
    return written > 0 && (size_t)written < size && access(path, R_OK) == 0;
}

enum sayso_status cli_open_language(const struct cli_options *options, sayso_language **out) {
    char beside[PATH_MAX];
    const char *path = options->model;
    if (!path && access(SAYSO_MODEL, R_OK) != 0 && find_beside_program(beside, sizeof beside)) {
        path = beside;
    }
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    enum sayso_status status =
        sayso_language_open(path, options->dictionaries, options->dictionary_count, out, &error);
    if (status != SAYSO_OK) {
        cli_print_error(&error);
    }
    return status;
}

void cli_note_refused(const sayso_language *language) {
    size_t refused = sayso_language_refused(language);
    if (refused) {
        cli_complain("%zu %s of PETRARCH dictionaries refused; sayso check lists them with the same --dict", refused,
                     refused == 1 ? "line" : "lines");
    }
}

bool cli_begin(const struct cli_command *command, int argc, char **argv, sayso_language **language, int *exit) {
    struct cli_options options;
    *exit = CLI_BAD_USAGE;
    if (!cli_parse_options(command, argc, argv, &options)) {
        return false;
    }
    if (options.help) {
        cli_print_help(command);
        *exit = cli_flush() ? CLI_DONE : CLI_SOME_FAILED;
        return false;
    }
    if (options.path_count) {
        cli_complain("%s: \"%s\" is one word too many (see sayso %s --help)", command->name, options.paths[0],
                     command->name);
        return false;
    }
    if (cli_open_language(&options, language) != SAYSO_OK) {
        return false;
    }
    if (command != &cli_check) {
        cli_note_refused(*language);
    }
    return true;
}
