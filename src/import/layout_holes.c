/* Blank lines that are empty cells: a cell a line, where nothing but the count of lines from label
 * to label tells that a blank one is a cell, too. They are where the lines between two labels are
 * as many all through only with the blank ones counted; or where those stand among the values, or
 * right behind the labels, the same way in all rows. */
#include "import/layout_holes.h"

enum {
	WIDTH_MIN = 3,	   /* cells of a row, at least */
	WIDTH_MAX = 32,	   /* and at most, less one */
	ROWS_MIN = 8,	   /* rows that it takes */
	EMPTY_MIN = 2,	   /* blank lines alone that may be a row */
	ALL_EMPTY_MIN = 5, /* cells of a row of a table without any number, at least */
	ROWS_SHARE = 2,	   /* one in so many is as wide as most are */
	CROWD_SHARE = 4,   /* of so many rows all but one have cells right below each other */
};

/* The lines behind a label. */
struct group {
	size_t lines, values, trailing;
	bool open;    /* a label was seen */
	bool crowded; /* a value stands right above another or a label */
	bool value;   /* the line before was one */
};

struct tally {
	size_t lines[WIDTH_MAX], values[WIDTH_MAX]; /* groups by their count of either */
	size_t holed[WIDTH_MAX]; /* of those by lines: with a blank line not at their end */
	size_t empty[WIDTH_MAX]; /* and those with nothing else */
	size_t dense[WIDTH_MAX]; /* and those with no blank line at all */
	size_t tight[WIDTH_MAX]; /* and those with cells right below each other */
	size_t groups, crowded;	 /* with values */
};

/* over: no label of the table comes next; then a blank line parts it from what does. */
static void close_group(struct tally *t, struct group *g, bool over)
{
	if (over && g->trailing > 0) {
		g->lines--;
		g->trailing--;
	}
	bool counts = g->open && (g->values > 0 || g->lines >= EMPTY_MIN);

	if (counts && g->lines < WIDTH_MAX) {
		t->lines[g->lines]++;
		t->values[g->values] += g->values > 0;
		t->holed[g->lines] += g->values > 0 && g->lines - g->values > g->trailing;
		t->empty[g->lines] += g->values == 0;
		t->dense[g->lines] += g->values == g->lines;
	}
	bool tight = counts && g->values > 0 && (g->crowded || g->trailing == 0);

	if (tight && g->lines < WIDTH_MAX)
		t->tight[g->lines]++;
	t->groups += counts && g->values > 0;
	t->crowded += tight;
	*g = (struct group){0};
}

static bool is_value(const struct layout *l, size_t line, bool within)
{
	const struct layout_line *v = &l->lines.v[line];

	return v->flags & (LINE_NUMBER | LINE_VALUES) ||
	       (within && line_is_short(l, line) &&
		       layout_is_value(
			       str_trim(doc_str(l->d, (struct text_span){v->from, v->to}))));
}

static void see_line(const struct layout *l, size_t line, struct tally *t, struct group *g)
{
	bool blank = line_is(l, line, LINE_BLANK) && !l->lines.v[line].tabs;

	if (blank && !g->open)
		return;
	if (blank) {
		g->lines++;
		g->trailing++;
		g->value = false;
	} else if (is_value(l, line, g->lines > 0)) {
		g->lines++;
		g->values++;
		g->trailing = 0;
		g->crowded |= g->value || g->lines == 1;
		g->value = true;
	} else {
		bool label = line_is_short(l, line);

		close_group(t, g, !label || line_is(l, line, LINE_HEADING));
		g->open = label;
	}
}

static size_t most_of(const size_t n[WIDTH_MAX])
{
	size_t most = 0;

	for (size_t i = 0; i < WIDTH_MAX; i++)
		most = n[i] > n[most] ? i : most;
	return most;
}

void layout_holes_find(struct layout *l)
{
	struct tally t = {0};
	struct group g = {0};

	for (size_t i = 0; i < l->lines.n; i++)
		see_line(l, i, &t, &g);
	close_group(&t, &g, true);
	size_t width = most_of(t.lines), rows = t.lines[width], valued = rows - t.empty[width];

	if (width < WIDTH_MIN || rows < ROWS_MIN || rows * ROWS_SHARE < t.groups)
		return;
	if (t.groups == 0 && width < ALL_EMPTY_MIN)
		return;
	/* no blank line parts any of the rows: those elsewhere are none to part them either */
	bool dense = t.dense[width] == rows, same = t.holed[width] == valued;
	bool even = rows > t.values[most_of(t.values)] && t.holed[width] + t.empty[width] > 0;

	if (!dense && !same && !even)
		return;
	l->row_lines = width;
	/* where a blank line parts the cells of the rows, those of other groups tell nothing */
	l->holes = t.crowded * CROWD_SHARE >= t.groups && t.tight[width] * CROWD_SHARE >= valued;
}

size_t layout_holes_behind(const struct layout *l, size_t line)
{
	size_t n = 0;

	while (line + 1 + n < l->lines.n && line_is(l, line + 1 + n, LINE_BLANK) &&
		!l->lines.v[line + 1 + n].tabs)
		n++;
	return n;
}
