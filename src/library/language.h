/* What sayso_language_open() loads: the model and the rooms that read it. Read-only, shared by all threads. */
#ifndef LIBRARY_LANGUAGE_H
#define LIBRARY_LANGUAGE_H

#include "actors/actors.h"
#include "claims/claims.h"
#include "dates/dates.h"
#include "events/events.h"
#include "lexicon/lexicon.h"
#include "model/model.h"
#include "page/page.h"
#include "places/places.h"
#include "syntax/syntax.h"
#include "text/text.h"

struct sayso_language {
    struct base_arena *arena;
    const struct model *model;
    const struct page *page;
    const struct text *text;
    const struct syntax *syntax;
    const struct lexicon *lexicon;
    const struct actors *actors;
    const struct dates *dates;
    const struct places *places;
    const struct claims *claims;
    const struct events *events;
    struct base_slice code; /* "en": documents in other languages are read and not coded */
};

#endif
