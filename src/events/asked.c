#include "events/asked.h"

static const char *const modes[EVENTS_ASKED_MODES] = {[EVENTS_ASKED_YIELD] = "yield",   [EVENTS_ASKED_MEET] = "meet",
                                                      [EVENTS_ASKED_ASSIST] = "assist", [EVENTS_ASKED_CHANGE] = "change"};

static bool is_asked(const struct document *document, const struct events_vocabulary *vocabulary, unsigned mode,
                     uint32_t token) {
    return token != DOCUMENT_NONE && events_class_has(vocabulary->asked[mode], document_token(document, token)->lemma);
}

/* "To hold talks" is to meet, whatever else is held; else the verb counts before its object ("to lift the ban"). */
static unsigned mode_of(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t content) {
    uint32_t object = document_child(document, content, REL_OBJ);
    if (is_asked(document, vocabulary, EVENTS_ASKED_MEET, object)) {
        return EVENTS_ASKED_MEET;
    }
    for (unsigned turn = 0; turn < 2; turn++) {
        for (unsigned mode = 0; mode < EVENTS_ASKED_MODES; mode++) {
            if (is_asked(document, vocabulary, mode, turn == 0 ? content : object)) {
                return mode;
            }
        }
    }
    return EVENTS_ASKED_MODES;
}

uint8_t events_asked_mode(const struct document *document, const struct events_vocabulary *vocabulary, uint8_t type,
                          const struct events_match *match) {
    uint8_t found = 0;
    if (type != EVENTS_REQUEST && type != EVENTS_REJECT) {
        return 0;
    }
    for (size_t i = 0; i < match->content_count && !found; i++) {
        uint32_t content = match->contents[i];
        bool act = document_token(document, content)->upos == UPOS_VERB; /* who violates a law refuses no change of laws */
        unsigned mode = act || type == EVENTS_REQUEST ? mode_of(document, vocabulary, content) : EVENTS_ASKED_MODES;
        if (mode < EVENTS_ASKED_MODES) {
            events_mode_of(type, base_slice_of(modes[mode]), &found);
        }
    }
    return found;
}
