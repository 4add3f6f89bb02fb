/* What the words of a table held by blanks tell: the columns of its labels, and how far those of
 * numbers reach under their headings. */
#include "import/columns_plan.h"

#include <stdlib.h>
#include <string.h>

enum {
	HEADS_MAX = 6,	   /* rows of headings, one below the other */
	HEADINGS_MAX = 64, /* side by side */
};

/* What the row says of the labels' columns: several side by side. */
static void plan_labels(struct plan *plan, const struct columns_piece *p, size_t n)
{
	size_t labels = 0, ordered = plan_ordered_from(plan, p, n);

	for (size_t i = 0; i < n && i < ordered; i++)
		labels += plan_is_label(plan, &p[i]);
	plan->label_cols = labels > plan->label_cols ? labels : plan->label_cols;
	for (size_t i = 0; i < n && i < ordered && labels > 1; i++)
		if (plan_is_label(plan, &p[i]))
			*vec_push(&plan->labels.e) = plan_extent(plan, &p[i]);
}

/* The words that stand nearest to a column, of those the shortest. */
struct claim {
	struct extent words;
	uint32_t away; /* 0: over it; UINT32_MAX: no words */
};

/* How far the words are from the column: 0 where they stand over it. */
static uint32_t extent_away(struct extent words, struct extent column)
{
	if (column.to <= words.from)
		return words.from - column.to + 1;
	return column.from >= words.to ? column.from - words.to + 1 : 0;
}

/* Of the columns the one that words over none are next to: more than twice as near as any other.
 */
static size_t extents_next_to(const struct extents *x, struct extent words, size_t near)
{
	size_t best = x->e.n;
	uint32_t away = UINT32_MAX, second = UINT32_MAX;

	for (size_t k = near > 0 ? near - 1 : 0; k < x->e.n && k <= near + 1; k++) {
		uint32_t now = extent_away(words, x->e.v[k]);

		second = now < away ? away : now < second ? now : second;
		best = now < away ? k : best;
		away = now < away ? now : away;
	}
	return away <= second / 2 ? best : x->e.n;
}

/* The column of numbers that the words are the heading of: the only one they stand over; or the
 * only one between the words' neighbours in their row, none of which stands over it, or the one
 * they are next to, if only flush with its other side. x.n where there is none such, or several. */
static size_t plan_headed(
	const struct plan *plan, const struct columns_piece *p, size_t n, size_t i)
{
	const struct extents *x = &plan->numbers;
	uint32_t from = i > 0 ? plan_extent(plan, &p[i - 1]).to : 0,
		 to = i + 1 < n ? plan_extent(plan, &p[i + 1]).from : UINT32_MAX;
	struct extent e = plan_extent(plan, &p[i]);
	size_t at, over = 0, beside = 0, found[2] = {x->e.n, x->e.n};

	if (x->e.n == 0)
		return 0;
	at = extents_nearest(x, e);
	for (size_t k = at > 0 ? at - 1 : 0; k < x->e.n && k <= at + 1; k++) {
		if (extent_away(e, x->e.v[k]) == 0)
			found[over++ > 0] = k;
		else if (over == 0 && x->e.v[k].from >= from && x->e.v[k].to <= to)
			found[beside++ > 0] = k;
	}
	if (over > 0)
		return over == 1 ? found[0] : x->e.n;
	return beside == 1 ? found[0] : extents_next_to(x, e, at);
}

static void plan_claim(
	const struct plan *plan, const struct columns_piece *p, size_t n, struct claim *claims)
{
	for (size_t i = 0; i < n; i++) {
		struct extent e = plan_extent(plan, &p[i]);
		size_t k = plan_headed(plan, p, n, i);

		if (p[i].value || plan_is_label(plan, &p[i]) || k == plan->numbers.e.n)
			continue;
		uint32_t away = extent_away(e, plan->numbers.e.v[k]), was = claims[k].away;
		if (away < was ||
			(away == was && e.to - e.from < claims[k].words.to - claims[k].words.from))
			claims[k] = (struct claim){e, away};
	}
}

