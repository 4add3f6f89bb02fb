/* The tree to blocks and grids. */
#include "import/docx_tree.h"

#include "base/lang.h"

/* --- paragraphs --- */

static void put_lines(struct feed *out, struct str text)
{
	for (size_t at = 0; at <= text.n;) {
		size_t end = str_find(text, STR("\n"), at);
		struct str line = str_slice(text, at, end == STR_NONE ? text.n : end);

		if (str_trim(line).n) {
			feed_para(out, feed_plain(out, line));
			feed_plain(out, STR("\n"));
		}
		if (end == STR_NONE)
			break;
		at = end + 1;
	}
}

/* --- tables --- */

static bool is_prose(const struct docx_cell *c)
{
	return weigh_is_prose(c->weight.text, c->weight.sentences) || c->holds_table;
}

static bool is_scaffold(const struct docx_table *t)
{
	struct nature n = {0};

	for (size_t r = 0; r < t->rows.n; r++) {
		const struct docx_row *row = &t->rows.v[r];

		n.cols = row->cells.n > n.cols ? row->cells.n : n.cols;
		for (size_t c = 0; c < row->cells.n; c++) {
			const struct docx_cell *cell = &row->cells.v[c];

			n.filled += cell->weight.text > 0;
			if (weigh_is_number(cell->weight.text, cell->weight.strong)) {
				n.numbers++;
			} else if (is_prose(cell)) {
				n.prose++;
				n.within += cell->weight.strong;
			}
		}
	}
	return nature_is_scaffold(&n);
}

/* A row with nothing in it but one cell of prose is no row of the table. */
static const struct docx_cell *prose_of(const struct docx_row *row)
{
	const struct docx_cell *filled = NULL;

	for (size_t c = 0; c < row->cells.n; c++) {
		const struct docx_cell *cell = &row->cells.v[c];

		if (cell->merge == DOCX_TOP || (cell->weight.text > 0 && filled))
			return NULL;
		if (cell->weight.text > 0)
			filled = cell;
	}
	return filled && is_prose(filled) ? filled : NULL;
}

struct putting {
	struct feed *out;
	const struct docx_table *table;
	size_t from, first; /* where the open grid begins: in the text, and its first row */
	bool open;
	struct err *err;
};

/* How many rows the cell at grid column `col` of row r reaches down. */
static size_t rows_down(const struct docx_table *t, size_t r, size_t col)
{
	size_t n = 1;

	for (; r + n < t->rows.n; n++) {
		const struct docx_row *row = &t->rows.v[r + n];
		size_t at = row->before, c = 0;

		while (c < row->cells.n && at < col)
			at += row->cells.v[c++].span;
		if (c == row->cells.n || at != col || row->cells.v[c].merge != DOCX_BELOW)
			break;
	}
	return n;
}

/* The lines of a cell; tables in it are elsewhere, boxes apart. */
static void put_words(struct feed *out, const struct docx_blocks *blocks, bool *begun)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct docx_block *b = &blocks->v[i];

		if (b->table && docx_table_is_box(b->table)) {
			for (size_t r = 0; r < b->table->rows.n; r++)
				for (size_t c = 0; c < b->table->rows.v[r].cells.n; c++)
					put_words(
						out, &b->table->rows.v[r].cells.v[c].blocks, begun);
			continue;
		}
		struct str text = str_trim(buf_str(&b->text));

		if (b->table || text.n == 0)
			continue;
		if (*begun)
			feed_plain(out, STR("\n"));
		feed_plain(out, text);
		*begun = true;
	}
}

static bool put_cell(struct putting *p, size_t r, size_t col, const struct docx_cell *c)
{
	size_t from = feed_length(p->out),
	       down = c->merge == DOCX_TOP ? rows_down(p->table, r, col) : 1;
	bool begun = false;

	put_words(p->out, &c->blocks, &begun);
	if (col + c->span > FEED_COLS_MAX)
		return err_set(
			p->err, ERR_LIMIT, _("a table has more than %zu columns"), FEED_COLS_MAX);
	if (!feed_cell(p->out, r - p->first, col, down, c->span,
		    (struct text_span){from, feed_length(p->out)}))
		return err_set(p->err, ERR_LIMIT, _("it has more table cells than any report"));
	return true;
}

static void close_grid(struct putting *p)
{
	if (!p->open)
		return;
	feed_grid_end(p->out, (struct text_span){p->from, feed_length(p->out)});
	feed_plain(p->out, STR("\n"));
	p->open = false;
}

static void open_row(struct putting *p, size_t r)
{
	if (p->open) {
		feed_plain(p->out, STR("\n"));
		return;
	}
	feed_grid_begin(p->out, FEED_DOCX);
	p->from = feed_length(p->out);
	p->first = r;
	p->open = true;
}

static bool put_row(struct putting *p, size_t r)
{
	const struct docx_row *row = &p->table->rows.v[r];
	size_t col = row->before;

	open_row(p, r);
	for (size_t c = 0; c < row->cells.n; c++) {
		const struct docx_cell *cell = &row->cells.v[c];
		/* a cell that goes on from above has no text, unless nothing is above it */
		bool below = cell->merge == DOCX_BELOW && r > p->first && cell->weight.text == 0;

		if (c > 0)
			feed_plain(p->out, STR("\t"));
		if (!below && !put_cell(p, r, col, cell))
			return false;
		col += cell->span;
	}
	return true;
}

/* Tables within the cells of rows that stay rows come before their table. */
static bool put_inner(struct putting *p)
{
	for (size_t r = 0; r < p->table->rows.n; r++) {
		const struct docx_row *row = &p->table->rows.v[r];

		for (size_t c = 0; c < row->cells.n && !prose_of(row); c++) {
			const struct docx_blocks *blocks = &row->cells.v[c].blocks;

			for (size_t i = 0; i < blocks->n && row->cells.v[c].holds_table; i++)
				if (blocks->v[i].table && !docx_table_is_box(blocks->v[i].table) &&
					!docx_put(p->out,
						&(struct docx_blocks){&blocks->v[i], 1, 1}, p->err))
					return false;
		}
	}
	return true;
}

static bool put_table(struct feed *out, const struct docx_table *t, struct err *err)
{
	struct putting p = {.out = out, .table = t, .err = err};
	bool scaffold = is_scaffold(t);

	if (!scaffold && !put_inner(&p))
		return false;
	for (size_t r = 0; r < t->rows.n; r++) {
		const struct docx_row *row = &t->rows.v[r];
		const struct docx_cell *prose = prose_of(row);

		if (!scaffold && !prose) {
			if (!put_row(&p, r))
				return false;
			continue;
		}
		close_grid(&p);
		for (size_t c = 0; c < row->cells.n; c++)
			if (!docx_put(out, &row->cells.v[c].blocks, err))
				return false;
	}
	close_grid(&p);
	return true;
}

bool docx_put(struct feed *out, const struct docx_blocks *blocks, struct err *err)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct docx_block *b = &blocks->v[i];

		feed_page(out, b->page);
		if (!b->table)
			put_lines(out, buf_str(&b->text));
		else if (!put_table(out, b->table, err))
			return false;
	}
	return true;
}
