/* Drawing on a screen in memory. */
#include "ui/paint.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* The combining marks behind a base; those past what a cell holds take no column and are not shown.
 */
static void take_marks(struct str s, size_t *at, int ambiguous, struct glyph *g)
{
	for (size_t n = 1; *at < s.n; n++) {
		size_t next = *at;
		unsigned mark = utf8_next(s, &next);

		if (mark < 0x300 || utf8_width(mark, ambiguous) != 0 || utf8_is_hidden(mark))
			break;
		if (n < PAINT_CHARS)
			g->ch[n] = mark;
		*at = next;
	}
}

/* Can what begins there be no combining mark? Those lie between ASCII and U+4000, and behind the
 * ideographs. */
static bool is_no_mark(struct str s, size_t at)
{
	unsigned char c = at < s.n ? (unsigned char)s.p[at] : 0;

	return c < 0x80 || (c >= 0xe4 && c <= 0xe9);
}

struct glyph glyph_next(struct str s, size_t *at, int ambiguous)
{
	struct glyph g = {.from = *at};
	unsigned ch = utf8_next(s, at);
	int width = utf8_width(ch, ambiguous);

	if (((ch >= ' ' && ch < 0x7f) || utf8_is_plain_wide(ch)) && is_no_mark(s, *at)) {
		g.ch[0] = ch;
		g.columns = width;
		g.to = *at;
		return g;
	}

	if (ch == '\t' || ch == '\n') {
		ch = ' ';
		width = 1;
	}
	if (width < 0 || utf8_is_hidden(ch)) {
		g.hidden = true;
		g.columns = snprintf(g.name, sizeof g.name, "<U+%04X>", ch);
		g.to = *at;
		return g;
	}
	g.ch[0] = ch;
	g.columns = width;
	take_marks(s, at, ambiguous, &g);
	g.to = *at;
	return g;
}

size_t glyph_columns(struct str s, int ambiguous)
{
	size_t columns = 0;

	for (size_t at = 0; at < s.n && columns < GLYPH_COLUMNS_MAX;) {
		size_t next = at;
		unsigned ch = utf8_next(s, &next);

		/* marks behind it take none, whether they are read with it or after it */
		if ((ch >= ' ' && ch < 0x7f) || utf8_is_plain_wide(ch)) {
			columns += (size_t)utf8_width(ch, ambiguous);
			at = next;
		} else {
			columns += (size_t)glyph_next(s, &at, ambiguous).columns;
		}
	}
	return columns;
}

struct str glyph_fit(struct str s, int columns, int ambiguous)
{
	size_t end = 0;

	for (size_t at = 0; at < s.n; end = at) {
		columns -= glyph_next(s, &at, ambiguous).columns;
		if (columns < 0)
			break;
	}
	return str_slice(s, 0, end);
}

void canvas_resize(struct canvas *c, int rows, int cols)
{
	free(c->cells);
	c->rows = rows;
	c->cols = cols;
	c->cells = mem_alloc_array((size_t)rows * (size_t)cols, sizeof *c->cells);
	canvas_clear(c);
}

void canvas_free(struct canvas *c)
{
	vec_free(&c->hits);
	free(c->cells);
	*c = (struct canvas){0};
}

void canvas_add_hit(struct canvas *c, struct rect r, enum hit_kind kind, size_t index)
{
	*vec_push(&c->hits) = (struct hit){r, kind, index};
}

const struct hit *canvas_hit(const struct canvas *c, int row, int col)
{
	for (size_t i = c->hits.n; i-- > 0;) {
		const struct rect *r = &c->hits.v[i].r;

		if (row >= r->row && row < r->row + r->rows && col >= r->col &&
			col < r->col + r->cols)
			return &c->hits.v[i];
	}
	return NULL;
}

static const struct paint_cell blank_cell = {{' '}, 1, ROLE_TEXT};

void canvas_clear(struct canvas *c)
{
	c->cursor_row = c->cursor_col = -1;
	c->hits.n = 0;
	c->cleared++;
	for (int i = 0; i < c->rows * c->cols; i++)
		c->cells[i] = blank_cell;
}

/* By its last cell: what is scrolled out at the left begins outside. */
static bool ends_in(const struct hit *hit, struct rect r)
{
	int row = hit->r.row + hit->r.rows - 1, col = hit->r.col + hit->r.cols - 1;

	return row >= r.row && row < r.row + r.rows && col >= r.col && col < r.col + r.cols;
}

