/* The order of a table's columns: total first or last, and whether headings stand in the form's. */
#include "table/lines.h"

/* So many rows tell that the total stands amid its parts. */
#define AMID_MIN 3

/* Where the headings have the total among its parts. */
enum order { ORDER_UNTOLD, ORDER_LAST, ORDER_FIRST };

/* What was read of headings before the total's, or behind it. */
struct around {
	bool column, above;	    /* of a column; above several */
	bool column_beside, beside; /* such a one in the total's own row; any in it */
	bool apart;		    /* such a one in another cell of that row */
	bool all;		    /* of all columns */
};

static struct around heads_around(const struct columns *c, bool before)
{
	struct around a = {.all = true};
	size_t last = c->n - 1, total = c->read[last];
	for (size_t k = 0; k < last; k++) {
		if (!c->read[k] || (c->read[k] < total) != before) {
			a.all = false;
			continue;
		}
		a.column = true;
		bool beside = c->head_row[k] == c->head_row[last];
		a.column_beside |= beside;
		a.apart |= beside && c->head[k] != c->head[last];
	}
	a.above = c->above && (c->above < total) == before;
	a.beside = a.column_beside || (a.above && c->above_row == c->head_row[last]);
	return a;
}

/* Headings are printed in several rows, and a cell over all of them in the first. So before the
 * total's own row only a column's own heading tells, of which some are always below; and where
 * nothing tells rows apart, the one that was not read may stand before it. Where all rows of
 * headings ran into one, what stands above several columns tells as little; and in one cell the
 * last heading of a row and the first of the next may have run together. */
static enum order heads_order(const struct columns *c)
{
	if (!c->read[c->n - 1])
		return ORDER_UNTOLD;
	struct around before = heads_around(c, true), behind = heads_around(c, false);
	if (before.beside && !before.column_beside && behind.column_beside)
		return ORDER_UNTOLD;
	if (before.beside)
		return ORDER_LAST;
	bool first = !before.column && !before.above;
	if ((behind.column_beside && (behind.apart || first)) || (!before.above && behind.all))
		return ORDER_FIRST;
	return before.column ? ORDER_LAST : ORDER_UNTOLD;
}

static bool sum_holds(const struct line *line, bool total_first)
{
	struct columns c = line->columns[0];
	struct alignment a;
	c.total_first = total_first;
	align(&c, line->cells.v, line->cells.n, &a);
	return align_sum_holds(&c, &a);
}

/* What full lines add up with: only with the total last, only with it first, with both, with
 * neither. */
struct held {
	size_t last, first, both, neither, n;
};

static void count_line(struct held *h, const struct line *line)
{
	bool first = sum_holds(line, true), last = sum_holds(line, false);
	h->last += last && !first;
	h->first += first && !last;
	h->both += first && last;
	h->neither += !first && !last;
	h->n++;
}

static struct held count_held(const struct lines *l)
{
	struct held h = {0};
	for (size_t i = 0; i < l->v.n; i++)
		if (l->v.v[i].filled == l->v.v[i].columns[0].n)
			count_line(&h, &l->v.v[i]);
	return h;
}

/* Cells of a line that has just as many as columns, the first number of which stands behind an
 * empty one: empty cells stand where they were, and nothing fills lines up behind their numbers. */
static bool shows_holes(const struct line *l)
{
	return l->cells.n == l->columns[0].n && l->filled > 0 &&
	       l->cells.v[0]->reading.kind == READ_EMPTY;
}

/* The same of lines with as many cells as columns, some of them empty, where nothing else tells. */
static struct held count_held_with_holes(const struct lines *l)
{
	struct held h = {0};
	bool holes = false;
	for (size_t i = 0; i < l->v.n; i++)
		holes |= shows_holes(&l->v.v[i]);
	for (size_t i = 0; i < l->v.n && holes; i++) {
		const struct line *line = &l->v.v[i];
		if (line->label && line->cells.n == line->columns[0].n &&
			!line->columns[0].order_told)
			count_line(&h, line);
	}
	return h;
}

