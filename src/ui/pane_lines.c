/* The lines of the table pane, and which of them stand in it. */
#include "ui/table_rows.h"

#include "base/lang.h"
#include "base/mem.h"
#include "ui/current.h"

void pane_lines_free(struct pane_lines *l)
{
	vec_free(&l->list);
}

/* Is group b inside group a, or a itself? */
static bool holds(const struct form_group *a, const struct form_group *b)
{
	return a->first <= b->first && b->first + b->n <= a->first + a->n;
}

static int depth_of(const struct form_table *t, const struct form_group *g)
{
	int depth = 0;

	for (size_t i = 0; g && i < t->n_groups; i++)
		depth += &t->groups[i] != g && holds(&t->groups[i], g);
	return depth;
}

/* The labels above a row that have it as their first. */
static void add_groups(struct pane_lines *l, const struct report_table *rt, size_t row)
{
	const struct form_table *t = rt->def;

	for (size_t i = 0; i < t->n_groups; i++) {
		const struct form_group *g = &t->groups[i];

		if (g->first != row)
			continue;
		*vec_push(&l->list) = (struct pane_line){.kind = LINE_GROUP,
			.table = rt,
			.block = t->rows[row].block,
			.group = g,
			.indent = 2 * depth_of(t, g)};
	}
}

static void add_row(
	struct pane_lines *l, const struct session *s, const struct report_table *rt, size_t row)
{
	const struct form_table *t = rt->def;
	const struct form_row *r = &t->rows[row];
	const struct form_group *g = r->group != STR_NONE ? &t->groups[r->group] : NULL;
	struct pane_line *line = vec_push(&l->list);

	line->kind = LINE_ROW;
	line->table = rt;
	line->block = r->block;
	line->group = g;
	line->row = r;
	line->cell = rt->cell + r->first - t->cell;
	line->n_cells = t->blocks[r->block].n_columns;
	line->indent = g ? 2 * (depth_of(t, g) + 1) : 0;
	for (size_t cell = line->cell; cell < line->cell + line->n_cells; cell++) {
		enum worth worth = current_worth(s, cell);

		line->worth = worth > line->worth ? worth : line->worth;
	}
}

static void add_table(struct pane_lines *l, const struct session *s, const struct report_table *rt)
{
	const struct form_table *t = rt->def;

	for (size_t row = 0; row < t->n_rows; row++) {
		size_t block = t->rows[row].block;

		if (row == 0 || t->rows[row - 1].block != block)
			*vec_push(&l->list) =
				(struct pane_line){.kind = LINE_HEAD, .table = rt, .block = block};
		add_groups(l, rt, row);
		add_row(l, s, rt, row);
	}
}

void pane_lines_make(struct pane_lines *l, const struct session *s, size_t t)
{
	const struct report *r = s->report;

	pane_lines_free(l);
	for (size_t i = 0; i < r->n_tables; i++) {
		if (t != STR_NONE && i != t)
			continue;
		if (l->list.n > 0)
			*vec_push(&l->list) =
				(struct pane_line){.kind = LINE_TITLE, .table = &r->tables[i]};
		add_table(l, s, &r->tables[i]);
	}
}

int pane_line_rows(const struct pane_line *line, int head_rows)
{
	return line->kind == LINE_HEAD ? head_rows : 1;
}

static int rows_of(const struct pane_lines *l, int head_rows)
{
	int rows = 0;

	for (size_t i = 0; i < l->list.n; i++)
		rows += pane_line_rows(&l->list.v[i], head_rows);
	return rows;
}

/* The heading that holds for line i. */
static size_t head_of(const struct pane_lines *l, size_t i)
{
	while (i > 0 && l->list.v[i].kind != LINE_HEAD)
		i--;
	return i;
}

