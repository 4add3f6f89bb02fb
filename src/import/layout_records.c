/* Rows with tabs between their cells, whose cells run over lines: programs that read Word files put
 * them so, a merged cell once for each column. The tabs of all rows are as many, so that a row ends
 * where so many have been met. A layout without any such cell is layout_tabs' business. */
#include "import/layout.h"

#include <string.h>

enum {
	TABS_MIN = 3,	 /* of a row */
	RECORDS_MIN = 3, /* rows of a table */
	BROKEN_MIN = 2,	 /* with cells over lines, other than the first */
	LINES_MAX = 64,	 /* of a row */
	REACH = 48,	 /* lines looked at for how many tabs a row has */
	TRIES_MAX = 6,	 /* different numbers tried */
};

static bool is_part(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return v->bars == 0 && !(v->flags & (LINE_BLANK | LINE_FEED | LINE_MARK)) &&
	       (v->tabs > 0 || (!(v->flags & LINE_SENTENCE) && v->chars <= LAYOUT_SHORT));
}

/* Does the line's last cell hold a number? Then none of its words go on on the next. */
static bool ends_in_value(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	struct text_span last = layout_last_word(l, v->from, v->to);

	return v->tabs > 0 && layout_is_value(str_slice(l->text, last.from, last.to));
}

/* Past the last line of the row that begins at `line`; `line` where its tabs are not as many.
 * *inner: how many of its lines but the last have some. */
static size_t row_end(const struct layout *l, size_t line, size_t tabs, size_t *inner)
{
	size_t met = 0;

	*inner = 0;
	for (size_t i = line; i < l->lines.n && i - line < LINES_MAX && is_part(l, i); i++) {
		met += l->lines.v[i].tabs;
		if (met >= tabs)
			return met == tabs ? i + 1 : line;
		if (ends_in_value(l, i))
			return line;
		*inner += l->lines.v[i].tabs > 0;
	}
	return line;
}

/* Rows from `at` on, each with so many tabs. */
struct rows {
	size_t tabs, n, to;
	size_t headed, broken; /* over lines: in the first cell alone, in others */
};

static struct rows take_rows(const struct layout *l, size_t at, size_t tabs)
{
	struct rows r = {tabs, 0, at, 0, 0};

	while (r.n < LAYOUT_ROWS_MAX && r.n * tabs < l->cells_left) {
		size_t inner, end = row_end(l, r.to, tabs, &inner);

		if (end == r.to)
			break;
		r.n++;
		r.headed += end > r.to + 1 && inner == 0;
		r.broken += inner > 0;
		r.to = end;
	}
	return r;
}

/* A line of the text before a table is no part of its first cell. */
static bool may_begin(const struct layout *l, size_t at)
{
	return is_part(l, at) && (l->lines.v[at].tabs > 0 || !line_is(l, at, LINE_HEADING)) &&
	       at + 1 < l->lines.n && (l->lines.v[at].tabs > 0 || l->lines.v[at + 1].tabs > 0);
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	struct rows best = {0, 0, at, 0, 0};
	size_t tried[TRIES_MAX], n = 0;

	run->to = at + 1;
	if (!may_begin(l, at))
		return false;
	for (size_t i = at; i < l->lines.n && i - at < REACH && n < TRIES_MAX && is_part(l, i);
		i++) {
		size_t tabs = l->lines.v[i].tabs, k = 0;

		while (k < n && tried[k] != tabs)
			k++;
		if (k < n || tabs < TABS_MIN || tabs >= LAYOUT_COLS_MAX)
			continue;
		tried[n++] = tabs;
		struct rows r = take_rows(l, at, tabs);

		best = r.to > best.to ? r : best;
	}
	run->to = best.to > at ? best.to : at + 1;
	/* a line without tabs may be a row itself, of one cell */
	if (best.n < RECORDS_MIN || best.broken < BROKEN_MIN || best.headed > best.broken)
		return false;
	run->note = (unsigned)best.tabs;
	return true;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	size_t row = 0, end, inner;

	for (size_t line = run->from; line < run->to; line = end, row++) {
		size_t from = l->lines.v[line].from, col = 0;

		end = row_end(l, line, run->note, &inner);
		size_t to = l->lines.v[end - 1].to;

		for (size_t at = from; at <= to; at++) {
			if (at < to && l->text.p[at] != '\t')
				continue;
			sink_cell(l->d, row, col++, 1, 1, (struct text_span){from, at});
			from = at + 1;
		}
	}
}

const struct layout_reader layout_records = {"records", find, read};
