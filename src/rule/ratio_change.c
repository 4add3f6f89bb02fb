/* The kind `ratio`: by how much a number has changed, and how much in percent. */
#include "rule/ratio.h"

/* What there was before: told, or what now and the difference give. */
static bool count_before(struct dec now, const struct quantity *before, const struct quantity *by,
	bool down, struct dec *out)
{
	struct dec d;

	if (before)
		return ratio_count(before, out);
	if (!by || !ratio_count(by, &d))
		return false;
	return down ? dec_add(now, d, out) : dec_sub(now, d, out);
}

struct dec ratio_signed(struct dec d, bool minus)
{
	if (minus)
		d.units = -d.units;
	return d;
}

/* The rate told against the change it follows from; both with their signs. */
static void check_rate(
	struct ratio_reader *r, struct ratio_told *t, struct dec before, size_t from, size_t to)
{
	bool less = t->actual.units < 0, down = t->told.units < 0, agrees;

	if (percent_of(dec_abs(t->actual), before, dec_abs(t->told), &t->actual, &agrees) &&
		(!agrees || (less != down && !dec_is_zero(t->actual)))) {
		t->actual = ratio_signed(t->actual, less);
		ratio_tell(r, t, from, to);
	}
}

/* How well what is told is the change from what was before to a number. */
enum fit {
	FIT_NONE,
	FIT_DIFFERENCE, /* by how much, but not how much in percent */
	FIT_ALL,
};

/* What is told to be so much apart goes the way that the two numbers go. */
static bool went_down(const struct told_change *told, struct dec now)
{
	struct dec before;

	return told->apart && told->before && ratio_count(told->before, &before)
		       ? dec_cmp(now, before) < 0
		       : told->down;
}

static enum fit fit_of(const struct ratio_reader *r, struct dec now, const struct told_change *told)
{
	bool rated = told->rate && passage_is_percent(r->c, r->p, told->rate), agrees = false;
	struct dec d, actual, before;

	if (!told->by && !rated && !told->same)
		return FIT_NONE;
	if (!count_before(now, told->before, told->by, told->down, &before))
		return FIT_NONE;
	if (told->same)
		return dec_cmp(now, before) == 0 ? FIT_ALL : FIT_NONE;
	bool down = went_down(told, now);

	if (!(down ? dec_sub(before, now, &d) : dec_sub(now, before, &d)) || d.units < 0 ||
		(told->by && dec_cmp(d, told->by->value) != 0))
		return FIT_NONE;
	if (!rated || (percent_of(d, before, told->rate->value, &actual, &agrees) && agrees))
		return FIT_ALL;
	return told->by ? FIT_DIFFERENCE : FIT_NONE;
}

/* The number of this year that a change is of. */
struct change_now {
	const struct quantity *quantity; /* NULL: the table's */
	struct sum table;
	bool found;
	enum fit fit;
};

static const struct sum_words *cells_of(const struct telling *t)
{
	return t->fits ? &t->fits->cells : &t->meaning->cells;
}

static bool is_same(const struct sum_words *a, const struct sum_words *b)
{
	for (size_t i = 0; a->n == b->n && i < a->n; i++) {
		if (!str_eq(a->terms[i].table, b->terms[i].table) ||
			!str_eq(a->terms[i].row, b->terms[i].row) ||
			!str_eq(a->terms[i].column, b->terms[i].column))
			return false;
	}
	return a->n == b->n;
}

/* Do the words of the change name it? */
static bool is_named(const struct ratio_whole *now, struct str words)
{
	return now->named && pattern_find(now->named, words, 0);
}

static bool names_any(const struct ratio_reader *r, struct str words)
{
	for (size_t i = 0; i < r->how->n_now; i++) {
		if (is_named(&r->how->now[i], words))
			return true;
	}
	return false;
}

/* Is it one of those that the words name? */
static bool is_meant(const struct ratio_reader *r, const struct sum_words *cells, struct str words)
{
	for (size_t i = 0; i < r->how->n_now; i++) {
		if (is_named(&r->how->now[i], words) && is_same(&r->how->now[i].cells, cells))
			return true;
	}
	return false;
}

/* Does a claim speak of the number that stands there? */
static bool is_claimed(const struct ratio_reader *r, const struct quantity *q)
{
	for (size_t i = 0; i < r->c->tellings.n; i++) {
		const struct telling *t = r->c->tellings.v[i];

		if (t->p == r->p && !t->none && t->quantity.from == q->from)
			return true;
	}
	return false;
}

/* Is something else counted between the two places? Then the change may be of that. */
static bool counts_between(const struct ratio_reader *r, size_t from, size_t to)
{
	for (size_t i = 0; i < r->p->quantities.n; i++) {
		const struct quantity *q = &r->p->quantities.v[i];

		if (q->from >= from && q->from < to && q->mark == '#' && !is_claimed(r, q))
			return true;
	}
	return false;
}

