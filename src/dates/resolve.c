/* From captured words to days. */
#include "dates/match.h"

#include "document/tree.h"

enum { LONGEST_ANCHOR = 7 }; /* days of a date that "a day later" can count from */

struct resolver {
    const struct dates_search *search;
    const struct dates_frame *frame;
    const struct dates_capture *capture;
    uint32_t token;
    int32_t day;
};

enum tense { NO_TENSE, PAST, PRESENT, FUTURE };

/* ---- tense, for times that come round every week or year */

static enum tense own_tense(const struct resolver *r, uint32_t token) {
    const struct document *document = r->search->document;
    const struct document_token *at = document_token(document, token);
    bool finite = document_has_feature(at, "VerbForm=Fin");
    if (!finite) {
        return NO_TENSE;
    }
    return document_has_feature(at, "Tense=Past")   ? PAST
           : document_has_feature(at, "Tense=Pres") ? PRESENT
                                                                              : NO_TENSE;
}

static enum tense tense_at(const struct resolver *r, uint32_t verb) {
    const struct document *document = r->search->document;
    enum tense tense = own_tense(r, verb);
    for (DOCUMENT_CHILDREN(document, child, verb)) {
        enum document_relation relation = document_token(document, child)->relation;
        if (relation != REL_AUX && relation != REL_AUX_PASS && relation != REL_COP) {
            continue;
        }
        for (size_t i = 0; i < r->search->dates->futures.count; i++) {
            if (r->search->symbols[child] == r->search->dates->futures.items[i]) {
                return FUTURE;
            }
        }
        tense = own_tense(r, child) != NO_TENSE ? own_tense(r, child) : tense;
    }
    return tense;
}

/* Of the nearest predicate over the date. "has visited" is past: its participle says so. A bare participle may be
 * either
 * ("held in May", "due in May"), an infinitive looks ahead. */
static enum tense tense_of(const struct resolver *r) {
    const struct document *document = r->search->document;
    uint32_t at = r->token;
    for (int steps = 0; at != DOCUMENT_NONE && steps < 32; steps++, at = document_token(document, at)->head) {
        const struct document_token *token = document_token(document, at);
        enum tense tense = tense_at(r, at);
        bool past = document_has_feature(token, "Tense=Past");
        if (tense == PRESENT && past && document_child(document, at, REL_AUX_PASS) == DOCUMENT_NONE) {
            return PAST;
        }
        if (tense != NO_TENSE || (token->upos == UPOS_VERB && past)) {
            return tense;
        }
        if (document_has_feature(token, "VerbForm=Inf")) {
            return PRESENT;
        }
    }
    return NO_TENSE;
}

static int32_t distance(const struct resolver *r, struct dates_interval at, enum tense tense) {
    if (at.end < r->day) {
        return tense == FUTURE ? INT32_MAX : r->day - at.end;
    }
    if (at.start > r->day) { /* without a tense the past is the likelier one */
        return tense == PAST ? INT32_MAX : (at.start - r->day) * (tense == NO_TENSE ? 2 : 1);
    }
    return 0;
}

/* ---- "on": month, day, weekday, season, year, as far as they are given */

static bool valid_day(int year, int month, int day) {
    return day <= dates_month_start(year * 12 + month) - dates_month_start(year * 12 + month - 1);
}

static bool in_year(const struct dates_capture *c, int year, struct dates_interval *out) {
    if (c->season[0]) {
        int months = c->season[1] - c->season[0] + (c->season[1] < c->season[0] ? 13 : 1);
        *out = (struct dates_interval){document_day_of(year, c->season[0], 1),
                                       dates_month_start(year * 12 + c->season[0] - 1 + months) - 1};
        return true;
    }
    if (!c->month) {
        *out = (struct dates_interval){document_day_of(year, 1, 1), document_day_of(year, 12, 31)};
        return true;
    }
    int first = c->day ? c->day : 1, last = c->second_day ? c->second_day : c->day;
    if (!valid_day(year, c->month, first) || (last && (last < first || !valid_day(year, c->month, last)))) {
        return false;
    }
    out->start = document_day_of(year, c->month, first);
    out->end = last ? document_day_of(year, c->month, last) : dates_month_start(year * 12 + c->month) - 1;
    return true;
}

