#include "places/search.h"

static const struct {
    const char *part;
    enum sayso_status (*read)(struct places *, struct base_arena *, struct base_slice, struct base_slice,
                              struct sayso_error *);
} parts[] = {{"places/words.txt", places_read_words}, {"places/abbreviations.txt", places_read_abbreviations}};

enum sayso_status places_open(const struct model *model, const struct lexicon *lexicon, struct base_arena *arena,
                              const struct places **out, struct sayso_error *error) {
    struct places *places = base_arena_take(arena, sizeof *places);
    const struct model_part *table = model_part(model, "places/cities.bin");
    places->lexicon = lexicon;
    if (!table) {
        return base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part places/cities.bin: is missing");
    }
    enum sayso_status status = places_table_open(&places->table, table->bytes, error);
    for (size_t i = 0; status == SAYSO_OK && i < sizeof parts / sizeof *parts; i++) {
        const struct model_part *part = model_part(model, parts[i].part);
        status =
            part ? parts[i].read(places, arena, part->name, part->bytes, error)
                 : base_error_set(error, SAYSO_BAD_MODEL, SAYSO_NOWHERE, 0, "model part %s: is missing", parts[i].part);
    }
    *out = places;
    return status;
}
