/* Drawn tables with cells over several rows or columns, as w3m and reST draw them: where a rule
 * ends at the side of a cell that goes on, lines have rules and text side by side, so no line tells
 * by itself what it is. Bars and rules are taken as they stand on the screen, one below the other,
 * and what they close in on all sides is a cell, put in the first of its rows and columns.
 *
 * What does not close, or has two numbers one below the other in a cell, is left to layout_boxes
 * and layout_pipes, and so is what has neither such cells nor lines of more than one kind. */
#include "import/layout.h"

#include "base/utf8.h"
#include "import/signs.h"

enum {
	COLUMNS_MIN = 2,
	ROWS_MIN = 2,
	PIECES_MAX = 64, /* a cell runs over no more lines */
	PADDING = 2,	 /* blanks beside a cell's text */
	DRAWN_MAX = 2,	 /* columns of the screen that a drawn sign may take */
};

enum mark { MARK_TEXT, MARK_BAR, MARK_DASH, MARK_CROSS };

static enum mark mark_of(unsigned ch)
{
	if (ch == '|' || ch == 0x2502 || ch == 0x2503 || ch == 0x2551)
		return MARK_BAR;
	if (ch == '-' || ch == '=' || ch == 0x2500 || ch == 0x2501 || ch == 0x2550)
		return MARK_DASH;
	return ch == '+' || sign_is_drawn(ch) ? MARK_CROSS : MARK_TEXT;
}

/* A plus among words is none. */
static bool is_post(struct str line, size_t from, size_t to, unsigned ch, enum mark mark)
{
	if (ch != '+')
		return mark == MARK_BAR || mark == MARK_CROSS;
	size_t before = from > 0 ? utf8_prev(line, from) : from;

	return (to < line.n && mark_of(utf8_next(line, &to)) == MARK_DASH) ||
	       (from > 0 && mark_of(utf8_next(line, &before)) == MARK_DASH);
}

/* The part of a line between two posts. */
struct part {
	size_t from, to;       /* columns of the screen: of the post before, of that behind */
	struct text_span span; /* its text */
	bool rule;
};

/* A cell: columns [from, to) of the grid, rows from `row` on. */
struct box {
	size_t from, to, row, rows;
	size_t pieces, values; /* lines with text, and with a number */
	size_t bytes;	       /* of the numbers */
	size_t width, at;
};

struct piece {
	size_t box, nth;
	struct text_span span;
};

struct drawn {
	const struct layout *l;
	int drawn, ambiguous; /* how wide such signs are */
	VEC(struct part) parts;
	VEC(size_t) first; /* of each line, its first part, and one behind the last */
	VEC(size_t) posts; /* where posts stand, in order */
	VEC(struct box) boxes;
	VEC(struct piece) pieces;
	size_t to, rows; /* lines; rows of the grid */
	size_t *open;	 /* of each column, 1 + the box that is open there */
	bool spans;	 /* a cell is more than one column, or more than one row */
};

static void drawn_free(struct drawn *t)
{
	vec_free(&t->parts);
	vec_free(&t->first);
	vec_free(&t->posts);
	vec_free(&t->boxes);
	vec_free(&t->pieces);
	free(t->open);
}

/* Cuts the line at its posts; false where it does not begin and end with one. */
static bool cut(struct drawn *t, size_t line)
{
	const struct layout_line *v = &t->l->lines.v[line];
	struct str s = str_slice(t->l->text, v->from, v->to);
	size_t column = 0, post = 0, behind = 0, before = t->parts.n;
	bool open = false, dashes = false, crossed = false, blank = true;

	if (v->flags & (LINE_BLANK | LINE_FEED | LINE_MARK))
		return false;
	for (size_t at = 0, next; at < s.n; at = next) {
		next = at;
		unsigned ch = utf8_next(s, &next);
		enum mark mark = mark_of(ch);
		int width = sign_is_drawn(ch) ? t->drawn : utf8_width(ch, t->ambiguous);

		if (is_post(s, at, next, ch, mark)) {
			bool cross = mark == MARK_CROSS;

			if (open && t->parts.n - before >= LAYOUT_COLS_MAX)
				return false;
			if (open)
				*vec_push(&t->parts) = (struct part){post, column,
					{v->from + behind, v->from + at},
					dashes && crossed && cross};
			else if (!blank)
				return false;
			open = dashes = blank = true;
			crossed = cross;
			post = column;
			behind = next;
		} else {
			blank &= utf8_is_space(ch);
			dashes &= mark == MARK_DASH;
		}
		column += width > 0 ? (size_t)width : 0;
	}
	return t->parts.n > before && blank;
}

