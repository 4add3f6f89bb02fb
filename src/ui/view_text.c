/* Drawing the text pane. */
#include "ui/view_text.h"

#include <stdio.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "desk/search.h"
#include "ui/current.h"
#include "ui/text_rows.h"

/* A run of the text in a role; later ones lie over earlier ones. */
struct light {
	struct text_span span;
	enum role role;
	enum mark mark;
};

struct page {
	struct session *s;
	struct canvas *c;
	struct rect r;
	int number_cols; /* of the line numbers */
	struct wrap wrap;
	struct text_rows rows;
	struct wrap_row cursor; /* the row it stands in */
	struct text_span span;	/* from the first to the last byte shown */
	VEC(struct light) lights;
	size_t left; /* columns scrolled out at the left, where lines are not folded */
};

static int digits_of(size_t n)
{
	int digits = 1;

	for (; n >= 10; n /= 10)
		digits++;
	return digits < 3 ? 3 : digits;
}

/* Line number, blank, margin mark. */
static int gutter_cols(const struct session *s)
{
	return digits_of(doc_line_count(s->report->doc)) + 2;
}

static struct wrap wrap_of(const struct session *s)
{
	return (struct wrap){s->options.wrap ? s->text_columns : 0, s->options.ambiguous};
}

/* Of the map at the right, a blank before it where there is room. */
static int map_cols(struct rect r)
{
	enum { MAP_FROM = 30, APART_FROM = 48 };

	return (r.cols >= MAP_FROM) + (r.cols >= APART_FROM);
}

void view_text_measure(struct session *s, struct rect r)
{
	int columns = r.cols - gutter_cols(s) - map_cols(r);

	s->page[PANE_TEXT] = r.rows > 0 ? (size_t)r.rows : 1;
	s->text_columns = columns > 4 ? (size_t)columns : 4;
}

static bool in_spans(const struct finding *f, size_t at)
{
	for (size_t i = 0; i < f->n_spans; i++)
		if (text_span_covers(f->spans[i], at))
			return true;
	return false;
}

static bool shows(const struct text_rows *rows, size_t from)
{
	for (size_t i = 0; i < rows->list.n; i++)
		if (rows->list.v[i].row.span.from == from)
			return true;
	return false;
}

/* All of the finding's places, or where they are too many those that matter most. */
static bool fold(struct page *p, const struct finding *f)
{
	enum { MANY = 64 };
	const struct doc *d = p->s->report->doc;
	size_t room = (size_t)p->r.rows;
	struct text_span spans[MANY];

	if (text_rows_fold(&p->rows, d, &p->wrap, room, f->spans, f->n_spans))
		return true;
	for (enum worth least = WORTH_FIGURE; least <= WORTH_END; least++)
		if (text_rows_fold(&p->rows, d, &p->wrap, room, spans,
			    current_spans(p->s, least, spans, MANY)))
			return true;
	return false;
}

static void choose_rows(struct page *p, struct view_text *v)
{
	const struct session *s = p->s;
	const struct finding *f = current_finding(s);

	if (s->place.pane != PANE_TEXT && f && in_spans(f, s->place.at) && fold(p, f) &&
		shows(&p->rows, p->cursor.span.from)) {
		if (p->rows.gaps == 0)
			v->top = p->rows.list.v[0].row.span.from;
	} else {
		text_rows_page(&p->rows, s->report->doc, &p->wrap, (size_t)p->r.rows, s->place.at,
			&v->top);
	}
	p->span.from = p->rows.list.v[0].row.span.from;
	p->span.to = p->rows.list.v[p->rows.list.n - 1].row.span.to;
}

static void add_light(struct page *p, struct text_span span, enum role role, enum mark mark)
{
	if (!text_span_empty(span) && span.to > p->span.from && span.from <= p->span.to)
		*vec_push(&p->lights) = (struct light){span, role, mark};
}

static void light_findings(struct page *p)
{
	const struct check *check = &p->s->check;

	for (size_t i = 0; i < check->n_findings; i++)
		for (size_t j = 0; i != p->s->place.finding && j < check->findings[i].n_spans; j++)
			add_light(p, check->findings[i].spans[j], ROLE_FOUND, MARK_NONE);
}

static void light_review(struct page *p)
{
	const struct session *s = p->s;
	const struct record *r;

	for (size_t i = 0; (r = review_at(s->review, RECORD_ANNOTATION, i)); i++)
		if (r->target == TARGET_TEXT)
			add_light(p, review_locate(r, s->report), ROLE_FOUND, MARK_PENCIL);
	for (size_t i = 0; (r = review_at(s->review, RECORD_CORRECTION, i)); i++) {
		size_t cell = report_cell_find(s->report, str_of(r->key));

		if (cell != STR_NONE)
			add_light(p, s->report->cells[cell].span, ROLE_STRUCK, MARK_NONE);
	}
}

static void light_hits(struct page *p)
{
	size_t from = p->span.from;

	while (from < p->span.to) {
		struct text_span hit = search_hit(p->s, from, p->span.to);

		if (text_span_empty(hit))
			return;
		add_light(p, hit, ROLE_HIT, MARK_NONE);
		from = hit.to;
	}
}

static void light_up(struct page *p)
{
	const struct session *s = p->s;
	const struct finding *f = current_finding(s);

	light_findings(p);
	light_review(p);
	light_hits(p);
	for (size_t i = 0; f && i < f->n_spans; i++)
		add_light(p, f->spans[i], style_lit(f->severity), MARK_BAR);
	if (s->place.pane != PANE_TEXT && s->place.cell != STR_NONE)
		add_light(p, s->report->cells[s->place.cell].span, ROLE_FOCUS, MARK_NONE);
	add_light(p, session_selection(s), ROLE_SELECTED, MARK_NONE);
}

