/* Checking rules by their own examples.
 *
 * Takes: the rules and a function that reads a sentence as a document, all rooms before and including this one. Promises:
 * each example is read once; what fails is reported with file and line; a wanted example must give an event of its rule's
 * type with the parties that it names, an unwanted one no event of that type.
 */
#ifndef EVENTS_CHECK_H
#define EVENTS_CHECK_H

#include "events/code.h"
#include "events/events.h"

const struct events_rules *events_rules_of(const struct events *events);

struct events_checker {
    void *context;
    /* The document of the sentence, with its events; valid until the next call. */
    const struct document *(*read)(void *context, struct base_slice sentence);
    /* A failed example. */
    void (*report)(void *context, const struct events_rule *rule, const struct events_example *example,
                   const char *reason);
};

struct events_check_counts {
    size_t rules, examples, failed, without_example;
};

void events_check(const struct events *events, const struct events_checker *checker,
                  struct events_check_counts *counts);

#endif
