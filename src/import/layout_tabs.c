/* Columns between tabs: the tab's number is the column's, so an empty field is a cell where it
 * stands. */
#include "import/layout_tabs.h"

#include <string.h>

enum { STYLE_LINES = 128, STYLE_REACH = 1024 }; /* tabbed lines weighed, lines looked at for them */

bool layout_tabs_rows(const struct layout *l, size_t at)
{
	size_t rows = 0, cells = 0;
	size_t end = l->lines.n - at > STYLE_REACH ? at + STYLE_REACH : l->lines.n;

	for (size_t i = at; i < end && rows + cells < STYLE_LINES; i++) {
		const struct layout_line *line = &l->lines.v[i];

		if (line->flags & LINE_MARK || (line->flags & LINE_PROSE && line->tabs < 2))
			break;
		rows += !!(line->flags & LINE_TAB_INNER);
		cells += line->tabs == 1 && line->flags & LINE_TAB_FIRST;
	}
	return rows >= cells;
}

static bool is_row(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return v->tabs > 0 && !(v->flags & (LINE_FEED | LINE_MARK)) &&
	       !(v->flags & LINE_PROSE && v->tabs < 2);
}

/* An untabbed line right between two rows: a row whose empty fields an editor has stripped. */
static bool is_stripped(const struct layout *l, size_t line)
{
	return line_is_short(l, line) && !line_is(l, line, LINE_HEADING) && line + 1 < l->lines.n &&
	       is_row(l, line + 1) && !line_is(l, line + 1, LINE_BLANK);
}

/* The row behind `line`, or the number of lines. */
static size_t next_row(const struct layout *l, size_t line)
{
	size_t next = line + 1;

	if (next < l->lines.n && is_stripped(l, next))
		return next;
	while (next < l->lines.n && line_is(l, next, LINE_BLANK) && !is_row(l, next))
		next++;
	return next < l->lines.n && is_row(l, next) ? next : l->lines.n;
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	size_t rows = 0, inner = 0, wide = 0, sentences = 0, cells = 0;

	run->to = at + 1;
	if (!is_row(l, at) || line_is(l, at, LINE_BLANK) || !layout_tabs_rows(l, at))
		return false;
	for (size_t i = at; i < l->lines.n && rows < LAYOUT_ROWS_MAX; i = next_row(l, i)) {
		const struct layout_line *line = &l->lines.v[i];

		cells += line->tabs + 1u;
		if (cells > l->cells_left)
			break;
		rows++;
		inner += !!(line->flags & LINE_TAB_INNER);
		wide += line->tabs > 2;
		sentences += !!(line->flags & LINE_SENTENCE);
		run->to = i + 1;
	}
	return (inner > 1 || wide > 0) && sentences * 2 <= rows;
}

static void read_row(const struct layout *l, const struct layout_line *line, size_t row)
{
	size_t from = line->from, col = 0;

	for (;;) {
		const char *tab = col + 1 < LAYOUT_COLS_MAX
					  ? memchr(l->text.p + from, '\t', line->to - from)
					  : NULL;
		size_t to = tab ? (size_t)(tab - l->text.p) : line->to;

		sink_cell(l->d, row, col++, 1, 1, (struct text_span){from, to});
		if (!tab)
			return;
		from = to + 1;
	}
}

static void read(const struct layout *l, const struct layout_run *run)
{
	size_t row = 0;

	for (size_t i = run->from; i < run->to; i++)
		if (l->lines.v[i].tabs > 0 || !line_is(l, i, LINE_BLANK))
			read_row(l, &l->lines.v[i], row++);
}

const struct layout_reader layout_tabs = {"tabs", find, read};
