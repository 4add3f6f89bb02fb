/* Rows with fewer filled cells than columns, but cells enough. */
#include "table/align_ways.h"

/* Where the filled cells begin and end. */
static void filled_range(const struct token *const *tokens, size_t n, size_t *first, size_t *last)
{
	*first = n;
	*last = 0;
	for (size_t i = 0; i < n; i++) {
		if (!token_is_filled(tokens[i]))
			continue;
		*first = *first == n ? i : *first;
		*last = i;
	}
}

/* An empty cell at the edge that does not stand under its heading, though the sum would have it. */
static bool has_stray_edge(const struct columns *c, const struct alignment *a)
{
	for (size_t i = 0; i < 2; i++) {
		size_t k = align_column_at(c, i ? c->n - 1 : 0);
		if (token_is_hole(a->at[k]) && c->heading[k] != STR_NONE &&
			a->at[k]->col != c->heading[k])
			return true;
	}
	return false;
}

/* Does the row begin and end where rows with all their cells do? */
static bool is_in_line(const struct columns *c, const struct token *const *tokens, size_t n)
{
	return tokens[n - 1]->col + 1 == c->end && tokens[0]->col < 64 &&
	       (c->begins >> tokens[0]->col & 1);
}

/* A row as wide as those that have all their cells, which begin right behind the label: an empty
 * cell there is the first column's, no place for a second label, and no cell was lost; unless the
 * headings say otherwise. */
static bool is_whole(const struct columns *c, const struct token *const *tokens, size_t n)
{
	struct alignment a;
	if (!c->flush || !token_is_hole(tokens[0]) || !token_is_filled(tokens[c->n - 1]) ||
		(n != c->cells && !is_in_line(c, tokens, n)))
		return false;
	for (size_t i = c->n; i < n; i++)
		if (token_is_filled(tokens[i]))
			return false;
	align_take(c, tokens, c->n, &a);
	return !align_sum_breaks(c, &a) &&
	       (c->shaky || align_headings(c) < c->n || align_under_headings(c, &a));
}

/* All cells stand each under a heading of its own, and either fill all that were read, or other
 * rows do: of a table that lost a column, its heading with it. No window of cells is those columns.
 */
static bool lacks_column(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *headed)
{
	struct alignment plain;
	if (c->shaky || align_headings(c) + 1 != c->n || !align_headed(c, tokens, n, headed) ||
		(!c->headed && !align_fills_headings(c, tokens, n)))
		return false;
	for (size_t o = 0; o + c->n <= n; o++) {
		align_take(c, tokens + o, c->n, &plain);
		if (align_sum_holds(c, &plain) || align_under_headings(c, &plain))
			return false;
	}
	return true;
}

/* Each column has a cell under its heading, what stands elsewhere is empty, and it adds up so: of a
 * grid with columns of nothing between the others. */
static bool is_headed_whole(const struct columns *c, const struct token *const *tokens, size_t n,
	struct alignment *headed)
{
	if (c->shaky || n <= c->n || align_headings(c) < c->n ||
		!align_headed(c, tokens, n, headed))
		return false;
	for (size_t k = 0; k < c->n; k++)
		if (!headed->at[k])
			return false;
	return align_sum_holds(c, headed);
}

/* Wider than the headings' rows: a cell of it is none of theirs. */
static bool sticks_out(const struct columns *c, const struct token *const *tokens, size_t n)
{
	return c->head_end > 0 && n > c->n && tokens[n - 1]->col >= c->head_end;
}

/* Does the row end where the others do, in its last column? */
static bool reaches(const struct columns *c, const struct token *const *tokens, size_t last)
{
	return c->reaches && last + 1 == c->n && token_is_filled(tokens[last]);
}

/* Do as many empty cells as the row has stand before numbers that add up, no headings saying where
 * columns are? Then those are the row, and the numbers are one whose label was lost. */
static bool has_row_before(const struct columns *c, size_t by_sum, size_t n)
{
	return by_sum < n && by_sum >= c->n && align_headings(c) < c->n;
}

/* The place at which the columns begin where rows that add up have them, the row being as wide; n
 * where nothing shows it, or a number would be left over. */
static size_t frame_begins(
	const struct columns *c, const struct token *const *tokens, size_t n, size_t first)
{
	size_t o = n - c->n;
	return c->frame_end > 0 && tokens[o]->col == c->frame &&
			       tokens[n - 1]->end == c->frame_end && first >= o
		       ? o
		       : n;
}

void align_window(
	const struct columns *c, const struct token *const *tokens, size_t n, struct alignment *out)
{
	size_t first, last, fitting = 0, by_sum = n, by_head = n, plain = n;
	if (is_whole(c, tokens, n)) {
		*out = (struct alignment){.how = "label+column"};
		align_take(c, tokens, c->n, out);
		return;
	}
	struct alignment headed;
	if (is_headed_whole(c, tokens, n, &headed)) {
		*out = headed;
		return;
	}
	filled_range(tokens, n, &first, &last);
	if (reaches(c, tokens, last)) {
		*out = (struct alignment){.how = "label+column"};
		align_take(c, tokens, c->n, out);
		return;
	}
	if (first < n && lacks_column(c, tokens, n, &headed)) {
		*out = headed;
		return;
	}
	for (size_t o = 0; o + c->n <= n; o++) {
		struct alignment a;
		if (first < n && (first < o || last >= o + c->n))
			continue;
		align_take(c, tokens + o, c->n, &a);
		plain = fitting++ == 0 ? o : plain;
		if (align_sum_holds(c, &a) && by_sum == n)
			by_sum = o;
		if (align_under_headings(c, &a) && by_head == n)
			by_head = o;
	}
	if (has_row_before(c, by_sum, n)) {
		*out = (struct alignment){.how = "label+order", .doubt = true};
		align_take(c, tokens, c->n, out);
		return;
	}
	size_t frame = frame_begins(c, tokens, n, first);
	*out = (struct alignment){.how = "label+column"};
	align_take(c,
		tokens + (by_sum < n	       ? by_sum
				 : by_head < n ? by_head
				 : frame < n   ? frame
				 : plain < n   ? plain
					       : 0),
		c->n, out);
	bool told = by_sum < n ? by_head == n || by_head == by_sum || c->shaky
			       : by_head < n && !c->shaky;
	bool moved = plain > 0 && by_sum == n && by_head == n && align_sum_breaks(c, out);
	if (fitting > 0 && first < n &&
		(moved || align_lacks_edge(c, tokens, n, out) ||
			(sticks_out(c, tokens, n) && by_sum == n) ||
			(by_sum < n && has_stray_edge(c, out))))
		out->how = "label+order", out->doubt = true;
	if (fitting == 0)
		*out = (struct alignment){.how = "shifted", .doubt = true};
	if (fitting == 0)
		align_take(c, tokens, n, out);
	/* Which of several windows of blanks it is makes no difference where all are blank. */
	else if (fitting > 1 && !told && first < n)
		out->how = "label+order", out->doubt = true;
}
