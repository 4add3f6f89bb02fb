/* What build.c makes the tables with, and which form each is of. */
#ifndef GOUJI_TABLE_BUILD_FORMS_H
#define GOUJI_TABLE_BUILD_FORMS_H

#include "base/arena.h"
#include "table/book.h"
#include "table/place.h"

/* A table as the best attempt left it. */
struct built {
	struct report_table table;
	struct cell *cells; /* owned */
	size_t labels_read, given;
	const struct form *rival; /* nothing of it tells it from that form; NULL: none */
	bool due;		  /* but it is the form of the year, and its rows are as long */
	struct text_span region;  /* where it was looked for */
};

/* What all tables of one report are placed with. */
struct builder {
	struct report *r;
	const struct mend *mends;
	size_t n_mends;
	struct text_span region; /* where tables are looked for */
	struct stream stream;
	const char **owners; /* by row of the stream: whose labels it shows */
	bool *used;	     /* rows of the stream */
	bool *others;	     /* those of another year's tables; NULL: none are told so */
	const struct label_book *book;
	struct arena *own_book; /* where the forms bring none */
	VEC(struct built) tables;
};

/* One attempt: a table of a form, filled. */
struct attempt {
	struct placing placing;
	size_t telltales;	  /* words of this form alone that stand in the region */
	const struct form *rival; /* it might as well be of; NULL: none */
	bool due;		  /* as struct built */
};

/* Rows [from, to) of the stream, with what is used of them so far. */
void attempt_init(struct attempt *a, const struct form *form, const struct form_table *def,
	struct builder *b, size_t from, size_t to);
void attempt_run(struct attempt *a);
void attempt_free(struct attempt *a);
/* A table of the form for other attempts than these to fill: its cells, empty, are the caller's,
 * until built_take() makes them and the placing's span t's. */
struct placing built_anew(
	const struct built *t, const struct form *form, const struct form_table *def);
void built_take(struct built *t, const struct placing *p);
/* Is any of its cells a number? */
bool built_has_number(const struct built *t);
/* How many cells it found. */
size_t attempt_given(const struct attempt *a);
/* The stream's rows that begin in the region. */
void rows_within(const struct stream *s, struct text_span region, size_t *from, size_t *to);

/* What copies of the tables elsewhere in the text say otherwise gets its doubt (build_copies.c). */
void copies_compare(struct builder *b);
/* And what numbers without labels do not say, where they are as many as the table has
 * (build_loose.c). */
void loose_compare(struct builder *b);

/* Marks the stream's rows below captions of the year before (build_years.c); whether there are any.
 */
bool years_mark(const struct builder *b, bool *other);

/* Tables whose numbers are as many as their cells, and prove it by their sums, are filled by their
 * order (build_counted.c). */
void counted_place(struct builder *b);

/* Tables that have lost all their labels, of rows as long as the form's, are filled by their order,
 * in doubt (build_shaped.c). */
void shaped_place(struct builder *b);

/* Rows with empty cells of tables that only blanks hold get the columns that places, headings and
 * sums tell, in doubt (spread.c). */
void spread_place(struct builder *b);

/* Tables of which no number was read, its columns one behind another, in doubt (build_headed.c). */
void headed_place(struct builder *b);

/* Tables of which no number was read, told in words, in doubt (build_told.c). */
void told_place(struct builder *b);

/* Numbers that ran together, or fell apart, into cells beside them get their doubt (cut.c). */
void cuts_doubt(struct builder *b);

/* Tables whose words and numbers were read piece by piece get their doubt (scrambled.c). */
void scrambled_doubt(struct builder *b);

/* Tables that may have lost a column get their doubt (dropped.c). */
void dropped_doubt(struct builder *b);

/* Columns that add up a row above or below get their doubt (offset.c). */
void offsets_doubt(struct builder *b);

/* Numbers that stand in another order than their columns get their doubt (swapped.c). */
void swaps_doubt(struct builder *b);

/* Cells of tables that might as well be of another form get their doubt. */
void forms_doubt(struct builder *b);
/* The form of the report: that of all found tables that differ between forms; where they are of
 * several, the year's; else the newest. */
const struct form *forms_of_report(const struct builder *b);
/* A table that two forms print alike, or that was not found, goes with the report's form. */
void forms_settle(const struct report *r, struct built *b);

#endif