/* Those that claims told of this year before the change: the one that it is of, else the last.
 * *last is the last that any claim told. */
static void find_told(const struct ratio_reader *r, struct text_span change,
	const struct told_change *told, const struct telling **last, struct change_now *out)
{
	struct str words = str_slice(r->p->shadow, change.from, change.to);
	bool named = names_any(r, words);

	for (size_t i = 0; i < r->c->tellings.n && out->fit != FIT_ALL; i++) {
		const struct telling *t = r->c->tellings.v[i];

		if (t->p != r->p || t->quantity.from >= change.from || t->none)
			continue;
		if (!*last || t->quantity.from > (*last)->quantity.from)
			*last = t;
		if (t->quantity.approximate ||
			!(named ? is_meant(r, cells_of(t), words) : t->claim->base))
			continue;
		const struct quantity *q = passage_quantity(r->p, t->quantity.from);
		enum fit fit = q ? fit_of(r, q->value, told) : FIT_NONE;

		if (q && fit >= out->fit)
			*out = (struct change_now){.quantity = q, .found = true, .fit = fit};
	}
}

static bool is_of_table(const struct sum_words *now, const struct sum_words *last)
{
	return now->n && last->n && str_eq(now->terms[0].table, last->terms[0].table);
}

/* Likewise those that the tables have, of the table that was told of last, if any was: what the
 * words name, or any where they name nothing. */
static void find_tabled(const struct ratio_reader *r, struct text_span change,
	const struct told_change *told, const struct telling *last, struct change_now *out)
{
	struct str words = str_slice(r->p->shadow, change.from, change.to);
	bool named = names_any(r, words);

	for (size_t i = 0; i < r->how->n_now && out->fit != FIT_ALL; i++) {
		const struct ratio_whole *now = &r->how->now[i];
		struct sum sum;

		if ((named && !is_named(now, words)) ||
			(last && !is_of_table(&now->cells, cells_of(last))))
			continue;
		sum_make(r->c, &now->cells, NULL, &sum);
		if (sum.state != SUM_KNOWN)
			continue;
		enum fit fit = fit_of(r, sum.value, told);

		if (!out->found || fit > out->fit)
			*out = (struct change_now){.table = sum, .found = true, .fit = fit};
	}
}

/* Do its words say what the change is of, whatever was counted before? */
static bool is_named_outright(const struct ratio_reader *r, struct text_span change)
{
	return r->how->outright &&
	       pattern_find(r->how->outright, str_slice(r->p->shadow, change.from, change.to), 0);
}

/* Where what may be another matter begins behind the number that was told last: a sentence further,
 * where the change names what was told, since what its own sentence lists is of that. */
static size_t others_begin(
	const struct ratio_reader *r, const struct telling *last, struct text_span change)
{
	const struct clause *cl = passage_clause_at(r->p, last->quantity.from);
	const struct sentence *s = cl ? &r->p->sentences[cl->sentence] : NULL;

	if (!s || !is_meant(r, cells_of(last), str_slice(r->p->shadow, change.from, change.to)))
		return last->quantity.to;
	return passage_full_stop(r->p, s);
}

/* The number of this year that the change names, or that was told before it. */
static struct change_now find_now(
	const struct ratio_reader *r, struct text_span change, const struct told_change *told)
{
	struct change_now now = {0};
	const struct telling *last = NULL;

	find_told(r, change, told, &last, &now);
	if (!is_named_outright(r, change) &&
		(!last || counts_between(r, others_begin(r, last, change), change.from)))
		return (struct change_now){.found = false};
	if (now.fit != FIT_ALL)
		find_tabled(r, change, told, last, &now);
	return now;
}

/* Holds what is told against the change from `before` to `t->part`, or the table's, which is n. */
static void check_change(struct ratio_reader *r, const struct told_change *told,
	struct ratio_told *t, struct dec n, struct text_span at)
{
	struct dec b, d, difference;
	bool down = went_down(told, n);

	if ((told->apart && !told->before) || !count_before(n, told->before, told->by, down, &b) ||
		!dec_sub(n, b, &difference))
		return;
	t->whole = told->before ? told->before : told->by;
	t->actual = difference;
	r->c->n_checked++;
	if (told->before && told->by && ratio_count(told->by, &d) &&
		dec_cmp(ratio_signed(d, down), difference) != 0) {
		t->declared = told->by;
		t->told = ratio_signed(d, down);
		t->message = r->how->change;
		ratio_tell(r, t, at.from, at.to);
	} else if (told->rate && passage_is_percent(r->c, r->p, told->rate)) {
		t->declared = told->rate;
		t->told = ratio_signed(told->rate->value, down);
		t->message = r->how->rate;
		check_rate(r, t, b, at.from, at.to);
	} else if (told->same && !dec_is_zero(difference)) {
		t->declared = told->before;
		t->told = b;
		t->message = r->how->same;
		ratio_tell(r, t, at.from, at.to);
	} else if (told->way && t->part && (down ? difference.units > 0 : difference.units < 0)) {
		t->declared = t->part;
		t->told = n;
		t->message = r->how->way;
		ratio_tell(r, t, at.from, at.to);
	}
}

