#include "record/names.h"

const char *record_block_role(enum document_block_role role) {
    static const char *const names[] = {"title", "lede", "body", "quote", "list"};
    return names[role];
}

const char *record_media_kind(enum document_media_kind kind) {
    static const char *const names[] = {"photo", "video"};
    return names[kind];
}

const char *record_drop(enum document_drop why) {
    static const char *const names[] = {
        [DOCUMENT_DROP_NAVIGATION] = "navigation", [DOCUMENT_DROP_SHARE] = "share",
        [DOCUMENT_DROP_COMMENT] = "comment",       [DOCUMENT_DROP_FORM] = "form",
        [DOCUMENT_DROP_EMBED] = "embed",           [DOCUMENT_DROP_DUPLICATE] = "duplicate",
        [DOCUMENT_DROP_LANGUAGE] = "language",     [DOCUMENT_DROP_CAPTION] = "caption",
        [DOCUMENT_DROP_CREDIT] = "credit",         [DOCUMENT_DROP_PROMOTION] = "promotion",
        [DOCUMENT_DROP_RELATED] = "related",       [DOCUMENT_DROP_DATE] = "date",
        [DOCUMENT_DROP_HIDDEN] = "hidden",         [DOCUMENT_DROP_BOILERPLATE] = "boilerplate"};
    return names[why];
}

const char *record_name_type(enum document_name_type type) {
    static const char *const names[] = {"PER", "ORG", "LOC"};
    return names[type];
}

const char *record_precision(enum document_precision precision) {
    static const char *const names[] = {"point", "city", "region", "country"};
    return names[precision];
}

/* What stands for no actor is printed only where a claim or an event names it: a party without a name. */
const char *record_entity_type(enum document_entity_type type) {
    static const char *const names[] = {[DOCUMENT_THING] = "ANON", [DOCUMENT_PER] = "PER",     [DOCUMENT_ORG] = "ORG",
                                        [DOCUMENT_LOC] = "LOC",    [DOCUMENT_GROUP] = "GROUP", [DOCUMENT_ANON] = "ANON"};
    return names[type];
}

const char *record_role_status(enum document_role_status status) {
    static const char *const names[] = {"current", "former", "acting", "designate", "alleged"};
    return names[status];
}

const char *record_form(enum document_form form) {
    static const char *const names[] = {"direct", "indirect", "mixed"};
    return names[form];
}

const char *record_stance(enum document_stance stance) {
    static const char *const names[] = {"reports",  "confirms", "denies",  "alleges", "speculates",
                                        "believes", "promises", "demands", "asks",    "other"};
    return names[stance];
}

const char *record_factuality(enum document_factuality factuality) {
    static const char *const names[] = {"CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"};
    return names[factuality];
}

const char *record_aux(unsigned index) {
    static const char *const names[] = {"negation", "future", "hypothetical", "historical"};
    return index < sizeof names / sizeof *names ? names[index] : NULL;
}
