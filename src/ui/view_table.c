/* Drawing the table pane. */
#include "ui/view_table.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "desk/cell_block.h"
#include "desk/words.h"
#include "ui/current.h"
#include "ui/table_rows.h"

struct page {
	struct session *s;
	struct canvas *c;
	struct rect r;
	struct table_columns columns;
	struct cell_block selected;
};

static const struct report_table *focused_table(const struct session *s)
{
	return s->place.cell != STR_NONE ? report_table_of(s->report, s->place.cell) : NULL;
}

void view_table_measure(struct session *s, struct rect r)
{
	s->page[PANE_TABLE] = r.rows > 3 ? (size_t)r.rows - 2 : 1;
}

static void add_table_title(const struct report_table *rt, struct buf *out)
{
	buf_adds(out, words_table_number(rt->def));
	buf_addc(out, ' ');
	buf_adds(out, rt->def->title.text[lang_now()]);
}

void view_table_title(const struct session *s, struct buf *out)
{
	const struct report_table *rt = focused_table(s);

	if (rt)
		add_table_title(rt, out);
	else
		buf_adds(out, _("Tables"));
}

static bool is_nothing(const struct session *s, size_t cell)
{
	const struct value *v = &s->values.v[cell];

	return v->state != CELL_GIVEN || dec_is_zero(v->value);
}

/* The flag of a cell: the worst finding it is in; "✓" where all those are decided. */
static const char *flag_of(
	const struct page *p, size_t cell, const struct cell_view *view, enum role *role)
{
	const struct check *check = &p->s->check;
	bool open = false;

	for (size_t i = 0; view->in_any_finding && i < check->n_findings && !open; i++)
		for (size_t j = 0; j < check->findings[i].n_cells; j++)
			open |= check->findings[i].cells[j] == cell && session_is_open(p->s, i);
	if (view->in_any_finding && is_nothing(p->s, cell))
		return " "; /* it is underlined; a flag on every zero is noise */
	if (open) {
		*role = style_severity(view->worst);
		return style_severity_glyph(view->worst);
	}
	*role = view->in_any_finding ? ROLE_DONE : ROLE_NOTE;
	if (view->in_any_finding)
		return paint_mark(p->c, MARK_DONE);
	return view->annotated ? paint_mark(p->c, MARK_PENCIL) : " ";
}

static enum role value_role(const struct page *p, size_t cell, const struct cell_view *view)
{
	const struct finding *f = current_finding(p->s);

	if (cell == p->s->place.cell && p->s->place.pane != PANE_TEXT)
		return ROLE_FOCUS;
	if (cell_block_has(&p->selected, p->s->report->cells[cell].def))
		return ROLE_SELECTED;
	if (view->in_finding && f)
		return style_lit(f->severity);
	if (view->correction)
		return ROLE_CORRECTED;
	if (view->in_any_finding)
		return ROLE_FOUND;
	return is_nothing(p->s, cell) ? ROLE_FAINT : ROLE_TEXT;
}

/* A cell in one column: what can be told there. */
static void draw_folded(const struct page *p, int y, int x, size_t cell, struct str value)
{
	struct cell_view view = session_cell_view(p->s, cell);
	bool brief = glyph_columns(value, p->c->ambiguous) == 1;

	paint_text(p->c, p->r, y, x, value_role(p, cell, &view), brief ? value : STR("+"));
}

/* Value and the places before and behind it: brackets where it is of the current finding, else the
 * flag; a pencil before those where a change is suggested. */
static void draw_value(const struct page *p, int y, int x, int width, size_t cell, struct str value)
{
	struct cell_view view = session_cell_view(p->s, cell);
	enum role role = value_role(p, cell, &view), flag_role = role;
	const char *before = "[", *behind = view.in_finding ? "]" : " ";
	int cols = (int)glyph_columns(value, p->c->ambiguous);
	int room = width - 3;
	int at = x + (cols < room ? room - cols : 0);

	if (view.suggested)
		paint_cstr(p->c, p->r, y, at, ROLE_CORRECTED, paint_mark(p->c, MARK_PENCIL));
	if (!view.in_finding)
		before = flag_of(p, cell, &view, &flag_role);
	paint_cstr(p->c, p->r, y, at + 1, flag_role, before);
	paint_field(p->c, p->r, y, at + 2, cols < room ? cols : room, role, value, true);
	paint_cstr(p->c, p->r, y, x + width - 1, view.in_finding ? role : ROLE_TEXT, behind);
}

