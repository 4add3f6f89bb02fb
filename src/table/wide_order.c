/* Is the total of a wide table's rows printed last, as in the form, or first? Its headings say so,
 * and where these can't be read its sums. */
#include "table/wide.h"

enum { ROWS_TELL = 2 }; /* so many rows' sums are no accident */

static size_t columns_of(const struct placing *p)
{
	return p->def->blocks[0].n_columns;
}

size_t wide_order_column(struct wide_order order, size_t k, size_t n)
{
	if (order.permuted)
		return order.columns[k];
	return order.total_first ? (k + n - 1) % n : k;
}

static bool is_in_order(const size_t *columns, size_t n, struct wide_order order)
{
	for (size_t k = 0; k < n; k++)
		if (columns[k] != wide_order_column(order, k, n))
			return false;
	return true;
}

struct wide_order wide_order_of(const size_t *columns, size_t n)
{
	struct wide_order order = {.total_first = columns[0] + 1 == n};
	uint64_t seen = 0;
	for (size_t k = 0; k < n; k++)
		seen |= (uint64_t)1 << columns[k];
	order.told = seen + 1 == (uint64_t)1 << n;
	order.permuted = order.told && !is_in_order(columns, n, order);
	order.total_first &= order.told && !order.permuted;
	for (size_t k = 0; k < n; k++)
		order.columns[k] = (uint8_t)columns[k];
	return order;
}

size_t wide_cell_at(const struct placing *p, const struct wide_run *run, size_t k)
{
	size_t n = columns_of(p);
	return run->rows.at[k / n] * n + wide_order_column(run->order, k % n, n);
}

bool wide_is_head(
	const struct placing *p, const struct token *t, enum label_fit least, size_t *column)
{
	struct label_match m[2];
	if (t->reading.kind != READ_OTHER || t->core.n == 0)
		return false;
	size_t n = place_labels(p, t, LABEL_COLUMN, m, 2);
	if (n == 0 || m[0].fit < least || (n > 1 && m[1].fit == m[0].fit && m[0].fit < FIT_EXACT))
		return false;
	*column = m[0].index;
	return true;
}

/* What is read of the headings. */
struct heads {
	enum label_fit least;
	size_t columns[ALIGN_COLUMNS_MAX], n; /* those of a row */
	size_t read;			      /* so far */
	bool same;			      /* each row's are as those of the first */
};

static void read_head(struct heads *h, const struct placing *p, const struct token *t)
{
	size_t column;
	if (!wide_is_head(p, t, h->least, &column))
		return;
	size_t place = h->read++ % h->n;
	if (h->read <= h->n)
		h->columns[place] = column;
	h->same &= h->columns[place] == column;
}

static struct wide_order read_order(
	const struct placing *p, const struct wide_run *run, enum label_fit least)
{
	struct heads h = {.least = least, .n = columns_of(p), .same = true};
	const struct token_row *rows = p->stream->rows.v;
	for (size_t i = p->row_from; i <= run->row; i++)
		for (size_t k = rows[i].first; k < rows[i].first + rows[i].n; k++)
			read_head(&h, p, &p->stream->tokens.v[k]);
	if (!h.same || h.read == 0 || h.read % p->def->n_cells != 0)
		return (struct wide_order){.told = false};
	return wide_order_of(h.columns, h.n);
}

struct wide_order wide_order_read(const struct placing *p, const struct wide_run *run)
{
	struct wide_order order = read_order(p, run, FIT_EXACT);
	if (order.told)
		return order;
	order = read_order(p, run, FIT_CLOSE);
	order.close = order.told;
	return order;
}

/* The labels of rows and of their groups, as they are read. */
struct row_heads {
	size_t read[ALIGN_COLUMNS_MAX]; /* when each row's label was, from 1; 0: never */
	size_t group[ALIGN_COLUMNS_MAX], group_row[ALIGN_COLUMNS_MAX]; /* that of its group */
	size_t row[ALIGN_COLUMNS_MAX]; /* of the stream, in which it was read */
	size_t col[ALIGN_COLUMNS_MAX]; /* and the grid's column */
	size_t readings;
};

static void read_row_head(
	struct row_heads *h, const struct placing *p, const struct token *t, size_t at)
{
	struct label_match m;
	if (t->reading.kind != READ_OTHER || t->core.n == 0)
		return;
	h->readings++;
	if (place_labels(p, t, LABEL_ROW, &m, 1) && m.fit >= FIT_CLOSE) {
		/* a label over several columns or rows may stand in each */
		if (!h->read[m.index]) {
			h->row[m.index] = at;
			h->col[m.index] = t->col;
		}
		h->read[m.index] = h->read[m.index] ? h->read[m.index] : h->readings;
	} else if (place_labels(p, t, LABEL_GROUP, &m, 1) && m.fit >= FIT_CLOSE) {
		const struct form_group *g = &p->def->groups[m.index];
		for (size_t r = g->first; r < g->first + g->n && !h->group[r]; r++) {
			h->group[r] = h->readings;
			h->group_row[r] = at;
		}
	}
}

/* Was the row's label read behind that of a group of later ones? */
static bool is_behind_group(const struct row_heads *h, size_t row, size_t member)
{
	return h->read[row] && !h->group[row] && h->group[member] && row < member &&
	       h->group[member] < h->read[row];
}

/* In one line it stands there; else it may have been printed lower in its own place. */
static bool is_beside(const struct row_heads *h, size_t row, size_t member)
{
	return is_behind_group(h, row, member) && h->group_row[member] == h->row[row];
}

