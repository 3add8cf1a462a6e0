/* Dictionaries of actors and agents, ours and PETRARCH's: any bytes are taken or refused, and names are found after. The
 * first byte says which kind the rest is. */
#include <stdlib.h>

#include "lexicon/load.h"
#include "lexicon/petrarch.h"

struct job {
    struct base_arena *arena;
    struct base_slice bytes;
};

static void load_below(struct lexicon *lexicon) {
    static const char agents[] = "council = ORG GOV\nminister = PER GOV title\nof = BELONGS\n";
    static const char actors[] = "Ruritania\n    kind: country\n    code: RUR\n"
                                 "Black Michael\n    kind: PER\n    country: RUR\n    role: 1990..1995 GOV king\n";
    if (lexicon_load(lexicon, BASE_SLICE("a.agents"), base_slice_of(agents), false, NULL) != SAYSO_OK ||
        lexicon_load(lexicon, BASE_SLICE("a.actors"), base_slice_of(actors), false, NULL) != SAYSO_OK) {
        abort();
    }
}

static void load_and_look_up(void *context) {
    struct job *job = context;
    struct lexicon *lexicon = lexicon_new(job->arena);
    struct base_slice bytes = base_slice_part(job->bytes, 1, job->bytes.size);
    struct sayso_error error = {.reason = ""};
    char kind = job->bytes.data[0];
    load_below(lexicon);
    enum sayso_status status =
        kind == 'p'   ? lexicon_load_petrarch(lexicon, BASE_SLICE("b.txt"), bytes, &error)
        : kind == 'g' ? lexicon_load(lexicon, BASE_SLICE("b.agents"), bytes, true, &error)
                      : lexicon_load(lexicon, BASE_SLICE("b.actors"), bytes, true, &error);
    if (status != SAYSO_OK) {
        if (status != SAYSO_BAD_DICTIONARY || !error.line) {
            abort();
        }
        return;
    }
    lexicon_finish(lexicon);
    for (size_t i = 0; i < lexicon->entries.count; i++) {
        const struct lexicon_stored *stored = &lexicon->entries.items[i];
        struct lexicon_match found[4];
        bool former;
        lexicon_find(lexicon, stored->entry.name, found, 4);
        lexicon_role_on(&stored->entry, 10000, &former);
        lexicon_holder(lexicon, BASE_SLICE("king"), stored->entry.country, 10000, NULL);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!size) {
        return 0;
    }
    struct job job = {base_arena_new(), {(const char *)data, size}};
    base_arena_run(job.arena, load_and_look_up, &job);
    base_arena_free(job.arena);
    return 0;
}
