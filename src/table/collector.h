/* The lines of a table while they are collected from the rows of the stream. Only for lines_*.c and
 * collector.c. */
#ifndef GOUJI_TABLE_COLLECTOR_H
#define GOUJI_TABLE_COLLECTOR_H

#include "table/headings.h"

/* What one pass over the stream carries along. */
struct collector {
	struct placing *p;
	struct lines *out;
	struct headings heads;
	struct line *open; /* takes further cells; NULL: none */
	bool stranger;	   /* the word before, a cell a line, is no label */
	bool joining;	   /* it takes all of a row, as a reviewer said */
};

/* The row a token labels, if it is a row label rather than any other of the table. */
bool lines_row_label(const struct placing *p, const struct token *t, struct label_match *m);
/* The label of a row of tokens: the last one before its first number. */
const struct token *lines_find_label(
	const struct placing *p, const struct token_row *r, struct label_match *m);
/* Labels of several rows side by side and no number: the table lies on its side, or what this is
 * nobody can tell. */
bool lines_is_row_of_labels(const struct placing *p, const struct token_row *r);
/* A piece of the label that the layout broke off: its core is within the label's. */
bool lines_is_rest_of_label(const struct placing *p, const struct line *l, const struct token *t);
/* Is it, without a number, a piece of several rows' labels? */
bool lines_is_shared_piece(const struct placing *p, const struct token *t);
/* Cells with a value from a token of the row on. */
size_t lines_count_filled(const struct placing *p, const struct token_row *r, size_t from);

/* A line that begins at the stream's row, and is the open one from now on; it lives until the next
 * is opened. */
struct line *collector_open(struct collector *c, size_t stream_row);
void collector_open_labelled(struct collector *c, size_t stream_row, const struct token *label,
	const struct label_match *m);
/* The reviewer says which row it is. */
void collector_open_mended(struct collector *c, size_t stream_row, size_t row);
/* How many cells the open line may take. */
size_t collector_wanted(const struct collector *c);
/* Takes the cells of a row, from a token on, for the open line and those that begin among them. */
void collector_take(struct collector *c, const struct token_row *r, size_t from, size_t stream_row);

#endif