/* The rate told with the difference and what there was before, whatever there is now. */
static void check_rate_alone(
	struct ratio_reader *r, const struct told_change *told, struct text_span at)
{
	struct ratio_told t = {.part = told->by, .whole = told->before, .declared = told->rate};
	struct dec before;

	if (!told->before || !told->by || !told->rate ||
		!passage_is_percent(r->c, r->p, told->rate) ||
		!ratio_count(told->before, &before) || !ratio_count(told->by, &t.actual))
		return;
	t.told = told->rate->value;
	t.message = r->how->rate;
	r->c->n_checked++;
	check_rate(r, &t, before, at.from, at.to);
}

/* The change of what claims told elsewhere, as near to it as a slip of the pen is: off by a
 * fiftieth or less. What is further off may be of something else. */
static void check_told(struct ratio_reader *r, const struct told_change *told, struct text_span at)
{
	for (size_t i = 0; i < r->c->tellings.n; i++) {
		const struct telling *t = r->c->tellings.v[i];
		struct ratio_told out = {.part = &t->quantity, .told_in = t->p};
		struct dec now, before, by, away, limit;

		if (t->none || t->quantity.approximate || !str_eq(t->meaning->name, r->how->told) ||
			!ratio_count(&t->quantity, &now) || !ratio_count(told->before, &before) ||
			!ratio_count(told->by, &by) || !dec_sub(now, before, &out.actual) ||
			!dec_sub(out.actual, ratio_signed(by, told->down), &away) ||
			!dec_mul(dec_abs(away), dec_of(50), &limit) || dec_cmp(limit, now) > 0)
			continue;
		r->c->n_checked++;
		out.whole = told->before;
		out.declared = told->by;
		out.told = ratio_signed(by, told->down);
		out.message = r->how->change;
		if (!dec_is_zero(away))
			ratio_tell(r, &out, at.from, at.to);
		return;
	}
}

/* What there was the year before, told anywhere in the passage; NULL: nothing says so. */
static const struct quantity *find_before(const struct ratio_reader *r)
{
	size_t from, to;

	if (!r->how->before || !pattern_find(r->how->before, r->p->shadow, 0) ||
		!pattern_group(r->how->before, "b", &from, &to))
		return NULL;
	const struct quantity *q = passage_quantity(r->p, from);

	return q && !q->approximate ? q : NULL;
}

/* A change: the difference of the two numbers, and its share of the one before. */
void ratio_read_change(struct ratio_reader *r, struct pattern *pattern, size_t from, size_t to)
{
	struct text_span change = {from, to};
	struct change_now now = {.quantity = ratio_quantity(r, pattern, "n")};
	struct told_change told = {ratio_quantity(r, pattern, "b"), ratio_quantity(r, pattern, "d"),
		ratio_quantity(r, pattern, "r"), false, false, false, false};
	size_t at, end;
	struct dec n;

	now.found = now.quantity != NULL;
	told.down = pattern_group(pattern, "down", &at, &end) && at < end;
	told.way = pattern_group(pattern, "way", &at, &end);
	told.apart = pattern_group(pattern, "apart", &at, &end) && at < end;
	told.same = pattern_group(pattern, "same", &at, &end);
	if (pattern_group(pattern, "before", &at, &end))
		told.before = find_before(r);
	if (now.quantity && told.before && !ratio_is_of_kind(r, now.quantity, &told))
		return;
	if (!now.found && !pattern_group(pattern, "n", &at, &end) &&
		(told.before || (told.by && told.rate)) &&
		!pattern_group(pattern, "any", &at, &end))
		now = find_now(r, change, &told);
	if (!now.found)
		check_rate_alone(r, &told, change);
	if (pattern_group(pattern, "of", &at, &end) && at < end && told.before && told.by &&
		!told.apart)
		check_told(r, &told, change);
	if (!now.found || now.fit == FIT_ALL || (!told.before && !told.by))
		return;
	struct ratio_told t = {.part = now.quantity, .table = now.table};

	n = now.table.value;
	if (t.part && told.before && passage_is_percent(r->c, r->p, t.part))
		ratio_check_points(r, &told, &t, change);
	else if (!t.part || ratio_count(t.part, &n))
		check_change(r, &told, &t, n, change);
}
