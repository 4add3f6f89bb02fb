/* Bands within bands: of the rows of a page some columns were read one behind another, and of part
 * of these rows again. */
#include <string.h>

#include "table/bands_search.h"

/* Bands that some of the rows are in, within those of all. */
struct inner {
	size_t from;   /* its first row */
	unsigned ends; /* behind these columns, too */
	bool plain;    /* one row, as it stands in the outer bands */
	bool broken;
	size_t cost; /* of all up to its end */
	bool any;
};

struct nest {
	struct search *s;
	size_t from, to;
	unsigned ends;
	size_t first[BANDS_COLUMNS_MAX], width[BANDS_COLUMNS_MAX]; /* the outer band of a column */
	struct inner to_row[BANDS_ROWS_MAX + 1][2]; /* best way there; its last is plain */
};

static void find_outer(struct nest *n)
{
	size_t columns = n->s->n_columns;
	for (size_t c = 0; c < columns; c++) {
		size_t end = c + 1;
		n->first[c] = c > 0 && !(n->ends >> (c - 1) & 1) ? n->first[c - 1] : c;
		while (end < columns && !(n->ends >> (end - 1) & 1))
			end++;
		n->width[c] = end - n->first[c];
	}
}

/* Where a row's numbers were read, rows [from, to) being in inner bands that end behind `ends`,
 * those of the outer among them. */
static void read_row(
	const struct nest *n, size_t from, size_t to, unsigned ends, size_t row, size_t *at)
{
	size_t columns = n->s->n_columns, height = to - from;
	for (size_t c = 0; c < columns; c++) {
		size_t left = c, right = c + 1;
		while (left > n->first[c] && !(ends >> (left - 1) & 1))
			left--;
		while (right < n->first[c] + n->width[c] && !(ends >> (right - 1) & 1))
			right++;
		at[c] = n->from * columns + n->first[c] * (n->to - n->from) +
			(from - n->from) * n->width[c] + (left - n->first[c]) * height +
			(row - from) * (right - left) + c - left;
	}
}

/* Does each inner band begin behind a blank line or words? */
static bool begins_parted(const struct nest *n, size_t from, size_t to, unsigned ends)
{
	size_t at[BANDS_COLUMNS_MAX];
	read_row(n, from, to, ends, from, at);
	for (size_t c = 1; c < n->s->n_columns; c++)
		if ((ends & ~n->ends) >> (c - 1) & 1 && !n->s->parted[at[c]])
			return false;
	return true;
}

static bool all_hold(const struct nest *n, size_t from, size_t to, unsigned ends)
{
	size_t at[BANDS_COLUMNS_MAX];
	for (size_t row = from; row < to; row++) {
		read_row(n, from, to, ends, row, at);
		n->s->tries++;
		if (!bands_row_holds(n->s, at))
			return false;
	}
	return true;
}

static void offer(struct nest *n, size_t to, struct inner way)
{
	struct inner *best = &n->to_row[to - n->from][way.plain];
	if (!best->any || way.cost < best->cost)
		*best = way;
}

static size_t cost_to(const struct nest *n, size_t row, bool plain)
{
	const struct inner *way = &n->to_row[row - n->from][plain];
	return way->any ? way->cost : SIZE_MAX / 2;
}

/* One row more as it stands; the rows of one piece cost but once. */
static void try_plain(struct nest *n, size_t row)
{
	bool holds = all_hold(n, row, row + 1, n->ends);
	size_t on = cost_to(n, row, true), anew = cost_to(n, row, false) + 1;
	struct inner way = {.from = row,
		.ends = n->ends,
		.plain = true,
		.broken = !holds,
		.cost = (on < anew ? on : anew) + (holds ? 0 : BANDS_BROKEN_COST),
		.any = true};
	if (way.cost < SIZE_MAX / 2)
		offer(n, row + 1, way);
}

static void try_inner(struct nest *n, size_t from, size_t to, unsigned ends)
{
	size_t on = cost_to(n, from, true), anew = cost_to(n, from, false);
	struct inner way = {
		.from = from, .ends = ends, .cost = (on < anew ? on : anew) + 2, .any = true};
	for (unsigned bits = ends & ~n->ends; bits; bits &= bits - 1)
		way.cost++;
	if (begins_parted(n, from, to, ends) && all_hold(n, from, to, ends))
		offer(n, to, way);
}

static void fill(struct nest *n, size_t map, size_t *broken)
{
	struct search *s = n->s;
	size_t columns = s->n_columns;
	bool plain = cost_to(n, n->to, true) < cost_to(n, n->to, false);
	for (size_t end = n->to; end > n->from;) {
		const struct inner *way = &n->to_row[end - n->from][plain];
		for (size_t row = way->from; row < end; row++)
			read_row(n, way->from, end, way->ends, row,
				&s->maps.v[map + (row - n->from) * columns]);
		*broken += way->broken;
		end = way->from;
		size_t on = cost_to(n, end, true), anew = cost_to(n, end, false) + way->plain;
		plain = on <= anew;
	}
}

void bands_add_nested(struct search *s, size_t from, size_t to, unsigned ends)
{
	struct nest n = {.s = s, .from = from, .to = to, .ends = ends};
	unsigned all = 1U << (s->n_columns - 1);
	if (s->spans.n >= BANDS_SPANS_MAX || s->tries > BANDS_TRIES_MAX)
		return;
	find_outer(&n);
	n.to_row[0][false] = (struct inner){.from = from, .any = true};
	for (size_t row = from; row < to; row++) {
		if (cost_to(&n, row, true) >= SIZE_MAX / 2 &&
			cost_to(&n, row, false) >= SIZE_MAX / 2)
			continue;
		try_plain(&n, row);
		for (size_t end = row + 2; end <= to; end++)
			for (unsigned e = 1; e < all; e++)
				if ((e & ends) == ends && e != ends)
					try_inner(&n, row, end, e);
	}
	size_t on = cost_to(&n, to, true), anew = cost_to(&n, to, false),
	       cost = on < anew ? on : anew;
	if (cost >= SIZE_MAX / 2)
		return;
	struct span p = {
		.from = from, .to = to, .ends = ends, .cost = 2 + cost, .map = s->maps.n + 1};
	for (unsigned bits = ends; bits; bits &= bits - 1)
		p.cost++;
	for (size_t i = 0; i < (to - from) * s->n_columns; i++)
		*vec_push(&s->maps) = 0;
	fill(&n, p.map - 1, &p.broken);
	*vec_push(&s->spans) = p;
}
