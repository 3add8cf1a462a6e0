/* dom: a parsed page as one flat array of nodes in document order.
 *
 * Takes: HTML in UTF-8 without NUL. Adds: nodes with the end of their subtree, so that no walk needs recursion or a
 * list of children; the text between tags; the few attributes that matter here. Promises: linear cost; nothing of the
 * parser behind it shows (libxml2's SAX interface today); a tree no deeper than PAGE_DOM_DEPTH, deeper elements become
 * leaves, as in browsers.
 */
#ifndef PAGE_DOM_H
#define PAGE_DOM_H

#include "base/arena.h"
#include "base/error.h"

enum { PAGE_DOM_DEPTH = 512 }; /* Blink's limit */

enum page_tag {
    PAGE_TEXT, /* no element: text between tags */
    PAGE_OTHER,
    PAGE_A, PAGE_ADDRESS, PAGE_ARTICLE, PAGE_ASIDE, PAGE_AUDIO, PAGE_B, PAGE_BLOCKQUOTE, PAGE_BODY, PAGE_BR,
    PAGE_BUTTON, PAGE_CAPTION, PAGE_CENTER, PAGE_CITE, PAGE_DD, PAGE_DETAILS, PAGE_DIALOG, PAGE_DIV, PAGE_DL, PAGE_DT,
    PAGE_EM, PAGE_FIELDSET, PAGE_FIGCAPTION, PAGE_FIGURE, PAGE_FOOTER, PAGE_FORM, PAGE_H1, PAGE_H2, PAGE_H3, PAGE_H4,
    PAGE_H5, PAGE_H6, PAGE_HEAD, PAGE_HEADER, PAGE_HR, PAGE_HTML, PAGE_I, PAGE_IFRAME, PAGE_IMG, PAGE_INPUT,
    PAGE_LABEL, PAGE_LI, PAGE_LINK, PAGE_MAIN, PAGE_MENU, PAGE_META, PAGE_NAV, PAGE_NOSCRIPT, PAGE_OBJECT, PAGE_OL,
    PAGE_OPTION, PAGE_P, PAGE_PRE, PAGE_SCRIPT, PAGE_SECTION, PAGE_SELECT, PAGE_STRONG, PAGE_STYLE, PAGE_SUMMARY,
    PAGE_SUP, PAGE_SVG, PAGE_TABLE, PAGE_TBODY, PAGE_TD, PAGE_TEMPLATE, PAGE_TEXTAREA, PAGE_TH, PAGE_THEAD, PAGE_TIME,
    PAGE_TITLE, PAGE_TR, PAGE_UL, PAGE_VIDEO
};

enum page_attribute {
    PAGE_NO_ATTRIBUTE,
    PAGE_ARIA_HIDDEN, PAGE_CLASS, PAGE_CONTENT, PAGE_DATETIME, PAGE_HIDDEN, PAGE_HREF, PAGE_ID,
    PAGE_ITEMPROP, PAGE_ITEMTYPE, PAGE_LANG, PAGE_NAME, PAGE_PROPERTY, PAGE_REL, PAGE_ROLE, PAGE_STYLE_ATTRIBUTE,
    PAGE_TYPE
};

struct page_node {
    uint32_t parent;      /* of the root: itself */
    uint32_t end;         /* first node behind the subtree */
    uint32_t start, size; /* in `bytes`: of a text its text, of an element its attributes */
    enum page_tag tag;
};

struct page_dom {
    struct page_node *nodes; /* the first is a root above all others */
    uint32_t count;
    char *bytes;
};

/* SAYSO_BAD_INPUT for a page over 1 GiB. Text of <script> is kept for JSON-LD only, of <style> never. */
enum sayso_status page_dom_parse(struct base_arena *arena, struct base_slice html, struct page_dom *dom,
                                 struct sayso_error *error);

struct base_slice page_dom_text(const struct page_dom *dom, uint32_t node);
/* data NULL: the element has none. */
struct base_slice page_dom_attribute(const struct page_dom *dom, uint32_t node, enum page_attribute attribute);
/* All text below the node, white space collapsed and trimmed. */
struct base_slice page_dom_content(struct base_arena *arena, const struct page_dom *dom, uint32_t node);
/* The text with "&amp;" and the like resolved. */
struct base_slice page_dom_unescape(struct base_arena *arena, struct base_slice text);
/* Does the element begin a new line of its own? */
bool page_dom_is_block(enum page_tag tag);

/* Makes the parser ready, once a process and before any thread parses: what it sets up when first used, two threads would
 * set up twice. */
void page_dom_prepare(void);

#endif
