/* Pieces at places on their lines, put as cells in columns. */
#include "import/columns.h"

#include <string.h>

#include "base/utf8.h"
#include "import/columns_plan.h"
#include "import/layout.h"

/* Blanks that part a number from a label that pushed it on. */
#define PUSHED_GAP 2

void columns_init(struct columns *c, struct str text)
{
	*c = (struct columns){.text = text};
}

void columns_free(struct columns *c)
{
	vec_free(&c->pieces);
}

void columns_begin_row(struct columns *c, size_t row)
{
	c->row = (uint32_t)row;
	c->behind = false;
	memset(c->at, 0, sizeof c->at);
}

static void advance(struct columns *c, struct str s)
{
	c->at[0] += (uint32_t)utf8_columns(s, 2);
	c->at[1] += (uint32_t)utf8_columns(s, 1);
	c->at[2] += (uint32_t)utf8_count(s);
}

void columns_add(struct columns *c, struct str before, struct text_span piece, bool value)
{
	struct columns_piece *p = vec_push(&c->pieces);

	advance(c, before);
	memcpy(p->from, c->at, sizeof p->from);
	advance(c, str_slice(c->text, piece.from, piece.to));
	memcpy(p->to, c->at, sizeof p->to);
	p->text_from = (uint32_t)piece.from;
	p->text_to = (uint32_t)piece.to;
	p->row = c->row;
	p->value = value;
	p->behind = c->behind;
	c->behind |= value;
}

/* Of the ith piece of a row. `nth`: where the order in the row tells, the piece's; else SIZE_MAX.
 */
static size_t plan_column(
	const struct plan *plan, const struct columns *c, size_t at, size_t i, size_t nth)
{
	const struct columns_piece *p = &c->pieces.v[at];
	struct extent e = plan_extent(plan, &p[i]);
	size_t col = 0, headed = plan_head_column(plan, c, at, i);

	if (nth != SIZE_MAX)
		col = plan->label_cols + nth;
	else if (headed != SIZE_MAX)
		col = plan->label_cols + headed;
	else if (!plan_is_label(plan, &p[i]))
		col = plan->label_cols + extents_nearest(&plan->values, e);
	else if (plan->labels.e.n > 0)
		col = extents_nearest(&plan->labels, (struct extent){e.from, e.from});
	return col < LAYOUT_COLS_MAX ? col : LAYOUT_COLS_MAX - 1;
}

/* May a piece whose column is taken go to the one behind? Else it is joined to what is there. */
static bool may_shift(const struct plan *plan, const struct columns_piece *p, size_t taken)
{
	size_t last =
		plan_is_label(plan, p) ? plan->label_cols : plan->label_cols + plan->values.e.n;

	return (p->value || plan_is_label(plan, p)) && taken + 1 < last &&
	       taken + 1 < LAYOUT_COLS_MAX;
}

/* Does a number stand where neither rows with most numbers have one nor a heading is, or does
 * neither show any column? */
static bool is_beside(const struct plan *plan, const struct columns_piece *p, size_t n)
{
	bool beside = plan->shown.e.n == 0;

	for (size_t i = 0; i < n && !beside; i++)
		beside = p[i].value && !extents_overlap(&plan->shown, plan_extent(plan, &p[i]));
	return beside;
}

/* Are numbers of the row in a column by their place alone, in a table whose numbers are not in line
 * and of which no rows show all columns; or beside what these show; or are there more columns? */
static bool is_loose(
	const struct plan *plan, const struct columns_piece *p, size_t n, size_t values)
{
	bool shown = plan->full > 1 && plan->most == plan->values.e.n;

	if (plan->crowded)
		return values > 0;
	if (values == 0 || values >= plan->values.e.n)
		return false;
	return (!plan->lined && !shown) || (values < plan->most && is_beside(plan, p, n));
}

/* Could the one be the begin of a number that goes on below? */
static bool goes_on(const struct plan *plan, const struct columns_piece *above,
	const struct columns_piece *below)
{
	struct extent a = plan_extent(plan, above), b = plan_extent(plan, below);
	size_t begin = above->text_to - above->text_from, rest = below->text_to - below->text_from;

	return above->value && below->value && a.from < b.to && b.from < a.to && begin > 1 &&
	       begin >= rest;
}

/* Nothing but numbers, few of them, as is left of numbers of another row. */
static bool is_rest(const struct columns_piece *p, size_t n, size_t values)
{
	return n * 2 <= values && columns_row_values(p, n) == n;
}

