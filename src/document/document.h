/* The document: what all rooms share.
 *
 * Each room reads the layers before its own and adds one; no room changes an earlier layer. All of it lives in the
 * document's arena and dies with it. Things refer to each other by index into the arrays here; DOCUMENT_NONE is no index.
 * Offsets are bytes into `text`, never inside a character; spans are [start, end).
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/vector.h"
#include "document/syntax.h"

#define DOCUMENT_NONE UINT32_MAX

struct document_span {
    uint32_t start, end;
};

/* ---- page: where it came from, and its article */

enum document_block_role { DOCUMENT_TITLE, DOCUMENT_LEDE, DOCUMENT_BODY, DOCUMENT_QUOTE, DOCUMENT_LIST };

struct document_block {
    struct document_span span;
    enum document_block_role role;
    char language[4];      /* ISO 639-1 (or -3 where there is no shorter code); empty: not known */
    bool has_source;
    size_t source[2];      /* bytes of the unwrapped input that it was read from */
};

enum document_media_kind { DOCUMENT_PHOTO, DOCUMENT_VIDEO };

struct document_media {
    enum document_media_kind kind;
    struct base_slice caption, credit; /* data NULL: none */
};

enum document_drop {
    DOCUMENT_DROP_NAVIGATION,
    DOCUMENT_DROP_SHARE,
    DOCUMENT_DROP_COMMENT,
    DOCUMENT_DROP_FORM,
    DOCUMENT_DROP_EMBED,
    DOCUMENT_DROP_DUPLICATE,
    DOCUMENT_DROP_LANGUAGE,
    DOCUMENT_DROP_CAPTION,
    DOCUMENT_DROP_CREDIT,
    DOCUMENT_DROP_PROMOTION,
    DOCUMENT_DROP_RELATED,
    DOCUMENT_DROP_DATE,
    DOCUMENT_DROP_HIDDEN,
    DOCUMENT_DROP_BOILERPLATE
};

struct document_dropped {
    struct base_slice text;
    enum document_drop why;
};

/* ---- text and syntax: sentences of words (UD's "words"; a multiword token such as "don't" is two of them) */

struct document_token {
    struct document_span span;    /* in a multiword token: its own bytes where it stands there, else the whole token's */
    struct base_slice form;
    struct base_slice lemma;      /* lower case but for proper nouns, as in UD English */
    struct base_slice xpos;       /* Penn tag */
    struct base_slice feats;      /* "Number=Sing|Person=3", empty: none */
    enum document_upos upos;
    enum document_relation relation; /* to the head, see document/syntax.h */
    uint32_t head;                /* token; DOCUMENT_NONE: the root of its sentence */
    uint32_t sentence;
    uint32_t first_child, next_sibling; /* tokens in text order; DOCUMENT_NONE: no more. Set by document_link_children() */
    uint32_t name;                /* name that the token is part of, or DOCUMENT_NONE */
    uint8_t multiword;            /* at the first word of a multiword token: how many words it has; else 0 */
    struct document_span surface; /* of the multiword token; else as span */
    bool space_after;
};

struct document_sentence {
    uint32_t first, count;        /* tokens */
    struct document_span span;
    uint32_t block;               /* DOCUMENT_NONE: not from a page block */
    bool starts_paragraph;
    struct base_slice id;         /* "# sent_id" of CoNLL-U input; empty: none */
};

enum document_name_type { DOCUMENT_NAME_PER, DOCUMENT_NAME_ORG, DOCUMENT_NAME_LOC };

struct document_name {
    struct document_span span;
    uint32_t first, count;        /* tokens */
    enum document_name_type type;
};

/* ---- dates and places */

/* Days are counted from 1970-01-01 in the proleptic Gregorian calendar. Both ends are included. */
#define DOCUMENT_DAY_OPEN INT32_MIN

struct document_date {
    struct document_span span;
    uint32_t first, count, head;  /* tokens; `head` is the one that hangs from outside */
    int32_t start, end;           /* DOCUMENT_DAY_OPEN: open ("since 2011") */
};

