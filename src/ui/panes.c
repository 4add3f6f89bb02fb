/* Drawing the screen of one report. */
#include "ui/panes.h"

#include "base/file.h"
#include "base/lang.h"
#include "desk/filter.h"
#include "ui/hits.h"
#include "ui/view_status.h"

/* What the headings of the panes say. */
struct headings {
	struct heading {
		struct rect r;
		enum pane pane;
		struct buf title, more; /* more: at the right end, where there is room */
	} list[4];
};

enum { HEAD_TEXT, HEAD_TABLE, HEAD_FINDING, HEAD_LIST, HEAD_COUNT };

void panes_free(struct panes *p)
{
	kept_free(&p->kept);
}

void panes_leave(struct panes *p)
{
	p->text = (struct view_text){0};
	p->table = (struct view_table){0};
	p->list = (struct view_list){0};
}

struct rect panes_below_heading(struct rect r)
{
	return rect_of(r.row + 1, r.col, r.rows > 0 ? r.rows - 1 : 0, r.cols);
}

void panes_measure(struct session *s, const struct layout *l)
{
	view_text_measure(s, panes_below_heading(l->text));
	view_table_measure(s, panes_below_heading(l->table));
	s->page[PANE_FINDINGS] = l->list.rows > 1 ? (size_t)l->list.rows - 1 : 1;
}

static void make_headings(
	struct headings *h, const struct session *s, const struct canvas *c, const struct layout *l)
{
	enum { RULE_REST = 22 }; /* columns for the finding's own title */
	struct heading *list = h->list;

	list[HEAD_TEXT] = (struct heading){.r = l->text, .pane = PANE_TEXT};
	buf_addf(&list[HEAD_TEXT].title, "%s %s", _("Text"), path_base(s->path));
	list[HEAD_TABLE] = (struct heading){.r = l->table, .pane = PANE_TABLE};
	view_table_title(s, &list[HEAD_TABLE].title);
	list[HEAD_FINDING] = (struct heading){.r = l->finding, .pane = PANE_FINDINGS};
	view_finding_title(s, &list[HEAD_FINDING].title);
	struct buf *more = &list[HEAD_FINDING].more;

	view_finding_rule(s, true, more);
	if ((int)glyph_columns(buf_str(more), c->ambiguous) + RULE_REST > l->finding.cols) {
		buf_clear(more);
		view_finding_rule(s, false, more);
	}
	list[HEAD_LIST] = (struct heading){.r = l->list, .pane = PANE_FINDINGS};
	buf_adds(&list[HEAD_LIST].title,
		filter_is_set(&s->filter) ? _("Findings: ") : _("All findings"));
	filter_write(&s->filter, &list[HEAD_LIST].title);
}

static void free_headings(struct headings *h)
{
	for (size_t i = 0; i < HEAD_COUNT; i++) {
		buf_free(&h->list[i].title);
		buf_free(&h->list[i].more);
	}
}

/* As bytes to be compared: where all stands, and the words. */
static void write_headings(const struct headings *h, struct buf *out)
{
	for (size_t i = 0; i < HEAD_COUNT; i++) {
		const struct heading *heading = &h->list[i];

		buf_add(out, (struct str){(const char *)&heading->r, sizeof heading->r});
		buf_add(out, buf_str(&heading->title));
		buf_addc(out, '\0');
		buf_add(out, buf_str(&heading->more));
		buf_addc(out, '\0');
	}
}

/* On the border of its pane. */
static void draw_heading(const struct session *s, struct canvas *c, const struct heading *h)
{
	bool focus = s->place.pane == h->pane && s->overlay == OVERLAY_NONE;
	enum role role = focus ? ROLE_HEAD_FOCUS : ROLE_HEAD;
	int cols = (int)glyph_columns(buf_str(&h->title), c->ambiguous) + 2;
	struct rect r = h->r;
	int room = r.cols - 3;

	if (r.rows == 0)
		return;
	struct buf text = {0};

	buf_addf(&text, " %.*s ", STR_ARG(buf_str(&h->title)));
	cols = cols < room ? cols : room;
	paint_field(c, r, r.row, r.col + 1, cols, role, buf_str(&text), false);
	int more_cols = (int)glyph_columns(buf_str(&h->more), c->ambiguous) + 2;

	if (h->more.n > 0 && cols + more_cols + 4 <= r.cols) {
		int x = r.col + r.cols - more_cols - 1;

		x = paint_cstr(c, r, r.row, x, ROLE_HEAD, " ");
		x = paint_text(c, r, r.row, x, ROLE_HEAD, buf_str(&h->more));
		paint_cstr(c, r, r.row, x, ROLE_HEAD, " ");
	}
	buf_free(&text);
}

