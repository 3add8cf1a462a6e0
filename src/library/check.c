/* sayso_language_check(): lines of PETRARCH dictionaries that were refused; cues, rules and frames of dates against their
 * own examples, each read by all the rooms; entries that never count. */
#include "library/item.h"

#include "claims/cues.h"
#include "dates/check.h"
#include "events/check.h"
#include "library/faults.h"

#include <stdio.h>

struct checking {
    const struct sayso_language *language;
    sayso_write write;
    void *context;
    struct base_arena *arena;     /* of the example that is being read */
    struct document *document;
    struct base_slice sentence;
    const struct claims_example *claim; /* what is looked for in it, of claims */
    bool met;
    struct sayso_checks *checks;
    struct library_usage usage;
    bool stopped;
};

/* Examples are read as of this day, as docs/dictionaries.md says. */
enum { READ_ON = 18458 }; /* 2020-07-15 */

static void read_body(void *context) {
    struct checking *checking = context;
    checking->document = document_new(checking->arena);
    checking->document->text = checking->sentence;
    checking->document->day = READ_ON;
    library_code_document(checking->language, checking->document);
    library_usage_note(&checking->usage, checking->document);
}

static const struct document *read_example(void *context, struct base_slice sentence) {
    struct checking *checking = context;
    base_arena_clear(checking->arena);
    checking->sentence = sentence;
    return base_arena_run(checking->arena, read_body, checking) ? checking->document : NULL;
}

static void complain(struct checking *checking, struct base_slice origin, struct base_slice sentence,
                     const char *reason) {
    char line[2048];
    int size = snprintf(line, sizeof line, "%.*s: %s%s%.*s\n", (int)origin.size, origin.data, reason,
                        sentence.size ? ": " : "", (int)(sentence.size < 1024 ? sentence.size : 1024), sentence.data);
    checking->stopped |= !checking->write(checking->context, line, (size_t)size);
}

static void complain_of_event(void *context, const struct events_rule *rule, const struct events_example *example,
                              const char *reason) {
    complain(context, rule->origin, example->sentence, reason);
}

static void check_events(struct checking *checking) {
    struct events_checker checker = {checking, read_example, complain_of_event};
    struct events_check_counts counts;
    events_check(checking->language->events, &checker, &counts);
    checking->checks->entries += counts.rules;
    checking->checks->examples += counts.examples;
    checking->checks->failed += counts.failed;
    checking->checks->without_example += counts.without_example;
}

static void meet_body(void *context) {
    struct checking *checking = context;
    read_body(context);
    checking->met = claims_meets(checking->language->claims, checking->document, checking->claim);
}

static const char *try_claim(struct checking *checking, const struct claims_example *example) {
    base_arena_clear(checking->arena);
    checking->sentence = example->sentence;
    checking->claim = example;
    checking->met = false;
    if (!base_arena_run(checking->arena, meet_body, checking)) {
        return "cannot be read";
    }
    if (checking->met) {
        return NULL;
    }
    return example->predicate.size ? "not so sure" : example->cue_text.size ? "not the claim that it names" : "a claim";
}

static void check_claims(struct checking *checking) {
    const struct claims *claims = checking->language->claims;
    checking->checks->entries += claims->cues.count;
    for (size_t i = 0; i < claims->examples.count && !checking->stopped; i++) {
        const struct claims_example *example = &claims->examples.items[i];
        const char *reason = try_claim(checking, example);
        checking->checks->examples++;
        if (reason) {
            checking->checks->failed++;
            complain(checking, claims->cues.items[example->cue].origin, example->sentence, reason);
        }
    }
}

static void complain_of_date(void *context, const struct dates_frame *frame, struct base_slice example,
                             const char *reason) {
    char origin[256];
    int size = snprintf(origin, sizeof origin, "%.*s:%u", (int)(frame->origin.size < 200 ? frame->origin.size : 200),
                        frame->origin.data, frame->line);
    complain(context, (struct base_slice){origin, (size_t)size}, example, reason);
}

static void check_dates(struct checking *checking) {
    struct dates_checker checker = {checking, read_example, complain_of_date};
    struct dates_check_counts counts;
    dates_check(checking->language->dates, &checker, &counts);
    checking->checks->entries += counts.frames;
    checking->checks->examples += counts.examples;
    checking->checks->failed += counts.failed;
    checking->checks->without_example += counts.without_example;
}

static void list(struct checking *checking, const struct lexicon_refusal *refused, size_t count) {
    for (size_t i = 0; i < count && !checking->stopped; i++) {
        complain(checking, refused[i].origin, refused[i].what, refused[i].reason);
    }
}

static void list_refused(struct checking *checking) {
    const struct lexicon_refusal *names, *verbs;
    size_t name_count = lexicon_refused(checking->language->lexicon, &names);
    size_t verb_count = events_refused(checking->language->events, &verbs);
    checking->checks->refused = name_count + verb_count;
    list(checking, names, name_count);
    list(checking, verbs, verb_count);
}

size_t sayso_language_refused(const sayso_language *language) {
    const struct lexicon_refusal *refused;
    return lexicon_refused(language->lexicon, &refused) + events_refused(language->events, &refused);
}

static void complain_of_fault(void *context, enum library_fault kind, struct base_slice origin, struct base_slice what,
                              const char *reason) {
    static const char *const names[] = {[LIBRARY_NEVER_MATCHES] = "never matches: ",
                                        [LIBRARY_SHADOWED] = "shadowed by ",
                                        [LIBRARY_REPEATED] = "repeats ",
                                        [LIBRARY_REPLACED] = "replaced by "};
    struct checking *checking = context;
    char line[512];
    snprintf(line, sizeof line, "%s%s", names[kind], reason);
    checking->checks->never_match += kind == LIBRARY_NEVER_MATCHES;
    checking->checks->shadowed += kind == LIBRARY_SHADOWED;
    checking->checks->repeated += kind == LIBRARY_REPEATED || kind == LIBRARY_REPLACED;
    if (!checking->stopped) {
        complain(checking, origin, what, line);
    }
}

/* In the arena of the usage; each example has an arena of its own. */
static void check_all(void *context) {
    struct checking *checking = context;
    library_usage_open(&checking->usage, checking->language, checking->usage.arena);
    list_refused(checking);
    if (!checking->stopped) {
        check_claims(checking);
    }
    if (!checking->stopped) {
        check_events(checking);
    }
    if (!checking->stopped) {
        check_dates(checking);
    }
    if (!checking->stopped) {
        library_find_faults(&checking->usage, complain_of_fault, checking);
    }
}

enum sayso_status sayso_language_check(const sayso_language *language, sayso_write write, void *context,
                                       struct sayso_checks *checks, struct sayso_error *error) {
    *checks = (struct sayso_checks){0};
    struct checking checking = {.language = language, .write = write, .context = context, .checks = checks};
    checking.arena = base_arena_new();
    checking.usage.arena = base_arena_new();
    bool ran = checking.arena && checking.usage.arena && base_arena_run(checking.usage.arena, check_all, &checking);
    base_arena_free(checking.arena);
    base_arena_free(checking.usage.arena);
    if (!ran) {
        return base_error_set(error, SAYSO_NO_MEMORY, SAYSO_NOWHERE, 0, "no memory to check");
    }
    return checking.stopped ? SAYSO_STOPPED : SAYSO_OK;
}
