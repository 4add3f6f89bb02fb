/* Tables as lists of lists, reStructuredText's list-table: "* - " begins a row, "- " below it each
 * further cell; lines further in go on with one. */
#include <string.h>

#include "import/layout_cells.h"

enum { ROWS_MIN = 2, CELLS_MIN = 2, WIDE_MIN = 5, BLANKS_MAX = 1 };

/* What a line of such a list is. */
struct item {
	bool row, cell;	       /* begins one; a row begins a cell, too */
	size_t indent;	       /* of the cell's sign */
	struct text_span text; /* behind the signs */
};

static struct item item_at(const struct layout *l, size_t line)
{
	struct str text = l->text;
	size_t at = l->lines.v[line].from, from = at, to = l->lines.v[line].to;
	struct item item = {false, false, 0, {0, 0}};

	while (at < to && text.p[at] == ' ')
		at++;
	if (at + 1 < to && text.p[at] == '*' && text.p[at + 1] == ' ') {
		item.row = true;
		for (at++; at < to && text.p[at] == ' ';)
			at++;
	}
	item.indent = at - from;
	item.cell = at < to && text.p[at] == '-' && (at + 1 == to || text.p[at + 1] == ' ');
	item.row &= item.cell;
	item.text = (struct text_span){at + item.cell, to};
	return item;
}

struct reader {
	const struct layout *l;
	bool puts;
	size_t rows, cells, most; /* cells: of this row */
	size_t all, indent;
	struct text_span cell; /* that is open */
};

static void end_cell(struct reader *r)
{
	if (r->cells > 0 && r->puts && r->cells <= LAYOUT_COLS_MAX)
		sink_cell(r->l->d, r->rows - 1, r->cells - 1, 1, 1, r->cell);
}

/* false: the line is none of the list's. */
static bool take_line(struct reader *r, size_t line)
{
	struct item item = item_at(r->l, line);

	if (!item.row && (r->rows == 0 || item.indent < r->indent))
		return false;
	if (item.cell && (item.row || item.indent == r->indent)) {
		end_cell(r);
		r->rows += item.row;
		r->cells = item.row ? 1 : r->cells + 1;
		r->most = r->cells > r->most ? r->cells : r->most;
		r->indent = item.indent;
		r->cell = item.text;
		r->all++;
		return true;
	}
	if (item.indent <= r->indent)
		return false;
	r->cell.to = item.text.to;
	return true;
}

static size_t take_list(struct reader *r, size_t at, size_t to)
{
	size_t end = at;

	for (size_t line = at; line < to && line - at < LAYOUT_ROWS_MAX; line++) {
		if (line_is(r->l, line, LINE_BLANK | LINE_MARK)) {
			if (line > end + BLANKS_MAX)
				break;
			continue;
		}
		if (!take_line(r, line))
			break;
		end = line + 1;
	}
	end_cell(r);
	return end;
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	struct reader r = {.l = l};

	run->to = at + 1;
	if (line_is(l, at, LINE_BLANK | LINE_MARK) || !item_at(l, at).row)
		return false;
	run->to = take_list(&r, at, l->lines.n);
	return ((r.rows >= ROWS_MIN && r.most >= CELLS_MIN) || r.most >= WIDE_MIN) &&
	       r.all < l->cells_left;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct reader r = {.l = l, .puts = true};

	take_list(&r, run->from, run->to);
}

const struct layout_reader layout_items = {"items", find, read};
