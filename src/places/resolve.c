/* Which place of the name: size, what the text says it lies in, the countries and places that the text is about. */
#include "places/search.h"

#include <math.h>

enum { ROUNDS = 3, MOST_COUNTRIES = 64, MOST_NEIGHBOURS = 64 };

/* On the scale of the priors, where 1 is ten times the people. */
static const float of_country = 2.5f, of_division = 1.8f, of_outlet = 0.8f, in_container = 5.0f, at_dateline = 0.5f,
                   as_area = 3.0f;
static const struct {
    double km;
    float worth;
} neighbours[] = {{60, 1.4f}, {200, 0.9f}, {600, 0.4f}};

static const double regional = 200; /* km */

struct share {
    char country[4];
    float weight;
};

struct context {
    struct places_search *search;
    struct share countries[MOST_COUNTRIES];
    size_t country_count;
    float total;
    char outlet[4];
    uint32_t around[MOST_NEIGHBOURS]; /* groups mentioned most, so that the work stays linear in their number */
    uint32_t around_count;
};

static double km_between(const struct places_sense *a, const struct places_sense *b) {
    const double radian = 3.14159265358979323846 / 180;
    double la = a->latitude * radian, lb = b->latitude * radian;
    double p = sin((lb - la) / 2), q = sin((b->longitude - a->longitude) * radian / 2);
    double h = p * p + cos(la) * cos(lb) * q * q;
    return 12742 * asin(h < 1 ? sqrt(h) : 1);
}

static const struct places_sense *best_of(const struct places_group *group) {
    return group->sense_count ? &group->senses[group->best] : NULL;
}

/* ---- what the document is about */

static void add_country(struct context *context, const char *country, float weight) {
    context->total += weight;
    for (size_t i = 0; i < context->country_count; i++) {
        if (strcmp(context->countries[i].country, country) == 0) {
            context->countries[i].weight += weight;
            return;
        }
    }
    if (context->country_count < MOST_COUNTRIES) {
        struct share *share = &context->countries[context->country_count++];
        memcpy(share->country, country, sizeof share->country);
        share->weight = weight;
    }
}

static float weight_of(const struct places_group *group) {
    bool sure = group->sense_count == 1 || group->container_count || group->senses[group->best].kind == PLACES_COUNTRY;
    return (sure ? 1.0f : 0.4f) * (1 + 0.5f * logf((float)group->mentions)) * (group->supported ? 1.0f : 0.0f);
}

static void weigh_countries(struct context *context) {
    context->country_count = 0;
    context->total = 0;
    for (size_t i = 0; i < context->search->groups.count; i++) {
        const struct places_group *group = &context->search->groups.items[i];
        const struct places_sense *best = best_of(group);
        if (best && best->country[0]) {
            add_country(context, best->country, weight_of(group));
        }
    }
}

/* Share of the other groups that lie in the country. */
static float share_of(const struct context *context, const char *country, const struct places_group *self) {
    const struct places_sense *own = best_of(self);
    float weight = 0, total = context->total, own_weight = own && own->country[0] ? weight_of(self) : 0;
    for (size_t i = 0; i < context->country_count; i++) {
        if (strcmp(context->countries[i].country, country) == 0) {
            weight = context->countries[i].weight - (own && strcmp(own->country, country) == 0 ? own_weight : 0);
        }
    }
    total -= own_weight;
    return total > 0.01f && weight > 0 ? weight / total : 0;
}

/* ---- evidence for one sense */

static bool lies_in(const struct places_sense *inner, const struct places_sense *outer) {
    if (outer->kind == PLACES_COUNTRY) {
        return inner->kind != PLACES_COUNTRY && strcmp(inner->country, outer->country) == 0;
    }
    if (inner->kind == PLACES_COUNTRY) {
        return false;
    }
    if (outer->kind == PLACES_PROVINCE && outer->division != PLACES_NO_DIVISION) {
        return inner->kind != PLACES_PROVINCE && inner->division == outer->division;
    }
    double reach = outer->kind == PLACES_PROVINCE || outer->kind == PLACES_FEATURE ? 500 : 80;
    return inner->located && outer->located && km_between(inner, outer) < reach &&
           (!outer->country[0] || strcmp(inner->country, outer->country) == 0);
}

/* Any sense of the container will do: which one is settled by the same evidence from its side. */
static float evidence_of_containers(const struct context *context, const struct places_group *group,
                                    const struct places_sense *sense) {
    for (uint32_t i = 0; i < group->container_count; i++) {
        const struct places_group *outer = &context->search->groups.items[group->containers[i]];
        if (outer->sense_count && lies_in(sense, best_of(outer))) {
            return in_container;
        }
        for (uint32_t k = 0; k < outer->sense_count; k++) {
            if (outer->senses[k].kind == PLACES_PROVINCE && lies_in(sense, &outer->senses[k])) {
                return in_container - 1;
            }
        }
    }
    return 0;
}

