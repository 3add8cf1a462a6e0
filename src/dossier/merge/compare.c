#include "dossier/merge/merge.h"

#include <math.h>

/* What each part weighs. Chosen on made-up events, and checked by reading pairs of real ones (docs/scores.md). */
static const double ACTOR = 0.2, RECIPIENT = 0.2, PLACE = 0.2, DATE = 0.1, WORDS = 0.3;
static const double UNKNOWN = 0.5, CONTRADICTION = -1;
/* Two points so far apart are two places, in kilometres; and so near are one. */
static const double FAR = 100, NEAR = 30;

/* ---- parties */

static bool shares_sector(struct base_slice a, struct base_slice b) {
    while (a.size) {
        if (base_slice_joined_has(b, ';', base_slice_cut(&a, ';'))) {
            return true;
        }
    }
    return false;
}

/* "Putin" and "Vladimir Putin". */
static bool ends_in(struct base_slice whole, struct base_slice end) {
    return whole.size > end.size && base_slice_ends(whole, end) && whole.data[whole.size - end.size - 1] == ' ';
}

static bool is_same_name(const struct merge_party *a, const struct merge_party *b) {
    return a->name.size && b->name.size &&
           (base_slice_equal_nocase(a->name, b->name) ||
            (a->is_person && b->is_person && (ends_in(a->name, b->name) || ends_in(b->name, a->name))));
}

/* Parties of other names may still be one: "Israel" and "the Israeli army", "three soldiers" and "Syria". */
static double compare_roles(const struct merge_party *a, const struct merge_party *b) {
    bool sector = shares_sector(a->sector, b->sector);
    if (a->country.size && b->country.size) {
        return sector ? 0.8 : a->sector.size && b->sector.size ? 0.5 : 0.7;
    }
    return sector ? 0.6 : 0.4;
}

static double compare_parties(const struct merge_party *a, const struct merge_party *b) {
    if (a->country.size && b->country.size && !base_slice_equal(a->country, b->country)) {
        return CONTRADICTION;
    }
    if (is_same_name(a, b)) {
        return 1;
    }
    return a->is_person && b->is_person ? CONTRADICTION : compare_roles(a, b);
}

static double compare_side(const struct merge_event *a, const struct merge_event *b, enum merge_side side) {
    double best = CONTRADICTION;
    if (!a->party_counts[side] || !b->party_counts[side]) {
        return UNKNOWN;
    }
    for (size_t i = 0; i < a->party_counts[side]; i++) {
        for (size_t k = 0; k < b->party_counts[side]; k++) {
            best = fmax(best, compare_parties(&a->parties[side][i], &b->parties[side][k]));
        }
    }
    return best;
}

/* ---- place and date */

/* Great-circle distance in kilometres, by the haversine formula. */
static double distance(const struct merge_event *a, const struct merge_event *b) {
    static const double RADIUS = 6371, RADIANS = 3.14159265358979323846 / 180;
    double north = sin((b->latitude - a->latitude) * RADIANS / 2), east = sin((b->longitude - a->longitude) * RADIANS / 2);
    double square = north * north + cos(a->latitude * RADIANS) * cos(b->latitude * RADIANS) * east * east;
    return 2 * RADIUS * asin(fmin(1, sqrt(square)));
}

static double compare_places(const struct merge_event *a, const struct merge_event *b) {
    if (!a->country.size && !a->has_point) {
        return UNKNOWN;
    }
    if (!b->country.size && !b->has_point) {
        return UNKNOWN;
    }
    if (a->country.size && b->country.size && !base_slice_equal(a->country, b->country)) {
        return CONTRADICTION;
    }
    if (a->geonames && a->geonames == b->geonames) {
        return 1;
    }
    if (a->is_country || b->is_country || !a->has_point || !b->has_point) {
        return a->is_country && b->is_country ? 0.8 : 0.7;
    }
    double apart = distance(a, b);
    return apart <= NEAR ? 0.95 : apart >= FAR ? CONTRADICTION : 0.5;
}

static double compare_dates(const struct merge_event *a, const struct merge_event *b) {
    if (a->status != b->status && (!a->dated || !b->dated)) {
        return CONTRADICTION; /* a plan of today is not the deed of today */
    }
    if (!a->has_days || !b->has_days) {
        return UNKNOWN;
    }
    int32_t gap = a->first > b->last ? a->first - b->last : b->first > a->last ? b->first - a->last : 0;
    if (gap > 1) {
        return CONTRADICTION;
    }
    int32_t longest = a->last - a->first > b->last - b->first ? a->last - a->first : b->last - b->first;
    double sure = a->dated && b->dated ? 1 : 0.8;
    return gap == 1 ? 0.4 : longest > 6 ? 0.5 : sure;
}

/* ---- all of it */

/* The cosine of the angle between them as vectors of weighted words (Salton and Buckley 1988). */
static double compare_words(const struct merge_event *a, const struct merge_event *b) {
    double product = 0;
    for (size_t i = 0, k = 0; i < a->word_count && k < b->word_count;) {
        bool first = a->words[i].hash <= b->words[k].hash, second = b->words[k].hash <= a->words[i].hash;
        product += first && second ? (double)a->words[i].weight * (double)b->words[k].weight : 0;
        i += first;
        k += second;
    }
    return a->length > 0 && b->length > 0 ? product / (a->length * b->length) : 0;
}

/* Modes of one type that differ, and tolls that cannot be of one event, though both change as news comes in. */
static double doubt(const struct merge_event *a, const struct merge_event *b) {
    double doubt = 0;
    if (a->mode.size && b->mode.size && !base_slice_equal(a->mode, b->mode)) {
        doubt += 0.1;
    }
    if (a->killed >= 0 && b->killed >= 0 && (a->killed > 2 * b->killed + 2 || b->killed > 2 * a->killed + 2)) {
        doubt += 0.15;
    }
    return doubt;
}

struct merge_similarity merge_compare(const struct merge_event *a, const struct merge_event *b) {
    struct merge_similarity same = {compare_side(a, b, MERGE_ACTOR), compare_side(a, b, MERGE_RECIPIENT),
                                    compare_places(a, b), compare_dates(a, b), compare_words(a, b), 0};
    if (!base_slice_equal(a->type, b->type) || same.actor < 0 || same.recipient < 0 || same.place < 0 || same.date < 0) {
        return same;
    }
    double all = ACTOR * same.actor + RECIPIENT * same.recipient + PLACE * same.place + DATE * same.date +
                 WORDS * same.words - doubt(a, b);
    same.all = fmax(0, fmin(1, all));
    return same;
}
