/* Lines that say 无 and nothing else, a cell a line. In prose that is a whole section's answer;
 * among numbers, behind short labels and more than once it is a cell for nothing. */
#include "import/layout.h"

enum { NOTHING_MIN = 4 }; /* so many such lines are cells */

static bool says_nothing(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return v->chars == 1 && !v->tabs && !v->bars && str_is(layout_line_text(l, line), "无");
}

static bool is_cell(const struct layout *l, size_t line)
{
	return line < l->lines.n && (line_is(l, line, LINE_NUMBER) || says_nothing(l, line));
}

/* The line before it with anything in it; the number of lines where there is none. */
static size_t line_before(const struct layout *l, size_t line)
{
	while (line-- > 0)
		if (!line_is(l, line, LINE_BLANK))
			return line;
	return l->lines.n;
}

/* Beside another cell, or behind words that are no heading and no sentence. */
static bool is_among_cells(const struct layout *l, size_t line)
{
	size_t before = line_before(l, line);

	return is_cell(l, before) || is_cell(l, layout_skip_blank(l, line + 1)) ||
	       (before < l->lines.n && line_is_short(l, before) &&
		       !line_is(l, before, LINE_HEADING));
}

static size_t mark(struct layout *l, unsigned flags)
{
	size_t n = 0;

	for (size_t i = 0; i < l->lines.n; i++)
		if (says_nothing(l, i) && is_among_cells(l, i)) {
			l->lines.v[i].flags |= (uint16_t)flags;
			n++;
		}
	return n;
}

void layout_find_nothing(struct layout *l)
{
	if (mark(l, 0) >= NOTHING_MIN)
		mark(l, LINE_NUMBER | LINE_VALUES);
}
