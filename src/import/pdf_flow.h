/* Lines of prose to paragraphs, over the ends of lines and pages. */
#ifndef GOUJI_IMPORT_PDF_FLOW_H
#define GOUJI_IMPORT_PDF_FLOW_H

#include "import/feed.h"
#include "import/pdf_page.h"

struct pdf_mark {
	struct buf text;
	unsigned page;
};

struct pdf_flow {
	struct feed *out;
	struct buf text;	    /* of the open paragraph */
	unsigned page;		    /* it begins on */
	double height;		    /* of its last line */
	bool full;		    /* its last line reaches the right margin */
	bool wide;		    /* and the left one, by its own size: a title's, maybe */
	VEC(struct pdf_mark) marks; /* since: they come behind it */
};

/* The page's margins from its lines of prose, which pdf_flow_line() is given next. */
void pdf_flow_margins(struct pdf_page *p);
void pdf_flow_line(struct pdf_flow *f, const struct pdf_page *p, const struct pdf_line *l);
/* What is no text of the page comes behind the open paragraph. */
void pdf_flow_mark(struct pdf_flow *f, struct str text, unsigned page);
/* Ends the open paragraph: something else follows. */
void pdf_flow_end(struct pdf_flow *f);
void pdf_flow_free(struct pdf_flow *f);

#endif
