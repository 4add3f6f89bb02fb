/* The witnesses of a row's reading. */
#include "table/sure.h"

#include "table/align_ways.h"

enum {
	FULL_MIN = 2,	/* so many rows with all their cells show where the columns stand */
	FULL_SHARE = 4, /* of rows that lack a cell; fewer that have all of them are strange */
};

/* Where a token stands: the grid's column, and how many cells behind the label. */
static size_t place_of(const struct token *const *tokens, size_t i, enum place_by by)
{
	return by == PLACE_GRID ? tokens[i]->col : i;
}

/* From the first cell with something in it to the last there are as many as columns: *first is that
 * one. Of all cells lost and strange ones come in that would be seen last. */
static bool spans(
	const struct columns *c, const struct token *const *tokens, size_t n, size_t *first)
{
	size_t last = n;
	*first = 0;
	while (*first < n && !token_is_filled(tokens[*first]))
		++*first;
	while (last > *first && !token_is_filled(tokens[last - 1]))
		last--;
	return last - *first == c->n;
}

/* Of the columns in order, from the cell `first` on; filled: empty cells are none of them. */
static void learn_places(struct columns *c, const struct line *l, size_t first, bool filled)
{
	c->full_rows++;
	for (size_t i = first, k = 0; k < c->n && i < l->cells.n; i++) {
		if (filled && !token_is_filled(l->cells.v[i]))
			continue;
		for (enum place_by by = 0; by < PLACE_WAYS; by++) {
			size_t at = place_of(l->cells.v, i, by);
			c->seen[by][align_column_at(c, k)] |= at < 64 ? (uint64_t)1 << at : 0;
		}
		k++;
	}
}

/* A row that lacks a cell or two and no empty ones stand in for them, but behind all others.
 * Several numbers in one cell are no lack. */
static bool is_narrower(const struct columns *c, const struct line *l)
{
	size_t run = 0;
	for (size_t i = 0; i < l->cells.n; i++)
		if (l->cells.v[i]->n_pieces > 0 && l->cells.v[i]->apart)
			return false;
	if (l->filled >= c->n || l->filled + 2 < c->n)
		return false;
	while (run < l->cells.n && !token_is_filled(l->cells.v[run]))
		run++;
	for (size_t i = 0; i < l->filled; i++)
		if (run + i >= l->cells.n || !token_is_filled(l->cells.v[run + i]))
			return false;
	run += l->filled;
	return l->cells.n < c->n || run < l->cells.n;
}

/* The column the row's sum is declared in; STR_NONE where it has none such. */
static size_t total_of(const struct columns *c)
{
	return c->sum && c->sum->n_right == 1 ? c->sum->right[0] : STR_NONE;
}

bool sure_ends_in_sum(const struct token *const *tokens, size_t n)
{
	struct dec sum = dec_of(0);
	for (size_t i = 0; i + 1 < n; i++)
		if (tokens[i]->reading.kind == READ_OTHER ||
			(tokens[i]->reading.kind == READ_NUMBER &&
				!dec_add(sum, tokens[i]->reading.value, &sum)))
			return false;
	return n > 1 && tokens[n - 1]->reading.kind == READ_NUMBER && !dec_is_zero(sum) &&
	       dec_cmp(sum, tokens[n - 1]->reading.value) == 0;
}

/* The same of the filled ones, however many empty cells are behind them. */
static bool ends_in_sum(const struct token *const *tokens, size_t n)
{
	while (n > 0 && !token_is_filled(tokens[n - 1]))
		n--;
	return sure_ends_in_sum(tokens, n);
}

/* Rows with all their cells have the column there, and no other. */
static bool is_known(const struct columns *c, enum place_by by, size_t column, size_t at)
{
	uint64_t bit = at < 64 ? (uint64_t)1 << at : 0;
	for (size_t k = 0; k < c->n; k++)
		if (k != column && c->seen[by][k] & bit)
			return false;
	return c->seen[by][column] & bit;
}

/* Has the row's first number its place where that of rows with all their cells is, if there are
 * such rows? One further behind stands behind empty cells. */
static bool begins_first(const struct columns *c, const struct line *l)
{
	size_t i = 0, column = align_column_at(c, 0);
	while (i < l->cells.n && !token_is_filled(l->cells.v[i]))
		i++;
	for (enum place_by by = 0; by < PLACE_WAYS; by++) {
		size_t at = i < l->cells.n ? place_of(l->cells.v, i, by) : STR_NONE;
		if (is_known(c, by, column, at))
			return true;
	}
	return c->full_rows == 0;
}

