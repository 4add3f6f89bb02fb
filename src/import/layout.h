/* Reading tables out of plain text: the text as classified lines, and the layout readers that find
 * runs of lines that look like a table and put them as a grid. text.c walks the lines; what no
 * reader claims is a paragraph a line.
 *
 * Coordinates are bytes of the decoded text and numbers of layout lines, which are the text's lines
 * except that a form feed is a line of its own.
 *
 * A new reader: layout_NAME.c with a `const struct layout_reader layout_NAME`, and a row in text.c.
 */
#ifndef GOUJI_IMPORT_LAYOUT_H
#define GOUJI_IMPORT_LAYOUT_H

#include <stdint.h>

#include "base/err.h"
#include "doc/sink.h"

enum line_flag {
	LINE_BLANK = 1 << 0,	 /* white space only */
	LINE_FEED = 1 << 1,	 /* the form feed itself */
	LINE_MARK = 1 << 2,	 /* a page mark, as layout_page.h has it */
	LINE_HEADING = 1 << 3,	 /* 三、…, no tab before it, or a heading of Markdown's */
	LINE_SENTENCE = 1 << 4,	 /* holds a mark that ends a sentence: 。；！？ */
	LINE_PROSE = 1 << 5,	 /* long, with punctuation */
	LINE_NUMBER = 1 << 6,	 /* a bare number or a mark for nothing, bars around it apart */
	LINE_TAB_FIRST = 1 << 7, /* begins with a tab */
	LINE_TAB_INNER = 1 << 8, /* a tab behind the first character */
	LINE_BAR_FIRST = 1 << 9, /* a bar before anything else */
	LINE_BAR_LAST = 1 << 10, /* a bar behind everything else */
	LINE_RULE = 1 << 11,	 /* drawn: |---|:--:|, +----+, ├──┼──┤ */
	LINE_GAPS = 1 << 12, /* two or more blanks (or U+3000) between words, more often than one or
				wider */
	LINE_CLAUSE = 1 << 13, /* a comma outside brackets: the words go on, as prose does */
	LINE_VALUES = 1 << 14, /* ends in a number, white space before it */
	LINE_EMPTY = 1 << 15,  /* blank, and an empty cell all the same */
};

struct layout_line {
	uint32_t from, to; /* without the line end */
	uint16_t flags;
	uint16_t chars, tabs, bars; /* characters without white space around; at most 65535 */
};

struct layout {
	struct doc *d;
	struct str text;
	VEC(struct layout_line) lines;
	VEC(struct text_span) dropped; /* page marks amid other lines, which are no lines here */
	size_t cells_left;	       /* how many more cells the document may have */
	size_t row_lines; /* behind a label, a cell a line, where blank ones are empty cells, too;
			     0 where nothing tells */
	bool holes;	  /* each of them is one, and none just parts two cells */
	bool quoted;	  /* a mail's quote: its lines begin behind the signs of it */
	size_t axis;	  /* its lines are centred, some ends lost (centred.h); 0: they are not */
	bool rowless;	  /* its tables lost what parts their rows (rowless.h) */
	size_t cols;	  /* bars, tabs or gaps of the line that has most of them */
	size_t quotes_to; /* behind the text's last double quote; 0 where it has none */
};

/* Lines [from, to). */
struct layout_run {
	size_t from, to;
	unsigned note; /* what find() wants its read() to know */
};

struct layout_reader {
	const char *name;
	/* Is there a table at line `at`, or behind lines from there on that no other reader would
	 * take (then run->from is past `at`)? Where not, run->to is the line before which it is no
	 * use asking again, so that all the looking stays linear. */
	bool (*find)(const struct layout *l, size_t at, struct layout_run *run);
	/* Puts the cells of the run, sink_cell() by sink_cell(); the grid is open. */
	void (*read)(const struct layout *l, const struct layout_run *run);
};

extern const struct layout_reader layout_drawn, layout_boxes, layout_between, layout_records,
	layout_pipes, layout_fields, layout_tabs, layout_lines, layout_marks, layout_ruled,
	layout_spaces, layout_words, layout_bare, layout_objects, layout_arrays, layout_named,
	layout_paths, layout_latex, layout_wiki, layout_items, layout_asciidoc;

/* A grid has no more columns: what is behind stays in the last one. And no more rows: the run is
 * cut. Long before, where a line has so many columns or a run so many lines, it is told that this
 * is no report. */
#define LAYOUT_COLS_MAX ((size_t)512)
#define LAYOUT_COLS_TOLD ((size_t)4096)
#define LAYOUT_ROWS_MAX ((size_t)1 << 17)
#define LAYOUT_ROWS_TOLD ((size_t)1 << 16)
/* No document has more cells; the table of a report has 160, and a file may hold some hundred
 * reports. */
#define LAYOUT_CELLS_MAX ((size_t)1 << 20)
/* Longer ones are no cell that stands on a line of its own. */
#define LAYOUT_SHORT ((uint16_t)40)

/* Splits and classifies the document's text there. false: more lines, or a line with more columns,
 * than any report has. */
bool layout_init(
	struct layout *l, struct doc *d, struct text_span span, size_t cells_left, struct err *err);
void layout_free(struct layout *l);

/* Makes lines that say 无 alone values where they are cells of a table (layout_nothing.c). */
void layout_find_nothing(struct layout *l);

static inline bool line_is(const struct layout *l, size_t line, unsigned flags)
{
	return l->lines.v[line].flags & flags;
}
/* What stands on it, blanks around it apart. */
static inline struct str layout_line_text(const struct layout *l, size_t line)
{
	return str_trim(str_slice(l->text, l->lines.v[line].from, l->lines.v[line].to));
}
/* Without any of those bytes at either end. */
struct text_span layout_strip(struct str text, struct text_span span, const char *bytes);
/* A short line of words, numbers or both, that could be a cell. */
bool line_is_short(const struct layout *l, size_t line);
/* A short label and a remark in brackets behind it, however long, and nothing else: no prose. */
bool layout_is_remarked(const struct layout *l, size_t line);
/* The first line from `at` on that is not blank, or the number of lines. A tab makes a line that
 * shows nothing an empty cell, so it is not passed. */
size_t layout_skip_blank(const struct layout *l, size_t at);
/* The last line that is not blank before the page marks right before `at`; the number of lines
 * where there is no mark, or nothing before it. Looks at a bounded number of lines. */
size_t layout_behind_mark(const struct layout *l, size_t at);
/* The length in bytes of the bar at `at`: ASCII (not behind a backslash), full-width or drawn; 0
 * where there is none. */
size_t layout_bar(struct str text, size_t at);
/* The last word of line bytes [from, to), or an empty span. A word ends at any white space. */
struct text_span layout_last_word(const struct layout *l, size_t from, size_t to);
/* Is the text a bare number or a mark for nothing ("0", "-2", "1,234.5", "/", "—")? */
bool layout_is_number(struct str s);
/* The same with what clerks put around a number: a word before or behind it of at most two Han
 * ("3件", "减4"), a remark in brackets behind ("22（其中修订16件）"). Words of one Han or two with
 * digits are common in prose as well ("2021年"), so this says nothing of a line by itself. */
bool layout_is_value(struct str s);
/* Where the number begins that the text ends in, with no blank between it and the name before it
 * ("自然人3"); s.n where there is none. */
size_t layout_glued_number(struct str s);
/* Digits, white space and a unit of at most two Han behind it: "0 万元". */
bool layout_is_united(struct str s);

#endif
