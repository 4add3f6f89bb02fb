/* Which rows the labels among them confirm. */
#include "table/anchors.h"

/* So many labels of other rows than the first, before which no number can be missed. */
enum { ANCHORS_MIN = 3 };

/* A row's label, and how many numbers stand before it. */
struct met {
	size_t row, before;
	bool parted; /* a number stands within it */
};

struct labels_met {
	VEC(struct met) v; /* in the text's order */
};

/* How many of them stand before that place of the text, from *at on. */
static size_t count_before(const struct counted_rows *c, size_t place, size_t at)
{
	while (at < c->rows * c->columns && c->values[at]->span.from < place)
		at++;
	return at;
}

static bool are_in_order(const struct counted_rows *c)
{
	for (size_t i = 1; i < c->rows * c->columns; i++)
		if (c->values[i]->span.from <= c->values[i - 1]->span.from)
			return false;
	return true;
}

/* The row that the words are the label of, to the letter, and of no other; STR_NONE: none. 总计
 * without a number may be a column's heading. */
static size_t row_named(const struct placing *p, const struct token *t)
{
	struct label_match m[2];
	if (t->reading.kind != READ_OTHER || t->core.n == 0 ||
		(!t->number[0] && place_label_fit(p, t, LABEL_COLUMN) == FIT_EXACT))
		return STR_NONE;
	size_t n = place_labels(p, t, LABEL_ROW, m, 2);
	bool only = n == 1 || (n == 2 && m[1].fit != FIT_EXACT);
	return only && m[0].fit == FIT_EXACT ? m[0].index : STR_NONE;
}

static void find_labels(
	const struct placing *p, const struct counted_rows *c, struct labels_met *out)
{
	const struct stream *s = p->stream;
	size_t before = 0;
	for (size_t i = p->row_from; i < p->row_to; i++)
		for (size_t k = s->rows.v[i].first; k < s->rows.v[i].first + s->rows.v[i].n; k++) {
			const struct token *t = &s->tokens.v[k];
			size_t row = row_named(p, t);
			if (row == STR_NONE)
				continue;
			before = count_before(c, t->span.from, before);
			bool parted = count_before(c, t->span.to, before) != before;
			*vec_push(&out->v) = (struct met){row, before, parted};
		}
}

static bool is_anchor(const struct counted_rows *c, const struct met *m)
{
	return m->row > 0 && m->row < c->rows && !m->parted && m->before == m->row * c->columns;
}

/* Does all of another row stand between the label and where its own row begins? Then numbers and
 * labels were not read row by row. */
static bool is_early(const struct counted_rows *c, const struct met *m)
{
	return m->before + c->columns <= m->row * c->columns;
}

/* Do the labels met in between, of rows from `from` to before `to`, stand in order, and is none of
 * them a later row's, or most of them early? Those of earlier rows are only late. */
static bool are_straight(const struct counted_rows *c, const struct labels_met *l, size_t first,
	size_t last, size_t from, size_t to)
{
	size_t next = from, early = 0;
	for (size_t i = first; i < last; i++) {
		size_t row = l->v.v[i].row;
		early += row >= from && is_early(c, &l->v.v[i]);
		if (row >= to || (row >= from && row < next) || early * 2 > to - from)
			return false;
		next = row >= from ? row + 1 : next;
	}
	return true;
}

/* A label amid the numbers of a row above its own: one of both is wrong there. */
static void deny_amid(const struct counted_rows *c, const struct met *m, bool *confirmed)
{
	bool amid = m->before % c->columns > 0 && m->before < m->row * c->columns;
	for (size_t r = m->before / c->columns; amid && r <= m->row; r++)
		confirmed[r] = false;
}

/* A label right where the count has another row begin, further down than a label that is only late
 * stands: the rows were moved, and that one is not what it says. */
static void deny_moved(const struct counted_rows *c, const struct met *m, bool *confirmed)
{
	size_t row = m->before / c->columns;
	if (m->before % c->columns == 0 && m->row + 1 < row && row < c->rows)
		confirmed[row] = false;
}

static void confirm(const struct counted_rows *c, const struct labels_met *l, size_t first,
	size_t last, size_t from, size_t to, bool *confirmed)
{
	bool straight = from < to && are_straight(c, l, first, last, from, to);
	for (size_t r = from; straight && r < to; r++)
		confirmed[r] = true;
	for (size_t i = first; straight && i < last; i++) {
		deny_amid(c, &l->v.v[i], confirmed);
		deny_moved(c, &l->v.v[i], confirmed);
	}
}

static void confirm_all(const struct counted_rows *c, const struct labels_met *l, bool *confirmed)
{
	size_t from = 0, first = 0, anchors = 0;
	for (size_t i = 0; i < l->v.n; i++)
		anchors += is_anchor(c, &l->v.v[i]);
	for (size_t i = 0; i < l->v.n && anchors >= ANCHORS_MIN; i++) {
		if (!is_anchor(c, &l->v.v[i]))
			continue;
		confirm(c, l, first, i, from, l->v.v[i].row, confirmed);
		from = l->v.v[i].row;
		first = i;
	}
	if (anchors >= ANCHORS_MIN)
		confirm(c, l, first, l->v.n, from, c->rows, confirmed);
}

bool *anchors_confirm(const struct placing *p, const struct counted_rows *c)
{
	struct labels_met met = {0};
	bool *confirmed = mem_alloc_array(c->rows + 1, sizeof *confirmed);
	if (are_in_order(c)) {
		find_labels(p, c, &met);
		confirm_all(c, &met, confirmed);
	}
	vec_free(&met.v);
	return confirmed;
}

bool *anchors_own(const struct placing *p, const struct counted_rows *c)
{
	struct labels_met met = {0};
	bool *own = mem_alloc_array(c->rows + 1, sizeof *own);
	if (are_in_order(c))
		find_labels(p, c, &met);
	for (size_t i = 0; i < met.v.n; i++) {
		const struct met *m = &met.v.v[i];
		if (m->row < c->rows && !m->parted && m->before == m->row * c->columns)
			own[m->row] = true;
	}
	vec_free(&met.v);
	return own;
}

/* Headings met before the first number. */
struct heads {
	size_t next, n; /* 1 + the last one's column; how many */
	bool mixed;
};

/* The columns that the words begin, one behind another (商业企科研机). */
static void see_heads(const struct placing *p, struct str words, size_t total, struct heads *h)
{
	for (size_t n; words.n > 0; words = str_slice(words, n, words.n)) {
		size_t column = label_column_begun(p->labels, words, &n);
		if (column == STR_NONE)
			return;
		h->mixed |= column < h->next;
		h->n++;
		h->next = column == total ? h->next : column + 1;
	}
}

bool anchors_have_headings(const struct placing *p, const struct counted_rows *c)
{
	const struct stream *s = p->stream;
	struct heads h = {0};
	for (size_t i = p->row_from; i < p->row_to; i++)
		for (size_t k = s->rows.v[i].first; k < s->rows.v[i].first + s->rows.v[i].n; k++) {
			const struct token *t = &s->tokens.v[k];
			if (t->span.from < c->values[0]->span.from && t->reading.kind == READ_OTHER)
				see_heads(p, t->core, c->columns - 1, &h);
		}
	return !h.mixed && h.n + 2 >= c->columns && h.n <= c->columns;
}
