/* The list of findings: a line each. */
#include "base/lang.h"
#include "base/mem.h"
#include "desk/filter.h"
#include "ui/view_finding.h"

/* Keeps the current finding in sight with one more on either side. */
static void scroll_to(struct view_list *v, size_t at, size_t n, size_t rows)
{
	size_t margin = rows > 2;

	if (at < v->top + margin)
		v->top = at > margin ? at - margin : 0;
	if (at + margin >= v->top + rows)
		v->top = at + margin + 1 - rows;
	if (v->top + rows > n)
		v->top = n > rows ? n - rows : 0;
}

static void draw_item(const struct session *s, struct canvas *c, struct rect r, size_t i)
{
	const struct finding *f = &s->check.findings[i];
	bool here = i == s->place.finding;
	bool open = session_is_open(s, i);
	struct buf text = {0};

	canvas_add_hit(c, r, HIT_FINDING, i);
	enum role role = here ? ROLE_STRONG : open ? ROLE_TEXT : ROLE_FAINT;

	if (here)
		paint_cstr(c, r, r.row, r.col, ROLE_STRONG, paint_mark(c, MARK_BAR));
	paint_cstr(c, r, r.row, r.col + 1, style_severity(f->severity),
		style_severity_glyph(f->severity));
	paint_cstr(c, r, r.row, r.col + 2, open ? ROLE_TEXT : ROLE_DONE,
		open ? " " : paint_mark(c, MARK_DONE));
	buf_addf(&text, "%2zu ", i + 1);
	if (f->line > 0)
		buf_addf(&text, _("line %zu  "), f->line);
	buf_adds(&text, f->message[lang_now()]);
	paint_field(c, r, r.row, r.col + 4, r.cols - 4, role, buf_str(&text), false);
	buf_free(&text);
}

/* The findings that the filter lets through, and the current one in any case. */
void view_list_draw(struct view_list *v, const struct session *s, struct canvas *c, struct rect r)
{
	VEC(size_t) shown = {0};
	size_t at = 0;

	if (r.rows <= 0 || s->place.finding == STR_NONE)
		return;
	for (size_t i = 0; i < s->check.n_findings; i++) {
		if (i != s->place.finding && !filter_passes(s, i))
			continue;
		if (i == s->place.finding)
			at = shown.n;
		*vec_push(&shown) = i;
	}
	scroll_to(v, at, shown.n, (size_t)r.rows);
	for (int row = 0; row < r.rows && v->top + (size_t)row < shown.n; row++)
		draw_item(s, c, rect_of(r.row + row, r.col, 1, r.cols),
			shown.v[v->top + (size_t)row]);
	vec_free(&shown);
}