static bool resolve_weekday(const struct resolver *r, struct dates_interval *out) {
    int weekday = r->capture->weekday, today = dates_weekday_of(r->day);
    int32_t on = r->day - (today - weekday + 7) % 7; /* the last one, or the day itself */
    if (!r->frame->has_value) {
        on += on < r->day && tense_of(r) == FUTURE ? 7 : 0;
    } else if (r->frame->low < 0) {
        on -= on == r->day ? 7 : 0;
    } else if (r->frame->low > 0) {
        on += 7;
    } else {
        on = r->day - today + weekday;
    }
    *out = (struct dates_interval){on, on};
    return true;
}

/* The month, season or day of the year that is meant, among those of the years around. */
static bool resolve_year(const struct resolver *r, struct dates_interval *out) {
    int year, month, day;
    document_day_split(r->day, &year, &month, &day);
    enum tense tense = r->frame->has_value ? NO_TENSE : tense_of(r);
    int32_t best = INT32_MAX;
    bool found = false;
    for (int i = year - 2; i <= year + 2; i++) {
        struct dates_interval at;
        if (!in_year(r->capture, i, &at)) {
            continue;
        }
        int32_t far = distance(r, at, tense);
        if (r->frame->has_value) {
            bool holds = at.start <= r->day && r->day <= at.end;
            far = r->frame->low < 0   ? (at.end < r->day ? r->day - at.end : INT32_MAX)
                  : r->frame->low > 0 ? (at.start > r->day ? at.start - r->day : INT32_MAX)
                                      : (holds       ? 0
                                         : i == year ? 1
                                                     : INT32_MAX);
        }
        if (far < best) {
            best = far;
            *out = at;
            found = true;
        }
    }
    return found;
}

static bool resolve_on(const struct resolver *r, struct dates_interval *out) {
    const struct dates_capture *c = r->capture;
    if (c->has_iso) {
        *out = (struct dates_interval){c->iso, c->iso};
        return true;
    }
    if (c->decade) {
        *out = (struct dates_interval){document_day_of(c->decade, 1, 1), document_day_of(c->decade + 9, 12, 31)};
        return true;
    }
    if (c->year) {
        return in_year(c, c->year, out);
    }
    if (r->day == DOCUMENT_DAY_OPEN) {
        return false;
    }
    return c->month || c->season[0] ? resolve_year(r, out) : c->weekday ? resolve_weekday(r, out) : false;
}

/* ---- the other operations */

static bool resolve_unit(const struct resolver *r, struct dates_interval *out) {
    const struct dates_capture *c = r->capture;
    if (c->weekday) {
        int32_t on = dates_unit_of(r->day, DATES_WEEKS, r->frame->low).start + c->weekday - 1;
        *out = (struct dates_interval){on, on};
        return true;
    }
    if (c->month) {
        int year, month, day;
        document_day_split(r->day, &year, &month, &day);
        return in_year(c, year + r->frame->low, out);
    }
    if (c->unit == DATES_HOURS || c->unit == DATES_DAYS) {
        return false;
    }
    /* "this weekend", told early in the week, is the one before. */
    bool before =
        c->unit == DATES_WEEKENDS && r->frame->low == 0 && dates_weekday_of(r->day) <= 3 && tense_of(r) == PAST;
    *out = dates_unit_of(r->day, c->unit, r->frame->low - before);
    return true;
}

static void numbers(const struct resolver *r, int *low, int *high) {
    bool captured = r->capture->number[0] >= 0;
    *low = captured ? r->capture->number[0] : r->frame->low;
    *high = captured ? r->capture->number[1] : r->frame->high;
}

