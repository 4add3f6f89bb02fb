/* Text of a page to lines of the document: white space folded as browsers fold it, crumbs joined,
 * every character mapped to its bytes on disk. */
#ifndef GOUJI_IMPORT_HTML_TEXT_H
#define GOUJI_IMPORT_HTML_TEXT_H

#include "doc/doc.h"
#include "import/attributes.h"
#include "import/feed.h"
#include "import/html_tree.h"

struct html_out {
	struct feed *feed;
	const struct html_tree *tree;
	const struct doc *source; /* the decoded page: its text is what gumbo read */
	size_t from;		  /* where the open line begins, in the text fed */
	size_t disk;		  /* where the last character lies, for glue */
	unsigned last;		  /* character of the open line, 0 where it has none */
	bool space, newline;	  /* white space is due, with a line end in it */
	bool in_cell, broken;	  /* of a grid; a line end is due in it */
	bool text;		  /* it is no page, but text with tags in it: all lines are kept */
	bool kept;		  /* lines are put as they are, since: */
	size_t kept_from;	  /* in the text fed */
	bool barred;		  /* a bar stands on the open one of these */
	size_t kept_to;		  /* past the last character of these in the decoded page */
	struct attributes *attributes; /* of text that has such; else NULL */
	unsigned nest;		  /* how many walks are within one another */
	size_t space_at;	  /* where that lies in the decoded page */
};

/* The text of a node, appended to the open line. In <pre>, and in text with tags in it, lines are
 * kept as they are and handed over as those of a text file. */
void html_put_text(struct html_out *o, const struct html_node *n);
/* What of a node's text lies there in the decoded page, as a mark on a line of its own. */
void html_put_mark(struct html_out *o, const struct html_node *n, struct text_span at);
/* The span of the open line or cell, which is put nowhere yet; the next one begins behind it. */
struct text_span html_take_line(struct html_out *o);
/* Text the page has not: a tab between cells, a line end. */
void html_put_glue(struct html_out *o, struct str text);
/* The line ends here: it is put as a paragraph, with a line end behind it (nothing where it is
 * empty), or, in a cell, what follows will stand on the next line. */
void html_end_line(struct html_out *o);
/* No more lines that are kept as they are: what follows is the page's own. */
void html_end_kept(struct html_out *o);

/* Walks through the characters of a text node and where each lies in the decoded page. */
struct html_chars {
	struct str shown, original;
	size_t at, o; /* in the two */
	size_t base;  /* of the original in the decoded page */
};

void html_chars_of(struct html_chars *c, const struct html_tree *t, const struct html_node *n);
/* The next character shown and where it lies, [from, to) of the decoded page; false at the end. */
bool html_chars_next(struct html_chars *c, struct str *shown, size_t *from, size_t *to);

#endif