enum document_precision { DOCUMENT_POINT, DOCUMENT_CITY, DOCUMENT_REGION, DOCUMENT_COUNTRY };

struct document_place {
    struct document_span span;
    uint32_t first, count, head;  /* tokens */
    struct base_slice name;       /* of the place, not of the mention: "Latakia" for "Lattakiya" */
    char country[4];              /* ISO 3166-1 alpha-3; empty: not known */
    bool located;
    double latitude, longitude;   /* degrees */
    uint32_t geonames;            /* 0: not known */
    enum document_precision precision;
    bool adjective;               /* "Turkish": a toponym, but not the place of an event */
};

/* ---- actors */

enum document_entity_type {
    DOCUMENT_THING, /* nobody: a noun phrase that stands for no actor; never printed */
    DOCUMENT_PER,
    DOCUMENT_ORG,
    DOCUMENT_LOC,
    DOCUMENT_GROUP,
    DOCUMENT_ANON   /* a person or body without a name: "an Israeli security source" */
};

enum document_role_status { DOCUMENT_CURRENT, DOCUMENT_FORMER, DOCUMENT_ACTING, DOCUMENT_DESIGNATE, DOCUMENT_ALLEGED };

struct document_role {
    struct base_slice title, of;  /* `of` may be empty */
    enum document_role_status status;
};

enum { DOCUMENT_SECTORS = 4 };

struct document_entity {
    struct base_slice name;       /* canonical: of the dictionary, else the longest mention by name, else the first one */
    enum document_entity_type type;
    char country[4];              /* ISO 3166-1 alpha-3, or IGO UNO EUR NGO ISM IMG MNC; empty: not known */
    char sector[DOCUMENT_SECTORS][4]; /* PLOVER codes, most telling first, empty ones last */
    const struct document_role *role; /* NULL: none */
    uint32_t place;               /* a place that acts: its document_place; else DOCUMENT_NONE */
    bool plural, named, has_pronoun;
};

enum document_mention_kind { DOCUMENT_BY_NAME, DOCUMENT_BY_NOUN, DOCUMENT_BY_PRONOUN };

struct document_mention {
    struct document_span span;    /* the noun phrase without determiner, relative clause, apposition */
    uint32_t first, count, head;  /* tokens; `head` is the head of the noun phrase */
    uint32_t entity;
    enum document_mention_kind kind;
};

/* ---- claims */

enum document_form { DOCUMENT_DIRECT, DOCUMENT_INDIRECT, DOCUMENT_MIXED };

enum document_stance {
    DOCUMENT_REPORTS,
    DOCUMENT_CONFIRMS,
    DOCUMENT_DENIES,
    DOCUMENT_ALLEGES,
    DOCUMENT_SPECULATES,
    DOCUMENT_BELIEVES,
    DOCUMENT_PROMISES,
    DOCUMENT_DEMANDS,
    DOCUMENT_ASKS,
    DOCUMENT_OTHER_STANCE
};

/* FactBank's values (Saurí and Pustejovsky 2009): certain, probable, possible; + - or u for the polarity. */
enum document_factuality {
    DOCUMENT_CT_PLUS,
    DOCUMENT_PR_PLUS,
    DOCUMENT_PS_PLUS,
    DOCUMENT_CT_MINUS,
    DOCUMENT_PR_MINUS,
    DOCUMENT_PS_MINUS,
    DOCUMENT_CT_U,
    DOCUMENT_UU
};

struct document_claim {
    uint32_t source, addressee;   /* mentions, or DOCUMENT_NONE */
    struct document_span source_span; /* the source's whole noun phrase, with determiner, titles and apposition; empty: none */
    struct document_span cue;
    uint32_t cue_token;           /* head of the cue; DOCUMENT_NONE: a claim without a cue word */
    struct document_span *content;
    size_t content_count;
    uint32_t content_head;        /* token at the root of the content, or DOCUMENT_NONE */
    enum document_form form;
    enum document_stance stance;
    enum document_factuality factuality; /* what the source commits to about the content */
    uint32_t date;                /* of the claim */
    uint32_t within, retracts;    /* claims */
    struct base_slice rule;       /* "verbs.cues:12", for explain */
};

