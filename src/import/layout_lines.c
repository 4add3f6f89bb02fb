/* A cell a line, as word processors paste tables: each cell begins with a tab at the start of a
 * line, its text goes on over untabbed lines, blank ones among them, and a blank line right before
 * a tab ends the row. A tab alone is an empty cell. A bare number below words is no more of theirs:
 * where tabs only part the cells of a row, the next row's first has none. */
#include "import/layout_tabs.h"

#include <string.h>

/* Where the walk over a run stands. */
struct walk {
	size_t cells, row, col;
	size_t blanks;	     /* blank lines since the last line with a tab or text */
	bool filled, number; /* the cell has text; and it is a bare number so far */
};

/* Does a cell follow, right behind the line or blank ones? */
static bool is_before_cell(const struct layout *l, size_t line)
{
	size_t next = layout_skip_blank(l, line + 1);

	return next < l->lines.n && line_is(l, next, LINE_TAB_FIRST);
}

/* May the untabbed line go on with the cell? */
static bool continues(const struct layout *l, size_t line, const struct walk *w)
{
	bool heading = line_is(l, line, LINE_HEADING);

	if (line_is(l, line, LINE_PROSE))
		return false;
	if (!w->filled)
		return w->col == 0 || line_is(l, line, LINE_NUMBER) ||
		       (!heading && (w->blanks < 2 || is_before_cell(l, line)));
	if (w->blanks >= 2)
		return false;
	return w->number ? w->blanks == 0 && !heading : w->blanks == 0 || !heading;
}

/* Steps over a line that is part of the run; false at one that ends it. */
static bool walk_line(struct walk *w, const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	if (v->flags & (LINE_MARK | LINE_FEED))
		return false;
	if (v->flags & LINE_TAB_FIRST) {
		if (v->flags & LINE_PROSE)
			return false;
		bool next = w->cells > 0 && (w->blanks > 0 || w->col + v->tabs >= LAYOUT_COLS_MAX);

		w->row += next;
		w->col = next || w->cells == 0 ? 0 : w->col + 1;
		w->col += v->tabs - 1u;
		w->cells += v->tabs;
		w->filled = !(v->flags & LINE_BLANK);
		w->number = v->flags & LINE_NUMBER;
		w->blanks = 0;
		return v->tabs < LAYOUT_COLS_MAX;
	}
	if (v->flags & LINE_BLANK) {
		w->blanks++;
		return true;
	}
	if (w->cells == 0 || v->tabs > 0 || !continues(l, line, w))
		return false;
	if (w->filled && !w->number && v->flags & LINE_NUMBER) {
		w->row++;
		w->col = 0;
		w->cells++;
		w->number = true;
		w->blanks = 0;
		return true;
	}
	w->number = !w->filled && v->flags & LINE_NUMBER;
	w->filled = true;
	w->blanks = 0;
	return true;
}

/* What speaks for a table in a run: numbers, empty cells, and words that are no sentences. */
struct evidence {
	size_t cells, values, sentences, longs;
};

static void evidence_add(struct evidence *e, const struct layout_line *line)
{
	bool tabbed = line->flags & LINE_TAB_FIRST;

	e->cells += tabbed;
	e->values += tabbed && line->flags & LINE_BLANK;
	e->values += !!(line->flags & LINE_NUMBER);
	e->sentences += !!(line->flags & LINE_SENTENCE);
	e->longs += line->chars > LAYOUT_SHORT / 2;
}

static bool evidence_enough(const struct evidence *e)
{
	if (e->cells < 3 || e->sentences * 4 > e->cells)
		return false;
	return e->values > 0 || (e->cells > 5 && e->longs == 0);
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	struct walk w = {0};
	struct evidence e = {0};

	run->to = at + 1;
	if (!line_is(l, at, LINE_TAB_FIRST) || layout_tabs_rows(l, at))
		return false;
	for (size_t i = at; i < l->lines.n && walk_line(&w, l, i); i++) {
		if (w.row >= LAYOUT_ROWS_MAX || w.cells > l->cells_left)
			break;
		if (l->lines.v[i].flags & LINE_BLANK && !(l->lines.v[i].flags & LINE_TAB_FIRST))
			continue;
		evidence_add(&e, &l->lines.v[i]);
		run->to = i + 1;
	}
	return evidence_enough(&e);
}

/* The cells of one tabbed line but the last, which may go on; `from` moves to where that begins. */
static size_t read_inner(
	const struct layout *l, const struct layout_line *line, const struct walk *w)
{
	size_t from = line->from + 1, col = w->col + 1 - line->tabs;

	for (; col < w->col; col++) {
		const char *tab = memchr(l->text.p + from, '\t', line->to - from);
		size_t to = (size_t)(tab - l->text.p);

		sink_cell(l->d, w->row, col, 1, 1, (struct text_span){from, to});
		from = to + 1;
	}
	return from;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct walk w = {0}, open = {0};
	size_t from = 0, to = 0;

	for (size_t i = run->from; i < run->to && walk_line(&w, l, i); i++) {
		const struct layout_line *line = &l->lines.v[i];

		if (w.cells > open.cells) {
			if (open.cells > 0)
				sink_cell(l->d, open.row, open.col, 1, 1,
					(struct text_span){from, to});
			from = line->tabs ? read_inner(l, line, &w) : line->from;
			open = w;
		}
		to = line->to > from ? line->to : from;
	}
	sink_cell(l->d, open.row, open.col, 1, 1, (struct text_span){from, to});
}

const struct layout_reader layout_lines = {"lines", find, read};
