#include "import/layout_cells.h"

enum {
	ROWS_MIN = 2,
	WIDE_MIN = 5, /* cells of a row alone */
};

size_t layout_put_lines(const struct layout *l, size_t row, size_t col, size_t colspan,
	struct text_span span, layout_break *breaks)
{
	struct str text = str_slice(l->text, 0, span.to);
	size_t n = 0, from = span.from;

	for (size_t at = from; at <= span.to;) {
		size_t taken = breaks && at < span.to ? breaks(text, at) : 0;

		if (taken == 0 && at < span.to) {
			at++;
			continue;
		}
		sink_cell(l->d, row + n, col, 1, colspan, (struct text_span){from, at});
		if (n++ > 0)
			sink_goes_on(l->d);
		if (at == span.to)
			break;
		from = at += taken;
	}
	return n;
}

bool layout_cells_skip(struct layout_cells *c)
{
	size_t from = c->col;

	while (c->col < LAYOUT_COLS_MAX && c->covered[c->col] > 0)
		c->col++;
	return c->col > from;
}

void layout_cells_put(struct layout_cells *c, struct text_span span, size_t rowspan, size_t colspan)
{
	layout_cells_skip(c);
	if (c->col + colspan >= LAYOUT_COLS_MAX)
		return;
	if (c->l) {
		size_t lines = layout_put_lines(c->l, c->row, c->col, colspan, span, c->breaks);

		c->height = lines > c->height ? lines : c->height;
	}
	for (size_t i = 0; i < colspan; i++)
		c->covered[c->col++] = rowspan;
	c->cells++;
}

void layout_cells_end_row(struct layout_cells *c)
{
	for (size_t i = 0; i < LAYOUT_COLS_MAX; i++)
		c->covered[i] -= c->covered[i] > 0;
	c->row += c->height ? c->height : 1;
	c->height = c->col = 0;
	c->rows++;
}

size_t layout_table_end(const struct layout *l, size_t at,
	enum layout_part part_of(const struct layout *l, size_t line))
{
	size_t cut = at + 1;
	bool over = false;

	for (size_t line = at + 1; line < l->lines.n && line - at < LAYOUT_ROWS_MAX; line++) {
		enum layout_part part = part_of(l, line);

		if (part == PART_CLOSES)
			return line + 1;
		if (part == PART_OPENS)
			break;
		over = over || (part == PART_OTHER && line_is(l, line, LINE_HEADING));
		if (part == PART_CELLS && !over)
			cut = line + 1;
	}
	return cut;
}

bool layout_cells_are_table(const struct layout_cells *c)
{
	return (c->rows >= ROWS_MIN && c->cells > c->rows) || (c->rows > 0 && c->cells >= WIDE_MIN);
}
