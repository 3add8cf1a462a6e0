#include "events/plover.h"

enum { MODES = 15 };

struct mode {
    const char *name;
    float score;
};

struct type {
    const char *name;
    unsigned quad;
    float score;
    bool needs_recipient;
    struct mode modes[MODES]; /* ended by a name of NULL */
};

static const struct type types[EVENTS_TYPES] = {
    [EVENTS_AGREE] = {"AGREE", 1, 2.5f, false, {{0}}},
    [EVENTS_CONSULT] = {"CONSULT", 1, 2.5f, false,
                        {{"visit", 4}, {"third-party", 1}, {"multilateral", 4}, {"phone", 1.5f}}},
    [EVENTS_SUPPORT] = {"SUPPORT", 1, 5, false, {{0}}},
    [EVENTS_CONCEDE] = {"CONCEDE", 1, 4.5f, false, {{0}}},
    [EVENTS_COOPERATE] = {"COOPERATE", 2, 9.5f, true, {{0}}},
    [EVENTS_AID] = {"AID", 2, 10, true, {{0}}},
    [EVENTS_RETREAT] = {"RETREAT", 2, 6.5f, false,
                        {{"withdraw", 8}, {"release", 6.5f}, {"disarm", 10}, {"ceasefire", 7.5f}, {"access", 6.5f},
                         {"resign", 4.5f}}},
    [EVENTS_REQUEST] = {"REQUEST", 3, 0, false, {{"assist", 0.5f}, {"change", -1}, {"yield", -1}, {"meet", 0}}},
    [EVENTS_ACCUSE] = {"ACCUSE", 3, -3, false, {{"disapprove", -2}, {"investigate", -3.5f}, {"allege", -3.5f}}},
    [EVENTS_REJECT] = {"REJECT", 3, -2, false, {{"assist", -1.5f}, {"change", -2}, {"yield", -2}, {"meet", -2}}},
    [EVENTS_THREATEN] = {"THREATEN", 3, -3.5f, false,
                         {{"restrict", -3}, {"arrest", -3.5f}, {"relations", -3.5f}, {"expel", -3.5f},
                          {"territory", -4}, {"violence", -3.5f}}},
    [EVENTS_PROTEST] = {"PROTEST", 4, -5, false,
                        {{"demo", -5}, {"riot", -7}, {"strike", -5}, {"hunger", -4.5f}, {"boycott", -4.5f},
                         {"obstruct", -4.5f}, {"vandalize", -5}}},
    [EVENTS_SANCTION] = {"SANCTION", 4, -6, true,
                         {{"convict", -6}, {"expel", -5.5f}, {"withdraw", -6}, {"discontinue", -6}}},
    [EVENTS_MOBILIZE] = {"MOBILIZE", 4, -5.5f, false,
                         {{"troops", -6.5f}, {"weapons", -6.5f}, {"police", -5.5f}, {"militia", -6}}},
    [EVENTS_COERCE] = {"COERCE", 4, -7, false,
                       {{"seize", -7}, {"restrict", -7}, {"arrest", -7}, {"deport", -7}, {"withhold", -7},
                        {"cyber", -7}, {"censor", -6.5f}, {"curfew", -6.5f}, {"misinformation", -6.5f},
                        {"martial-law", -7.5f}}},
    [EVENTS_ASSAULT] = {"ASSAULT", 4, -9, false,
                        {{"abduct", -8.5f}, {"torture", -8.5f}, {"sexual", -8.5f}, {"destroy", -8.5f},
                         {"beat", -7.5f}, {"crowd-control", -7.5f}, {"primitive", -8}, {"firearms", -9},
                         {"explosives", -9}, {"targeted", -9.5f}, {"suicide-attack", -9.5f}, {"aerial", -9.5f},
                         {"drone", -9.5f}, {"heavy-weapons", -9.5f}, {"unconventional", -10}}},
};

static const char *const contexts[] = {
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
};

_Static_assert(sizeof contexts / sizeof *contexts <= 64, "contexts are bits of 64");

const char *events_type_name(uint8_t type) {
    return types[type].name;
}

const char *events_mode_name(uint8_t type, uint8_t mode) {
    return mode > 0 ? types[type].modes[mode - 1].name : NULL;
}

float events_score(uint8_t type, uint8_t mode) {
    return mode > 0 ? types[type].modes[mode - 1].score : types[type].score;
}

unsigned events_quad_class(uint8_t type) {
    return types[type].quad;
}

bool events_needs_recipient(uint8_t type) {
    return types[type].needs_recipient;
}

unsigned events_context_count(void) {
    return sizeof contexts / sizeof *contexts;
}

const char *events_context_name(unsigned bit) {
    return contexts[bit];
}

bool events_type_of(struct base_slice name, uint8_t *type) {
    for (uint8_t i = 0; i < EVENTS_TYPES; i++) {
        if (base_slice_is(name, types[i].name)) {
            *type = i;
            return true;
        }
    }
    return false;
}

bool events_mode_of(uint8_t type, struct base_slice name, uint8_t *mode) {
    for (uint8_t i = 0; i < MODES && types[type].modes[i].name; i++) {
        if (base_slice_is(name, types[type].modes[i].name)) {
            *mode = (uint8_t)(i + 1);
            return true;
        }
    }
    return false;
}

bool events_context_of(struct base_slice name, unsigned *bit) {
    for (unsigned i = 0; i < events_context_count(); i++) {
        if (base_slice_is(name, contexts[i])) {
            *bit = i;
            return true;
        }
    }
    return false;
}