static enum role role_at(const struct page *p, size_t at)
{
	enum role role = ROLE_TEXT;

	for (size_t i = 0; i < p->lights.n; i++)
		if (text_span_covers(p->lights.v[i].span, at))
			role = p->lights.v[i].role;
	return role;
}

static void draw_words(struct page *p, const struct wrap_row *row, int y)
{
	int begin = p->r.col + p->number_cols + 2;
	struct rect clip = rect_of(y, begin, 1, p->r.col + p->r.cols - begin);
	struct str words = doc_str(p->s->report->doc, row->span);
	size_t column = row->indent;

	/* from where column 0 is, which may be out of sight */
	canvas_add_hit(p->c, rect_of(y, begin - (int)p->left, 1, clip.cols + (int)p->left),
		HIT_TEXT, row->span.from);
	for (size_t at = 0; at < words.n;) {
		struct glyph g = glyph_next(words, &at, p->wrap.ambiguous);
		enum role role = role_at(p, row->span.from + g.from);
		size_t width = words.p[g.from] == '\t' ? wrap_width(&p->wrap, '\t', column)
						       : (size_t)g.columns;
		int x = begin + (int)column - (int)p->left;

		if (x >= clip.col + clip.cols)
			return;
		paint_glyph(p->c, clip, y, x, role, &g);
		for (int i = g.columns; i < (int)width; i++)
			paint_cstr(p->c, clip, y, x + i, role, " ");
		column += width;
	}
}

/* The mark of the most telling light that touches the row. */
static void draw_margin(const struct page *p, const struct wrap_row *row, int y)
{
	const struct light *best = NULL;

	for (size_t i = 0; i < p->lights.n; i++) {
		const struct light *l = &p->lights.v[i];

		if (l->mark != MARK_NONE && l->span.from < row->span.to &&
			l->span.to > row->span.from)
			best = l;
	}
	if (!best)
		return;
	const struct finding *f = current_finding(p->s);
	enum role role = best->mark == MARK_BAR && f ? style_severity(f->severity) : ROLE_NOTE;

	paint_cstr(
		p->c, p->r, y, p->r.col + p->number_cols + 1, role, paint_mark(p->c, best->mark));
}

static void draw_number(const struct page *p, const struct wrap_row *row, int y)
{
	char number[24];
	bool here = row->line == p->cursor.line;

	if (!row->first)
		return;
	snprintf(number, sizeof number, "%zu", doc_source_line(p->s->report->doc, row->span.from));
	paint_field(p->c, p->r, y, p->r.col, p->number_cols, here ? ROLE_STRONG : ROLE_FAINT,
		str_of(number), true);
}

static void draw_gap(
	const struct page *p, const struct wrap_row *before, const struct wrap_row *after, int y)
{
	size_t lines = after->line - before->line - (after->line > before->line);
	struct buf text = {0};
	int col = p->r.col + p->number_cols + 1;

	buf_adds(&text, paint_mark(p->c, MARK_GAP));
	if (lines > 0) {
		buf_adds(&text, "  ");
		buf_addf(&text, ngettext("%zu line", "%zu lines", lines), lines);
	}
	paint_text(p->c, p->r, y, col - 1, ROLE_FAINT, buf_str(&text));
	buf_free(&text);
}

static void put_cursor(struct page *p, const struct wrap_row *row, int y)
{
	size_t at = p->s->place.at;

	if (p->s->place.pane != PANE_TEXT || row->span.from != p->cursor.span.from)
		return;
	size_t column = wrap_column(p->s->report->doc, &p->wrap, row, at) - p->left;
	int x = p->r.col + p->number_cols + 2 + (int)column;
	int right = p->r.col + p->r.cols - 1;

	p->c->cursor_row = y;
	p->c->cursor_col = x < right ? x : right;
}

/* Where lines are not folded, the cursor's column decides what is seen. */
static void scroll_sideways(struct page *p)
{
	size_t width = p->s->text_columns;

	if (p->wrap.columns > 0)
		return;
	size_t column = wrap_column(p->s->report->doc, &p->wrap, &p->cursor, p->s->place.at);

	if (column + 2 > width)
		p->left = (column + width / 2 - width) / (width / 4 + 1) * (width / 4 + 1);
}

static void draw_rows(struct page *p)
{
	int y = p->r.row;

	for (size_t i = 0; i < p->rows.list.n; i++) {
		const struct text_row *row = &p->rows.list.v[i];

		if (row->gap)
			draw_gap(p, &p->rows.list.v[i - 1].row, &row->row, y++);
		draw_number(p, &row->row, y);
		draw_margin(p, &row->row, y);
		draw_words(p, &row->row, y);
		put_cursor(p, &row->row, y++);
	}
}

void view_text_draw(struct view_text *v, struct session *s, struct canvas *c, struct rect r)
{
	struct page p = {.s = s, .c = c, .r = r, .wrap = wrap_of(s)};

	if (r.rows <= 0 || r.cols <= 0)
		return;
	p.r.cols -= map_cols(r);
	p.number_cols = gutter_cols(s) - 2;
	wrap_row_at(s->report->doc, &p.wrap, s->place.at, &p.cursor);
	choose_rows(&p, v);
	scroll_sideways(&p);
	light_up(&p);
	draw_rows(&p);
	if (map_cols(r)) {
		map_make(&v->map, s, (size_t)r.rows);
		map_draw(&v->map, s, c, rect_of(r.row, r.col + r.cols - 1, r.rows, 1), p.span);
	}
	text_rows_free(&p.rows);
	vec_free(&p.lights);
}
