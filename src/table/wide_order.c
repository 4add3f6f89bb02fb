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
	order.told = is_in_order(columns, n, order);
	order.total_first &= order.told;
	return order;
}

size_t wide_cell_at(const struct placing *p, const struct wide_run *run, size_t k)
{
	size_t n = columns_of(p);
	return k / n * n + wide_order_column(run->order, k % n, n);
}

bool wide_is_head(
	const struct placing *p, const struct token *t, enum label_fit least, size_t *column)
{
	struct label_match m[2];
	if (t->reading.kind != READ_OTHER || t->core.n == 0)
		return false;
	size_t n = label_find(p->labels, t->core, t->number, LABEL_COLUMN, m, 2);
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

/* How many rows' sums come right in an order, and how many don't. */
struct tally {
	size_t held, broken;
};

static struct tally tally(const struct placing *p, const struct alignment *a, bool total_first)
{
	struct columns c = {.n = columns_of(p), .sum = place_row_sum(p)};
	struct wide_order order = {.total_first = total_first};
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
	struct tally last = tally(p, a, false), first = tally(p, a, true);
	if (order->close && (order->total_first ? first.broken : last.broken) > 0)
		*order = (struct wide_order){.told = false};
	if (order->told && order->total_first)
		return first.held > last.held || first.broken == 0;
	if (order->told)
		return last.held > 0 || first.held < ROWS_TELL;
	if (first.held <= last.held)
		return true;
	order->total_first = first.held >= ROWS_TELL;
	return false;
}