/* Is the label the last of its line and goes on with the first of the next one, as a cell's line
 * end breaks it? Then the columns of what stands behind it are others' than the grid's. */
static bool is_broken(const struct placing *p, const struct row_heads *h, size_t row)
{
	const struct token_row *r = &p->stream->rows.v[h->row[row]];
	const struct token *tokens = p->stream->tokens.v;
	if (!h->read[row] || h->row[row] + 1 >= p->row_to || r->n == 0 || r[1].n == 0)
		return false;
	const struct token *last = &tokens[r->first + r->n - 1], *next = &tokens[r[1].first];
	struct buf whole = {0};
	if (last->col != h->col[row] || next->reading.kind != READ_OTHER)
		return false;
	buf_add(&whole, last->core);
	buf_add(&whole, next->core);
	bool broken = !label_is_row(p->labels, last->core, row) &&
		      label_is_row(p->labels, buf_str(&whole), row);
	buf_free(&whole);
	return broken;
}

/* Do both stand in columns of one grid, though in different lines? These say nothing then of which
 * is first. */
static bool is_placed(const struct placing *p, const struct row_heads *h, size_t a, size_t b)
{
	const struct token_row *x = &p->stream->rows.v[h->row[a]],
			       *y = &p->stream->rows.v[h->row[b]];
	return h->read[a] && h->read[b] && x != y && x->grid == y->grid && !x->para && !x->narrow &&
	       h->col[a] != h->col[b] && !is_broken(p, h, a) && !is_broken(p, h, b);
}

/* Is the later row's label left of the other's, but further down, and its group's not left beside
 * it? Something may have moved it there, as a line end within a cell does. */
static bool is_slipped(const struct placing *p, const struct row_heads *h, size_t row, size_t later)
{
	return is_placed(p, h, row, later) && h->read[row] < h->read[later] &&
	       h->col[row] > h->col[later] && !is_beside(h, row, later);
}

/* On a line of its own, and the group's further right on one before it, as a page is laid out. */
static bool is_left(const struct placing *p, const struct row_heads *h, size_t row, size_t member)
{
	const struct token_row *own = &p->stream->rows.v[h->row[row]],
			       *group = &p->stream->rows.v[h->group_row[member]];
	return own->para && group->para && own->left < group->left;
}

static bool is_before(const struct placing *p, const struct row_heads *h, size_t a, size_t b)
{
	if (is_slipped(p, h, a, b) || is_slipped(p, h, b, a))
		return a < b;
	if (is_placed(p, h, a, b))
		return h->col[a] < h->col[b];
	if (is_behind_group(h, a, b) || is_behind_group(h, b, a))
		return is_beside(h, b, a) || (a < b && !is_beside(h, a, b));
	return h->read[a] && h->read[b] && h->read[a] < h->read[b];
}

struct wide_rows wide_rows_read(const struct placing *p, const struct wide_run *run)
{
	struct row_heads h = {.readings = 0};
	struct wide_rows order = {.doubt = false};
	const struct token_row *rows = p->stream->rows.v;
	for (size_t i = p->row_from; i <= run->row; i++)
		for (size_t k = rows[i].first; k < rows[i].first + rows[i].n; k++)
			read_row_head(&h, p, &p->stream->tokens.v[k], i);
	for (size_t r = 0; r < p->def->n_rows; r++) {
		size_t at = r;
		for (; at > 0 && is_before(p, &h, r, order.at[at - 1]); at--)
			order.at[at] = order.at[at - 1];
		order.at[at] = r;
		for (size_t m = r + 1; m < p->def->n_rows; m++)
			order.doubt |= is_behind_group(&h, r, m) && !is_beside(&h, r, m) &&
				       !is_placed(p, &h, r, m) && !is_left(p, &h, r, m);
		for (size_t m = r + 1; m < p->def->n_rows; m++)
			order.doubt |= is_slipped(p, &h, r, m);
	}
	for (size_t r = 0; r < p->def->n_rows; r++)
		order.doubt |= order.at[r] != r && !h.read[r];
	return order;
}

/* How many rows' sums come right in an order, and how many don't. */
struct tally {
	size_t held, broken;
};

static struct tally tally(
	const struct placing *p, const struct alignment *a, struct wide_order order)
{
	struct columns c = {.n = columns_of(p), .sum = place_row_sum(p)};
	struct tally t = {0, 0};
	for (size_t r = 0; c.sum && r < p->def->n_rows; r++) {
		struct alignment row = {NULL};
		for (size_t k = 0; k < c.n; k++)
			row.at[wide_order_column(order, k, c.n)] = a->at[r * c.n + k];
		t.held += align_sum_holds(&c, &row);
		t.broken += align_sum_breaks(&c, &row);
	}
	return t;
}

bool wide_order_judge(const struct placing *p, const struct alignment *a, struct wide_order *order)
{
	struct tally last = tally(p, a, (struct wide_order){0});
	struct tally first = tally(p, a, (struct wide_order){.total_first = true});
	struct tally own = order->permuted	? tally(p, a, *order)
			   : order->total_first ? first
						: last;
	if (order->close && own.broken > 0)
		*order = (struct wide_order){.told = false};
	if (order->permuted)
		return own.broken == 0 || (own.held >= last.held && own.held > first.held);
	if (order->told && order->total_first)
		return first.held > last.held || first.broken == 0;
	if (order->told)
		return last.held > 0 || first.held < ROWS_TELL;
	if (first.held <= last.held)
		return true;
	order->total_first = first.held >= ROWS_TELL;
	return false;
}