static void draw_borders(struct canvas *c, const struct layout *l)
{
	const struct rect *panes[] = {&l->text, &l->table, &l->list, &l->finding};

	for (size_t i = 0; i < sizeof panes / sizeof panes[0]; i++)
		if (panes[i]->rows > 0)
			paint_hline(c, panes[i]->row, panes[i]->col, panes[i]->cols);
	if (l->side_by_side) {
		int col = l->text.col + l->text.cols;

		paint_hline(c, l->text.row, col, 1);
		paint_hline(c, l->text.row + l->text.rows, 0, c->cols);
		paint_vline(c, l->text.row, col, l->text.rows + 1);
	}
	if (l->list.rows > 0 && l->list.col + l->list.cols < l->finding.col)
		paint_vline(c, l->list.row, l->list.cols, l->list.rows);
}

/* What the other parts lie in. */
static void draw_frame(
	struct panes *p, const struct session *s, struct canvas *c, const struct layout *l)
{
	struct rect all = rect_of(0, 0, c->rows, c->cols);
	struct headings headings;
	struct buf words = {0};

	make_headings(&headings, s, c, l);
	write_headings(&headings, &words);
	if (kept_is_due(&p->kept, KEPT_FRAME, s, c, all, buf_str(&words))) {
		draw_borders(c, l);
		for (size_t i = 0; i < HEAD_COUNT; i++)
			draw_heading(s, c, &headings.list[i]);
		kept_drawn(&p->kept, KEPT_FRAME, c, all);
	}
	buf_free(&words);
	free_headings(&headings);
}

static bool is_due(struct panes *p, enum kept_part part, const struct session *s, struct canvas *c,
	struct rect r)
{
	return r.rows > 0 && kept_is_due(&p->kept, part, s, c, r, STR(""));
}

static void draw_findings(
	struct panes *p, const struct session *s, struct canvas *c, const struct layout *l)
{
	struct rect list = panes_below_heading(l->list);
	struct rect finding = panes_below_heading(l->finding);

	if (is_due(p, KEPT_LIST, s, c, list)) {
		view_list_draw(&p->list, s, c, list);
		hits_light(s, c, list);
		kept_drawn(&p->kept, KEPT_LIST, c, list);
	}
	if (is_due(p, KEPT_FINDING, s, c, finding)) {
		view_finding_draw(s, c, finding);
		hits_light(s, c, finding);
		kept_drawn(&p->kept, KEPT_FINDING, c, finding);
	}
}

void panes_draw(struct panes *p, struct session *s, struct canvas *c, const struct layout *l)
{
	struct rect table = panes_below_heading(l->table), text = panes_below_heading(l->text);

	c->cursor_row = c->cursor_col = -1;
	kept_look(&p->kept, s, c);
	draw_frame(p, s, c, l);
	if (is_due(p, KEPT_TITLE, s, c, l->title)) {
		view_title_draw(s, c, l->title);
		kept_drawn(&p->kept, KEPT_TITLE, c, l->title);
	}
	draw_findings(p, s, c, l);
	if (is_due(p, KEPT_TABLE, s, c, table)) {
		view_table_draw(&p->table, s, c, table);
		hits_light(s, c, table);
		kept_drawn(&p->kept, KEPT_TABLE, c, table);
	}
	if (is_due(p, KEPT_TEXT, s, c, text)) {
		view_text_draw(&p->text, s, c, text);
		kept_drawn(&p->kept, KEPT_TEXT, c, text);
	}
}

void panes_draw_bar(struct panes *p, const struct session *s, struct canvas *c,
	const struct layout *l, const char *pending)
{
	kept_look(&p->kept, s, c); /* a page may lie over the panes, which did not */
	if (!kept_is_due(&p->kept, KEPT_BAR, s, c, l->bar, str_of(pending)))
		return;
	view_bar_draw(s, c, l->bar, pending);
	kept_drawn(&p->kept, KEPT_BAR, c, l->bar);
}

void panes_wipe_bar(struct panes *p, struct canvas *c, const struct layout *l)
{
	kept_spoil(&p->kept, KEPT_BAR);
	canvas_wipe(c, l->bar);
}
