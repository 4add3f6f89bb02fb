/* The lines of a table as the form means them: a label and the cells behind it, whatever rows the
 * layout made of that. Between placing (what goes where) and the stream (what is there). */
#ifndef GOUJI_TABLE_LINES_H
#define GOUJI_TABLE_LINES_H

#include "table/align.h"
#include "table/place.h"

struct line {
	const struct token *label; /* NULL: its label is lost */
	size_t row;		   /* of the form's table, where it has a label */
	enum label_fit fit;
	size_t stream_row; /* where it begins */
	VEC(const struct token *) cells;
	size_t filled;		       /* cells that are not empty */
	const struct columns *columns; /* by block: the headings it stands under */
	size_t set;		       /* of the headings among all; since columns_judge() */
	struct line *next;	       /* under the same headings; since columns_judge() */
	bool mended;		       /* a reviewer said which row it is */
	bool touched;		       /* a reviewer joined it, or split it */
	bool dropped;		       /* out of order, or a heading after all */
	bool unsure;		       /* its cells may be another row's */
	bool shifty;  /* a cell of it may be lost or be none, if its sum does not say otherwise */
	bool wider;   /* than the others: a cell of it is none, if its sum does not say otherwise */
	bool split;   /* its numbers stood without white space between them; these are likely */
	bool named;   /* no row of the form, though words stand before it: they are its label */
	bool counted; /* one of several rows whose cells ran together, told by their count */
	size_t moved; /* how many columns its label stands before those of its group's rows */
	size_t strangers; /* words among its cells that are none of the table's */
};

/* Words in a row of headings that are none of the table's. */
struct strange {
	size_t set;  /* of the headings among all */
	size_t row;  /* of the stream */
	size_t read; /* when, as columns.read */
	const struct token *t;
};

struct lines {
	VEC(struct strange) strange;
	VEC(struct line) v;
	VEC(struct columns *) columns; /* owned: sets of n_blocks each */
	VEC(struct token *) parted;    /* owned: cells that table/glued.h made */
	size_t n_blocks;
	size_t headings; /* distinct columns and blocks read */
};

/* Drops lines and marks those that are unsure; the end of lines_collect(). */
void lines_judge(const struct placing *p, struct lines *l);
/* "2.其他 0 0" above "法律行政法规禁止公开" may be one row, which numbers stand amid or a grid tore
 * in two: the first is unsure, and the second, too, where it has no numbers of its own. */
void lines_doubt_rests(const struct placing *p, struct lines *l);
/* What the lines tell about the columns they stand under. sum: of a row; NULL: none. */
void columns_judge(const struct placing *p, struct lines *l, const struct form_identity *sum);
/* Its part: the order of columns, and who says so. */
void columns_judge_order(const struct placing *p, struct lines *l, const struct form_identity *sum);
/* Its part: which columns the places are, where headings have them in another order than the form;
 * sets `mixed`, or where that is for sure only `permuted`. before: the headings in force before. */
void columns_judge_parts(const struct placing *p, struct columns *c, const struct columns *before,
	const struct form_identity *sum);
/* Its part: where the columns stand in the grid, by rows that add up. under: their lines, linked.
 */
void columns_judge_frame(struct columns *c, const struct line *under);
/* Its part: which columns are left in doubt by headings that nobody can read. under: of each set,
 * its lines, linked. */
void columns_judge_strange(const struct placing *p, struct lines *l, struct line *const *under);
/* Its part: the cells below a heading of none of the form's columns, all of which have their own,
 * are nobody's. */
void columns_drop_foreign(const struct placing *p, struct lines *l, struct line *const *under,
	const struct form_identity *sum);
/* Is the grid's column one of those that the heading is printed over? */
bool columns_is_over(const struct columns *c, size_t k, size_t col);
/* May the cell be another column's, by what columns_judge_strange() found? */
bool column_is_vague(const struct columns *c, size_t k, const struct token *t);
/* Rows in doubt for their columns alone are sure where every column adds up; behind what doubts
 * them.
 */
void columns_prove(struct placing *p, const struct line *const *of);
/* Placed rows that end in an empty cell, where no other is empty, get their doubt. of: the line of
 * each of the form's rows; NULL: none. */
void edges_doubt(struct placing *p, const struct line *const *of);
/* Placed rows the empty cells of which a line beside them fills that is nobody's get their doubt.
 */
void rests_doubt(struct placing *p, const struct lines *l, const struct line *const *of);
/* Rows between numbers without a label and a label without numbers get their doubt. */
void slipped_doubt(struct placing *p, const struct lines *l, const struct line *const *of);
/* Where most rows that no grid holds are in doubt, so is one amid two such, and one with empty
 * cells. */
void doubtful_rows_doubt(struct placing *p, const struct line *const *of);
/* Where one column has no heading, cells that are empty in all rows get their doubt. */
void headless_doubt(struct placing *p, const struct lines *l);
/* Rows of which nothing but the label was read, where the others tell that their cells are empty.
 */
void place_blank_rows(struct placing *p, const struct lines *l, const struct line *const *of);
/* Where each row has as many cells as columns, empty ones too, a line with those of several rows
 * becomes as many: all but the first have lost their labels. */
void lines_divide(const struct placing *p, struct lines *l);
/* Which lines' labels stand before those of their group's other rows. */
void lines_find_moved(const struct placing *p, struct lines *l);
/* Where the numbers of all rows begin right behind their label, an empty cell in the place of a
 * lost label is none of its numbers. Since columns_judge(). */
void orphans_trim(const struct placing *p, struct lines *l);
/* Do the lines between the two lie where just their rows lack a line, and is none of them strange,
 * or lacks a cell? */
bool orphans_settled(const struct placing *p, const struct line *above, const struct line *below);
/* Nothing but numbers, behind the words of a group: a row with other words has a label, which is
 * none of the form's. */
bool orphans_wordless(const struct placing *p, const struct line *l);
/* Do words like the row's label, too short to be told from others by themselves, stand right before
 * the line's cells? */
bool orphans_misprint(const struct placing *p, const struct line *l, size_t row);
/* Are the words nothing but pieces of the table's labels, whichever, and of how many at most? */
bool lines_are_pieces(const struct placing *p, const struct token *t, size_t most);
void lines_collect(struct placing *p, struct lines *out);
void lines_free(struct lines *l);

#endif