static void draw_cell(const struct page *p, int y, int x, int width, size_t cell)
{
	struct buf value = {0};

	canvas_add_hit(p->c, rect_of(y, x, 1, width), HIT_CELL, cell);
	table_value(p->s, p->c, cell, &value);
	if (width <= 1)
		draw_folded(p, y, x, cell, buf_str(&value));
	else
		draw_value(p, y, x, width, cell, buf_str(&value));
	if (cell == p->s->place.cell && p->s->place.pane != PANE_TEXT) {
		p->c->cursor_row = y;
		p->c->cursor_col = x + (width > 1 ? width - 2 : 0);
	}
	buf_free(&value);
}

static int columns_begin(const struct page *p)
{
	return p->r.col + 1 + p->columns.label;
}

static void draw_head(const struct page *p, const struct pane_line *line, int y)
{
	const struct form_block *block = &line->table->def->blocks[line->block];
	const char *heading = block->heading.text[lang_now()];
	int last = y + p->columns.head_rows - 1;
	int x = columns_begin(p);

	paint_field(p->c, p->r, last, p->r.col + 1, p->columns.label, ROLE_COLUMN, str_of(heading),
		false);
	for (size_t i = 0; i < block->n_columns && i < p->columns.n; i++) {
		struct str head = str_of(table_column_head(&block->columns[i]));
		size_t second = p->columns.head_rows > 1 ? table_head_break(head) : 0;
		int width = p->columns.width[i];

		if (width > 1 && second > 0)
			paint_field(p->c, p->r, y, x, width - 1, ROLE_COLUMN,
				str_slice(head, 0, second - 1), true);
		if (width > 1)
			paint_field(p->c, p->r, last, x, width - 1, ROLE_COLUMN,
				str_slice(head, second, head.n), true);
		x += width;
	}
}

static void draw_label(const struct page *p, const struct pane_line *line, bool with_group, int y)
{
	struct buf label = {0};
	const struct finding *f = current_finding(p->s);
	/* the group's number before the row's stands in for the indent */
	bool prefixed = with_group && line->group && *line->group->number && line->indent > 2;
	int indent = line->indent < p->columns.label / 2 && !prefixed ? line->indent : 0;

	if (line->worth > WORTH_NOTHING && f)
		paint_cstr(p->c, p->r, y, p->r.col, style_severity(f->severity),
			paint_mark(p->c, MARK_BAR));
	table_label(line, p->columns.full, with_group, &label);
	if ((int)glyph_columns(buf_str(&label), p->c->ambiguous) > p->columns.label - indent) {
		buf_clear(&label);
		table_label(line, false, with_group, &label);
	}
	bool here = line->kind == LINE_ROW && p->s->place.cell != STR_NONE &&
		    p->s->place.cell >= line->cell && p->s->place.cell < line->cell + line->n_cells;
	enum role role = line->kind == LINE_GROUP ? ROLE_COLUMN : here ? ROLE_STRONG : ROLE_TEXT;

	paint_field(p->c, p->r, y, p->r.col + 1 + indent, p->columns.label - indent, role,
		buf_str(&label), false);
	buf_free(&label);
}

static void draw_line(struct page *p, const struct pane_line *line, bool with_group, int y)
{
	struct buf title = {0};

	if (line->table != p->columns.table)
		table_columns_fit(&p->columns, p->s, p->c, line->table, p->r.cols);
	if (line->kind == LINE_TITLE) {
		add_table_title(line->table, &title);
		paint_hline(p->c, y, p->r.col, p->r.cols);
		buf_addc(&title, ' ');
		paint_cstr(p->c, p->r, y, p->r.col + 1, ROLE_HEAD, " ");
		paint_text(p->c, p->r, y, p->r.col + 2, ROLE_HEAD, buf_str(&title));
		buf_free(&title);
		return;
	}
	if (line->kind == LINE_HEAD) {
		draw_head(p, line, y);
		return;
	}
	draw_label(p, line, with_group, y);
	for (size_t i = 0, x = (size_t)columns_begin(p);
		line->kind == LINE_ROW && i < line->n_cells; x += (size_t)p->columns.width[i], i++)
		draw_cell(p, y, (int)x, p->columns.width[i], line->cell + i);
}

