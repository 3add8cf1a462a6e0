#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ITEMS = 500 };

/* Values of an option that may be given again. Codes may also be separated by commas; names may hold some themselves. */
struct list {
    const char *items[MOST_ITEMS];
    size_t count;
};

enum list_name { COUNTRY, ACTOR_COUNTRY, RECIPIENT_COUNTRY, SECTOR, TYPE, FACTUALITY, CORROBORATION, KIND, CODES,
                 PLACE = CODES, SOURCE, OUTLET, WORDS, LISTS };

struct exporting {
    struct sayso_export_options options;
    struct sayso_box box;
    struct list lists[LISTS];
    const char *dossier;
    bool help;
};

enum { FORMAT = 'f', DOSSIER = 'd', ALL = 'a', HELP = 'h', SINCE = 1000, UNTIL, BOX };

static const struct option long_options[] = {{"country", required_argument, NULL, COUNTRY},
                                             {"actor-country", required_argument, NULL, ACTOR_COUNTRY},
                                             {"recipient-country", required_argument, NULL, RECIPIENT_COUNTRY},
                                             {"sector", required_argument, NULL, SECTOR},
                                             {"type", required_argument, NULL, TYPE},
                                             {"factuality", required_argument, NULL, FACTUALITY},
                                             {"corroboration", required_argument, NULL, CORROBORATION},
                                             {"kind", required_argument, NULL, KIND},
                                             {"place", required_argument, NULL, PLACE},
                                             {"source", required_argument, NULL, SOURCE},
                                             {"outlet", required_argument, NULL, OUTLET},
                                             {"words", required_argument, NULL, WORDS},
                                             {"format", required_argument, NULL, FORMAT},
                                             {"dossier", required_argument, NULL, DOSSIER},
                                             {"since", required_argument, NULL, SINCE},
                                             {"until", required_argument, NULL, UNTIL},
                                             {"box", required_argument, NULL, BOX},
                                             {"all", no_argument, NULL, ALL},
                                             {"help", no_argument, NULL, HELP},
                                             {NULL, 0, NULL, 0}};

static bool refuse(const char *option, const char *value) {
    cli_complain("export: --%s cannot be \"%s\" (see sayso export --help)", option, value);
    return false;
}

static bool take_item(struct list *list, const char *item) {
    if (list->count == MOST_ITEMS) {
        cli_complain("export: an option more than %d times", MOST_ITEMS);
        return false;
    }
    list->items[list->count++] = item;
    return true;
}

static bool take_list(struct list *list, char *value, bool commas) {
    char *comma = commas ? strchr(value, ',') : NULL;
    for (; comma; comma = strchr(value, ',')) {
        *comma = 0;
        if (!take_item(list, value)) {
            return false;
        }
        value = comma + 1;
    }
    return take_item(list, value);
}

static bool take_format(struct sayso_export_options *options, const char *value) {
    static const char *const names[] = {"jsonl", "csv", "polecat", "icews", "gdelt-events", "gdelt-mentions", "graphml"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], value) == 0) {
            options->format = (enum sayso_export_format)i;
            return true;
        }
    }
    return refuse("format", value);
}

static bool take_box(struct exporting *exporting, const char *value) {
    double *const sides[] = {&exporting->box.south, &exporting->box.west, &exporting->box.north, &exporting->box.east};
    const char *at = value;
    for (unsigned i = 0; i < 4; i++) {
        char *end;
        *sides[i] = strtod(at, &end);
        if (end == at || *end != (i < 3 ? ',' : 0)) {
            return refuse("box", value);
        }
        at = end + 1;
    }
    exporting->options.box = &exporting->box;
    return true;
}

static bool take_option(struct exporting *exporting, int option, char *value) {
    switch (option) {
    case FORMAT: return take_format(&exporting->options, value);
    case DOSSIER: exporting->dossier = value; break;
    case SINCE: exporting->options.since = value; break;
    case UNTIL: exporting->options.until = value; break;
    case BOX: return take_box(exporting, value);
    case ALL: exporting->options.whole = true; break;
    case HELP: exporting->help = true; break;
    default: return take_list(&exporting->lists[option], value, option < CODES);
    }
    return true;
}

static bool parse(struct exporting *exporting, int argc, char **argv) {
    opterr = 0;
    for (int option; (option = getopt_long(argc, argv, ":had:f:", long_options, NULL)) != -1;) {
        if (option == ':' || option == '?') {
            cli_complain("export: %s %s (see sayso export --help)", option == ':' ? "no value for" : "unknown option",
                         argv[optind - 1]);
            return false;
        }
        if (!take_option(exporting, option, optarg)) {
            return false;
        }
    }
    if (optind < argc) {
        cli_complain("export: it takes no input such as %s: name the dossier with -d", argv[optind]);
        return false;
    }
    return true;
}

