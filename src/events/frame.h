/* Frames: a predicate with its logical arguments, the same for "Iran attacked Iraq", "Iraq was attacked by Iran", "Iran,
 * which attacked Iraq", "Iran's attack on Iraq", "Iran launched an attack on Iraq".
 *
 * Takes: the tree. Adds nothing to the document. Promises: `subject` is who does it and `object` who suffers it, whatever
 * the voice; a relative pronoun is replaced by the noun that it stands for; a subject that control, raising or conjunction
 * leaves out is filled in; arguments that hang from the predicate itself come before borrowed ones.
 */
#ifndef EVENTS_FRAME_H
#define EVENTS_FRAME_H

#include "document/tree.h"
#include "events/vocabulary.h"

enum events_role {
    EVENTS_SUBJECT,
    EVENTS_OBJECT,
    EVENTS_INDIRECT,
    EVENTS_POSSESSIVE,
    EVENTS_MODIFIER,       /* adjective or noun in front of an event noun: "air strike" */
    EVENTS_PARTICLE,       /* particle or adverb: "break off" */
    EVENTS_CLAUSE,         /* head of a clause that completes the predicate: "agreed to withdraw" */
    EVENTS_CLAUSE_SUBJECT, /* of that clause */
    EVENTS_CLAUSE_OBJECT,
    EVENTS_SELF,           /* the predicate itself */
    EVENTS_CASE,           /* prepositional, by its marker */
    /* Of rules only: */
    EVENTS_OBLIQUE,        /* prepositional, by any marker but those of where something happens */
    EVENTS_BEFORE,         /* words on the subject's side of a verb, and on the other */
    EVENTS_AFTER,
    EVENTS_ROLES
};

struct events_argument {
    uint32_t token;
    enum events_role role;
    struct base_slice marker; /* lemma of the case marker of EVENTS_CASE, of the mark of EVENTS_CLAUSE */
};

enum { EVENTS_ARGUMENTS = 32 };

struct events_reach;

struct events_frame {
    uint32_t predicate;
    uint32_t clause; /* token that bears tense and negation: of a light verb, else the predicate */
    char part;       /* 'v', 'n', 'a' */
    const struct events_reach *reach; /* NULL where no dictionary of PETRARCH is used */
    size_t count;
    struct events_argument arguments[EVENTS_ARGUMENTS]; /* further ones are left out */
};

/* 'v', 'n' or 'a' for a token that can be a predicate, else 0. */
char events_predicate_part(const struct document *document, uint32_t token);
/* Can a predicate of that part of speech have such an argument? */
bool events_part_has(char part, enum events_role role);
void events_frame_of(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t predicate,
                     struct events_frame *out);

/* Is the verb passive in its clause: "was arrested", "arrested by police", "was tried and hanged"? */
bool events_is_passive(const struct document *document, uint32_t verb);
/* The subject on the surface, filled in where control, raising, conjunction or a relative clause leave it out; or
 * DOCUMENT_NONE. */
uint32_t events_surface_subject(const struct document *document, const struct events_vocabulary *vocabulary,
                                uint32_t predicate);
/* Does the clause say what somebody is asked or made to do: "calls for the mayor to resign"? */
bool events_is_asked_of(const struct document *document, const struct events_vocabulary *vocabulary, uint32_t clause);
bool events_is_relative(const struct document *document, uint32_t pronoun);
/* What a relative pronoun stands for; else the token itself. */
uint32_t events_antecedent(const struct document *document, uint32_t token);
/* The lemmas of a fixed expression: "as well as"; of another word its own. */
struct base_slice events_fixed(const struct document *document, uint32_t token);
/* Lemma of the case marker ("on", "because of"); empty: none. */
struct base_slice events_marker(const struct document *document, uint32_t token, enum document_relation relation);

#endif
