/* The report: the statutory tables, sections and identity of a document, each number with its place
 * and its why.
 *
 * Cells are numbered 0 to n_cells - 1 in the form's order, table after table; each table has the
 * form its own labels speak for, which need not be the form of the year. A cell that the source
 * lost is `missing`; a number that is not there is never made up, and one that is there never
 * replaced. Reviewers' corrections are no part of the report: they are an overlay, `struct values`.
 *
 * Ownership: the report owns its document and all below it; it borrows the forms. Spans are text
 * spans. */
#ifndef GOUJI_TABLE_REPORT_H
#define GOUJI_TABLE_REPORT_H

#include "base/dec.h"
#include "doc/doc.h"
#include "form/form.h"
#include "table/mend.h"

enum cell_state {
	CELL_MISSING,	 /* the source has no such cell */
	CELL_BLANK,	 /* an empty cell or a mark for nothing */
	CELL_GIVEN,	 /* a number is printed there */
	CELL_UNREADABLE, /* something else is printed there */
};

struct cell {
	const struct form_cell *def;
	enum cell_state state;
	struct dec value;      /* given */
	struct text_span span; /* given: the number; unreadable: what is printed; blank: the mark,
				  or empty */
	struct text_span
		whole; /* all that stands in the printed cell: "22（其中修订16件）", "251000元" */
	struct text_span label; /* the row label it was placed by; empty where by order */
	struct text_span
		heading; /* the column heading it stands under; empty where none was read */
	const char *how; /* "label+column", "label", "order", "shifted", ... static */
	bool doubt;	 /* placed otherwise than by plain reading */
	const struct form_words *why; /* how, in a sentence; static; NULL where plain */
};

/* A statutory table as found in the document. */
struct report_table {
	const struct form_table *def;
	const struct form *form; /* the form of this table */
	bool found;		 /* any label of it was read */
	struct text_span
		span;	      /* from its first to its last label or value; empty where not found */
	size_t cell, n_cells; /* its cells in the report's */
	size_t given, blank, unreadable, missing; /* how many of each */
};

struct report_section {
	unsigned number;	/* 1 to 6 */
	struct text_span title; /* the heading line's words, without numbering: 总体情况 */
	struct text_span span;	/* from the heading to the next section's */
};

/* A paragraph of prose: a block that is no grid and no part of a table. */
struct report_para {
	struct text_span span;
	unsigned section; /* the section it lies in; 0 before the first */
	bool heading;	  /* reads as a heading (short, numbered, no full stop) */
};

struct report {
	struct doc *doc;
	const struct forms *forms;
	const struct form
		*form; /* of the report: its tables' form, or where they differ, the year's */
	struct text_span title; /* empty where none */
	char *title_text;	/* without white space between Han; NULL where none */
	struct text_span agency;
	char *agency_text; /* NULL where none */
	int year;	   /* 0 where none */
	struct text_span year_span;
	struct report_section *sections;
	size_t n_sections;
	struct report_section *others; /* headings that stand elsewhere again, up to the next one */
	size_t n_others;
	size_t end; /* of the report: of the text, or where another one's title stands */
	struct report_para *paras;
	size_t n_paras;
	struct report_table *tables;
	size_t n_tables;
	struct cell *cells;
	size_t n_cells;
	bool mended;		    /* read with a reviewer's mends */
	struct arena *arena;	    /* caption and sections */
	struct arena *tables_arena; /* tables, cells, paragraphs: anew with each report_mend() */
};

/* Takes the document over. Never fails on an imperfect report. false, with the document freed and
 * err told, only where the text is no such report at all (no statutory table and no title of one),
 * or is of a form that is out of scope (before 2019; the message says so). */
bool report_build(struct doc *doc, const struct forms *forms, struct report **out, struct err *err);
/* Reads the tables again with the reviewer's mends over the layout; none gives them as first read.
 * Cells are numbered anew where a mend changes a table's form. mends are not kept. */
void report_mend(struct report *r, const struct mend *mends, size_t n);
void report_free(struct report *r); /* NULL is fine */

/* The cell of that name, STR_NONE where this report's forms have none. */
size_t report_cell_find(const struct report *r, struct str name);
/* The cell whose printed text covers `at`, else STR_NONE. */
size_t report_cell_at(const struct report *r, size_t at);
const struct report_table *report_table_of(const struct report *r, size_t cell);
const struct report_section *report_section(
	const struct report *r, unsigned number); /* NULL: none */
/* "given", "blank", ... as the contract names them. */
const char *cell_state_name(enum cell_state s);
/* The source line, from 1, of a cell: of its own text, else of its label, else of its table; 0:
 * none. */
size_t report_cell_line(const struct report *r, size_t cell);

/* What the checks reckon with: each cell's state and value, corrections applied. */
struct value {
	enum cell_state state;
	struct dec value;
	bool corrected;
};

struct values {
	struct value *v; /* n entries, by cell */
	size_t n;
};

void values_init(struct values *v, const struct report *r); /* as printed */
void values_free(struct values *v);
/* A reviewer's correction; a blank or missing cell becomes given. */
void values_correct(struct values *v, size_t cell, struct dec value);

#endif
