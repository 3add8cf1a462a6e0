#include "cli/cli.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HELP = 'h', ALL = 'a', FORMAT = 'f', INPUT = 'i', JOBS = 'j', DATE = 1000, DICT, MODEL, MAX_DOCUMENT, WIDTH, AT, RECODE, APART, TOGETHER, FORGET,
       DOSSIER = 'd' };

static const struct option long_options[] = {{"help", no_argument, NULL, HELP},
                                             {"all", no_argument, NULL, ALL},
                                             {"at", required_argument, NULL, AT},
                                             {"format", required_argument, NULL, FORMAT},
                                             {"input", required_argument, NULL, INPUT},
                                             {"jobs", required_argument, NULL, JOBS},
                                             {"date", required_argument, NULL, DATE},
                                             {"dict", required_argument, NULL, DICT},
                                             {"dossier", required_argument, NULL, DOSSIER},
                                             {"apart", no_argument, NULL, APART},
                                             {"together", no_argument, NULL, TOGETHER},
                                             {"forget", no_argument, NULL, FORGET},
                                             {"recode", no_argument, NULL, RECODE},
                                             {"model", required_argument, NULL, MODEL},
                                             {"max-document", required_argument, NULL, MAX_DOCUMENT},
                                             {"width", required_argument, NULL, WIDTH},
                                             {NULL, 0, NULL, 0}};

static const char *const inputs[] = {"auto", "page", "text", "jsonl", "warc", "conllu", "records", NULL};
static const char *const formats[] = {"table", "text", "jsonl", "csv", "conllu", NULL};

static bool choose(const struct cli_command *command, const char *option, const char *const *names, const char *value,
                   unsigned *out) {
    for (unsigned i = 0; names[i]; i++) {
        if (strcmp(names[i], value) == 0) {
            *out = i;
            return true;
        }
    }
    cli_complain("%s: --%s cannot be \"%s\" (see sayso %s --help)", command->name, option, value, command->name);
    return false;
}

static bool read_number(const struct cli_command *command, const char *option, const char *value, size_t least,
                        size_t most, size_t *out) {
    char *end;
    errno = 0;
    unsigned long long number = strtoull(value, &end, 10);
    if (errno || *end || end == value || value[0] == '-' || number < least || number > most) {
        cli_complain("%s: --%s needs a whole number from %zu to %zu, not \"%s\"", command->name, option, least,
                     most, value);
        return false;
    }
    *out = (size_t)number;
    return true;
}

static bool add_dictionary(const struct cli_command *command, struct cli_options *options, const char *folder) {
    if (options->dictionary_count == CLI_MOST_DICTIONARIES) {
        cli_complain("%s: --dict more than %d times", command->name, CLI_MOST_DICTIONARIES);
        return false;
    }
    options->dictionaries[options->dictionary_count++] = folder;
    return true;
}

static unsigned group_of(int option) {
    switch (option) {
    case HELP: return 0;
    case MODEL:
    case DICT: return CLI_OPTION_MODEL;
    case AT: return CLI_OPTION_AT;
    case JOBS: return CLI_OPTION_JOBS;
    case DOSSIER: return CLI_OPTION_DOSSIER;
    case RECODE: return CLI_OPTION_ADD;
    case FORMAT: return CLI_OPTION_FORMAT;
    case APART:
    case TOGETHER:
    case FORGET: return CLI_OPTION_DECISIONS;
    case INPUT:
    case DATE:
    case MAX_DOCUMENT: return CLI_OPTION_INPUTS;
    default: return CLI_OPTION_RECORDS;
    }
}

static bool take_number(const struct cli_command *command, struct sayso_options *run, int option, const char *value) {
    enum { MOST_JOBS = 256, MOST_BYTES = 1024 * 1024 * 1024, MOST_COLUMNS = 10000 };
    size_t number = 0;
    if (option == JOBS) {
        bool right = read_number(command, "jobs", value, 1, MOST_JOBS, &number);
        run->jobs = (unsigned)number;
        return right;
    }
    if (option == WIDTH) {
        bool right = read_number(command, "width", value, 1, MOST_COLUMNS, &number);
        run->width = (unsigned)number;
        return right;
    }
    if (option == AT) {
        run->has_at = true;
        return read_number(command, "at", value, 0, UINT32_MAX, &run->at);
    }
    return read_number(command, "max-document", value, 1, MOST_BYTES, &run->max_document);
}

