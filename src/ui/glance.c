/* The first lines of a large report, shown while all of it is read and checked. */
#include "base/file.h"
#include "base/lang.h"
#include "base/str.h"
#include "ui/layout.h"
#include "ui/term.h"
#include "ui/ui.h"

enum { NUMBER_COLS = 4 };

/* One line of the text, on as many rows as it takes; returns the row below. */
static int draw_line(struct canvas *c, struct rect r, int row, struct str line, size_t number)
{
	struct buf label = {0};

	buf_addf(&label, "%*zu", NUMBER_COLS - 1, number);
	paint_text(c, r, row, r.col, ROLE_FAINT, buf_str(&label));
	buf_free(&label);
	do {
		int room = r.cols - NUMBER_COLS - 2;
		struct str fits = glyph_fit(line, room, c->ambiguous);

		paint_text(c, r, row++, r.col + NUMBER_COLS + 1, ROLE_TEXT, fits);
		if (fits.n == 0)
			break;
		line = str_slice(line, fits.n, line.n);
	} while (line.n > 0 && row < r.row + r.rows);
	return row;
}

static void draw_lines(struct canvas *c, struct rect r, struct str text)
{
	int row = r.row;

	for (size_t number = 1; text.n > 0 && row < r.row + r.rows; number++) {
		size_t end = str_find(text, STR("\n"), 0);
		struct str line = str_slice(text, 0, end == STR_NONE ? text.n : end);

		row = draw_line(c, r, row, line, number);
		text = str_slice(text, end == STR_NONE ? text.n : end + 1, text.n);
	}
}

static void draw(struct canvas *c, const char *path, struct str text)
{
	struct layout l = layout_make(c->rows, c->cols, PANE_TEXT, false);

	if (l.too_small)
		return;
	paint_fill(c, l.title, ROLE_TITLE);
	int x = paint_cstr(c, l.title, l.title.row, l.title.col + 1, ROLE_TITLE_MARK, _("Gouji"));

	paint_cstr(c, l.title, l.title.row, x + 2, ROLE_TITLE, path_base(path));
	draw_lines(c, rect_of(2, 0, l.message.row - 2, c->cols), text);
	paint_cstr(c, l.message, l.message.row, l.message.col + 1, ROLE_SAY,
		_("reading and checking all of it…"));
}

struct term *ui_glance(const char *path, struct str text)
{
	struct err err = {0};
	struct term *t = term_open(&err); /* ui_run() tells what is wrong with it */
	struct canvas c = {.ambiguous = 1};
	int rows, cols;

	if (!t)
		return NULL;
	term_size(t, &rows, &cols);
	canvas_resize(&c, rows, cols);
	canvas_clear(&c);
	draw(&c, path, text);
	term_draw(t, &c);
	canvas_free(&c);
	return t;
}

void ui_glance_end(struct term *t)
{
	term_close(t);
}
