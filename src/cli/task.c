/* read, parse, claims, code and explain: the same run with another task. */
#include "cli/cli.h"
#include "cli/progress.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

struct output {
    struct cli_progress progress; /* first, as cli_progress_report() wants it */
    bool on_terminal;
};

static bool write_records(void *context, const char *bytes, size_t size) {
    struct output *output = context;
    if (output->on_terminal) {
        cli_progress_clear(&output->progress);
    }
    return cli_write(NULL, bytes, size);
}

static void choose_format(const struct cli_command *command, struct cli_options *options, bool on_terminal) {
    struct winsize size;
    if (!options->has_format) {
        options->run.format = options->run.all ? SAYSO_JSONL : on_terminal ? command->for_terminal : command->for_pipe;
    }
    if (!options->run.width && on_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
        options->run.width = size.ws_col;
    }
}

static int end(enum sayso_status status, const struct sayso_counts *counts, const struct sayso_error *error) {
    if (status != SAYSO_OK && status != SAYSO_STOPPED) {
        cli_print_error(error);
        return status == SAYSO_BAD_USAGE ? CLI_BAD_USAGE : CLI_SOME_FAILED;
    }
    bool written = cli_flush();
    if (counts->passed_over) {
        cli_complain("%zu %s passed over: no text", counts->passed_over,
                     counts->passed_over == 1 ? "input was" : "inputs were");
    }
    return written && !counts->failed ? CLI_DONE : CLI_SOME_FAILED;
}

static int run(const struct cli_command *command, struct cli_options *options) {
    struct output output = {.on_terminal = isatty(STDOUT_FILENO) == 1};
    choose_format(command, options, output.on_terminal);
    sayso_language *language;
    if (cli_open_language(options, &language) != SAYSO_OK) {
        return CLI_BAD_USAGE;
    }
    cli_note_refused(language);
    cli_progress_begin(&output.progress);
    struct sayso_callbacks callbacks = {write_records, cli_progress_report,
                                        output.progress.on ? cli_progress_advance : NULL, &output};
    struct sayso_counts counts = {0};
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    enum sayso_status status = sayso_run(language, &options->run, (const char *const *)options->paths,
                                         options->path_count, &callbacks, &counts, &error);
    cli_progress_clear(&output.progress);
    sayso_language_close(language);
    return end(status, &counts, &error);
}

int cli_run_task(const struct cli_command *command, int argc, char **argv) {
    struct cli_options options;
    if (!cli_parse_options(command, argc, argv, &options)) {
        return CLI_BAD_USAGE;
    }
    if (options.help) {
        cli_print_help(command);
        return cli_flush() ? CLI_DONE : CLI_SOME_FAILED;
    }
    if (options.path_count == 0) {
        cli_complain("%s: no input: name files or folders, or - for standard input", command->name);
        return CLI_BAD_USAGE;
    }
    return run(command, &options);
}
