/* What the printers of made reports share: the sheets of a report and the random numbers of its
 * case. */
#ifndef GOUJI_TESTS_CORPUS_INSIDE_H
#define GOUJI_TESTS_CORPUS_INSIDE_H

#include "base/mem.h"
#include "unit/corpus.h"

struct corpus_source;

struct pen {
	const struct corpus_case *c;
	struct corpus *out;
	struct buf text;
	unsigned long long state;
	const struct corpus_source *source;
	void *own; /* the source's, between begin and end */
};

unsigned corpus_roll(struct pen *p, unsigned n); /* 0 ... n - 1 */

/* A table as a clerk sees it. In a text "\n" is where its cell breaks a line. */
struct pcell {
	char *text;
	size_t row, col, rowspan, colspan;
	bool value;
	struct expected *expected; /* of a value */
};

struct sheet {
	VEC(struct pcell) cells;
	size_t rows, cols, labels; /* labels: how many columns hold labels */
};

const struct pcell *corpus_cell_at(const struct sheet *s, size_t row, size_t col);

/* corpus_text.c: false where the layout is another's. */
bool corpus_print_text(struct pen *p, const struct sheet *s);

/* How a kind of file is written, front to back, into the pen's text. */
struct corpus_source {
	void (*begin)(struct pen *p);
	void (*title)(struct pen *p, const char *text);
	void (*para)(struct pen *p, const char *text); /* headings too */
	void (*sheet)(struct pen *p, struct sheet *s);
	void (*end)(struct pen *p);
	bool binary; /* no encoding, no line ends */
};

/* NULL: the layout is one of plain text. */
const struct corpus_source *corpus_source(enum corpus_layout l);
extern const struct corpus_source corpus_html, corpus_html_word, corpus_html_page, corpus_docx,
	corpus_docx_changed, corpus_pdf, corpus_pdf_tight, corpus_pdf_ruled;

#endif