/* ---- events */

enum { DOCUMENT_NEGATION = 1, DOCUMENT_FUTURE = 2, DOCUMENT_HYPOTHETICAL = 4, DOCUMENT_HISTORICAL = 8 };

struct document_link {
    uint32_t claim;               /* source, cue, form and stance are the claim's */
    enum document_factuality factuality; /* what its source commits to about the event */
};

struct document_telling {
    uint32_t sentence;
    struct document_span span, trigger;
    struct document_link *links;  /* from the innermost source outwards */
    size_t link_count;
    enum document_factuality factuality; /* the author's own */
};

struct document_event {
    uint8_t type;                 /* events/plover.h */
    uint8_t mode;                 /* events/plover.h */
    uint64_t contexts;            /* bits, events/plover.h */
    char cameo[5];                /* empty: none */
    float score;
    uint32_t *actors, *recipients; /* mentions */
    size_t actor_count, recipient_count;
    uint32_t place, date;
    int32_t killed, injured, arrested; /* -1: not said */
    unsigned aux;                 /* DOCUMENT_NEGATION ... */
    struct document_telling *tellings; /* the first is `evidence` of the record, the others are `also` */
    size_t telling_count;
    struct base_slice rule;       /* "consult.rules:42" */
};

/* ---- all of it */

struct document {
    struct base_arena *arena;

    struct base_slice id, sha256, path, url; /* data NULL: none */
    size_t offset;                /* of the record in its container */
    bool has_offset;

    struct base_slice text;       /* valid UTF-8 */
    struct base_slice title, outlet, outlet_country, published, modified; /* data NULL: none */
    BASE_VECTOR(struct base_slice) byline;
    char language[4];             /* empty: not known */
    size_t mended;
    bool is_page;                 /* has blocks of a cleaned page; else text taken to the letter */
    int32_t day;                  /* of publication, for relative dates; DOCUMENT_DAY_OPEN: not known */
    BASE_VECTOR(struct document_block) blocks;
    BASE_VECTOR(struct document_media) media;
    BASE_VECTOR(struct document_dropped) dropped;

    BASE_VECTOR(struct document_sentence) sentences;
    BASE_VECTOR(struct document_token) tokens;
    BASE_VECTOR(struct document_name) names;

    BASE_VECTOR(struct document_date) dates;
    BASE_VECTOR(struct document_place) places;
    uint32_t *date_at, *place_at; /* a token: the date or place that it is part of, or DOCUMENT_NONE */

    BASE_VECTOR(struct document_entity) entities;
    BASE_VECTOR(struct document_mention) mentions;
    uint32_t *mention_at;         /* a token: the mention that it is the head of, or DOCUMENT_NONE */

    BASE_VECTOR(struct document_claim) claims;
    uint32_t *claim_at;           /* a token: the smallest claim whose content holds it, or DOCUMENT_NONE */
    BASE_VECTOR(struct document_event) events;
};

/* A fresh document in a cleared arena. */
struct document *document_new(struct base_arena *arena);

static inline struct base_slice document_slice(const struct document *document, struct document_span span) {
    return base_slice_part(document->text, span.start, span.end);
}

static inline bool document_span_overlaps(struct document_span a, struct document_span b) {
    return a.start < b.end && b.start < a.end;
}

/* Days since 1970-01-01, and back. `document_parse_day` takes "YYYY-MM-DD" with anything behind it. */
int32_t document_day_of(int year, int month, int day);
void document_day_split(int32_t day, int *year, int *month, int *day_of_month);
bool document_parse_day(struct base_slice text, int32_t *day);

/* Whom the mention names; NULL for DOCUMENT_NONE. */
const struct document_entity *document_entity_of(const struct document *document, uint32_t mention);
/* Whom the mention names that `token` heads; NULL: nobody, or nobody was looked for yet. */
const struct document_entity *document_entity_at(const struct document *document, uint32_t token);

#endif