/* A word alone in its row heads a part of the table, or several columns, sooner than one of them:
 * it claims what no other does. */
static void plan_claims(const struct plan *plan, const struct columns *c, struct claim *claims)
{
	struct claim *alone = mem_alloc_array(plan->values.e.n, sizeof *alone);

	memcpy(alone, claims, plan->values.e.n * sizeof *alone);
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		n = columns_row_length(c, i);
		plan_claim(plan, &c->pieces.v[i], n, n > 1 ? claims : alone);
	}
	for (size_t k = 0; k < plan->values.e.n; k++)
		if (claims[k].away == UINT32_MAX)
			claims[k] = alone[k];
	free(alone);
}

/* To the words that claim them. Words of different rows may stand over one another, where a table
 * is made of several: then the columns end there where their own numbers do. */
static void extents_widen(struct extents *x, const struct claim *claims)
{
	struct extent last = {0, 0};

	for (size_t k = 0; k < x->e.n; k++) {
		struct extent *e = &x->e.v[k], words = claims[k].words, numbers = *e;

		if (claims[k].away != UINT32_MAX) {
			e->from = words.from < e->from ? words.from : e->from;
			e->to = words.to > e->to ? words.to : e->to;
		}
		if (k > 0 && x->e.v[k - 1].to > e->from) {
			x->e.v[k - 1].to = last.to;
			e->from = numbers.from;
		}
		/* and where those of the next begin */
		if (k + 1 < x->e.n && e->to > x->e.v[k + 1].from)
			e->to = numbers.to;
		last = numbers;
	}
}

/* Columns of numbers reach as far as the words that head them. Where several full rows agree on the
 * columns, or words stand over each, that something is missing from one can be seen. */
static void plan_widen(struct plan *plan, const struct columns *c)
{
	size_t headed = 0;
	struct claim *claims = mem_alloc_array(plan->values.e.n, sizeof *claims);

	for (size_t k = 0; k < plan->values.e.n; k++)
		claims[k].away = UINT32_MAX;
	plan_claims(plan, c, claims);
	for (size_t k = 0; k < plan->values.e.n; k++)
		headed += claims[k].away == 0;
	plan->empties = plan->full > 1 || headed == plan->values.e.n;
	extents_widen(&plan->values, claims);
	free(claims);
}

/* Is a word of the row, which is no other part of those words, as near to the column it heads, too?
 */
static bool has_rival(const struct plan *plan, const struct columns_piece *p, size_t n,
	struct extent words, size_t column)
{
	uint32_t away = extent_away(words, plan->numbers.e.v[column]);

	for (size_t i = 0; i < n; i++) {
		struct extent e = plan_extent(plan, &p[i]);

		if (plan_is_label(plan, &p[i]) || (e.from < words.to && words.from < e.to) ||
			plan_headed(plan, p, n, i) != column)
			continue;
		if (extent_away(e, plan->numbers.e.v[column]) <= away)
			return true;
	}
	return false;
}

/* The same of the rows of headings above and below, and the row itself. */
static bool is_beaten(const struct plan *plan, const struct columns *c, size_t at,
	struct extent words, size_t column)
{
	size_t from = at;

	for (size_t rows = 0; rows < HEADS_MAX && from > 0; rows++) {
		size_t before = from - 1;

		while (before > 0 && c->pieces.v[before - 1].row == c->pieces.v[before].row)
			before--;
		if (columns_row_values(&c->pieces.v[before], from - before) > 0)
			break;
		from = before;
	}
	for (size_t rows = 0, n; rows < 2 * HEADS_MAX && from < c->pieces.n; rows++, from += n) {
		const struct columns_piece *p = &c->pieces.v[from];

		n = columns_row_length(c, from);
		if (columns_row_values(p, n) > 0 || n > HEADINGS_MAX)
			break;
		if (has_rival(plan, p, n, words, column))
			return true;
	}
	return false;
}

