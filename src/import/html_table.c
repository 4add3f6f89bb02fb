/* Tables of a page: which cell lies where, and whether it is a table at all or the page's scaffold.
 */
#include "import/html_parts.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "import/weigh.h"

/* What HTML takes of a span. */
#define SPAN_MAX 1000
/* A box holds no more characters. */
#define BOX_CHARS 64

static size_t span_of(const struct html_node *n, const char *name, const char *of_role)
{
	const char *own = html_attribute(n, name), *value = own ? own : html_attribute(n, of_role);
	long span = value ? strtol(value, NULL, 10) : 1;

	if (value && span == 0 && strcmp(name, "rowspan") == 0)
		return SPAN_MAX; /* to the end */
	return span < 1 ? 1 : span > SPAN_MAX ? SPAN_MAX : (size_t)span;
}

/* The next node of the table's own: nodes of tables within are passed over. */
static size_t own_next(const struct html_tree *t, size_t at, size_t table)
{
	const struct html_node *n = &t->v[at];

	return at != table && (n->class == HTML_TABLE || n->skip) ? n->end : at + 1;
}

bool html_table_is_box(const struct html_tree *t, size_t at)
{
	size_t filled = 0;

	if (t->v[at].text > BOX_CHARS)
		return false;
	for (size_t i = at; i < t->v[at].end; i = own_next(t, i, at))
		filled += t->v[i].class == HTML_CELL && t->v[i].text > 0;
	return filled <= 1;
}

/* Is there a table, other than a box, in the cell? */
static bool holds_table(const struct html_tree *t, size_t cell)
{
	if (t->v[cell].heavy == 0)
		return false;
	for (size_t i = cell + 1; i < t->v[cell].end; i++)
		if (t->v[i].class == HTML_TABLE && !t->v[i].skip && t->v[i].text &&
			!html_table_is_box(t, i))
			return true;
	return false;
}

static bool is_prose(const struct html_tree *t, size_t cell)
{
	const struct html_node *n = &t->v[cell];

	if (weigh_is_prose(n->text, n->sentences))
		return true;
	return n->heavy > 0 && (n->text > BOX_CHARS || holds_table(t, cell));
}

/* --- which cell lies where --- */

/* A row with nothing in it but one cell of prose is no row of the table. Cells [first, end). */
static void mark_row(const struct html_tree *t, struct html_table *table, size_t first, size_t end)
{
	struct html_cell *filled = NULL;

	for (size_t i = first; i < end; i++) {
		struct html_cell *c = &table->cells.v[i];
		bool empty = t->v[c->node].text == 0;

		if (c->rowspan > 1 || (!empty && filled))
			return;
		if (!empty)
			filled = c;
	}
	if (filled)
		filled->prose = is_prose(t, filled->node);
}

size_t html_row_end(const struct html_table *table, size_t first)
{
	size_t end = first;

	while (end < table->cells.n && table->cells.v[end].row == table->cells.v[first].row)
		end++;
	return end;
}

/* Fills rows from left to right around the cells that reach down from above. */
struct filler {
	struct html_table *out;
	VEC(size_t) until; /* by column: the first row in which it is free */
	size_t col;
};

static bool put_cell(struct filler *f, const struct html_tree *t, size_t node, struct err *err)
{
	const struct html_node *n = &t->v[node];
	size_t rowspan = span_of(n, "rowspan", "aria-rowspan");
	size_t colspan = span_of(n, "colspan", "aria-colspan");
	size_t row = f->out->rows - 1;

	while (f->col < f->until.n && f->until.v[f->col] > row)
		f->col++;
	if (f->col + colspan > FEED_COLS_MAX)
		return err_set(
			err, ERR_LIMIT, _("a table has more than %zu columns"), FEED_COLS_MAX);
	if (f->out->cells.n >= FEED_CELLS_MAX)
		return err_set(err, ERR_LIMIT, _("it has more table cells than any report"));
	*vec_push(&f->out->cells) = (struct html_cell){row, f->col, rowspan, colspan, node, false};
	while (f->until.n < f->col + colspan)
		vec_push(&f->until);
	for (size_t c = f->col; c < f->col + colspan; c++)
		f->until.v[c] = row + rowspan;
	f->col += colspan;
	return true;
}

bool html_table_scan(const struct html_tree *t, size_t at, struct html_table *out, struct err *err)
{
	struct filler f = {.out = out};
	bool good = true;

	memset(out, 0, sizeof *out);
	for (size_t i = at; good && i < t->v[at].end; i = own_next(t, i, at)) {
		if (t->v[i].skip)
			continue;
		if (t->v[i].class == HTML_ROW || (t->v[i].class == HTML_CELL && !out->rows)) {
			out->rows++;
			f.col = 0;
		}
		if (out->rows > FEED_ROWS_MAX)
			good = err_set(
				err, ERR_LIMIT, _("a table has more than %zu rows"), FEED_ROWS_MAX);
		else if (t->v[i].class == HTML_CELL)
			good = put_cell(&f, t, i, err);
	}
	for (size_t i = 0; i < out->cells.n; i++)
		if (out->cells.v[i].rowspan > out->rows - out->cells.v[i].row)
			out->cells.v[i].rowspan = out->rows - out->cells.v[i].row;
	for (size_t i = 0, end; i < out->cells.n; i = end) {
		end = html_row_end(out, i);
		mark_row(t, out, i, end);
	}
	vec_free(&f.until);
	return good;
}

/* --- table or scaffold --- */

static bool has_role(const struct html_tree *t, size_t at)
{
	const char *role = html_attribute(&t->v[at], "role");

	return role && (strcasecmp(role, "presentation") == 0 || strcasecmp(role, "none") == 0);
}

bool html_table_is_layout(const struct html_tree *t, size_t at)
{
	struct nature n = {0};
	size_t in_row = 0;

	for (size_t i = at; i < t->v[at].end; i = own_next(t, i, at)) {
		if (t->v[i].class == HTML_ROW)
			in_row = 0;
		if (t->v[i].class != HTML_CELL || t->v[i].skip)
			continue;
		n.cols = ++in_row > n.cols ? in_row : n.cols;
		n.filled += t->v[i].text > 0;
		if (weigh_is_number(t->v[i].text, t->v[i].strong))
			n.numbers++;
		else if (is_prose(t, i)) {
			n.prose++;
			n.within += t->v[i].strong;
		}
	}
	return has_role(t, at) || nature_is_scaffold(&n);
}
