/* What is painted, as a terminal would take it: a small one is played here, which knows moves, two
 * looks, wiping and scrolling, and must show what it was to show. */
#include "unit/unit.h"

#include <stdio.h>

#include "base/utf8.h"
#include "ui/term_paint.h"

/* A command is a letter behind a byte of 1, up to a semicolon. */
static void place(int row, int col, struct buf *out)
{
	buf_addf(out, "\001p%d,%d;", row, col);
}

static void scroll(int rows, int top, int bottom, int by, struct buf *out)
{
	cr_assert(top >= 0 && top < bottom && bottom <= rows, "%d to %d of %d", top, bottom, rows);
	buf_addf(out, "\001s%d,%d,%d;", top, bottom, by);
}

static const struct term_moves moves = {place, scroll};

/* Bold roles, reverse roles, and the others, which are plain. */
static struct term_looks looks_make(void)
{
	struct term_looks l = {.hide = strdup("\001h;"),
		.show = strdup("\001v;"),
		.clear_right = strdup("\001e;")};

	for (int role = 0; role < ROLE_COUNT; role++) {
		int look = role % 3;

		l.roles[role].on = strdup(look == 1 ? "\001b;" : look == 2 ? "\001r;" : "");
		l.roles[role].off = strdup(look ? "\001n;" : "");
	}
	return l;
}

struct played {
	struct canvas screen; /* roles: 0 plain, 1 bold, 2 reverse */
	int row, col, look;
	bool lost, hidden; /* lost: something came while it was not known where the cursor was */
};

static void blank(struct played *p, int row, int from)
{
	for (int col = from; col < p->screen.cols; col++)
		*canvas_at(&p->screen, row, col) = (struct paint_cell){{' '}, 1, 0};
}

static void play_scroll(struct played *p, int top, int bottom, int by)
{
	struct canvas *c = &p->screen;
	size_t size = (size_t)c->cols * sizeof *c->cells;

	for (; by > 0; by--) {
		for (int row = top; row + 1 < bottom; row++)
			memcpy(canvas_at(c, row, 0), canvas_at(c, row + 1, 0), size);
		blank(p, bottom - 1, 0);
	}
	for (; by < 0; by++) {
		for (int row = bottom - 1; row > top; row--)
			memcpy(canvas_at(c, row, 0), canvas_at(c, row - 1, 0), size);
		blank(p, top, 0);
	}
	p->row = -1;
}

static void play_command(struct played *p, const char *s)
{
	int a, b, by;

	if (sscanf(s, "p%d,%d;", &a, &b) == 2) {
		p->row = a;
		p->col = b;
	} else if (sscanf(s, "s%d,%d,%d;", &a, &b, &by) == 3) {
		p->lost |= p->look != 0;
		play_scroll(p, a, b, by);
	} else if (*s == 'e') {
		p->lost |= p->look != 0 || p->row < 0;
		blank(p, p->row, p->col);
	} else if (*s == 'h' || *s == 'v') {
		p->hidden = *s == 'h';
	} else {
		p->lost |= *s != 'n' && p->look != 0; /* a look on another */
		p->look = *s == 'b' ? 1 : *s == 'r' ? 2 : 0;
	}
}

/* ASCII, and ideographs of two columns. */
static void play_char(struct played *p, unsigned ch)
{
	struct paint_cell cell = {{ch}, ch < 0x80 ? 1 : 2, (uint8_t)p->look};

	if (p->row < 0 || p->col + cell.columns > p->screen.cols) {
		p->lost = true;
		return;
	}
	*canvas_at(&p->screen, p->row, p->col) = cell;
	if (cell.columns == 2)
		*canvas_at(&p->screen, p->row, p->col + 1) =
			(struct paint_cell){{0}, 0, (uint8_t)p->look};
	p->col += cell.columns;
	if (p->col == p->screen.cols)
		p->row = -1;
}

static void play(struct played *p, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		if (s.p[at] == '\001') {
			play_command(p, s.p + at + 1);
			at = str_find(s, STR(";"), at) + 1;
		} else {
			play_char(p, utf8_next(s, &at));
		}
	}
}

static unsigned roll(uint64_t *state, unsigned sides)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (unsigned)(*state >> 33) % sides;
}

static void change_words(struct canvas *c, uint64_t *dice)
{
	static const char *const words[] = {"公开", "a", "  ", "2020年", "           ", "申请x"};
	struct rect all = rect_of(0, 0, c->rows, c->cols);

	paint_cstr(c, all, (int)roll(dice, (unsigned)c->rows), (int)roll(dice, (unsigned)c->cols),
		(enum role)roll(dice, 5), words[roll(dice, ROWS(words))]);
}

static void change_rows(struct canvas *c, uint64_t *dice)
{
	size_t size = (size_t)c->cols * sizeof *c->cells;
	int by = 1 + (int)roll(dice, 3);

	if (roll(dice, 2))
		memmove(c->cells, canvas_at(c, by, 0), (size_t)(c->rows - by) * size);
	else
		memmove(canvas_at(c, by, 0), c->cells, (size_t)(c->rows - by) * size);
}