/* Is piece i of the row at `at` half of a number that a cell too narrow for it broke over lines? */
static bool is_broken(const struct plan *plan, const struct columns *c, size_t at, size_t i)
{
	const struct columns_piece *p = &c->pieces.v[at];
	size_t n = columns_row_length(c, at), values = columns_row_values(p, n), above = at;
	size_t below = at + n,
	       end = below < c->pieces.n ? below + columns_row_length(c, below) : below;
	bool found = false;

	while (above > 0 && c->pieces.v[above - 1].row == c->pieces.v[at - 1].row)
		above--;
	if (is_rest(&c->pieces.v[above], at - above, values))
		for (size_t k = above; k < at; k++)
			found = found || goes_on(plan, &c->pieces.v[k], &p[i]);
	if (below < end && is_rest(&c->pieces.v[below], end - below, values))
		for (size_t k = below; k < end; k++)
			found = found || goes_on(plan, &p[i], &c->pieces.v[k]);
	return found;
}

static void put_cell(const struct plan *plan, struct doc *d, size_t row, size_t col,
	struct text_span span, bool loose)
{
	sink_cell(d, row, col, 1, 1, span);
	if (loose && col >= plan->label_cols)
		sink_unsure(d);
}

/* Rows below headings of their own, of a table that is made of several. */
struct section {
	size_t end; /* the piece that the next one begins with */
	bool headed;
	bool *used; /* columns of numbers: headings stand over them, or numbers in them */
};

static bool is_headings(const struct plan *plan, const struct columns_piece *p, size_t n)
{
	size_t words = 0;

	for (size_t i = 0; i < n; i++)
		words += !plan_is_label(plan, &p[i]);
	return columns_row_values(p, n) == 0 && words > 1;
}

/* Words that head no column stand over several. */
static void use_columns(const struct plan *plan, const struct columns *c, size_t at, bool *used)
{
	const struct columns_piece *p = &c->pieces.v[at];

	for (size_t i = 0, n = columns_row_length(c, at); i < n; i++) {
		struct extent e = plan_extent(plan, &p[i]);
		size_t headed = plan_head_column(plan, c, at, i);

		if (plan_is_label(plan, &p[i]))
			continue;
		if (p[i].value || headed != SIZE_MAX)
			used[headed != SIZE_MAX ? headed : extents_nearest(&plan->values, e)] =
				true;
		for (size_t k = 0; k < plan->values.e.n && headed == SIZE_MAX; k++)
			used[k] |=
				plan->values.e.v[k].from < e.to && e.from < plan->values.e.v[k].to;
	}
}

static void see_section(
	const struct plan *plan, const struct columns *c, size_t at, struct section *s)
{
	bool values = false;

	s->headed = false;
	memset(s->used, 0, plan->values.e.n * sizeof *s->used);
	for (size_t n; at < c->pieces.n; at += n) {
		const struct columns_piece *p = &c->pieces.v[at];

		n = columns_row_length(c, at);
		bool headings = is_headings(plan, p, n);

		if (headings && values)
			break;
		s->headed |= headings;
		values |= columns_row_values(p, n) > 0;
		use_columns(plan, c, at, s->used);
	}
	s->end = at;
}

/* The columns from..to in which a row with numbers has nothing are empty cells, as in a grid whose
 * lines are drawn; but not where the rows have no such column. */
static void put_empty(const struct plan *plan, const struct section *s, uint32_t row, size_t from,
	size_t to, uint32_t at, bool loose, struct doc *d)
{
	size_t first = plan->label_cols, end = first + plan->values.e.n;

	if (!plan->empties)
		return;
	for (size_t col = from > first ? from : first; col < to && col < end; col++)
		if (!s->headed || s->used[col - first])
			put_cell(plan, d, row, col, (struct text_span){at, at}, loose);
}

/* Does a label end in a number, but a blank before it, while the row has fewer than there are
 * columns? It may be the first column's, which is
 * not empty then. */
static bool ends_in_value(
	const struct plan *plan, const struct columns *c, const struct columns_piece *p, size_t n)
{
	bool ends = false;

	for (size_t i = 0; i < n && !p[i].behind && !p[i].value; i++) {
		struct str s = str_slice(c->text, p[i].text_from, p[i].text_to);
		size_t at = s.n;

		while (at > 0 && s.p[at - 1] != ' ')
			at--;
		ends |= at > 0 && layout_is_value(str_slice(s, at, s.n));
	}
	return ends && columns_row_values(p, n) < plan->values.e.n;
}

/* Do several numbers of the row stand where others have theirs? */
static bool is_in_line(
	const struct plan *plan, const struct columns_piece *p, size_t n, size_t values)
{
	if (plan->numbers.e.n == 0)
		return false;
	for (size_t i = 0; i < n; i++)
		if (p[i].value && !extents_overlap(&plan->numbers, plan_extent(plan, &p[i])))
			return false;
	return values > 1;
}

