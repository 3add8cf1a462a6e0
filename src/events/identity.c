#include "events/identity.h"

static bool share(const struct document *document, const uint32_t *a, size_t a_count, const uint32_t *b,
                  size_t b_count) {
    const struct document_mention *mentions = document->mentions.items;
    for (size_t i = 0; i < a_count; i++) {
        for (size_t j = 0; j < b_count; j++) {
            if (mentions[a[i]].entity == mentions[b[j]].entity) {
                return true;
            }
        }
    }
    return false;
}

static bool places_agree(const struct document *document, uint32_t a, uint32_t b) {
    if (a == DOCUMENT_NONE || b == DOCUMENT_NONE || a == b) {
        return true;
    }
    const struct document_place *x = &document->places.items[a], *y = &document->places.items[b];
    if (base_slice_equal(x->name, y->name)) {
        return true;
    }
    return x->country[0] && strcmp(x->country, y->country) == 0 &&
           (x->precision == DOCUMENT_COUNTRY || y->precision == DOCUMENT_COUNTRY);
}

static bool dates_agree(const struct document *document, uint32_t a, uint32_t b) {
    if (a == DOCUMENT_NONE || b == DOCUMENT_NONE) {
        return true;
    }
    const struct document_date *x = &document->dates.items[a], *y = &document->dates.items[b];
    bool before = x->end != DOCUMENT_DAY_OPEN && y->start != DOCUMENT_DAY_OPEN && x->end < y->start;
    bool after = y->end != DOCUMENT_DAY_OPEN && x->start != DOCUMENT_DAY_OPEN && y->end < x->start;
    return !before && !after;
}

/* One clause of the sentence hangs from the other: "attacked the village, killing two". */
static bool same_sentence(const struct document_event *a, const struct document_event *b) {
    return a->tellings[a->telling_count - 1].sentence == b->tellings[0].sentence;
}

/* Is each of the one's parties one of the other's, or the other way round? "Met Putin" is not "visited Moscow". */
static bool meet_the_same(const struct document *document, const struct document_event *a,
                          const struct document_event *b) {
    size_t found = 0, count = b->actor_count + b->recipient_count;
    for (size_t i = 0; i < count; i++) {
        const uint32_t *party = i < b->actor_count ? &b->actors[i] : &b->recipients[i - b->actor_count];
        found += share(document, a->actors, a->actor_count, party, 1) ||
                 share(document, a->recipients, a->recipient_count, party, 1);
    }
    size_t others = a->actor_count + a->recipient_count;
    return found == count || found == others;
}

static bool parties_agree(const struct document *document, const struct document_event *a,
                          const struct document_event *b) {
    if (a->type == EVENTS_CONSULT) {
        return meet_the_same(document, a, b);
    }
    if (a->actor_count + a->recipient_count == 0 || b->actor_count + b->recipient_count == 0) {
        return a->place != DOCUMENT_NONE && b->place != DOCUMENT_NONE; /* "riots broke out in Lima": by whom is told later */
    }
    bool actors = share(document, a->actors, a->actor_count, b->actors, b->actor_count);
    bool recipients = share(document, a->recipients, a->recipient_count, b->recipients, b->recipient_count);
    if (a->actor_count && b->actor_count && !actors) {
        return false;
    }
    if (a->recipient_count && b->recipient_count && !recipients) { /* "an attack on the village killed ten" */
        bool one = actors || a->actor_count == 0 || b->actor_count == 0;
        return one && same_sentence(a, b) && a->type == EVENTS_ASSAULT;
    }
    bool both = a->recipient_count && b->recipient_count;
    if (events_quad_class(a->type) % 2 == 1 && !both) {
        return actors && base_slice_equal(a->rule, b->rule); /* words to nobody in particular: many, unless repeated */
    }
    return actors || recipients;
}

bool events_are_one(const struct document *document, const struct document_event *earlier,
                    const struct document_event *later) {
    unsigned world = DOCUMENT_NEGATION | DOCUMENT_FUTURE | DOCUMENT_HYPOTHETICAL;
    return earlier->type == later->type &&
           (earlier->mode == later->mode || earlier->mode == 0 || later->mode == 0) &&
           (earlier->aux & world) == (later->aux & world) && parties_agree(document, earlier, later) &&
           places_agree(document, earlier->place, later->place) && dates_agree(document, earlier->date, later->date);
}

/* "Shot a crowd, killing nine": the nine are of those before. */
static bool is_number(const struct document *document, uint32_t mention) {
    return document->tokens.items[document->mentions.items[mention].head].upos == UPOS_NUM;
}

static void add_mentions(const struct document *document, uint32_t **mentions, size_t *count, const uint32_t *more,
                         size_t more_count) {
    uint32_t *all = base_arena_array(document->arena, *count + more_count + 1, sizeof *all);
    memcpy(all, *mentions, *count * sizeof *all);
    for (size_t i = 0; i < more_count; i++) {
        if (!share(document, all, *count, &more[i], 1) && (*count == 0 || !is_number(document, more[i]))) {
            all[(*count)++] = more[i];
        }
    }
    *mentions = all;
}

static int32_t known(int32_t a, int32_t b) {
    return a >= 0 ? a : b;
}

static bool is_same_chain(const struct document_telling *a, const struct document_telling *b) {
    for (size_t i = 0; i < a->link_count && i < b->link_count; i++) {
        if (a->links[i].claim != b->links[i].claim) {
            return false;
        }
    }
    return a->link_count == b->link_count;
}

void events_unite(const struct document *document, struct document_event *earlier, const struct document_event *later) {
    bool together = same_sentence(earlier, later);
    if (together || earlier->actor_count == 0) {
        add_mentions(document, &earlier->actors, &earlier->actor_count, later->actors, later->actor_count);
    }
    if (together || earlier->recipient_count == 0) {
        add_mentions(document, &earlier->recipients, &earlier->recipient_count, later->recipients,
                     later->recipient_count);
    }
    earlier->mode = earlier->mode ? earlier->mode : later->mode;
    earlier->score = events_score(earlier->type, earlier->mode);
    earlier->place = earlier->place != DOCUMENT_NONE ? earlier->place : later->place;
    earlier->date = earlier->date != DOCUMENT_NONE ? earlier->date : later->date;
    earlier->killed = known(earlier->killed, later->killed);
    earlier->injured = known(earlier->injured, later->injured);
    earlier->arrested = known(earlier->arrested, later->arrested);
    earlier->contexts |= later->contexts;
    if (together && is_same_chain(&earlier->tellings[earlier->telling_count - 1], &later->tellings[0])) {
        return;
    }
    struct document_telling *tellings =
        base_arena_array(document->arena, earlier->telling_count + 1, sizeof *tellings);
    memcpy(tellings, earlier->tellings, earlier->telling_count * sizeof *tellings);
    tellings[earlier->telling_count++] = later->tellings[0];
    earlier->tellings = tellings;
}
