/* Drawing an overlay. */
#include "ui/view_overlay.h"

#include "base/lang.h"
#include "desk/overlay.h"

static struct rect inner(struct rect r)
{
	return rect_of(r.row + 1, r.col + 2, r.rows - 1, r.cols - 4);
}

void view_overlay_measure(struct session *s, struct rect r)
{
	struct rect in = inner(r);

	s->overlay_page = in.rows > 0 ? (size_t)in.rows : 1;
	s->overlay_columns = in.cols > 8 ? (size_t)in.cols : 8;
}

static size_t count_lines(struct str text)
{
	size_t lines = 0;

	for (size_t i = 0; i < text.n; i++)
		lines += text.p[i] == '\n' || i + 1 == text.n;
	return lines;
}

/* The start of a line, the text's end where there are fewer. */
static size_t line_start(struct str text, size_t line)
{
	size_t at = 0;

	for (; line > 0 && at < text.n; line--) {
		size_t end = str_find(text, STR("\n"), at);

		at = end == STR_NONE ? text.n : end + 1;
	}
	return at;
}

static void draw_lines(struct session *s, struct canvas *c, struct rect in, struct str text)
{
	size_t at = line_start(text, s->overlay_top);

	for (int row = 0; row < in.rows && at < text.n; row++) {
		size_t end = str_find(text, STR("\n"), at);
		struct str line = str_slice(text, at, end == STR_NONE ? text.n : end);

		/* what is not indented heads what is below it */
		bool head = line.n > 0 && line.p[0] != ' ';

		paint_text(c, in, in.row + row, in.col, head ? ROLE_STRONG : ROLE_TEXT, line);
		at = end == STR_NONE ? text.n : end + 1;
	}
}

static void draw_frame(
	struct canvas *c, struct rect r, struct str title, size_t top, size_t page, size_t lines)
{
	struct buf place = {0};

	paint_fill(c, r, ROLE_TEXT);
	paint_hline(c, r.row, r.col, r.cols);
	int x = paint_cstr(c, r, r.row, r.col + 1, ROLE_HEAD_FOCUS, " ");

	x = paint_text(c, r, r.row, x, ROLE_HEAD_FOCUS, title);
	paint_cstr(c, r, r.row, x, ROLE_HEAD_FOCUS, " ");
	if (lines > page) {
		buf_addf(&place, " %zu-%zu/%zu ", top + 1, top + page < lines ? top + page : lines,
			lines);
		paint_text(
			c, r, r.row, r.col + r.cols - (int)place.n - 1, ROLE_HEAD, buf_str(&place));
	}
	buf_free(&place);
}

void view_overlay_draw(struct session *s, struct canvas *c, struct rect r)
{
	struct buf title = {0}, text = {0};
	struct rect in = inner(r);

	overlay_write(s, &title, &text);
	size_t lines = count_lines(buf_str(&text));

	if (s->overlay_top + s->overlay_page > lines)
		s->overlay_top = lines > s->overlay_page ? lines - s->overlay_page : 0;
	draw_frame(c, r, buf_str(&title), s->overlay_top, s->overlay_page, lines);
	draw_lines(s, c, in, buf_str(&text));
	c->cursor_row = c->cursor_col = -1;
	buf_free(&title);
	buf_free(&text);
}