/* Lacks cells, empty ones too, between its numbers: all of these stand right behind the label. */
static bool is_gathered(const struct columns *c, const struct line *l)
{
	for (size_t i = 0; i < l->filled; i++)
		if (i >= l->cells.n || !token_is_filled(l->cells.v[i]))
			return false;
	return l->filled > 1 && l->filled < c->n;
}

/* Does a number stand where rows with all their cells have another column? */
static bool stands_elsewhere(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a, enum place_by by)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < c->n; k++)
			for (size_t other = 0; a->at[k] == tokens[i] && other < c->n; other++)
				if (other != k && token_is_filled(tokens[i]) &&
					is_known(c, by, other, place_of(tokens, i, by)))
					return true;
	return false;
}

static bool is_filled(const struct token *t)
{
	return t && token_is_filled(t);
}

/* Does all that is printed stand where rows with all their cells have its column? */
static bool stands_as_full(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a, enum place_by by)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < c->n; k++)
			if (a->at[k] == tokens[i] && token_is_filled(tokens[i]) &&
				!is_known(c, by, k, place_of(tokens, i, by)))
				return false;
	return true;
}

/* As many cells as columns, none of which stands where rows with a number in each have another. */
static bool learns_spans(const struct columns *c, const struct line *l, size_t *first)
{
	struct alignment a;
	if (!spans(c, l->cells.v, l->cells.n, first))
		return false;
	align_take(c, l->cells.v + *first, c->n, &a);
	return !c->shown || stands_as_full(c, l->cells.v, l->cells.n, &a, PLACE_GRID) ||
	       stands_as_full(c, l->cells.v, l->cells.n, &a, PLACE_BEHIND) ||
	       (!stands_elsewhere(c, l->cells.v, l->cells.n, &a, PLACE_GRID) &&
		       !stands_elsewhere(c, l->cells.v, l->cells.n, &a, PLACE_BEHIND));
}

/* What is learnt of lines, one after another: where those with a number in each column have them;
 * then those with as many cells; then what the others lack. */
enum lesson { LESSON_FILLED, LESSON_SPANS, LESSON_NARROWER, LESSONS };

/* A heading over several columns: the cells below it may stand repeated there, each a column's. */
static bool has_repeated(const struct columns *c)
{
	for (size_t k = 0; k < c->n; k++)
		if (c->heading[k] != STR_NONE && c->heading_to[k] > c->heading[k])
			return true;
	return false;
}

static void learn_line(struct columns *c, const struct line *l, enum lesson lesson)
{
	size_t first;
	if (lesson == LESSON_FILLED) {
		c->rows++;
		c->whole_rows += l->cells.n == c->n;
		if (l->filled == c->n && !has_repeated(c))
			learn_places(c, l, 0, true);
		c->shown = c->full_rows > 0;
	} else if (lesson == LESSON_SPANS) {
		if (l->filled < c->n && learns_spans(c, l, &first))
			learn_places(c, l, first, false);
	} else {
		bool narrower = is_narrower(c, l) && begins_first(c, l);
		c->narrower_rows += narrower;
		c->moved_rows += (narrower || is_gathered(c, l)) && !c->total_first &&
				 ends_in_sum(l->cells.v, l->cells.n);
	}
}

void sure_learn(const struct placing *p, struct lines *l)
{
	for (enum lesson lesson = 0; lesson < LESSONS; lesson++)
		for (size_t i = 0; i < l->v.n; i++) {
			const struct line *line = &l->v.v[i];
			if (line->label && !line->dropped && !line->mended && line->filled > 0)
				learn_line(&l->columns.v[line->set][p->def->rows[line->row].block],
					line, lesson);
		}
}

/* All that is printed stands under its own heading. */
static bool has_headings(const struct columns *c, const struct alignment *a, size_t at_least)
{
	if (c->shaky || align_headings(c) < at_least)
		return false;
	for (size_t k = 0; k < c->n; k++)
		if (is_filled(a->at[k]) && c->heading[k] != STR_NONE &&
			(a->at[k]->col < c->heading[k] || a->at[k]->col > c->heading_to[k]))
			return false;
	return true;
}