static bool any_full(const struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++)
		if (l->v.v[i].filled == l->v.v[i].columns[0].n)
			return true;
	return false;
}

/* Total first or last: what the headings say, where they do; else what they say over other rows. */
static void take_order(struct lines *l, const struct form_identity *sum)
{
	enum order known = ORDER_UNTOLD;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < l->columns.n; i++) {
			struct columns *c = &l->columns.v[i][0];
			enum order own = heads_order(c);
			known = known == ORDER_UNTOLD ? own : known;
			own = own == ORDER_UNTOLD ? known : own;
			c->sum = sum;
			c->total_first = own == ORDER_FIRST;
			c->order_told = own != ORDER_UNTOLD;
		}
}

/* The total in a place of its own amid the parts, which stand in the form's order. */
static void set_amid(struct columns *c, size_t place)
{
	size_t part = 0;
	c->total_first = false;
	c->permuted = true;
	for (size_t k = 0; k < c->n; k++)
		c->order[k] = (uint8_t)(k == place ? c->n - 1 : part++);
}

static bool sum_holds_amid(const struct line *line, size_t place)
{
	struct columns c = line->columns[0];
	struct alignment a;
	set_amid(&c, place);
	align(&c, line->cells.v, line->cells.n, &a);
	return align_sum_holds(&c, &a);
}

/* Do so many full rows add up with the total there, and more of them than not? */
static bool most_hold_at(const struct lines *l, size_t place, size_t least, size_t full)
{
	size_t held = 0, broken = 0;
	for (size_t i = 0; i < l->v.n && broken <= full / 2; i++) {
		const struct line *line = &l->v.v[i];
		if (line->filled != line->columns[0].n || line->columns[0].permuted)
			continue;
		bool holds = sum_holds_amid(line, place);
		held += holds;
		broken += !holds;
	}
	return held >= least && held >= broken;
}

/* Does the total stand amid its parts? By most rows, several of which add up with it neither first
 * nor last. The parts need not stand in the form's order then, so all is in doubt. */
static bool judge_amid(struct lines *l, const struct held *h)
{
	size_t n = l->columns.n ? l->columns.v[0][0].n : 0, place = 0;
	if (n < 3 || h->neither < AMID_MIN)
		return false;
	size_t least = (h->first > h->last ? h->first : h->last) + h->both + AMID_MIN;
	for (size_t k = 1; k + 1 < n && !place; k++)
		place = most_hold_at(l, k, least, h->n) ? k : 0;
	for (size_t i = 0; place && i < l->columns.n; i++) {
		struct columns *c = &l->columns.v[i][0];
		if (c->permuted)
			continue;
		set_amid(c, place);
		c->order_told = c->mixed = true;
	}
	return place > 0;
}

/* Where the sums of full rows say otherwise they win; of one row alone, against the headings, they
 * leave it open, but that is likelier misprinted. */
static void take_sums(struct lines *l, const struct held *h, bool full, bool amid)
{
	bool first = h->first > h->last, alone = h->first + h->last == 1;
	for (size_t i = 0; i < l->columns.n; i++) {
		struct columns *c = &l->columns.v[i][0];
		c->full = full;
		if (amid || h->first == h->last)
			continue;
		if (alone && c->order_told && c->total_first != first) {
			c->order_told = false;
		} else {
			c->order_told = true;
			c->total_first = first;
		}
	}
}

/* A table without totals has none to stand first. */
void columns_judge_order(const struct placing *p, struct lines *l, const struct form_identity *sum)
{
	for (size_t i = 0; i < l->columns.n * l->n_blocks; i++) {
		struct columns *c = &l->columns.v[i / l->n_blocks][i % l->n_blocks];
		const struct columns *before =
			i >= l->n_blocks ? &l->columns.v[i / l->n_blocks - 1][i % l->n_blocks] : c;
		columns_judge_parts(p, c, before, sum);
	}
	if (!sum)
		return;
	take_order(l, sum);
	struct held full = count_held(l), h = full;
	if (full.last + full.first == 0)
		h = count_held_with_holes(l);
	take_sums(l, &h, any_full(l), judge_amid(l, &full));
}