/* Does a label reach in among the columns, and numbers follow it right away? It pushed them on, and
 * fewer than there are columns may be any. */
static bool is_pushed(
	const struct plan *plan, const struct columns_piece *p, size_t n, size_t values)
{
	size_t i = 0;

	while (i < n && !p[i].value)
		i++;
	if (i == 0 || i == n || values >= plan->values.e.n)
		return false;
	struct extent label = plan_extent(plan, &p[i - 1]);
	return label.to > plan->values.e.v[0].from && !is_in_line(plan, p, n, values) &&
	       plan_extent(plan, &p[i]).from <= label.to + PUSHED_GAP;
}

static void put_row(const struct plan *plan, const struct section *s, const struct columns *c,
	size_t at, struct doc *d)
{
	const struct columns_piece *p = &c->pieces.v[at];
	size_t n = columns_row_length(c, at);
	size_t col = 0, nth = 0, ordered = plan_ordered_from(plan, p, n);
	size_t values = columns_row_values(p, n);
	bool words = values == 0, broken = false;
	bool loose = is_loose(plan, p, n, values) || is_pushed(plan, p, n, values);
	bool taken = ends_in_value(plan, c, p, n);
	struct text_span cell = {p[0].text_from, p[0].text_from};

	for (size_t i = 0; i < n; i++) {
		bool counts = i >= ordered && (words || p[i].value);
		size_t next = plan_column(plan, c, at, i, counts ? nth++ : SIZE_MAX);

		if (i > 0 && next <= col) {
			if (!may_shift(plan, &p[i], col)) {
				cell.to = p[i].text_to;
				broken = broken || is_broken(plan, c, at, i);
				continue;
			}
			next = col + 1;
		}
		if (i > 0)
			put_cell(plan, d, p->row, col, cell, loose || broken);
		if (!words)
			put_empty(plan, s, p->row, i > 0 ? col + 1 : 0, next, p[i].text_from,
				loose || taken, d);
		col = next;
		cell = (struct text_span){p[i].text_from, p[i].text_to};
		broken = is_broken(plan, c, at, i);
	}
	put_cell(plan, d, p->row, col, cell, loose || broken);
	if (!words)
		put_empty(plan, s, p->row, col + 1, LAYOUT_COLS_MAX, cell.to, loose || taken, d);
}

static void put_rows(const struct plan *plan, const struct columns *c, struct doc *d)
{
	struct section s = {.used = mem_alloc_array(plan->values.e.n + 1, sizeof *s.used)};

	for (size_t i = 0; i < c->pieces.n; i += columns_row_length(c, i)) {
		if (i >= s.end)
			see_section(plan, c, i, &s);
		put_row(plan, &s, c, i, d);
	}
	free(s.used);
}

/* The rows of one section as a table of their own. */
static struct columns slice(const struct columns *c, size_t from, size_t to)
{
	struct columns part = {.text = c->text};

	part.pieces.v = c->pieces.v + from;
	part.pieces.n = to - from;
	return part;
}

/* Are the headings of each section paired with its numbers? Then each has columns of
 * its own; *labels of them are those of labels, so that numbers begin in the same. */
static bool are_paired(const struct plan *plan, const struct columns *c, size_t *labels)
{
	for (size_t at = 0, end; at < c->pieces.n; at = end) {
		struct plan own;

		end = plan_section_end(plan, c, at);
		struct columns part = slice(c, at, end);

		plan_make(&own, &part, plan);
		bool paired = own.paired;

		*labels = own.label_cols > *labels ? own.label_cols : *labels;
		plan_free(&own);
		if (!paired)
			return false;
	}
	return c->pieces.n > 0;
}

static void put_sections(
	const struct plan *plan, const struct columns *c, size_t labels, struct doc *d)
{
	for (size_t at = 0, end; at < c->pieces.n; at = end) {
		struct plan own;

		end = plan_section_end(plan, c, at);
		struct columns part = slice(c, at, end);

		plan_make(&own, &part, plan);
		own.label_cols = labels;
		put_rows(&own, &part, d);
		plan_free(&own);
	}
}

void columns_put(const struct columns *c, struct doc *d)
{
	struct plan plan;
	size_t labels = 0;

	plan_make(&plan, c, NULL);
	if (are_paired(&plan, c, &labels))
		put_sections(&plan, c, labels, d);
	else
		put_rows(&plan, c, d);
	plan_free(&plan);
}
