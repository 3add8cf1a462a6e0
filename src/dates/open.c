#include "dates/dates.h"
#include "dates/dictionary.h"

enum sayso_status dates_open(const struct model *model, struct base_arena *arena, const struct dates **out,
                             struct sayso_error *error) {
    struct dates *dates = base_arena_take(arena, sizeof *dates);
    size_t at = 0;
    for (const struct model_part *part; (part = model_next(model, ".dates", &at));) {
        enum sayso_status status = dates_read(dates, arena, part->name, part->bytes, error);
        if (status != SAYSO_OK) {
            return status;
        }
    }
    *out = dates;
    return dates_index(dates, arena, error);
}