/* Nothing but rules, from post to post. */
static bool is_full(const struct drawn *t, size_t nth)
{
	for (size_t i = t->first.v[nth]; i < t->first.v[nth + 1]; i++)
		if (!t->parts.v[i].rule)
			return false;
	return true;
}

/* Lines from `at` on that begin and end with posts; false where not all of them do at the same
 * places, or those are not a rule before, a rule behind, and lines between them. */
static bool cut_lines(struct drawn *t, size_t at)
{
	size_t lines = 0, cells = 0;

	*vec_push(&t->first) = 0;
	for (t->to = at; t->to < t->l->lines.n && cut(t, t->to); t->to++) {
		const struct part *p = &t->parts.v[t->first.v[lines]],
				  *last = &t->parts.v[t->parts.n - 1];

		if (lines > 0 && (p->from != t->parts.v[0].from ||
					 last->to != t->parts.v[t->first.v[1] - 1].to))
			return false;
		*vec_push(&t->first) = t->parts.n;
		if (lines == 0 && !is_full(t, 0))
			return false;
		lines++;
		cells += t->first.v[lines] - t->first.v[lines - 1];
		/* two rules running: one table ends, another begins */
		if (cells > t->l->cells_left ||
			(lines > 2 && is_full(t, lines - 1) && is_full(t, lines - 2)))
			break;
	}
	return lines > 2;
}

static int compare(const void *a, const void *b)
{
	const size_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static bool find_posts(struct drawn *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->parts.n; i++) {
		*vec_push(&t->posts) = t->parts.v[i].from;
		*vec_push(&t->posts) = t->parts.v[i].to;
		if (t->posts.n > 4 * LAYOUT_COLS_MAX || i + 1 == t->parts.n) {
			qsort(t->posts.v, t->posts.n, sizeof *t->posts.v, compare);
			n = 0;
			for (size_t k = 0; k < t->posts.n; k++)
				if (n == 0 || t->posts.v[n - 1] != t->posts.v[k])
					t->posts.v[n++] = t->posts.v[k];
			t->posts.n = n;
		}
		if (n > LAYOUT_COLS_MAX)
			return false;
	}
	return n > COLUMNS_MIN;
}