static struct rect clip_to(const struct canvas *c, struct rect r)
{
	int bottom = r.row + r.rows < c->rows ? r.row + r.rows : c->rows;
	int right = r.col + r.cols < c->cols ? r.col + r.cols : c->cols;

	r.row = r.row < 0 ? 0 : r.row;
	r.col = r.col < 0 ? 0 : r.col;
	r.rows = bottom > r.row ? bottom - r.row : 0;
	r.cols = right > r.col ? right - r.col : 0;
	return r;
}

void canvas_wipe(struct canvas *c, struct rect r)
{
	size_t kept = 0;

	r = clip_to(c, r);
	for (size_t i = 0; i < c->hits.n; i++)
		if (!ends_in(&c->hits.v[i], r))
			c->hits.v[kept++] = c->hits.v[i];
	c->hits.n = kept;
	for (int row = r.row; row < r.row + r.rows; row++)
		for (int col = r.col; col < r.col + r.cols; col++)
			*canvas_at(c, row, col) = blank_cell;
}

static void dump_row(const struct canvas *c, int row, struct buf *out)
{
	size_t end = out->n;

	for (int col = 0; col < c->cols; col++) {
		const struct paint_cell *cell = canvas_at(c, row, col);

		for (size_t i = 0; cell->columns && i < PAINT_CHARS && cell->ch[i]; i++)
			buf_add_ucs(out, cell->ch[i]);
		if (cell->columns && cell->ch[0] != ' ')
			end = out->n;
	}
	out->n = end;
	buf_addc(out, '\n');
}

void canvas_dump(const struct canvas *c, struct buf *out)
{
	for (int row = 0; row < c->rows; row++)
		dump_row(c, row, out);
}

const char *paint_mark(const struct canvas *c, enum mark mark)
{
	static const struct {
		const char *fine, *plain;
		bool ambiguous;
	} marks[] = {
		[MARK_NONE] = {" ", " ", false},
		[MARK_BAR] = {"▌", "|", true},
		[MARK_DONE] = {"✓", "v", false},
		[MARK_ARROW] = {"→", ">", true},
		[MARK_GAP] = {"⋮", ":", false},
		[MARK_ELLIPSIS] = {"…", "~", true},
		[MARK_BLANK] = {"·", ".", true},
		[MARK_POINT] = {"›", ">", false},
		[MARK_PENCIL] = {"✎", "*", false},
		[MARK_RETURN] = {"↵", "^J", false},
	};

	return c->ascii || (marks[mark].ambiguous && c->ambiguous == 2) ? marks[mark].plain
									: marks[mark].fine;
}

/* Blanks both halves of whatever wide glyph lies at (row, col), so that none is left torn. */
static void break_wide(struct canvas *c, int row, int col)
{
	struct paint_cell *cell = canvas_at(c, row, col);
	struct paint_cell *other = cell->columns == 2	? cell + 1
				   : cell->columns == 0 ? cell - 1
							: NULL;

	if (!other)
		return;
	*cell = (struct paint_cell){{' '}, 1, cell->role};
	*other = (struct paint_cell){{' '}, 1, other->role};
}

static void put(struct canvas *c, int row, int col, const struct paint_cell *new)
{
	break_wide(c, row, col);
	if (new->columns == 2) {
		break_wide(c, row, col + 1);
		*canvas_at(c, row, col + 1) = (struct paint_cell){{0}, 0, new->role};
	}
	*canvas_at(c, row, col) = *new;
}

int paint_glyph(
	struct canvas *c, struct rect clip, int row, int col, enum role role, const struct glyph *g)
{
	clip = clip_to(c, clip);
	if (g->hidden) {
		struct rect r = clip;

		for (const char *p = g->name; *p; p++, col++) {
			struct glyph one = {.ch = {(unsigned char)*p}, .columns = 1};

			paint_glyph(c, r, row, col, ROLE_HIDDEN, &one);
		}
		return col;
	}
	if (g->columns > 0 && row >= clip.row && row < clip.row + clip.rows && col >= clip.col &&
		col + g->columns <= clip.col + clip.cols) {
		struct paint_cell cell = {.columns = (uint8_t)g->columns, .role = (uint8_t)role};

		memcpy(cell.ch, g->ch, sizeof cell.ch);
		put(c, row, col, &cell);
	}
	return col + g->columns;
}

