/* What the numbers of a text say of the tabs alone on lines: where each number follows one, the tab
 * begins its cell (layout_lines); where numbers follow numbers, cells are bare. */
#include "import/layout_lone.h"

enum {
	LONE_MIN = 3,	 /* tabs alone */
	NUMBERS_MIN = 6, /* bare numbers */
};

static bool is_lone(const struct layout *l, size_t line)
{
	return l->lines.v[line].tabs > 0 && line_is(l, line, LINE_BLANK);
}

static bool is_bare(const struct layout *l, size_t line)
{
	return l->lines.v[line].tabs == 0 && line_is(l, line, LINE_NUMBER);
}

/* Are cells bare, for all that their neighbours say? */
static bool is_due(const struct layout *l)
{
	size_t lone = 0, below = 0, behind = 0;
	bool number = false, tab = false; /* what the last line with anything on it was */

	for (size_t i = 0; i < l->lines.n; i++) {
		bool is_tab = is_lone(l, i);

		if (line_is(l, i, LINE_BLANK) && !is_tab)
			continue;
		bool bare = is_bare(l, i);

		lone += is_tab;
		below += bare && number;
		behind += (bare && tab) || (line_is(l, i, LINE_NUMBER) && line_is(l, i, LINE_TAB_FIRST));
		number = bare;
		tab = is_tab;
	}
	return lone >= LONE_MIN && below >= NUMBERS_MIN && below > behind;
}

/* The first line behind the tabs from `line` on. */
static size_t lone_end(const struct layout *l, size_t line)
{
	while (line < l->lines.n && is_lone(l, line))
		line++;
	return line;
}

void layout_drop_tabs(struct layout *l)
{
	size_t kept = 0, end;

	if (!is_due(l))
		return;
	for (size_t i = 0; i < l->lines.n; i = end) {
		end = lone_end(l, i);
		/* rows have a blank line or a label there */
		bool empty = end > i && kept > 0 && is_bare(l, kept - 1) &&
			     end < l->lines.n && is_bare(l, end);

		if (end == i)
			l->lines.v[kept++] = l->lines.v[end++];
		for (; empty && i < end; i++) {
			struct layout_line *v = &l->lines.v[kept++];

			*v = l->lines.v[i];
			v->tabs = 0;
			v->flags = LINE_BLANK | LINE_EMPTY;
		}
	}
	l->lines.n = kept;
}