static void change(struct canvas *c, uint64_t *dice)
{
	unsigned n = roll(dice, 12);

	if (roll(dice, 4) == 0)
		change_rows(c, dice);
	for (unsigned i = 0; i < n; i++)
		change_words(c, dice);
	if (roll(dice, 10) == 0)
		paint_fill(c, rect_of((int)roll(dice, (unsigned)c->rows), 0, 3, c->cols),
			(enum role)roll(dice, 3));
	c->cursor_row = (int)roll(dice, (unsigned)c->rows + 1) - 1;
	c->cursor_col = (int)roll(dice, (unsigned)c->cols);
}

static bool shows(const struct played *p, const struct canvas *c)
{
	for (int i = 0; i < c->rows * c->cols; i++) {
		const struct paint_cell *a = &p->screen.cells[i], *b = &c->cells[i];

		if (a->ch[0] != b->ch[0] || a->columns != b->columns || a->role != b->role % 3)
			return false;
	}
	return p->hidden == (c->cursor_row < 0) &&
	       (p->hidden || (p->row == c->cursor_row && p->col == c->cursor_col));
}

static void play_many(int rows, int cols, uint64_t dice, bool plain)
{
	struct term_looks looks = looks_make();
	struct term_moves able = {place, plain ? NULL : scroll};
	struct played p = {.hidden = true};
	struct canvas shown = {.ambiguous = 1}, canvas = {.ambiguous = 1};
	struct buf out = {0};

	if (plain)
		looks.clear_right[0] = '\0';
	canvas_resize(&p.screen, rows, cols);
	canvas_resize(&shown, rows, cols);
	canvas_resize(&canvas, rows, cols);
	for (int i = 0; i < 2000; i++) {
		change(&canvas, &dice);
		buf_clear(&out);
		term_paint(&looks, &able, &shown, &canvas, &out);
		p.row = -1; /* nobody knows */
		play(&p, buf_str(&out));
		if (canvas.cursor_row >= 0 && out.n == 0) {
			p.row = canvas.cursor_row;
			p.col = canvas.cursor_col;
		}
		cr_assert(shows(&p, &canvas), "frame %d of %dx%d: %s", i, rows, cols,
			buf_str(&out).p);
		cr_assert_not(p.lost, "frame %d of %dx%d", i, rows, cols);
		cr_assert_eq(p.look, 0);
		cr_assert(term_paint(&looks, &able, &shown, &canvas, &out) == false);
	}
	buf_free(&out);
	canvas_free(&p.screen);
	canvas_free(&shown);
	canvas_free(&canvas);
	term_looks_free(&looks);
}

Test(ui_term_paint, shows_what_it_is_told)
{
	play_many(24, 80, 20261121, false);
	play_many(24, 80, 20261122, true);
	play_many(7, 13, 7, false);
	play_many(40, 120, 88172645463325252, false);
}

static struct canvas canvas_of(int rows, int cols)
{
	struct canvas c = {.ambiguous = 1};

	canvas_resize(&c, rows, cols);
	return c;
}

static size_t bytes_of_change(
	struct term_looks *looks, struct canvas *from, const struct canvas *to)
{
	struct buf out = {0};

	term_paint(looks, &moves, from, to, &out);
	size_t n = out.n;

	buf_free(&out);
	return n;
}

Test(ui_term_paint, a_page_that_scrolls_is_moved_not_written)
{
	struct term_looks looks = looks_make();
	struct canvas from = canvas_of(24, 80), to = canvas_of(24, 80);

	for (int row = 0; row < 24; row++) {
		struct buf text = {0};

		for (int i = 0; i < 30; i++)
			buf_addc(&text, (char)('a' + row));
		paint_text(&from, rect_of(0, 0, 24, 80), row, 0, ROLE_TEXT, buf_str(&text));
		paint_text(&to, rect_of(0, 0, 24, 80), row - 1, 0, ROLE_TEXT, buf_str(&text));
		buf_free(&text);
	}
	cr_expect_lt(bytes_of_change(&looks, &from, &to), 60);
	canvas_free(&from);
	canvas_free(&to);
	term_looks_free(&looks);
}

/* There a character would scroll all of it away. */
Test(ui_term_paint, the_last_corner_is_left_alone_where_it_must_be)
{
	struct term_looks looks = looks_make();
	struct canvas from = canvas_of(3, 5), to = canvas_of(3, 5);
	struct buf out = {0};

	paint_fill(&to, rect_of(0, 0, 3, 5), ROLE_TITLE);
	looks.no_corner = true;
	term_paint(&looks, &moves, &from, &to, &out);
	size_t blanks = 0;

	for (size_t i = 0; i < out.n; i++)
		blanks += out.p[i] == ' ';
	cr_expect_eq(blanks, 14);
	buf_free(&out);
	canvas_free(&from);
	canvas_free(&to);
	term_looks_free(&looks);
}