/* How much of what the text is about has to be near before nearness counts in full. */
static const float enough = 0.3f;

static float part_of(float weight, float total) {
    float share = total > 0 ? weight / total / enough : 0;
    return share < 1 ? share : 1;
}

/* Places close by, and those of the same province. Countries and seas have no neighbours. */
static float evidence_of_neighbours(const struct context *context, size_t self, const struct places_sense *sense) {
    float worth = 0, near = 0, division = 0, total = 0;
    for (uint32_t i = 0; i < context->around_count; i++) {
        const struct places_group *group = &context->search->groups.items[context->around[i]];
        const struct places_sense *other = best_of(group);
        if (context->around[i] == self || !other || !other->located || other->kind >= PLACES_COUNTRY) {
            continue;
        }
        float weight = weight_of(group);
        total += weight;
        division += sense->division != PLACES_NO_DIVISION && other->division == sense->division ? weight : 0;
        if (other->kind == PLACES_PROVINCE || sense->kind == PLACES_PROVINCE) {
            continue;
        }
        double far = km_between(sense, other);
        near += far < regional ? weight : 0;
        for (size_t k = 0; k < sizeof neighbours / sizeof *neighbours; k++) {
            if (far < neighbours[k].km && neighbours[k].worth > worth) {
                worth = neighbours[k].worth;
            }
        }
    }
    return worth * part_of(near, total) + of_division * part_of(division, total);
}

static void score_group(const struct context *context, size_t index) {
    struct places_group *group = &context->search->groups.items[index];
    uint32_t best = 0;
    for (uint32_t i = 0; i < group->sense_count; i++) {
        struct places_sense *sense = &group->senses[i];
        sense->score = sense->prior + of_country * share_of(context, sense->country, group) +
                       evidence_of_containers(context, group, sense);
        if (sense->located && sense->kind < PLACES_COUNTRY) {
            sense->score += evidence_of_neighbours(context, index, sense);
        }
        sense->score += context->outlet[0] && strcmp(context->outlet, sense->country) == 0 ? of_outlet : 0;
        sense->score += group->dateline && sense->kind <= PLACES_CAPITAL ? at_dateline : 0;
        bool area = sense->kind == PLACES_PROVINCE || sense->kind == PLACES_COUNTY;
        sense->score += group->area && area ? as_area : 0;
        best = sense->score > group->senses[best].score ? i : best;
    }
    group->best = best;
}

/* "Holliday, Missouri" where the table only has a Holliday in Texas: no sense is better than a wrong one. */
static void drop_wrong_senses(const struct context *context, struct places_group *group) {
    const struct places_group *province =
        group->province == DOCUMENT_NONE ? NULL : &context->search->groups.items[group->province];
    if (!province || !province->sense_count || best_of(province)->division == PLACES_NO_DIVISION) {
        return;
    }
    for (uint32_t i = 0; i < group->sense_count; i++) {
        if (group->senses[i].listed || lies_in(&group->senses[i], best_of(province))) {
            return;
        }
    }
    group->sense_count = 0;
}

static void choose_neighbours(struct context *context) {
    const struct places_group *groups = context->search->groups.items;
    for (uint32_t i = 0; i < context->search->groups.count; i++) {
        if (!groups[i].supported || !groups[i].sense_count) {
            continue;
        }
        uint32_t at = context->around_count;
        while (at > 0 && groups[context->around[at - 1]].mentions < groups[i].mentions) {
            at--;
        }
        if (at < MOST_NEIGHBOURS) {
            context->around_count += context->around_count < MOST_NEIGHBOURS;
            memmove(&context->around[at + 1], &context->around[at],
                    (context->around_count - 1 - at) * sizeof *context->around);
            context->around[at] = i;
        }
    }
}

static void read_outlet(struct context *context) {
    struct base_slice country = context->search->document->outlet_country;
    if (country.data && country.size == 3) {
        memcpy(context->outlet, country.data, 3);
    } else if (country.data) {
        places_country_code(&context->search->places->table, country, context->outlet);
    }
}

void places_resolve(struct places_search *search) {
    struct context *context = base_arena_take(search->document->arena, sizeof *context);
    context->search = search;
    read_outlet(context);
    for (size_t i = 0; i < search->groups.count; i++) { /* first by size alone */
        struct places_group *group = &search->groups.items[i];
        for (uint32_t k = 0; k < group->sense_count; k++) {
            group->best = group->senses[k].prior > group->senses[group->best].prior ? k : group->best;
        }
    }
    for (size_t i = 0; i < search->groups.count; i++) {
        drop_wrong_senses(context, &search->groups.items[i]);
    }
    choose_neighbours(context);
    for (int round = 0; round < ROUNDS; round++) {
        weigh_countries(context);
        for (size_t i = 0; i < search->groups.count; i++) {
            if (search->groups.items[i].sense_count > 1) {
                score_group(context, i);
            }
        }
    }
}
