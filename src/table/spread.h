/* Rows with empty cells, in columns that nothing but blanks hold and no grid was found for: which
 * columns the numbers are is told by their places on their lines, the headings above and the sums
 * of the rows. Only for spread*.c. */
#ifndef GOUJI_TABLE_SPREAD_H
#define GOUJI_TABLE_SPREAD_H

#include "base/utf8.h"
#include "table/align.h"
#include "table/build_forms.h"

/* Columns of a line: characters, or places on a screen with quotes and the like one wide or two. */
#define SPREAD_MEASURES 3
/* So many places numbers may stand at, seen from above. */
#define SPREAD_CLUSTERS_MAX 16

struct spread_value {
	struct cell cell; /* one for each, where several numbers stand in one */
	size_t from, to;  /* on its line, by the measure */
	size_t cluster;
	size_t column; /* where it is known */
};

struct spread_row {
	struct cell *cells;
	size_t line, first, n; /* its values */
	bool known;	       /* all its cells are printed, and none is in doubt */
	bool lacking;	       /* some are missing */
};

/* The rows below one set of headings. */
struct spread {
	const struct doc *doc;
	const struct form_block *block;
	const struct form_identity *sum;
	size_t head_from; /* the first line that may hold its headings */
	VEC(struct spread_row) rows;
	VEC(struct spread_value) values; /* by row, then place */
	int measure;
	size_t n_clusters;
	double at[ALIGN_COLUMNS_MAX]; /* the middle of each column */
	bool headed;		      /* and it is known */
	bool total_first;
	bool any_used;
	size_t used[ALIGN_COLUMNS_MAX]; /* how many numbers of the rows above are in each column */
};

/* The form's column that is printed at a place. */
static inline size_t spread_printed(const struct spread *s, size_t place)
{
	size_t n = s->block->n_columns;
	return s->total_first ? (place + n - 1) % n : place;
}

static inline size_t spread_width(struct str text, int measure)
{
	return measure == 0 ? utf8_count(text) : utf8_columns(text, measure);
}

/* A number's places under the measure, and the clusters they make; how many of the row's numbers
 * share one. */
size_t spread_measure(struct spread *s, int measure);
/* Where the columns are, as headings and known rows tell; s->headed: whether they do. */
void spread_find_columns(struct spread *s);
/* Is the line one of headings? */
bool spread_is_heading(const struct doc *d, const struct form_block *b, size_t line);
/* The column that each cluster is most likely, into `column`; false where there are too many. */
bool spread_search(struct spread *s, size_t *column);
/* The same of a table that is one line under its headings. */
void spread_wide(struct builder *b, struct built *t);
/* An empty cell, in doubt, which would stand there. */
void spread_set_blank(struct cell *c, size_t at);
/* Rows with nothing but their label become empty ones, in doubt. */
void spread_blanks(const struct builder *b, const struct form_table *def, struct cell *cells);

/* The same of a table without any. */
void spread_all_blank(const struct builder *b, const struct built *t);
/* Is the line a page's mark? */
bool spread_is_mark(const struct doc *d, struct text_span line);

#endif
