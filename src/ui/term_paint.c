/* Painting the differences of two screens. */
#include "ui/term_paint.h"

#include <stdlib.h>
#include <string.h>

struct painter {
	const struct term_looks *looks;
	const struct term_moves *moves;
	const struct canvas *canvas;
	struct buf *out;
	int row, col;	/* where the terminal's cursor is; row -1: nobody knows */
	enum role role; /* ROLE_TEXT is plain */
};

void term_looks_free(struct term_looks *l)
{
	for (size_t i = 0; i < ROLE_COUNT; i++) {
		free(l->roles[i].on);
		free(l->roles[i].off);
	}
	free(l->hide);
	free(l->show);
	free(l->clear_right);
}

static bool same_cell(const struct paint_cell *a, const struct paint_cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

static bool same_look(const struct term_looks *l, enum role a, enum role b)
{
	return a == b || strcmp(l->roles[a].on, l->roles[b].on) == 0;
}

static void wear(struct painter *p, enum role role)
{
	const struct term_look *old = &p->looks->roles[p->role], *new = &p->looks->roles[role];

	if (!same_look(p->looks, p->role, role)) {
		buf_adds(p->out, old->off);
		buf_adds(p->out, new->on);
	}
	p->role = role;
}

static void put_cell(struct painter *p, const struct paint_cell *cell)
{
	wear(p, (enum role)cell->role);
	for (size_t i = 0; i < PAINT_CHARS && (i == 0 || cell->ch[i]); i++) {
		if (cell->ch[i] < 0x80)
			buf_addc(p->out, (char)cell->ch[i]);
		else
			buf_add_ucs(p->out, cell->ch[i]);
	}
	p->col += cell->columns;
	if (p->col >= p->canvas->cols)
		p->row = -1; /* at the margin each terminal has its own ways */
}

/* A few cells that are the same cost less than a move of the cursor, where they look alike. */
static bool is_near(const struct painter *p, int row, int col)
{
	enum { NEAR = 4 };

	if (p->row != row || p->col > col || p->col + NEAR < col)
		return false;
	for (int i = p->col; i < col; i++)
		if (!same_look(p->looks, p->role, (enum role)canvas_at(p->canvas, row, i)->role))
			return false;
	return canvas_at(p->canvas, row, p->col)->columns > 0;
}

static void go_to(struct painter *p, int row, int col)
{
	if (is_near(p, row, col)) {
		while (p->col < col)
			put_cell(p, canvas_at(p->canvas, row, p->col));
		return;
	}
	wear(p, ROLE_TEXT); /* not every terminal moves as it is told amid an attribute */
	p->moves->place(row, col, p->out);
	p->row = row;
	p->col = col;
}

/* The cells [from, to) of a row; `to` is no middle of a character. */
static void put_run(struct painter *p, int row, int from, int to)
{
	go_to(p, row, from);
	for (int col = from; col < to; col++)
		if (canvas_at(p->canvas, row, col)->columns > 0)
			put_cell(p, canvas_at(p->canvas, row, col));
}

static bool is_corner(const struct painter *p, int row, int col)
{
	return p->looks->no_corner && row == p->canvas->rows - 1 && col == p->canvas->cols - 1;
}

/* Where the blanks at the end of a row begin that can be wiped at one go. */
static int blanks_from(const struct painter *p, int row)
{
	enum { WORTH_IT = 4 };
	const struct paint_cell blank = {{' '}, 1, ROLE_TEXT};
	int col = p->canvas->cols;

	while (col > 0 && same_cell(canvas_at(p->canvas, row, col - 1), &blank))
		col--;
	return *p->looks->clear_right && col + WORTH_IT < p->canvas->cols ? col : p->canvas->cols;
}

/* Each run of cells that differ. Where a wide character was or comes both its halves differ, or its
 * left one is the character. */
static void put_row(struct painter *p, const struct paint_cell *shown, int row)
{
	const struct paint_cell *new = canvas_at(p->canvas, row, 0);
	int cols = p->canvas->cols, end = blanks_from(p, row);

	for (int col = 0; col < cols;) {
		int from = col;

		if (same_cell(&shown[col], &new[col])) {
			col++;
			continue;
		}
		while (from > 0 && new[from].columns == 0)
			from--;
		while (col < end && !same_cell(&shown[col], &new[col]))
			col++;
		while (col < end && new[col].columns == 0)
			col++;
		if (from < col)
			put_run(p, row, from, is_corner(p, row, col - 1) ? col - 1 : col);
		if (col < end || end == cols)
			continue;
		if (memcmp(&shown[col], &new[col], (size_t)(cols - col) * sizeof *new) != 0) {
			go_to(p, row, col);
			wear(p, ROLE_TEXT);
			buf_adds(p->out, p->looks->clear_right);
		}
		return;
	}
}

static bool same_row(const struct canvas *a, int row, const struct canvas *b, int other)
{
	return memcmp(canvas_at(a, row, 0), canvas_at(b, other, 0),
		       (size_t)a->cols * sizeof *a->cells) == 0;
}

static int cells_that_differ(const struct paint_cell *a, const struct paint_cell *b, int cols)
{
	int n = 0;

	for (int col = 0; col < cols; col++)
		n += !same_cell(&a[col], &b[col]);
	return n;
}

/* Rows in one piece that stood `by` rows further down, or much of them did. */
struct move {
	int by, begin, end; /* where they stand now */
	int saved;	    /* cells that need not be written then */
};

/* The best move by so many. changed: how many cells of each row differ from what stood there. */
static struct move best_move(
	const struct canvas *shown, const struct canvas *new, const int *changed, int by)
{
	struct move best = {.by = by}, now = best;

	for (int row = 0; row < new->rows; row++) {
		int old = row + by, left = new->cols;

		if (old >= 0 && old < new->rows)
			left = cells_that_differ(
				canvas_at(shown, old, 0), canvas_at(new, row, 0), new->cols);
		now.saved += changed[row] - left;
		now.end = row + 1;
		if (now.saved > best.saved)
			best = now;
		if (now.saved <= 0)
			now = (struct move){by, row + 1, row + 1, 0};
	}
	return best;
}

static void scroll_shown(struct canvas *shown, int top, int bottom, int by)
{
	const struct paint_cell blank = {{' '}, 1, ROLE_TEXT};
	size_t row_size = (size_t)shown->cols * sizeof *shown->cells;
	int n = bottom - top - abs(by), from = by > 0 ? top + by : top;

	memmove(canvas_at(shown, from - by, 0), canvas_at(shown, from, 0), (size_t)n * row_size);
	for (int row = by > 0 ? bottom - by : top, left = abs(by); left > 0; row++, left--)
		for (int col = 0; col < shown->cols; col++)
			*canvas_at(shown, row, col) = blank;
}

/* How many cells of each row differ; true where many rows do. */
static bool count_changes(const struct canvas *shown, const struct canvas *new, int *changed)
{
	enum { MANY = 5 };
	int rows = 0;

	for (int row = 0; row < new->rows; row++) {
		changed[row] = same_row(new, row, shown, row)
				       ? 0
				       : cells_that_differ(canvas_at(shown, row, 0),
						 canvas_at(new, row, 0), new->cols);
		rows += changed[row] > 0;
	}
	return rows >= MANY;
}

/* Where much of the screen stands a row, or a turn of the wheel, further the terminal moves it. */
static void scroll(struct painter *p, struct canvas *shown)
{
	enum { WORTH_IT = 60 };
	static const int steps[] = {1, -1, 3, -3};
	int *changed = mem_alloc_array((size_t)shown->rows + 1, sizeof *changed);
	struct move best = {0};

	if (p->moves->scroll && count_changes(shown, p->canvas, changed))
		for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
			struct move move = best_move(shown, p->canvas, changed, steps[i]);

			if (move.saved > best.saved)
				best = move;
		}
	free(changed);
	if (best.saved < WORTH_IT)
		return;
	int top = best.by > 0 ? best.begin : best.begin + best.by;
	int bottom = best.by > 0 ? best.end + best.by : best.end;

	p->moves->scroll(shown->rows, top, bottom, best.by, p->out);
	scroll_shown(shown, top, bottom, best.by);
}