/* Do parts of the row, several of which are not zero, come to its total? */
static bool is_proven(const struct columns *c, const struct alignment *a)
{
	size_t parts = 0;
	for (size_t i = 0; c->sum && i < c->sum->n_left; i++) {
		const struct token *t = a->at[c->sum->left[i]];
		parts += t && t->reading.kind == READ_NUMBER && !dec_is_zero(t->reading.value);
	}
	return parts > 1 && align_sum_holds(c, a);
}

bool sure_contradicts(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a)
{
	size_t filled = 0;
	for (size_t k = 0; k < c->n; k++)
		filled += is_filled(a->at[k]);
	return c->shown && filled < c->n && !stands_as_full(c, tokens, n, a, PLACE_GRID) &&
	       !stands_as_full(c, tokens, n, a, PLACE_BEHIND) &&
	       (stands_elsewhere(c, tokens, n, a, PLACE_GRID) ||
		       stands_elsewhere(c, tokens, n, a, PLACE_BEHIND));
}

/* Zeros or their sum last, and no total, though rows of the table end in what is the sum of the
 * others: they may have moved up. */
static bool lacks_total(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a)
{
	size_t total = total_of(c);
	bool zero = true;
	if (total == STR_NONE || is_filled(a->at[total]))
		return false;
	for (size_t i = 0; i < n; i++)
		zero = zero && (tokens[i]->reading.kind != READ_NUMBER ||
				       dec_is_zero(tokens[i]->reading.value));
	return c->moved_rows > 0 && (zero || ends_in_sum(tokens, n));
}

/* One number alone, which is not the total's, among empty cells that only places tell, though rows
 * with all their cells have a total: it may be that one. */
static bool is_lone(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a, size_t filled)
{
	size_t total = total_of(c), made_up = 0;
	for (size_t i = 1; i < n; i++)
		made_up += tokens[i]->span.from == tokens[i - 1]->span.from;
	return filled == 1 && c->n > 2 && made_up > 0 && total != STR_NONE &&
	       !is_filled(a->at[total]) && c->shown;
}

/* All cells show the same: it makes no difference which is which. */
static bool is_uniform(const struct columns *c, const struct alignment *a)
{
	for (size_t k = 0; k < c->n; k++)
		if (!a->at[k] || a->at[k]->reading.kind != a->at[0]->reading.kind ||
			dec_cmp(a->at[k]->reading.value, a->at[0]->reading.value) != 0)
			return false;
	return true;
}

/* Of a row that has all its cells. Among rows that lack one it may lack it too, and have a strange
 * one. */
static bool is_full_sure(const struct columns *c, const struct alignment *a, bool narrower)
{
	return !narrower || is_uniform(c, a) || has_headings(c, a, c->n) ||
	       (c->full_rows * FULL_SHARE >= c->narrower_rows && is_proven(c, a));
}

/* Its first cell, an empty one, stands beside the first heading, and no row shows where the columns
 * begin: that cell may be a label's, and the row have lost its end. */
static bool may_be_cut(const struct columns *c, const struct alignment *a)
{
	return c->full_rows == 0 && !c->shaky && align_headings(c) + 1 >= c->n &&
	       !is_filled(a->at[align_column_at(c, 0)]) && !align_under_headings(c, a) &&
	       !align_sum_holds(c, a);
}

/* As many cells as columns, in all rows; or in some, and no other row can tell. */
static bool is_counted(const struct columns *c, size_t n, const struct alignment *a)
{
	return n == c->n && (c->whole_rows == c->rows || c->full_rows == 0) && !may_be_cut(c, a);
}

/* The row ends where most rows do, in its last column. */
static bool reaches(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a)
{
	size_t last = align_column_at(c, c->n - 1);
	return c->reaches && n >= c->n && is_filled(a->at[last]) && a->at[last] == tokens[c->n - 1];
}

/* All numbers right behind the label, and nothing but empty cells behind them, in a table without a
 * row that shows more. */
static bool is_flush(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a, size_t filled)
{
	for (size_t i = 0; i < filled; i++)
		if (i >= n || !token_is_filled(tokens[i]) ||
			a->at[align_column_at(c, i)] != tokens[i])
			return false;
	return n >= c->n && c->full_rows == 0;
}

/* Nothing but a bar between the two empty cells behind the numbers: no grid sets its cells so, but
 * what fills a row up does. */
static bool is_run_of_bars(const struct token *const *tokens, size_t n, size_t filled)
{
	return filled + 1 < n && tokens[filled + 1]->span.from == tokens[filled]->span.from + 1;
}