/* Two weeks ago, three days from now: whole calendar units; a vague number spans them. */
static bool resolve_away(const struct resolver *r, int32_t from, int sign, struct dates_interval *out) {
    int low, high;
    numbers(r, &low, &high);
    int near = sign > 0 ? low : -high, far = sign > 0 ? high : -low;
    out->start = dates_unit_of(from, r->capture->unit, near).start;
    out->end = dates_unit_of(from, r->capture->unit, far).end;
    return true;
}

/* Two days later: from a date of the frame, or from the last one in the text. */
static bool resolve_from_other(const struct resolver *r, int sign, struct dates_interval *out) {
    const struct dates_capture *c = r->capture;
    uint32_t other = c->date_count ? c->dates[0] : r->search->previous;
    if (other == DOCUMENT_NONE) {
        return false;
    }
    struct dates_interval from = r->search->found.items[other].interval;
    int unit = c->unit < 0 ? DATES_DAYS : c->unit;
    bool days = unit == DATES_DAYS || unit == DATES_HOURS;
    if (from.start == DOCUMENT_DAY_OPEN || from.end == DOCUMENT_DAY_OPEN ||
        (days && from.end - from.start >= LONGEST_ANCHOR)) {
        return false;
    }
    int low, high;
    numbers(r, &low, &high);
    int near = sign > 0 ? low : -high, far = sign > 0 ? high : -low;
    out->start = dates_unit_of(from.start, unit, near).start;
    out->end = dates_unit_of(days ? from.end : from.start, unit, far).end;
    return true;
}

static bool resolve_part(const struct resolver *r, struct dates_interval *out) {
    const struct dates_capture *c = r->capture;
    struct dates_interval whole;
    if (c->date_count) {
        whole = r->search->found.items[c->dates[0]].interval;
    } else if (c->decade) {
        resolve_on(r, &whole);
    } else if (r->day != DOCUMENT_DAY_OPEN && c->unit > DATES_DAYS) {
        whole = dates_unit_of(r->day, c->unit, 0);
    } else {
        return false;
    }
    return r->frame->has_value ? dates_part_of(whole, r->frame->low, r->frame->high, r->frame->of, out)
                               : dates_part_of(whole, c->part[0], c->part[1], c->part[2], out);
}

static bool resolve_quarter(const struct resolver *r, struct dates_interval *out) {
    const struct dates_capture *c = r->capture;
    if (c->ordinal < 1 || c->ordinal > 4 || (!c->date_count && r->day == DOCUMENT_DAY_OPEN)) {
        return false;
    }
    struct dates_interval whole =
        c->date_count ? r->search->found.items[c->dates[0]].interval : dates_unit_of(r->day, DATES_YEARS, 0);
    return dates_part_of(whole, c->ordinal - 1, c->ordinal, 4, out);
}

/* "Since" and the like do not reach into a phrase: "after Tuesday's talks" is not after Tuesday. */
static bool is_modifier(const struct resolver *r, uint32_t found) {
    const struct dates_found *date = &r->search->found.items[found];
    const struct document *document = r->search->document;
    for (uint32_t i = date->first; i < date->first + date->count; i++) {
        const struct document_token *at = document_token(document, i);
        bool outside = at->head != DOCUMENT_NONE && (at->head < date->first || at->head >= date->first + date->count);
        if (outside && (at->relation == REL_NMOD_POSS || at->relation == REL_COMPOUND || at->relation == REL_AMOD)) {
            return true;
        }
    }
    return false;
}

static bool resolve_open(const struct resolver *r, struct dates_interval *out) {
    struct dates_interval at = r->search->found.items[r->capture->dates[0]].interval;
    bool at_end = r->frame->operation == DATES_UNTIL || r->frame->operation == DATES_AFTER;
    int32_t edge = at_end ? at.end : at.start;
    if (edge == DOCUMENT_DAY_OPEN || is_modifier(r, r->capture->dates[0])) {
        return false;
    }
    *out = (struct dates_interval){DOCUMENT_DAY_OPEN, DOCUMENT_DAY_OPEN};
    switch (r->frame->operation) {
    case DATES_SINCE: out->start = edge; break;
    case DATES_UNTIL: out->end = edge; break;
    case DATES_AFTER: out->start = edge + 1; break;
    default: out->end = edge - 1; break;
    }
    return true;
}