/* Marks in `keep` what stands from `top` on, its heading first. Returns the line past the last. */
static size_t keep_from(const struct pane_lines *l, int room, int head_rows, size_t top, bool *keep)
{
	size_t head = head_of(l, top);

	if (l->list.v[top].kind == LINE_TITLE)
		head = top;
	if (head != top) {
		keep[head] = true;
		room -= head_rows;
	}
	for (; top < l->list.n; top++) {
		room -= pane_line_rows(&l->list.v[top], head_rows);
		if (room < 0)
			break;
		keep[top] = true;
	}
	return top;
}

static void keep_page(
	const struct pane_lines *l, int room, int head_rows, size_t focus, size_t *top, bool *keep)
{
	if (*top >= l->list.n || *top > focus)
		*top = focus > 1 ? focus - 1 : 0;
	if (focus <= 1)
		*top = 0;
	for (;; (*top)++) {
		for (size_t i = 0; i < l->list.n; i++)
			keep[i] = false;
		size_t end = keep_from(l, room, head_rows, *top, keep);

		/* a line more than the focus is seen, so that one knows where it goes on */
		if (*top >= focus || end > focus + 1 || (end > focus && end == l->list.n))
			return;
	}
}

/* Screen rows of what is kept, gaps counted. */
static int kept_rows(const struct pane_lines *l, const bool *keep, int head_rows)
{
	int rows = 0;
	bool hole = false;

	for (size_t i = 0; i < l->list.n; i++) {
		const struct pane_line *line = &l->list.v[i];

		if (keep[i])
			rows += pane_line_rows(line, head_rows) + hole;
		hole = !keep[i] && (hole || rows > 0) && line->kind != LINE_HEAD;
	}
	return rows;
}

static bool try_keep(const struct pane_lines *l, bool *keep, size_t i, int room, int head_rows)
{
	if (i >= l->list.n || keep[i])
		return false;
	keep[i] = true;
	if (kept_rows(l, keep, head_rows) <= room)
		return true;
	keep[i] = false;
	return false;
}

/* All wanted lines with the headings above them, or only the telling ones, then what is next to
 * them as far as it goes. */
static bool keep_wanted(const struct pane_lines *l, int room, int head_rows, enum worth least,
	size_t focus, bool *keep)
{
	bool any = false;

	for (size_t i = 0; i < l->list.n; i++) {
		keep[i] = false;
		if (l->list.v[i].worth < least && i != focus)
			continue;
		any = keep[i] = true;
		keep[head_of(l, i)] = true;
	}
	if (!any || kept_rows(l, keep, head_rows) > room)
		return false;
	for (bool grown = true; grown;) {
		grown = false;
		for (size_t i = 0; i < l->list.n; i++) {
			bool beside = (i > 0 && keep[i - 1]) || (i + 1 < l->list.n && keep[i + 1]);

			if (beside && try_keep(l, keep, i, room, head_rows)) {
				grown = true;
				i++; /* one at a time on each side */
			}
		}
	}
	return true;
}

void pane_lines_cut(
	struct pane_lines *l, int room, int head_rows, size_t focus, bool fold, size_t *top)
{
	size_t n = 0;
	bool hole = false;

	if (rows_of(l, head_rows) <= room || l->list.n == 0) {
		*top = 0;
		return;
	}
	bool *keep = mem_alloc_array(l->list.n, sizeof *keep);

	bool fits = false;

	for (enum worth least = WORTH_PART; fold && !fits && least <= WORTH_END; least++)
		fits = keep_wanted(l, room, head_rows, least, focus, keep);
	if (!fits)
		keep_page(l, room, head_rows, focus, top, keep);
	for (size_t i = 0; i < l->list.n; i++) {
		if (!keep[i]) {
			hole = fits && n > 0 && (hole || l->list.v[i].kind != LINE_HEAD);
			continue;
		}
		l->list.v[n] = l->list.v[i];
		l->list.v[n++].gap = hole && l->list.v[i].kind != LINE_HEAD;
		hole = false;
	}
	l->list.n = n;
	free(keep);
}