static bool put_cursor(struct painter *p, const struct canvas *shown, bool painted)
{
	const struct canvas *c = p->canvas;
	bool was = shown->cursor_row >= 0, is = c->cursor_row >= 0;
	bool moved = is && (painted || shown->cursor_row != c->cursor_row ||
				   shown->cursor_col != c->cursor_col);

	if (moved)
		p->moves->place(c->cursor_row, c->cursor_col, p->out);
	if (was != is)
		buf_adds(p->out, is ? p->looks->show : p->looks->hide);
	return moved || was != is;
}

bool term_paint(const struct term_looks *l, const struct term_moves *m, struct canvas *shown,
	const struct canvas *canvas, struct buf *out)
{
	struct painter p = {l, m, canvas, out, .row = -1, .role = ROLE_TEXT};
	size_t row_size = (size_t)canvas->cols * sizeof *canvas->cells;
	bool painted = false;

	scroll(&p, shown);
	for (int row = 0; row < canvas->rows; row++) {
		if (same_row(canvas, row, shown, row))
			continue;
		put_row(&p, canvas_at(shown, row, 0), row);
		memcpy(canvas_at(shown, row, 0), canvas_at(canvas, row, 0), row_size);
		painted = true;
	}
	wear(&p, ROLE_TEXT);
	painted = put_cursor(&p, shown, painted) || painted;
	shown->cursor_row = canvas->cursor_row;
	shown->cursor_col = canvas->cursor_col;
	return painted;
}
