/* The cells of a stretch of the document as a stream: rows of tokens in reading order, each token
 * read as a number, a mark, nothing, or words with their label core. What the placing of values
 * works on.
 *
 * Grids give a row a grid row; a short paragraph between grids gives a row of its own (tables that
 * lost their grid: "行政许可 73 -2 25318"). Bounded: past STREAM_TOKENS_MAX the rest is left out
 * and `cut` set. */
#ifndef GOUJI_TABLE_STREAM_H
#define GOUJI_TABLE_STREAM_H

#include "table/label.h"
#include "table/value.h"
#include "doc/doc.h"

#define STREAM_TOKENS_MAX 200000

struct token {
	struct text_span span;	    /* all its text; empty at `at` where blank */
	struct reading reading;	    /* places relative to span.from */
	size_t col;		    /* grid column; for a paragraph its place in the row */
	size_t end;		    /* past its last grid column */
	struct str core;	    /* READ_OTHER: the label core; owned by the stream */
	uint64_t marks;		    /* READ_OTHER: of the core, for label_search() */
	char number[8];		    /* READ_OTHER: the numbering before it */
	const struct token *pieces; /* the numbers that blanks break it into, n_pieces of them */
	size_t n_pieces;	    /* 0 where it is one */
	struct str digits;	    /* its text, where that is digits alone, or, a paragraph's,
				       stands right behind a label; perhaps several numbers */
	bool apart;		    /* more than one blank stands between any two of them */
	bool unsure;		    /* as the grid's cell */
	bool half;		    /* it may be but a line of a number (table/halves.h) */
	bool slid;		    /* it may stand a row beside its own (table/side.h) */
};

struct token_row {
	size_t first, n; /* its tokens */
	size_t grid;	 /* number of the block it comes from */
	bool para;	 /* from a paragraph, not a grid */
	bool exact;	 /* from a grid whose cells are the source's own, not found by their look */
	bool narrow;	 /* from a grid whose rows need not be the table's rows (a cell a line) */
	bool parted;	/* narrow: a sign, a bar or comma, stands between it and the words before */
	size_t at;	/* text offset of its begin, also where all cells are empty */
	size_t left;	/* a paragraph's: so many blanks before it on its line */
	size_t heads;	/* 1 + the row of its headings: each cell's own is in the cell's column; 0:
			   nothing says so */
	size_t rest_of; /* 1 + the row that its words went to (table/wrapped.h); 0: none */
};

/* A line of a page, in a grid whose columns were found by their look. */
static inline bool row_is_by_look(const struct token_row *r)
{
	return !r->para && !r->exact && !r->narrow;
}

struct label_book;

struct stream {
	const struct label_book *book;
	VEC(struct token) tokens;
	VEC(struct token) pieces; /* of all tokens, in order */
	VEC(struct token_row) rows;
	bool cut;
};

/* The blocks that begin in `span`. book, borrowed: to tell a label from what stands behind it,
 * digits or a remark in brackets. */
void stream_make(struct stream *s, const struct doc *d, struct text_span span,
	const struct value_words *words, const struct label_book *book);
void stream_free(struct stream *s);

/* The core of words, the token's text. A label and a remark in brackets behind it is the label,
 * unless the form prints that bracket, too, or a label stands in it. */
void token_tell_core(struct token *t, struct str text, const struct label_book *book);
/* The core is the token's from now on, and its owner's no more; an empty one: it has none. */
void token_take_core(struct token *t, struct buf *core);

/* Words, as labels are looked for. */
static inline struct label_text token_label(const struct token *t)
{
	return (struct label_text){t->core, t->marks, t->number};
}

static inline bool token_has_value(const struct token *t)
{
	return t->reading.kind == READ_NUMBER || t->reading.kind == READ_NOTHING;
}

#endif
