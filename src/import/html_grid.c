/* Tables of a page to grids: what stands in their cells, line by line. */
#include "import/html_parts.h"

#include "base/lang.h"

/* Ends the line where blocks of the cell end right behind node `at`. */
static void end_blocks(struct html_out *o, size_t cell, size_t at, size_t next)
{
	const struct html_tree *t = o->tree;

	for (; at != cell && t->v[at].end == next; at = t->v[at].parent)
		if (html_is_block(&t->v[at]))
			html_end_line(o);
}

/* The text of a cell: lines of it end where blocks do; tables in it are elsewhere, boxes apart. */
static struct text_span put_words(struct html_out *o, size_t cell)
{
	const struct html_tree *t = o->tree;
	size_t next;

	html_take_line(o);
	o->in_cell = true;
	for (size_t i = cell + 1; i < t->v[cell].end; i = next) {
		const struct html_node *n = &t->v[i];
		bool out = n->skip || (n->class == HTML_TABLE && !html_table_is_box(t, i));

		next = out ? n->end : i + 1;
		if (!out && n->class == HTML_TEXT)
			html_put_text(o, n);
		else if (!n->skip && (html_is_block(n) || n->class == HTML_BREAK ||
					     html_is_raised(n->gumbo)))
			html_end_line(o);
		end_blocks(o, cell, i, next);
	}
	o->in_cell = false;
	return html_take_line(o);
}

/* The captions or tables, boxes apart, among nodes [from, to). */
static bool put_all(
	struct html_out *o, size_t from, size_t to, enum html_class class, struct err *err)
{
	const struct html_tree *t = o->tree;
	bool good = true;
	size_t next;

	for (size_t i = from; good && i < to; i = next) {
		const struct html_node *n = &t->v[i];
		bool wanted = n->class == class && !n->skip && !html_table_is_box(t, i);

		if (wanted)
			good = html_put_blocks(o, i, n->end, err);
		/* what lies in a table within is that table's */
		next = wanted || n->skip || (class == HTML_CAPTION && n->class == HTML_ROW) ? n->end
											    : i + 1;
	}
	return good;
}

/* What comes before the table: its caption, and the tables within cells of rows that stay rows. */
static bool put_before(
	struct html_out *o, const struct html_table *table, size_t at, struct err *err)
{
	const struct html_tree *t = o->tree;
	bool good = put_all(o, at + 1, t->v[at].end, HTML_CAPTION, err);

	for (size_t i = 0; good && i < table->cells.n; i++) {
		size_t node = table->cells.v[i].node;

		if (!table->cells.v[i].prose && t->v[node].heavy)
			good = put_all(o, node + 1, t->v[node].end, HTML_TABLE, err);
	}
	return good;
}

struct putting {
	struct html_out *o;
	const struct html_table *table;
	bool open;
	size_t from; /* of the open grid, in the text */
	size_t row;  /* its first row */
};

static void close_grid(struct putting *p)
{
	if (!p->open)
		return;
	feed_grid_end(p->o->feed, (struct text_span){p->from, feed_length(p->o->feed)});
	html_put_glue(p->o, STR("\n"));
	p->open = false;
}

static void open_row(struct putting *p, size_t row)
{
	if (p->open) {
		html_put_glue(p->o, STR("\n"));
		return;
	}
	feed_grid_begin(p->o->feed, FEED_HTML);
	p->from = feed_length(p->o->feed);
	p->row = row;
	p->open = true;
}

/* Cells [first, end) of a row. */
static bool put_row(struct putting *p, size_t first, size_t end, struct err *err)
{
	open_row(p, p->table->cells.v[first].row);
	for (size_t i = first; i < end; i++) {
		const struct html_cell *c = &p->table->cells.v[i];

		if (i > first)
			html_put_glue(p->o, STR("\t"));
		if (!feed_cell(p->o->feed, c->row - p->row, c->col, c->rowspan, c->colspan,
			    put_words(p->o, c->node)))
			return err_set(
				err, ERR_LIMIT, _("it has more table cells than any report"));
	}
	return true;
}

static size_t prose_of(const struct html_table *table, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (table->cells.v[i].prose)
			return table->cells.v[i].node;
	return 0;
}

static bool put_rows(struct putting *p, struct err *err)
{
	const struct html_table *table = p->table;
	bool good = true;

	for (size_t first = 0, end; good && first < table->cells.n; first = end) {
		end = html_row_end(table, first);
		size_t prose = prose_of(table, first, end);

		if (!prose) {
			good = put_row(p, first, end, err);
			continue;
		}
		close_grid(p);
		good = html_put_blocks(p->o, prose + 1, p->o->tree->v[prose].end, err);
	}
	return good;
}

bool html_table_put(struct html_out *o, size_t at, bool *put, struct err *err)
{
	struct html_table table = {0};
	bool good = true;

	*put = false;
	if (html_table_is_layout(o->tree, at))
		return true;
	good = html_table_scan(o->tree, at, &table, err);
	if (good && table.cells.n) {
		struct putting p = {.o = o, .table = &table};

		*put = true;
		good = put_before(o, &table, at, err) && put_rows(&p, err);
		if (good)
			close_grid(&p);
	}
	vec_free(&table.cells);
	return good;
}
