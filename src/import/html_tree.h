/* A page as a list of nodes in reading order, with what is known of each subtree: how much text it
 * shows, how much of that is links, what in it looks like the body of a report. All passes over a
 * page are loops over this list; none recurses, however deep the page nests.
 *
 * Only html_*.c include this; it borrows gumbo's tree. */
#ifndef GOUJI_IMPORT_HTML_TREE_H
#define GOUJI_IMPORT_HTML_TREE_H

#include <gumbo.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/str.h"
#include "import/html_style.h"

enum html_class {
	HTML_INLINE, /* part of a line: also what nobody knows (o:p) */
	HTML_TEXT,
	HTML_BREAK,   /* br */
	HTML_RULE,    /* hr */
	HTML_BLOCK,   /* stands on lines of its own */
	HTML_PARA,    /* a block that is one paragraph: p */
	HTML_HEADING, /* h1 ... h6 */
	HTML_LIST,    /* ul ol dl menu dir */
	HTML_PRE,
	HTML_LINK, /* a with href */
	HTML_TABLE,
	HTML_ROWS, /* thead tbody tfoot */
	HTML_ROW,
	HTML_CELL,
	HTML_CAPTION,
	HTML_SKIP, /* shows nothing, or nothing of the page's matter */
};

struct html_node {
	const GumboNode *gumbo;
	uint32_t parent, end; /* its descendants are the nodes between it and end */
	uint32_t text;	      /* characters shown, white space left out */
	uint32_t link;	      /* of them in links */
	uint32_t links;	      /* how many */
	uint32_t sentences;   /* that end outside links */
	uint32_t strong;      /* numbered headings and cells with nothing but a number */
	uint32_t heavy;	      /* headings, lists and tables with something in them */
	uint8_t class;
	bool skip; /* not shown, or dropped */
};

struct html_tree {
	struct html_node *v;
	size_t n, cap;
	const char *source; /* gumbo's input: places of original text are relative to it */
	size_t source_n;
	struct html_styles styles;
	enum html_show show;
};

/* Nests deeper than this: refused (ERR_LIMIT). Browsers stop at 512. */
#define HTML_DEPTH_MAX 4096

/* All of the page; what its styles hide is skipped, but for what `show` shows. */
bool html_tree_make(struct html_tree *t, const GumboNode *root, struct str source,
	enum html_show show, struct err *err);
void html_tree_free(struct html_tree *t);

/* HTML_TEXT: what it shows, and the bytes of the page that stands for; a text node, or a field of a
 * form that a table's cell holds. */
struct str html_shown(const struct html_node *n);
struct str html_original(const struct html_node *n);
/* The attribute's value; NULL where it has none. */
const char *html_attribute(const struct html_node *n, const char *name);
static inline bool html_is_block(const struct html_node *n)
{
	return n->class != HTML_INLINE && n->class != HTML_TEXT && n->class != HTML_BREAK &&
	       n->class != HTML_LINK && n->class != HTML_SKIP;
}
/* Has it no block within? Then it is a line or a few. */
bool html_is_leaf(const struct html_tree *t, size_t at);
/* The next node that is not within this one. */
static inline size_t html_next(const struct html_tree *t, size_t at)
{
	return t->v[at].end;
}
/* Does the node hang below `above` (or is it)? */
static inline bool html_within(const struct html_tree *t, size_t at, size_t above)
{
	return above <= at && at < t->v[above].end;
}

#endif
