/* Made reports: both forms, consistent numbers, printed in the layouts and with the noises real
 * reports come in. Deterministic: a case names all there is to know. */
#ifndef GOUJI_TESTS_CORPUS_H
#define GOUJI_TESTS_CORPUS_H

#include "form/form.h"

enum corpus_layout {
	LAYOUT_PIPES,	    /* markdown rows with a rule line */
	LAYOUT_PIPES_OPEN,  /* no bars at the edges */
	LAYOUT_PIPES_LEAF,  /* group label cells swallowed: one label cell a row */
	LAYOUT_PIPES_TRAIL, /* three empty columns behind */
	LAYOUT_PIPES_SHORT, /* merged label cells not filled: rows begin where their label begins */
	LAYOUT_TABS,
	LAYOUT_TABS_LEAF,
	LAYOUT_WORD,	    /* a cell a line behind a tab, a blank line between rows */
	LAYOUT_BARE,	    /* a cell a line, nothing else; empty cells leave no trace */
	LAYOUT_BARS,	    /* a cell a line with a bar behind it */
	LAYOUT_BAR_ROWS,    /* the same, a bar alone begins each row, bars behind its last cell */
	LAYOUT_BAR_BETWEEN, /* a cell a line, a line with a bar alone between them */
	LAYOUT_BAR_LEAD,    /* a cell a line behind a bar, no line between rows */
	LAYOUT_SPLIT,	    /* one small pipe table a group, headings repeated */
	LAYOUT_PAGES,	    /* pipes, cut by page marks, headings not repeated */
	LAYOUT_SPACES,	    /* columns held by spaces */
	LAYOUT_LOOSE,	    /* a row a line: label and numbers with blanks between */
	LAYOUT_HTML,	    /* a table with spans */
	LAYOUT_HTML_WORD,   /* as Word exports it: crumbs, wrapped source, paragraphs in cells */
	LAYOUT_HTML_PAGE,   /* on a government page laid out with tables, merged cells left empty */
	LAYOUT_DOCX,	    /* a table with spans */
	LAYOUT_DOCX_CHANGED, /* tracked changes, numbered headings, tables in frames */
	LAYOUT_PDF,	     /* set roomily, cells centred */
	LAYOUT_PDF_TIGHT,    /* no room between rows, headings stacked, short pages */
	LAYOUT_PDF_RULED,    /* lines drawn around cells */
	LAYOUT_CSV,	     /* commas between fields, quotes where needed */
	LAYOUT_CSV_SEMICOLON,
	LAYOUT_BOXES,	    /* drawn with +---+, cells over lines */
	LAYOUT_COMMAS,	    /* a row a line: label，0，0 */
	LAYOUT_COLONS,	    /* a row a line: label：0；0 */
	LAYOUT_ONE_LINE,    /* all of a table in one, blanks between */
	LAYOUT_BLANK_LINES, /* a cell a line, a blank line behind each, empty ones too */
	LAYOUT_WIDE_BLANKS, /* the same, U+3000 before each cell and on the lines between */
	LAYOUT_DASHES,	    /* as pandoc prints: columns below dashes, cells over lines */
	LAYOUT_EQUALS,	    /* as reST is written: columns below equals signs, a row a line */
	LAYOUT_ORG,	    /* bars, a rule with crosses below the first line */
	LAYOUT_WIDE_BARS,   /* full-width bars */
	LAYOUT_TABS_MIXED,  /* blanks around the tabs */
	LAYOUT_TAGGED,	    /* text whose tables are tags, as Markdown has them */
	LAYOUT_REPEATED,    /* bars; a page mark, the title and the headings again half way */
	LAYOUT_COLUMNS,	    /* a cell a line; of long tables the labels, then column by column */
	LAYOUT_COUNT,
};

enum corpus_noise {
	NOISE_TOTAL_FIRST = 1 << 0,
	NOISE_FULL_WIDTH = 1 << 1, /* digits */
	NOISE_THOUSANDS = 1 << 2,
	NOISE_SPACED =
		1 << 3,	     /* labels with blanks inside, broken over lines where the layout can */
	NOISE_TYPO = 1 << 4, /* one character of some labels wrong or lost */
	NOISE_BLANKS = 1 << 5, /* some zeros printed as nothing or as a mark */
	NOISE_UNITS = 1 << 6,  /* some numbers with a unit or a remark behind */
	NOISE_CUT = 1 << 7,    /* the tail of the requests table is lost */
	NOISE_CRLF = 1 << 8,
	NOISE_BOM = 1 << 9,
	NOISE_GB18030 = 1 << 10,
	NOISE_NO_HEADINGS = 1 << 11, /* section headings of the tables are lost */
	NOISE_LABEL_LOST = 1 << 12,  /* one row of the requests table has no label */
	NOISE_COUNT = 13,
};

struct corpus_case {
	unsigned seed;
	const char *form;
	enum corpus_layout layout;
	unsigned noise;
};

enum expected_state { EXPECT_GIVEN, EXPECT_BLANK, EXPECT_LOST };

struct expected {
	enum expected_state state; /* LOST: the text no longer holds it: missing or doubtful */
	struct dec value;
};

struct corpus {
	struct buf bytes;	/* as on disk */
	struct expected *cells; /* by cell of the form */
	const struct form *form;
	char title[160], agency[96];
	int year;
};

void corpus_make(const struct forms *forms, const struct corpus_case *c, struct corpus *out);
void corpus_free(struct corpus *c);
/* Was the program built with a reader for it? */
bool corpus_is_read(enum corpus_layout l);
const char *corpus_layout_name(enum corpus_layout l);

#endif