static void draw_lines(struct page *p, const struct pane_lines *lines)
{
	int y = p->r.row;
	const struct form_group *above = NULL;

	for (size_t i = 0; i < lines->list.n; i++) {
		const struct pane_line *line = &lines->list.v[i];

		if (line->gap) {
			paint_cstr(p->c, p->r, y++, p->r.col + 1, ROLE_FAINT,
				paint_mark(p->c, MARK_GAP));
			above = NULL;
		}
		draw_line(p, line, line->kind == LINE_ROW && line->group != above, y);
		if (line->kind == LINE_GROUP || line->kind == LINE_ROW)
			above = line->group;
		y += pane_line_rows(line, p->columns.head_rows);
	}
}

static void add_line_number(const struct session *s, size_t cell, struct buf *out)
{
	size_t line = report_cell_line(s->report, cell);

	if (line > 0 && s->report->cells[cell].state != CELL_MISSING)
		buf_addf(out, _(" (line %zu)"), line);
}

/* The focused cell in words: full label, value, correction, and why it is here where that is in
 * doubt. */
static void draw_focus(const struct page *p)
{
	size_t at = p->s->place.cell;
	const struct cell *cell = &p->s->report->cells[at];
	struct cell_view view = session_cell_view(p->s, at);
	int y = p->r.row + p->r.rows - 1;
	struct buf text = {0};

	if (p->selected.table) {
		cell_block_words(p->s, &text);
		buf_adds(&text, _("; "));
	}
	form_cell_words(cell->def, lang_now(), &text);
	buf_adds(&text, _(": "));
	if (cell->state == CELL_MISSING)
		buf_adds(&text, _("not in the source"));
	else if (cell->state == CELL_BLANK)
		buf_adds(&text, _("blank"));
	if (view.printed.n > 0)
		buf_addf(
			&text, cell->state == CELL_BLANK ? " %.*s" : "%.*s", STR_ARG(view.printed));
	if (cell->state == CELL_UNREADABLE)
		buf_adds(&text, _(" (not a number)"));
	if (view.correction)
		buf_addf(&text, _(", corrected to %s"), view.correction->to);
	add_line_number(p->s, at, &text);
	if (cell->doubt && cell->why)
		buf_addf(&text, " ? %s", cell->why->text[lang_now()]);
	paint_field(p->c, p->r, y, p->r.col + 1, p->r.cols - 1, ROLE_STRONG, buf_str(&text), false);
	buf_free(&text);
}

static size_t focus_line(const struct pane_lines *lines, size_t cell)
{
	for (size_t i = 0; i < lines->list.n; i++) {
		const struct pane_line *line = &lines->list.v[i];

		if (line->kind == LINE_ROW && cell >= line->cell &&
			cell < line->cell + line->n_cells)
			return i;
	}
	return 0;
}

static int rows_needed(const struct pane_lines *lines)
{
	const struct report_table *table = NULL;
	int rows = 0, head_rows = 1;

	for (size_t i = 0; i < lines->list.n; i++) {
		const struct pane_line *line = &lines->list.v[i];

		if (line->table != table)
			head_rows = table_head_rows(line->table);
		table = line->table;
		rows += pane_line_rows(line, head_rows);
	}
	return rows;
}

void view_table_draw(struct view_table *v, struct session *s, struct canvas *c, struct rect r)
{
	struct page p = {.s = s, .c = c, .r = r, .selected = cell_block_of(s)};
	struct pane_lines lines = {0};
	const struct report_table *rt = focused_table(s);
	int room = r.rows - 1;

	if (r.rows < 1 || r.cols <= 8 || !rt)
		return;
	if (room == 0) {
		draw_focus(&p);
		return;
	}
	pane_lines_make(&lines, s, STR_NONE);
	if (rows_needed(&lines) <= room) {
		rt = NULL;
	} else {
		pane_lines_make(&lines, s, (size_t)(rt - s->report->tables));
		table_columns_fit(&p.columns, s, c, rt, r.cols);
	}
	const struct form_table *table = rt ? rt->def : NULL;

	if (v->table != table)
		v->top = 0;
	v->table = table;
	if (rt) {
		bool fold = s->place.pane != PANE_TABLE ||
			    session_cell_view(s, s->place.cell).in_finding;

		pane_lines_cut(&lines, room, p.columns.head_rows, focus_line(&lines, s->place.cell),
			fold, &v->top);
	}
	draw_lines(&p, &lines);
	draw_focus(&p);
	pane_lines_free(&lines);
}