static bool take_option(const struct cli_command *command, struct cli_options *options, int option,
                        const char *value) {
    unsigned choice = 0;
    bool right = true;
    switch (option) {
    case HELP: options->help = true; break;
    case ALL: options->run.all = true; break;
    case FORMAT:
        right = choose(command, "format", formats, value, &choice);
        options->run.format = (enum sayso_format)choice;
        options->has_format = true;
        break;
    case INPUT:
        right = choose(command, "input", inputs, value, &choice);
        options->run.input = (enum sayso_input)choice;
        break;
    case DATE: options->run.date = value; break;
    case DOSSIER: options->dossier = value; break;
    case RECODE: options->recode = true; break;
    case APART:
    case TOGETHER:
    case FORGET:
        options->decision = option == APART ? SAYSO_APART : option == TOGETHER ? SAYSO_TOGETHER : SAYSO_FORGET;
        options->has_decision = true;
        break;
    case MODEL: options->model = value; break;
    case DICT: right = add_dictionary(command, options, value); break;
    default: right = take_number(command, &options->run, option, value);
    }
    return right;
}

bool cli_parse_options(const struct cli_command *command, int argc, char **argv, struct cli_options *options) {
    *options = (struct cli_options){.run.task = command->task};
    opterr = 0;
    for (int option; (option = getopt_long(argc, argv, ":had:f:i:j:", long_options, NULL)) != -1;) {
        const char *given = argv[optind - 1];
        if (option == ':') {
            cli_complain("%s: %s needs a value (see sayso %s --help)", command->name, given, command->name);
            return false;
        }
        if (option == '?' || (group_of(option) & ~command->options)) {
            cli_complain("%s: unknown option %s (see sayso %s --help)", command->name, given, command->name);
            return false;
        }
        if (!take_option(command, options, option, optarg)) {
            return false;
        }
    }
    options->paths = argv + optind;
    options->path_count = (size_t)(argc - optind);
    return true;
}

void cli_print_help(const struct cli_command *command) {
    static const struct {
        unsigned group;
        const char *text;
    } rows[] = {
        {CLI_OPTION_DOSSIER,
         "  -d, --dossier DOSSIER   a file, or postgresql://USER@HOST/NAME"},
        {CLI_OPTION_DECISIONS,
         "      --apart             these events are one of their own, apart from what they were merged with\n"
         "      --together          these events, and all that they were merged with, are one\n"
         "      --forget            what was decided about these events no longer holds"},
        {CLI_OPTION_ADD,
         "      --recode            code again what another program, model or other dictionaries coded"},
        {CLI_OPTION_RECORDS,
         "  -a, --all               every kind of record, not this command's own only (JSON lines)"},
        {CLI_OPTION_AT,
         "      --at BYTE           only the sentence that holds this byte of the document's text, counted from 0"},
        {CLI_OPTION_FORMAT,
         "  -f, --format FORMAT     how to print them"},
        {CLI_OPTION_INPUTS,
         "  -i, --input KIND        auto, page, text, jsonl, warc; for parse conllu, for add records (default: auto)\n"
         "      --date YYYY-MM-DD   publication date of documents that have none"},
        {CLI_OPTION_JOBS,
         "  -j, --jobs N            threads (default: one a core); the output is the same for any number"},
        {CLI_OPTION_RECORDS,
         "      --width COLUMNS     width of a table (default: the terminal's; in a pipe nothing is cut off)"},
        {CLI_OPTION_INPUTS,
         "      --max-document N    bytes of one document; a larger one is an error (default: 104857600)"},
        {CLI_OPTION_MODEL,
         "      --dict DIR          lay a folder of dictionaries over the built-in ones; again for more\n"
         "      --model FILE        another model file"},
    };
    fputs(command->help, stdout);
    puts("\nOptions:");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (command->options & rows[i].group) {
            puts(rows[i].text);
        }
    }
    puts("  -h, --help              this text");
}
