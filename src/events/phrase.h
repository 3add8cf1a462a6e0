/* Words that a pattern of PETRARCH asks for somewhere in the phrases around its verb, not as the head of an argument.
 *
 * Takes: frames, and the words that patterns look for. Promises: a word is found by its form or its lemma, without case; the
 * words around a predicate are gathered once, and 64 bits of them tell of most patterns that they are not there.
 */
#ifndef EVENTS_PHRASE_H
#define EVENTS_PHRASE_H

#include "events/frame.h"

struct events_word_set {
    struct base_map phrases; /* in lower case, "_" between the words */
    uint32_t longest;        /* words of the longest one; hyphens between them do not count */
    uint64_t bit;
};

/* A word, or any phrase of a set. */
struct events_phrase_part {
    struct base_slice word;
    const struct events_word_set *set;
};

/* Parts that follow each other. */
struct events_phrase {
    const struct events_phrase_part *parts;
    size_t count;
};

enum { EVENTS_REACH = 160, EVENTS_NO_ARGUMENT = 255 };

struct events_reach_word {
    uint32_t token;
    uint8_t argument; /* of the frame, whose phrase it is in; EVENTS_NO_ARGUMENT: hangs from the predicate itself */
    bool before, after; /* on the subject's side; on the other. In a passive clause arguments are on both */
};

/* The words around a predicate, those of one argument together. */
struct events_reach {
    struct events_reach_word words[EVENTS_REACH]; /* further ones are left out */
    size_t count;
    uint64_t found; /* bits of the words that patterns look for */
};

const struct events_reach *events_reach_of(const struct document *document, const struct events_vocabulary *vocabulary,
                                           const struct events_frame *frame);
/* Is the token the last one of the phrase? */
bool events_phrase_ends(const struct document *document, const struct events_phrase *phrase, uint32_t token);

/* "_" and nothing else parts the words of `text`, which is in lower case; one with a hyphen may be one token or several. */
void events_word_set_add(struct events_word_set *set, struct base_arena *arena, struct base_slice text);
/* What patterns look for: the bit of a word; a set is given its bit once it is complete. */
uint64_t events_seek_word(struct events_vocabulary *vocabulary, struct base_slice word);
void events_seek_set(struct events_vocabulary *vocabulary, struct events_word_set *set);

#endif
