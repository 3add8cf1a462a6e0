/* What the frames of verbs and of nouns are put together from. Of frame*.c only; others take frame.h. */
#ifndef EVENTS_FRAME_PARTS_H
#define EVENTS_FRAME_PARTS_H

#include "events/frame.h"

/* Adds an argument that is not yet there; DOCUMENT_NONE is none. */
void events_add_argument(struct events_frame *frame, enum events_role role, uint32_t token, struct base_slice marker);
/* The first with the role, or DOCUMENT_NONE. */
uint32_t events_first_argument(const struct events_frame *frame, enum events_role role);
/* Of "hundreds of soldiers" the soldiers, of "the city of Idlib" Idlib; of a name the word that heads its mention. */
uint32_t events_counted(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t token);
/* Who does it, without the words that only count. */
uint32_t events_subject_of(const struct document *document, const struct events_vocabulary *vocabulary,
                           uint32_t predicate);
/* "Calling for Smith to resign", where "for" was taken for the infinitive's and Smith for the verb's: its marker. */
struct base_slice events_borrowed_marker(const struct document *document, uint32_t verb, uint32_t phrase);
/* Prepositional phrases below `top`, which may be the predicate, its object or its light verb; with `agents`, those of the
 * agent are the subject. */
void events_add_cases(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t top,
                      bool agents, struct events_frame *frame);
/* Those below the phrases that the frame has. */
void events_add_deeper_cases(const struct document *document, const struct events_vocabulary *vocabulary,
                             bool agents, struct events_frame *frame);
/* The clauses that complete `top`, and their arguments. */
void events_add_clauses(const struct document *document, uint32_t top, struct events_frame *frame);
void events_borrow_from_clauses(const struct document *document, const struct events_vocabulary *vocabulary,
                                struct events_frame *frame);

void events_noun_frame(const struct document *document, const struct events_vocabulary *vocabulary,
                       struct events_frame *frame);

#endif