/* No total, and all numbers stand right behind the label: the empty cells behind them may be what a
 * layout fills rows up with that lost theirs. 7, 1 and 8 are then a person, a firm and their total.
 * One number alone is doubted only where nothing but bars is behind it. */
static bool is_short_of_total(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a, size_t filled)
{
	size_t total = total_of(c);
	if (total == STR_NONE || is_filled(a->at[total]) ||
		(filled < 2 && !is_run_of_bars(tokens, n, filled)))
		return false;
	for (size_t i = 0; i < filled; i++)
		if (!is_filled(a->at[align_column_at(c, i)]))
			return false;
	return true;
}

/* In a grid whose cells are the source's own one of the row's, maybe empty, stands beside its
 * heading: another is wider than its column, or lost. */
static bool is_astray(const struct columns *c, const struct alignment *a)
{
	return c->even > 0 && !c->shaky && align_headings(c) == c->n && !align_under_headings(c, a);
}

/* Something of it stands under none of the headings, each of which has its place, and which other
 * rows stand under. */
static bool is_off_headings(const struct columns *c, const struct alignment *a)
{
	bool off = false;
	for (size_t k = 0; k < c->n; k++) {
		bool under = !is_filled(a->at[k]);
		for (size_t h = 0; h < c->n && !under; h++)
			under = columns_is_over(c, h, a->at[k]->col);
		off |= !under;
	}
	return off && (c->stood || c->added) && !c->shaky && align_headings(c) == c->n;
}

bool sure_row(const struct columns *c, const struct token *const *tokens, size_t n,
	const struct alignment *a)
{
	size_t filled = 0, first;
	bool narrower = c->narrower_rows * 2 > c->rows;
	for (size_t k = 0; k < c->n; k++)
		filled += is_filled(a->at[k]);
	if (filled == 0)
		return true;
	if (align_is_entire(c, tokens, n, a))
		return true;
	if (lacks_total(c, tokens, n, a) || is_lone(c, tokens, n, a, filled) ||
		(filled < c->n && (align_is_shorter(c, tokens, n) || is_astray(c, a))))
		return false;
	if (filled == c->n ||
		(spans(c, tokens, n, &first) && tokens[first] == a->at[align_column_at(c, 0)]))
		return is_full_sure(c, a, narrower);
	if (has_headings(c, a, c->n - 1))
		return true;
	if (is_off_headings(c, a))
		return false;
	if (reaches(c, tokens, n, a))
		return true;
	bool ordered = is_counted(c, n, a) || is_flush(c, tokens, n, a, filled);
	return !narrower &&
	       ((ordered && !is_short_of_total(c, tokens, n, a, filled)) ||
		       (c->full_rows >= FULL_MIN &&
			       (stands_as_full(c, tokens, n, a, PLACE_GRID) ||
				       stands_as_full(c, tokens, n, a, PLACE_BEHIND))));
}

void sure_move_total(const struct columns *c, const struct token *const *tokens, size_t n,
	size_t filled, struct alignment *a)
{
	size_t total = total_of(c);
	if (!a->doubt || total == STR_NONE || c->total_first || filled < 2 || filled >= c->n ||
		is_filled(a->at[total]) || !ends_in_sum(tokens, n) ||
		a->at[filled - 1] != tokens[filled - 1])
		return;
	for (size_t i = 0; i < filled; i++)
		if (!token_is_filled(tokens[i]))
			return;
	a->at[filled - 1] = a->at[total];
	a->at[total] = tokens[filled - 1];
}

void sure_moved(const struct columns *c, const struct line *l, struct alignment *a)
{
	const struct token *const *cells = l->cells.v;
	size_t first = c->heading[align_column_at(c, 0)], from = 0, total = total_of(c);
	bool full = l->filled == c->n; /* wherever it stands */
	if (l->moved == 0 || full || total == STR_NONE || first != l->label->col + l->moved + 1 ||
		!align_under_headings(c, a) || align_sum_holds(c, a) || is_uniform(c, a))
		return;
	if (!a->doubt)
		a->how = "label+order";
	a->doubt = true;
	while (from < l->cells.n && cells[from]->col + l->moved < first)
		from++;
	if (c->shaky || from + c->n > l->cells.n || is_filled(a->at[total]))
		return;
	for (size_t i = 0; i < l->cells.n; i++)
		if (token_is_filled(cells[i]) && (i < from || i >= from + c->n))
			return;
	struct alignment moved = *a;
	align_take(c, cells + from, c->n, &moved);
	if (is_filled(moved.at[total]))
		*a = moved;
}