size_t plan_head_column(const struct plan *plan, const struct columns *c, size_t at, size_t i)
{
	const struct columns_piece *p = &c->pieces.v[at];
	size_t n = columns_row_length(c, at), k;

	if (plan->paired && columns_row_values(p, n) == 0 && !plan_is_label(plan, &p[i]))
		return plan_paired_column(plan, plan_extent(plan, &p[i]));
	if (n > HEADINGS_MAX || columns_row_values(p, n) > 0 || plan_is_label(plan, &p[i]))
		return SIZE_MAX;
	k = plan_headed(plan, p, n, i);
	if (k == plan->numbers.e.n || is_beaten(plan, c, at, plan_extent(plan, &p[i]), k))
		return SIZE_MAX;
	return extents_nearest(&plan->values, plan->numbers.e.v[k]);
}

/* Words of the row over no number, nor next to one as its heading, added to `apart` where that is
 * not NULL. */
static size_t plan_apart(
	const struct plan *plan, const struct columns *c, size_t at, struct extents *apart)
{
	const struct columns_piece *p = &c->pieces.v[at];
	size_t found = 0, n = columns_row_length(c, at);

	for (size_t i = 0; i < n; i++) {
		struct extent e = plan_extent(plan, &p[i]);

		if (p[i].value || plan_is_label(plan, &p[i]) || extents_overlap(&plan->values, e) ||
			plan_head_column(plan, c, at, i) != SIZE_MAX)
			continue;
		found++;
		if (apart)
			*vec_push(&apart->e) = e;
	}
	return found;
}

/* The columns of those words. The fullest row's first: a heading over several columns makes one of
 * them no longer then. */
static void plan_headings(struct plan *plan, const struct columns *c)
{
	struct extents apart = {0};
	size_t most = 0, fullest = 0;

	for (size_t k = 0; k < plan->values.e.n; k++)
		*vec_push(&plan->numbers.e) = plan->values.e.v[k];
	plan_widen(plan, c);
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		n = columns_row_length(c, i);
		size_t found = plan_apart(plan, c, i, NULL);

		fullest = found > most ? i : fullest;
		most = found > most ? found : most;
	}
	if (most == 0)
		return;
	plan_apart(plan, c, fullest, &apart);
	extents_add(&plan->values, &apart);
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		n = columns_row_length(c, i);
		plan_apart(plan, c, i, &apart);
	}
	extents_add(&plan->values, &apart);
	vec_free(&apart.e);
}

/* Between two columns of numbers that are neighbours. */
struct border {
	int64_t over; /* words begin here (end here: less) that stand over both */
	bool parts;   /* a word stands over one of them alone, or a row has a number in each */
};

/* The columns [*from, *to) that the piece stands over. */
static void stand_over(
	const struct plan *plan, const struct columns_piece *p, size_t *from, size_t *to)
{
	const struct extents *x = &plan->values;
	struct extent e = plan_extent(plan, p);

	*from = extents_nearest(x, (struct extent){e.from, e.from});
	*from += x->e.v[*from].to <= e.from;
	for (*to = *from; *to < x->e.n && x->e.v[*to].from < e.to; ++*to)
		;
}

/* Headings in a row without numbers. */
static void see_headings(
	const struct plan *plan, const struct columns_piece *p, size_t n, struct border *borders)
{
	for (size_t i = 0; i < n; i++) {
		size_t from, to;

		stand_over(plan, &p[i], &from, &to);
		if (plan_is_label(plan, &p[i]) || from == to)
			continue;
		if (from > 0)
			borders[from - 1].parts = true;
		borders[to - 1].parts = true;
		borders[from].over++;
		borders[to - 1].over--;
	}
}

static void see_numbers(
	const struct plan *plan, const struct columns_piece *p, size_t n, struct border *borders)
{
	size_t before = SIZE_MAX;

	for (size_t i = 0; i < n; i++) {
		if (!p[i].value)
			continue;
		size_t at = extents_nearest(&plan->values, plan_extent(plan, &p[i]));

		if (before != SIZE_MAX && before + 1 == at)
			borders[before].parts = true;
		before = at;
	}
}

