/* Numbers that two cells ran together into, or that was cut into two: the row does not add up as it
 * was placed, and would if their digits stood so, or with those that stand alone below it; or zeros
 * lead a number beside an empty cell. */
#include <stdio.h>

#include "table/align.h"
#include "table/build_forms.h"
#include "table/digits.h"

/* A number of more digits is no count. */
#define DIGITS_MAX 9
/* The end of a number that the page broke stands among so many rows below it, headings among them.
 */
#define BELOW_MAX 24

/* A row's cells by the form's column; of whole numbers, blanks being nothing. */
struct row {
	struct cell *cells;
	size_t n;
	int64_t v[ALIGN_COLUMNS_MAX];
	const struct form_identity *sum;
};

static int64_t sum_of(const int64_t *v, const size_t *columns, size_t n)
{
	int64_t sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += v[columns[i]];
	return sum;
}

static bool adds_up(const struct row *r, const int64_t *v)
{
	return sum_of(v, r->sum->left, r->sum->n_left) == sum_of(v, r->sum->right, r->sum->n_right);
}

/* All of it is there and sure, and of whole numbers. */
static bool read_row(struct row *r)
{
	int64_t most = 1;
	for (size_t i = 0; i < DIGITS_MAX; i++)
		most *= 10;
	for (size_t k = 0; k < r->n; k++) {
		const struct cell *c = &r->cells[k];
		bool given = c->state == CELL_GIVEN;
		if ((!given && c->state != CELL_BLANK) || c->doubt ||
			(given && (c->value.scale || c->value.units < 0 || c->value.units >= most)))
			return false;
		r->v[k] = given ? c->value.units : 0;
	}
	return true;
}

/* The number at i cut in two, the second half behind it, and what stood there moved on to the empty
 * cell at `to`. */
static bool adds_up_cut(const struct row *r, size_t i, size_t to)
{
	int64_t v[ALIGN_COLUMNS_MAX];
	for (int64_t power = 10; power <= r->v[i]; power *= 10) {
		for (size_t k = 0; k < r->n; k++)
			v[k] = k > i + 1 && k <= to ? r->v[k - 1] : r->v[k];
		v[to < i ? to : i] = r->v[i] / power;
		v[to < i ? i : i + 1] = r->v[i] % power;
		if (adds_up(r, v))
			return true;
	}
	return false;
}

static void doubt(const struct row *r, size_t from, size_t to, const char *how)
{
	for (size_t k = from; k <= to; k++)
		if (r->cells[k].state != CELL_MISSING)
			cell_doubt(&r->cells[k], how);
}

/* Two cells ran together into one, and the other, or the row's last, stands empty. */
static bool doubt_cut(const struct row *r)
{
	for (size_t i = 0; i < r->n; i++) {
		size_t ends[] = {i ? i - 1 : i, i + 1, r->n - 1};
		for (size_t e = 0; r->v[i] >= 10 && e < sizeof ends / sizeof *ends; e++) {
			size_t to = ends[e];
			if (to == i || to >= r->n || !cell_is_hole(&r->cells[to]) ||
				!adds_up_cut(r, i, to))
				continue;
			doubt(r, to < i ? to : i, to < i ? i : to, "split");
			return true;
		}
	}
	return false;
}

/* A number stands in two cells, and another, of nothing, is lost. */
static void doubt_joined(const struct row *r)
{
	int64_t v[ALIGN_COLUMNS_MAX];
	for (size_t i = 0; i + 1 < r->n; i++) {
		int64_t power = 10;
		while (power <= r->v[i + 1])
			power *= 10;
		for (size_t k = 0; k < r->n; k++)
			v[k] = k == i || k == i + 1 ? 0 : r->v[k];
		for (size_t at = i; at <= i + 1; at++) {
			v[i] = v[i + 1] = 0;
			v[at] = r->v[i] * power + r->v[i + 1];
			if (r->v[i] == 0 || !cell_is_printed(&r->cells[i + 1]) || !adds_up(r, v))
				continue;
			doubt(r, i, i + 1, "joined");
			return;
		}
	}
}

/* Do those digits stand alone below the text at `at`, in a row of the stream that is nobody's? */
static bool stands_below(const struct builder *b, size_t at, struct str digits)
{
	const struct stream *s = &b->stream;
	size_t from, to;
	rows_within(s, (struct text_span){at + 1, doc_text(b->r->doc).n}, &from, &to);
	for (size_t i = from; i < to && i < from + BELOW_MAX; i++) {
		const struct token_row *r = &s->rows.v[i];
		for (size_t k = r->first; k < r->first + r->n && !b->used[i]; k++)
			if (str_eq(doc_str(b->r->doc, s->tokens.v[k].span), digits))
				return true;
	}
	return false;
}

/* The row adds up with a number that begins as one of its own does, and the rest of it stands
 * below: a page ended amid it. */
static void doubt_begun(const struct builder *b, const struct row *r)
{
	int64_t v[ALIGN_COLUMNS_MAX];
	memcpy(v, r->v, sizeof v);
	for (size_t i = 0; i < r->n; i++) {
		int64_t off, power = 10;
		char rest[DIGITS_MAX + 1];
		v[i] = 0;
		off = sum_of(v, r->sum->left, r->sum->n_left) -
		      sum_of(v, r->sum->right, r->sum->n_right);
		v[i] = r->v[i];
		off = off < 0 ? -off : off;
		int width = 1;
		while (r->v[i] > 0 && off / power > r->v[i])
			power *= 10, width++;
		if (r->v[i] == 0 || off / power != r->v[i] || width >= DIGITS_MAX)
			continue;
		snprintf(rest, sizeof rest, "%0*d", width, (int)(off % power));
		if (stands_below(b, r->cells[i].span.from, str_of(rest)))
			doubt(r, i, i, "joined");
	}
}

/* "01" or "00" beside an empty cell: the zero may be that one's. Beside none the rules tell it. */
static void doubt_led(const struct row *r, const struct doc *d)
{
	for (size_t k = 0; k < r->n; k++) {
		const struct cell *c = &r->cells[k];
		struct str text = doc_str(d, c->span);
		size_t from = k > 0 && cell_is_hole(c - 1) ? k - 1 : k;
		size_t to = k + 1 < r->n && cell_is_hole(c + 1) ? k + 1 : k;
		if (c->state == CELL_GIVEN && from < to && text.n > 1 && text.p[0] == '0' &&
			digits_only(text))
			doubt(r, from, to, "split");
	}
}

void cuts_doubt(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++) {
		const struct built *t = &b->tables.v[i];
		const struct form_table *def = t->table.def;
		struct row r = {.sum = form_row_sum(t->table.form, def)};
		for (size_t k = 0; k < def->n_rows; k++) {
			r.cells = &t->cells[def->rows[k].first - def->cell];
			r.n = def->blocks[def->rows[k].block].n_columns;
			bool odd = r.sum && read_row(&r) && !adds_up(&r, r.v);
			if (odd && !doubt_cut(&r))
				doubt_joined(&r);
			if (odd)
				doubt_begun(b, &r);
			doubt_led(&r, b->r->doc);
		}
	}
}
