/* Drawing the map of a report, and going where it points. */
#include "ui/map.h"

#include <string.h>

#include "desk/place.h"

static size_t row_of(const struct session *s, size_t rows, size_t at)
{
	size_t row = at * rows / (doc_text(s->report->doc).n + 1);

	return row < rows ? row : rows - 1;
}

static enum map_mark mark_of(const struct session *s, size_t finding)
{
	static const enum map_mark marks[] = {[SEVERITY_NOTE] = MAP_NOTE,
		[SEVERITY_WARNING] = MAP_WARNING,
		[SEVERITY_ERROR] = MAP_ERROR};

	return session_is_open(s, finding) ? marks[s->check.findings[finding].severity] : MAP_DONE;
}

void map_make(struct map *m, const struct session *s, size_t rows)
{
	unsigned long revision = review_revision(s->review);

	if (m->of == s && m->revision == revision && m->rows == rows)
		return;
	*m = (struct map){.of = s, .revision = revision, .rows = rows};
	for (size_t i = 0; rows > 0 && rows <= MAP_ROWS_MAX && i < s->check.n_findings; i++) {
		size_t at = place_of_finding(s, i);
		enum map_mark mark = mark_of(s, i);

		if (at != STR_NONE && mark > m->marks[row_of(s, rows, at)])
			m->marks[row_of(s, rows, at)] = (unsigned char)mark;
	}
}

static void draw_row(struct canvas *c, struct rect r, int row, enum map_mark mark, bool in_view)
{
	static const enum severity severities[] = {[MAP_NOTE] = SEVERITY_NOTE,
		[MAP_WARNING] = SEVERITY_WARNING,
		[MAP_ERROR] = SEVERITY_ERROR};
	enum role role = in_view ? ROLE_SELECTED : ROLE_DONE;
	const char *glyph = mark == MAP_DONE ? paint_mark(c, MARK_DONE) : " ";

	if (mark > MAP_DONE) {
		role = in_view ? style_lit(severities[mark]) : style_severity(severities[mark]);
		glyph = style_severity_glyph(severities[mark]);
	}
	if (in_view || mark != MAP_NOTHING)
		paint_cstr(c, r, row, r.col, role, glyph);
}

void map_draw(const struct map *m, const struct session *s, struct canvas *c, struct rect r,
	struct text_span shown)
{
	if (m->rows == 0 || m->rows > MAP_ROWS_MAX)
		return;
	size_t first = row_of(s, m->rows, shown.from);
	size_t last = row_of(s, m->rows, shown.to > shown.from ? shown.to - 1 : shown.from);

	canvas_add_hit(c, r, HIT_MAP, 0);
	for (size_t row = 0; row < m->rows && (int)row < r.rows; row++)
		draw_row(c, r, r.row + (int)row, m->marks[row], row >= first && row <= last);
}

void map_go(struct session *s, size_t rows, size_t row)
{
	size_t best = STR_NONE;

	for (size_t i = 0; i < s->check.n_findings; i++) {
		size_t at = place_of_finding(s, i);

		if (at != STR_NONE && row_of(s, rows, at) == row &&
			(best == STR_NONE || mark_of(s, i) > mark_of(s, best)))
			best = i;
	}
	if (best != STR_NONE) {
		session_to_finding(s, best);
		return;
	}
	session_to_text(s, row * (doc_text(s->report->doc).n + 1) / rows);
	s->place.pane = PANE_TEXT;
}
