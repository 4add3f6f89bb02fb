/* The columns of a table held by blanks, while they are found. Only for columns_*.c. */
#ifndef GOUJI_IMPORT_COLUMNS_PLAN_H
#define GOUJI_IMPORT_COLUMNS_PLAN_H

#include "import/columns.h"

/* More pieces before the first number are no headings. */
enum { HEADS_PIECES_MAX = 256 };

/* A column's extent, or a piece's. */
struct extent {
	uint32_t from, to;
};

struct extents {
	VEC(struct extent) e;
};

/* Sorts, and joins those that overlap. */
void extents_join(struct extents *x);
/* The one nearest to the middle of `e`; x is joined and not empty. */
size_t extents_nearest(const struct extents *x, struct extent e);
/* Does the nearest one overlap it? */
bool extents_overlap(const struct extents *x, struct extent e);
/* Adds those of `more`, which is empty then. */
void extents_add(struct extents *x, struct extents *more);

/* What is known of the columns under one measure. */
struct plan {
	int measure;
	bool ragged, empties;
	bool part;	   /* of rows below one set of headings */
	bool lined;	   /* numbers of a column begin, end or have their middle at one place */
	bool crowded;	   /* a row has more headings than there are columns of numbers */
	size_t most, full; /* numbers in the fullest rows; how many such rows */
	struct extents labels, values;
	struct extents numbers; /* the columns of numbers, without their headings */
	struct extents heads;	/* paired: the headings, as many as columns of numbers */
	bool paired;		/* the first heading is the first column's, and so on */
	struct extents shown;	/* where rows with most numbers have them, and what is headed */
	uint32_t label_end;	/* pieces with their middle before it are labels */
	size_t label_cols;
};

/* whole: of a section, the plan of all of them; else NULL. */
void plan_make(struct plan *plan, const struct columns *c, const struct plan *whole);
void plan_free(struct plan *plan);
/* Joins columns of numbers under one heading, no row having a number in both: a long label has
 * moved the number behind it out of the column. */
void plan_unite(struct plan *plan, const struct columns *c);
/* Has each column of numbers a heading of its own, and no row two numbers in one? */
bool plan_is_headed(const struct plan *plan, const struct columns *c);
/* Are the headings of a part as many as its columns of numbers, each with its middle between its
 * neighbours' numbers? Then they are theirs in order, whether or not they stand over them. */
void plan_pair(struct plan *plan, const struct columns *c);
/* The piece that the next section begins with: the headings behind rows with numbers. */
size_t plan_section_end(const struct plan *plan, const struct columns *c, size_t at);
/* The column headed by words there. */
size_t plan_paired_column(const struct plan *plan, struct extent e);
/* Fills plan->shown. */
void plan_show(struct plan *plan, const struct columns *c);
/* The columns of labels, and what the headings tell of those of numbers. */
void plan_words(struct plan *plan, const struct columns *c);

/* The column of plan->values that the ith piece of the row at piece `at` heads, by itself and its
 * neighbours; SIZE_MAX where it is none's, or several columns'. */
size_t plan_head_column(const struct plan *plan, const struct columns *c, size_t at, size_t i);

/* How many pieces the row has that begins with piece `at`. */
size_t columns_row_length(const struct columns *c, size_t at);
/* How many of the pieces are numbers. */
size_t columns_row_values(const struct columns_piece *p, size_t n);

static inline struct extent plan_extent(const struct plan *plan, const struct columns_piece *p)
{
	return (struct extent){p->from[plan->measure], p->to[plan->measure]};
}

static inline uint64_t extent_middle(struct extent e)
{
	return ((uint64_t)e.from + e.to) / 2;
}

static inline bool plan_is_label(const struct plan *plan, const struct columns_piece *p)
{
	struct extent e = plan_extent(plan, p);

	return !p->value && !p->behind && extent_middle(e) < plan->label_end;
}

/* From which piece on the pieces of a row are its columns in order: the numbers of a full row of a
 * ragged table, or words that are as many, one label before them or none. n where only the places
 * tell. */
size_t plan_ordered_from(const struct plan *plan, const struct columns_piece *p, size_t n);

#endif