static bool choose_kinds(struct exporting *exporting) {
    static const char *const names[] = {"document", "entity", "mention", "claim", "event"};
    const struct list *list = &exporting->lists[KIND];
    for (size_t i = 0; i < list->count; i++) {
        unsigned kind = 0;
        while (kind < 5 && strcmp(names[kind], list->items[i]) != 0) {
            kind++;
        }
        if (kind == 5) {
            return refuse("kind", list->items[i]);
        }
        exporting->options.kinds |= 1u << kind;
    }
    if (list->count && exporting->options.whole) {
        cli_complain("export: --all is all kinds; --kind chooses some");
        return false;
    }
    return true;
}

static void hand_over(struct exporting *exporting) {
    struct sayso_export_options *options = &exporting->options;
    struct sayso_list *const lists[LISTS] = {
        [COUNTRY] = &options->country, [ACTOR_COUNTRY] = &options->actor_country,
        [RECIPIENT_COUNTRY] = &options->recipient_country, [SECTOR] = &options->sector, [TYPE] = &options->type,
        [FACTUALITY] = &options->factuality, [CORROBORATION] = &options->corroboration,
        [PLACE] = &options->place, [SOURCE] = &options->source,
        [OUTLET] = &options->outlet, [WORDS] = &options->words};
    for (unsigned i = 0; i < LISTS; i++) {
        if (lists[i]) {
            *lists[i] = (struct sayso_list){exporting->lists[i].items, exporting->lists[i].count};
        }
    }
}

static int export(const struct exporting *exporting) {
    sayso_dossier *dossier;
    struct sayso_error error = {.offset = SAYSO_NOWHERE};
    enum sayso_status status = sayso_dossier_open(exporting->dossier, SAYSO_DOSSIER_READ, &dossier, &error);
    if (status == SAYSO_OK) {
        status = sayso_export(dossier, &exporting->options, cli_write, NULL, &error);
        sayso_dossier_close(dossier);
    }
    if (status == SAYSO_BAD_USAGE) {
        cli_complain("export: %s", error.reason);
        return CLI_BAD_USAGE;
    }
    if (status != SAYSO_OK && status != SAYSO_STOPPED) { /* what stopped it is said below */
        cli_print_error(&error);
    }
    return cli_flush() && status == SAYSO_OK ? CLI_DONE : CLI_SOME_FAILED;
}

static int run(const struct cli_command *command, int argc, char **argv) {
    static struct exporting exporting; /* its lists are large */
    if (!parse(&exporting, argc, argv) || !choose_kinds(&exporting)) {
        return CLI_BAD_USAGE;
    }
    if (exporting.help) {
        cli_write(NULL, command->help, strlen(command->help));
        return cli_flush() ? CLI_DONE : CLI_SOME_FAILED;
    }
    if (!exporting.dossier) {
        cli_complain("export: no dossier: name one with -d FILE");
        return CLI_BAD_USAGE;
    }
    hand_over(&exporting);
    return export(&exporting);
}

const struct cli_command cli_export = {
    .name = "export",
    .summary = "events, claims and documents of a dossier, also as POLECAT, ICEWS, GDELT and GraphML",
    .help = "Usage: sayso export -d DOSSIER [OPTION]...\n\n"
            "Writes what a dossier holds: sorted by the ids of the documents, so the same documents give the same\n"
            "bytes in whatever order they were added. Several filters: what passes all of them.\n\n"
            "Options:\n"
            "  -d, --dossier DOSSIER   a file, or postgresql://USER@HOST/NAME\n"
            "  -f, --format FORMAT     jsonl (default), csv, polecat, icews, gdelt-events, gdelt-mentions, graphml\n"
            "      --kind KIND,...     event (default), claim, document, entity, mention; for csv one of them\n"
            "  -a, --all               all records of the chosen documents, as JSON lines that can be added again\n"
            "  -h, --help              this text\n\n"
            "Filters; those with ,... take several values, of which one must fit; names are given by repetition:\n"
            "      --since DAY         from this day of the event on, YYYY-MM-DD; without a date: of publication\n"
            "      --until DAY         up to this day\n"
            "      --country CODE,...  a participant or the place is of this country, ISO 3166-1 alpha-3\n"
            "      --actor-country CODE,...\n"
            "      --recipient-country CODE,...\n"
            "      --sector CODE,...   a participant is of this sector of PLOVER: GOV, MIL, REB ...\n"
            "      --type TYPE,...     PLOVER's type of event: PROTEST, ASSAULT ...\n"
            "      --place NAME        where it happened, by name or by id of GeoNames\n"
            "      --box S,W,N,E       where it happened, in degrees\n"
            "      --source NAME       who is among those that say so\n"
            "      --factuality VALUE,...  how far the author (of a claim: the source) commits to it: CT+, PS+ ...\n"
            "      --corroboration VALUE,...  of all who tell the event: single source, corroborated, disputed, denied\n"
            "      --outlet NAME       where it was published\n"
            "      --words TEXT        words that the document has side by side; again for more that it must have\n",
    .run = run,
};