static bool resolve_range(const struct resolver *r, struct dates_interval *out) {
    const struct dates_capture *c = r->capture;
    if (c->date_count < 2) {
        return false;
    }
    out->start = r->search->found.items[c->dates[0]].interval.start;
    out->end = r->search->found.items[c->dates[1]].interval.end;
    return out->start != DOCUMENT_DAY_OPEN && out->end != DOCUMENT_DAY_OPEN && out->start <= out->end;
}

/* What is counted from the day of the text. */
static bool resolve_relative(const struct resolver *r, struct dates_interval *out) {
    int low, high;
    int32_t day = r->day;
    int unit = r->capture->unit;
    numbers(r, &low, &high);
    switch (r->frame->operation) {
    case DATES_DAY_OFFSET:
        *out = (struct dates_interval){day + r->frame->low, day + r->frame->high};
        return document_child(r->search->document, r->token, REL_AMOD) == DOCUMENT_NONE; /* "a brighter tomorrow" */
    case DATES_WEEKEND: *out = dates_unit_of(day, DATES_WEEKENDS, dates_weekday_of(day) >= 6 ? 0 : -1); return true;
    default: break;
    }
    if (r->frame->operation == DATES_UNIT_OFFSET) {
        return (unit >= 0 || r->capture->weekday || r->capture->month) && resolve_unit(r, out);
    }
    if (unit < 0) {
        return false;
    }
    switch (r->frame->operation) {
    case DATES_BEGUN:
    case DATES_REST:
        *out = dates_unit_of(day, unit, 0);
        *(r->frame->operation == DATES_BEGUN ? &out->end : &out->start) = day;
        return unit > DATES_DAYS && out->start <= out->end;
    case DATES_AGO: return resolve_away(r, day, -1, out);
    case DATES_AHEAD: return resolve_away(r, day, 1, out);
    case DATES_RECENT: *out = (struct dates_interval){dates_shift(day, unit, -high), day}; return true;
    case DATES_COMING: *out = (struct dates_interval){day, dates_shift(day, unit, high)}; return true;
    default: return false;
    }
}

bool dates_resolve(const struct dates_search *search, const struct dates_frame *frame,
                   const struct dates_capture *capture, uint32_t token, struct dates_interval *out) {
    struct resolver r = {search, frame, capture, token, search->document->day};
    switch (frame->operation) {
    case DATES_NOTHING: return true;
    case DATES_ON:
    case DATES_BETWEEN_DAYS: return resolve_on(&r, out);
    case DATES_AT: *out = (struct dates_interval){frame->low, frame->high}; return true;
    case DATES_LATER: return resolve_from_other(&r, 1, out);
    case DATES_EARLIER: return resolve_from_other(&r, -1, out);
    case DATES_PART_OF: return resolve_part(&r, out);
    case DATES_QUARTER_OF: return resolve_quarter(&r, out);
    case DATES_CENTURY_OF:
        *out = (struct dates_interval){document_day_of(capture->ordinal * 100 - 99, 1, 1),
                                       document_day_of(capture->ordinal * 100, 12, 31)};
        return capture->ordinal > 0 && capture->ordinal < 30;
    case DATES_SAME: *out = search->found.items[capture->dates[0]].interval; return capture->date_count > 0;
    case DATES_SINCE:
    case DATES_UNTIL:
    case DATES_AFTER:
    case DATES_BEFORE: return capture->date_count > 0 && resolve_open(&r, out);
    case DATES_RANGE: return resolve_range(&r, out);
    default: return r.day != DOCUMENT_DAY_OPEN && resolve_relative(&r, out);
    }
}