int paint_text(struct canvas *c, struct rect clip, int row, int col, enum role role, struct str s)
{
	for (size_t at = 0; at < s.n && col < clip.col + clip.cols;) {
		struct glyph g = glyph_next(s, &at, c->ambiguous);

		col = paint_glyph(c, clip, row, col, role, &g);
	}
	return col;
}

int paint_cstr(struct canvas *c, struct rect clip, int row, int col, enum role role, const char *s)
{
	return paint_text(c, clip, row, col, role, str_of(s));
}

static void paint_blanks(
	struct canvas *c, struct rect clip, int row, int from, int to, enum role role)
{
	static const struct glyph blank = {.ch = {' '}, .columns = 1};

	for (int col = from; col < to; col++)
		paint_glyph(c, clip, row, col, role, &blank);
}

void paint_field(struct canvas *c, struct rect clip, int row, int col, int cols, enum role role,
	struct str s, bool right)
{
	int width = (int)glyph_columns(s, c->ambiguous);
	int end = col + cols;

	if (cols <= 0)
		return;
	if (width > cols) {
		int at = paint_text(c, clip, row, col, role, glyph_fit(s, cols - 1, c->ambiguous));

		col = paint_cstr(c, clip, row, at, role, paint_mark(c, MARK_ELLIPSIS));
	} else {
		int pad = right ? cols - width : 0;

		paint_blanks(c, clip, row, col, col + pad, role);
		col = paint_text(c, clip, row, col + pad, role, s);
	}
	paint_blanks(c, clip, row, col, end, role);
}

void paint_fill(struct canvas *c, struct rect r, enum role role)
{
	struct paint_cell blank = {{' '}, 1, (uint8_t)role};

	r = clip_to(c, r);
	for (int row = r.row; row < r.row + r.rows; row++)
		for (int col = r.col; col < r.col + r.cols; col++)
			put(c, row, col, &blank);
}

/* Arms of a border cell: up, down, left, right. */
enum { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 };

static const uint32_t box[16] = {
	[LEFT] = 0x2500,
	[RIGHT] = 0x2500,
	[LEFT | RIGHT] = 0x2500,
	[UP] = 0x2502,
	[DOWN] = 0x2502,
	[UP | DOWN] = 0x2502,
	[DOWN | RIGHT] = 0x250c,
	[DOWN | LEFT] = 0x2510,
	[UP | RIGHT] = 0x2514,
	[UP | LEFT] = 0x2518,
	[UP | DOWN | RIGHT] = 0x251c,
	[UP | DOWN | LEFT] = 0x2524,
	[DOWN | LEFT | RIGHT] = 0x252c,
	[UP | LEFT | RIGHT] = 0x2534,
	[UP | DOWN | LEFT | RIGHT] = 0x253c,
};

/* The plain forms are "-", "|" and "+": an arm more is drawn as a crossing, which does no harm. */
static unsigned arms_of(uint32_t ch)
{
	if (ch == '-')
		return LEFT | RIGHT;
	if (ch == '|')
		return UP | DOWN;
	if (ch == '+')
		return UP | DOWN | LEFT | RIGHT;
	for (unsigned arms = 15; arms > 0; arms--)
		if (box[arms] == ch)
			return arms;
	return 0;
}

static void add_arms(struct canvas *c, int row, int col, unsigned arms)
{
	if (row < 0 || row >= c->rows || col < 0 || col >= c->cols)
		return;
	struct paint_cell *old = canvas_at(c, row, col);
	bool plain = c->ascii || c->ambiguous == 2;
	struct paint_cell new = {.columns = 1, .role = ROLE_BORDER};

	if (old->role == ROLE_BORDER)
		arms |= arms_of(old->ch[0]);
	new.ch[0] = !plain			   ? box[arms]
		    : (arms & (UP | DOWN)) == 0	   ? '-'
		    : (arms & (LEFT | RIGHT)) == 0 ? '|'
						   : '+';
	put(c, row, col, &new);
}

void paint_hline(struct canvas *c, int row, int col, int cols)
{
	for (int i = 0; i < cols; i++)
		add_arms(c, row, col + i, LEFT | RIGHT);
}

void paint_vline(struct canvas *c, int row, int col, int rows)
{
	for (int i = 0; i < rows; i++)
		add_arms(c, row + i, col, (i > 0 ? UP : 0) | (i < rows - 1 ? DOWN : 0));
}