static size_t column_at(const struct drawn *t, size_t post)
{
	size_t low = 0, high = t->posts.n;

	while (low + 1 < high) {
		size_t middle = (low + high) / 2;

		if (t->posts.v[middle] <= post)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* A number below another: they are rows, unless they have no room side by side, so that one broke.
 */
static bool holds(struct box *box, struct str text)
{
	if (!layout_is_value(text))
		return true;
	box->values++;
	box->bytes += text.n;
	return box->values == 1 || box->bytes + PADDING > box->width;
}

/* Text at columns [from, to): of the box that is open there, or of a new one. */
static bool put_text(struct drawn *t, size_t from, size_t to, const struct part *part)
{
	struct text_span span = part->span;
	struct str text = str_trim(str_slice(t->l->text, span.from, span.to));

	if (!t->open[from]) {
		*vec_push(&t->boxes) = (struct box){from, to, t->rows - 1, 1, 0, 0, 0,
			part->to - part->from - (size_t)t->drawn, span.from};
		for (size_t c = from; c < to; c++) {
			if (t->open[c])
				return false;
			t->open[c] = t->boxes.n;
		}
		t->spans |= to - from > 1;
	}
	struct box *box = &t->boxes.v[t->open[from] - 1];

	if (box->from != from || box->to != to || (text.n && box->pieces == PIECES_MAX))
		return false;
	if (text.n)
		*vec_push(&t->pieces) = (struct piece){t->open[from] - 1, box->pieces++, span};
	return holds(box, text);
}

/* A line with rules ends the boxes above those; the others have a row more. */
static bool end_boxes(struct drawn *t, size_t line)
{
	size_t columns = t->posts.n - 1;

	for (size_t i = t->first.v[line]; i < t->first.v[line + 1]; i++) {
		const struct part *p = &t->parts.v[i];

		for (size_t c = column_at(t, p->from); p->rule && c < column_at(t, p->to); c++)
			t->open[c] = 0;
	}
	t->rows++;
	for (size_t c = 0; c < columns; c++) {
		struct box *box = t->open[c] ? &t->boxes.v[t->open[c] - 1] : NULL;

		/* some of its columns were ended, others not */
		if (box && (t->open[box->from] != t->open[c] || t->open[box->to - 1] != t->open[c]))
			return false;
		if (box && box->from == c)
			box->rows++;
		t->spans |= box != NULL;
	}
	return true;
}

static bool put_line(struct drawn *t, size_t line)
{
	bool rules = false;

	for (size_t i = t->first.v[line]; i < t->first.v[line + 1]; i++)
		rules |= t->parts.v[i].rule;
	if (rules && !end_boxes(t, line))
		return false;
	for (size_t i = t->first.v[line]; i < t->first.v[line + 1]; i++) {
		const struct part *p = &t->parts.v[i];
		size_t from = column_at(t, p->from);

		/* beside a rule nothing begins */
		if (!p->rule && rules && !t->open[from])
			return false;
		if (!p->rule && !put_text(t, from, column_at(t, p->to), p))
			return false;
	}
	return true;
}

/* Is there a table whose cells all close, with signs as wide as that? */
static bool draw(struct drawn *t, size_t at)
{
	if (!cut_lines(t, at) || !is_full(t, t->first.n - 2) || !find_posts(t))
		return false;
	t->open = mem_alloc_array(t->posts.n, sizeof *t->open);
	for (size_t line = 0; line + 1 < t->first.n; line++)
		if (!put_line(t, line))
			return false;
	t->rows--;
	return t->rows >= ROWS_MIN && t->spans;
}

/* Draws it with signs as wide as makes it close; *to is where it ends, or what breaks into it. */
static bool draw_any(struct drawn *t, const struct layout *l, size_t at, size_t *to)
{
	for (int way = 0; way < DRAWN_MAX * 2; way++) {
		*t = (struct drawn){.l = l, .drawn = 1 + way / 2, .ambiguous = 1 + way % 2};
		bool good = draw(t, at);

		*to = t->to > *to ? t->to : *to;
		if (good)
			return true;
		drawn_free(t);
	}
	return false;
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	struct drawn t;

	run->to = at + 1;
	if (!line_is(l, at, LINE_RULE) || at + 1 >= l->lines.n || !l->lines.v[at + 1].bars ||
		!draw_any(&t, l, at, &run->to))
		return false;
	run->to = t.to;
	drawn_free(&t);
	return true;
}

/* The first row of the sheet of each row of the table: it takes as many as the longest cell that
 * begins there has lines. */
static size_t *row_places(const struct drawn *t)
{
	size_t *place = mem_alloc_array(t->rows + 1, sizeof *place);

	for (size_t i = 0; i < t->boxes.n; i++) {
		const struct box *box = &t->boxes.v[i];
		size_t lines = box->pieces ? box->pieces : 1;

		place[box->row + 1] = lines > place[box->row + 1] ? lines : place[box->row + 1];
	}
	for (size_t r = 1; r <= t->rows; r++)
		place[r] += place[r - 1];
	return place;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct drawn t;
	size_t to = 0;

	if (!draw_any(&t, l, run->from, &to))
		return;
	size_t *place = row_places(&t);

	for (size_t i = 0; i < t.boxes.n; i++) {
		const struct box *box = &t.boxes.v[i];

		if (box->pieces == 0)
			sink_cell(l->d, place[box->row], box->from, 1, box->to - box->from,
				(struct text_span){box->at, box->at});
	}
	for (size_t i = 0; i < t.pieces.n; i++) {
		const struct piece *p = &t.pieces.v[i];
		const struct box *box = &t.boxes.v[p->box];

		sink_cell(
			l->d, place[box->row] + p->nth, box->from, 1, box->to - box->from, p->span);
		if (p->nth > 0)
			sink_goes_on(l->d);
	}
	free(place);
	drawn_free(&t);
}

const struct layout_reader layout_drawn = {"drawn", find, read};