void plan_unite(struct plan *plan, const struct columns *c)
{
	struct extents *x = &plan->values;
	struct border *borders = mem_alloc_array(x->e.n + 1, sizeof *borders);
	size_t kept = 0;
	int64_t over = 0;

	for (size_t i = 0, n; i < c->pieces.n && x->e.n > 1; i += n) {
		const struct columns_piece *p = &c->pieces.v[i];

		n = columns_row_length(c, i);
		if (columns_row_values(p, n) == 0)
			see_headings(plan, p, n, borders);
		else
			see_numbers(plan, p, n, borders);
	}
	for (size_t k = 1; k < x->e.n; k++) {
		over += borders[k - 1].over;
		if (over > 0 && !borders[k - 1].parts)
			x->e.v[kept].to = x->e.v[k].to;
		else
			x->e.v[++kept] = x->e.v[k];
	}
	x->e.n = x->e.n ? kept + 1 : 0;
	free(borders);
}

/* Marks the columns that a heading of the row stands over alone. A word alone in its row may be a
 * label's rest. */
static void mark_headed(
	const struct plan *plan, const struct columns_piece *p, size_t n, bool *headed)
{
	for (size_t i = 0; i < n && n > 1; i++) {
		size_t from, to;

		stand_over(plan, &p[i], &from, &to);
		if (!plan_is_label(plan, &p[i]) && to == from + 1)
			headed[from] = true;
	}
}

/* Do two of the row's numbers stand in one column? */
static bool shares_column(const struct plan *plan, const struct columns_piece *p, size_t n)
{
	size_t before = SIZE_MAX;

	for (size_t i = 0; i < n; i++) {
		if (!p[i].value)
			continue;
		size_t at = extents_nearest(&plan->values, plan_extent(plan, &p[i]));

		if (at == before)
			return true;
		before = at;
	}
	return false;
}

static void add_values(struct plan *plan, const struct columns_piece *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i].value)
			*vec_push(&plan->shown.e) = plan_extent(plan, &p[i]);
}

void plan_show(struct plan *plan, const struct columns *c)
{
	bool *headed = mem_alloc_array(plan->values.e.n + 1, sizeof *headed);

	for (size_t i = 0, n; i < c->pieces.n && plan->values.e.n > 0; i += n) {
		const struct columns_piece *p = &c->pieces.v[i];

		n = columns_row_length(c, i);
		size_t values = columns_row_values(p, n);

		if (values == 0)
			mark_headed(plan, p, n, headed);
		else if (values == plan->most && plan->full > 1)
			add_values(plan, p, n);
	}
	for (size_t k = 0; k < plan->values.e.n; k++)
		if (headed[k])
			*vec_push(&plan->shown.e) = plan->values.e.v[k];
	extents_join(&plan->shown);
	free(headed);
}

bool plan_is_headed(const struct plan *plan, const struct columns *c)
{
	size_t columns = plan->values.e.n, found = 0;
	bool *headed = mem_alloc_array(columns + 1, sizeof *headed), shared = false;

	for (size_t i = 0, n; i < c->pieces.n && columns > 0 && !shared; i += n) {
		const struct columns_piece *p = &c->pieces.v[i];

		n = columns_row_length(c, i);
		if (columns_row_values(p, n) == 0)
			mark_headed(plan, p, n, headed);
		else
			shared = shares_column(plan, p, n);
	}
	for (size_t k = 0; k < columns; k++)
		found += headed[k];
	free(headed);
	return columns > 0 && found == columns && !shared;
}

/* Labels have columns where a row has several; words over no number one of their own. */
void plan_words(struct plan *plan, const struct columns *c)
{
	if (plan->part && !plan->ragged)
		plan_pair(plan, c);
	for (size_t i = 0, n; i < c->pieces.n; i += n) {
		n = columns_row_length(c, i);
		plan_labels(plan, &c->pieces.v[i], n);
	}
	extents_join(&plan->labels);
	if (plan->labels.e.n > plan->label_cols)
		plan->label_cols = plan->labels.e.n;
	if (plan->paired)
		plan->empties = true;
	else if (!plan->ragged)
		plan_headings(plan, c);
}
